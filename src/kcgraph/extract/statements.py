"""Who said what: one statement a speaker and occasion, with the medium and the chain of attribution."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.dating import date_of
from kcgraph.extract.patterns import patterns, singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.model import AgentKind, Span

_DOCUMENTS = frozenset(
    {
        "message",
        "letter",
        "statement",
        "article",
        "report",
        "commentary",
        "declaration",
        "telegram",
        "communique",
        "appeal",
        "paper",
        "editorial",
        "speech",
        "reply",
        "spokesman",
        "post",
        "note",
        "decision",
        "release",
        "interview",
        "address",
    }
)
_MEDIA = {
    "message": "MessageMedium",
    "letter": "MessageMedium",
    "telegram": "MessageMedium",
    "reply": "MessageMedium",
    "speech": "Speech",
    "address": "Speech",
    "lecture": "Speech",
    "toast": "Speech",
    "report": "ReportMedium",
    "statement": "PressStatement",
    "declaration": "PressStatement",
    "interview": "Interview",
    "article": "Commentary",
    "commentary": "Commentary",
    "editorial": "Commentary",
    "communique": "PressStatement",
    "talk": "Talk",
    "meeting": "Talk",
    "conversation": "Talk",
    "audience": "Talk",
}


@dataclass(slots=True)
class Saying:
    """A statement in the making."""

    speaker: int
    printed: str
    medium: str
    evidence: Span
    rule: str
    sentence: int
    addressee: int | None = None
    draft: Draft | None = None
    hops: list[tuple[int, Span]] = field(default_factory=list)
    further: set[Span] = field(default_factory=set)


def find(scenes: Sequence[Scene], drafts: list[Draft]) -> list[Saying]:
    """The statements of an article, in order; a speaker who goes on in the same occasion is not counted again."""
    found: list[Saying] = []
    for scene in scenes:
        here = [
            saying
            for draft in drafts
            if draft.sentence == scene.number
            if (saying := _issuing(scene, draft)) is not None
        ]
        for v, verb, _ in scene.verbs():
            here += _sayings(scene, v, verb, drafts, found)
        here += _according(scene)
        for saying in here:
            same = next(
                (
                    other
                    for other in found
                    if other.speaker == saying.speaker
                    and (other.draft is saying.draft or saying.draft is None or other.draft is None)
                ),
                None,
            )
            if same is None:
                found.append(saying)
            elif saying.evidence != same.evidence:
                same.further.add(saying.evidence)
    return found


def _issuing(scene: Scene, draft: Draft) -> Saying | None:
    """Who issues a statement says it: the clause "X issued a press statement" is where the statement begins."""
    if draft.pattern.event_class != "StatementIssued" or not draft.is_told or draft.status != "Occurred":
        return None
    speaker = next((part for part in draft.parts if part.role == "Speaker"), None)
    if speaker is None:
        return None
    printed = (
        speaker.chunk.name
        if speaker.chunk is not None and speaker.chunk.name
        else scene.cast.members[speaker.agent].fullest
    )
    medium = _MEDIA.get(draft.noun, "PressStatement")
    return Saying(
        speaker.agent,
        printed,
        medium,
        scene.sentence.span(draft.first, draft.last),
        "saying-issue",
        scene.number,
        draft=draft,
    )


def _according(scene: Scene) -> list[Saying]:
    """`according to the spokesman`: what is reported after somebody's word."""
    found: list[Saying] = []
    for k, chunk in enumerate(scene.chunks[1:], 1):
        before = scene.chunks[k - 1]
        if before.name == "according to" and chunk.is_nominal:
            speaker = scene.cast.agent_of(chunk, True)
            if speaker is not None:
                medium = "ReportMedium" if scene.cast.is_outlet(speaker) else "OtherMedium"
                found.append(
                    Saying(
                        speaker,
                        scene.cast.printed(chunk),
                        medium,
                        scene.sentence.span(before.first, chunk.last),
                        "saying-according-to",
                        scene.number,
                    )
                )
    return found


def _verb_medium(scene: Scene, v: int, verb: Chunk) -> str | None:
    table = patterns().statement_verbs
    for entry, medium in table.items():
        lemma, _, particle = entry.partition(" ")
        if particle and lemma == verb.head and scene.follows(v, particle):
            return medium
    return table.get(verb.head)


def _sayings(scene: Scene, v: int, verb: Chunk, drafts: list[Draft], earlier: Sequence[Saying]) -> list[Saying]:
    """What the verb at `v` reports as said: by its subject, by all of its subjects where they make speeches."""
    medium = _verb_medium(scene, v, verb) or _in_document(scene, v, verb)
    speech = _gives_speech(scene, v)
    quoted = _quoted(scene, v)
    if (medium is None and not speech) or verb.is_negated or verb.is_conditional or verb.form == "infinitive":
        return []
    if (verb.is_passive and not speech) or (verb.form == "ing" and not speech):
        return []
    inverted = _inverted(scene, v)
    subjects = (
        [inverted]
        if inverted is not None
        else quoted or [chunk for chunk in scene.frames[v].slots.get("subject", []) if chunk.is_nominal]
    )
    found: list[Saying] = []
    for subject in subjects:
        if subject.kind == Kind.PRONOUN and subject.head in ("i", "we", "you"):
            return []
        speaker, kind = _speaker(scene, subject, drafts, earlier)
        if speaker is None or (subject.kind == Kind.COUNTRY and verb.form == "s"):
            continue
        found.append(_saying(scene, v, subject, speaker, kind, "Speech" if speech else medium or "other", drafts))
        if not speech:
            break
    return found


def _saying(scene: Scene, v: int, subject: Chunk, speaker: int, kind: str, medium: str, drafts: list[Draft]) -> Saying:
    verb, frame = scene.chunks[v], scene.frames[v]
    evidence = scene.sentence.span(min(subject.first, verb.first), max(verb.last, subject.last))
    draft = _occasion(scene, speaker, drafts)
    found = Saying(speaker, scene.cast.printed(subject), "", evidence, f"saying-{verb.head}", scene.number, draft=draft)
    found.medium = "Speech" if medium == "Speech" else _medium(scene, subject, kind, medium, draft, scene.cast, speaker)
    told = frame.slots.get("object", []) if verb.head in ("tell", "remind", "thank", "congratulate") else []
    found.addressee = _addressee(scene, told, draft, speaker)
    return found


def _quoted(scene: Scene, v: int) -> list[Chunk]:
    """`TASS quoted X as saying`: X said it."""
    if scene.chunks[v].head != "quote" or scene.chunks[v].is_passive:
        return []
    follows = any(chunk.head == "as" for chunk in scene.chunks[v + 1 : v + 4]) and any(
        chunk.head in ("say", "tell", "note") for chunk in scene.chunks[v + 1 : v + 6]
    )
    return [chunk for chunk in scene.frames[v].slots.get("object", []) if chunk.is_nominal] if follows else []


def _in_document(scene: Scene, v: int, verb: Chunk) -> str | None:
    """`In the message X extended congratulations`: verbs that say something only in a letter or speech."""
    if verb.head not in patterns().within or verb.form not in ("past", "finite", "s"):
        return None
    return next((
        "other" for k, chunk in enumerate(scene.chunks[1:], 1)
        if scene.chunks[k - 1].head == "in" and singular(chunk.head) in _MEDIA and singular(chunk.head) not in ("meeting", "talk")
    ), None)  # fmt: skip


def _inverted(scene: Scene, v: int) -> Chunk | None:
    """`..., said President X`: the speaker after the verb."""
    if v + 1 >= len(scene.chunks) or (v and scene.chunks[v - 1].kind not in (Kind.COMMA, Kind.QUOTE)):
        return None
    after = scene.chunks[v + 1]
    return (
        after
        if scene.chunks[v].head in ("say", "report", "write", "add", "note")
        and after.kind in (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.UNKNOWN)
        else None
    )


def _gives_speech(scene: Scene, v: int) -> bool:
    """`made a speech`, `delivered an address`, `gave a lecture`."""
    verb = scene.chunks[v]
    return verb.head in ("make", "deliver", "give") and any(
        singular(chunk.head) in ("speech", "address", "report", "remark", "lecture", "toast")
        for chunk in scene.frames[v].slots.get("object", [])
    )


def _speaker(scene: Scene, subject: Chunk, drafts: list[Draft], earlier: Sequence[Saying]) -> tuple[int | None, str]:
    """The agent behind a subject, and what kind of document speaks when it is one ("the message said")."""
    agent = scene.cast.agent_of(subject, True)
    if subject.kind == Kind.GROUP and (
        subject.head in ("people", "peoples", "nation")
        or (subject.is_plural and subject.name == subject.name.title() and not subject.key)
    ):
        return None, ""
    if agent is not None:
        return agent, ""
    head = singular(subject.head)
    if head in ("reporter", "speaker") and subject.determiner == "the":
        return next(
            (saying.speaker for saying in reversed(earlier) if saying.medium in ("Speech", "ReportMedium")), None
        ), ""
    if subject.kind == Kind.PRONOUN and subject.head == "it":
        members = scene.cast.members
        bodies = (saying.speaker for saying in reversed(earlier) if members[saying.speaker].kind != AgentKind.PERSON)
        return next(bodies, scene.cast.body_by.get(scene.number)), ""
    if head in _DOCUMENTS:
        if subject.possessor is not None and (owner := scene.cast.agent_of(subject.possessor, True)) is not None:
            return owner, head
        outlet = scene.cast.outlet_by.get(scene.number)
        if outlet is not None and (subject.determiner in ("a", "an", "another", "other") or subject.is_plural):
            return outlet, head
        roles = ("Sender",) if head in ("message", "letter", "telegram", "reply") else ("Speaker", "Sender")
        for draft in reversed(drafts):
            if draft.sentence <= scene.number and draft.pattern.event_class in ("Message", "StatementIssued"):
                agents = [part.agent for part in draft.parts if part.role in roles]
                if agents:
                    return agents[0], head
        return outlet, head
    return None, ""


def _occasion(scene: Scene, speaker: int, drafts: list[Draft]) -> Draft | None:
    """The event during which somebody speaks: the latest meeting, ceremony, conference or message that he takes part
    in.
    """
    classes = ("Meeting", "Ceremony", "Conference", "Message", "StatementIssued")
    before = [
        draft
        for draft in drafts
        if draft.sentence <= scene.number and draft.pattern.event_class in classes and draft.status == "Occurred"
    ]
    for draft in reversed(before):
        if speaker in draft.agents() and (draft.pattern.event_class != "Message" or speaker in draft.agents("Sender")):
            return draft
    if scene.cast.members[speaker].kind != AgentKind.PERSON or not scene.cast.members[speaker].is_named:
        return None
    for draft in reversed(before):
        if draft.pattern.event_class == "StatementIssued":
            return None
        if (
            draft.pattern.event_class in ("Ceremony", "Conference")
            and (draft.support or draft.parts or draft.is_told)
            and scene.number - draft.sentence < 12
        ):
            return draft
    return None


def _medium(
    scene: Scene, subject: Chunk, document: str, verb_medium: str, draft: Draft | None, cast: Cast, speaker: int
) -> str:
    if document:
        return _MEDIA.get(document, "OtherMedium")
    for k, chunk in enumerate(scene.chunks):
        if (
            k
            and scene.chunks[k - 1].kind == Kind.PREPOSITION
            and scene.chunks[k - 1].head in ("in", "at", "during")
            and singular(chunk.head) in _MEDIA
        ):
            return _MEDIA[singular(chunk.head)]
    if cast.is_outlet(speaker):
        return "Commentary" if verb_medium == "commentary" else "ReportMedium"
    if draft is not None:
        by_class = {
            "Meeting": "Talk",
            "Ceremony": "Speech",
            "Conference": "Speech",
            "Message": "MessageMedium",
            "StatementIssued": "PressStatement",
        }
        return by_class[draft.pattern.event_class]
    if "spokes" in subject.name or (subject.kind == Kind.GROUP and verb_medium == "other"):
        return "PressStatement"
    return "OtherMedium"


def _addressee(scene: Scene, objects: Sequence[Chunk], draft: Draft | None, speaker: int) -> int | None:
    for chunk in objects:
        agent = scene.cast.agent_of(chunk, False)
        if agent is not None and agent != speaker:
            return agent
    if draft is not None and draft.pattern.event_class in ("Message", "Meeting"):
        return next((part.agent for part in draft.parts if part.agent != speaker and part.role != "Sender"), None)
    return None


def issued(scenes: Sequence[Scene], sayings: list[Saying], drafts: list[Draft]) -> list[Draft]:
    """The statements that are acts of their own: told "in a statement", "in an article", or announced in the lead."""
    found: list[Draft] = []
    for saying in sayings:
        scene = scenes[saying.sentence]
        if any(
            draft.pattern.event_class == "StatementIssued"
            and (saying.speaker in draft.agents() or (draft.sentence == saying.sentence and not draft.parts))
            for draft in drafts + found
        ):
            continue
        document = _document(scene)
        leads = (
            saying.sentence == 0
            and saying.rule.removeprefix("saying-") in patterns().issuing
            and not scene.cast.is_outlet(saying.speaker)
            and not _is_press(saying.printed)
        )
        if (
            saying.draft is not None
            and saying.draft.pattern.event_class in ("Meeting", "Ceremony", "Conference", "Message")
            and document is None
        ):
            continue
        if document is None and not leads:
            continue
        pattern = next(
            pattern
            for pattern in patterns().all
            if pattern.id == ("statement-in-document" if document else "statement-announced")
        )
        tokens = _tokens(scene, saying.evidence)
        draft = Draft(pattern, saying.sentence, *tokens, position=tokens[0])
        draft.add(saying.speaker, "Speaker")
        frame = next(
            (
                frame
                for v, verb, frame in scene.verbs()
                if scene.sentence.span(verb.first, verb.last).end == saying.evidence.end
            ),
            None,
        )
        draft.date = date_of(frame, "Occurred", scene.cast.reading.today) if frame is not None else None
        saying.draft = draft
        found.append(draft)
    return found


def _is_press(printed: str) -> bool:
    """Whether a speaker is press of some kind: what papers report is a statement, no act of its own."""
    return printed.split()[-1].lower() in patterns().press


def _tokens(scene: Scene, evidence: Span) -> tuple[int, int]:
    inside = [
        k for k, (start, end) in enumerate(scene.sentence.spans) if evidence.start <= start and end <= evidence.end
    ]
    return inside[0], inside[-1] + 1


def _document(scene: Scene) -> str | None:
    """The document of "in a statement", "in a signed commentary", "in an interview with"."""
    for k, chunk in enumerate(scene.chunks):
        head = singular(chunk.head)
        if (
            k
            and scene.chunks[k - 1].kind == Kind.PREPOSITION
            and scene.chunks[k - 1].head in ("in", "during", "at")
            and head in patterns().documents
            and chunk.determiner not in ("the", "this", "that", "its")
        ):
            return head
    return None


def attribute(scenes: Sequence[Scene], sayings: Sequence[Saying]) -> None:
    """Give every statement the agencies and papers that its sentence (or the one before it) cites for it."""
    for saying in sayings:
        scene = scenes[saying.sentence]
        for _, verb, frame in scene.verbs():
            if verb.head not in ("say", "report", "announce", "disclose", "quote", "carry"):
                continue
            for chunk in frame.slots.get("subject", []):
                agent = scene.cast.agent_of(chunk, False)
                if agent is not None and agent != saying.speaker and scene.cast.is_outlet(agent):
                    saying.hops.append((agent, scene.sentence.span(min(chunk.first, verb.first), verb.last)))
        for other in _according(scene):
            if other.speaker != saying.speaker and scene.cast.is_outlet(other.speaker):
                saying.hops.append((other.speaker, other.evidence))

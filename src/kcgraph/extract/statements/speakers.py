"""Who speaks: the agent behind the subject of a verb of saying."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.statements.occasions import phrases_of_occasion
from kcgraph.extract.statements.saying import Saying
from kcgraph.extract.statements.verbs import names_document
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind

_SPOKEN = ("Speech", "ReportMedium")
_WRITTEN = ("Message", "StatementIssued")
# How many sentences after a speaker "he" may still be the one who speaks.
_GOING_ON = 3


def speakers_of(
    scene: Scene, verb: Chunk, subject: Chunk, drafts: Sequence[Draft], earlier: Sequence[Saying]
) -> list[tuple[int, str]]:
    """The agents behind a subject (see `speaker_of`): all who spoke in the same place for "the speakers".

    Where a pronoun or a bare title means somebody dead of whom a speech tells, whoever makes the speech goes on.
    """
    found = _speakers_of(scene, verb, subject, drafts, earlier)
    if subject.kind not in (Kind.PRONOUN, Kind.OFFICE) or not any(_is_dead(scene, speaker) for speaker, _ in found):
        return found
    before = next((saying for saying in reversed(earlier) if _speaks_on(scene, saying)), None)
    return [(before.speaker, "")] if before is not None else found


def _is_dead(scene: Scene, speaker: int) -> bool:
    today = scene.cast.reading.today
    return today is not None and scene.cast.is_dead_by(speaker, today.isoformat())


def _speaks_on(scene: Scene, saying: Saying) -> bool:
    """Whether somebody alive has spoken in the sentences right before."""
    last = max((saying.sentence, *(telling.sentence for telling in saying.later)))
    is_person = scene.cast.members[saying.speaker].kind == AgentKind.PERSON
    return is_person and scene.number - last <= _GOING_ON and not _is_dead(scene, saying.speaker)


def _speakers_of(
    scene: Scene, verb: Chunk, subject: Chunk, drafts: Sequence[Draft], earlier: Sequence[Saying]
) -> list[tuple[int, str]]:
    """The agents behind a subject, as it is printed."""
    if subject.is_plural and subject.head in words("saying", "speakers") and (spoken := _who_spoke(subject, earlier)):
        return [(speaker, "") for speaker in spoken]
    if subject.kind == Kind.PRONOUN and subject.head == "they" and (authors := _joint_authors(scene, subject)):
        return [(author, "") for author in authors]
    speaker, document = speaker_of(scene, subject, drafts, earlier)
    if speaker is None:
        speaker = _described(scene, subject, verb)
    return [] if speaker is None else [(speaker, document)]


def _joint_authors(scene: Scene, subject: Chunk) -> Sequence[int]:
    """`They at the press conference said`, `they in a statement accused`: the persons named together."""
    if not any(names_document(chunk) for _, chunk in phrases_of_occasion(scene)):
        return []
    authors = scene.cast.group_behind(subject, True)
    is_people = all(scene.cast.members[author].kind == AgentKind.PERSON for author in authors)
    return authors if is_people else []


def _who_spoke(subject: Chunk, earlier: Sequence[Saying]) -> list[int]:
    """`the speakers`: all who are told to speak on the occasion told last; `other speakers` are others."""
    if subject.modifiers or not earlier:
        return []
    last = earlier[-1].draft
    return [saying.speaker for saying in earlier if saying.medium in _SPOKEN and saying.draft is last]


def _described(scene: Scene, subject: Chunk, verb: Chunk) -> int | None:
    """People told only by what they are, where they say something definite: `speakers said`, `a biologist warned`."""
    head = singular(subject.head)
    if subject.kind == Kind.OFFICE and not subject.is_plural:
        is_of_somebody = " of " in subject.name and subject.determiner in ("the", "a", "an")
        is_told = verb.head in words("saying", "definite") | words("saying", "praising")
        if is_told and is_of_somebody and head not in words("saying", "vague"):
            return scene.cast.titled(subject)
    origin = _origin_of(scene, subject)
    if origin is not None and verb.head in words("saying", "definite") | words("saying", "praising"):
        people = scene.cast.described(subject)
        if people is not None:
            scene.cast.members[people].print_name(scene.sentence.text(subject.name_first, origin.last))
        return people
    if verb.head not in words("saying", "definite") or head not in words("cast", "people") - words("saying", "vague"):
        return None
    is_one_speaker = head in words("saying", "speakers") and not subject.is_plural
    return None if is_one_speaker else scene.cast.described(subject)


def _origin_of(scene: Scene, subject: Chunk) -> Chunk | None:
    """`people from the flood-hit areas`, `citizens from across the country`: where people come from."""
    k = scene.position_of(subject)
    is_people = subject.is_plural or singular(subject.head) in words("cast", "people")
    if not is_people or k is None or k + 2 >= len(scene.chunks) or scene.chunks[k + 1].head != "from":
        return None
    return next((chunk for chunk in scene.chunks[k + 2 : k + 4] if chunk.is_nominal), None)


def speaker_of(
    scene: Scene, subject: Chunk, drafts: Sequence[Draft], earlier: Sequence[Saying]
) -> tuple[int | None, str]:
    """The agent behind a subject, and what kind of document speaks when it is one ("the message said")."""
    if _goes_on_in_text(subject, earlier):
        return _latest(earlier).speaker, ""
    agent = scene.cast.agent_of(subject, True)
    if agent is None and subject.kind == Kind.OFFICE:
        agent = _head_of_delegation(scene, subject)
    if _is_mass(subject):
        return None, ""
    if agent is not None:
        return agent, ""
    head = singular(subject.head)
    if head in words("saying", "speakers") and subject.determiner == "the":
        spoken = (saying.speaker for saying in reversed(earlier) if saying.medium in _SPOKEN)
        return next(spoken, None), ""
    if subject.kind == Kind.PRONOUN and subject.head == "it":
        return _body_speaking(scene, earlier), ""
    if head in words("saying", "findings") and (maker := _maker(scene, subject)) is not None:
        return maker, "report"
    if head in words("saying", "documents"):
        return _author(scene, subject, head, drafts), head
    return None, ""


def _maker(scene: Scene, finding: Chunk) -> int | None:
    """Whose study it is: `CSIS analysis`, `the ministry's data`, `a survey by X`; the body whose name begins it."""
    if finding.possessor is not None:
        return scene.cast.agent_of(finding.possessor, True)
    if (by := _owner_after(scene, finding)) is not None:
        return by
    return scene.cast.body_at_front(finding)


def _goes_on_in_text(subject: Chunk, earlier: Sequence[Saying]) -> bool:
    """`The commentary said ..., it warned`: the text that spoke last speaks on."""
    if subject.kind != Kind.PRONOUN or subject.head != "it" or not earlier:
        return False
    last = _latest(earlier)
    printed = last.printed.lower().split()
    is_text = bool(printed) and singular(printed[-1]) in words("saying", "documents")
    return is_text or last.medium in ("PressStatement", "Commentary")


def _latest(earlier: Sequence[Saying]) -> Saying:
    """What was said last."""
    return max((telling for saying in earlier for telling in (saying, *saying.later)), key=lambda one: one.evidence.end)


def _head_of_delegation(scene: Scene, subject: Chunk) -> int | None:
    """`the head of the delegation`: the leader told last of the delegations named."""
    office, of, body = subject.name.lower().partition(" of ")
    if not of or office.split()[-1] not in words("saying", "leaders") or body.split()[-1] not in words("saying", "led"):
        return None
    return next(reversed(scene.cast.leaders.values()), None)


def is_another(document: Chunk) -> bool:
    """`an article`, `another essay`: not told of before."""
    return document.determiner in words("saying", "other_documents")


def _is_mass(subject: Chunk) -> bool:
    """`the people`, `the nation`, `Koreans`: no one that makes a statement."""
    if subject.kind != Kind.GROUP:
        return False
    is_all_of_a_name = subject.is_plural and subject.name == subject.name.title() and not subject.key
    return subject.head in words("saying", "masses") or is_all_of_a_name


def _body_speaking(scene: Scene, earlier: Sequence[Saying]) -> int | None:
    """Who "it" is: the body that spoke last, else the one named last."""
    members = scene.cast.members
    bodies = (saying.speaker for saying in reversed(earlier) if members[saying.speaker].kind != AgentKind.PERSON)
    return next(bodies, scene.cast.body_by.get(scene.number))


def _owner_after(scene: Scene, document: Chunk) -> int | None:
    """`a bylined commentary of X`: the paper or body whose text it is."""
    k = scene.position_of(document)
    following = scene.chunks[k + 1 : k + 3] if k is not None else []
    if len(following) < 2 or following[0].head not in ("of", "by") or following[1].kind != Kind.GROUP:
        return None
    return scene.cast.agent_of(following[1], False)


def _author(scene: Scene, document: Chunk, head: str, drafts: Sequence[Draft]) -> int | None:
    """Whose document speaks: its owner's, an outlet's when it is new, else that of what was sent or issued before."""
    if document.possessor is not None and (owner := scene.cast.agent_of(document.possessor, True)) is not None:
        return owner
    if (printer := _owner_after(scene, document)) is not None:
        return printer
    outlet = scene.cast.outlet_by.get(scene.number)
    if outlet is not None and (is_another(document) or document.is_plural):
        return outlet
    roles = ("Sender",) if head in words("saying", "sent") else ("Speaker", "Sender")
    authors = (
        part.agent
        for draft in reversed(drafts)
        if draft.sentence <= scene.number and draft.pattern.event_class in _WRITTEN
        for part in draft.parts
        if part.role in roles
    )
    return next(authors, outlet)

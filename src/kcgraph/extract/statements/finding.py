"""The statements of an article, and the outlets cited for them."""

from collections.abc import Iterator, Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.lists import is_finite
from kcgraph.extract.patterns import patterns, singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.statements.occasions import addressee_of, medium_of_document, medium_told, occasion_of
from kcgraph.extract.statements.own import own_commentary
from kcgraph.extract.statements.saying import Saying, rule_of
from kcgraph.extract.statements.speakers import is_another, speakers_of
from kcgraph.extract.statements.verbs import does_otherwise, is_told, makes_speech, medium_of_verb, subjects_of
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind, Span


def find(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> list[Saying]:
    """The statements of an article, in order; a speaker who goes on in the same occasion is not counted again."""
    own = own_commentary(scenes[0]) if scenes else None
    found = [own] if own is not None else []
    for scene in scenes:
        for saying in _in_sentence(scene, drafts, found):
            same = next((earlier for earlier in reversed(found) if saying.goes_on(earlier)), None)
            if same is None:
                found.append(saying)
            else:
                same.later.append(saying)
    return found


def told(scenes: Sequence[Scene], sayings: Sequence[Saying]) -> list[Saying]:
    """The statements of which something is told: no address that only belongs to a ceremony."""
    return [saying for saying in sayings if not _is_mere_part(scenes[saying.sentence], saying)]


def _is_mere_part(scene: Scene, saying: Saying) -> bool:
    """`X made an opening address.`: nothing is told of what was said in it."""
    if saying.later or saying.verb < 0 or scene.chunks[saying.verb].is_passive or not makes_speech(scene, saying.verb):
        return False
    after = scene.chunks[saying.verb + 1 :]
    if any(chunk.form == "ing" and chunk.head in patterns().statement_verbs for chunk in after):
        return False
    speeches = scene.frames[saying.verb].slots.get("object", [])
    return any(
        singular(chunk.head) in words("saying", "addresses")
        or not words("saying", "ceremonial").isdisjoint(chunk.modifiers)
        for chunk in speeches
    )


def _in_sentence(scene: Scene, drafts: Sequence[Draft], earlier: Sequence[Saying]) -> list[Saying]:
    found = [saying for draft in drafts if draft.sentence == scene.number for saying in _issuing(scene, draft)]
    for v, _, _ in scene.verbs():
        found += _by_verb(scene, v, drafts, earlier)
    return [*found, *according(scene)]


def _issuing(scene: Scene, draft: Draft) -> Iterator[Saying]:
    """Who issues a statement says it: the clause "X issued a press statement" is where the statement begins."""
    if draft.pattern.event_class != "StatementIssued" or not draft.is_told or draft.status != "Occurred":
        return
    evidence, medium = scene.sentence.span(draft.first, draft.last), medium_of_document(draft.noun, "PressStatement")
    for part in draft.parts:
        if part.role == "Speaker":
            printed = part.chunk.name if part.chunk is not None else ""
            printed = printed or scene.cast.members[part.agent].fullest
            yield Saying(part.agent, printed, medium, evidence, rule_of("issue"), scene.number, draft=draft)


def according(scene: Scene) -> Iterator[Saying]:
    """`according to the spokesman`, `according to data released by the UN`: what is reported after somebody's word."""
    for k, (before, chunk) in enumerate(zip(scene.chunks, scene.chunks[1:], strict=False)):
        if before.name != "according to" or not chunk.is_nominal:
            continue
        source = chunk
        speaker = scene.cast.agent_of(chunk, True)
        if speaker is None and chunk.possessor is not None and singular(chunk.head) in words("saying", "sources"):
            speaker = scene.cast.agent_of(chunk.possessor, True)
        if speaker is None and singular(chunk.head) in words("saying", "sources"):
            source = _source_of(scene, k + 2) or chunk
            speaker = scene.cast.agent_of(source, True) if source is not chunk else None
        if speaker is not None:
            medium = "ReportMedium" if scene.cast.is_outlet(speaker) else "OtherMedium"
            evidence = scene.sentence.span(before.first, source.last)
            yield Saying(speaker, scene.cast.printed(source), medium, evidence, rule_of("according-to"), scene.number)


def _source_of(scene: Scene, at: int) -> Chunk | None:
    """`... by the UN`, `available from the WHO`: who made or gave out the data before chunk `at`."""
    for before, chunk in zip(scene.chunks[at : at + 3], scene.chunks[at + 1 : at + 4], strict=False):
        if before.head in words("saying", "coming_from") and chunk.is_nominal:
            return chunk
        if before.kind in (Kind.COMMA, Kind.STOP) or is_finite(before):
            return None
    return None


def _by_verb(scene: Scene, v: int, drafts: Sequence[Draft], earlier: Sequence[Saying]) -> list[Saying]:
    """What the verb at `v` reports as said: by its first subject, by all of them where they make speeches."""
    verb, is_speech = scene.chunks[v], makes_speech(scene, v)
    verb_medium = "Speech" if is_speech else medium_of_verb(scene, v)
    if verb_medium is None or not is_told(verb, is_speech):
        return []
    found: list[Saying] = []
    if does_otherwise(scene, v, verb_medium):
        return []
    for subject in subjects_of(scene, v):
        if _is_within_statement(verb, subject, earlier):
            continue
        if subject.kind == Kind.PRONOUN and subject.head in words("saying", "inside_quotes"):
            return []
        for speaker, document in speakers_of(scene, verb, subject, drafts, earlier):
            if subject.kind in (Kind.COUNTRY, Kind.PLACE) and verb.form == "s":
                continue
            if verb_medium == "commentary" and scene.cast.members[speaker].kind == AgentKind.PERSON:
                continue  # a paper carries an article, a person carries something else
            found.append(_saying(scene, v, subject, speaker, document, verb_medium, drafts))
    return found


def _is_within_statement(verb: Chunk, subject: Chunk, earlier: Sequence[Saying]) -> bool:
    """`The Foreign Ministry strongly denounces` in the text of its spokesman's statement."""
    if verb.form != "s" or subject.kind != Kind.GROUP:
        return False
    name = {word for word in subject.name.lower().split() if word not in words("saying", "left_out_of_names")}
    issued = (saying for saying in earlier if saying.medium == "PressStatement" and saying.printed != subject.name)
    return len(name) > 1 and any(name <= set(saying.printed.lower().split()) for saying in issued)


def _saying(
    scene: Scene, v: int, subject: Chunk, speaker: int, document: str, verb_medium: str, drafts: Sequence[Draft]
) -> Saying:
    verb, draft = scene.chunks[v], occasion_of(scene, speaker, drafts)
    is_speech = verb_medium == "Speech"
    addressed = scene.frames[v].slots.get("object", []) if verb.head in words("saying", "addressing") else []
    return Saying(
        speaker,
        scene.cast.printed(subject),
        "Speech" if is_speech else medium_told(scene, subject, document, verb_medium, draft, speaker),
        scene.sentence.span(min(subject.first, verb.first), max(verb.last, subject.last)),
        rule_of(verb.head),
        scene.number,
        addressee=addressee_of(scene.cast, addressed, draft, speaker),
        draft=draft,
        verb=v,
        is_new=bool(document) and is_another(subject) and scene.cast.is_outlet(speaker),
    )


def attribute(scenes: Sequence[Scene], sayings: Sequence[Saying]) -> None:
    """Give every statement the agencies and papers that its sentence cites for it."""
    for saying in sayings:
        scene = scenes[saying.sentence]
        for agent, evidence in (*_citing(scene), *((other.speaker, other.evidence) for other in according(scene))):
            if agent != saying.speaker and scene.cast.is_outlet(agent):
                saying.hops.append((agent, evidence))


def _citing(scene: Scene) -> Iterator[tuple[int, Span]]:
    """`KCNA reported that ...`: who is cited in a sentence, and where."""
    for _, verb, frame in scene.verbs():
        if verb.head not in words("saying", "citing"):
            continue
        for chunk in frame.slots.get("subject", []):
            agent = scene.cast.agent_of(chunk, False)
            if agent is not None:
                yield agent, scene.sentence.span(min(chunk.first, verb.first), verb.last)

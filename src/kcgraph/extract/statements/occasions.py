"""On which occasion and in which medium something is said, and to whom."""

from collections.abc import Sequence

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import tables, words
from kcgraph.model import AgentKind

# Classes of events during which somebody speaks; in the public ones, also people not named as taking part.
SPEAKING = ("Meeting", "Ceremony", "Conference", "Message", "StatementIssued")
_PUBLIC = ("Ceremony", "Conference")
_REACH = 12


def occasion_of(scene: Scene, speaker: int, drafts: Sequence[Draft]) -> Draft | None:
    """The event during which somebody speaks: the latest one that he takes part in, else the public one going on."""
    before = [
        draft
        for draft in drafts
        if draft.sentence <= scene.number and draft.pattern.event_class in SPEAKING and draft.status == "Occurred"
    ]
    own = next((draft for draft in reversed(before) if _speaks_in(speaker, draft)), None)
    if own is not None:
        return own
    member = scene.cast.members[speaker]
    is_known = member.is_named or any(len(office.text.split()) > 3 for office, _ in member.offices)
    return _public_one(scene, before) if member.kind == AgentKind.PERSON and is_known else None


def _speaks_in(speaker: int, draft: Draft) -> bool:
    return speaker in (draft.agents("Sender") if draft.pattern.event_class == "Message" else draft.agents())


def _public_one(scene: Scene, before: Sequence[Draft]) -> Draft | None:
    """The ceremony or conference told shortly before, unless a statement was issued since."""
    for draft in reversed(before):
        if draft.pattern.event_class == "StatementIssued":
            return None
        if draft.pattern.event_class not in _PUBLIC or scene.number - draft.sentence >= _REACH:
            continue
        if draft.support or draft.parts or draft.is_told:
            return draft
    return None


def medium_of_document(document: str, otherwise: str) -> str:
    """The medium of what is said in a document: `Commentary` for "article"."""
    medium: str = tables("saying")["media"].get(document, otherwise)
    return medium


def medium_told(
    scene: Scene, subject: Chunk, document: str, verb_medium: str, draft: Draft | None, speaker: int
) -> str:
    """The medium of a statement: by the document that speaks, a phrase beside it, the speaker, or the occasion."""
    if document:
        return medium_of_document(document, "OtherMedium")
    if (beside := _medium_beside(scene)) is not None:
        return beside
    if scene.cast.is_outlet(speaker):
        return "Commentary" if verb_medium == "commentary" else "ReportMedium"
    if draft is not None:
        medium: str = tables("saying")["event_media"][draft.pattern.event_class]
        return medium
    is_official = "spokes" in subject.name or (subject.kind == Kind.GROUP and verb_medium == "other")
    return "PressStatement" if is_official else "OtherMedium"


def _medium_beside(scene: Scene) -> str | None:
    """`in an article`, `at the talks`, `during an interview`: the medium that a phrase of the sentence tells."""
    media = tables("saying")["media"]
    heads = (singular(chunk.head) for _, chunk in phrases_of_occasion(scene))
    return next((media[head] for head in heads if head in media), None)


def phrases_of_occasion(scene: Scene) -> list[tuple[Chunk, Chunk]]:
    """The prepositions of `in ...`, `at ...`, `during ...`, each with the chunk after it."""
    return [
        (before, chunk)
        for before, chunk in zip(scene.chunks, scene.chunks[1:], strict=False)
        if before.kind == Kind.PREPOSITION and before.head in words("saying", "during")
    ]


def addressee_of(cast: Cast, objects: Sequence[Chunk], draft: Draft | None, speaker: int) -> int | None:
    """Who is spoken to: the object of "tell", else the other party of the message or meeting."""
    for chunk in objects:
        agent = cast.agent_of(chunk, False)
        if agent is not None and agent != speaker:
            return agent
    if draft is None or draft.pattern.event_class not in ("Message", "Meeting"):
        return None
    return next((part.agent for part in draft.parts if part.agent != speaker and part.role != "Sender"), None)

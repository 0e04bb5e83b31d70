"""The subject that opens a sentence and is far from its verb."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.lists import LISTED, is_finite, is_reduced, list_end, nominals

# What may open a sentence as its subject, and what may not stand between it and its verb.
_OPENING = (Kind.PERSON, Kind.GROUP, Kind.OFFICE)
_BOUNDS = (Kind.STOP, Kind.QUOTE, Kind.RELATIVE, Kind.SUBORDINATOR)


def opening_subject(chunks: Sequence[Chunk], v: int, found: Sequence[Chunk]) -> list[Chunk]:
    """The agent that opens the sentence, where only a noun of its long apposition was `found` as subject."""
    opening, between = chunks[0], chunks[1:v]
    if chunks[v].form not in ("past", "finite") or opening.kind not in _OPENING or not found:
        return []
    if any(chunk.kind in LISTED or chunk is opening for chunk in found):
        return []
    if v + 1 < len(chunks) and chunks[v + 1].head == "by" and _is_reduced_past(chunks, v):
        return []
    if any(chunk.kind in _BOUNDS for chunk in between):
        return []
    if any(is_finite(chunk) and not _is_reduced_past(chunks, k) for k, chunk in enumerate(between, 1)):
        return []
    return nominals(chunks[: list_end(chunks, 0)])


def _is_reduced_past(chunks: Sequence[Chunk], k: int) -> bool:
    return chunks[k].form == "past" and is_reduced(chunks, k)

"""Phrases in quotes that are read as if there were none: `the "Grand National Party"`."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind

_INSIDE = (Kind.PREPOSITION, Kind.CONJUNCTION)
_LONGEST = 7


def open_quoted(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks without the quotes around a phrase that an article before them makes a noun phrase."""
    found: list[Chunk] = []
    k = 0
    while k < len(chunks):
        closing = _closing(chunks, k)
        if closing:
            phrase = chunks[k + 2]
            phrase.first, phrase.determiner = chunks[k].first, chunks[k].determiner
            found += chunks[k + 2 : closing]
            k = closing
        else:
            found.append(chunks[k])
        k += 1
    return found


def _closing(chunks: Sequence[Chunk], k: int) -> int:
    """The closing quote of a phrase without a verb that is opened after the bare article at `k`; 0 if there is none."""
    article = chunks[k]
    if article.kind != Kind.NOUN or article.head or not article.determiner or k + 3 >= len(chunks):
        return 0
    if chunks[k + 1].kind != Kind.QUOTE or not chunks[k + 2].is_nominal:
        return 0
    for j in range(k + 3, min(k + 3 + _LONGEST, len(chunks))):
        if chunks[j].kind == Kind.QUOTE:
            return j
        if not (chunks[j].is_nominal or chunks[j].kind in _INSIDE):
            return 0
    return 0

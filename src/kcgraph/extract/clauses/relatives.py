"""Relative clauses between a subject and its verb, and what a relative pronoun stands for."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.lists import FINITE, is_reduced, list_start, nominals
from kcgraph.extract.wordlists import words

_JOINING = (Kind.CONJUNCTION, Kind.COMMA, Kind.RELATIVE, Kind.PREPOSITION)
_CLAUSE_ENDS = (Kind.COMMA, Kind.STOP, Kind.QUOTE, Kind.SUBORDINATOR)


def before_relative(chunks: Sequence[Chunk], v: int) -> int | None:
    """Where the subject ends before a clause that a comma closes: `X, who came to open the fair for Y, arrived`."""
    if chunks[v].form not in FINITE:
        return None
    k = v - 1
    while k > 0 and _may_follow_comma(chunks, k):
        k -= 1
    if k <= 0 or chunks[k].kind != Kind.COMMA:
        return None
    for j in range(k - 1, 0, -1):
        if chunks[j].kind in (Kind.STOP, Kind.SUBORDINATOR, Kind.QUOTE):
            return None
        if chunks[j].kind == Kind.RELATIVE and chunks[j].head in words("clauses", "setting_off"):
            return j - 2 if chunks[j - 1].kind == Kind.COMMA else j - 1
    return None


def inner_relative(chunks: Sequence[Chunk], v: int) -> int | None:
    """The relative pronoun of a clause between subject and verb without commas: `the team that won the cup left`."""
    if chunks[v].form not in FINITE or chunks[v - 1].kind in _JOINING:
        return None
    verbs = 0
    for j in range(v - 1, 0, -1):
        chunk = chunks[j]
        if chunk.kind == Kind.VERB and chunk.form in FINITE and not is_reduced(chunks, j):
            verbs += 1
            if chunk.head in words("clauses", "telling"):
                return None
        if chunk.kind == Kind.RELATIVE:
            is_set_off = j > 1 and chunks[j - 1].kind == Kind.COMMA and chunks[j - 2].kind == Kind.PERSON
            return j if verbs == 1 and (chunks[j - 1].is_nominal or is_set_off) else None
        if chunk.kind in _CLAUSE_ENDS:
            return None
    return None


def _may_follow_comma(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the chunk at `k` may stand between that comma and the verb: an adverb, a time, "on" before a time."""
    if chunks[k].kind == Kind.PREPOSITION:
        return chunks[k + 1].kind == Kind.TIME
    return chunks[k].kind in (Kind.ADVERB, Kind.TIME)


def antecedent(chunks: Sequence[Chunk], k: int) -> list[Chunk]:
    """What a relative pronoun at `k` stands for: the nearest mention before it."""
    j = k - 1
    while j >= 0 and chunks[j].kind in (Kind.COMMA, Kind.PREPOSITION):
        j -= 1
    if j < 0 or not chunks[j].is_nominal:
        return []
    return nominals(chunks[list_start(chunks, j) : j + 1])

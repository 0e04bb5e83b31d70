"""Whose act a phrase tells that names no subject: that of a plan's owner, of those thanked, praised or blamed."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.lists import list_end, nominals
from kcgraph.extract.wordlists import words

_NEARBY = 5


def planner(plan: Chunk) -> list[Chunk]:
    """Whose plan an infinitive tells: `Russia's plan to send`; the plan itself, where it names a country."""
    if plan.kind != Kind.NOUN or plan.head not in words("clauses", "plans"):
        return []
    return [plan.possessor] if plan.possessor is not None else [plan] if plan.countries else []


def thanked(chunks: Sequence[Chunk], k: int) -> list[Chunk]:
    """Who does what stands after the "for" at `k`: the object of praise, blame or thanks.

    `praised the troops for fighting`, `expressed thanks to the troops for fighting`.
    """
    if chunks[k].head != "for":
        return []
    if _is_thanks(chunks, k):
        return [chunks[k - 1]]
    verb = next((j for j in range(k - 1, -1, -1) if chunks[j].kind == Kind.VERB), None)
    if verb is None or chunks[verb].head not in words("clauses", "blaming"):
        return []
    begin = verb + 1
    if begin >= k or not chunks[begin].is_nominal:
        return []
    return nominals(chunks[begin : min(list_end(chunks, begin), k)])


def _is_thanks(chunks: Sequence[Chunk], k: int) -> bool:
    """`thanks to X` stands before the "for" at `k`."""
    if k < 2 or not chunks[k - 1].is_nominal or chunks[k - 2].head != "to":
        return False
    return any(chunk.head in words("clauses", "thanks") for chunk in chunks[max(0, k - _NEARBY) : k])

"""Whether two wordings may be of one office; the words that decide are data, `seeds/identity.toml`."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kcgraph.reference import fold_name
from kcgraph.resources import folder


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    empty: frozenset[str]
    ranks: frozenset[str]
    alone: frozenset[str]
    private: frozenset[str]
    same: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Wording:
    """An office by its words, order apart: its ranks (`vice`) and what is left of the rest."""

    ranks: frozenset[str]
    content: frozenset[str]


def may_be_one(printed: str, known: str) -> bool:
    """Whether `printed` may be the office `known` in other words, as "DPRK Foreign Minister" for "Minister of Foreign
    Affairs".

    One of them may say more than the other, but a vice-minister is no minister, and "minister" alone is none of them.
    """
    first, second = _wording(printed), _wording(known)
    if first.ranks != second.ranks:
        return False
    smaller, larger = sorted((first.content, second.content), key=len)
    return smaller <= larger and (len(smaller) > 1 or bool(smaller & _vocabulary().alone))


def is_private(offices: Iterable[str]) -> bool:
    """Whether all that is told of a person is a calling of private life: "worker of the bearing factory", "pupil"."""
    heads = [fold_name(office.split(" of ")[0].split(" at ")[0]).split() for office in offices]
    return bool(heads) and all(not _vocabulary().private.isdisjoint(head) for head in heads)


@lru_cache(maxsize=8192)
def _wording(office: str) -> _Wording:
    known = _vocabulary()
    words = {word for printed in fold_name(office).split() for word in known.same.get(printed, (printed,))}
    return _Wording(frozenset(words & known.ranks), frozenset(words - known.ranks - known.empty))


@cache
def _vocabulary() -> _Vocabulary:
    data = tomllib.loads((folder("seeds") / "identity.toml").read_text(encoding="utf-8"))
    return _Vocabulary(
        empty=frozenset(data["empty"]),
        ranks=frozenset(data["ranks"]),
        alone=frozenset(data["alone"]),
        private=frozenset(data["private"]),
        same={word: tuple(meaning.split()) for word, meaning in data["same"].items()},
    )

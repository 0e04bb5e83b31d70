"""Whether two wordings may be of one office; the words that decide are data, `seeds/identity.toml`."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kcgraph.reference import fold_name, reference
from kcgraph.resources import folder


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    empty: frozenset[str]
    ranks: frozenset[str]
    alone: frozenset[str]
    private: frozenset[str]
    epithets: frozenset[str]
    general: frozenset[str]
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
    if len(smaller) > 1:
        return smaller <= larger
    return smaller == larger and smaller <= _vocabulary().alone and bool(smaller)


def share_a_field(printed: str, known: str) -> bool:
    """Whether two offices are of one field: "Chairman of the Education Commission", "President of the Board of
    Education".
    """
    return bool((_wording(printed).content & _wording(known).content) - _vocabulary().general)


def are_epithets(offices: Iterable[str]) -> bool:
    """Whether what somebody is called tells of no office: "anti-Japanese war hero"; also when nothing is told."""
    return all(_calling(office) in _vocabulary().epithets for office in offices)


def is_private(offices: Iterable[str]) -> bool:
    """Whether all that is told of a person is a calling of private life: "worker of the bearing factory", "pupil"."""
    callings = [_calling(office) for office in offices]
    return bool(callings) and all(calling in _vocabulary().private for calling in callings)


def _calling(office: str) -> str:
    """The last word before what follows: `worker` of "46-year-old worker of the factory", `aged` of "woman aged 37"."""
    words = [word for word in fold_name(office.partition(" of ")[0].partition(" at ")[0]).split() if word.isalpha()]
    return words[-1] if words else ""


@lru_cache(maxsize=8192)
def _wording(office: str) -> _Wording:
    known = _vocabulary()
    words = {word for printed in fold_name(office).split() for word in known.same.get(printed, (printed,))}
    countries = {word for word in words if _is_of_a_country(word)}
    return _Wording(frozenset(words & known.ranks), frozenset(words - known.ranks - known.empty - countries))


def _is_of_a_country(word: str) -> bool:
    known = reference()
    return known.country_of(word) is not None or any(known.country_named(name) for name in (word, word.upper()))


@cache
def _vocabulary() -> _Vocabulary:
    data = tomllib.loads((folder("seeds") / "identity.toml").read_text(encoding="utf-8"))
    return _Vocabulary(
        empty=frozenset(data["empty"]),
        ranks=frozenset(data["ranks"]),
        alone=frozenset(data["alone"]),
        private=frozenset(data["private"]),
        epithets=frozenset(data["epithets"]),
        general=frozenset(data["general"]),
        same={word: tuple(meaning.split()) for word, meaning in data["same"].items()},
    )

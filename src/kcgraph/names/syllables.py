"""Names made of syllables, as those of Korea and China are: what a spelling may stand for."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from operator import or_
from typing import NamedTuple

_KEYS = 128
"""Index keys of one name, at most: a spelling that allows more is no name of anybody."""


class Reading(NamedTuple):
    """What a spelling stands for in one system, syllable by syllable, surname first.

    `meanings` is every syllable that each may stand for, `likely` those that names have. `strict` is what the house
    style of a country tells apart though others write it alike; empty when the spelling is not in one. `is_house`
    tells that it makes a name in that style, too: Kim Yong Chul is set like a name of the DPRK but would be no name.
    """

    system: str
    spelled: tuple[str, ...]
    surname: int
    meanings: tuple[frozenset[str], ...]
    likely: tuple[frozenset[str], ...]
    strict: tuple[frozenset[str], ...] = ()
    is_exact: bool = False
    is_house: bool = False


def meet(first: tuple[frozenset[str], ...], second: tuple[frozenset[str], ...]) -> bool:
    """Whether every syllable of two names has a meaning in common."""
    if len(first) != len(second):
        return False
    return not any(map(frozenset.isdisjoint, first, second))


@dataclass(frozen=True)
class Readings:
    """All readings of a name in one language; false when there is none."""

    each: tuple[Reading, ...]

    def __bool__(self) -> bool:
        return bool(self.each)

    @cached_property
    def spans(self) -> dict[int, tuple[frozenset[str], ...]]:
        """By the number of syllables, all that each may mean in any reading."""
        found: dict[int, tuple[frozenset[str], ...]] = {}
        for reading in self.each:
            size = len(reading.meanings)
            found[size] = tuple(map(or_, found[size], reading.meanings)) if size in found else reading.meanings
        return found

    @cached_property
    def house(self) -> Reading | None:
        """The reading in a house style."""
        return self.styled if self.styled and self.styled.is_house else None

    @cached_property
    def styled(self) -> Reading | None:
        """The reading that is set as in a house style, whether it makes a name there or not."""
        return next((reading for reading in self.each if reading.strict and not reading.is_exact), None)

    @property
    def exact(self) -> Reading | None:
        """The first reading when it is in a script that leaves no doubt."""
        return self.each[0] if self.each and self.each[0].is_exact else None

    def may_meet(self, other: "Readings") -> bool:
        """Whether a reading may be common to both: quick, and right when it says no."""
        return any(size in other.spans and meet(span, other.spans[size]) for size, span in self.spans.items())


def parted(word: str, known: Container[str], most: int) -> Iterator[tuple[str, ...]]:
    """Every way to part a word into at most `most` known syllables, the longest first syllable first."""
    if word in known:
        yield (word,)
    if most > 1:
        for end in range(min(len(word) - 1, 7), 0, -1):
            if (head := word[:end]) in known:
                for rest in parted(word[end:].removeprefix("'"), known, most - 1):
                    yield (head, *rest)


def keys_of(readings: Readings, classes: Mapping[str, str], prefix: str) -> Iterator[str]:
    """The index keys of a name: for each reading its syllables in coarse classes."""
    for reading in readings.each:
        positions = [
            sorted({classes.get(syllable, syllable) for syllable in meanings}) for meanings in reading.meanings
        ]
        for number, chosen in enumerate(product(*positions)):
            if number >= _KEYS:
                break
            yield prefix + " ".join(chosen)

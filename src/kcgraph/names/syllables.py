"""Names made of syllables, as those of Korea and China are: what a spelling may stand for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

_KEYS = 128
"""Index keys of one name, at most: a spelling that allows more is no name of anybody."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a spelling stands for in one system, syllable by syllable, surname first.

    `meanings` is every syllable that each may stand for, `likely` those that names have. `strict` is what the house
    style of a country tells apart though others write it alike; empty when the spelling is in no house style.
    """

    system: str
    spelled: tuple[str, ...]
    surname: int
    meanings: tuple[frozenset[str], ...]
    likely: tuple[frozenset[str], ...]
    strict: tuple[frozenset[str], ...] = ()
    is_exact: bool = False


def meet(first: tuple[frozenset[str], ...], second: tuple[frozenset[str], ...]) -> bool:
    """Whether every syllable of two names has a meaning in common."""
    if len(first) != len(second):
        return False
    for one, other in zip(first, second, strict=True):
        if one.isdisjoint(other):
            return False
    return True


def parted(word: str, known: Mapping[str, object], most: int) -> Iterator[tuple[str, ...]]:
    """Every way to part a word into at most `most` known syllables, the longest first syllable first."""
    if word in known:
        yield (word,)
    if most > 1:
        for end in range(min(len(word) - 1, 7), 0, -1):
            if (head := word[:end]) in known:
                for rest in parted(word[end:].removeprefix("'"), known, most - 1):
                    yield (head, *rest)


def keys_of(readings: tuple[Reading, ...], classes: Mapping[str, str], prefix: str) -> Iterator[str]:
    """The index keys of a name: for each reading its syllables in coarse classes."""
    for reading in readings:
        positions = [
            sorted({classes.get(syllable, syllable) for syllable in meanings}) for meanings in reading.meanings
        ]
        for number, chosen in enumerate(product(*positions)):
            if number >= _KEYS:
                break
            yield prefix + " ".join(chosen)

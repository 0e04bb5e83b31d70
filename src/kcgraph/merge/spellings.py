"""Whether two names are spellings of one, as this stage asks it."""

from collections.abc import Callable
from dataclasses import dataclass

from kcgraph.reference import fold_name


@dataclass(frozen=True, slots=True)
class Spellings:
    """`same` says yes (True), no (False) or unsure (None); two names that it says yes of share one of their `keys`."""

    same: Callable[[str, str], bool | None]
    keys: Callable[[str], frozenset[str]]


def _same_letters(first: str, second: str) -> bool | None:
    return True if fold_name(first) == fold_name(second) else None


LETTERS = Spellings(_same_letters, lambda name: frozenset((fold_name(name),)))
"""Names are spellings of one when they differ in case, accents and hyphens alone ("Pak Sun Gil" is not Pak Sung Il)."""

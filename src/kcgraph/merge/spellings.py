"""Whether two names are spellings of one, as this stage asks it."""

from collections.abc import Callable
from dataclasses import dataclass

from kcgraph.names import Sameness, compare, name_keys


@dataclass(frozen=True, slots=True)
class Spellings:
    """`same` says yes (True), no (False) or unsure (None); two names that it says yes of share one of their `keys`."""

    same: Callable[[str, str], bool | None]
    keys: Callable[[str], frozenset[str]]


def _same(first: str, second: str) -> bool | None:
    return {Sameness.YES: True, Sameness.NO: False, Sameness.UNSURE: None}[compare(first, second).same]


NAMES = Spellings(_same, name_keys)
"""As `kcgraph.names` knows the scripts and systems."""

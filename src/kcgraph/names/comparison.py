"""What a comparison of two names comes to."""

from dataclasses import dataclass
from enum import Enum


class Sameness(Enum):
    """Whether two names are spellings of one."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer and, in one phrase, why."""

    same: Sameness
    reason: str


def yes(reason: str) -> Comparison:
    """Two spellings of one name."""
    return Comparison(Sameness.YES, reason)


def no(reason: str) -> Comparison:
    """Two names."""
    return Comparison(Sameness.NO, reason)


def unsure(reason: str) -> Comparison:
    """Nothing that the spelling settles."""
    return Comparison(Sameness.UNSURE, reason)

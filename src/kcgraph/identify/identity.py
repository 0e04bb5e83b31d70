"""What a name comes to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """The local IRI of a thing, and those of the known things that it may be when that stays open."""

    path: str
    candidates: tuple[str, ...] = ()

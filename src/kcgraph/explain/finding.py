"""One thing that a report says, and how it was found."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`value` as the report has it (None for what it does not have), and how it was found, in clauses of a sentence."""

    value: str | None
    how: str

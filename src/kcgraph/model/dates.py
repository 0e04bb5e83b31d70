"""Dates with the precision that a text gives, written in EDTF level 0 (Library of Congress, ISO 8601-2)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cached_property

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class EventDate:
    """A day, month, year or interval of them: `2025-03-21`, `2025-03`, `2025`, `2024-09-17/2024-09-20`.

    Raises ValueError when `edtf` is none of these, or an interval runs backwards.
    """

    edtf: str

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"interval {self.edtf!r} runs backwards")

    @classmethod
    def of_day(cls, day: date) -> "EventDate":
        """The date of one day."""
        return cls(day.isoformat())

    @classmethod
    def interval(cls, first: "EventDate", last: "EventDate") -> "EventDate":
        """From the start of `first` to the end of `last`."""
        start, end = first.edtf.split("/")[0], last.edtf.split("/")[-1]
        return cls(start if start == end else f"{start}/{end}")

    @cached_property
    def earliest(self) -> date:
        """The first day that the date may mean."""
        return _bounds(self.edtf.split("/")[0])[0]

    @cached_property
    def latest(self) -> date:
        """The last day that the date may mean."""
        return _bounds(self.edtf.split("/")[-1])[1]

    @property
    def is_day(self) -> bool:
        """Whether it names exactly one day."""
        return self.earliest == self.latest


def _bounds(point: str) -> tuple[date, date]:
    match = _POINT.fullmatch(point)
    if match is None:
        raise ValueError(f"{point!r} is not a year, month or day in EDTF")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)

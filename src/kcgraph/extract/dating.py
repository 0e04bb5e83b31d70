"""When an event took place, by the time words of its clause."""

from collections.abc import Iterator
from datetime import date, timedelta

from kcgraph.extract.chunks import Chunk
from kcgraph.extract.clauses import Frame
from kcgraph.extract.wordlists import words
from kcgraph.model import EventDate


def date_of(frame: Frame, status: str, today: date | None = None) -> EventDate | None:
    """The date of a frame: an interval "from ... to ...", else the most precise time; None without a time word.

    Times after "since", "until", "by" and the like do not tell when. What occurred is not dated after `today`.
    """
    found: list[EventDate] = []
    start: EventDate | None = None
    for preposition, when in _times(frame, status, today):
        if preposition == "from" and "/" not in when.edtf:
            start = when
        elif start is not None and preposition in words("dating", "interval_ends"):
            return _interval(start, when)
        elif preposition not in words("dating", "not_when"):
            found.append(when)
    return max(found, key=_precision) if found else start


def further_months(frame: Frame, status: str, today: date | None = None) -> list[EventDate]:
    """`visited it in March and April`: the months after the first; each saw an event of its own."""
    times = list(_times(frame, status, today))
    if len(times) < 2 or times[0][0] not in ("in", "") or not all(_is_month(when) for _, when in times):
        return []
    return [when for preposition, when in times[1:] if preposition == "" and when != times[0][1]]


def _is_month(when: EventDate) -> bool:
    return len(when.edtf) == len("2012-05") and when.edtf[4] == "-"


def _times(frame: Frame, status: str, today: date | None) -> Iterator[tuple[str, EventDate]]:
    """The dates of a clause that it can have, each with its preposition."""
    for preposition, chunk in frame.times:
        when = _when(chunk, status)
        if when is None or (status == "Occurred" and today is not None and _is_later(when, today)):
            continue
        yield preposition, when


def _when(chunk: Chunk, status: str) -> EventDate | None:
    """What a time chunk means: of "Friday", the next one when something is planned."""
    if chunk.time is None:
        return None
    is_to_come = status == "Planned" and chunk.time.planned is not None
    return chunk.time.planned if is_to_come else chunk.time.date


def _is_later(when: EventDate, today: date) -> bool:
    """Whether a date has not come yet; a day is allowed for, since it is tomorrow in the east."""
    return when.earliest > today + timedelta(days=1)


def _interval(start: EventDate, end: EventDate) -> EventDate:
    """From one date to another; the first alone when they are in the wrong order."""
    try:
        return EventDate.interval(start, end)
    except ValueError:
        return start


def _precision(when: EventDate) -> tuple[bool, bool, int]:
    """Days before intervals before months and years."""
    return when.is_day, "/" in when.edtf, len(when.edtf)

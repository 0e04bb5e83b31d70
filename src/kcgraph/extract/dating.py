"""When an event took place, by the time words of its clause."""

from kcgraph.extract.clauses import Frame
from kcgraph.model import EventDate

_NOT_WHEN = frozenset({"since", "until", "till", "by", "before", "after", "for", "of", "due"})


def date_of(frame: Frame, status: str) -> EventDate | None:
    """The date of a frame: an interval "from ... to ...", else the most precise time that is not "since", "until", "by", ...; None without a time word."""
    found: list[EventDate] = []
    start: EventDate | None = None
    for preposition, chunk in frame.times:
        time = chunk.time
        if time is None:
            continue
        date = time.planned if status == "Planned" and time.planned is not None else time.date
        if date is None:
            continue
        if preposition == "from":
            start = date
        elif preposition in ("to", "through", "until") and start is not None:
            try:
                return EventDate.interval(start, date)
            except ValueError:
                return start
        elif preposition not in _NOT_WHEN:
            found.append(date)
    if not found:
        return start
    return max(found, key=lambda date: (date.is_day, "/" in date.edtf, len(date.edtf)))

"""When an event took place, by the time words of its clause."""

from datetime import date, timedelta

from kcgraph.extract.clauses import Frame
from kcgraph.model import EventDate

_NOT_WHEN = frozenset({"since", "until", "till", "by", "before", "after", "for", "of", "due"})


def date_of(frame: Frame, status: str, today: date | None = None) -> EventDate | None:
    """The date of a frame: an interval "from ... to ...", else the most precise time that is not "since", "until",
    "by", ...; None without a time word.
    """
    found: list[EventDate] = []
    start: EventDate | None = None
    for preposition, chunk in frame.times:
        time = chunk.time
        if time is None:
            continue
        when = time.planned if status == "Planned" and time.planned is not None else time.date
        if when is None or (status == "Occurred" and today is not None and when.earliest > today + timedelta(days=1)):
            continue
        if preposition == "from":
            start = when
        elif preposition in ("to", "through", "until") and start is not None:
            try:
                return EventDate.interval(start, when)
            except ValueError:
                return start
        elif preposition not in _NOT_WHEN:
            found.append(when)
    if not found:
        return start
    return max(found, key=lambda when: (when.is_day, "/" in when.edtf, len(when.edtf)))

"""When an event took place, by the time words of its clause, else by the one that ends its sentence."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.clauses.lists import is_finite
from kcgraph.extract.wordlists import words
from kcgraph.model import EventDate

_CLAUSES = (Kind.RELATIVE, Kind.SUBORDINATOR)
_PARTING = (*_CLAUSES, Kind.STOP, Kind.QUOTE)
# The time that begins a sentence is one of its first chunks ("One day in May").
_OPENING = 3
# What may stand between an event noun and a time set off from it.
_SETTING_OFF = (Kind.COMMA, Kind.STOP, Kind.QUOTE, Kind.ADVERB)


def date_of(frame: Frame, status: str, today: date | None = None) -> EventDate | None:
    """The date of a frame: an interval "from ... to ...", else the most precise time; None without a time word.

    Times after "since", "until", "by" and the like do not tell when. What occurred is not dated after `today`.
    """
    found: list[EventDate] = []
    start: EventDate | None = None
    is_between = False
    for preposition, when in _times(frame, status, today):
        if start is not None and (is_between or preposition in words("dating", "interval_ends")):
            return _interval(start, when)
        if preposition in words("dating", "interval_starts") and "/" not in when.edtf:
            start, is_between = when, preposition == "between"
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


def closing_date(chunks: Sequence[Chunk], frame: Frame, today: date | None) -> EventDate | None:
    """The day that ends the sentence: `released a report blaming X on Tuesday`.

    None when a clause of its own stands between.
    """
    is_quoted = False
    for k in range(frame.last + 1, len(chunks)):
        here = chunks[k]
        if here.kind == Kind.QUOTE:
            is_quoted = not is_quoted
        elif is_quoted:
            continue
        elif here.kind == Kind.TIME:
            return _closing_day(chunks, k, today)
        elif here.kind in _CLAUSES or (here.kind == Kind.VERB and not _is_within_phrase(chunks, k)):
            return None
    return None


def date_of_saying(chunks: Sequence[Chunk], frame: Frame, today: date | None) -> EventDate | None:
    """`He said this on Thursday when the ambassador paid a call on him`: the day of the clause before "when"."""
    for k in range(min(frame.first, len(chunks) - 1), 0, -1):
        if chunks[k].kind == Kind.SUBORDINATOR:
            time = chunks[k - 1].time if chunks[k].head == "when" else None
            when = time.date if time is not None else None
            return when if when is not None and when.is_day and not (today and _is_later(when, today)) else None
        if chunks[k].kind == Kind.STOP:
            return None
    return None


def opening_date(chunks: Sequence[Chunk], frame: Frame, today: date | None) -> EventDate | None:
    """`Last year houses suited to the region were built`, `One day in May 1954 when it rained, X visited Y`.

    The time that begins the sentence, unless another clause that is not closed by a comma stands between.
    """
    at = next((k for k, chunk in enumerate(chunks[:_OPENING]) if chunk.kind == Kind.TIME), -1)
    time = chunks[at].time if at >= 0 else None
    if time is None or time.date is None or not all(_opens_time(chunk) for chunk in chunks[:at]):
        return None
    begin = at + 1
    if begin < len(chunks) and chunks[begin].kind == Kind.SUBORDINATOR and chunks[begin].head == "when":
        begin = next((k for k in range(begin, frame.anchor) if chunks[k].kind == Kind.COMMA), frame.anchor)
        if begin == frame.anchor:
            return None
    if any(chunk.kind in _PARTING or is_finite(chunk) for chunk in chunks[begin : frame.anchor]):
        return None
    return None if today is not None and _is_later(time.date, today) else time.date


def _opens_time(chunk: Chunk) -> bool:
    """`One day`, `in`: what stands before the time that begins a sentence."""
    if chunk.kind == Kind.PREPOSITION:
        return chunk.head in words("dating", "before_times")
    return chunk.kind == Kind.NOUN and chunk.head == "day"


def _closing_day(chunks: Sequence[Chunk], k: int, today: date | None) -> EventDate | None:
    """The day at chunk `k`, when nothing but the end of the sentence or a comma comes after it."""
    time, before = chunks[k].time, chunks[k - 1]
    if time is None or time.date is None or not time.date.is_day:
        return None
    if before.kind == Kind.PREPOSITION and before.head not in words("dating", "before_days"):
        return None
    after = chunks[k + 1] if k + 1 < len(chunks) else None
    if after is not None and after.kind not in _SETTING_OFF and after.head not in words("dating", "after_days"):
        return None
    return None if today is not None and _is_later(time.date, today) else time.date


def date_beside(chunks: Sequence[Chunk], frame: Frame, today: date | None) -> EventDate | None:
    """The time set off after an event noun: `the visit of X, in June`, `the session of X held in May`."""
    k = after = frame.last + 1
    while k < len(chunks) and (chunks[k].kind in _SETTING_OFF or _is_held(chunks[k])):
        k += 1
    is_held = after < k and _is_held(chunks[after])
    while is_held and k + 1 < len(chunks) and _is_phrase_of_place(chunks[k], chunks[k + 1]):
        k += 2
    if k == after or k + 1 >= len(chunks) or chunks[k].head not in words("dating", "before_times"):
        return None
    if not is_held and chunks[k].head in words("dating", "before_days"):
        return None
    time = chunks[k + 1].time
    when = time.date if time is not None else None
    return None if when is None or (today is not None and _is_later(when, today)) else when


def _is_phrase_of_place(preposition: Chunk, place: Chunk) -> bool:
    """`in Hanoi`, `at the club`."""
    return preposition.kind == Kind.PREPOSITION and place.is_nominal


def _is_held(chunk: Chunk) -> bool:
    """`held`, `opened`, after an event noun."""
    return chunk.kind == Kind.VERB and chunk.form in ("past", "participle") and chunk.head in words("dating", "held")


def _is_within_phrase(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the verb at chunk `k` belongs to the phrase before it: `a commentary censuring X`, `a group led by X`."""
    verb = chunks[k]
    if verb.form in ("ing", "participle", "infinitive"):
        return True
    return verb.form == "past" and k + 1 < len(chunks) and chunks[k + 1].head == "by"


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

"""Time expressions of a sentence, resolved against the article's date with the precision that the words give."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kcgraph.model import EventDate
from kcgraph.model.reading import TimeExpression
from kcgraph.resources import folder

_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_DAYS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
_YEAR = re.compile(r"(1[5-9][0-9]{2}|20[0-9]{2})")
_YEARS = re.compile(r"(1[5-9][0-9]{2}|20[0-9]{2})-(1[5-9][0-9]{2}|20[0-9]{2})")


@dataclass(frozen=True, slots=True)
class _Words:
    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    days: dict[str, int]
    same_day: tuple[tuple[str, ...], ...]
    day_before: tuple[tuple[str, ...], ...]
    day_after: tuple[tuple[str, ...], ...]
    vague: tuple[tuple[str, ...], ...]
    few: frozenset[str]
    parts: dict[str, tuple[int, int]]
    not_after: frozenset[str]
    shift: dict[str, int]


@cache
def _words() -> _Words:
    data = tomllib.loads((folder("seeds") / "lexicon" / "times.toml").read_text(encoding="utf-8"))

    def phrases(key: str) -> tuple[tuple[str, ...], ...]:
        return tuple(sorted((tuple(phrase.split()) for phrase in data[key]), key=len, reverse=True))

    return _Words(
        data["months"], data["weekdays"], data["numbers"], data["days"], phrases("same_day"), phrases("day_before"),
        phrases("day_after"), phrases("vague"), frozenset(data["few"]),
        {word: (months[0], months[1]) for word, months in data["parts_of_year"].items()},
        frozenset(data["not_before"]), data["shift"],
    )  # fmt: skip


class TimeReader:
    """Reads the sentences of one article in order; "the same day" counts from the last day that was named."""

    def __init__(self, anchor: EventDate | None, today: date | None) -> None:
        self._anchor = anchor
        self._today = today
        self._last = today

    def read(self, words: tuple[str, ...]) -> tuple[TimeExpression, ...]:
        """The time expressions of one sentence, in order, without overlaps."""
        lower = [word.lower() for word in words]
        found: list[TimeExpression] = []
        position = 0
        while position < len(words):
            expression = self._at(words, lower, position)
            if expression is None:
                position += 1
                continue
            found.append(expression)
            if expression.date is not None and expression.date.is_day:
                self._last = expression.date.earliest
            position = expression.last
        return tuple(found)

    def _at(self, words: tuple[str, ...], lower: list[str], i: int) -> TimeExpression | None:
        known = _words()
        word = lower[i]
        first = word.rstrip(".")
        if first in known.months and words[i][0].isupper():
            return self._month(words, lower, i)
        if word in known.weekdays and words[i][0].isupper():
            return self._weekday(lower, i)
        if word in known.days and self._today and not (word == "today" and i + 1 < len(lower) and lower[i + 1] == "'s"):
            day = self._today + timedelta(days=known.days[word])
            return TimeExpression(i, i + 1, EventDate.of_day(day), EventDate.of_day(day))
        if _YEAR.fullmatch(word):
            return self._year(lower, i)
        if (years := _YEARS.fullmatch(word)) and years[1] <= years[2]:
            when = EventDate(f"{years[1]}/{years[2]}")
            return TimeExpression(i, i + 1, when, when)
        if word == "juche":
            return self._juche(lower, i)
        if word in ("early", "mid", "late", "mid-") and i + 1 < len(lower) and lower[i + 1].rstrip(".") in known.months:
            inner = self._at(words, lower, i + 1)
            return TimeExpression(i, inner.last, inner.date, inner.planned) if inner else None
        if _DAY.fullmatch(word) and i + 1 < len(lower) and (day := self._day_first(words, lower, i)) is not None:
            return day
        return self._phrase(lower, i)

    def _month(self, words: tuple[str, ...], lower: list[str], i: int) -> TimeExpression | None:
        """`March 21`, `March 21, 2025`, `Sept. 9 to 12`, `May Juche 55 (1966)`, `December 4 last year`, `March`."""
        month = _words().months[lower[i].rstrip(".")]
        end = i + 1
        if lower[i] == "may" and not self._is_month_may(words, lower, i):
            return None
        if (
            len(lower[i].rstrip(".")) == 3
            and lower[i] != "may"
            and not (end < len(lower) and lower[end][0] in "0123456789")
        ):
            return None
        first_day = last_day = None
        if end < len(lower) and (days := _DAYS.fullmatch(lower[end])):
            first_day, last_day, end = int(days[1]), int(days[2]), end + 1
        elif end < len(lower) and (day := _DAY.fullmatch(lower[end])) and 1 <= int(day[1]) <= 31:
            first_day, end = int(day[1]), end + 1
            last_day, end = self._second_day(lower, end)
        second_month = None
        if (
            first_day
            and last_day is None
            and end + 2 < len(lower)
            and lower[end] in ("to", "-", "through", "and", "until")
        ):
            other = _words().months.get(lower[end + 1].rstrip("."))
            day = _DAY.fullmatch(lower[end + 2])
            if other and day and lower[end] != "and":
                second_month, last_day, end = other, int(day[1]), end + 3
        year, end = self._year_after(lower, end)
        if first_day and self._is_name_part(words, lower, i, end):
            return None
        if not first_day and year is None and end < len(words) and words[end][0].isupper():
            return None
        return self._resolve(i, end, year, month, first_day, second_month, last_day)

    def _is_month_may(self, words: tuple[str, ...], lower: list[str], i: int) -> bool:
        follows = lower[i + 1] if i + 1 < len(lower) else ""
        before = lower[i - 1] if i else ""
        return bool(
            _DAY.fullmatch(follows)
            or _DAYS.fullmatch(follows)
            or _YEAR.fullmatch(follows)
            or follows == "juche"
            or before in ("in", "last", "early", "late", "since", "of", "and")
        )

    def _second_day(self, lower: list[str], end: int) -> tuple[int | None, int]:
        if end + 1 < len(lower) and lower[end] in ("to", "-", "and", "through", ","):
            day = _DAY.fullmatch(lower[end + 1])
            follows = lower[end + 2] if end + 2 < len(lower) else ""
            if (
                day
                and 1 <= int(day[1]) <= 31
                and (lower[end] != "," or follows in ("and", ","))
                and not follows.endswith("anniversary")
                and follows not in ("th", "%", "percent")
            ):
                last, end = int(day[1]), end + 2
                if lower[end - 2] == "," and end + 1 < len(lower) and lower[end] in ("and", ","):
                    step = 1 if lower[end] == "and" else 2 if lower[end + 1] == "and" else 1
                    if end + step < len(lower) and (third := _DAY.fullmatch(lower[end + step])):
                        last, end = int(third[1]), end + step + 1
                return last, end
        return None, end

    def _is_name_part(self, words: tuple[str, ...], lower: list[str], i: int, end: int) -> bool:
        """`April 25 House of Culture`, `the June 15 joint declaration`: a date inside a name is no time."""
        if end >= len(words):
            return False
        follows = words[end]
        if lower[end] in _words().not_after:
            return True
        return follows[0].isupper() and lower[i - 1 : i] == ["the"] and lower[end] not in ("juche",)

    def _year_after(self, lower: list[str], end: int) -> tuple[int | None, int]:
        at = end + 1 if end < len(lower) and lower[end] in (",", "of", "in") else end
        if at >= len(lower):
            return None, end
        if _YEAR.fullmatch(lower[at]):
            return int(lower[at]), at + 1
        if lower[at] == "juche":
            juche = self._juche(lower, at)
            if juche and juche.date:
                return juche.date.earliest.year, juche.last
        if at + 1 < len(lower) and lower[at + 1] == "year" and lower[at] in _words().shift and self._anchor:
            return self._anchor.earliest.year + _words().shift[lower[at]], at + 2
        return None, end

    def _juche(self, lower: list[str], i: int) -> TimeExpression | None:
        """`Juche 55 (1966)`, `Juche 101`: the first year of Juche is 1912."""
        if i + 1 >= len(lower) or not lower[i + 1].isdecimal() or not 1 <= int(lower[i + 1]) <= 150:
            return None
        end, year = i + 2, 1911 + int(lower[i + 1])
        if end + 2 < len(lower) and lower[end] == "(" and _YEAR.fullmatch(lower[end + 1]) and lower[end + 2] == ")":
            end, year = end + 3, int(lower[end + 1])
        return TimeExpression(i, end, EventDate(str(year)), EventDate(str(year)))

    def _year(self, lower: list[str], i: int) -> TimeExpression | None:
        follows = lower[i + 1] if i + 1 < len(lower) else ""
        before = lower[i - 1] if i else ""
        is_count = (
            follows.endswith("s")
            and follows.isalpha()
            and before not in ("in", "since", "of", "by", "until", "from", "the", "juche", "during")
        )
        if (
            before in ("$", "no.", "order", "resolution")
            or is_count
            or follows
            in (
                "people",
                "tons",
                "persons",
                "%",
                "percent",
                "meters",
                "households",
                "copies",
                "kilometers",
                "square",
                "families",
                "troops",
                "soldiers",
                "workers",
                "students",
                "houses",
            )
        ):
            return None
        end, when = i + 1, EventDate(lower[i])
        if (
            follows in ("-", "to")
            and i + 2 < len(lower)
            and _YEAR.fullmatch(lower[i + 2])
            and int(lower[i + 2]) >= int(lower[i])
        ):
            end, when = i + 3, EventDate(f"{lower[i]}/{lower[i + 2]}")
        return TimeExpression(i, end, when, when)

    def _day_first(self, words: tuple[str, ...], lower: list[str], i: int) -> TimeExpression | None:
        """`21 March 2025`, `the 9th of September`."""
        at = i + 2 if lower[i + 1] == "of" else i + 1
        if at >= len(lower) or lower[at].rstrip(".") not in _words().months or not words[at][0].isupper():
            return None
        day = _DAY.fullmatch(lower[i])
        after = lower[at + 1] if at + 1 < len(lower) else ""
        if day is None or not 1 <= int(day[1]) <= 31 or _DAY.fullmatch(after):
            return None
        year, end = self._year_after(lower, at + 1)
        return self._resolve(i, end, year, _words().months[lower[at].rstrip(".")], int(day[1]), None, None)

    def _weekday(self, lower: list[str], i: int) -> TimeExpression | None:
        end = i + 1
        if self._today is None:
            return TimeExpression(i, end, None)
        back = (self._today.weekday() - _words().weekdays[lower[i]]) % 7
        past = self._today - timedelta(days=back)
        if end + 1 < len(lower) and lower[end : end + 2] == ["last", "week"]:
            past, end = self._today - timedelta(days=self._today.weekday() + 7 - _words().weekdays[lower[i]]), end + 2
        elif i and lower[i - 1] == "next":
            past += timedelta(days=7)
        coming = past if back == 0 else past + timedelta(days=7)
        if end < len(lower) and lower[end] in ("morning", "afternoon", "evening", "night"):
            end += 1
        return TimeExpression(i, end, EventDate.of_day(past), EventDate.of_day(coming))

    def _phrase(self, lower: list[str], i: int) -> TimeExpression | None:
        known = _words()
        for phrases, shift in ((known.same_day, 0), (known.day_before, -1), (known.day_after, 1)):
            for phrase in phrases:
                if lower[i] == phrase[0] and tuple(lower[i : i + len(phrase)]) == phrase:
                    day = EventDate.of_day(self._last + timedelta(days=shift)) if self._last else None
                    return TimeExpression(i, i + len(phrase), day, day)
        for phrase in known.vague:
            if lower[i] == phrase[0] and tuple(lower[i : i + len(phrase)]) == phrase:
                return TimeExpression(i, i + len(phrase), self._about(phrase))
        return self._ago(lower, i) or self._calendar(lower, i)

    def _about(self, phrase: tuple[str, ...]) -> EventDate | None:
        """ "Some days ago" is this month when the month is old enough to hold it."""
        if self._today and phrase[:2] in (("some", "days"), ("several", "days")) and self._today.day > 8:
            return EventDate(f"{self._today:%Y-%m}")
        return None

    def _ago(self, lower: list[str], i: int) -> TimeExpression | None:
        """`two weeks ago`, `75 years ago`, `six months earlier`."""
        known = _words()
        number = known.numbers.get(lower[i], int(lower[i]) if lower[i].isdecimal() and len(lower[i]) < 5 else None)
        if number is None or i + 2 >= len(lower) or lower[i + 2] != "ago" or self._anchor is None:
            return None
        unit = lower[i + 1].rstrip("s")
        if unit == "year":
            return TimeExpression(
                i,
                i + 3,
                EventDate(f"{self._anchor.earliest.year - number:04d}")
                if number < self._anchor.earliest.year - 1500
                else None,
            )
        if self._today is None:
            return TimeExpression(i, i + 3, None)
        if unit == "month":
            months = self._today.year * 12 + self._today.month - 1 - number
            return TimeExpression(i, i + 3, EventDate(f"{months // 12:04d}-{months % 12 + 1:02d}"))
        days = {"day": 1, "week": 7}.get(unit)
        if days is None:
            return None
        day = self._today - timedelta(days=days * number)
        return TimeExpression(i, i + 3, EventDate.of_day(day) if unit == "day" else EventDate(f"{day:%Y-%m}"))

    def _calendar(self, lower: list[str], i: int) -> TimeExpression | None:
        """`last year`, `this month`, `the first half of this year`, `early next year`."""
        if lower[i] not in _words().shift or i + 1 >= len(lower) or self._anchor is None:
            return None
        shift, unit = _words().shift[lower[i]], lower[i + 1]
        if unit == "year":
            when = EventDate(str(self._anchor.earliest.year + shift))
        elif unit == "month" and self._today:
            months = self._today.year * 12 + self._today.month - 1 + shift
            when = EventDate(f"{months // 12:04d}-{months % 12 + 1:02d}")
        elif unit == "week" and self._today and shift:
            monday = self._today - timedelta(days=self._today.weekday() - 7 * shift)
            when = EventDate.interval(EventDate.of_day(monday), EventDate.of_day(monday + timedelta(days=6)))
        elif unit.rstrip(".") in _words().months:
            return self._resolve(
                i,
                i + 2,
                self._anchor.earliest.year + shift if shift else None,
                _words().months[unit.rstrip(".")],
                None,
                None,
                None,
            )
        else:
            return None
        return TimeExpression(i, i + 2, when, when)

    def _resolve(
        self,
        first: int,
        last: int,
        year: int | None,
        month: int,
        day: int | None,
        second_month: int | None,
        second_day: int | None,
    ) -> TimeExpression | None:
        """The month (and day) in the year said, else the latest one that is not after the article's date; next year's
        if planned.
        """
        if year is not None:
            when = _date(year, month, day, second_month, second_day)
            return TimeExpression(first, last, when, when) if when else None
        if self._anchor is None:
            return TimeExpression(first, last, None)
        base = self._anchor.earliest.year
        here = _date(base, month, day, second_month, second_day)
        if here is None:
            return None
        if self._today is None:
            return TimeExpression(first, last, here, here)
        is_past = here.earliest <= self._today
        # Time zones and press deadlines let a paper print tomorrow's date: the day after still means this year.
        past = (
            here
            if is_past or here.earliest <= self._today + timedelta(days=1)
            else _date(base - 1, month, day, second_month, second_day)
        )
        coming = here if here.latest >= self._today else _date(base + 1, month, day, second_month, second_day)
        return TimeExpression(first, last, past, coming)


def _date(year: int, month: int, day: int | None, second_month: int | None, second_day: int | None) -> EventDate | None:
    try:
        if day is None:
            return EventDate(f"{year:04d}-{month:02d}")
        first = EventDate.of_day(date(year, month, day))
        if second_day is None:
            return first
        end_year = year + 1 if second_month is not None and second_month < month else year
        return EventDate.interval(first, EventDate.of_day(date(end_year, second_month or month, second_day)))
    except ValueError:
        return None

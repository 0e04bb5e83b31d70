"""Time expressions of a sentence, resolved against the article's date with the precision that the words give."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from kcgraph.model import EventDate
from kcgraph.model.reading import TimeExpression
from kcgraph.text.timewords import Phrases, is_of, time_words

_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_DAYS = re.compile(r"([0-9]{1,2})-([0-9]{1,2})")
_YEAR = re.compile(r"(1[5-9][0-9]{2}|20[0-9]{2})")
_YEARS = re.compile(r"(1[5-9][0-9]{2}|20[0-9]{2})-(1[5-9][0-9]{2}|20[0-9]{2})")
_DECADE = re.compile(r"(1[5-9][0-9]|20[0-9])0s")
_QUARTER = re.compile(r"q([1-4])")
_FIGURES = frozenset("0123456789")
_MONTHS = 12
_YEAR_BEFORE_JUCHE = 1911
# "Years ago" that lead to this year or an earlier one are a manner of speaking.
_FIRST_YEAR_AGO = 1500


@dataclass(frozen=True, slots=True)
class _Days:
    """The days named with a month: one, or a first and a last one, which may lie in another month."""

    first: int | None = None
    last: int | None = None
    last_month: int | None = None


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
        """The time expression that begins at the token `i`."""
        known, word, is_capital = time_words(), lower[i], words[i][0].isupper()
        if word not in known.first and word.isalpha():
            return None
        if is_capital and word.rstrip(".") in known.months:
            return self._month(words, lower, i)
        if is_capital and word in known.weekdays:
            return self._weekday(lower, i)
        if word in known.days and self._today and not (word == "today" and _word(lower, i + 1) == "'s"):
            return _certain(i, i + 1, EventDate.of_day(self._today + timedelta(days=known.days[word])))
        if _YEAR.fullmatch(word):
            return self._year(lower, i)
        if (years := _YEARS.fullmatch(word)) and years[1] <= years[2]:
            return _certain(i, i + 1, EventDate(f"{years[1]}/{years[2]}"))
        if decade := _DECADE.fullmatch(word):
            return _certain(i, i + 1, EventDate(f"{decade[1]}0/{decade[1]}9"))
        if word == "juche":
            return self._juche(lower, i)
        if (part := _part_of_year(lower, i)) is not None:
            return part
        if is_of(word, "parts_of_month") and _word(lower, i + 1).rstrip(".") in known.months:
            inner = self._at(words, lower, i + 1)
            return TimeExpression(i, inner.last, inner.date, inner.planned) if inner else None
        return self._day_first(words, lower, i) or self._phrase(lower, i)

    # ---- days, months and years as printed

    def _month(self, words: tuple[str, ...], lower: list[str], i: int) -> TimeExpression | None:
        """`March 21`, `March 21, 2025`, `Sept. 9 to 12`, `May Juche 55 (1966)`, `December 4 last year`, `March`."""
        if not _is_month_name(lower, i):
            return None
        days, end = _days_after(lower, i + 1)
        year, end = self._year_after(lower, end)
        if days.first and _is_name_part(words, lower, i, end):
            return None
        if not days.first and year is None and end < len(words) and words[end][0].isupper():
            return None
        return self._resolve(i, end, year, time_words().months[lower[i].rstrip(".")], days)

    def _day_first(self, words: tuple[str, ...], lower: list[str], i: int) -> TimeExpression | None:
        """`21 March 2025`, `the 9th of September`."""
        day = _day_number(lower, i)
        if day is None:
            return None
        at = i + 2 if _word(lower, i + 1) == "of" else i + 1
        month = time_words().months.get(_word(lower, at).rstrip("."))
        if month is None or not words[at][0].isupper() or _DAY.fullmatch(_word(lower, at + 1)):
            return None
        year, end = self._year_after(lower, at + 1)
        return self._resolve(i, end, year, month, _Days(day))

    def _year_after(self, lower: list[str], end: int) -> tuple[int | None, int]:
        """The year that the tokens from `end` give to a month, and the token after it."""
        at = end + 1 if is_of(_word(lower, end), "before_year_of_month") else end
        word = _word(lower, at)
        if _YEAR.fullmatch(word):
            return int(word), at + 1
        if word == "juche":
            juche = self._juche(lower, at)
            if juche and juche.date:
                return juche.date.earliest.year, juche.last
        if word in time_words().shift and _word(lower, at + 1) == "year" and self._anchor:
            return self._anchor.earliest.year + time_words().shift[word], at + 2
        return None, end

    def _juche(self, lower: list[str], i: int) -> TimeExpression | None:
        """`Juche 55 (1966)`, `Juche 101`: the first year of Juche is 1912."""
        number = _word(lower, i + 1)
        if not number.isdecimal() or not 1 <= int(number) <= 150:
            return None
        end, year = i + 2, _YEAR_BEFORE_JUCHE + int(number)
        if _word(lower, end) == "(" and _YEAR.fullmatch(_word(lower, end + 1)) and _word(lower, end + 2) == ")":
            end, year = end + 3, int(lower[end + 1])
        return _certain(i, end, EventDate(str(year)))

    def _year(self, lower: list[str], i: int) -> TimeExpression | None:
        """`2018`, `2018 to 2020`; four figures that count something are no year."""
        before = lower[i - 1] if i else ""
        follows = _word(lower, i + 1)
        is_count = follows.endswith("s") and follows.isalpha() and not is_of(before, "before_years")
        if is_count or is_of(before, "before_numbers") or is_of(follows, "counted"):
            return None
        last = _word(lower, i + 2)
        if follows in ("-", "to") and _YEAR.fullmatch(last) and int(last) >= int(lower[i]):
            return _certain(i, i + 3, EventDate(f"{lower[i]}/{last}"))
        return _certain(i, i + 1, EventDate(lower[i]))

    # ---- times told from the article's date

    def _weekday(self, lower: list[str], i: int) -> TimeExpression | None:
        """`Friday`, `Friday last week`, `next Friday evening`."""
        end = i + 1
        if self._today is None:
            return TimeExpression(i, end, None)
        weekday = time_words().weekdays[lower[i]]
        past = self._today - timedelta(days=(self._today.weekday() - weekday) % 7)
        is_today = past == self._today
        if lower[end : end + 2] == ["last", "week"]:
            past, end = self._today - timedelta(days=self._today.weekday() + 7 - weekday), end + 2
        elif i and lower[i - 1] == "next":
            past += timedelta(days=7)
        coming = past if is_today else past + timedelta(days=7)
        if is_of(_word(lower, end), "parts_of_day"):
            end += 1
        return TimeExpression(i, end, EventDate.of_day(past), EventDate.of_day(coming))

    def _phrase(self, lower: list[str], i: int) -> TimeExpression | None:
        """`the next day`, `recently`, `two weeks ago`, `last year`."""
        if lower[i] not in time_words().opening and not lower[i].isdecimal():
            return None
        for shift, phrases in time_words().phrases:
            end = _after_phrase(phrases, lower, i)
            if end is not None:
                day = EventDate.of_day(self._last + timedelta(days=shift)) if self._last else None
                return TimeExpression(i, end, day, day)
        end = _after_phrase(time_words().vague, lower, i)
        if end is not None:
            return TimeExpression(i, end, self._about(lower[i:end]))
        return self._ago(lower, i) or self._calendar(lower, i)

    def _about(self, phrase: list[str]) -> EventDate | None:
        """ "Some days ago" is this month when the month is old enough to hold it."""
        if self._today and phrase[:2] in (["some", "days"], ["several", "days"]) and self._today.day > 8:
            return EventDate(f"{self._today:%Y-%m}")
        return None

    def _ago(self, lower: list[str], i: int) -> TimeExpression | None:
        """`two weeks ago`, `75 years ago`, `six months ago`."""
        number = _count(lower[i])
        if number is None or _word(lower, i + 2) != "ago" or self._anchor is None:
            return None
        unit = lower[i + 1].rstrip("s")
        if unit == "year":
            year = self._anchor.earliest.year - number
            return TimeExpression(i, i + 3, EventDate(f"{year:04d}") if year > _FIRST_YEAR_AGO else None)
        if self._today is None:
            return TimeExpression(i, i + 3, None)
        if unit == "month":
            return TimeExpression(i, i + 3, _month_from(self._today, -number))
        if unit == "week":
            return TimeExpression(i, i + 3, EventDate(f"{self._today - timedelta(weeks=number):%Y-%m}"))
        if unit == "day":
            return TimeExpression(i, i + 3, EventDate.of_day(self._today - timedelta(days=number)))
        return None

    def _calendar(self, lower: list[str], i: int) -> TimeExpression | None:
        """`last year`, `this month`, `next week`, `last March`."""
        shift, unit = time_words().shift.get(lower[i]), _word(lower, i + 1)
        if shift is None or self._anchor is None:
            return None
        month = time_words().months.get(unit.rstrip("."))
        if month is not None:
            year = self._anchor.earliest.year + shift if shift else None
            return self._resolve(i, i + 2, year, month, _Days())
        if unit == "year":
            return _certain(i, i + 2, EventDate(str(self._anchor.earliest.year + shift)))
        if self._today is None:
            return None
        if unit == "month":
            return _certain(i, i + 2, _month_from(self._today, shift))
        if unit == "week" and shift:
            monday = self._today - timedelta(days=self._today.weekday() - 7 * shift)
            sunday = monday + timedelta(days=6)
            return _certain(i, i + 2, EventDate.interval(EventDate.of_day(monday), EventDate.of_day(sunday)))
        return None

    def _resolve(self, first: int, last: int, year: int | None, month: int, days: _Days) -> TimeExpression | None:
        """The month and days in the year said, else in the latest year that does not put them after the article's date.

        Of something planned they are the next ones to come.
        """
        if year is not None:
            when = _date(year, month, days)
            return _certain(first, last, when) if when else None
        if self._anchor is None:
            return TimeExpression(first, last, None)
        base = self._anchor.earliest.year
        here = _date(base, month, days)
        if here is None:
            return None
        if self._today is None:
            return TimeExpression(first, last, here, here)
        # Time zones and press deadlines let a paper print tomorrow's date: the day after still means this year.
        is_past = here.earliest <= self._today + timedelta(days=1)
        past = here if is_past else _date(base - 1, month, days)
        coming = here if here.latest >= self._today else _date(base + 1, month, days)
        return TimeExpression(first, last, past, coming)


def _word(lower: list[str], i: int) -> str:
    """The token `i`, "" beyond the end."""
    return lower[i] if i < len(lower) else ""


def _certain(first: int, last: int, when: EventDate) -> TimeExpression:
    """A time that is the same of something past and of something planned."""
    return TimeExpression(first, last, when, when)


def _part_of_year(lower: list[str], i: int) -> TimeExpression | None:
    """`Q2 2025`, `the second quarter of 2025`, `the first half of 2024`."""
    if quarter := _QUARTER.fullmatch(lower[i]):
        return _months_of(i, i + 1, lower, int(quarter[1]), 3)
    number, length = time_words().ordinals.get(lower[i]), time_words().parts_of_year.get(_word(lower, i + 1))
    if number is None or length is None or number * length > _MONTHS:
        return None
    return _months_of(i, i + 3 if _word(lower, i + 2) == "of" else i + 2, lower, number, length)


def _months_of(first: int, year: int, lower: list[str], number: int, length: int) -> TimeExpression | None:
    """The `number`-th part of `length` months of the year that stands at the token `year`."""
    if not _YEAR.fullmatch(_word(lower, year)):
        return None
    begin, end = (number - 1) * length + 1, number * length
    return _certain(first, year + 1, EventDate(f"{lower[year]}-{begin:02d}/{lower[year]}-{end:02d}"))


def _after_phrase(phrases: Phrases, lower: list[str], i: int) -> int | None:
    """The token after the first of the phrases that stands at the token `i`."""
    for phrase in phrases:
        if lower[i] == phrase[0] and tuple(lower[i : i + len(phrase)]) == phrase:
            return i + len(phrase)
    return None


def _count(word: str) -> int | None:
    """The number that a word or up to four figures name."""
    if word in time_words().numbers:
        return time_words().numbers[word]
    return int(word) if word.isdecimal() and len(word) < 5 else None


def _month_from(day: date, shift: int) -> EventDate:
    """The month `shift` months after that of the day."""
    months = day.year * 12 + day.month - 1 + shift
    return EventDate(f"{months // 12:04d}-{months % 12 + 1:02d}")


def _is_month_name(lower: list[str], i: int) -> bool:
    """Whether a capitalized word is a month: "May" by its neighbours, a short form ("Mar") by a figure after it."""
    follows = _word(lower, i + 1)
    if lower[i] == "may":
        has_number = any(pattern.fullmatch(follows) for pattern in (_DAY, _DAYS, _YEAR))
        return has_number or follows == "juche" or (i > 0 and is_of(lower[i - 1], "before_may"))
    return len(lower[i].rstrip(".")) > 3 or follows[:1] in _FIGURES


def _is_name_part(words: tuple[str, ...], lower: list[str], i: int, end: int) -> bool:
    """`April 25 House of Culture`, `the June 15 joint declaration`: a date inside a name is no time."""
    if end >= len(words):
        return False
    if is_of(lower[end], "after_dates_in_names"):
        return True
    return words[end][0].isupper() and lower[i - 1 : i] == ["the"] and lower[end] != "juche"


def _day_number(lower: list[str], i: int) -> int | None:
    """The day of a month that the token `i` is."""
    day = _DAY.fullmatch(_word(lower, i))
    return int(day[1]) if day and 1 <= int(day[1]) <= 31 else None


def _days_after(lower: list[str], i: int) -> tuple[_Days, int]:
    """The days after the name of a month and the token after them: `21`, `9-12`, `9 to 12`, `30 to October 2`."""
    if both := _DAYS.fullmatch(_word(lower, i)):
        return _Days(int(both[1]), int(both[2])), i + 1
    first = _day_number(lower, i)
    if first is None:
        return _Days(), i
    last, end = _second_day(lower, i + 1)
    if last is not None:
        return _Days(first, last), end
    month = time_words().months.get(_word(lower, end + 1).rstrip("."))
    day = _DAY.fullmatch(_word(lower, end + 2))
    if month and day and is_of(lower[end], "day_ranges"):
        return _Days(first, int(day[1]), month), end + 3
    return _Days(first), end


def _second_day(lower: list[str], i: int) -> tuple[int | None, int]:
    """`to 12`, `and 12`, `, 12 and 14` after a day: the last day, None when there is none, and the token after it."""
    link, follows = _word(lower, i), _word(lower, i + 2)
    day = _day_number(lower, i + 1)
    is_listed = link == "," and follows in ("and", ",")
    if day is None or not (is_listed or link == "and" or is_of(link, "day_links")):
        return None, i
    if follows.endswith("anniversary") or is_of(follows, "after_counts"):
        return None, i
    if is_listed:
        at = i + 4 if follows == "," and _word(lower, i + 3) == "and" else i + 3
        if third := _DAY.fullmatch(_word(lower, at)):
            return int(third[1]), at + 1
    return day, i + 2


def _date(year: int, month: int, days: _Days) -> EventDate | None:
    """The date, None when the calendar has no such day."""
    try:
        if days.first is None:
            return EventDate(f"{year:04d}-{month:02d}")
        first = EventDate.of_day(date(year, month, days.first))
        if days.last is None:
            return first
        last_month = days.last_month or month
        last_year = year + 1 if last_month < month else year
        return EventDate.interval(first, EventDate.of_day(date(last_year, last_month, days.last)))
    except ValueError:
        return None

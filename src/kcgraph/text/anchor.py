"""The date that relative dates count from: published, datelined, or a year reasoned from an anniversary."""

import re
from collections.abc import Sequence
from datetime import date

from kcgraph.model import Article, EventDate
from kcgraph.reference import reference

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
# How many words after the ordinal may name what was founded, and how many may print the year.
_WINDOW, _WINDOW_OF_YEAR = 24, 16
# Dates outside these years are no publication dates, and reckoning from them could leave the calendar.
_FIRST_YEAR, _LAST_YEAR = 1600, 2200


def anchor_of(article: Article, sentences: Sequence[Sequence[str]]) -> tuple[EventDate | None, date | None]:
    """The anchor and, where it is a day, that day.

    A story without a printed date gets a year when it names an anniversary of something whose year it prints or the
    reference data knows; with a dateline that gives month and day, that makes a day. Else nothing: a year is never
    guessed.
    """
    if article.published is not None and _FIRST_YEAR <= article.published.year <= _LAST_YEAR:
        return EventDate.of_day(article.published), article.published
    year = anniversary_year(sentences)
    if year is None:
        return None, None
    dateline = article.dateline
    if dateline is not None and dateline.month and dateline.day:
        day = date(year, dateline.month, dateline.day)
        return EventDate.of_day(day), day
    return EventDate(str(year)), None


def anniversary_year(sentences: Sequence[Sequence[str]]) -> int | None:
    """The year of the first anniversary named whose founding year is printed beside it or known."""
    for words in sentences:
        lower = [word.lower() for word in words]
        for i, word in enumerate(lower):
            ordinal = _ORDINAL.fullmatch(word)
            if ordinal is None or not {"anniversary", "birthday"} & set(lower[i + 1 : i + 5]):
                continue
            founded = _founding_year(lower[i + 1 : i + 1 + _WINDOW])
            if founded is not None:
                return founded + int(ordinal[1])
    return None


def _founding_year(words: list[str]) -> int | None:
    """The year printed close by, else that of the one event of the reference data that the lower-case words name."""
    for at, word in enumerate(words[:_WINDOW_OF_YEAR]):
        if _YEAR.fullmatch(word) and words[at - 1] not in ("in", "year"):
            return int(word)
    said = set(words)
    years = {
        int(row.date[:4])
        for row in reference().anniversaries
        if any(said.issuperset(name.lower().split()) for name in (row.name, *row.other_names))
    }
    return years.pop() if len(years) == 1 else None

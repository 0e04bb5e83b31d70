"""The day an article was published: as its record, its header, a mark of its issue or a caption tells it."""

import re
from datetime import date, datetime, timedelta
from email.utils import parsedate_to_datetime

from kcgraph.errors import RecordError
from kcgraph.model import Record
from kcgraph.sources.layouts import common
from kcgraph.sources.story import Story

_CAPTION_AGE = timedelta(days=31)
_JUCHE_EPOCH = 1911
_FIRST_YEAR = 1900
_COMPACT_DAY = re.compile(r"(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].{0,40})?")


def publication_day(record: Record, story: Story) -> date | None:
    """The day of publication, None when nothing tells it. Raises RecordError for a printed date that is no day."""
    if record.date:
        return _record_day(record.date, record.origin)
    if story.header_date:
        return _header_day(story.header_date, story.layout.date_format, record.origin)
    return _issue_day(record, story) or _captioned_day(story)


def _record_day(printed: str, origin: str) -> date:
    """A record's date: ISO 8601, `20241007`, `2024/10/07` or as e-mail and feeds write it."""
    try:
        if match := _COMPACT_DAY.fullmatch(printed):
            return date(int(match[1]), int(match[2]), int(match[3]))
        return parsedate_to_datetime(printed).date()
    except (ValueError, TypeError, IndexError) as error:
        reason = f"{origin} has a date {printed!r} that is no day: write YYYY-MM-DD or leave it out"
        raise RecordError(reason) from error


def _header_day(printed: str, form: str, origin: str) -> date:
    try:
        return datetime.strptime(printed, form).date()
    except ValueError as error:
        raise RecordError(f"{origin} has a header date {printed!r} that is no day: correct it") from error


def _issue_day(record: Record, story: Story) -> date | None:
    marks = [story.text[start:end] for start, end in story.outside]
    marks.extend((record.title or "").split()[-1:])
    for mark in marks:
        if match := common().issue.search(mark):
            year = int(match["year"]) + (_JUCHE_EPOCH if match["era"] else 0)
            if day := _day(year, int(match["month"]), int(match["day"])):
                return day
    return None


def _captioned_day(story: Story) -> date | None:
    """The dateline's day in the year of a caption's date, where that lies within the month before it."""
    dateline = story.dateline
    if dateline is None or dateline.month is None or dateline.day is None:
        return None
    for start, end in story.outside:
        for match in common().caption_date.finditer(story.text, start, end):
            taken = _day(int(match["year"]), common().month(match["month"]) or 0, int(match["day"]))
            for year in (taken.year, taken.year + 1) if taken else ():
                day = _day(year, dateline.month, dateline.day)
                if taken and day and timedelta(0) <= day - taken <= _CAPTION_AGE:
                    return day
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= _FIRST_YEAR else None
    except ValueError:
        return None

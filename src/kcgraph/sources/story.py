"""Where the story stands in a text: header, dateline, headline, captions, byline and tail are cut away from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kcgraph.model import Dateline, Span
from kcgraph.sources.layouts import Layout, Line, common

_DATELINE_LINES = 8
_LONGEST_HEADLINE = 250
_END_MARK_ROOM = 20
_SENTENCE_END = (".", "!", "?", ":", ";", ",", '."', ".”")


@dataclass
class Story:
    """A text with its lines and layout, and what was found so far.

    Lines `first` to `last` (half-open) are those of the story, which begins at `start` where a dateline ends there.
    `header_date` and `header_outlet` are as printed; `tail_outlet` is who "More From ..." names; `outside` are the
    lines of captions, bylines and site marks.
    """

    text: str
    lines: list[Line]
    layout: Layout
    first: int = 0
    last: int = 0
    start: int = 0
    headline: Span | None = None
    dateline: Dateline | None = None
    header_date: str | None = None
    header_outlet: str | None = None
    tail_outlet: str | None = None
    outside: list[Line] = field(default_factory=list)


def cut_story(text: str, lines: list[Line], layout: Layout, title: str | None) -> Story:
    """Find the story of a text whose record carries `title` (None: the text may have a headline of its own)."""
    story = Story(text, lines, layout, last=len(lines))
    _cut_header(story)
    _cut_tail(story)
    _cut_dateline(story)
    if story.headline is None and story.dateline is None:
        _cut_headline(story, title)
    if story.dateline is None and layout.dateline:
        story.dateline = Dateline(*layout.dateline, month=None, day=None, span=None)
    return story


def body_of(story: Story) -> tuple[Span, ...]:
    """The paragraphs of the story, without the lines outside it and without the marks that end it."""
    return tuple(_paragraphs(story))


def _cut_header(story: Story) -> None:
    pattern = story.layout.header_end
    if pattern is None:
        return
    for index, line in enumerate(story.lines):
        if match := pattern.fullmatch(story.text, *line):
            story.first = index + 1
            story.headline = Span(*story.lines[index - 1]) if index else None
            story.header_date, story.header_outlet = match["date"], match["outlet"]
            return


def _cut_tail(story: Story) -> None:
    for index in range(story.first, len(story.lines)):
        if match := story.layout.tail.fullmatch(story.text, *story.lines[index]):
            story.last = min(story.last, index)
            story.tail_outlet = match["outlet"]
            if story.tail_outlet:
                return


def _cut_dateline(story: Story) -> None:
    for index in range(story.first, min(story.last, story.first + _DATELINE_LINES)):
        line = story.lines[index]
        for pattern in common().datelines:
            match = pattern.match(story.text, *line)
            if match and _is_day_of_year(match):
                _take_header_lines(story, index)
                story.dateline, story.start = _dateline(match), match.end()
                return
        if line[1] - line[0] > _LONGEST_HEADLINE and not _is_outside(story, line):
            return


def _take_header_lines(story: Story, index: int) -> None:
    for line in story.lines[story.first : index]:
        if _is_outside(story, line):
            story.outside.append(line)
        else:
            story.headline = Span(*line)
    story.first = index


def _is_day_of_year(match: re.Match[str]) -> bool:
    month, day = (match.groupdict().get(name) for name in ("month", "day"))
    return month is None or day is None or (common().month(month) is not None and 1 <= int(day) <= 31)


def _dateline(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    place = groups["place"].strip()
    month, day = groups.get("month"), groups.get("day")
    return Dateline(
        place=place.title() if place.isupper() else place,
        agency=groups["agency"].strip(),
        month=common().month(month) if month else None,
        day=int(day) if day else None,
        span=Span(*match.span()),
    )


def _cut_headline(story: Story, title: str | None) -> None:
    """Take the headline off the top of a story that has neither header nor dateline."""
    if story.last - story.first < 2:
        return
    start, end = story.lines[story.first]
    line = story.text[start:end]
    if title is None:
        is_headline = end - start <= _LONGEST_HEADLINE and not line.endswith(_SENTENCE_END)
    else:
        is_headline = line.casefold().split() == title.casefold().split()
    if is_headline:
        story.headline = Span(start, end)
        story.first += 1


def _paragraphs(story: Story) -> Iterator[Span]:
    for line in story.lines[story.first : story.last]:
        if _is_outside(story, line):
            story.outside.append(line)
            continue
        start, end = max(line[0], story.start), line[1]
        if mark := story.layout.end_mark.search(story.text, max(start, end - _END_MARK_ROOM), end):
            end = mark.start()
        while start < end and story.text[start].isspace():
            start += 1
        if start < end:
            yield Span(start, end)


def _is_outside(story: Story, line: Line) -> bool:
    return story.layout.outside.fullmatch(story.text, *line) is not None

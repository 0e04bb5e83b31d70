"""Whole stories of tests/golden/extract against what a reader takes from them, written down by hand.

`NAME.txt` is the record's text, `NAME.expected` its reports with roles, date, place, occasion and treaty, then who said
something, then the treaties, then the people named with their offices.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import TellStory, Told

from kcgraph.model import EventReport

STORIES = sorted((Path(__file__).parent / "golden" / "extract").glob("*.txt"))


def lines_of_report(told: Told, report: EventReport) -> Iterator[str]:
    """A report as its lines in an expected file."""
    head = [report.event_class, report.status.lower(), report.date.edtf if report.date else None, report.place]
    yield ", ".join(part for part in head if part)
    for part in report.participations:
        led = f", led by {told.name(part.led_by)}" if part.led_by is not None else ""
        yield f"  {part.role}: {told.name(part.agent)}{led}"
    if report.occasion:
        yield f"  on: {report.occasion}"
    if report.treaty is not None:
        yield f"  treaty: {told.extraction.treaties[report.treaty].name}"


def lines(told: Told) -> Iterator[str]:
    """An extraction as the lines of an expected file."""
    for report in told.extraction.reports:
        yield from lines_of_report(told, report)
    for saying in told.extraction.statements:
        during = f", during {saying.during + 1}" if saying.during is not None else ""
        yield f"{told.name(saying.speaker)}, {saying.medium.removesuffix('Medium').lower()}{during}"
    yield from (f"treaty: {treaty.name}" for treaty in told.extraction.treaties)
    yield from (f"person: {name} ({'; '.join(sorted(told.offices(name)))})" for name in sorted(told.people()))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story(tell: TellStory, path: Path) -> None:
    told = tell(path.read_text(encoding="utf-8").strip())
    assert list(lines(told)) == path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()

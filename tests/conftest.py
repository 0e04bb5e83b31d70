"""Stories told in a sentence or two, read and extracted as a build would, with what came of them by name."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kcgraph import extract, sources, text
from kcgraph.model import Agent, EventReport, Extraction, Record, Span, Statement
from kcgraph.model.reading import Reading

GAPS = Path(__file__).parent / "golden" / "extract" / "gaps.toml"
TODAY = "2012-05-09"  # a Wednesday
SOURCE = "kcna.co.jp"  # an outlet whose texts have no dateline: filed from Pyongyang by KCNA


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Expect the tests listed in gaps.toml to fail: what reading and extraction do not do yet, each with its reason."""
    gaps = {test: reason for reason, tests in tomllib.loads(GAPS.read_text(encoding="utf-8")).items() for test in tests}
    for item in items:
        if reason := gaps.get(item.nodeid.removeprefix("tests/")):
            item.add_marker(pytest.mark.xfail(strict=True, reason=reason))


@dataclass(frozen=True)
class Told:
    """What was extracted from a story, asked for by the names that its text prints."""

    extraction: Extraction

    def quote(self, span: Span) -> str:
        """The words of the source text in a span."""
        return self.extraction.article.text[span.start : span.end]

    def reports(self, event_class: str = "", status: str = "") -> list[EventReport]:
        """The reports (of one class and status)."""
        return [
            report
            for report in self.extraction.reports
            if event_class in ("", report.event_class) and status in ("", report.status)
        ]

    def report(self, event_class: str) -> EventReport:
        """The only report of a class."""
        found = self.reports(event_class)
        assert len(found) == 1, f"{len(found)} reports of {event_class}: {self.summary()}"
        return found[0]

    def classes(self) -> list[str]:
        """The classes of all reports, in order."""
        return [report.event_class for report in self.extraction.reports]

    def name(self, agent: int) -> str:
        """An agent's name."""
        return self.extraction.agents[agent].name

    def roles(self, report: EventReport) -> dict[str, set[str]]:
        """Role → names of those who have it in a report."""
        found: dict[str, set[str]] = {}
        for part in report.participations:
            found.setdefault(part.role, set()).add(self.name(part.agent))
        return found

    def names(self, report: EventReport) -> set[str]:
        """The names of all who take part in a report."""
        return {self.name(part.agent) for part in report.participations}

    def agents(self, kind: str) -> set[str]:
        """The names of the agents of a kind (`Person`, ...), those known by title alone left out."""
        return {agent.name for agent in self.extraction.agents if agent.kind == kind and agent.is_named}

    def people(self) -> set[str]:
        """The names of the people named."""
        return self.agents("Person")

    def agent(self, name: str) -> Agent:
        """The agent of a name."""
        return next(agent for agent in self.extraction.agents if agent.name == name)

    def offices(self, name: str) -> list[str]:
        """The offices of a person as printed, in order."""
        return [holding.office_as_printed for holding in self.extraction.offices if self.name(holding.holder) == name]

    def statements(self, speaker: str) -> list[Statement]:
        """What somebody said."""
        return [found for found in self.extraction.statements if self.name(found.speaker) == speaker]

    def statement(self, speaker: str) -> Statement:
        """The only statement of somebody."""
        found = self.statements(speaker)
        assert len(found) == 1, f"{len(found)} statements of {speaker}: {self.summary()}"
        return found[0]

    def summary(self) -> str:
        """Everything found, for the message of a failed test."""
        reports = [
            f"{report.event_class} {report.status} {report.date and report.date.edtf} at {report.place}: "
            f"{self.roles(report)} [{report.pattern}]"
            for report in self.extraction.reports
        ]
        sayings = [f"{self.name(found.speaker)}: {found.medium}" for found in self.extraction.statements]
        return "\n".join(["", *reports, *sayings, f"people: {sorted(self.people())}"])


@cache
def _reading(story: str, published: str | None, source: str | None, title: str | None) -> Reading:
    record = Record(text=story, origin="test", identifier="t1", source=source, title=title, date=published)
    return text.read(sources.read_article(record))


@cache
def _extraction(story: str, published: str | None, source: str | None, title: str | None) -> Extraction:
    return extract.extract(_reading(story, published, source, title))


ReadStory = Callable[..., Reading]
TellStory = Callable[..., Told]


@pytest.fixture(scope="session")
def read_story() -> ReadStory:
    """Read the text of a story; `published`, `source` and `title` are fields of its record."""

    def read(
        story: str, published: str | None = TODAY, source: str | None = SOURCE, title: str | None = "A Title"
    ) -> Reading:
        return _reading(story, published, source, title)

    return read


@pytest.fixture(scope="session")
def tell() -> TellStory:
    """Extract what a story (a text, or its paragraphs) tells."""

    def told(
        story: str | Sequence[str],
        published: str | None = TODAY,
        source: str | None = SOURCE,
        title: str | None = "A Title",
    ) -> Told:
        whole = story if isinstance(story, str) else "\n".join(story)
        return Told(_extraction(whole, published, source, title))

    return told

"""Builds for the tests: records, an extractor plug-in that does as the records say, and the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

EXTRACTOR = '''
"""Reads "X met Y." and obeys a few words that stand for trouble."""

import os
import re
import time

from kcgraph.errors import RecordError
from kcgraph.model import Agent, AgentKind, EventDate, EventReport, Extraction, Participation, Span

MET = re.compile(r"([A-Z]\\w+) met ([A-Z]\\w+)[.]")


def extract(reading):
    article, text = reading.article, reading.article.text
    if "REFUSE" in text:
        raise RecordError(f"{article.origin} is refused: ask for another")
    if "DEFECT" in text:
        raise KeyError("a defect")
    if "KILL" in text:
        os.kill(os.getpid(), 9)
    if "SLOW" in text:
        time.sleep(0.006)
    agents, reports = [], []
    for match in MET.finditer(text):
        first = len(agents)
        agents += [Agent(AgentKind.PERSON, match[n], Span(*match.span(n))) for n in (1, 2)]
        least = 0 if "SHAPE" in text else 1
        parts = tuple(Participation(first + n, "Participant", match[n + 1], least + n) for n in (0, 1))
        day = EventDate.of_day(article.published) if article.published else None
        reports.append(EventReport("Meeting", "Occurred", Span(*match.span()), "test/met", parts, day))
    return Extraction(article, tuple(agents), (), (), tuple(reports), (), ())
'''


def install_extractor(folder: Path) -> Path:
    """Make `folder` a place to import the extractor plug-in `test` from."""
    (folder / "kcgraph_test_extractor.py").write_text(EXTRACTOR, encoding="utf-8")
    metadata = folder / "kcgraph_test_extractor-1.0.dist-info"
    metadata.mkdir(parents=True)
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: kcgraph-test-extractor\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[kcgraph.extractors]\ntest = kcgraph_test_extractor:extract\n")
    return folder


def record(identifier: str, text: str, **fields: str) -> dict[str, str]:
    """One input record."""
    return {"id": identifier, "text": text, "date": "2025-03-21", **fields}


def meetings(count: int, extra: str = "") -> list[dict[str, str]]:
    """Records of meetings, of which every third repeats the one before."""
    return [record(f"r{n:04d}", f"A story. Person{n - n % 3} met Person{n + 100000}.{extra}") for n in range(count)]


def write_records(path: Path, records: Sequence[Mapping[str, str]]) -> Path:
    """Write a JSON lines file."""
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


def environment(plugin: Path | None) -> dict[str, str]:
    """The environment of a command: this Python's path, and the plug-in's."""
    paths = [*([str(plugin)] if plugin else []), *(path for path in sys.path if path)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "COLUMNS": "200"}


def command(*arguments: str | Path, part_articles: int | None = None) -> list[str]:
    """The command line `kcgraph ARGUMENTS`, which may write smaller parts than users' do."""
    setting = f"import kcgraph.pipeline.job as b; b.PART_ARTICLES = {part_articles}; " if part_articles else ""
    code = f"{setting}from kcgraph.cli import main; main()"
    return [sys.executable, "-c", code, *map(str, arguments)]


def kcgraph(
    *arguments: str | Path,
    plugin: Path | None = None,
    cwd: Path | None = None,
    part_articles: int | None = None,
    variables: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run the command line, with further `variables` in its environment, and return what it printed."""
    return subprocess.run(
        command(*arguments, part_articles=part_articles),
        capture_output=True,
        text=True,
        env={**environment(plugin), **(variables or {})},
        cwd=cwd,
        timeout=120,
        check=False,
    )

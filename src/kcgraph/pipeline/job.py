"""The main job. What it finishes is kept in durable parts as it goes, so that a kill costs the part under way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import kcgraph
from kcgraph.archive import Archive, Packed, Run
from kcgraph.judgements import read as read_judgements
from kcgraph.merge import Identities
from kcgraph.model import Record, Reject
from kcgraph.pipeline.crew import cores, outcomes
from kcgraph.pipeline.derive import derive
from kcgraph.pipeline.intake import Chunk, Duplicate, Item, Known, chunks, open_inputs
from kcgraph.pipeline.rejects import write_rejects
from kcgraph.pipeline.rules import DEFAULT_EXTRACTOR, rule_set_hash
from kcgraph.pipeline.work import Outcome, Refusal, Settings, Task, work
from kcgraph.store import DEFAULT_FOLDER, building
from kcgraph.vocab import BASE, Minter

PART_ARTICLES = 500
PART_BYTES = 8_000_000


class Monitor(Protocol):
    """Told how the job goes on."""

    def stage(self, name: str) -> None:
        """A new stage begins."""
        ...

    def advance(self, records: int) -> None:
        """So many more input records are done with."""
        ...


class Silence:
    """A monitor that tells nobody."""

    def stage(self, name: str) -> None:
        """Nothing."""

    def advance(self, records: int) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to build. `jobs` is the number of worker processes; 1 works in this process, 0 means one for each core.

    `base` is what the IRIs start with; None means the store's own, or kcgraph's own for a new store. `judgements` is
    the folder of people's judgements; None means that in the store.
    """

    store: Path = DEFAULT_FOLDER
    base: str | None = None
    jobs: int = 0
    extractor: str = DEFAULT_EXTRACTOR
    judgements: Path | None = None


@dataclass(slots=True)
class Summary:
    """What one build did, in records of its input; `changed` tells whether the store did.

    `replaced` counts articles whose record changed, `reread` those read again because kcgraph or its rules changed.
    """

    added: int = 0
    replaced: int = 0
    reread: int = 0
    unchanged: int = 0
    duplicates: int = 0
    defects: int = 0
    changed: bool = False
    rejects: list[Reject] = field(default_factory=list)
    rejects_file: Path = Path()

    @property
    def is_usable(self) -> bool:
        """Whether any record could be used."""
        return self.records > len(self.rejects)

    @property
    def records(self) -> int:
        """All records that came in, counting as one a file that could not be read."""
        return self.added + self.replaced + self.reread + self.unchanged + self.duplicates + len(self.rejects)


def build(inputs: Sequence[Path], options: Options, monitor: Monitor | None = None) -> Summary:
    """Build the store from `inputs`, adding to what it holds; an article with a known id and a changed text takes the
    old one's place.

    Raises CallError for an input that is not there, InputError for a folder of nothing, StoreError when the store
    can't be used or written, JudgementError when a judgement is malformed or contradicts another, and DataError when a
    worker was killed. Whatever was finished before is kept, and the same call finishes the rest.
    """
    monitor = monitor or Silence()
    Minter(options.base or BASE)
    found = open_inputs(inputs)
    rules = rule_set_hash(options.extractor)
    with building(options.store, options.base) as folder:
        judgements = read_judgements(options.judgements or folder.judgements, Minter(folder.base))
        Identities(judgements)  # those that contradict each other end the build before an article is read
        archive = Archive(folder.parts)
        run = Run(
            kcgraph.__version__, rules, tuple(str(path) for path in inputs), f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
        )
        bookkeeper = _Bookkeeper(archive, run)
        monitor.stage("reading articles")
        act = partial(work, Settings(folder.base, options.extractor))
        try:
            for chunk, results in outcomes(chunks(found, dict(archive.kept), rules), act, options.jobs or cores()):
                bookkeeper.book(chunk, results)
                monitor.advance(len(chunk.items))
        finally:
            bookkeeper.flush()
        summary = bookkeeper.summary
        summary.rejects_file = folder.rejects
        write_rejects(folder.rejects, summary.rejects, inputs)
        summary.changed = derive(folder, archive, rules, monitor.stage, judgements)
    return summary


class _Bookkeeper:
    """Takes the outcomes in the order of the input, so that what is kept does not depend on the number of jobs."""

    def __init__(self, archive: Archive, run: Run) -> None:
        self.summary = Summary()
        self._archive = archive
        self._run = run
        self._before = dict(archive.kept)
        self._seen: dict[str, tuple[str, str]] = {}
        self._part: list[Packed] = []
        self._part_bytes = 0

    def book(self, chunk: Chunk, results: Sequence[Outcome]) -> None:
        """Take one chunk with the outcomes of its tasks."""
        remaining = iter(results)
        for item in chunk.items:
            self._book(item, next(remaining) if isinstance(item, Task) else None)

    def flush(self) -> None:
        """Write what is finished as a part."""
        part, self._part, self._part_bytes = self._part, [], 0
        if part:
            self._archive.append(part, self._run)

    def _book(self, item: Item, outcome: Outcome | None) -> None:
        if isinstance(item, Reject):
            self.summary.rejects.append(item)
        elif isinstance(item, Duplicate):
            self.summary.duplicates += 1
        elif isinstance(item, Known):
            if self._is_first(item.record, item.entry.article, item.entry.content_hash):
                self.summary.unchanged += 1
        elif isinstance(outcome, Refusal):
            self.summary.rejects.append(outcome.reject)
            self.summary.defects += outcome.is_defect
        elif outcome is not None and self._is_first(item.record, outcome.entry.article, outcome.entry.content_hash):
            self._keep(outcome)

    def _is_first(self, record: Record, article: str, content_hash: str) -> bool:
        """Whether no record of this build had the article's identifier yet; else books a duplicate or a reject."""
        first = self._seen.setdefault(article, (content_hash, record.origin))
        if first == (content_hash, record.origin):
            return True
        if first[0] == content_hash:
            self.summary.duplicates += 1
        else:
            reason = f"{record.origin} has the id {article!r} of {first[1]} but another text: give it an id of its own"
            self.summary.rejects.append(Reject(record.origin, article, "pipeline", reason))
        return False

    def _keep(self, packed: Packed) -> None:
        before = self._before.get(packed.entry.article)
        if before is None:
            self.summary.added += 1
        elif before.entry.record_hash == packed.entry.record_hash:
            self.summary.reread += 1
        else:
            self.summary.replaced += 1
        self._part.append(packed)
        self._part_bytes += len(packed.member)
        if len(self._part) >= PART_ARTICLES or self._part_bytes >= PART_BYTES:
            self.flush()

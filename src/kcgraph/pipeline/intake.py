"""What comes in, in chunks, in order: tasks for what is new, the entries of what is known, and what can't be read."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kcgraph.archive import Entry, Kept
from kcgraph.model import Record, Reject
from kcgraph.pipeline.work import Task, record_hash
from kcgraph.sources import read_input

CHUNK_TASKS = 50
CHUNK_CHARACTERS = 400_000
CHUNK_ITEMS = 1_000


@dataclass(frozen=True, slots=True)
class Known:
    """A record whose graph the archive already holds."""

    record: Record
    entry: Entry


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A record that equals an earlier one of the same build in every field."""

    record: Record


Item = Task | Known | Duplicate | Reject


@dataclass(slots=True)
class Chunk:
    """Items in the order of the input; the tasks among them go to a worker together."""

    items: list[Item] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    characters: int = 0

    def add(self, item: Item) -> None:
        """Append one item."""
        self.items.append(item)
        if isinstance(item, Task):
            self.tasks.append(item)
            self.characters += len(item.record.text)

    @property
    def is_full(self) -> bool:
        """Whether it is time for the next chunk."""
        return len(self.tasks) >= CHUNK_TASKS or self.characters >= CHUNK_CHARACTERS or len(self.items) >= CHUNK_ITEMS


def open_inputs(paths: Iterable[Path]) -> list[Iterator[Record | Reject]]:
    """Check that every input is there before any work begins. Raises as `read_input` does."""
    return [read_input(path) for path in paths]


def chunks(inputs: Iterable[Iterable[Record | Reject]], kept: Mapping[str, Kept], rules: str) -> Iterator[Chunk]:
    """Every record of every input once, in order. Known is what `kept` holds, made by the same `rules`."""
    known = {one.entry.record_hash: one.entry for one in kept.values() if one.run.rules == rules}
    seen: set[str] = set()
    chunk = Chunk()
    for found in inputs:
        for record in found:
            chunk.add(_item(record, known, seen))
            if chunk.is_full:
                yield chunk
                chunk = Chunk()
    if chunk.items:
        yield chunk


def _item(record: Record | Reject, known: Mapping[str, Entry], seen: set[str]) -> Item:
    if isinstance(record, Reject):
        return record
    digest = record_hash(record)
    if digest in seen:
        return Duplicate(record)
    seen.add(digest)
    entry = known.get(digest)
    return Task(record, digest) if entry is None else Known(record, entry)

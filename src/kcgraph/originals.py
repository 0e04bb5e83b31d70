"""The input records that a store was built from, found again: a store keeps quotes of an article, not its text."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from kcgraph.archive import Archive
from kcgraph.errors import CallError, InputError
from kcgraph.model import Record
from kcgraph.sources import read_input
from kcgraph.store import StoreFolder


def originals(folder: StoreFolder, wanted: Collection[str], inputs: Sequence[Path] = ()) -> dict[str, Record]:
    """The records of the articles `wanted`, by identifier, as far as they are still to be found.

    They are looked for in `inputs`, or in what the builds of the store were given, when that is still there. A record
    whose text is no longer the one that the store was built from is left out.
    Raises as `read_input` does for `inputs`, and StoreError when the store's parts can't be read.
    """
    kept = Archive(folder.parts).kept
    hashes = {identifier: kept[identifier].entry.content_hash for identifier in wanted if identifier in kept}
    if inputs:
        streams: Iterable[Iterator[object]] = [read_input(path) for path in inputs]
    else:
        named = {path for identifier in hashes for path in kept[identifier].run.inputs}
        streams = (stream for path in sorted(named) if (stream := _opened(Path(path))) is not None)
    found: dict[str, Record] = {}
    for stream in streams:
        for record in stream:
            if len(found) == len(hashes):
                return found
            if isinstance(record, Record) and (identifier := _wanted(record, hashes)) is not None:
                found.setdefault(identifier, record)
    return found


def _opened(path: Path) -> Iterator[object] | None:
    """What a build was given; None when it is gone."""
    try:
        return read_input(path)
    except (CallError, InputError):
        return None


def _wanted(record: Record, hashes: dict[str, str]) -> str | None:
    """The identifier of the record when it is one of those looked for, with the same text."""
    if record.identifier is not None and record.identifier not in hashes:
        return None
    digest = hashlib.sha256(record.text.encode("utf-8", "surrogatepass")).hexdigest()
    identifier = record.identifier or digest[:12]
    return identifier if hashes.get(identifier) == digest else None

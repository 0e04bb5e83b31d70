"""What a build has finished, written durably in parts, each article whole.

A part is two files: `000001.nq.gz` holds the article graphs as N-Quads, one gzip member an article (so that the file is
plain gzip to any other tool and one article can still be read alone), and `000001.jsonl` is its manifest: a line that
tells of the run, then a line for each article. The manifest is written last and renamed into place, so that a part
without one was interrupted and counts for nothing. A later part's article takes the place of an earlier one's with the
same identifier.
"""

import contextlib
import gzip
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

from kcgraph import durable
from kcgraph.errors import StoreError

_MANIFEST = ".jsonl"
_GRAPHS = ".nq.gz"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the program: what made the graphs of a part.

    `started` is ISO 8601 in UTC; `inputs` are as the caller named them.
    """

    version: str
    rules: str
    inputs: tuple[str, ...]
    started: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a manifest says of one article: hashes are hexadecimal sha256, `graph_hash` of the uncompressed sorted
    N-Quads.

    `record_hash` is of the whole input record, so that an unchanged record need not be read again.
    """

    article: str
    content_hash: str
    record_hash: str
    graph_hash: str
    quads: int


@dataclass(frozen=True, slots=True)
class Packed:
    """One article on its way into the archive: its entry and its gzip member."""

    entry: Entry
    member: bytes


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the archive an article graph lies: a part and a half-open interval of its bytes."""

    part: str
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class Kept:
    """An article graph that counts: its entry, its run and where it lies."""

    entry: Entry
    run: Run
    place: Place


def pack(entry: Entry, n_quads: bytes) -> Packed:
    """Compress one article graph; the bytes depend on nothing but the graph."""
    return Packed(entry, gzip.compress(n_quads, compresslevel=1, mtime=0))


class Archive:
    """The parts in one folder. Only one process may append at a time (the caller holds the store's lock).

    Raises StoreError when a part can't be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept: dict[str, Kept] = {}
        for manifest in sorted(folder.glob(f"*{_MANIFEST}")):
            self._kept.update((kept.entry.article, kept) for kept in _read_manifest(manifest))

    @property
    def kept(self) -> Mapping[str, Kept]:
        """The article graphs that count, by article identifier."""
        return self._kept

    def digest(self) -> str:
        """A hash of which article graphs count, and of the runs that made them: 32 hexadecimal digits."""
        content = hashlib.sha256()
        for article, kept in sorted(self._kept.items()):
            content.update(f"{article} {kept.entry.graph_hash} {kept.run.started}\n".encode())
        return content.hexdigest()[:32]

    def append(self, articles: Sequence[Packed], run: Run) -> None:
        """Write one part and make it count; after this returns, no kill and no power cut loses it."""
        part = f"{self._last_number() + 1:06d}"
        graphs = self.folder / f"{part}{_GRAPHS}"
        try:
            self.folder.mkdir(exist_ok=True)
            durable.write(graphs, (packed.member for packed in articles))
            durable.write(self.folder / f"{part}{_MANIFEST}", _manifest_lines(articles, run))
        except OSError as error:
            with contextlib.suppress(OSError):
                graphs.unlink(missing_ok=True)
            raise StoreError(
                f"can't write part {graphs}: {error.strerror or error}; what was finished before is kept: make room or "
                "give the right to write, then run the same command again"
            ) from error
        self._kept.update(
            (kept.entry.article, kept)
            for kept in _places(
                part, [packed.entry for packed in articles], [len(packed.member) for packed in articles], run
            )
        )

    def graph(self, article: str) -> bytes:
        """The N-Quads of one article graph."""
        return b"".join(self.graphs([article]))

    def graphs(self, articles: Iterable[str]) -> Iterator[bytes]:
        """The N-Quads of the named articles, one after the other, in the order in which they lie in the parts."""
        places = sorted(
            (self._kept[article].place for article in articles), key=lambda place: (place.part, place.start)
        )
        with contextlib.ExitStack() as opened:
            source: IO[bytes] | None = None
            for before, place in zip([None, *places], places, strict=False):
                if source is None or before is None or before.part != place.part:
                    opened.close()
                    source = opened.enter_context(self._open(place.part))
                yield _member(source, place, self.folder)

    def _open(self, part: str) -> IO[bytes]:
        path = self.folder / f"{part}{_GRAPHS}"
        try:
            return path.open("rb")
        except OSError as error:
            raise StoreError(
                f"part {path} can't be read: {error.strerror or error}; delete its manifest and build again"
            ) from error

    def _last_number(self) -> int:
        return max((int(path.name.split(".")[0]) for path in self.folder.glob(f"*{_GRAPHS}")), default=0)


class Pieces(io.RawIOBase):
    """Pieces of bytes, read as one file."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """True: that is all it can do."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fill `buffer` from the pieces; return the number of bytes, 0 at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count


def _member(source: IO[bytes], place: Place, folder: Path) -> bytes:
    try:
        source.seek(place.start)
        return gzip.decompress(source.read(place.length))
    except (OSError, EOFError) as error:
        path = folder / f"{place.part}{_GRAPHS}"
        raise StoreError(
            f"part {path} is damaged at byte {place.start}: {error}; delete its manifest and build again"
        ) from error


def _read_manifest(path: Path) -> Iterator[Kept]:
    try:
        head, *lines = path.read_text(encoding="utf-8").splitlines()
        run = json.loads(head)
        rows = [json.loads(line) for line in lines]
        yield from _places(
            path.name.removesuffix(_MANIFEST),
            [Entry(**{name: value for name, value in row.items() if name != "length"}) for row in rows],
            [row["length"] for row in rows],
            Run(**{**run, "inputs": tuple(run["inputs"])}),
        )
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"manifest {path} can't be read: {error}; delete it and build again") from error


def _places(part: str, entries: Sequence[Entry], lengths: Sequence[int], run: Run) -> Iterator[Kept]:
    start = 0
    for entry, length in zip(entries, lengths, strict=True):
        yield Kept(entry, run, Place(part, start, length))
        start += length


def _manifest_lines(articles: Sequence[Packed], run: Run) -> Iterator[bytes]:
    yield _line(asdict(run))
    for packed in articles:
        yield _line({**asdict(packed.entry), "length": len(packed.member)})


def _line(row: Mapping[str, object]) -> bytes:
    return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"

"""The graph as files: sorted N-Quads, TriG, and the formats that know no graphs (their triples are those of all graphs
together).

Every format comes out in one order that only the content decides. `graph/provenance`, the only graph with times in it,
is left out unless asked for.
"""

import contextlib
import heapq
import io
import itertools
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from kcgraph import durable
from kcgraph.archive import Archive
from kcgraph.errors import CallError, DataError
from kcgraph.graph import all_reference_quads
from kcgraph.store import find, reading_index
from kcgraph.vocab import PREFIXES, Minter

_END = b" .\n"
_PREFIX = b"@prefix "
_TYPE = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_RUN_LINES = 4_000_000
"""Lines sorted in memory at once; more are sorted in runs on the disk and merged."""


@dataclass(frozen=True, slots=True)
class Source:
    """What to write: the graphs of `store` but for the graph `without`.

    `archived` holds those graphs that can be had as N-Quads lines, which is faster than from a store on disk.
    """

    store: Store
    without: NamedNode | None = None
    archived: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)

    def graphs(self) -> list[NamedNode | DefaultGraph]:
        """The graphs in order: the default graph, then the named ones by name."""
        named = (graph for graph in self.store.named_graphs() if isinstance(graph, NamedNode) and graph != self.without)
        return [DefaultGraph(), *sorted(named, key=lambda graph: graph.value)]

    def triples(self, graph: NamedNode | DefaultGraph) -> list[bytes]:
        """The N-Triples lines of one graph, as they come."""
        archived = self._archived(graph)
        if archived is None:
            return (self.store.dump(format=RdfFormat.N_TRIPLES, from_graph=graph) or b"").splitlines(keepends=True)
        length = len(_ending(graph))
        return [line[:-length] + _END for line in archived]

    def quads(self, graph: NamedNode | DefaultGraph) -> list[bytes]:
        """The N-Quads lines of one graph, as they come."""
        archived = self._archived(graph)
        if archived is not None:
            return archived
        ending = _ending(graph)
        return [line[: -len(_END)] + ending for line in self.triples(graph)]

    def _archived(self, graph: NamedNode | DefaultGraph) -> list[bytes] | None:
        found = None if isinstance(graph, DefaultGraph) else self.archived.get(graph.value)
        return found().splitlines(keepends=True) if found is not None else None


@contextlib.contextmanager
def stored(path: Path, *, with_provenance: bool = False) -> Iterator[Source]:
    """The store at `path` as a source. Article graphs come from its archive where that is what the index was made from.

    Raises as `kcgraph.store.reading` does.
    """
    folder = find(path)
    minter = Minter(folder.base)
    with reading_index(path) as index:
        archive = Archive(folder.parts)
        archived: dict[str, Callable[[], bytes]] = {}
        if index.name is not None and index.name.endswith(f"-{archive.digest()}"):
            archived = {minter.article_graph(name).value: partial(archive.graph, name) for name in archive.kept}
        yield Source(index.store, None if with_provenance else minter.provenance_graph, archived)


def reference_source() -> Source:
    """The whole of `graph/reference` as a source: all that the reference data knows, whatever articles name.

    Raises KnowledgeError when a table is malformed.
    """
    store = Store()
    store.bulk_extend(all_reference_quads(Minter()))
    return Source(store)


def _ending(graph: NamedNode | DefaultGraph) -> bytes:
    return _END if isinstance(graph, DefaultGraph) else f" {graph} .\n".encode()


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its name, which is also its file ending, its title for people, and how it is written."""

    name: str
    title: str
    write: Callable[[Source, BinaryIO], None]


def format_named(name: str) -> Format:
    """The format of that name. Raises CallError when there is none."""
    found = FORMATS.get(name.lower().lstrip("."))
    if found is None:
        raise CallError(f"there is no output format {name!r}: choose one of {', '.join(FORMATS)}")
    return found


def format_of(path: Path) -> Format:
    """The format that the ending of `path` names. Raises CallError when it names none, or no file can be made there."""
    if path.is_dir() or not path.parent.is_dir():
        raise CallError(f"output file {path} can't be made: give a file name in a folder that is there")
    if path.suffix.lower().lstrip(".") not in FORMATS:
        raise CallError(
            f"output file {path} has no known ending: end it in one of {', '.join('.' + name for name in FORMATS)}"
        )
    return format_named(path.suffix)


def export_file(source: Source, path: Path, form: Format) -> None:
    """Write the file `path`, whole or not at all. Raises DataError when it can't be written."""
    try:
        with durable.replacing(path) as file:
            form.write(source, file)
    except OSError as error:
        raise DataError(
            f"{path} can't be written: {error.strerror or error}; make room or choose another file"
        ) from error


def _write_n_quads(source: Source, out: BinaryIO) -> None:
    out.writelines(_sorted(itertools.chain.from_iterable(map(source.quads, source.graphs()))))


def _write_n_triples(source: Source, out: BinaryIO) -> None:
    out.writelines(_all_triples(source))


def _dataset_writer(rdf_format: RdfFormat) -> Callable[[Source, BinaryIO], None]:
    def write(source: Source, out: BinaryIO) -> None:
        _serialize(quads(source), out, rdf_format)

    def quads(source: Source) -> Iterator[Quad]:
        for graph in source.graphs():
            lines = sorted(source.quads(graph), key=_for_people)
            yield from parse(input=b"".join(lines), format=RdfFormat.N_QUADS)

    return write


def _for_people(line: bytes) -> bytes:
    """A key that sorts by subject, then puts the type before other predicates."""
    return line.replace(b"> ", b" ", 1).replace(_TYPE, b" ", 1)


def _triples_writer(rdf_format: RdfFormat) -> Callable[[Source, BinaryIO], None]:
    def write(source: Source, out: BinaryIO) -> None:
        blocks = _blocks(_all_triples(source))
        found = (quad.triple for block in blocks for quad in parse(input=block, format=RdfFormat.N_TRIPLES))
        _serialize(found, out, rdf_format)

    return write


FORMATS = {
    form.name: form
    for form in (
        Format("nq", "N-Quads, sorted", _write_n_quads),
        Format("trig", "TriG", _dataset_writer(RdfFormat.TRIG)),
        Format("jsonld", "JSON-LD", _dataset_writer(RdfFormat.JSON_LD)),
        Format("ttl", "Turtle", _triples_writer(RdfFormat.TURTLE)),
        Format("nt", "N-Triples, sorted", _write_n_triples),
        Format("rdf", "RDF/XML", _triples_writer(RdfFormat.RDF_XML)),
    )
}


class _SortedPrefixes(io.RawIOBase):
    """Passes a serialization on with its `@prefix` lines sorted: the serializer writes them in an order of chance."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._head: bytes | None = b""

    def writable(self) -> bool:
        """True: that is all it can do."""
        return True

    def write(self, data: Any) -> int:
        """Pass on `data`, or keep it while the head is not complete."""
        if self._head is None:
            self._out.write(data)
        else:
            self._head += bytes(data)
            if any(not line.startswith(_PREFIX) for line in self._head.split(b"\n")[:-1]):
                self.pass_on()
        return len(data)

    def pass_on(self) -> None:
        """Write what was kept."""
        if self._head is not None:
            lines = self._head.splitlines(keepends=True)
            count = next((n for n, line in enumerate(lines) if not line.startswith(_PREFIX)), len(lines))
            self._head = None
            self._out.writelines([*sorted(lines[:count]), *lines[count:]])


def _serialize(statements: Iterable[Quad] | Iterable[Triple], out: BinaryIO, rdf_format: RdfFormat) -> None:
    if rdf_format not in (
        RdfFormat.TURTLE,
        RdfFormat.TRIG,
    ):  # the others would declare prefixes in an order of chance too
        serialize(statements, output=out, format=rdf_format)
        return
    passing = _SortedPrefixes(out)
    with io.BufferedWriter(passing, 1 << 16) as buffered:
        serialize(statements, output=buffered, format=rdf_format, prefixes=PREFIXES)
        buffered.flush()
        passing.pass_on()


def _all_triples(source: Source) -> Iterator[bytes]:
    """The triples of all graphs together, each once, as sorted N-Triples lines."""
    lines = _sorted(itertools.chain.from_iterable(map(source.triples, source.graphs())))
    return (line for line, _ in itertools.groupby(lines))


def _sorted(lines: Iterable[bytes]) -> Iterator[bytes]:
    """The lines in the order of their bytes, whatever their number."""
    waiting = iter(lines)
    block = sorted(itertools.islice(waiting, _RUN_LINES))
    if len(block) < _RUN_LINES:
        yield from block
        return
    with contextlib.ExitStack() as opened:
        runs: list[IO[bytes]] = []
        while block:
            runs.append(opened.enter_context(tempfile.TemporaryFile()))
            runs[-1].writelines(block)
            runs[-1].seek(0)
            block = sorted(itertools.islice(waiting, _RUN_LINES))
        yield from heapq.merge(*runs)


def _blocks(lines: Iterator[bytes]) -> Iterator[bytes]:
    while block := b"".join(itertools.islice(lines, 10_000)):
        yield block

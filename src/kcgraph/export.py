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
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, BinaryIO

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from kcgraph import durable
from kcgraph.errors import CallError, DataError
from kcgraph.vocab import PREFIXES

_PREFIX = b"@prefix "
_RUN_LINES = 1_000_000
"""Lines sorted in memory at once; more are sorted in runs on the disk and merged."""


@dataclass(frozen=True, slots=True)
class Source:
    """What to write: the quads of `store` but for the graph `without`."""

    store: Store
    without: NamedNode | None = None

    def quads(self) -> Iterator[Quad]:
        """The quads as they come."""
        return (quad for quad in self.store if quad.graph_name != self.without)

    def quads_by_graph(self) -> Iterator[Quad]:
        """The quads graph after graph by name, each graph in the order of its N-Triples lines."""
        named = (graph for graph in self.store.named_graphs() if isinstance(graph, NamedNode) and graph != self.without)
        graphs: list[NamedNode | DefaultGraph] = [DefaultGraph(), *sorted(named, key=lambda graph: graph.value)]
        for graph in graphs:
            yield from sorted(self.store.quads_for_pattern(None, None, None, graph), key=_order)


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
    """The format that the ending of `path` names. Raises CallError when it names none."""
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


def _order(quad: Quad) -> tuple[str, str, str]:
    return quad.subject.value, quad.predicate.value, str(quad.object)  # type: ignore[union-attr]


def _write_n_quads(source: Source, out: BinaryIO) -> None:
    out.writelines(_sorted_lines(source.quads(), RdfFormat.N_QUADS))


def _write_n_triples(source: Source, out: BinaryIO) -> None:
    out.writelines(_triple_lines(source))


def _dataset_writer(rdf_format: RdfFormat) -> Callable[[Source, BinaryIO], None]:
    def write(source: Source, out: BinaryIO) -> None:
        _serialize(source.quads_by_graph(), out, rdf_format)

    return write


def _triples_writer(rdf_format: RdfFormat) -> Callable[[Source, BinaryIO], None]:
    def write(source: Source, out: BinaryIO) -> None:
        blocks = _blocks(_triple_lines(source))
        triples = (found.triple for block in blocks for found in parse(input=block, format=RdfFormat.N_TRIPLES))
        _serialize(triples, out, rdf_format)

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
    """Passes a serialization on with its leading `@prefix` lines sorted: the serializer writes them in an order of chance."""

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
    if rdf_format not in (RdfFormat.TURTLE, RdfFormat.TRIG):  # the others would declare prefixes in an order of chance too
        serialize(statements, output=out, format=rdf_format)
        return
    passing = _SortedPrefixes(out)
    with io.BufferedWriter(passing, 1 << 16) as buffered:
        serialize(statements, output=buffered, format=rdf_format, prefixes=PREFIXES)
        buffered.flush()
        passing.pass_on()


def _triple_lines(source: Source) -> Iterator[bytes]:
    """The triples of all graphs together, each once, as sorted N-Triples lines."""
    lines = _sorted_lines((quad.triple for quad in source.quads()), RdfFormat.N_TRIPLES)
    return (line for line, _ in itertools.groupby(lines))


def _sorted_lines(statements: Iterable[Quad] | Iterable[Triple], rdf_format: RdfFormat) -> Iterator[bytes]:
    """The lines of an N-Triples or N-Quads file in the order of their bytes, whatever their number."""
    waiting: Iterator[Quad] | Iterator[Triple] = iter(statements)  # type: ignore[assignment]
    lines = _run(waiting, rdf_format)
    if len(lines) < _RUN_LINES:
        yield from lines
        return
    with contextlib.ExitStack() as opened:
        runs: list[IO[bytes]] = []
        while lines:
            runs.append(opened.enter_context(tempfile.TemporaryFile()))
            runs[-1].writelines(lines)
            runs[-1].seek(0)
            lines = _run(waiting, rdf_format)
        yield from heapq.merge(*runs)


def _run(waiting: Iterator[Quad] | Iterator[Triple], rdf_format: RdfFormat) -> list[bytes]:
    block: Iterable[Quad] | Iterable[Triple] = itertools.islice(waiting, _RUN_LINES)  # type: ignore[assignment]
    data = serialize(block, format=rdf_format)
    return sorted((data or b"").splitlines(keepends=True))


def _blocks(lines: Iterator[bytes]) -> Iterator[bytes]:
    while block := b"".join(itertools.islice(lines, 10_000)):
        yield block

"""Article graphs that another store holds, taken into a store of ours as if they had been read here."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

import kcgraph
from kcgraph.archive import Archive, Entry, Packed, Run, pack
from kcgraph.errors import RecordError
from kcgraph.graph import graph_hash
from kcgraph.judgements import read as read_judgements
from kcgraph.model import Reject
from kcgraph.pipeline.derive import derive
from kcgraph.pipeline.job import PART_ARTICLES, Monitor, Summary
from kcgraph.pipeline.rejects import write_rejects
from kcgraph.pipeline.work import sorted_n_quads
from kcgraph.store import building
from kcgraph.validate import violations
from kcgraph.vocab import KCG, Minter

_RULES = "pulled"
"""What stands for the rules of graphs that were read elsewhere, so that a build of their articles reads them again."""


def take_graphs(
    hashes: Mapping[str, str | None],
    fetch: Callable[[str], bytes],
    store: Path,
    base: str,
    origin: str,
    monitor: Monitor,
) -> Summary:
    """Take the article graphs named in `hashes` (graph to the hash of `graph_hash`, where one is known) into `store`.

    `fetch` gives a graph as N-Triples or Turtle; what we hold already is not fetched. A graph that is malformed or
    breaks a shape goes to the rejects. Raises StoreError when the store can't be used or written.
    """
    summary = Summary()
    with building(store, base) as folder:
        archive, minter = Archive(folder.parts), Minter(folder.base)
        run = Run(kcgraph.__version__, _RULES, (origin,), f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
        monitor.stage("fetching article graphs")
        part: list[Packed] = []
        for article, graph in _articles(hashes, minter):
            monitor.advance(1)
            held = archive.kept.get(article)
            if held is not None and hashes[graph] == graph_hash(_triples(archive.graph(article), graph)):
                summary.unchanged += 1
                continue
            try:
                part.append(_packed(article, graph, fetch(graph), minter))
            except RecordError as error:
                summary.rejects.append(Reject(origin, article, "pull", str(error)))
                continue
            summary.replaced += held is not None
            summary.added += held is None
            if len(part) == PART_ARTICLES:
                archive.append(part, run)
                part = []
        if part:
            archive.append(part, run)
        summary.rejects_file = folder.rejects
        write_rejects(folder.rejects, summary.rejects, [origin])
        judgements = read_judgements(folder.judgements, minter)
        summary.changed = derive(folder, archive, _RULES, monitor.stage, judgements)
    return summary


def _articles(graphs: Iterable[str], minter: Minter) -> Iterator[tuple[str, str]]:
    """Article identifiers with their graphs; other graphs are derived here anew."""
    start = f"{minter.base}graph/article/"
    for graph in sorted(graphs):
        identifier = unquote(graph.removeprefix(start))
        if graph.startswith(start) and minter.article_graph(identifier).value == graph:
            yield identifier, graph


def _triples(n_quads: bytes, graph: str) -> list[bytes]:
    ending = f" <{graph}> .\n".encode()
    return [line.removesuffix(ending) + b" .\n" for line in n_quads.splitlines(keepends=True)]


def _packed(article: str, graph: str, data: bytes, minter: Minter) -> Packed:
    name = minter.article_graph(article)
    try:
        quads = [Quad(q.subject, q.predicate, q.object, name) for q in parse(data, format=RdfFormat.TURTLE)]
    except SyntaxError as error:
        raise RecordError(f"{graph} is no N-Triples or Turtle ({error}): look at what the store answers") from error
    content = [
        quad.object.value
        for quad in quads
        if quad.subject == minter.article(article) and quad.predicate == KCG.contentHash
        if isinstance(quad.object, Literal)
    ]
    broken = next((f"{found.focus}: {found.message}" for found in violations(quads)), None)
    if broken is not None or len(content) != 1 or not all(isinstance(quad.subject, NamedNode) for quad in quads):
        raise RecordError(f"{graph} breaks a shape at {broken or 'its article'}: push it again from where it was built")
    n_quads = sorted_n_quads(quads)
    digest = hashlib.sha256(n_quads).hexdigest()
    return pack(Entry(article, content[0], _RULES, digest, len(quads)), n_quads)

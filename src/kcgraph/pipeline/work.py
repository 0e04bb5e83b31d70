"""What is done to one article, in this process or a worker's: everything between the record and the archive."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from pyoxigraph import Quad, RdfFormat, serialize

from kcgraph.archive import Entry, Packed, pack
from kcgraph.errors import KcgraphError, KnowledgeError
from kcgraph.graph import article_quads
from kcgraph.identify import identify
from kcgraph.model import Extraction, Record, Reject
from kcgraph.model.reading import Reading
from kcgraph.pipeline.rules import extractor_named
from kcgraph.sources import read_article
from kcgraph.text import read
from kcgraph.validate import violations
from kcgraph.vocab import Minter

Extractor = Callable[[Reading], Extraction]


@dataclass(frozen=True, slots=True)
class Settings:
    """What every worker must know."""

    base: str
    extractor: str


@dataclass(frozen=True, slots=True)
class Task:
    """One record to work on, and the hash of all its fields."""

    record: Record
    record_hash: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that came to nothing; `is_defect` when the program itself, not the record, is to blame."""

    reject: Reject
    is_defect: bool = False


Outcome = Packed | Refusal


@dataclass(frozen=True, slots=True)
class _Graph:
    task: Task
    article: str
    content_hash: str
    quads: list[Quad]


def record_hash(record: Record) -> str:
    """A hash of every field that the graph depends on (so not of `origin`)."""
    fields = (record.identifier, record.source, record.title, record.date, record.url, record.text)
    digest = hashlib.sha256()
    for field in fields:
        data = b"" if field is None else field.encode("utf-8", "surrogatepass")
        digest.update(b"%d %d\n" % (field is not None, len(data)))
        digest.update(data)
    return digest.hexdigest()


def work(settings: Settings, tasks: Sequence[Task]) -> list[Outcome]:
    """One outcome for each task, in order. Never raises for what one record holds."""
    minter, extractor = _prepared(settings)
    results = [_graph_or_refusal(task, minter, extractor) for task in tasks]
    broken = _broken([result for result in results if isinstance(result, _Graph)], minter)
    return [result if isinstance(result, Refusal) else _packed(result, broken.get(result.task)) for result in results]


@lru_cache(maxsize=4)
def _prepared(settings: Settings) -> tuple[Minter, Extractor]:
    return Minter(settings.base), extractor_named(settings.extractor).load()


def _graph_or_refusal(task: Task, minter: Minter, extractor: Extractor) -> _Graph | Refusal:
    record, stage, identifier = task.record, "sources", task.record.identifier
    try:
        article = read_article(record)
        identifier = article.identifier
        stage = "text"
        reading = read(article)
        stage = "extract"
        extraction = extractor(reading)
        stage = "identify"
        identities = identify(extraction)
        stage = "graph"
        quads = article_quads(extraction, identities, minter)
    except Exception as error:  # noqa: BLE001 - a defect must cost one article, told loudly, and not the build
        return refusal(record, identifier, stage, error)
    return _Graph(task, article.identifier, article.content_hash, quads)


def refusal(record: Record, identifier: str | None, stage: str, error: Exception) -> Refusal:
    """What an error at a stage makes of a record; any error outside kcgraph's own family is a defect of kcgraph."""
    if isinstance(error, KcgraphError):
        return Refusal(Reject(record.origin, identifier, stage, str(error)), isinstance(error, KnowledgeError))
    return Refusal(_defect(record, identifier, stage, error), is_defect=True)


def _defect(record: Record, identifier: str | None, stage: str, error: Exception) -> Reject:
    told = " ".join(str(error).split())[:300]
    what = f"{type(error).__name__}: {told}"
    reason = f"{record.origin} met a defect of kcgraph in {stage} ({what}): report it with this record"
    return Reject(record.origin, identifier, stage, reason)


def _broken(graphs: Sequence[_Graph], minter: Minter) -> dict[Task, str]:
    """The tasks whose graphs break a shape, each with its first violation. Graphs of one name are never checked
    together.
    """
    broken: dict[Task, str] = {}
    waiting = list(graphs)
    while waiting:
        batch = {graph.article: graph for graph in reversed(waiting)}
        waiting = [graph for graph in waiting if batch[graph.article] is not graph]
        named = {minter.article_graph(article).value: graph.task for article, graph in batch.items()}
        for violation in violations(chain.from_iterable(graph.quads for graph in batch.values())):
            broken.setdefault(named[violation.graph], f"{violation.focus}: {violation.message}")
    return broken


def _packed(result: _Graph, violation: str | None) -> Outcome:
    if violation is not None:
        origin = result.task.record.origin
        return Refusal(Reject(origin, result.article, "validate", f"{origin} breaks a shape at {violation}"))
    n_quads = sorted_n_quads(result.quads)
    entry = Entry(
        result.article,
        result.content_hash,
        result.task.record_hash,
        hashlib.sha256(n_quads).hexdigest(),
        len(result.quads),
    )
    return pack(entry, n_quads)


def sorted_n_quads(quads: Iterable[Quad]) -> bytes:
    """The N-Quads lines of `quads` in their order as bytes: what an article graph is archived as."""
    data = serialize(quads, format=RdfFormat.N_QUADS)
    assert data is not None
    return b"".join(sorted(data.splitlines(keepends=True)))

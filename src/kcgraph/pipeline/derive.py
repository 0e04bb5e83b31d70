"""From the archive to the index: the article graphs, then what is computed from them."""

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kcgraph.archive import Archive, Pieces
from kcgraph.errors import StoreError
from kcgraph.graph import RunRecord, provenance_quads, reference_quads
from kcgraph.merge import Tables, canonical_quads, mentioned
from kcgraph.store import StoreFolder, index_opens, replace_index
from kcgraph.vocab import PROV, Minter

Stage = Callable[[str], None]


def derive(folder: StoreFolder, archive: Archive, rules: str, on_stage: Stage) -> bool:
    """Make the index say what the archive holds; return whether it had to change. Raises StoreError when it can't be
    written.
    """
    name = f"{rules}-{archive.digest()}"
    if name == folder.index_name and index_opens(folder):
        return False
    minter = Minter(folder.base)

    def fill(store: Store) -> None:
        on_stage(f"loading {len(archive.kept)} article graphs")
        _load(store, archive.graphs(archive.kept))
        on_stage("merging events")
        _compute(store, archive, minter)

    replace_index(folder, name, fill)
    return True


def _load(store: Store, graphs: Iterable[bytes]) -> None:
    try:
        store.bulk_load(input=io.BufferedReader(Pieces(graphs), 1 << 20), format=RdfFormat.N_QUADS)
    except SyntaxError as error:
        raise StoreError(f"a part of the store is damaged ({error}): build again in another folder") from error


def _compute(store: Store, archive: Archive, minter: Minter) -> None:
    tables = Tables(store, minter)
    reference = list(reference_quads(sorted(mentioned(tables)), minter))
    described: dict[str, list[Quad]] = defaultdict(list)
    for quad in reference:
        if isinstance(quad.subject, NamedNode):
            described[quad.subject.value].append(quad)
    computed = list(canonical_quads(tables, described))
    store.bulk_extend(reference)
    store.bulk_extend(computed)
    store.bulk_extend(provenance_quads(_runs(archive), _rules(store), minter))


def _runs(archive: Archive) -> Iterator[RunRecord]:
    articles = defaultdict(list)
    for article, kept in sorted(archive.kept.items()):
        articles[kept.run].append(article)
    for run, made in sorted(articles.items(), key=lambda pair: (pair[0].started, pair[0].rules)):
        yield RunRecord(run.version, run.rules, run.inputs, run.started, made)


def _rules(store: Store) -> list[str]:
    named = (quad.object for quad in store.quads_for_pattern(None, PROV.wasDerivedFrom, None))
    return sorted({rule.value for rule in named if isinstance(rule, NamedNode)})

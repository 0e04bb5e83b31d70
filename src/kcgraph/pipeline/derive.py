"""From the archive to the index: the article graphs, then what is computed from them."""

import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from kcgraph.archive import Archive, Pieces
from kcgraph.errors import StoreError
from kcgraph.graph import RunRecord, provenance_quads, reference_quads
from kcgraph.judgements import digest, judgement_quads
from kcgraph.merge import (
    NAMES,
    SPELLING_RULE,
    Doubt,
    Doubts,
    Family,
    Identities,
    People,
    Tables,
    canonical_quads,
    identified,
    mentioned,
)
from kcgraph.model import Judgement
from kcgraph.store import StoreFolder, index_opens, replace_index, revise_index
from kcgraph.vocab import PROV, Minter

Stage = Callable[[str], None]
Graphs = dict[NamedNode, set[Quad]]


def derive(
    folder: StoreFolder, archive: Archive, rules: str, on_stage: Stage, judgements: Sequence[Judgement] = ()
) -> bool:
    """Make the index say what the archive holds and what people judged of it; return whether it had to change.

    Raises StoreError when it can't be written, JudgementError when judgements contradict each other.
    """
    key = _key(rules, judgements, archive.digest())
    if key == folder.index_key and index_opens(folder):
        return False
    minter = Minter(folder.base)

    def fill(store: Store) -> None:
        on_stage(f"loading {len(archive.kept)} article graphs")
        _load(store, archive.graphs(archive.kept))
        on_stage("merging events")
        for graph in Computation(store, minter).graphs(judgements).values():
            store.bulk_extend(graph)
        store.bulk_extend(provenance_quads(_runs(archive), _rules(store, minter), minter))

    replace_index(folder, key, fill)
    return True


def can_be_rejudged(folder: StoreFolder) -> bool:
    """Whether the index in use tells by which judgements it was made."""
    return (folder.index_key or "").count("-") == 2


def rejudge(folder: StoreFolder, graphs: Graphs, judgements: Sequence[Judgement]) -> None:
    """Make `graphs`, which come of `judgements`, those of the index in use, leaving its article graphs as they are.

    Raises StoreError when it can't be written.
    """
    rules, _, archived = (folder.index_key or "").split("-")

    def change(store: Store) -> None:
        for graph, wanted in graphs.items():
            held = set(store.quads_for_pattern(None, None, None, graph))
            for quad in held - wanted:
                store.remove(quad)
            store.extend(wanted - held)

    revise_index(folder, _key(rules, judgements, archived), change)


class Computation:
    """What the article graphs in `store` come to together with the reference data and judgements. Writes nothing."""

    def __init__(self, store: Store, minter: Minter) -> None:
        self.minter = minter
        self.tables = Tables(store, minter)
        self.described: dict[str, list[Quad]] = defaultdict(list)
        for quad in reference_quads(sorted(mentioned(self.tables)), minter):
            if isinstance(quad.subject, NamedNode):
                self.described[quad.subject.value].append(quad)

    def identities(self, judgements: Iterable[Judgement]) -> Identities:
        """Which IRIs stand for one thing. Raises JudgementError when judgements contradict each other."""
        return identified(self.tables, self.described, judgements, self._families)

    def name(self, iri: str) -> str:
        """The whole name of a person; the IRI where there is none."""
        return next((profile.name for profile in self._people.profiles if profile.iri == iri), iri)

    def graphs(self, judgements: Sequence[Judgement]) -> Graphs:
        """The canonical, judgements and reference graphs. Raises as `identities` does."""
        graphs: Graphs = {
            self.minter.canonical_graph: set(),
            self.minter.judgements_graph: set(judgement_quads(judgements, self.minter)),
            self.minter.reference_graph: {quad for quads in self.described.values() for quad in quads},
        }
        for quad in canonical_quads(self.tables, self.described, self.identities(judgements)):
            if isinstance(quad.graph_name, NamedNode):
                graphs[quad.graph_name].add(quad)
        return graphs

    def doubts(self, judgements: Iterable[Judgement]) -> list[Doubt]:
        """The pairs that a person should decide on, those first whose decision changes most. Raises as `identities`
        does.
        """
        doubts = Doubts(self.tables, self._people.profiles, self._families)
        return doubts.pairs(self.identities(judgements), NAMES)

    @cached_property
    def _people(self) -> People:
        return People(self.tables, self.described)

    @cached_property
    def _families(self) -> list[Family]:
        return self._people.families(NAMES)


def _key(rules: str, judgements: Sequence[Judgement], archived: str) -> str:
    """What an index is made from: the rules, the judgements and the archive."""
    return f"{rules}-{digest(judgements)}-{archived}"


def _load(store: Store, graphs: Iterable[bytes]) -> None:
    try:
        store.bulk_load(input=io.BufferedReader(Pieces(graphs), 1 << 20), format=RdfFormat.N_QUADS)
    except SyntaxError as error:
        raise StoreError(f"a part of the store is damaged ({error}): build again in another folder") from error


def _runs(archive: Archive) -> Iterator[RunRecord]:
    articles = defaultdict(list)
    for article, kept in sorted(archive.kept.items()):
        articles[kept.run].append(article)
    for run, made in sorted(articles.items(), key=lambda pair: (pair[0].started, pair[0].rules)):
        yield RunRecord(run.version, run.rules, run.inputs, run.started, made)


def _rules(store: Store, minter: Minter) -> list[str]:
    named = (quad.object for quad in store.quads_for_pattern(None, PROV.wasDerivedFrom, None))
    rules = {rule.value for rule in named if isinstance(rule, NamedNode)}
    own = f"{minter.base}rule/"
    return sorted({minter.local(SPELLING_RULE).value, *(rule for rule in rules if rule.startswith(own))})

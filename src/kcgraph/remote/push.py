"""Filling a store elsewhere with our graphs, so that only what changed goes over the wire and a cut costs little.

The remote provenance graph tells the hash of each graph that arrived whole (`kcg:graphHash`): the manifest. What is to
change is taken off it first and put on it again when it has arrived, so an interrupted push goes on where it was. Every
graph below our base IRI is ours, whether the manifest tells of it or not.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kcgraph.errors import StoreError
from kcgraph.graph import graph_hash
from kcgraph.remote.graph_store import RemoteStore
from kcgraph.remote.probing import check_that_it_keeps
from kcgraph.vocab import KCG, Minter

_NOTED_TOGETHER = 200
"""How many graphs arrive before the manifest is told: what a cut can cost."""
_SAMPLE = 5
"""How many graphs are fetched at the end and compared triple by triple."""


_GRAPHS = "SELECT DISTINCT ?graph WHERE { GRAPH ?graph { ?s ?p ?o } }"


class Graphs(Protocol):
    """What is to be pushed."""

    def names(self) -> Sequence[str]:
        """The IRIs of all graphs, the provenance graph left out."""
        ...

    def lines(self, graph: str) -> list[bytes]:
        """The N-Triples lines of a graph, in any order."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """What a push has to do: graphs to send, graphs to drop, graphs that stay; graph to hash."""

    send: Mapping[str, str]
    drop: tuple[str, ...]
    kept: Mapping[str, str]


def plan(graphs: Graphs, store: RemoteStore, minter: Minter) -> Plan:
    """Compare our graphs with the manifest of the store, and with what else of ours it holds."""
    there = hashes(store, minter)
    here = {name: graph_hash(graphs.lines(name)) for name in graphs.names()}
    return Plan(
        send={name: digest for name, digest in here.items() if there.get(name) != digest},
        drop=tuple(sorted(there.keys() - here.keys())),
        kept={name: digest for name, digest in here.items() if there.get(name) == digest},
    )


def push(
    graphs: Graphs,
    provenance: Iterable[bytes],
    todo: Plan,
    store: RemoteStore,
    minter: Minter,
    on_graph: Callable[[], None] = lambda: None,
) -> None:
    """Carry out the plan; `provenance` are the N-Triples lines of our provenance graph. `on_graph` is called for each
    graph done. When nothing is to do, nothing is written.

    Raises StoreError when the store refuses or, at the end, does not hold what was sent.
    """
    if not todo.send and not todo.drop:
        return
    noted = minter.provenance_graph.value
    check_that_it_keeps(store, minter.local("graph/probe").value)
    store.replace(noted, _entries(todo.kept))
    for graph in todo.drop:
        store.drop(graph)
        on_graph()
    arrived: dict[str, str] = {}
    for graph, digest in todo.send.items():
        store.replace(graph, graphs.lines(graph))
        arrived[graph] = digest
        on_graph()
        if len(arrived) == _NOTED_TOGETHER:
            store.add(noted, _entries(arrived))
            arrived.clear()
    _check(graphs, todo, store)
    store.replace(noted, [*_entries({**todo.kept, **todo.send}), *provenance])


def hashes(store: RemoteStore, minter: Minter) -> dict[str, str | None]:
    """Each graph of ours that the store holds, the provenance graph left out, to its hash in the manifest.

    None where the manifest tells nothing of it, or two things. What stands there is from outside: only graphs below our
    base IRI are ours to touch.
    """
    found = [row["graph"] for row in store.select(_GRAPHS) if _is_ours(row["graph"], minter)]
    told: dict[str, set[str]] = {graph: set() for graph in found}
    query = f"SELECT ?graph ?hash WHERE {{ GRAPH {minter.provenance_graph} {{ ?graph {KCG.graphHash} ?hash }} }}"
    for row in store.select(query):
        if row["graph"] in told:
            told[row["graph"]].add(row["hash"])
    told.pop(minter.provenance_graph.value, None)
    return {graph: digests.pop() if len(digests) == 1 else None for graph, digests in told.items()}


def _is_ours(graph: str, minter: Minter) -> bool:
    try:
        return NamedNode(graph).value.startswith(f"{minter.base}graph/")
    except ValueError:
        return False


def _entries(hashes: Mapping[str, str]) -> list[bytes]:
    return [f'<{graph}> {KCG.graphHash} "{digest}" .\n'.encode() for graph, digest in hashes.items()]


def _check(graphs: Graphs, todo: Plan, store: RemoteStore) -> None:
    """Compare the counts of all graphs sent, and the triples of some. Raises StoreError where they differ."""
    rows = store.select("SELECT ?graph (COUNT(*) AS ?count) WHERE { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph")
    there = {row["graph"]: int(row["count"]) for row in rows}
    for graph in todo.send:
        here = len(graphs.lines(graph))
        if there.get(graph, 0) != here:
            raise StoreError(_differs(store, graph, f"{there.get(graph, 0)} triples for our {here}"))
    for graph in sorted(todo.send, key=lambda name: todo.send[name])[:_SAMPLE]:
        if _triples(b"".join(graphs.lines(graph))) != _triples(store.triples(graph)):
            raise StoreError(_differs(store, graph, "other triples than ours"))


def _differs(store: RemoteStore, graph: str, how: str) -> str:
    return f"{store.base} has {how} in {graph}: look whether something else writes to it, then push again"


def _triples(data: bytes) -> set[Triple]:
    # Turtle holds N-Triples, so it reads whichever of the two a store answers with.
    return {quad.triple for quad in parse(data, format=RdfFormat.TURTLE)}

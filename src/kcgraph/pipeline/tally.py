"""What a store holds, counted."""

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kcgraph.vocab import KCG, RDF, Minter


@dataclass(frozen=True, slots=True)
class StoreTally:
    """Counts over the whole store; `events` by the local name of the class, most frequent first."""

    articles: int
    reports: int
    statements: int
    people: int
    treaties: int
    events: dict[str, int]


def tally(store: Store, minter: Minter) -> StoreTally:
    """Count the articles, reports, statements, people, treaties and events of `store`."""
    return StoreTally(
        articles=_count(store, "Article"),
        reports=_count(store, "EventReport"),
        statements=_count(store, "Statement"),
        people=_people(store),
        treaties=_count(store, "Treaty"),
        events=_events(store, minter),
    )


def _count(store: Store, class_name: str) -> int:
    return len({quad.subject for quad in store.quads_for_pattern(None, RDF.type, KCG[class_name])})


def _people(store: Store) -> int:
    """How many people articles name, those that stand for one person counted once."""
    persons = {quad.subject for quad in store.quads_for_pattern(None, RDF.type, KCG.Person)}
    return len({quad.object for quad in store.quads_for_pattern(None, KCG.identity, None) if quad.subject in persons})


def _events(store: Store, minter: Minter) -> dict[str, int]:
    typed = store.quads_for_pattern(None, RDF.type, None, minter.canonical_graph)
    events = (quad.object for quad in typed if _iri(quad.subject).startswith(f"{minter.base}event/"))
    counts = Counter(_iri(found).removeprefix(str(KCG)) for found in events)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _iri(term: object) -> str:
    return term.value if isinstance(term, NamedNode) else ""

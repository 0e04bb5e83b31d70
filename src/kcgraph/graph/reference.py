"""What the reference data says of the things that articles name: `graph/reference`."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kcgraph.graph.terms import Value
from kcgraph.reference import Reference, reference
from kcgraph.vocab import KCG, RDF, SKOS, Minter

_WIKIDATA = "http://www.wikidata.org/entity/"


@dataclass(frozen=True, slots=True)
class _Description:
    """One row of a reference table, whichever it is: `links` are predicates with local paths."""

    class_name: str
    name: str
    other_names: tuple[str, ...]
    qid: str | None
    links: tuple[tuple[NamedNode, str], ...] = ()


def reference_quads(mentioned: Iterable[str], minter: Minter) -> Iterator[Quad]:
    """Describe what the reference data knows of `mentioned` (IRIs), and what those descriptions point to.

    IRIs that it does not know are passed over.
    """
    known = reference()
    waiting = sorted(set(mentioned), reverse=True)
    done = set(waiting)
    while waiting:
        iri = waiting.pop()
        description = _describe(known, iri.removeprefix(minter.base)) if iri.startswith(minter.base) else None
        if description is None:
            continue
        yield from (Quad(NamedNode(iri), *value, minter.reference_graph) for value in _values(description, minter))
        linked = sorted({minter.base + path for _, path in description.links} - done)
        waiting.extend(linked)
        done.update(linked)


def _values(description: _Description, minter: Minter) -> Iterator[Value]:
    yield RDF.type, KCG[description.class_name]
    yield SKOS.prefLabel, Literal(description.name)
    for other in sorted(set(description.other_names) - {description.name}):
        yield SKOS.altLabel, Literal(other)
    if description.qid is not None:
        yield SKOS.exactMatch, NamedNode(_WIKIDATA + description.qid)
    for predicate, path in description.links:
        yield predicate, minter.local(path)


def _describe(known: Reference, path: str) -> _Description | None:
    folder, _, key = path.partition("/")
    reader = _READERS.get(folder)
    return reader(known, key) if reader is not None else None


def _country_link(key: str | None) -> tuple[tuple[NamedNode, str], ...]:
    return ((KCG.country, f"country/{key}"),) if key is not None else ()


def _person(known: Reference, key: str) -> _Description | None:
    row = known.person(key)
    return (
        _Description("Person", row.name, row.other_names, row.qid, _country_link(row.country))
        if row is not None
        else None
    )


def _country(known: Reference, key: str) -> _Description | None:
    row = known.country(key)
    return _Description("Country", row.name, row.other_names, row.qid) if row is not None else None


def _place(known: Reference, key: str) -> _Description | None:
    row = known.place(key)
    return (
        _Description("Place", row.name, row.other_names, row.qid, _country_link(row.country))
        if row is not None
        else None
    )


def _outlet(known: Reference, key: str) -> _Description | None:
    row = known.outlet(key)
    return (
        _Description("Outlet", row.name, row.other_names, row.qid, _country_link(row.country))
        if row is not None
        else None
    )


def _organization(known: Reference, key: str) -> _Description | None:
    row = known.organization(key)
    if row is None:
        return None
    names = (*row.other_names, row.abbreviation) if row.abbreviation else row.other_names
    return _Description("Organization", row.name, names, row.qid, _country_link(row.country))


def _treaty(known: Reference, key: str) -> _Description | None:
    row = known.treaty(key)
    links = tuple((KCG.party, f"country/{party}") for party in row.parties) if row is not None else ()
    return _Description("Treaty", row.name, row.other_names, None, links) if row is not None else None


def _office(known: Reference, key: str) -> _Description | None:
    row = known.office(key)
    if row is None:
        return None
    owner = (
        f"organization/{row.organization}" if row.organization else f"country/{row.country}" if row.country else None
    )
    links = ((KCG.officeOf, owner),) if owner is not None else ()
    return _Description("Office", row.name, row.other_names, None, (*links, *_country_link(row.country)))


_READERS: dict[str, Callable[[Reference, str], _Description | None]] = {
    "country": _country,
    "office": _office,
    "organization": _organization,
    "outlet": _outlet,
    "person": _person,
    "place": _place,
    "treaty": _treaty,
}

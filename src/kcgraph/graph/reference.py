"""What the reference data says of things: `graph/reference`, of those that articles name or of all."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kcgraph.graph.terms import Value, coordinate, text, true
from kcgraph.reference import Reference, Tenure, reference
from kcgraph.vocab import DCTERMS, KCG, RDF, SCHEMA, SKOS, Minter, slug

_WIKIDATA = "http://www.wikidata.org/entity/"
_Path = str
"""A local path such as `country/russia`."""


@dataclass(frozen=True, slots=True)
class _Description:
    """One row of a reference table, whichever it is.

    `links` are predicates with local paths, `values` what else is said of it (None where a cell is empty), `tenures`
    the time in office of a person.
    """

    class_name: str
    name: str
    other_names: tuple[str, ...]
    qid: str | None
    source: str
    links: tuple[tuple[NamedNode, _Path | None], ...] = ()
    values: tuple[Value | None, ...] = ()
    tenures: tuple[Tenure, ...] = ()


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
        node, linked = NamedNode(iri), set[str]()
        for subject, value in _statements(node, description, minter):
            yield Quad(subject, *value, minter.reference_graph)
            if isinstance(value[1], NamedNode):
                linked.add(value[1].value)
        further = sorted(linked - done)
        waiting.extend(further)
        done.update(further)


def all_reference_quads(minter: Minter) -> Iterator[Quad]:
    """Describe everything that the reference data knows, in the order of its tables."""
    known = reference()
    for folder, (rows, _) in _TABLES.items():
        for row in rows(known):
            path = f"{folder}/{row}"
            description = _describe(known, path)
            if description is not None:
                for subject, value in _statements(minter.local(path), description, minter):
                    yield Quad(subject, *value, minter.reference_graph)


def _statements(node: NamedNode, description: _Description, minter: Minter) -> Iterator[tuple[NamedNode, Value]]:
    """What is said of the thing itself, then of the person's time in office."""
    for value in _values(description, minter):
        yield node, value
    for tenure in description.tenures:
        what = tenure.office or slug(tenure.title)
        stint = minter.local(f"tenure/{tenure.person}/{what}/{tenure.start or 'undated'}")
        for value in filter(None, _tenure(tenure, node, minter)):
            yield stint, value


def _values(description: _Description, minter: Minter) -> Iterator[Value]:
    yield RDF.type, KCG[description.class_name]
    yield SKOS.prefLabel, Literal(description.name)
    for other in sorted(set(description.other_names) - {description.name}):
        yield SKOS.altLabel, Literal(other)
    if description.qid is not None:
        yield SKOS.exactMatch, NamedNode(_WIKIDATA + description.qid)
    yield DCTERMS.source, Literal(description.source)
    yield from filter(None, description.values)
    for predicate, path in description.links:
        if path is not None:
            yield predicate, minter.local(path)


def _tenure(tenure: Tenure, holder: NamedNode, minter: Minter) -> Iterator[Value | None]:
    yield RDF.type, KCG.Tenure
    yield KCG.holder, holder
    yield KCG.title, Literal(tenure.title)
    if tenure.office is not None:
        yield KCG.office, minter.local(f"office/{tenure.office}")
    owner = _owner(tenure.organization, tenure.country)
    if owner is not None:
        yield KCG.officeOf, minter.local(owner)
    yield text(KCG["from"], tenure.start)
    yield text(KCG.until, tenure.end)
    yield true(KCG.contested, tenure.contested)
    yield DCTERMS.source, Literal(tenure.source)


def _describe(known: Reference, path: _Path) -> _Description | None:
    folder, _, key = path.partition("/")
    table = _TABLES.get(folder)
    return table[1](known, key) if table is not None else None


def _country_path(key: str | None) -> _Path | None:
    return f"country/{key}" if key is not None else None


def _owner(organization: str | None, country: str | None) -> _Path | None:
    return f"organization/{organization}" if organization is not None else _country_path(country)


def _person(known: Reference, key: str) -> _Description | None:
    row = known.person(key)
    if row is None:
        return None
    links = ((KCG.country, _country_path(row.country)),)
    tenures = known.tenures_of(key)
    return _Description("Person", row.name, row.other_names, row.qid, row.source, links, tenures=tenures)


def _country(known: Reference, key: str) -> _Description | None:
    row = known.country(key)
    if row is None:
        return None
    links = tuple((KCG.successor, _country_path(successor)) for successor in row.successors)
    code = (SKOS.notation, Literal(row.iso2, datatype=KCG.IsoCountryCode)) if row.iso2 is not None else None
    demonyms = tuple(text(KCG.demonym, demonym) for demonym in row.demonyms)
    return _Description("Country", row.name, row.other_names, row.qid, row.source, links, (code, *demonyms))


def _place(known: Reference, key: str) -> _Description | None:
    row = known.place(key)
    if row is None:
        return None
    within = f"place/{row.within}" if row.within is not None else None
    links = ((KCG.country, _country_path(row.country)), (DCTERMS.isPartOf, within))
    position = (coordinate(SCHEMA.latitude, row.latitude), coordinate(SCHEMA.longitude, row.longitude))
    return _Description("Place", row.name, row.other_names, row.qid, row.source, links, position)


def _outlet(known: Reference, key: str) -> _Description | None:
    row = known.outlet(key)
    if row is None:
        return None
    links = ((KCG.country, _country_path(row.country)),)
    return _Description("Outlet", row.name, row.other_names, row.qid, row.source, links)


def _organization(known: Reference, key: str) -> _Description | None:
    row = known.organization(key)
    if row is None:
        return None
    names = (*row.other_names, row.abbreviation) if row.abbreviation else row.other_names
    links = ((KCG.country, _country_path(row.country)),)
    return _Description("Organization", row.name, names, row.qid, row.source, links)


def _treaty(known: Reference, key: str) -> _Description | None:
    row = known.treaty(key)
    if row is None:
        return None
    links = tuple((KCG.party, _country_path(party)) for party in row.parties)
    dates = (text(KCG.signed, row.signed), text(KCG.inForce, row.in_force))
    return _Description("Treaty", row.name, row.other_names, None, row.source, links, dates)


def _office(known: Reference, key: str) -> _Description | None:
    row = known.office(key)
    if row is None:
        return None
    links = ((KCG.officeOf, _owner(row.organization, row.country)), (KCG.country, _country_path(row.country)))
    values = (true(KCG.soleHolder, row.single),)
    return _Description("Office", row.name, row.other_names, row.qid, row.source, links, values)


_Keys = Callable[[Reference], Iterable[str]]
_TABLES: dict[str, tuple[_Keys, Callable[[Reference, str], _Description | None]]] = {
    "country": (lambda known: (row.key for row in known.countries), _country),
    "office": (lambda known: (row.key for row in known.offices), _office),
    "organization": (lambda known: (row.key for row in known.organizations), _organization),
    "outlet": (lambda known: (row.key for row in known.outlets), _outlet),
    "person": (lambda known: (row.key for row in known.people), _person),
    "place": (lambda known: (row.key for row in known.places), _place),
    "treaty": (lambda known: (row.key for row in known.treaties), _treaty),
}

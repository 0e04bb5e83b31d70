"""Tenures as quads of `graph/canonical`."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kcgraph.merge.sightings import sightings
from kcgraph.merge.stints import KnownStints, Stint
from kcgraph.merge.tables import Tables, text_of
from kcgraph.merge.tenures import Tenure, tenures
from kcgraph.merge.wordings import Wordings
from kcgraph.model import EventDate
from kcgraph.reference import reference
from kcgraph.vocab import KCG, RDF, XSD, Minter, slug

Description = Mapping[str, Collection[Quad]]


def career_quads(tables: Tables, described: Description, representative: Callable[[str], str]) -> Iterator[Quad]:
    """What the articles show of offices through time.

    `described` holds what `graph/reference` says, tenures known there among it; `representative` gives the IRI that
    stands for a person in `graph/canonical`.
    """
    minter = tables.minter
    found = tenures(
        sightings(tables, representative),
        Wordings(),
        _countries(tables, described, representative),
        _is_single,
        {
            representative(minter.local(f"person/{row.key}").value): EventDate(row.date).latest
            for row in reference().deaths
        },
        _known(described, representative),
    )
    nodes = [_node(tenure, minter) for tenure in found]
    for tenure, node in zip(found, nodes, strict=True):
        followed_by = nodes[tenure.next] if tenure.next is not None else None
        body = _body(tenure, minter, described)
        if body is not None:
            yield Quad(node, KCG.officeOf, NamedNode(representative(body)), minter.canonical_graph)
        yield from _tenure_quads(tenure, node, followed_by, minter)


def _node(tenure: Tenure, minter: Minter) -> NamedNode:
    """The node of the reference data where it knows the tenure: both graphs tell of it."""
    if tenure.stint is not None:
        return NamedNode(tenure.stint.iri)
    person = slug(tenure.holder.removeprefix(f"{minter.base}person/"))
    path = f"tenure/{person}/{tenure.office or slug(tenure.form.slug)}"
    return minter.local(path if tenure.number == 1 else f"{path}/{tenure.number}")


def _body(tenure: Tenure, minter: Minter, described: Description) -> str | None:
    """The body that the wordings name, where the reference describes it, else the one most articles tell."""
    named = minter.local(f"organization/{tenure.organization}").value if tenure.organization else None
    return named if named in described else tenure.body


def _tenure_quads(tenure: Tenure, node: NamedNode, followed_by: NamedNode | None, minter: Minter) -> Iterator[Quad]:
    graph = minter.canonical_graph
    yield Quad(node, RDF.type, KCG.Tenure, graph)
    yield Quad(node, KCG.holder, NamedNode(tenure.holder), graph)
    yield Quad(node, KCG.title, Literal(tenure.title), graph)
    for wording in tenure.wordings:
        yield Quad(node, KCG.officeAsPrinted, Literal(wording), graph)
    if tenure.office is not None:
        yield Quad(node, KCG.office, minter.local(f"office/{tenure.office}"), graph)
    known = (tenure.stint.start, tenure.stint.end) if tenure.stint else (None, None)
    told = ((KCG["from"], tenure.starts), (KCG.until, tenure.ends))
    for (edtf_property, edtf), is_known in zip(told, known, strict=True):
        if edtf is not None and is_known is None:
            yield Quad(node, edtf_property, Literal(edtf), graph)
    days = (
        (KCG.notBefore, tenure.not_before if known[0] is None else None), (KCG.firstSeen, tenure.first),
        (KCG.lastSeen, tenure.last), (KCG.notAfter, tenure.not_after if known[1] is None else None),
    )  # fmt: skip
    for day_property, day in days:
        if day is not None:
            yield Quad(node, day_property, Literal(day.isoformat(), datatype=XSD.date), graph)
    for sighting in (*tenure.held, *tenure.past):
        yield Quad(node, KCG.shownBy, NamedNode(sighting.holding), graph)
    for name in sorted(tenure.disagrees):
        yield Quad(node, KCG.disagreesOn, KCG[name], graph)
    if followed_by is not None:
        yield Quad(node, KCG.followedBy, followed_by, graph)


def _is_single(office: str) -> bool:
    """Whether one person at a time holds the known office."""
    row = reference().office(office)
    return row is not None and row.single


def _countries(tables: Tables, described: Description, representative: Callable[[str], str]) -> dict[str, str]:
    """Agent to the key of its country: the one that the reference gives, else the one most articles show."""
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for agent, counts in tables.counts(KCG.affiliatedWith).items():
        shown[representative(agent)].update(counts)
    countries = {agent: min(counts, key=lambda iri: (-counts[iri], iri)) for agent, counts in shown.items()}
    for iri, quads in described.items():
        countries.update((iri, country) for country in _objects(quads, KCG.country))
    return {agent: country.rpartition("/")[2] for agent, country in countries.items()}


def _known(described: Description, representative: Callable[[str], str]) -> KnownStints:
    """The tenures of the reference data, where they are of an office that it knows."""
    stints: dict[tuple[str, str], list[Stint]] = defaultdict(list)
    for iri, quads in described.items():
        if any(quad.object == KCG.Tenure for quad in quads):
            start, end = _objects(quads, KCG["from"]), _objects(quads, KCG.until)
            for holder in _objects(quads, KCG.holder):
                for office in _objects(quads, KCG.office):
                    stint = Stint(iri, next(iter(start), None), next(iter(end), None))
                    stints[representative(holder), office.rpartition("/")[2]].append(stint)
    return KnownStints(stints)


def _objects(quads: Iterable[Quad], predicate: NamedNode) -> list[str]:
    return sorted(text_of(quad.object) for quad in quads if quad.predicate == predicate)

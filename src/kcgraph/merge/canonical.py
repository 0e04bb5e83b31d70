"""The quads of `graph/canonical`, and the met spellings of what `graph/reference` describes."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kcgraph.merge.careers import career_quads
from kcgraph.merge.events import Event, events, fingerprint
from kcgraph.merge.tables import Tables, Values, text_of
from kcgraph.model import EventDate
from kcgraph.vocab import DCTERMS, KCG, RDF, SKOS, XSD, Minter

Description = Mapping[str, Collection[Quad]]
"""IRI of a thing to its quads in `graph/reference`."""


def mentioned(tables: Tables) -> set[str]:
    """The IRIs of all agents, places, treaties, offices and outlets that the article graphs name."""
    countries = (
        text_of(quad.object) for predicate in (KCG.affiliatedWith, KCG.officeOf) for quad in tables.quads(predicate)
    )
    return {*tables.classes, *countries}


def canonical_quads(
    tables: Tables, described: Description, representative: Callable[[str], str] = lambda iri: iri
) -> Iterator[Quad]:
    """Compute across the article graphs.

    `described` holds what `graph/reference` says: its subjects are not described again, but the spellings met that it
    lacks (and a country, where it gives none) come as further quads of `graph/reference`. `representative` gives the
    IRI that stands for an agent.
    """
    yield from _events(tables, tables.minter)
    yield from career_quads(tables, described, representative)
    yield from _descriptions(tables, tables.minter, described)


def _events(tables: Tables, minter: Minter) -> Iterator[Quad]:
    persons = tables.members("Person")

    def label(place: str) -> str:
        return _preferred(tables.labels.get(place)) or place

    for event in events(tables.reports(), persons):
        yield from _event_quads(event, minter, label)


def _event_quads(event: Event, minter: Minter, label: Callable[[str], str]) -> Iterator[Quad]:
    graph, first = minter.canonical_graph, event.first
    iri = minter.event(first.date, first.event_class, fingerprint(first))
    yield Quad(iri, RDF.type, KCG[first.event_class], graph)
    yield Quad(iri, KCG.status, KCG[event.status], graph)
    yield Quad(iri, KCG.reportCount, Literal(len(event.reports)), graph)
    if first.date is not None:
        yield from _date_quads(iri, EventDate(first.date), graph)
    for agent in event.participants:
        yield Quad(iri, KCG.participant, NamedNode(agent), graph)
    place = event.place(label)
    if place is not None:
        yield Quad(iri, KCG.place, NamedNode(place), graph)
    for treaty in event.treaties:
        yield Quad(iri, KCG.concernsTreaty, NamedNode(treaty), graph)
    if event.place_is_disputed(label):
        yield Quad(iri, KCG.disagreesOn, KCG.place, graph)
    if event.denial_is_disputed:
        yield Quad(iri, KCG.disagreesOn, KCG.status, graph)
    for report in event.reports:
        yield Quad(NamedNode(report.iri), KCG.reports, iri, graph)
    for report in event.reports[1:]:
        own = minter.event(report.date, report.event_class, fingerprint(report))
        yield Quad(own, DCTERMS.isReplacedBy, iri, graph)


def _date_quads(iri: NamedNode, when: EventDate, graph: NamedNode) -> Iterator[Quad]:
    yield Quad(iri, KCG.dateEDTF, Literal(when.edtf), graph)
    yield Quad(iri, KCG.earliest, Literal(when.earliest.isoformat(), datatype=XSD.date), graph)
    yield Quad(iri, KCG.latest, Literal(when.latest.isoformat(), datatype=XSD.date), graph)


def _descriptions(tables: Tables, minter: Minter, described: Description) -> Iterator[Quad]:
    countries = tables.counts(KCG.affiliatedWith)
    parties = tables.values(KCG.party)
    for iri, classes in sorted(tables.classes.items()):
        known = described.get(iri)
        if known is None:
            graph = minter.canonical_graph
            for class_name in classes:
                yield Quad(NamedNode(iri), RDF.type, KCG[class_name], graph)
            yield from _naming(iri, tables, graph)
        else:
            graph = minter.reference_graph
            yield from _further_spellings(iri, tables.labels.get(iri), known, graph)
        if known is None or not any(quad.predicate == KCG.country for quad in known):
            yield from _country(iri, countries.get(iri), graph)
        yield from _parties(iri, parties, minter.canonical_graph)


def _naming(iri: str, tables: Tables, graph: NamedNode) -> Iterator[Quad]:
    labels = tables.labels.get(iri)
    titles = tables.titles.get(iri)
    preferred = titles[0] if titles else _preferred(labels)
    if preferred is None:
        return
    yield Quad(NamedNode(iri), SKOS.prefLabel, Literal(preferred), graph)
    for other in sorted({*(labels or ()), *(titles or ())} - {preferred}):
        yield Quad(NamedNode(iri), SKOS.altLabel, Literal(other), graph)


def _further_spellings(
    iri: str, labels: Counter[str] | None, known: Collection[Quad], graph: NamedNode
) -> Iterator[Quad]:
    names = {text_of(quad.object) for quad in known if quad.predicate in (SKOS.prefLabel, SKOS.altLabel)}
    for other in sorted(set(labels or ()) - names):
        yield Quad(NamedNode(iri), SKOS.altLabel, Literal(other), graph)


def _country(iri: str, counts: Counter[str] | None, graph: NamedNode) -> Iterator[Quad]:
    if counts:
        country = min(counts, key=lambda found: (-counts[found], found))
        yield Quad(NamedNode(iri), KCG.country, NamedNode(country), graph)


def _parties(iri: str, parties: Values, graph: NamedNode) -> Iterator[Quad]:
    for party in parties.get(iri, ()):
        yield Quad(NamedNode(iri), KCG.party, NamedNode(party), graph)


def _preferred(labels: Counter[str] | None) -> str | None:
    """The form most often printed; of several the longest, then the first in the alphabet."""
    return min(labels, key=lambda form: (-labels[form], -len(form), form)) if labels else None

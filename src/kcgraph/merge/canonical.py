"""The quads of `graph/canonical`, and the met spellings of what `graph/reference` describes."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kcgraph.merge.careers import career_quads
from kcgraph.merge.encounters import encounter_quads
from kcgraph.merge.events import Event, events, fingerprint
from kcgraph.merge.identities import KINDS, Identities, family_links
from kcgraph.merge.people import RULE, Family, most_counted
from kcgraph.merge.tables import Tables, Values, text_of
from kcgraph.model import EventDate, Judgement
from kcgraph.vocab import DCTERMS, KCG, PROV, RDF, SKOS, XSD, Minter

Description = Mapping[str, Collection[Quad]]
"""IRI of a thing to its quads in `graph/reference`."""


def mentioned(tables: Tables) -> set[str]:
    """The IRIs of all agents, places, treaties, offices and outlets that the article graphs name."""
    further = (KCG.affiliatedWith, KCG.candidate, KCG.officeOf)
    return {*tables.classes, *(text_of(quad.object) for predicate in further for quad in tables.quads(predicate))}


def identified(
    tables: Tables, described: Description, judgements: Iterable[Judgement] = (), families: Iterable[Family] = ()
) -> Identities:
    """Which IRIs of the article graphs stand for one thing, by people's names (`families`) and by what people judged.

    Raises JudgementError when judgements contradict each other or make one of things of two kinds.
    """
    kinds = {iri: kind for iri, quads in described.items() if (kind := _kind(quads))}
    kinds |= {iri: KINDS[found[0]] for iri, found in tables.classes.items() if found[0] in KINDS}
    return Identities(
        judgements,
        [family_links(family.iris, RULE, family.words) for family in families if family.doubt is None],
        kinds,
        described,
        lambda iri: len(tables.articles.get(iri, ())),
    )


def _kind(quads: Collection[Quad]) -> str | None:
    classes = (text_of(quad.object).removeprefix(str(KCG)) for quad in quads if quad.predicate == RDF.type)
    return next((KINDS[found] for found in classes if found in KINDS), None)


def canonical_quads(tables: Tables, described: Description, identities: Identities | None = None) -> Iterator[Quad]:
    """Compute across the article graphs.

    `described` holds what `graph/reference` says: its subjects are not described again, but the spellings met that it
    lacks (and a country, where it gives none) come as further quads of `graph/reference`. `identities` says which IRIs
    stand for one thing; without it each stands for itself.
    """
    identities = identities or Identities(())
    yield from _identity_quads(tables, identities)
    yield from _events(tables, identities)
    yield from career_quads(tables, described, identities.representative)
    yield from _descriptions(tables, described, identities)


def _identity_quads(tables: Tables, identities: Identities) -> Iterator[Quad]:
    """The representative of everything that articles name (itself, mostly), and why one stands for another."""
    minter, graph = tables.minter, tables.minter.canonical_graph
    for iri in sorted(mentioned(tables)):
        yield Quad(NamedNode(iri), KCG.identity, NamedNode(identities.representative(iri)), graph)
    for iri, other, chain in identities.merged():
        yield Quad(NamedNode(iri), DCTERMS.isReplacedBy, NamedNode(other), graph)
        for source in sorted({link.source for link in chain}):
            yield Quad(NamedNode(iri), PROV.wasDerivedFrom, minter.local(source), graph)
    for iri, candidates in sorted(tables.values(KCG.candidate).items()):
        for candidate in sorted({identities.representative(found) for found in candidates}):
            yield Quad(NamedNode(identities.representative(iri)), KCG.candidate, NamedNode(candidate), graph)


def _events(tables: Tables, identities: Identities) -> Iterator[Quad]:
    one = identities.representative
    persons = {one(person) for person in tables.members("Person")}

    def label(place: str) -> str:
        return _preferred(tables.labels.get(place)) or place

    for event in events([report.under(one) for report in tables.reports()], persons):
        yield from _event_quads(event, tables.minter, label)


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
    yield from encounter_quads(event, iri, minter)
    for report in event.reports[1:]:
        own = minter.event(report.date, report.event_class, fingerprint(report))
        yield Quad(own, DCTERMS.isReplacedBy, iri, graph)


def _date_quads(iri: NamedNode, when: EventDate, graph: NamedNode) -> Iterator[Quad]:
    yield Quad(iri, KCG.dateEDTF, Literal(when.edtf), graph)
    yield Quad(iri, KCG.earliest, Literal(when.earliest.isoformat(), datatype=XSD.date), graph)
    yield Quad(iri, KCG.latest, Literal(when.latest.isoformat(), datatype=XSD.date), graph)


def _descriptions(tables: Tables, described: Description, identities: Identities) -> Iterator[Quad]:
    """What is told of each thing, all forms that stand for it taken together."""
    one, minter = identities.representative, tables.minter
    labels, countries = _summed(tables.labels, one), _summed(tables.counts(KCG.affiliatedWith), one)
    titles, parties = _joined(tables.titles, one), _joined(tables.values(KCG.party), one, one)
    for iri in sorted({one(iri) for iri in tables.classes}):
        known = described.get(iri)
        if known is None:
            graph = minter.canonical_graph
            for class_name in tables.classes[iri]:
                yield Quad(NamedNode(iri), RDF.type, KCG[class_name], graph)
            yield from _naming(iri, labels.get(iri), titles.get(iri), graph)
        else:
            graph = minter.reference_graph
            yield from _further_spellings(iri, labels.get(iri), known, graph)
        if known is None or not any(quad.predicate == KCG.country for quad in known):
            yield from _country(iri, countries.get(iri), graph)
        for party in parties.get(iri, ()):
            yield Quad(NamedNode(iri), KCG.party, NamedNode(party), minter.canonical_graph)


def _summed(table: Mapping[str, Counter[str]], one: Callable[[str], str]) -> dict[str, Counter[str]]:
    """The counts of all that `one` maps to the same, added up."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for iri, counts in table.items():
        found[one(iri)].update(counts)
    return found


def _joined(table: Values, one: Callable[[str], str], value: Callable[[str], str] = str) -> Values:
    """The values of all that `one` maps to the same, together, each as `value` has it."""
    found: dict[str, set[str]] = defaultdict(set)
    for iri, values in table.items():
        found[one(iri)].update(map(value, values))
    return {iri: sorted(values) for iri, values in found.items()}


def _naming(iri: str, labels: Counter[str] | None, titles: list[str] | None, graph: NamedNode) -> Iterator[Quad]:
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
    country = most_counted(counts)
    if country is not None:
        yield Quad(NamedNode(iri), KCG.country, NamedNode(country), graph)


def _preferred(labels: Counter[str] | None) -> str | None:
    """The form most often printed; of several the longest, then the first in the alphabet."""
    return min(labels, key=lambda form: (-labels[form], -len(form), form)) if labels else None

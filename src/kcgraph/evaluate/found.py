"""What a store says of articles, as far as it is measured: local names of the ontology, labels and quotes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Store, Triple

from kcgraph.errors import StoreError
from kcgraph.vocab import DCTERMS, KCG, OA, RDF, RDFS, SKOS, Minter

_LABELS = (SKOS.prefLabel, SKOS.altLabel, RDFS.label)


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article and the code points where they stand in its text."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundAgent:
    """Who takes part, under every label that any graph gives, and in which roles."""

    is_person: bool
    labels: frozenset[str]
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """One report; `confidence` is None where the store gives none."""

    iri: str
    event_class: str
    status: str
    date: str | None
    places: frozenset[str]
    participants: tuple[FoundAgent, ...]
    evidence: tuple[Quote, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class FoundStatement:
    """One statement with all names of its speaker."""

    labels: frozenset[str]
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person mentioned, with the offices that the article prints and the labels of the countries."""

    labels: frozenset[str]
    offices: frozenset[str]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """What the store says of one article; `outlet` is its slug, `treaties` the labels of each."""

    is_there: bool = False
    outlet: str | None = None
    events: tuple[FoundEvent, ...] = ()
    statements: tuple[FoundStatement, ...] = ()
    treaties: tuple[frozenset[str], ...] = ()
    persons: tuple[FoundPerson, ...] = ()


class FoundGraph:
    """Reads articles out of `store`, whose own IRIs start with `base`."""

    def __init__(self, store: Store, base: str) -> None:
        self._store = store
        self._minter = Minter(base)
        self._labels: dict[str, frozenset[str]] = {}

    def article(self, identifier: str) -> FoundArticle:
        """What the store says of the article of that identifier; an empty one when it is not there."""
        graph = _ArticleGraph(self._store, self._minter.article_graph(identifier))
        node = next(iter(graph.subjects(DCTERMS.identifier)), None)
        return FoundArticle() if node is None else self._article(graph, node)

    def _article(self, graph: "_ArticleGraph", node: str) -> FoundArticle:
        mentioned = graph.values(node, KCG.mentions)
        outlet = graph.value(node, KCG.outlet)
        return FoundArticle(
            True,
            outlet.rsplit("/", 1)[-1] if outlet is not None else None,
            tuple(self._event(graph, iri) for iri in sorted(graph.members(KCG.EventReport), key=_number)),
            tuple(self._statement(graph, iri) for iri in sorted(graph.members(KCG.Statement), key=_number)),
            tuple(self._labels_of(iri) for iri in mentioned if self._is(iri, KCG.Treaty)),
            tuple(self._person(graph, iri) for iri in mentioned if self._is(iri, KCG.Person)),
        )

    def _event(self, graph: "_ArticleGraph", iri: str) -> FoundEvent:
        confidence = graph.value(iri, KCG.confidence)
        return FoundEvent(
            iri,
            _local(graph.value(iri, KCG.reportedType) or ""),
            _local(graph.value(iri, KCG.status) or KCG.Occurred.value),
            graph.value(iri, KCG.dateEDTF),
            frozenset(label for place in graph.values(iri, KCG.place) for label in self._labels_of(place) or {place}),
            self._participants(graph, iri),
            graph.quotes(iri),
            float(confidence) if confidence is not None else None,
        )

    def _participants(self, graph: "_ArticleGraph", iri: str) -> tuple[FoundAgent, ...]:
        """The agents that take part, each once, by IRI."""
        printed: dict[str, set[str]] = defaultdict(set)
        roles: dict[str, set[str]] = defaultdict(set)
        for part in graph.values(iri, KCG.participation):
            for agent in graph.values(part, KCG.agent):
                printed[agent] |= set(graph.values(part, KCG.nameAsPrinted))
                roles[agent] |= set(map(_local, graph.values(part, KCG.role)))
        return tuple(
            FoundAgent(self._is(agent, KCG.Person), self._labels_of(agent) | names, frozenset(roles[agent]))
            for agent, names in sorted(printed.items())
        )

    def _statement(self, graph: "_ArticleGraph", iri: str) -> FoundStatement:
        labels = frozenset(graph.values(iri, KCG.speakerAsPrinted))
        for speaker in graph.values(iri, KCG.speaker):
            labels |= self._labels_of(speaker)
        return FoundStatement(labels, graph.quotes(iri))

    def _person(self, graph: "_ArticleGraph", iri: str) -> FoundPerson:
        countries = (quad.object for quad in self._store.quads_for_pattern(NamedNode(iri), KCG.country, None, None))
        return FoundPerson(
            self._labels_of(iri),
            graph.offices.get(iri, frozenset()),
            frozenset(label for country in countries for label in self._labels_of(_text(country))),
        )

    def _is(self, iri: str, kind: NamedNode) -> bool:
        return next(self._store.quads_for_pattern(NamedNode(iri), RDF.type, kind, None), None) is not None

    def _labels_of(self, iri: str) -> frozenset[str]:
        """The labels that any graph gives it."""
        if iri not in self._labels:
            node = NamedNode(iri)
            quads = (quad for link in _LABELS for quad in self._store.quads_for_pattern(node, link, None, None))
            self._labels[iri] = frozenset(_text(quad.object) for quad in quads)
        return self._labels[iri]


class _ArticleGraph:
    """One named graph as a table from subject and predicate to sorted values."""

    def __init__(self, store: Store, name: NamedNode) -> None:
        self._table: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        try:
            for quad in store.quads_for_pattern(None, None, None, name):
                self._table[quad.predicate.value][_text(quad.subject)].append(_text(quad.object))
        except OSError as error:
            raise StoreError(f"graph {name.value} can't be read: {error}") from error

    def subjects(self, predicate: NamedNode) -> Iterable[str]:
        """The nodes that have a value of this predicate."""
        return self._table[predicate.value]

    def members(self, kind: NamedNode) -> list[str]:
        """The nodes of a class."""
        return [iri for iri, kinds in self._table[RDF.type.value].items() if kind.value in kinds]

    def values(self, subject: str, predicate: NamedNode) -> list[str]:
        """The values, sorted."""
        return sorted(self._table[predicate.value].get(subject, ()))

    def value(self, subject: str, predicate: NamedNode) -> str | None:
        """The first of the values."""
        return min(self._table[predicate.value].get(subject, ()), default=None)

    def quotes(self, subject: str) -> tuple[Quote, ...]:
        """The evidence of a node, leaving out what lacks words or offsets."""
        found = set()
        for evidence in self.values(subject, KCG.evidence):
            selectors = self.values(evidence, OA.hasSelector)
            words, start, end = (
                next((value for one in selectors if (value := self.value(one, link)) is not None), None)
                for link in (OA.exact, OA.start, OA.end)
            )
            if words and start is not None and end is not None:
                found.add(Quote(words, int(start), int(end)))
        return tuple(sorted(found))

    @cached_property
    def offices(self) -> dict[str, frozenset[str]]:
        """Holder to the offices as printed."""
        found: dict[str, frozenset[str]] = {}
        for holding in self._table[KCG.holder.value]:
            printed = frozenset(self.values(holding, KCG.officeAsPrinted))
            for holder in self.values(holding, KCG.holder):
                found[holder] = found.get(holder, frozenset()) | printed
        return found


def _number(iri: str) -> tuple[int, str]:
    """The reports and statements of an article in the order of their numbers."""
    tail = iri.rsplit("/", 1)[-1]
    return (int(tail) if tail.isdecimal() else 0), iri


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1]


def _text(term: NamedNode | BlankNode | Literal | Triple) -> str:
    return str(term) if isinstance(term, Triple) else term.value

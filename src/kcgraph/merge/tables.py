"""The article graphs of a store as plain tables: IRIs and literals as strings."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from kcgraph.vocab import KCG, RDF, RDFS, SKOS, Minter

Values = dict[str, list[str]]
"""Subject to its values, each once, sorted."""

AGENT_CLASSES = ("Person", "Organization", "Delegation", "Country")
DESCRIBED_CLASSES = (*AGENT_CLASSES, "Place", "Treaty", "Office", "Outlet")


@dataclass(frozen=True, slots=True)
class Part:
    """One participation: who took part, and in which role (the IRI's last part)."""

    agent: str
    role: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report as far as merging needs it."""

    iri: str
    article: str
    number: int
    event_class: str
    status: str
    date: str | None
    place: str | None
    parts: tuple[Part, ...]
    treaties: tuple[str, ...] = ()

    def under(self, one: Callable[[str], str]) -> "Report":
        """The report with every agent, place and treaty as `one` has it, equal parts once."""
        parts = {Part(one(part.agent), part.role) for part in self.parts}
        return replace(
            self,
            place=self.place and one(self.place),
            parts=tuple(sorted(parts, key=lambda part: (part.agent, part.role))),
            treaties=tuple(sorted({one(treaty) for treaty in self.treaties})),
        )

    @property
    def order(self) -> tuple[str, int]:
        """Reports are taken in the order of their articles, then of their numbers."""
        return self.article, self.number


@dataclass
class Tables:
    """Reads the article graphs of `store`, leaving out the graphs that are computed."""

    store: Store
    minter: Minter
    computed: frozenset[NamedNode] = field(init=False)
    _read: dict[NamedNode, Values] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.computed = frozenset(
            (
                self.minter.canonical_graph,
                self.minter.judgements_graph,
                self.minter.provenance_graph,
                self.minter.reference_graph,
            )
        )

    def quads(self, predicate: NamedNode, value: NamedNode | None = None) -> Iterator[Quad]:
        """The quads of the article graphs with this predicate (and object)."""
        for quad in self.store.quads_for_pattern(None, predicate, value):
            if quad.graph_name not in self.computed:
                yield quad

    def values(self, predicate: NamedNode) -> Values:
        """Subject to its objects, equal ones of several graphs once. Each predicate is read once."""
        if predicate not in self._read:
            table: dict[str, set[str]] = defaultdict(set)
            for quad in self.quads(predicate):
                table[text_of(quad.subject)].add(text_of(quad.object))
            self._read[predicate] = {subject: sorted(objects) for subject, objects in table.items()}
        return self._read[predicate]

    def counts(self, predicate: NamedNode) -> dict[str, Counter[str]]:
        """Subject to its objects with the number of article graphs that say so."""
        table: dict[str, Counter[str]] = defaultdict(Counter)
        for quad in self.quads(predicate):
            table[text_of(quad.subject)][text_of(quad.object)] += 1
        return dict(table)

    def members(self, class_name: str) -> set[str]:
        """The nodes of a class."""
        return {text_of(quad.subject) for quad in self.quads(RDF.type, KCG[class_name])}

    @cached_property
    def classes(self) -> dict[str, list[str]]:
        """The described things (agents, places, treaties, offices, outlets) to the local names of their classes."""
        table: dict[str, list[str]] = {}
        for class_name in DESCRIBED_CLASSES:
            for iri in sorted(self.members(class_name)):
                table.setdefault(iri, []).append(class_name)
        return table

    @cached_property
    def labels(self) -> dict[str, Counter[str]]:
        """Thing to the forms printed, with the number of articles that print each."""
        described = self.classes
        return {iri: forms for iri, forms in self.counts(RDFS.label).items() if iri in described}

    @cached_property
    def articles(self) -> dict[str, set[str]]:
        """Named thing to the articles that mention it."""
        table: dict[str, set[str]] = defaultdict(set)
        for quad in self.quads(KCG.mentions):
            table[text_of(quad.object)].add(text_of(quad.subject))
        return dict(table)

    @cached_property
    def titles(self) -> Values:
        """Treaty to its preferred label, which its article graphs give."""
        return self.values(SKOS.prefLabel)

    def reports(self) -> list[Report]:
        """Every report, in order."""
        parts = self._parts()
        statuses, dates, places = self.values(KCG.status), self.values(KCG.dateEDTF), self.values(KCG.place)
        participations, treaties = self.values(KCG.participation), self.values(KCG.concernsTreaty)
        found = []
        for iri, classes in self.values(KCG.reportedType).items():
            *_, article, number = iri.rsplit("/", 2)
            report_parts = (parts[part] for part in participations.get(iri, ()) if part in parts)
            found.append(
                Report(
                    iri,
                    article,
                    int(number),
                    _local(classes[0]),
                    _local(_first(statuses.get(iri)) or "Occurred"),
                    _first(dates.get(iri)),
                    _first(places.get(iri)),
                    tuple(sorted(report_parts, key=lambda part: (part.agent, part.role))),
                    tuple(treaties.get(iri, ())),
                )
            )
        return sorted(found, key=lambda report: report.order)

    def _parts(self) -> dict[str, Part]:
        agents, roles = self.values(KCG.agent), self.values(KCG.role)
        return {iri: Part(found[0], _local(_first(roles.get(iri)) or "")) for iri, found in agents.items()}


def text_of(term: NamedNode | BlankNode | Literal | Triple) -> str:
    """The IRI of a node or the words of a literal; article graphs hold no quoted triples."""
    return str(term) if isinstance(term, Triple) else term.value


def _first(values: list[str] | None) -> str | None:
    return values[0] if values else None


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]

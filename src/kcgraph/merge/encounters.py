"""Who met whom: the pairs of a meeting, so that the question needs no join over the article graphs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from pyoxigraph import NamedNode, Quad

from kcgraph.merge.events import Event
from kcgraph.merge.tables import Report
from kcgraph.vocab import KCG, RDF, Minter


@dataclass(frozen=True, slots=True)
class Encounter:
    """Two agents who met, the one named first that received the other where that is told, and the reports of it."""

    lead: str
    other: str
    reports: tuple[str, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """The two in the order of their IRIs."""
        return min(self.lead, self.other), max(self.lead, self.other)


def encounters(event: Event) -> list[Encounter]:
    """The pairs of a meeting that took place, by what each of its reports says; none of another event.

    Hosts met the guests; where only one side is told, that side met the other participants; where none is, all met all.
    """
    if event.first.event_class != "Meeting":
        return []
    told: dict[tuple[str, str], list[tuple[int, str, str]]] = defaultdict(list)
    for report in event.reports:
        for rank, lead, other in _pairs(report) if report.status == "Occurred" else ():
            told[min(lead, other), max(lead, other)].append((rank, lead, report.iri))
    return [_encounter(pair, ways) for pair, ways in sorted(told.items())]


def encounter_quads(event: Event, iri: NamedNode, minter: Minter) -> Iterator[Quad]:
    """The quads of the encounters of `event`, whose node is `iri`."""
    graph = minter.canonical_graph
    for met in encounters(event):
        told = iri.value.removeprefix(f"{minter.base}event/")
        node = minter.local("/".join(("encounter", told, *(agent.removeprefix(minter.base) for agent in met.pair))))
        yield Quad(node, RDF.type, KCG.Encounter, graph)
        yield Quad(node, KCG.duringEvent, iri, graph)
        yield Quad(node, KCG.lead, NamedNode(met.lead), graph)
        for agent in met.pair:
            yield Quad(node, KCG.between, NamedNode(agent), graph)
        for report in met.reports:
            yield Quad(node, KCG.toldIn, NamedNode(report), graph)


def _pairs(report: Report) -> Iterator[tuple[int, str, str]]:
    """How surely one leads, from 1; who does; and whom they met."""
    agents: dict[str, list[str]] = defaultdict(list)
    for part in report.parts:
        agents[part.role].append(part.agent)
    hosts, guests, others = agents["Host"], agents["Guest"], agents["Participant"]
    if hosts and guests:
        found = [(1, *pair) for pair in product(hosts, guests)]
    elif hosts or guests:
        found = [(2, *pair) for pair in product(hosts or guests, others)]
    else:
        found = [(3, *pair) for pair in combinations(sorted(others), 2)]
    return ((rank, lead, other) for rank, lead, other in found if lead != other)


def _encounter(pair: tuple[str, str], ways: list[tuple[int, str, str]]) -> Encounter:
    lead = min(ways)[1]
    other = pair[1] if lead == pair[0] else pair[0]
    return Encounter(lead, other, tuple(sorted({report for _, _, report in ways})))

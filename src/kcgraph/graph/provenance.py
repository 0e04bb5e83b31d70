"""The runs that made the article graphs, as PROV-O. Times stand here and nowhere else."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from kcgraph.vocab import KCG, PROV, RDF, RDFS, SCHEMA, XSD, Minter


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run and the articles that it made the graphs of. `started` is ISO 8601 in UTC; `rules` the rule-set hash."""

    version: str
    rules: str
    inputs: tuple[str, ...]
    started: str
    articles: Sequence[str]


def provenance_quads(runs: Iterable[RunRecord], rules: Iterable[str], minter: Minter) -> Iterator[Quad]:
    """The quads of `graph/provenance`: each run, the graphs it generated, and the `rules` (IRIs) that article graphs
    name.
    """
    graph = minter.provenance_graph
    for run in runs:
        node = _run_node(run, minter)
        yield from _run_quads(node, run, minter)
        for article in run.articles:
            yield Quad(minter.article_graph(article), PROV.wasGeneratedBy, node, graph)
    for rule in rules:
        yield Quad(NamedNode(rule), RDF.type, KCG.Rule, graph)
        yield Quad(NamedNode(rule), RDFS.label, Literal(rule.removeprefix(f"{minter.base}rule/")), graph)


def _run_node(run: RunRecord, minter: Minter) -> NamedNode:
    content = "\n".join((run.version, run.rules, run.started, *run.inputs))
    return minter.local(f"run/{hashlib.sha256(content.encode()).hexdigest()[:12]}")


def _run_quads(node: NamedNode, run: RunRecord, minter: Minter) -> Iterator[Quad]:
    graph = minter.provenance_graph
    software = minter.local(f"software/kcgraph-{run.version}")
    yield Quad(node, RDF.type, KCG.Run, graph)
    yield Quad(node, PROV.startedAtTime, Literal(run.started, datatype=XSD.dateTime), graph)
    yield Quad(node, KCG.ruleSetHash, Literal(run.rules), graph)
    yield Quad(node, SCHEMA.softwareVersion, Literal(run.version), graph)
    yield Quad(node, PROV.wasAssociatedWith, software, graph)
    for name in run.inputs:
        yield Quad(node, KCG.inputName, Literal(name), graph)
    yield Quad(software, RDF.type, PROV.SoftwareAgent, graph)
    yield Quad(software, RDFS.label, Literal("kcgraph"), graph)
    yield Quad(software, SCHEMA.softwareVersion, Literal(run.version), graph)

"""From a report in a store to its account: the article is found again, and extraction goes over it once more."""

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode

from kcgraph.archive import Archive
from kcgraph.errors import CallError, DataError
from kcgraph.explain.account import Account, account_of
from kcgraph.explain.named import NamedReport, named_report
from kcgraph.extract import Traced, traced
from kcgraph.originals import originals
from kcgraph.pipeline.rules import DEFAULT_EXTRACTOR, rule_set_hash
from kcgraph.sources import read_article
from kcgraph.store import StoreFolder, reading
from kcgraph.text import read
from kcgraph.vocab import KCG, Minter


@dataclass(frozen=True, slots=True)
class Explanation:
    """The account of a stored report; `is_current` tells whether the store was built by the rules that are here now."""

    iri: str
    headline: str | None
    account: Account
    is_current: bool


@dataclass(frozen=True, slots=True)
class _Stored:
    """What the store says that tells one report of an article from another."""

    event_class: str
    evidence: frozenset[str]


def explain(folder: StoreFolder, name: str, inputs: tuple[Path, ...] = ()) -> Explanation:
    """Explain the report of that name, its article looked up in `inputs` or in what the store was built from.

    Raises CallError when the store has no such report, DataError when the text of the article is not at hand or
    today's rules do not make the report any more.
    """
    named, minter = named_report(name, folder.base), Minter(folder.base)
    iri = minter.report(named.article, named.number)
    stored = _stored(folder, iri, named)
    again = _read_again(folder, named, inputs)
    index = _index(again, stored, named, minter)
    run = Archive(folder.parts).kept[named.article].run
    is_current = run.rules == rule_set_hash(DEFAULT_EXTRACTOR)
    return Explanation(iri.value, again.extraction.article.headline, account_of(again, index), is_current)


def _stored(folder: StoreFolder, iri: NamedNode, named: NamedReport) -> _Stored:
    graph_name = Minter(folder.base).article_graph(named.article)
    with reading(folder.path) as graph:
        facts = [
            (quad.predicate, quad.object.value)
            for quad in graph.quads_for_pattern(iri, None, None, graph_name)
            if isinstance(quad.object, NamedNode)
        ]
        reports = sum(1 for _ in graph.quads_for_pattern(None, KCG.reportedType, None, graph_name))
        is_there = next(graph.quads_for_pattern(None, None, None, graph_name), None) is not None
    if not facts:
        lack = f"has {reports} reports" if is_there else f"is not in the store {folder.path}"
        raise CallError(f"article {named.article} {lack}, so that there is no report {named.number}: give another")
    event_class = next(value for predicate, value in facts if predicate == KCG.reportedType)
    evidence = frozenset(value for predicate, value in facts if predicate == KCG.evidence)
    return _Stored(event_class, evidence)


def _read_again(folder: StoreFolder, named: NamedReport, inputs: tuple[Path, ...]) -> Traced:
    record = originals(folder, [named.article], inputs).get(named.article)
    if record is None:
        looked = "what is given by --articles" if inputs else "what the store was built from"
        raise DataError(
            f"the text of article {named.article} is not in {looked}, or has changed since (a store keeps quotes, not "
            "texts): give --articles INPUT where it is"
        )
    return traced(read(read_article(record)))


def _index(again: Traced, stored: _Stored, named: NamedReport, minter: Minter) -> int:
    """The index of the report that stands for the stored one: of its class and evidence, its own number first."""
    reports = again.extraction.reports
    order = sorted(range(len(reports)), key=lambda index: index != named.number - 1)
    for index in order:
        span = reports[index].evidence
        evidence = minter.evidence(named.article, span.start, span.end).value
        if KCG[reports[index].event_class].value == stored.event_class and evidence in stored.evidence:
            return index
    raise DataError(
        f"report {named.number} of article {named.article} was made by other rules than the {DEFAULT_EXTRACTOR} that "
        "this kcgraph has, which do not make it: build the store again"
    )

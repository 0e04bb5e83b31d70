"""`kcgraph validate`: the graph against the shapes."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from pyoxigraph import Literal, NamedNode, Quad, Store

from kcgraph import store as stores
from kcgraph.cli.options import store_option, tell_if_unfinished
from kcgraph.cli.progress import shown_progress
from kcgraph.errors import CallError
from kcgraph.graph import all_reference_quads
from kcgraph.validate import ENGINES, Violation, reference_violations, violations
from kcgraph.vocab import DCTERMS, KCG, OA, Minter

_BATCH = 200
"""Graphs in one call of the fast engine."""


@click.command(epilog="Exit status: 0 the graph conforms, 1 it does not, 2 the call is wrong.")
@store_option
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="pyshacl is the reference, some 15 articles a second; compiled is the same shapes, some thousands.  "
    "[default: pyshacl, for --reference compiled]",
)
@click.option(
    "--reference",
    is_flag=True,
    help="Check the reference data instead, also against shapes of its own: times in order, one holder at a time, no "
    "link that leads nowhere. Needs no store.",
)
@click.pass_context
def validate(context: click.Context, store: Path, engine: str | None, reference: bool) -> int:
    """Check every graph of the store against the SHACL shapes, and print what breaks them with article, node and
    sentence.
    """
    if reference:
        if context.get_parameter_source("store") is click.core.ParameterSource.COMMANDLINE:
            raise CallError("--reference checks the reference data of kcgraph and no store: leave --store out")
        return _validate_reference(engine or "compiled")
    return _validate_store(store, engine or "pyshacl")


def _validate_store(path: Path, engine: str) -> int:
    folder = stores.find(path)
    tell_if_unfinished(folder)
    minter = Minter(folder.base)
    found = graphs = 0
    with stores.reading(path) as graph, shown_progress() as monitor:
        names = sorted(
            (name for name in graph.named_graphs() if isinstance(name, NamedNode)), key=lambda name: name.value
        )
        monitor.stage(f"validating {len(names):,} graphs with {engine}")
        for batch in _batches(names, 1 if engine == "pyshacl" else _BATCH):
            for violation in _check(graph, batch, engine):
                found += 1
                click.echo(_told(violation, graph, minter))
            graphs += len(batch)
            monitor.advance(len(batch))
    if found:
        click.echo(f"Does not conform: {found:,} violations in {graphs:,} graphs ({engine}).")
        return 1
    click.echo(f"Conforms: {graphs:,} graphs ({engine}).")
    return 0


def _validate_reference(engine: str) -> int:
    minter = Minter()
    with shown_progress() as monitor:
        monitor.stage(f"validating the reference data with {engine}")
        found = reference_violations(list(all_reference_quads(minter)), engine)
    for violation in found:
        value = "" if violation.value is None else f" (is {violation.value.removeprefix(minter.base)!r})"
        click.echo(f"{violation.focus.removeprefix(minter.base)}{value}: {violation.message}")
    if found:
        click.echo(f"Does not conform: {len(found):,} violations in the reference data ({engine}).")
        return 1
    click.echo(f"Conforms: the reference data ({engine}).")
    return 0


def _batches(names: list[NamedNode], size: int) -> Iterator[list[NamedNode]]:
    return (names[start : start + size] for start in range(0, len(names), size))


def _check(store: Store, names: Iterable[NamedNode], engine: str) -> list[Violation]:
    quads = (quad for name in names for quad in store.quads_for_pattern(None, None, None, name))
    return violations(quads, engine)


def _told(violation: Violation, store: Store, minter: Minter) -> str:
    graph, focus = NamedNode(violation.graph), violation.focus
    article = _one(store.quads_for_pattern(None, DCTERMS.identifier, None, graph))
    where = f"article {article}" if article is not None else violation.graph.removeprefix(minter.base)
    value = "" if violation.value is None else f" (is {violation.value!r})"
    told = f"{where}: {focus.removeprefix(minter.base)}{value}: {violation.message}"
    quote = _quote(NamedNode(focus), store, graph)
    return told if quote is None else f"{told}\n    “{' '.join(quote.split())}”"


def _quote(focus: NamedNode, store: Store, graph: NamedNode) -> str | None:
    """The words that the node was read from: its own evidence, else that of what points to it."""
    pointing = (quad.subject for quad in store.quads_for_pattern(None, None, focus, graph))
    for node in (focus, *(subject for subject in pointing if isinstance(subject, NamedNode))):
        evidence = _nodes(store, node, KCG.evidence, graph)
        for holder in (node, *evidence):
            for selector in (holder, *_nodes(store, holder, OA.hasSelector, graph)):
                exact = _one(store.quads_for_pattern(selector, OA.exact, None, graph))
                if exact is not None:
                    return exact
    return None


def _nodes(store: Store, subject: NamedNode, predicate: NamedNode, graph: NamedNode) -> list[NamedNode]:
    found = (quad.object for quad in store.quads_for_pattern(subject, predicate, None, graph))
    return [node for node in found if isinstance(node, NamedNode)]


def _one(quads: Iterable[Quad]) -> str | None:
    return next((quad.object.value for quad in quads if isinstance(quad.object, Literal)), None)

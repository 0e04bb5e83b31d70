"""`kcgraph push` and `kcgraph pull`: graphs into a triple store elsewhere, and from one."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
from pyoxigraph import NamedNode

from kcgraph.cli.options import store_option, tell_if_unfinished, timeout_option
from kcgraph.cli.progress import shown_progress
from kcgraph.export import Source, stored
from kcgraph.pipeline import take_graphs
from kcgraph.remote.credentials import credentials_for
from kcgraph.remote.graph_store import RemoteStore, connected
from kcgraph.remote.kinds import kinds
from kcgraph.remote.probing import remote_store
from kcgraph.remote.push import Plan, hashes, plan
from kcgraph.remote.push import push as carry_out
from kcgraph.store import find
from kcgraph.vocab import BASE, Minter


class _Stored:
    """The graphs of a store but for its provenance."""

    def __init__(self, source: Source, minter: Minter) -> None:
        self._source = source
        self._minter = minter

    def names(self) -> Sequence[str]:
        named = (graph.value for graph in self._source.graphs() if isinstance(graph, NamedNode))
        return [name for name in named if name != self._minter.provenance_graph.value]

    def lines(self, graph: str) -> list[bytes]:
        return self._source.triples(NamedNode(graph))


@contextlib.contextmanager
def reached(address: str, kind: str | None, seconds: float) -> Iterator[RemoteStore]:
    """The store at `address`, asked with the credentials of the environment."""
    with connected(credentials_for(address), seconds) as client:
        yield remote_store(client, address, kind)


kind_option = click.option(
    "--kind", type=click.Choice(list(kinds())), help="The kind of the store.  [default: told by its Server header]"
)


@click.command()
@click.argument("url")
@store_option
@kind_option
@timeout_option
@click.option("--dry-run", is_flag=True, help="Tell what would be sent and dropped, and write nothing.")
def push(url: str, store: Path, kind: str | None, seconds: float, dry_run: bool) -> None:
    """Fill the triple store at URL with the graph; only graphs that changed since the last push are sent.

    Who we are to the store is told by KCGRAPH_USER and KCGRAPH_PASSWORD, by KCGRAPH_TOKEN, or by an entry for its host
    in the file that NETRC names (~/.netrc).
    """
    folder = find(store)
    tell_if_unfinished(folder)
    minter = Minter(folder.base)
    with (
        reached(url, kind, seconds) as remote,
        stored(store, with_provenance=True) as source,
        shown_progress() as monitor,
    ):
        graphs = _Stored(source, minter)
        monitor.stage("comparing graphs")
        todo = plan(graphs, remote, minter)
        if not dry_run:
            monitor.stage(f"pushing to {remote.kind.name}")
            carry_out(graphs, source.triples(minter.provenance_graph), todo, remote, minter, lambda: monitor.advance(1))
    click.echo(_told(todo, remote, is_done=not dry_run))


def _told(todo: Plan, remote: RemoteStore, *, is_done: bool) -> str:
    sent, dropped = ("sent", "dropped") if is_done else ("to send", "to drop")
    return (
        f"{remote.kind.name} at {remote.base}: {len(todo.send):,} graphs {sent}, {len(todo.drop):,} {dropped}, "
        f"{len(todo.kept):,} already there."
    )


@click.command()
@click.argument("url")
@store_option
@kind_option
@timeout_option
@click.option("--base", default=BASE, show_default=True, metavar="IRI", help="The base IRI of the graph elsewhere.")
def pull(url: str, store: Path, kind: str | None, seconds: float, base: str) -> int:
    """Bring the article graphs that the triple store at URL holds into a store here.

    What is computed across articles, and the descriptions of the reference data, are made anew here. Who we are to the
    store is told as for `kcgraph push`.
    """
    minter = Minter(base)
    with reached(url, kind, seconds) as remote, shown_progress() as monitor:
        there = hashes(remote, minter)
        summary = take_graphs(there, remote.triples, store, base, remote.base, monitor)
    told = f"{summary.added:,} added, {summary.replaced:,} replaced, {summary.unchanged:,} unchanged"
    rejected = f", {len(summary.rejects):,} rejected ({summary.rejects_file})" if summary.rejects else ""
    click.echo(f"{remote.kind.name} at {remote.base}: article graphs {told}{rejected}.")
    return 0 if summary.is_usable or not summary.rejects else 1

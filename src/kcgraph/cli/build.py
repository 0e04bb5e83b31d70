"""`kcgraph build`: the main job."""

from pathlib import Path

import click

from kcgraph.cli.options import judgements_option, store_option
from kcgraph.cli.progress import shown_progress
from kcgraph.export import export_file, format_of, stored
from kcgraph.pipeline import Options, StoreTally, Summary, tally
from kcgraph.pipeline import build as run_build
from kcgraph.store import find
from kcgraph.vocab import BASE, Minter

_REJECTS_SHOWN = 5


@click.command(
    epilog="Exit status: 0 done, 1 the data is wrong, 2 the call is wrong. What can't be used goes to the rejects file."
)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@store_option
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Also write the graph here (.nq, .trig, .ttl, ...).",
)
@click.option("--provenance", is_flag=True, help="Put the provenance graph, which holds times, into the output too.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes.  [default: one for each core]")
@click.option("--base", metavar="IRI", help=f"What the IRIs of a new store start with.  [default: {BASE}]")
@click.option(
    "--extractor",
    default="patterns",
    show_default=True,
    metavar="NAME",
    help="The extractor plug-in that reads the articles.",
)
@judgements_option
def build(
    inputs: tuple[Path, ...],
    store: Path,
    output: Path | None,
    provenance: bool,
    jobs: int | None,
    base: str | None,
    extractor: str,
    judgements: Path | None,
) -> int:
    """Build the graph from articles: read, extract, validate, store.

    INPUT is a file or folder: text pages, HTML pages, or .jsonl[.gz] records {id?, source?, title?, date?, url?,
    text}. A store that exists is added to; an article with the same id and a changed text takes the old one's place.
    """
    form = format_of(output) if output is not None else None
    with shown_progress() as monitor:
        summary = run_build(inputs, Options(store, base, jobs or 0, extractor, judgements), monitor)
        with stored(store, with_provenance=provenance) as source:
            counts = tally(source.store, Minter(find(store).base))
            if output is not None and form is not None:
                monitor.stage(f"writing {output}")
                export_file(source, output, form)
    _report(summary, counts, store)
    return 0 if summary.is_usable or not summary.rejects else 1


def _report(summary: Summary, counts: StoreTally, store: Path) -> None:
    if not summary.changed:
        click.echo(f"Nothing has changed: {store} already holds all of it.", err=True)
    told = [
        f"{number:,} {what}"
        for number, what in (
            (summary.added, "added"),
            (summary.replaced, "replaced"),
            (summary.reread, "read again by new rules"),
            (summary.unchanged, "unchanged"),
            (summary.duplicates, "duplicates skipped"),
            (len(summary.rejects), "rejected"),
        )
        if number or what == "added"
    ]
    click.echo(f"Records   {', '.join(told)}", err=True)
    click.echo(f"Articles  {counts.articles:,} in {store}", err=True)
    click.echo(
        f"Events    {sum(counts.events.values()):,} from {counts.reports:,} reports{_listed(counts.events)}", err=True
    )
    click.echo(f"People    {counts.people:,}; statements {counts.statements:,}; treaties {counts.treaties:,}", err=True)
    _report_rejects(summary)


def _listed(events: dict[str, int]) -> str:
    return ": " + ", ".join(f"{name} {number:,}" for name, number in events.items()) if events else ""


def _report_rejects(summary: Summary) -> None:
    if not summary.rejects:
        return
    click.echo(f"Rejects   {len(summary.rejects):,}, listed with their reasons in {summary.rejects_file}", err=True)
    for reject in summary.rejects[:_REJECTS_SHOWN]:
        click.echo(f"  {reject.reason}", err=True)
    if summary.defects:
        click.echo(
            f"WARNING   {summary.defects:,} of these met a defect of kcgraph itself: please report them",
            err=True,
        )

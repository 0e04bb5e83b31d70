"""`kcgraph coverage`: what the graph of some articles would not cover."""

import json
from pathlib import Path

import click

from kcgraph.cli.progress import shown_progress
from kcgraph.coverage import Coverage, coverage_csv, coverage_lines, coverage_record, survey

_REJECTS_SHOWN = 5


@click.command(epilog="Reads and extracts the articles itself, and needs no store. Exit status 1: nothing can be read.")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--examples",
    type=click.IntRange(min=0),
    default=2,
    show_default=True,
    metavar="N",
    help="At most N examples of each row.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=200,
    show_default=True,
    metavar="N",
    help="At most N rows of each table.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json"]),
    default="table",
    show_default=True,
    help="table for people; csv is one table of all rows.",
)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Worker processes.  [default: one for each core]")
def coverage(inputs: tuple[Path, ...], examples: int, limit: int, form: str, jobs: int | None) -> int:
    """Tell what the graph of the articles in INPUT does not cover: trigger words of the event patterns in sentences of
    which no report came, articles without an event though the headline has such a word, capitalized sequences that no
    mention covers, and reports in which nobody takes part.
    """
    with shown_progress() as monitor:
        found = survey(inputs, examples, limit, jobs or 0, monitor)
    if form == "json":
        click.echo(json.dumps(coverage_record(found), ensure_ascii=False, indent=1))
    elif form == "csv":
        for line in coverage_csv(found):
            click.echo(line, nl=False)
    else:
        for line in coverage_lines(found):
            click.echo(line)
    _tell_rejects(found)
    return 0 if found.articles or not found.rejects else 1


def _tell_rejects(found: Coverage) -> None:
    if not found.rejects:
        return
    click.echo(f"{len(found.rejects):,} could not be read", err=True)
    for reject in found.rejects[:_REJECTS_SHOWN]:
        click.echo(f"  {' '.join(reject.reason.split())}", err=True)

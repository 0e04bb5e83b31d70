"""`kcgraph query`, `queries` and `show`: questions to a store."""

import contextlib
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from kcgraph.cli.options import store_option, timeout_option
from kcgraph.errors import CallError
from kcgraph.query import Names, Parameter, Result, SavedQuery, answer, dossier, load, saved_queries, sparql
from kcgraph.query.formats import WRITERS, dossier_record
from kcgraph.query.layout import aligned, blocks, dossier_lines, filled
from kcgraph.store import find, reading
from kcgraph.vocab import BASE

_UNWRAPPED = 100
"""Columns of a text layout that does not go to a terminal."""

_COLUMN = 14
"""Columns of a terminal that a column of a table needs to be readable; with fewer, each row becomes a block."""


@click.command()
@click.argument("name")
@click.option(
    "-p", "--parameter", "given", multiple=True, metavar="KEY=VALUE", help="A parameter; see 'kcgraph queries NAME'."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", *WRITERS, "sparql"]),
    default="table",
    show_default=True,
    help="table for people; sparql prints the question itself, for another engine.",
)
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most N rows.")
@store_option
@click.option("--endpoint", metavar="URL", help="Ask the SPARQL endpoint of a store elsewhere, filled by kcgraph push.")
@click.option("--base", default=BASE, show_default=True, metavar="IRI", help="The base IRI of the graph elsewhere.")
@timeout_option
def query(
    name: str,
    given: tuple[str, ...],
    form: str,
    limit: int | None,
    store: Path,
    endpoint: str | None,
    base: str,
    seconds: float,
) -> None:
    """Ask the saved question NAME, each row with the quote that proves it.

    Names of people, bodies, countries and places may be given in any spelling, as a local name (person/kim-jong-un)
    or as an IRI.
    """
    question = load(name)
    parameters = _parameters(given)
    with contextlib.ExitStack() as held:
        names: Names
        answered: Callable[[SavedQuery, str], Result]
        if endpoint is not None:
            from kcgraph.remote import asking  # brings rdflib along, which takes longer than a local answer

            there = asking.endpoint_at(endpoint, seconds)
            names = asking.remote_names(there, question, parameters, base)
            answered = partial(asking.remote_answer, there)
        else:
            base = find(store).base
            opened = held.enter_context(reading(store))
            names, answered = Names(opened, base), partial(answer, opened)
        text = sparql(question, parameters, names, base)
        if form == "sparql":
            click.echo(text, nl=False)
            return
        result = answered(question, text)
    if limit is not None:
        result = replace(result, rows=result.rows[:limit])
    if form == "table":
        _print_table(result, base)
    else:
        for line in WRITERS[form](result):
            click.echo(line, nl=False)


@click.command()
@click.argument("name", required=False)
def queries(name: str | None) -> None:
    """List the saved questions, or tell the parameters and columns of the question NAME."""
    if name is not None:
        for line in _described(load(name)):
            click.echo(line)
        return
    width = max(len(known.name) for known in saved_queries())
    for known in saved_queries():
        click.echo(f"{known.name:{width}}  {known.title}")


@click.command()
@click.argument("thing", metavar="IRI-OR-NAME")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@store_option
def show(thing: str, form: str, store: Path) -> None:
    """Lay out all that the store tells of a person, body, country, place, treaty, event, article or report."""
    base = find(store).base
    with reading(store) as opened:
        found = dossier(opened, thing, base)
    if form == "json":
        click.echo(json.dumps(dossier_record(found), ensure_ascii=False, indent=2))
        return
    for line in dossier_lines(found, base, _width()):
        click.echo(line)


def _parameters(given: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for pair in given:
        key, sign, value = pair.partition("=")
        if not sign:
            raise CallError(f"parameter {pair!r} is not KEY=VALUE: write it as -p {key or 'person'}=...")
        if key in found:
            raise CallError(f"parameter {key} is given twice: give it once")
        found[key] = value
    return found


def _described(question: SavedQuery) -> Iterator[str]:
    yield f"{question.name}: {question.title}"
    yield question.description
    yield f"Each row: {question.row}"
    yield "Parameters:" if question.parameters else "No parameters."
    for parameter in question.parameters:
        yield f"  {parameter.name} ({_kind(parameter)}): {parameter.meaning}"
    yield "Columns:"
    for column in question.columns:
        yield f"  {column.name}{' (list)' if column.is_list else ''}: {column.meaning}"


def _kind(parameter: Parameter) -> str:
    classes = f" of {' or '.join(parameter.classes)}" if parameter.classes else ""
    need = "required" if parameter.is_required else f"default {parameter.default}" if parameter.default else "optional"
    return f"{parameter.type}{classes}, {need}"


def _width() -> int:
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else _UNWRAPPED


def _print_table(result: Result, base: str) -> None:
    if not result.rows:
        click.echo("no rows", err=True)
        return
    names, rows = filled(result, base)
    if not sys.stdout.isatty():
        lines = aligned(names, rows)
    elif _width() >= _COLUMN * len(names):
        Console().print(_terminal_table(names, rows))
        return
    else:
        lines = blocks(names, rows, _width())
    for line in lines:
        click.echo(line)


def _terminal_table(names: list[str], rows: list[list[str]]) -> Table:
    """A table whose cells are plain text, so that brackets in names are no markup."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for name in names:
        is_short = name in ("date", "article")
        table.add_column(name, overflow="fold", ratio=3 if name == "quote" else None, no_wrap=is_short)
    for row in rows:
        table.add_row(*map(Text, row))
    return table

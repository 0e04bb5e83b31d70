"""`kcgraph same`, `different`, `undo`, `judgements` and `review`: what people decide about who is who."""

import csv
import getpass
import json
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from kcgraph.cli.options import judgements_option, store_option
from kcgraph.cli.progress import shown_progress
from kcgraph.errors import CallError
from kcgraph.model import Judgement
from kcgraph.pipeline import Pair, judge, judged, review, withdraw
from kcgraph.query import Names
from kcgraph.query.layout import visible
from kcgraph.store import find, reading

_COLUMNS = (
    "change",
    "first",
    "second",
    "why",
    *(f"{side}_{what}" for side in ("first", "second") for what in ("name", "articles", "quote", "told_in")),
    "command",
)
_WRITTEN = "IRIs, local names (person/ri-ok) or any spelling that only one of them bears"
_ENDING = (
    "Exit status: 0 done, 1 it contradicts what is known (the chain is shown) and nothing has changed, 2 wrong call."
)


def _judging(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments and options that the two verdicts share."""
    parts = (
        click.argument("first", metavar="A"),
        click.argument("second", metavar="B"),
        click.option("--because", "reason", required=True, metavar="TEXT", help="Why, in a sentence."),
        click.option("--by", metavar="NAME", help="Who judges.  [default: the user of this system]"),
        judgements_option,
        store_option,
    )
    for part in reversed(parts):
        command = part(command)
    return command


@click.command(epilog=_ENDING)
@_judging
def same(first: str, second: str, reason: str, by: str | None, judgements: Path | None, store: Path) -> None:
    """Judge that A and B are one person, organization, place or treaty.

    The judgement is kept as a file and holds at once and at every build. The graphs of the articles stay as they are.
    """
    _judge((first, second), is_same=True, reason=reason, by=by, judgements=judgements, store=store)


@click.command(epilog=_ENDING)
@_judging
def different(first: str, second: str, reason: str, by: str | None, judgements: Path | None, store: Path) -> None:
    """Judge that A and B are two, also where their names alone would make them one.

    The judgement is kept as a file and holds at once and at every build. The graphs of the articles stay as they are.
    """
    _judge((first, second), is_same=False, reason=reason, by=by, judgements=judgements, store=store)


@click.command()
@click.argument("what", metavar="JUDGEMENT|A B", nargs=-1, required=True)
@judgements_option
@store_option
def undo(what: tuple[str, ...], judgements: Path | None, store: Path) -> None:
    """Take back a judgement, named by its IRI, its local name (judgement/...) or its pair A B."""
    base = find(store).base
    known = judged(store, judgements)
    if len(what) == 1:
        wanted = what[0].removeprefix(base)
        found = [judgement for judgement in known if wanted in (judgement.path, judgement.fingerprint)]
    elif len(what) == 2:
        pair = sorted(_resolved(store, base, what))
        found = [judgement for judgement in known if list(judgement.pair) == pair]
    else:
        raise CallError(f"{len(what)} things are given: give a judgement, or the two that it is about")
    if not found:
        raise CallError(f"there is no judgement {' and '.join(what)}: 'kcgraph judgements' lists those that there are")
    with shown_progress() as monitor:
        withdraw(store, found, judgements, monitor.stage)
    for judgement in found:
        click.echo(f"taken back: {_told(judgement, base)}")


@click.command()
@judgements_option
@store_option
def judgements(judgements: Path | None, store: Path) -> None:
    """List the judgements, one a line."""
    base = find(store).base
    for judgement in judged(store, judgements):
        click.echo(_told(judgement, base))


@click.command(name="review")
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N", help="At most N pairs."
)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@judgements_option
@store_option
def review_command(limit: int, form: str, judgements: Path | None, store: Path) -> None:
    """List pairs that may be one and that nobody has judged, those first whose decision would change most.

    Each comes with words that show either side and the command that decides. `change` counts the mentions, reports,
    statements and offices that would change hands.
    """
    base = find(store).base
    with shown_progress() as monitor:
        pairs = review(store, judgements, limit, monitor.stage)
    rows = [_row(pair, base) for pair in pairs]
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    else:
        for row in rows:
            for line in _laid_out({key: visible(str(value)) for key, value in row.items()}):
                click.echo(line)


def _row(pair: Pair, base: str) -> dict[str, object]:
    row: dict[str, object] = {"change": pair.change, "why": pair.why}
    for place, side in (("first", pair.first), ("second", pair.second)):
        row |= {
            place: side.iri.removeprefix(base),
            f"{place}_name": side.name,
            f"{place}_articles": side.articles,
            f"{place}_quote": side.quote,
            f"{place}_told_in": side.told_in.removeprefix(base),
        }
    row["command"] = f"kcgraph same {row['first']} {row['second']} --because ..."
    return {column: row[column] for column in _COLUMNS}


def _laid_out(row: dict[str, str]) -> Iterator[str]:
    yield f"{row['change']}  {row['first']}  {row['second']}: {row['why']}"
    for side in ("first", "second"):
        shown = f" “{row[f'{side}_quote']}” [{row[f'{side}_told_in']}]" if row[f"{side}_quote"] else ""
        yield f"    {row[f'{side}_name']}, {row[f'{side}_articles']} articles:{shown}"
    yield f"    {row['command']}"


def _judge(
    pair: tuple[str, str], *, is_same: bool, reason: str, by: str | None, judgements: Path | None, store: Path
) -> None:
    base = find(store).base
    first, second = _resolved(store, base, pair)
    if first == second:
        raise CallError(f"{pair[0]!r} and {pair[1]!r} are both {first.removeprefix(base)}: give {_WRITTEN}")
    if not reason.strip():
        raise CallError("--because is empty: say why in a sentence")
    at = f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    judgement = Judgement.of(
        (first, second), is_same=is_same, reason=" ".join(reason.split()), by=(by or _user()).strip(), at=at
    )
    with shown_progress() as monitor:
        kept = judge(store, judgement, judgements, monitor.stage)
    if kept is not judgement:
        click.echo("kcgraph: that was judged before", err=True)
    click.echo(_told(kept, base))


def _resolved(store: Path, base: str, pair: tuple[str, ...]) -> tuple[str, str]:
    with reading(store) as opened:
        names = Names(opened, base)
        first, second = (names.as_written(text.strip()).value for text in pair)
    return first, second


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise CallError("this system does not tell who you are: give --by NAME") from None


def _told(judgement: Judgement, base: str) -> str:
    first, second = (iri.removeprefix(base) for iri in judgement.pair)
    verb = "is" if judgement.is_same else "is not"
    told = f"{judgement.path}  {first} {verb} {second}: {judgement.reason} ({judgement.by}, {judgement.at})"
    return visible(told)

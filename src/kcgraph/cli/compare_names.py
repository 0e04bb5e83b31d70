"""`kcgraph compare-names`: two columns of names compared."""

import csv
import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import click

from kcgraph.errors import CallError, InputError
from kcgraph.evaluate.pairs import Judged, pair_lines, score_pairs
from kcgraph.names import Comparison, Sameness, compare
from kcgraph.namesakes import namesakes

_ADDED = ("same", "reason")
_GROUPS = ("language", "split")
"""Columns by whose values, alone and together, a score is told apart."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An open table: its header (None without one), the two columns compared, and the rows with their line numbers."""

    header: list[str] | None
    columns: tuple[int, int]
    rows: Iterator[tuple[int, list[str]]]


@click.command(
    epilog="The first row is the header, unless --no-header says that there is none or its own two cells are one "
    "name in two spellings. Columns that are called same or reason already stay; the added ones are then called "
    "kcgraph_same and kcgraph_reason. Exit status: 0 done, 1 no row could be used, 2 the call is wrong."
)
@click.argument("file", metavar="FILE.csv", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--columns", metavar="A,B", help="The columns to compare, by name or number.  [default: the first two]")
@click.option("--no-header", is_flag=True, help="The first row is a pair of names like the others.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of to stdout."
)
@click.option("--score", is_flag=True, help="Print how often the answers are those of the column 'same', and no rows.")
def compare_names(file: Path, columns: str | None, no_header: bool, output: Path | None, score: bool) -> int:
    """Say for each row of FILE.csv whether its two names of people are one name, and why.

    FILE.csv (- for standard input) is UTF-8; all its columns are kept, and two are added: same (yes, no, unsure) and
    reason. A row that can't be used has an empty same, its reason tells why, and the run goes on. A full name that
    several people of the reference data bear is answered unsure.
    """
    gc.disable()  # nothing here makes cycles, and the tables of spellings are large: a fifth of the time otherwise
    with _opened(file) as source:
        sheet = _read(source, _named(file), columns, no_header)
        if score:
            return _score(sheet, _named(file))
        if output is None:
            return _write(sheet, sys.stdout, _named(file))
        with output.open("w", encoding="utf-8", newline="") as target:
            return _write(sheet, target, _named(file))


def _named(file: Path) -> str:
    return "standard input" if str(file) == "-" else str(file)


@contextmanager
def _opened(file: Path) -> Iterator[TextIO]:
    """The text of a file; bytes that are no UTF-8 become U+FFFD, and the row that has them is refused."""
    if str(file) == "-":
        sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace", newline="")  # type: ignore[union-attr]
        yield sys.stdin
        return
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as source:
        yield source


def _read(source: TextIO, name: str, columns: str | None, no_header: bool) -> Sheet:
    rows = _rows(source)
    line, first = next(rows, (0, []))
    if not first:
        raise InputError(f"{name} is empty: give a CSV file with two columns of names")
    is_header = not no_header and not _is_pair(first)
    header = first if is_header else None
    found = _columns(columns, header, len(first), name)
    return Sheet(header, found, rows if is_header else _after(line, first, rows))


def _after(line: int, first: list[str], rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    yield line, first
    yield from rows


def _rows(source: TextIO) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, each with the line that it ends on; one that is no CSV has no cells."""
    reader = csv.reader(source)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield reader.line_num, []
            continue
        if row:
            yield reader.line_num, row


def _is_pair(row: list[str]) -> bool:
    return len(row) > 1 and all(len(cell.split()) > 1 for cell in row[:2]) and _is_yes(compare(row[0], row[1]))


def _is_yes(found: Comparison) -> bool:
    return found.same is Sameness.YES


def _columns(given: str | None, header: list[str] | None, width: int, name: str) -> tuple[int, int]:
    asked = [part.strip() for part in given.split(",")] if given is not None else ["1", "2"]
    if len(asked) != 2:
        raise CallError(f"--columns {given!r} does not name two columns: write --columns first,second")
    places = []
    for part in asked:
        if header is not None and part in header:
            places.append(header.index(part))
        elif part.isdecimal() and 0 < int(part) <= width:
            places.append(int(part) - 1)
        elif given is None:
            raise InputError(f"{name} has one column only: give a CSV file with two columns of names")
        else:
            known = ", ".join(header) if header is not None else f"1 to {width}"
            raise CallError(f"{name} has no column {part!r}: its columns are {known}")
    return places[0], places[1]


def _write(sheet: Sheet, target: TextIO, name: str) -> int:
    writer = csv.writer(target, lineterminator="\n")
    width = len(sheet.header) if sheet.header is not None else 0
    if sheet.header is not None:
        taken = any(added in sheet.header for added in _ADDED)
        writer.writerow([*sheet.header, *(f"kcgraph_{added}" if taken else added for added in _ADDED)])
    used = refused = 0
    for line, row in sheet.rows:
        width = width or len(row)
        found = _answer(row, sheet.columns, width)
        padded = [*row, *[""] * (width - len(row))]
        if isinstance(found, Comparison):
            used += 1
            writer.writerow([*padded, found.same.value, found.reason])
        else:
            refused += 1
            click.echo(f"kcgraph: {name}:{line} {found}", err=True)
            writer.writerow([*padded[:width], "", found])
    return 1 if refused and not used else 0


def _answer(row: Sequence[str], columns: tuple[int, int], width: int) -> Comparison | str:
    """The comparison of a row, or what is wrong with it."""
    if not row:
        return "is no CSV: close its quotes"
    if max(columns) >= len(row):
        return f"has {len(row)} of {width} columns: give both names"
    if len(row) > width:
        return f"has {len(row)} columns where the first row has {width}: quote the names that have commas"
    first, second = row[columns[0]], row[columns[1]]
    if "\ufffd" in first or "\ufffd" in second:
        return "has a name that is not UTF-8: save the file as UTF-8"
    return namesakes().compare(first, second)


def _groups(values: list[str]) -> tuple[str, ...]:
    return (*values, ", ".join(values)) if len(values) > 1 else tuple(values)


def _score(sheet: Sheet, name: str) -> int:
    if sheet.header is None or "same" not in sheet.header:
        raise InputError(f"{name} has no column 'same': add one with yes, no or unsure in each row")
    header = sheet.header
    at = header.index("same")
    groups = [header.index(group) for group in _GROUPS if group in header]
    judged = []
    for line, row in sheet.rows:
        found = _answer(row, sheet.columns, len(header))
        if not isinstance(found, Comparison):
            raise InputError(f"{name}:{line} {found}")
        try:
            judged.append(Judged(Sameness(row[at]), found.same, _groups([row[group] for group in groups])))
        except (ValueError, IndexError) as error:
            raise InputError(f"{name}:{line} has no yes, no or unsure in the column 'same': write one") from error
    for text in pair_lines(score_pairs(judged)):
        click.echo(text)
    return 0

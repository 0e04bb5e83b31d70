"""Reading one reference table: a CSV file whose header is the field names of its row class."""

import csv
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from kcgraph.errors import KnowledgeError
from kcgraph.model import EventDate

Row = TypeVar("Row")
Convert = Callable[[str], Any]

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_BOUND = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
_FIRST_DAY = "-01-01"
_QID = re.compile(r"Q[1-9][0-9]*")


def read_table(path: Path, row_class: type[Row]) -> tuple[Row, ...]:
    """Read the rows of the table `path`, in order.

    Cells of several values part them by `|`. Raises KnowledgeError, naming file and line, when the file can't be read,
    its header is not that of `row_class`, a cell is malformed, or two rows share a key (where the first column is one).
    """
    converts = [_convert(field.name, field.type) for field in fields(row_class)]  # type: ignore[arg-type]
    header = [field.name for field in fields(row_class)]  # type: ignore[arg-type]
    has_keys = header[0] == "key"
    rows: list[Row] = []
    lines: dict[str, int] = {}
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            if next(reader, None) != header:
                raise KnowledgeError(f"{path}:1 has not the columns {','.join(header)}: write them in this order")
            for cells in reader:
                if has_keys and (first := lines.get(cells[0] if cells else "")):
                    raise ValueError(f"repeats the key {cells[0]!r} of line {first}: rename one of them")
                if len(cells) != len(header):
                    raise ValueError(f"has {len(cells)} cells where the header has {len(header)}: correct the commas")
                lines[cells[0]] = reader.line_num
                rows.append(row_class(*[convert(cell) for convert, cell in zip(converts, cells, strict=True)]))
    except (ValueError, csv.Error) as error:
        raise KnowledgeError(f"{path}:{reader.line_num} {error}") from error
    except OSError as error:
        raise KnowledgeError(f"{path} can't be read ({error.strerror}): reinstall kcgraph") from error
    return tuple(rows)


def _convert(column: str, kind: object) -> Convert:
    if column in _BY_COLUMN:
        return _BY_COLUMN[column]
    if kind == tuple[str, ...]:
        return _several
    if kind == float | None:
        return _number
    if kind is bool:
        return _yes
    return _optional if kind == str | None else lambda cell: _required(column, cell)


def _several(cell: str) -> tuple[str, ...]:
    values = tuple(cell.split("|")) if cell else ()
    if any(value != value.strip() or not value for value in values):
        raise ValueError(f"has an empty or padded value in {cell!r}: part values by one '|' without blanks")
    return values


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _yes(cell: str) -> bool:
    if cell not in ("yes", ""):
        raise ValueError(f"has {cell!r} where only 'yes' or nothing can stand: correct it")
    return cell == "yes"


def _optional(cell: str) -> str | None:
    return cell or None


def _required(column: str, cell: str) -> str:
    if not cell.strip():
        raise ValueError(f"has no {column}: give one")
    return cell


def _identifier(cell: str) -> str:
    if _KEY.fullmatch(cell) is None:
        raise ValueError(f"has the key {cell!r}: use lower-case ASCII letters, digits and single hyphens")
    return cell


def _wikidata(cell: str) -> str | None:
    if cell and _QID.fullmatch(cell) is None:
        raise ValueError(f"has the Wikidata id {cell!r}: write Q and a number, or leave it empty")
    return cell or None


def _date(cell: str) -> str:
    EventDate(cell)
    return cell


def _bound(cell: str) -> str:
    """One day, month or year; checked without EventDate, as there are twenty thousand."""
    try:
        if _BOUND.fullmatch(cell) and date.fromisoformat(cell + _FIRST_DAY[len(cell) - 4 :]):
            return cell
    except ValueError:  # a month or day that is on no calendar
        pass
    raise ValueError(f"has {cell!r} as a bound of time: write a year, a month or a day (2012, 2012-04, 2012-04-11)")


_BY_COLUMN: dict[str, Convert] = {
    "key": _identifier,
    "qid": _wikidata,
    "date": _date,
    "signed": lambda cell: _date(cell) if cell else None,
    "in_force": lambda cell: _date(cell) if cell else None,
    "start": lambda cell: _bound(cell) if cell else None,
    "end": lambda cell: _bound(cell) if cell else None,
}

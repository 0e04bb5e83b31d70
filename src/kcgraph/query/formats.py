"""Answers as text for machines: exact, the same bytes for the same answer."""

import json
import math
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal

from kcgraph.query.answers import Cell, Result
from kcgraph.query.dossier import Dossier
from kcgraph.vocab import XSD

_BETWEEN = "; "


def cell_text(cell: Cell) -> str:
    """The cell as plain text: an IRI or a literal's text, the values of a list joined by `; `, empty for nothing."""
    if cell is None:
        return ""
    return _BETWEEN.join(cell) if isinstance(cell, tuple) else cell.value


def as_csv(result: Result) -> Iterator[str]:
    """RFC 4180 with a header line, lines ending in a line feed.

    The csv module is not used: with this line end it leaves a lone carriage return unquoted, which its reader refuses.
    """
    yield ",".join(column.name for column in result.columns) + "\n"
    for row in result.rows:
        yield ",".join(_quoted(cell_text(cell)) for cell in row) + "\n"


def as_tsv(result: Result) -> Iterator[str]:
    """SPARQL 1.1 TSV results: each term as Turtle writes it."""
    yield "\t".join(f"?{column.name}" for column in result.columns) + "\n"
    for row in result.rows:
        yield "\t".join(map(_turtle, row)) + "\n"


def as_json(result: Result) -> Iterator[str]:
    """One array of objects, a column a key: strings, numbers, arrays for list columns, null for nothing."""
    yield json.dumps(records(result), ensure_ascii=False, indent=2) + "\n"


def as_ndjson(result: Result) -> Iterator[str]:
    """The objects of `as_json`, one a line."""
    for record in records(result):
        yield json.dumps(record, ensure_ascii=False) + "\n"


WRITERS: dict[str, Callable[[Result], Iterator[str]]] = {
    "csv": as_csv,
    "json": as_json,
    "ndjson": as_ndjson,
    "tsv": as_tsv,
}
"""The machine formats by name."""


def records(result: Result) -> list[dict[str, object]]:
    """The rows as dictionaries of JSON values."""
    names = [column.name for column in result.columns]
    return [dict(zip(names, map(_json, row), strict=True)) for row in result.rows]


def dossier_record(dossier: Dossier) -> dict[str, object]:
    """The dossier as JSON values."""
    return {
        "iri": dossier.iri,
        "name": dossier.name,
        "classes": list(dossier.classes),
        "facts": {fact.title: list(fact.values) for fact in dossier.facts},
        "sections": [
            {"title": section.title, "query": section.result.query.name, "rows": records(section.result)}
            for section in dossier.sections
        ],
    }


def _quoted(text: str) -> str:
    if not any(sign in text for sign in ',"\r\n'):
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _turtle(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(Literal(cell_text(cell))) if isinstance(cell, tuple) else str(cell)


def _json(cell: Cell) -> object:
    if cell is None:
        return None
    if isinstance(cell, tuple):
        return list(cell)
    return _number(cell) if isinstance(cell, Literal) else cell.value


def _number(literal: Literal) -> object:
    """An integer or a finite decimal as a number; everything else as its text."""
    try:
        if literal.datatype in (XSD.integer, XSD.nonNegativeInteger):
            return int(literal.value)
        if literal.datatype == XSD.decimal:
            value = float(Decimal(literal.value))
            return value if math.isfinite(value) else literal.value
    except (ValueError, InvalidOperation):
        return literal.value
    return literal.value

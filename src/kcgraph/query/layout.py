"""Answers and dossiers as text for people. Signs that could steer or confuse a terminal are shown, not obeyed."""

import textwrap
import unicodedata
from collections.abc import Iterator

from kcgraph.query.answers import Cell, Result
from kcgraph.query.dossier import Dossier
from kcgraph.query.formats import cell_text

_PROOF = ("article", "quote")
_JOINERS = "\u200c\u200d"
"""Invisible signs that ordinary spelling needs (Persian, Hindi, emoji)."""


def visible(text: str) -> str:
    r"""The text on one line, with control, bidirectional and other invisible signs written as `\u202e`."""
    return "".join(_shown(sign) for sign in " ".join(text.split()))


def _shown(sign: str) -> str:
    if sign in _JOINERS or unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"


def filled(result: Result, base: str) -> tuple[list[str], list[list[str]]]:
    """The columns that any row fills, and the rows as visible text; IRIs below `base` lose it, as people type them."""
    rows = [[_text(cell, base) for cell in row] for row in result.rows]
    kept = [index for index in range(len(result.columns)) if any(row[index] for row in rows)]
    return [result.columns[index].name for index in kept], [[row[index] for index in kept] for row in rows]


def aligned(names: list[str], rows: list[list[str]]) -> Iterator[str]:
    """A header and one line a row, columns padded to their widest cell."""
    table = [names, *rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def blocks(names: list[str], rows: list[list[str]], width: int) -> Iterator[str]:
    """Each row as a few lines of at most `width` columns: what is told, then the quote and its article."""
    for row in rows:
        told = dict(zip(names, row, strict=True))
        filled_in = [(name, value) for name, value in told.items() if value and name not in _PROOF]
        parts = [value if name == "date" else f"{name}: {value}" for name, value in filled_in]
        yield from _wrapped("  |  ".join(parts), width, "  ", "    ")
        proof = f"“{told['quote']}” " if told.get("quote") else ""
        if told.get("article"):
            proof += f"[{told['article']}]"
        if proof:
            yield from _wrapped(proof, width, "      ", "      ")


def dossier_lines(dossier: Dossier, base: str, width: int) -> Iterator[str]:
    """The dossier: name, facts, then each section with its rows."""
    classes = ", ".join(dossier.classes) or "no class"
    yield f"{visible(dossier.name)}  ({classes})"
    yield f"  {visible(dossier.iri)}"
    for fact in dossier.facts:
        yield from _wrapped(f"{fact.title}: {'; '.join(map(visible, fact.values))}", width, "  ", "    ")
    for section in dossier.sections:
        yield ""
        yield f"{section.title} ({len(section.result.rows)})"
        yield from blocks(*filled(section.result, base), width)


def _text(cell: Cell, base: str) -> str:
    if cell is None or isinstance(cell, tuple):
        return visible(cell_text(cell))
    return visible(cell.value.removeprefix(base))


def _wrapped(text: str, width: int, first: str, following: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=following, break_on_hyphens=False)

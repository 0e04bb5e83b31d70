"""Reports by name, as people type them."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from kcgraph.errors import CallError

_NAMES = re.compile(r"(?:article/(?P<article>.+)/report|report/(?P<report>.+))/(?P<number>[1-9]\d{0,8})")


@dataclass(frozen=True, slots=True)
class NamedReport:
    """The report of that number, from 1, of the article of that identifier."""

    article: str
    number: int


def named_report(text: str, base: str) -> NamedReport:
    """The report that `text` names: `report/{id}/{n}` or `article/{id}/report/{n}`, with or without the base IRI.

    Raises CallError when it names none.
    """
    match = _NAMES.fullmatch(text.removeprefix(base))
    if match is None:
        raise CallError(f"{text!r} names no report: give its IRI, or report/ID/N with the article's id and a number")
    return NamedReport(unquote(match["article"] or match["report"]), int(match["number"]))

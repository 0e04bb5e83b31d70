"""Small makers of terms."""

import re
from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlsplit

from pyoxigraph import Literal, NamedNode

from kcgraph.model import EventDate
from kcgraph.vocab import KCG, XSD, Minter

Value = tuple[NamedNode, NamedNode | Literal]
"""A predicate and its object."""

_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "between", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_URL_CHARACTERS = ":/?#@!$&'()*+,;=%-._~"


@lru_cache(maxsize=4096)
def date_literal(day: date) -> Literal:
    """A day as xsd:date."""
    return Literal(day.isoformat(), datatype=XSD.date)


@lru_cache(maxsize=8192)
def integer(number: int) -> Literal:
    """A number as xsd:integer: the one integer type that every store gives back as it was written."""
    return Literal(number)


def decimal(number: float) -> Literal:
    """A share between 0 and 1 as xsd:decimal in its canonical form, to three places."""
    return Literal(f"{number:.3f}".rstrip("0").rstrip(".") or "0", datatype=XSD.decimal)


def coordinate(predicate: NamedNode, degrees: float | None) -> Value | None:
    """The pair for degrees of latitude or longitude that may be missing, as xsd:decimal in its canonical form."""
    if degrees is None:
        return None
    digits = f"{degrees:.6f}".rstrip("0").rstrip(".")
    return predicate, Literal(digits if digits != "-0" else "0", datatype=XSD.decimal)


def true(predicate: NamedNode, is_true: bool) -> Value | None:
    """The pair for something that is said only where it is true."""
    return (predicate, Literal(True)) if is_true else None


def text(predicate: NamedNode, value: str | None) -> Value | None:
    """The pair for a text that may be missing."""
    return (predicate, Literal(value)) if value else None


def link(predicate: NamedNode, value: NamedNode | None) -> Value | None:
    """The pair for a node that may be missing."""
    return (predicate, value) if value is not None else None


def when(found: EventDate | None) -> tuple[Value, ...]:
    """A date in EDTF with the first and last day that it can mean."""
    if found is None:
        return ()
    return (
        (KCG.dateEDTF, Literal(found.edtf)),
        (KCG.earliest, date_literal(found.earliest)),
        (KCG.latest, date_literal(found.latest)),
    )


def web_address(url: str) -> NamedNode | Literal:
    """An absolute http(s) address as an IRI, with what no IRI can hold percent-encoded; anything else as xsd:anyURI."""
    try:
        parts = urlsplit(url)
        if parts.scheme.lower() in ("http", "https") and parts.netloc:
            return NamedNode(quote(url, safe=_URL_CHARACTERS))
    except ValueError:  # an address that no IRI can carry is still the record's url
        pass
    return Literal(url, datatype=XSD.anyURI)


@lru_cache(maxsize=1024)
def rule(minter: Minter, pattern: str) -> NamedNode:
    """The rule that made a report or statement."""
    return minter.rule(pattern)


def title_case(name: str) -> str:
    """The name with every word capitalised but the small ones: a pure function of the name, so that articles agree.

    Abbreviations ("DPRK") stay as they are unless the whole name is in capitals.
    """
    shouted = name.isupper()

    def capitalised(match: re.Match[str]) -> str:
        word = match[0]
        if word.isupper() and len(word) > 1 and not shouted:
            return word
        lower = word.lower()
        return lower if lower in _SMALL_WORDS and match.start() > 0 else lower[:1].upper() + lower[1:]

    return _WORD.sub(capitalised, name)

"""Parameters as terms: each value is checked against its type and becomes an RDF term, never text of the query."""

import re
from collections.abc import Callable
from datetime import date

from pyoxigraph import Literal, NamedNode

from kcgraph.errors import CallError
from kcgraph.query.classes import below
from kcgraph.query.names import Names, fold
from kcgraph.query.saved import Parameter
from kcgraph.vocab import KCG, XSD

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_ESCAPE = re.compile(r"\\\\([uU])?|\\[^\\]")


def term(parameter: Parameter, text: str, names: Names) -> NamedNode | Literal:
    """The term that `text` means as a value of `parameter`.

    Raises CallError naming the parameter, what was given and what is expected.
    """
    if any(0xD800 <= ord(sign) <= 0xDFFF for sign in text):
        raise _wrong(parameter, text, "text in valid Unicode")
    if parameter.type == "name":
        return _name(parameter, text, names)
    if parameter.type == "iri":
        return _iri(parameter, text, names)
    return _READERS[parameter.type](parameter, text)


def serialised(value: NamedNode | Literal) -> str:
    r"""The term as it stands in a SPARQL query.

    Some engines resolve `\uXXXX` before they read the query, even behind an escaped backslash. So an u after a
    backslash is itself written as an escape, and every engine reads the same text.
    """
    if isinstance(value, NamedNode):
        return str(value)
    return _ESCAPE.sub(lambda found: rf"\\\U{ord(found[1]):08X}" if found[1] else found[0], str(value))


def _string(parameter: Parameter, text: str) -> Literal:
    if "\0" in text:
        raise _wrong(parameter, text, "text without NUL characters")
    return Literal(text)


def _name(parameter: Parameter, text: str, names: Names) -> NamedNode:
    if not text.strip():
        raise _wrong(parameter, text, "a name or an IRI")
    try:
        return names.resolve(text.strip(), parameter.classes)
    except CallError as error:
        raise CallError(f"parameter {parameter.name}: {error}") from error


def _iri(parameter: Parameter, text: str, names: Names) -> NamedNode:
    try:
        node = names.node(text.strip()) if text.strip() else None
    except CallError as error:
        raise CallError(f"parameter {parameter.name}: {error}") from error
    if node is None:
        raise _wrong(parameter, text, "an IRI in the store, or what stands in it after the base, such as event/...")
    return node


def _date(parameter: Parameter, text: str) -> Literal:
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        day = date.fromisoformat(text)
    except ValueError:
        raise _wrong(parameter, text, "a day such as 2024-06-19") from None
    return Literal(day.isoformat(), datatype=XSD.date)


def _integer(parameter: Parameter, text: str) -> Literal:
    if not _INTEGER.fullmatch(text):
        raise _wrong(parameter, text, "a whole number of at most 18 digits")
    return Literal(str(int(text)), datatype=XSD.integer)


def _class(parameter: Parameter, text: str) -> NamedNode:
    allowed = sorted(set().union(*(below(name) for name in parameter.classes)) - set(parameter.classes))
    for name in allowed:
        if fold(name) == fold(text) or KCG[name].value == text:
            return KCG[name]
    raise _wrong(parameter, text, f"one of {', '.join(allowed)}")


def _wrong(parameter: Parameter, text: str, expected: str) -> CallError:
    shown = text if len(text) <= 100 else f"{text[:100]}..."
    return CallError(f"parameter {parameter.name} is {shown!r} and has to be {expected}")


_READERS: dict[str, Callable[[Parameter, str], NamedNode | Literal]] = {
    "string": _string,
    "date": _date,
    "integer": _integer,
    "class": _class,
}

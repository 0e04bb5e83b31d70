"""The values of typed literals: what a datatype allows to be written, and how two values compare."""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal

from kcgraph.errors import KnowledgeError
from kcgraph.vocab import XSD

Value = str | bool | int | float | Decimal | date | datetime
"""A literal's value, of a type that says with which others it can be compared."""

_INTEGER = re.compile(r"[+-]?[0-9]{1,4000}")  # Python refuses to read much longer ones
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_DOUBLE = re.compile(rf"{_DECIMAL.pattern}(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")
_ZONE = r"(?:Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?"
_DATE = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_ZONE}")
_DATE_TIME = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]{{1,6}})?{_ZONE}")
_YEAR = re.compile(rf"[0-9]{{4}}{_ZONE}")
_YEAR_MONTH = re.compile(rf"[0-9]{{4}}-(?:0[1-9]|1[0-2]){_ZONE}")
_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


def _integer(least: int | None) -> Callable[[str], Value | None]:
    def read(text: str) -> Value | None:
        if not _INTEGER.fullmatch(text):
            return None
        number = int(text)
        return number if least is None or number >= least else None

    return read


def _decimal(text: str) -> Value | None:
    return Decimal(text) if _DECIMAL.fullmatch(text) else None


def _double(text: str) -> Value | None:
    return float(text) if _DOUBLE.fullmatch(text) else None


def _date(text: str) -> Value | None:
    match = _DATE.fullmatch(text)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:  # a well-formed day that no calendar has, such as 30 February
        return None


def _date_time(text: str) -> Value | None:
    try:
        return datetime.fromisoformat(text) if _DATE_TIME.fullmatch(text) else None
    except ValueError:
        return None


def _matching(pattern: re.Pattern[str]) -> Callable[[str], Value | None]:
    return lambda text: text if pattern.fullmatch(text) else None


_READERS: dict[str, Callable[[str], Value | None]] = {
    XSD.string.value: str,
    XSD.anyURI.value: str,
    XSD.boolean.value: _BOOLEANS.get,
    XSD.integer.value: _integer(None),
    XSD.nonNegativeInteger.value: _integer(0),
    XSD.positiveInteger.value: _integer(1),
    XSD.decimal.value: _decimal,
    XSD.double.value: _double,
    XSD.date.value: _date,
    XSD.dateTime.value: _date_time,
    XSD.gYear.value: _matching(_YEAR),
    XSD.gYearMonth.value: _matching(_YEAR_MONTH),
}


def require_known(datatype: str) -> None:
    """Raises KnowledgeError for a datatype whose values this module can't read."""
    if datatype not in _READERS:
        raise KnowledgeError(
            f"datatype {datatype} is unknown to the compiled engine: add it to kcgraph.validate.literals"
        )


@lru_cache(maxsize=16384)
def value_of(text: str, datatype: str) -> Value | None:
    """Return the value that `text` stands for in `datatype`, None where it is ill-typed or the datatype unknown."""
    reader = _READERS.get(datatype)
    return reader(text) if reader else None


def compare(left: Literal, right: Literal) -> int | None:
    """Return -1, 0 or 1 as `left` is below, equal to or above `right`, None where the two can't be compared."""
    first, second = value_of(left.value, left.datatype.value), value_of(right.value, right.datatype.value)
    if first is None or second is None or _family(first) is not _family(second):
        return None
    if first != first or second != second:  # NaN
        return None
    try:
        return (first > second) - (first < second)  # type: ignore[operator]
    except TypeError:  # a dateTime with a zone and one without
        return None


def _family(value: Value) -> type:
    if isinstance(value, bool):
        return bool
    if isinstance(value, int | float | Decimal):
        return Decimal
    return type(value)

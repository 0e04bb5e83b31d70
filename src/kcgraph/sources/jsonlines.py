"""JSON lines, plain or gzipped: one record a line, `{id?, source?, title?, date?, url?, text}`."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kcgraph.errors import RecordError
from kcgraph.model import Record, Reject
from kcgraph.sources.checks import check_field, check_text

_LONGEST_IDENTIFIER = 200
_PROBE = 8192
_OPTIONAL = ("source", "title", "date", "url")


def read_json_lines(path: Path, maximum_characters: int) -> Iterator[Record | Reject]:
    """Read the records of a `.jsonl` or `.jsonl.gz` file; a bad line is a Reject and the next one is read.

    A gzip file that breaks off gives the records before the break and then a Reject.
    Raises OSError when the file can't be opened.
    """
    lines = 0
    with path.open("rb") as raw:
        stream: BinaryIO = gzip.GzipFile(fileobj=raw) if path.name.lower().endswith(".gz") else raw  # type: ignore[assignment]
        try:
            if b"\0" in stream.peek(_PROBE)[:_PROBE]:  # type: ignore[attr-defined]
                yield Reject(
                    str(path), None, "sources", f"{path} is a binary file (NUL bytes): give JSON lines in UTF-8"
                )
                return
            for number, line in _lines(stream, 12 * maximum_characters + 65_536):
                lines = number
                if line is None or line.strip():
                    yield _record_or_reject(line, f"{path}:{number}", maximum_characters)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            reason = f"{path} breaks off or is damaged after line {lines} ({error}): fetch the file again"
            yield Reject(str(path), None, "sources", reason)
            return
    if not lines:
        yield Reject(str(path), None, "sources", f"{path} is empty: it should hold one JSON record a line")


def _lines(stream: BinaryIO, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Numbered lines; None for one of more than `longest` bytes, which is skipped without being held."""
    number = 0
    while line := stream.readline(longest):
        number += 1
        if len(line) < longest or line.endswith(b"\n"):
            yield number, line
            continue
        yield number, None
        while (rest := stream.readline(longest)) and not rest.endswith(b"\n"):
            pass


def _record_or_reject(line: bytes | None, origin: str, maximum_characters: int) -> Record | Reject:
    identifier: str | None = None
    try:
        if line is None:
            raise RecordError(f"{origin} is longer than an article of {maximum_characters} characters can be: split it")
        fields = _parse(line, origin)
        identifier = _identifier(fields, origin)
        return _record(fields, identifier, origin, maximum_characters)
    except RecordError as error:
        return Reject(origin, identifier, "sources", str(error))


def _parse(line: bytes, origin: str) -> dict[str, object]:
    try:
        fields = json.loads(line.decode("utf-8-sig").rstrip())
    except UnicodeDecodeError as error:
        raise RecordError(f"{origin} is not UTF-8 at byte {error.start} of the line: convert it to UTF-8") from error
    except json.JSONDecodeError as error:
        raise RecordError(f"{origin} is not JSON at column {error.colno} ({error.msg}): correct the line") from error
    except (RecursionError, ValueError) as error:
        raise RecordError(f"{origin} is JSON that can't be read ({error}): correct the line") from error
    if not isinstance(fields, dict):
        raise RecordError(f"{origin} is JSON but no object: a record is {{id?, source?, title?, date?, url?, text}}")
    return fields


def _identifier(fields: dict[str, object], origin: str) -> str | None:
    value = fields.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise RecordError(f"{origin} has an id that is {_kind(value)}: give text or leave it out")
    if len(value) > _LONGEST_IDENTIFIER or not value.isprintable():
        raise RecordError(f"{origin} has an id too long (over {_LONGEST_IDENTIFIER}) or unprintable: give a short one")
    return value


def _record(fields: dict[str, object], identifier: str | None, origin: str, maximum_characters: int) -> Record:
    text = fields.get("text")
    if text is None:
        raise RecordError(f"{origin} has no text: a record needs the article in the field 'text'")
    if not isinstance(text, str):
        raise RecordError(f"{origin} has a text that is {_kind(text)}: give the article as one string")
    check_text(text, origin, maximum_characters)
    optional = {name: _optional(fields, name, origin) for name in _OPTIONAL}
    return Record(text=text, origin=origin, identifier=identifier, **optional)


def _optional(fields: dict[str, object], name: str, origin: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RecordError(f"{origin} has a {name} that is {_kind(value)}: give text or leave it out")
    check_field(value, name, origin)
    return value.strip() or None


def _kind(value: object) -> str:
    kinds = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object", str: "text"}
    return kinds[type(value)]

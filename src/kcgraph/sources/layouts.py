"""Layouts as data: `seeds/layouts/*.toml`, one file a layout, and `common.toml` for what holds in all of them."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kcgraph.errors import KnowledgeError
from kcgraph.model import Record
from kcgraph.resources import folder

_COMMON = "common.toml"
_HEAD_LINES = 12
"""A layout must show itself in so many lines of the start of the text."""

Line = tuple[int, int]
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Common:
    """What `common.toml` says beside the lists that every layout takes in: see the comments there."""

    months: tuple[str, ...]
    datelines: tuple[re.Pattern[str], ...]
    issue: re.Pattern[str]
    caption_date: re.Pattern[str]

    def month(self, name: str) -> int | None:
        """The number of a month from its name or a shortening of it, None when it is no month."""
        start = name[:3].lower()
        return self.months.index(start) + 1 if start in self.months else None


@dataclass(frozen=True)
class Layout:
    """How one kind of page or record is recognised and where its story stands.

    `recognise` matches the start of a line, `header_end`, `tail` and `outside` a whole line, `end_mark` the end of one.
    """

    key: str
    order: int
    sources: frozenset[str]
    recognise: re.Pattern[str] | None
    header_end: re.Pattern[str] | None
    date_format: str
    outlet: str | None
    dateline: tuple[str, str] | None
    tail: re.Pattern[str]
    outside: re.Pattern[str]
    end_mark: re.Pattern[str]

    def recognises(self, text: str, lines: Sequence[Line]) -> bool:
        """Whether one of the first lines shows this layout; the layout of last resort takes everything."""
        if self.recognise is None:
            return not self.sources
        return any(self.recognise.match(text, start, end) for start, end in lines[:_HEAD_LINES])


def lines_of(text: str) -> list[Line]:
    """The lines of a text that are not blank, as intervals without the blanks around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            found.append((start, end))
    return found


def layout_of(record: Record, lines: Sequence[Line]) -> Layout:
    """The layout of a record: the one that names its source, else the first that recognises its lines."""
    layouts = _layouts()
    for layout in layouts:
        if record.source in layout.sources:
            return layout
    return next(layout for layout in layouts if layout.recognises(record.text, lines))


@cache
def common() -> Common:
    """What holds in every layout. Raises KnowledgeError when `common.toml` is malformed."""
    data = _load(_path(_COMMON))
    try:
        return Common(
            months=tuple(data["months"]),
            datelines=tuple(re.compile(rule) for rule in data["datelines"]),
            issue=re.compile(data["issue"]),
            caption_date=re.compile(data["caption_date"]),
        )
    except (KeyError, re.error) as error:
        raise KnowledgeError(f"{_path(_COMMON)} is malformed ({error}): correct it") from error


@cache
def _layouts() -> tuple[Layout, ...]:
    shared = _load(_path(_COMMON))
    paths = sorted((folder("seeds") / "layouts").glob("*.toml"))
    layouts = sorted((_layout(path, shared) for path in paths if path.name != _COMMON), key=lambda found: found.order)
    if not layouts or layouts[-1].sources or layouts[-1].recognise:
        raise KnowledgeError(f"{_path(_COMMON).parent}: the last layout must take what no other recognises")
    return tuple(layouts)


def _layout(path: Path, shared: Mapping[str, Any]) -> Layout:
    data = _load(path)
    try:
        recognise, header = data.get("recognise", {}), data.get("header", {})
        lines, dateline = data.get("lines", {}), data.get("dateline")
        end_mark = _either([*shared["end_marks"], *lines.get("end_marks", [])]).pattern
        return Layout(
            key=path.stem,
            order=data["order"],
            sources=frozenset(recognise.get("sources", [])),
            recognise=re.compile(recognise["line"]) if "line" in recognise else None,
            header_end=re.compile(header["end"]) if header else None,
            date_format=header.get("date_format", ""),
            outlet=data.get("outlet"),
            dateline=(dateline["place"], dateline["agency"]) if dateline else None,
            tail=_either([*shared["tail"], *lines.get("tail", [])]),
            outside=_either([*shared["outside"], *lines.get("outside", [])]),
            end_mark=re.compile(rf"\s{{0,8}}(?:{end_mark})\Z"),
        )
    except (KeyError, TypeError, re.error) as error:
        raise KnowledgeError(f"{path} is malformed ({error}): compare it with kcna-watch.toml") from error


def _either(rules: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule})" for rule in rules))


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(f"{path} is not TOML ({error}): correct it") from error


def _path(name: str) -> Path:
    return folder("seeds") / "layouts" / name

"""An article as it came in and as its layout was read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open interval of code points of a source text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span {self.start},{self.end} is not a half-open interval")


@dataclass(frozen=True, slots=True)
class Record:
    """One input record before its layout is read; `origin` is the file (and line) for messages to people."""

    text: str
    origin: str
    identifier: str | None = None
    source: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """`Pyongyang, October 7 (KCNA) --`: where and when a story was filed, and by which agency, as far as it says so."""

    place: str | None
    agency: str | None
    month: int | None
    day: int | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its layout read.

    `identifier` is the record's id or the first 12 hex digits of `content_hash` (sha256 of the UTF-8 text).
    `text` is the source text that every Span counts in. `body` holds the spans of the story proper, in order:
    header, caption, byline, dateline and "More From" tail stand outside them. `outlet` is the slug of a row of
    `seeds/reference/outlets.csv` where the publisher is known there, else a slug of its printed name.
    `language` is an ISO 639-1 code.
    """

    identifier: str
    content_hash: str
    text: str
    origin: str
    body: tuple[Span, ...]
    headline: str | None = None
    headline_span: Span | None = None
    published: date | None = None
    dateline: Dateline | None = None
    outlet: str | None = None
    outlet_name: str | None = None
    url: str | None = None
    language: str = "en"

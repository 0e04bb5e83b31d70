"""Gold annotations: what people read in articles."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kcgraph.errors import CallError, InputError
from kcgraph.evaluate.wording import wording
from kcgraph.model import EventDate, Span

_KINDS = ("person", "group")
_STATUSES = ("occurred", "planned", "denied")

Evidence = str | Span
"""The words that show something: as a quote, or where they stand in the article's text."""


@dataclass(frozen=True, slots=True)
class GoldParticipant:
    """Somebody who took part; `role` is a local name of a `kcg:Role`."""

    name: str
    is_person: bool
    role: str


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One event; `event_class` and `status` are local names of the ontology, `date` is EDTF."""

    event_class: str
    status: str
    date: str | None
    place: str | None
    participants: tuple[GoldParticipant, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """Who said something, and where the article tells so."""

    speaker: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class GoldPerson:
    """A person named, with the offices as printed and the country."""

    name: str
    offices: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """All that was annotated in one article; `treaties` are their names."""

    identifier: str
    events: tuple[GoldEvent, ...]
    statements: tuple[GoldStatement, ...]
    treaties: tuple[str, ...]
    persons: tuple[GoldPerson, ...]


def read_gold(path: Path) -> list[GoldArticle]:
    """Read a JSON list of annotated articles.

    Raises CallError when there is no such file and InputError, which names file, article and item, when it is none.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CallError(f"{path} does not exist: give a file of gold annotations") from None
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror or error}") from error
    except ValueError as error:
        raise InputError(f"{path} is not JSON ({error}): give a JSON list of annotated articles") from error
    if not isinstance(data, list):
        raise InputError(f"{path} is not a JSON list: give a list of annotated articles")
    articles = [_article(_Item(path, f"article {number}", record)) for number, record in enumerate(data, 1)]
    _refuse_twins(path, articles)
    return articles


def _refuse_twins(path: Path, articles: list[GoldArticle]) -> None:
    seen: set[str] = set()
    for article in articles:
        if article.identifier in seen:
            raise InputError(f"{path}: article {article.identifier} is annotated twice: keep one")
        seen.add(article.identifier)


class _Item:
    """One JSON object of the file, which knows where it stands."""

    def __init__(self, path: Path, where: str, record: Any) -> None:
        self.path, self.where = path, where
        if not isinstance(record, dict):
            raise self.wrong("is not an object")
        self._record: dict[str, Any] = record

    def wrong(self, what: str) -> InputError:
        """The error of this item."""
        return InputError(f"{self.path}: {self.where} {what}: correct it")

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self._record.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(f"has no text in {key!r} (is {value!r})")
        return value

    def text_or_none(self, key: str) -> str | None:
        """A text that may be missing or null."""
        return None if self._record.get(key) in (None, "") else self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; empty when it is missing."""
        value = self._record.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(f"has no list of texts in {key!r} (is {value!r})")
        return tuple(value)

    def choice(self, key: str, choices: tuple[str, ...]) -> str:
        """A text that must be one of a few."""
        value = self.text(key)
        if value not in choices:
            raise self.wrong(f"has {key} {value!r}, not one of {', '.join(choices)}")
        return value

    def items(self, key: str) -> Iterator["_Item"]:
        """The objects of a list."""
        value = self._record.get(key)
        if not isinstance(value, list):
            raise self.wrong(f"has no list in {key!r}")
        for number, record in enumerate(value, 1):
            yield _Item(self.path, f"{self.where}, {key} {number}", record)

    def evidence(self) -> Evidence:
        """The evidence, as a quote or as `[start, end]`."""
        value = self._record.get("evidence")
        if not isinstance(value, list):
            return self.text("evidence")
        if len(value) != 2 or not all(isinstance(place, int) for place in value) or not 0 <= value[0] < value[1]:
            raise self.wrong(f"has evidence {value!r}, not [start, end] with 0 <= start < end")
        return Span(value[0], value[1])


def _article(item: _Item) -> GoldArticle:
    identifier = item.text("id")
    item.where = f"article {identifier}"
    return GoldArticle(
        identifier,
        tuple(map(_event, item.items("events"))),
        tuple(GoldStatement(found.text("speaker"), found.evidence()) for found in item.items("statements")),
        tuple(found.text("name") for found in item.items("treaties")),
        tuple(
            GoldPerson(found.text("name"), found.texts("offices"), found.text_or_none("country"))
            for found in item.items("persons")
        ),
    )


def _event(item: _Item) -> GoldEvent:
    classes = wording().classes
    return GoldEvent(
        classes[item.choice("type", tuple(classes))],
        item.choice("status", _STATUSES).capitalize(),
        _date(item),
        item.text_or_none("place"),
        tuple(map(_participant, item.items("participants"))),
        item.evidence(),
    )


def _participant(item: _Item) -> GoldParticipant:
    is_person = item.choice("kind", _KINDS) == "person"
    return GoldParticipant(item.text("name"), is_person, item.text("role").capitalize())


def _date(item: _Item) -> str | None:
    edtf = item.text_or_none("date")
    if edtf is not None:
        try:
            EventDate(edtf)
        except ValueError as error:
            raise item.wrong(f"has a wrong date: {error}") from error
    return edtf

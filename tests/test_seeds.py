"""The seed articles, their gold annotations and their manifest."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kcgraph.model import Article, Record
from kcgraph.model.dates import EventDate
from kcgraph.resources import folder
from kcgraph.sources import read_article, read_input

ARTICLES = folder("seeds") / "articles"
TYPES = {
    "meeting",
    "visit",
    "message",
    "gift",
    "ceremony",
    "conference",
    "signing",
    "ratification",
    "diplomatic_relations",
    "statement",
    "appointment",
    "award",
    "guidance",
    "weapons_test",
    "military",
    "economic",
    "other",
}
ROLES = {
    "host",
    "guest",
    "participant",
    "visitor",
    "sender",
    "recipient",
    "attendee",
    "speaker",
    "party",
    "signatory",
    "appointee",
    "appointer",
    "leader",
    "accompanied",
    "actor",
    "target",
}
MEDIA = {"message", "speech", "talk", "press_statement", "interview", "commentary", "report", "other"}
SHARED = Path(__file__).resolve().parents[2] / "shared" / "seeds"


@cache
def articles() -> dict[str, Article]:
    records = [item for item in read_input(ARTICLES) if isinstance(item, Record)]
    return {article.identifier: article for article in map(read_article, records)}


@cache
def gold() -> list[dict[str, Any]]:
    return list(json.loads((ARTICLES / "gold.json").read_text(encoding="utf-8")))


@cache
def manifest() -> dict[str, Any]:
    return tomllib.loads((ARTICLES / "manifest.toml").read_text(encoding="utf-8"))


def rows(kind: str) -> Iterator[tuple[dict[str, Any], Article]]:
    for annotated in gold():
        for row in annotated[kind]:
            yield row, articles()[annotated["id"]]


def in_body(quote: str, article: Article) -> bool:
    first, last = article.body[0].start, article.body[-1].end
    return quote in article.text[first:last]


def test_every_seed_article_is_read_and_annotated() -> None:
    assert not [item for item in read_input(ARTICLES) if not isinstance(item, Record)]
    assert sorted(articles()) == sorted(annotated["id"] for annotated in gold())
    assert len(articles()) >= 12


def test_every_layout_of_the_seeds_is_told() -> None:
    assert {article.outlet for article in articles().values()} >= {
        "kcna", "yonhap", "xinhua", "naenara", "pyongyang-times", "csis-timeline", "peninsula-diplomacy-notes"
    }  # fmt: skip
    assert {article.language for article in articles().values()} == {"en"}


@pytest.mark.parametrize("kind", ["events", "statements", "treaties"])
def test_evidence_stands_in_the_story(kind: str) -> None:
    assert not [row["evidence"] for row, article in rows(kind) if not in_body(row["evidence"], article)]


def test_events_are_of_the_guideline() -> None:
    for event, _ in rows("events"):
        assert set(event) == {"id", "type", "status", "date", "place", "participants", "occasion", "treaty", "evidence"}
        assert event["type"] in TYPES
        assert event["status"] in {"occurred", "planned", "denied"}
        if event["date"] is not None:
            EventDate(event["date"])


def test_participants_are_named_as_printed() -> None:
    for event, article in rows("events"):
        for participant in event["participants"]:
            assert participant["kind"] in {"person", "group"}
            assert participant["role"] in ROLES
            assert participant["name"] in article.text


def test_statements_are_of_the_guideline() -> None:
    for statement, article in rows("statements"):
        events = next(a["events"] for a in gold() if a["id"] == article.identifier)
        assert statement["medium"] in MEDIA
        assert statement["event"] is None or statement["event"] in {event["id"] for event in events}
        assert statement["speaker"] in article.text


def test_persons_and_their_offices_are_printed() -> None:
    for person, article in rows("persons"):
        assert not [words for words in (person["name"], *person["offices"]) if words not in article.text]


def test_every_event_class_of_diplomacy_has_a_seed() -> None:
    assert {event["type"] for event, _ in rows("events")} >= {
        "meeting",
        "visit",
        "message",
        "gift",
        "ceremony",
        "conference",
        "signing",
        "ratification",
        "diplomatic_relations",
        "appointment",
    }


def test_manifest_names_five_originals_and_every_article() -> None:
    originals, written = manifest()["original"], manifest()["written"]
    assert len(originals) == 5
    for original in originals:
        assert re.fullmatch(r"[0-9a-f]{64}", original["sha256"])
        assert isinstance(original.get("date", date.today()), date)
        assert original["publisher"]
    named = [row["restated_by"] for row in originals] + [row.get("record", row["file"]) for row in written]
    assert len(named) == len(set(named)) == len(articles())
    assert {row["file"] for row in written} | {row["restated_by"] for row in originals} == {
        path.name for path in ARTICLES.iterdir() if path.suffix not in {".json", ".toml"}
    }


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the original pages are not here")
def test_originals_are_the_pages_named_and_none_of_their_sentences_is_used() -> None:
    pages = {
        hashlib.sha256(path.read_bytes()).hexdigest(): path.read_text(encoding="utf-8") for path in SHARED.glob("*.txt")
    }
    assert {original["sha256"] for original in manifest()["original"]} == set(pages)
    sentences = {s.strip() for page in pages.values() for s in re.split(r"[.\n]", page) if len(s.split()) > 8}
    assert not [s for s in sentences for article in articles().values() if in_body(s, article)]

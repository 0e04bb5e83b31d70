"""Dossiers: what is laid out for a person, a country, a place, a treaty, an event, an article, a report."""

import pytest
from asked import store
from pyoxigraph import Store

from kcgraph.errors import CallError
from kcgraph.query import Dossier, dossier
from kcgraph.query.formats import dossier_record
from kcgraph.query.layout import dossier_lines, visible
from kcgraph.vocab import BASE

EVERY_KIND = (
    "Ana Vell", "O'Brien \"Bob\" {x} ?y", "delegation of Nordmark", "Testgrad Times", "Arland", "Testgrad",
    "Treaty on Rivers", "event/2031-03-21-meeting-11", "article/a3", "report/a1/1", "statement/a1/1",
    "office-holding/a1/1", "office/premier-of-arland",
)  # fmt: skip


def facts(found: Dossier) -> dict[str, tuple[str, ...]]:
    return {fact.title: fact.values for fact in found.facts}


def sections(found: Dossier) -> dict[str, int]:
    return {section.title: len(section.result.rows) for section in found.sections}


def test_a_person_has_names_links_offices_and_all_that_is_told() -> None:
    found = dossier(store(), "Anna Vell")
    assert (found.iri, found.name, found.classes) == (f"{BASE}person/ana-vell", "Ana Vell", ("Person",))
    assert facts(found)["also written"] == ("Anna Véll", "Vell")
    assert facts(found)["same as"] == ("http://www.wikidata.org/entity/Q1000001",)
    assert facts(found)["country"] == ("Arland",)
    assert sections(found) == {
        "Career": 2,
        "Offices": 2,
        "Meetings": 3,
        "Messages": 1,
        "Gifts": 1,
        "Treaties": 2,
        "Other events, planned and denied ones": 3,
    }


@pytest.mark.parametrize("thing", EVERY_KIND)
def test_every_kind_of_thing_has_a_dossier(thing: str) -> None:
    found = dossier(store(), thing)
    text = "\n".join(dossier_lines(found, BASE, 100))
    assert visible(found.name) in text
    assert found.facts or found.sections
    record = dossier_record(found)
    assert [section["title"] for section in record["sections"]] == [section.title for section in found.sections]


@pytest.mark.parametrize(
    ("thing", "expected"),
    [
        ("Arland", {"People": 1, "Treaties": 3, "Events": 2}),
        ("Testgrad", {"Events here": 3}),
        ("Treaty on Rivers", {"Acts": 2, "Evidence": 2}),
        ("event/2031-03-21-meeting-21", {"Present": 3, "Reports": 2}),
        ("article/a4", {"Evidence": 5}),
        ("Testgrad Times", {"Articles": 2, "Relayed": 3}),
        ("office/premier-of-arland", {"Holders": 2, "Evidence": 1}),
        ("report/a3/4", {"Evidence": 1}),
    ],
)
def test_sections_fit_the_class(thing: str, expected: dict[str, int]) -> None:
    assert sections(dossier(store(), thing)) == expected


def test_every_shown_row_has_its_article() -> None:
    for thing in EVERY_KIND:
        for section in dossier(store(), thing).sections:
            names = [column.name for column in section.result.columns]
            # rows that no single article proves, or that public data tells
            if section.result.query.name in ("people", "careers", "holders"):
                continue
            assert all(row[names.index("article")] for row in section.result.rows), thing


def test_unknown_thing_is_a_wrong_call() -> None:
    with pytest.raises(CallError):
        dossier(Store(), "Ana Vell")


def test_text_keeps_to_the_width_and_shows_what_would_steer_a_terminal() -> None:
    lines = list(dossier_lines(dossier(store(), "article/a3"), BASE, 60))
    assert max(map(len, lines)) <= 60
    assert "\\u202emusic[/b]" in "\n".join(lines)
    assert "\u202e" not in "\n".join(lines)

"""`kcgraph evaluate` on a small gold file and articles of our own: each figure can be counted by hand."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from builds import kcgraph, record, write_records
from click.testing import CliRunner

from kcgraph.cli.evaluate import evaluate

MET = "Hong Song Il met Batbold Tumur in Vientiane on May 3, 2012."
SAID = "Batbold Tumur said that the harvest would be good."
ARTICLES = [
    record("met", f"{MET} {SAID}", date="2012-05-09"),
    record("visit", "Ri Song Chon visited Nakhodka in May 2011.", date="2012-05-09"),
]


def person(name: str, role: str) -> dict[str, str]:
    return {"name": name, "kind": "person", "role": role}


def article(identifier: str, **found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": identifier, "events": [], "statements": [], "treaties": [], "persons": [], **found}


MEETING = {
    "type": "meeting",
    "status": "occurred",
    "date": "2012-05-03",
    "place": "Vientiane",
    "participants": [person("Hong Song Il", "participant"), person("Batbold Tumur", "participant")],
    "evidence": MET,
}
VISIT = {
    "type": "visit",
    "status": "occurred",
    "date": "2011-05",
    "place": "Nakhodka",
    "participants": [person("Ri Song Chon", "visitor")],
    "evidence": "Ri Song Chon visited Nakhodka in May 2011",
}
GOLD = [
    article(
        "met",
        events=[MEETING],
        statements=[{"speaker": "Batbold Tumur", "evidence": SAID}],
        persons=[{"name": name, "offices": [], "country": None} for name in ("Hong Song Il", "Batbold Tumur")],
    ),
    article("visit", events=[VISIT], persons=[{"name": "Ri Song Chon", "offices": [], "country": None}]),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("evaluated")
    done = kcgraph("build", write_records(where / "a.jsonl", ARTICLES), "--store", where / "db", "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return where / "db"


def scored(store: Path, folder: Path, gold: list[dict[str, Any]], *options: str) -> dict[str, Any]:
    path = folder / "gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    done = CliRunner().invoke(evaluate, [str(path), str(store), "--json", *options])
    assert done.exit_code == 0, done.exception
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def counts(figures: dict[str, Any]) -> tuple[int, int, int]:
    return figures["right"], figures["extra"], figures["missed"]


def test_all_that_is_right_scores_one(store: Path, tmp_path: Path) -> None:
    scores = scored(store, tmp_path, GOLD)
    assert (scores["articles"], scores["absent"], scores["texts"]) == (2, 0, 2)
    assert {name: counts(scores[name]) for name in ("event", "strict", "met", "person", "statement")} == {
        "event": (2, 0, 0),
        "strict": (2, 0, 0),
        "met": (1, 0, 0),
        "person": (3, 0, 0),
        "statement": (1, 0, 0),
    }
    assert scores["event"]["f1"] == 1.0
    assert scores["evidence"]["right"] == scores["evidence"]["of"] > 0
    assert {name: counts(one) for name, one in scores["classes"].items()} == {"Meeting": (1, 0, 0), "Visit": (1, 0, 0)}


def test_what_nobody_read_there_is_extra_and_what_the_store_lacks_is_missed(store: Path, tmp_path: Path) -> None:
    gold = deepcopy(GOLD)
    gold[1]["events"] = [{**VISIT, "type": "gift", "participants": [person("Kang Ryong Il", "sender")]}]
    scores = scored(store, tmp_path, gold)
    assert counts(scores["event"]) == (1, 1, 1)
    assert (scores["event"]["precision"], scores["event"]["recall"]) == (0.5, 0.5)
    assert counts(scores["classes"]["Gift"]) == (0, 0, 1)
    assert counts(scores["classes"]["Visit"]) == (0, 1, 0)


@pytest.mark.parametrize(("field", "value", "measure"), [("date", "2012-05", "date"), ("place", "Ulan Bator", "place")])
def test_a_wrong_detail_lowers_its_own_measure(
    store: Path, tmp_path: Path, field: str, value: str, measure: str
) -> None:
    gold = deepcopy(GOLD)
    gold[0]["events"] = [{**MEETING, field: value}]
    scores, right = scored(store, tmp_path, gold), scored(store, tmp_path, GOLD)
    assert counts(scores["event"]) == (2, 0, 0)
    assert scores["accuracy"][measure]["right"] == right["accuracy"][measure]["right"] - 1


def test_an_article_that_is_not_in_the_store_is_absent_and_its_events_missed(store: Path, tmp_path: Path) -> None:
    scores = scored(store, tmp_path, [*GOLD, article("nowhere", events=[VISIT])])
    assert scores["absent"] == 1
    assert counts(scores["event"]) == (2, 0, 1)


def test_every_report_stands_in_the_bin_of_its_confidence(store: Path, tmp_path: Path) -> None:
    bins = scored(store, tmp_path, GOLD)["reliability"]
    assert sum(one["reports"] for one in bins) == sum(one["matched"] for one in bins) == 2
    assert all(one["from"] <= one["promised"] <= one["to"] for one in bins if one["reports"])


def test_the_table_shows_the_measures(store: Path, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    printed = CliRunner().invoke(evaluate, [str(path), "--store", str(store)]).stdout.splitlines()
    assert printed[0] == "2 annotated articles"
    (event,) = (line.split() for line in printed if line.startswith("event  "))
    assert event == ["event", "1.000", "1.000", "1.000", "2", "0", "0"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{}", "is not a JSON list"),
        ("[", "is not JSON"),
        (json.dumps([{"id": "met"}]), "article met has no list in 'events'"),
        (json.dumps([article("met"), article("met")]), "annotated twice"),
        (json.dumps([article("met", events=[{**MEETING, "date": "May"}])]), "article met, events 1 has a wrong date"),
    ],
)
def test_a_gold_file_that_is_wrong_is_told_where(store: Path, tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content, encoding="utf-8")
    done = kcgraph("evaluate", path, "--store", store)
    assert (done.returncode, done.stdout) == (1, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_store_given_twice_is_a_wrong_call(store: Path, tmp_path: Path) -> None:
    done = kcgraph("evaluate", tmp_path / "gold.json", store, "--store", store)
    assert done.returncode == 2
    assert "given twice" in done.stderr

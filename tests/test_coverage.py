"""`kcgraph coverage`: what articles written for this test tell that no report covers."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from builds import kcgraph, record, write_records
from click.testing import CliRunner

from kcgraph.cli.coverage import coverage

COVERED = record("covered", "Hong Song Il met Batbold Tumur in Vientiane on May 3. They praised the Tundra Accordion.")
ARTICLES = [
    COVERED,
    record(
        "missed",
        "The weather was fine. Nobody would ever visit the place if it were not for the Tundra Accordion. "
        "The Tundra Accordion is old.",
        title="Friendly Visit Ahead",
    ),
    record("quiet", "The weather was fine.", title="Grey Skies"),
    record("empty", "A ceremony took place in Vientiane on May 3."),
    record("foreign", "Der Minister traf am Montag seinen Kollegen und sprach mit ihm über das Wetter und die Ernte."),
]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_records(tmp_path_factory.mktemp("coverage") / "articles.jsonl", ARTICLES)


def printed(*arguments: str | Path) -> str:
    done = CliRunner().invoke(coverage, [*map(str, arguments), "--jobs", "1"])
    assert done.exit_code == 0, done.exception
    return done.stdout


def surveyed(*arguments: str | Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(printed(*arguments, "--json"))
    return found


def test_a_trigger_in_a_sentence_without_report_is_counted_with_its_example(articles: Path) -> None:
    (row,) = (row for row in surveyed(articles)["triggers"] if row["trigger"] == "visit")
    assert (row["kind"], row["sentences"], row["without"], row["share"]) == ("verb", 1, 1, 1.0)
    (example,) = row["examples"]
    assert example["article"] == "missed"
    assert example["words"].startswith("Nobody would ever visit")


def test_a_trigger_that_made_a_report_is_no_gap(articles: Path) -> None:
    assert all(row["trigger"] != "meet" for row in surveyed(articles)["triggers"])


def test_an_article_without_event_counts_when_its_headline_has_a_trigger(articles: Path) -> None:
    found = surveyed(articles)
    assert found["silent_articles"] == 1
    (row,) = found["silent"]
    assert (row["article"], row["triggers"]) == ("missed", "visit")
    assert row["examples"] == [{"article": "missed", "words": "Friendly Visit Ahead"}]


def test_capitalized_sequences_count_unless_a_mention_covers_them(articles: Path) -> None:
    rows = {row["sequence"]: row for row in surveyed(articles)["names"]}
    assert rows["Tundra Accordion"]["times"] == 3
    assert [example["article"] for example in rows["Tundra Accordion"]["examples"]] == ["covered", "missed"]
    assert rows.keys().isdisjoint({"Hong Song Il", "Batbold Tumur", "Vientiane", "May", "The", "Nobody", "They"})


def test_events_without_participant_are_told_by_class_and_pattern(articles: Path) -> None:
    (row,) = surveyed(articles)["events"]
    assert (row["class"], row["reports"], row["without"]) == ("Ceremony", 1, 1)
    assert row["pattern"].startswith("ceremony-")
    assert row["examples"][0]["article"] == "empty"


def test_totals_count_every_article_once(articles: Path, tmp_path: Path) -> None:
    again = write_records(tmp_path / "again.jsonl", [COVERED])
    found = surveyed(articles, again)
    assert (found["articles"], found["reports"], found["rejects"]) == (5, 2, 0)


def test_limit_and_examples_bound_what_is_shown_and_not_what_is_counted(articles: Path) -> None:
    whole, bounded = surveyed(articles), surveyed(articles, "--limit", "1", "--examples", "0")
    assert bounded["names"] == [{**whole["names"][0], "examples": []}]
    assert bounded["silent_articles"] == whole["silent_articles"]
    assert [row["trigger"] for row in bounded["triggers"]] == [row["trigger"] for row in whole["triggers"][:1]]


def test_csv_has_every_row_of_every_table(articles: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(printed(articles, "--format", "csv"))))
    found = surveyed(articles)
    for table in ("triggers", "silent", "names", "events"):
        assert len([row for row in rows if row["table"] == table]) == len(found[table])
    (name,) = (row for row in rows if row["name"] == "Tundra Accordion")
    assert (name["missed"], name["articles"]) == ("3", "covered; missed")


def test_the_table_shows_titles_rows_and_examples(articles: Path) -> None:
    lines = printed(articles).splitlines()
    assert lines[0] == f"5 articles, {surveyed(articles)['sentences']} sentences, 2 reports"
    assert "  visit    verb  1          1        1.00" in [line.rstrip() for line in lines]
    assert "      Friendly Visit Ahead" in lines
    assert "      [covered, missed]" in lines


def test_the_number_of_jobs_changes_nothing(tmp_path: Path) -> None:
    many = [{**one, "id": f"{one['id']}-{number}"} for number in range(25) for one in ARTICLES]
    path = write_records(tmp_path / "many.jsonl", many)
    one, two = (kcgraph("coverage", path, "--json", "--jobs", jobs) for jobs in ("1", "2"))
    assert one.returncode == 0, one.stderr
    assert one.stdout == two.stdout


def test_what_can_not_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    path = write_records(tmp_path / "a.jsonl", [COVERED])
    with path.open("a", encoding="utf-8") as file:
        file.write("no record\n")
    done = kcgraph("coverage", path, "--json")
    assert (done.returncode, json.loads(done.stdout)["rejects"]) == (0, 1)
    assert "1 could not be read" in done.stderr


def test_without_a_readable_article_the_data_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("no record\n", encoding="utf-8")
    assert kcgraph("coverage", path).returncode == 1
    missing = kcgraph("coverage", tmp_path / "absent.jsonl")
    assert (missing.returncode, missing.stdout) == (2, "")

"""`kcgraph explain`: how a report was read, told by the words of articles written for this test."""

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builds import kcgraph, record, write_records
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.cli.explain import explain as command
from kcgraph.errors import CallError
from kcgraph.explain import named_report
from kcgraph.resources import folder
from kcgraph.vocab import BASE, Minter

ARTICLES = [
    record(
        "visit",
        "Pyongyang, May 9 (KCNA) -- Hong Song Il met the delegation of the Steppe Friendship Union led by Batbold "
        "Tumur here on Tuesday. Han Chol Jin handed him a letter. Present there were Ri Song Chon and Kang Ryong Il.",
        date="2012-05-09",
        source="kcna.co.jp",
    ),
    record(
        "talks",
        "Russian President Vladimir Putin and Kim Jong Un held talks in Vladivostok on April 25, 2019. "
        "The next day the two leaders visited Nakhodka.",
        date="2019-04-27",
    ),
    record("odd id/1", "Batbold Tumur visited Vientiane in May 2011.", date="2012-05-09"),
]

Explain = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store, and the file that it was built from."""
    where = tmp_path_factory.mktemp("explained")
    articles, store = write_records(where / "articles.jsonl", ARTICLES), where / "kcgraph.db"
    done = kcgraph("build", articles, "--store", store, "--jobs", "1")
    assert done.returncode == 0, done.stderr
    return store, articles


@pytest.fixture(scope="module")
def explain(built: tuple[Path, Path]) -> Explain:
    def explained(report: str) -> dict[str, Any]:
        done = CliRunner().invoke(command, [report, "--store", str(built[0]), "--json"])
        assert done.exit_code == 0, done.exception
        found: dict[str, Any] = json.loads(done.stdout)
        return found

    return explained


def how(account: dict[str, Any], name: str) -> str:
    """How a participant was found."""
    (found,) = (part["how"] for part in account["participants"] if part["value"] == name)
    return str(found)


def test_a_weekday_is_counted_from_the_day_of_publication(explain: Explain) -> None:
    date = explain("report/visit/1")["date"]
    assert date == {
        "value": "2012-05-08",
        "how": "'on Tuesday' counted from 2012-05-09, the day of publication (sentence 1)",
    }


def test_a_printed_date_is_counted_from_nothing(explain: Explain) -> None:
    assert explain("report/talks/1")["date"] == {
        "value": "2019-04-25",
        "how": "'on April 25, 2019' as printed (sentence 1)",
    }


def test_the_next_day_is_counted_from_the_day_named_before(explain: Explain) -> None:
    assert "'The next day' counted from the day named before it" in explain("report/talks/2")["date"]["how"]


def test_here_is_the_place_of_the_dateline(explain: Explain) -> None:
    place = explain("report/visit/1")["place"]
    assert place["value"] == "Pyongyang"
    assert "'here' = Pyongyang" in place["how"]


def test_participants_are_told_by_their_place_in_the_sentence(explain: Explain) -> None:
    account = explain("report/visit/1")
    assert how(account, "Hong Song Il").startswith("'Hong Song Il': subject of 'met' (sentence 1)")
    assert how(account, "Batbold Tumur").startswith("'Batbold Tumur': heads what is object of 'met' (sentence 1)")
    assert "from the list of those present (sentence 3)" in how(account, "Ri Song Chon")


def test_a_pronoun_is_told_with_whom_it_stands_for(explain: Explain) -> None:
    assert "'him' stands for Hong Song Il" in how(explain("report/visit/2"), "Hong Song Il")


def test_an_inherited_date_is_told_as_such(explain: Explain) -> None:
    date = explain("report/visit/2")["date"]
    assert date["value"] == "2012-05-08"
    assert date["how"].startswith("that of the Meeting in sentence 1, as of one occasion: 'on Tuesday'")


def test_host_and_guest_by_whose_country_it_was(explain: Explain) -> None:
    account = explain("report/talks/1")
    assert "from the list that is subject of 'held' (organise), which carries 'talks'" in how(account, "Kim Jong Un")
    assert "guest, since the meeting was in Russia" in how(account, "Kim Jong Un")
    assert "host, since the meeting was in Russia" in how(account, "Vladimir Putin")


def test_mentions_and_trigger_are_marked(explain: Explain) -> None:
    marked = explain("report/talks/1")["tellings"][0]["marked"]
    assert "[Kim Jong Un: person] *held* *talks* in [Vladivostok: place]" in marked


def test_the_pattern_stands_where_it_is_said_to_stand(explain: Explain) -> None:
    for name in ("report/visit/1", "report/visit/2", "report/talks/1", "report/talks/2"):
        pattern = explain(name)["pattern"]
        path = folder("seeds").parent / pattern["file"]
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[pattern["line"] - 1] == f'id = "{pattern["id"]}"'
        (row,) = (row for row in tomllib.loads("\n".join(lines))["pattern"] if row["id"] == pattern["id"])
        assert pattern["fields"] == {key: value for key, value in row.items() if key not in ("id", "example")}


def test_the_weights_make_the_confidence(explain: Explain) -> None:
    account = explain("report/talks/1")
    odds = sum(sign["weight"] for sign in account["signs"])
    assert account["signs"][0]["sign"] == "base"
    assert account["confidence"] == pytest.approx(1 / (1 + 2.718281828**-odds), abs=0.006)


def test_every_name_of_a_report_means_the_same(explain: Explain) -> None:
    names = ("report/odd%20id%2F1/1", "article/odd id/1/report/1", f"{BASE}report/odd%20id%2F1/1")
    first, *others = (explain(name) for name in names)
    assert first["place"]["value"] == "Vientiane"
    assert all(other == first for other in others)


def test_text_shows_what_json_tells(built: tuple[Path, Path], explain: Explain) -> None:
    account = explain("report/visit/1")
    printed = kcgraph("explain", "report/visit/1", "--store", built[0]).stdout
    for finding in (account["date"], account["place"], *account["participants"]):
        assert finding["value"] in printed
        assert finding["how"] in printed
    for sign in account["signs"]:
        assert f"{sign['weight']:+6.2f}  {sign['sign']}" in printed
    assert f"pattern {account['pattern']['id']}  ({account['pattern']['file']}" in printed


def test_it_is_deterministic(built: tuple[Path, Path]) -> None:
    first, second = (kcgraph("explain", "report/talks/1", "--store", built[0]).stdout for _ in range(2))
    assert first == second != ""


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("report/visit/99", "article visit has 2 reports, so that there is no report 99"),
        ("report/nobody/1", "article nobody is not in the store"),
        ("person/kim-jong-un", "'person/kim-jong-un' names no report"),
    ],
)
def test_what_is_no_report_is_refused(built: tuple[Path, Path], name: str, message: str) -> None:
    done = kcgraph("explain", name, "--store", built[0])
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_the_text_it_says_so_and_takes_another_place(tmp_path: Path) -> None:
    articles, store = write_records(tmp_path / "a.jsonl", ARTICLES[1:2]), tmp_path / "db"
    kcgraph("build", articles, "--store", store, "--jobs", "1")
    moved = articles.rename(tmp_path / "b.jsonl")
    lost = kcgraph("explain", "report/talks/1", "--store", store)
    assert lost.returncode == 1
    assert "the text of article talks is not in what the store was built from" in lost.stderr
    assert kcgraph("explain", "report/talks/1", "--store", store, "--articles", moved).returncode == 0
    write_records(moved, [{**ARTICLES[1], "text": "Another text."}])
    changed = kcgraph("explain", "report/talks/1", "--store", store, "--articles", moved)
    assert changed.returncode == 1
    assert "has changed since" in changed.stderr


@given(st.text(min_size=1).filter(lambda text: text not in (".", "..") and text.isprintable()), st.integers(1, 9999))
def test_minted_names_are_read_back(identifier: str, number: int) -> None:
    named = named_report(Minter().report(identifier, number).value, BASE)
    assert (named.article, named.number) == (identifier, number)


@given(st.text())
def test_any_other_text_is_refused_or_read(text: str) -> None:
    try:
        assert named_report(text, BASE).number > 0
    except CallError as error:
        assert "names no report" in str(error)

"""What each measure of `kcgraph evaluate` asks for, on articles that read "X met Y." and nothing else."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from builds import install_extractor, kcgraph, record, write_records
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.evaluate import FoundArticle, GoldArticle, Scores, evaluate
from kcgraph.evaluate.found import FoundAgent, FoundEvent, Quote
from kcgraph.evaluate.gold import GoldEvent, GoldParticipant
from kcgraph.model import Span

ARTICLES = [
    record("right", "A story. Anna met Boris.", source="kcna.co.jp"),
    record("late", "A story. Carla met Denis.", source="kcna.co.jp"),
    record("extra", "A story. Edgar met Flora.", source="yonhap"),
    record("missed", "Gustav wrote to Helga on Friday.", source="yonhap"),
]


def participants(role: str, *names: str) -> list[dict[str, str]]:
    return [{"name": name, "kind": "person", "role": role} for name in names]


def annotated(identifier: str, *events: dict[str, Any], persons: Sequence[str] = ()) -> dict[str, Any]:
    named = [{"name": name, "offices": [], "country": None} for name in persons]
    return {"id": identifier, "events": list(events), "statements": [], "treaties": [], "persons": named}


def event(kind: str, date: str | None, people: list[dict[str, str]], evidence: str | list[int]) -> dict[str, Any]:
    return {
        "type": kind, "status": "occurred", "date": date, "place": None, "participants": people, "evidence": evidence
    }  # fmt: skip


GOLD = [
    annotated(
        "right",
        event(
            "meeting", "2025-03-21", [*participants("host", "Anna"), *participants("guest", "Boris")], "Anna met Boris"
        ),
        persons=["Anna", "Boris"],
    ),
    annotated("late", event("meeting", "2025-03", participants("participant", "Carla", "Denis"), "Carla met Denis")),
    annotated("extra"),
    annotated(
        "missed",
        event(
            "message", None, [*participants("sender", "Gustav"), *participants("recipient", "Helga")], "Gustav wrote"
        ),
    ),
]


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_extractor(tmp_path_factory.mktemp("plugin"))


@pytest.fixture
def store(tmp_path: Path, plugin: Path) -> Path:
    """A store of the articles, built from `articles.jsonl` beside it."""
    path = write_records(tmp_path / "articles.jsonl", ARTICLES)
    done = kcgraph("build", path, "--extractor", "test", "--store", tmp_path / "db", plugin=plugin)
    assert done.returncode == 0, done.stderr
    return tmp_path / "db"


def write_gold(store: Path, gold: object) -> Path:
    path = store.parent / "gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    return path


def scores(store: Path, gold: object, *arguments: str | Path) -> dict[str, Any]:
    done = kcgraph("evaluate", write_gold(store, gold), store, "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def row(count: dict[str, Any]) -> tuple[int, int, int]:
    return count["right"], count["extra"], count["missed"]


def with_spans(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same annotations with every quote as the place where it stands."""
    texts = {article["id"]: article["text"] for article in ARTICLES}
    found = json.loads(json.dumps(gold))
    for article in found:
        for one in article["events"]:
            start = texts[article["id"]].index(one["evidence"])
            one["evidence"] = [start, start + len(one["evidence"])]
    return list(found)


def test_what_is_right_what_is_extra_and_what_is_missed(store: Path) -> None:
    found = scores(store, GOLD)
    assert (found["articles"], found["absent"], found["texts"]) == (4, 0, 4)
    assert row(found["event"]) == (2, 1, 1)
    assert row(found["strict"]) == (1, 2, 2), "March 21 is compatible with March, and not the same date"
    assert row(found["met"]) == (1, 2, 1)
    assert row(found["sent"]) == (0, 0, 1)
    assert row(found["person"]) == (2, 4, 0)
    assert found["event"]["f1"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["accuracy"]["date"] == {"right": 1, "of": 2, "share": 0.5}
    assert found["accuracy"]["role"] == {"right": 4, "of": 4, "share": 1.0}, "hosts and participants are exchangeable"
    assert found["evidence"] == {"right": 3, "of": 3, "share": 1.0}


def test_figures_by_class_and_by_outlet(store: Path) -> None:
    found = scores(store, GOLD)
    assert {name: row(count) for name, count in found["classes"].items()} == {
        "Meeting": (2, 1, 0),
        "Message": (0, 0, 1),
    }
    assert {name: row(count) for name, count in found["outlets"].items()} == {"kcna": (2, 0, 0), "yonhap": (0, 1, 1)}


def test_evidence_as_spans_is_as_good_as_quotes(store: Path) -> None:
    assert scores(store, with_spans(GOLD)) == scores(store, GOLD)


def test_a_span_elsewhere_is_no_evidence(store: Path) -> None:
    """With neither the words nor half of the participants, an event is another one."""
    here, elsewhere = (
        [annotated("right", event("meeting", None, participants("host", "Anna", "Zeno", "Yves"), span))]
        for span in ([9, 12], [0, 8])
    )
    assert row(scores(store, here)["event"]) == (1, 0, 0)
    assert row(scores(store, elsewhere)["event"]) == (0, 1, 1)


def test_texts_that_are_gone_are_told_and_may_be_given(store: Path) -> None:
    before = scores(store, GOLD)
    moved = store.parent / "moved.jsonl"
    (store.parent / "articles.jsonl").rename(moved)
    without = scores(store, GOLD)
    assert without["texts"] == 0
    assert without["evidence"] == {"right": 0, "of": 0, "share": None}
    assert without["event"] == before["event"]
    assert scores(store, GOLD, "--articles", moved) == before
    assert "text of 4 is not at hand (give --articles)" in kcgraph("evaluate", write_gold(store, GOLD), store).stdout


def test_a_text_that_has_changed_since_is_not_taken(store: Path) -> None:
    write_records(store.parent / "articles.jsonl", [{**ARTICLES[0], "text": "Anna met Boris."}, *ARTICLES[1:]])
    assert scores(store, GOLD)["texts"] == 3


def test_an_article_that_is_not_in_the_store_counts_as_empty(store: Path) -> None:
    gold = [annotated("nowhere", event("visit", "2025", participants("visitor", "Ida"), "Ida left"), persons=["Ida"])]
    found = scores(store, gold)
    assert (found["articles"], found["absent"]) == (1, 1)
    assert row(found["event"]) == row(found["person"]) == (0, 0, 1)
    assert (
        "1 annotated articles, 1 of them not in the store" in kcgraph("evaluate", write_gold(store, gold), store).stdout
    )


def test_the_table_says_what_the_json_says(store: Path) -> None:
    done = kcgraph("evaluate", write_gold(store, GOLD), "--store", store)
    assert done.returncode == 0 and done.stderr == ""
    cells = [line.split() for line in done.stdout.splitlines()]
    assert ["event", "0.667", "0.667", "0.667", "2", "1", "1"] in cells
    assert ["Meeting", "0.667", "1.000", "0.800", "2", "1", "0"] in cells
    assert ["date", "1", "2", "0.500"] in cells


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        ({"id": "a"}, "gold.json is not a JSON list"),
        (["a"], "gold.json: article 1 is not an object"),
        ([{"events": []}], "gold.json: article 1 has no text in 'id'"),
        ([{"id": "a"}], "gold.json: article a has no list in 'events'"),
        ([annotated("a"), annotated("a")], "article a is annotated twice"),
        ([annotated("a", event("picnic", None, [], "b"))], "article a, events 1 has type 'picnic', not one of meeting"),
        ([annotated("a", event("visit", "May 3", [], "b"))], "article a, events 1 has a wrong date: 'May 3'"),
        ([annotated("a", event("visit", "2025-02-30", [], "b"))], "article a, events 1 has a wrong date"),
        ([annotated("a", event("visit", None, [], ""))], "article a, events 1 has no text in 'evidence'"),
        (
            [annotated("a", event("visit", None, [], [5, 5]))],
            "article a, events 1 has evidence [5, 5], not [start, end]",
        ),
        (
            [annotated("a", event("visit", None, [], "b"), event("visit", None, [{"name": "b", "kind": "dog"}], "b"))],
            "article a, events 2, participants 1 has kind 'dog', not one of person, group",
        ),
    ],
)
def test_a_wrong_annotation_is_told_with_its_place(store: Path, gold: object, told: str) -> None:
    done = kcgraph("evaluate", write_gold(store, gold), store)
    assert (done.returncode, done.stdout) == (1, "")
    assert told in done.stderr and done.stderr.count("\n") == 1


def test_a_file_that_is_no_json_and_one_that_is_not_there(store: Path) -> None:
    path = store.parent / "gold.json"
    path.write_text("[{", encoding="utf-8")
    broken, absent = kcgraph("evaluate", path, store), kcgraph("evaluate", store / "none.json", store)
    assert broken.returncode == 1 and "is not JSON" in broken.stderr
    assert absent.returncode == 2 and "none.json does not exist" in absent.stderr


# ---- the measures themselves

NAMES = st.sampled_from(["Anna Berg", "Boris Cole", "Carla Dunn", "Denis Esk"])
DATES = st.sampled_from([None, "2025", "2025-03", "2025-03-21", "2025-03-20/2025-03-22"])
SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 40), st.integers(1, 20))
GOLD_EVENTS = st.builds(
    GoldEvent,
    st.sampled_from(["Meeting", "Visit", "Gift"]),
    st.sampled_from(["Occurred", "Planned"]),
    DATES,
    st.none(),
    st.lists(
        st.builds(GoldParticipant, NAMES, st.just(True), st.sampled_from(["Host", "Guest", "Sender", "Recipient"])),
        max_size=3,
        unique_by=lambda one: one.name,
    ).map(tuple),
    SPANS,
)


def reported(gold: GoldEvent, confidence: float | None = 0.9) -> FoundEvent:
    """The report that says all that was annotated."""
    assert isinstance(gold.evidence, Span)
    agents = (FoundAgent(True, frozenset([one.name]), frozenset([one.role])) for one in gold.participants)
    quote = Quote("words", gold.evidence.start, gold.evidence.end)
    return FoundEvent("r", gold.event_class, gold.status, gold.date, frozenset(), tuple(agents), (quote,), confidence)


def measured(gold: Sequence[GoldEvent], found: Sequence[FoundEvent]) -> Scores:
    article = GoldArticle("a", tuple(gold), (), (), ())
    return evaluate([article], lambda _: FoundArticle(True, "kcna", tuple(found)))


@given(st.lists(GOLD_EVENTS, max_size=5))
def test_a_store_that_says_what_was_annotated_misses_nothing(gold: list[GoldEvent]) -> None:
    found = measured(gold, [reported(one) for one in gold])
    for name in ("event", "met", "sent"):
        assert (found.measures[name].extra, found.measures[name].missed) == (0, 0), name


@given(st.lists(GOLD_EVENTS, max_size=5), st.lists(GOLD_EVENTS, max_size=5))
def test_everything_found_and_everything_annotated_is_counted_once(
    gold: list[GoldEvent], others: list[GoldEvent]
) -> None:
    found = measured(gold, [reported(one) for one in others])
    event = found.measures["event"]
    assert event.right + event.missed == len(gold) and event.right + event.extra == len(others)
    assert found.measures["strict"].right <= event.right
    for counts in (found.classes, found.outlets):
        assert sum(count.right for count in counts.values()) == event.right
        assert sum(count.extra for count in counts.values()) == event.extra
        assert sum(count.missed for count in counts.values()) == event.missed
    assert sum(one.reports for one in found.reliability) == len(others)
    assert sum(one.matched for one in found.reliability) == event.right


def test_strict_asks_for_the_same_status_date_and_persons() -> None:
    company = tuple(GoldParticipant(name, True, "Participant") for name in ("Anna Berg", "Boris Cole"))
    gold = GoldEvent("Meeting", "Occurred", "2025-03-21", None, company, Span(0, 9))
    same = reported(gold)
    stranger = FoundAgent(True, frozenset(["Carla Dunn"]), frozenset(["Participant"]))
    differing = [
        replace(same, status="Planned"),
        replace(same, date="2025-03"),
        replace(same, participants=(*same.participants, stranger)),
        replace(same, participants=(same.participants[0], stranger)),
    ]
    assert measured([gold], [same]).measures["strict"].right == 1
    for report in differing:
        found = measured([gold], [report]).measures
        assert (found["event"].right, found["strict"].right) == (1, 0), report


def test_confidence_is_held_against_what_was_matched() -> None:
    gold = [
        GoldEvent(
            "Meeting", "Occurred", f"2025-03-{day}", None, (GoldParticipant("Anna Berg", True, "Host"),), Span(0, 9)
        )
        for day in ("01", "02")
    ]
    wrong = [
        FoundEvent("r", "Visit", "Occurred", None, frozenset(), (), (), confidence)
        for confidence in (0.3, 0.5, 0.95, None)
    ]
    found = measured(gold, [reported(gold[0], 1.0), reported(gold[1], 0.59), *wrong])
    table = {one.start: (one.reports, one.matched, one.mean_confidence) for one in found.reliability}
    assert table[0.0] == (1, 0, 0.3)
    assert table[0.5] == (2, 1, pytest.approx(0.545))
    assert table[0.6] == table[0.7] == table[0.8] == (0, 0, None)
    assert table[0.9] == (2, 1, pytest.approx(0.975))

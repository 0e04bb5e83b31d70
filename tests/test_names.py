"""Names of people compared: a golden table, properties of every comparison, and the open benchmark."""

import csv
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.evaluate.pairs import Judged, PairScore, score_pairs
from kcgraph.names import Sameness, compare, name_keys
from kcgraph.names.characters import characters
from kcgraph.names.korean_tables import korean
from kcgraph.namesakes import namesakes

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden" / "names" / "comparisons.csv"
BENCHMARK = ROOT / "seeds" / "evaluation" / "names.csv"
SHARED = ROOT.parent / "shared" / "reference" / "people.csv"

YES, NO, UNSURE = Sameness.YES, Sameness.NO, Sameness.UNSURE

# The same two men in every spelling that the press of some country, or a library, has used.
IL = (
    "Kim Jong Il",
    "Kim Jong-il",
    "KIM JONG IL",
    "Kim Chong-il",
    "Kim Chŏng-il",
    "Kim Cho'ng-il",
    "Gim Jeong-il",
    "Kim Jung-il",
    "Kim Jeong-il",
    "Kim Jongil",
    "Jong-il Kim",
    "Kim, Jong Il",
    "KimJongIl",
    "김정일",
    "金正日",
    "Ким Чен Ир",
    "Ким Чжон Иль",
)
UN = (
    "Kim Jong Un",
    "Kim Jong-un",
    "KIM JONG UN",
    "Kim Chong-un",
    "Kim Chŏng-ŭn",
    "Kim Cho'ng-u'n",
    "Gim Jeong-eun",
    "Kim Jung-eun",
    "Kim Jeong-eun",
    "Kim Jongun",
    "Jong-un Kim",
    "Kim, Jong Un",
    "KimJongUn",
    "김정은",
    "金正恩",
    "Ким Чен Ын",
    "Ким Чжон Ын",
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows(GOLDEN), ids=lambda row: f"{row['first']} = {row['second']}")
def test_golden(row: dict[str, str]) -> None:
    found = compare(row["first"], row["second"])
    assert (found.same.value, found.reason) == (row["same"], row["reason"])


def test_il_is_never_un() -> None:
    for one in IL:
        for other in UN:
            assert compare(one, other).same is NO, (one, other, compare(one, other))


@pytest.mark.parametrize("spellings", [IL, UN])
def test_one_man_is_one_in_every_spelling(spellings: tuple[str, ...]) -> None:
    for one, other in combinations(spellings, 2):
        assert compare(one, other).same is YES, (one, other, compare(one, other))


benchmark_names = sorted({row[side] for row in rows(BENCHMARK) for side in ("first", "second")})
names = st.sampled_from(benchmark_names)
words = st.text("aeioujkrnmgxyhKJRNV'-. ,정은리용金正日Ким", max_size=14)


@given(st.one_of(names, words), st.one_of(names, words))
def test_order_does_not_matter_and_what_is_one_shares_a_key(first: str, second: str) -> None:
    found = compare(first, second)
    assert compare(second, first).same is found.same
    assert found.reason
    if found.same is YES:
        assert name_keys(first) & name_keys(second)


@given(st.one_of(names, words))
def test_a_name_is_itself(name: str) -> None:
    is_name = bool(name_keys(name))
    assert compare(name, name).same is (YES if is_name else UNSURE)


def test_pairs_of_the_benchmark_share_keys_in_every_combination() -> None:
    for first, second in combinations(benchmark_names, 2):
        if not name_keys(first) & name_keys(second):
            assert compare(first, second).same is not YES, (first, second)


def _spelled(system: str, syllables: str, joint: str) -> list[str]:
    """The spellings of a given name in one system, made from its tables."""
    tables = korean().systems[system]
    heads = [spelling for spelling, found in tables.first.items() if syllables[0] in found]
    if len(syllables) == 1:
        return heads
    tails = [spelling for spelling, found in tables.inner.items() if syllables[1] in found]
    return [f"{head}{joint}{tail}" for head in heads for tail in tails]


usual = sorted(korean().usual)
syllables = st.lists(st.sampled_from(usual), min_size=2, max_size=2).map("".join)
systems = st.sampled_from(["mr", "mr_plain", "rr", "press"])


@given(st.sampled_from("김박최강한오황"), syllables, systems, st.data())
def test_a_spelling_made_from_hangul_is_the_name_in_hangul(
    surname: str, given_name: str, system: str, data: st.DataObject
) -> None:
    family = data.draw(st.sampled_from(sorted(spelling for spelling, one in korean().north.items() if surname in one)))
    spelled = data.draw(st.sampled_from(_spelled(system, given_name, "-")))
    name = f"{family.title()} {spelled.capitalize()}"
    found = compare(name, surname + given_name)
    assert found.same is YES, (name, found)
    assert name_keys(name) & name_keys(surname + given_name)


@given(st.sampled_from("김박최강한오황"), syllables, syllables, st.data())
def test_names_in_dprk_spelling_are_one_only_when_a_reading_is_common(
    surname: str, one: str, other: str, data: st.DataObject
) -> None:
    family = data.draw(st.sampled_from(sorted(spelling for spelling, of in korean().north.items() if surname in of)))
    first, second = (
        f"{family.title()} {data.draw(st.sampled_from(_spelled('dprk', given_name, ' '))).title()}"
        for given_name in (one, other)
    )
    tables = korean().systems["dprk"]
    parts = zip(first.lower().split()[1:], second.lower().split()[1:], (tables.first, tables.inner), strict=True)
    if any(not spellings[a] & spellings[b] for a, b, spellings in parts):
        assert compare(first, second).same is not YES, (first, second, compare(first, second))


def test_every_hanja_reading_is_a_syllable_of_the_tables() -> None:
    known = korean().classes
    assert all(reading in known for entry in characters().values() for reading in entry.korean)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", ""),
        ("", "Kim Jong Un"),
        ("   ", "Kim Jong Un"),
        ("12", "12"),
        ("Comrade", "Kim Jong Un"),
        ("the respected Comrade", "Kim Jong Un"),
        ("Kim", "Kim Jong Un"),
        ("Lavrov", "Sergei Lavrov"),
        ("Jong Un", "Kim Jong Un"),
        ("Mr. Kim", "Kim Jong Un"),
        ("Bill Clinton", "William Clinton"),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr."),
        ("Emmanuel Macron", "Emanuel Macrom"),
        ("J. Biden", "Joseph Biden"),
        ("محمد", "Muhammad Ali"),
    ],
)
def test_what_says_too_little_is_unsure(first: str, second: str) -> None:
    assert compare(first, second).same is UNSURE, compare(first, second)


def _scores(people: bool) -> dict[str, PairScore]:
    judged = []
    for row in rows(BENCHMARK):
        found = (namesakes().compare if people else compare)(row["first"], row["second"])
        judged.append(Judged(Sameness(row["same"]), found.same, (row["language"], f"{row['language']} {row['split']}")))
    return {score.group: score for score in score_pairs(judged)}


def test_the_benchmark_is_as_large_and_as_korean_as_it_says() -> None:
    pairs = rows(BENCHMARK)
    assert len(pairs) >= 440
    assert sum(row["language"] == "Korean" for row in pairs) * 2 >= len(pairs)
    assert {row["same"] for row in pairs} == {"yes", "no", "unsure"}
    assert {row["kind"] for row in pairs} == {"same", "close", "namesakes"}
    assert sum(row["split"] == "held" for row in pairs) >= 120
    assert all(row["source"] for row in pairs)
    seen = [frozenset((row["first"], row["second"])) for row in pairs]
    assert len(set(seen)) == len(seen)


def test_the_benchmark_is_kept() -> None:
    scores = _scores(people=True)
    assert scores["all"].wrong == 0
    assert scores["Korean"].f1 >= 0.98
    assert scores["Korean held"].f1 >= 0.98
    assert scores["all"].f1 >= 0.98


def test_no_pair_of_the_benchmark_with_other_names_is_one() -> None:
    for row in rows(BENCHMARK):
        if row["kind"] == "close":
            assert compare(row["first"], row["second"]).same is not YES, row


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Ri Yong Ho", "Lee Yong-ho", UNSURE),
        ("Ли Ён Хо", "Ri Yong Ho", UNSURE),
        ("리용호", "이용호", YES),
        ("리용호", "리영호", NO),
        ("Kim Jong Un", "김정은", YES),
    ],
)
def test_a_name_of_several_people_is_unsure(first: str, second: str, same: Sameness) -> None:
    found = namesakes().compare(first, second)
    assert found.same is same, found
    assert namesakes().compare(second, first).same is same
    assert ("people of public record bear" in found.reason) is (same is UNSURE)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_file(), reason="the shared reference data is not beside this checkout")
def test_names_of_north_koreans_that_wikidata_knows_are_found_in_every_script() -> None:
    spelled: dict[str, set[str]] = {}
    for row in rows(SHARED):
        if row["country"] == "North Korea":
            spelled.setdefault(row["qid"], {row["name"]}).update(filter(None, row["other_names"].split("|")))
    answers = [
        compare(one, other).same
        for several in spelled.values()
        for one, other in combinations(sorted(several), 2)
        if name_keys(one) and name_keys(other) and not (_is_han(one) and _is_han(other))
    ]
    assert len(answers) > 500
    assert answers.count(YES) / len(answers) >= 0.98


def _is_han(name: str) -> bool:
    return all(letter in characters() for letter in name)

"""Offices through time: what follows from offices as printed, and what it is as quads."""

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from extractions import article, identities, span_of
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kcgraph.graph import article_quads
from kcgraph.merge import Tables, canonical_quads
from kcgraph.merge.identities import Identities
from kcgraph.merge.sightings import Sighting
from kcgraph.merge.stints import KnownStints, Stint
from kcgraph.merge.tenures import Tenure, tenures
from kcgraph.merge.wordings import Wordings
from kcgraph.model import (
    Agent,
    AgentKind,
    EventDate,
    EventReport,
    Extraction,
    Judgement,
    OfficeHolding,
    Participation,
    Span,
)
from kcgraph.validate import violations
from kcgraph.vocab import KCG, RDF, XSD, Minter

GOLDEN = tomllib.loads((Path(__file__).parent / "golden" / "tenures.toml").read_text(encoding="utf-8"))["case"]
WORDINGS = Wordings()
MINTER = Minter()
OFFICES = [
    "Foreign Minister", "DPRK Foreign Minister", "vice-minister of Foreign Affairs", "Vice-Minister", "Minister",
    "former minister of Foreign Affairs", "secretary of the C.C., the WPK", "member of the Political Bureau",
    "alternate member of the Political Bureau of the C.C., WPK",
]  # fmt: skip


def computed(found: Iterable[Sighting]) -> list[Tenure]:
    found = list(found)
    return tenures(
        found,
        WORDINGS,
        {seen.holder: "north-korea" for seen in found},
        lambda office: not office.startswith("vice-"),
        {"Mun Dead": date(2031, 6, 30)},
        KnownStints({}),
    )


def sighting(number: int, line: str) -> Sighting:
    day, holder, printed, *named = (part.strip() for part in line.split("|"))
    when = None if day == "..." else date.fromisoformat(day)
    return Sighting(f"office-holding/{number:03}/1", named[0] if named else f"{number:03}", holder, printed, when)


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def shown(found: list[Tenure]) -> list[str]:
    """Each tenure as a line of the golden file."""
    rows = []
    for tenure in found:
        title = tenure.title if tenure.number == 1 else f"{tenure.title} ({tenure.number})"
        seen = f"{tenure.first} .. {tenure.last}" if tenure.first else ""
        bounds = (
            f"{tenure.not_before or ''} .. {tenure.not_after or ''}" if tenure.not_before or tenure.not_after else ""
        )
        after = found[tenure.next].title if tenure.next is not None else ""
        after += "".join(f"! {name}" for name in sorted(tenure.disagrees))
        rows.append(" | ".join((tenure.holder, title, seen, bounds.strip(), after)).strip())
    return rows


@pytest.mark.parametrize("case", GOLDEN, ids=[case["name"] for case in GOLDEN])
def test_career_follows_from_the_sightings(case: dict[str, Any]) -> None:
    found = computed(sighting(number, line) for number, line in enumerate(lines(case["sightings"])))
    assert shown(found) == [line.strip() for line in lines(case["tenures"])]


@st.composite
def careers(draw: st.DrawFn) -> list[Sighting]:
    parts = st.tuples(
        st.dates(date(2031, 1, 1), date(2032, 6, 1)) | st.none(),
        st.sampled_from(["Ri Ok", "Kim Sae", "Mun Dead"]),
        st.sampled_from(OFFICES),
    )
    return [
        Sighting(f"office-holding/{number:03}/1", f"{number:03}", holder, printed, day)
        for number, (day, holder, printed) in enumerate(draw(st.lists(parts, max_size=14)))
    ]


@given(careers())
def test_bounds_hold_what_was_seen(seen: list[Sighting]) -> None:
    for tenure in computed(seen):
        days = [tenure.not_before, tenure.first, tenure.last, tenure.not_after]
        known = [day for day in days if day is not None]
        assert known == sorted(known)
        assert (tenure.first is None) == (tenure.last is None)
        if len(tenure.held) == 1:
            assert tenure.first == tenure.last
            assert tenure.not_before is None


@given(careers())
def test_no_sighting_is_lost_or_told_twice(seen: list[Sighting]) -> None:
    told = sorted(found.holding for tenure in computed(seen) for found in (*tenure.held, *tenure.past))
    assert told == sorted(found.holding for found in seen)


@given(careers(), st.randoms())
def test_the_order_of_articles_never_matters(seen: list[Sighting], random: Any) -> None:
    shuffled = list(seen)
    random.shuffle(shuffled)
    assert computed(shuffled) == computed(seen)


@given(careers())
@settings(max_examples=50)
def test_what_follows_is_the_same_persons_and_later(seen: list[Sighting]) -> None:
    found = computed(seen)
    for tenure in found:
        if tenure.next is not None:
            later = found[tenure.next]
            assert later.holder == tenure.holder
            assert later is not tenure
            assert (tenure.first, tenure.last) < (later.first, later.last)  # type: ignore[operator]


KNOWN = {
    ("Ri Ok", "minister-of-foreign-affairs-of-the-dprk"): [
        Stint("tenure/ri/2", "2034", "2035-03"),
        Stint("tenure/ri/1", "2030-05", "2032-12-31"),
    ],
    ("Kim Sae", "minister-of-foreign-affairs-of-the-dprk"): [Stint("tenure/kim/1", "2036-01", "2037-01-01")],
}


@pytest.mark.parametrize(
    ("day", "stint", "shows"),
    [
        ("2031-01-02", "tenure/ri/1", True),
        ("2034-06-01", "tenure/ri/2", True),
        ("2029-01-02", "tenure/ri/1", False),
        ("2033-06-01", "tenure/ri/1", False),
        ("2036-06-01", "tenure/ri/2", False),
        ("2039-06-01", None, True),
        ("...", "tenure/ri/2", False),
    ],
    ids=["first stint", "second stint", "before", "between", "another's time", "time that nobody tells of", "no day"],
)
def test_a_sighting_shows_the_stint_that_the_reference_data_knows(day: str, stint: str | None, shows: bool) -> None:
    seen = [sighting(1, f"{day} | Ri Ok | Foreign Minister")]
    [tenure] = tenures(seen, WORDINGS, {"Ri Ok": "north-korea"}, lambda _: True, {}, KnownStints(KNOWN))
    assert (tenure.stint.iri if tenure.stint else None) == stint
    assert (tenure.first is not None) == shows


@pytest.mark.parametrize(
    ("printed", "country", "other"),
    [
        ("DPRK ambassador to China", "north-korea", "ambassador of the DPRK to the People's Republic of China"),
        ("KPA Vice Marshal", "north-korea", "Vice-Marshal of the Korean People's Army"),
        ("Secretary of the WPK Central Committee", "north-korea", "secretary of the C.C., the Workers' Party of Korea"),
        ("Prime Minister of Mongolia", "mongolia", "Mongolian premier"),
        ("chairwoman of the Federation Council (upper house)", "russia", "Chairperson of the Federation Council"),
    ],
)
def test_wordings_of_one_office_have_one_form(printed: str, country: str, other: str) -> None:
    one, two = WORDINGS.read(printed, country), WORDINGS.read(other, country)
    assert one is not None
    assert two is not None
    assert one.form == two.form


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("minister of Foreign Affairs", "minister of Foreign Trade"),
        ("member of the Political Bureau", "member of the Presidium of the Political Bureau"),
        ("vice-chairman of the NDC", "chairman of the NDC"),
        ("DPRK ambassador to China", "DPRK ambassador to Russia"),
        ("chairman of the Korea-Laos Friendship Association", "chairman of the Korea-Cuba Friendship Association"),
    ],
)
def test_offices_that_differ_stay_apart(printed: str, other: str) -> None:
    one, two = WORDINGS.read(printed, "north-korea"), WORDINGS.read(other, "north-korea")
    assert one is not None
    assert two is not None
    assert one.form != two.form
    assert not one.may_be_short_for(two)
    assert not two.may_be_short_for(one)


@given(st.text(max_size=40), st.sampled_from(["north-korea", "russia", None]))
def test_any_text_is_read_or_passed_over(printed: str, country: str | None) -> None:
    read = WORDINGS.read(printed, country)
    assert read is None or read.form.slug


# ---- from article graphs to quads


def holding(
    identifier: str, day: date, text: str, name: str, offices: list[str], report: tuple[str, str | None] | None = None
) -> Extraction:
    """An article that prints offices beside one name; `report` is an appointment: what tells it, and its date."""
    told = tuple(OfficeHolding(0, office, span_of(office, text), country="north-korea") for office in offices)
    reports = ()
    if report is not None:
        span, when = span_of(report[0], text), EventDate(report[1]) if report[1] else None
        reports = (
            EventReport("Appointment", "Occurred", span, "test/rule", (Participation(0, "Appointee", name, 1),), when),
        )  # fmt: skip
    agent = Agent(AgentKind.PERSON, name, span_of(name, text), country="north-korea")
    return Extraction(replace(article(identifier, text, day), url=None), (agent,), (), (), reports, (), told)


def derived(*extractions: Extraction) -> list[Quad]:
    store = Store()
    for extraction in extractions:
        store.extend(article_quads(extraction, identities(extraction), MINTER))
    return list(canonical_quads(Tables(store, MINTER), {}))


def properties(quads: Iterable[Quad], path: str) -> dict[str, set[object]]:
    node = MINTER.local(path)
    return {
        str(name): {quad.object for quad in quads if quad.subject == node and quad.predicate == KCG[name]}
        for name in (
            "holder",
            "title",
            "from",
            "until",
            "firstSeen",
            "lastSeen",
            "notAfter",
            "shownBy",
            "followedBy",
            "office",
        )
    }


def day(text: str) -> Literal:
    return Literal(text, datatype=XSD.date)


def test_a_tenure_is_described_in_the_canonical_graph_and_keeps_its_shape() -> None:
    text = "Ri Ok, {}, spoke."
    quads = derived(
        holding("a", date(2031, 1, 2), text.format("vice-minister of Culture"), "Ri Ok", ["vice-minister of Culture"]),
        holding("b", date(2031, 5, 2), text.format("minister of Culture"), "Ri Ok", ["minister of Culture"]),
        holding("c", date(2031, 6, 2), text.format("minister of Culture"), "Ri Ok", ["minister of Culture"]),
    )
    vice = properties(quads, "tenure/ri-ok/vice-minister-of-culture-of-the-dprk")
    assert vice["holder"] == {MINTER.local("person/ri-ok")}
    assert vice["title"] == {Literal("vice-minister of Culture")}
    assert vice["firstSeen"] == vice["lastSeen"] == {day("2031-01-02")}
    assert vice["shownBy"] == {MINTER.office_holding("a", 1)}
    [later] = vice["followedBy"]
    assert isinstance(later, NamedNode)
    minister = properties(quads, later.value.removeprefix(MINTER.base))
    assert (minister["firstSeen"], minister["lastSeen"]) == ({day("2031-05-02")}, {day("2031-06-02")})
    assert {quad.graph_name for quad in quads if quad.predicate == RDF.type and quad.object == KCG.Tenure} == {
        MINTER.canonical_graph
    }
    assert violations(quads) == []


def test_an_appointment_gives_the_beginning_and_a_dismissal_the_end() -> None:
    quads = derived(
        holding(
            "a", date(2031, 1, 4), "Ri Ok was appointed as minister of Culture on January 3.", "Ri Ok",
            ["minister of Culture"], ("Ri Ok was appointed as minister of Culture on January 3", "2031-01-03"),
        ),
        holding(
            "b", date(2031, 9, 4), "Ri Ok was relieved of his post as minister of Culture on September 3.", "Ri Ok",
            ["minister of Culture"],
            ("Ri Ok was relieved of his post as minister of Culture on September 3", "2031-09-03"),
        ),
    )  # fmt: skip
    [node] = {quad.subject for quad in quads if quad.object == KCG.Tenure}
    assert isinstance(node, NamedNode)
    told = properties(quads, node.value.removeprefix(MINTER.base))
    assert (told["from"], told["until"]) == ({Literal("2031-01-03")}, {Literal("2031-09-03")})
    assert told["firstSeen"] == told["lastSeen"] == {day("2031-01-04")}
    assert told["notAfter"] == {day("2031-09-03")}
    assert len(told["shownBy"]) == 2


def test_an_office_already_held_does_not_begin_with_the_new_one() -> None:
    text = "Ri Ok, secretary of the Book Club, was elected chairman of the Tea Club."
    quads = derived(
        holding("a", date(2031, 1, 4), text, "Ri Ok", ["secretary of the Book Club", "chairman of the Tea Club"],
                (text, "2031-01-03")),
    )  # fmt: skip
    begun = {quad.subject for quad in quads if quad.predicate == KCG["from"]}
    assert begun == {MINTER.local("tenure/ri-ok/chairman-of-club-tea")}


def test_a_memory_of_long_ago_shows_no_day() -> None:
    text = "In 2009 Ri Ok, minister of Culture, became a member of the club."
    told = holding("a", date(2031, 1, 4), text, "Ri Ok", ["minister of Culture"], (text, "2009"))
    assert not [quad for quad in derived(told) if quad.predicate in (KCG.firstSeen, KCG.lastSeen)]
    assert [quad for quad in derived(told) if quad.predicate == KCG.shownBy]


def test_the_representative_of_a_person_holds_what_others_of_his_names_held() -> None:
    store = Store()
    for name, identifier in (("Ri Ok", "a"), ("Ri Ock", "b")):
        told = holding(
            identifier, date(2031, 1, 4), f"{name}, minister of Culture, spoke.", name, ["minister of Culture"]
        )
        store.extend(article_quads(told, identities(told), MINTER))
    pair = MINTER.local("person/ri-ok").value, MINTER.local("person/ri-ock").value
    same = Judgement.of(pair, is_same=True, reason="one man", by="a reader", at="2031-02-01T00:00:00Z")
    identities_of_both = Identities([same])
    quads = list(canonical_quads(Tables(store, MINTER), {}, identities_of_both))
    one = identities_of_both.representative(pair[0])
    assert {quad.object for quad in quads if quad.predicate == KCG.holder} == {NamedNode(one)}
    assert len({quad.object for quad in quads if quad.predicate == KCG.shownBy}) == 2


def test_unnamed_people_hold_nothing() -> None:
    told = holding(
        "a", date(2031, 1, 4), "The minister of Culture spoke.", "minister of Culture", ["minister of Culture"]
    )
    unnamed = replace(told, agents=(replace(told.agents[0], is_named=False, span=Span(4, 23)),))
    assert not [quad for quad in derived(unnamed) if quad.object == KCG.Tenure]


def test_a_tenure_of_the_reference_data_is_told_by_both_graphs_under_one_iri() -> None:
    store, node = Store(), MINTER.local("tenure/ri-ok/minister-of-culture/2030-05")
    for number, (text, published) in enumerate(
        [("Ri Ok, minister of Culture", date(2031, 1, 4)), ("Ri Ok, former minister of Culture", date(2034, 1, 4))]
    ):
        printed = text.partition(", ")[2]
        told = holding(f"a{number}", published, f"{text}, spoke.", "Ri Ok", [printed])
        store.extend(article_quads(told, identities(told), MINTER))
    known = [
        Quad(node, RDF.type, KCG.Tenure),
        Quad(node, KCG.holder, MINTER.local("person/ri-ok")),
        Quad(node, KCG.office, MINTER.local("office/minister-of-culture-of-the-dprk")),
        Quad(node, KCG["from"], Literal("2030-05")),
        Quad(node, KCG.until, Literal("2033")),
    ]
    quads = list(canonical_quads(Tables(store, MINTER), {node.value: known}))
    assert {quad.subject for quad in quads if quad.object == KCG.Tenure} == {node}
    told_of_it = properties(quads, node.value.removeprefix(MINTER.base))
    assert told_of_it["from"] == told_of_it["until"] == told_of_it["notAfter"] == set()
    assert told_of_it["firstSeen"] == told_of_it["lastSeen"] == {day("2031-01-04")}
    assert len(told_of_it["shownBy"]) == 2

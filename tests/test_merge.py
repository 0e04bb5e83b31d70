"""Events put together from reports, by the quads of the canonical graph."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from extractions import event, identities, talks
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kcgraph.graph import article_quads, reference_quads
from kcgraph.merge import Tables, canonical_quads, mentioned
from kcgraph.model import Extraction
from kcgraph.validate import violations
from kcgraph.vocab import DCTERMS, KCG, RDF, SKOS, Minter

MINTER = Minter()
HOST, GUEST = ("Ri Ok", "Host"), ("Ivo Kral", "Guest")


def merged(extractions: Iterable[Extraction]) -> list[Quad]:
    store = Store()
    for extraction in extractions:
        store.extend(article_quads(extraction, identities(extraction), MINTER))
    described: dict[str, list[Quad]] = {}
    tables = Tables(store, MINTER)
    for quad in reference_quads(mentioned(tables), MINTER):
        assert isinstance(quad.subject, NamedNode)
        described.setdefault(quad.subject.value, []).append(quad)
    return list(canonical_quads(tables, described))


def objects(quads: Iterable[Quad], predicate: NamedNode, subject: NamedNode | None = None) -> list[object]:
    return [q.object for q in quads if q.predicate == predicate and (subject is None or q.subject == subject)]


def event_count(*extractions: Extraction) -> int:
    return len(objects(merged(extractions), KCG.reportCount))


def test_reports_that_agree_become_one_event_with_its_parties_place_and_count() -> None:
    quads = merged([event("a", HOST, GUEST, place="Pyongyang"), event("b", GUEST, HOST, place="Lotus Hall, Pyongyang")])
    [one] = {q.subject for q in quads if q.predicate == KCG.reportCount}
    assert isinstance(one, NamedNode)
    assert one.value.startswith("https://w3id.org/kcgraph/event/2025-03-21-meeting-")
    assert objects(quads, RDF.type, one) == [KCG.Meeting]
    assert objects(quads, KCG.reportCount, one) == [Literal(2)]
    assert set(objects(quads, KCG.participant, one)) == {MINTER.local("person/ri-ok"), MINTER.local("person/ivo-kral")}
    assert objects(quads, KCG.place, one) == [MINTER.local("place/lotus-hall-pyongyang")]
    assert objects(quads, KCG.disagreesOn, one) == []
    assert {q.subject for q in quads if q.predicate == KCG.reports} == {MINTER.report("a", 1), MINTER.report("b", 1)}
    assert violations(quads) == []


@pytest.mark.parametrize(
    "other",
    [
        event("b", HOST, GUEST, day="2025-03-22"),
        event("b", HOST, GUEST, day="2025-03"),
        event("b", HOST, GUEST, event_class="Visit"),
        event("b", HOST, ("Somebody Else", "Guest")),
        event("b", HOST),
    ],
    ids=["another day", "a vaguer date", "another class", "another person", "fewer persons"],
)
def test_reports_that_differ_in_class_date_or_parties_stay_apart(other: Extraction) -> None:
    assert event_count(event("a", HOST, GUEST), other) == 2


def test_two_persons_name_an_event_whatever_groups_are_told_beside_them() -> None:
    assert event_count(event("a", HOST, GUEST), event("b", HOST, GUEST, ("Sylvanian delegation", "Guest"))) == 1


def test_with_one_person_the_groups_must_agree() -> None:
    one, other = ("Sylvanian delegation", "Guest"), ("Ruritanian delegation", "Guest")
    assert event_count(event("a", HOST, one), event("b", HOST, one)) == 1
    assert event_count(event("a", HOST, one), event("b", HOST, other)) == 2


def test_a_message_and_its_reply_are_two() -> None:
    there = event("a", ("Ri Ok", "Sender"), ("Ivo Kral", "Recipient"), event_class="Message")
    back = event("b", ("Ivo Kral", "Sender"), ("Ri Ok", "Recipient"), event_class="Message")
    assert event_count(there, back) == 2
    assert event_count(there, replace(there, article=replace(there.article, identifier="c"))) == 1


def test_undated_reports_merge_within_an_article_only() -> None:
    undated = event("a", HOST, GUEST, day=None)
    twice = replace(undated, reports=undated.reports * 2)
    assert event_count(twice) == 1
    assert event_count(undated, event("b", HOST, GUEST, day=None)) == 2


def test_reports_without_parties_stay_alone() -> None:
    assert event_count(event("a", event_class="WeaponsTest"), event("b", event_class="WeaponsTest")) == 2


def test_conflicts_of_place_and_denial_are_marked_and_a_plan_fulfilled_is_none() -> None:
    def disagreements(*extractions: Extraction) -> set[object]:
        return set(objects(merged(extractions), KCG.disagreesOn))

    first = event("a", HOST, GUEST, place="Pyongyang")
    assert disagreements(first, event("b", HOST, GUEST, place="Moscow")) == {KCG.place}
    assert disagreements(first, event("b", HOST, GUEST, status="Denied")) == {KCG.status}
    planned = [first, event("b", HOST, GUEST, status="Planned")]
    assert disagreements(*planned) == set()
    assert KCG.Occurred in objects(merged(planned), KCG.status)


@given(order=st.permutations(["a", "b", "c", "d"]))
def test_the_first_report_names_the_event_whatever_the_order_of_arrival(order: list[str]) -> None:
    assert set(merged(event(name, HOST, GUEST) for name in order)) == set(merged(event(n, HOST, GUEST) for n in "abcd"))


def test_an_event_that_others_join_keeps_its_iri_and_one_that_joins_says_where_it_went() -> None:
    def names(*articles: str) -> set[object]:
        return {q.subject for q in merged(event(a, HOST, GUEST) for a in articles) if q.predicate == KCG.reportCount}

    assert names("b") == names("b", "c")
    assert names("a") == names("a", "b")
    replaced = [
        q for q in merged([event("a", HOST, GUEST), event("b", HOST, GUEST)]) if q.predicate == DCTERMS.isReplacedBy
    ]
    assert {q.subject for q in replaced} == names("b")
    assert {q.object for q in replaced} == names("a")


def test_what_the_reference_does_not_know_is_described_once_by_its_commonest_name_and_country() -> None:
    quads = merged([talks(), event("b", ("Kral", "Host"), country="ruritania")])
    kral = MINTER.local("person/ivo-kral")
    canonical = [q for q in quads if q.subject == kral]
    assert {q.graph_name for q in canonical} == {MINTER.canonical_graph}
    assert objects(canonical, SKOS.prefLabel) == [Literal("Ivo Kral")]
    assert objects(canonical, SKOS.altLabel) == [Literal("Kral")]
    assert objects(canonical, KCG.country) == [MINTER.local("country/sylvania")]
    treaty = MINTER.local("treaty/treaty-on-good-neighbours")
    assert objects(quads, SKOS.prefLabel, treaty) == [Literal("Treaty on Good Neighbours")]
    assert objects(quads, KCG.party, treaty) == [MINTER.local("country/freedonia")]


def test_what_the_reference_knows_is_not_described_again_but_for_new_spellings() -> None:
    extraction = talks()
    article = replace(extraction.article, outlet_name="The Central News Agency of Korea, so called")
    quads = merged([replace(extraction, article=article)])
    kcna = [q for q in quads if q.subject == MINTER.outlet("kcna")]
    assert [(q.predicate, q.object, q.graph_name) for q in kcna] == [
        (KCG.identity, MINTER.outlet("kcna"), MINTER.canonical_graph),
        (SKOS.altLabel, Literal(article.outlet_name or ""), MINTER.reference_graph),
    ]


def test_base_and_article_ids_may_hold_anything_that_iris_can_carry() -> None:
    odd = 'x/y {z} "q" ü'
    assert event_count(event(odd, HOST, GUEST), event("b", HOST, GUEST)) == 1


def encounters_of(*extractions: Extraction) -> set[tuple[str, str]]:
    """Lead and other of each encounter."""
    quads = merged(extractions)
    found = set()
    for node in {quad.subject for quad in quads if quad.object == KCG.Encounter}:
        assert isinstance(node, NamedNode)
        [lead] = objects(quads, KCG.lead, node)
        [other] = set(objects(quads, KCG.between, node)) - {lead}
        found.add(tuple(str(one).strip("<>").rpartition("/")[2] for one in (lead, other)))
    assert violations(quads) == []
    return found


GUEST_TOO, OTHER, ANOTHER = ("Mila Kern", "Guest"), ("Mila Kern", "Participant"), ("Ana Vell", "Participant")


@pytest.mark.parametrize(
    ("parts", "pairs"),
    [
        ([HOST, GUEST, GUEST_TOO], {("ri-ok", "ivo-kral"), ("ri-ok", "mila-kern")}),
        ([HOST, GUEST, OTHER], {("ri-ok", "ivo-kral")}),
        ([HOST, OTHER, ANOTHER], {("ri-ok", "mila-kern"), ("ri-ok", "ana-vell")}),
        ([GUEST, OTHER], {("ivo-kral", "mila-kern")}),
        ([OTHER, ANOTHER], {("ana-vell", "mila-kern")}),
        ([HOST], set()),
    ],
    ids=["host and guests", "beside host and guest", "host alone", "guest alone", "neither", "one person"],
)
def test_who_met_whom_at_a_meeting(parts: list[tuple[str, str]], pairs: set[tuple[str, str]]) -> None:
    assert encounters_of(event("a", *parts)) == pairs


def test_only_meetings_have_encounters_and_reports_of_one_add_up() -> None:
    assert encounters_of(event("a", HOST, GUEST, event_class="Visit")) == set()
    quads = merged([event("a", HOST, GUEST), event("b", GUEST, HOST)])
    [encounter] = {quad.subject for quad in quads if quad.object == KCG.Encounter}
    assert isinstance(encounter, NamedNode)
    assert set(objects(quads, KCG.toldIn, encounter)) == {MINTER.report("a", 1), MINTER.report("b", 1)}

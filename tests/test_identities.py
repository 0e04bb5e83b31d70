"""Which IRIs stand for one thing: what is certain by name, what people judged, and what graph/canonical makes of it."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from extractions import event, identities
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kcgraph.errors import JudgementError
from kcgraph.graph import article_quads
from kcgraph.merge import (
    Doubts,
    Family,
    Identities,
    People,
    Spellings,
    Tables,
    canonical_quads,
    identified,
)
from kcgraph.merge.identities import family_links
from kcgraph.model import Extraction, Judgement
from kcgraph.validate import violations
from kcgraph.vocab import DCTERMS, KCG, PROV, RDF, SKOS, Minter

MINTER = Minter()
GOLDEN = Path(__file__).parent / "golden" / "review.txt"
GUEST = ("Ivo Kral", "Guest")
THINGS = "abcdefg"

VOWELS = Spellings(  # names that differ in vowels alone are one, those that differ in the last letter alone unsure
    lambda one, other: True if _consonants(one) == _consonants(other) else None if one[:-1] == other[:-1] else False,
    lambda name: frozenset((_consonants(name),)),
)


def _consonants(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter not in "aeiou")


def judgement(first: str, second: str, *, is_same: bool) -> Judgement:
    return Judgement.of(
        (first, second),
        is_same=is_same,
        reason="it is so",
        by="Ana",
        at="2031-03-22T08:00:00Z",
        origin=f"{first}{second}",
    )


def same(first: str, second: str) -> Judgement:
    return judgement(first, second, is_same=True)


def different(first: str, second: str) -> Judgement:
    return judgement(first, second, is_same=False)


judged = st.lists(
    st.builds(
        lambda pair, is_same: judgement(*pair, is_same=is_same),
        st.sampled_from(list(combinations(THINGS, 2))),
        st.booleans(),
    ),
    max_size=14,
)
families = st.lists(st.sets(st.sampled_from(THINGS), min_size=2, max_size=3).map(sorted), max_size=3).map(
    lambda found: [family for n, family in enumerate(found) if not any(set(family) & set(o) for o in found[:n])]
)


def accepted(judgements: Iterable[Judgement], sets: Iterable[list[str]]) -> list[Judgement]:
    """Those that are accepted one after the other, as a person would give them."""
    kept: list[Judgement] = []
    for one in judgements:
        if any(one.pair == known.pair for known in kept):
            continue
        try:
            decided(kept, sets).check(one)
        except JudgementError:
            continue
        kept.append(one)
    return kept


def decided(judgements: Iterable[Judgement], sets: Iterable[list[str]]) -> Identities:
    return Identities(judgements, [family_links(found, "rule/test", "of one name") for found in sets])


def partition(found: Identities) -> set[frozenset[str]]:
    return {frozenset(found.members(iri)) for iri in THINGS}


def union_find(pairs: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """The groups of `pairs`, by the book."""
    parent = {iri: iri for iri in THINGS}

    def root(iri: str) -> str:
        return iri if parent[iri] == iri else root(parent[iri])

    for first, second in pairs:
        parent[root(first)] = root(second)
    return {frozenset(other for other in THINGS if root(other) == root(iri)) for iri in THINGS}


@given(judged)
def test_judgements_make_the_groups_that_union_find_makes(given_judgements: list[Judgement]) -> None:
    kept = accepted(given_judgements, [])
    assert partition(decided(kept, [])) == union_find(one.pair for one in kept if one.is_same)


@given(judged, families)
def test_no_group_holds_what_was_judged_different_and_all_that_was_judged_one(
    given_judgements: list[Judgement], sets: list[list[str]]
) -> None:
    kept = accepted(given_judgements, sets)
    found = decided(kept, sets)
    for one in kept:
        assert (one.second in found.members(one.first)) == one.is_same
        assert (found.representative(one.first) == found.representative(one.second)) == one.is_same
    for family in sets:
        is_one = family[1] in found.members(family[0])
        assert is_one or any(not one.is_same for one in kept), "a family was left apart though nothing parts it"


@given(judged, families, st.randoms())
def test_the_order_of_judgements_and_families_does_not_matter(
    given_judgements: list[Judgement], sets: list[list[str]], random: object
) -> None:
    kept = accepted(given_judgements, sets)
    shuffled, others = list(kept), list(sets)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(others)  # type: ignore[attr-defined]
    first, second = decided(kept, sets), decided(shuffled, others)
    assert partition(first) == partition(second)
    assert list(first.merged()) == list(second.merged())


@given(judged, st.sampled_from(list(combinations(THINGS, 2))))
def test_a_refusal_shows_a_chain_from_one_to_the_other(
    given_judgements: list[Judgement], pair: tuple[str, str]
) -> None:
    kept = accepted(given_judgements, [])
    found = decided(kept, [])
    try:
        found.check(same(*pair))
    except JudgementError as error:
        steps = str(error).split(": ", 1)[1]
        assert " is not " in steps
        assert steps.count("judgement/") >= 1
    else:
        decided([*kept, same(*pair)] if same(*pair) not in kept else kept, [])


def test_a_chain_of_sames_against_a_different_is_told_in_full() -> None:
    found = decided([same("a", "b"), different("b", "c")], [])
    with pytest.raises(JudgementError) as error:
        found.check(same("a", "c"))
    told = str(error.value)
    assert f"a is b ({same('a', 'b').path}, Ana: it is so)" in told
    assert f"b is not c ({different('b', 'c').path}, Ana: it is so)" in told


def test_a_different_against_a_chain_of_sames_is_told_in_full() -> None:
    found = decided([same("a", "b")], [["b", "c"]])
    with pytest.raises(JudgementError) as error:
        found.check(different("a", "c"))
    assert f"a is b ({same('a', 'b').path}, Ana: it is so); b is c (rule/test, of one name)" in str(error.value)


def test_a_same_through_an_automatic_link_is_refused_too() -> None:
    found = decided([different("b", "c")], [["a", "b"]])
    with pytest.raises(JudgementError, match=r"a is b \(rule/test, of one name\); b is not c"):
        found.check(same("a", "c"))


def test_two_rows_of_the_reference_data_are_never_one() -> None:
    found = Identities([same("a", "x")], known={"a", "b"})
    with pytest.raises(
        JudgementError, match=r"b is not a \(they are two rows of the reference data\); a is x \(judgement/"
    ):
        found.check(same("b", "x"))


def test_a_different_leaves_the_whole_family_apart() -> None:
    found = decided([different("a", "b")], [["a", "b", "c"], ["d", "e"]])
    assert partition(found) == union_find([("d", "e")])


def test_a_family_that_would_join_what_must_stay_apart_yields() -> None:
    """It was judged before an article came that brought the family about; no build may fail of that."""
    found = decided([same("a", "c"), different("b", "c")], [["a", "b"]])
    assert partition(found) == union_find([("a", "c")])


def test_judgements_that_contradict_each_other_name_their_files() -> None:
    with pytest.raises(JudgementError, match=r"contradict each other \(ab, ac, bc\)"):
        Identities([same("a", "b"), same("b", "c"), different("a", "c")])


def test_things_of_two_kinds_are_never_one() -> None:
    kinds = {"a": "person", "b": "place"}
    with pytest.raises(JudgementError, match="only things of one kind can be one"):
        Identities([same("a", "b")], kinds=kinds)
    with pytest.raises(JudgementError, match="only things of one kind can be one"):
        Identities([], kinds=kinds).check(same("a", "b"))


def test_the_representative_is_the_row_then_the_most_named_then_the_shortest() -> None:
    kinds = dict.fromkeys(("aaa", "bb", "c", "d"), "person")
    one = [same("aaa", "bb"), same("bb", "c")]
    assert Identities(one, kinds=kinds).representative("aaa") == "c"
    assert Identities(one, kinds=kinds, weights={"aaa": 2, "bb": 1, "c": 1}.__getitem__).representative("c") == "aaa"
    assert Identities(one, kinds=kinds, known={"bb"}, weights=len).representative("c") == "bb"
    absent = {iri: kind for iri, kind in kinds.items() if iri != "c"}
    assert Identities(one, kinds=absent).representative("aaa") == "bb"


# ---------------------------------------------------------------- on article graphs


def tables(extractions: Iterable[Extraction], *further: Quad) -> Tables:
    store = Store()
    for extraction in extractions:
        store.extend(article_quads(extraction, identities(extraction), MINTER))
    store.extend(further)
    return Tables(store, MINTER)


def family_of(*extractions: Extraction, further: Iterable[Quad] = ()) -> list[Family]:
    return People(tables(extractions, *further), {}).families(VOWELS)


def person(path: str) -> NamedNode:
    return MINTER.local(f"person/{path}")


SPELLED = (
    event("a", ("Rin Tok", "Host"), GUEST, country="freedonia"),
    event("b", ("Rin Tek", "Host"), GUEST, country="freedonia"),
)


def test_people_whose_names_are_spellings_of_one_are_one() -> None:
    [family] = family_of(*SPELLED)
    assert (family.iris, family.doubt) == ((person("rin-tek").value, person("rin-tok").value), None)


def test_a_country_known_later_does_not_keep_them_apart() -> None:
    [family] = family_of(SPELLED[0], event("b", ("Rin Tek", "Host"), GUEST))
    assert family.doubt is None


@pytest.mark.parametrize(
    ("others", "doubt"),
    [
        ([event("b", ("Rin Tek", "Host"), GUEST, country="sylvania")], "different countries"),
        ([event("b", ("Rin Tek", "Host"), ("Rin Tok", "Guest"), country="freedonia")], "one article names both"),
        (
            [SPELLED[1], event("c", ("Rin Tak", "Host"), GUEST, country="sylvania")],
            "different countries",
        ),
    ],
    ids=["another country", "in one article", "three, one elsewhere"],
)
def test_what_tells_them_apart_leaves_the_whole_family_apart(others: list[Extraction], doubt: str) -> None:
    [family] = family_of(SPELLED[0], *others)
    assert family.doubt is not None
    assert doubt in family.doubt
    found = identified(tables([SPELLED[0], *others]), {}, (), [family])
    assert list(found.merged()) == []


def test_offices_of_different_countries_keep_them_apart() -> None:
    def holding(name: str, country: str) -> list[Quad]:
        graph, node = MINTER.article_graph(name), MINTER.local(f"office-holding/{name}/1")
        return [
            Quad(node, KCG.holder, person(name), graph),
            Quad(node, KCG.officeOf, MINTER.local(f"country/{country}"), graph),
        ]

    apart = [*holding("rin-tok", "freedonia"), *holding("rin-tek", "sylvania")]
    together = [*holding("rin-tok", "freedonia"), *holding("rin-tek", "freedonia")]
    nowhere = [replace(one, agents=tuple(replace(agent, country=None) for agent in one.agents)) for one in SPELLED]
    assert [family.doubt is None for family in family_of(*nowhere, further=apart)] == [False]
    assert [family.doubt is None for family in family_of(*nowhere, further=together)] == [True]


def test_a_node_that_may_be_several_is_never_joined_and_keeps_its_candidates() -> None:
    ambiguous = Quad(person("rin-tok"), KCG.candidate, person("rin-tek"), MINTER.article_graph("a"))
    found = tables(SPELLED, ambiguous)
    people = People(found, {}).families(VOWELS)
    assert [family.doubt for family in people] == ["one of them may be several people"]
    quads = list(canonical_quads(found, {}, identified(found, {}, (), people)))
    assert Quad(person("rin-tok"), KCG.candidate, person("rin-tek"), MINTER.canonical_graph) in quads
    assert violations(quads) == []


def merged(judgements: Iterable[Judgement] = ()) -> list[Quad]:
    found = tables(SPELLED)
    people = People(found, {}).families(VOWELS)
    return list(canonical_quads(found, {}, identified(found, {}, judgements, people)))


def objects(quads: Iterable[Quad], subject: NamedNode, predicate: NamedNode) -> list[object]:
    return [quad.object for quad in quads if (quad.subject, quad.predicate) == (subject, predicate)]


def test_two_reports_of_one_meeting_with_two_spellings_are_one_event() -> None:
    quads = merged()
    [one] = {quad.subject for quad in quads if quad.predicate == KCG.reportCount}
    assert isinstance(one, NamedNode)
    assert objects(quads, one, KCG.reportCount) == [Literal(2)]
    assert objects(quads, one, KCG.participant) == [person("ivo-kral"), person("rin-tek")]
    assert violations(quads) == []


def test_who_was_merged_says_into_whom_and_why_and_the_other_bears_both_names() -> None:
    quads = merged()
    rest, other = person("rin-tek"), person("rin-tok")
    assert objects(quads, other, DCTERMS.isReplacedBy) == [rest]
    assert objects(quads, other, PROV.wasDerivedFrom) == [MINTER.local("rule/identity/spelling")]
    assert objects(quads, other, KCG.identity) == objects(quads, rest, KCG.identity) == [rest]
    assert objects(quads, other, RDF.type) == []
    assert objects(quads, rest, SKOS.prefLabel) == [Literal("Rin Tek")]
    assert objects(quads, rest, SKOS.altLabel) == [Literal("Rin Tok")]


def test_a_judgement_undoes_an_automatic_link() -> None:
    quads = merged([different(person("rin-tek").value, person("rin-tok").value)])
    assert [quad for quad in quads if quad.predicate == DCTERMS.isReplacedBy] == []
    assert len({quad.subject for quad in quads if quad.predicate == KCG.reportCount}) == 2


def test_a_judgement_is_the_reason_of_what_it_joins() -> None:
    one = same(person("rin-tok").value, person("ivo-kral").value)
    quads = merged([one])
    reasons = objects(quads, person("rin-tok"), PROV.wasDerivedFrom)
    assert MINTER.local(one.path) in reasons


def test_the_review_list_is_as_on_file() -> None:
    """Those first whose decision would change most; no pair that a judgement or a rule decides."""
    stories = [
        *SPELLED,
        event("c", ("Omar Lund", "Host"), GUEST, country="freedonia"),
        event("d", ("Omar Lund", "Host"), GUEST, country="freedonia", day="2025-03-22"),
        event("e", ("Omar Lunt", "Host"), GUEST, day="2025-03-23"),
        event("f", ("Omer Lund", "Host"), GUEST, country="sylvania"),
        event("k", ("Omer Lund", "Host"), GUEST, country="sylvania", day="2025-03-24"),
        event("g", ("Bela Ford", "Host"), ("Bola Ford", "Guest"), country="freedonia"),
        event("h", ("Hana Ruiz", "Host"), ("Hana Ruis", "Guest"), country="freedonia"),
        event("i", ("Tito Mera", "Host"), GUEST),
    ]
    unsure = (
        Quad(person("tito-mera"), KCG.candidate, person(path), MINTER.article_graph("i"))
        for path in ("bela-ford", "bola-ford")
    )
    found = tables(stories, *unsure)
    people = People(found, {})
    near = people.families(VOWELS)
    decided_ones = identified(found, {}, [different(person("bela-ford").value, person("bola-ford").value)], near)
    doubts = Doubts(found, people.profiles, near).pairs(decided_ones, VOWELS)
    lines = [
        f"{doubt.change}  {' '.join(iri.removeprefix(MINTER.base) for iri in (doubt.first, doubt.second))}: {doubt.why}"
        for doubt in doubts
    ]
    assert "\n".join([*lines, ""]) == GOLDEN.read_text(encoding="utf-8")

"""Closed namespaces and the minting of IRIs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode
from rdflib.term import _is_valid_uri

from kcgraph.errors import CallError, KnowledgeError, RecordError
from kcgraph.vocab import BASE, KCG, OA, PREFIXES, Minter, slug

identifiers = st.text(min_size=1).filter(lambda text: text not in (".", ".."))


def test_term_by_attribute_and_by_item_is_one_node() -> None:
    assert KCG.Meeting == NamedNode("https://w3id.org/kcgraph/ontology#Meeting")
    assert KCG["Meeting"] is KCG.Meeting
    assert OA.hasSelector == NamedNode("http://www.w3.org/ns/oa#hasSelector")


@pytest.mark.parametrize("name", ["Meetng", "meeting", "", "_iri", "__class__", "a b"])
def test_undeclared_term_fails(name: str) -> None:
    with pytest.raises(KnowledgeError, match="not declared"):
        KCG[name]
    assert name not in KCG


def test_undeclared_attribute_fails_with_the_term_in_the_message() -> None:
    with pytest.raises(KnowledgeError, match="ontology#Meetng"):
        _ = KCG.Meetng


def test_iterating_gives_local_names_in_order() -> None:
    names = list(KCG)
    assert names == sorted(names)
    assert {"Meeting", "listPosition", "Occurred"} <= set(names)


def test_prefixes_name_the_namespaces() -> None:
    assert PREFIXES["kcg"] == str(KCG) == BASE + "ontology#"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kim Jong-un", "kim-jong-un"),
        ("  Kim   Jong Un ", "kim-jong-un"),
        ("Tô Lâm", "to-lam"),
        ("People's Committee", "peoples-committee"),
        ("People\u2019s Committee", "peoples-committee"),
        ("C.C., WPK (8th)", "c-c-wpk-8th"),
        ("Ｋim", "kim"),
    ],
)
def test_slug_is_readable(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_slug_keeps_other_scripts_apart() -> None:
    names = ["김정은", "김정일", "Ким Чен Ын", "金正恩", "Søren", "S ren", "!!!", "", "a" * 81, "a" * 82]
    slugs = [slug(name) for name in names]
    assert len(set(slugs)) == len(names)


@given(st.text())
def test_slug_is_never_empty_nor_long_nor_odd(name: str) -> None:
    made = slug(name)
    assert 1 <= len(made) <= 80
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert Minter().local(f"person/{made}").value.endswith(made)


@given(identifiers)
def test_every_identifier_gives_a_valid_iri_or_a_reason(identifier: str) -> None:
    minter = Minter()
    try:
        minted = [
            minter.article(identifier),
            minter.article_graph(identifier),
            minter.report(identifier, 0),
            minter.participation(identifier, 0, 1),
            minter.statement(identifier, 2),
            minter.attribution(identifier, 2, 0),
            minter.office_holding(identifier, 3),
            minter.evidence(identifier, 0, 5),
            minter.selector(identifier, 0, 5),
        ]
    except RecordError:
        assert any("\ud800" <= character <= "\udfff" for character in identifier)
        return
    assert len(set(minted)) == len(minted)
    assert all(_is_valid_uri(iri.value) and iri.value.isascii() for iri in minted)
    assert minted[0].value.removeprefix(BASE).count("/") == 1


@given(identifiers, identifiers)
def test_two_identifiers_never_share_an_iri(first: str, second: str) -> None:
    try:
        same = Minter().article(first) == Minter().article(second)
    except RecordError:
        return
    assert same == (first == second)


@pytest.mark.parametrize("identifier", ["", ".", "..", "\ud800"])
def test_identifier_that_no_iri_can_carry_is_refused(identifier: str) -> None:
    with pytest.raises(RecordError, match="give the record another id"):
        Minter().article(identifier)


def test_minted_iris_read_as_designed() -> None:
    minter = Minter()
    assert minter.article("a b/c#d").value == BASE + "article/a%20b%2Fc%23d"
    assert minter.evidence("x1", 5, 9).value == BASE + "article/x1#char=5,9"
    assert minter.event("2025-03-21", "WeaponsTest", "1f2e").value == BASE + "event/2025-03-21-weapons-test-1f2e"
    assert minter.event("2024-09-17/2024-09-20", "Visit", "0a").value == BASE + "event/2024-09-17--2024-09-20-visit-0a"
    assert minter.event(None, "Gift", "0a").value == BASE + "event/undated-gift-0a"
    assert minter.rule("meeting/was received by").value == BASE + "rule/meeting/was%20received%20by"
    assert minter.outlet("kcna").value == BASE + "outlet/kcna"
    assert minter.canonical_graph.value == BASE + "graph/canonical"
    assert minter.provenance_graph.value == BASE + "graph/provenance"
    assert minter.reference_graph.value == BASE + "graph/reference"


@pytest.mark.parametrize(
    "path", ["", "/person", "person/", "a//b", "a/../b", "..", "a b", 'a"', "a#b", "ü", "a?b", "a\n"]
)
def test_local_path_must_be_plain(path: str) -> None:
    with pytest.raises(KnowledgeError, match="slug"):
        Minter().local(path)


@pytest.mark.parametrize("digest", ["", "xyz", "AB", "12/34", "ab\n"])
def test_event_digest_must_be_hexadecimal(digest: str) -> None:
    with pytest.raises(KnowledgeError, match="hexadecimal"):
        Minter().event(None, "Gift", digest)


def test_another_base() -> None:
    assert Minter("http://localhost:8000/kg/").article("a").value == "http://localhost:8000/kg/article/a"


@pytest.mark.parametrize(
    "base",
    ["", "kcgraph/", "https://w3id.org/kcgraph", "https://w3id.org/a b/", "urn:x/", "https:///", "https://a/?q/"],
)
def test_unusable_base_is_a_wrong_call(base: str) -> None:
    with pytest.raises(CallError, match="base IRI"):
        Minter(base)

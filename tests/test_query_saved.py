"""The saved questions: their heads, and their answers to a graph of invented articles, from two engines."""

from pathlib import Path

import pytest
import rdflib
from asked import FIXTURE, FOLDER, cases, expected, store
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Quad, RdfFormat, Store
from rdflib.plugins.sparql import prepareQuery

from kcgraph.errors import CallError, KnowledgeError
from kcgraph.query import Column, Names, ask, load, parse, saved_queries, sparql
from kcgraph.query.formats import as_csv, cell_text
from kcgraph.resources import folder
from kcgraph.vocab import BASE

HEAD = """\
# title: A question
# description: What it asks,
#   at some length.
# parameter: person name[Agent] optional -- who
# row: one thing
# column: thing -- what
"""
BODY = """
BASE <https://w3id.org/kcgraph/>
SELECT ?thing WHERE {
  VALUES ?given_person { UNDEF }
  GRAPH ?g { ?thing ?p ?given_person }
}
"""


@pytest.mark.parametrize(("query", "case", "parameters"), cases())
def test_answer_is_as_expected(query: str, case: str, parameters: dict[str, str]) -> None:
    assert "".join(as_csv(ask(store(), query, parameters))) == expected(query, case)


def test_every_query_has_an_expected_answer_with_rows() -> None:
    for query in saved_queries():
        assert len(expected(query.name, "").splitlines()) > 1


def test_every_expected_answer_belongs_to_a_case() -> None:
    files = {path.name for path in FOLDER.glob("*.expected.csv")}
    assert files == {f"{query}.{case}.expected.csv" if case else f"{query}.expected.csv" for query, case, _ in cases()}


@pytest.fixture(scope="module")
def other_engine() -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=False)
    dataset.parse(FIXTURE, format="trig")
    return dataset


@pytest.mark.parametrize(("query", "case", "parameters"), cases())
def test_another_engine_gives_the_same_rows(
    other_engine: rdflib.Dataset, query: str, case: str, parameters: dict[str, str]
) -> None:
    question = load(query)
    text = sparql(question, parameters, Names(store(), BASE))
    found = [tuple(map(_plain, row, question.columns)) for row in other_engine.query(text)]
    assert found == [tuple(map(cell_text, row)) for row in ask(store(), query, parameters).rows], case


def _plain(value: rdflib.term.Node | None, column: Column) -> str:
    text = "" if value is None else str(value)
    return "; ".join(sorted({item for item in text.split("\x1f") if item})) if column.is_list else text


def test_every_question_is_of_the_contract() -> None:
    names = {query.name for query in saved_queries()}
    assert names == {path.stem for path in folder("queries").glob("*.rq")}
    assert names >= {
        "who-met-whom", "meetings-of", "visits", "messages", "gifts", "treaties", "statements-of", "offices-of",
        "events-between", "present-at", "evidence-for", "sources",
    }  # fmt: skip


def test_every_pattern_is_bound_to_its_graph() -> None:
    """Equal triples of two graphs don't merge: a pattern outside GRAPH finds nothing here and duplicates elsewhere."""
    union = Store()
    for quad in store():
        union.add(Quad(quad.subject, quad.predicate, quad.object))
    for query in saved_queries():
        assert list(union.query(query.sparql)) == [], query.name


def test_head_is_read() -> None:
    query = parse("a-question", HEAD + BODY, Path("a-question.rq"))
    assert query.description == "What it asks, at some length."
    (person,) = query.parameters
    assert (person.name, person.type, person.classes, person.is_required) == ("person", "name", ("Agent",), False)
    assert [column.name for column in query.columns] == ["thing"]


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (HEAD.replace("# title: A question\n", "") + BODY, "0 '# title:' lines"),
        (HEAD.replace("# row", "# title: Again\n# row") + BODY, "2 '# title:' lines"),
        (HEAD.replace("name[Agent]", "person") + BODY, "a-question.rq:4"),
        (HEAD.replace(" -- who", "") + BODY, "a-question.rq:4"),
        (HEAD.replace("# row", "#row") + BODY, "a-question.rq:5"),
        (HEAD.replace("# column: thing -- what\n", "") + BODY, "no '# column:' line"),
        (HEAD + BODY.replace("  VALUES ?given_person { UNDEF }\n", ""), "['person']"),
        (HEAD + BODY.replace("?given_person {", "?given_body {"), "['body']"),
        (HEAD + BODY.replace("BASE <https://w3id.org/kcgraph/>\n", ""), "BASE"),
        ("", "# title:"),
    ],
)
def test_malformed_head_is_told_with_its_file(broken: str, told: str) -> None:
    with pytest.raises(KnowledgeError) as error:
        parse("a-question", broken, Path("a-question.rq"))
    assert "a-question.rq" in str(error.value)
    assert told in str(error.value)


def test_badly_named_file_is_told() -> None:
    with pytest.raises(KnowledgeError, match="rename"):
        parse("A question", HEAD + BODY, Path("A question.rq"))


@given(st.text())
def test_unknown_query_is_a_wrong_call(name: str) -> None:
    with pytest.raises(CallError, match="who-met-whom"):
        load(name)


def test_unfilled_questions_are_sparql_for_any_engine() -> None:
    for query in saved_queries():
        store().query(query.sparql)
        prepareQuery(query.sparql)


def test_a_store_with_another_base_is_asked_with_it() -> None:
    text = FIXTURE.read_text(encoding="utf-8")
    moved = text.replace("@base <https://w3id.org/kcgraph/>", "@base <https://example.org/kg/>")
    other = Store()
    other.load(moved.encode(), format=RdfFormat.TRIG)
    here = ask(store(), "who-met-whom", {"person": "person/ana-vell"})
    there = ask(other, "who-met-whom", {"person": "person/ana-vell"}, "https://example.org/kg/")
    assert here.rows == there.rows != ()

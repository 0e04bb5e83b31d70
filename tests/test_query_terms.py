"""Parameters: what is accepted, what is refused, and that no text ever becomes part of a query."""

from dataclasses import replace

import pytest
import rdflib
from asked import store
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from kcgraph.errors import CallError
from kcgraph.query import Column, Names, Parameter, SavedQuery, ask, saved_queries, sparql
from kcgraph.query.terms import serialised
from kcgraph.vocab import BASE

ANY_TEXT = st.text(st.characters()) | st.text(st.sampled_from("\\\"'{}<>?u0025CD U}\n\r\t.;#"))
NASTY = (
    '"} UNION { ?s ?p ?o } #',
    "\\u0022 } UNION { ?s ?p ?o } #",
    "VALUES ?given_person { UNDEF }",
    "person/x> } #",
    "\\",
    "\ud800",
    "\0",
    'O\'Brien "Bob" {x} ?y',
)

ECHO = SavedQuery(
    name="echo",
    title="Echo",
    description="Gives back its parameter.",
    parameters=(Parameter("text", "string", "anything", is_required=True),),
    row="the text",
    columns=(Column("back", "the text"),),
    sparql="""\
BASE <https://w3id.org/kcgraph/>
SELECT ?back WHERE {
  VALUES ?given_text { UNDEF }
  BIND(?given_text AS ?back)
}
""",
)


def nasty(function: object) -> object:
    for text in NASTY:
        function = example(text)(function)
    return function


@pytest.mark.parametrize("name", [query.name for query in saved_queries() if query.parameters])
@nasty
@given(text=ANY_TEXT)
def test_any_text_is_answered_or_refused(name: str, text: str) -> None:
    query = next(query for query in saved_queries() if query.name == name)
    required = {parameter.name: text for parameter in query.parameters if parameter.is_required}
    given_one = required or {query.parameters[0].name: text}
    try:
        bound = sparql(query, given_one, Names(store(), BASE))
    except CallError as error:
        assert "parameter" in str(error)
        return
    assert without_values(bound) == without_values(query.bound(dict.fromkeys(given_one, "UNDEF"), BASE))


def without_values(text: str) -> list[str]:
    """The lines of the query, all slots emptied."""
    return [line for line in text.splitlines() if "VALUES ?given_" not in line]


@nasty
@given(text=ANY_TEXT)
def test_text_comes_back_as_it_was_given(text: str) -> None:
    names = Names(Store(), BASE)
    try:
        bound = sparql(ECHO, {"text": text}, names)
    except CallError:
        assert "\0" in text or any(0xD800 <= ord(sign) <= 0xDFFF for sign in text)
        return
    solutions = list(Store().query(bound))
    assert [solution["back"] for solution in solutions] == [Literal(text)]
    assert bound.count("\n") == ECHO.sparql.count("\n")


@nasty
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.text(st.sampled_from('\\"u0025C U')))
def test_text_comes_back_from_an_engine_that_resolves_escapes_first(text: str) -> None:
    if any(0xD800 <= ord(sign) <= 0xDFFF or sign == "\0" for sign in text):
        return
    bound = sparql(ECHO, {"text": text}, Names(Store(), BASE))
    assert [str(row[0]) for row in rdflib.Dataset().query(bound)] == [text]


@given(st.text(st.characters(exclude_categories=["Cs"]).filter(lambda sign: sign != "\0")))
def test_serialised_literal_stays_in_its_quotes(text: str) -> None:
    written = serialised(Literal(text))
    assert written[0] == written[-1] == '"'
    assert "\n" not in written


def test_given_values_never_fill_other_slots() -> None:
    query = replace(
        ECHO,
        parameters=(Parameter("text", "string", ""), Parameter("more", "string", "")),
        sparql=ECHO.sparql.replace("BIND", "VALUES ?given_more { UNDEF }\n  BIND"),
    )
    bound = sparql(query, {"text": "\n  VALUES ?given_more { UNDEF }\n", "more": "x"}, Names(Store(), BASE))
    assert [row["back"] for row in Store().query(bound)] == [Literal("\n  VALUES ?given_more { UNDEF }\n")]


@pytest.mark.parametrize(
    ("query", "given_ones", "told"),
    [
        ("meetings-of", {}, "needs the parameter person"),
        ("meetings-of", {"person": "Ana Vell", "colour": "red"}, "no parameter 'colour': its parameters are person"),
        ("sources", {"x": "y"}, "its parameters are none"),
        ("visits", {"from": "yesterday"}, "parameter from is 'yesterday' and has to be a day such as 2024-06-19"),
        ("visits", {"from": "20240619"}, "has to be a day"),
        ("visits", {"to": "2024-02-30"}, "has to be a day"),
        ("visits", {"from": "٢٠٢٤-٠٦-١٩"}, "has to be a day"),
        ("present-at", {"class": "Host"}, "has to be one of Appointment, Award, Ceremony"),
        ("present-at", {"event": "Ana Vell"}, "parameter event is 'Ana Vell' and has to be an IRI"),
        ("present-at", {"event": "https://example.org/x"}, "parameter event: 'https://example.org/x' does not occur"),
        ("meetings-of", {"person": " "}, "parameter person is ' ' and has to be a name or an IRI"),
        ("meetings-of", {"person": "treaty/rivers"}, "is no Agent"),
        ("treaties", {"treaty": "Ana Vell"}, "nothing in the store is called 'Ana Vell' and is of class Treaty"),
    ],
)
def test_wrong_parameters_are_named(query: str, given_ones: dict[str, str], told: str) -> None:
    with pytest.raises(CallError) as error:
        ask(store(), query, given_ones)
    assert told in str(error.value)


def test_integers_are_bound_as_integers() -> None:
    query = replace(ECHO, parameters=(Parameter("text", "integer", "", default="7"),))
    for given_ones, value in (({}, 7), ({"text": "-012"}, -12)):
        (row,) = Store().query(sparql(query, given_ones, Names(Store(), BASE)))
        assert row["back"] == Literal(value)
    with pytest.raises(CallError, match="whole number"):
        sparql(query, {"text": "1.5"}, Names(Store(), BASE))


def test_wrong_base_is_a_wrong_call() -> None:
    with pytest.raises(CallError, match="base"):
        ask(store(), "sources", {}, "not an > IRI")
    assert NamedNode(BASE)

"""Answers as bytes for machines and as text for people."""

import csv
import io
import json
import unicodedata

import pyoxigraph
from asked import cases, store
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal

from kcgraph.query import Column, Result, SavedQuery, ask
from kcgraph.query.formats import as_csv, as_json, as_ndjson, as_tsv, cell_text
from kcgraph.query.layout import aligned, blocks, filled, visible
from kcgraph.vocab import BASE

TEXT = st.text(st.characters(exclude_categories=["Cs"]).filter(lambda sign: sign != "\0"))


def answer(text: str) -> Result:
    columns = (Column("quote", ""), Column("others", "", is_list=True), Column("count", ""))
    query = SavedQuery("made", "", "", (), "", columns, "")
    return Result(query, ((Literal(text), (text, "second"), Literal(3)), (None, (), None)))


@given(TEXT)
def test_csv_gives_every_text_back(text: str) -> None:
    rows = list(csv.reader(io.StringIO("".join(as_csv(answer(text))), newline="")))
    assert rows == [["quote", "others", "count"], [text, f"{text}; second", "3"], ["", "", ""]]


@given(TEXT)
def test_json_gives_every_text_back(text: str) -> None:
    first = {"quote": text, "others": [text, "second"], "count": 3}
    last = {"quote": None, "others": [], "count": None}
    assert json.loads("".join(as_json(answer(text)))) == [first, last]
    lines = list(as_ndjson(answer(text)))
    assert [json.loads(line) for line in lines] == [first, last]
    assert all(line.count("\n") == 1 for line in lines)


def test_tsv_is_what_the_standard_says() -> None:
    for query, _, given_ones in cases():
        result = ask(store(), query, given_ones)
        read = pyoxigraph.parse_query_results("".join(as_tsv(result)), format=pyoxigraph.QueryResultsFormat.TSV)
        assert isinstance(read, pyoxigraph.QuerySolutions)
        for row, solution in zip(result.rows, read, strict=True):
            assert [cell_text(cell) for cell in row] == [value.value if value else "" for value in solution]


def test_numbers_stay_numbers() -> None:
    (first, *_) = json.loads("".join(as_json(ask(store(), "evidence-for", {"thing": "report/a1/1"}))))
    assert (first["confidence"], first["start"], first["end"]) == (0.9, 10, 44)


@given(st.text())
def test_shown_text_can_not_steer_a_terminal(text: str) -> None:
    shown = visible(text)
    assert all(unicodedata.category(sign) not in ("Cc", "Zl", "Zp", "Cs") for sign in shown)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff") & set(shown)


def test_empty_columns_go_and_own_iris_are_short() -> None:
    names, rows = filled(ask(store(), "events-of", {"thing": "person/ri-sam"}), BASE)
    assert "place" not in names
    assert rows[0][names.index("event")] == "event/2031-04-meeting-31"
    assert next(iter(aligned(names, rows))).split() == names
    assert max(map(len, blocks(names, rows, 40))) <= 40

"""`kcgraph query`, `queries` and `show`, called as the command line calls them."""

import json
from pathlib import Path

import click
import pytest
from asked import FIXTURE, cases, expected
from click.testing import CliRunner, Result
from pyoxigraph import RdfFormat, Store

from kcgraph.cli.ask import queries, query, show
from kcgraph.errors import CallError, KcgraphError, StoreError
from kcgraph.query import saved_queries
from kcgraph.store import building, replace_index
from kcgraph.vocab import BASE


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("asked") / "kcgraph.db"

    def fill(index: Store) -> None:
        index.bulk_load(path=FIXTURE, format=RdfFormat.TRIG)

    with building(path, BASE) as store:
        replace_index(store, "fixture", fill)
    return path


def call(command: click.Command, *arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def output(command: click.Command, *arguments: str) -> str:
    done = call(command, *arguments)
    assert done.exit_code == 0, done.exception
    assert done.stderr == ""
    return done.stdout


def refusal(command: click.Command, *arguments: str) -> KcgraphError:
    done = call(command, *arguments)
    assert done.stdout == ""
    assert isinstance(done.exception, KcgraphError)
    return done.exception


@pytest.mark.parametrize(("name", "case", "given"), cases())
def test_csv_of_a_store_on_disk_is_as_expected(folder: Path, name: str, case: str, given: dict[str, str]) -> None:
    pairs = [part for key, value in given.items() for part in ("-p", f"{key}={value}")]
    assert output(query, name, *pairs, "--format", "csv", "--store", str(folder)) == expected(name, case)


def test_queries_lists_all_with_the_name_first() -> None:
    lines = output(queries).splitlines()
    assert [line.split("  ")[0] for line in lines] == [saved.name for saved in saved_queries()]
    assert all(saved.title in line for saved, line in zip(saved_queries(), lines, strict=True))


@pytest.mark.parametrize("name", [saved.name for saved in saved_queries()])
def test_queries_name_tells_its_parameters_and_columns(name: str) -> None:
    text = output(queries, name)
    (saved,) = (saved for saved in saved_queries() if saved.name == name)
    assert all(f"  {parameter.name} ({parameter.type}" in text for parameter in saved.parameters)
    assert all(f"  {column.name}" in text for column in saved.columns)


def test_table_off_a_terminal_has_one_line_a_row(folder: Path) -> None:
    lines = output(query, "who-met-whom", "--store", str(folder)).splitlines()
    assert lines[0].split() == ["date", "person", "other", "place", "reports", "article", "quote"]
    assert len(lines) == 8
    assert "Premier Ana Vell received O'Brien." in lines[1]


def test_table_shows_signs_that_would_steer_the_terminal(folder: Path) -> None:
    text = output(query, "present-at", "-p", "class=Ceremony", "--store", str(folder))
    assert '"reception", with \\u202emusic[/b]' in text


def test_limit_cuts_the_rows(folder: Path) -> None:
    rows = json.loads(output(query, "who-met-whom", "--limit", "2", "--format", "json", "--store", str(folder)))
    assert [row["other"] for row in rows] == ["delegation of Nordmark", 'O\'Brien "Bob" {x} ?y']
    assert json.loads(output(query, "who-met-whom", "--limit", "0", "--format", "json", "--store", str(folder))) == []


def test_no_rows_is_said_on_standard_error(folder: Path) -> None:
    done = call(query, "visits", "-p", "from=2040-01-01", "--store", str(folder))
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "no rows\n")


def test_sparql_is_printed_for_other_engines(folder: Path) -> None:
    text = output(query, "visits", "-p", "place=Testgrad", "--format", "sparql", "--store", str(folder))
    assert "VALUES ?given_place { <https://w3id.org/kcgraph/place/testgrad> }" in text
    assert "UNDEF" not in text
    assert len(list(Store.read_only(str(folder / "index" / "fixture")).query(text))) == 2


def test_show_prints_a_dossier(folder: Path) -> None:
    text = output(show, "o'brien", "--store", str(folder))
    assert text.startswith('O\'Brien "Bob" {x} ?y  (Person)\n')
    assert "also written: O'Brien" in text
    assert "Meetings (2)" in text
    assert "“Ri Sam sat down with them.” [a4]" in text


def test_show_as_json(folder: Path) -> None:
    record = json.loads(output(show, "Treaty on Rivers", "--format", "json", "--store", str(folder)))
    assert record["iri"] == f"{BASE}treaty/rivers"
    acts = record["sections"][0]
    assert [(row["act"], row["quote"]) for row in acts["rows"]] == [
        ("Signing", "Both signed the treaty. "),
        ("Ratification", "Arland is to ratify it in June"),
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nothing",), "there is no query 'nothing'"),
        (("visits", "-p", "place"), "'place' is not KEY=VALUE"),
        (("visits", "-p", "from=2031-01-01", "-p", "from=2032-01-01"), "given twice"),
        (("visits", "-p", "person=ri sam"), "person/ri-sam-envoy"),
        (("visits", "-p", 'person="} { ?s ?p ?o } #'), "nothing in the store is called"),
    ],
)
def test_wrong_calls_are_refused(folder: Path, arguments: tuple[str, ...], told: str) -> None:
    error = refusal(query, *arguments, "--store", str(folder))
    assert isinstance(error, CallError)
    assert told in str(error)


def test_store_that_is_not_there_is_a_wrong_call(tmp_path: Path) -> None:
    assert isinstance(refusal(query, "sources", "--store", str(tmp_path / "none")), CallError)
    assert isinstance(refusal(show, "Ana Vell", "--store", str(tmp_path / "none")), CallError)
    assert isinstance(refusal(show, "Ana Vell", "--store", str(tmp_path)), StoreError)


def test_unknown_format_is_a_wrong_call(folder: Path) -> None:
    assert call(query, "sources", "--format", "xml", "--store", str(folder)).exit_code == 2
    assert call(query, "sources", "--limit", "-1", "--store", str(folder)).exit_code == 2

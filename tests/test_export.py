"""The output formats: what they hold, their order, and that other programs read them."""

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from extractions import event, identities, talks
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store, parse

from kcgraph.errors import CallError, DataError
from kcgraph.export import FORMATS, Source, export_file, format_named, format_of
from kcgraph.graph import RunRecord, article_quads, provenance_quads
from kcgraph.vocab import Minter

MINTER = Minter()
WITH_GRAPHS = ("nq", "trig", "jsonld")
OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")


def store_of(order: int = 1) -> Store:
    extractions = [talks(), event("b", ('Ri "Ok" {O\'Hara}\n', "Host"), ("Ivo Kral", "Guest"))][::order]
    store = Store()
    for extraction in extractions:
        store.extend(article_quads(extraction, identities(extraction), MINTER))
    store.extend(provenance_quads([RunRecord("1", "r", ("in",), "2025-01-01T00:00:00Z", ("a1",))], [], MINTER))
    return store


def written(form: str, source: Source) -> bytes:
    out = io.BytesIO()
    FORMATS[form].write(source, out)
    return out.getvalue()


def rdf_format(form: str) -> RdfFormat:
    found = RdfFormat.from_extension(form)
    assert found is not None
    return found


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_holds_everything_that_it_can(form: str) -> None:
    store = store_of()
    found = list(parse(written(form, Source(store)), format=rdf_format(form)))
    if form in WITH_GRAPHS:
        assert set(found) == set(store)
    else:
        assert {quad.triple for quad in found} == {quad.triple for quad in store}
        assert len(found) == len(set(found))


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_arrival_does_not_show(form: str) -> None:
    assert written(form, Source(store_of())) == written(form, Source(store_of(-1)))


@pytest.mark.parametrize("form", FORMATS)
def test_another_process_writes_the_same_bytes(form: str, tmp_path: Path) -> None:
    store = Store(str(tmp_path / "store"))
    store.extend(store_of())
    store.flush()
    del store
    code = (
        "import sys; from pyoxigraph import Store; from kcgraph.export import FORMATS, Source\n"
        f"FORMATS[{form!r}].write(Source(Store.read_only({str(tmp_path / 'store')!r})), sys.stdout.buffer)"
    )
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(3)}
    assert runs == {written(form, Source(Store.read_only(str(tmp_path / "store"))))}


@given(st.lists(st.tuples(st.text(max_size=8), st.sampled_from("xyz")), max_size=30))
def test_n_quads_are_sorted_lines_whatever_the_words(pairs: list[tuple[str, str]]) -> None:
    store = Store()
    store.extend(
        Quad(NamedNode("a:s"), NamedNode("a:p"), Literal(words), NamedNode(f"a:{graph}")) for words, graph in pairs
    )
    lines = written("nq", Source(store)).split(b"\n")[:-1]
    assert lines == sorted(lines)
    assert len(lines) == len(store)


def test_more_lines_than_fit_in_memory_are_sorted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source(store_of())
    expected = written("nq", source), written("ttl", source)
    monkeypatch.setattr("kcgraph.export._RUN_LINES", 7)
    assert (written("nq", source), written("ttl", source)) == expected


@pytest.mark.parametrize("form", FORMATS)
def test_a_graph_may_be_left_out(form: str) -> None:
    assert b"startedAtTime" in written(form, Source(store_of()))
    assert b"startedAtTime" not in written(form, Source(store_of(), MINTER.provenance_graph))


@pytest.mark.parametrize(("form", "name"), [("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_loads_the_formats_with_graphs(form: str, name: str) -> None:
    store = store_of()
    dataset = rdflib.Dataset()
    dataset.parse(data=written(form, Source(store)), format=name)
    assert sum(len(graph) for graph in dataset.graphs()) == len(store)
    names = {str(graph.identifier) for graph in dataset.graphs() if len(graph)}
    assert names == {graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)}


@pytest.mark.parametrize(("form", "name"), [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml")])
def test_rdflib_loads_the_formats_without_graphs(form: str, name: str) -> None:
    store = store_of()
    graph = rdflib.Graph().parse(data=written(form, Source(store)), format=name)
    assert len(graph) == len({quad.triple for quad in store})


@pytest.mark.skipif(OXIGRAPH is None, reason="the oxigraph command-line tool is not installed")
@pytest.mark.parametrize("form", ["nq", "trig", "ttl"])
def test_the_oxigraph_tool_loads_the_file(form: str, tmp_path: Path) -> None:
    store = store_of()
    export_file(Source(store), tmp_path / f"out.{form}", FORMATS[form])
    location, file = str(tmp_path / "loaded"), str(tmp_path / f"out.{form}")
    subprocess.run([str(OXIGRAPH), "load", "--location", location, "--file", file], check=True, capture_output=True)
    loaded = Store.read_only(location)
    assert len(loaded) == (len(store) if form in WITH_GRAPHS else len({quad.triple for quad in store}))


def test_a_file_is_replaced_whole_or_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "out.nq"
    path.write_text("before")

    class Failing(Source):
        def graphs(self) -> list[NamedNode | DefaultGraph]:
            raise OSError(28, "No space left on device")

    with pytest.raises(DataError, match=r"out\.nq can't be written: No space left on device"):
        export_file(Failing(store_of()), path, FORMATS["nq"])
    assert path.read_text() == "before"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.nq"]
    export_file(Source(store_of()), path, FORMATS["nq"])
    assert path.read_bytes() == written("nq", Source(store_of()))


def test_a_folder_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="No such file or directory"):
        export_file(Source(Store()), tmp_path / "nowhere" / "out.nq", FORMATS["nq"])


def test_formats_go_by_name_and_by_ending() -> None:
    assert format_of(Path("graph.TTL")) is format_named("ttl") is FORMATS["ttl"]
    with pytest.raises(CallError, match="one of nq, trig"):
        format_named("docx")
    with pytest.raises(CallError, match="has no known ending"):
        format_of(Path("graph"))
    with pytest.raises(CallError, match="a folder that is there"):
        format_of(Path("nowhere/at/all/graph.nq"))

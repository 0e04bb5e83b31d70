"""Saved questions to stores elsewhere: the same rows from ours, from Oxigraph and from Virtuoso."""

import os
from collections.abc import Iterator

import httpx
import pytest
from asked import cases, expected, store
from builds import kcgraph
from pyoxigraph import NamedNode, RdfFormat
from servers import OXIGRAPH, VIRTUOSO, Server, needs, oxigraph, virtuoso

from kcgraph.errors import CallError, StoreError
from kcgraph.query import load, sparql
from kcgraph.query.formats import as_csv
from kcgraph.remote.asking import RemoteNames, remote_answer, remote_names
from kcgraph.remote.credentials import Credentials
from kcgraph.remote.endpoint import Endpoint
from kcgraph.remote.graph_store import RemoteStore
from kcgraph.remote.kinds import kind_named
from kcgraph.remote.push import plan, push
from kcgraph.vocab import BASE, Minter

SERVERS = {"oxigraph": oxigraph, "virtuoso": virtuoso}


class Fixture:
    """The graphs of the store that the saved questions are tested on."""

    def names(self) -> list[str]:
        return sorted(graph.value for graph in store().named_graphs() if isinstance(graph, NamedNode))

    def lines(self, graph: str) -> list[bytes]:
        dumped = store().dump(format=RdfFormat.N_TRIPLES, from_graph=NamedNode(graph))
        return (dumped or b"").splitlines(keepends=True)


@pytest.fixture(
    scope="module",
    params=[
        pytest.param("oxigraph", marks=needs(OXIGRAPH)),
        pytest.param("virtuoso", marks=needs(VIRTUOSO)),
    ],
)
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with SERVERS[request.param](tmp_path_factory.mktemp(request.param)) as server:
        credentials = Credentials(server.user, server.password)
        with httpx.Client(auth=credentials.authentication(), timeout=60) as client:
            remote = RemoteStore(client, server.base, kind_named(server.kind))
            push(Fixture(), [], plan(Fixture(), remote, Minter()), remote, Minter())
        yield server


@pytest.mark.parametrize(("query", "case", "parameters"), cases())
def test_every_store_gives_the_same_rows(filled: Server, query: str, case: str, parameters: dict[str, str]) -> None:
    endpoint = Endpoint(filled.query, Credentials(), 60)
    question = load(query)
    text = sparql(question, parameters, remote_names(endpoint, question, parameters, BASE), BASE)
    assert "".join(as_csv(remote_answer(endpoint, question, text))) == expected(query, case)


def test_the_command_asks_an_endpoint(filled: Server) -> None:
    done = kcgraph("query", "people", "--endpoint", filled.query, "--format", "csv")
    assert done.returncode == 0, done.stderr
    assert done.stdout == expected("people", "")


def test_a_name_that_is_not_there_is_told_with_the_nearest(filled: Server) -> None:
    with pytest.raises(CallError, match="nothing in the store is called"):
        RemoteNames(Endpoint(filled.query, Credentials(), 60), BASE).resolve("Nobody Atall")


@pytest.mark.parametrize("path", ["/", "/nowhere"])
@needs(OXIGRAPH)
def test_what_is_no_endpoint_is_told_in_a_sentence(filled: Server, path: str) -> None:
    with pytest.raises(StoreError, match=r"check the address|does not take"):
        Endpoint(filled.base + path, Credentials(), 5, pause=0.0).select("SELECT ?s WHERE { ?s ?p ?o }")


def test_nothing_that_listens_is_told_in_a_sentence() -> None:
    with pytest.raises(StoreError, match="does not answer"):
        Endpoint("http://127.0.0.1:9/query", Credentials(), 5, pause=0.0).select("SELECT ?s WHERE { ?s ?p ?o }")
    assert "KCGRAPH_PASSWORD" not in os.environ

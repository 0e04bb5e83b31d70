"""`kcgraph push`: what a store elsewhere holds afterwards, whatever happens on the way; shown with real servers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from builds import kcgraph
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, parse
from servers import OXIGRAPH, VIRTUOSO, Server, needs, oxigraph, virtuoso

from kcgraph.errors import CallError, StoreError
from kcgraph.remote.credentials import Credentials, credentials_for
from kcgraph.remote.graph_store import RemoteStore, connected
from kcgraph.remote.kinds import kind_named
from kcgraph.remote.push import plan, push
from kcgraph.vocab import Minter

MINTER = Minter()
NAMES = [MINTER.article_graph(letter).value for letter in "abcde"]
FOREIGN = "https://example.org/theirs"


class Graphs(dict[str, list[bytes]]):
    """Graphs in memory."""

    def names(self) -> list[str]:
        return sorted(self)

    def lines(self, graph: str) -> list[bytes]:
        return self[graph]


def lines(*words: str) -> list[bytes]:
    return [f"<urn:s> <urn:p> {Literal(word)} .\n".encode() for word in dict.fromkeys(words)]


class Cut(httpx.BaseTransport):
    """Lets so many requests through, then breaks the connection for good; None breaks never."""

    def __init__(self, requests: int | None) -> None:
        self._through = httpx.HTTPTransport()
        self.left = requests
        self.sent: list[tuple[str, str]] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if self.left is not None:
            if self.left == 0:
                raise httpx.ReadError("cut")
            self.left -= 1
        self.sent.append((request.method, request.url.params.get("graph", "")))
        return self._through.handle_request(request)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph")) as running:
        yield running


@pytest.fixture(scope="module")
def other_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as running:
        yield running


def content(server: Server) -> dict[str, set[str]]:
    """What the server holds but for the manifest: graph to triples."""
    query = "SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } }"
    answer = httpx.get(server.query, params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    found: dict[str, set[str]] = {}
    for row in answer.json()["results"]["bindings"]:
        found.setdefault(row["g"]["value"], set()).add(row["o"]["value"])
    found.pop(MINTER.provenance_graph.value, None)
    return found


def expected(graphs: Graphs) -> dict[str, set[str]]:
    triples = {name: parse(b"".join(some), format=RdfFormat.N_TRIPLES) for name, some in graphs.items()}
    return {name: {quad.object.value for quad in quads} for name, quads in triples.items() if graphs[name]}


def store_at(server: Server, cut: Cut, *, with_graph_store: bool = True, largest: int = 200) -> RemoteStore:
    kind = replace(kind_named("oxigraph"), largest=largest)
    if not with_graph_store:
        kind = replace(kind, graphs=None)
    return RemoteStore(httpx.Client(transport=cut), server.base, kind, pause=0.0)


def empty(server: Server) -> None:
    httpx.post(
        server.update, data={"update": f"DROP ALL ; INSERT DATA {{ GRAPH <{FOREIGN}> {{ <urn:s> <urn:p> 1 }} }}"}
    )


contents = st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(max_size=60), max_size=6), max_size=4)


@needs(OXIGRAPH)
@settings(max_examples=40, deadline=None)
@given(st.lists(contents, min_size=1, max_size=3), st.booleans(), st.integers(0, 12))
def test_after_any_changes_and_a_cut_the_store_holds_our_graphs_and_theirs(
    server: Server, versions: list[dict[str, list[str]]], with_graph_store: bool, cut_after: int
) -> None:
    empty(server)
    for version in versions:
        graphs = Graphs({name: lines(*words) for name, words in version.items() if words})
        broken = store_at(server, Cut(cut_after), with_graph_store=with_graph_store)
        try:
            push(graphs, [], plan(graphs, broken, MINTER), broken, MINTER)
        except StoreError as error:
            assert server.base in str(error)
        whole = store_at(server, Cut(None), with_graph_store=with_graph_store)
        push(graphs, [], plan(graphs, whole, MINTER), whole, MINTER)
        assert content(server) == {FOREIGN: {"1"}, **expected(graphs)}
        assert not plan(graphs, whole, MINTER).send


@needs(OXIGRAPH)
def test_only_what_changed_is_sent(server: Server) -> None:
    empty(server)
    graphs = Graphs({name: lines("one", name) for name in NAMES})
    first = store_at(server, Cut(None))
    push(graphs, [], plan(graphs, first, MINTER), first, MINTER)
    graphs[NAMES[1]] = lines("two")
    del graphs[NAMES[2]]
    cut = Cut(None)
    again = store_at(server, cut)
    push(graphs, [], plan(graphs, again, MINTER), again, MINTER)
    changed = {graph for method, graph in cut.sent if method in ("PUT", "DELETE")}
    assert changed - {MINTER.provenance_graph.value, MINTER.local("graph/probe").value} == {NAMES[1], NAMES[2]}
    quiet = Cut(None)
    push(graphs, [], plan(graphs, store_at(server, quiet), MINTER), store_at(server, quiet), MINTER)
    assert {method for method, _ in quiet.sent} == {"GET"}


@needs(OXIGRAPH)
def test_a_push_goes_on_where_it_was_cut(server: Server) -> None:
    empty(server)
    graphs = Graphs({MINTER.article_graph(str(number)).value: lines(str(number)) for number in range(450)})
    cut = store_at(server, Cut(421), largest=1_000_000)
    with pytest.raises(StoreError, match="run the same command again"):
        push(graphs, [], plan(graphs, cut, MINTER), cut, MINTER)
    left = plan(graphs, store_at(server, Cut(None)), MINTER)
    assert len(left.kept) == 400 and len(left.send) == 50


def test_a_server_that_keeps_nothing_is_not_trusted() -> None:
    def yes_to_all(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"results": {"bindings": []}} if request.method == "GET" else None)

    store = RemoteStore(
        httpx.Client(transport=httpx.MockTransport(yes_to_all)), "http://localhost", kind_named("oxigraph")
    )
    graphs = Graphs({NAMES[0]: lines("x")})
    with pytest.raises(StoreError, match="does not have it"):
        push(graphs, [], plan(graphs, store, MINTER), store, MINTER)


def asking(scheme: str) -> Callable[[httpx.Request], httpx.Response]:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers.get("Authorization", "").startswith(scheme.split()[0]):
            return httpx.Response(200, text=request.headers["Authorization"])
        return httpx.Response(401, headers={"WWW-Authenticate": scheme})

    return answer


@pytest.mark.parametrize(
    ("credentials", "scheme", "sent"),
    [
        (Credentials("ann", "secret"), 'Basic realm="x"', "Basic YW5uOnNlY3JldA=="),
        (Credentials("ann", "secret"), 'Digest realm="x", nonce="1", qop="auth", algorithm=MD5', "Digest username"),
        (Credentials(token="abc"), "Bearer", "Bearer abc"),
    ],
)
def test_who_we_are_is_said_as_the_store_asks(credentials: Credentials, scheme: str, sent: str) -> None:
    with httpx.Client(transport=httpx.MockTransport(asking(scheme)), auth=credentials.authentication()) as client:
        answers = [client.get("http://localhost/") for _ in range(2)]
    assert all(answer.status_code == 200 and answer.text.startswith(sent) for answer in answers)
    assert "secret" not in repr(credentials) and "abc" not in repr(credentials)


def test_credentials_come_from_the_environment_or_netrc(tmp_path: Path) -> None:
    entries = tmp_path / "netrc"
    entries.write_text("machine store.example login ann password secret\n")
    entries.chmod(0o600)
    environment = {"NETRC": str(entries), "HOME": str(tmp_path)}
    assert credentials_for("https://store.example/x", environment) == Credentials("ann", "secret")
    assert credentials_for("https://other.example/x", environment) == Credentials()
    named = {**environment, "KCGRAPH_USER": "bob", "KCGRAPH_PASSWORD": "p"}
    assert credentials_for("https://store.example/x", named) == Credentials("bob", "p")
    assert credentials_for("https://store.example/x", {**named, "KCGRAPH_TOKEN": "t"}) == Credentials(token="t")


def test_a_password_in_the_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(CallError) as caught:
        credentials_for("http://ann:secret@store.example/x", {})
    assert "secret" not in str(caught.value) and "http://store.example/x" in str(caught.value)


def test_a_store_that_is_not_there_is_told_in_a_sentence() -> None:
    with connected(Credentials(), 5) as client, pytest.raises(StoreError, match="can't be reached"):
        RemoteStore(client, "http://127.0.0.1:9", kind_named("oxigraph"), pause=0.0).select("ASK {}")


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = tmp_path_factory.mktemp("seeds") / "kcgraph.db"
    done = kcgraph("build", "seeds/articles", "--store", str(store))
    assert done.returncode == 0, done.stderr
    return store


@needs(OXIGRAPH)
def test_push_fills_an_oxigraph_server(server: Server, seeds: Path) -> None:
    empty(server)
    fills(server, seeds)


@needs(VIRTUOSO)
def test_push_fills_a_virtuoso_server(other_server: Server, seeds: Path) -> None:
    fills(other_server, seeds)


def fills(server: Server, seeds: Path) -> None:
    account = {"KCGRAPH_USER": server.user, "KCGRAPH_PASSWORD": server.password or ""} if server.user else {}
    call = ("push", server.base, "--store", str(seeds))
    dry = kcgraph(*call, "--dry-run", variables=account)
    assert dry.returncode == 0, dry.stderr
    assert "to send" in dry.stdout and not any(graph.startswith(MINTER.base) for graph in content(server))
    done = kcgraph(*call, variables=account)
    assert done.returncode == 0, done.stderr
    quads = kcgraph("export", "--store", str(seeds), "--format", "nq").stdout
    here: dict[str, int] = {}
    for quad in parse(quads.encode(), format=RdfFormat.N_QUADS):
        here[quad.graph_name.value] = here.get(quad.graph_name.value, 0) + 1
    query = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    answer = httpx.get(server.query, params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    there = {row["g"]["value"]: int(row["n"]["value"]) for row in answer.json()["results"]["bindings"]}
    assert {graph: there.get(graph) for graph in here} == here
    again = kcgraph(*call, variables=account)
    assert f": 0 graphs sent, 0 dropped, {len(here)} already there" in again.stdout, again.stderr


@needs(OXIGRAPH)
def test_pull_brings_back_what_push_sent_byte_for_byte(server: Server, seeds: Path, tmp_path: Path) -> None:
    empty(server)
    assert kcgraph("push", server.base, "--store", str(seeds)).returncode == 0
    copy = tmp_path / "copy.db"
    pulled = kcgraph("pull", server.base, "--store", str(copy))
    assert pulled.returncode == 0, pulled.stderr
    assert exported(copy) == exported(seeds)
    again = kcgraph("pull", server.base, "--store", str(copy))
    assert " 0 added, 0 replaced, 16 unchanged" in again.stdout, again.stdout


@needs(OXIGRAPH)
def test_pull_rejects_what_breaks_a_shape_and_takes_the_rest(server: Server, seeds: Path, tmp_path: Path) -> None:
    empty(server)
    assert kcgraph("push", server.base, "--store", str(seeds)).returncode == 0
    bad = MINTER.article_graph("bad").value
    httpx.post(server.update, data={"update": f"INSERT DATA {{ GRAPH <{bad}> {{ <urn:x> a <urn:y> }} }}"})
    pulled = kcgraph("pull", server.base, "--store", str(tmp_path / "copy.db"))
    assert pulled.returncode == 0 and "16 added" in pulled.stdout and "1 rejected" in pulled.stdout, pulled.stderr
    assert "graph/article/bad breaks a shape" in (tmp_path / "copy.db" / "rejects.jsonl").read_text(encoding="utf-8")


def exported(store: Path) -> str:
    done = kcgraph("export", "--store", str(store), "--format", "nq")
    assert done.returncode == 0, done.stderr
    return done.stdout

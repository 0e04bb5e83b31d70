"""One triple store elsewhere, graph by graph: SPARQL 1.1 Graph Store Protocol, or SPARQL Update where it has none.

Every change can be made again: what a cut connection left half done, a repetition completes.
"""

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import httpx
import tenacity

from kcgraph.errors import StoreError
from kcgraph.remote.credentials import Credentials
from kcgraph.remote.kinds import Kind

N_TRIPLES = "application/n-triples"
_RESULTS = "application/sparql-results+json"
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""What a store that is busy answers; the request is made again."""
_ATTEMPTS = 5
_LONGEST_URL = 1500
"""A query that makes a longer address goes in the body of a form."""


class _Busy(Exception):  # noqa: N818 - never leaves this module
    def __init__(self, response: httpx.Response) -> None:
        super().__init__(f"it answered {response.status_code}")
        self.response = response


class RemoteStore:
    """A store that is filled and asked over HTTP. Methods raise StoreError, naming the address, when it refuses."""

    def __init__(self, client: httpx.Client, base: str, kind: Kind, *, pause: float = 1.0) -> None:
        """`pause` is how many seconds to wait before the first repetition; each further wait is twice as long."""
        self._client = client
        self.base = base.rstrip("/")
        self.kind = kind
        self._pause = pause
        self._writer: _Writer = _GraphStore(self) if kind.graphs is not None else _Update(self)

    def replace(self, graph: str, lines: Sequence[bytes]) -> None:
        """Make the graph hold just these N-Triples lines, in as many requests as the store needs."""
        first, *others = parts(lines, self.kind.largest) or [[]]
        if first:
            self._writer.replace(graph, b"".join(first))
        else:
            self.drop(graph)
        for part in others:
            self._writer.add(graph, b"".join(part))

    def add(self, graph: str, lines: Sequence[bytes]) -> None:
        """Add N-Triples lines to the graph."""
        for part in parts(lines, self.kind.largest):
            self._writer.add(graph, b"".join(part))

    def drop(self, graph: str) -> None:
        """Remove the graph; nothing happens when there is none."""
        self._writer.drop(graph)

    def triples(self, graph: str) -> bytes:
        """The graph as N-Triples or Turtle (which N-Triples is part of), empty when there is none."""
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        return self._ask(query, f"{N_TRIPLES}, text/turtle;q=0.5").content

    def select(self, query: str) -> list[Mapping[str, str]]:
        """The rows of a SELECT query: variable to the words of its value."""
        answer = self._ask(query, _RESULTS)
        try:
            rows = json.loads(answer.content)["results"]["bindings"]
            return [{name: str(value["value"]) for name, value in row.items()} for row in rows]
        except (ValueError, KeyError, TypeError, AttributeError):
            raise StoreError(
                f"{self.query_address} answered a query with something other than SPARQL results in JSON: "
                "check the address and --kind"
            ) from None

    @property
    def query_address(self) -> str:
        """The address of its SPARQL query endpoint."""
        return self.base + self.kind.query

    def _ask(self, query: str, accept: str) -> httpx.Response:
        headers = {"Accept": accept}
        if len(query) > _LONGEST_URL:
            return self.request("POST", self.query_address, headers=headers, data={"query": query})
        return self.request("GET", self.query_address, headers=headers, params={"query": query})

    def update(self, text: str) -> None:
        """Run a SPARQL Update."""
        self.request("POST", self.base + self.kind.update, data={"update": text})

    def request(
        self,
        method: str,
        address: str,
        *,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        data: Mapping[str, str] | None = None,
        content: bytes | None = None,
        missing_is_fine: bool = False,
    ) -> httpx.Response:
        """One request, made again while the store is busy or the connection breaks."""
        retrying = tenacity.Retrying(
            retry=tenacity.retry_if_exception_type((httpx.TransportError, _Busy)),
            stop=tenacity.stop_after_attempt(_ATTEMPTS),
            wait=tenacity.wait_exponential(multiplier=self._pause, max=60),
            reraise=True,
        )
        try:
            for attempt in retrying:
                with attempt:
                    response = self._client.request(
                        method, address, headers=headers, params=params, data=data, content=content
                    )
                    if response.status_code in _PASSING:
                        raise _Busy(response)
        except httpx.TransportError as error:
            reason = str(error) or type(error).__name__
            raise StoreError(
                f"{address} can't be reached ({reason}): check it, then run the same command again"
            ) from None
        except _Busy as error:
            response = error.response
        if response.is_success or (missing_is_fine and response.status_code == httpx.codes.NOT_FOUND):
            return response
        raise StoreError(_refusal(method, address, response))


class _Writer(Protocol):
    def replace(self, graph: str, triples: bytes) -> None: ...

    def add(self, graph: str, triples: bytes) -> None: ...

    def drop(self, graph: str) -> None: ...


class _GraphStore:
    """Writes by the Graph Store Protocol."""

    def __init__(self, store: RemoteStore) -> None:
        self._store = store

    def replace(self, graph: str, triples: bytes) -> None:
        self._send("PUT", graph, triples)

    def add(self, graph: str, triples: bytes) -> None:
        self._send("POST", graph, triples)

    def drop(self, graph: str) -> None:
        self._store.request("DELETE", self._address, params={"graph": graph}, missing_is_fine=True)

    def _send(self, method: str, graph: str, triples: bytes) -> None:
        headers = {"Content-Type": N_TRIPLES}
        self._store.request(method, self._address, params={"graph": graph}, headers=headers, content=triples)

    @property
    def _address(self) -> str:
        return self._store.base + (self._store.kind.graphs or "")


class _Update:
    """Writes by SPARQL Update, whose INSERT DATA takes N-Triples as they are."""

    def __init__(self, store: RemoteStore) -> None:
        self._store = store

    def replace(self, graph: str, triples: bytes) -> None:
        self._store.update(f"DROP SILENT GRAPH <{graph}> ; {_insertion(graph, triples)}")

    def add(self, graph: str, triples: bytes) -> None:
        self._store.update(_insertion(graph, triples))

    def drop(self, graph: str) -> None:
        self._store.update(f"DROP SILENT GRAPH <{graph}>")


def _insertion(graph: str, triples: bytes) -> str:
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{triples.decode('utf-8')}}} }}"


@contextlib.contextmanager
def connected(credentials: Credentials, seconds: float) -> Iterator[httpx.Client]:
    """A client that signs its requests and gives each `seconds` to be answered."""
    limits = httpx.Timeout(seconds, connect=min(seconds, 10.0))
    with httpx.Client(auth=credentials.authentication(), timeout=limits, follow_redirects=False) as client:
        yield client


def parts(lines: Iterable[bytes], largest: int) -> list[list[bytes]]:
    """The lines in their order, cut so that no part is larger than `largest` bytes unless one line is."""
    cut: list[list[bytes]] = []
    size = largest + 1
    for line in lines:
        if size + len(line) > largest:
            cut.append([])
            size = 0
        cut[-1].append(line)
        size += len(line)
    return cut


def _refusal(method: str, address: str, response: httpx.Response) -> str:
    code = response.status_code
    if code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        return (
            f"{address} refuses us ({code}): set KCGRAPH_USER and KCGRAPH_PASSWORD, or KCGRAPH_TOKEN, or an entry in "
            "~/.netrc, of an account that may write"
        )
    told = " ".join(response.text.split())[:200]
    return f"{address} answered {code} to {method}{f' ({told})' if told else ''}: check the address and --kind"

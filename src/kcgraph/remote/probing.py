"""Which kind of store answers at an address, and whether it keeps what it says it has taken."""

import httpx

from kcgraph.errors import CallError, StoreError
from kcgraph.remote.graph_store import RemoteStore
from kcgraph.remote.kinds import Kind, kind_named, kind_of_server


def remote_store(client: httpx.Client, address: str, kind_key: str | None, *, pause: float = 1.0) -> RemoteStore:
    """The store at `address`, which is its base address or that of one of its endpoints.

    Raises CallError when the address is none or the kind can't be told, StoreError when nothing answers.
    """
    if not address.startswith(("http://", "https://")):
        raise CallError(f"{address!r} is no http(s) address: give the base address of the store")
    kind = kind_named(kind_key) if kind_key is not None else _kind_at(client, address)
    return RemoteStore(client, _base(address, kind), kind, pause=pause)


def check_that_it_keeps(store: RemoteStore, graph: str) -> None:
    """Write a triple to `graph`, read it back and drop it.

    There are servers that answer 200 and keep nothing. Raises StoreError for such a one.
    """
    store.replace(graph, [f'<{graph}> <http://www.w3.org/2000/01/rdf-schema#label> "probe" .\n'.encode()])
    is_kept = bool(store.select(f"SELECT ?o WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"))
    store.drop(graph)
    if not is_kept:
        raise StoreError(
            f"{store.base} says that it took a graph but does not have it: check the address and --kind, and that it "
            "may be written"
        )


def _kind_at(client: httpx.Client, address: str) -> Kind:
    try:
        answer = client.get(address)
    except httpx.TransportError as error:
        reason = str(error) or type(error).__name__
        raise StoreError(f"{address} can't be reached ({reason}): check it, and that the store runs") from None
    server = answer.headers.get("Server", "")
    kind = kind_of_server(server)
    if kind is None:
        told = f"its Server header is {server!r}" if server else "it has no Server header"
        raise CallError(f"can't tell which kind of store answers at {address} ({told}): say it with --kind")
    return kind


def _base(address: str, kind: Kind) -> str:
    bare = address.rstrip("/")
    for path in kind.endpoints():
        if bare.endswith(path.rstrip("/")):
            return bare[: -len(path.rstrip("/"))]
    return bare

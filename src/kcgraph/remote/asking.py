"""Saved questions to a kcgraph graph in a store elsewhere."""

from collections.abc import Mapping

from pyoxigraph import NamedNode, Quad, Store

from kcgraph.query import Names, Result, SavedQuery, result
from kcgraph.remote.credentials import credentials_for
from kcgraph.remote.endpoint import Endpoint
from kcgraph.vocab import Minter


def endpoint_at(address: str, seconds: float) -> Endpoint:
    """The endpoint at `address`, asked with the credentials of the environment; `seconds` is how long it may take."""
    return Endpoint(address, credentials_for(address), seconds)


def remote_answer(endpoint: Endpoint, question: SavedQuery, text: str) -> Result:
    """The result of `text`, the bound SPARQL of `question`. Raises StoreError when the endpoint does not answer."""
    _, rows = endpoint.select(text)
    return result(question, ([row.get(column.name) for column in question.columns] for row in rows))


def remote_names(endpoint: Endpoint, question: SavedQuery, parameters: Mapping[str, str], base: str) -> Names:
    """What the parameters of a question are looked up in; fetched only when one of them is a name."""
    is_asked = any(one.type in ("name", "iri") and one.name in parameters for one in question.parameters)
    return RemoteNames(endpoint, base) if is_asked else Names(Store(), base)


class RemoteNames(Names):
    """The names in a store elsewhere: what its computed graphs call things, fetched once."""

    def __init__(self, endpoint: Endpoint, base: str) -> None:
        super().__init__(_descriptions(endpoint, Minter(base)), base)
        self._endpoint = endpoint

    def _is_known(self, node: NamedNode) -> bool:
        if super()._is_known(node):
            return True
        _, rows = self._endpoint.select(f"SELECT ?p WHERE {{ GRAPH ?g {{ {node} ?p ?o }} }} LIMIT 1")
        return bool(rows)


def _descriptions(endpoint: Endpoint, minter: Minter) -> Store:
    store = Store()
    for graph in (minter.reference_graph, minter.canonical_graph):
        _, rows = endpoint.select(_DESCRIPTIONS.replace("<graph>", str(graph)))
        for row in rows:
            subject, predicate, value = row["s"], row["p"], row["o"]
            if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode):
                store.add(Quad(subject, predicate, value, graph))
    return store


_DESCRIPTIONS = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?s ?p ?o WHERE {
  VALUES ?p { rdf:type skos:prefLabel skos:altLabel dcterms:isReplacedBy }
  GRAPH <graph> { ?s ?p ?o }
}
"""

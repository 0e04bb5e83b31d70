"""Closed namespaces: a term that the ontology folder does not declare can't be written down."""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder

TERM_FILES = ("kcgraph.ttl", "outside-terms.ttl")

_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@cache
def declared_terms() -> frozenset[str]:
    """Return the IRIs of all terms that the ontology folder declares (gives a type).

    Raises KnowledgeError when a file is missing or not Turtle.
    """
    terms: set[str] = set()
    for name in TERM_FILES:
        path = folder("ontology") / name
        try:
            terms.update(
                triple.subject.value
                for triple in parse(path=path, format=RdfFormat.TURTLE)
                if triple.predicate == _TYPE and isinstance(triple.subject, NamedNode)
            )
        except (OSError, SyntaxError) as error:
            raise KnowledgeError(f"{path} can't be read ({error}): reinstall kcgraph or mend the file") from error
    return frozenset(terms)


class Namespace:
    """The terms below one IRI, as attributes (`KCG.Meeting`) or items (`KCG["Meeting"]`).

    Each is a NamedNode, made once. An undeclared term raises KnowledgeError.
    """

    def __init__(self, iri: str) -> None:
        self._iri = iri

    def __getitem__(self, name: str) -> NamedNode:
        known = self.__dict__.get(name)
        return known if isinstance(known, NamedNode) else self._declared(name)

    def __getattr__(self, name: str) -> NamedNode:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._declared(name)

    def __contains__(self, name: object) -> bool:
        return f"{self._iri}{name}" in declared_terms()

    def __iter__(self) -> Iterator[str]:
        """Yield the declared local names in order."""
        return iter(sorted(iri.removeprefix(self._iri) for iri in declared_terms() if self._owns(iri)))

    def __str__(self) -> str:
        return self._iri

    def __repr__(self) -> str:
        return f"Namespace({self._iri!r})"

    def _owns(self, iri: str) -> bool:
        return iri.startswith(self._iri) and len(iri) > len(self._iri)

    def _declared(self, name: str) -> NamedNode:
        if name not in self:
            raise KnowledgeError(
                f"term {self._iri}{name} is not declared in ontology/: correct it, or declare it there"
            )
        node = NamedNode(self._iri + name)
        self.__dict__[name] = node
        return node


BASE = "https://w3id.org/kcgraph/"
KCG = Namespace(BASE + "ontology#")
DCTERMS = Namespace("http://purl.org/dc/terms/")
OA = Namespace("http://www.w3.org/ns/oa#")
OWL = Namespace("http://www.w3.org/2002/07/owl#")
PROV = Namespace("http://www.w3.org/ns/prov#")
RDF = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA = Namespace("https://schema.org/")
SH = Namespace("http://www.w3.org/ns/shacl#")
SKOS = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD = Namespace("http://www.w3.org/2001/XMLSchema#")

PREFIXES = {
    "dcterms": str(DCTERMS),
    "kcg": str(KCG),
    "oa": str(OA),
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SCHEMA),
    "sh": str(SH),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""Prefix to namespace IRI, for serializers, queries and messages to people."""

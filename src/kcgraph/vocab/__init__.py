"""The names that kcgraph writes: closed namespaces read from `ontology/`, and the minting of IRIs."""

from kcgraph.vocab.minting import Minter, slug
from kcgraph.vocab.namespaces import (
    BASE,
    DCTERMS,
    KCG,
    OA,
    OWL,
    PREFIXES,
    PROV,
    RDF,
    RDFS,
    SCHEMA,
    SH,
    SKOS,
    XSD,
    Namespace,
    declared_terms,
)

__all__ = [
    "BASE",
    "DCTERMS",
    "KCG",
    "OA",
    "OWL",
    "PREFIXES",
    "PROV",
    "RDF",
    "RDFS",
    "SCHEMA",
    "SH",
    "SKOS",
    "XSD",
    "Minter",
    "Namespace",
    "declared_terms",
    "slug",
]

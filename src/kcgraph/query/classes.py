"""The classes of the ontology below a class."""

from functools import cache

from pyoxigraph import NamedNode, RdfFormat, parse

from kcgraph.resources import folder
from kcgraph.vocab import KCG, RDFS


@cache
def below(name: str) -> frozenset[str]:
    """The local names of the class `name` of the ontology and of all its subclasses there.

    Raises KnowledgeError when the ontology has no such class.
    """
    found = {KCG[name].value}
    while more := {child for child, parent in _subclass_links() if parent in found} - found:
        found |= more
    return frozenset(iri.removeprefix(str(KCG)) for iri in found)


@cache
def _subclass_links() -> tuple[tuple[str, str], ...]:
    triples = parse(path=folder("ontology") / "kcgraph.ttl", format=RdfFormat.TURTLE)
    return tuple(
        (triple.subject.value, triple.object.value)
        for triple in triples
        if triple.predicate == RDFS.subClassOf
        and isinstance(triple.subject, NamedNode)
        and isinstance(triple.object, NamedNode)
        and triple.subject.value.startswith(str(KCG))
    )

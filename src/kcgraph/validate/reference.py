"""The reference engine: pySHACL with the same shape files; slow, and what the fast one is tested against."""

import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from rdflib.collection import Collection
from rdflib.namespace import SH
from rdflib.term import BNode, Identifier, Node, URIRef

from kcgraph.errors import KnowledgeError
from kcgraph.validate.compiler import shape_triples
from kcgraph.validate.facts import Term, by_graph
from kcgraph.validate.violation import Violation


def check(quads: Iterable[Quad], directory: Path) -> list[Violation]:
    """Return what each named graph breaks of the shapes in `directory`.

    Raises KnowledgeError when pySHACL can't use the shapes.
    """
    with _quiet():
        graphs = {name: _graph(members) for name, members in by_graph(quads).items()}
        return [violation.within(key) for key, graph in graphs.items() for violation in check_graph(graph, directory)]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from printing a traceback or warning for each ill-typed literal: the violation tells of it."""
    logger = logging.getLogger("rdflib.term")
    was_disabled, logger.disabled = logger.disabled, True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.disabled = was_disabled


def check_graph(graph: rdflib.Graph, directory: Path) -> Iterator[Violation]:
    """Yield what one rdflib graph breaks of the shapes in `directory`, as violations without a graph."""
    shapes = _shapes(directory)
    try:
        results = _results(graph, shapes)
    except TypeError:
        # pySHACL 0.40 crashes on comparing an ill-typed literal. sh:datatype reports it without the comparison.
        shapes = _without_pairs(directory)
        results = _results(graph, shapes)
    for result in results.objects(None, SH.result):  # not sh:detail, which tells why a sh:node failed
        yield _violation(results, result, shapes)


def _results(graph: rdflib.Graph, shapes: rdflib.Graph) -> rdflib.Graph:
    try:
        _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, inference="none", advanced=False)
    except pyshacl.errors.ReportableRuntimeError as error:
        raise KnowledgeError(f"pySHACL can't use the shapes ({error}): correct them") from error
    if not isinstance(results, rdflib.Graph):
        raise KnowledgeError(f"pySHACL gave up ({results}): validate with the compiled engine to see what breaks")
    return results


def _violation(results: rdflib.Graph, result: Node, shapes: rdflib.Graph) -> Violation:
    def text(predicate: URIRef) -> str:
        return str(results.value(result, predicate))

    value = results.value(result, SH.value)
    return Violation(
        graph="",
        focus=text(SH.focusNode),
        path=_path(results, results.value(result, SH.resultPath)),
        value=None if value is None else str(value),
        constraint=text(SH.sourceConstraintComponent).removeprefix(str(SH)).removesuffix("ConstraintComponent"),
        message=text(SH.resultMessage),
        shape=_owner(shapes, results.value(result, SH.sourceShape)),
        severity=text(SH.resultSeverity).removeprefix(str(SH)),
    )


def _path(results: rdflib.Graph, path: Node | None) -> str | None:
    if path is None or isinstance(path, URIRef):
        return path if path is None else str(path)
    return " / ".join(str(step) for step in Collection(results, path))


def _owner(shapes: rdflib.Graph, shape: Node | None) -> str:
    """The IRI of the shape, or of the shape that a nameless property shape stands in."""
    while isinstance(shape, BNode):
        shape = shapes.value(None, SH.property, shape)
    return str(shape)


@cache
def _shapes(directory: Path) -> rdflib.Graph:
    return _graph(shape_triples(directory))


@cache
def _without_pairs(directory: Path) -> rdflib.Graph:
    """The shapes without the constraints that compare two properties."""
    graph = rdflib.Graph()
    pairs = {SH.lessThan, SH.lessThanOrEquals}
    for triple in _shapes(directory):
        if triple[1] not in pairs:
            graph.add(triple)
    return graph


def _graph(triples: Iterable[Quad | Triple]) -> rdflib.Graph:
    graph = rdflib.Graph()
    for triple in triples:
        graph.add((_node(triple.subject), _node(triple.predicate), _node(triple.object)))
    return graph


def _node(term: Term) -> Identifier:
    if isinstance(term, NamedNode):
        return URIRef(term.value)
    if isinstance(term, BlankNode):
        return BNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    raise KnowledgeError(f"{term} is a triple term, which pySHACL does not know: validate with the compiled engine")

"""Reading SHACL files into compiled shapes: every triple is a check, a target or a remark, or the file is refused."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kcgraph.errors import KnowledgeError
from kcgraph.validate.constraints import BINDS_ABSENCE, OF_LIST, OF_SHAPE, OF_SHAPES, OF_TERM, sparql
from kcgraph.validate.facts import Facts, Term
from kcgraph.validate.shape import Check, Constraint, Shape, Target, text_of
from kcgraph.vocab import RDF, SH

_HANDLED = frozenset({RDF.type, SH.path, SH.property, SH.message, SH.severity})
_TARGETS = {
    SH.targetClass: Facts.instances,
    SH.targetSubjectsOf: Facts.subjects_of,
    SH.targetObjectsOf: Facts.objects_of,
}
_SEVERITIES = {SH.Violation: "Violation", SH.Warning: "Warning", SH.Info: "Info"}

_SHAPE_TYPES = {SH.NodeShape, SH.PropertyShape}

_Find = Callable[[Facts, NamedNode], Iterable[Term]]


def shape_triples(directory: Path) -> list[Triple]:
    """Return the triples of all shape files directly in `directory`, in the order of their names.

    Raises KnowledgeError for a file that is not Turtle and for a directory without any.
    """
    triples: list[Triple] = []
    paths = sorted(directory.glob("*.ttl"))
    if not paths:
        raise KnowledgeError(f"folder {directory} holds no shape file (*.ttl): reinstall kcgraph")
    for path in paths:
        try:
            triples.extend(quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE))
        except (OSError, SyntaxError) as error:
            raise KnowledgeError(f"{path} can't be read as Turtle ({error}): correct it") from error
    return triples


@cache
def compiled_shapes(directory: Path) -> tuple[Shape, ...]:
    """Return the shapes of `directory` that have targets, compiled, in the order of their names.

    Raises KnowledgeError for any constraint, target or other triple that this engine does not know, so that nothing in
    the files is skipped in silence.
    """
    return _Compiler(shape_triples(directory)).roots()


class _Compiler:
    def __init__(self, triples: Iterable[Triple]) -> None:
        self._facts = Facts.of(triples)
        self._done: dict[Term, Shape] = {}
        self._queries: set[Term] = set()
        self._open: set[Term] = set()

    def roots(self) -> tuple[Shape, ...]:
        """Compile every shape with a target, and see that nothing else is left over."""
        nodes = self._facts.objects
        roots = [node for node, properties in nodes.items() if any(target in properties for target in _TARGETS)]
        shapes = sorted((self._shape(node, text_of(node)) for node in roots), key=lambda shape: shape.name)
        for shape in shapes:
            self._require_messages(shape)
        for node, properties in nodes.items():
            if node not in self._done and node not in self._queries and RDF.first not in properties:
                raise KnowledgeError(
                    f"shape {node} has no target and no shape refers to it: give it a target or drop it"
                )
        return tuple(shapes)

    def _shape(self, node: Term, owner: str) -> Shape:
        if node in self._done:
            return self._done[node]
        if node in self._open:
            raise KnowledgeError(f"shape {node} refers to itself: recursive shapes are not supported")
        self._open.add(node)
        name = node.value if isinstance(node, NamedNode) else owner
        shape = Shape(
            name=name,
            path=self._path(node),
            constraints=tuple(self._constraints(node, name)),
            properties=tuple(self._property(inner, name) for inner in self._facts.values(node, SH.property)),
            targets=tuple(self._targets(node)),
            message=self._message(node),
            severity=self._severity(node),
        )
        self._open.discard(node)
        self._done[node] = shape
        return shape

    def _property(self, node: Term, owner: str) -> Shape:
        shape = self._shape(node, owner)
        if not shape.path:
            raise KnowledgeError(f"property shape {node} (in {owner}) has no sh:path: give it one")
        return shape

    def _constraints(self, node: Term, name: str) -> Iterator[Constraint]:
        properties = self._facts.objects.get(node)
        if properties is None:
            raise KnowledgeError(f"shape {node} (in {name}) is referred to but not described: add it to shapes/")
        for predicate, parameters in properties.items():
            for parameter in parameters:
                yield from self._constraint(predicate, parameter, name)

    def _constraint(self, predicate: NamedNode, parameter: Term, name: str) -> Iterator[Constraint]:
        if predicate in OF_TERM:
            kind, of_term = OF_TERM[predicate]
            yield _constraint(kind, of_term(parameter))
        elif predicate in OF_LIST:
            kind, of_list = OF_LIST[predicate]
            yield _constraint(kind, of_list(self._items(parameter)))
        elif predicate in OF_SHAPE:
            kind, of_shape = OF_SHAPE[predicate]
            yield _constraint(kind, of_shape(self._shape(parameter, name)))
        elif predicate in OF_SHAPES:
            kind, of_shapes = OF_SHAPES[predicate]
            yield _constraint(kind, of_shapes([self._shape(item, name) for item in self._items(parameter)]))
        elif predicate == SH.sparql:
            yield _constraint("SPARQL", sparql(self._select(parameter, name)))
        elif predicate == RDF.type and parameter not in _SHAPE_TYPES:
            raise KnowledgeError(f"shape {name} is also a {parameter}, an implicit target: use sh:targetClass instead")
        elif predicate not in _HANDLED and predicate not in _TARGETS:
            raise KnowledgeError(
                f"shape {name} uses {predicate.value}, which this engine does not know: add it in constraints.py"
            )

    def _select(self, node: Term, name: str) -> str:
        """The query of a SPARQL constraint; its message is that of the shape, and its prefixes stand in the query."""
        self._queries.add(node)
        selects = list(self._facts.values(node, SH.select))
        unknown = set(self._facts.objects.get(node, {})) - {RDF.type, SH.select}
        if unknown or len(selects) != 1 or not isinstance(selects[0], Literal):
            raise KnowledgeError(
                f"SPARQL constraint of shape {name} must have one sh:select and nothing else: correct it"
            )
        return selects[0].value

    def _targets(self, node: Term) -> Iterator[Target]:
        for predicate, find in _TARGETS.items():
            for parameter in self._facts.values(node, predicate):
                if not isinstance(parameter, NamedNode):
                    raise KnowledgeError(f"target {parameter} of shape {node} is not an IRI: correct the shape")
                yield partial(_found, find, parameter)

    def _path(self, node: Term) -> tuple[NamedNode, ...]:
        paths = list(self._facts.values(node, SH.path))
        if not paths:
            return ()
        steps = self._items(paths[0]) if self._facts.values(paths[0], RDF.first) else paths[:1]
        named = tuple(step for step in steps if isinstance(step, NamedNode))
        if len(paths) > 1 or not named or len(named) < len(steps):
            raise KnowledgeError(
                f"path of shape {node} is neither one predicate nor a sequence of predicates: correct it"
            )
        return named

    def _items(self, head: Term) -> list[Term]:
        items: list[Term] = []
        while head != RDF.nil:
            first, rest = self._facts.values(head, RDF.first), self._facts.values(head, RDF.rest)
            if len(first) != 1 or len(rest) != 1:
                raise KnowledgeError(f"{head} is not a well-formed list: correct the shape")
            items.extend(first)
            head = next(iter(rest))
        return items

    def _message(self, node: Term) -> str:
        messages = list(self._facts.values(node, SH.message))
        if len(messages) > 1 or not all(isinstance(message, Literal) for message in messages):
            raise KnowledgeError(f"shape {node} must have one sh:message, a text: correct it")
        return text_of(messages[0]) if messages else ""

    def _severity(self, node: Term) -> str:
        severities = list(self._facts.values(node, SH.severity)) or [SH.Violation]
        name = _SEVERITIES.get(severities[0]) if isinstance(severities[0], NamedNode) else None
        if len(severities) > 1 or name is None:
            raise KnowledgeError(
                f"shape {node} must have one sh:severity, sh:Violation, sh:Warning or sh:Info: correct it"
            )
        return name

    def _require_messages(self, shape: Shape) -> None:
        if shape.constraints and not shape.message:
            raise KnowledgeError(
                f"shape {shape.name} {shape.path_name or ''} has no sh:message: say what a person can do"
            )
        for inner in shape.properties:
            self._require_messages(inner)


def _constraint(kind: str, check: Check) -> Constraint:
    return Constraint(kind, check, kind in BINDS_ABSENCE)


def _found(find: _Find, parameter: NamedNode, facts: Facts) -> Iterable[Term]:
    return find(facts, parameter)

"""The kinds of constraint that the shapes use, each turned from its SHACL parameter into a check."""

import re
from collections.abc import Callable, Collection, Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Store

from kcgraph.errors import KnowledgeError
from kcgraph.validate.facts import Facts, Term
from kcgraph.validate.literals import compare, require_known, value_of
from kcgraph.validate.shape import Check, Shape
from kcgraph.vocab import SH, XSD

_NODE_KINDS: dict[NamedNode, tuple[type, ...]] = {
    SH.IRI: (NamedNode,),
    SH.BlankNode: (BlankNode,),
    SH.Literal: (Literal,),
    SH.BlankNodeOrIRI: (BlankNode, NamedNode),
    SH.BlankNodeOrLiteral: (BlankNode, Literal),
    SH.IRIOrLiteral: (NamedNode, Literal),
}


def _per_value(is_good: Callable[[Facts, Term], bool]) -> Check:
    """A check of each value by itself."""
    return lambda facts, _, values: [value for value in values if not is_good(facts, value)]


def _number(parameter: Term) -> int:
    value = value_of(parameter.value, parameter.datatype.value) if isinstance(parameter, Literal) else None
    if not isinstance(value, int):
        raise KnowledgeError(f"{parameter} is not a whole number: correct the shape")
    return value


def _iri(parameter: Term) -> NamedNode:
    if not isinstance(parameter, NamedNode):
        raise KnowledgeError(f"{parameter} is not an IRI: correct the shape")
    return parameter


def min_count(parameter: Term) -> Check:
    """sh:minCount."""
    least = _number(parameter)
    return lambda _facts, _focus, values: (None,) if len(values) < least else ()


def max_count(parameter: Term) -> Check:
    """sh:maxCount."""
    most = _number(parameter)
    return lambda _facts, _focus, values: (None,) if len(values) > most else ()


def has_value(parameter: Term) -> Check:
    """sh:hasValue."""
    return lambda _facts, _focus, values: () if parameter in values else (None,)


def datatype(parameter: Term) -> Check:
    """sh:datatype: the right datatype, and written as it allows."""
    wanted = _iri(parameter)
    name = wanted.value
    require_known(name)
    if wanted == XSD.string:
        return _per_value(lambda _, value: isinstance(value, Literal) and value.datatype == wanted)
    return _per_value(
        lambda _, value: (
            isinstance(value, Literal) and value.datatype == wanted and value_of(value.value, name) is not None
        )
    )


def node_kind(parameter: Term) -> Check:
    """sh:nodeKind."""
    kinds = _NODE_KINDS.get(_iri(parameter))
    if kinds is None:
        raise KnowledgeError(f"{parameter} is not a SHACL node kind: correct the shape")
    return _per_value(lambda _, value: isinstance(value, kinds))


def class_(parameter: Term) -> Check:
    """sh:class."""
    wanted = _iri(parameter)
    return _per_value(lambda facts, value: facts.is_member(value, wanted))


def pattern(parameter: Term) -> Check:
    """sh:pattern, without flags."""
    if not isinstance(parameter, Literal):
        raise KnowledgeError(f"{parameter} is not a pattern: correct the shape")
    try:
        expression = re.compile(parameter.value)
    except re.error as error:
        raise KnowledgeError(f"pattern {parameter.value!r} does not compile ({error}): correct the shape") from error
    return _per_value(
        lambda _, value: isinstance(value, NamedNode | Literal) and expression.search(value.value) is not None
    )


def min_length(parameter: Term) -> Check:
    """sh:minLength."""
    least = _number(parameter)
    return _per_value(lambda _, value: isinstance(value, NamedNode | Literal) and len(value.value) >= least)


def max_length(parameter: Term) -> Check:
    """sh:maxLength."""
    most = _number(parameter)
    return _per_value(lambda _, value: isinstance(value, NamedNode | Literal) and len(value.value) <= most)


def _bound(accepted: tuple[int, ...]) -> Callable[[Term], Check]:
    """A builder of checks that each value compares with the parameter in one of the accepted ways."""

    def build(parameter: Term) -> Check:
        if not isinstance(parameter, Literal) or compare(parameter, parameter) is None:
            raise KnowledgeError(f"{parameter} is not a value to compare with: correct the shape")
        limit = parameter
        return _per_value(lambda _, value: isinstance(value, Literal) and compare(value, limit) in accepted)

    return build


def _pair(accepted: tuple[int, ...]) -> Callable[[Term], Check]:
    """A builder of checks that each value compares with every value of another property in an accepted way."""

    def build(parameter: Term) -> Check:
        other = _iri(parameter)

        def check(facts: Facts, focus: Term, values: Collection[Term]) -> Iterable[Term]:
            rivals = facts.values(focus, other)
            return [value for value in values for rival in rivals if not _compares(value, rival, accepted)]

        return check

    return build


def _compares(value: Term, rival: Term, accepted: tuple[int, ...]) -> bool:
    return isinstance(value, Literal) and isinstance(rival, Literal) and compare(value, rival) in accepted


def one_of(parameters: list[Term]) -> Check:
    """sh:in."""
    allowed = frozenset(parameters)
    return _per_value(lambda _, value: value in allowed)


def any_shape(shapes: list[Shape]) -> Check:
    """sh:or."""
    return _per_value(lambda facts, value: any(shape.conforms(facts, value) for shape in shapes))


def every_shape(shapes: list[Shape]) -> Check:
    """sh:and."""
    return _per_value(lambda facts, value: all(shape.conforms(facts, value) for shape in shapes))


def this_shape(shape: Shape) -> Check:
    """sh:node."""
    return _per_value(shape.conforms)


def not_shape(shape: Shape) -> Check:
    """sh:not."""
    return _per_value(lambda facts, value: not shape.conforms(facts, value))


def sparql(select: str) -> Check:
    """sh:sparql: a SELECT of `$this` (and `?value`), which is asked once for all focus nodes of a graph."""
    try:
        Store().query(select)
    except SyntaxError as error:
        raise KnowledgeError(f"sh:select {select!r} is not SPARQL ({error}): correct the shape") from error
    return lambda facts, focus, _: facts.offenders(select).get(focus, ())


OF_TERM: dict[NamedNode, tuple[str, Callable[[Term], Check]]] = {
    SH.minCount: ("MinCount", min_count),
    SH.maxCount: ("MaxCount", max_count),
    SH.hasValue: ("HasValue", has_value),
    SH.datatype: ("Datatype", datatype),
    SH.nodeKind: ("NodeKind", node_kind),
    SH["class"]: ("Class", class_),
    SH.pattern: ("Pattern", pattern),
    SH.minLength: ("MinLength", min_length),
    SH.maxLength: ("MaxLength", max_length),
    SH.minInclusive: ("MinInclusive", _bound((0, 1))),
    SH.minExclusive: ("MinExclusive", _bound((1,))),
    SH.maxInclusive: ("MaxInclusive", _bound((-1, 0))),
    SH.maxExclusive: ("MaxExclusive", _bound((-1,))),
    SH.lessThan: ("LessThan", _pair((-1,))),
    SH.lessThanOrEquals: ("LessThanOrEquals", _pair((-1, 0))),
}
OF_LIST: dict[NamedNode, tuple[str, Callable[[list[Term]], Check]]] = {SH["in"]: ("In", one_of)}
OF_SHAPE: dict[NamedNode, tuple[str, Callable[[Shape], Check]]] = {
    SH.node: ("Node", this_shape),
    SH["not"]: ("Not", not_shape),
}
OF_SHAPES: dict[NamedNode, tuple[str, Callable[[list[Shape]], Check]]] = {
    SH["or"]: ("Or", any_shape),
    SH["and"]: ("And", every_shape),
}
BINDS_ABSENCE = frozenset({"MinCount", "HasValue"})

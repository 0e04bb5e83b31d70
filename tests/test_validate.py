"""The two engines agree, also on graphs broken in one way; the compiled one refuses shapes that it does not know."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse

from kcgraph.errors import CallError, KnowledgeError
from kcgraph.resources import folder
from kcgraph.validate import ENGINES, Violation, violations
from kcgraph.vocab import KCG, OA, RDF, XSD, Minter

EXAMPLES = sorted(folder("shapes").glob("examples/*.conforms.ttl"))
GRAPHS = [list(parse(path=path)) for path in EXAMPLES]
HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix e: <https://example.org/> .
"""


def keys(found: list[Violation]) -> list[tuple[str, str, str | None, str]]:
    return [(violation.graph, violation.focus, violation.path, violation.constraint) for violation in found]


def in_graph(quads: list[Quad], name: NamedNode) -> list[Quad]:
    return [Quad(quad.subject, quad.predicate, quad.object, name) for quad in quads]


def with_object(quad: Quad, value: NamedNode | BlankNode | Literal) -> Quad:
    return Quad(quad.subject, quad.predicate, value, quad.graph_name)


WRONG_VALUES = st.sampled_from(
    [
        Literal(""),
        Literal("nonsense"),
        Literal("2025-13"),
        Literal("2025-03-21/"),
        Literal("x", language="en"),
        Literal("yesterday", datatype=XSD.date),
        Literal("2025-02-30", datatype=XSD.string),
        Literal("x", datatype=XSD.nonNegativeInteger),
        Literal(-1),
        Literal(0),
        Literal("0.5", datatype=XSD.decimal),
        Literal("1.5", datatype=XSD.decimal),
        Literal("maybe", datatype=XSD.boolean),
        Literal("true", datatype=XSD.boolean),
        Literal("2025-03-22T08:00:00Z", datatype=XSD.dateTime),
        NamedNode("https://w3id.org/kcgraph/person/nobody"),
        NamedNode("https://w3id.org/kcgraph/country/atlantis"),
        KCG.Host,
        KCG.Meeting,
        KCG.Occurred,
    ]
)


@st.composite
def broken_graphs(draw: st.DrawFn) -> list[Quad]:
    """An example that conforms, with one quad removed, repeated with another value, or given another value."""
    quads = list(draw(st.sampled_from(GRAPHS)))
    at = draw(st.integers(0, len(quads) - 1))
    way = draw(st.sampled_from(["remove", "replace", "repeat"]))
    if way == "remove":
        del quads[at]
    elif way == "replace":
        quads[at] = with_object(quads[at], draw(WRONG_VALUES))
    else:
        quads.append(with_object(quads[at], draw(WRONG_VALUES)))
    return quads


# pySHACL compares the lexical forms of ill-typed literals or crashes on them, where SHACL says that they can't be
# compared, so the engines may differ on a comparison; that the literal is ill-typed both must say.
def compares_ill_typed(violation: Violation, found: list[Violation]) -> bool:
    """Whether a comparison failed for a node that has an ill-typed value."""
    is_comparison = violation.constraint in ("LessThan", "LessThanOrEquals", "MinInclusive", "MaxInclusive")
    return is_comparison and any(v.focus == violation.focus and v.constraint == "Datatype" for v in found)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(broken_graphs())
def test_engines_agree_on_a_graph_broken_in_one_way(quads: list[Quad]) -> None:
    compiled, reference = violations(quads), violations(quads, "pyshacl")
    assert [v for v in compiled if not compares_ill_typed(v, compiled)] == [
        v for v in reference if not compares_ill_typed(v, reference)
    ]
    assert bool(compiled) == bool(reference)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(broken_graphs(), min_size=2, max_size=4))
def test_each_graph_is_validated_by_itself(graphs: list[list[Quad]]) -> None:
    """A batch gives what its graphs give one by one, though the same nodes stand in many of them."""
    names = [Minter().article_graph(str(number)) for number in range(len(graphs))]
    batch = [quad for quads, name in zip(graphs, names, strict=True) for quad in in_graph(quads, name)]
    single = [v for quads, name in zip(graphs, names, strict=True) for v in violations(in_graph(quads, name))]
    assert violations(batch) == sorted(single, key=Violation.order)
    assert violations(reversed(batch)) == violations(batch)


def test_engines_agree_on_a_graph_that_breaks_many_shapes() -> None:
    quads = [
        Quad(NamedNode(f"https://example.org/{kind}"), RDF.type, KCG[kind])
        for kind in ("Article", "EventReport", "Participation", "Statement", "Attribution", "OfficeHolding", "Treaty")
    ]
    quads += [Quad(BlankNode("b"), RDF.type, KCG.Person), Quad(BlankNode("s"), RDF.type, OA.SpecificResource)]
    compiled = violations(quads)
    assert keys(compiled) == keys(violations(quads, "pyshacl"))
    assert len(compiled) > 25


def test_violation_tells_where_what_and_why() -> None:
    graph = Minter().article_graph("demo")
    path = next(path for path in EXAMPLES if path.name == "attribution.conforms.ttl")
    quads = [
        with_object(quad, Literal(-1)) if quad.predicate == KCG.hop else quad
        for quad in in_graph(list(parse(path=path)), graph)
    ]
    (violation,) = violations(quads)
    assert violation == Violation(
        graph="https://w3id.org/kcgraph/graph/article/demo",
        focus="https://w3id.org/kcgraph/statement/demo/0/attribution/0",
        path="https://w3id.org/kcgraph/ontology#hop",
        value="-1",
        constraint="MinInclusive",
        message="An attribution must have exactly one kcg:hop, an xsd:integer from 0: 0 is the outlet itself.",
        shape="https://w3id.org/kcgraph/shapes#Attribution",
    )
    assert str(violation).startswith(f"{violation.graph}: {violation.focus} {violation.path} is '-1': An attribution")


def test_no_quads_break_nothing() -> None:
    assert violations([]) == []


def test_default_graph_has_no_name() -> None:
    (violation,) = violations([Quad(BlankNode("b"), RDF.type, KCG.Rule, DefaultGraph())])[:1]
    assert violation.graph == ""


def test_unknown_engine_is_a_wrong_call() -> None:
    with pytest.raises(CallError, match="'fast' is unknown"):
        violations([], "fast")


DATATYPES = [
    ("date", ["2025-03-21", "2024-02-29", "2025-03-21Z"], ["", "2025-02-29", "21 March 2025", "2025-3-21", "2025-03"]),
    ("dateTime", ["2025-03-21T08:00:00", "2025-03-21T08:00:00+09:00"], ["2025-03-21T25:00:00Z", "now"]),
    ("integer", ["0", "-12", "+3"], ["", "1.0", "one"]),
    ("nonNegativeInteger", ["0", "12"], ["-1", "x"]),
    ("decimal", ["0.5", "1", "-.5"], ["", "half"]),
    ("boolean", ["true", "false", "1", "0"], ["yes", "TRUE?", ""]),
    ("double", ["1e3", "0.5"], ["", "much"]),
]


def ill_typed(datatype: str, texts: list[str], engine: str, directory: Path) -> list[str]:
    """The texts that the engine does not take for values of the datatype."""
    shape = f'sh:targetSubjectsOf e:p ; sh:property [ sh:path e:p ; sh:datatype xsd:{datatype} ; sh:message "x." ]'
    (directory / "s.ttl").write_text(HEAD + f"e:s a sh:NodeShape ; {shape} .")
    node, predicate = NamedNode("https://example.org/n"), NamedNode("https://example.org/p")
    quads = [Quad(node, predicate, Literal(text, datatype=XSD[datatype])) for text in texts]
    return sorted(violation.value or "" for violation in violations(quads, engine, directory))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(("name", "good", "bad"), DATATYPES)
def test_ill_typed_literals_are_caught(name: str, good: list[str], bad: list[str], engine: str, tmp_path: Path) -> None:
    assert ill_typed(name, [*good, *bad], engine, tmp_path) == sorted(bad)


@pytest.mark.parametrize(
    ("name", "text"),
    [("dateTime", "2025-03-21"), ("decimal", "1e3"), ("integer", "1_000"), ("integer", " 1"), ("integer", "9" * 5000)],
)
def test_compiled_engine_holds_to_xsd_where_rdflib_is_lenient(name: str, text: str, tmp_path: Path) -> None:
    assert ill_typed(name, [text], "compiled", tmp_path) == [text]


@pytest.mark.parametrize(
    ("constraint", "offenders"),
    [
        ("sh:minLength 3", ["1", "10", "ab"]),
        ("sh:maxLength 2", ["abc", "https://example.org/c"]),
        ("sh:minExclusive 1", ["1", "ab", "abc", "https://example.org/c"]),
        ("sh:maxExclusive 10", ["10", "ab", "abc", "https://example.org/c"]),
        ("sh:maxInclusive 1", ["10", "ab", "abc", "https://example.org/c"]),
        ('sh:pattern "b"', ["1", "10", "https://example.org/c"]),
        ("sh:not [ sh:nodeKind sh:IRI ]", ["https://example.org/c"]),
        ("sh:and ( [ sh:nodeKind sh:Literal ] [ sh:minLength 2 ] )", ["1", "https://example.org/c"]),
        ("sh:class e:Upper", ["1", "10", "ab", "abc"]),
        ("sh:hasValue e:absent", [None]),
        ("sh:in ( 1 10 e:c )", ["ab", "abc"]),
        ("sh:nodeKind sh:IRIOrLiteral", []),
        ("sh:nodeKind sh:BlankNodeOrLiteral", ["https://example.org/c"]),
        ("sh:maxCount 4", [None]),
    ],
)
def test_engines_agree_on_each_kind_of_constraint(constraint: str, offenders: list[str | None], tmp_path: Path) -> None:
    shape = f'e:s a sh:NodeShape ; sh:targetClass e:C ; sh:property [ sh:path e:p ; {constraint} ; sh:message "x." ] .'
    (tmp_path / "s.ttl").write_text(HEAD + shape)
    data = HEAD + 'e:n a e:C ; e:p 1, 10, "ab", "abc", e:c . e:c a e:Lower . e:Lower rdfs:subClassOf e:Upper .'
    quads = list(parse(data, format=RdfFormat.TURTLE))
    compiled = violations(quads, shapes=tmp_path)
    assert [violation.value for violation in compiled] == offenders
    assert compiled == violations(quads, "pyshacl", tmp_path)


def test_targets_severity_and_sequence_paths_agree(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(
        HEAD + "e:s a sh:NodeShape ; sh:targetObjectsOf e:knows ; sh:targetClass e:Upper ; sh:severity sh:Warning ; "
        'sh:message "named." ; sh:nodeKind sh:IRI ; '
        'sh:property [ sh:path ( e:knows e:name ) ; sh:minCount 1 ; sh:severity sh:Info ; sh:message "known name." ] .'
    )
    data = (
        HEAD
        + 'e:a e:knows e:b, "x" . e:b e:knows e:c . e:c e:name "C" . e:l a e:Lower . e:Lower rdfs:subClassOf e:Upper .'
    )
    quads = list(parse(data, format=RdfFormat.TURTLE))
    compiled = violations(quads, shapes=tmp_path)
    assert compiled == violations(quads, "pyshacl", tmp_path)
    found = {(violation.focus.removeprefix("https://example.org/"), violation.severity) for violation in compiled}
    assert found == {("x", "Warning"), ("x", "Info"), ("c", "Info"), ("l", "Info")}
    assert {violation.path for violation in compiled} == {None, "https://example.org/knows / https://example.org/name"}


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('sh:property [ sh:path e:p ; sh:uniqueLang true ; sh:message "x." ]', "uniqueLang, which this engine"),
        ('sh:property [ sh:path e:p ; sh:pattern "a" ; sh:flags "i" ; sh:message "x." ]', "flags, which this engine"),
        ('sh:closed true ; sh:message "x."', "closed, which this engine"),
        ('sh:property [ sh:path [ sh:inversePath e:p ] ; sh:minCount 1 ; sh:message "x." ]', "path of shape"),
        ('sh:property [ sh:minCount 1 ; sh:message "x." ]', "has no sh:path"),
        ("sh:property [ sh:path e:p ; sh:minCount 1 ]", "has no sh:message"),
        ('sh:property [ sh:path e:p ; sh:minCount "one" ; sh:message "x." ]', "not a whole number"),
        (
            'sh:property [ sh:path e:p ; sh:datatype xsd:hexBinary ; sh:message "x." ]',
            "datatype .*hexBinary is unknown",
        ),
        ('sh:property [ sh:path e:p ; sh:pattern "(" ; sh:message "x." ]', "does not compile"),
        ('sh:node e:elsewhere ; sh:message "x."', "not described"),
        ('sh:node e:s ; sh:message "x."', "refers to itself"),
        ('sh:nodeKind e:odd ; sh:message "x."', "not a SHACL node kind"),
        ('sh:nodeKind sh:IRI ; sh:message "x." ; sh:severity e:mild', "sh:severity"),
        ('sh:nodeKind sh:IRI ; sh:message "x." . e:t sh:targetclass e:D ; sh:minCount 1', "e|example.org/t"),
        ("a rdfs:Class", "implicit target"),
        ('sh:sparql [ sh:select "SELECT $this {" ] ; sh:message "x."', "is not SPARQL"),
        ('sh:sparql [ sh:select "SELECT * {}" ; sh:message "y." ] ; sh:message "x."', "one sh:select and nothing else"),
        ('sh:sparql [ sh:select "SELECT $this { $this ?p ?o }" ]', "has no sh:message"),
    ],
)
def test_compiled_engine_refuses_what_it_does_not_know(body: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(HEAD + f"e:s a sh:NodeShape ; sh:targetClass e:C ; {body} .")
    with pytest.raises(KnowledgeError, match=reason):
        violations([], shapes=tmp_path)


def test_a_query_without_this_is_refused_when_it_is_asked(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(
        HEAD
        + 'e:s a sh:NodeShape ; sh:targetClass e:C ; sh:message "x." ; sh:sparql [ sh:select "SELECT * { ?x ?p 1 }" ] .'
    )
    with pytest.raises(KnowledgeError, match=r"no SELECT of \$this"):
        violations(list(parse("<urn:c> a <https://example.org/C> .", format=RdfFormat.TURTLE)), shapes=tmp_path)


def test_shape_that_is_never_used_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text(HEAD + 'e:s a sh:NodeShape ; sh:nodeKind sh:IRI ; sh:message "x." .')
    with pytest.raises(KnowledgeError, match="no target"):
        violations([], shapes=tmp_path)


def test_folder_without_shapes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="holds no shape file"):
        violations([], shapes=tmp_path)


def test_shape_file_that_is_not_turtle_is_named(tmp_path: Path) -> None:
    (tmp_path / "s.ttl").write_text("e:s a sh:NodeShape .")
    with pytest.raises(KnowledgeError, match=r"s\.ttl can't be read as Turtle"):
        violations([], shapes=tmp_path)

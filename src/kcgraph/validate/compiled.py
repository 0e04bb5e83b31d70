"""The fast engine: the compiled shapes, run over the facts of each graph."""

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad

from kcgraph.validate.facts import Facts, by_graph
from kcgraph.validate.shape import Shape
from kcgraph.validate.violation import Violation


def check(quads: Iterable[Quad], shapes: Sequence[Shape]) -> Iterator[Violation]:
    """Yield what each named graph breaks, graph by graph in the order of their first quads."""
    for graph, members in by_graph(quads).items():
        for violation in check_graph(Facts.of(members), shapes):
            yield violation.within(graph)


def check_graph(facts: Facts, shapes: Sequence[Shape]) -> Iterator[Violation]:
    """Yield what one graph breaks; a node that several targets of a shape name is checked once."""
    for shape in shapes:
        focus_nodes = {node: None for target in shape.targets for node in target(facts)}
        for focus in focus_nodes:
            yield from shape.violations(facts, focus)

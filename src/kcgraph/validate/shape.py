"""A compiled shape, and what it finds in one graph."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode

from kcgraph.validate.facts import Facts, Term
from kcgraph.validate.violation import Violation

Check = Callable[[Facts, Term, Collection[Term]], Iterable[Term | None]]
"""Given the facts, a focus node and its value nodes, yields each offending value (None where a value is missing)."""

Target = Callable[[Facts], Iterable[Term]]
"""Given the facts, yields the nodes that a shape is about."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One check and its kind; `binds_absence` is True where having no value can break it."""

    kind: str
    check: Check
    binds_absence: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A node shape (empty `path`) or property shape (a predicate, or a sequence of them)."""

    name: str
    path: tuple[NamedNode, ...]
    constraints: tuple[Constraint, ...]
    properties: tuple["Shape", ...]
    targets: tuple[Target, ...]
    message: str
    severity: str
    path_name: str | None = field(init=False)
    on_absence: tuple[Constraint, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "path_name", " / ".join(step.value for step in self.path) or None)
        object.__setattr__(self, "on_absence", tuple(c for c in self.constraints if c.binds_absence))

    def conforms(self, facts: Facts, node: Term) -> bool:
        """Whether `node` meets the shape, whatever its targets."""
        return not self.violations(facts, node)

    def violations(self, facts: Facts, focus: Term) -> list[Violation]:
        """Return what `focus` breaks, as violations without a graph."""
        found: list[Violation] = []
        self._examine(facts, focus, found)
        return found

    def _examine(self, facts: Facts, focus: Term, found: list[Violation]) -> None:
        # One list is handed down, as generators within generators took most of the time.
        values = self._values(facts, focus)
        for constraint in self.constraints if values else self.on_absence:
            for offender in constraint.check(facts, focus, values):
                found.append(self._violation(constraint.kind, focus, offender))
        if self.properties:
            for value in values:
                own = facts.objects.get(value, {})
                for inner in self.properties:
                    if inner.on_absence or inner.path[0] in own:
                        inner._examine(facts, value, found)

    def _values(self, facts: Facts, focus: Term) -> Collection[Term]:
        if not self.path:
            return (focus,)
        properties = facts.objects.get(focus)
        values: Collection[Term] = properties.get(self.path[0], ()) if properties else ()
        for step in self.path[1:]:
            values = {end: None for value in values for end in facts.values(value, step)}
        return values

    def _violation(self, kind: str, focus: Term, value: Term | None) -> Violation:
        return Violation(
            graph="",
            focus=text_of(focus),
            path=self.path_name,
            value=None if value is None else text_of(value),
            constraint=kind,
            message=self.message,
            shape=self.name,
            severity=self.severity,
        )


def text_of(term: Term) -> str:
    """Return an IRI, a literal's text or a blank node's label, without punctuation."""
    return term.value if hasattr(term, "value") else str(term)

"""What a validation engine says of one thing that breaks a shape."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken constraint.

    `graph` is the IRI of the graph ("" for the default graph), `focus` the node that breaks the shape, `path` the
    property (a sequence joined by " / ", None for the node itself), `value` the offending value as text, `constraint`
    the kind of constraint (`MinCount`, `Datatype`), `message` what a person can do, `shape` the IRI of the shape that
    owns the constraint, `severity` `Violation`, `Warning` or `Info`.
    """

    graph: str
    focus: str
    path: str | None
    value: str | None
    constraint: str
    message: str
    shape: str
    severity: str = "Violation"

    def __str__(self) -> str:
        where = f" {self.path}" if self.path else ""
        what = "" if self.value is None else f" is {self.value!r}:"
        return f"{self.graph or 'default graph'}: {self.focus}{where}{what} {self.message}"

    def order(self) -> tuple[str, ...]:
        """The key that engines sort their violations by."""
        return (self.graph, self.focus, self.path or "", self.constraint, self.value or "", self.shape, self.message)

    def within(self, graph: str) -> "Violation":
        """The same violation in another graph."""
        return replace(self, graph=graph)

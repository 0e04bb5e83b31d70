"""Validation of graphs against the SHACL files in `shapes/`, by a fast engine or by the reference engine, pySHACL."""

from collections.abc import Collection, Iterable
from pathlib import Path

from pyoxigraph import Quad

from kcgraph.errors import CallError
from kcgraph.resources import folder
from kcgraph.validate import compiled, compiler
from kcgraph.validate.violation import Violation

ENGINES = ("compiled", "pyshacl")

__all__ = ["ENGINES", "Violation", "reference_violations", "violations"]


def violations(quads: Iterable[Quad], engine: str = "compiled", shapes: Path | None = None) -> list[Violation]:
    """Return all that breaks the shapes, each graph checked by itself, in one order whatever the engine.

    `shapes` is a folder of SHACL files, kcgraph's own by default. Graphs by the hundred may go into one call.
    Raises CallError for an unknown engine and KnowledgeError for shapes that the engine can't use.
    """
    directory = shapes or folder("shapes")
    if engine == "compiled":
        found = list(compiled.check(quads, compiler.compiled_shapes(directory)))
    elif engine == "pyshacl":
        from kcgraph.validate import reference  # pySHACL takes most of a second to import

        found = reference.check(quads, directory)
    else:
        raise CallError(f"validation engine {engine!r} is unknown: use one of {', '.join(ENGINES)}")
    return sorted(found, key=Violation.order)


def reference_violations(quads: Collection[Quad], engine: str = "compiled") -> list[Violation]:
    """Return all that breaks the shapes, and those for the reference data alone (`shapes/reference`).

    `quads` must be the whole reference graph, as its links must lead somewhere. Raises as `violations` does.
    """
    own = folder("shapes") / "reference"
    return sorted((*violations(quads, engine), *violations(quads, engine, own)), key=Violation.order)

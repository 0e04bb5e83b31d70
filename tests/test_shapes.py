"""Every shape file has an example that conforms and one that both engines must reject, with the message it names."""

from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad, Store, parse

from kcgraph.resources import folder
from kcgraph.validate import ENGINES, violations

SHAPES = folder("shapes")
NAMES = sorted(path.stem for path in SHAPES.glob("*.ttl"))


def example(name: str, kind: str) -> Path:
    return SHAPES / "examples" / f"{name}.{kind}.ttl"


def quads(path: Path) -> list[Quad]:
    return list(parse(path=path))


def test_examples_belong_to_shapes() -> None:
    files = {path.name for path in (SHAPES / "examples").iterdir()}
    assert files == {example(name, kind).name for name in NAMES for kind in ("conforms", "rejects")}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", NAMES)
def test_example_conforms(name: str, engine: str) -> None:
    assert violations(quads(example(name, "conforms")), engine) == []


@pytest.mark.parametrize("name", NAMES)
def test_example_still_conforms_when_a_store_gives_it_back(name: str) -> None:
    """A store folds the integer types into xsd:integer and writes numbers in one way."""
    store = Store()
    store.extend(quads(example(name, "conforms")))
    assert violations(store) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", NAMES)
def test_example_is_rejected_with_its_message(name: str, engine: str) -> None:
    path = example(name, "rejects")
    expected = path.read_text().splitlines()[0].removeprefix("# Expected: ")
    found = violations(quads(path), engine)
    assert [violation.message for violation in found] == [expected]
    assert all(violation.severity == "Violation" for violation in found)


@pytest.mark.parametrize("name", NAMES)
def test_rejected_example_breaks_a_shape_of_its_file(name: str) -> None:
    own = {quad.subject.value for quad in quads(SHAPES / f"{name}.ttl") if not isinstance(quad.subject, BlankNode)}
    assert {violation.shape for violation in violations(quads(example(name, "rejects")))} <= own


def test_messages_say_what_to_do() -> None:
    """Each message is a sentence with a full stop at its end that differs from all others of its file."""
    for name in NAMES:
        messages = [
            quad.object.value
            for quad in quads(SHAPES / f"{name}.ttl")
            if quad.predicate.value.endswith("shacl#message") and not isinstance(quad.object, BlankNode)
        ]
        assert len(messages) == len(set(messages)), name
        assert all(message.endswith(".") and len(message) > 30 for message in messages), name

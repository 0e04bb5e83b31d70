"""Every shape file has an example that conforms and one that both engines must reject, with the message it names."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Quad, RdfFormat, Store, parse

from kcgraph.graph import all_reference_quads
from kcgraph.model import EventDate
from kcgraph.resources import folder
from kcgraph.validate import ENGINES, reference_violations, violations
from kcgraph.vocab import PREFIXES, Minter

SHAPES = folder("shapes")
REFERENCE = SHAPES / "reference"
FILES = [*sorted(SHAPES.glob("*.ttl")), *sorted(REFERENCE.glob("*.ttl"))]
NAMES = [path.relative_to(SHAPES).with_suffix("").as_posix() for path in FILES]


def directory(name: str) -> Path:
    """The folder of a shape file, which is what its example is checked against."""
    return (SHAPES / name).parent


def example(name: str, kind: str) -> Path:
    return directory(name) / "examples" / f"{Path(name).name}.{kind}.ttl"


def quads(path: Path) -> list[Quad]:
    return list(parse(path=path))


def test_examples_belong_to_shapes() -> None:
    files = {path for folder in (SHAPES, REFERENCE) for path in (folder / "examples").iterdir()}
    assert files == {example(name, kind) for name in NAMES for kind in ("conforms", "rejects")}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", NAMES)
def test_example_conforms(name: str, engine: str) -> None:
    assert violations(quads(example(name, "conforms")), engine, directory(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_example_still_conforms_when_a_store_gives_it_back(name: str) -> None:
    """A store folds the integer types into xsd:integer and writes numbers in one way."""
    store = Store()
    store.extend(quads(example(name, "conforms")))
    assert violations(store, shapes=directory(name)) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", NAMES)
def test_example_is_rejected_with_its_message(name: str, engine: str) -> None:
    path = example(name, "rejects")
    expected = path.read_text().splitlines()[0].removeprefix("# Expected: ")
    found = violations(quads(path), engine, directory(name))
    assert [violation.message for violation in found] == [expected]
    assert all(violation.severity == "Violation" for violation in found)


@pytest.mark.parametrize("name", NAMES)
def test_rejected_example_breaks_a_shape_of_its_file(name: str) -> None:
    own = {quad.subject.value for quad in quads(SHAPES / f"{name}.ttl") if not isinstance(quad.subject, BlankNode)}
    assert {violation.shape for violation in violations(quads(example(name, "rejects")), shapes=directory(name))} <= own


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


YEARS = st.integers(2011, 2013).map(str)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.dates(date(2011, 1, 1), date(2013, 12, 31)).map(str)
BOUNDS = st.one_of(YEARS, MONTHS, DAYS)


def tenure(holder: str, start: str, end: str) -> str:
    return f"""<tenure/{holder}> a kcg:Tenure ; kcg:holder <person/{holder}> ; kcg:office <office/o> ; kcg:title "t" ;
        kcg:from "{start}" ; kcg:until "{end}" ; dcterms:source "s" .
        <person/{holder}> a kcg:Person ; skos:prefLabel "{holder}" ; dcterms:source "s" ."""


def told(*tenures: str, office: str = "kcg:soleHolder true ;") -> set[str]:
    """The shapes that some tenures of one office break."""
    prefixes = "".join(f"@prefix {name}: <{PREFIXES[name]}> . " for name in ("kcg", "dcterms", "skos"))
    row = f'<office/o> a kcg:Office ; {office} skos:prefLabel "o" ; dcterms:source "s" .'
    text = "@base <https://w3id.org/kcgraph/> . " + prefixes + row + " ".join(tenures)
    found = violations(list(parse(text, format=RdfFormat.TURTLE)), shapes=REFERENCE)
    return {violation.shape.partition("#")[2] for violation in found}


def first_and_last(edtf: str) -> tuple[date, date]:
    return EventDate(edtf).earliest, EventDate(edtf).latest


@given(BOUNDS, BOUNDS, BOUNDS, BOUNDS)
def test_two_holders_at_once_are_a_violation_only_where_every_reading_of_their_dates_overlaps(
    start: str, end: str, other_start: str, other_end: str
) -> None:
    last_start = max(first_and_last(start)[1], first_and_last(other_start)[1])
    first_end = min(first_and_last(end)[0], first_and_last(other_end)[0])
    found = told(tenure("ana", start, end), tenure("ivo", other_start, other_end))
    assert ("TenureOfSoleHolder" in found) == (last_start < first_end)


@given(BOUNDS, BOUNDS)
def test_a_time_is_out_of_order_only_where_every_reading_of_its_dates_is(start: str, end: str) -> None:
    assert ("TenureInOrder" in told(tenure("ana", start, end))) == (first_and_last(end)[1] < first_and_last(start)[0])


def test_an_office_of_several_holders_has_several() -> None:
    both = tenure("ana", "2011", "2013"), tenure("ivo", "2011", "2013")
    assert told(*both) == {"TenureOfSoleHolder"}
    assert told(*both, office="") == set()


def test_the_reference_data_conforms() -> None:
    found = reference_violations(list(all_reference_quads(Minter())))
    assert [str(violation) for violation in found] == []

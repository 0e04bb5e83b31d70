"""From what a person types to the thing that is meant."""

import pytest
from asked import store
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.errors import CallError
from kcgraph.query import Names, fold
from kcgraph.vocab import BASE


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(store(), BASE)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("https://w3id.org/kcgraph/person/ana-vell", "person/ana-vell"),
        ("person/ana-vell", "person/ana-vell"),
        ("Ana Vell", "person/ana-vell"),
        ("ana-vell", "person/ana-vell"),
        ("ANNA  VÉLL", "person/ana-vell"),
        ("bela ortiz", "person/bela-ortiz"),
        ('O\'Brien "Bob" {x} ?y', "person/obrien"),
        ("o’brien", "person/obrien"),
        ("republic of arland", "country/arland"),
        ("premier", "office/premier-of-arland"),
        ("event/2031-03-21-meeting-21", "event/2031-03-21-meeting-11"),
    ],
)
def test_any_spelling_is_understood(names: Names, typed: str, meant: str) -> None:
    assert names.resolve(typed).value == BASE + meant


def test_several_candidates_are_listed(names: Names) -> None:
    with pytest.raises(CallError) as error:
        names.resolve("ri sam")
    assert "person/ri-sam ('Ri Sam'), person/ri-sam-envoy ('Ri Sam')" in str(error.value)


def test_nearest_names_are_told(names: Names) -> None:
    with pytest.raises(CallError, match=r"person/ana-vell \('Ana Vell'\)"):
        names.resolve("Ana Wel", ("Agent",))


def test_classes_narrow_the_search(names: Names) -> None:
    assert names.resolve("North Agency", ("Organization",)).value == BASE + "outlet/north-agency"
    with pytest.raises(CallError, match="is of class Country"):
        names.resolve("North Agency", ("Country",))


@given(st.text(st.characters()))
def test_anything_typed_is_understood_or_refused_in_one_line(typed: str) -> None:
    try:
        found = Names(store(), BASE).resolve(typed)
    except CallError as error:
        assert "\n" not in str(error)
    else:
        assert any(True for _ in store().quads_for_pattern(found, None, None, None)) or any(
            True for _ in store().quads_for_pattern(None, None, found, None)
        )


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.lists(st.sampled_from(["Kim", "Jong", "Ün", "e", "Béla"]), min_size=1),
    st.sampled_from([" ", "-", "’", "  ", ". "]),
)
def test_separators_and_case_do_not_count(parts: list[str], separator: str) -> None:
    assert fold(separator.join(parts).upper()) == fold("".join(parts))

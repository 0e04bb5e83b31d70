"""Names of bodies with an "and" inside: `the State Peace and Development Council`."""

from collections.abc import Sequence

from kcgraph.extract.chunker.view import View
from kcgraph.extract.chunks import Chunk, Kind

_HALVES = (Kind.NOUN, Kind.UNKNOWN, Kind.GROUP, Kind.OFFICE)
# Heads of bodies and offices: a half that ends with one is whole.
_WHOLE = frozenset({"organization_heads", "facility_heads", "offices", "region_heads", "group_nouns"})


def join_names(view: View, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with the two halves of such a name in one."""
    joined = list(chunks)
    for k in range(len(chunks) - 2, 0, -1):
        if chunks[k].head == "and" and _is_second_half(view, joined[k - 1], joined[k + 1]):
            joined[k - 1 : k + 2] = [_whole(view, joined[k - 1], joined[k + 1])]
    return joined


def _is_second_half(view: View, first: Chunk, second: Chunk) -> bool:
    """Whether the body after "and" only ends the name that a common word in capitals began."""
    if second.kind != Kind.GROUP or first.kind not in _HALVES or first.key or second.key:
        return False
    if second.determiner or second.possessor is not None or first.is_plural:
        return False
    return _may_end_half(view, first.last - 1) and _may_begin_half(view, second.first)


def _may_end_half(view: View, i: int) -> bool:
    return view.caps[i] and view.lower[i] in view.lexicon.common and _WHOLE.isdisjoint(view.classes[i])


def _may_begin_half(view: View, i: int) -> bool:
    is_word = view.caps[i] and view.lower[i] in view.lexicon.common and view.known(i) is None
    return is_word and "organization_heads" not in view.classes[i]


def _whole(view: View, first: Chunk, second: Chunk) -> Chunk:
    """One chunk of the two: the office whose body it is, else the body."""
    if first.kind == Kind.OFFICE:
        office = first.offices[-1]
        office.text = view.text(office.first, second.last)
        office.last = first.last = first.name_last = second.last
        first.name = view.text(first.name_first, second.last)
        office.country = office.country or next(iter(second.countries), None)
        return first
    begin = first.name_first if first.name_first >= 0 else first.first
    second.first, second.name_first = first.first, begin
    second.determiner, second.possessor = first.determiner, first.possessor
    second.name = view.text(begin, second.name_last if second.name_last > 0 else second.last)
    second.modifiers = (*view.lower[begin : first.last], *second.modifiers)
    second.countries = first.countries or second.countries
    return second

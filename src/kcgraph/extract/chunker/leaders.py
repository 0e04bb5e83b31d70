"""The head of a delegation named right after it: "delegation led by Chairman X"."""

from collections.abc import Sequence

from kcgraph.extract.chunker.naming import give_office
from kcgraph.extract.chunker.view import PhraseReader, View
from kcgraph.extract.chunks import Chunk, Kind

_LEADERS = frozenset({Kind.PERSON, Kind.OFFICE, Kind.UNKNOWN})
_OPENS_OFFICE = frozenset({"offices", "office_openers"})


def take_leader(view: View, group: Chunk, read: PhraseReader) -> None:
    """Take "led by Chairman Anders Karlsson", "headed by its president X, ..." into the chunk of a group."""
    i = group.last
    while view.lower[i] == "," and i < view.size:
        i += 1
    if "led" not in view.classes[i] or view.lower[i + 1] != "by" or i + 2 >= view.size:
        return
    leader = read(view, i + 2)
    if leader.kind == Kind.OFFICE:
        leader = _named(view, leader, read)
    if leader.kind in _LEADERS:
        _take_offices_after(view, leader, read)
        group.leader, group.last = leader, leader.last


def _named(view: View, office: Chunk, read: PhraseReader) -> Chunk:
    """The person who holds the office, when the name follows it, with or without a comma; else the office."""
    has_comma = view.lower[office.last] == ","
    first = office.last + 1 if has_comma else office.last
    if not view.caps[first]:
        return office
    person = read(view, first)
    if person.kind != Kind.PERSON or (has_comma and person.offices):
        return office
    return give_office(office, person)


def _take_offices_after(view: View, person: Chunk, read: PhraseReader) -> None:
    """Take the offices after a comma into the person who heads a delegation, and those after "and"."""
    first = _next_office(view, person, (",",))
    while first is not None:
        office = read(view, first)
        if office.kind != Kind.OFFICE or (view.lower[first - 1] == "and" and view.caps[office.last]):
            return
        person.offices += office.offices
        person.last = office.last
        first = _next_office(view, person, ("and",))


def _next_office(view: View, person: Chunk, links: Sequence[str]) -> int | None:
    """Where an office begins that one of the `links` joins to a person; None where none does."""
    first = person.last + 1
    if person.kind != Kind.PERSON or first >= view.size or view.lower[person.last] not in links:
        return None
    opens_office = not _OPENS_OFFICE.isdisjoint(view.classes[first])
    is_second_word = "offices" in view.classes[first + 1] and "auxiliaries" not in view.classes[first]
    return first if opens_office or is_second_word else None

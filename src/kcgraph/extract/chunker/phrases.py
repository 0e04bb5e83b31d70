"""Noun phrases: determiner, words, what they stand for, what follows the head, and what the phrase owns."""

from dataclasses import dataclass

from kcgraph.extract.chunker.complements import complete
from kcgraph.extract.chunker.extent import width
from kcgraph.extract.chunker.kinds import Phrase, typed
from kcgraph.extract.chunker.tokens import is_determiner, quantifier
from kcgraph.extract.chunker.view import View
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.model.reading import TimeExpression

# No sentence of sense has longer chains of owners; text of nothing but 's must not recurse for ever.
_MOST_OWNERS = 8
_NATIONAL = frozenset({Kind.COUNTRY, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class _Extent:
    determiner: str
    start: int
    end: int
    time: TimeExpression | None


def noun_phrase(
    view: View,
    i: int,
    *,
    possessor: Chunk | None = None,
    stop_at_person: bool = False,
    is_nested: bool = False,
) -> Chunk:
    """The noun phrase that begins at a token, at least one token long.

    With `stop_at_person` a person's name at its end is left out; a phrase that `is_nested` in another takes in no head
    of a delegation.
    """
    reach = _extent(view, i, possessor is not None)
    first = i if possessor is None else possessor.first
    phrase = Phrase(first, reach.start, reach.end, reach.determiner, possessor, stop_at_person)
    found = typed(view, phrase)
    found.time = found.time or reach.time
    found = complete(view, found, noun_phrase, is_nested)
    return _with_owned(view, found, is_nested)


def _extent(view: View, i: int, is_owned: bool) -> _Extent:
    determiner, start = _determiner(view, i)
    end, time = start, None
    while end < view.size:
        step = width(view, start, end, bool(determiner) or is_owned)
        if step == 0:
            break
        time = view.times.get(end, time)
        end += step
    if end == start == i:
        end = i + 1
    return _Extent(determiner, start, end, time)


def _determiner(view: View, i: int) -> tuple[str, int]:
    """The first determiner or quantifier of the phrase at token `i` ("" when none), and the token after all of them."""
    determiner, j = "", i
    while j < view.size - 1:
        counted = quantifier(view, j)
        if not counted and not is_determiner(view, i, j):
            break
        determiner = determiner or view.lower[j]
        j += counted or 1
        if view.lower[j] == "then" and j + 1 < view.size:
            j += 1
    return determiner, j


def _with_owned(view: View, owner: Chunk, is_nested: bool) -> Chunk:
    """`Kim Jong Il's visit`, `the two countries' relations`: the owner and what is owned are one phrase."""
    i = _owned_at(view, owner)
    if i is None:
        return owner
    owned = noun_phrase(view, i, possessor=owner, is_nested=is_nested)
    owned.first = owner.first
    if owned.kind == Kind.GROUP and (owner.kind in _NATIONAL or _names_members(owner, owned)):
        owned.name_first = owner.name_first
        owned.name = view.text(owned.name_first, owned.name_last)
        owned.countries = tuple(dict.fromkeys((*owner.countries, *owned.countries)))
    elif owned.offices:
        _own_office(view, owner, owned)
    return owned


def _names_members(owner: Chunk, owned: Chunk) -> bool:
    """`Fishermen's Union`: a body called after its members."""
    both_capital = owner.name[:1].isupper() and owned.name[:1].isupper()
    return owner.kind in (Kind.NOUN, Kind.UNKNOWN) and both_capital


def _owned_at(view: View, owner: Chunk) -> int | None:
    """Where what the phrase owns begins, None when it owns nothing."""
    i = owner.last
    if i >= view.size - 1 or _owners(owner) >= _MOST_OWNERS:
        return None
    if view.lower[i] == "'s" and "closing" not in view.classes[i + 1]:
        i += 1
    elif not (_is_plural_owner(view, i - 1) and "closing" not in view.classes[i]):
        return None
    classes = view.classes[i]
    return None if "prepositions" in classes or "auxiliaries" in classes else i


def _owners(phrase: Chunk) -> int:
    count, owner = 0, phrase.possessor
    while owner is not None and count < _MOST_OWNERS:
        count, owner = count + 1, owner.possessor
    return count


def _is_plural_owner(view: View, i: int) -> bool:
    """`countries'`; but "Workers'" is part of a name."""
    return view.words[i].endswith("'") and view.lower[i] != "workers'"


def _own_office(view: View, owner: Chunk, owned: Chunk) -> None:
    """`Russia's foreign minister (X)`: the owner gives the office its country and stands in its text."""
    office = owned.offices[0]
    if owned.kind == Kind.OFFICE and office.country is None and owner.countries:
        office.country = owner.countries[0]
    if owner.kind not in _NATIONAL or owned.kind not in (Kind.OFFICE, Kind.PERSON):
        return
    office.country = office.country or (owner.countries[0] if owner.countries else None)
    office.text = view.text(owner.name_first, office.last)
    if owned.kind == Kind.OFFICE:
        owned.name, owned.name_first = office.text, owner.name_first

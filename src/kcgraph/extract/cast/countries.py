"""Whose country a person is of, when no office tells it."""

from collections.abc import Iterable

from kcgraph.extract.cast.member import Member
from kcgraph.extract.cast.roster import Roster
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.names import is_korean_name
from kcgraph.model import AgentKind
from kcgraph.reference import reference

NORTH, SOUTH = "north-korea", "south-korea"
KOREAS = frozenset({NORTH, SOUTH})


def settle_countries(roster: Roster, home: str | None) -> None:
    """Give each person without a country that of the delegation led, of a known person, or of a Korean's home.

    `home` is the country of the outlet.
    """
    for chunks in roster.sentences:
        for chunk in chunks:
            if chunk.leader is not None and chunk.leader.agent is not None and chunk.countries:
                member = roster.members[chunk.leader.agent]
                member.country = member.country or chunk.countries[0]
    only_south = _tells_only_of_the_south(roster.members)
    for member in roster.members:
        if member.kind == AgentKind.PERSON and member.country is None:
            member.country = _country_by_name(member, home, only_south)


def leaders_of(roster: Roster) -> dict[int, int]:
    """The agent of each delegation → the agent of the person who leads it."""
    return {
        chunk.agent: chunk.leader.agent
        for chunks in roster.sentences
        for chunk in chunks
        if chunk.agent is not None and chunk.leader is not None and chunk.leader.agent is not None
    }


def _tells_only_of_the_south(members: Iterable[Member]) -> bool:
    """Whether the South, and not the North, is among the countries named or served in office."""
    named = {member.country for member in members if member.kind == AgentKind.COUNTRY or member.offices}
    return SOUTH in named and NORTH not in named


def _country_by_name(member: Member, home: str | None, only_south: bool) -> str | None:
    words = member.fullest.split()
    if not is_korean_name(words):
        return _only_country(name for name in member.names if " " in name)
    known = reference().people_named(member.fullest)
    if home == NORTH:
        is_southern = words[0].lower() in lexicon().words["southern_surnames"] or (only_south and not known)
        return SOUTH if is_southern else NORTH
    return known[0].country if len(known) == 1 else None


def _only_country(names: Iterable[str]) -> str | None:
    """The country of all the known people with one of these names; None when they are of several."""
    known = {person.country for name in names for person in reference().people_named(name)}
    return known.pop() if len(known) == 1 else None

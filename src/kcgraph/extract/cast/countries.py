"""Whose country a person is of, when no office tells it."""

from collections.abc import Iterable, Iterator

from kcgraph.extract.cast.member import Member
from kcgraph.extract.cast.roster import Roster
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.names import is_korean_name, known_surnames
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind
from kcgraph.reference import reference

NORTH, SOUTH = "north-korea", "south-korea"
# Where one half of Korea is named more than so many times as often as the other, those not known are of it.
_FAR_MORE = 3
KOREAS = frozenset({NORTH, SOUTH})


def settle_countries(roster: Roster, home: str | None) -> None:
    """Give each person without a country that of the delegation led, of a known person, or of a Korean's home.

    `home` is the country of the outlet.
    """
    for chunks in roster.sentences:
        for chunk in chunks:
            if chunk.leader is not None and chunk.leader.agent is not None and chunk.countries:
                member = roster.members[chunk.leader.agent]
                if member.country is None or _is_of_the_sender(member, chunk):
                    member.country = chunk.countries[0]
    _share_embassy(roster)
    _share_side(roster)
    _share_body(roster, home)
    only_south = _tells_only_of_the_south(roster)
    for member in roster.members:
        if member.kind == AgentKind.PERSON and member.country is None:
            member.country = _country_by_name(member, home, only_south)
    _share_foreign(roster)


def _is_of_the_sender(member: Member, group: Chunk) -> bool:
    """Whether a foreigner who leads a delegation is of its one country, whatever his office seems to be of."""
    return group.countries[1:] == () and member.country == NORTH and not _is_northern(member)


def _share_embassy(roster: Roster) -> None:
    """`Ambassador X and staff members of the Indian embassy`: the envoy is of the country whose embassy is named."""
    missions = {
        chunk.countries[0]
        for _, chunk in roster.mentions()
        if chunk.countries and not words("cast", "missions").isdisjoint(chunk.name.lower().split())
    }
    if len(missions) != 1:
        return
    for member in roster.members:
        if _lacks_country(member) and any(lexicon().is_("accredited", office.head) for office, _ in member.offices):
            member.country = next(iter(missions))


def _share_side(roster: Roster) -> None:
    """`Russian Minister A and Deputy Minister B`: an office without a country is of the side of the one before it."""
    for chunks in roster.sentences:
        for first, link, second in zip(chunks, chunks[1:], chunks[2:], strict=False):
            if link.kind != Kind.CONJUNCTION or first.kind != Kind.PERSON or second.kind != Kind.PERSON:
                continue
            if first.agent is None or second.agent is None or not first.offices or not second.offices:
                continue
            member = roster.members[second.agent]
            if _lacks_country(member) and first.offices[0].last <= first.name_first:
                member.country = first.offices[0].country


def _share_body(roster: Roster, home: str | None) -> None:
    """`chairman of the association X`: of the country of the association that the text told of."""
    bodies: dict[str, str] = {}
    abroad: set[str] = set()
    for _, chunk in roster.mentions():
        for office in chunk.offices:
            member = roster.members[chunk.agent] if chunk.agent is not None else None
            body = office.text.rpartition(" of the ")[2].lower()
            is_told = not (home == NORTH and member is not None and _is_northern(member)) or body in abroad
            if member is not None and _lacks_country(member) and is_told:
                member.country = bodies.get(body)
        if chunk.kind == Kind.GROUP and chunk.countries and len(chunk.name.split()) > 1:
            bodies[chunk.head] = bodies[_body_of(chunk)] = chunk.countries[0]
            if not words("cast", "abroad").isdisjoint(chunk.name.lower().split()):
                abroad.add(_body_of(chunk))


def _body_of(chunk: Chunk) -> str:
    """The head noun that a body is called by alone: `association` for `General Association of Koreans in China`."""
    return chunk.name.partition(" of ")[0].split()[-1].lower()


def _share_foreign(roster: Roster) -> None:
    """In an article that tells of one foreign country alone, a foreigner is of that one."""
    spoken_of = (chunk for _, chunk in roster.mentions() if chunk.kind != Kind.PLACE)
    named = {country for chunk in spoken_of for country in chunk.countries} - {NORTH, SOUTH}
    if len(named) != 1:
        return
    for member in roster.members:
        name = member.fullest.split()
        if _lacks_country(member) and member.is_named and len(name) > 1 and not is_korean_name(name):
            member.country = next(iter(named))


def _is_northern(member: Member) -> bool:
    return is_korean_name(member.fullest.split())


def _lacks_country(member: Member) -> bool:
    return member.kind == AgentKind.PERSON and member.country is None


def leaders_of(roster: Roster) -> dict[int, int]:
    """The agent of each delegation → the agent of the person who leads it."""
    return {
        chunk.agent: chunk.leader.agent
        for chunks in roster.sentences
        for chunk in chunks
        if chunk.agent is not None and chunk.leader is not None and chunk.leader.agent is not None
    }


def _tells_only_of_the_south(roster: Roster) -> bool:
    """Whether the South is named or served in office far more often than the North."""
    named = [country for _, mention in roster.mentions() for country in mention.countries]
    named += [country for member in roster.members for country in _served(member)]
    return named.count(SOUTH) > _FAR_MORE * named.count(NORTH)


def _served(member: Member) -> Iterator[str]:
    """The countries of a person's offices; of a country, itself."""
    if member.kind == AgentKind.COUNTRY or (member.offices and member.country is not None):
        yield member.country or ""


def _country_by_name(member: Member, home: str | None, only_south: bool) -> str | None:
    name = member.fullest.split()
    if len(name) == 1:
        return known_surnames().get(member.fullest)
    if not is_korean_name(name):
        return _only_country(other for other in member.names if " " in other)
    known = reference().people_named(member.fullest)
    if len({person.country for person in known}) == 1 and known[0].country not in (NORTH, SOUTH):
        return known[0].country
    if home == NORTH:
        is_southern = name[0].lower() in lexicon().words["southern_surnames"] or (only_south and not known)
        return SOUTH if is_southern else NORTH
    return known[0].country if len(known) == 1 else _by_romanization(name[0].lower())


def _by_romanization(surname: str) -> str | None:
    """The half of Korea that writes a family name so: `Park`, `Lee` in the South, `Pak`, `Ri` in the North."""
    surnames = lexicon().words
    if surname in surnames["southern_surnames"]:
        return SOUTH
    return NORTH if surname in surnames["northern_surnames"] else None


def _only_country(names: Iterable[str]) -> str | None:
    """The country of all the known people with one of these names; None when they are of several."""
    known = {person.country for name in names for person in reference().people_named(name)}
    return known.pop() if len(known) == 1 else None

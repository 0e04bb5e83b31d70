"""Whose country a person is of, when no office tells it."""

from collections.abc import Iterable, Iterator, Sequence

from kcgraph.extract import gazetteer
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
_LISTING = (Kind.COMMA, Kind.CONJUNCTION)
KOREAS = frozenset({NORTH, SOUTH})
# How many sentences back the country of a foreigner in office may be named.
_NEAR = 3


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
    _share_nationality(roster)
    only_south = _tells_only_of_the_south(roster)
    for member in roster.members:
        if member.kind == AgentKind.PERSON and member.country is None:
            beside = {_half_told_of(roster.sentences[number]) for number in (0, member.position[0])}
            is_southern = only_south or SOUTH in beside
            member.country = _country_by_name(member, home, is_southern)
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
    """In an article that tells of one foreign country alone, a foreigner is of that one; else of the one named last."""
    if not any(_lacks_country(member) for member in roster.members):
        return
    spoken_of = [(number, chunk) for number, chunk in roster.mentions() if chunk.kind != Kind.PLACE]
    named = [(number, chunk.first, country) for number, chunk in spoken_of for country in _foreign(chunk)]
    only = {country for _, _, country in named}
    for member in roster.members:
        name = member.fullest.split()
        if not _lacks_country(member) or not member.is_named or is_korean_name(name):
            continue
        if len(only) == 1 and len(name) > 1:
            member.country = next(iter(only))
        elif member.offices:
            number, first = member.position
            ahead = [country for chunk in _phrase_ahead(roster.sentences[number], first) for country in _foreign(chunk)]
            near = [found for found in named if number - _NEAR <= found[0] <= number and found[:2] < (number, first)]
            before = near[-1][2] if near and len({country for _, _, country in near}) == 1 else None
            member.country = ahead[0] if ahead else before


def _phrase_ahead(chunks: Sequence[Chunk], first: int) -> Iterator[Chunk]:
    """The chunks after a token, up to the next verb: `member of the Bundestag from the party X of Germany, visited`."""
    for chunk in chunks:
        if chunk.first > first:
            if chunk.kind in (Kind.VERB, Kind.STOP, Kind.RELATIVE, Kind.PERSON):
                return
            yield chunk


def _foreign(chunk: Chunk) -> list[str]:
    return [country for country in chunk.countries if country not in KOREAS]


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


def _half_told_of(chunks: Iterable[Chunk]) -> str | None:
    """The half of Korea that a sentence names, when it names only one."""
    named = {country for chunk in chunks for country in chunk.countries if country in KOREAS}
    return named.pop() if len(named) == 1 else None


def _share_nationality(roster: Roster) -> None:
    """`X, a Chinese martyr,`, `A and B, Koreans residing in Russia`, `U.S. candidate X`: the country told beside."""
    for chunks in roster.sentences:
        for k, chunk in enumerate(chunks):
            if chunk.kind != Kind.PERSON or chunk.agent is None or not _lacks_country(roster.members[chunk.agent]):
                continue
            country = _nationality_beside(chunks, k)
            if country is not None:
                roster.members[chunk.agent].country = country


def _nationality_beside(chunks: Sequence[Chunk], k: int) -> str | None:
    before = chunks[k - 1] if k else None
    if before is not None and before.kind == Kind.NOUN and before.countries and before.last == chunks[k].first:
        return before.countries[0] if _begins_with_demonym(before) else None
    end = k
    while end + 2 < len(chunks) and chunks[end + 1].kind in _LISTING and chunks[end + 2].kind == Kind.PERSON:
        end += 2
    if end + 2 >= len(chunks) or chunks[end + 1].kind != Kind.COMMA:
        return None
    apposed = chunks[end + 2]
    if apposed.name.lower() in words("cast", "compatriots_abroad"):
        return next((chunk.countries[0] for chunk in _phrase_after(chunks, end + 2) if chunk.countries), None)
    is_apposed = apposed.kind in (Kind.NOUN, Kind.GROUP) and len(apposed.countries) == 1 and not apposed.key
    begins_so = is_apposed and apposed.determiner in ("", "a", "an") and _begins_with_demonym(apposed)
    return apposed.countries[0] if begins_so and _closes_apposition(chunks, end + 3) else None


def _begins_with_demonym(chunk: Chunk) -> bool:
    known = gazetteer.match(tuple(chunk.name.split()), 0) if chunk.name else None
    return known is not None and known[1].kind in ("demonym", "country")


def _closes_apposition(chunks: Sequence[Chunk], k: int) -> bool:
    return k >= len(chunks) or chunks[k].kind in (Kind.COMMA, Kind.VERB, Kind.RELATIVE, Kind.STOP)


def _phrase_after(chunks: Sequence[Chunk], k: int) -> Iterator[Chunk]:
    """The chunks after `k` up to the next comma."""
    for chunk in chunks[k + 1 :]:
        if chunk.kind in (Kind.COMMA, Kind.STOP):
            return
        yield chunk


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
    if only_south and any(person.country == SOUTH for person in known):
        return SOUTH
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

"""Which agent a mention stands for where it takes part in something."""

from kcgraph.extract.cast.member import Member
from kcgraph.extract.cast.roster import Roster
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import singular
from kcgraph.extract.wordlists import tables, words
from kcgraph.model import AgentKind
from kcgraph.reference import fold_name, reference

_DESCRIBED = (Kind.GROUP, Kind.NOUN, Kind.OFFICE)
_THINGS = (Kind.NOUN, Kind.PLACE, Kind.UNKNOWN)


def agent_of(roster: Roster, chunk: Chunk, with_countries: bool) -> int | None:
    """The agent that a chunk stands for as a participant: countries and their capitals only where they may act."""
    if chunk.agent is not None:
        is_country = roster.members[chunk.agent].kind == AgentKind.COUNTRY
        return chunk.agent if with_countries or not is_country else None
    if chunk.kind == Kind.PLACE and with_countries:
        return _as_body(roster, chunk) if _is_acting_site(chunk) else _by_capital(roster, chunk)
    return _as_body(roster, chunk) if _is_described_group(chunk) else _called_before(roster, chunk)


def _called_before(roster: Roster, chunk: Chunk) -> int | None:
    """`the corps` after "the military attaches corps": the body named last with that head noun."""
    if chunk.kind != Kind.GROUP or chunk.determiner not in words("cast", "pointing") or len(chunk.name.split()) > 1:
        return None
    bodies = [
        k
        for k, member in enumerate(roster.members)
        if member.head == chunk.head and member.kind == AgentKind.ORGANIZATION and member.names[0] != chunk.name
    ]
    return bodies[-1] if bodies else None


def described(roster: Roster, chunk: Chunk, with_things: bool) -> int | None:
    """People told only by what they are, however few words tell it: `visitors`, `a war veteran`, `many people`.

    `with_things` lets any other noun or place of two words and more stand for itself too.
    """
    is_people = chunk.kind == Kind.GROUP or singular(chunk.head) in words("cast", "people") | words("cast", "vehicles")
    is_thing = with_things and chunk.kind in _THINGS and (len(chunk.name.split()) > 1 or chunk.determiner == "the")
    if not (is_people and chunk.kind in _DESCRIBED and chunk.name) and not is_thing:
        return None
    if chunk.determiner in words("cast", "nobodys") or chunk.head in words("cast", "faceless") or counts_both(chunk):
        return None
    return chunk.agent if chunk.agent is not None else _as_body(roster, chunk)


def _is_acting_site(chunk: Chunk) -> bool:
    """A factory, farm, city or province that acts ("The Ryongsong Machine Complex produced ...")."""
    if chunk.name.lower() in words("cast", "seats_of_power"):
        return True
    heads = {chunk.head, *(before.split()[-1] for before in chunk.name.lower().split(" of ")[:-1] if before)}
    if heads.isdisjoint(lexicon().words["facility_heads"] | words("cast", "acting_regions")):
        return False
    return any(word[:1].isupper() for word in chunk.name.split()) and len(chunk.name.split()) > 1


def described_site(roster: Roster, chunk: Chunk) -> int | None:
    """Factories, farms or a workshop that are only described but act ("Fruit farms in the DPRK have planted")."""
    if singular(chunk.head) not in words("cast", "acting_sites") or len(chunk.name.split()) < 2:
        return None
    return None if chunk.determiner in words("cast", "indefinite") else _as_body(roster, chunk)


def acting_site(chunk: Chunk) -> bool:
    """Whether a place is one that acts and may be named by its head alone later on ("the province")."""
    return chunk.kind == Kind.PLACE and _is_acting_site(chunk)


def _is_described_group(chunk: Chunk) -> bool:
    """A group that is only described but acts ("schoolchildren from flood-stricken areas")."""
    if chunk.kind != Kind.GROUP and not (chunk.kind == Kind.OFFICE and chunk.is_plural):
        return False
    is_one_word = len(chunk.name.split()) < 2
    if (is_one_word and not _is_called_the(chunk)) or chunk.determiner in words("cast", "indefinite"):
        return False
    return not counts_both(chunk) and not _is_vague(chunk)


def _is_called_the(chunk: Chunk) -> bool:
    """`the Cabinet`: a body that needs no more words, by its capital."""
    return chunk.kind == Kind.GROUP and chunk.determiner == "the" and chunk.name[:1].isupper()


def _is_vague(chunk: Chunk) -> bool:
    """`other people`, `senior officials`: nothing tells whose they are."""
    printed = chunk.name.split()
    if chunk.head not in lexicon().words["never_alone"] or len(printed) > 2 or chunk.countries:
        return False
    return printed[0] not in words("cast", "siding")


def counts_both(chunk: Chunk) -> bool:
    """`the two ministers`, `both presidents`, `top leaders of the two countries`: office-holders named before."""
    if chunk.kind != Kind.OFFICE or not chunk.is_plural:
        return False
    name = chunk.name.lower()
    if chunk.determiner == "both" or name.endswith(tuple(tables("cast")["of_both"])):
        return True
    number, _, counted = name.partition(" ")
    return number in words("cast", "counting") and bool(counted)


def _as_body(roster: Roster, chunk: Chunk) -> int:
    """An organization called as the chunk is printed."""
    found = roster.with_key(fold_name(chunk.name))
    if found is None:
        found = roster.new(chunk, chunk.sentence, AgentKind.ORGANIZATION)
        roster.members[found].country = next(iter(chunk.countries), None)
    chunk.agent = found
    return found


def _by_capital(roster: Roster, chunk: Chunk) -> int | None:
    """The country whose capital's name is printed for its government ("Moscow said")."""
    country = next((row for row in reference().countries if row.capital and row.capital == chunk.name), None)
    if country is None:
        return None
    found = roster.country(country.key)
    if found is None:
        found = len(roster.members)
        span = roster.reading.sentences[chunk.sentence].span(chunk.first, chunk.last)
        member = Member(AgentKind.COUNTRY, [chunk.name], span, f"country/{country.key}", country.key)
        roster.members.append(member)
    chunk.agent = found
    roster.members[found].print_name(chunk.name)
    return found

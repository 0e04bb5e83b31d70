"""The first pass over an article: everybody printed with a full name, every named body and country."""

from dataclasses import replace

from kcgraph.extract.cast.member import is_named_group
from kcgraph.extract.cast.roster import Roster
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind
from kcgraph.reference import fold_name

# A body called so has at least so many capitalized words.
_WORDS_OF_BODY = 2


def name_all(roster: Roster) -> None:
    """Enter every full name of the article."""
    for number, mention in roster.mentions():
        mention.sentence = number
        if mention.kind == Kind.PERSON and len(mention.name.split()) > 1:
            _add_person(roster, mention, number)
        elif mention.kind == Kind.COUNTRY or (mention.kind == Kind.GROUP and is_named_group(mention)):
            _add_body(roster, mention, number)
    for number, mention in roster.mentions():
        if mention.leader is not None and mention.leader.agent is not None:
            _give_body(roster, mention, mention.leader, number)


def _give_body(roster: Roster, group: Chunk, leader: Chunk, number: int) -> None:
    """`delegation of the Party of X led by (its) Chairman Y`: Y is the chairman of the Party of X."""
    sent, _, of = group.name.partition(" of ")
    body = of if lexicon().is_("delegation_heads", sent.split()[-1].lower()) else group.name
    if leader.agent is None or sum(word[0].isupper() for word in body.split()) < _WORDS_OF_BODY:
        return
    for office in leader.offices:
        is_bare = " of " not in office.text and office.head in words("cast", "held_in_bodies")
        title, its, part = office.text.partition(" of its ")
        if is_bare and office.last <= leader.name_first:
            text = f"{office.text} of {body}"
        elif its:
            text = f"{title} of the {part} of {body}"
        else:
            continue
        roster.members[leader.agent].hold(replace(office, text=text, country=office.country), number)


def _add_person(roster: Roster, mention: Chunk, number: int) -> None:
    found = roster.first(lambda member: member.kind == AgentKind.PERSON and member.is_called(mention.name))
    if found is None:
        found = roster.new(mention, number, AgentKind.PERSON)
    roster.join(found, mention, number)


def _add_body(roster: Roster, mention: Chunk, number: int) -> None:
    kind, key = _kind_of(mention), _key_of(mention)
    found = roster.first(
        lambda member: member.key == key or (member.alias != "" and member.alias == mention.name),
    )
    if found is None:
        found = roster.new(mention, number, kind)
        member = roster.members[found]
        member.key = key
        member.country = mention.key if kind == AgentKind.COUNTRY else next(iter(mention.countries), None)
    elif mention.alias:
        roster.members[found].alias = mention.alias
    roster.join(found, mention, number)


def _key_of(mention: Chunk) -> str:
    if mention.kind == Kind.COUNTRY:
        return f"country/{mention.key}"
    return mention.key or fold_name(mention.name)


def _kind_of(mention: Chunk) -> AgentKind:
    if mention.kind == Kind.COUNTRY:
        return AgentKind.COUNTRY
    is_sent = mention.head in lexicon().words["delegation_heads"] and mention.head not in words("cast", "also_bodies")
    return AgentKind.DELEGATION if is_sent else AgentKind.ORGANIZATION

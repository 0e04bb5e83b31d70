"""The second pass over an article: surnames alone (`Biden`), offices alone (`the president`), bodies in short."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kcgraph.extract.cast.countries import KOREAS
from kcgraph.extract.cast.member import Member
from kcgraph.extract.cast.roster import Roster, unfold
from kcgraph.extract.chunks import Chunk, Kind, Office
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.names import is_korean_name, known_surnames
from kcgraph.extract.wordlists import words
from kcgraph.model import AgentKind
from kcgraph.reference import fold_name

# How many sentences after an office told alone its bearer may be named by it.
_REACH = 2


def refer_all(roster: Roster) -> None:
    """Join every mention that is no full name to the agent it means, where the text tells which."""
    for number, mention in roster.mentions():
        if mention.agent is None:
            _refer(roster, mention, number)


def _refer(roster: Roster, mention: Chunk, number: int) -> None:
    if mention.kind in (Kind.PERSON, Kind.UNKNOWN):
        _refer_by_surname(roster, mention, number)
    elif mention.kind == Kind.OFFICE and not mention.is_plural:
        _refer_by_office(roster, mention, number)
    elif mention.kind == Kind.GROUP or mention.is_plural:
        _refer_by_members(roster, mention, number)
        if mention.agent is None and mention.kind == Kind.GROUP:
            _refer_by_head(roster, mention, number)


# ---- bodies in short


def _refer_by_members(roster: Roster, mention: Chunk, number: int) -> None:
    """`the members of the delegation`, `the delegation members`: the delegation named last."""
    printed = mention.name.lower().removeprefix("members of the ").removesuffix(" members")
    if (
        mention.determiner not in ("the", "")
        or printed == mention.name.lower()
        or printed not in words("cast", "with_members")
    ):
        return
    bodies = (AgentKind.DELEGATION, AgentKind.ORGANIZATION)
    found = _last(roster, number, mention, lambda member: member.kind in bodies and member.head == printed)
    if found is not None:
        mention.agent, mention.kind = found, Kind.GROUP


def _refer_by_head(roster: Roster, mention: Chunk, number: int) -> None:
    """`the delegation`, `the two ministries`: the body with that head noun."""
    if mention.determiner not in words("cast", "pointing") or len(mention.name.split()) > 2:
        return
    head = mention.head.rstrip("s")
    bodies = (AgentKind.DELEGATION, AgentKind.ORGANIZATION)
    mention.agent = _last(
        roster,
        number,
        mention,
        lambda member: member.kind in bodies and member.head in _numbers(mention.head, head),
    )
    if mention.agent is None and mention.name.lower() in words("cast", "any_body"):
        is_body = (AgentKind.ORGANIZATION,)
        mention.agent = _last(roster, number, mention, lambda member: member.kind in is_body and member.is_named)


def _numbers(printed: str, singular: str) -> tuple[str, ...]:
    """`the organization` is none of "40 organizations"; `the two ministries` are ministries or each a ministry."""
    return (singular,) if printed == singular else (singular, printed)


# ---- surnames


def _refer_by_surname(roster: Roster, mention: Chunk, number: int) -> None:
    found = _by_surname(roster, mention, number)
    if found is None and (mention.kind == Kind.PERSON or mention.name in known_surnames()):
        found = roster.new(mention, number, AgentKind.PERSON)
    if found is not None:
        mention.kind = Kind.PERSON
        roster.join(found, mention, number)


def _by_surname(roster: Roster, mention: Chunk, number: int) -> int | None:
    """The first person of that name before the mention, else the first after it."""
    name = mention.name.rstrip("'")
    if name in lexicon().words["southern_surnames"]:
        return None
    candidates = [
        k
        for k, member in enumerate(roster.members)
        if member.kind == AgentKind.PERSON and member.is_named and (name in member.names or member.answers_to(name))
    ]
    before = (k for k in candidates if roster.members[k].position < (number, mention.first))
    return next(before, next(iter(candidates), None))


# ---- offices


@dataclass(frozen=True, slots=True)
class _Title:
    """An office told without a name: `the Russian foreign minister`."""

    mention: Chunk
    office: Office
    country: str | None
    number: int

    @property
    def is_one_word(self) -> bool:
        return len(self.office.text.split()) == 1

    def fits(self, member: Member) -> bool:
        """Whether it can mean a person, by office, country and the body where the office is held."""
        if member.kind != AgentKind.PERSON or not self._has_head_of(member):
            return False
        if self.country is not None and member.country is not None and member.country != self.country:
            return False
        if self.country is not None and member.country is None and not member.is_named:
            return False
        held = [office for office, _ in member.offices if office.head == self.mention.head]
        if held and self.country is None and not self.is_one_word and self.mention.determiner != "the":
            return False
        is_told_at_length = len(self.office.text.split()) > (3 if member.is_named else 1)
        return not (held and is_told_at_length and not self._is_one_of(member, held))

    def _is_one_of(self, member: Member, held: list[Office]) -> bool:
        """Whether one of the offices of that head may be meant: "Chairman" alone is not the chairman of any body."""
        is_compatriot = member.country is not None and member.country == self.country
        takes_bare = is_compatriot or not self._is_of_named_body() or self._is_named_next(member)
        return any(
            self._is_like(other, member.is_named) and (takes_bare or len(other.text.split()) > 1) for other in held
        )

    def _is_like(self, other: Office, is_named: bool) -> bool:
        """Whether the office of a person may be the one told: of one without a name, all of the wording must fit."""
        if is_named:
            return _overlaps(other.text, self.office.text, self.mention.head)
        return _is_within(other.text, self.office.text)

    def _is_named_next(self, member: Member) -> bool:
        """`the secretary of the Foreign Ministry of Nepal ... Secretary A handed it over`: named right after."""
        if self.mention.determiner != "the" or len(member.offices) > 1:
            return False
        is_korean = is_korean_name(member.fullest.split())
        return self.number < member.position[0] <= self.number + _REACH and is_korean == (self.country in KOREAS)

    def _has_head_of(self, member: Member) -> bool:
        heads = {office.head for office, _ in member.offices}
        return self.mention.head in heads or (self.mention.head == "leader" and bool(heads & words("cast", "leading")))

    def is_somebody(self) -> bool:
        """Whether the title alone tells of a person never named: `a vice-minister of Railways`, not `his deputy`."""
        if self._is_foreign_opposite():
            return True
        if self.mention.head in lexicon().words["weak_offices"] and not self._is_of_named_body():
            return False
        is_somebodys = self.mention.determiner not in words("cast", "before_titles")
        return not self.is_one_word and not (is_somebodys and self.mention.possessor is None)

    def _is_of_named_body(self) -> bool:
        """`the chief of the Swedish Group for ...`, `an officer of the Korean People's Army`: at least two capitals."""
        _, of, body = self.office.text.partition(" of ")
        return bool(of) and sum(word[:1].isupper() for word in body.split()) > 1

    def _is_foreign_opposite(self) -> bool:
        return self.mention.head in words("cast", "standing_opposite") and bool(self.office.country)


def _refer_by_office(roster: Roster, mention: Chunk, number: int) -> None:
    title = _title(mention, number)
    found = _last(roster, number, mention, title.fits)
    if found is not None:
        mention.agent = found
        if not title.is_one_word:
            roster.members[found].hold(title.office, number)
    elif title.is_somebody():
        mention.agent = _unnamed(roster, title, number)


def _title(mention: Chunk, number: int) -> _Title:
    office = mention.offices[0]
    owners = mention.possessor.countries if mention.possessor is not None else ()
    return _Title(mention, office, office.country or next(iter(owners), None), number)


def unnamed(roster: Roster, mention: Chunk, number: int) -> int:
    """The person known only by the title of a mention."""
    return _unnamed(roster, _title(mention, number), number)


def _unnamed(roster: Roster, title: _Title, number: int) -> int:
    """The person known only by that title."""
    key = "unnamed " + fold_name(title.office.text)
    found = roster.with_key(key)
    if found is None:
        found = roster.new(title.mention, number, AgentKind.PERSON)
        member = roster.members[found]
        member.key, member.is_named, member.country = key, False, title.country
        member.names, member.offices = [title.office.text], [(office, number) for office in title.mention.offices]
        if len(title.mention.offices) > 1:
            member.print_name(title.mention.name)
    return found


def _overlaps(one: str, other: str, head: str) -> bool:
    """Whether two offices of one head share half of the words that tell of where, or more."""
    idle = words("cast", "idle_in_offices") | {head}
    first, second = set(fold_name(one).split()) - idle, set(fold_name(other).split()) - idle
    return len(first & second) * 2 >= min(len(first), len(second))


def _is_within(one: str, other: str) -> bool:
    """Whether all that one wording of an office tells is in the other: who has no name is known by no more."""
    first, second = (set(fold_name(text).split()) - words("saying", "left_out_of_names") for text in (one, other))
    return first <= second or second <= first


# ---- the agent printed last


def _last(roster: Roster, number: int, mention: Chunk, fits: Callable[[Member], bool]) -> int | None:
    """The fitting agent printed last before the mention, else the first one after it."""
    for other in range(number, -1, -1):
        printed = [
            (chunk.first, agent)
            for chunk, agent in _joined(roster, other)
            if (other < number or chunk.first < mention.first) and fits(roster.members[agent])
        ]
        if printed:
            return max(printed, key=lambda pair: pair[0])[1]
    return roster.first(fits)


def _joined(roster: Roster, number: int) -> Iterator[tuple[Chunk, int]]:
    """The mentions of a sentence that are joined to an agent already."""
    for chunk in roster.sentences[number]:
        for mention in unfold(chunk):
            if mention.agent is not None:
                yield mention, mention.agent

"""The agents found so far in an article."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kcgraph.extract import gazetteer
from kcgraph.extract.cast.member import Member
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.model import Agent, AgentKind, Span
from kcgraph.model.reading import Reading
from kcgraph.reference import Country, fold_name, reference


@dataclass(slots=True)
class Roster:
    """The agents of one article by index, and the chunks that mention them."""

    reading: Reading
    sentences: Sequence[list[Chunk]]
    members: list[Member] = field(default_factory=list)
    _mentions: list[tuple[int, Chunk]] = field(default_factory=list, repr=False)

    def mentions(self) -> Sequence[tuple[int, Chunk]]:
        """Every mention with the number of its sentence, those inside other phrases included."""
        if not self._mentions:
            numbered = ((number, chunk) for number, chunks in enumerate(self.sentences) for chunk in chunks)
            self._mentions = [(number, mention) for number, chunk in numbered for mention in unfold(chunk)]
        return self._mentions

    def first(self, fits: Callable[[Member], object]) -> int | None:
        """The first agent that fits."""
        return next((k for k, member in enumerate(self.members) if fits(member)), None)

    def with_key(self, key: str) -> int | None:
        """The agent with a key (`country/china`, `outlet/kcna`, a folded name)."""
        return self.first(lambda member: member.key == key)

    def country(self, key: str) -> int | None:
        """The agent of a country that the article names."""
        return self.with_key(f"country/{key}")

    def acting_country(self, key: str, chunk: Chunk, number: int) -> int | None:
        """The agent of a country that a phrase tells to act, though only its adjective may be printed."""
        sentence, country = self.reading.sentences[number], reference().country(key)
        if country is None or _only_places(sentence.words[chunk.first : chunk.last], country):
            return None
        if (found := self.country(key)) is not None:
            return found
        span = sentence.span(chunk.first, chunk.last)
        self.members.append(Member(AgentKind.COUNTRY, [country.name], span, f"country/{key}", key))
        return len(self.members) - 1

    def is_outlet(self, agent: int) -> bool:
        """Whether an agent is an agency, paper or broadcaster that the reference data knows."""
        return self.members[agent].key.startswith("outlet/")

    def publisher(self, key: str, name: str, span: Span) -> int:
        """The outlet of the article, as an agent of this name if the story has not named it."""
        found = self.with_key(key)
        if found is None:
            found = len(self.members)
            self.members.append(Member(AgentKind.ORGANIZATION, [name], span, key))
        return found

    def new(self, mention: Chunk, number: int, kind: AgentKind) -> int:
        """A new agent, called as the mention prints it."""
        has_name = mention.name_last > mention.name_first >= 0
        first, last = (mention.name_first, mention.name_last) if has_name else (mention.first, mention.last)
        self.members.append(
            Member(
                kind,
                [mention.name],
                self.reading.sentences[number].span(first, last),
                fold_name(mention.name),
                head=mention.head,
                alias=mention.alias,
                position=(number, mention.first),
            )
        )
        return len(self.members) - 1

    def join(self, index: int, mention: Chunk, number: int) -> None:
        """Join a mention to its agent, which gains the name, offices and country printed there."""
        member = self.members[index]
        mention.agent = index
        if mention.kind not in (Kind.PRONOUN, Kind.OFFICE):
            member.print_name(mention.name)
        self.appoint(index, mention, number)

    def appoint(self, index: int, mention: Chunk, number: int) -> None:
        """Give an agent the offices that stand at a mention."""
        member = self.members[index]
        for office in mention.offices:
            member.hold(office, number)
            member.country = member.country or office.country

    def agents(self) -> tuple[Agent, ...]:
        """The agents, in order of first mention by pass."""
        return tuple(member.agent() for member in self.members)


def _only_places(printed: tuple[str, ...], country: Country) -> bool:
    """`the Yonphyong Island shelling`: the country is known only by a place in it that is not its capital."""
    known = [found[1] for i in range(len(printed)) if (found := gazetteer.match(printed, i)) is not None]
    own = [entry for entry in known if entry.country == country.key]
    return bool(own) and all(entry.kind == "place" and entry.name != country.capital for entry in own)


def unfold(chunk: Chunk) -> list[Chunk]:
    """A chunk with what its phrase holds: `China's delegation led by X` is three mentions."""
    if chunk.possessor is None and chunk.leader is None:
        return [chunk]
    before = unfold(chunk.possessor) if chunk.possessor is not None else []
    after = unfold(chunk.leader) if chunk.leader is not None else []
    return [*before, chunk, *after]

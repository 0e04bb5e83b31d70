"""Who and what an article speaks of: every mention joined to one agent of the article.

Mentions are joined in three passes: full names (`naming`), then surnames and offices alone (`references`), then
pronouns in order of reading (`Cast.enter`). `acting` tells which agent a mention stands for where it takes part.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kcgraph.extract.cast.acting import acting_site, agent_of, counts_both, described, described_site
from kcgraph.extract.cast.countries import leaders_of, settle_countries
from kcgraph.extract.cast.member import Member
from kcgraph.extract.cast.naming import name_all
from kcgraph.extract.cast.references import refer_all, unnamed
from kcgraph.extract.cast.roster import Roster
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Clauses
from kcgraph.extract.clauses.lists import is_finite
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.wordlists import tables, words
from kcgraph.model import AgentKind
from kcgraph.reference import reference

# Letters of the shortest name of a body that is told before its study.
_SHORTEST = 3

__all__ = ["Cast", "Member"]


@dataclass(slots=True)
class Cast(Roster):
    """The agents of one article, and who is meant by a pronoun at the sentence being read.

    `salient` is the person spoken of, `plural` those named together last, `first_person` and `second_person` writer and
    reader of the letter whose text is being read. `home` is the country of the outlet, `here` the place of the
    dateline. `outlet_by` and `body_by` keep the outlet and the body named last up to each sentence. `author` has made
    the work named last, `told_of` tells for an event pattern whose event ("the demise of X") was told last.
    """

    salient: int | None = None
    plural: tuple[int, ...] = ()
    home: str | None = None
    first_person: int | None = None
    second_person: int | None = None
    here: str | None = None
    leaders: dict[int, int] = field(default_factory=dict)
    outlet_by: dict[int, int | None] = field(default_factory=dict)
    body_by: dict[int, int | None] = field(default_factory=dict)
    author: int | None = None
    told_of: dict[str, int] = field(default_factory=dict)
    _met: list[int] = field(default_factory=list)
    _it: int | None = None
    _outlet: int | None = None
    _body: int | None = None
    _sites: dict[str, Chunk] = field(default_factory=dict)

    def __post_init__(self) -> None:
        outlet = self.reading.article.outlet
        self.home = next((row.country for row in reference().outlets if row.key == outlet), None)
        dateline = self.reading.article.dateline
        self.here = (dateline.place or None) if dateline is not None else None
        name_all(self)
        refer_all(self)
        self.leaders = leaders_of(self)
        settle_countries(self, self.home)

    def assume(self, agent: int, chunk: Chunk, number: int) -> None:
        """Give an agent the office that a text says he was appointed to."""
        self.appoint(agent, chunk, number)

    def agent_of(self, chunk: Chunk, with_countries: bool) -> int | None:
        """The agent that a chunk stands for as a participant: countries and their capitals only where they may act."""
        return agent_of(self, chunk, with_countries)

    def described(self, chunk: Chunk, with_things: bool = False) -> int | None:
        """The people (or things) that a chunk only describes, where nobody better known is told of."""
        return described(self, chunk, with_things)

    def titled(self, chunk: Chunk) -> int | None:
        """The person known only by an office of no named body: `the manager of the farm`."""
        if chunk.agent is None:
            chunk.agent = unnamed(self, chunk, chunk.sentence)
        return chunk.agent

    def body_at_front(self, chunk: Chunk) -> int | None:
        """The body whose name, in capitals, begins a noun phrase: `CSIS analysis`, `Planet Labs satellite imagery`."""
        spoken = self.reading.sentences[chunk.sentence].words
        first = end = max(chunk.name_first, chunk.first)
        while end < chunk.last - 1 and spoken[end][:1].isupper() and spoken[end][-1].isalnum():
            end += 1
        name = " ".join(spoken[first:end])
        if len(name) < _SHORTEST or name.lower() in lexicon().common or chunk.countries:
            return None
        found = self.first(lambda member: name in member.names)
        if found is None:
            body = Chunk(Kind.GROUP, first, end, spoken[end - 1].lower(), name, sentence=chunk.sentence)
            found = self.new(body, chunk.sentence, AgentKind.ORGANIZATION)
        return found

    def printed(self, chunk: Chunk) -> str:
        """How the text prints a speaker: by name, else by the pronoun or the noun."""
        return chunk.name or chunk.head

    def is_dead_by(self, agent: int, day: str) -> bool:
        """Whether a person whose life later events are about had died by that day, and is no namesake in office."""
        member, dead = self.members[agent], tables("circumstances")["died"]
        died = next((dead[name] for name in member.names if name in dead), None)
        if died is None or died >= day:
            return False
        return words("circumstances", "namesakes_hold").isdisjoint(office.head for office, _ in member.offices)

    # ---- while reading

    def enter(self, number: int, chunks: Sequence[Chunk], clauses: Clauses) -> None:
        """Resolve the pronouns of a sentence, then let its subject be the one that later pronouns mean."""
        main = _main_subject(chunks, clauses)
        person = _person_among(main)
        begun = self.salient
        for k, chunk in enumerate(chunks):
            is_subject = any(chunk is part for part in main)
            if chunk.kind == Kind.PRONOUN:
                is_inner = person is not None and _is_in_inner_clause(chunks, k)
                chunk.agent = person if is_inner else self._meant_by(chunk, _is_closing(chunks, k), begun, person)
            elif chunk.kind == Kind.PERSON and chunk.agent is not None and not is_subject:
                self._met.append(chunk.agent)
            elif chunk.possessor is not None and chunk.possessor.kind == Kind.PERSON:
                self._notice_owner(chunk, chunk.possessor)
            elif is_subject and person is not None:
                begun = person
            elif acting_site(chunk):
                self._sites[chunk.head] = chunk
            elif chunk.kind == Kind.GROUP and chunk.agent is not None:
                self._notice_body(chunk.agent, in_phrase=bool(k) and chunks[k - 1].kind == Kind.PREPOSITION)
        self._it = self._meant_by_it(main)
        self.outlet_by[number], self.body_by[number] = self._outlet, self._body
        self.salient = person if person is not None else self.salient
        self._remember_together(chunks, clauses)

    def _notice_owner(self, owned: Chunk, owner: Chunk) -> None:
        """Remember the owner, and the author of a work for "the work" later on."""
        if owner.agent is None:
            return
        self._met.append(owner.agent)
        if owned.head in words("cast", "works"):
            self.author = owner.agent

    def _notice_body(self, agent: int, in_phrase: bool) -> None:
        if self.is_outlet(agent):
            self._outlet = agent
        if not in_phrase:
            self._body = agent

    def _meant_by(self, pronoun: Chunk, is_closing: bool, begun: int | None, subject: int | None) -> int | None:
        """He and she are the subject so far; in ", he said" at the end, whoever was speaking before."""
        head = pronoun.head
        if head in words("cast", "third_person"):
            meant = self.salient if is_closing and self.salient is not None else begun
            if meant is None:
                return self._other_than(subject if head in words("cast", "object_person") else None)
            is_other = head in words("cast", "object_person")
            return self._other_than(subject) if is_other and meant in (subject, begun) else meant
        if head == "it":
            return self._it if self._it is not None else self._delegation()
        if head in words("cast", "first_person"):
            return self.first_person
        if head in words("cast", "second_person"):
            return self.second_person
        return pronoun.agent

    def _delegation(self) -> int | None:
        """The body named last where it is a delegation: those on a journey stay who the story is about."""
        body = self._body
        return body if body is not None and self.members[body].kind == AgentKind.DELEGATION else None

    def _other_than(self, subject: int | None) -> int | None:
        """The person spoken of last who is not the subject."""
        spoken_of = (agent for agent in (self.salient, *reversed(self._met)) if agent is not None)
        return next((agent for agent in spoken_of if agent != subject), None)

    def _meant_by_it(self, main: Sequence[Chunk]) -> int | None:
        """What "it" means after a sentence with this subject: a body that was subject alone; a pronoun changes none."""
        if not main or main[0].kind == Kind.PRONOUN:
            return self._it
        is_body = len(main) == 1 and main[0].kind in (Kind.GROUP, Kind.COUNTRY, Kind.PLACE)
        return self.agent_of(main[0], True) if is_body else None

    def _remember_together(self, chunks: Sequence[Chunk], clauses: Clauses) -> None:
        """Keep those named together as subject (or a lone group) for "they", "the guests", "the two sides"."""
        first = next((v for v, chunk in enumerate(chunks) if is_finite(chunk)), None)
        if first is None:
            return
        subject = clauses.subject(first)
        agents = [agent for part in subject if (agent := self.agent_of(part, True)) is not None]
        leaders = [part.leader.agent for part in subject if part.leader is not None and part.leader.agent is not None]
        together = len({*agents, *leaders}) > 1 or (agents and len(subject) > 1)
        if together or any(self.members[agent].kind != AgentKind.PERSON for agent in agents):
            self.plural = tuple(dict.fromkeys(agents + leaders))

    def site_behind(self, chunk: Chunk) -> int | None:
        """The factory, farm or province that a noun stands for: "the province" is the one named last."""
        if chunk.kind != Kind.NOUN:
            return None
        site = self._sites.get(chunk.head)
        if site is not None and chunk.determiner in words("cast", "pointing") and not chunk.modifiers:
            return self.agent_of(site, True)
        return described_site(self, chunk)

    def group_behind(self, chunk: Chunk, with_countries: bool) -> tuple[int, ...]:
        """The agents that "they", "the two sides", "the two leaders" mean: the parties last named together."""
        if with_countries and chunk.head == "countries" and chunk.name.lower() in words("cast", "two_countries"):
            named = [k for k, member in enumerate(self.members) if member.kind == AgentKind.COUNTRY]
            return tuple(named) if len(named) == 2 else ()
        if chunk.kind == Kind.PRONOUN:
            return self.plural if chunk.head in words("cast", "plural_person") else ()
        if counts_both(chunk):
            return tuple(agent for agent in self.plural if self.members[agent].kind == AgentKind.PERSON)
        return self.plural if _means_all(chunk) else ()


def _means_all(chunk: Chunk) -> bool:
    """`the guests`, `the two sides`: all those named before."""
    if chunk.determiner not in words("cast", "meaning_all") or len(chunk.name.split()) > 2:
        return False
    return not lexicon().words["those_named"].isdisjoint((chunk.head, chunk.head + "s"))


def _is_closing(chunks: Sequence[Chunk], k: int) -> bool:
    """`..., he said`: the pronoun at `k` tells at the end who was speaking."""
    if not 0 < k < len(chunks) - 1:
        return False
    return chunks[k - 1].kind == Kind.COMMA and chunks[k + 1].kind == Kind.VERB


def _is_in_inner_clause(chunks: Sequence[Chunk], k: int) -> bool:
    """`Kim met A, who paid a call on him`: the pronoun at `k` is the object of a clause with a subject of its own."""
    if chunks[k].head not in words("cast", "object_person"):
        return False
    for j in range(k - 1, 0, -1):
        if chunks[j].kind == Kind.STOP:
            return False
        if chunks[j].kind == Kind.RELATIVE:
            return not any(chunk.kind == Kind.PERSON for chunk in chunks[j:k]) and _tells_before(chunks, j)
        if chunks[j].kind == Kind.SUBORDINATOR and chunks[j].head in words("cast", "opening_times"):
            return sum(chunk.kind == Kind.PERSON for chunk in chunks[j:k]) < 2 and _tells_before(chunks, j)
    return False


def _tells_before(chunks: Sequence[Chunk], j: int) -> bool:
    """Whether a main clause stands before chunk `j`."""
    return any(is_finite(chunk) for chunk in chunks[:j])


def _person_among(subject: Sequence[Chunk]) -> int | None:
    """The first person of a subject."""
    people = (part.agent for part in subject if part.kind in (Kind.PERSON, Kind.OFFICE))
    return next((agent for agent in people if agent is not None), None)


def _main_subject(chunks: Sequence[Chunk], clauses: Clauses) -> list[Chunk]:
    """The subject of the first finite verb that stands in no "that", "who" or "when" clause."""
    is_inside = False
    for v, chunk in enumerate(chunks):
        if chunk.kind in (Kind.SUBORDINATOR, Kind.RELATIVE):
            is_inside = chunk.head not in words("cast", "going_on")
        elif chunk.kind == Kind.COMMA:
            is_inside = False
        elif is_finite(chunk) and not is_inside and (subject := clauses.subject(v)):
            return subject
    return []

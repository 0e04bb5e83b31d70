"""Who and what an article speaks of: every mention joined to one agent of the article."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kcgraph.extract.chunks import Chunk, Kind, Office
from kcgraph.extract.clauses import Clauses
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.names import is_korean_name, known_surnames
from kcgraph.model import Agent, AgentKind, Span
from kcgraph.model.reading import Reading, Sentence
from kcgraph.reference import fold_name, reference


@dataclass(slots=True)
class Member:
    """One agent while the article is being read: `names` in order of first print, `offices` with the sentence that
    prints them.
    """

    kind: AgentKind
    names: list[str]
    span: Span
    key: str
    country: str | None = None
    is_named: bool = True
    offices: list[tuple[Office, int]] = field(default_factory=list)
    head: str = ""
    alias: str = ""
    is_plural: bool = False
    position: tuple[int, int] = (0, 0)

    @property
    def fullest(self) -> str:
        """The longest name printed; the first among equals."""
        return max(self.names, key=lambda name: (len(name.split()), len(name)))


@dataclass(slots=True)
class Cast:
    """The agents of one article. A mention's agent is found in three passes: names, then surnames and offices alone,
    then
    pronouns in order of reading (`enter`). `outlet_by` and `body_by` keep the outlet and the body named last up to
    each sentence."""

    reading: Reading
    sentences: Sequence[list[Chunk]]
    members: list[Member] = field(default_factory=list)
    salient: int | None = None
    plural: tuple[int, ...] = ()
    home: str | None = None
    first_person: int | None = None
    second_person: int | None = None
    here: str | None = None
    leaders: dict[int, int] = field(default_factory=dict)
    outlet_by: dict[int, int | None] = field(default_factory=dict)
    body_by: dict[int, int | None] = field(default_factory=dict)
    _met: list[int] = field(default_factory=list)
    _it: int | None = None
    _outlet: int | None = None
    _body: int | None = None

    def __post_init__(self) -> None:
        outlet = self.reading.article.outlet
        row = next((row for row in reference().outlets if row.key == outlet), None)
        self.home = row.country if row is not None else None
        dateline = self.reading.article.dateline
        self.here = dateline.place if dateline is not None and dateline.place else None
        for number, chunks in enumerate(self.sentences):
            for mention in self._mentions(chunks):
                mention.sentence = number
                if mention.kind == Kind.PERSON and len(mention.name.split()) > 1:
                    self._add_person(mention, number)
                elif mention.kind in (Kind.GROUP, Kind.COUNTRY):
                    self._add_body(mention, number)
        for number, chunks in enumerate(self.sentences):
            for mention in self._mentions(chunks):
                self._resolve(mention, number)
        self._settle_countries()

    @staticmethod
    def _mentions(chunks: Sequence[Chunk]) -> Iterable[Chunk]:
        for chunk in chunks:
            yield from _unfold(chunk)

    # ---- names

    def _add_person(self, mention: Chunk, number: int) -> None:
        found = next(
            (
                k
                for k, member in enumerate(self.members)
                if member.kind == AgentKind.PERSON and _same_person(member, mention.name)
            ),
            None,
        )
        if found is None:
            found = self._new(mention, number, AgentKind.PERSON)
        self._print(found, mention, number)

    def _new(self, mention: Chunk, number: int, kind: AgentKind) -> int:
        sentence = self.reading.sentences[number]
        first, last = (
            (mention.name_first, mention.name_last)
            if mention.name_last > mention.name_first >= 0
            else (mention.first, mention.last)
        )
        self.members.append(
            Member(
                kind,
                [mention.name],
                sentence.span(first, last),
                fold_name(mention.name),
                head=mention.head,
                alias=mention.alias,
                is_plural=mention.is_plural,
                position=(number, mention.first),
            )
        )
        return len(self.members) - 1

    def _print(self, index: int, mention: Chunk, number: int) -> None:
        member = self.members[index]
        mention.agent = index
        if mention.kind not in (Kind.PRONOUN, Kind.OFFICE) and mention.name not in member.names:
            member.names.append(mention.name)
        for office in mention.offices:
            if all(office.text != seen.text for seen, _ in member.offices):
                member.offices.append((office, number))
            if office.country and member.country is None:
                member.country = office.country

    def _add_body(self, mention: Chunk, number: int) -> None:
        if mention.kind == Kind.COUNTRY:
            key = f"country/{mention.key}"
            kind = AgentKind.COUNTRY
        else:
            if not _is_named_group(mention):
                return
            key = mention.key or fold_name(mention.name)
            kind = (
                AgentKind.DELEGATION
                if mention.head in lexicon().words["delegation_heads"] and mention.head != "party"
                else AgentKind.ORGANIZATION
            )
        found = next(
            (
                k
                for k, member in enumerate(self.members)
                if member.key == key or (member.alias and member.alias == mention.name)
            ),
            None,
        )
        if found is None:
            found = self._new(mention, number, kind)
            self.members[found].key = key
            self.members[found].country = (
                mention.key if kind == AgentKind.COUNTRY else (mention.countries[0] if mention.countries else None)
            )
        elif mention.alias:
            self.members[found].alias = mention.alias
        self._print(found, mention, number)

    def assume(self, agent: int, chunk: Chunk, number: int) -> None:
        """Give an agent the office that a text says he was appointed to."""
        member = self.members[agent]
        for office in chunk.offices:
            if all(office.text != held.text for held, _ in member.offices):
                member.offices.append((office, number))
            member.country = member.country or office.country

    # ---- references

    def _resolve(self, mention: Chunk, number: int) -> None:
        if mention.agent is not None:
            return
        if mention.kind in (Kind.PERSON, Kind.UNKNOWN):
            found = self._by_surname(mention, number)
            if found is None and (mention.kind == Kind.PERSON or mention.name in known_surnames()):
                found = self._new(mention, number, AgentKind.PERSON)
            if found is not None:
                mention.kind = Kind.PERSON
                self._print(found, mention, number)
        elif mention.kind == Kind.OFFICE and not mention.is_plural:
            self._resolve_office(mention, number)
        elif (
            mention.kind == Kind.GROUP
            and mention.determiner in ("the", "this", "these")
            and len(mention.name.split()) <= 2
        ):
            found = self._last(
                number,
                mention,
                lambda member: (
                    member.kind in (AgentKind.DELEGATION, AgentKind.ORGANIZATION)
                    and member.head.rstrip("s") == mention.head.rstrip("s")
                ),
            )
            if found is not None:
                mention.agent = found

    def _by_surname(self, mention: Chunk, number: int) -> int | None:
        name = mention.name.rstrip("'")
        if name in lexicon().words["southern_surnames"]:
            return None
        candidates = [
            k for k, member in enumerate(self.members)
            if member.kind == AgentKind.PERSON and member.is_named and any(_answers_to(full, name) for full in member.names)
        ]  # fmt: skip
        if not candidates:
            return None
        if len(candidates) == 1:
            return candidates[0]
        return self._most_salient(candidates, number, mention.first)

    def _most_salient(self, candidates: list[int], number: int, first: int) -> int:
        """The candidate that was printed as a subject last, the living before the dead leaders."""
        before = [k for k in candidates if self.members[k].position < (number, first)]
        return (before or candidates)[0]

    def _resolve_office(self, mention: Chunk, number: int) -> None:
        office = mention.offices[0]
        words = lexicon().words
        country = office.country or (
            mention.possessor.countries[0] if mention.possessor and mention.possessor.countries else None
        )

        def fits(member: Member) -> bool:
            if member.kind != AgentKind.PERSON:
                return False
            heads = {held.head for held, _ in member.offices}
            if mention.head not in heads and not (
                mention.head == "leader" and heads & {"president", "general", "premier", "chairman"}
            ):
                return False
            same = [held for held, _ in member.offices if held.head == mention.head]
            if country is not None and member.country is not None and member.country != country:
                return False
            if len(office.text.split()) > 1 and country is None and same and mention.determiner != "the":
                return False
            return not (
                len(office.text.split()) > 3 and same and all(not _overlaps(held.text, office.text) for held in same)
            )

        found = self._last(number, mention, fits)
        if found is not None:
            mention.agent = found
            if len(office.text.split()) > 1 and all(
                office.text != seen.text for seen, _ in self.members[found].offices
            ):
                self.members[found].offices.append((office, number))
            return
        if (
            (mention.head in words["weak_offices"] and not (mention.head == "counterpart" and office.country))
            or (mention.determiner not in ("the", "a", "an", "") and mention.possessor is None)
            or len(office.text.split()) == 1
        ):
            return
        key = "unnamed " + fold_name(office.text)
        same_title = next((k for k, member in enumerate(self.members) if member.key == key), None)
        if same_title is None:
            same_title = self._new(mention, number, AgentKind.PERSON)
            member = self.members[same_title]
            member.key, member.is_named, member.country, member.names = key, False, country, [office.text]
            member.offices = [(office, number)]
        mention.agent = same_title

    def _last(self, number: int, mention: Chunk, fits: "object") -> int | None:
        """The fitting agent printed last before the mention, else the first one after it."""
        assert callable(fits)
        best: tuple[tuple[int, int], int] | None = None
        for other in range(number, -1, -1):
            for chunk in self._mentions(self.sentences[other]):
                if (
                    chunk.agent is not None
                    and (other < number or chunk.first < mention.first)
                    and fits(self.members[chunk.agent])
                    and (best is None or (other, chunk.first) > best[0])
                ):
                    best = ((other, chunk.first), chunk.agent)
            if best is not None:
                return best[1]
        return next((k for k, member in enumerate(self.members) if fits(member)), None)

    # ---- while reading

    def enter(self, number: int, chunks: Sequence[Chunk], clauses: Clauses) -> None:
        """Resolve the pronouns of a sentence, then let its subject be the one that later pronouns mean."""
        main = self._main_subject(chunks, clauses)
        person = next(
            (part.agent for part in main if part.kind in (Kind.PERSON, Kind.OFFICE) and part.agent is not None), None
        )
        begun = self.salient
        for k, chunk in enumerate(chunks):
            if chunk.kind == Kind.PRONOUN:
                self._resolve_pronoun(chunk, chunks, k, begun, person)
            elif chunk.kind == Kind.PERSON and chunk.agent is not None and not any(chunk is part for part in main):
                self._met.append(chunk.agent)
            elif any(chunk is part for part in main) and person is not None:
                begun = person
            elif chunk.kind == Kind.GROUP and chunk.agent is not None:
                if self.is_outlet(chunk.agent):
                    self._outlet = chunk.agent
                if not (k and chunks[k - 1].kind == Kind.PREPOSITION):
                    self._body = chunk.agent
        bodies = [part.agent for part in main if part.kind in (Kind.GROUP, Kind.COUNTRY) and part.agent is not None]
        self._it = (
            bodies[0]
            if len(bodies) == 1 and len(main) == 1
            else self._it
            if not main or main[0].kind == Kind.PRONOUN
            else None
        )
        self.outlet_by[number], self.body_by[number] = self._outlet, self._body
        self.salient = person if person is not None else self.salient
        self._remember_group(chunks, clauses)

    def _resolve_pronoun(
        self, chunk: Chunk, chunks: Sequence[Chunk], k: int, begun: int | None, subject: int | None
    ) -> None:
        """He and she are the subject so far; in ", he said" at the end, whoever was speaking before; I and you write
        and get the letter.
        """
        if chunk.head in ("he", "she", "him", "himself", "herself", "her"):
            closing = k and chunks[k - 1].kind == Kind.COMMA and k + 1 < len(chunks) and chunks[k + 1].kind == Kind.VERB
            chunk.agent = self.salient if closing and self.salient is not None else begun
            if chunk.head in ("him", "her") and chunk.agent is not None and chunk.agent in (subject, begun):
                chunk.agent = next(
                    (agent for agent in [self.salient, *reversed(self._met)] if agent is not None and agent != subject),
                    None,
                )
        elif chunk.head == "it":
            chunk.agent = self._it
        elif chunk.head in ("i", "me"):
            chunk.agent = self.first_person
        elif chunk.head == "you":
            chunk.agent = self.second_person

    @staticmethod
    def _main_subject(chunks: Sequence[Chunk], clauses: Clauses) -> list[Chunk]:
        """The subject of the first finite verb that stands in no "that", "who" or "when" clause."""
        inside = False
        for v, chunk in enumerate(chunks):
            if chunk.kind in (Kind.SUBORDINATOR, Kind.RELATIVE):
                inside = chunk.head not in ("but", "so", "then")
            elif chunk.kind == Kind.COMMA:
                inside = False
            elif chunk.kind == Kind.VERB and chunk.form in ("finite", "past", "s") and not inside:
                subject = clauses.subject(v)
                if subject:
                    return subject
        return []

    def _remember_group(self, chunks: Sequence[Chunk], clauses: Clauses) -> None:
        """Keep those named together as subject (or a lone group) for "they", "the guests", "the two sides"."""
        for v, chunk in enumerate(chunks):
            if chunk.kind != Kind.VERB or chunk.form not in ("finite", "past", "s"):
                continue
            subject = clauses.subject(v)
            agents = [agent for part in subject if (agent := self.agent_of(part, True)) is not None]
            leaders = [
                part.leader.agent for part in subject if part.leader is not None and part.leader.agent is not None
            ]
            if len(agents) > 1 or any(self.members[agent].kind != AgentKind.PERSON for agent in agents):
                self.plural = tuple(dict.fromkeys(agents + leaders))
            return

    def agent_of(self, chunk: Chunk, with_countries: bool) -> int | None:
        """The agent that a chunk stands for as a participant: countries and their capitals only where they may act."""
        if chunk.agent is not None:
            member = self.members[chunk.agent]
            if member.kind == AgentKind.COUNTRY and not with_countries:
                return None
            return chunk.agent
        if chunk.kind == Kind.PLACE and with_countries:
            return self.capital(chunk) if (found := self._site(chunk)) is None else found
        return self._described(chunk)

    def _site(self, chunk: Chunk) -> int | None:
        """A factory, farm, city or province that acts ("The Ryongsong Machine Complex produced ...")."""
        words = lexicon().words
        acts = chunk.head in words["facility_heads"] or chunk.head in ("city", "county", "province", "district")
        return self._as_body(chunk) if acts and chunk.name[:1].isupper() and len(chunk.name.split()) > 1 else None

    def _described(self, chunk: Chunk) -> int | None:
        """A group that is only described ("schoolchildren from flood-stricken areas") but acts: an agent by its
        printed phrase.
        """
        if chunk.kind not in (Kind.GROUP, Kind.OFFICE) or (chunk.kind == Kind.OFFICE and not chunk.is_plural):
            return None
        words = chunk.name.split()
        if self._counts_both(chunk):
            return None
        is_vague = (
            chunk.head in lexicon().words["never_alone"]
            and len(words) < 3
            and not chunk.countries
            and words[:1] != ["puppet"]
        )
        if is_vague or len(words) < 2 or chunk.determiner in ("these", "those", "such", "other", "all", "no", "any"):
            return None
        return self._as_body(chunk)

    def _as_body(self, chunk: Chunk) -> int:
        """An organization called as the chunk is printed."""
        key = fold_name(chunk.name)
        found = next((k for k, member in enumerate(self.members) if member.key == key), None)
        if found is None:
            found = self._new(chunk, chunk.sentence, AgentKind.ORGANIZATION)
            self.members[found].country = chunk.countries[0] if chunk.countries else None
        chunk.agent = found
        return found

    @staticmethod
    def _counts_both(chunk: Chunk) -> bool:
        """`the two ministers`, `both presidents`, `top leaders of the two countries`: office-holders named before."""
        if chunk.kind != Kind.OFFICE or not chunk.is_plural:
            return False
        name = chunk.name.lower()
        return (
            chunk.determiner == "both"
            or name.startswith(("two ", "both ", "three "))
            or name.endswith(("of the two countries", "of both countries", "of the two sides"))
        )

    def capital(self, chunk: Chunk) -> int | None:
        """The country whose capital's name is printed for its government ("Moscow said")."""
        country = next((row for row in reference().countries if row.capital and row.capital == chunk.name), None)
        if country is None:
            return None
        found = self.country(country.key)
        if found is None:
            found = len(self.members)
            span = self.reading.sentences[chunk.sentence].span(chunk.first, chunk.last)
            self.members.append(Member(AgentKind.COUNTRY, [chunk.name], span, f"country/{country.key}", country.key))
        chunk.agent = found
        if chunk.name not in self.members[found].names:
            self.members[found].names.append(chunk.name)
        return found

    def country(self, key: str) -> int | None:
        """The agent of a country that the article names."""
        return next((k for k, member in enumerate(self.members) if member.key == f"country/{key}"), None)

    def group_behind(self, chunk: Chunk, with_countries: bool) -> tuple[int, ...]:
        """The agents that "they", "the two sides", "the two leaders" mean: the parties last named together."""
        if (
            with_countries
            and chunk.head == "countries"
            and chunk.name.lower() in ("two countries", "both countries", "countries")
        ):
            named = [k for k, member in enumerate(self.members) if member.kind == AgentKind.COUNTRY]
            return tuple(named) if len(named) == 2 else ()
        if chunk.kind == Kind.PRONOUN:
            return self.plural if chunk.head in ("they", "them") else ()
        if self._counts_both(chunk):
            return tuple(agent for agent in self.plural if self.members[agent].kind == AgentKind.PERSON)
        stands_for_all = (
            chunk.determiner in ("the", "these", "")
            and {chunk.head, chunk.head + "s"} & lexicon().words["those_named"]
            and len(chunk.name.split()) <= 2
        )
        return self.plural if stands_for_all else ()

    def printed(self, chunk: Chunk) -> str:
        """How the text prints a speaker: the chunk's name, a pronoun or document standing for the fullest name."""
        if chunk.kind in (Kind.PERSON, Kind.GROUP, Kind.COUNTRY, Kind.OFFICE, Kind.PLACE) and chunk.name:
            return chunk.name
        return chunk.name or chunk.head

    def is_outlet(self, agent: int) -> bool:
        """Whether an agent is an agency, paper or broadcaster that the reference data knows."""
        return self.members[agent].key.startswith("outlet/")

    # ---- countries

    def _settle_countries(self) -> None:
        """A person without a country of office takes that of the delegation led, of a known body, or of the home of a
        Korean name.
        """
        for chunks in self.sentences:
            for chunk in chunks:
                if chunk.leader is not None and chunk.leader.agent is not None and chunk.agent is not None:
                    self.leaders[chunk.agent] = chunk.leader.agent
                if chunk.leader is not None and chunk.leader.agent is not None and chunk.countries:
                    member = self.members[chunk.leader.agent]
                    member.country = member.country or chunk.countries[0]
        named = {member.country for member in self.members if member.kind == AgentKind.COUNTRY or member.offices}
        only_south = "south-korea" in named and "north-korea" not in named
        for member in self.members:
            if member.kind != AgentKind.PERSON or member.country is not None:
                continue
            words = member.fullest.split()
            if is_korean_name(words):
                southern = words[0].lower() in lexicon().words["southern_surnames"] or (
                    only_south and not reference().people_named(member.fullest)
                )
                if self.home == "north-korea":
                    member.country = "south-korea" if southern else "north-korea"
                elif len(reference().people_named(member.fullest)) == 1:
                    member.country = reference().people_named(member.fullest)[0].country
            else:
                known = {
                    person.country for name in member.names if " " in name for person in reference().people_named(name)
                }
                if len(known) == 1:
                    member.country = known.pop()

    def agents(self) -> tuple[Agent, ...]:
        """The agents, in order of first mention by pass."""
        return tuple(
            Agent(
                member.kind,
                member.fullest,
                member.span,
                tuple(name for name in member.names if name != member.fullest),
                member.country,
                member.is_named,
                tuple(office.text for office, _ in member.offices),
            )
            for member in self.members
        )


def _unfold(chunk: Chunk) -> Iterable[Chunk]:
    if chunk.possessor is not None:
        yield from _unfold(chunk.possessor)
    yield chunk
    if chunk.leader is not None:
        yield from _unfold(chunk.leader)


def _is_named_group(mention: Chunk) -> bool:
    """A group counts as an agent when its phrase holds a name or a country beyond a bare common noun."""
    if mention.key:
        return True
    if mention.possessor is not None and mention.possessor.kind in (Kind.COUNTRY, Kind.GROUP):
        return True
    words = mention.name.split()
    capital = [word for word in words[:1] if word[0].isupper() and (len(words) > 1 or word.isupper())] + [
        word for word in words[1:] if word[0].isupper()
    ]
    return bool(capital or mention.countries)


def _same_person(member: Member, name: str) -> bool:
    folded = fold_name(name).split()
    for known in member.names:
        other = fold_name(known).split()
        if folded == other or "".join(folded) == "".join(other):
            return True
        if (
            len(folded) > 1
            and len(other) > 1
            and folded[0] == other[0]
            and folded[-1] == other[-1]
            and (set(folded) <= set(other) or set(other) <= set(folded))
            and not is_korean_name(name.split())
        ):
            return True
    return False


def _answers_to(full: str, name: str) -> bool:
    """Whether somebody called `full` may be called `name` alone: by last name, by Korean family name, or by both in
    another fullness.
    """
    words, part = full.split(), name.split()
    if len(words) < 2 or len(part) != 1:
        return False
    fold = fold_name(part[0])
    if is_korean_name(words):
        return fold_name(words[0]) == fold
    return fold in (fold_name(words[-1]), fold_name(words[0]))


def _overlaps(one: str, other: str) -> bool:
    first, second = set(fold_name(one).split()), set(fold_name(other).split())
    return len(first & second) * 2 >= min(len(first), len(second))


def source_span(sentence: Sentence, chunk: Chunk) -> Span:
    """The span of a chunk in the source text."""
    return sentence.span(chunk.first, chunk.last)

"""The subject of a verb, found by walking left from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.doers import planner, thanked
from kcgraph.extract.clauses.lists import (
    FINITE,
    LISTED,
    PREDICATE,
    can_be_listed,
    is_reduced,
    list_end,
    list_start,
    nominals,
    title_start,
)
from kcgraph.extract.clauses.openings import opening_subject
from kcgraph.extract.clauses.passives import misses_object
from kcgraph.extract.clauses.relatives import antecedent, before_relative, inner_relative
from kcgraph.extract.wordlists import words

_BODIES = (Kind.GROUP, Kind.PLACE)


@dataclass(slots=True)
class _Walk:
    """A walk left from the verb at `v`: `at` is the chunk looked at, `comma` whether one was passed."""

    v: int
    verb: Chunk
    at: int
    comma: bool = False

    @property
    def is_adjacent(self) -> bool:
        """Whether the chunk looked at stands right before the verb."""
        return self.at == self.v - 1

    def go(self, steps: int = 1) -> None:
        """Go on to the left."""
        self.at -= steps


class Subjects:
    """Finds the subjects of the verbs of one sentence; each is looked for once."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self._found: dict[int, list[Chunk]] = {}

    def of(self, v: int) -> list[Chunk]:
        """The subject of the verb at `v`, with what is coordinated to it."""
        if v not in self._found:
            self._found[v] = []  # while it is looked for: a verb that leads back to itself has none
            self._found[v] = self._find(v)
        return self._found[v]

    def before(self, k: int) -> list[Chunk]:
        """The subject of the nearest finite verb before chunk `k`."""
        for j in range(k - 1, -1, -1):
            chunk = self.chunks[j]
            if chunk.kind == Kind.VERB and chunk.form in PREDICATE and (found := self.of(j)):
                return found
            if chunk.kind == Kind.STOP:
                break
        return []

    def _after(self, v: int) -> list[Chunk]:
        """The subject of the main clause after an opening participle ("Visiting ..., he said")."""
        for j in range(v + 2, len(self.chunks)):
            chunk = self.chunks[j]
            if chunk.kind != Kind.VERB or chunk.form not in ("finite", "past"):
                continue
            in_phrase = j >= 2 and self.chunks[j - 2].kind == Kind.PREPOSITION
            if self.chunks[j - 1].kind in LISTED and not in_phrase:
                return self.of(j)
            if found := self._set_off(v, j):
                return found
        return []

    def _set_off(self, v: int, j: int) -> list[Chunk]:
        """The agents, after a comma, that are the subject of the verb at `j`: `Finishing it, the farm sowed rice`."""
        found = [] if self.chunks[v].is_passive else self.of(j)
        if not found or not can_be_listed(found[0]):
            return []
        at = next((k for k in range(v + 1, j) if self.chunks[k] is found[0]), 0)
        return found if at and self.chunks[at - 1].kind == Kind.COMMA else []

    # ---- the walk

    def _find(self, v: int) -> list[Chunk]:
        verb = self.chunks[v]
        if v == 0:
            return self._after(v)
        if verb.form == "infinitive":
            return self._controller(v)
        if (relative := inner_relative(self.chunks, v)) is not None:
            return antecedent(self.chunks, relative)
        before = before_relative(self.chunks, v)
        walk = _Walk(v, verb, v - 1 if before is None else before)
        while walk.at >= 0:
            found = self._step(walk)
            if found is not None:
                return opening_subject(self.chunks, v, found) or found
        opens = verb.form in ("ing", "participle") or (verb.form == "past" and v <= 1)
        return self._after(v) if opens else []

    def _step(self, walk: _Walk) -> list[Chunk] | None:
        """Look at one chunk of the walk: the subject (empty when there is none), or None to go on."""
        here = self.chunks[walk.at]
        if here.is_nominal:
            return self._at_mention(walk)
        match here.kind:
            case Kind.ADVERB:
                walk.go()
            case Kind.TIME:
                in_phrase = walk.at and self.chunks[walk.at - 1].kind == Kind.PREPOSITION
                walk.go(2 if in_phrase else 1)
            case Kind.QUOTE:
                return self._at_quote(walk)
            case Kind.COMMA:
                return self._at_comma(walk)
            case Kind.CONJUNCTION:
                return self._at_conjunction(walk)
            case Kind.PREPOSITION:
                return self._at_preposition(walk)
            case Kind.VERB:
                return self._at_verb(walk, here)
            case Kind.RELATIVE:
                return antecedent(self.chunks, walk.at)
            case _:
                return self._at_boundary(walk)
        return None

    def _at_boundary(self, walk: _Walk) -> list[Chunk] | None:
        if self._begins_aside(walk):
            if walk.comma:
                walk.go(2)
                return None
            return nominals(self.chunks[list_start(self.chunks, walk.at - 2) : walk.at - 1])
        said = self.before(walk.at) if self.chunks[walk.at].kind == Kind.SUBORDINATOR else []
        return said or self._after(walk.v) if walk.verb.form == "ing" else []

    def _begins_aside(self, walk: _Walk) -> bool:
        """`X, when interviewed by Y, said`: a participle after "when" between the subject and its verb."""
        k = walk.at
        if self.chunks[k].head not in words("cast", "opening_times") or k < 2 or self.chunks[k - 1].kind != Kind.COMMA:
            return False
        participle = self.chunks[k + 1]
        is_short = participle.kind == Kind.VERB and participle.form in ("past", "participle", "ing")
        return is_short and can_be_listed(self.chunks[k - 2])

    def _at_quote(self, walk: _Walk) -> list[Chunk] | None:
        opening = title_start(self.chunks, walk.at)
        if not opening and walk.verb.form == "ing":
            return self._at_boundary(walk)
        walk.at = (opening or walk.at) - 1
        return None

    def _at_comma(self, walk: _Walk) -> list[Chunk] | None:
        if walk.verb.form == "ing" and walk.is_adjacent:
            return self.before(walk.at)
        walk.comma = True
        walk.go()
        return None

    def _at_conjunction(self, walk: _Walk) -> list[Chunk] | None:
        if walk.is_adjacent or self.chunks[walk.at + 1].kind in (Kind.ADVERB, Kind.VERB):
            return self.before(walk.at)
        walk.go()
        return None

    def _at_preposition(self, walk: _Walk) -> list[Chunk] | None:
        if walk.is_adjacent:
            return thanked(self.chunks, walk.at) or self.before(walk.at) or self._after(walk.v)
        walk.go()
        return None

    def _at_verb(self, walk: _Walk, here: Chunk) -> list[Chunk] | None:
        """A finite verb has the same subject; participles and infinitives are passed over."""
        if here.form in ("infinitive", "ing", "participle") or (
            here.form == "past" and (is_reduced(self.chunks, walk.at) or misses_object(self.chunks, walk.at))
        ):
            walk.go()
            return None
        return self.of(walk.at)

    def _at_mention(self, walk: _Walk) -> list[Chunk] | None:
        """The noun phrase that the walk meets is the subject, unless it stands in a phrase or an inner clause."""
        start = list_start(self.chunks, walk.at)
        governor = self.chunks[start - 1].kind if start else None
        if governor == Kind.PREPOSITION:
            return self._at_phrase(walk, start)
        if governor == Kind.VERB and walk.verb.form != "ing" and (walk.comma or self._is_inner(start)):
            # `who is heading the delegation, paid ...`: the object of an inner clause is not the subject.
            walk.at = start - 1
            return None
        if papers := self._papers_of_issue(start):
            return papers
        if governor == Kind.VERB and self._is_of_inner_verb(walk, start - 1):
            walk.at = start - 1
            return None
        if governor == Kind.COMMA and (listed := self._at_long_list(walk, start)):
            return listed
        if governor == Kind.COMMA and (further := self._over_aside(walk, start)) is not None:
            walk.at = further
            return None
        return nominals(self.chunks[start : walk.at + 1])

    def _papers_of_issue(self, k: int) -> list[Chunk]:
        """`the April issue of X carried`, `the May issues of X and Y`: the papers act."""
        after = self.chunks[k + 1 : k + 3]
        if self.chunks[k].head not in words("clauses", "issues") or len(after) < 2 or after[0].head != "of":
            return []
        papers = nominals(self.chunks[k + 2 : list_end(self.chunks, k + 2)])
        return papers if all(paper.name[:1].isupper() for paper in papers) else []

    def _is_of_inner_verb(self, walk: _Walk, inner: int) -> bool:
        """`a service to honor his memory was held`: the object of a verb within the subject's phrase."""
        if walk.verb.form not in FINITE or self.chunks[inner].form not in ("infinitive", "ing") or not inner:
            return False
        before = self.chunks[inner - 1]
        in_phrase = before.kind == Kind.PREPOSITION and inner > 1 and self.chunks[inner - 2].is_nominal
        return before.is_nominal or in_phrase

    def _at_long_list(self, walk: _Walk, start: int) -> list[Chunk]:
        """`an agreement on A and B, C and D was signed`: the noun whose phrase holds the list; empty without one."""
        if walk.comma or start < 2 or start == walk.at:
            return []
        if not self.chunks[walk.at].kind == self.chunks[start - 2].kind == Kind.NOUN:
            return []
        at = start - 2
        while (first := list_start(self.chunks, at)) > 1 and self.chunks[first - 1].kind == Kind.PREPOSITION:
            at = first - 2
        is_held = at < start - 2 and self.chunks[at].is_nominal
        return nominals(self.chunks[list_start(self.chunks, at) : at + 1]) if is_held else []

    def _over_aside(self, walk: _Walk, start: int) -> int | None:
        """Where to go on left of what commas set off from the subject; None when it is no aside.

        An apposition (`led by X, chairman of Y, left`, `X, 51, of Y in Z, Seoul, said`, `X, organ of Y, carried`) and
        those that somebody is with (`he, with A, B and C, left`).
        """
        if not walk.comma or start < 2:
            return None
        here, before = self.chunks[start], self.chunks[start - 2]
        leads = before.leader is not None or (
            before.kind == Kind.PERSON and start >= 4 and self.chunks[start - 3].head == "by"
        )
        is_office = here.kind in (Kind.NOUN, Kind.OFFICE) and (before.kind == Kind.PERSON or before.head.isdigit())
        if leads or is_office or (before.is_nominal and _is_description(here)) or self._describes_body(walk, start):
            return start - 2
        if start < 3:
            return None
        return _before_company(self.chunks, start - 2)

    def _describes_body(self, walk: _Walk, start: int) -> bool:
        """Whether a noun between commas tells what the body before it is: `the Company, its developer, has opened`."""
        body, noun = self.chunks[start - 2], self.chunks[start]
        if start != walk.at or body.kind not in _BODIES or noun.kind not in (Kind.NOUN, Kind.GROUP):
            return False
        closed = self.chunks[walk.v - 1].kind == Kind.COMMA and walk.verb.form in PREDICATE
        return closed and (start == 2 or self.chunks[start - 3].kind not in (Kind.COMMA, Kind.CONJUNCTION))

    def _is_inner(self, start: int) -> bool:
        """Whether the verb before `start` is a participle right after a noun: `houses representing the era were`."""
        return start > 1 and self.chunks[start - 1].form == "ing" and self.chunks[start - 2].is_nominal

    def _at_phrase(self, walk: _Walk, start: int) -> list[Chunk] | None:
        """A noun in a prepositional phrase is the subject only of what its phrase holds: `after X met Y`."""
        if self._opens_clause(walk, start):
            return nominals(self.chunks[start : walk.at + 1])
        if walk.is_adjacent:
            if self._is_sent_by(walk) and self.chunks[start - 1].head in words("clauses", "topics"):
                return [self.chunks[walk.at]]
            if self._is_sent_by(walk) and (whole := _end_of_chain(self.chunks, start)) is not None:
                return [whole]
            if walk.verb.form in ("ing", "participle") and self.chunks[walk.at].kind in LISTED:
                return [self.chunks[walk.at]]
            if misses_object(self.chunks, walk.v):
                return [_end_of_chain(self.chunks, start) or self.chunks[walk.at]]
        walk.at = start - 2
        return None

    def _opens_clause(self, walk: _Walk, start: int) -> bool:
        """Whether the preposition before `start` is a conjunction here: `after X met Y`."""
        if self.chunks[start - 1].head not in words("clauses", "opening_clauses"):
            return False
        comma_between = any(chunk.kind == Kind.COMMA for chunk in self.chunks[walk.at : walk.v])
        return walk.verb.form in PREDICATE and not comma_between

    def _is_sent_by(self, walk: _Walk) -> bool:
        """Whether the verb is a bare participle with its agent: `a message of sympathy sent by A`."""
        by = walk.v + 1 < len(self.chunks) and self.chunks[walk.v + 1].head == "by"
        return by and walk.verb.form in ("past", "participle") and not walk.verb.is_passive

    # ---- infinitives

    def _controller(self, v: int) -> list[Chunk]:
        """Whose act an infinitive is: the governing verb's subject, or its object after "invited X to"."""
        if owner := planner(self.chunks[v - 1]):
            return owner
        j, between = self._governor(v)
        if j < 0 or self.chunks[j].kind != Kind.VERB:
            return between[-1:] if between and between[-1].kind in LISTED else []
        governor = self.chunks[j]
        if governor.head in words("clauses", "object_control") and between and not governor.is_passive:
            return between[-1:]
        return self.of(j)

    def _governor(self, v: int) -> tuple[int, list[Chunk]]:
        """The verb (or full stop, or -1) before `v`, and the nouns outside phrases between, the nearest first."""
        between: list[Chunk] = []
        j = v - 1
        while j >= 0 and self.chunks[j].kind not in (Kind.VERB, Kind.STOP):
            in_phrase = j and self.chunks[j - 1].kind == Kind.PREPOSITION
            if self.chunks[j].is_nominal and not in_phrase:
                between.append(self.chunks[j])
            j -= 1
        return j, between


def _is_description(chunk: Chunk) -> bool:
    """What may stand between commas after a name: `organ of Y`, `Seoul`, `an opposition party`."""
    is_address = chunk.kind in (Kind.PLACE, Kind.COUNTRY)
    return is_address or chunk.head in words("clauses", "appositions") or chunk.determiner in ("a", "an")


def _before_company(chunks: Sequence[Chunk], k: int) -> int | None:
    """Before `, with A, B` whose list goes on at `k`: the chunk before the comma."""
    while k >= 2 and (chunks[k].is_nominal or chunks[k].kind in (Kind.COMMA, Kind.CONJUNCTION)):
        k -= 1
        while k >= 2 and chunks[k].kind == Kind.PREPOSITION and chunks[k].head == "of":
            k -= 1
    is_company = chunks[k].kind == Kind.PREPOSITION and chunks[k].head == "with"
    return k - 2 if is_company and k >= 2 and chunks[k - 1].kind == Kind.COMMA else None


def _end_of_chain(chunks: Sequence[Chunk], start: int) -> Chunk | None:
    """The noun that a chain of "of" phrases ends at: `a message` of `a message of sympathy`."""
    while start >= 2 and chunks[start - 1].head == "of" and chunks[start - 2].is_nominal:
        start -= 2
        if not (start and chunks[start - 1].head == "of"):
            return chunks[start]
    return None

"""One sentence as the event rules see it: its chunks, their grammar, and who is meant by each mention."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Clauses, Frame
from kcgraph.extract.patterns import Pattern, singular
from kcgraph.model import EventDate
from kcgraph.model.reading import Sentence

_NAMES = (Kind.PERSON, Kind.OFFICE, Kind.COUNTRY)


@dataclass(slots=True)
class Part:
    """A participation while drafts are being made: agent index, role, the chunk that shows it."""

    agent: int
    role: str
    chunk: Chunk | None = None
    led_by: int | None = None


@dataclass(slots=True)
class Draft:
    """An event report in the making.

    `first` and `last` are tokens of its sentence; `position` is the token of the verb or noun that tells it; `noun`
    the event noun, if any; `support` the class of the verb that carries the noun and `governor` that verb's chunk (-1
    for none). `tellings` are the (sentence, first, last) of later tellings that joined.

    `is_definite` marks "the ...", `is_anaphor` a definite noun that may name an event told before, `is_bare` one
    without a word more ("the session"), `is_name` an event noun that is a proper name, `is_repeat` "again" or "first",
    `is_further` one with "also" or "another" in its clause, `is_after` one that only dates another ("after they met"),
    `is_reported` an event inside somebody's words or a relative clause, `is_told` one that a verb tells as done.

    For whoever asks how it was found: `frame` is the clause that it was read from, `joined` are the later drafts that
    joined, `lender` is the draft whose date or place it took over.
    """

    pattern: Pattern
    sentence: int
    first: int
    last: int
    parts: list[Part] = field(default_factory=list)
    date: EventDate | None = None
    place: str | None = None
    status: str = "Occurred"
    occasion: str | None = None
    treaty: int | None = None
    noun: str = ""
    is_definite: bool = False
    is_anaphor: bool = False
    is_bare: bool = False
    is_name: bool = False
    is_repeat: bool = False
    is_further: bool = False
    is_reported: bool = False
    is_after: bool = False
    is_told: bool = False
    support: str = ""
    governor: int = -1
    position: int = 0
    tellings: list[tuple[int, int, int]] = field(default_factory=list)
    frame: Frame | None = field(default=None, repr=False, compare=False)
    joined: "tuple[Draft, ...]" = field(default=(), repr=False, compare=False)
    lender: "Draft | None" = field(default=None, repr=False, compare=False)
    further_dates: list[EventDate] = field(default_factory=list)

    @property
    def says_nothing(self) -> bool:
        """Whether neither participant, time nor place is known."""
        return not self.parts and self.date is None and self.place is None

    def agents(self, *roles: str) -> set[int]:
        """The agents that take part (in one of `roles`, if any are given)."""
        return {part.agent for part in self.parts if not roles or part.role in roles}

    def add(self, agent: int, role: str, chunk: Chunk | None = None, led_by: int | None = None) -> None:
        """Add a participation; an agent that is there already keeps its first role, unless that was a general one."""
        for part in self.parts:
            if part.agent == agent:
                if part.role in ("Participant", "Attendee") and role in ("Host", "Guest", "Speaker"):
                    part.role = role
                return
        self.parts.append(Part(agent, role, chunk, led_by))


@dataclass(slots=True)
class Scene:
    """A sentence with everything needed to read events out of it.

    `frames` are those of the verbs by chunk; `governors` tell for each chunk which verbs have it, and in which slot.
    `speaker` and `addressee` are agents, where the sentence is somebody's words.
    """

    number: int
    sentence: Sentence
    chunks: Sequence[Chunk]
    clauses: Clauses
    cast: Cast
    frames: dict[int, Frame] = field(default_factory=dict)
    nouns: dict[int, Frame] = field(default_factory=dict)
    governors: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    speaker: int | None = None
    addressee: int | None = None
    _positions: dict[int, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._positions = {id(chunk): k for k, chunk in enumerate(self.chunks)}
        self.frames = {v: self.clauses.verb(v) for v, chunk in enumerate(self.chunks) if chunk.kind == Kind.VERB}
        for v, frame in self.frames.items():
            for slot, filled in frame.slots.items():
                for chunk in filled:
                    k = self.position_of(chunk)
                    if k is not None:
                        self.governors.setdefault(k, []).append((v, slot))

    def verbs(self) -> Iterator[tuple[int, Chunk, Frame]]:
        """The verbs of the sentence with their frames."""
        for v, frame in self.frames.items():
            yield v, self.chunks[v], frame

    def noun(self, k: int) -> Frame:
        """The frame of the noun at chunk `k`."""
        if k not in self.nouns:
            self.nouns[k] = self.clauses.noun(k)
        return self.nouns[k]

    def follows(self, v: int, particle: str) -> bool:
        """Whether the words right after the verb at `v` are those of `particle`, or its preposition comes next."""
        end, words = self.chunks[v].last, particle.split()
        if [word.lower() for word in self.sentence.words[end : end + len(words)]] == words:
            return True
        after = self.chunks[v + 1] if v + 1 < len(self.chunks) else None
        return after is not None and after.kind == Kind.PREPOSITION and after.head == particle

    def position_of(self, chunk: Chunk) -> int | None:
        """The index of a chunk of this sentence."""
        return self._positions.get(id(chunk))


def has_head(chunks: Sequence[Chunk], heads: frozenset[str]) -> Chunk | None:
    """The first of the chunks whose head noun, as printed or in singular, is among `heads`; no person or country."""
    for chunk in chunks:
        if chunk.kind not in _NAMES and (chunk.head in heads or singular(chunk.head) in heads):
            return chunk
    return None

"""What a sentence is cut into: typed mentions, other noun phrases, verb groups and the words between them."""

from dataclasses import dataclass, field
from enum import StrEnum

from kcgraph.model.reading import TimeExpression


class Kind(StrEnum):
    """The type of a chunk."""

    PERSON = "person"
    OFFICE = "office"
    GROUP = "group"
    COUNTRY = "country"
    PLACE = "place"
    UNKNOWN = "unknown"
    PRONOUN = "pronoun"
    NOUN = "noun"
    TIME = "time"
    VERB = "verb"
    PREPOSITION = "preposition"
    CONJUNCTION = "conjunction"
    COMMA = "comma"
    RELATIVE = "relative"
    SUBORDINATOR = "subordinator"
    ADVERB = "adverb"
    QUOTE = "quote"
    STOP = "stop"


NOMINAL = frozenset(
    {Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.COUNTRY, Kind.PLACE, Kind.UNKNOWN, Kind.PRONOUN, Kind.NOUN}
)
AGENTS = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.COUNTRY, Kind.UNKNOWN, Kind.PRONOUN})


@dataclass(slots=True)
class Office:
    """An office as printed: tokens `first` to `last`, its head noun and the key of the country it is of."""

    text: str
    first: int
    last: int
    head: str
    country: str | None = None
    is_former: bool = False


@dataclass(slots=True)
class Chunk:
    """Tokens `first` to `last` (half-open) of a sentence.

    Noun phrases: `head` is the lower-case head noun, `name` the name as printed (a person's without titles, a body's
    without article) of the tokens `name_first` to `name_last`, `determiner` the article or possessive, `possessor` the
    phrase before 's, `modifiers` the lower-case words before the head, `countries` the keys of the countries it names,
    `key` the reference data's key of what it names, `alias` an abbreviation in brackets after it.
    Verb groups: `head` is the lemma, `form` one of `finite`, `infinitive`, `ing`, `past`, `participle`, `s`, `base`.
    """

    kind: Kind
    first: int
    last: int
    head: str = ""
    name: str = ""
    determiner: str = ""
    possessor: "Chunk | None" = None
    modifiers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    offices: list[Office] = field(default_factory=list)
    leader: "Chunk | None" = None
    is_plural: bool = False
    is_site: bool = False
    key: str = ""
    time: TimeExpression | None = None
    form: str = ""
    is_passive: bool = False
    is_negated: bool = False
    is_planned: bool = False
    is_conditional: bool = False
    alias: str = ""
    agent: int | None = None
    sentence: int = 0
    name_first: int = -1
    name_last: int = -1

    @property
    def is_nominal(self) -> bool:
        """Whether it can be a subject or an object."""
        return self.kind in NOMINAL

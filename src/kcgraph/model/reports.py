"""What was read out of one article. References between the records are indexes into the tuples of Extraction."""

from dataclasses import dataclass
from enum import StrEnum

from kcgraph.model.article import Article, Span
from kcgraph.model.dates import EventDate


class AgentKind(StrEnum):
    """What an agent is; the values are local names of ontology classes."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    DELEGATION = "Delegation"
    COUNTRY = "Country"


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody or some body that an article names.

    `name` is the fullest form printed in the article (whitespace folded, titles left out); `spellings` the other forms
    printed. `country` is a key of the country reference (`russia`): the country that the article shows the agent
    to belong to (for a Country: itself). `is_named` is False for an office-holder known by title alone ("the
    Vietnamese ambassador").
    `span` is the first mention, in the source text.
    """

    kind: AgentKind
    name: str
    span: Span
    spellings: tuple[str, ...] = ()
    country: str | None = None
    is_named: bool = True
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Participation:
    """One agent's part in a reported event; `role` is a local name of a `kcg:Role` (`Host`, `Guest`, ...).

    `position` is the order in the article's list, from 1. `capacity` is an office as printed. `led_by` is the agent
    that heads the delegation `agent`.
    """

    agent: int
    role: str
    name_as_printed: str
    position: int
    capacity: str | None = None
    led_by: int | None = None


@dataclass(frozen=True, slots=True)
class EventReport:
    """What one article says of one event.

    `event_class` and `status` are local names of the ontology (`Meeting`; `Occurred`, `Planned`, `Denied`); `further`
    holds the spans of its later tellings in the article; `pattern` is the identifier of the rule that made the report;
    `place` is the label of the most specific named place ("Taedonggang Diplomatic Club, Pyongyang"); `signs` are what
    its confidence was reckoned from.
    """

    event_class: str
    status: str
    evidence: Span
    pattern: str
    participations: tuple[Participation, ...] = ()
    date: EventDate | None = None
    place: str | None = None
    occasion: str | None = None
    treaty: int | None = None
    confidence: float | None = None
    further: tuple[Span, ...] = ()
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """One hop of an attribution chain: 0 is the outlet, then the agencies and papers that it cites, up to the speaker.

    `agent` is an index into the agents, None for hop 0 (the article's own outlet); `evidence` is None where the chain
    shows it without words.
    """

    hop: int
    agent: int | None
    evidence: Span | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said, wrote or declared something; `medium` is a local name of a `kcg:Medium`; `during` an index into the
    reports;
    `further` the spans in which the speaker goes on."""

    speaker: int
    speaker_as_printed: str
    medium: str
    evidence: Span
    pattern: str
    addressee: int | None = None
    date: EventDate | None = None
    during: int | None = None
    attributions: tuple[Attribution, ...] = ()
    about: int | None = None
    further: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class OfficeHolding:
    """An office as printed beside its holder. `office_of` is an agent (organization or country) where the text names
    one.
    """

    holder: int
    office_as_printed: str
    evidence: Span
    office_of: int | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Treaty:
    """A named treaty, agreement, protocol, declaration or memorandum; `parties` are agents."""

    name: str
    span: Span
    parties: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read from one article. `anchor` is the date that relative dates were counted from, and its
    precision.

    `places` are the labels of all places mentioned, `cites` the agents (outlets, agencies) that the article relays,
    `rules` names the rule set (a hash of the data files) that did the reading.
    """

    article: Article
    agents: tuple[Agent, ...]
    places: tuple[str, ...]
    treaties: tuple[Treaty, ...]
    reports: tuple[EventReport, ...]
    statements: tuple[Statement, ...]
    offices: tuple[OfficeHolding, ...]
    cites: tuple[int, ...] = ()
    anchor: EventDate | None = None
    dateline_place: str | None = None

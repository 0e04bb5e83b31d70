"""The measures: precision and recall of what was found, accuracy of what was matched, and how far confidence holds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import TypeVar

from kcgraph.evaluate.found import FoundAgent, FoundArticle, FoundEvent
from kcgraph.evaluate.gold import GoldArticle, GoldEvent, GoldParticipant
from kcgraph.evaluate.matching import (
    Pair,
    date_likeness,
    is_same_agent,
    matched_events,
    matched_persons,
    matched_statements,
    matched_treaties,
    paired,
)
from kcgraph.evaluate.wording import is_same_person, is_similar, tokens, wording

MEASURES = ("event", "strict", "met", "sent", "person", "statement", "treaty")
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Where the bins of the reliability table begin; each ends where the next begins, the last at 1."""

T = TypeVar("T")

_SENT = frozenset({"Message", "Gift"})
_SIMILAR_PLACE = 0.4


@dataclass(slots=True)
class Count:
    """What was found and what should have been."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, right: int, found: int, gold: int) -> None:
        """Count `right` of `found` things that are among the `gold` ones."""
        self.right += right
        self.extra += found - right
        self.missed += gold - right

    @property
    def precision(self) -> float:
        """The part of what was found that is right."""
        return _share(self.right, self.right + self.extra) or 0.0

    @property
    def recall(self) -> float:
        """The part of what should have been found that was."""
        return _share(self.right, self.right + self.missed) or 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right, 2 * self.right + self.extra + self.missed) or 0.0


@dataclass(slots=True)
class Share:
    """How many of some are right."""

    right: int = 0
    of: int = 0

    def add(self, is_right: bool) -> None:
        """Count one more."""
        self.right += is_right
        self.of += 1

    @property
    def value(self) -> float | None:
        """The part that is right; None of nothing."""
        return _share(self.right, self.of)


@dataclass(slots=True)
class Bin:
    """The reports whose confidence is `start` or more and less than that of the next bin."""

    start: float
    reports: int = 0
    matched: int = 0
    confidences: float = 0.0

    @property
    def mean_confidence(self) -> float | None:
        """What the reports promise on average."""
        return _share(self.confidences, self.reports)

    @property
    def share(self) -> float | None:
        """What they keep."""
        return _share(self.matched, self.reports)


@dataclass(slots=True)
class Scores:
    """The figures over all annotated articles.

    `classes` and `outlets` count events by event class and by the outlet's slug ("" where the store has none).
    `evidence` is about the quotes of articles whose text is at hand (`texts` of `articles`).
    """

    measures: dict[str, Count] = field(default_factory=lambda: {name: Count() for name in MEASURES})
    accuracy: dict[str, Share] = field(default_factory=lambda: defaultdict(Share))
    evidence: Share = field(default_factory=Share)
    classes: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    outlets: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    reliability: tuple[Bin, ...] = field(default_factory=lambda: tuple(map(Bin, BINS)))
    articles: int = 0
    absent: int = 0
    texts: int = 0

    @property
    def has_confidence(self) -> bool:
        """Whether any report has a confidence."""
        return any(one.reports for one in self.reliability)


def evaluate(
    gold: Iterable[GoldArticle], found: Callable[[str], FoundArticle], texts: Mapping[str, str] | None = None
) -> Scores:
    """Measure what `found` says of each annotated article; `texts` are those of the articles that are at hand.

    An article that is not in the store counts as one in which nothing was found.
    """
    scores = Scores()
    for article in gold:
        _measure(scores, article, found(article.identifier), (texts or {}).get(article.identifier))
    return scores


def _measure(scores: Scores, gold: GoldArticle, found: FoundArticle, text: str | None) -> None:
    scores.articles += 1
    scores.absent += not found.is_there
    scores.texts += text is not None
    events = matched_events(gold, found, text)
    _measure_events(scores, gold, found, events)
    _measure_tuples(scores, gold, found)
    _measure_persons(scores, gold, found)
    statements, treaties = matched_statements(gold, found, text), matched_treaties(gold, found)
    scores.measures["statement"].add(len(statements), len(found.statements), len(gold.statements))
    scores.measures["treaty"].add(len(treaties), len(found.treaties), len(gold.treaties))
    if text is not None:
        _measure_evidence(scores.evidence, found, text)


# ---- events


def _measure_events(scores: Scores, gold: GoldArticle, found: FoundArticle, pairs: Sequence[Pair]) -> None:
    matches = [(gold.events[i], found.events[j]) for i, j in pairs]
    sizes = len(found.events), len(gold.events)
    scores.measures["event"].add(len(pairs), *sizes)
    scores.measures["strict"].add(sum(_is_strict(*match) for match in matches), *sizes)
    scores.outlets[found.outlet or ""].add(len(pairs), *sizes)
    right = {j for _, j in pairs}
    for event, report in matches:
        scores.classes[event.event_class].right += 1
        _measure_details(scores.accuracy, event, report)
    for event in gold.events:
        scores.classes[event.event_class].missed += 1
    for event, _ in matches:
        scores.classes[event.event_class].missed -= 1
    for number, report in enumerate(found.events):
        if number not in right:
            scores.classes[report.event_class].extra += 1
        _note_confidence(scores.reliability, report, number in right)


def _is_strict(gold: GoldEvent, found: FoundEvent) -> bool:
    """Whether a matched event also has the same date, status and named persons."""
    ours = [one for one in gold.participants if one.is_person]
    theirs = [one for one in found.participants if one.is_person]
    has_company = len(ours) == len(theirs) and all(any(is_same_agent(one, other) for other in theirs) for one in ours)
    return has_company and gold.date == found.date and gold.status == found.status


def _measure_details(accuracy: dict[str, Share], gold: GoldEvent, found: FoundEvent) -> None:
    accuracy["date"].add(date_likeness(gold.date, found.date) == 1)
    if gold.place:
        accuracy["place"].add(any(_is_same_place(gold.place, label) for label in found.places))
    for one in gold.participants:
        other = next((other for other in found.participants if is_same_agent(one, other)), None)
        if other is not None:
            accuracy["role"].add(_is_role(gold, one, other))


def _is_same_place(gold: str, label: str) -> bool:
    ours, theirs = tokens(gold), tokens(label)
    return is_similar(gold, label, _SIMILAR_PLACE) or (bool(theirs) and (theirs <= ours or ours <= theirs))


def _is_role(event: GoldEvent, gold: GoldParticipant, found: FoundAgent) -> bool:
    """Whether the role is the annotated one, or one that annotators exchange for it."""
    if gold.role in found.roles:
        return True
    exchangeable = wording().exchangeable_roles
    may_differ = event.event_class in wording().exchangeable_in and gold.role in exchangeable
    return may_differ and not found.roles.isdisjoint(exchangeable)


def _note_confidence(bins: Sequence[Bin], report: FoundEvent, is_matched: bool) -> None:
    if report.confidence is None:
        return
    one = next(one for one in reversed(bins) if report.confidence >= one.start)
    one.reports += 1
    one.matched += is_matched
    one.confidences += report.confidence


# ---- who met whom, who wrote to whom

_Met = tuple[GoldParticipant, GoldParticipant, str | None]
_FoundMet = tuple[FoundAgent, FoundAgent, str | None]


def _measure_tuples(scores: Scores, gold: GoldArticle, found: FoundArticle) -> None:
    met = [(one, other, event.date) for event in gold.events for one, other in _met(event)]
    found_met = [(one, other, event.date) for event in found.events for one, other in _found_met(event)]
    scores.measures["met"].add(paired(met, found_met, _is_same_meeting), len(found_met), len(met))
    sent = [(one, other, event.date) for event in gold.events for one, other in _sent(event)]
    found_sent = [(one, other, event.date) for event in found.events for one, other in _found_sent(event)]
    scores.measures["sent"].add(paired(sent, found_sent, _is_same_sending), len(found_sent), len(sent))


def _met(event: GoldEvent) -> list[tuple[GoldParticipant, GoldParticipant]]:
    if not _is_meeting(event):
        return []
    people = [one for one in event.participants if one.is_person]
    return _across([(one, frozenset([one.role])) for one in people])


def _found_met(event: FoundEvent) -> list[tuple[FoundAgent, FoundAgent]]:
    if not _is_meeting(event):
        return []
    return _across([(one, one.roles) for one in event.participants if one.is_person])


def _is_meeting(event: GoldEvent | FoundEvent) -> bool:
    return event.event_class == "Meeting" and event.status == "Occurred"


def _across(people: Sequence[tuple[T, frozenset[str]]]) -> list[tuple[T, T]]:
    """Hosts with guests; where one side alone is told, that side with the others; else everybody with everybody."""
    hosts = [one for one, roles in people if "Host" in roles]
    guests = [one for one, roles in people if "Host" not in roles and "Guest" in roles]
    others = [one for one, roles in people if roles.isdisjoint(("Host", "Guest"))]
    if hosts and guests:
        return list(product(hosts, guests))
    return list(product(hosts or guests, others)) if hosts or guests else list(combinations(others, 2))


def _is_same_meeting(gold: _Met, found: _FoundMet) -> bool:
    (one, other, day), (first, second, found_day) = gold, found
    return day == found_day and (
        (_is_called(one, first) and _is_called(other, second)) or (_is_called(one, second) and _is_called(other, first))
    )


def _is_called(gold: GoldParticipant, found: FoundAgent) -> bool:
    return is_same_person(gold.name, found.labels)


def _sent(event: GoldEvent) -> list[tuple[GoldParticipant, GoldParticipant]]:
    if event.event_class not in _SENT:
        return []
    sides = [[one for one in event.participants if one.role == role] for role in ("Sender", "Recipient")]
    return [(one, other) for one in sides[0] for other in sides[1]]


def _found_sent(event: FoundEvent) -> list[tuple[FoundAgent, FoundAgent]]:
    if event.event_class not in _SENT:
        return []
    sides = [[one for one in event.participants if role in one.roles] for role in ("Sender", "Recipient")]
    return [(one, other) for one in sides[0] for other in sides[1]]


def _is_same_sending(gold: _Met, found: _FoundMet) -> bool:
    return gold[2] == found[2] and is_same_agent(gold[0], found[0]) and is_same_agent(gold[1], found[1])


# ---- persons and evidence


def _measure_persons(scores: Scores, gold: GoldArticle, found: FoundArticle) -> None:
    pairs = matched_persons(gold, found)
    scores.measures["person"].add(len(pairs), len(found.persons), len(gold.persons))
    for i, j in pairs:
        one, other = gold.persons[i], found.persons[j]
        if one.offices:
            is_right = any(is_similar(office, printed) for office in one.offices for printed in other.offices)
            scores.accuracy["office"].add(is_right)
        if one.country:
            is_right = any(tokens(one.country) == tokens(country) for country in other.countries)
            scores.accuracy["country"].add(is_right)


def _measure_evidence(evidence: Share, found: FoundArticle, text: str) -> None:
    """Whether the quotes stand in the text at their offsets; what has none counts as one that does not."""
    quotes = [one.evidence for one in found.events] + [one.evidence for one in found.statements]
    for shown in quotes:
        if not shown:
            evidence.add(False)
        for quote in shown:
            evidence.add(text[quote.start : quote.end] == quote.words)


def _share(part: float, whole: float) -> float | None:
    return part / whole if whole else None

"""Which of the found things are which of the annotated ones.

Matching is greedy, the best pair first; among equals, the order of the annotations and then of the store decides, so
that the same files always give the same figures.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kcgraph.evaluate.found import FoundAgent, FoundArticle, FoundEvent, FoundPerson, FoundStatement, Quote
from kcgraph.evaluate.gold import Evidence, GoldArticle, GoldEvent, GoldParticipant, GoldPerson, GoldStatement
from kcgraph.evaluate.wording import folded, is_same_person, is_similar
from kcgraph.model import Span

_SIMILAR_BODY = 0.5
_HALF = 0.5

G = TypeVar("G")
F = TypeVar("F")
Pair = tuple[int, int]


def matched_events(gold: GoldArticle, found: FoundArticle, text: str | None) -> list[Pair]:
    """The indexes of annotated and found events that are the same: class, date, and evidence or participants."""
    return _greedy(gold.events, found.events, lambda event, report: _likeness(event, report, text))


def matched_persons(gold: GoldArticle, found: FoundArticle) -> list[Pair]:
    """The indexes of annotated and found persons of one name."""

    def likeness(person: GoldPerson, other: FoundPerson) -> float:
        return float(is_same_person(person.name, other.labels))

    return _greedy(gold.persons, found.persons, likeness)


def matched_statements(gold: GoldArticle, found: FoundArticle, text: str | None) -> list[Pair]:
    """The indexes of annotated and found statements of one speaker in overlapping words."""

    def likeness(statement: GoldStatement, other: FoundStatement) -> float:
        speaker, labels = statement.speaker, other.labels
        is_speaker = is_same_person(speaker, labels) or _is_similar_body(speaker, labels)
        return float(is_speaker and _any_overlap(statement.evidence, other.evidence, text))

    return _greedy(gold.statements, found.statements, likeness)


def matched_treaties(gold: GoldArticle, found: FoundArticle) -> list[Pair]:
    """The indexes of annotated and found treaties of one name."""

    def likeness(name: str, labels: frozenset[str]) -> float:
        return float(any(is_similar(name, label) for label in labels))

    return _greedy(gold.treaties, found.treaties, likeness)


def paired(gold: Sequence[G], found: Sequence[F], is_same: Callable[[G, F], bool]) -> int:
    """How many of `gold` have one of `found` for themselves, each taking the first that is free."""
    free = list(range(len(found)))
    for one in gold:
        taken = next((at for at in free if is_same(one, found[at])), None)
        if taken is not None:
            free.remove(taken)
    return len(found) - len(free)


def is_same_agent(gold: GoldParticipant, found: FoundAgent) -> bool:
    """Whether a found participant is the annotated one."""
    if gold.is_person:
        return is_same_person(gold.name, found.labels)
    return _is_similar_body(gold.name, found.labels)


def date_likeness(gold: str | None, found: str | None) -> float:
    """1 for the same date, 0.5 for dates that can be of one event (one unknown, or part of the other), else 0."""
    if gold == found:
        return 1.0
    if not gold or not found:
        return _HALF
    ours, theirs = gold.split("/"), found.split("/")
    is_part = any(one.startswith(other) or other.startswith(one) for one in ours for other in theirs)
    return _HALF if is_part or ours[0] <= theirs[0] <= ours[-1] else 0.0


def _greedy(gold: Sequence[G], found: Sequence[F], likeness: Callable[[G, F], float]) -> list[Pair]:
    """The pairs with a likeness above 0, the highest first, each index once."""
    pairs = [
        (score, i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if (score := likeness(one, other)) > 0
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    chosen: list[Pair] = []
    for _, i, j in sorted(pairs, key=lambda pair: -pair[0]):
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            chosen.append((i, j))
    return chosen


def _likeness(gold: GoldEvent, found: FoundEvent, text: str | None) -> float:
    """How much a report is like an event; 0 when it can't be the same."""
    if gold.event_class != found.event_class:
        return 0.0
    date = date_likeness(gold.date, found.date)
    if not date:
        return 0.0
    company = _company_likeness(gold, found)
    overlaps = _any_overlap(gold.evidence, found.evidence, text)
    if company >= _HALF or (overlaps and (company > 0 or not gold.participants)):
        return company + date + overlaps
    return 0.0


def _company_likeness(gold: GoldEvent, found: FoundEvent) -> float:
    """The part of the participants that both have, counted both ways; 1 when there are none."""
    together = len(gold.participants) + len(found.participants)
    if not together:
        return 1.0
    shared = sum(any(is_same_agent(one, other) for other in found.participants) for one in gold.participants)
    return 2 * shared / together


def _is_similar_body(name: str, labels: Iterable[str]) -> bool:
    return any(is_similar(name, label, _SIMILAR_BODY) for label in labels)


# ---- evidence


def _any_overlap(gold: Evidence, found: Iterable[Quote], text: str | None) -> bool:
    return any(_overlaps(gold, quote, text) for quote in found)


def _overlaps(gold: Evidence, quote: Quote, text: str | None) -> bool:
    """Whether two pieces of evidence share a character: by offsets, wherever the words stand in the article's text.

    A quote whose article's text is not at hand is compared word by word.
    """
    if isinstance(gold, Span):
        return gold.start < quote.end and quote.start < gold.end
    if text is None:
        return _shares_words(gold, quote.words)
    theirs = _places(quote.words, text)
    return any(start < end and first < last for first, end in _places(gold, text) for start, last in theirs)


def _places(words: str, text: str) -> list[tuple[int, int]]:
    """Every place where the words stand in the text."""
    found, start = [], text.find(words)
    while start >= 0:
        found.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def _shares_words(one: str, other: str) -> bool:
    """Whether one quote holds the other, or half of the words of the shorter one."""
    first, second = folded(one), folded(other)
    if first in second or second in first:
        return True
    shared = set(first.split()) & set(second.split())
    return len(shared) >= _HALF * min(len(first.split()), len(second.split())) > 0

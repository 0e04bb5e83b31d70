"""The whole account of one report."""

from dataclasses import dataclass

from kcgraph.explain.dates import date_found
from kcgraph.explain.finding import Finding
from kcgraph.explain.marking import marked
from kcgraph.explain.parties import parties_found
from kcgraph.explain.rules import Rule, rule
from kcgraph.explain.tellings import places_of
from kcgraph.explain.venues import place_found
from kcgraph.extract import Traced
from kcgraph.extract.confidence import signs_of, weight_of
from kcgraph.model import EventReport

_BASE = "base"


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that tells of the event, by its number in the article from 1, and the pattern that read it there.

    `pattern` is None where the sentence only adds to what others tell.
    """

    sentence: int
    marked: str
    pattern: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """How a report came about; `signs` are those with their weights, the base first, that make its confidence."""

    report: EventReport
    tellings: tuple[Telling, ...]
    rule: Rule
    date: Finding
    place: Finding
    parties: tuple[tuple[str, Finding], ...]
    signs: tuple[tuple[str, float], ...]


def account_of(traced: Traced, index: int) -> Account:
    """The account of the report at that index of the extraction. Raises KnowledgeError when its pattern is gone."""
    report, draft = traced.extraction.reports[index], traced.drafts[index]
    signs = [sign for sign in signs_of(report, draft, traced.extraction.agents) if sign]
    return Account(
        report,
        tuple(_tellings(traced, index)),
        rule(report.pattern),
        date_found(traced, draft),
        place_found(traced, draft),
        tuple(parties_found(traced, draft)),
        tuple((sign, weight_of(sign)) for sign in (_BASE, *signs)),
    )


def _tellings(traced: Traced, index: int) -> list[Telling]:
    draft = traced.drafts[index]
    places = places_of(traced, draft)
    found = [Telling(place.scene.number + 1, marked(place), place.draft.pattern.id) for place in places]
    told = {telling.sentence for telling in found}
    shown = {part.chunk.sentence for part in draft.parts if part.chunk is not None}
    for number in sorted({sentence for sentence, _, _ in draft.tellings} | shown):
        if number + 1 not in told:
            sentence = traced.scenes[number].sentence
            found.append(Telling(number + 1, sentence.text(0, len(sentence.words)), None))
    return list(dict.fromkeys(sorted(found, key=lambda telling: telling.sentence)))

"""The offices that articles print beside names, and what appointments say of them, as plain tables."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pyoxigraph import NamedNode

from kcgraph.merge.tables import Tables, text_of
from kcgraph.merge.wordings import office_words
from kcgraph.model import EventDate
from kcgraph.vocab import KCG, OA

# An event so long before the article is told from memory: the office printed beside it is of no known day.
_MEMORY = timedelta(days=92)
_SPAN = re.compile(r"#char=(\d+),(\d+)$")
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One office as printed beside one name in one article.

    `day` is the day of the article, None where the office is told of a past event; `starts` and `ends` are EDTF dates
    of an appointment to the office or a dismissal from it that the article tells there, empty for one without a date.
    """

    holding: str
    article: str
    holder: str
    printed: str
    day: date | None
    office: str | None = None
    body: str | None = None
    starts: str | None = None
    ends: str | None = None

    @property
    def order(self) -> tuple[date, str]:
        """By day, the ones without a day last."""
        return self.day or date.max, self.holding


@dataclass(frozen=True, slots=True)
class _Telling:
    """A span of an article that tells an event."""

    start: int
    end: int
    when: EventDate | None
    appointees: frozenset[str]
    evidence: str


def sightings(tables: Tables, representative: Callable[[str], str]) -> list[Sighting]:
    """Every office holding of a named person, in the order of days."""
    persons = tables.members("Person") - {text_of(quad.subject) for quad in tables.quads(KCG.unnamed)}
    printed, days = tables.values(KCG.officeAsPrinted), tables.values(KCG.observedOn)
    offices, bodies = tables.values(KCG.office), tables.values(KCG.officeOf)
    evidence = tables.values(KCG.evidence)
    tellings = _tellings(tables, evidence)
    found = []
    for holding, holders in tables.values(KCG.holder).items():
        if holders[0] not in persons or holding not in printed:
            continue
        article, day = holding.rsplit("/", 2)[-2], _day(days.get(holding))
        changes: dict[str | None, str] = {}
        for start, end in _spans(evidence.get(holding, ())):
            for telling in tellings.get(article, ()):
                if telling.start <= start and end <= telling.end:
                    if day is not None and telling.when is not None and telling.when.latest < day - _MEMORY:
                        day = None
                    if holders[0] in telling.appointees:
                        change = _change(_quote(tables, telling.evidence), start - telling.start)
                        changes[change] = telling.when.edtf if telling.when is not None else ""
        found.append(
            Sighting(
                holding, article, representative(holders[0]), printed[holding][0], day,
                next(iter(offices.get(holding, ())), None), next(iter(bodies.get(holding, ())), None),
                changes.get("entering"), changes.get("leaving"),
            )
        )  # fmt: skip
    return sorted(found, key=lambda sighting: sighting.order)


def _tellings(tables: Tables, evidence: dict[str, list[str]]) -> dict[str, list[_Telling]]:
    """Article to the spans that tell dated events or appointments."""
    dates, statuses = tables.values(KCG.dateEDTF), tables.values(KCG.status)
    appointees = _appointees(tables)
    found: dict[str, list[_Telling]] = defaultdict(list)
    for report, classes in tables.values(KCG.reportedType).items():
        edtf = dates.get(report)
        has_occurred = KCG.Occurred.value in statuses.get(report, ())
        appointed = appointees[report] if has_occurred and KCG.Appointment.value in classes else frozenset()
        if edtf or appointed:
            when = EventDate(edtf[0]) if edtf else None
            for iri in evidence.get(report, ()):
                for start, end in _spans([iri]):
                    found[report.rsplit("/", 2)[-2]].append(_Telling(start, end, when, frozenset(appointed), iri))
    for article in found.values():
        article.sort(key=lambda telling: (telling.start, telling.end, telling.when.edtf if telling.when else ""))
    return found


def _appointees(tables: Tables) -> dict[str, set[str]]:
    agents = tables.values(KCG.agent)
    found: dict[str, set[str]] = defaultdict(set)
    for quad in tables.quads(KCG.role, KCG.Appointee):
        part = text_of(quad.subject)
        report, _, _ = part.rpartition("/participation/")
        found[report].update(agents.get(part, ()))
    return found


def _change(quote: str, position: int) -> str | None:
    """Whether the office at `position` of a quote is entered or left there: the last such word before it decides."""
    words = [(match.end(), match[0].lower()) for match in _WORD.finditer(quote)]
    before = words[: bisect_right(words, position, key=lambda word: word[0])]
    skipped = office_words("between")
    for i in range(len(before) - 1, -1, -1):
        word = before[i][1]
        pair = f"{before[i - 1][1]} {word}" if i else word
        for kind in ("entering", "leaving", "going_on"):
            if {word, pair} & office_words(kind):
                return kind
        if word not in skipped and not _is_name_before(before, i):
            return None
    return None


def _is_name_before(words: list[tuple[int, str]], i: int) -> bool:
    """Whether the word belongs to what stands between "as" and the verb: "elected Kim Jong Un as"."""
    return i + 1 < len(words) and any(word == "as" for _, word in words[i + 1 :])


def _quote(tables: Tables, evidence: str) -> str:
    for selector in tables.store.quads_for_pattern(NamedNode(evidence), OA.hasSelector, None):
        if isinstance(selector.object, NamedNode):
            for quad in tables.store.quads_for_pattern(selector.object, OA.exact, None):
                return text_of(quad.object)
    return ""


def _spans(evidence: list[str] | tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for iri in evidence:
        if match := _SPAN.search(iri):
            yield int(match[1]), int(match[2])


def _day(values: list[str] | None) -> date | None:
    return date.fromisoformat(values[0]) if values else None

"""One event for each set of reports that agree on class, date and parties."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kcgraph.merge.tables import Report

_DIRECTED_ROLES = frozenset({"Sender", "Recipient", "Appointer", "Appointee", "Actor", "Target"})
_STATUS_ORDER = ("Occurred", "Planned", "Denied")
_WORD = re.compile(r"\w+")

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Reports of one event, in order; the first gives it its IRI."""

    reports: tuple[Report, ...]

    @property
    def first(self) -> Report:
        """The report that names the event."""
        return self.reports[0]

    @property
    def participants(self) -> list[str]:
        """Every agent that a report names, sorted."""
        return sorted({part.agent for report in self.reports for part in report.parts})

    @property
    def treaties(self) -> list[str]:
        """Every treaty that a report concerns, sorted."""
        return sorted({treaty for report in self.reports for treaty in report.treaties})

    @property
    def status(self) -> str:
        """Occurred when a report says so, else planned, else denied."""
        found = {report.status for report in self.reports}
        return next((status for status in _STATUS_ORDER if status in found), self.first.status)

    @property
    def denial_is_disputed(self) -> bool:
        """Whether one report denies what another reports. A plan and its fulfilment do not conflict."""
        denials = sum(report.status == "Denied" for report in self.reports)
        return 0 < denials < len(self.reports)

    def place(self, label: Callable[[str], str]) -> str | None:
        """The place most often reported; of several the most specific (longest) label, then the first IRI."""
        counts = Counter(report.place for report in self.reports if report.place is not None)
        return min(counts, key=lambda place: (-counts[place], -len(label(place)), place), default=None)

    def place_is_disputed(self, label: Callable[[str], str]) -> bool:
        """Whether two reports name places that can't both be right: "Club, Pyongyang" lies in "Pyongyang"."""
        words = [
            set(_WORD.findall(label(place).casefold()))
            for place in {r.place for r in self.reports if r.place is not None}
        ]
        return any(not (one <= other or other <= one) for i, one in enumerate(words) for other in words[:i])


def events(reports: Sequence[Report], persons: Collection[str]) -> Iterator[Event]:
    """Group reports (in order) into events, in the order of their first reports. `persons` are the agents that are
    persons.
    """
    groups: dict[Key, list[Report]] = defaultdict(list)
    for report in reports:
        groups[_key(report, persons)].append(report)
    return (Event(tuple(group)) for group in groups.values())


def fingerprint(report: Report) -> str:
    """Tells the event of a report from others of its class and day, whatever the base IRI: 12 hexadecimal digits."""
    return hashlib.sha256(f"{report.article}/{report.number}".encode()).hexdigest()[:12]


def _key(report: Report, persons: Collection[str]) -> Key:
    """Reports with equal keys are of one event.

    Without a party nothing tells two events of one day apart, so such a report stays alone; without a date only
    reports of one article can be of one event. Two persons or more name an event well enough; with fewer the groups
    must agree too.
    """
    if not report.parts:
        return (report.iri,)
    sides = _sides((part.agent, part.role) for part in report.parts if part.agent in persons)
    if len(sides) < 2:
        sides = _sides((part.agent, part.role) for part in report.parts)
    return report.event_class, report.date, None if report.date else report.article, sides


def _sides(parts: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Agents with their role where its direction tells two events apart (a message from A to B, one from B to A)."""
    return frozenset((agent, role if role in _DIRECTED_ROLES else "") for agent, role in parts)

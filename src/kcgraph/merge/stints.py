"""What the reference data knows of times in office, held against what articles print."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kcgraph.merge.sightings import Sighting
from kcgraph.model import EventDate


@dataclass(frozen=True, slots=True)
class Stint:
    """A tenure of the reference data: its IRI and its EDTF dates, None where unknown."""

    iri: str
    start: str | None = None
    end: str | None = None

    @property
    def earliest(self) -> date:
        """The first day that it may have."""
        return EventDate(self.start).earliest if self.start else date.min

    @property
    def latest(self) -> date | None:
        """The last day that it may have, None where no end is known."""
        return EventDate(self.end).latest if self.end else None

    def covers(self, day: date) -> bool:
        """Whether it may have lasted on `day`."""
        return self.earliest <= day and (self.latest is None or day <= self.latest)


class KnownStints:
    """The stints by holder (an IRI) and office (a key)."""

    def __init__(self, known: Mapping[tuple[str, str], Sequence[Stint]]) -> None:
        """`known` has the stints of each holder in each office, in any order."""
        self._known = {
            key: sorted(stints, key=lambda stint: (stint.earliest, stint.iri)) for key, stints in known.items()
        }
        self._by_office: dict[str, list[tuple[str, Stint]]] = defaultdict(list)
        for (holder, office), stints in self._known.items():
            self._by_office[office].extend((holder, stint) for stint in stints)

    def parted(
        self, holder: str, office: str | None, sightings: Iterable[Sighting]
    ) -> dict[Stint | None, list[Sighting]]:
        """The sightings by the stint that they show; None for those of a time that the reference data leaves open.

        What is printed before a stint or between two is told from memory, or of the later one in advance, and shows no
        day; so does what is printed after the last, once somebody else is known to have come. It goes to the last stint
        begun.
        """
        own = self._known.get((holder, office or ""), [])
        found: dict[Stint | None, list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            day = sighting.day
            covering = [stint for stint in own if day is not None and stint.covers(day)]
            if covering:
                found[covering[-1]].append(sighting)
            elif own and (day is None or day < own[-1].earliest or self._is_others(holder, office or "", day)):
                begun = [stint for stint in own if day is None or stint.earliest <= day] or own[:1]
                found[begun[-1]].append(replace(sighting, day=None))
            else:
                found[None].append(sighting)
        return dict(found)

    def ended(
        self, holder: str, office: str | None, sightings: Iterable[Sighting]
    ) -> dict[Stint | None, list[Sighting]]:
        """The sightings of a former holder by the stint that was over by then: the last begun."""
        own = self._known.get((holder, office or ""), [])
        found: dict[Stint | None, list[Sighting]] = defaultdict(list)
        for sighting in sightings:
            begun = [stint for stint in own if sighting.day is None or stint.earliest <= sighting.day] or own[:1]
            found[begun[-1] if begun else None].append(sighting)
        return dict(found)

    def _is_others(self, holder: str, office: str, day: date) -> bool:
        return any(
            other != holder and stint.start is not None and stint.latest is not None and stint.covers(day)
            for other, stint in self._by_office[office]
        )

"""One person's sightings by office: which wordings are of one office, and what a title in short stands for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kcgraph.merge.sightings import Sighting
from kcgraph.merge.wordings import Form, Time, Wording, Wordings

# What is shown so many times more often than all else it could be is not doubted for a misreading.
CLEARLY = 5
_NEAR = timedelta(days=92)


@dataclass(slots=True)
class OfficeGroup:
    """The sightings of one office and person; `wording` is the way of naming it that tells most of its body."""

    wording: Wording
    office: str | None
    held: list[Sighting] = field(default_factory=list)
    past: list[Sighting] = field(default_factory=list)
    full: list[str] = field(default_factory=list)
    organizations: list[str] = field(default_factory=list)

    def days(self) -> list[date]:
        """The days on which it was seen as held."""
        return [found.day for found in self.held if found.day]

    def spans(self, day: date) -> bool:
        """Whether it was seen before and after `day`, three months more or less."""
        days = self.days()
        return bool(days) and min(days) - _NEAR <= day <= max(days) + _NEAR


def grouped(seen: Iterable[Sighting], wordings: Wordings, country: str | None) -> list[OfficeGroup]:
    """The sightings of one holder, of `country` (a key), by office; those that name no office of his are left out."""
    groups: dict[str | Form, OfficeGroup] = {}
    for sighting in seen:
        home = country or _country_of(sighting.body)
        read = wordings.read(sighting.printed, home)
        if read is None:
            continue
        office = wordings.office(read.form, home)
        if sighting.office is not None:
            told = sighting.office.rpartition("/")[2]
            if home is not None and wordings.country_of(told) not in (None, home):
                continue
            office = told
        key = office or read.form
        if key not in groups:
            groups[key] = OfficeGroup((wordings.of_office(office) if office else None) or read, office)
        group = groups[key]
        is_over = read.time is Time.PAST or sighting.ends is not None
        (group.past if is_over else group.held).append(sighting)
        if read.time is Time.HELD and not read.is_of_several:
            group.full.append(sighting.printed)
        if read.organization is not None:
            group.organizations.append(read.organization)
    return _joined(list(groups.values()))


def _country_of(body: str | None) -> str | None:
    """The key of the country that an office is of, where it is a country's."""
    _, is_country, key = (body or "").rpartition("/country/")
    return key if is_country else None


def _joined(groups: list[OfficeGroup], are_bare: bool = False) -> list[OfficeGroup]:
    """Put what is told in short to the one office that it must be short for: first what names part of a body, then
    what names none.
    """
    fullest = [group for group in groups if not any(group.wording.may_be_short_for(other.wording) for other in groups)]
    moved: list[tuple[OfficeGroup, OfficeGroup, Sighting, bool]] = []
    for group in (group for group in groups if group.wording.form.is_bare == are_bare):
        candidates = [other for other in fullest if group.wording.may_be_short_for(other.wording)]
        for is_past, listed in ((False, group.held), (True, group.past)):
            for sighting in listed:
                target = _meant(group, sighting, candidates, is_past)
                if target is not None:
                    moved.append((group, target, sighting, is_past))
    for group, target, sighting, is_past in moved:
        (group.past if is_past else group.held).remove(sighting)
        (target.past if is_past else target.held).append(sighting)
    left = [group for group in groups if group.held or group.past]
    return left if are_bare else _joined(left, are_bare=True)


def _meant(
    group: OfficeGroup, sighting: Sighting, candidates: Sequence[OfficeGroup], is_past: bool
) -> OfficeGroup | None:
    """The only office of this post ever told at length, where the sighting names a part of its body, lies within the
    days of that office or has none; else the only one that the same article tells.
    """
    only = _foremost(candidates)
    if only is not None:
        is_certain = is_past or sighting.day is None or not group.wording.form.is_bare
        if is_certain or only.spans(sighting.day or date.max):
            return only
    beside = [other for other in candidates if any(seen.article == sighting.article for seen in other.held)]
    return beside[0] if len(beside) == 1 else None


def _foremost(candidates: Sequence[OfficeGroup]) -> OfficeGroup | None:
    """The only candidate, or the one shown so much more often than the others that those are misreadings."""
    shown = sorted(candidates, key=lambda group: -len(group.held))
    if not shown or sum(len(other.held) for other in shown[1:]) * CLEARLY > len(shown[0].held):
        return None
    return shown[0]


def commonest(values: Iterable[str]) -> str | None:
    """The value that occurs most often; of several the longest, then the first in the alphabet."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default=None)

"""Who held what, from when at the earliest to when at the latest: tenures out of offices as printed.

An article shows an office for its own day. What lies between the first and the last such day is taken for one tenure,
unless somebody else was seen in between in an office that one person holds at a time. Bounds are only what follows
from sightings: of another holder of such an office, of the same person in a post that excludes this one, of a "former"
one, and from the day of a death. None is given where sightings contradict each other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from kcgraph.merge.grouping import CLEARLY, OfficeGroup, commonest, grouped
from kcgraph.merge.sightings import Sighting
from kcgraph.merge.stints import KnownStints, Stint
from kcgraph.merge.wordings import Form, Wordings
from kcgraph.model import EventDate

# So many articles must show another holder before he bounds somebody's tenure or parts it in two.
_PROOF = 2
_DAY = timedelta(days=1)
_MONTH = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office.

    `office` is the key of the known office, `organization` that of the body, `number` counts the times that the person
    held it, `stint` is that tenure of the reference data. `held` are the sightings that show it as held, `past`
    those that show it as over. `starts` and `ends` are EDTF dates that articles give. `disagrees` are local names of
    properties on which articles conflict; `next` is the index of the tenure that followed, in the same body.
    """

    holder: str
    form: Form
    office: str | None
    organization: str | None
    held: tuple[Sighting, ...]
    past: tuple[Sighting, ...]
    title: str
    stint: Stint | None = None
    number: int = 1
    starts: str | None = None
    ends: str | None = None
    not_before: date | None = None
    not_after: date | None = None
    disagrees: frozenset[str] = frozenset()
    next: int | None = None

    @property
    def first(self) -> date | None:
        """The first day on which an article shows it."""
        return min((found.day for found in self.held if found.day), default=None)

    @property
    def last(self) -> date | None:
        """The last such day."""
        return max((found.day for found in self.held if found.day), default=None)

    @property
    def wordings(self) -> list[str]:
        """Every wording printed, sorted."""
        return sorted({found.printed for found in (*self.held, *self.past)})

    @property
    def body(self) -> str | None:
        """The country or organization most often told as the one that the office is of (an IRI)."""
        return commonest(found.body for found in (*self.held, *self.past) if found.body)

    @property
    def order(self) -> tuple[str, date, date, str, str, int]:
        """By holder, then in the order of days."""
        return (
            self.holder,
            self.first or date.max,
            self.last or date.max,
            self.office or "",
            self.form.slug,
            self.number,
        )


def tenures(
    sightings: Iterable[Sighting],
    wordings: Wordings,
    countries: Mapping[str, str],
    is_single: Callable[[str], bool],
    deaths: Mapping[str, date],
    known: KnownStints,
) -> list[Tenure]:
    """The tenures that `sightings` show, in the order of holders and days.

    `countries` gives the country (a key) of a holder, `is_single` tells of a known office (a key) whether one person
    holds it at a time, `deaths` the day on which a holder died, at the latest: what is printed later is told from
    memory, and shows no day. `known` are the stints of the reference data. Whatever the order of `sightings`, the
    answer is the same.
    """
    by_holder: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sorted(sightings, key=lambda found: found.order):
        died = deaths.get(sighting.holder)
        is_late = died is not None and sighting.day is not None and sighting.day > died
        by_holder[sighting.holder].append(replace(sighting, day=None) if is_late else sighting)
    found = [
        tenure
        for holder, seen in sorted(by_holder.items())
        for group in grouped(seen, wordings, countries.get(holder))
        for tenure in _tenures_of(holder, group, known)
    ]
    bounded = _bounded(list(_parted(found, is_single)), is_single, deaths)
    return _followed(sorted(bounded, key=lambda tenure: tenure.order))


def _tenures_of(holder: str, group: OfficeGroup, known: KnownStints) -> Iterator[Tenure]:
    """One tenure for each stint that the reference data knows, and one for the time that it leaves open."""
    title = commonest(group.full) or commonest(found.printed for found in (*group.held, *group.past)) or ""
    organization = commonest(group.organizations)
    held, past = known.parted(holder, group.office, group.held), known.ended(holder, group.office, group.past)
    for stint in sorted({*held, *past}, key=lambda stint: stint.iri if stint else ""):
        yield Tenure(
            holder, group.wording.form, group.office, organization,
            _in_order(held.get(stint, ())), _in_order(past.get(stint, ())), title, stint,
        )  # fmt: skip


def _in_order(seen: Iterable[Sighting]) -> tuple[Sighting, ...]:
    return tuple(sorted(seen, key=lambda found: found.order))


# ---- offices that one person holds at a time


def _parted(found: Sequence[Tenure], is_single: Callable[[str], bool]) -> Iterator[Tenure]:
    """Part the tenures between whose days somebody else is proven to have held the office."""
    by_office = _by_single_office(found, is_single)
    for tenure in found:
        others = [other for other in by_office.get(tenure.office or "", ()) if other.holder != tenure.holder]
        days = sorted({seen.day for seen in tenure.held if seen.day})
        cuts = [
            later
            for earlier, later in pairwise(days)
            if tenure.stint is None
            and any(_is_proven(other, tenure) and _within(other, earlier, later) for other in others)
        ]
        yield from _cut(tenure, cuts)


def _cut(tenure: Tenure, cuts: Sequence[date]) -> Iterator[Tenure]:
    """The tenure in pieces, each cut the first day of one; what has no day stays with the first."""
    if not cuts:
        yield tenure
        return
    edges = [date.min, *cuts, date.max]
    for number, (start, end) in enumerate(pairwise(edges), start=1):
        held = tuple(seen for seen in tenure.held if start <= (seen.day or date.min) < end)
        past = tuple(seen for seen in tenure.past if start <= (seen.day or date.min) < end)
        yield replace(tenure, held=held, past=past, number=number)


def _by_single_office(found: Iterable[Tenure], is_single: Callable[[str], bool]) -> dict[str, list[Tenure]]:
    offices: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in found:
        if tenure.office is not None and tenure.first is not None and is_single(tenure.office):
            offices[tenure.office].append(tenure)
    return offices


def _is_proven(other: Tenure, tenure: Tenure) -> bool:
    """Whether enough articles, over a month or more, show the other one in the office: neither a misreading beside
    those of `tenure` nor a few days' talk of somebody who held it long ago.
    """
    if other.first is None or other.last is None or other.last - other.first < _MONTH:
        return False
    return _shown(other) >= _PROOF and _shown(other) * CLEARLY >= _shown(tenure)


def _shown(tenure: Tenure) -> int:
    return len({seen.article for seen in tenure.held if seen.day})


def _within(other: Tenure, earlier: date, later: date) -> bool:
    return other.first is not None and other.last is not None and earlier < other.first and other.last < later


# ---- bounds


def _bounded(found: Sequence[Tenure], is_single: Callable[[str], bool], deaths: Mapping[str, date]) -> list[Tenure]:
    by_office = _by_single_office(found, is_single)
    by_line: dict[tuple[str, Form], list[Tenure]] = defaultdict(list)
    for tenure in found:
        by_line[tenure.holder, tenure.form.line].append(tenure)
    bounded = []
    for tenure in found:
        same_office = [other for other in by_office.get(tenure.office or "", ()) if other is not tenure]
        rivals = [other for other in same_office if other.holder == tenure.holder or _is_proven(other, tenure)]
        own_line = () if tenure.form.is_bare else by_line[tenure.holder, tenure.form.line]
        exclusive = [other for other in own_line if other.form != tenure.form and _shown(other) >= _PROOF]
        not_before, not_after, is_disputed = _bounds(tenure, rivals, exclusive)
        disagrees = {"holder"} if is_disputed else set()
        ends = [not_after, deaths.get(tenure.holder), _seen_as_over(tenure)]
        starts_on, conflict = _told(tenure, [seen.starts for seen in tenure.held], is_start=True)
        ends_on, other_conflict = _told(tenure, [seen.ends for seen in (*tenure.held, *tenure.past)], is_start=False)
        disagrees |= {name for name, is_so in (("from", conflict), ("until", other_conflict)) if is_so}
        bounded.append(
            replace(
                tenure, not_before=not_before, not_after=min((day for day in ends if day), default=None),
                starts=starts_on, ends=ends_on, disagrees=frozenset(disagrees),
            )
        )  # fmt: skip
    return bounded


def _bounds(
    tenure: Tenure, rivals: Iterable[Tenure], exclusive: Iterable[Tenure]
) -> tuple[date | None, date | None, bool]:
    """From when at the earliest, to when at the latest, and whether somebody else was seen in the office meanwhile.

    A single sighting may be of long ago, and is not bounded by what others show; nor does it bound others.
    """
    first, last = tenure.first, tenure.last
    if first is None or last is None:
        return None, None, False
    before: list[date] = []
    after: list[date] = []
    is_disputed = False
    for others, is_rival in ((rivals, True), (exclusive, False)):
        spans = [(other.first, other.last) for other in others if other.first and other.last]
        if any(start <= last and first <= end for start, end in spans):
            is_disputed |= is_rival
            continue
        before += [end + _DAY for _, end in spans if end < first]
        after += [start - _DAY for start, _ in spans if last < start]
    if _shown(tenure) < _PROOF:
        return None, None, is_disputed
    return max(before, default=None), min(after, default=None), is_disputed


def _seen_as_over(tenure: Tenure) -> date | None:
    """The last day before the first one on which he is told to hold it no longer; none when he was seen in it later."""
    day = min((_last_possible(seen) for seen in tenure.past if seen.day), default=None)
    return day if day is not None and (tenure.last is None or tenure.last <= day) else None


def _last_possible(seen: Sighting) -> date:
    """A former one had gone by the day before; one who is dismissed was there until then."""
    day = seen.day or date.max
    if seen.ends is None:
        return day - _DAY
    return min(day, EventDate(seen.ends).latest) if seen.ends else day


def _told(tenure: Tenure, dates: Iterable[str | None], is_start: bool) -> tuple[str | None, bool]:
    """The date most often told, and whether others exclude it. One that sightings contradict tells of another time."""
    first, last = tenure.first, tenure.last
    counts = Counter(edtf for edtf in dates if edtf)
    fitting = [
        edtf
        for edtf in counts
        if (is_start and (first is None or EventDate(edtf).earliest <= first))
        or (not is_start and (last is None or last <= EventDate(edtf).latest))
    ]
    if not fitting:
        return None, False
    chosen = min(fitting, key=lambda edtf: (-counts[edtf], -len(edtf), edtf))
    when = EventDate(chosen)
    others = (EventDate(edtf) for edtf in fitting)
    return chosen, any(other.latest < when.earliest or when.latest < other.earliest for other in others)


# ---- what followed


def _followed(found: list[Tenure]) -> list[Tenure]:
    """Link each tenure to the person's next one in the same body."""
    by_holder: dict[str, list[int]] = defaultdict(list)
    for index, tenure in enumerate(found):
        if tenure.first is not None:
            by_holder[tenure.holder].append(index)
    return [
        replace(tenure, next=_next(found, tenure, by_holder.get(tenure.holder, ()))) if tenure.first else tenure
        for tenure in found
    ]


def _next(found: Sequence[Tenure], tenure: Tenure, own: Collection[int]) -> int | None:
    later = [index for index in own if _follows(found[index], tenure)]
    return min(later, key=lambda index: (not _is_of_line(found[index], tenure), found[index].order), default=None)


def _follows(later: Tenure, tenure: Tenure) -> bool:
    """Whether it is the same office again, a post that excludes the other, or another post of the same body, seen only
    after the other was seen for the last time.
    """
    if later is tenure or not (tenure.first and tenure.last and later.first and later.last):
        return False
    if later.form.is_bare or tenure.form.is_bare or later.form.is_rank != tenure.form.is_rank:
        return False
    if later.form != tenure.form and _is_of_line(later, tenure):
        return tenure.first < later.first and tenure.last < later.last
    return later.form.body == tenure.form.body and tenure.last < later.first


def _is_of_line(later: Tenure, tenure: Tenure) -> bool:
    return later.form.line == tenure.form.line

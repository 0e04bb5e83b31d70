"""Where events took place that tell no place: at the gathering, on the trip, at the site told of before.

A press review tells of many things, each in an item of its own: nothing is taken over from one item into another.
"""

from collections.abc import Iterator, Sequence

from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import words
from kcgraph.model import EventDate

_PUBLIC = frozenset({"Ceremony", "Conference"})
_DURING = frozenset({"Award", "Ceremony", "Appointment"})
_LAYING = frozenset({"Gift", "Visit"})
_ON_TRIPS = frozenset({"Meeting", "Ceremony", "Signing", "Gift", "StatementIssued"})
# What is done at a gathering is told within so many sentences; of the one that the article opens with, in all of it.
_DURATION = 6
# A place is told with no more than two wider ones; a longer list is of many gatherings.
_NESTED = 2
# Sites and trips are told of shortly before.
_NEAR = 3

Sites = Sequence[tuple[int, str, frozenset[str], str]]


def stories(scenes: Sequence[Scene]) -> list[int]:
    """The number of the item of a list (`- A ceremony was held ...`) that each sentence belongs to."""
    found: list[int] = []
    number = 0
    for scene in scenes:
        number += scene.sentence.words[:1] == ("-",)
        found.append(number)
    return found


def place_before(
    scenes: Sequence[Scene], draft: Draft, drafts: Sequence[Draft], sites: Sites, items: Sequence[int]
) -> str | None:
    """The place that a draft without one takes over."""
    before = _told_before(draft, drafts, items)
    near = [
        label
        for number, _, _, label in sites
        if draft.sentence - _NEAR <= number < draft.sentence and items[number] == items[draft.sentence]
    ]
    return (
        _on_trip(scenes[draft.sentence], draft, before)
        or _as_met_before(draft, before)
        or (near[-1] if near and _is_done_at_site(scenes[draft.sentence], draft) else None)
    )


def day_of_laying(
    scenes: Sequence[Scene], draft: Draft, drafts: Sequence[Draft], items: Sequence[int]
) -> EventDate | None:
    """`Present at the wreath-laying ceremony were ...`: the day of the wreaths or the visit told shortly before."""
    if draft.date is not None or draft.pattern.event_class not in ("Ceremony", "Gift"):
        return None
    told = scenes[draft.sentence].sentence.text(draft.first, draft.last).lower()
    is_of_laying = draft.pattern.event_class == "Ceremony" and "-laying" in told
    is_laid = draft.pattern.event_class == "Gift" and _is_done_at_site(scenes[draft.sentence], draft)
    if draft.status != "Occurred" or not (is_of_laying or is_laid):
        return None
    for other in reversed(_told_before(draft, drafts, items)):
        is_near = draft.sentence - _NEAR <= other.sentence < draft.sentence and other.status == "Occurred"
        if is_near and other.date is not None and other.pattern.event_class in _LAYING:
            return other.date
    return None


def _told_before(draft: Draft, drafts: Sequence[Draft], items: Sequence[int]) -> list[Draft]:
    """The other drafts up to the sentence of a draft, of the same item."""
    item = items[draft.sentence]
    return [
        other
        for other in drafts
        if other.sentence <= draft.sentence and other is not draft and items[other.sentence] == item
    ]


def gathering_of(draft: Draft, drafts: Sequence[Draft], items: Sequence[int]) -> Draft | None:
    """`Diplomas were awarded`, `A performance was given`, `X was elected chairman`: at the gathering told last."""
    if draft.pattern.event_class not in _DURING or draft.status != "Occurred" or draft.is_after or draft.is_reported:
        return None
    if draft.pattern.event_class == "Appointment" and not draft.is_told:
        return None
    for other in reversed(_told_before(draft, drafts, items)):
        is_near = other.sentence == 0 or draft.sentence <= other.sentence + _DURATION
        if (
            other.sentence < draft.sentence
            and is_near
            and other.is_told
            and other.pattern.event_class in _PUBLIC
            and _is_of_that_time(draft, other)
        ):
            return other
    return None


def _is_of_that_time(draft: Draft, gathering: Draft) -> bool:
    """Whether something can have been done at a gathering: it has no date of its own, or the same."""
    return gathering.status == "Occurred" and draft.date in (None, gathering.date)


def _on_trip(scene: Scene, draft: Draft, before: Sequence[Draft]) -> str | None:
    """`During his visit he met X`: the place of the visit told last."""
    if draft.pattern.event_class not in _ON_TRIPS or not any(_names_trip(scene)):
        return None
    return next((other.place for other in reversed(before) if _is_visit_to(other)), None)


def _names_trip(scene: Scene) -> Iterator[bool]:
    """`during his visit`, `on the trip`."""
    for preposition, noun in zip(scene.chunks, scene.chunks[1:], strict=False):
        is_led = preposition.head in words("circumstances", "on_trips") and noun.head in words("circumstances", "trips")
        yield is_led and noun.determiner in words("circumstances", "trip_articles") and not noun.countries


def _as_met_before(draft: Draft, before: Sequence[Draft]) -> str | None:
    """`X visited Pyongyang. X and Y discussed ...`: where one of them is told to be on a visit shortly before."""
    if draft.pattern.event_class not in ("Meeting", "Signing") or not draft.is_told:
        return None
    for other in reversed(before):
        is_near = draft.sentence - _NEAR <= other.sentence
        if is_near and _is_visit_to(other) and other.status == draft.status and other.agents() & draft.agents():
            return other.place if draft.date is None or other.date in (None, draft.date) else None
    return None


def _is_visit_to(draft: Draft) -> bool:
    return draft.pattern.event_class == "Visit" and draft.place is not None and not _leaves(draft)


def _leaves(visit: Draft) -> bool:
    return visit.pattern.id.startswith("visit-leave")


def _is_done_at_site(scene: Scene, draft: Draft) -> bool:
    """`They laid flowers before the statues`, `The builders finished the roofing`: at the site told of last."""
    if draft.status != "Occurred" or draft.is_reported:
        return False
    if draft.pattern.event_class == "Gift":
        told = {word.lower() for word in scene.sentence.words[draft.first : draft.last]}
        verbs = {verb.head for _, verb, _ in scene.verbs() if draft.first <= verb.first < draft.last}
        return not verbs.isdisjoint(words("circumstances", "laying")) and not told.isdisjoint(
            words("circumstances", "laid_before")
        )
    is_built = draft.is_told and draft.pattern.id.startswith(tuple(words("circumstances", "building")))
    return is_built and not any(chunk.first and chunk.name[:1].isupper() for chunk in scene.chunks if chunk.is_nominal)

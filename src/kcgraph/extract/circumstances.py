"""When and where what is told without a time or place of its own took place: as the event that it belongs to.

`They laid flowers there.` is told of those who visited the place in the sentence before, `A letter was adopted at the
meeting.` of a meeting told before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.clauses.lists import is_finite
from kcgraph.extract.dating import closing_date, date_of
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import singular
from kcgraph.extract.places import places_in
from kcgraph.extract.scene import Draft, Part, Scene
from kcgraph.extract.whereabouts import Sites, day_of_laying, gathering_of, place_before, stories
from kcgraph.extract.wordlists import words
from kcgraph.model import EventDate

_GATHERINGS = frozenset({"Ceremony", "Conference", "Meeting"})
_GOES_ON = frozenset(
    {"Message", "Gift", "Award", "Appointment", "Signing", "StatementIssued", "Ceremony", "Meeting", "Visit"}
)
_NO_PLACE = frozenset({"Message", "Visit", "EconomicEvent", "Appointment", "StatementIssued"})


_NEVER_PLACED = frozenset({"Message", "Ratification", "DiplomaticRelations"})

_AT_SITES = frozenset({"Ceremony", "Gift", "EconomicEvent", "Visit", "Conference"})
# What goes on is told no further than this many sentences on.
_NEAR = 2
# One of many is told no further than this many sentences after all of them.
_ROUND = 12


@dataclass(slots=True)
class Setting:
    """When and where the sentences being read are set."""

    date: EventDate | None = None
    place: str | None = None


def complete(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
    """Give each draft without date or place those of the event that it takes place within or goes on from."""
    for scene in scenes:
        _hand_over(scene, drafts)
    settings, sites, items = _settings(scenes), _sites(scenes), stories(scenes)
    for draft in drafts:
        if draft.place is None and draft.pattern.event_class not in _NEVER_PLACED:
            draft.place = _site_taken_up(scenes[draft.sentence], draft, sites)
    for draft in drafts:
        if draft.date is not None and draft.place is not None:
            continue
        scene = scenes[draft.sentence]
        if draft.place is None:
            draft.place = (
                _visited_then(scene, drafts, draft)
                or _home_of_recipient(scene, draft)
                or _struck(draft, sites)
                or _on_the_spot(scene, drafts, draft, sites)
                or place_before(scenes, draft, drafts, sites, items)
            )
        if draft.status != "Occurred" or draft.pattern.event_class not in _GOES_ON:
            continue
        gathering = _held_at(scene, draft, drafts) or gathering_of(draft, drafts, items)
        if gathering is not None:
            _take_over(draft, Setting(gathering.date, gathering.place))
            draft.place = draft.place or (gathering.place if draft.pattern.event_class == "Appointment" else None)
        elif _begins_sentence(scene, draft) and _points_back(scene.chunks[0]):
            _take_over(draft, settings[draft.sentence])
    for draft in drafts:
        draft.date = draft.date or _of_many(scenes, draft, drafts) or day_of_laying(scenes, draft, drafts, items)
        _leave_out_dead(scenes[draft.sentence], draft)


def _take_over(draft: Draft, setting: Setting) -> None:
    draft.date = draft.date or setting.date
    if draft.place is None and draft.pattern.event_class not in _NO_PLACE:
        draft.place = setting.place


def _visited_then(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> str | None:
    """`visited X and met Y`, `arrived in X to attend the forum`: the place of the visit told in the same sentence."""
    if draft.pattern.event_class not in _GATHERINGS | {"Gift"}:
        return None
    for other in drafts:
        is_visit = (
            other.pattern.event_class == "Visit" and other.status == "Occurred" and not _only_leaves(scene, other)
        )
        if is_visit and other.sentence == draft.sentence and (not draft.agents() or other.agents() & draft.agents()):
            return other.place
    return None


def _only_leaves(scene: Scene, visit: Draft) -> bool:
    """`left here to attend the forum`: the place of the visit is the one left."""
    return visit.pattern.id.startswith("visit-leave") and visit.place == scene.cast.here


def _home_of_recipient(scene: Scene, draft: Draft) -> str | None:
    """`sent a birthday spread to a woman living in Kilju County`."""
    if draft.pattern.event_class != "Gift":
        return None
    for _, verb, frame in scene.verbs():
        if verb.head in words("circumstances", "living"):
            return _place(scene, frame, ("in", "at"))
    return None


def _struck(draft: Draft, sites: Sites) -> str | None:
    """A disaster without a place struck the region named in its sentence or last before it."""
    if not draft.pattern.id.startswith(tuple(words("circumstances", "disasters"))):
        return None
    regions = [
        label
        for number, head, _, label in sites
        if draft.sentence - _NEAR <= number <= draft.sentence and lexicon().is_("region_heads", head)
    ]
    return regions[-1] if regions else None


def _on_the_spot(scene: Scene, drafts: Sequence[Draft], draft: Draft, sites: Sites) -> str | None:
    """`the ceremony`, `on the spot`: where the event told last took place, else the site named last."""
    told = scene.sentence.text(draft.first, draft.last).lower()
    is_ceremony = draft.pattern.event_class == "Ceremony" and draft.noun == "ceremony"
    moves_in = draft.pattern.event_class == "Visit" and not words("circumstances", "homes").isdisjoint(told.split())
    is_there = "there" in scene.sentence.words[draft.position + 1 : draft.last + 2]
    is_on_spot = is_ceremony or moves_in or is_there or "on the spot" in told
    if draft.pattern.event_class in _NEVER_PLACED or not is_on_spot:
        return None
    for other in reversed(drafts):
        if other.place and other.sentence < draft.sentence and other.pattern.event_class in _AT_SITES:
            return other.place
    before = [label for number, _, _, label in sites if number < draft.sentence]
    return before[-1] if before else None


# ---- sentences that go on


def _settings(scenes: Sequence[Scene]) -> list[Setting]:
    """The setting of each sentence: its own, else that of the sentence before where it takes that up."""
    found: list[Setting] = []
    for scene in scenes:
        own = _setting_of(scene)
        if found and scene.chunks and _points_back(scene.chunks[0]):
            own = Setting(own.date or found[-1].date, own.place or found[-1].place)
        found.append(own)
    return found


def _setting_of(scene: Scene) -> Setting:
    """The time and place of the first finite verb of a sentence."""
    first = next(((v, frame) for v, verb, frame in scene.verbs() if is_finite(verb)), None)
    if first is None:
        return Setting()
    _, frame = first
    today = scene.cast.reading.today
    date = date_of(frame, "Occurred", today) or closing_date(scene.chunks, frame, today)
    return Setting(date, _place(scene, frame, ("at", "in", "to", "object")))


def _place(scene: Scene, frame: Frame, slots: Sequence[str]) -> str | None:
    return ", ".join(places_in(scene, frame, slots)[:2]) or None


def _begins_sentence(scene: Scene, draft: Draft) -> bool:
    """Whether the draft is told by the first clause, or by a verb that shares its subject."""
    return (
        draft.is_told
        and bool(scene.chunks)
        and not any(
            chunk.kind in (Kind.SUBORDINATOR, Kind.RELATIVE) for chunk in scene.chunks if chunk.first < draft.position
        )
    )


def _points_back(chunk: Chunk) -> bool:
    """Whether a subject is named before: a pronoun, `the participants`."""
    if chunk.kind == Kind.PRONOUN:
        return chunk.head in words("circumstances", "pronouns")
    is_definite = chunk.determiner == "the" and len(chunk.name.split()) == 1
    return is_definite and chunk.head in words("circumstances", "those_named")


# ---- sites named before


def _sites(scenes: Sequence[Scene]) -> Sites:
    """The named sites and regions of the text in order: sentence, head, the words of the name in lower case, name."""
    found: list[tuple[int, str, frozenset[str], str]] = []
    for scene in scenes:
        for chunk in scene.chunks:
            is_site = chunk.kind == Kind.PLACE or (chunk.kind == Kind.GROUP and chunk.is_site)
            if is_site and len(chunk.name.split()) > 1 and any(map(str.isupper, chunk.name)):
                head = chunk.name.split(",")[0].split()[-1].lower()
                found.append(
                    (scene.number, head, frozenset(chunk.name.lower().split()), chunk.name.removeprefix("the "))
                )
    return found


def _site_taken_up(scene: Scene, draft: Draft, sites: Sites) -> str | None:
    """`the farm`, `the iron works` in the words of a draft: the site of that name told of last."""
    for chunk in scene.chunks:
        if chunk.first < draft.first or chunk.last > draft.last or chunk.determiner not in ("the", "this", "its"):
            continue
        called = chunk.name.lower().split()
        if not 0 < len(called) <= 3 or chunk.name != chunk.name.lower() or chunk.possessor is not None:
            continue
        for number, head, name, label in reversed(sites):
            if number <= scene.number and head == called[-1] and name.issuperset(called):
                return label
    return None


# ---- the dead


def _leave_out_dead(scene: Scene, draft: Draft) -> None:
    """`a seminar on the feats performed by X`, `a service for X`: who died before takes no part in an event."""
    today = scene.cast.reading.today
    day = draft.date.earliest if draft.date is not None else today
    if day is None:
        return
    for part in tuple(draft.parts):
        is_told = draft.date is not None or _is_honoured(scene, draft, part)
        if is_told and part.role != "Recipient" and scene.cast.is_dead_by(part.agent, day.isoformat()):
            draft.parts.remove(part)


def _is_honoured(scene: Scene, draft: Draft, part: Part) -> bool:
    """`a memorial service for X`: for whom a gathering is."""
    k = scene.position_of(part.chunk) if part.chunk is not None else None
    return draft.pattern.event_class == "Ceremony" and bool(k) and scene.chunks[(k or 1) - 1].head == "for"


# ---- one of many


def _of_many(scenes: Sequence[Scene], draft: Draft, drafts: Sequence[Draft]) -> EventDate | None:
    """`Performances were given on Friday. ... A performance was given at the palace`: the day of all of them."""
    if draft.pattern.event_class not in _GATHERINGS or draft.is_definite or draft.status != "Occurred":
        return None
    told = _printed(scenes, draft)
    many = {f"{word}s" for word in told} | words("circumstances", "of_many")
    if words("circumstances", "indefinite").isdisjoint(told):
        return None
    for other in drafts:
        is_before = other.sentence < draft.sentence <= other.sentence + _ROUND
        is_dated = is_before and other.date is not None and other.pattern.event_class in _GATHERINGS and other.is_told
        if is_dated and not many.isdisjoint(_printed(scenes, other)):
            return other.date
    return None


def _printed(scenes: Sequence[Scene], draft: Draft) -> set[str]:
    return {word.lower() for word in scenes[draft.sentence].sentence.words[draft.first : draft.last]}


# ---- what is handed over later


def _hand_over(scene: Scene, drafts: Sequence[Draft]) -> None:
    """`The ambassador handed over the basket to an official on Friday`: dates the gifts and letters told before."""
    for _, verb, frame in scene.verbs():
        if verb.head not in words("circumstances", "handing") or verb.is_negated:
            continue
        handed = {singular(chunk.head) for slot in ("object", "over") for chunk in frame.slots.get(slot, ())}
        when = date_of(frame, "Occurred", scene.cast.reading.today)
        for draft in drafts:
            is_sent = draft.pattern.event_class in ("Gift", "Message") and draft.date is None
            if is_sent and draft.sentence < scene.number and draft.noun in handed:
                draft.date = when


# ---- what is done at a gathering


def _held_at(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """`A letter was adopted at the meeting`: the gathering told before that the sentence takes up."""
    if draft.pattern.event_class == "Visit":
        return None
    named = {
        chunk.head.rstrip("s")
        for before, chunk in zip(scene.chunks, scene.chunks[1:], strict=False)
        if before.kind == Kind.PREPOSITION and before.head in words("circumstances", "held_at") and _is_short(chunk)
    }
    before = [other for other in drafts if other.sentence < draft.sentence and _is_gathering(other)]
    if named:
        is_any = not named.isdisjoint(words("circumstances", "any_gathering"))
        same = next((other for other in reversed(before) if other.noun in named), None)
        return same or (before[-1] if is_any and before else None)
    adopts = any(verb.head in words("circumstances", "adopting") for _, verb, _ in scene.verbs())
    return next(iter(before), None) if adopts else None


def _is_gathering(draft: Draft) -> bool:
    return draft.pattern.event_class in _GATHERINGS and draft.status == "Occurred"


def _is_short(chunk: Chunk) -> bool:
    return chunk.determiner in ("the", "these") and len(chunk.name.split()) <= 3

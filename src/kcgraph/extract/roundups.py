"""Round-ups: "seminars took place in Nepal, Britain and Tanzania" tells of one event in each, with its own speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile, zip_longest

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.gatherings import is_saying
from kcgraph.extract.scene import Draft, Scene

_PUBLIC = frozenset({"Ceremony", "Conference"})
_SPEAKERS = (Kind.PERSON, Kind.OFFICE)
# Up to so many countries have an event each; of more, the round-up tells as of one.
_MOST = 3
# How many sentences after a round-up its speakers may come.
_REACH = 14


@dataclass(slots=True)
class _Roundup:
    """The events of one sentence by country, and which of them stand only in the round-up."""

    sentence: int
    by_country: dict[str, Draft] = field(default_factory=dict)

    @property
    def drafts(self) -> list[Draft]:
        """The drafts of its countries, each once."""
        return list({id(draft): draft for draft in self.by_country.values()}.values())

    def unite(self) -> None:
        """Make one event of all."""
        first = next(iter(self.by_country.values()))
        first.place = ", ".join(draft.place for draft in self.by_country.values() if draft.place)
        self.by_country = dict.fromkeys(self.by_country, first)


def divide(scenes: Sequence[Scene], drafts: list[Draft]) -> list[Draft]:
    """The drafts with those of round-ups divided by country, and those who speak in each added to it."""
    found: list[Draft] = []
    roundups: list[_Roundup] = []
    for scene in scenes:
        own = [draft for draft in drafts if draft.sentence == scene.number]
        roundup = _roundup(scene, own)
        if roundup is None:
            found += own
            continue
        roundups.append(roundup)
        found += [draft for draft in own if draft.pattern.event_class not in _PUBLIC]
        found += roundup.drafts
    for roundup, following in zip_longest(roundups, roundups[1:]):
        last = min(roundup.sentence + _REACH, following.sentence if following is not None else len(scenes))
        for scene in scenes[roundup.sentence + 1 : last]:
            found = _seat_speakers(scene, roundup, found)
        found = _without_repeats(roundup, found)
    return sorted(found, key=lambda draft: (draft.sentence, draft.position))


def _without_repeats(roundup: _Roundup, drafts: list[Draft]) -> list[Draft]:
    """The events of which nobody is told are one: nothing but the name of a country would tell them apart."""
    untold = [draft for draft in roundup.drafts if not draft.parts]
    if len(untold) < 2:
        return drafts
    untold[0].place = ", ".join(draft.place for draft in untold if draft.place)
    return [draft for draft in drafts if not any(draft is other for other in untold[1:])]


def _roundup(scene: Scene, own: Sequence[Draft]) -> _Roundup | None:
    """The gatherings of a sentence by country; None unless they were in at least two."""
    roundup, dates = _Roundup(scene.number), []
    public = [draft for draft in own if draft.pattern.event_class in _PUBLIC and draft.status == "Occurred"]
    placed_by = [(len(countries), draft, countries) for draft in public if (countries := _countries(scene, draft))]
    for _, draft, countries in sorted(placed_by, key=lambda triple: triple[0]):
        dates.append(draft.date)
        for country in countries:
            placed = replace(draft, parts=list(draft.parts), tellings=[], place=country.name)
            roundup.by_country.setdefault(country.key, placed)
    if len(roundup.by_country) < 2 or any(draft.parts for draft in roundup.by_country.values()):
        return None
    date = next((date for date in dates if date is not None), None)
    for draft in roundup.by_country.values():
        draft.date = draft.date or date
    if any(count > _MOST for count, _, _ in placed_by):
        roundup.unite()
    return roundup


def _countries(scene: Scene, draft: Draft) -> list[Chunk]:
    """The countries in which an event took place, those named together."""
    k = next((k for k, chunk in enumerate(scene.chunks) if chunk.first == draft.position), None)
    slots = scene.noun(k).slots if k is not None else {}
    verb = scene.frames[draft.governor].slots if draft.governor >= 0 else {}
    inside = slots.get("in", []) or verb.get("in", [])
    return list(takewhile(lambda chunk: chunk.kind == Kind.COUNTRY, inside))


def _seat_speakers(scene: Scene, roundup: _Roundup, drafts: list[Draft]) -> list[Draft]:
    """Those of one of the countries who say something take part in the event there.

    Where the sentence tells of a gathering of its own, that is the one.
    """
    own = [draft for draft in drafts if draft.sentence == scene.number and draft.pattern.event_class in _PUBLIC]
    for agent, chunk in _speaking(scene):
        country = scene.cast.members[agent].country
        draft = roundup.by_country.get(country) if country is not None else None
        if draft is None or country is None:
            continue
        told = next((other for other in own if agent in other.agents()), None)
        if told is not None and told is not draft and len(roundup.drafts) > 1:
            told.date, told.place = told.date or draft.date, told.place or draft.place
            drafts = [other for other in drafts if other is not draft]
            roundup.by_country[country] = told
        else:
            draft.add(agent, "Speaker", chunk)
    return drafts


def _speaking(scene: Scene) -> Iterator[tuple[int, Chunk]]:
    """The people of a sentence who say something, each with the agent."""
    for _, verb, frame in scene.verbs():
        if not is_saying(verb):
            continue
        for chunk in frame.slots.get("subject", ()):
            agent = scene.cast.agent_of(chunk, False) if chunk.kind in _SPEAKERS else None
            if agent is not None:
                yield agent, chunk

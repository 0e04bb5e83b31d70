"""How the date of a report was found: which time words, and what they were counted from."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from kcgraph.explain.finding import Finding
from kcgraph.explain.tellings import Place, lenders, nearest_first, places_of
from kcgraph.extract import Traced
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.dating import date_of
from kcgraph.extract.scene import Draft, Scene
from kcgraph.model import EventDate
from kcgraph.model.reading import Reading, TimeExpression
from kcgraph.text.times import TimeReader

_Times = Sequence[tuple[str, Chunk]]


def date_found(traced: Traced, draft: Draft) -> Finding:
    """The date of the draft's report."""
    places = list(places_of(traced, draft))
    if draft.date is None:
        return Finding(None, _why_not(places))
    return Finding(draft.date.edtf, _told(traced, draft, draft.date, places))


def _told(traced: Traced, draft: Draft, date: EventDate, places: Sequence[Place]) -> str:
    for place in places:
        if times := _giving(place.frame, draft.status, place.scene, date):
            return _phrased(times, place.scene, place.where)
    for lender in (one for place in places for one in lenders(place.draft) if one.date == date):
        told = _lent(traced, lender, date)
        return f"that of the {lender.pattern.event_class} in sentence {lender.sentence + 1}, as of one occasion{told}"
    for scene, where in nearest_first(traced, draft, places):
        for frame in (*scene.frames.values(), *scene.nouns.values()):
            if times := _giving(frame, draft.status, scene, date):
                return _phrased(times, scene, where)
        for time in scene.sentence.times:
            if date in (time.date, time.planned):
                return _phrased([("", Chunk(Kind.TIME, time.first, time.last, time=time))], scene, where)
    return "no time words give it alone: it was put together from several"


def _lent(traced: Traced, lender: Draft, date: EventDate) -> str:
    """The words that gave a lender its date; empty where it was put together."""
    for place in places_of(traced, lender):
        if times := _giving(place.frame, lender.status, place.scene, date):
            return f": {_phrased(times, place.scene, place.where)}"
    return ""


def _giving(frame: Frame, status: str, scene: Scene, date: EventDate) -> _Times:
    """The times of a clause that give a date: one, or the two ends of an interval; empty when none do."""
    today = scene.cast.reading.today
    choices: Iterable[_Times] = [*((pair,) for pair in frame.times), *combinations(frame.times, 2)]
    return next((times for times in choices if date_of(Frame(times=list(times)), status, today) == date), ())


def _phrased(times: _Times, scene: Scene, where: str) -> str:
    parts = [f"'{_words(pair, scene)}' {_counted(pair[1].time, scene)}" for pair in times]
    return f"{' and '.join(parts)} ({where})"


def _words(pair: tuple[str, Chunk], scene: Scene) -> str:
    """The time words, the preposition before them too."""
    preposition, chunk = pair
    said = scene.sentence.text(chunk.first, chunk.last)
    return f"{preposition} {said}" if preposition and not said.lower().startswith(f"{preposition} ") else said


def _counted(time: TimeExpression | None, scene: Scene) -> str:
    """What a time was counted from, tried out by reading the same words without it."""
    if time is None:
        return "as printed"
    reading = scene.cast.reading
    if _read_again(TimeReader(None, None), time, scene):
        return "as printed"
    if _read_again(TimeReader(reading.anchor, reading.today), time, scene):
        return f"counted from {_anchor(reading)}"
    return "counted from the day named before it"


def _read_again(reader: TimeReader, time: TimeExpression, scene: Scene) -> bool:
    """Whether a reader that has read nothing else of the article gives the words the same date."""
    begin = max(time.first - 1, 0)
    found = reader.read(scene.sentence.words[begin : time.last + 1])
    return any(one.first == time.first - begin and one.date == time.date for one in found)


def _anchor(reading: Reading) -> str:
    if reading.anchor is None:
        return "nothing"
    edtf = reading.anchor.edtf
    if reading.article.published is not None:
        return f"{edtf}, the day of publication"
    return f"{edtf}, reasoned from an anniversary that the article names"


def _why_not(places: Sequence[Place]) -> str:
    """Which time words of the clauses were passed over."""
    passed = [
        f"'{_words(pair, place.scene)}' ({place.where})"
        for place in places
        for pair in place.frame.times
        if pair[1].time is not None
    ]
    if not passed:
        return "no time word belongs to its clause, and no event near by of the same people lends its date"
    return f"passed over, since these words do not tell when or can't be counted from anything: {', '.join(passed)}"

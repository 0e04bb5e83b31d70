"""How the place of a report was found: which phrase, or "here"."""

from collections.abc import Iterator, Sequence

from kcgraph.explain.finding import Finding
from kcgraph.explain.tellings import Place, lenders, nearest_first, places_of
from kcgraph.extract import Traced
from kcgraph.extract.chunks import Chunk
from kcgraph.extract.places import place_of
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import tables

_GRAMMAR = ("subject", "object")


def place_found(traced: Traced, draft: Draft) -> Finding:
    """The place of the draft's report."""
    places = list(places_of(traced, draft))
    if draft.place is None:
        return Finding(None, "no phrase of its clauses was taken for the place")
    return Finding(draft.place, _told(traced, draft, draft.place, places))


def _told(traced: Traced, draft: Draft, label: str, places: Sequence[Place]) -> str:
    if told := _in_words(label, places):
        return told
    for lender in (one for place in places for one in lenders(place.draft) if one.place == label):
        told = _in_words(label, list(places_of(traced, lender)))
        occasion = f"that of the {lender.pattern.event_class} in sentence {lender.sentence + 1}, as of one occasion"
        return f"{occasion}: {told}" if told else occasion
    for scene, where in nearest_first(traced, draft, places):
        if named := _naming(scene, label):
            return f"{', '.join(named)} ({where})"
        if scene.cast.here and scene.cast.here in label and "here" in map(str.lower, scene.sentence.words):
            return f"'here' = {_dateline(scene)} ({where})"
    return "put together from several words of the article"


def _naming(scene: Scene, label: str) -> list[str]:
    """The phrases of a sentence that name the place or a part of its label."""
    said = [(scene.sentence.text(chunk.first, chunk.last), chunk) for chunk in scene.chunks if chunk.is_nominal]
    holding = [text for text, _ in said if f" {label} " in f" {text} "]
    parts = label.split(", ")
    return [f"'{text}'" for text in holding or [text for text, chunk in said if chunk.name in parts]]


def _in_words(label: str, places: Sequence[Place]) -> str:
    """The words of the first telling whose clause gives the place; empty when none does."""
    for place in places:
        if place.draft.frame is not None and place_of(place.scene, place.frame, place.draft.pattern) == label:
            told = list(_sources(place, label)) or _naming(place.scene, label) or ["words of the clause"]
            return f"{' and '.join(told)} ({place.where})"
    return ""


def _sources(place: Place, label: str) -> Iterator[str]:
    """The phrases whose names make up the label, then the dateline for "here"."""
    rest = label
    for slot, chunk in _phrases(place):
        name = chunk.name.removeprefix("the ")
        if name and name in rest:
            yield _phrased(place, slot, chunk)
            rest = rest.replace(name, "", 1)
        elif chunk.head and rest.endswith(f" {chunk.head}") and not chunk.name[:1].isupper():
            yield f"'{place.said(chunk)}', the mission of the country of who acts"
            rest = ""
    noun, here = place.noun, place.scene.cast.here
    if noun is not None and any(word in place.said(noun).split() for word in rest.replace(",", " ").split()):
        yield f"within '{place.said(noun)}'"
    elif here and place.frame.is_here and here in rest:
        yield f"'here' = {_dateline(place.scene)}"


def _phrased(place: Place, slot: str, chunk: Chunk) -> str:
    """`'in Pyongyang'`, `'the museum', object of 'visited'`."""
    if slot in _GRAMMAR:
        return (
            f"'{place.said(chunk)}', {slot} of '{place.said(place.verb)}'" if place.verb else f"'{place.said(chunk)}'"
        )
    return f"'{slot.removeprefix('left ')} {place.said(chunk)}'"


def _phrases(place: Place) -> Iterator[tuple[str, Chunk]]:
    """The chunks that may hold the place, each with its slot, in the order in which they were tried."""
    slots = dict.fromkeys((*place.draft.pattern.place, *tables("places")["plain_slots"], *_GRAMMAR))
    for slot in slots:
        for chunk in place.frame.slots.get(slot, ()):
            yield slot, chunk


def _dateline(scene: Scene) -> str:
    article, here = scene.cast.reading.article, scene.cast.here
    dateline = article.dateline
    if dateline is not None and dateline.span is not None:
        printed = " ".join(article.text[dateline.span.start : dateline.span.end].split())
        return f"{here}, by the dateline '{printed}'"
    return f"{here}, where {article.outlet_name or 'the outlet'} files its articles from"

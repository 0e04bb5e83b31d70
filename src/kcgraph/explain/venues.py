"""How the place of a report was found: which phrase, or "here"."""

from collections.abc import Iterator, Sequence

from kcgraph.explain.finding import Finding
from kcgraph.explain.tellings import Place, lenders, places_of
from kcgraph.extract import Traced
from kcgraph.extract.chunks import Chunk
from kcgraph.extract.places import place_of
from kcgraph.extract.scene import Draft
from kcgraph.extract.wordlists import tables

_GRAMMAR = ("subject", "object")


def place_found(traced: Traced, draft: Draft) -> Finding:
    """The place of the draft's report."""
    places = list(places_of(traced, draft))
    if draft.place is None:
        return Finding(None, "no phrase of its clause names a place, and it does not say 'here'")
    return Finding(draft.place, _told(traced, draft.place, places))


def _told(traced: Traced, label: str, places: Sequence[Place]) -> str:
    for place in places:
        if place.draft.frame is not None and place_of(place.scene, place.frame, place.draft.pattern) == label:
            return f"{' and '.join(_sources(place, label)) or 'words of the clause'} ({place.where})"
    lender = next((one for place in places for one in lenders(place.draft) if one.place == label), None)
    if lender is not None:
        told = _told(traced, label, list(places_of(traced, lender)))
        return f"that of the {lender.pattern.event_class} in sentence {lender.sentence + 1}, as of one occasion: {told}"
    for place in places:
        named = [chunk for chunk in place.scene.chunks if chunk.name and chunk.name in label]
        if named:
            said = ", ".join(f"'{place.said(chunk)}'" for chunk in named)
            return f"{said}, in another clause of {place.where}"
    return "told of the same event in another sentence"


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
        yield f"'here' = {_dateline(place)}"


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


def _dateline(place: Place) -> str:
    article, here = place.scene.cast.reading.article, place.scene.cast.here
    dateline = article.dateline
    if dateline is not None and dateline.span is not None:
        printed = " ".join(article.text[dateline.span.start : dateline.span.end].split())
        return f"{here}, by the dateline '{printed}'"
    return f"{here}, where {article.outlet_name or 'the outlet'} files its articles from"

"""Where an event took place: the most specific named place of its clause, building before city."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.patterns import Pattern
from kcgraph.extract.scene import Scene

_PLAIN_SLOTS = ("at", "in", "left at", "left in", "on", "near", "before")
_NO_PLACE = frozenset({"Message", "StatementIssued", "Appointment", "Ratification", "DiplomaticRelations"})


def place_of(scene: Scene, frame: Frame, pattern: Pattern) -> str | None:
    """The label of the place (`Taedonggang Diplomatic Club, Pyongyang`), None when no named place is told."""
    if pattern.event_class in _NO_PLACE:
        return None
    found: list[str] = []
    for slot in (*pattern.place, *_PLAIN_SLOTS):
        for chunk in frame.slots.get(slot, []):
            label = _label(scene, chunk, slot)
            if label and all(label not in other and other not in label for other in found):
                found.append(label)
        if len(found) > 1:
            break
    here = scene.cast.here
    if frame.is_here and here and not found and not _goes_elsewhere(frame, pattern):
        return here
    return ", ".join(found[:2]) if found else None


def _goes_elsewhere(frame: Frame, pattern: Pattern) -> bool:
    return pattern.id.startswith("visit-leave") and bool(frame.slots.get("for"))


def _label(scene: Scene, chunk: Chunk, slot: str) -> str | None:
    """The printed name of a chunk that can be a place."""
    if chunk.kind in (Kind.PLACE, Kind.COUNTRY):
        return chunk.name.removeprefix("the ")
    if chunk.kind == Kind.UNKNOWN and slot in ("in", "to", "left in"):
        return chunk.name
    if chunk.kind == Kind.GROUP and slot in ("at", "left at", "object", "to") and (chunk.is_site or chunk.head in ("embassy", "university", "school", "complex", "headquarters", "house", "club", "institute", "academy", "office", "centre", "center", "company", "factory", "farm", "college", "museum", "church")):
        if chunk.name[:1].isupper() or chunk.countries:
            return chunk.name
    if chunk.kind == Kind.NOUN and slot in ("at", "object", "left at", "to") and chunk.name[:1].isupper() and chunk.name_last - chunk.name_first > 1:
        return chunk.name
    return None

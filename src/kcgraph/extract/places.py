"""Where an event took place: the most specific named place of its clause, building before city."""

from kcgraph.extract import gazetteer
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.patterns import Pattern
from kcgraph.extract.scene import Scene
from kcgraph.reference import reference

_PLAIN_SLOTS = ("at", "in", "left at", "left in", "on", "near", "before")
_NO_PLACE = frozenset({"Message", "Ratification", "DiplomaticRelations"})


def place_of(scene: Scene, frame: Frame, pattern: Pattern) -> str | None:
    """The label of the place (`Taedonggang Diplomatic Club, Pyongyang`), None when no named place is told."""
    if pattern.event_class in _NO_PLACE:
        return None
    found: list[str] = []
    for slot in (*pattern.place, *_PLAIN_SLOTS):
        for chunk in frame.slots.get(slot, []):
            label = _label(scene, chunk, slot) or _own_embassy(scene, chunk, frame)
            if label and all(label not in other and other not in label for other in found):
                found.append(label)
        if len(found) > 1:
            break
    if not found:
        found = _of_the_noun(scene, frame, pattern) or _of_the_actor(frame, pattern)
    here = scene.cast.here
    if frame.is_here and here and not found and not _goes_elsewhere(frame, pattern):
        return here
    if (
        frame.is_here
        and here
        and len(found) == 1
        and here not in found[0]
        and not _goes_elsewhere(frame, pattern)
        and pattern.event_class != "Visit"
    ):
        found.append(here)
    return ", ".join(found[:2]) if found else None


def _of_the_noun(scene: Scene, frame: Frame, pattern: Pattern) -> list[str]:
    """`the Pyongyang summit`, `his Pyongyang visit`, `Vladivostok's forum`: a place within the phrase of the event
    noun.
    """
    if not 0 <= frame.anchor < len(scene.chunks) or pattern.event_class not in (
        "Meeting",
        "Visit",
        "Conference",
        "Ceremony",
    ):
        return []
    noun = scene.chunks[frame.anchor]
    if noun.kind == Kind.VERB:
        return []
    if noun.possessor is not None and noun.possessor.kind == Kind.PLACE:
        return [noun.possessor.name]
    words = scene.sentence.words
    for at in range(noun.name_first, noun.last - 1):
        known = gazetteer.match(words, at)
        if (
            known is not None
            and known[0] < noun.last
            and (known[1].kind == "place" or (known[1].kind == "country" and pattern.event_class == "Visit"))
        ):
            return [" ".join(words[at : known[0]])]
    return []


def _of_the_actor(frame: Frame, pattern: Pattern) -> list[str]:
    """A city, province or works that builds or produces something does so at home."""
    if pattern.event_class not in ("EconomicEvent", "OtherEvent"):
        return []
    return [
        chunk.name for slot in ("subject", "object") for chunk in frame.slots.get(slot, []) if chunk.kind == Kind.PLACE
    ][:1]


def _goes_elsewhere(frame: Frame, pattern: Pattern) -> bool:
    return pattern.id.startswith("visit-leave") and bool(frame.slots.get("for"))


def _own_embassy(scene: Scene, chunk: Chunk, frame: Frame) -> str | None:
    """`at his embassy`: the embassy of the subject's country, by its demonym."""
    if (
        chunk.head not in ("embassy", "residence")
        or chunk.countries
        or chunk.determiner not in ("his", "her", "its", "the")
    ):
        return None
    for other in (
        *frame.slots.get("subject", []),
        *frame.slots.get("subject of organise", []),
        *frame.slots.get("by", []),
    ):
        country = scene.cast.members[other.agent].country if other.agent is not None else None
        row = reference().country(country) if country is not None else None
        if row is not None and row.demonyms:
            return f"{row.demonyms[0]} {chunk.head}"
    return None


def _label(scene: Scene, chunk: Chunk, slot: str) -> str | None:
    """The printed name of a chunk that can be a place."""
    if chunk.kind in (Kind.PLACE, Kind.COUNTRY):
        return chunk.name.removeprefix("the ")
    if chunk.kind == Kind.UNKNOWN and slot in ("in", "to", "left in"):
        return chunk.name
    if (
        chunk.kind == Kind.GROUP
        and slot in ("at", "left at", "object", "to")
        and (
            chunk.is_site
            or chunk.head
            in (
                "embassy",
                "university",
                "school",
                "complex",
                "headquarters",
                "house",
                "club",
                "institute",
                "academy",
                "office",
                "centre",
                "center",
                "company",
                "factory",
                "farm",
                "college",
                "museum",
                "church",
            )
        )
    ):
        if chunk.name[:1].isupper() or chunk.countries:
            return chunk.name
    if chunk.kind == Kind.GROUP and slot == "at" and chunk.key:
        return chunk.name
    if (
        chunk.kind == Kind.NOUN
        and slot in ("at", "object", "left at", "to")
        and chunk.name[:1].isupper()
        and chunk.name_last - chunk.name_first > 1
    ):
        return chunk.name
    return None

"""Where an event took place: the most specific named place of its clause, building before city."""

from collections.abc import Sequence

from kcgraph.extract import gazetteer
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import Pattern
from kcgraph.extract.scene import Scene
from kcgraph.extract.wordlists import tables, words
from kcgraph.reference import reference

_NO_PLACE = frozenset({"Message", "Ratification", "DiplomaticRelations"})
_NAMED_BY_PLACE = frozenset({"Meeting", "Visit", "Conference", "Ceremony"})
_CLOSED_BY_PLACE = frozenset(
    {"Ceremony", "Conference", "Meeting", "WeaponsTest", "MilitaryAction", "EconomicEvent", "OtherEvent", "Signing"}
    | {"Gift", "Award", "Appointment", "Guidance"}
)
# Slots of a building, which is told before its city.
_NEAREST = ("at", "left at")
_ENDING = (Kind.RELATIVE, Kind.SUBORDINATOR, Kind.QUOTE, Kind.STOP)
_OF_SITES = frozenset({"Visit", "Guidance"})
_DONE_AT_HOME = frozenset({"EconomicEvent", "OtherEvent"})

# A house without a name is told by more words than these.
_TOLD_BY = 2


def place_of(scene: Scene, frame: Frame, pattern: Pattern) -> str | None:
    """The label of the place (`Taedonggang Diplomatic Club, Pyongyang`), None when no named place is told."""
    if pattern.event_class in _NO_PLACE:
        return None
    slots = (*pattern.place, *tables("places")["plain_slots"], *_slots_of_class(pattern))
    found = (
        places_in(scene, frame, slots)
        or _of_the_noun(scene, frame, pattern)
        or _of_the_actor(scene, frame, pattern)
        or _in_name(scene, frame, pattern)
        or _only_described(frame, pattern)
        or _closing(scene, frame, pattern)
    )
    here = scene.cast.here
    if frame.is_here and here and not _goes_elsewhere(frame, pattern) and _can_be_here(found, here, pattern):
        found = [*found, here]
    return ", ".join(found[:2]) if found else None


def _can_be_here(found: list[str], here: str, pattern: Pattern) -> bool:
    """Whether "here" tells (or completes) the place: `at the People's Palace of Culture here`."""
    return not found or (len(found) == 1 and here not in found[0] and pattern.event_class != "Visit")


def places_in(scene: Scene, frame: Frame, slots: Sequence[str]) -> list[str]:
    """The places in the given slots of a clause, of the first ones that tell two."""
    found: list[str] = []
    nearest = 0
    for slot in slots:
        for chunk in frame.slots.get(slot, []):
            label = _label(chunk, slot) or _named_after(scene, chunk) or _own_embassy(scene, chunk, frame)
            if label and all(label not in other and other not in label for other in found):
                found.insert(nearest if slot in _NEAREST else len(found), label)
                nearest += slot in _NEAREST
        if len(found) > 1:
            break
    return found


def _slots_of_class(pattern: Pattern) -> Sequence[str]:
    """Further slots that hold the place of events of one class."""
    slots: Sequence[str] = tables("places")["class_slots"].get(pattern.event_class, ())
    return slots


def _named_after(scene: Scene, chunk: Chunk) -> str | None:
    """`in the capital city of Vientiane`, `at the mountain resort of Lyangan`: the name after "of"."""
    k = scene.position_of(chunk)
    if k is None or k + 2 >= len(scene.chunks) or chunk.head not in words("places", "called_after"):
        return None
    link, name = scene.chunks[k + 1 : k + 3]
    return name.name if link.head == "of" and name.kind in (Kind.PLACE, Kind.UNKNOWN) else None


def _in_name(scene: Scene, frame: Frame, pattern: Pattern) -> list[str]:
    """`sponsored by the Committee of the Party in Nakhodka`: a place that ends the name of who gathers."""
    if pattern.event_class not in _NAMED_BY_PLACE - {"Visit"}:
        return []
    for slot, chunks in frame.slots.items():
        if slot in words("places", "gathering_slots") or slot.startswith("subject"):
            for chunk in chunks:
                *_, before, name = ("", "", *scene.sentence.words[chunk.first : chunk.last])
                known = gazetteer.match((name,), 0) if chunk.kind == Kind.GROUP and before == "in" else None
                if known is not None and known[1].kind in ("place", "country"):
                    return [name]
    return []


def _of_the_noun(scene: Scene, frame: Frame, pattern: Pattern) -> list[str]:
    """A place within the phrase of the event noun: `the Pyongyang summit`, `Vladivostok's forum`."""
    if pattern.event_class not in _NAMED_BY_PLACE or not 0 <= frame.anchor < len(scene.chunks):
        return []
    noun = scene.chunks[frame.anchor]
    if noun.kind == Kind.VERB:
        return []
    if noun.possessor is not None and noun.possessor.kind == Kind.PLACE:
        return [noun.possessor.name]
    kinds = ("place", "country") if pattern.event_class == "Visit" else ("place",)
    for at in range(noun.name_first, noun.last - 1):
        known = gazetteer.match(scene.sentence.words, at)
        if known is not None and known[0] < noun.last and known[1].kind in kinds:
            return [" ".join(scene.sentence.words[at : known[0]])]
    return []


def _of_the_actor(scene: Scene, frame: Frame, pattern: Pattern) -> list[str]:
    """A city, province or works that builds or produces something does so at home."""
    if pattern.event_class not in _DONE_AT_HOME:
        return []
    actors = [chunk for slot in ("subject", "object", "of") for chunk in frame.slots.get(slot, [])]
    at_home = [chunk.name for chunk in actors if chunk.kind == Kind.PLACE or _is_building_in(chunk, "object")]
    return at_home[:1] or _in_phrase_of_actor(scene, frame)


def _in_phrase_of_actor(scene: Scene, frame: Frame) -> list[str]:
    """`workteams of the farm X in the county Y reaped`: the places in the phrase of the subject."""
    found: list[str] = []
    for actor in frame.slots.get("subject", [])[-1:]:
        k = scene.position_of(actor)
        while k is not None and k + 2 < len(scene.chunks) and scene.chunks[k + 1].head in words("places", "at_home"):
            k += 2
            if scene.chunks[k].kind == Kind.PLACE:
                found.append(scene.chunks[k].name.removeprefix("the "))
    return found[:2]


def _only_described(frame: Frame, pattern: Pattern) -> list[str]:
    """`visited the provincial revolutionary museum`: a works or house without a name that is visited."""
    if pattern.event_class not in _OF_SITES:
        return []
    return [
        chunk.name
        for chunk in frame.slots.get("object", [])
        if chunk.kind == Kind.NOUN and chunk.modifiers and lexicon().is_("facility_heads", chunk.head)
    ][:1]


def _closing(scene: Scene, frame: Frame, pattern: Pattern) -> list[str]:
    """`conducted the launch of a satellite aboard a rocket at X`: the place that ends the clause.

    Passed over are verbs that only tell that something is done (`medals given at a ceremony held at X`).
    """
    if pattern.event_class not in _CLOSED_BY_PLACE:
        return []
    chunks = scene.chunks
    for k in range(frame.last + 1, len(chunks) - 1):
        if chunks[k].kind in _ENDING or not _is_passed_over(chunks[k], k == frame.last + 1):
            return []
        if chunks[k].kind == Kind.PREPOSITION and chunks[k].head in words("places", "closing"):
            label = _label_closing(scene, k + 1, pattern)
            if label:
                return [label.removeprefix("the ")]
    return []


def _is_passed_over(chunk: Chunk, is_next: bool) -> bool:
    """Whether the search for a closing place goes on after a chunk: no verb, a dependent one, one of being held."""
    if chunk.kind != Kind.VERB or chunk.form in ("ing", "participle"):
        return True
    return chunk.head in words("dating", "held") and (is_next or chunk.form in ("past", "infinitive"))


def _label_closing(scene: Scene, k: int, pattern: Pattern) -> str | None:
    """The name of the place at chunk `k`; of a country only where a gathering is held in it."""
    chunk, preposition = scene.chunks[k], scene.chunks[k - 1].head
    if chunk.kind == Kind.COUNTRY:
        before = scene.chunks[k - 2] if k > 1 else None
        is_held = before is not None and before.kind == Kind.VERB and before.head in words("dating", "held")
        return chunk.name if is_held and preposition == "in" and pattern.event_class in _NAMED_BY_PLACE else None
    return chunk.name if chunk.kind == Kind.PLACE or _is_building_in(chunk, preposition) else None


def _goes_elsewhere(frame: Frame, pattern: Pattern) -> bool:
    """`left here for Moscow`: the place of the visit is the other one."""
    return pattern.id.startswith("visit-leave") and bool(frame.slots.get("for"))


def _own_embassy(scene: Scene, chunk: Chunk, frame: Frame) -> str | None:
    """`at his embassy`: the embassy of the subject's country, by its demonym."""
    if chunk.countries or chunk.head not in words("places", "mission_heads"):
        return None
    if chunk.determiner not in words("places", "mission_articles"):
        return None
    for slot in ("subject", "subject of organise", "by"):
        for owner in frame.slots.get(slot, []):
            country = scene.cast.members[owner.agent].country if owner.agent is not None else None
            row = reference().country(country) if country is not None else None
            if row is not None and row.demonyms:
                return f"{row.demonyms[0]} {chunk.head}"
    return None


def _label(chunk: Chunk, slot: str) -> str | None:
    """The printed name of a chunk that can be a place."""
    if chunk.kind in (Kind.PLACE, Kind.COUNTRY):
        return chunk.name.removeprefix("the ")
    return chunk.name if _is_place_in(chunk, slot) else None


def _is_place_in(chunk: Chunk, slot: str) -> bool:
    """Whether a name that is no known place is one in this slot: `in Xanadu`, `at the Foreign Ministry`."""
    match chunk.kind:
        case Kind.UNKNOWN:
            return slot in words("places", "unknown_slots")
        case Kind.GROUP:
            return _is_building_in(chunk, slot) or (slot == "at" and (bool(chunk.key) or _is_described_site(chunk)))
        case Kind.NOUN:
            if slot == "at" and _is_described_site(chunk):
                return True
            return _is_name(chunk) and (slot in words("places", "building_slots") or _is_named_in(chunk, slot))
        case _:
            return False


def _is_described_site(chunk: Chunk) -> bool:
    """`at the international friendship children's hall`: a house or works told by several words."""
    is_site = chunk.head in words("places", "building_heads") or lexicon().is_("facility_heads", chunk.head)
    return is_site and len(chunk.name.split()) > _TOLD_BY


def _is_name(chunk: Chunk) -> bool:
    return chunk.name[:1].isupper() and chunk.name_last - chunk.name_first > 1


def _is_named_in(chunk: Chunk, slot: str) -> bool:
    """`in Dar Es Salaam`, `in Pyongyang Secondary School No. 1`: capitalized words that are no English, a house."""
    name = chunk.name.split()
    is_foreign = all(word[0].isupper() and word.lower() not in lexicon().common for word in name)
    is_house = any(lexicon().is_("facility_heads", word.lower()) for word in name)
    return slot in words("places", "unknown_slots") and (is_foreign or is_house)


def _is_building_in(chunk: Chunk, slot: str) -> bool:
    """`at Kim Il Sung University`: a named body that is a building as well."""
    is_building = chunk.is_site or chunk.head in words("places", "building_heads")
    is_named = chunk.name[:1].isupper() or bool(chunk.countries)
    return is_building and is_named and slot in words("places", "building_slots")

"""What a verb says of the event noun that it carries: organised, attended, took place."""

from kcgraph.extract.chunks import Kind
from kcgraph.extract.conditions.case import Case
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.patterns import patterns, singular
from kcgraph.extract.scene import Scene

_EVENTS = frozenset({"Ceremony", "Conference", "Meeting"})
# Where the event that a verb of holding or attending tells of may stand.
_HELD_IN = frozenset({"object", "in", "at", "over", "including"})


def support_class(scene: Scene, v: int) -> str:
    """The class of a support verb ("organise", "attend", ...), "" when it is none. Two-word entries are tried first.

    A particle may stand right after the verb or, when it is a preposition, open the phrase of an event noun further
    on ("stood beside X at a parade").
    """
    head = scene.chunks[v].head
    if _gives_speech(scene, v):
        return "speak"
    entries = patterns().support.get(head, ())
    if name := _by_particle(scene, v, entries):
        return name
    if head == "be" and not _is_existence(scene, v):
        return ""
    if head in words("either_way") and not scene.frames[v].slots.get("object"):
        return "occur"
    return next((name for particle, name in entries if not particle), "")


def support_of(scene: Scene, v: int, slot: str) -> str:
    """What the support verb at `v` says of the event noun in its `slot`; "" when nothing."""
    if slot == "present":
        return "attend"
    name = support_class(scene, v)
    if scene.chunks[v].head == "include" and not _are_events(scene, v):
        return ""
    if _is_existence(scene, v) and slot == "object":
        return name if _is_of_one_time(scene, v) else ""
    if name == "occur" and slot != "subject" and scene.chunks[v].head not in words("opening_and_closing"):
        return ""
    if name == "organise" and slot == "subject":
        return "occur"
    if name in ("organise", "attend") and slot not in _HELD_IN:
        return ""
    return "" if name == "perform" and slot != "object" else name


def _is_existence(scene: Scene, v: int) -> bool:
    """`There was`."""
    return scene.chunks[v].head == "be" and v > 0 and scene.chunks[v - 1].head == "there"


def _is_of_one_time(scene: Scene, v: int) -> bool:
    """Whether "there was", "there will be" is said, not "there is" of what there is in general."""
    verb = scene.chunks[v]
    printed = {word.lower() for word in scene.sentence.words[verb.first : verb.last]}
    return not printed.isdisjoint(words("existing"))


def _are_events(scene: Scene, v: int) -> bool:
    """`They included a lecture`: events are told to include others."""
    subjects = scene.frames[v].slots.get("subject", ())
    return any(chunk.head == "they" or singular(chunk.head) in words("including_events") for chunk in subjects)


def supports(case: Case) -> set[str]:
    """The classes of the support verbs that carry the event noun; none when no verb says that it was held."""
    governors = case.scene.governors.get(case.at, ())
    return {name for v, slot in governors if (name := support_of(case.scene, v, slot))}


def takes_place(case: Case) -> bool:
    """Whether a verb says that the event was organised or took place."""
    return not supports(case).isdisjoint(("organise", "occur"))


def _gives_speech(scene: Scene, v: int) -> bool:
    return scene.chunks[v].head in words("speech_givers") and any(
        singular(chunk.head) in words("speeches") for chunk in scene.frames[v].slots.get("object", ())
    )


def _by_particle(scene: Scene, v: int, entries: tuple[tuple[str, str], ...]) -> str:
    with_particle = [(particle, name) for particle, name in entries if particle]
    for particle, name in with_particle:
        if scene.follows(v, particle):
            return name
    if scene.chunks[v].head != "be":
        for particle, name in with_particle:
            if _opens_event(scene, v, particle):
                return name
    return ""


def _opens_event(scene: Scene, v: int, preposition: str) -> bool:
    return any(
        pattern.event_class in _EVENTS
        for chunk in scene.frames[v].slots.get(preposition, ())
        if chunk.kind != Kind.PLACE
        for pattern in patterns().of_noun(chunk.head)
    )

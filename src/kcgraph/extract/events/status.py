"""Whether what a verb tells occurred, is planned or denied, or is no event: wished, possible, demanded."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.patterns import Pattern, patterns
from kcgraph.extract.scene import Scene
from kcgraph.extract.wordlists import words


def status_of(scene: Scene, v: int, pattern: Pattern) -> str | None:
    """`Occurred`, `Planned` or `Denied` for the verb at `v`; None for what is only wished, possible or demanded."""
    verb = scene.chunks[v]
    if pattern.status:
        return pattern.status
    if verb.is_conditional and not verb.is_planned:
        return None
    if verb.form == "infinitive":
        return _status_of_infinitive(scene, v)
    if verb.is_negated:
        return "Denied"
    if verb.is_planned:
        return "Planned"
    return None if _is_in_condition(scene, v) else "Occurred"


def _status_of_infinitive(scene: Scene, v: int) -> str | None:
    governor, before = _governor(scene, v), scene.chunks[v - 1]
    if v > 0 and before.kind == Kind.NOUN and before.head in words("events", "definite_plans"):
        return None if _is_undone(governor) else "Planned"
    if governor is None:
        return "Planned" if v > 0 and before.is_nominal and before.head in words("events", "plan_nouns") else None
    if governor.is_negated or governor.is_conditional or governor.head in words("events", "hoping"):
        return None
    if governor.head == "be" and not words("events", "journeys").isdisjoint(_heads_before(scene, v)):
        return "Planned"
    if governor.head == "be" and before.is_nominal:  # "was the first country to recognize"
        return None if words("events", "ranks").isdisjoint(before.modifiers) else "Occurred"
    return "Planned" if governor.head in words("events", "planning") | words("events", "setting_out") else None


def _heads_before(scene: Scene, v: int) -> list[str]:
    """The nouns between an infinitive and the verb before it: "is on a visit to Russia to attend"."""
    found: list[str] = []
    for chunk in reversed(scene.chunks[:v]):
        if chunk.kind == Kind.VERB:
            break
        found.append(chunk.head)
    return found


def _is_undone(governor: Chunk | None) -> bool:
    """Whether a plan is only wished or none."""
    return governor is not None and (governor.is_negated or governor.is_conditional)


def is_only_wished(scene: Scene, k: int, pattern: Pattern) -> bool:
    """`wished to send a message`: the noun is no event where the verb that would make it one is only wished."""
    return any(
        slot == "object"
        and not _is_asked(scene, v)
        and _tells(scene.chunks[v], pattern.event_class)
        and status_of(scene, v, pattern) is None
        for v, slot in scene.governors.get(k, ())
    )


def is_asked_for(scene: Scene, k: int) -> bool:
    """`asked the ambassador to convey his greetings`: the greetings at chunk `k` are sent thereby."""
    return any(slot == "object" and _is_asked(scene, v) for v, slot in scene.governors.get(k, ()))


def is_conditional(scene: Scene, k: int) -> bool:
    """`a summit could take place`."""
    return any(slot == "subject" and scene.chunks[v].is_conditional for v, slot in scene.governors.get(k, ()))


def _tells(verb: Chunk, event_class: str) -> bool:
    """Whether the verb by itself may report an event of the class."""
    return any(pattern.event_class == event_class for pattern in patterns().by_verb.get(verb.head, ()))


def _is_asked(scene: Scene, v: int) -> bool:
    """`asked the ambassador to convey his greetings`: greetings given on the way are sent."""
    if scene.chunks[v].form != "infinitive":
        return False
    governor = _governor(scene, v)
    return governor is not None and governor.head in ("ask", "request") and not governor.is_negated


def _governor(scene: Scene, v: int) -> Chunk | None:
    """The verb before in the same clause."""
    for chunk in reversed(scene.chunks[:v]):
        if chunk.kind == Kind.VERB:
            return chunk
        if chunk.kind in (Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR):
            return None
    return None


def _is_in_condition(scene: Scene, v: int) -> bool:
    for chunk in reversed(scene.chunks[:v]):
        if chunk.kind == Kind.SUBORDINATOR and chunk.head in words("events", "conditions"):
            return True
        if chunk.kind in (Kind.STOP, Kind.COMMA):
            return False
    return False

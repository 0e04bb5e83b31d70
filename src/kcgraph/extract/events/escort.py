"""Those with whom somebody goes, attends or inspects: `visited the works in company with A`, `stood alongside B`."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions import Case
from kcgraph.extract.scene import Draft
from kcgraph.extract.wordlists import words

_ROLES = {"Visit": "Visitor", "Guidance": "Accompanied", "Ceremony": "Attendee"}
# What may stand before "with A" for it to tell with whom one goes, not what a noun is with ("talks with A").
_BEFORE = frozenset({Kind.PLACE, Kind.GROUP, Kind.COUNTRY, Kind.TIME, Kind.VERB, Kind.COMMA, Kind.PERSON, Kind.ADVERB})


def add_escort(case: Case, draft: Draft) -> None:
    """Add the persons with whom the subject of a visit, inspection or attendance is."""
    role = _ROLES.get(draft.pattern.event_class)
    if role is None or not draft.parts:
        return
    for chunk in _with_whom(case):
        agent = case.scene.cast.agent_of(chunk, False)
        if agent is not None:
            draft.add(agent, role, chunk)


def _with_whom(case: Case) -> list[Chunk]:
    """The persons after "with" or "alongside" of the verb that tells the event."""
    scene = case.scene
    verbs = [case.at] if not case.is_noun else [v for v, slot in scene.governors.get(case.at, ()) if slot == "at"]
    return [
        chunk
        for v in verbs
        for slot in words("events", "escorts")
        for chunk in scene.frames[v].slots.get(slot, ())
        if chunk.kind == Kind.PERSON and _goes_along(case, chunk)
    ]


def _goes_along(case: Case, chunk: Chunk) -> bool:
    """Whether the list that a person stands in comes after a place or body, a time, or the verb."""
    chunks, k = case.scene.chunks, case.scene.position_of(chunk)
    while k is not None and k > 1 and chunks[k - 1].kind != Kind.PREPOSITION:
        k -= 1
    return k is not None and k > 1 and chunks[k - 2].kind in _BEFORE

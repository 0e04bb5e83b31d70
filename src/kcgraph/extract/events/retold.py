"""What a sentence about "it" tells of an event named before: `It was held in Paris from June 21 to 24.`"""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.conditions.support import support_of
from kcgraph.extract.dating import date_of
from kcgraph.extract.events.drafting import take
from kcgraph.extract.merging import compatible
from kcgraph.extract.places import place_of
from kcgraph.extract.scene import Draft, Scene

_GATHERINGS = frozenset({"Ceremony", "Conference", "Meeting"})
# How many sentences after an event "it" may still mean it.
_REACH = 3


def retell(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Add to the gathering told last when, where and by whom "it" was held."""
    for v, verb, frame in scene.verbs():
        slot = _slot_of_it(frame)
        carries = slot and support_of(scene, v, slot) in ("organise", "occur")
        if not carries or verb.is_negated or verb.is_conditional:
            continue
        meant = next((draft for draft in reversed(drafts) if _may_be_meant(draft, scene)), None)
        if meant is not None:
            _add(scene, v, frame, meant)


def _slot_of_it(frame: Frame) -> str:
    """The slot where the event stands as a pronoun alone; "" when in none."""
    return next((slot for slot in ("subject", "object") if _is_it(frame.slots.get(slot, []))), "")


def _is_it(chunks: Sequence[Chunk]) -> bool:
    return len(chunks) == 1 and chunks[0].kind == Kind.PRONOUN and chunks[0].head == "it"


def _may_be_meant(draft: Draft, scene: Scene) -> bool:
    is_near = 0 < scene.number - draft.sentence <= _REACH
    return is_near and draft.pattern.event_class in _GATHERINGS and not draft.is_reported


def _add(scene: Scene, v: int, frame: Frame, draft: Draft) -> None:
    date = date_of(frame, draft.status, scene.cast.reading.today)
    if date is not None and compatible(draft.date, date):
        draft.date = date if draft.date is None or len(date.edtf) > len(draft.date.edtf) else draft.date
    draft.place = draft.place or place_of(scene, frame, draft.pattern)
    for chunk in frame.slots.get("subject", []):
        if chunk.kind != Kind.PRONOUN:
            take(scene.cast, draft, chunk, "Host")
    first, last = min(frame.first, v), max(frame.last, v)
    draft.tellings.append((scene.number, scene.chunks[first].first, scene.chunks[last].last))

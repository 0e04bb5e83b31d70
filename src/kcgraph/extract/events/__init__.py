"""From scenes to drafts of event reports: every verb and every event noun is held against the patterns."""

from collections.abc import Sequence
from dataclasses import replace

from kcgraph.extract.events.company import answer, hand_on_recipients, inherit, note_company, note_leaders, note_letter
from kcgraph.extract.events.inner import inner_drafts
from kcgraph.extract.events.nouns import is_event_noun, noun_draft
from kcgraph.extract.events.retold import retell
from kcgraph.extract.events.verbs import separately, verb_drafts
from kcgraph.extract.gatherings import note_carriers
from kcgraph.extract.scene import Draft, Scene

__all__ = ["drafts_of", "sequence"]


def sequence(scenes: Sequence[Scene]) -> list[Draft]:
    """The drafts of all sentences in reading order."""
    found: list[Draft] = []
    note_leaders(scenes)
    for scene in scenes:
        scene.cast.enter(scene.number, scene.chunks, scene.clauses)
        drafts = drafts_of(scene)
        answer(drafts)
        retell(scene, found)
        note_letter(scene.cast, drafts)
        note_company(scene.cast, drafts)
        found += drafts
    hand_on_recipients(found)
    inherit(found)
    return found


def drafts_of(scene: Scene) -> list[Draft]:
    """The event drafts of one sentence, in order of their trigger."""
    note_carriers(scene)
    taken: set[int] = set()
    found = [draft for v in scene.frames for draft in verb_drafts(scene, v, taken)]
    for k, chunk in enumerate(scene.chunks):
        if k not in taken and is_event_noun(chunk) and (draft := noun_draft(scene, k)) is not None:
            found += separately(scene, draft.governor, draft) if draft.governor >= 0 else [draft]
    found += inner_drafts(scene)
    found += [again for draft in found for again in _in_further_months(draft)]
    return sorted((draft for draft in found if draft.status != "Skip"), key=lambda draft: draft.position)


def _in_further_months(draft: Draft) -> list[Draft]:
    """`two failures in May and August`: the same once more in each further month."""
    return [
        replace(draft, date=when, parts=[replace(part) for part in draft.parts], tellings=[], further_dates=[])
        for when in draft.further_dates
    ]

"""Drafts of the events that verbs tell."""

from dataclasses import replace

from kcgraph.extract.chunks import Chunk
from kcgraph.extract.clauses import Frame
from kcgraph.extract.conditions import Case, holds
from kcgraph.extract.events.drafting import make_draft, take
from kcgraph.extract.events.frames import with_noun
from kcgraph.extract.events.inner import take_body_of_forces
from kcgraph.extract.events.owners import pronoun_owners
from kcgraph.extract.events.status import status_of
from kcgraph.extract.patterns import Pattern, patterns, singular
from kcgraph.extract.scene import Draft, Scene, has_head
from kcgraph.extract.wordlists import words


def verb_drafts(scene: Scene, v: int, taken: set[int]) -> list[Draft]:
    """The events that a verb tells: one, or one for each kind of object ("a floral basket and a letter from X").

    The chunks of event nouns that are told of thereby are added to `taken`.
    """
    found: list[Draft] = []
    for pattern in patterns().by_verb.get(scene.chunks[v].head, ()):
        if (found and not pattern.objects) or not _is_verb_of(scene, v, pattern):
            continue
        places = _event_nouns(scene, v, pattern)
        if found and (not places or places & taken):
            continue
        draft = _verb_draft(scene, v, pattern)
        if draft is None:
            continue
        if pattern.event_class != "StatementIssued":  # a press conference is a conference as well
            taken |= places
        found += _each(scene, v, draft) if pattern.each else separately(scene, v, draft)
        if not pattern.objects:
            break
    return found


def fits_conditions(case: Case) -> bool:
    """Whether all that the pattern needs holds, and nothing that it refuses."""
    pattern = case.pattern
    return all(holds(name, case) for name in pattern.needs) and not any(holds(name, case) for name in pattern.refuses)


def _is_verb_of(scene: Scene, v: int, pattern: Pattern) -> bool:
    head = scene.chunks[v].head
    return any(lemma == head and (not particle or scene.follows(v, particle)) for lemma, particle in pattern.verbs)


def _event_nouns(scene: Scene, v: int, pattern: Pattern) -> set[int]:
    """The chunks of the objects that the pattern asks for."""
    case = Case(scene, scene.frames[v], v, pattern, False)
    objects = [chunk for chunk in case.objects if has_head([chunk], pattern.objects)]
    return {k for chunk in objects if (k := scene.position_of(chunk)) is not None}


def separately(scene: Scene, v: int, draft: Draft) -> list[Draft]:
    """`met A and B separately` is a meeting with each."""
    slots = scene.frames[v].slots
    met = [chunk for slot in ("object", "with") for chunk in slots.get(slot, ()) if chunk.agent is not None]
    if draft.pattern.event_class != "Meeting" or len(met) < 2 or not _is_said_separately(scene):
        return [draft]
    others = {chunk.agent for chunk in met}
    return [
        replace(
            draft,
            governor=-1,
            parts=[part for part in draft.parts if part.agent == chunk.agent or part.agent not in others],
        )
        for chunk in met
    ]


def _each(scene: Scene, v: int, draft: Draft) -> list[Draft]:
    """`the papers A and B carried articles`: one event for each that does it."""
    acting = {chunk.agent for chunk in scene.frames[v].slots.get("subject", ()) if chunk.agent is not None}
    doers = [part for part in draft.parts if part.agent in acting]
    if len(doers) < 2:
        return [draft]
    shared = [part for part in draft.parts if part.agent not in acting]
    return [replace(draft, parts=[doer, *shared]) for doer in doers]


def _is_said_separately(scene: Scene) -> bool:
    return any(word.lower() == "separately" for word in scene.sentence.words)


def _verb_draft(scene: Scene, v: int, pattern: Pattern) -> Draft | None:
    case = Case(scene, scene.frames[v], v, pattern, False)
    if not _fits(case):
        return None
    status = status_of(scene, v, pattern)
    if status is None:
        return None
    trigger = has_head(case.objects, pattern.objects)
    draft = make_draft(replace(case, frame=_completed(case, trigger)), status)
    draft.is_told = True
    if trigger is not None:
        _note_object(case, draft, trigger)
    take_body_of_forces(case, draft)
    if pattern.event_class == "Message" and draft.is_after and not draft.agents("Recipient"):
        for thanking in scene.clauses.previous_subject(v):
            take(scene.cast, draft, thanking, "Recipient")
    return None if pattern.roles and draft.says_nothing and not pattern.alone else draft


def _completed(case: Case, trigger: Chunk | None) -> Frame:
    """The verb's frame with the phrases of its event noun."""
    k = case.scene.position_of(trigger) if trigger is not None else None
    return with_noun(case.frame, case.scene.noun(k)) if k is not None else case.frame


def _note_object(case: Case, draft: Draft, trigger: Chunk) -> None:
    """What the event noun tells of the draft: its name, whether it is "the ...", and whose it is."""
    draft.noun = singular(trigger.head)
    draft.is_definite = any(chunk.determiner in words("events", "definite") for chunk in case.chunks("object"))
    role = case.pattern.roles.get("object.possessor")
    if role and trigger.determiner in words("events", "third_persons") and not draft.agents(role):
        for owner in pronoun_owners(case.scene, trigger):
            draft.add(owner, role)


# ---- whether a verb fits


def _fits(case: Case) -> bool:
    return _has_asked_object(case) and _has_asked_subject(case) and fits_conditions(case)


def _has_asked_object(case: Case) -> bool:
    pattern, objects = case.pattern, case.chunks("object")
    if pattern.objects:
        trigger = has_head(case.objects, pattern.objects)
        return trigger is not None and not (pattern.modifiers and pattern.modifiers.isdisjoint(trigger.modifiers))
    if not pattern.object_kinds or any(chunk.kind.value in pattern.object_kinds for chunk in objects):
        return True
    return "with" in pattern.needs and bool(case.chunks("with"))


def _has_asked_subject(case: Case) -> bool:
    pattern, subjects = case.pattern, case.chunks("subject")
    if pattern.subjects and has_head(subjects, pattern.subjects) is None:
        return False
    if not pattern.subject_kinds or not subjects:
        return True
    return any(chunk.kind.value in pattern.subject_kinds for chunk in subjects)

"""Drafts of the events that nouns name, with the verbs that carry them ("held talks", "the ceremony took place")."""

from collections.abc import Sequence
from typing import NamedTuple

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.conditions import Case, support_of
from kcgraph.extract.conditions.case import ACTORS, modifier_words
from kcgraph.extract.events.drafting import make_draft, take, take_described
from kcgraph.extract.events.frames import copy_of, with_support
from kcgraph.extract.events.inner import take_inner_body
from kcgraph.extract.events.owners import body_behind, on_the_way, pronoun_owners
from kcgraph.extract.events.status import is_asked_for, is_conditional, is_only_wished, status_of
from kcgraph.extract.events.verbs import fits_conditions
from kcgraph.extract.gatherings import is_named_again, speaks_at
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import Pattern, patterns, singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import words

# Who speaks in a letter has sent it; who says something at a meeting takes part.
_ROLES_OF_SPEAKERS = {"Message": "Sender", "Meeting": "Participant"}


class Carrier(NamedTuple):
    """A support verb at chunk `verb` that has the event noun in its `slot`; `name` is the class of the verb."""

    verb: int
    slot: str
    name: str


def is_event_noun(chunk: Chunk) -> bool:
    """Whether a chunk may name an event: in names and offices, by heads that always do, or by those who are hit."""
    if not chunk.head:
        return False
    if chunk.kind == Kind.NOUN:
        return True
    named = chunk.kind in (Kind.GROUP, Kind.OFFICE, Kind.PLACE)
    if named and not words("events", "hit_by").isdisjoint(chunk.modifiers):
        return True
    return named and (lexicon().is_("conference_heads", chunk.head) or lexicon().is_("event_heads", chunk.head))


def noun_draft(scene: Scene, k: int) -> Draft | None:
    """The event that the noun at chunk `k` names, by the first pattern that fits."""
    modifiers = modifier_words(scene.chunks[k])
    for pattern in _candidates(scene, k):
        if pattern.modifiers and pattern.modifiers.isdisjoint(modifiers):
            continue
        if pattern.not_modifiers.isdisjoint(modifiers) and (draft := _draft_by(scene, k, pattern)) is not None:
            return draft
    return None


def _candidates(scene: Scene, k: int) -> tuple[Pattern, ...]:
    """The patterns of the noun; first those of "on a visit" where "on" stands before it."""
    noun, found = scene.chunks[k].head, patterns().of_noun(scene.chunks[k].head)
    before = scene.chunks[k - 1]
    if k >= 2 and before.kind == Kind.PREPOSITION and before.head == "on":
        return patterns().by_noun.get(f"on {noun}", ()) + found
    return found


def _draft_by(scene: Scene, k: int, pattern: Pattern) -> Draft | None:
    if is_only_wished(scene, k, pattern) or is_conditional(scene, k):
        return None
    carriers = _carriers(scene, k)
    status = _status(scene, k, pattern, carriers)
    if status is None:
        return None
    frame = _carried_frame(scene, k, carriers)
    if any(noun.startswith("on ") for noun in pattern.nouns):
        owner = on_the_way(scene, k)
        if not owner:
            return None
        frame.add("owner", owner)
    case = Case(scene, frame, k, pattern, True)
    if not fits_conditions(case):
        return None
    draft = make_draft(case, status)
    _take_carriers(case, draft, carriers)
    _note_noun(case, draft)
    _take_others(case, draft)
    is_certain = carriers or draft.is_definite or pattern.alone or case.word.time is not None
    if draft.says_nothing and not is_certain:
        return None
    _note_name(case, draft)
    return draft


# ---- the verbs that carry the noun


def _carriers(scene: Scene, k: int) -> list[Carrier]:
    governors = scene.governors.get(k, ())
    return [Carrier(v, slot, name) for v, slot in governors if (name := support_of(scene, v, slot))]


def _status(scene: Scene, k: int, pattern: Pattern, carriers: Sequence[Carrier]) -> str | None:
    """What the last of the verbs says that tells of the noun; None as soon as one makes it no event."""
    status: str | None = pattern.status or "Occurred"
    for carrier in carriers:
        if scene.chunks[carrier.verb].form != "past" or len(carriers) == 1 or carrier.verb < k:
            status = status_of(scene, carrier.verb, pattern)
        if status is None:
            return None
    return status


def _carried_frame(scene: Scene, k: int, carriers: Sequence[Carrier]) -> Frame:
    own = copy_of(scene.noun(k))
    own.anchor = k
    for carrier in carriers:
        _close_list(scene, own, carrier)
    frame = copy_of(own)
    for carrier in carriers:
        frame = with_support(frame, scene.frames[carrier.verb], carrier.name, carrier.slot, own)
    return frame


def _close_list(scene: Scene, frame: Frame, carrier: Carrier) -> None:
    """`A party of officials and members of the union took place`: the verb is of the party, the list goes on to it."""
    link, chunks = frame.last + 1, scene.chunks
    if link + 2 != carrier.verb or chunks[link].kind != Kind.CONJUNCTION or not chunks[link + 1].is_nominal:
        return
    listed = chunks[link - 1]
    for slot, filled in frame.slots.items():
        if filled and filled[-1] is listed and slot in words("events", "of_people"):
            frame.add(slot, [chunks[link + 1]])
            frame.last = link + 1


def _take_carriers(case: Case, draft: Draft, carriers: Sequence[Carrier]) -> None:
    """The subjects of the carrying verbs take part; the first verb tells how the event was told."""
    for carrier in carriers:
        if role := case.pattern.support.get(carrier.name):
            for chunk in case.chunks(f"subject of {carrier.name}"):
                take(case.scene.cast, draft, chunk, role)
            if draft.pattern.event_class == "Visit" and not draft.parts:
                take_described(case.scene, draft, case.chunks(f"subject of {carrier.name}"), role)
    draft.is_told = is_asked_for(case.scene, case.at)
    if carriers:
        draft.governor, draft.support, draft.is_told = carriers[0].verb, carriers[0].name, True


# ---- others who take part


def _take_others(case: Case, draft: Draft) -> None:
    _take_pronoun_owner(case, draft)
    _take_speakers(case, draft)
    _take_those_there(case, draft)
    take_inner_body(case, draft)
    _take_sponsors(case, draft)
    _take_owner_of_part(case, draft)


def _take_pronoun_owner(case: Case, draft: Draft) -> None:
    """`his visit`; before appointments and deaths, "his" is of the person named last, or whose death was told."""
    role, noun, told_of = case.pattern.roles.get("possessor"), case.word, case.scene.cast.told_of
    if role is None or (noun.possessor is None and _take_body(case, draft, noun, role)):
        return
    if noun.possessor is not None or noun.determiner not in words("events", "owners"):
        if case.pattern.event_class == "OtherEvent" and len(draft.parts) == 1:
            told_of[case.pattern.id] = draft.parts[0].agent
        return
    if case.pattern.id in told_of:
        draft.add(told_of[case.pattern.id], role)
        return
    nearest = case.pattern.event_class in ("Appointment", "OtherEvent")
    for owner in pronoun_owners(case.scene, noun, nearest):
        draft.add(owner, role)


def _take_body(case: Case, draft: Draft, noun: Chunk, role: str) -> bool:
    """`its deployment of troops`, `their offensive`: whether a country or body is meant where such may act."""
    if case.pattern.actors != "all" or noun.determiner not in words("events", "owners_of_bodies"):
        return False
    if case.pattern.event_class == "Meeting":  # "their talks" are of those named together
        return False
    owner = body_behind(case.scene, noun)
    if owner is not None and not draft.agents(role):
        draft.add(owner, role)
    return owner is not None


def _take_speakers(case: Case, draft: Draft) -> None:
    """`A in a letter to B said`, `at a meeting with B, A said`: who acts in the letter or meeting is a party to it."""
    scene, role = case.scene, _ROLES_OF_SPEAKERS.get(case.pattern.event_class)
    if role is None or draft.agents("Sender") or (role == "Participant" and len(draft.parts) != 1):
        return
    acting = [
        chunk
        for v, slot in scene.governors.get(case.at, ())
        if slot in words("events", "acted_in")
        for chunk in scene.frames[v].slots.get("subject", ())
    ]
    for chunk in acting or _who_met(case):
        if chunk.kind in ACTORS:
            take(scene.cast, draft, chunk, role)


def _who_met(case: Case) -> Sequence[Chunk]:
    """`A said this when meeting with B`, `in Rome after talks with B`: who says or does so has met B."""
    is_time = case.before is not None and case.before.kind == Kind.SUBORDINATOR and not case.word.determiner
    return case.scene.clauses.previous_subject(case.at) if is_time else ()


def _take_those_there(case: Case, draft: Draft) -> None:
    """`at a seminar A said`, `won at the contest`: who speaks or acts at a gathering that is not only named again."""
    is_public = draft.pattern.support and draft.pattern.event_class not in ("Meeting", "Visit")
    if is_public and not is_named_again(case.word):
        for chunk, role in speaks_at(case.scene, case.at):
            if chunk.kind in ACTORS:
                take(case.scene.cast, draft, chunk, role)


def _take_sponsors(case: Case, draft: Draft) -> None:
    """`was held under the sponsorship of X`, `with the participation of Y`: both were there."""
    if not draft.pattern.support:
        return
    for slot, role, nouns in (
        ("under", "Host", "hosting"),
        ("at", "Host", "hosting"),
        ("with", "Attendee", "attending"),
    ):
        for chunk in case.chunks(slot):
            k = case.scene.position_of(chunk)
            if k is None or chunk.head not in words("attendance", nouns):
                continue
            for other in case.scene.noun(k).slots.get("of", ()):
                take(case.scene.cast, draft, other, role)


def _take_owner_of_part(case: Case, draft: Draft) -> None:
    """`its role in the liberation of Kursk`: who has the role acts."""
    role, part = case.pattern.roles.get("possessor"), _part_taken(case)
    if not role or draft.parts or part is None:
        return
    if part.possessor is not None:
        take(case.scene.cast, draft, part.possessor, role)
    elif part.countries:
        for country in part.countries:
            if (agent := case.scene.cast.acting_country(country, part, case.scene.number)) is not None:
                draft.add(agent, role)
    elif not _take_body(case, draft, part, role) and part.determiner in words("events", "third_persons"):
        for owner in pronoun_owners(case.scene, part):
            draft.add(owner, role)


def _part_taken(case: Case) -> Chunk | None:
    """`its role` before "in the liberation", `their "vital contribution"` before "to the battle"."""
    chunks, k = case.scene.chunks, case.at
    if k < 2 or chunks[k - 1].head not in ("in", "to"):
        return None
    j = k - 2
    is_quoted = chunks[j].kind == Kind.QUOTE and j >= 1
    part = chunks[j - 1] if is_quoted else chunks[j]
    if not lexicon().is_("parts_taken", part.head):
        return None
    before = chunks[j - 3] if is_quoted and j >= 3 else None
    return before if before is not None and not before.head and before.determiner else part


# ---- what the noun itself tells


def _note_noun(case: Case, draft: Draft) -> None:
    draft.noun = singular(case.word.head)
    draft.is_definite = case.word.determiner in words("events", "definite_nouns")


def _note_name(case: Case, draft: Draft) -> None:
    """Whether the noun is a name, may name an event told before, and says no more than that."""
    draft.is_name = case.scene.sentence.words[case.word.last - 1][0].isupper()
    draft.is_anaphor = draft.is_definite and case.pattern.anaphor and draft.date is None
    says_more = case.word.modifiers or case.chunks("of") or draft.place is not None
    draft.is_bare = draft.is_anaphor and not says_more

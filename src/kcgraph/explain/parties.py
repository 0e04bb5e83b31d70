"""How each participant of a report was found: which mention, and what its place in the sentence made of it."""

from collections.abc import Sequence

from kcgraph.explain.finding import Finding
from kcgraph.explain.tellings import Place, nearest_first, places_of
from kcgraph.extract import Traced
from kcgraph.extract.attendance import listed_in
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions import support_of
from kcgraph.extract.scene import Draft, Part
from kcgraph.extract.sides import country_of
from kcgraph.model import AgentKind
from kcgraph.reference import reference


def parties_found(traced: Traced, draft: Draft) -> list[tuple[str, Finding]]:
    """Role and finding of each participation of the draft's report, in its order."""
    places = list(places_of(traced, draft))
    return [(part.role, Finding(_name(traced, part), _told(traced, draft, part, places))) for part in draft.parts]


def _name(traced: Traced, part: Part) -> str:
    return traced.extraction.agents[part.agent].name


def _told(traced: Traced, draft: Draft, part: Part, places: Sequence[Place]) -> str:
    stands = _where(traced, draft, part, places)
    return "; ".join(clause for clause in (stands, _meaning(traced, part), _side(traced, draft, part)) if clause)


# ---- where it stands


def _where(traced: Traced, draft: Draft, part: Part, places: Sequence[Place]) -> str:
    for place in places:
        if (slot := _slot(place, part)) is not None:
            return f"{_phrased(draft, place, *slot)} ({place.where}){_changed(place, slot[0], part)}"
    if part.chunk is not None and part.chunk.sentence < len(traced.scenes):
        return _elsewhere(traced, part.chunk)
    return _without_phrase(traced, draft, part, places)


def _slot(place: Place, part: Part) -> tuple[str, Chunk, bool] | None:
    """The slot of a clause that the participant stands in, the chunk there, and whether it is that chunk's head.

    The very chunk goes before another mention of the same agent.
    """
    slots = [(slot, chunk) for slot, chunks in place.frame.slots.items() for chunk in chunks]
    roles = {**place.draft.pattern.roles, **_support_roles(place)}
    slots.sort(key=lambda pair: pair[0] not in roles)
    for slot, chunk in slots:
        if part.chunk is not None and chunk is part.chunk:
            return slot, chunk, False
        if part.chunk is not None and chunk.leader is part.chunk:
            return slot, chunk, True
    if part.chunk is None:
        return next(((slot, chunk, False) for slot, chunk in slots if chunk.agent == part.agent), None)
    return None


def _support_roles(place: Place) -> dict[str, str]:
    return {f"subject of {name}": role for name, role in place.draft.pattern.support.items()}


def _phrased(draft: Draft, place: Place, slot: str, chunk: Chunk, is_head: bool) -> str:
    """`'him': subject of 'met'`, `'A': from the list after 'with'`."""
    said = place.said(chunk.leader) if is_head and chunk.leader is not None else place.said(chunk)
    beside = [one for one in place.frame.slots[slot] if any(part.chunk is one for part in draft.parts)]
    relation = _relation(place, slot, chunk)
    if len(beside) > 1:
        relation = f"from the list {'' if relation.startswith('after ') else 'that is '}{relation}"
    return f"'{said}': {'heads what is ' if is_head else ''}{relation}"


def _relation(place: Place, slot: str, chunk: Chunk) -> str:
    """What a slot is in grammar."""
    verb, noun = place.verb, place.noun
    told = f"'{place.said(verb)}'" if verb is not None else "the verb"
    named = f"'{noun.head}'" if noun is not None and noun.head else "the event noun"
    if slot.startswith("subject of "):
        return f"subject of {_carrier(place, slot, chunk)}, which carries {named}"
    if slot == "subject":
        return f"{_seat(place, verb, slot)} {told}"
    if slot in ("object", "object2"):
        is_passive = slot == "object" and verb is not None and chunk.last <= verb.first
        return f"{'grammatical subject of the passive' if is_passive else 'object of'} {told}"
    if slot in ("possessor", "object.possessor", "owner"):
        return f"owner of {named}"
    if slot.startswith("object."):
        return f"after '{slot.removeprefix('object.')}' beside {named}"
    return f"after '{slot.removeprefix('left ')}'{' before the verb' if slot.startswith('left ') else ''}"


def _seat(place: Place, verb: Chunk | None, slot: str) -> str:
    """Whether a subject is one in grammar, or stands after the "by" of a passive."""
    k = place.scene.position_of(place.frame.slots[slot][0])
    is_after_by = verb is not None and k is not None and k > 0 and place.scene.chunks[k - 1].head == "by"
    return "after 'by' of the passive" if is_after_by else "subject of"


def _carrier(place: Place, slot: str, chunk: Chunk) -> str:
    """The support verb that has the chunk as its subject: the first of the class that the slot names."""
    scene, name = place.scene, slot.removeprefix("subject of ")
    for v, frame in scene.frames.items():
        has_it = any(chunk is other for other in frame.slots.get("subject", ()))
        if has_it and name in {support_of(scene, v, held) for held in frame.slots}:
            return f"'{place.said(scene.chunks[v])}' ({name})"
    return f"the verb ({name})"


def _changed(place: Place, slot: str, part: Part) -> str:
    """Why the role is not the one that the pattern gives the slot, where signing changes it."""
    given = place.draft.pattern.roles.get(slot) or _support_roles(place).get(slot)
    if given == "Signatory" and part.role == "Party":
        return ", a party to what is signed, since only people sign"
    return ""


def _elsewhere(traced: Traced, chunk: Chunk) -> str:
    """A mention that stands outside the clauses of the event."""
    scene = traced.scenes[chunk.sentence]
    said = f"'{scene.sentence.text(chunk.first, chunk.last)}'"
    where = f"sentence {scene.number + 1}"
    if any(other is chunk or other.leader is chunk for other in listed_in(scene)):
        return f"{said}: from the list of those present ({where})"
    position = scene.position_of(chunk)
    for v, slot in scene.governors.get(position, ()) if position is not None else ():
        stands = f"{slot} of" if slot in ("subject", "object") else f"after '{slot.removeprefix('left ')}' beside"
        verb = scene.sentence.text(scene.chunks[v].first, scene.chunks[v].last)
        return f"{said}: {stands} '{verb}' ({where})"
    return f"{said}: beside what is told ({where})"


def _without_phrase(traced: Traced, draft: Draft, part: Part, places: Sequence[Place]) -> str:
    """A participant that no phrase of its own shows."""
    agent = traced.extraction.agents[part.agent]
    if (led := next((other for other in draft.parts if other.led_by == part.agent), None)) is not None:
        return f"heads the {_name(traced, led)}"
    for place in places:
        noun = place.noun
        if noun is not None and agent.kind == AgentKind.COUNTRY and agent.country in noun.countries:
            return f"the country named in '{place.said(noun)}' ({place.where})"
        if noun is not None and noun.determiner in ("his", "her", "its", "their", "my", "our", "your"):
            return f"'{noun.determiner}' before '{noun.head}' ({place.where})"
    for place in places:
        lender = place.draft.lender
        if lender is not None and part.agent in lender.agents():
            return f"a party to the {lender.pattern.event_class} told in sentence {lender.sentence + 1}"
    if part.role == "Party":
        is_in = "the treaty that is named" if draft.treaty is not None else "what is told, as its two countries are"
        return f"a party to {is_in}"
    if part.role == "Speaker":
        return "says or writes what is told there"
    return _told_nearest(traced, draft, part, places)


def _told_nearest(traced: Traced, draft: Draft, part: Part, places: Sequence[Place]) -> str:
    """The nearest mention of a participant whom the words beside the event only imply."""
    for scene, where in nearest_first(traced, draft, places):
        for chunk in scene.chunks:
            if chunk.agent == part.agent or (chunk.possessor is not None and chunk.possessor.agent == part.agent):
                return f"'{scene.sentence.text(chunk.first, chunk.last)}' ({where})"
    return "known from no phrase of the article, but from the name of the event"


# ---- whom it means


def _meaning(traced: Traced, part: Part) -> str:
    """Whom a pronoun or another short mention stands for."""
    chunk = part.chunk
    if chunk is None:
        return ""
    name, said = _name(traced, part), traced.scenes[chunk.sentence].sentence.text(chunk.first, chunk.last)
    if chunk.agent is not None and chunk.agent != part.agent:
        return f"'{said}' stands for the parties named before"
    if chunk.kind == Kind.PRONOUN or (chunk.agent is None and name not in said):
        return f"'{said}' stands for {name}"
    return "" if name in said else f"the same as {name}"


def _side(traced: Traced, draft: Draft, part: Part) -> str:
    """Why a participant of a meeting is host or guest where no word says so."""
    given = set(draft.pattern.roles.values()) | set(draft.pattern.support.values())
    if draft.pattern.event_class != "Meeting" or part.role not in ("Host", "Guest") or part.role in given:
        return ""
    where = draft.place or (traced.scenes[0].cast.here if traced.scenes else None)
    key = country_of(where) if where else None
    if key is None:
        return ""
    row = reference().country(key)
    country = row.name if row is not None else key
    side = "its side" if part.role == "Host" else "the other side"
    return f"{part.role.lower()}, since the meeting was in {country} and this is {side}"

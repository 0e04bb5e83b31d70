"""Lists of those present: "Present there were ...", "... were on hand", "Accompanying him were ..."."""

from collections.abc import Sequence

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import tables, words

_ITEMS = (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.UNKNOWN)
_GATHERINGS = frozenset({"Ceremony", "Conference", "Meeting"})
_HELD = _GATHERINGS | {"Signing"}
_ROLES_OF_COMPANY = {"Guidance": "Accompanied", "Visit": "Visitor", "Ceremony": "Attendee"}
# Classes of what many do that are told one by one later.
_BY_MANY = frozenset({"Ceremony", "Conference", "Gift", "Visit", "Message", "Meeting"})
_LATEST_VERB = 9
_OPENING = 12


def complete(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
    """Add those listed as present to the event that the list speaks of: the latest before it that can have guests."""
    for scene in scenes:
        _accompany(scene, drafts)
        listed = listed_in(scene)
        target = _target(scene, drafts) if listed else None
        if not listed and (listed := _included(scene)):
            target = _just_told(scene, drafts)
        if target is None:
            continue
        role = _role(scene, target)
        for chunk in listed:
            _add(scene, target, chunk, role)


def _role(scene: Scene, target: Draft) -> str:
    """The role of those listed, by the class of the event."""
    accompanies = any(verb.head == "accompany" for _, verb, _ in scene.verbs())
    if accompanies and target.pattern.event_class == "Guidance":
        return "Accompanied"
    if target.pattern.event_class == "Visit" and scene.sentence.words[0].lower() in words("attendance", "awaiting"):
        return "Host"
    role: str = tables("attendance")["classes"][target.pattern.event_class]
    return role


def _accompany(scene: Scene, drafts: Sequence[Draft]) -> None:
    """`Kim, accompanied by A and B, inspected ...`: A and B are with him."""
    for _, verb, frame in scene.verbs():
        if verb.head != "accompany":
            continue
        led = {chunk.agent for chunk in frame.slots.get("object", []) if chunk.agent is not None}
        for draft in drafts:
            event_class = draft.pattern.event_class
            if draft.sentence != scene.number or event_class not in _ROLES_OF_COMPANY or not draft.agents() & led:
                continue
            for chunk in frame.slots.get("subject", []):
                _add(scene, draft, chunk, _ROLES_OF_COMPANY[event_class])


def _add(scene: Scene, draft: Draft, chunk: Chunk, role: str) -> None:
    """Add a person or body, and who leads it."""
    agent = scene.cast.agent_of(chunk, False)
    if agent is None:
        return
    leader = chunk.leader.agent if chunk.leader is not None else None
    draft.add(agent, role, chunk, leader)
    if leader is not None:
        draft.add(leader, role, chunk.leader)


# ---- lists


def listed_in(scene: Scene) -> list[Chunk]:
    """The people and groups of a list of those present, in order; empty when the sentence is none."""
    if joined := _joined(scene):
        return joined
    chunks, be = scene.chunks, _be(scene)
    if be is None:
        return []
    printed = [word.lower() for word in scene.sentence.words]
    is_opened = _begins_with_opener(printed) and be <= _LATEST_VERB
    if is_opened and not any(chunk.kind == Kind.PERSON for chunk in chunks[:be]):
        return _items(chunks, be + 1, len(chunks))
    after = " ".join(printed[chunks[be].last : chunks[be].last + 3])
    if after.startswith(tuple(tables("attendance")["closers"])):
        return [chunk for chunk in _items(chunks, 0, be) if chunk.kind in AGENTS]
    return []


def _included(scene: Scene) -> list[Chunk]:
    """`They included the delegation of A and B, chairman of C`: those who were told of as many."""
    they, verb = (*scene.chunks, None, None)[:2]
    if they is None or verb is None or they.head != "they" or verb.head != "include":
        return []
    return _items(scene.chunks, 2, len(scene.chunks))


def _just_told(scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """The event of the sentence before, where all that it tells of took part in one way."""
    before = [
        draft
        for draft in drafts
        if draft.sentence == scene.number - 1 and draft.status == "Occurred" and draft.pattern.event_class in _BY_MANY
    ]
    return before[0] if before else None


def _be(scene: Scene) -> int | None:
    """The first "be" of a sentence that says of somebody that he was there."""
    return next((v for v, verb, _ in scene.verbs() if verb.head == "be" and not verb.is_negated), None)


def _begins_with_opener(printed: Sequence[str]) -> bool:
    """`Present there were`: the sentence opens as a list does."""
    phrases = (phrase.split() for phrase in tables("attendance")["openers"])
    return any(printed[: len(phrase)] == phrase for phrase in phrases)


def _joined(scene: Scene) -> list[Chunk]:
    """`It was attended by A and B`, `He was accompanied by A`: who joins an event told before."""
    for _, verb, frame in scene.verbs():
        if verb.head not in words("attendance", "joining") or verb.is_negated or verb.form not in ("finite", "past"):
            continue
        objects = frame.slots.get("object", [])
        if objects and objects[0].kind == Kind.PRONOUN:
            return [chunk for chunk in frame.slots.get("subject", []) if chunk.kind in AGENTS]
    return []


def _items(chunks: Sequence[Chunk], first: int, last: int) -> list[Chunk]:
    """The agents between two chunks that are items of a list, not parts of phrases like "in the presence of X"."""
    found: list[Chunk] = []
    for k in range(first, last):
        if chunks[k].kind in (Kind.STOP, Kind.RELATIVE):
            break
        if _is_item(chunks[k], chunks[k - 1] if k > first else None):
            found.append(chunks[k])
    return found


def _is_item(chunk: Chunk, before: Chunk | None) -> bool:
    """Whether a chunk is an item: an agent without a preposition before it, a person also after "including"."""
    if before is None or before.kind != Kind.PREPOSITION:
        return chunk.kind in _ITEMS
    return chunk.kind == Kind.PERSON and before.head in words("attendance", "before_people")


# ---- the event


def _target(scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """The event that a list speaks of: one named in its first words, else the latest held, else the latest."""
    if (named := _named_in(scene, drafts)) is not None:
        return named
    before = [
        draft
        for draft in drafts
        if draft.sentence < scene.number
        and draft.pattern.event_class in tables("attendance")["classes"]
        and draft.pattern.event_class != "Message"
        and draft.status != "Denied"
    ]
    held = [draft for draft in before if _is_held(draft)]
    if held:
        latest = min(held, key=lambda draft: (-draft.sentence, draft.position))
        return _ceremony_of(latest, held) or latest
    return before[-1] if before else None


def _ceremony_of(latest: Draft, held: Sequence[Draft]) -> Draft | None:
    """`The festival was closed with due ceremony. It was opened on Monday.`: those present were at the ceremony."""
    if latest.pattern.event_class != "Conference":
        return None
    near = (draft for draft in held if latest.sentence - draft.sentence <= 1)
    return next((draft for draft in near if draft.noun == "ceremony"), None)


def _named_in(scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """`Present at the ceremony were ...`: "the ceremony" is the one told before, "a ceremony" a new one."""
    opening = {singular(word.lower()) for word in scene.sentence.words[:_OPENING]}
    here = next(
        (
            draft
            for draft in drafts
            if draft.sentence == scene.number and draft.pattern.event_class in _GATHERINGS and draft.noun in opening
        ),
        None,
    )
    if here is None or not here.is_definite:
        return here
    earlier = [
        draft
        for draft in drafts
        if draft.sentence < scene.number and draft.pattern.event_class == here.pattern.event_class
    ]
    return earlier[-1] if earlier else here


def _is_held(draft: Draft) -> bool:
    """Whether a draft tells of a gathering as held, and does not only name it."""
    is_told = draft.support in words("attendance", "holding") or bool(draft.pattern.verbs)
    return draft.pattern.event_class in _HELD and is_told

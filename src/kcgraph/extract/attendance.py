"""Lists of those present: "Present there were ...", "... were on hand", "Accompanying him were ..."."""

import tomllib
from collections.abc import Sequence
from functools import cache
from typing import Any

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.scene import Draft, Scene
from kcgraph.resources import folder


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((folder("seeds") / "lexicon" / "attendance.toml").read_text(encoding="utf-8"))


def complete(scenes: Sequence[Scene], drafts: list[Draft]) -> None:
    """Add those listed as present to the event that the list speaks of: the latest one before it that can have
    guests.
    """
    for scene in scenes:
        _accompany(scene, drafts)
        listed = listed_in(scene)
        if not listed:
            continue
        target = _target(scene, drafts)
        if target is None:
            continue
        role = _data()["classes"][target.pattern.event_class]
        if any(verb.head == "accompany" for _, verb, _ in scene.verbs()) and target.pattern.event_class == "Guidance":
            role = "Accompanied"
        for chunk in listed:
            _add(scene, target, chunk, role)


def _accompany(scene: Scene, drafts: list[Draft]) -> None:
    """`Kim, accompanied by A and B, inspected ...`: A and B are with him."""
    for _, verb, frame in scene.verbs():
        if verb.head != "accompany":
            continue
        led = {chunk.agent for chunk in frame.slots.get("object", []) if chunk.agent is not None}
        for draft in drafts:
            if (
                draft.sentence == scene.number
                and draft.pattern.event_class in ("Guidance", "Visit", "Ceremony")
                and draft.agents() & led
            ):
                for chunk in frame.slots.get("subject", []):
                    _add(
                        scene, draft, chunk, "Accompanied" if draft.pattern.event_class == "Guidance" else "Participant"
                    )


def _add(scene: Scene, draft: Draft, chunk: Chunk, role: str) -> None:
    agent = scene.cast.agent_of(chunk, False)
    if agent is None:
        return
    leader = chunk.leader.agent if chunk.leader is not None else None
    draft.add(agent, role, chunk, leader)
    if leader is not None:
        draft.add(leader, role, chunk.leader)


def listed_in(scene: Scene) -> list[Chunk]:
    """The people and groups of a list of those present, in order; empty when the sentence is none."""
    chunks, words = scene.chunks, [word.lower() for word in scene.sentence.words]
    joined = _joined(scene)
    if joined:
        return joined
    opening = any(" ".join(words[: len(opener.split())]) == opener for opener in _data()["openers"])
    for v, verb, frame in scene.verbs():
        if verb.head != "be" or verb.is_negated:
            continue
        if opening and v <= 9 and not any(chunk.kind == Kind.PERSON for chunk in chunks[:v]):
            return _items(chunks, v + 1, len(chunks))
        after = " ".join(words[verb.last : verb.last + 3])
        if any(after.startswith(closer) for closer in _data()["closers"]):
            return [chunk for chunk in _items(chunks, 0, v) if chunk.kind in AGENTS]
        del frame
        break
    return []


def _joined(scene: Scene) -> list[Chunk]:
    """`It was attended by A and B`, `He was accompanied by A`: who joins an event told before."""
    for _, verb, frame in scene.verbs():
        objects = frame.slots.get("object", [])
        if (
            verb.head in _data()["joining"]
            and verb.form in ("finite", "past")
            and not verb.is_negated
            and objects
            and objects[0].kind == Kind.PRONOUN
        ):
            return [chunk for chunk in frame.slots.get("subject", []) if chunk.kind in AGENTS]
    return []


def _items(chunks: Sequence[Chunk], first: int, last: int) -> list[Chunk]:
    """The agents between two chunks that are items of a list, not parts of phrases like "in the presence of X"."""
    found: list[Chunk] = []
    for k in range(first, last):
        chunk = chunks[k]
        if chunk.kind == Kind.STOP or chunk.kind == Kind.RELATIVE:
            break
        before = chunks[k - 1].kind if k > first else Kind.COMMA
        if (chunk.kind in (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.UNKNOWN) and before != Kind.PREPOSITION) or (
            chunk.kind == Kind.PERSON and chunks[k - 1].head in ("including", "with", "of")
        ):
            found.append(chunk)
    return found


def _target(scene: Scene, drafts: list[Draft]) -> Draft | None:
    classes = _data()["classes"]
    words = {word.lower() for word in scene.sentence.words[:12]}
    here = [
        draft
        for draft in drafts
        if draft.sentence == scene.number
        and draft.pattern.event_class in ("Ceremony", "Conference", "Meeting")
        and draft.noun in words
    ]
    if here:
        named = [
            draft
            for draft in drafts
            if draft.sentence < scene.number and draft.pattern.event_class == here[0].pattern.event_class
        ]
        return named[-1] if named and here[0].is_definite else here[0]
    before = [
        draft
        for draft in drafts
        if draft.sentence < scene.number and draft.pattern.event_class in classes and draft.status != "Denied"
    ]
    held = [
        draft
        for draft in before
        if draft.pattern.event_class in ("Ceremony", "Conference", "Meeting", "Signing")
        and (draft.support in ("organise", "occur", "perform") or draft.pattern.verbs)
    ]
    if held:
        return min(held, key=lambda draft: (-draft.sentence, draft.position))
    return before[-1] if before else None

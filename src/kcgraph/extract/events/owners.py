"""Whose an event is when the phrase does not name them: "his", "their", "on a visit to"."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.lists import list_start, nominals
from kcgraph.extract.scene import Scene

_BODIES = (Kind.GROUP, Kind.COUNTRY)


def on_the_way(scene: Scene, k: int) -> list[Chunk]:
    """Who is "on a visit to": the phrase before, else the subject of the clause."""
    chunks = scene.chunks
    at = k - 3 if k >= 3 and chunks[k - 2].kind == Kind.COMMA else k - 2
    if at < 0:
        return []
    before = chunks[at]
    if before.kind == Kind.GROUP and k >= 3 and chunks[k - 3].kind == Kind.PREPOSITION:
        following = next((v for v in scene.frames if v > k), None)
        return (scene.clauses.subject(following) if following is not None else []) or [before]
    is_apposition = at >= 2 and chunks[at - 1].kind == Kind.COMMA and chunks[at - 2].kind == Kind.PERSON
    if before.kind == Kind.NOUN and is_apposition:
        return [chunks[at - 2]]
    if before.kind in (Kind.PERSON, Kind.GROUP, Kind.OFFICE):
        start = list_start(chunks, at)
        is_of_both = start > 0 and chunks[start - 1].head == "between"
        return [before] if is_of_both else nominals(chunks[start : at + 1])
    return scene.clauses.subject(k - 2) if before.kind == Kind.VERB else []


def pronoun_owners(scene: Scene, chunk: Chunk, nearest: bool = False) -> list[int]:
    """Who "his", "their", "my" before an event noun stands for: the first person of the sentence, or the `nearest`."""
    cast = scene.cast
    if chunk.determiner in ("my", "your", "our"):
        speakers = {"my": (cast.first_person,), "your": (cast.second_person,)}
        whose = speakers.get(chunk.determiner, (cast.first_person, cast.second_person))
        return [agent for agent in whose if agent is not None]
    named = [
        other.agent
        for other in scene.chunks[: scene.position_of(chunk)]
        if other.kind == Kind.PERSON and other.agent is not None
    ]
    if chunk.determiner == "their":
        return list(cast.plural) or (list(dict.fromkeys(named)) if len(set(named)) > 1 else [])
    if named:
        return [named[-1] if nearest else named[0]]
    return [cast.salient] if cast.salient is not None else []


def body_behind(scene: Scene, chunk: Chunk) -> int | None:
    """Which country or body "its" or "their" before a noun stands for: the nearest named before it.

    One in a phrase of its own ("in Russia") comes after one that is a subject or an object.
    """
    chunks, cast = scene.chunks, scene.cast
    in_phrases: list[int] = []
    for j in range((scene.position_of(chunk) or 0) - 1, -1, -1):
        other = chunks[j]
        if other.kind not in _BODIES or (agent := cast.agent_of(other, True)) is None:
            continue
        if j == 0 or chunks[j - 1].kind != Kind.PREPOSITION:
            return agent
        in_phrases.append(agent)
    return in_phrases[0] if in_phrases else cast.body_by.get(scene.number - 1)

"""Who takes part in a contest is told after it: "The tournament drew teams from A and B. C came first.\""""

from collections.abc import Iterator, Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.wordlists import words

_ITEMS = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.COUNTRY, Kind.PLACE})
# How many sentences after a contest its results may come.
_REACH = 9


def seat(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
    """Add to the contest told last those who came first, won medals, beat others, or whom it brought together."""
    contests = [draft for draft in drafts if _is_contest(draft)]
    for scene in scenes if contests else ():
        if any(draft.sentence == scene.number and not draft.is_anaphor for draft in contests):
            continue
        contest = next((draft for draft in reversed(contests) if 0 < scene.number - draft.sentence <= _REACH), None)
        if contest is not None:
            _seat_those_of(scene, contest)


def _is_contest(draft: Draft) -> bool:
    is_one = draft.pattern.event_class == "Conference" and draft.noun in words("attendance", "contests")
    return is_one and draft.status != "Denied" and not draft.is_reported


def _seat_those_of(scene: Scene, contest: Draft) -> None:
    for v, verb, frame in scene.verbs():
        if verb.is_negated or verb.is_conditional or _is_in_other_words(scene, v):
            continue
        for chunk in _those_of(scene, v, frame):
            agent = scene.cast.agent_of(chunk, True) if chunk.kind in _ITEMS else None
            if agent is not None:
                contest.add(agent, "Attendee", chunk)


def _is_in_other_words(scene: Scene, v: int) -> bool:
    """`he said that A, who defeated B, ...`: told by the way or in a speech, not as a result."""
    return any(chunk.kind in (Kind.SUBORDINATOR, Kind.RELATIVE) for chunk in scene.chunks[:v])


def _those_of(scene: Scene, v: int, frame: Frame) -> Iterator[Chunk]:
    """Who is placed by the verb at `v`, who wins a prize and who is beaten, or whom the contest draws."""
    subjects, objects = frame.slots.get("subject", []), frame.slots.get("object", [])
    verb = scene.chunks[v].head
    if verb in words("attendance", "drawing") and any(_names_contest(chunk) for chunk in subjects):
        yield from objects
        for slot in ("including", "from", "of something else", "involving"):
            yield from frame.slots.get(slot, ())
    elif _is_placed(scene, v) or (verb in words("attendance", "winning") and _are_prizes(objects)):
        yield from subjects
    elif verb in words("attendance", "beating"):
        yield from subjects
        yield from objects


def _names_contest(chunk: Chunk) -> bool:
    is_it = chunk.kind == Kind.PRONOUN and chunk.head in ("it", "they")
    return is_it or singular(chunk.head) in words("attendance", "contests")


def _is_placed(scene: Scene, v: int) -> bool:
    """`came first`, `finished runner-up`, `proved successful in`."""
    if scene.chunks[v].head not in words("attendance", "being_placed"):
        return False
    last = scene.chunks[v].last
    after = {word.lower() for word in scene.sentence.words[last : last + 3]}
    return not words("attendance", "ranks").isdisjoint(after)


def _are_prizes(objects: Sequence[Chunk]) -> bool:
    return any(singular(chunk.head) in words("attendance", "prizes") for chunk in objects)

"""Event nouns that the grammar of a clause does not reach: "a meeting to mark ... was held", "present at ... were"."""

from functools import cache
from itertools import pairwise

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.patterns import patterns
from kcgraph.extract.scene import Scene
from kcgraph.extract.wordlists import tables, words

_PUBLIC = frozenset({"Ceremony", "Conference"})
_BOUNDS = (Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR)
# How far before its verb a subject may stand, in chunks.
_REACH = 24
# How near to the beginning of a sentence a list of those present names the event, in chunks.
_OPENING = 4


def note_carriers(scene: Scene) -> None:
    """Let the verbs that tell of an event noun from afar govern it too.

    The slot is `present` for what a list of those present is of, else that of a noun that stands right beside its verb.
    """
    for v, verb, _ in scene.verbs():
        if verb.head == "be":
            _note_presence(scene, v)
        elif verb.form in ("finite", "past"):
            _note_subject(scene, v)


def is_gathering(chunk: Chunk, *classes: str) -> bool:
    """Whether the head of a chunk may name a ceremony or conference, or an event of these classes."""
    if chunk.kind not in (Kind.NOUN, Kind.GROUP):
        return False
    return any(pattern.event_class in (classes or _PUBLIC) for pattern in patterns().of_noun(chunk.head))


def _note_presence(scene: Scene, v: int) -> None:
    """`Present at the ceremony were A and B`."""
    opening = scene.chunks[: min(v, _OPENING)]
    printed = " ".join(word.lower() for word in scene.sentence.words[:3])
    if printed.startswith(tuple(tables("attendance")["openers"])):
        for before, chunk in pairwise(opening):
            if before.kind == Kind.PREPOSITION and before.head in ("at", "in") and is_gathering(chunk):
                _govern(scene, chunk, v, "present")


def _note_subject(scene: Scene, v: int) -> None:
    """`A rally welcoming the President was held`: the event that opens the clause, not the noun before the verb."""
    slot = _slot_of_held(scene, v)
    if not slot or any(is_gathering(chunk) for chunk in scene.frames[v].slots.get(slot, ())):
        return
    for k in range(v - 2, max(v - _REACH, -1), -1):
        chunk = scene.chunks[k]
        if chunk.kind in _BOUNDS or (chunk.kind == Kind.VERB and _is_main(chunk)):
            return
        if is_gathering(chunk) and _opens_clause(scene, k):
            _govern(scene, chunk, v, slot)
            return


def _slot_of_held(scene: Scene, v: int) -> str:
    """The slot of what is held by a verb that says so: "was held", "took place"; "" for other verbs."""
    verb, frame = scene.chunks[v], scene.frames[v]
    if verb.head == "take":
        return "subject" if any(chunk.head == "place" for chunk in frame.slots.get("object", ())) else ""
    is_done = verb.is_passive or verb.form == "past"
    return "object" if is_done and verb.head in words("attendance", "held") and frame.slots.get("object") else ""


def _is_main(verb: Chunk) -> bool:
    return verb.form == "finite" and not verb.is_conditional


def _opens_clause(scene: Scene, k: int) -> bool:
    """Whether a noun stands where a subject begins: first, or after a comma or a time."""
    if k == 0:
        return True
    before = scene.chunks[k - 1]
    if before.kind == Kind.CONJUNCTION and k >= 2:
        return is_gathering(scene.chunks[k - 2]) and _opens_clause(scene, k - 2)
    return before.kind in (Kind.COMMA, Kind.TIME, Kind.ADVERB)


def _govern(scene: Scene, chunk: Chunk, v: int, slot: str) -> None:
    k = scene.position_of(chunk)
    if k is not None and (v, slot) not in scene.governors.get(k, ()):
        scene.governors.setdefault(k, []).append((v, slot))


def speaks_at(scene: Scene, k: int) -> list[tuple[Chunk, str]]:
    """Who is told to speak or act at the event named at chunk `k`, each with the role that gives."""
    found: list[tuple[Chunk, str]] = []
    for v, slot in scene.governors.get(k, ()):
        verb, slots = scene.chunks[v], scene.frames[v].slots
        if slot == "with" and "due" in scene.chunks[k].modifiers:
            found += [(chunk, "Host") for side in ("subject", "object") for chunk in slots.get(side, ())]
        if slot not in words("events", "acted_in") or verb.is_negated:
            continue
        if is_saying(verb):
            found += [(chunk, "Speaker") for chunk in slots.get("subject", ())]
        elif verb.head in words("conditions", "speech_givers") and not slots.get("subject"):
            found += [(chunk, "Speaker") for chunk in _speaker_of_speech(scene, v)]
        elif verb.head in words("attendance", "acting"):
            found += [(chunk, "Attendee") for chunk in slots.get("subject", ())]
        elif verb.head in words("attendance", "honouring"):
            found += [(chunk, "Attendee") for side in ("object", "to", "on") for chunk in slots.get(side, ())]
    return found


def _speaker_of_speech(scene: Scene, v: int) -> list[Chunk]:
    """Who says something in a speech made somewhere: `X said in a speech made at a banquet`, or X after that."""
    if before := scene.clauses.previous_subject(v):
        return before
    verbs = (k for k, chunk, _ in scene.verbs() if k > v and chunk.form in ("finite", "past"))
    return next((found for k in verbs if (found := scene.frames[k].slots.get("subject", []))), [])


def is_saying(verb: Chunk) -> bool:
    """Whether a verb says something by itself."""
    return verb.head in _saying()


@cache
def _saying() -> frozenset[str]:
    """The lemmas of saying that need no particle."""
    return frozenset(entry for entry in patterns().statement_verbs if " " not in entry) | {"point"}


def is_named_again(chunk: Chunk) -> bool:
    """`the seminar`: a gathering named without a word more, told before."""
    return chunk.determiner in words("events", "definite_nouns") and not chunk.modifiers

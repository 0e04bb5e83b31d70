"""Verbs of saying: which ones say something where they stand, and who is their subject."""

from collections.abc import Mapping, Sequence
from functools import cache

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.lists import FINITE, is_finite, nominals
from kcgraph.extract.patterns import patterns, singular
from kcgraph.extract.scene import Scene
from kcgraph.extract.wordlists import tables, words

_NEARBY = 9
# Words between "declare" and "guilty".
_VERDICT = 20
_CONCLUDED = (Kind.NOUN, Kind.GROUP)
_SPEAKING = (Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.UNKNOWN)


def medium_of_verb(scene: Scene, v: int) -> str | None:
    """The medium that the verb at `v` suggests (`other` where the context must tell); None when it says nothing."""
    verb = scene.chunks[v]
    for particle, medium in _particles().get(verb.head, ()):
        if scene.follows(v, particle):
            return medium
    given = words("saying", "given") if verb.head in words("saying", "performing") else frozenset[str]()
    if any(singular(chunk.head) in given for chunk in scene.frames[v].slots.get("object", ())):
        return "other"
    if verb.head in words("saying", "showing") and _is_of_finding(scene, v):
        return "report"
    alone = patterns().statement_verbs.get(verb.head)
    return "other" if alone is None and (_speaks_in_document(scene, verb) or _acts_in_document(scene, v)) else alone


def _is_of_finding(scene: Scene, v: int) -> bool:
    """`CSIS analysis of satellite imagery shows`: what a study of somebody's tells."""
    subjects = scene.frames[v].slots.get("subject", [])
    return any(singular(chunk.head) in words("saying", "findings") for chunk in subjects[:1])


@cache
def _particles() -> Mapping[str, Sequence[tuple[str, str]]]:
    """Lemma → the particles with which it says something, each with its medium: `point` → `out`."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entry, medium in patterns().statement_verbs.items():
        lemma, _, particle = entry.partition(" ")
        if particle:
            found.setdefault(lemma, []).append((particle, medium))
    return found


def _speaks_in_document(scene: Scene, verb: Chunk) -> bool:
    """`In the message X extended congratulations`: verbs that say something only in a letter or speech."""
    if verb.head not in patterns().within or verb.form not in FINITE:
        return False
    documents = tables("saying")["media"].keys() - words("saying", "occasions")
    return any(
        before.head == "in" and singular(chunk.head) in documents
        for before, chunk in zip(scene.chunks, scene.chunks[1:], strict=False)
    )


def _acts_in_document(scene: Scene, v: int) -> bool:
    """`X protested in a commentary`, `X in an article introduced`: whatever is done in a text of one's own is said."""
    verb = scene.chunks[v]
    if verb.form not in FINITE or verb.is_passive or verb.head in words("saying", "unsaid"):
        return False
    speeches = words("saying", "speeches")
    return any(
        (names_document(chunk) or singular(chunk.head) in speeches)
        and abs(k - v) < _NEARBY
        and not _parted(scene, min(k, v) + 1, max(k, v))
        for k, chunk in enumerate(scene.chunks)
        if k and scene.chunks[k - 1].head in words("saying", "during")
    )


def names_document(chunk: Chunk) -> bool:
    """Whether a phrase names a text or an interview: no "conference" but one of the press."""
    head = singular(chunk.head)
    if head in words("saying", "met_with_press"):
        return not words("saying", "of_press").isdisjoint(chunk.modifiers)
    return head in patterns().documents


def _parted(scene: Scene, first: int, last: int) -> bool:
    """Whether another clause begins between two chunks."""
    bounds = (Kind.RELATIVE, Kind.SUBORDINATOR, Kind.STOP)
    return any(chunk.kind in bounds or is_finite(chunk) for chunk in scene.chunks[first:last])


def makes_speech(scene: Scene, v: int) -> bool:
    """`made a speech`, `delivered an address`, `gave a lecture`."""
    if scene.chunks[v].head not in words("saying", "performing"):
        return False
    objects = scene.frames[v].slots.get("object", [])
    return any(singular(chunk.head) in words("saying", "speeches") for chunk in objects)


def is_told(verb: Chunk, is_speech: bool) -> bool:
    """Whether a verb of saying tells that it was said: no negation or condition, and no participle of a mere verb."""
    if verb.is_negated or verb.is_conditional or verb.is_planned or verb.form == "infinitive":
        return False
    return is_speech or not (verb.is_passive or verb.form == "ing")


def does_otherwise(scene: Scene, v: int, medium: str) -> bool:
    """Whether the verb at `v` tells something else: `concluded a treaty`, `carried goods`, `as proposed by X`."""
    verb, objects = scene.chunks[v], scene.frames[v].slots.get("object", ())
    heads = {singular(chunk.head) for chunk in objects}
    if medium == "commentary" and heads.isdisjoint(words("saying", "printed")):
        return bool(objects)
    if verb.head in words("saying", "without_object") and any(chunk.kind in _CONCLUDED for chunk in objects):
        return True
    if verb.head == "declare" and "guilty" in scene.sentence.words[verb.last : verb.last + _VERDICT]:
        return True
    after = scene.chunks[v + 1] if v + 1 < len(scene.chunks) else None
    is_agent_after = after is not None and after.head == "by" and verb.form in ("past", "participle")
    return is_agent_after and verb.head not in words("saying", "told_by")


def subjects_of(scene: Scene, v: int) -> list[Chunk]:
    """Who the verb at `v` reports as speaking: the noun after it, somebody quoted, or its subject."""
    if (after := _after_verb(scene, v)) is not None:
        return [after]
    subjects = nominals(scene.frames[v].slots.get("subject", []))
    return _quoted(scene, v) or [_with_seat(scene, subject) for subject in subjects]


def _with_seat(scene: Scene, subject: Chunk) -> Chunk:
    """`Steppe Trading Ltd., Ulan Bator, Mongolia said`: the body that begins the sentence, not where it sits."""
    k = scene.position_of(subject)
    if k is None or subject.kind not in (Kind.COUNTRY, Kind.PLACE):
        return subject
    while k > 1 and scene.chunks[k].kind in (Kind.COUNTRY, Kind.PLACE) and scene.chunks[k - 1].kind == Kind.COMMA:
        k -= 2
    return scene.chunks[0] if k == 0 and scene.chunks[0].kind == Kind.GROUP else subject


def _after_verb(scene: Scene, v: int) -> Chunk | None:
    """`..., said President X`: the speaker after the verb."""
    if v + 1 >= len(scene.chunks) or scene.chunks[v].head not in words("saying", "inverting"):
        return None
    if v and scene.chunks[v - 1].kind not in (Kind.COMMA, Kind.QUOTE):
        return None
    after = scene.chunks[v + 1]
    beyond = next((chunk for chunk in scene.chunks[v + 2 :] if chunk.kind != Kind.ADVERB), None)
    if scene.chunks[v - 1].kind == Kind.QUOTE and beyond is not None and is_finite(beyond):
        return None  # `an article titled "..." said X visited Y`
    is_text = after.kind == Kind.NOUN and singular(after.head) in words("saying", "documents")
    return after if after.kind in _SPEAKING or is_text else None


def _quoted(scene: Scene, v: int) -> list[Chunk]:
    """`TASS quoted X as saying`: X said it."""
    verb = scene.chunks[v]
    if verb.head not in words("saying", "quoting") or verb.is_passive:
        return []
    has_as = any(chunk.head == "as" for chunk in scene.chunks[v + 1 : v + 4])
    has_saying = any(chunk.head in words("saying", "quoted_words") for chunk in scene.chunks[v + 1 : v + 6])
    return nominals(scene.frames[v].slots.get("object", [])) if has_as and has_saying else []

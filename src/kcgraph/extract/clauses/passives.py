"""Verbs whose grammatical subject is what was done: bare participles, and participles that open the sentence."""

from collections.abc import Sequence

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.clauses.following import read_after_verb
from kcgraph.extract.clauses.frame import Frame
from kcgraph.extract.lexicon import lexicon

_FRONT = 12
_OPENING = 3
_BEFORE_FRONTED = (Kind.ADVERB, Kind.TIME, Kind.PREPOSITION, Kind.COMMA)
_CLAUSE_BOUNDS = (Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR)
# What may come right after a participle, and what stands before a verb that is none.
_AFTER_PARTICIPLE = (Kind.PREPOSITION, Kind.TIME, Kind.ADVERB, Kind.COMMA, Kind.STOP)
_BEFORE_PREDICATE = (Kind.CONJUNCTION, Kind.RELATIVE, Kind.ADVERB, Kind.TIME, Kind.PRONOUN, Kind.PERSON, Kind.COUNTRY)


# ---- bare participles


def is_participle(chunks: Sequence[Chunk], v: int, frame: Frame) -> bool:
    """Whether a bare -ed form is a passive participle: "by" follows, or nothing that could be its object."""
    verb = chunks[v]
    if verb.head in lexicon().words["intransitive"]:
        return False
    if verb.form != "past" or verb.is_passive:
        return verb.form == "participle"
    if frame.slots.get("object"):
        return False
    if any(chunk.kind in AGENTS for chunk in frame.slots.get("by", [])):
        return True
    if _is_joined_to_passive(chunks, v):
        return True
    return misses_object(chunks, v) or _is_verb_of_subject(chunks, v, _next_verb(chunks, v))


def _is_joined_to_passive(chunks: Sequence[Chunk], v: int) -> bool:
    """`the sanctions were eased or lifted`: a participle joined to a passive, of a verb that always has an object."""
    if chunks[v].head not in lexicon().words["transitive"]:
        return False
    if v + 1 < len(chunks) and chunks[v + 1].kind not in _AFTER_PARTICIPLE:
        return False
    k = v - 1
    while k >= 0 and chunks[k].kind in (Kind.CONJUNCTION, Kind.COMMA, Kind.ADVERB):
        k -= 1
    return 0 <= k < v - 1 and chunks[k].is_passive and chunks[k].form == "finite" and not _object_comes_late(chunks, v)


def misses_object(chunks: Sequence[Chunk], v: int) -> bool:
    """Whether a bare -ed form lacks the object that its verb always has: `the agreement signed in June`."""
    if chunks[v].form != "past" or chunks[v].is_passive or chunks[v].head not in lexicon().words["transitive"]:
        return False
    if v + 1 < len(chunks) and chunks[v + 1].kind not in _AFTER_PARTICIPLE:
        return False
    return not (v and chunks[v - 1].kind in _BEFORE_PREDICATE) and not _object_comes_late(chunks, v)


def _object_comes_late(chunks: Sequence[Chunk], v: int) -> bool:
    """`sent to X on Monday a message`: an object after phrases and times."""
    k = v + 1
    while k < len(chunks) and chunks[k].kind in (Kind.ADVERB, Kind.TIME, Kind.PREPOSITION):
        k += 2 if chunks[k].kind == Kind.PREPOSITION else 1
    return k < len(chunks) and chunks[k].is_nominal and bool(chunks[k].determiner or chunks[k].is_plural)


def _next_verb(chunks: Sequence[Chunk], v: int) -> int | None:
    """The next verb after `v` in the same clause."""
    for k in range(v + 1, len(chunks)):
        if chunks[k].kind == Kind.VERB:
            return k
        if chunks[k].kind in _CLAUSE_BOUNDS:
            return None
    return None


def _is_verb_of_subject(chunks: Sequence[Chunk], v: int, later: int | None) -> bool:
    """Whether the noun before `v` is the subject of the verb at `later`: `the letter sent to X says`."""
    if later is None or chunks[later].form not in ("finite", "past"):
        return False
    if later + 1 < len(chunks) and chunks[later + 1].head == "by" and not chunks[later].is_passive:
        return False
    between = chunks[v + 1 : later]
    if any(chunk.kind in (Kind.CONJUNCTION, Kind.QUOTE) for chunk in between[-1:]):
        return False
    if len(between) > 1 and between[-1].is_nominal and between[-2].kind == Kind.COMMA:
        return False
    return not any(_is_bare(between, k) for k in range(len(between)))


def _is_bare(between: Sequence[Chunk], k: int) -> bool:
    """Whether a noun stands there without a preposition or a list before it, so that it could be an object."""
    linked = k and between[k - 1].kind in (Kind.PREPOSITION, Kind.CONJUNCTION, Kind.COMMA)
    return between[k].is_nominal and not linked


# ---- participles at the front


def fronted_frame(chunks: Sequence[Chunk], v: int) -> Frame | None:
    """The frame of a participle before its subject: `Laid before the statue on May 1 were floral baskets`,
    `Arriving here on May 1 was X`.

    Its place and time stand between participle and "be", what is done after "be". None when it is no such sentence.
    """
    be = _fronting_be(chunks, v)
    if be is None:
        return None
    frame = Frame(first=v, last=v, anchor=v)
    read_after_verb(chunks, v + 1, frame)
    frame.slots.pop("object", None)
    after = Frame(first=be, last=be, anchor=be)
    read_after_verb(chunks, be + 1, after)
    subject = "object" if chunks[v].form == "ing" else "by"
    for slot, filled in after.slots.items():
        frame.add("subject" if slot == subject else slot, filled)
    frame.times += after.times
    frame.last = after.last
    return frame


def _opens_sentence(chunks: Sequence[Chunk], v: int) -> bool:
    """Whether at most a word, or an adverb and a time, stands before the verb: `Also laid`, `On the same day laid`."""
    return v < 2 or (v <= _OPENING and all(chunk.kind in _BEFORE_FRONTED for chunk in chunks[:v]))


def _fronting_be(chunks: Sequence[Chunk], v: int) -> int | None:
    """The index of the "be" that the subject of a participle at the front of a sentence follows."""
    if chunks[v].form not in ("past", "participle", "ing") or not _opens_sentence(chunks, v):
        return None
    is_also = v > 0 and chunks[v - 1].kind == Kind.ADVERB
    for j in range(v + 1, min(v + _FRONT, len(chunks))):
        if chunks[j].kind == Kind.VERB:
            subject_follows = j + 1 < len(chunks) and chunks[j + 1].is_nominal
            phrase_between = is_also or chunks[v + 1].kind in (Kind.PREPOSITION, Kind.ADVERB, Kind.TIME)
            return j if chunks[j].head == "be" and subject_follows and phrase_between else None
        if chunks[j].kind in (*_CLAUSE_BOUNDS, Kind.QUOTE):
            return None
    return None

"""Times and phrases of a verb that do not stand right after it: before the verb, or after the last comma."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.frame import Frame
from kcgraph.extract.wordlists import words

_CLAUSE_BOUNDS = (Kind.VERB, Kind.STOP, Kind.SUBORDINATOR, Kind.RELATIVE)
# A phrase after one of these belongs to the clause; after a noun or a participle it belongs to that.
_BEFORE_ADJUNCTS = (
    Kind.COMMA,
    Kind.TIME,
    Kind.ADVERB,
    Kind.PERSON,
    Kind.OFFICE,
    Kind.PRONOUN,
    Kind.SUBORDINATOR,
    Kind.QUOTE,
)

# Before a bare time that closes the sentence.
_BEFORE_CLOSING_TIMES = (Kind.COMMA, Kind.PERSON, Kind.OFFICE, Kind.PLACE, Kind.GROUP, Kind.PRONOUN)


def read_before_verb(chunks: Sequence[Chunk], v: int, frame: Frame) -> None:
    """Read times and phrases before a verb: `Kim on March 21 met ...`, `In April 2019, Kim had ...`."""
    k = v - 1
    while k >= 0 and chunks[k].kind not in _CLAUSE_BOUNDS:
        here = chunks[k]
        if here.kind == Kind.TIME:
            frame.times.insert(0, (_preposition_of(chunks, k), here))
        elif here.kind == Kind.ADVERB:
            frame.notice(here)
        elif k + 1 < v and _is_adjunct(chunks, k):
            frame.slots.setdefault("left " + here.head, []).append(chunks[k + 1])
        k -= 1


def _is_adjunct(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether a phrase of the clause, and not of a noun or participle before it, begins at `k`."""
    here = chunks[k]
    if here.kind != Kind.PREPOSITION or here.head not in words("clauses", "before_verbs"):
        return False
    return chunks[k + 1].is_nominal and (k == 0 or chunks[k - 1].kind in _BEFORE_ADJUNCTS)


def _preposition_of(chunks: Sequence[Chunk], k: int) -> str:
    """The preposition right before the time at `k`."""
    return chunks[k - 1].head if k and chunks[k - 1].kind == Kind.PREPOSITION else ""


def read_closing_time(chunks: Sequence[Chunk], frame: Frame) -> None:
    """Read `..., who is on a visit to Laos, on Tuesday.`: a time after the last comma belongs to the main verb.

    So does a bare one after somebody named: `met a delegation led by X Tuesday.`
    """
    end = len(chunks)
    while end and chunks[end - 1].kind in (Kind.STOP, Kind.QUOTE):
        end -= 1
    if end < 3 or chunks[end - 1].kind != Kind.TIME or end - 1 <= frame.last:
        return
    in_phrase = chunks[end - 2].kind == Kind.PREPOSITION
    is_closing = (
        chunks[_before_phrases(chunks, end - 2)].kind == Kind.COMMA
        if in_phrase
        else chunks[end - 2].kind in _BEFORE_CLOSING_TIMES
    )
    if is_closing and not any(map(_opens_clause, chunks[frame.last + 1 : end])):
        frame.times.append((_preposition_of(chunks, end - 1), chunks[end - 1]))


def _before_phrases(chunks: Sequence[Chunk], k: int) -> int:
    """The index before the phrases that end with the preposition at `k`: `, in Rome on his birthday on` the comma."""
    while k >= 3 and chunks[k - 1].is_nominal and chunks[k - 2].head in words("clauses", "before_verbs"):
        k -= 2
    return k - 1


def _opens_clause(chunk: Chunk) -> bool:
    """Whether a chunk shows one more clause, to which the time would belong: `that`, `will meet`, but not `is`."""
    if chunk.kind == Kind.SUBORDINATOR:
        return True
    return chunk.kind == Kind.VERB and chunk.form == "finite" and chunk.head != "be"

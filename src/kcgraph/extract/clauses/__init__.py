"""The grammar around a verb or an event noun: subject, objects, prepositional phrases, times.

`Clauses` is the way in. Below it, `subjects` walks left from a verb (over `relatives`), `doers` knows whose act a plan
or a "for" phrase tells, `following` reads on to its right, `adjuncts` finds the times and phrases that stand elsewhere,
`passives` tells participles from past tenses, and `lists` knows where coordinations begin and end.
"""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.adjuncts import read_before_verb, read_closing_time
from kcgraph.extract.clauses.following import read_after_noun, read_after_verb
from kcgraph.extract.clauses.frame import Frame
from kcgraph.extract.clauses.lists import FINITE, is_finite, list_end, nominals
from kcgraph.extract.clauses.passives import fronted_frame, is_participle
from kcgraph.extract.clauses.subjects import Subjects
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.wordlists import words

# A conjunction, the second verb and the object of both.
_PAIR = 3

__all__ = ["Clauses", "Frame"]


class Clauses:
    """Finds the frames in one sentence of chunks."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self._subjects = Subjects(chunks)

    def subject(self, v: int) -> list[Chunk]:
        """The subject of the verb at `v`, with what is coordinated to it."""
        return self._subjects.of(v)

    def previous_subject(self, k: int) -> list[Chunk]:
        """The subject of the nearest finite verb before chunk `k`."""
        return self._subjects.before(k)

    def list_end(self, k: int) -> int:
        """The index after the coordination that begins at `k`: `A`, `A and B`, `A, B and C`."""
        return list_end(self.chunks, k)

    def verb(self, v: int) -> Frame:
        """The frame of the verb at chunk `v`.

        A passive verb's grammatical subject stands in `object`, its "by" in `subject`.
        """
        if (fronted := fronted_frame(self.chunks, v)) is not None:
            return fronted
        frame = Frame(first=v, last=v, anchor=v)
        verb, subject = self.chunks[v], self.subject(v)
        read_after_verb(self.chunks, self._shared_object(v) or v + 1, frame)
        if verb.head == "take" and not subject:
            subject = self._what_took_place(frame)
        self._seat(v, subject, frame)
        frame.first = self._beginning(v, subject)
        self._date(v, frame)
        return frame

    def _shared_object(self, v: int) -> int:
        """`developed and introduced a program`: where the object of both verbs begins; 0 when they share none."""
        if v + _PAIR >= len(self.chunks) or self.chunks[v + 1].kind != Kind.CONJUNCTION:
            return 0
        verb, other = self.chunks[v], self.chunks[v + 2]
        if other.kind != Kind.VERB:
            return 0
        is_shared = verb.form == other.form == "past" and not verb.is_passive and not other.is_passive
        return v + 3 if is_shared and verb.head in lexicon().words["transitive"] else 0

    def _what_took_place(self, frame: Frame) -> list[Chunk]:
        """`There took place a ceremony at ...`: what took place."""
        objects = frame.slots.get("object", [])
        at = frame.last + 1
        if not objects or objects[0].head != "place" or at >= len(self.chunks) or not self.chunks[at].is_nominal:
            return []
        end = self.list_end(at)
        read_after_verb(self.chunks, end, frame)
        return nominals(self.chunks[at:end])

    def _seat(self, v: int, subject: list[Chunk], frame: Frame) -> None:
        """Put the grammatical subject where it belongs: into `object` when the verb is passive."""
        if not (self.chunks[v].is_passive or is_participle(self.chunks, v, frame)):
            frame.add("subject", subject)
            return
        agent = frame.slots.pop("by", [])
        objects = frame.slots.pop("object", [])
        frame.add("object", subject)
        if objects:
            frame.add("object2", objects)
        frame.add("subject", agent)

    def _beginning(self, v: int, subject: list[Chunk]) -> int:
        """The chunk that the clause of the verb at `v` begins with: its subject when that stands before it."""
        if not subject:
            return v
        return next((k for k in range(v, -1, -1) if self.chunks[k] is subject[0]), v)

    def _date(self, v: int, frame: Frame) -> None:
        """Read the times and phrases before the verb; without any, the closing one or that of a verb joined to it."""
        verb = self.chunks[v]
        if verb.form != "infinitive" and not self._is_background(v):
            read_before_verb(self.chunks, v, frame)
        if not frame.times and verb.form in FINITE:
            read_closing_time(self.chunks, frame)
        if not frame.times and (joined := self._verb_joined_to(v)) is not None:
            read_before_verb(self.chunks, joined, frame)

    def _is_background(self, v: int) -> bool:
        """`returned on Monday after attending X`: what comes before is of the main verb alone."""
        before = self.chunks[v - 1]
        return v > 0 and before.kind == Kind.PREPOSITION and before.head in words("clauses", "dating_by")

    def _verb_joined_to(self, v: int) -> int | None:
        """The verb that the one at `v` shares a subject with: `On Monday Kim met X and thanked Y`."""
        if v < 2 or self.chunks[v - 1].kind != Kind.CONJUNCTION or self.chunks[v].form not in FINITE:
            return None
        for k in range(v - 2, -1, -1):
            if self.chunks[k].kind in (Kind.STOP, Kind.SUBORDINATOR, Kind.RELATIVE, Kind.QUOTE):
                return None
            if is_finite(self.chunks[k]):
                return k
        return None

    def noun(self, k: int) -> Frame:
        """The frame of the event noun at `k`: its owner in `possessor`, its phrases by preposition, times beside it."""
        frame = Frame(first=k, last=k, anchor=k)
        noun = self.chunks[k]
        if noun.possessor is not None:
            frame.add("possessor", [noun.possessor])
        read_after_noun(self.chunks, k, frame)
        if noun.time is not None and noun.time.date is not None and not _is_named_by_date(noun, noun.time.date.edtf):
            frame.times.append(("", Chunk(Kind.TIME, noun.first, noun.last, time=noun.time)))
        return frame


def _is_named_by_date(noun: Chunk, edtf: str) -> bool:
    """Whether a date is part of a name and does not tell when: `2012 London Olympics`, `28th April Spring Festival`.

    Of `June uprising` and `2024 design contest` it is part as well.
    """
    if noun.head in words("clauses", "named_by_dates"):
        return True
    if edtf.isdigit():
        return noun.name[:1].isupper() or noun.head in words("clauses", "named_by_year")
    ordinal, *rest = noun.name.split()
    return ordinal[:1].isdigit() and ordinal[-1].isalpha() and len(rest) > 2 and rest[-1][0].isupper()

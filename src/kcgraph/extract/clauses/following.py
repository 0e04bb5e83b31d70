"""What follows a verb or an event noun: its object, prepositional phrases and times."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses.frame import Frame
from kcgraph.extract.clauses.lists import FINITE, LISTED, list_end, nominals, title_end
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.wordlists import words

_TRAILING = (Kind.COMMA, Kind.CONJUNCTION, Kind.STOP)


def read_after_verb(chunks: Sequence[Chunk], k: int, frame: Frame) -> None:
    """Read objects, phrases, adverbs and times into the frame, from chunk `k` to where the clause ends."""
    k = _Rightward(chunks, frame).read(k)
    frame.last = max(frame.last, k - 1)
    while frame.last > frame.first and chunks[frame.last].kind in _TRAILING:
        frame.last -= 1


class _Rightward:
    """Reads on to the right of a verb; `is_open` as long as its object may still come."""

    def __init__(self, chunks: Sequence[Chunk], frame: Frame) -> None:
        self.chunks = chunks
        self.frame = frame
        self.is_open = True

    def read(self, k: int) -> int:
        """The index of the first chunk from `k` on that belongs to another clause."""
        while k < len(self.chunks) and (after := self._step(k)) > k:
            k = after
        return k

    def _step(self, k: int) -> int:
        """Read the chunk at `k`; the index after what was read, or `k` when the clause ends before it."""
        here = self.chunks[k]
        if here.kind == Kind.ADVERB:
            self.frame.notice(here)
            return k + 1
        if here.kind == Kind.TIME:
            if self.chunks[k - 1].head not in words("clauses", "dated_by_themselves"):
                self.frame.times.append(("", here))
            return k + 1
        if here.kind == Kind.PREPOSITION and self._is_particle(k):
            return k + 1
        if here.kind == Kind.PREPOSITION:
            self.is_open = False
            return read_phrase(self.chunks, k, self.frame)
        if here.kind == Kind.QUOTE:
            return self._title(k)
        if here.is_nominal:
            if not here.head and k + 1 < len(self.chunks) and self.chunks[k + 1].kind == Kind.QUOTE:
                return k + 1  # only the article of a quoted title
            return self._object(k) if self.is_open or self._is_late_object(k) else k
        return k + 1 if self._is_link(k) else k

    def _is_particle(self, k: int) -> bool:
        """`handed over the gift`: the preposition right after the verb belongs to it and its object follows."""
        verb = self.chunks[k - 1]
        if verb.kind != Kind.VERB or f"{verb.head} {self.chunks[k].head}" not in words("clauses", "with_particles"):
            return False
        return k + 1 < len(self.chunks) and self.chunks[k + 1].is_nominal

    def _object(self, k: int) -> int:
        """`met X`, `gave X the flowers`: after one person or body alone a second object may follow."""
        end = list_end(self.chunks, k)
        self.frame.add("object", nominals(self.chunks[k:end]))
        objects = self.frame.slots["object"]
        a_second_follows = end < len(self.chunks) and self.chunks[end].is_nominal
        self.is_open = len(objects) == 1 and a_second_follows and objects[0].kind in LISTED
        return end

    def _is_late_object(self, k: int) -> bool:
        """`posted on its homepage an article`: what always has an object may have it after a phrase."""
        verb = self.chunks[self.frame.anchor]
        if (
            self.frame.slots.get("object")
            or self.frame.slots.get("by")
            or verb.head not in lexicon().words["transitive"]
        ):
            return False
        opened = self.chunks[k].determiner or self.chunks[k].is_plural or self.chunks[k].head.endswith("s")
        is_after_time = self.chunks[k - 1].kind == Kind.TIME  # "when receiving on Monday credentials"
        return bool(opened) and (verb.form in FINITE or is_after_time) and not verb.is_passive

    def _title(self, k: int) -> int:
        """A short quoted title is an object like any other."""
        closing = title_end(self.chunks, k)
        if not closing:
            return k
        if self.is_open and not self.frame.slots.get("object"):
            self.frame.add("object", nominals(self.chunks[k:closing])[-1:])
            self.is_open = False
        return closing + 1

    def _is_link(self, k: int) -> bool:
        """Whether a comma or conjunction leads on to one more phrase or time: `met X, in Moscow`, `and on Monday`."""
        if k + 1 >= len(self.chunks):
            return False
        link, after = self.chunks[k].kind, self.chunks[k + 1].kind
        if after in (Kind.PREPOSITION, Kind.TIME):
            return link in (Kind.COMMA, Kind.CONJUNCTION)
        return link == Kind.COMMA and after == Kind.ADVERB


def read_phrase(chunks: Sequence[Chunk], k: int, frame: Frame) -> int:
    """Read the prepositional phrase at `k` into the frame; the index after it."""
    preposition = chunks[k].head
    if preposition == "of" and k - 1 > frame.anchor:
        preposition = "of something else"
    j = k + 1
    while j < len(chunks) and chunks[j].kind == Kind.ADVERB:
        j += 1
    if j >= len(chunks):
        return j
    here = chunks[j]
    if here.kind == Kind.TIME:
        frame.times.append((preposition, here))
        return j + 1
    if here.is_nominal:
        end = list_end(chunks, j)
        frame.add(preposition, nominals(chunks[j:end]))
        return end
    if here.kind == Kind.VERB and here.form == "ing" and not here.is_passive:
        after = j + 1
        return list_end(chunks, after) if after < len(chunks) and chunks[after].is_nominal else after
    return j


def read_after_noun(chunks: Sequence[Chunk], k: int, frame: Frame) -> None:
    """Read the phrases and times right after the event noun at `k`: `talks with X in Moscow on Monday`.

    In `a launch after two failures in May` the time is that of the failures.
    """
    j, own_times = k + 1, None
    while j < len(chunks):
        here = chunks[j]
        if here.kind == Kind.PREPOSITION:
            if own_times is None and here.head in words("clauses", "telling_order") and _is_phrase(chunks, j):
                own_times = len(frame.times)
            after = read_phrase(chunks, j, frame)
            if after == j + 1:
                break
            j = after
        elif here.kind == Kind.TIME:
            frame.times.append(("", here))
            j += 1
        elif _lists_times(chunks, j):
            j += 1
        elif here.kind == Kind.ADVERB and here.head in words("clauses", "beside_nouns"):
            frame.notice(here)
            j += 1
        else:
            break
    if own_times is not None:
        del frame.times[own_times:]
    frame.last = j - 1


def _is_phrase(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether a noun phrase follows the preposition at `k`."""
    return k + 1 < len(chunks) and chunks[k + 1].is_nominal


def _lists_times(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the conjunction at `k` joins two times: `in May and August`."""
    return chunks[k].kind == Kind.CONJUNCTION and all(
        0 <= j < len(chunks) and chunks[j].kind == Kind.TIME for j in (k - 1, k + 1)
    )

"""The grammar around a verb or an event noun: subject, objects, prepositional phrases, times."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.lexicon import lexicon

_LISTED = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.COUNTRY, Kind.UNKNOWN, Kind.PRONOUN})
_OBJECT_CONTROL = frozenset(
    {
        "invite",
        "ask",
        "urge",
        "request",
        "order",
        "allow",
        "send",
        "dispatch",
        "help",
        "enable",
        "force",
        "call",
        "want",
        "expect",
    }
)

_BLAMING = frozenset(
    {
        "praise",
        "thank",
        "commend",
        "hail",
        "blame",
        "accuse",
        "criticize",
        "punish",
        "sanction",
        "arrest",
        "laud",
        "condemn",
        "denounce",
        "congratulate",
        "honor",
    }
)


@dataclass(slots=True)
class Frame:
    """What stands around a verb or event noun: `slots` maps `subject`, `object` and each preposition to the chunks
    there.

    `times` holds the times of the clause in order with the preposition before each; `first` and `last` are chunk
    indexes of the whole.
    """

    slots: dict[str, list[Chunk]] = field(default_factory=dict)
    times: list[tuple[str, Chunk]] = field(default_factory=list)
    first: int = 0
    last: int = 0
    is_here: bool = False
    anchor: int = -1

    def add(self, slot: str, chunks: list[Chunk]) -> None:
        """Put chunks into a slot after those that are there."""
        self.slots.setdefault(slot, []).extend(chunks)


class Clauses:
    """Finds the frames in one sentence of chunks."""

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = chunks
        self._subjects: dict[int, list[Chunk]] = {}

    def verb(self, v: int) -> Frame:
        """The frame of the verb at chunk `v`. A passive verb's grammatical subject stands in `object`, its "by" in
        `subject`.
        """
        frame = Frame(first=v, last=v, anchor=v)
        verb = self.chunks[v]
        if verb.form in ("past", "participle") and v <= 1 and (be := self._fronted(v)):
            return self._fronted_frame(v, be, frame)
        subject = self.subject(v)
        self._right(v + 1, frame)
        if verb.head == "take" and not subject:
            subject = self._inverted(frame)
        passive = verb.is_passive or self.is_participle(v, frame)
        if passive:
            agent = frame.slots.pop("by", [])
            objects = frame.slots.pop("object", [])
            frame.add("object", subject)
            if objects:
                frame.add("object2", objects)
            frame.add("subject", agent)
        else:
            frame.add("subject", subject)
        if subject:
            position = next((k for k in range(v, -1, -1) if self.chunks[k] is subject[0]), v)
            frame.first = min(frame.first, position)
        if verb.form != "infinitive":
            self._left_adjuncts(v, frame)
        if not frame.times and verb.form in ("past", "finite", "s"):
            self._closing_time(frame)
        if (
            not frame.times
            and v >= 2
            and self.chunks[v - 1].kind == Kind.CONJUNCTION
            and self.chunks[v - 2].kind == Kind.VERB
        ):
            self._left_adjuncts(v - 2, frame)
        return frame

    def _inverted(self, frame: Frame) -> list[Chunk]:
        """`There took place a ceremony at ...`: what took place."""
        objects = frame.slots.get("object", [])
        at = frame.last + 1
        if not objects or objects[0].head != "place" or at >= len(self.chunks) or not self.chunks[at].is_nominal:
            return []
        end = self.list_end(at)
        self._right(end, frame)
        return [chunk for chunk in self.chunks[at:end] if chunk.is_nominal]

    def _fronted(self, v: int) -> int:
        """`Laid before the statue on May 1 were floral baskets`: the index of the "be" whose subject follows it, else
        0.
        """
        for j in range(v + 1, min(v + 12, len(self.chunks))):
            chunk = self.chunks[j]
            if chunk.kind == Kind.VERB:
                return (
                    j
                    if chunk.head == "be"
                    and j + 1 < len(self.chunks)
                    and self.chunks[j + 1].is_nominal
                    and self.chunks[v + 1].kind in (Kind.PREPOSITION, Kind.ADVERB, Kind.TIME)
                    else 0
                )
            if chunk.kind in (Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR, Kind.QUOTE):
                return 0
        return 0

    def _fronted_frame(self, v: int, be: int, frame: Frame) -> Frame:
        """The frame of a participle that stands before its subject: place and time between, what is done after "be"."""
        self._right(v + 1, frame)
        frame.slots.pop("object", None)
        after = Frame(first=be, last=be, anchor=be)
        self._right(be + 1, after)
        for slot, chunks in after.slots.items():
            frame.add("subject" if slot == "by" else slot, chunks)
        frame.times += after.times
        frame.last = after.last
        return frame

    def is_participle(self, v: int, frame: Frame) -> bool:
        """Whether a bare -ed form is a passive participle: "by" follows, or nothing that could be its object."""
        verb = self.chunks[v]
        if verb.head in lexicon().words["intransitive"]:
            return False
        if verb.form != "past" or verb.is_passive:
            return verb.form == "participle"
        if not frame.slots.get("object") and any(chunk.kind in AGENTS for chunk in frame.slots.get("by", [])):
            return True
        if frame.slots.get("object"):
            return False
        later = next(
            (
                chunk
                for chunk in self.chunks[v + 1 :]
                if chunk.kind in (Kind.VERB, Kind.RELATIVE, Kind.SUBORDINATOR, Kind.STOP)
            ),
            None,
        )
        return (
            later is not None
            and later.kind == Kind.VERB
            and later.form in ("finite", "past")
            and self._same_clause(v, later)
        )

    def _same_clause(self, v: int, later: Chunk) -> bool:
        between = self.chunks[v + 1 : next(k for k in range(v + 1, len(self.chunks)) if self.chunks[k] is later)]
        if any(chunk.kind in (Kind.CONJUNCTION, Kind.QUOTE, Kind.SUBORDINATOR) for chunk in between[-1:]):
            return False
        if len(between) > 1 and between[-1].is_nominal and between[-2].kind == Kind.COMMA:
            return False
        bare = [
            k
            for k, chunk in enumerate(between)
            if chunk.is_nominal and not (k and between[k - 1].kind in (Kind.PREPOSITION, Kind.CONJUNCTION, Kind.COMMA))
        ]
        return not bare

    # ---- subjects

    def subject(self, v: int) -> list[Chunk]:
        """The subject of the verb at `v`, with what is coordinated to it."""
        if v not in self._subjects:
            self._subjects[v] = []
            self._subjects[v] = self._find_subject(v)
        return self._subjects[v]

    def _find_subject(self, v: int) -> list[Chunk]:
        chunks, verb = self.chunks, self.chunks[v]
        k = v - 1
        if k < 0:
            return self._next_subject(v)
        if verb.form == "infinitive":
            return self._controller(v)
        if (before := self._before_relative(v)) is not None:
            k = before
        comma = False
        while k >= 0:
            here = chunks[k]
            if here.kind == Kind.QUOTE and (opening := self._title_start(k)):
                k = opening - 1
            elif here.kind == Kind.ADVERB or (here.kind == Kind.QUOTE and verb.form != "ing"):
                k -= 1
            elif here.kind == Kind.TIME:
                k -= 2 if k and chunks[k - 1].kind == Kind.PREPOSITION else 1
            elif here.kind == Kind.COMMA:
                if verb.form == "ing" and k == v - 1:
                    return self.previous_subject(k)
                comma = True
                k -= 1
            elif here.kind == Kind.CONJUNCTION:
                if k == v - 1 or chunks[k + 1].kind in (Kind.ADVERB, Kind.VERB):
                    return self.previous_subject(k)
                k -= 1
            elif here.kind == Kind.RELATIVE:
                return self._antecedent(k)
            elif here.kind == Kind.PREPOSITION:
                if k == v - 1:
                    return self._thanked(k) or self.previous_subject(k) or self._next_subject(v)
                k -= 1
            elif here.kind == Kind.VERB:
                if (
                    here.form == "infinitive"
                    or here.form in ("ing", "participle")
                    or (here.form == "past" and self._reduced(k))
                ):
                    k -= 1
                    continue
                return self.subject(k) if not comma or verb.form != "finite" else self.subject(k)
            elif here.is_nominal:
                start = self._list_start(k)
                opens = (
                    start
                    and chunks[start - 1].kind == Kind.PREPOSITION
                    and chunks[start - 1].head in ("after", "before", "since", "until", "as", "like")
                )
                if (
                    opens
                    and verb.form in ("finite", "past", "s", "base")
                    and not any(chunk.kind == Kind.COMMA for chunk in chunks[k:v])
                ):
                    return [chunk for chunk in chunks[start : k + 1] if chunk.is_nominal]
                if comma and start and chunks[start - 1].kind == Kind.VERB and verb.form != "ing":
                    # `who is heading the delegation, paid ...`: the object of an inner clause is not the subject.
                    k = start - 1
                    continue
                if start and chunks[start - 1].kind == Kind.PREPOSITION:
                    if (
                        k == v - 1
                        and verb.form in ("past", "participle")
                        and not verb.is_passive
                        and (whole := self._of_chain(start)) is not None
                        and self._is_by(v)
                    ):
                        return [whole]
                    if (
                        verb.form in ("ing", "past", "participle")
                        and k == v - 1
                        and here.kind in _LISTED
                        and verb.form != "past"
                    ):
                        return [here]
                    k = start - 2
                    continue
                return [chunk for chunk in chunks[start : k + 1] if chunk.is_nominal]
            else:
                return self._next_subject(v) if verb.form == "ing" else []
        return self._next_subject(v) if verb.form in ("ing", "participle") or (verb.form == "past" and v <= 1) else []

    def _is_by(self, v: int) -> bool:
        return v + 1 < len(self.chunks) and self.chunks[v + 1].head == "by"

    def _of_chain(self, start: int) -> Chunk | None:
        """The noun that a chain of "of" phrases ends at: `a message of sympathy` sent by A."""
        while start >= 2 and self.chunks[start - 1].head == "of" and self.chunks[start - 2].is_nominal:
            start -= 2
            if not (start and self.chunks[start - 1].head == "of"):
                return self.chunks[start]
        return None

    def _before_relative(self, v: int) -> int | None:
        """`X, who came to open the fair for Y, arrived`: where the subject ends, before the clause that the comma
        closes.
        """
        k = v - 1
        while (
            k > 0
            and self.chunks[k].kind in (Kind.ADVERB, Kind.TIME, Kind.PREPOSITION)
            and not (self.chunks[k].kind == Kind.PREPOSITION and self.chunks[k + 1].kind != Kind.TIME)
        ):
            k -= 1
        if k <= 0 or self.chunks[k].kind != Kind.COMMA or self.chunks[v].form not in ("past", "finite", "s"):
            return None
        for j in range(k - 1, 0, -1):
            if self.chunks[j].kind in (Kind.STOP, Kind.SUBORDINATOR, Kind.QUOTE):
                return None
            if self.chunks[j].kind == Kind.RELATIVE and self.chunks[j].head in ("who", "which"):
                return j - 2 if self.chunks[j - 1].kind == Kind.COMMA else j - 1
        return None

    def _thanked(self, k: int) -> list[Chunk]:
        """`praised the troops for fighting`: the object of praise or blame does what stands after "for"."""
        if self.chunks[k].head != "for":
            return []
        if (
            k >= 2
            and self.chunks[k - 1].is_nominal
            and self.chunks[k - 2].head == "to"
            and any(chunk.head in ("thanks", "gratitude") for chunk in self.chunks[max(0, k - 5) : k])
        ):
            return [self.chunks[k - 1]]
        for j in range(k - 1, -1, -1):
            if self.chunks[j].kind == Kind.VERB:
                blamed = self.chunks[j].head in _BLAMING and j + 1 < k and self.chunks[j + 1].is_nominal
                return (
                    [chunk for chunk in self.chunks[j + 1 : min(self.list_end(j + 1), k)] if chunk.is_nominal]
                    if blamed
                    else []
                )
        return []

    def _reduced(self, k: int) -> bool:
        """A bare -ed verb with nothing that can be its object right after it may be a reduced relative clause."""
        following = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        return following is not None and following.kind == Kind.PREPOSITION

    def _list_start(self, k: int) -> int:
        """The first chunk of the coordination that ends at `k`."""
        chunks, last = self.chunks, k
        while k >= 2:
            link = chunks[k - 1].kind
            if link == Kind.CONJUNCTION and k >= 3 and chunks[k - 2].kind == Kind.COMMA and chunks[k - 3].is_nominal:
                k -= 3
            elif (link == Kind.CONJUNCTION and chunks[k - 2].is_nominal) or (
                link == Kind.COMMA
                and k < last
                and chunks[k - 2].kind in _LISTED
                and chunks[k].kind in _LISTED
                and chunks[k - 2].kind == chunks[k].kind
            ):
                k -= 2
            else:
                break
        return k

    def _antecedent(self, k: int) -> list[Chunk]:
        """What a relative pronoun at `k` stands for: the nearest mention before it."""
        j = k - 1
        while j >= 0 and self.chunks[j].kind in (Kind.COMMA, Kind.PREPOSITION):
            j -= 1
        if j < 0 or not self.chunks[j].is_nominal:
            return []
        start = self._list_start(j)
        return [chunk for chunk in self.chunks[start : j + 1] if chunk.is_nominal]

    def previous_subject(self, k: int) -> list[Chunk]:
        """The subject of the nearest finite verb before chunk `k`."""
        for j in range(k - 1, -1, -1):
            chunk = self.chunks[j]
            if chunk.kind == Kind.VERB and chunk.form in ("finite", "past", "s", "base"):
                found = self.subject(j)
                if found:
                    return found
            if chunk.kind == Kind.STOP:
                break
        return []

    def _next_subject(self, v: int) -> list[Chunk]:
        """The subject of the main clause after an opening participle ("Visiting ..., he said")."""
        for j in range(v + 1, len(self.chunks)):
            chunk = self.chunks[j]
            if chunk.kind == Kind.VERB and chunk.form in ("finite", "past") and j > v + 1:
                before = self.chunks[j - 1]
                if before.kind in _LISTED and not (j >= 2 and self.chunks[j - 2].kind == Kind.PREPOSITION):
                    return self.subject(j)
        return []

    def _controller(self, v: int) -> list[Chunk]:
        """Whose act an infinitive is: the governing verb's subject, or its object after "invited X to"."""
        j = v - 1
        between: list[Chunk] = []
        while j >= 0 and self.chunks[j].kind not in (Kind.VERB, Kind.STOP):
            if self.chunks[j].is_nominal and not (j and self.chunks[j - 1].kind == Kind.PREPOSITION):
                between.append(self.chunks[j])
            j -= 1
        if j < 0 or self.chunks[j].kind != Kind.VERB:
            return between[-1:] if between and between[-1].kind in _LISTED else []
        if self.chunks[j].head in _OBJECT_CONTROL and between and not self.chunks[j].is_passive:
            return between[-1:]
        return self.subject(j)

    # ---- what follows

    def _right(self, k: int, frame: Frame) -> None:
        chunks = self.chunks
        slot = "object"
        while k < len(chunks):
            here = chunks[k]
            if here.kind == Kind.ADVERB:
                frame.is_here = frame.is_here or here.head == "here"
                k += 1
            elif here.kind == Kind.TIME:
                if chunks[k - 1].head not in ("anniversary", "birthday", "centenary"):
                    frame.times.append(("", here))
                k += 1
                slot = "" if slot == "" else slot
            elif here.kind == Kind.PREPOSITION:
                k = self._phrase(k, frame)
                slot = ""
            elif here.is_nominal and slot == "object":
                end = self.list_end(k)
                frame.add("object", [chunk for chunk in chunks[k:end] if chunk.is_nominal])
                k = end
                slot = (
                    "object"
                    if len(frame.slots["object"]) == 1
                    and k < len(chunks)
                    and chunks[k].is_nominal
                    and frame.slots["object"][0].kind in _LISTED
                    else ""
                )
            elif here.kind == Kind.QUOTE and (closing := self.title_end(k)):
                if slot == "object" and not frame.slots.get("object"):
                    frame.add("object", [chunk for chunk in chunks[k:closing] if chunk.is_nominal][-1:])
                    slot = ""
                k = closing + 1
            elif (
                here.kind == Kind.COMMA
                and k + 1 < len(chunks)
                and (chunks[k + 1].kind in (Kind.PREPOSITION, Kind.TIME) or chunks[k + 1].kind == Kind.ADVERB)
            ) or (
                here.kind == Kind.CONJUNCTION
                and k + 1 < len(chunks)
                and chunks[k + 1].kind in (Kind.PREPOSITION, Kind.TIME)
            ):
                k += 1
            else:
                break
        frame.last = max(frame.last, k - 1)
        while frame.last > frame.first and chunks[frame.last].kind in (Kind.COMMA, Kind.CONJUNCTION, Kind.STOP):
            frame.last -= 1

    def title_end(self, k: int) -> int:
        """The closing quote of a short quoted title or phrase that opens at `k`; 0 when it is longer or has a verb of
        its own.
        """
        for j in range(k + 1, min(k + 9, len(self.chunks))):
            if self.chunks[j].kind == Kind.QUOTE:
                return j
            if self.chunks[j].kind in (Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR) or (
                self.chunks[j].kind == Kind.VERB and self.chunks[j].form == "finite"
            ):
                return 0
        return 0

    def _title_start(self, k: int) -> int:
        """The opening quote of a short quoted title that closes at `k`, with a common noun before it; 0 when there is
        none.
        """
        for j in range(k - 1, max(k - 9, 0), -1):
            if self.chunks[j].kind == Kind.QUOTE:
                return j if self.chunks[j - 1].kind in (Kind.NOUN, Kind.GROUP) else 0
            if self.chunks[j].kind == Kind.STOP:
                return 0
        return 0

    def _phrase(self, k: int, frame: Frame) -> int:
        """Read the prepositional phrase at `k` into the frame; the index after it."""
        chunks, preposition = self.chunks, self.chunks[k].head
        if preposition == "of" and k - 1 > frame.anchor:
            preposition = "of something else"
        j = k + 1
        while j < len(chunks) and chunks[j].kind == Kind.ADVERB:
            j += 1
        if j >= len(chunks):
            return j
        if chunks[j].kind == Kind.TIME:
            frame.times.append((preposition, chunks[j]))
            return j + 1
        if chunks[j].is_nominal:
            end = self.list_end(j)
            frame.add(preposition, [chunk for chunk in chunks[j:end] if chunk.is_nominal])
            return end
        if chunks[j].kind == Kind.VERB and chunks[j].form == "ing" and not chunks[j].is_passive:
            after = j + 1
            return self.list_end(after) if after < len(chunks) and chunks[after].is_nominal else after
        return j if j > k + 1 else k + 1

    def list_end(self, k: int) -> int:
        """The index after the coordination that begins at `k`: `A`, `A and B`, `A, B and C`, and not the subject of a
        next clause.
        """
        chunks = self.chunks
        end = k + 1
        while end + 1 < len(chunks):
            link, item = chunks[end], chunks[end + 1]
            step = 2
            if link.kind == Kind.COMMA and item.kind == Kind.CONJUNCTION and end + 2 < len(chunks):
                item, step = chunks[end + 2], 3
            elif (
                link.kind == Kind.COMMA and item.kind == Kind.PREPOSITION and item.head in ("as",)
            ) or link.kind not in (Kind.CONJUNCTION, Kind.COMMA):
                break
            if not item.is_nominal or item.kind == Kind.PRONOUN:
                break
            if (
                link.kind == Kind.COMMA
                and step == 2
                and (not (item.kind in _LISTED and chunks[k].kind in _LISTED) or self._verb_follows(end + 1))
            ):
                break
            pairs = end == k + 1 and k > 0 and chunks[k - 1].head == "between"
            if not pairs and self._starts_clause(end + step - 1):
                break
            end += step
        return end

    def _verb_follows(self, k: int) -> bool:
        return (
            k + 1 < len(self.chunks)
            and self.chunks[k + 1].kind == Kind.VERB
            and self.chunks[k + 1].form in ("finite", "past", "s")
        )

    def _starts_clause(self, k: int) -> bool:
        """Whether the noun phrase at `k` is the subject of a finite verb after it rather than one more item of a
        list.
        """
        j = k + 1
        while j < len(self.chunks) and self.chunks[j].kind in (Kind.ADVERB,):
            j += 1
        return (
            j < len(self.chunks)
            and self.chunks[j].kind == Kind.VERB
            and self.chunks[j].form in ("finite", "past", "s", "base")
            and not self._reduced(j)
        )

    def _left_adjuncts(self, v: int, frame: Frame) -> None:
        """Times and phrases between subject and verb or before the subject: `Kim on March 21 met ...`, `In April
        2019, Kim had ...`.
        """
        chunks = self.chunks
        k = v - 1
        while k >= 0 and chunks[k].kind not in (Kind.VERB, Kind.STOP, Kind.SUBORDINATOR, Kind.RELATIVE):
            here = chunks[k]
            if here.kind == Kind.TIME:
                preposition = chunks[k - 1].head if k and chunks[k - 1].kind == Kind.PREPOSITION else ""
                frame.times.insert(0, (preposition, here))
            elif here.kind == Kind.ADVERB and here.head == "here":
                frame.is_here = True
            elif (
                here.kind == Kind.PREPOSITION
                and here.head in ("at", "in", "during", "on", "after", "with")
                and k + 1 < v
                and chunks[k + 1].is_nominal
                and self._is_adjunct(k)
            ):
                frame.slots.setdefault("left " + here.head, []).append(chunks[k + 1])
            k -= 1

    def _closing_time(self, frame: Frame) -> None:
        """`..., who is on a visit to Laos, on Tuesday.`: a time after the last comma of the sentence belongs to the
        main verb.
        """
        end = len(self.chunks)
        while end and self.chunks[end - 1].kind in (Kind.STOP, Kind.QUOTE):
            end -= 1
        if end < 3 or self.chunks[end - 1].kind != Kind.TIME or end - 1 <= frame.last:
            return
        preposition = self.chunks[end - 2]
        comma = self.chunks[end - 3] if preposition.kind == Kind.PREPOSITION else preposition
        if comma.kind == Kind.COMMA and not any(
            chunk.kind == Kind.SUBORDINATOR
            or (chunk.kind == Kind.VERB and chunk.form == "finite" and chunk.head != "be")
            for chunk in self.chunks[frame.last + 1 : end]
        ):
            frame.times.append((preposition.head if preposition.kind == Kind.PREPOSITION else "", self.chunks[end - 1]))

    def _is_adjunct(self, k: int) -> bool:
        """Whether the phrase at `k` belongs to the clause and not to a noun or participle before it."""
        return k == 0 or self.chunks[k - 1].kind in (
            Kind.COMMA,
            Kind.TIME,
            Kind.ADVERB,
            Kind.PERSON,
            Kind.OFFICE,
            Kind.PRONOUN,
            Kind.SUBORDINATOR,
            Kind.QUOTE,
        )

    # ---- nouns

    def noun(self, k: int) -> Frame:
        """The frame of the event noun at `k`: its owner in `possessor`, its phrases by preposition, times beside it."""
        frame = Frame(first=k, last=k, anchor=k)
        noun = self.chunks[k]
        if noun.possessor is not None:
            frame.add("possessor", [noun.possessor])
        j = k + 1
        while j < len(self.chunks):
            here = self.chunks[j]
            if here.kind == Kind.PREPOSITION:
                after = self._phrase(j, frame)
                if after == j + 1:
                    break
                j = after
            elif here.kind == Kind.TIME:
                frame.times.append(("", here))
                j += 1
            elif here.kind == Kind.ADVERB and here.head in ("here", "jointly", "again"):
                frame.is_here = frame.is_here or here.head == "here"
                j += 1
            else:
                break
        frame.last = j - 1
        if (
            noun.time is not None
            and noun.time.date is not None
            and not (noun.time.date.edtf.isdigit() and noun.name[:1].isupper())
        ):
            frame.times.append(("", Chunk(Kind.TIME, noun.first, noun.last, time=noun.time)))
        return frame

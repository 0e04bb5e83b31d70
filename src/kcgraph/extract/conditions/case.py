"""What a condition looks at: a verb or noun of a sentence, the phrases around it, and the pattern that asks."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.patterns import Pattern, singular
from kcgraph.extract.scene import Scene

LANDS = frozenset({Kind.PLACE, Kind.COUNTRY})
PERSONS = frozenset({Kind.PERSON, Kind.OFFICE})
ACTORS = PERSONS | {Kind.GROUP, Kind.PRONOUN}
# How far behind a word its sentence is searched for a text, in tokens.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Case:
    """The verb or noun at chunk `at` with its frame, held against `pattern`."""

    scene: Scene
    frame: Frame
    at: int
    pattern: Pattern
    is_noun: bool

    # ---- the word itself

    @property
    def word(self) -> Chunk:
        """The verb or noun."""
        return self.scene.chunks[self.at]

    @property
    def before(self) -> Chunk | None:
        """The chunk right before the word, None at the beginning of a sentence."""
        return self.scene.chunks[self.at - 1] if self.at else None

    @property
    def is_told(self) -> bool:
        """Whether the verb is finite or a participle: neither present, gerund nor infinitive."""
        return self.word.form in ("past", "finite", "participle")

    def follows(self, *prepositions: str) -> bool:
        """Whether one of these prepositions stands right before the word."""
        before = self.before
        return before is not None and before.kind == Kind.PREPOSITION and before.head in prepositions

    # ---- the phrases around it

    def chunks(self, *slots: str) -> list[Chunk]:
        """The chunks in the slots."""
        return [chunk for slot in slots for chunk in self.frame.slots.get(slot, ())]

    def heads(self, *slots: str) -> set[str]:
        """Singular head nouns in the slots."""
        return {singular(chunk.head) for slot in slots for chunk in self.frame.slots.get(slot, ())}

    def has_head(self, heads: AbstractSet[str], *slots: str) -> bool:
        """Whether one of these nouns (in singular) stands in the slots."""
        return not heads.isdisjoint(self.heads(*slots))

    def has_kind(self, kinds: AbstractSet[Kind], *slots: str) -> bool:
        """Whether a chunk of one of these kinds stands in the slots."""
        return any(chunk.kind in kinds for chunk in self.chunks(*slots))

    def modifiers(self, *slots: str) -> set[str]:
        """The words before the head nouns in the slots."""
        return {word for chunk in self.chunks(*slots) for word in modifier_words(chunk)}

    @property
    def objects(self) -> list[Chunk]:
        """What the verb governs: its object, and what stands after its preposition ("participated in a drill")."""
        word, slots = self.word.head, ["object"]
        slots += [particle.split()[-1] for lemma, particle in self.pattern.verbs if particle and lemma == word]
        return self.chunks(*dict.fromkeys(slots))

    @property
    def asked_objects(self) -> list[Chunk]:
        """The objects whose head noun the pattern asks for."""
        return [chunk for chunk in self.objects if is_among(chunk, self.pattern.objects)]

    # ---- time and place

    @property
    def has_time(self) -> bool:
        """Whether a date is told."""
        return any(chunk.time is not None and chunk.time.date is not None for _, chunk in self.frame.times)

    @property
    def has_place(self) -> bool:
        """Whether a place is named, or "here" said."""
        return self.frame.is_here or self.has_kind(LANDS, "in", "at", "to", "from", "off")

    @property
    def has_time_or_place(self) -> bool:
        """Whether it is told when or where."""
        return self.has_place or self.has_time

    # ---- what comes after and what governs

    @property
    def text_after(self) -> str:
        """The words after the word, in lower case."""
        start = self.word.last
        return " ".join(word.lower() for word in self.scene.sentence.words[start : start + _REACH])

    def says_after(self, texts: AbstractSet[str]) -> bool:
        """Whether one of the texts stands after the word."""
        after = self.text_after
        return any(text in after for text in texts)

    @property
    def next_infinitive(self) -> Chunk | None:
        """The infinitive right after the frame: "left to attend"."""
        after, chunks = self.frame.last + 1, self.scene.chunks
        if after < len(chunks) and chunks[after].kind == Kind.VERB and chunks[after].form == "infinitive":
            return chunks[after]
        return None

    def has_time_at(self, verb: Chunk) -> bool:
        """Whether the frame of another verb tells a date."""
        frame = next((frame for v, frame in self.scene.frames.items() if self.scene.chunks[v] is verb), None)
        return frame is not None and any(
            chunk.time is not None and chunk.time.date is not None for _, chunk in frame.times
        )

    @property
    def governor(self) -> tuple[Chunk, str] | None:
        """The verb that the noun is subject or object of, finite before infinite, with the slot."""
        chunks = self.scene.chunks
        found = [
            (chunks[v], slot) for v, slot in self.scene.governors.get(self.at, ()) if slot in ("subject", "object")
        ]
        return min(found, key=lambda pair: pair[0].form not in ("finite", "past", "s"), default=None)

    def is_governed(self, slot: str, verbs: AbstractSet[str]) -> bool:
        """Whether the noun is subject or object (`slot`) of one of these verbs."""
        governor = self.governor
        return governor is not None and governor[1] == slot and governor[0].head in verbs


def is_among(chunk: Chunk, heads: AbstractSet[str]) -> bool:
    """Whether the head noun, as printed or in singular, is one of these."""
    return chunk.head in heads or singular(chunk.head) in heads


def modifier_words(chunk: Chunk) -> set[str]:
    """The words before the head noun; a word with hyphens whole and in its parts."""
    return {word for modifier in chunk.modifiers for word in (modifier, *modifier.split("-"))}


def has_digit(chunk: Chunk) -> bool:
    """Whether a number is printed in the phrase."""
    return any(character.isdigit() for character in chunk.name)


def has_capital(chunk: Chunk) -> bool:
    """Whether a capital is printed in the phrase."""
    return any(character.isupper() for character in chunk.name)

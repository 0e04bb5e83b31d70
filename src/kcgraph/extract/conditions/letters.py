"""Messages and gifts."""

from collections.abc import Set as AbstractSet

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.conditions.case import ACTORS, PERSONS, Case, has_capital, is_among
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular

_BODIES = AGENTS - PERSONS
_DEFINITE = ("the", "this", "these", "those", "both")

# ---- from and to whom


@condition("sender")
def has_sender(case: Case) -> bool:
    """Told by whom or to whom."""
    return bool(case.chunks("subject", "to", "from", "object2"))


@condition("to or from")
def is_to_or_from_agent(case: Case) -> bool:
    """To or from somebody."""
    return case.has_kind(AGENTS, "to", "from")


@condition("to agent")
def is_to_agent(case: Case) -> bool:
    """To somebody."""
    return case.has_kind(ACTORS, "to")


@condition("to person")
def is_to_person(case: Case) -> bool:
    """To a named or titled person."""
    return case.has_kind(PERSONS, "to")


@condition("of or from person")
def is_of_or_from_agent(case: Case) -> bool:
    """Of or from somebody."""
    owned = any(chunk.possessor is not None for chunk in case.asked_objects)
    return owned or case.has_kind(PERSONS | {Kind.GROUP, Kind.UNKNOWN}, "from", "of", "of something else")


@condition("other side")
def is_to_other_side(case: Case) -> bool:
    """To another country or body, or "the south side": no person, nor what is proposed."""
    return any(
        (chunk.kind in _BODIES and has_capital(chunk)) or singular(chunk.head) in words("sides")
        for chunk in case.chunks("object", "to")
    )


# ---- in and to messages


@condition("to message")
def is_to_message(case: Case) -> bool:
    """A reply to a message."""
    return case.has_head(words("message_heads"), "to")


@condition("in a message")
def is_in_new_message(case: Case) -> bool:
    """In a message not told before."""
    return any(_is_letter(chunk) and chunk.determiner not in ("the", "this", "that") for chunk in _held_in(case))


@condition("in the message")
def is_in_told_message(case: Case) -> bool:
    """In the message told before."""
    if any(_is_letter(chunk) and chunk.determiner in ("the", "this", "that") for chunk in _held_in(case)):
        return True
    return any(_is_letter(chunk) for chunk in case.scene.clauses.previous_subject(case.at))


def _held_in(case: Case) -> list[Chunk]:
    return case.chunks("in", "left in")


def _is_letter(chunk: Chunk) -> bool:
    return chunk.head in ("message", "letter", "telegram")


@condition("addressed")
def is_addressed(case: Case) -> bool:
    """A letter to or from somebody: the phrase stands beside the verb or beside the letter."""
    if case.chunks("to", "from"):
        return True
    letters = [k for chunk in case.asked_objects if (k := case.scene.position_of(chunk)) is not None]
    return any(slot in case.scene.noun(k).slots for k in letters for slot in ("to", "from"))


@condition("thanked for")
def is_thanked_for(case: Case) -> bool:
    """`thanked him for sending`."""
    return case.word.form == "ing" and case.follows("for")


@condition("message handed over")
def is_message_handed_over(case: Case) -> bool:
    """The letter told before is handed over."""
    return _is_told_before(case, words("message_heads"))


@condition("handed over")
def is_handed_over(case: Case) -> bool:
    """What was told before, "it" or "the gift", is handed over to or by somebody."""
    if any(chunk.kind == Kind.PRONOUN and chunk.head in ("it", "they", "them") for chunk in case.chunks("object")):
        return case.word.head != "present" and bool(case.chunks("to", "by", "subject"))
    return _is_told_before(case, words("gifts"))


def _is_told_before(case: Case, heads: AbstractSet[str]) -> bool:
    handed = case.chunks("object", "over")
    return any(is_among(chunk, heads) and chunk.determiner in _DEFINITE for chunk in handed[:1])


# ---- gifts


@condition("gift")
def is_gift(case: Case) -> bool:
    """What is given is a gift, or it is given to somebody."""
    if any(singular(chunk.head) in words("gifts") for chunk in case.asked_objects):
        return True
    if any(is_among(chunk, words("bunches")) for chunk in case.asked_objects):
        return case.has_head(words("gifts"), "of something else", "object.of", "of")
    return case.word.head in ("present", "donate", "send") and bool(case.chunks("to"))


@condition("opinion gift")
def is_given_to_nobody(case: Case) -> bool:
    """A book, a flag, a horse, given to nobody in particular."""
    return case.has_head(words("given_things"), "object") and not case.chunks("to")


@condition("of wreath")
def is_of_gift(case: Case) -> bool:
    """The laying of a wreath, the giving of a gift."""
    return case.has_head(words("gifts"), "of")


@condition("as gift")
def is_as_gift(case: Case) -> bool:
    """Given as a gift."""
    return case.has_head(words("gifts"), "as")


@condition("with gift")
def is_with_gift(case: Case) -> bool:
    """Presented with a gift."""
    return case.has_head(words("gifts"), "with")


@condition("from a person")
def is_from_person(case: Case) -> bool:
    """Given by a person, and no body."""
    givers = case.chunks("subject", "by")
    return bool(givers) and all(
        (chunk.kind == Kind.PERSON and not chunk.is_plural) or chunk.head in words("single_persons") for chunk in givers
    )

"""Mood, form and determiner of the word, and who its subject is, whatever the event."""

from kcgraph.extract.chunks import AGENTS, Kind
from kcgraph.extract.conditions.case import PERSONS, Case
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.conditions.support import supports

# How many figures a year has.
_YEAR = 4

# ---- the verb


@condition("conditional")
def is_conditional(case: Case) -> bool:
    """ "Would", "could", "if"."""
    return case.word.is_conditional


@condition("infinitive")
def precedes_infinitive(case: Case) -> bool:
    """An infinitive follows."""
    return case.next_infinitive is not None


@condition("present participle")
def is_present_participle(case: Case) -> bool:
    """A form in -ing."""
    return case.word.form == "ing"


@condition("purpose participle")
def is_purpose(case: Case) -> bool:
    """A gerund that tells what something is for: "for developing"."""
    return case.word.form == "ing" and case.follows(*words("purpose_prepositions"))


@condition("habit")
def is_habit(case: Case) -> bool:
    """A present tense, an aim or a gerund without a time: what is done in general."""
    if case.has_time:
        return False
    form, before = case.word.form, case.before
    if form != "ing" or before is None:
        return form in ("s", "base")
    return before.head in words("preventing") or case.follows(*words("habit_prepositions")) or _is_aim(case)


@condition("going on")
def is_going_on(case: Case) -> bool:
    """`Is producing`, `while producing`: what is being done at no told time."""
    return not case.has_time and case.scene.sentence.words[case.word.last - 1].lower().endswith("ing")


@condition("told in passing")
def is_told_in_passing(case: Case) -> bool:
    """`The tractors, provided by the union, were handed over`: a participle at no told time that only tells which."""
    if case.has_time or case.word.is_passive or case.word.form not in ("past", "participle"):
        return False
    given = case.chunks("object")
    return bool(given) and all(chunk.last <= case.word.first for chunk in given)


def _is_aim(case: Case) -> bool:
    """`the project for remodeling`, `called for building`; but `thanks for sending`, `praised X for building`."""
    if case.at < 2 or not case.follows("for"):
        return False
    aiming = case.scene.chunks[case.at - 2]
    if aiming.kind == Kind.VERB:
        return aiming.head in words("calling")
    return aiming.kind == Kind.NOUN and aiming.head not in words("thanks")


@condition("again")
def is_again(case: Case) -> bool:
    """ "Again" stands in or right before the clause."""
    last = case.scene.chunks[case.frame.last].last
    clause = case.scene.sentence.words[max(0, case.word.first - 3) : last]
    return "again" in {word.lower() for word in clause}


# ---- its subject and object


@condition("first person")
def is_first_person(case: Case) -> bool:
    """I or we."""
    return any(chunk.kind == Kind.PRONOUN and chunk.head in words("us") for chunk in case.chunks("subject"))


@condition("person object")
def has_person_for_object(case: Case) -> bool:
    """The object is a pronoun for a person."""
    return any(
        chunk.kind == Kind.PRONOUN and chunk.head not in ("it", "they", "them") for chunk in case.chunks("object")
    )


@condition("subject2")
def has_two_subjects(case: Case) -> bool:
    """Two agents, "they", or "the two leaders"."""
    subjects = case.chunks("subject")
    they = any(chunk.kind == Kind.PRONOUN and chunk.head == "they" for chunk in subjects)
    they = they or any(chunk.kind == Kind.OFFICE and chunk.is_plural for chunk in subjects)
    return they or sum(chunk.kind in AGENTS for chunk in subjects) > 1


@condition("persons")
def has_two_persons(case: Case) -> bool:
    """Two persons."""
    return sum(chunk.kind in PERSONS | {Kind.UNKNOWN} for chunk in case.chunks("subject")) > 1


@condition("performers")
def is_by_performers(case: Case) -> bool:
    """A group, or "they" or "it"."""
    return any(
        chunk.kind == Kind.GROUP
        or (chunk.kind == Kind.OFFICE and chunk.is_plural)
        or (chunk.kind == Kind.PRONOUN and chunk.head in ("they", "it"))
        for chunk in case.chunks("subject")
    )


@condition("those present")
def is_by_those_present(case: Case) -> bool:
    """ "The participants", without a time."""
    return any(chunk.head in words("those_present") for chunk in case.chunks("subject")) and not case.has_time


# ---- the noun


@condition("definite")
def is_definite(case: Case) -> bool:
    """ "The", "this", "its"."""
    return case.word.determiner in words("demonstratives")


@condition("within of")
def is_within_of(case: Case) -> bool:
    """After "X of"."""
    return case.at > 1 and case.follows("of")


@condition("numbered")
def is_numbered(case: Case) -> bool:
    """ "The third", "the 21st"."""
    return any(
        word in words("ordinals") or (word[:1].isdigit() and word.endswith(("st", "nd", "rd", "th")))
        for word in case.word.modifiers
    )


@condition("numbered name")
def is_numbered_name(case: Case) -> bool:
    """`The 15th Kimjongilia Festival`, `the 2024 Women's World Cup`: a name in capitals with its number or year."""
    if not case.scene.sentence.words[case.word.last - 1][:1].isupper():
        return False
    printed = case.scene.sentence.words[case.word.first : case.word.last]
    return is_numbered(case) or any(len(word) == _YEAR and word.isdigit() for word in printed)


@condition("bare name")
def is_bare_name(case: Case) -> bool:
    """Only "the ceremony", "its exhibition": names an event told elsewhere and says nothing new of it."""
    noun = case.word
    if noun.modifiers or not (noun.determiner in words("bare_determiners") or noun.possessor is not None):
        return False
    return not (supports(case) or case.has_time_or_place or case.chunks("by", "of", "with", "between"))

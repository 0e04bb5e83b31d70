"""Appointments and awards."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions.case import PERSONS, Case, is_among, modifier_words
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition

_OFFICE = frozenset({Kind.OFFICE})

# ---- appointments


@condition("office")
def is_office_given(case: Case) -> bool:
    """An office, a person with an office, or a post is given."""
    return (
        case.has_kind(_OFFICE, "object", "object2", "as", "to", "from")
        or any(chunk.offices for chunk in case.chunks("object"))
        or case.has_head(words("posts"), "object2", "as", "from", "of", "to")
    )


@condition("office object")
def has_office_for_object(case: Case) -> bool:
    """The object is an office."""
    return case.has_kind(_OFFICE, "object")


@condition("office or time")
def has_office_or_time(case: Case) -> bool:
    """As or from an office; or at a time."""
    return case.has_time or case.has_kind(_OFFICE, "as", "from")


@condition("as office or possessor")
def is_owned_appointment_as(case: Case) -> bool:
    """ "His election as chairman", "the appointment of X to the office of"."""
    noun = case.word
    owned = noun.possessor is not None or noun.determiner in words("owners_of_appointments")
    return case.has_kind(_OFFICE, "as", "to") and (owned or bool(case.chunks("of")))


@condition("appointment")
def is_appointment(case: Case) -> bool:
    """As an office, or somebody's."""
    if case.has_kind(_OFFICE, "as", "to") or case.has_kind(PERSONS, "possessor", "of"):
        return True
    return case.word.determiner in ("his", "her", "your")


@condition("of person")
def is_of_person(case: Case) -> bool:
    """Somebody's."""
    return case.has_kind(PERSONS, "of", "possessor") or case.word.determiner in ("his", "her")


@condition("held post")
def is_held_post(case: Case) -> bool:
    """Holds it, or is a great leader."""
    great = any("great" in chunk.modifiers or "lead" in chunk.modifiers for chunk in case.chunks("object"))
    return great or case.word.head == "hold"


@condition("of post")
def is_of_post(case: Case) -> bool:
    """Of the presidency, of power."""
    return case.has_head(words("powers"), "of")


# ---- awards


@condition("award object")
def is_award(case: Case) -> bool:
    """Not what is given that only may be an award: a banner, a cup."""
    if case.word.head not in words("giving_awards"):
        return True
    return not case.has_head(words("doubtful_awards"), "object", "object2")


@condition("honor alone")
def is_plain_honor(case: Case) -> bool:
    """ "Got the honor": no more than a certificate or title."""
    return case.heads("object") <= words("plain_honors") and case.word.head in words("winning")


@condition("award given")
def is_given_award(case: Case) -> bool:
    """With an order or medal."""
    return case.has_head(words("awards"), "object2", "with")


@condition("as honour")
def is_named_honour(case: Case) -> bool:
    """Selected as a model unit, registered as a top product."""
    return any(_is_honour(chunk) for chunk in case.chunks("as", "object2"))


@condition("become honour")
def has_become_honour(case: Case) -> bool:
    """Became a model unit."""
    return case.is_told and any(_is_honour(chunk) for chunk in case.chunks("object"))


@condition("chosen honour")
def is_chosen_honour(case: Case) -> bool:
    """Model units, best players are selected."""
    return case.word.is_passive and any(_is_honour(chunk) for chunk in case.chunks("object"))


def _is_honour(chunk: Chunk) -> bool:
    """`the best product`, `Three-Revolution model units`."""
    return is_among(chunk, words("honoured")) and not words("honouring").isdisjoint(modifier_words(chunk))

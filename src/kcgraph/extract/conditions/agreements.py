"""Agreements, laws, diplomatic relations and the acts of states towards each other."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions.case import Case
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition


@condition("agreement")
def is_agreement(case: Case) -> bool:
    """What is signed is an agreement, not a declaration made public."""
    return case.has_head(words("pacts"), "object") and not case.scene.follows(case.at, "public")


@condition("of agreement")
def is_of_agreement(case: Case) -> bool:
    """The signing of an agreement."""
    return case.has_head(words("pacts"), "of")


@condition("of relations")
def is_of_relations(case: Case) -> bool:
    """The establishment of diplomatic relations."""
    return any("diplomatic" in chunk.modifiers for chunk in case.chunks("of"))


@condition("into force")
def is_into_force(case: Case) -> bool:
    """Came into force, took effect."""
    return case.has_head({"force", "effect"}, "into") or case.has_head({"effect"}, "object")


@condition("into law")
def is_into_law(case: Case) -> bool:
    """Signed into law."""
    return case.has_head({"law"}, "into")


@condition("voted")
def is_voted(case: Case) -> bool:
    """ "Voted to"."""
    return case.before is not None and case.before.head in words("resolving")


@condition("adopted")
def is_adopted_by_lawmakers(case: Case) -> bool:
    """By a parliament, or at its session."""
    return case.is_told and case.has_head(words("lawmakers"), "subject", "at")


@condition("of body")
def is_of_body(case: Case) -> bool:
    """Of a committee, a council, a union."""
    return any(chunk.kind == Kind.GROUP and is_body(chunk) for chunk in case.chunks("of"))


@condition("joined body")
def is_joining_body(case: Case) -> bool:
    """A country or body that enters or leaves an organisation."""
    joined = any(
        chunk.kind == Kind.GROUP and (is_body(chunk) or chunk.head in words("alliances"))
        for chunk in case.chunks("object", "from", "to")
    )
    return joined and any(chunk.kind == Kind.COUNTRY or chunk.head == "it" for chunk in case.chunks("subject"))


@condition("state subject")
def is_by_state(case: Case) -> bool:
    """A state or those who act for it; or, with no subject, borders and contacts."""
    subjects = case.chunks("subject")
    if not subjects:
        return case.has_head(words("contacts"), "object")
    return any(_acts_for_state(chunk) for chunk in subjects)


@condition("no listing")
def is_no_listing(case: Case) -> bool:
    """Named as an office, or called something in talk."""
    return case.has_kind({Kind.PERSON, Kind.OFFICE}, "as", "object") or not case.has_time


def is_body(chunk: Chunk) -> bool:
    """Whether a group is a committee, a council or the like, or printed in capitals only."""
    return chunk.head in words("bodies") or chunk.name.isupper()


def _acts_for_state(chunk: Chunk) -> bool:
    return (
        chunk.kind in (Kind.COUNTRY, Kind.PLACE, Kind.PRONOUN)
        or (chunk.kind == Kind.GROUP and bool(chunk.countries))
        or chunk.head in words("state_actors")
    )

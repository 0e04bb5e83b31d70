"""Agreements, laws, diplomatic relations and the acts of states towards each other."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions.case import Case, is_among
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition

# How many chunks an agreement's name may have before the participle that tells of its signing.
_NAME_REACH = 9
_IN_NAMES = (Kind.PREPOSITION, Kind.CONJUNCTION, Kind.COMMA, Kind.QUOTE)


@condition("agreement")
def is_agreement(case: Case) -> bool:
    """What is signed is an agreement, not a declaration made public."""
    return case.has_head(words("pacts"), "object") and not case.scene.follows(case.at, "public")


@condition("of agreement")
def is_of_agreement(case: Case) -> bool:
    """The signing of an agreement."""
    return case.has_head(words("pacts"), "of")


@condition("contemplated")
def is_contemplated(case: Case) -> bool:
    """A gerund after a verb that leaves it open: "mulling concluding an agreement"."""
    before = case.before
    return case.word.form == "ing" and before is not None and before.head in words("contemplating")


@condition("made public")
def is_made_public(case: Case) -> bool:
    """`made public a declaration`: issued, not agreed."""
    return case.word.head == "make" and "public" in case.text_after.split()[:3]


@condition("pact before")
def is_of_pact_before(case: Case) -> bool:
    """A bare participle after the whole name of an agreement: `the treaty on trade and tariffs, concluded in 2000`."""
    if case.word.form != "past" or case.word.is_passive or not (case.has_time or case.chunks("between", "by")):
        return False
    chunks = case.scene.chunks
    for k in range(case.at - 1, max(-1, case.at - _NAME_REACH), -1):
        chunk = chunks[k]
        if is_among(chunk, words("pacts_named_before")) and chunk.kind in (Kind.NOUN, Kind.GROUP):
            return k == case.at - 1 or case.word.head != "make"
        if not (chunk.is_nominal or chunk.kind in _IN_NAMES) or (k == case.at - 1 and chunk.kind == Kind.CONJUNCTION):
            return False
    return False


@condition("named pact")
def is_named_pact(case: Case) -> bool:
    """What is adopted has a proper name and nobody is told to have issued it."""
    if case.has_kind({Kind.GROUP, Kind.PERSON, Kind.NOUN}, "subject") or not case.is_told:
        return False
    return any(
        is_among(chunk, case.pattern.objects) and chunk.name[:1].isupper() and len(chunk.name.split()) > 1
        for chunk in case.chunks("object")
    )


@condition("railroaded")
def is_railroaded(case: Case) -> bool:
    """Railroaded, or forced and pushed through a parliament."""
    return case.word.head in words("railroading") or case.has_head(words("lawmakers"), "through")


@condition("by lawmakers")
def is_by_lawmakers(case: Case) -> bool:
    """A parliament does it."""
    return case.is_told and case.has_head(words("lawmakers"), "subject", "at", "in")


@condition("past lawmakers")
def is_past_lawmakers(case: Case) -> bool:
    """Through a parliament."""
    return case.is_told and case.has_head(words("lawmakers"), "through", "object", "in")


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

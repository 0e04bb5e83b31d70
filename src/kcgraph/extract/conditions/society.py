"""Deaths and crimes, bodies founded, elections."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions.case import ACTORS, Case, has_capital, is_among
from kcgraph.extract.conditions.force import has_armed
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition

# ---- deaths and crimes


@condition("victim")
def is_victim(case: Case) -> bool:
    """A person who died; people who were killed, with a place, a time or a number."""
    slot = "object" if case.word.head in words("killing") else "subject"
    if case.has_kind({Kind.PERSON}, slot):
        return True
    if has_armed(case, slot) or case.has_kind({Kind.COUNTRY}, "subject"):
        return False
    if any(chunk.kind == Kind.NOUN and chunk.head.replace(",", "").isdigit() for chunk in case.chunks(slot)):
        return case.is_told
    people = case.has_head(words("victims"), slot) or case.has_kind({Kind.OFFICE}, slot)
    return people and case.has_time_or_place and case.is_told


@condition("leader lost")
def is_leader_lost(case: Case) -> bool:
    """Somebody great who died: "lost its fatherly leader X"."""
    return case.is_told and any(
        not words("lost_leaders").isdisjoint({*chunk.modifiers, *(office.head for office in chunk.offices)})
        and chunk.determiner in ("their", "its", "the", "our", "a", "such")
        for chunk in case.chunks("object")
    )


@condition("definite crime")
def is_definite_crime(case: Case) -> bool:
    """A suicide, or a crime that is named and dated."""
    heads = case.heads("object")
    if "violence" in heads and case.chunks("against") and case.chunks("subject"):
        return case.is_told and case.has_place
    return "suicide" in heads or (case.has_time and bool(heads - {"crime"}))


@condition("stolen")
def is_stolen(case: Case) -> bool:
    """Money or data, or what is broken into for them."""
    in_dollars = any("$" in chunk.name for chunk in case.chunks("object"))
    return in_dollars or case.has_head(words("stolen"), "object", "in")


# ---- bodies founded


@condition("of somebody")
def is_of_body_or_country(case: Case) -> bool:
    """The founding of a named body, anybody's birth."""
    return case.word.head == "birth" or any(
        chunk.kind in (Kind.COUNTRY, Kind.GROUP) or (chunk.kind == Kind.NOUN and chunk.name[:1].isupper())
        for chunk in case.chunks("of", "possessor")
    )


@condition("founded body")
def is_founding(case: Case) -> bool:
    """A body founded by somebody or on a date."""
    verb = case.word.head
    if verb == "found":
        return case.has_time and bool(case.chunks("object"))
    bodies = [chunk for chunk in case.chunks("object") if _is_named_body(chunk)]
    if not bodies or (verb != "proclaim" and any(chunk.kind == Kind.COUNTRY for chunk in bodies)):
        return False
    anchored = case.has_time or case.frame.is_here or bool(case.chunks("in", "at")) or _is_new_body(case, bodies)
    return anchored and case.is_told


def _is_new_body(case: Case, bodies: Sequence[Chunk]) -> bool:
    """`The German Society for the Study of X was inaugurated`: a body that is called by what it is for."""
    return case.word.is_passive and any(" for " in chunk.name and chunk.name[:1].isupper() for chunk in bodies)


def _is_named_body(chunk: Chunk) -> bool:
    return chunk.kind in (Kind.COUNTRY, Kind.GROUP) and (chunk.name[:1].isupper() or " of " in chunk.name)


@condition("named body")
def is_named_body(case: Case) -> bool:
    """A body with a name, founded by somebody."""
    named = (chunk for chunk in case.chunks("object") if chunk.kind == Kind.GROUP and chunk.name[:1].isupper())
    return case.is_told and any(len(chunk.name.split()) > 1 or chunk.name.isupper() for chunk in named)


@condition("listed")
def is_listed(case: Case) -> bool:
    """Registered as something, or in a list of heritage."""
    return bool(case.chunks("as")) or case.says_after(words("lists"))


@condition("named actor")
def is_named_actor(case: Case) -> bool:
    """By a body or site with a name."""
    return any(has_capital(chunk) and len(chunk.name.split()) > 2 for chunk in case.chunks("subject"))


@condition("into houses")
def is_into_houses(case: Case) -> bool:
    """Into new houses and flats."""
    found = case.chunks("into", "to", "in")
    return case.is_told and any(is_among(chunk, words("homes")) and not has_capital(chunk) for chunk in found)


@condition("founder")
def is_deed_of_founder(case: Case) -> bool:
    """The founding of a party as somebody's deed: "accomplished the cause of founding"."""
    return case.word.form == "ing" and case.follows("of") and case.has_kind(ACTORS - {Kind.GROUP}, "subject")


# ---- elections


@condition("election told")
def is_election_told(case: Case) -> bool:
    """An election that was held, is to be held or is near; the registration of voters or deputies."""
    noun = case.word
    if noun.head == "registration":
        return case.has_head(words("elected"), "of")
    if case.has_time:
        return True
    if noun.head in ("poll", "polls", "census"):
        return False
    governor = case.governor
    held = governor is not None and governor[0].head in words("electing")
    return held or not words("near_elections").isdisjoint(noun.modifiers)

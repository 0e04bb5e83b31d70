"""When, where and how many."""

from kcgraph.extract.conditions.case import LANDS, Case, has_digit
from kcgraph.extract.conditions.registry import condition


@condition("time")
def has_time(case: Case) -> bool:
    """A date is told."""
    return case.has_time


@condition("place or time")
def has_time_or_place(case: Case) -> bool:
    """A date or a place is told."""
    return case.has_time_or_place


@condition("time told")
def has_time_here_or_next(case: Case) -> bool:
    """A date is told here or with the infinitive that follows."""
    following = case.next_infinitive
    return case.has_time or (following is not None and case.has_time_at(following))


@condition("time or many")
def has_time_or_number_of_subjects(case: Case) -> bool:
    """A date is told, or how many did it."""
    return case.has_time or any(has_digit(chunk) for chunk in case.chunks("subject"))


@condition("any amount")
def has_time_or_amount(case: Case) -> bool:
    """A date or an amount is told."""
    return case.has_time or any(has_digit(chunk) for chunk in case.chunks("to", "object", "at", "by", "around"))


@condition("number")
def has_number(case: Case) -> bool:
    """The phrase of the noun has a number."""
    return has_digit(case.word)


@condition("dated or between")
def has_time_or_sides(case: Case) -> bool:
    """A date is told, or between whom."""
    return case.has_time or bool(case.chunks("between", "by"))


@condition("place")
def has_place_or_site(case: Case) -> bool:
    """A place or a site is named, or "here" said."""
    slots = ("in", "at", "to", "from", "for")
    return case.frame.is_here or any(chunk.kind in LANDS or chunk.is_site for chunk in case.chunks(*slots))


@condition("land")
def is_in_land(case: Case) -> bool:
    """In or at a place or country."""
    return case.has_kind(LANDS, "in", "at")


@condition("to land")
def is_to_land(case: Case) -> bool:
    """To a place or country."""
    return case.has_kind(LANDS, "to")


@condition("for place")
def is_for_place(case: Case) -> bool:
    """To or for a place or country."""
    return case.has_kind(LANDS, "for", "to")

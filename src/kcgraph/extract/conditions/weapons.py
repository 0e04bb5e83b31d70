"""Tests, launches and the making of weapons."""

from kcgraph.extract.chunks import AGENTS
from kcgraph.extract.conditions.case import LANDS, Case
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular


@condition("anchored")
def is_anchored(case: Case) -> bool:
    """Somebody did it, or it has a place or a time: no mere talk of exercises or launches."""
    slots = ("possessor", "by", "of", "between", "with", "to")
    towards = ("into", "over", "near", "off")
    carried = ("subject of organise", "subject of perform", "subject of attend")
    if case.has_kind(AGENTS, *slots, *carried) or case.has_kind(LANDS, *towards):
        return True
    return bool(case.word.countries) or case.has_time_or_place


@condition("of weapon")
def is_of_weapon(case: Case) -> bool:
    """Of a missile, of a nuclear device."""
    if case.has_head(words("weapons"), "of", "object.of", "of something else"):
        return True
    return any(_tells_weapon(chunk.modifiers) for chunk in case.chunks("of", "of something else"))


@condition("harmless test")
def is_harmless_test(case: Case) -> bool:
    """A test or launch without a word of weapons."""
    vague = all(
        singular(chunk.head) in words("vague_tests") and not _tells_weapon(chunk.modifiers)
        for chunk in case.asked_objects
    )
    return vague and not is_of_weapon(case)


@condition("weapon made")
def is_making_weapon(case: Case) -> bool:
    """What is made is of weapons."""
    return _tells_weapon(case.modifiers("object"))


@condition("arming")
def is_arming(case: Case) -> bool:
    """Help in making or using weapons: "is helping Chad to develop missiles"."""
    return case.word.form in ("past", "finite") and case.says_after(words("arms_after"))


@condition("war plan")
def is_war_plan(case: Case) -> bool:
    """A plan of strikes or operations."""
    return any(
        singular(chunk.head) == "plan" and not words("war_plans").isdisjoint(chunk.modifiers)
        for chunk in case.chunks("object")
    )


@condition("figurative arms")
def is_figurative(case: Case) -> bool:
    """`an ideological and theoretical weapon`."""
    if any(
        chunk.head == "weapon" and not words("figures_of_arms").isdisjoint(chunk.modifiers)
        for chunk in case.asked_objects
    ):
        return True
    return case.has_head({"weapon"}, "object") and not words("figures_of_arms").isdisjoint(case.modifiers("object"))


@condition("into orbit")
def is_into_orbit(case: Case) -> bool:
    """Into orbit or space."""
    return case.has_head({"orbit", "space"}, "into", "in", "to")


@condition("about launches")
def is_about_launches(case: Case) -> bool:
    """A failure, attempt or success told beside a launch: "the launch after two failures in May"."""
    noun = case.word
    own = {singular(word) for word in noun.modifiers}
    near = {singular(chunk.head) for chunk in case.scene.chunks[max(0, case.at - 6) : case.at]}
    return not words("launches").isdisjoint(own | near | case.heads("of", "with"))


def _tells_weapon(modifiers: tuple[str, ...] | set[str]) -> bool:
    return not (words("weapons").isdisjoint(modifiers) and words("weapon_modifiers").isdisjoint(modifiers))

"""Construction and what begins to work."""

from collections.abc import Set as AbstractSet

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions.case import PERSONS, Case, has_digit, is_among
from kcgraph.extract.conditions.lexicon import words, words_of_verb
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular

_NO_THINGS = PERSONS | {Kind.COUNTRY}

# The lead is the first sentence or the second.
_LEAD = 1


@condition("not built")
def is_not_built(case: Case) -> bool:
    """Begun, opened or started what is no building; many schools in general; a line laid down."""
    verb = case.word.head
    if (verb == "lay" and case.text_after.startswith("down")) or case.says_after(words("figurative_roads")):
        return True
    found = [chunk for chunk in case.asked_objects if chunk.kind not in _NO_THINGS]
    if all("ceremony" in chunk.modifiers or chunk.determiner in words("no_particular") for chunk in found):
        return True
    heads = {singular(chunk.head) for chunk in found}
    if (built := _built_by(verb)) is not None:
        return heads.isdisjoint(built)
    vague = words_of_verb("no_building", verb)
    if vague is None:
        return False
    offices = {"office"} if verb == "open" and not case.has_place else set()
    return not heads - vague - offices - words("building_works")


def _built_by(verb: str) -> AbstractSet[str] | None:
    """What alone the verb is said of as building, None when it is said of any building."""
    if verb in words("undertaking"):
        return words("building_works")
    if verb in words("laying"):
        return words("building_works") | words("laid")
    return words_of_verb("only_building", verb)


@condition("of works")
def is_of_works(case: Case) -> bool:
    """Construction of a named site, or of a building."""
    return any(_is_site(chunk) for chunk in case.chunks("of"))


def _is_site(chunk: Chunk) -> bool:
    if chunk.kind == Kind.PLACE or singular(chunk.head) in words("buildings"):
        return True
    return chunk.kind == Kind.GROUP and (chunk.name[:1].isupper() or chunk.head in words("buildings"))


@condition("works told")
def is_works_told(case: Case) -> bool:
    """That the work goes on, begins or ends; or where and when."""
    governor = case.governor
    if governor is not None and _carries_works(*governor):
        return not governor[0].is_conditional
    if case.word.head not in words("finished_works"):
        return False
    return case.has_time or bool(case.chunks("over", "across", "by"))


def _carries_works(verb: Chunk, slot: str) -> bool:
    return verb.head in words("going_on" if slot == "subject" else "carried_on")


@condition("working")
def is_working(case: Case) -> bool:
    """Something opened, began to run or came up: at a place, on a date, or of a given kind."""
    verb = case.word.head
    if case.chunks("object") and verb not in words("starting_up_with_object"):
        return False
    if verb in ("go", "come", "enter"):
        return case.says_after(words("put_into"))
    subjects = [chunk for chunk in case.chunks("subject") if is_among(chunk, case.pattern.subjects)]
    new = any(not words("new").isdisjoint(chunk.modifiers) for chunk in subjects)
    if verb in ("rise", "emerge", "depart"):
        return (new or verb == "depart") and case.has_time_or_place
    anchored = new or case.has_time_or_place
    if verb not in words("starting_up"):
        return anchored
    resumed = any(singular(chunk.head) in words("resumed") for chunk in subjects)
    return (anchored and resumed) or "operation" in case.text_after


@condition("carried through")
def is_carried_through(case: Case) -> bool:
    """Told as done, with a subject or in the passive; not what somebody is doing."""
    goes_on = case.scene.sentence.words[case.word.last - 1].lower().endswith("ing")
    return case.is_told and not goes_on and (case.word.is_passive or bool(case.chunks("subject")))


@condition("created")
def is_created(case: Case) -> bool:
    """Posters, poems or films were made, told as news in the lead."""
    if not case.is_told or not case.word.is_passive or case.scene.number > _LEAD:
        return False
    return case.has_time_or_place or case.says_after(words("all_over"))


@condition("percentage")
def is_by_percentage(case: Case) -> bool:
    """By how much: a figure, a percentage or so many times."""
    return case.says_after(words("how_much")) or any(has_digit(chunk) for chunk in case.chunks("by", "object", "to"))


@condition("developed")
def is_developed(case: Case) -> bool:
    """Made by a workplace or scientists; or, nobody being told, somewhere or some time."""
    if case.chunks("subject"):
        return is_made_by_workplace(case) or (case.is_told and case.has_head(words("inventors"), "subject"))
    return case.is_told and case.word.is_passive and case.has_time_or_place


@condition("made here")
def is_made_by_workplace(case: Case) -> bool:
    """By an institute, a plant or a university, in a finite sentence."""
    return case.is_told and any(
        chunk.kind in (Kind.PLACE, Kind.GROUP) or chunk.head in words("workplaces") for chunk in case.chunks("subject")
    )


@condition("succeeded")
def is_success_of_research(case: Case) -> bool:
    """Success in research, in breeding, developing or inventing something."""
    after = case.scene.chunks[case.at + 1 : case.at + 3]
    invents = any(chunk.kind == Kind.VERB and chunk.head in words("inventing") for chunk in after)
    return invents or case.has_head(words("researches"), "in")


@condition("surveyed")
def is_surveyed(case: Case) -> bool:
    """A survey or excavation by scientists or a workplace, of or at something: no leader's field survey."""
    told = case.modifiers("object")
    if "field" in told or not (case.is_told and case.chunks("of", "object.of", "of something else", "in", "at", "on")):
        return False
    return is_made_by_workplace(case) or case.has_head(words("inventors"), "subject")

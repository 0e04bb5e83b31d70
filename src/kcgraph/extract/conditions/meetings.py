"""Journeys, visits and talks."""

from kcgraph.extract.chunks import AGENTS, Kind
from kcgraph.extract.conditions.case import ACTORS, LANDS, PERSONS, Case
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.conditions.support import supports
from kcgraph.extract.scene import has_head

# ---- journeys


@condition("journey")
def is_journey(case: Case) -> bool:
    """Somewhere to go: here, a place, home, by air, a leave-taking."""
    if case.has_place:
        return True
    spoken = [word.lower() for word in case.scene.sentence.words[case.word.first : case.word.last + 6]]
    if not words("home").isdisjoint(spoken) or "by air" in " ".join(spoken):
        return True
    if case.word.head in words("arriving") and case.has_time:
        return True
    return case.has_kind(LANDS, "for") or (case.word.head == "leave" and case.has_kind(LANDS, "object"))


@condition("purpose")
def is_for_visit(case: Case) -> bool:
    """For a visit, on a tour."""
    return case.has_head(words("visit_purposes"), "for", "on")


@condition("to visit")
def precedes_visiting(case: Case) -> bool:
    """ "To visit", "to attend" follows."""
    following = case.next_infinitive
    return following is not None and following.head in words("visiting")


@condition("at terminal")
def is_at_terminal(case: Case) -> bool:
    """At an airport, a station."""
    spoken = {word.lower() for chunk in case.chunks("at", "in") for word in chunk.name.split()}
    return not words("terminals").isdisjoint(spoken)


@condition("there")
def is_there(case: Case) -> bool:
    """ "There" stands right after the verb."""
    return case.text_after.startswith("there ")


@condition("field work")
def is_field_work(case: Case) -> bool:
    """Help with the harvest, the weeding, the threshing."""
    return case.says_after(words("field_work"))


# ---- sights


@condition("round or around")
def is_round(case: Case) -> bool:
    """Round a place."""
    return bool(case.chunks("round", "around")) or "round" in case.heads("object")


@condition("to venue")
def is_to_venue(case: Case) -> bool:
    """To a factory, a museum, a site."""
    return case.has_head(words("venues"), "to") or any(chunk.is_site for chunk in case.chunks("to"))


@condition("exhibits")
def is_of_exhibits(case: Case) -> bool:
    """Photos and other things that are looked at; the "works" of an iron works are none."""
    things = [chunk for chunk in case.chunks("object", "round", "around") if chunk.kind == Kind.NOUN]
    return has_head(things, words("exhibits")) is not None


# ---- the people met


@condition("on agent")
def is_on_agent(case: Case) -> bool:
    """Called on somebody."""
    return case.has_kind(ACTORS, "on", "upon")


@condition("on person")
def is_on_person(case: Case) -> bool:
    """Called on a person."""
    return case.has_kind(PERSONS | {Kind.PRONOUN}, "on", "upon")


@condition("with agent")
def is_with_agent(case: Case) -> bool:
    """With somebody."""
    return case.has_kind(ACTORS | {Kind.UNKNOWN}, "with")


@condition("against or object")
def is_against_agent(case: Case) -> bool:
    """An agent is fought or faced."""
    return case.has_kind(AGENTS, "against", "object")


@condition("audience")
def is_audience(case: Case) -> bool:
    """An audience was given."""
    return case.has_head({"audience"}, "object", "object2", "with")


@condition("of meeting")
def is_of_meeting(case: Case) -> bool:
    """The honour of meeting, of being received, of an audience."""
    told = case.says_after({"of meeting", "of being received"})
    return told or case.has_head({"meeting", "audience"}, "of", "object.of")


@condition("message object")
def is_exchange_of_things(case: Case) -> bool:
    """Letters, gifts or shots are exchanged, not views."""
    return case.has_head(words("exchanged"), "object")


@condition("parties")
def has_parties(case: Case) -> bool:
    """At least two agents around a meeting noun, or an owner: "talks between A and B", "Kim's meeting with B"."""
    noun = case.word
    if noun.determiner == "our" or (len(noun.countries) > 1 and noun.possessor is None) or _is_held_together(case):
        return True
    agents = [chunk for chunk in case.chunks("with", "between", "possessor") if chunk.kind in AGENTS]
    if agents and (len(agents) > 1 or case.frame.slots.get("with")):
        return True
    return noun.head == "summit" and (case.has_time_or_place or noun.determiner == "their")


def _is_held_together(case: Case) -> bool:
    slots = ["subject of organise", "subject of perform"]
    if case.word.head not in ("meeting", "meetings"):
        slots.append("subject of attend")
    together = [chunk for chunk in case.chunks(*slots) if chunk.kind in AGENTS]
    return len(together) > 1 or (bool(together) and together[0].head == "they")


@condition("parties unless body")
def has_parties_of_its_own(case: Case) -> bool:
    """Parties, and no meeting of a body."""
    return words("body_meetings").isdisjoint(case.word.modifiers) and has_parties(case)


@condition("plain game")
def is_not_told_to_be_held(case: Case) -> bool:
    """A game, dialogue or discussion that no verb tells to be held."""
    told = {"organise", "occur", "attend"}
    return case.word.head in words("loose_meetings") and told.isdisjoint(supports(case))

"""Protests, strikes and arrests."""

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions.case import PERSONS, Case, modifier_words
from kcgraph.extract.conditions.force import has_armed
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular

# ---- protests


@condition("happened or held")
def is_held_or_happened(case: Case) -> bool:
    """Held, staged or under way, with a place or a time; or by somebody."""
    noun = case.word
    if singular(noun.head) == "rally" and not _is_rally_of_protest(case):
        return False
    if noun.head == "uprising":
        return case.has_time or "popular" in noun.modifiers
    if singular(noun.head) in words("dated_unrest"):
        protest = noun.head != "march" or "protest" in noun.modifiers
        return protest and case.has_time and not case.has_kind({Kind.PERSON}, "of")
    if noun.head in ("demonstration", "riot") and (case.frame.slots.get("of") or _follows_run(case)):
        return False
    return bool(case.chunks("subject of organise", "subject of perform")) or case.has_time_or_place


def _is_rally_of_protest(case: Case) -> bool:
    """A candlelight rally, or one in an article that tells of such; other rallies are ceremonies."""
    if not words("protest_modifiers").isdisjoint(case.word.modifiers):
        return True
    return case.word.determiner == "the" and "candlelight" in case.scene.cast.reading.article.text


def _follows_run(case: Case) -> bool:
    """ "Run riot"."""
    return "run" in case.scene.sentence.words[max(0, case.word.first - 1)].lower()


@condition("protesters")
def is_protest(case: Case) -> bool:
    """Those who stage a rally against somebody, or a strike; the North's own rallies are ceremonies."""
    found = case.asked_objects
    heads = {head for chunk in found for head in (chunk.head, singular(chunk.head))}
    told = {word for chunk in found for word in modifier_words(chunk)}
    if not heads.isdisjoint(words("campaigns")) and told.isdisjoint(words("campaign_kinds")):
        return False
    if "strike" in heads and (_is_military(told) or has_armed(case, "subject")):
        return False
    if heads.isdisjoint(("rally", "rallies")):
        return True
    people = any(_is_protesting(chunk) for chunk in (*case.chunks("subject"), *found))
    return people or not told.isdisjoint(words("protest_modifiers"))


def _is_military(told: set[str]) -> bool:
    return not told.isdisjoint(words("war_modifiers") | words("military_strikes"))


def _is_protesting(chunk: Chunk) -> bool:
    civic = not {"civic", "candlelight"}.isdisjoint(chunk.modifiers)
    of_south = "south-korea" in chunk.countries or "south korea" in chunk.name.lower()
    return civic or of_south or chunk.head in words("protesters")


@condition("own march")
def is_own_march(case: Case) -> bool:
    """The marches of the North's own columns and of a parade."""
    match case.word.head:
        case "march" | "rally":
            return not case.has_head(words("marchers"), "subject")
        case "block":
            return not case.has_head(words("blocked"), "object")
    return False


@condition("against protesters")
def is_against_protesters(case: Case) -> bool:
    """What the police do to demonstrators and workers."""
    if not case.is_told or not case.has_head(words("police"), "subject"):
        return False
    return case.has_head(words("beaten"), "object", "on") or case.says_after(words("beaten"))


# ---- arrests


@condition("caught")
def is_caught(case: Case) -> bool:
    """Somebody arrested, expelled, tried; things confiscated. Released statements and fired shots are none."""
    verb = case.word.head
    if verb in words("confiscating"):
        return _is_confiscated(case)
    if verb in words("freeing"):
        freed = any(chunk.kind in PERSONS or chunk.head in words("freed_people") for chunk in case.chunks("object"))
        return freed and (case.has_time or verb == "release")
    held = case.has_kind(PERSONS | {Kind.GROUP}, "object") or case.has_head(words("held_people"), "object")
    if case.has_kind({Kind.PRONOUN}, "object"):
        held = held or (case.is_told and bool(case.chunks("subject")) and verb in words("judging"))
    if verb == "expel":
        return held and (case.has_time or case.has_kind(PERSONS, "object"))
    return held


def _is_confiscated(case: Case) -> bool:
    if case.chunks("with") or case.has_kind({Kind.COUNTRY, Kind.PERSON}, "object"):
        return False
    if case.has_head(words("never_confiscated"), "object"):
        return False
    return case.word.head in ("confiscate", "search") or case.has_time_or_place


@condition("guilty")
def is_found_guilty(case: Case) -> bool:
    """`declared him guilty`, `found X guilty of`, `not guilty`."""
    return case.is_told and "guilty" in case.text_after.split()


@condition("brought before")
def is_brought_before(case: Case) -> bool:
    """A suit or complaint; a motion, bill or proposal laid before a body or on a date."""
    if not case.is_told:
        return False
    heads = case.heads("object") & case.pattern.objects
    if not heads.isdisjoint(words("suits")):
        return case.word.head in words("suing")
    body = case.has_kind({Kind.GROUP}, "to", "with", "in")
    if case.word.head in words("moving") and "proposal" not in heads:
        return body or case.has_time
    return body and case.has_time

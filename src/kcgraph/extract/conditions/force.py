"""Armed forces: their moves, fights and exercises, shots and intrusions."""

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.conditions.case import LANDS, Case, has_capital, is_among, modifier_words
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular

_COUNTRY = frozenset({Kind.COUNTRY})


def is_armed(chunk: Chunk) -> bool:
    """Whether troops, a warship or the like are meant."""
    if is_among(chunk, words("armed")):
        return True
    if chunk.kind == Kind.OFFICE:
        return chunk.is_plural and "service members" in chunk.name.lower()
    return chunk.kind != Kind.PERSON and not words("armed_modifiers").isdisjoint(chunk.modifiers)


def has_armed(case: Case, *slots: str) -> bool:
    """Whether troops, a warship or the like stand in the slots."""
    return any(is_armed(chunk) for chunk in case.chunks(*slots))


# ---- who fights


@condition("of forces")
def is_of_forces(case: Case) -> bool:
    """The dispatch of troops or arms."""
    return any(is_among(chunk, words("forces")) for chunk in case.chunks("of"))


@condition("armed subject")
def has_armed_subject(case: Case) -> bool:
    """Troops or a country do it, or it is done with troops."""
    acting = any(is_armed(chunk) or chunk.kind == Kind.COUNTRY or chunk.countries for chunk in case.chunks("subject"))
    return acting or has_armed(case, "of", "object")


@condition("armed object")
def has_armed_object(case: Case) -> bool:
    """The object is troops or the like."""
    return has_armed(case, "object")


@condition("to army")
def is_to_army(case: Case) -> bool:
    """To join or serve in the army, or for the army."""
    following = case.next_infinitive
    joins = following is not None and following.head in words("enlisting")
    return (joins or bool(case.chunks("for"))) and "army" in case.text_after


@condition("volunteered")
def is_volunteering_otherwise(case: Case) -> bool:
    """Volunteered for something other than the army."""
    following = case.next_infinitive
    if following is not None:
        return following.head not in words("volunteering")
    return bool(case.chunks("for", "to")) and "army" not in case.heads("for")


@condition("of forces or arms")
def is_of_forces_or_arms(case: Case) -> bool:
    """The dispatch of troops, whether the phrase stands with the noun or the verb."""
    return any(
        is_armed(chunk) or is_among(chunk, words("forces"))
        for chunk in case.chunks("of", "object.of", "of something else")
    )


@condition("help of forces")
def is_help_of_forces(case: Case) -> bool:
    """`troop involvement`, `assistance to the army`, `casualties of the troops`."""
    if not words("soldiers").isdisjoint(modifier_words(case.word)):
        return bool(case.word.countries) or case.has_kind({Kind.GROUP, Kind.COUNTRY}, "possessor", "by")
    if case.word.determiner not in ("their", "its") and not case.has_kind({Kind.GROUP, Kind.COUNTRY}, "possessor"):
        return False
    return has_armed(case, "to")


@condition("on alert")
def is_on_alert(case: Case) -> bool:
    """Put on alert, kept in combat readiness."""
    states = case.chunks("on", "in", "to", "into", "under", "at", "object")
    alert = any(
        chunk.head in words("alerts") and not words("alerting").isdisjoint(modifier_words(chunk)) for chunk in states
    )
    return alert and has_armed(case, "subject", "object")


@condition("armed subject only")
def has_forces_for_subject(case: Case) -> bool:
    """Troops, an army or its staff do it."""
    return has_armed(case, "subject")


@condition("measure to act")
def is_measure_to_act(case: Case) -> bool:
    """`took a measure to cut off the roads`."""
    following = case.next_infinitive
    return following is not None and following.head in words("measures_of_forces")


@condition("forces lost")
def is_losing_forces(case: Case) -> bool:
    """Soldiers were killed or died, at a place or a time or fighting."""
    verb = case.word.head
    if verb == "meet" and not case.has_head({"death", "end"}, "object"):
        return False
    fell = "subject" if verb in ("die", "fall", "perish", "meet") else "object"
    if not any(is_armed(chunk) and chunk.kind in (Kind.GROUP, Kind.NOUN, Kind.OFFICE) for chunk in case.chunks(fell)):
        return False
    fighting = any(text in case.text_after for text in words("while_fighting"))
    return case.is_told and (case.has_time_or_place or fighting)


@condition("with arms")
def is_with_arms(case: Case) -> bool:
    """Supplied with shells, missiles or the like."""
    return case.is_told and case.has_head(words("supplied_arms"), "with")


# ---- fights


@condition("in war")
def is_in_war(case: Case) -> bool:
    """Troops with, alongside or against troops, at a place or time or alongside."""
    acting = any(is_armed(chunk) or chunk.countries for chunk in case.chunks("subject"))
    anchored = case.has_time_or_place or bool(case.chunks("alongside"))
    return acting and anchored and has_armed(case, "with", "alongside", "object")


@condition("warlike")
def is_warlike(case: Case) -> bool:
    """Forces that move where they fight: to or into a place, against or alongside somebody."""
    verb = case.word
    if verb.head == "demine" or (verb.head in ("deploy", "dispatch") and verb.form in ("past", "finite")):
        return True
    if any(chunk.kind in AGENTS or is_armed(chunk) for chunk in case.chunks("alongside", "against")):
        return True
    return case.has_head(words("fights"), "in") or _moves_into_land(case)


def _moves_into_land(case: Case) -> bool:
    verb = case.word.head
    if verb in ("participate", "take"):
        return False
    if verb in words("peaceful_moves"):
        return case.has_kind(LANDS, "to", "in", "into")
    slots = ("to", "in", "into", "near", "across", "over", "at", "from", "object")
    return any(chunk.kind in LANDS or singular(chunk.head) in words("lands") for chunk in case.chunks(*slots))


@condition("war object")
def is_war_object(case: Case) -> bool:
    """A land, a body of troops or something armed, not a person, an idea or a market."""
    subjects = case.chunks("subject")
    if subjects and not any(_may_attack(chunk) for chunk in subjects):
        return False
    return any(
        chunk.kind in LANDS or is_armed(chunk) or singular(chunk.head) in words("lands") | words("shot_at")
        for chunk in case.chunks("object")
    )


def _may_attack(chunk: Chunk) -> bool:
    return is_armed(chunk) or chunk.kind in LANDS | {Kind.PRONOUN} or bool(chunk.countries)


@condition("warring")
def is_warring(case: Case) -> bool:
    """Whose surrender or deployment it was; for an invasion, when: wars as such are no events."""
    head = case.word.head
    if head == "invasion":
        return case.has_time
    if head not in words("needing_forces"):
        return True
    slots = ("of", "possessor", "by")
    return has_armed(case, *slots) or case.has_kind(_COUNTRY, *slots)


@condition("mere talk")
def is_mere_talk(case: Case) -> bool:
    """ "For invading", "of attacking" without a time: a purpose or a charge."""
    verb = case.word
    if verb.head == "liberate" and any(_is_own_country(chunk) for chunk in case.chunks("object")):
        return True
    if case.has_time:
        return False
    return verb.head in ("invade", "annex") or (verb.head in words("attacking") and _is_joined_gerund(case))


def _is_own_country(chunk: Chunk) -> bool:
    return chunk.name in ("Korea", "country") or chunk.head in words("own_country")


def _is_joined_gerund(case: Case) -> bool:
    before = case.before
    joining = (Kind.PREPOSITION, Kind.VERB, Kind.CONJUNCTION, Kind.COMMA)
    return case.word.form == "ing" and before is not None and before.kind in joining


@condition("demanded")
def is_demanded(case: Case) -> bool:
    """`demanded the withdrawal of troops`, `called for stopping the drills`: what is wished or to be prevented."""
    chunks, governors = case.scene.chunks, case.scene.governors.get(case.at, ())
    return any(
        (slot == "object" and chunks[v].head in words("demanding_verbs"))
        or (slot == "for" and chunks[v].head in words("calling_for"))
        for v, slot in governors
    )


@condition("of land")
def is_of_land(case: Case) -> bool:
    """The liberation of a place."""
    return any(_is_place(chunk) for chunk in case.chunks("of"))


def _is_place(chunk: Chunk) -> bool:
    if chunk.kind == Kind.PLACE:
        return chunk.name.lower() not in ("korea", "south korea")
    return chunk.kind == Kind.NOUN and singular(chunk.head) in words("named_lands") and chunk.name[:1].isupper()


@condition("in land")
def is_battle_in_land(case: Case) -> bool:
    """A battle in a region or near a town, by troops."""
    noun = case.word
    if not case.has_kind(LANDS, "in", "near", "at", "for", "around"):
        is_common = case.scene.sentence.words[noun.last - 1] == "battle"
        return is_common and case.has_kind({Kind.PLACE}, "of")
    if noun.head in ("operation", "operations"):
        return not words("field_operations").isdisjoint(noun.modifiers)
    return not case.has_kind({Kind.PERSON}, "possessor")


@condition("battle fought")
def is_battle_fought(case: Case) -> bool:
    """A battle at a place or a time or against somebody, and no drive in the economy."""
    if not case.is_told or not words("peaceful_battles").isdisjoint(case.modifiers("object")):
        return False
    return case.has_time_or_place or has_armed(case, "against", "with", "subject")


@condition("enemy")
def is_no_sport(case: Case) -> bool:
    """No word of sport in the sentence."""
    return words("sports").isdisjoint(word.lower() for word in case.scene.sentence.words)


@condition("named incident")
def is_named_incident(case: Case) -> bool:
    """`the Yonphyong Island shelling incident`: a fight known by the name of its place."""
    return has_capital(case.word) and len(case.word.modifiers) > 1


# ---- exercises


@condition("drill")
def is_drill(case: Case) -> bool:
    """No game, unless a war game."""
    return case.word.head not in words("games") or "war" in case.word.modifiers


@condition("harmless exercise")
def is_harmless_exercise(case: Case) -> bool:
    """Physical exercises and evacuation drills, and attacks that are words."""
    found = case.asked_objects
    if not {singular(chunk.head) for chunk in found} <= words("exercises"):
        return False
    warlike = any(not words("war_modifiers").isdisjoint(modifier_words(chunk)) for chunk in found)
    return not (warlike or has_armed(case, "subject") or case.has_kind(_COUNTRY, "subject"))


# ---- shots and intrusions


@condition("shot")
def is_shot(case: Case) -> bool:
    """Fired at, shot down, opened fire on."""
    verb = case.word.head
    match verb:
        case "fire":
            return bool(_targets(case)) and (not case.chunks("object") or case.has_head(words("shots"), "object"))
        case "shoot":
            return case.has_head(words("shot_at"), "object", "down") or bool(_targets(case))
        case "open":
            return "fire" in case.heads("object") and bool(case.chunks("at", "on", "upon", "into"))
    return case.has_head(words("shot_at"), "object")


def _targets(case: Case) -> list[Chunk]:
    return [chunk for chunk in case.chunks("at", "on", "upon", "into") if chunk.kind != Kind.PLACE]


@condition("intrusion")
def is_intrusion(case: Case) -> bool:
    """Into a sky or waters; drones, leaflets and balloons sent across."""
    verb, sent = case.word.head, case.heads("object")
    crossed = case.has_head(words("entered"), "into", "in", "over", "to", "object", "across")
    if verb in ("infiltrate", "intrude", "penetrate"):
        return crossed or not sent.isdisjoint(words("sent_across")) or case.has_kind(LANDS, "into", "to")
    if verb in ("violate", "trespass", "encroach"):
        return case.has_head(words("violated"), "object", "on", "upon")
    if verb in words("scattering"):
        return not sent.isdisjoint(words("scattered"))
    return crossed and case.has_head(words("intruders"), "subject")

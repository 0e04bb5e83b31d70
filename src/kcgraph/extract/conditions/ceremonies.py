"""Ceremonies, shows, parties and guidance on the spot."""

from itertools import pairwise

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.conditions.case import ACTORS, Case, has_capital
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.conditions.support import support_of, supports, takes_place
from kcgraph.extract.gatherings import is_gathering, speaks_at
from kcgraph.extract.patterns import singular
from kcgraph.extract.scene import Scene

# How far before a word its occasion may stand, in tokens.
_REACH_BACK = 11

# ---- held


@condition("organised")
def is_organised(case: Case) -> bool:
    """A verb says of the event noun that it was held, attended, took place, ..."""
    return bool(supports(case))


@condition("organised or set")
def is_organised_or_set(case: Case) -> bool:
    """Held, or at a time or place."""
    return bool(supports(case)) or case.has_time_or_place


@condition("spoken at")
def is_spoken_at(case: Case) -> bool:
    """Somebody is told to speak or act there."""
    return any(chunk.kind in ACTORS for chunk, _ in speaks_at(case.scene, case.at))


@condition("organised or spoken at")
def is_organised_or_spoken_at(case: Case) -> bool:
    """Held, or somebody speaks there."""
    return is_organised(case) or is_spoken_at(case)


@condition("somebody or somewhere")
def is_of_somebody(case: Case) -> bool:
    """Held or attended by somebody named in the clause, or in a named place."""
    slots = ("by", "subject of organise", "subject of attend", "subject of speak", "subject of perform")
    return case.has_place or case.has_kind(ACTORS, *slots) or is_spoken_at(case)


@condition("took place")
def took_place(case: Case) -> bool:
    """Held, and not by a person."""
    return takes_place(case) and not case.has_kind({Kind.PERSON}, "subject of organise")


@condition("plain event")
def is_plain_event(case: Case) -> bool:
    """An evening, a film, a service that no verb tells to be held."""
    noun = case.word
    return "full" in noun.modifiers or (singular(noun.head) in words("plain_events") and not takes_place(case))


@condition("in general")
def is_in_general(case: Case) -> bool:
    """Several that nobody is told to have held ("the plenary meetings"), or what somebody holds as a habit."""
    noun, governors = case.word, case.scene.governors.get(case.at, ())
    carrying = [case.scene.chunks[v] for v, slot in governors if support_of(case.scene, v, slot)]
    if carrying:
        return not case.has_time and all(verb.form in ("s", "base") for verb in carrying)
    is_several = noun.head.endswith("s") and noun.head not in words("events_in_plural")
    return is_several and not case.has_time_or_place and not is_spoken_at(case)


@condition("title of a work")
def is_in_title(case: Case) -> bool:
    """`The "Report to the Sixth Congress"`: what a printed report was made to."""
    before = case.scene.chunks[case.at - 2] if case.at > 1 else None
    return case.follows("to") and before is not None and before.head in words("reports")


# ---- occasions


@condition("anniversary")
def follows_anniversary(case: Case) -> bool:
    """An anniversary, a birthday or a day stands before the word."""
    first = case.word.first
    before = case.scene.sentence.words[max(0, first - _REACH_BACK) : first]
    return any("anniversary" in word.lower() or "birthday" in word.lower() or word == "day" for word in before)


@condition("to mark")
def is_to_mark(case: Case) -> bool:
    """Whether the phrase says that it is to mark a day or to honour somebody, or is on an occasion."""
    spoken = [word.lower() for word in case.scene.sentence.words]
    after = spoken[case.word.last :]
    if any(one == "to" and other in words("marking") for one, other in pairwise(after)):
        return True
    return not words("marking_participles").isdisjoint(after) or not words("occasions").isdisjoint(spoken)


@condition("of deliberators")
def is_of_deliberators(case: Case) -> bool:
    """`A meeting of defence ministers`, `of voters`: of those who come together to deliberate."""
    return case.has_head(words("deliberators"), "of")


@condition("of a ceremony")
def is_of_ceremony(case: Case) -> bool:
    """`The exhibition was opened with due ceremony`: a ceremony that the verb tells by itself."""
    scene = case.scene
    done = [chunk for v, slot in scene.governors.get(case.at, ()) if slot == "with" for chunk in _sides(scene, v)]
    return any(chunk.kind == Kind.NOUN and is_gathering(chunk, "Ceremony") for chunk in done)


def _sides(scene: Scene, v: int) -> list[Chunk]:
    return [chunk for slot in ("subject", "object") for chunk in scene.frames[v].slots.get(slot, ())]


# ---- shows


@condition("abstract show")
def is_abstract_show(case: Case) -> bool:
    """ "Economic performance", "a show of force", "the performance of a duty"."""
    noun = next((chunk for chunk in case.chunks("object") if singular(chunk.head) in words("shows")), case.word)
    if singular(noun.head) not in words("shows"):
        return False
    if "full" in noun.modifiers or _shows_wares(case, noun):
        return True
    after = [word.lower() for word in case.scene.sentence.words[noun.last : noun.last + 6]]
    if after[:1] == ["of"] and not words("shown_abstractions").isdisjoint(after):
        return True
    return case.is_noun and _is_achievement(noun) and not supports(case)


def _shows_wares(case: Case, noun: Chunk) -> bool:
    """A "show", or one of things in plural, that nobody stages or attends."""
    if singular(noun.head) != "show" or not case.is_noun:
        return False
    kinds = [word for word in noun.modifiers if not word.endswith("ly")]
    vague = not kinds or noun.modifiers[-1].endswith("s")
    return vague and supports(case).isdisjoint(("organise", "attend"))


def _is_achievement(noun: Chunk) -> bool:
    figurative = not words("performances_in_figures").isdisjoint(noun.modifiers)
    return figurative and singular(noun.head) == "performance"


@condition("trade fair")
def is_trade_fair(case: Case) -> bool:
    """A fair, or a show of inventions or trade."""
    return case.word.head == "fair" or not words("inventions").isdisjoint(case.word.modifiers)


@condition("shown")
def is_shown(case: Case) -> bool:
    """Opened to the public; shown at a time or in a parade."""
    if case.word.head == "open":
        return case.has_head({"media", "public", "press"}, "to")
    return case.has_time or case.has_head(words("shows_of_arms"), "at")


# ---- parties


@condition("party alone")
def is_party_without_feast(case: Case) -> bool:
    """A "party" that may be a political one."""
    return case.word.head == "party" and words("festive").isdisjoint(case.word.modifiers)


@condition("political party")
def is_political_party(case: Case) -> bool:
    """A "party" that is not said to be a social one."""
    return any(
        singular(chunk.head) == "party" and words("social").isdisjoint(chunk.modifiers)
        for chunk in case.chunks("object")
    )


# ---- guidance


@condition("abstract object")
def is_without_thing(case: Case) -> bool:
    """What is guided is no place, body, named thing, drill or works."""
    return not any(
        chunk.kind in (Kind.PLACE, Kind.GROUP) or chunk.head in words("guided_things") or has_capital(chunk)
        for chunk in case.chunks("object")
    )

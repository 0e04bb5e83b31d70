"""Trade, sanctions and production."""

from kcgraph.extract.chunks import AGENTS, Chunk, Kind
from kcgraph.extract.conditions.case import Case, modifier_words
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular


@condition("settled")
def is_settled(case: Case) -> bool:
    """Sanctions spoken of in general: nobody imposes them and no time is told; trade that is expanded."""
    sanctions = case.is_noun or case.has_head(words("sanctions"), "object")
    if not sanctions and case.word.head not in words("cutting_off"):
        return True
    return not (case.has_time or case.has_kind(AGENTS | {Kind.PLACE}, "subject", "possessor", "by"))


@condition("figure told")
def is_figure_told(case: Case) -> bool:
    """By how much something rose or to how much it came, and when."""
    if not case.has_time or not case.is_told:
        return False
    return case.says_after(words("amounts")) and any(character.isdigit() for character in case.text_after)


@condition("carrying goods")
def is_carrying_goods(case: Case) -> bool:
    """Aid that arrives, or what carries it."""
    if not case.is_told or not case.chunks("in", "at", "object", "from"):
        return False
    subjects = case.chunks("subject")
    told = {word for chunk in subjects for word in (*modifier_words(chunk), chunk.head, singular(chunk.head))}
    clause = case.scene.sentence.words[min(chunk.first for chunk in subjects) : case.word.first]
    return not (told | {word.lower() for word in clause}).isdisjoint(words("cargo"))


@condition("to trade")
def precedes_trading(case: Case) -> bool:
    """To develop trade, to supply oil, with a date."""
    verb = case.next_infinitive
    if verb is None or verb.head not in words("trading") or _is_to_cooperate(case, verb):
        return False
    return (case.has_time or case.has_time_at(verb)) and case.says_after(words("trade_after"))


def _is_to_cooperate(case: Case, verb: Chunk) -> bool:
    """To boost cooperation or relations, whatever the field."""
    frame = next((frame for v, frame in case.scene.frames.items() if case.scene.chunks[v] is verb), None)
    objects = frame.slots.get("object", ()) if frame is not None else ()
    return any(singular(chunk.head) in words("cooperating") for chunk in objects)


@condition("vague goal")
def is_vague_goal(case: Case) -> bool:
    """Goals of an age, plans of meetings and what a plant makes year in, year out."""
    verb, heads = case.word, case.heads("object")
    if verb.is_planned:
        return True
    if not heads.isdisjoint(words("goals")):
        lofty = not words("lofty_goals").isdisjoint(case.modifiers("object"))
        return lofty or verb.head not in words("fulfilling")
    if verb.head in words("attaining") and heads.isdisjoint(words("harvests")):
        return True
    return verb.form in ("s", "base", "infinitive") or not case.chunks("subject")

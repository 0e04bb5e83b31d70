"""Disasters, their damage and the help after them."""

from kcgraph.extract.chunks import Kind
from kcgraph.extract.conditions.case import Case, modifier_words
from kcgraph.extract.conditions.force import is_armed
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular


@condition("happened")
def has_happened(case: Case) -> bool:
    """A disaster with a place or a time, or one that did something."""
    if case.is_governed("object", words("suffering")):
        return True
    return case.has_time_or_place or case.is_governed("subject", words("striking"))


@condition("disaster words")
def is_figure_of_speech(case: Case) -> bool:
    """Figures of speech and bodies that deal with disasters."""
    if not words("figures_of_speech").isdisjoint(modifier_words(case.word)):
        return True
    return case.word.head in words("bursting") and case.has_head(words("burst_feelings"), "of")


@condition("hypothesis")
def is_hypothesis(case: Case) -> bool:
    """What might happen; strikes and incidents that are no disaster."""
    verb, subjects = case.word, case.heads("subject") & case.pattern.subjects
    if verb.head in words("happening"):
        return verb.form not in ("past", "finite")
    if verb.head in words("causing"):
        causes = words("disasters") | words("accidents")
        return subjects.isdisjoint(causes) or not case.chunks("object")
    return not subjects.isdisjoint(words("doubtful_accidents")) and not case.has_time_or_place


@condition("crashed")
def is_crashed(case: Case) -> bool:
    """A plane, ship or building that came to grief, somewhere or some time."""
    own = case.word.is_passive or not case.chunks("object")
    return case.is_told and own and case.has_time_or_place


@condition("detected")
def is_detected(case: Case) -> bool:
    """Radiation or a disease found somewhere, some time."""
    told = case.modifiers("object") | case.heads("object")
    if told.isdisjoint(words("hazards")) and not _is_contaminated(case):
        return False
    return case.is_told and (case.has_time or (case.has_place and case.word.is_passive))


def _is_contaminated(case: Case) -> bool:
    """`foods contaminated by radiation were found`."""
    before = case.scene.sentence.words[max(0, case.word.first - 4) : case.word.first]
    return "contaminated" in before


@condition("flooded")
def is_flooded(case: Case) -> bool:
    """Houses or land under water somewhere, some time."""
    return case.is_told and case.word.is_passive and case.has_time_or_place


@condition("medical")
def is_medical(case: Case) -> bool:
    """Treatment and training of patients."""
    heads = case.heads("object")
    return not case.modifiers("object").isdisjoint(words("medical")) or not heads.isdisjoint(("surgery",))


@condition("by disaster")
def is_by_disaster(case: Case) -> bool:
    """Damage by, from or caused by flood or rain."""
    if case.has_head(words("disasters"), "by", "from", "due"):
        return True
    chunks, after = case.scene.chunks, case.at + 1
    if after >= len(chunks) or chunks[after].kind != Kind.VERB or chunks[after].head not in words("inflicting"):
        return False
    slots = case.scene.frames[after].slots
    causes = (chunk for slot in ("by", "subject", "from", "due") for chunk in slots.get(slot, ()))
    return any(singular(chunk.head) in words("disasters") for chunk in causes)


@condition("told before")
def is_told_before(case: Case) -> bool:
    """The article spoke of the same disaster before: one flood is one event, however often its victims are named."""
    noun, scene = case.word, case.scene
    named = [stem for stem in words("disaster_stems") if any(stem in modifier for modifier in noun.modifiers)]
    earlier = scene.cast.reading.sentences[: scene.number]
    before = [*scene.sentence.words[: noun.first], *(word for sentence in earlier for word in sentence.words)]
    return any(stem in word.lower() for stem in named or ("flood", "disaster") for word in before)


@condition("saved")
def is_saved(case: Case) -> bool:
    """People rescued, treated or moved out; "they", rescued by somebody."""
    verb = case.word.head
    if verb == "rescue" and case.is_told and case.chunks("subject") and case.has_kind({Kind.PRONOUN}, "object"):
        return True
    if not case.has_head(words("saved_people"), "object", "for", "of something else"):
        return False
    if verb == "care" or case.has_time:
        return True
    if verb in ("treat", "save"):
        return False
    return case.has_place or case.has_head(words("saved_from"), "from", "of", "in")


@condition("after disaster")
def is_after_disaster(case: Case) -> bool:
    """Work in a flooded area; roads and bridges repaired by troops."""
    heads = case.heads("of", "of something else", "object.of", "from")
    told = case.modifiers("object", "in", "of something else", "of", "from") | heads
    if not told.isdisjoint(words("disasters") | words("stricken")):
        return True
    helped = any(is_armed(chunk) or chunk.kind == Kind.PRONOUN for chunk in case.chunks("subject"))
    return helped and not heads.isdisjoint(("road", "bridge"))

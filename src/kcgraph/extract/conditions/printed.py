"""Statements issued and texts published."""

from kcgraph.extract.chunks import AGENTS, Kind
from kcgraph.extract.conditions.case import Case, has_capital
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import patterns, singular


@condition("issued")
def is_issued(case: Case) -> bool:
    """What the verb brings out is a statement: "issued a white paper", "gave an answer", "made public"."""
    verb, objects = case.word, case.heads("object")
    match verb.head:
        case "issue" | "release" | "publish" | "circulate":
            return _is_issued_text(case)
        case "make":
            return bool(objects) and "public" in case.text_after
        case "give":
            return not objects.isdisjoint(("answer", "reply", "discourse"))
        case "deliver":
            return not verb.is_passive and not objects.isdisjoint(("address", "statement"))
        case "announce":
            return not objects.isdisjoint(words("announced_texts"))
    return not objects.isdisjoint(("statement", "declaration", "appeal"))


def _is_issued_text(case: Case) -> bool:
    text = next((chunk for chunk in case.chunks("object") if singular(chunk.head) in words("issued_texts")), None)
    return text is not None and (singular(text.head) not in ("book", "paper") or "white" in text.modifiers)


@condition("summary")
def is_summary(case: Case) -> bool:
    """`Organizations of different countries issued statements`: a line before those that tell which."""
    is_plural = all(chunk.is_plural or chunk.head.endswith("s") for chunk in case.asked_objects)
    subjects = case.chunks("subject")
    if not is_plural or not subjects or subjects[0].head not in words("several_bodies"):
        return False
    return case.scene.number == 0 or all(chunk.head in words("several_bodies") for chunk in subjects)


@condition("issued or possessor")
def is_of_issuer(case: Case) -> bool:
    """ "The Jan. 11 statement", "the statement of a spokesman": not "said in a statement on May 3"."""
    noun = case.word
    governors = case.scene.governors.get(case.at, ())
    if any(case.scene.chunks[v].head in words("issuing_verbs") for v, _ in governors):
        return False
    owned, says_whose = case.has_kind(AGENTS, "possessor", "by", "of"), case.frame.slots.get("of") is not None
    if case.follows("in", "through") and noun.determiner in ("a", "an", ""):
        return owned and not says_whose
    return noun.head != "declaration" and (owned or (case.has_time and not says_whose))


@condition("by press")
def is_by_press(case: Case) -> bool:
    """A paper, agency or broadcaster does it."""
    return any(
        (chunk.kind == Kind.GROUP and not patterns().press.isdisjoint({chunk.head, *chunk.modifiers}))
        or (chunk.agent is not None and case.scene.cast.is_outlet(chunk.agent))
        for chunk in case.chunks("subject")
    )


@condition("published")
def is_published(case: Case) -> bool:
    """A paper, site or group that carries a text: not a plan carried through, nor a letter that is a message."""
    verb, objects = case.word.head, {singular(chunk.head) for chunk in case.asked_objects}
    if case.has_kind({Kind.PERSON}, "subject"):  # a paper that is called like a person
        return verb in words("editing") and not objects.isdisjoint(words("issued_texts"))
    if objects <= words("pictures"):
        return _shows_pictures(case)
    if verb in words("sparing_room"):
        return not objects.isdisjoint(words("issued_texts")) and not case.word.is_passive
    if objects.isdisjoint(words("paper_contents")) or verb in words("carrying"):
        return True
    return verb in ("publish", "release") and not objects.isdisjoint(words("published_works"))


def _shows_pictures(case: Case) -> bool:
    """`The paper X carried a photo of Y`, `devoted a page to Y`: no marchers who carry pictures."""
    is_body = any(chunk.kind == Kind.GROUP and not chunk.is_plural for chunk in case.chunks("subject"))
    return is_body and case.is_told and case.word.head in words("editing") | words("sparing_room")


@condition("printed statement")
def is_loose_work(case: Case) -> bool:
    """A film or magazine released at no time; a work without a name."""
    found, verb = case.asked_objects, case.word.head
    heads = {singular(chunk.head) for chunk in found}
    if heads <= words("loose_works") and verb in ("release", "dedicate"):
        return not case.has_time
    if not heads <= {"work", "collection"} or any(has_capital(chunk) for chunk in found):
        return False
    return not (case.has_time or case.chunks("subject"))


@condition("authored")
def is_authored(case: Case) -> bool:
    """A work published by the person who wrote it, who may be named before: `the work, published on May 3`."""
    works = [work for work in case.asked_objects if work.head in words("authored_works")]
    if not works or case.chunks("subject"):
        return bool(works) and case.has_kind({Kind.PERSON}, "subject")
    work = works[0]
    if work.possessor is not None:
        return work.possessor.kind == Kind.PERSON
    return work.determiner == "the" and case.scene.cast.author is not None


@condition("of book")
def is_of_book(case: Case) -> bool:
    """The publication of a book or stamp."""
    return case.has_head(words("books"), "of")


@condition("text after")
def names_text_after(case: Case) -> bool:
    """An article, essay or biography is named after the word."""
    return case.says_after(words("texts_named_after"))


@condition("abstract text")
def is_against_dprk(case: Case) -> bool:
    """Against or for the DPRK."""
    return case.has_head({"dprk"}, "against", "for")


@condition("political")
def is_political_matter(case: Case) -> bool:
    """A policy or a person, no thing."""
    modified = not words("political_matters").isdisjoint(case.modifiers("object"))
    return modified or case.has_kind({Kind.PERSON}, "object")

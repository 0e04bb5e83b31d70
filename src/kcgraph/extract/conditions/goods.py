"""Services, goods and aid."""

from kcgraph.extract.chunks import AGENTS, Kind
from kcgraph.extract.conditions.case import Case, modifier_words
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import singular

_THINGS = frozenset({Kind.NOUN, Kind.UNKNOWN, Kind.GROUP})


@condition("of services")
def is_of_services(case: Case) -> bool:
    """The opening of flights, of trade: dated, recent, or by somebody."""
    if not (case.has_time or "recent" in case.word.modifiers or case.chunks("by", "possessor")):
        return False
    return any(
        chunk.kind in _THINGS and singular(chunk.head) in words("services") and not chunk.name[:1].isupper()
        for chunk in case.chunks("of")
    )


@condition("no service")
def is_no_service(case: Case) -> bool:
    """Services to the people, tours of visitors, talk of plans."""
    found = case.asked_objects
    heads = {singular(chunk.head) for chunk in found}
    if "tour" in heads and "flight" not in heads and case.word.head not in words("selling_tours"):
        return True
    kinds = {word for chunk in found for word in modifier_words(chunk)}
    if "service" in heads and kinds.isdisjoint(words("service_kinds")):
        return True
    return not case.has_kind(AGENTS | {Kind.PLACE}, "subject") and not case.has_time_or_place


@condition("workers abroad")
def is_workers_abroad(case: Case) -> bool:
    """Workers of one country sent to or hired by another; soldiers at work are no such workers."""
    workers = [chunk for chunk in case.asked_objects if "military" not in chunk.modifiers]
    lands = {Kind.COUNTRY, Kind.PLACE}
    abroad = case.has_kind(lands, "subject") or any(chunk.countries for chunk in workers)
    return bool(workers) and abroad and (case.has_kind(lands, "to", "in") or case.word.head in words("hiring"))


@condition("with goods")
def is_with_goods(case: Case) -> bool:
    """Provided with goods."""
    return case.has_head(words("goods"), "with")


@condition("no goods")
def is_no_goods(case: Case) -> bool:
    """Gifts and guidance; food and support for thought."""
    found = [chunk for chunk in case.asked_objects if chunk.kind != Kind.PERSON]
    heads = {singular(chunk.head) for chunk in found}
    told = {word for chunk in found for word in modifier_words(chunk)} | heads
    if _is_going_on(case, heads) or _is_vague(case, heads, told) or _is_given_to_nobody(case, heads):
        return True
    return not told.isdisjoint(words("no_goods"))


def _is_going_on(case: Case, heads: set[str]) -> bool:
    """ "Are rendering assistance": what is done all the time, without a date."""
    rendered = heads <= words("rendered") and case.word.form == "finite" and not case.has_time
    return rendered and case.scene.sentence.words[case.word.last - 1].lower().endswith("ing")


def _is_vague(case: Case, heads: set[str], told: set[str]) -> bool:
    """ "Things" and "support" that are not told to be of a kind, or are not provided."""
    if not heads <= words("vaguest_goods"):
        return False
    return told.isdisjoint(words("goods_kinds")) or case.word.head not in words("providing")


def _is_given_to_nobody(case: Case, heads: set[str]) -> bool:
    """Raised, released, carried: no goods unless it is told to whom or when."""
    verb = case.word.head
    if verb in words("bringing") and not (case.has_time or case.chunks("to", "for", "object2")):
        return True
    if not heads <= words("vague_goods") or verb not in words("doubtful_giving"):
        return False
    return not (case.has_time or case.chunks("to"))

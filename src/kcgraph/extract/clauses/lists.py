"""Where coordinations (`A, B and C`) and short quoted titles begin and end."""

from collections.abc import Iterable, Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.wordlists import words

LISTED = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.COUNTRY, Kind.UNKNOWN, Kind.PRONOUN})
FINITE = frozenset({"finite", "past", "s"})
PREDICATE = FINITE | {"base"}
_LINKS = (Kind.CONJUNCTION, Kind.COMMA)
_LONGEST_TITLE = 9


def nominals(chunks: Iterable[Chunk]) -> list[Chunk]:
    """The chunks that can be a subject or an object."""
    return [chunk for chunk in chunks if chunk.is_nominal]


def is_finite(chunk: Chunk) -> bool:
    """Whether a chunk is a verb that can carry a main clause."""
    return chunk.kind == Kind.VERB and chunk.form in FINITE


def is_reduced(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the verb at `k` may be a reduced relative clause: a preposition follows where its object would stand."""
    return k + 1 < len(chunks) and chunks[k + 1].kind == Kind.PREPOSITION


# ---- coordinations


def list_start(chunks: Sequence[Chunk], k: int) -> int:
    """The first chunk of the coordination that ends at `k`."""
    last = k
    while k >= 2 and (step := _step_back(chunks, k, is_last=k == last)):
        k -= step
    return k


def _step_back(chunks: Sequence[Chunk], k: int, is_last: bool) -> int:
    """How far before `k` the item stands that is coordinated to it; 0 when there is none."""
    link, before = chunks[k - 1].kind, chunks[k - 2]
    if link == Kind.CONJUNCTION:
        if is_last and _begins_anew(chunks, k):
            return 0
        if k >= 3 and before.kind == Kind.COMMA and chunks[k - 3].is_nominal:
            return 3
        if k >= 4 and before.kind == Kind.COMMA and chunks[k - 3].head == "here" and chunks[k - 4].is_nominal:
            return 4
        if before.head == "here" and k >= 3 and chunks[k - 3].is_nominal:
            return 3
        return 2 if before.is_nominal else 0
    listed = not is_last and can_be_listed(before) and before.kind == chunks[k].kind
    return 2 if link == Kind.COMMA and listed else 0


def _begins_anew(chunks: Sequence[Chunk], k: int) -> bool:
    """`paid for the flowers, and Kim left`: a person before a verb is not coordinated to a thing after a verb."""
    before = chunks[k - 2] if chunks[k - 2].kind != Kind.COMMA or k < 3 else chunks[k - 3]
    if chunks[k].kind != Kind.PERSON or before.kind != Kind.NOUN or not _verb_follows(chunks, k):
        return False
    return any(is_finite(chunk) for chunk in chunks[: k - 2])


# What is counted up, and what may follow it.
_COMMON = (Kind.NOUN, Kind.GROUP)
_CLOSING = (Kind.PREPOSITION, Kind.TIME, Kind.STOP)


def list_end(chunks: Sequence[Chunk], k: int) -> int:
    """The index after the coordination that begins at `k`: `A`, `A and B`, `A, B and C`.

    The subject of a next clause is none of it.
    """
    end = k + 1
    while (link := _past_tail(chunks, end)) + 1 < len(chunks) and chunks[link].kind in _LINKS:
        at = _item_after(chunks, link)
        if not _is_item(chunks, k, link, at) or (link > end and chunks[at].kind not in LISTED):
            break
        end = at + 1
    return end


def _past_tail(chunks: Sequence[Chunk], end: int) -> int:
    """The index after what belongs to the office before `end`: `A who is minister, B`, `minister of A of B, C`."""
    if chunks[end - 1].kind not in (Kind.OFFICE, Kind.UNKNOWN, Kind.GROUP):
        return end
    tail = [chunk.kind for chunk in chunks[end : end + 3]]
    if tail == [Kind.RELATIVE, Kind.VERB, Kind.OFFICE] and chunks[end + 1].head in lexicon().words["holding"]:
        return end + 3
    after_of = tail[:2] == [Kind.PREPOSITION, Kind.COUNTRY] and chunks[end].head == "of"
    return end + 2 if after_of and tail[2:] == [Kind.COMMA] else end


def _is_enumeration(chunks: Sequence[Chunk], k: int, at: int) -> bool:
    """Whether common nouns are counted up after a preposition: `in trade, energy and other fields on May 3`."""
    if k == 0 or chunks[k - 1].kind != Kind.PREPOSITION:
        return False
    while at + 1 < len(chunks) and chunks[at].kind in _COMMON:
        if chunks[at + 1].kind == Kind.CONJUNCTION:
            closing = at + 3
            return closing < len(chunks) and chunks[at + 2].kind in _COMMON and chunks[closing].kind in _CLOSING
        if chunks[at + 1].kind != Kind.COMMA:
            return False
        at += 2
    return False


def _item_after(chunks: Sequence[Chunk], link: int) -> int:
    """The index of what follows a comma, a conjunction or both together."""
    both = chunks[link].kind == Kind.COMMA and chunks[link + 1].kind == Kind.CONJUNCTION and link + 2 < len(chunks)
    return link + 2 if both else link + 1


def _is_item(chunks: Sequence[Chunk], k: int, link: int, at: int) -> bool:
    """Whether the chunk at `at` is one more item of the list that begins at `k`, joined to it by `link`."""
    item = chunks[at]
    if not item.is_nominal or item.kind == Kind.PRONOUN:
        return False
    by_comma = chunks[link].kind == Kind.COMMA and at == link + 1
    if by_comma and not (_is_one_of_many(chunks, k, at) or _is_enumeration(chunks, k, at)):
        return False
    is_second_of_pair = link == k + 1 and k > 0 and chunks[k - 1].head == "between"
    return is_second_of_pair or not _starts_clause(chunks, at)


def can_be_listed(chunk: Chunk) -> bool:
    """An agent, or a site with a name of its own ("the Chollima Tile Factory"): a town after a comma tells where."""
    return chunk.kind in LISTED or (chunk.kind == Kind.PLACE and chunk.is_site and len(chunk.name.split()) > 1)


def _is_one_of_many(chunks: Sequence[Chunk], k: int, at: int) -> bool:
    """Whether what follows a comma goes on with a list: an agent after agents, a thing where "and" closes it."""
    if can_be_listed(chunks[at]) and can_be_listed(chunks[k]):
        return not _verb_follows(chunks, at)
    if not chunks[at].kind == chunks[k].kind == Kind.NOUN:
        return False
    while at + 2 < len(chunks) and chunks[at + 1].kind == Kind.COMMA and chunks[at + 2].kind == Kind.NOUN:
        at += 2
    if at + 1 < len(chunks) and chunks[at + 1].kind == Kind.COMMA:
        at += 1
    closes = at + 2 < len(chunks) and chunks[at + 1].kind == Kind.CONJUNCTION and chunks[at + 2].kind == Kind.NOUN
    return closes and not _verb_follows(chunks, at + 2)


def _verb_follows(chunks: Sequence[Chunk], k: int) -> bool:
    return k + 1 < len(chunks) and is_finite(chunks[k + 1])


def _starts_clause(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the noun phrase at `k` is the subject of a verb after it rather than one more item of a list."""
    j = k + 1
    while j < len(chunks) and chunks[j].kind == Kind.ADVERB:
        j += 1
    if j >= len(chunks) or chunks[j].kind != Kind.VERB:
        return False
    return chunks[j].form in PREDICATE and not is_reduced(chunks, j)


# ---- quoted titles


def title_end(chunks: Sequence[Chunk], k: int) -> int:
    """The closing quote of a quoted title that opens at `k`.

    0 when nothing before it tells that it is a title and it is longer than most or has a verb of its own.
    """
    is_announced = _is_opening(chunks, k) and _announces_title(chunks, k - 1)
    for j in range(k + 1, len(chunks) if is_announced else min(k + _LONGEST_TITLE, len(chunks))):
        here = chunks[j]
        if here.kind == Kind.QUOTE:
            return j
        if not is_announced and _is_no_part_of_title(here):
            return 0
    return 0


def title_start(chunks: Sequence[Chunk], k: int) -> int:
    """The opening quote of a quoted title that closes at `k`, with what announces it before it; 0 without one."""
    opening = next((j for j in range(k - 1, 0, -1) if chunks[j].kind == Kind.QUOTE), 0)
    return opening if opening and _is_opening(chunks, opening) and _announces_title(chunks, opening - 1) else 0


def _is_opening(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether the quote at `k` opens: those before it in the sentence are all paired."""
    return sum(chunk.kind == Kind.QUOTE for chunk in chunks[:k]) % 2 == 0


def _announces_title(chunks: Sequence[Chunk], k: int) -> bool:
    """A noun, "titled", "of": what stands before a title."""
    if k < 0:
        return False
    here = chunks[k]
    return here.kind in (Kind.NOUN, Kind.GROUP) or here.head in words("clauses", "before_titles")


def _is_no_part_of_title(chunk: Chunk) -> bool:
    if chunk.kind in (Kind.STOP, Kind.RELATIVE, Kind.SUBORDINATOR):
        return True
    return chunk.kind == Kind.VERB and chunk.form == "finite"

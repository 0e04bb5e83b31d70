"""Names and offices brought together: an office beside a name, before or after it, goes into the person's chunk.

Works on the chunks of a whole sentence, of which some are taken in by their neighbours.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kcgraph.extract.chunker.naming import give_office, make_office
from kcgraph.extract.chunker.titles import complete_titles, join_double_title
from kcgraph.extract.chunker.view import View
from kcgraph.extract.chunks import Chunk, Kind, Office
from kcgraph.extract.lexicon import lexicon

# Stands beyond the last chunk, so that looking ahead needs no bounds check; no rule looks further than this many.
_BEYOND = (Chunk(Kind.STOP, -1, -1),) * 6
# "led by" stands no further than this many chunks after the delegation.
_LEADER_WITHIN = 6
# The last chunks of a list of two names: name, comma, name, comma.
_TWO_NAMES = 4
# Chunks from the quotation mark to the person in `"Song of X"`.
_TITLE = 3
_LINKING = frozenset({Kind.ADVERB, Kind.PREPOSITION})
_NAMES = frozenset({Kind.PERSON, Kind.UNKNOWN})
_CLOSING = frozenset({Kind.COMMA, Kind.STOP, Kind.RELATIVE, Kind.VERB})


def join_holders(view: View, chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with the offices of each person in the person's chunk."""
    _find_leaders(view, chunks)
    _unname_titles(chunks)
    _take_callings(view, chunks)
    _share_title(view, chunks)
    _hold_appointments(chunks)
    ahead = (*chunks, *_BEYOND)
    joined: list[Chunk] = []
    i = 0
    while i < len(chunks):
        found, i = _joined(view, joined, ahead, i)
        joined.append(found)
    joined = join_double_title(view, joined)
    complete_titles(joined)
    return joined


def _joined(view: View, before: Sequence[Chunk], chunks: Sequence[Chunk], i: int) -> tuple[Chunk, int]:
    """The chunk `i` with what it takes in, and the index of the chunk after that."""
    here = chunks[i]
    if _is_single_office(here):
        i = _join_second_office(view, here, chunks, i)
        if chunks[i + 1].kind in _NAMES and not chunks[i + 1].determiner:
            here, i = give_office(here, chunks[i + 1]), i + 1
        elif _is_named_after_comma(here, chunks, i):
            closes = chunks[i + 3].kind == Kind.COMMA
            return give_office(here, chunks[i + 2]), i + 4 if closes else i + 3
    if here.kind in (Kind.PLACE, Kind.UNKNOWN):
        i = _join_wider_place(view, here, chunks, i)
    if here.kind == Kind.NOUN and _is_named_before_office(view, here, chunks, i):
        here.kind = Kind.PERSON
    if here.kind in _NAMES:
        taken = _take_offices(view, here, chunks, i)
        i = taken if taken > i else _share_office(view, before, here, chunks, i)
    return here, i + 1


def _is_single_office(chunk: Chunk) -> bool:
    return chunk.kind == Kind.OFFICE and not chunk.is_plural


def _find_leaders(view: View, chunks: Sequence[Chunk]) -> None:
    """`Russian delegation for the exhibition led by X`: the head named after another phrase."""
    for group, link, inner in zip(chunks, chunks[1:], chunks[2:], strict=False):
        is_one = link.kind == Kind.PREPOSITION and inner.leader is not None and group.leader is None
        if is_one and group.kind == Kind.GROUP and view.lexicon.is_("delegation_heads", group.head):
            group.leader, inner.leader = inner.leader, None
    for k in range(2, len(chunks) - 2):
        if not _is_led_by(view, chunks, k):
            continue
        for group in reversed(chunks[max(0, k - _LEADER_WITHIN) : k]):
            if group.kind == Kind.GROUP and view.lexicon.is_("delegation_heads", group.head):
                group.leader = group.leader or chunks[k + 2]
                break


def _unname_titles(chunks: Sequence[Chunk]) -> None:
    """`"Sodo Arirang"`, `"Song of Comrade X"`: what quotation marks hold whole is the name of a song or ship."""
    for k, chunk in enumerate(chunks[:-1]):
        if chunk.kind not in _NAMES or chunks[k + 1].kind != Kind.QUOTE or k == 0:
            continue
        is_of = chunks[k - 1].head == "of" and k > _TITLE and chunks[k - 2].kind == Kind.NOUN
        opening = k - _TITLE if is_of else k - 1
        if chunks[opening].kind == Kind.QUOTE and (is_of or not chunk.offices):
            chunk.kind, chunk.offices = Kind.NOUN, []


def _take_callings(view: View, chunks: Sequence[Chunk]) -> None:
    """`X, an anti-Japanese war hero,`: what stands with an article between commas after a person tells who that is."""
    for person, comma, calling, closes in zip(chunks, chunks[1:], chunks[2:], chunks[3:], strict=False):
        is_apposed = person.kind == Kind.PERSON and comma.kind == Kind.COMMA and calling.kind == Kind.NOUN
        if is_apposed and calling.determiner in ("a", "an") and closes.kind in _CLOSING and calling.possessor is None:
            office = make_office(view, calling.name_first, calling.name_last, calling.head)
            calling.kind, calling.offices, calling.name = Kind.OFFICE, [office], office.text


def _is_led_by(view: View, chunks: Sequence[Chunk], k: int) -> bool:
    verb, by, person = chunks[k : k + 3]
    return (
        verb.kind == Kind.VERB
        and view.lexicon.is_("leading", verb.head)
        and by.head == "by"
        and person.kind in (Kind.PERSON, Kind.OFFICE)
    )


def _share_title(view: View, chunks: Sequence[Chunk]) -> None:
    """`Vice-Premiers A, B and C`: a title in the plural before the first name is of all the names."""
    shared: Office | None = None
    for chunk in chunks:
        if chunk.kind == Kind.PERSON and chunk.offices:
            title = chunk.offices[0]
            shared = title if view.lower[title.last - 1] in view.lexicon.office_plurals else None
        elif chunk.kind == Kind.PERSON and shared is not None and not chunk.determiner:
            chunk.offices.append(replace(shared))
        elif chunk.kind not in (Kind.COMMA, Kind.CONJUNCTION):
            shared = None


# ---- offices without a name, and before one


def _join_second_office(view: View, office: Chunk, chunks: Sequence[Chunk], i: int) -> int:
    """Take in a second office of one unnamed holder; the index of the last chunk.

    `the general secretary of A and (concurrently) president of B`, `ambassador of A, doyen of the diplomatic corps`,
    `the deputy prime minister of A who is foreign minister`.
    """
    for step in (2, 3):
        if _is_second_office(office, chunks, i, step):
            other = chunks[i + step]
            office.offices += other.offices
            office.last = office.name_last = other.last
            office.name = view.text(office.name_first, other.last)
            i += step
            break
    other = chunks[i + 2]
    if chunks[i + 1].kind == Kind.COMMA and _is_single_office(other) and view.lexicon.is_("besides", other.head):
        office.offices += other.offices
        office.last, i = other.last, i + 2
    elif chunks[i + 1].kind == Kind.RELATIVE and (step := _step_to_predicate(view, chunks, i + 2)):
        if chunks[i + step].determiner in ("a", "an"):
            return i
        office.offices += chunks[i + step].offices
        office.last = office.name_last = chunks[i + step].last
        office.name = view.text(office.name_first, office.last)
        i += step
    return i


def _is_second_office(office: Chunk, chunks: Sequence[Chunk], i: int, step: int) -> bool:
    """Whether the chunk `step` further on is a second office of the same holder."""
    is_concurrent = step == 3
    if chunks[i + 1].kind != Kind.CONJUNCTION or (is_concurrent and chunks[i + 2].head != "concurrently"):
        return False
    other = chunks[i + step]
    is_full = is_concurrent or (other.determiner == "" and len(office.name.split()) > 2)
    return _is_single_office(other) and is_full


def _is_named_after_comma(office: Chunk, chunks: Sequence[Chunk], i: int) -> bool:
    """`the president of A, X, arrived`: a name set off by commas is the holder's, unless its own office follows."""
    name, closes = chunks[i + 2], chunks[i + 3].kind
    return (
        chunks[i + 1].kind == Kind.COMMA
        and name.kind == Kind.PERSON
        and not name.offices
        and closes in (Kind.COMMA, Kind.VERB)
        and not (closes == Kind.COMMA and chunks[i + 4].kind == Kind.OFFICE)
        and (office.determiner in ("the", "its", "a", "an") or office.possessor is not None)
    )


# ---- places


def _join_wider_place(view: View, place: Chunk, chunks: Sequence[Chunk], i: int) -> int:
    """`in Damascus, Syria, on Tuesday`: take in the country or province of a place; the index of the last chunk.

    Before a verb only in a phrase of the subject: `the farm in Yodok County, South Hamgyong Province built ...`.
    """
    if i == 0 or chunks[i - 1].kind != Kind.PREPOSITION:
        return i
    end = i
    while end + 2 < len(chunks) and chunks[end + 1].kind == Kind.COMMA and _is_wider(view, chunks[end + 2]):
        end += 2
    is_region = chunks[end].kind == Kind.PLACE
    within = is_region and i > 1 and chunks[i - 2].is_nominal and chunks[end + 1].kind == Kind.VERB
    if end == i or (_goes_on_as_list(chunks, end + 1) and not within):
        return i
    wider = chunks[end]
    place.kind = Kind.PLACE
    place.last = place.name_last = wider.last
    place.name = view.text(place.name_first, wider.last)
    place.countries = tuple(dict.fromkeys((*place.countries, *wider.countries)))
    return end


def _is_wider(view: View, chunk: Chunk) -> bool:
    """Whether a chunk can be the country or province that a place is in."""
    return chunk.kind == Kind.COUNTRY or (chunk.kind == Kind.PLACE and view.lexicon.is_("region_heads", chunk.head))


def _goes_on_as_list(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether places stand in a list ("Damascus, Syria and Lebanon") or the second is a subject."""
    if chunks[i].kind in (Kind.CONJUNCTION, Kind.VERB):
        return True
    return chunks[i].kind == Kind.COMMA and chunks[i + 1].kind in (Kind.PLACE, Kind.COUNTRY, Kind.CONJUNCTION)


# ---- offices after a name


def _is_named_before_office(view: View, chunk: Chunk, chunks: Sequence[Chunk], i: int) -> bool:
    """`Desire Delano Bouterse, president of ...`: before an office, capitalized words with a rare one are a person."""
    if chunk.determiner or chunks[i + 1].kind != Kind.COMMA or not _is_single_office(chunks[i + 2]):
        return False
    name = view.words[chunk.name_first : chunk.name_last]
    return (
        2 <= len(name) <= 5
        and all(word[0].isupper() and word.isalpha() and not word.isupper() for word in name)
        and any(word.lower() not in view.lexicon.common for word in name)
    )


def _take_offices(view: View, person: Chunk, chunks: Sequence[Chunk], i: int) -> int:
    """Take in the offices after a name; the index of the last chunk that belongs to the person."""
    at = i
    while step := _step_to_office(view, person, chunks, at, is_first=at == i):
        person.kind = Kind.PERSON
        person.offices += chunks[at + step].offices
        person.last = chunks[at + step].last
        at += step
    return at


def _step_to_office(view: View, person: Chunk, chunks: Sequence[Chunk], at: int, *, is_first: bool) -> int:
    """How many chunks after `at` the next office of the person stands, 0 when there is none.

    `, office`, `who doubles as office`; and after a first one `and office`, `and concurrently office`,
    `, who is also office`, `, and office`.
    """
    link, other = chunks[at + 1], chunks[at + 2]
    if link.kind == Kind.RELATIVE:
        return _step_to_predicate(view, chunks, at + 2)
    if is_first and (step := _step_past_age(chunks, at)):
        return step
    if link.kind == Kind.COMMA and _is_single_office(other):
        return 0 if chunks[at + 3].kind == Kind.PERSON and not chunks[at + 3].determiner else 2
    if is_first:
        return 0
    if link.kind == Kind.CONJUNCTION:
        if person.offices and _is_single_office(other) and other.determiner == "":
            return 2
        is_concurrent = other.kind == Kind.ADVERB and other.head == "concurrently"
        return 3 if is_concurrent and chunks[at + 3].kind == Kind.OFFICE else 0
    if link.kind == Kind.COMMA and other.kind == Kind.RELATIVE:
        step = _step_to_predicate(view, chunks, at + 3)
        return step + 1 if step else 0
    third = chunks[at + 3]
    is_listed = link.kind == Kind.COMMA and other.kind == Kind.CONJUNCTION
    return 3 if is_listed and _is_single_office(third) and third.determiner == "" else 0


def _step_past_age(chunks: Sequence[Chunk], at: int) -> int:
    """`X, 44, official of ...`."""
    link, age, comma, office = chunks[at + 1 : at + 5]
    is_aged = link.kind == comma.kind == Kind.COMMA and age.name.isdecimal()
    return 4 if is_aged and _is_single_office(office) else 0


def _hold_appointments(chunks: Sequence[Chunk]) -> None:
    """`a message to X upon his appointment as minister of ...`: X holds the office."""
    for person, link, noun, preposition, office in zip(
        chunks, chunks[1:], chunks[2:], chunks[3:], chunks[4:], strict=False
    ):
        is_appointed = (
            lexicon().is_("upon", link.head)
            and lexicon().is_("appointments", noun.head)
            and preposition.head in ("as", "of")
        )
        if is_appointed and person.kind in _NAMES and noun.determiner and _is_single_office(office):
            person.kind = Kind.PERSON
            person.offices += office.offices


def _step_to_predicate(view: View, chunks: Sequence[Chunk], verb: int) -> int:
    """Steps from the name to the office in `who doubles as X`, `who is (also) X`, whose verb is the chunk `verb`.

    0 when there is no office.
    """
    if not view.lexicon.is_("holding", chunks[verb].head):
        return 0
    for office in (verb + 1, verb + 2):
        if _is_single_office(chunks[office]):
            is_linked = all(chunk.kind in _LINKING for chunk in chunks[verb + 1 : office])
            return office - verb + 2 if is_linked else 0
    return 0


def _share_office(view: View, before: Sequence[Chunk], person: Chunk, chunks: Sequence[Chunk], i: int) -> int:
    """`A and B, secretaries of the Central Committee,`: give an office in the plural to all the names before it.

    Returns the index of the last chunk taken in.
    """
    has_and = bool(before) and before[-1].kind == Kind.CONJUNCTION
    step = 1 if has_and and chunks[i + 1].kind == Kind.OFFICE else 2
    plural = chunks[i + step]
    if (step > 1 and chunks[i + 1].kind != Kind.COMMA) or plural.kind != Kind.OFFICE or not plural.is_plural:
        return i
    if not has_and and not _ends_list(before, chunks[i + step + 1]):
        return i
    office = plural.offices[0]
    singulars = view.lexicon.office_plurals
    text = " ".join(singulars.get(word, word) for word in office.text.split())
    for holder in (person, *_listed_before(before)):
        holder.offices.append(replace(office, text=text))
    person.last = plural.last
    return i + step


def _ends_list(before: Sequence[Chunk], after: Chunk) -> bool:
    """`A, B, C, secretaries of X, and other officials`: a list of names without "and" has ended with the office."""
    if len(before) < _TWO_NAMES or after.kind not in (Kind.COMMA, Kind.VERB, Kind.STOP):
        return False
    first, comma, second, last = before[-_TWO_NAMES:]
    are_names = first.kind == second.kind == Kind.PERSON and not first.offices and not second.offices
    return are_names and comma.kind == last.kind == Kind.COMMA


def _listed_before(before: Sequence[Chunk]) -> Iterator[Chunk]:
    """The persons without office in the list that ends `before`, from the last to the first."""
    for chunk in reversed(before):
        if chunk.kind == Kind.PERSON and not chunk.offices:
            yield chunk
        elif chunk.kind not in (Kind.COMMA, Kind.CONJUNCTION):
            return

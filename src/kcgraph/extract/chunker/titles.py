"""What a bare title before a name is of: told after the name, by those listed beside it, by the word before it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kcgraph.extract.chunker.view import View
from kcgraph.extract.chunks import Chunk, Kind, Office
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.wordlists import words

_LISTING = (Kind.COMMA, Kind.CONJUNCTION)
# A double title has at most so many words.
_LONGEST = 4
# Capitalized words that make the name of a body.
_NAMED = 2


def complete_titles(chunks: Sequence[Chunk]) -> None:
    """`President X of Mongolia`, `Head A, Deputy Head B and other officials of Y`, `X, head of Y, Austria`: of what."""
    for k, person in enumerate(chunks[:-2]):
        link, of = chunks[k + 1], chunks[k + 2]
        if person.kind != Kind.PERSON or not person.offices:
            continue
        if link.head == "of" and of.kind in (Kind.COUNTRY, Kind.GROUP):
            for titled in _titled_before(chunks, k) if _is_body(of) else ():
                _title_of(titled, _full_name(of), of.countries)
        elif link.kind in _LISTING:
            _take_from_company(chunks, k)
            if link.kind == Kind.COMMA and of.kind == Kind.COUNTRY and " of " in person.offices[-1].text:
                closes = chunks[k + 3].kind if k + 3 < len(chunks) else Kind.STOP
                office = person.offices[-1]
                office.country = office.country or (of.key if closes in (Kind.COMMA, Kind.VERB) else None)


def _is_body(chunk: Chunk) -> bool:
    """Whether somebody can be president of it: a country, a body with a name, no people."""
    if chunk.kind == Kind.COUNTRY:
        return True
    is_named = bool(chunk.countries) or bool(chunk.key) or _is_name(chunk.name)
    return not chunk.is_plural and is_named and chunk.head not in words("cast", "people")


def _is_name(text: str) -> bool:
    return sum(word[:1].isupper() for word in text.split()) >= _NAMED


def _full_name(body: Chunk) -> str:
    """The name with its article, as an office prints it."""
    has_article = body.name.lower().startswith("the ") or not body.determiner
    return body.name if has_article else f"{body.determiner} {body.name}"


def _take_from_company(chunks: Sequence[Chunk], k: int) -> None:
    """`Secretary A and other officials of the party B`: the title is held where those after it are members."""
    at = k + 2
    if at < len(chunks) and chunks[at].kind in _LISTING:
        at += 1
    others = chunks[at] if at < len(chunks) else chunks[k]
    if others.kind != Kind.OFFICE or not others.is_plural or not others.offices:
        return
    company = others.offices[0]
    _, of, body = company.text.partition(" of ")
    if not of or "'s" in body or not _is_name(body):
        return
    for titled in _titled_before(chunks, k):
        office = titled.offices[0]
        if _is_bare(titled, office) and not lexicon().is_("accredited", office.head):
            titled.offices.append(replace(office, text=f"{office.text} of {body}", country=company.country))


def _titled_before(chunks: Sequence[Chunk], k: int) -> Iterator[Chunk]:
    """The persons with titles of the list that ends at `k`."""
    while k >= 0:
        if chunks[k].kind == Kind.PERSON and chunks[k].offices:
            yield chunks[k]
        elif chunks[k].kind not in _LISTING:
            return
        k -= 1


def _title_of(person: Chunk, body: str, countries: Sequence[str]) -> None:
    """Give a bare title before a name the body or country that follows the name."""
    office = person.offices[0]
    if not _is_bare(person, office):
        return
    office.text, office.country = f"{office.text} of {body}", next(iter(countries), None)


def _is_bare(person: Chunk, office: Office) -> bool:
    """Whether an office is a title before the name that tells of nothing what it is of."""
    return office.last <= person.name_first and office.country is None and " of " not in office.text


def join_double_title(view: View, chunks: list[Chunk]) -> list[Chunk]:
    """`Russia's Natural Resources and Ecology Minister A`: the words before "and" belong to the title."""
    joined: list[Chunk] = []
    k = 0
    while k < len(chunks):
        here = chunks[k]
        if k + 2 < len(chunks) and _is_half_title(view, here, chunks[k + 1], chunks[k + 2]):
            person = chunks[k + 2]
            office = person.offices[0]
            office.first = here.name_first
            office.text = view.text(here.name_first, office.last)
            office.country = here.possessor.countries[0] if here.possessor is not None else here.countries[0]
            person.first = here.first
            joined.append(person)
            k += 3
            continue
        joined.append(here)
        k += 1
    return joined


def _is_half_title(view: View, half: Chunk, link: Chunk, person: Chunk) -> bool:
    """Whether a phrase of capitalized words with a country before it and a titled person make one title."""
    if half.kind not in (Kind.NOUN, Kind.GROUP) or link.kind != Kind.CONJUNCTION or person.kind != Kind.PERSON:
        return False
    owners = half.possessor.countries if half.possessor is not None else half.countries
    if not owners or not person.offices or person.determiner or person.possessor is not None:
        return False
    office = person.offices[0]
    printed = view.words[half.name_first : half.name_last]
    is_title = office.last <= person.name_first and office.country is None and len(office.text.split()) > 1
    is_short = len(printed) + len(office.text.split()) <= _LONGEST + 1
    return is_title and is_short and len(printed) > 1 and all(word[:1].isupper() for word in printed)

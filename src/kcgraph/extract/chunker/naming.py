"""Filling in the chunk of a phrase whose kind is known: known names, persons with their titles, offices."""

from kcgraph.extract import gazetteer
from kcgraph.extract.chunker.view import View
from kcgraph.extract.chunks import Chunk, Kind, Office


def countries(view: View, first: int, last: int) -> tuple[str, ...]:
    """The keys of the countries that the tokens `first` to `last` (half-open) name, in order."""
    found: list[str] = []
    i = first
    while i < last:
        known = view.known(i)
        if known is not None and known[1].country:
            if not _is_another_countrys(view, known, last):
                found.append(known[1].country)
            i = known[0]
            continue
        if "-" in view.words[i]:
            found += _joined_countries(view.words[i])
        i += 1
    return tuple(dict.fromkeys(found))


def _half(view: View, first: int, last: int) -> tuple[str, ...]:
    """The half of Korea named in small letters: `south Korean minister`."""
    for k in range(first, last - 1):
        if "halves" in view.classes[k] and view.lower[k + 1].startswith("korea"):
            return (f"{view.lower[k]}-korea",)
    return ()


def _is_another_countrys(view: View, known: tuple[int, gazetteer.Entry], last: int) -> bool:
    """`Democratic Party of Nigeria`: a known body's name that another country's body bears."""
    end, entry = known
    if entry.kind != "organization" or end + 1 >= last or view.lower[end] != "of":
        return False
    first = end + 2 if view.lower[end + 1] == "the" and end + 2 < last else end + 1
    owner = view.known(first)
    return owner is not None and owner[1].kind == "country"


def _joined_countries(word: str) -> list[str]:
    """The countries in a word like `China-Russia`."""
    parts = [gazetteer.match((part,), 0) for part in word.split("-")]
    return [known[1].key for known in parts if known is not None and known[1].kind in ("country", "demonym")]


def name_known(view: View, found: Chunk, run: int, entry: gazetteer.Entry) -> Chunk:
    """A phrase whose capitalized words, from the token `run`, end with a name of the reference data."""
    start, end = found.name_first, found.name_last
    found.head, found.key = view.lower[end - 1], entry.key
    found.name = view.text(start, end)
    if entry.kind == "country":
        found.kind, found.name_first = Kind.COUNTRY, run
        is_half = run > start and "halves" in view.classes[run - 1] and not all(view.caps[start:run])
        found.name = view.text(start if is_half else run, end)
    elif entry.kind == "demonym":
        found.kind, found.is_plural, found.key = Kind.GROUP, True, ""
    elif entry.kind in ("organization", "outlet"):
        found.kind, found.key = Kind.GROUP, f"{entry.kind}/{entry.key}" if entry.key else ""
    else:
        found.kind, found.is_site = Kind.PLACE, "facility_heads" in view.classes[end - 1]
    return found


def name_person(view: View, found: Chunk, name: int, end: int) -> Chunk:
    """A person named by the tokens `name` to `end`, with what stands before them in the phrase as title."""
    title, last = found.name_first, name
    found.kind, found.name_first, found.name_last = Kind.PERSON, name, end
    found.name, found.head = view.text(name, end), view.lower[end - 1]
    while title < name and "title_manner" in view.classes[title]:
        title += 1
    while last > title and "title_manner" in view.classes[last - 1]:
        last -= 1
    heads = (k for k in range(last - 1, title - 1, -1) if _is_title(view, k))
    head = next(heads, None)
    if head is not None:
        found.offices.append(make_office(view, title, last, view.lower[head]))
    return found


def _is_title(view: View, k: int) -> bool:
    """Whether the token is an office or title, of one holder or of several ("Vice-Premiers A and B")."""
    return not view.classes[k].isdisjoint(("offices", "titles")) or view.lower[k] in view.lexicon.office_plurals


def name_office(view: View, found: Chunk, start: int, end: int) -> Chunk:
    """An office without its holder's name, headed by the last of the tokens `start` to `end`."""
    plurals = view.lexicon.office_plurals
    head = view.lower[end - 1]
    if head == "general" and end - start > 1 and "offices" in view.classes[end - 2]:
        head = view.lower[end - 2]
    found.kind, found.is_plural, found.head = Kind.OFFICE, head in plurals, plurals.get(head, head)
    found.offices = [make_office(view, start, end, found.head)]
    is_one_word = " " not in found.offices[0].text
    found.name = view.words[end - 1] if found.is_plural and is_one_word else found.offices[0].text
    found.name_first = start
    return found


def make_office(view: View, first: int, last: int, head: str) -> Office:
    """The office that the tokens `first` to `last` (half-open) name, less articles and forms of respect."""
    while first < last - 1 and not view.classes[first].isdisjoint(("determiners", "office_fillers")):
        first += 1
    return Office(
        _in_singular(view, first, last) if last == first + 1 else view.text(first, last),
        first,
        last,
        view.lexicon.office_plurals.get(head, head),
        _country_of_office(view, first, last, head),
        is_former="former" in view.classes[first],
    )


def _in_singular(view: View, first: int, last: int) -> str:
    """A title of one word in the singular: `Vice-Premiers A and B` are each Vice-Premier."""
    text = view.text(first, last)
    singular = view.lexicon.office_plurals.get(text.lower())
    return text[: len(singular)] if singular is not None and text.lower().startswith(singular) else text


def _country_of_office(view: View, first: int, last: int, head: str) -> str | None:
    """The country that an office is of: by epithet, named before "to" or "in", or anywhere unless it is accredited.

    An "anti-Japanese war hero" is not of Japan.
    """
    for word in view.lower[first:last]:
        if word in view.lexicon.epithets:
            return view.lexicon.epithets[word]
    before_link = next((k for k in range(first, last) if view.lower[k] in ("to", "in")), last)
    while first < before_link and view.lower[first].startswith("anti-"):
        first += 1
    own = countries(view, first, before_link) or _half(view, first, before_link)
    if not own and not view.lexicon.is_("accredited", head):
        own = countries(view, first, last)
    return own[0] if own else None


def give_office(office: Chunk, name: Chunk) -> Chunk:
    """The person of the phrase `name`, with the offices of the phrase before it."""
    name.kind = Kind.PERSON
    name.offices = office.offices + name.offices
    name.first = office.first
    name.determiner = office.determiner
    return name

"""Names that the reference data knows, found at a token: countries, demonyms, places, organizations, outlets."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kcgraph.extract.lexicon import lexicon
from kcgraph.reference import reference


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name.

    `kind` is `country`, `demonym`, `place`, `organization` or `outlet`; `key` the reference data's key of what is
    named, `country` that of its country; of a name that bodies of several countries share, there is neither.
    """

    kind: str
    key: str
    name: str
    country: str | None


Gazetteer = dict[str, list[tuple[tuple[str, ...], Entry]]]


@cache
def gazetteer() -> Gazetteer:
    """First word (as printed) → the known names that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Entry]]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()

    def add(names: Iterable[str], entry: Entry) -> None:
        for name in names:
            words = tuple(_split(name))
            if words and words not in seen and any(character.isupper() for character in name) and name.isascii():
                seen.add(words)
                found[words[0]].append((words, entry))

    data = reference()
    for country in data.countries:
        add((country.name, *country.other_names), Entry("country", country.key, country.name, country.key))
    for country in data.countries:
        add(country.demonyms, Entry("demonym", country.key, country.name, country.key))
    for outlet in data.outlets:
        add((outlet.name, *outlet.other_names), Entry("outlet", outlet.key, outlet.name, outlet.country))
    shared = _shared_names()
    for body in data.organizations:
        own = [name for name in (body.name, *body.other_names, body.abbreviation or "") if name not in shared]
        add(own, Entry("organization", body.key, body.name, body.country))
    for name in sorted(shared):
        add((name,), Entry("organization", "", name, None))
    for place in data.places:
        names = (place.name, *place.other_names)
        add((*names, *map(_capitalized, names)), Entry("place", place.key, place.name, place.country))
    for known in found.values():
        known.sort(key=lambda pair: -len(pair[0]))
    return dict(found)


def _shared_names() -> frozenset[str]:
    """The names that bodies of several countries share (`Foreign Ministry`): they tell of no country."""
    countries: dict[str, set[str | None]] = defaultdict(set)
    for body in reference().organizations:
        for name in (body.name, *body.other_names, body.abbreviation or ""):
            countries[name].add(body.country)
    return frozenset(name for name, owners in countries.items() if name and len(owners) > 1)


def _capitalized(name: str) -> str:
    """`Dar Es Salaam`: the articles of KCNA write every word of a foreign place with a capital."""
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def match(words: tuple[str, ...], i: int) -> tuple[int, Entry] | None:
    """The longest known name at token `i` and the token after it."""
    for name, entry in gazetteer().get(words[i], ()):
        if words[i : i + len(name)] == name:
            return i + len(name), entry
    return None


def _split(name: str) -> list[str]:
    """Split a name as the tokenizer does: possessive 's stands alone, brackets and commas too."""
    out: list[str] = []
    for word in name.replace("(", "( ").replace(")", " )").replace(",", " ,").split():
        owner = word.removesuffix("'s")
        out += [word] if owner == word or lexicon().is_("genitives", owner.lower()) else [owner, "'s"]
    return out

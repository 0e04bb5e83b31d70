"""What a run of capitalized words stands for: a person, a body, a place, something else."""

import re
from collections.abc import Sequence
from functools import cache

from kcgraph.extract.chunks import Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.reference import fold_name, reference

# Onset, vowel and coda as the DPRK, South Korean and older romanizations print one Korean syllable.
_SYLLABLE = (
    r"(?:ch|ph|th|kh|kk|pp|tt|ss|jj|[bcdghjkmnprstvwyl])?[wy]?(?:ae|eo|eu|oe|ui|oo|ee|ie|[aeiou])(?:ng|[nmklptr])?"
)
_KOREAN = re.compile(rf"{_SYLLABLE}(?:-?{_SYLLABLE})?")
# One Chinese syllable in pinyin.
_PINYIN = (
    r"(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:[aeiou]|ai|ei|ao|ou|i[aeu]|iao|u[aoien]|uai|[iu]?ang?|i?ong|eng?|ing?)"
)
_CHINESE = re.compile(rf"{_PINYIN}{_PINYIN}")
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['.-][^\W_]*)*\.?")
_PLURAL_OF_LETTERS = re.compile(r"[A-Z]{2,}s")
_INITIAL = re.compile(r"(?:[A-Z]\.?)+")
_HEADS_OF_NAMES = (
    "organization_heads",
    "facility_heads",
    "region_heads",
    "conference_heads",
    "treaty_heads",
    "work_heads",
)
_HEADS_OF_EVENTS = frozenset({"conference_heads", "treaty_heads", "work_heads"})
_NO_NAMES = frozenset({"titles", "name_adjectives"})


@cache
def known_people() -> frozenset[str]:
    """The folded names of the people of the reference data."""
    return frozenset(fold_name(name) for person in reference().people for name in (person.name, *person.other_names))


@cache
def known_surnames() -> dict[str, str | None]:
    """Last names of people of the reference data, by which papers call them alone, with the country of all of a name.

    No common words, no places.
    """
    data = reference()
    places = {word for place in data.places for word in place.name.split()} | {land.name for land in data.countries}
    found: dict[str, set[str | None]] = {}
    for person in data.people:
        name = person.name.split()
        if len(name) > 1 and _is_telling(name[-1], places) and not is_korean_name(name):
            found.setdefault(name[-1], set()).add(person.country)
    return {surname: countries.pop() if len(countries) == 1 else None for surname, countries in found.items()}


def _is_telling(surname: str, places: set[str]) -> bool:
    """Whether a last name by itself tells whose it is."""
    is_rare = surname.lower() not in lexicon().common and surname not in places
    return is_rare and surname.isalpha() and len(surname) > 3


def is_korean_name(words: Sequence[str]) -> bool:
    """Whether the words are a Korean name, family name first: `Kim Jong Un`, `Choe Son-hui`, `An Hak`."""
    known = lexicon()
    if not 2 <= len(words) <= 3 or words[0].lower() not in known.words["korean_surnames"] or not words[0].isalpha():
        return False
    return all(_is_korean_given_name(word) for word in words[1:])


def _is_korean_given_name(word: str) -> bool:
    """Whether a capitalized word is made of Korean syllables, or at least is a short one that is no English."""
    if not word[0].isupper() or (word.isupper() and word not in ("U", "O")):
        return False
    lower = word.lower()
    is_rare = word.isalpha() and len(word) < 9 and lower not in lexicon().common
    return (is_rare or _KOREAN.fullmatch(lower) is not None) and lower not in _heads()


@cache
def _heads() -> frozenset[str]:
    """Last words of names of anything but persons, less those that are Korean syllables too."""
    words = lexicon().words
    return frozenset().union(*(words[name] for name in _HEADS_OF_NAMES)) - words["syllable_heads"]


def is_personal_name(words: Sequence[str]) -> bool:
    """Whether capitalized words can be a person's name: a Korean name, a known one, or words that are no English."""
    if is_korean_name(words) or _is_chinese_name(words):
        return True
    if not 2 <= len(words) <= 7 or words[-1].lower() in _heads():
        return False
    if fold_name(" ".join(words)) in known_people():
        return True
    if len(words) > 3 and words[0].lower() in lexicon().words["given_names_of_people"]:
        return is_personal_name(words[1:])
    if _begins_with_place(words):
        return False
    particles = lexicon().words["name_particles"]
    plain = [word for word in words if word.lower() not in particles]
    return bool(plain) and all(_is_name_word(word) for word in plain)


def _is_chinese_name(words: Sequence[str]) -> bool:
    """Whether a family name that is an English word too stands before a Chinese given name: `Sun Yanfeng`."""
    if len(words) != 2 or words[0].lower() not in lexicon().words["chinese_surnames"]:
        return False
    given = words[1].lower()
    return words[1][0].isupper() and given not in lexicon().common and _CHINESE.fullmatch(given) is not None


def _begins_with_place(words: Sequence[str]) -> bool:
    """`Moscow Sheremetyevo`, `Pyongyang Rungrado`: what is called after a town, unless people are called so too."""
    return words[0] in _towns() and words[0].lower() not in lexicon().words["given_names_of_places"]


@cache
def _towns() -> frozenset[str]:
    """Places with a name of one word."""
    return frozenset(
        name for place in reference().places for name in (place.name, *place.other_names) if " " not in name
    )


def _is_name_word(word: str) -> bool:
    """Whether a word is an initial or printed as names are, and neither common English nor a title."""
    known, lower = lexicon(), word.lower()
    if len(word) <= 3 and word.isupper():
        is_printed_so = _INITIAL.fullmatch(word) is not None
    else:
        is_printed_so = _WORD.fullmatch(word) is not None and not word.isupper() and not _PLURAL_OF_LETTERS.match(word)
    return is_printed_so and lower not in known.common and _NO_NAMES.isdisjoint(known.classes_of(lower))


def kind_of(words: Sequence[str]) -> tuple[Kind, bool]:
    """The kind of a capitalized name by its words, and whether it is a site (a building or works to be visited)."""
    known = lexicon()
    heads = known.classes_of(words[-1].lower())
    if len(words) == 1:
        return _kind_of_word(words[0], heads)
    if words[0].lower() in known.words["place_prefixes"] and words[0][0].isupper():
        return Kind.PLACE, False
    if is_korean_name(words):
        return Kind.PERSON, False
    if "region_heads" in heads:
        return Kind.PLACE, False
    if "organization_heads" in heads:
        return Kind.GROUP, "facility_heads" in heads
    if "facility_heads" in heads:
        return Kind.PLACE, True
    if _HEADS_OF_EVENTS.isdisjoint(heads) and is_personal_name(words):
        return Kind.PERSON, False
    return Kind.NOUN, False


def _is_village(word: str) -> bool:
    """`Solbong-ri`, `Sopho-dong`: a name with a Korean suffix of places."""
    name, _, suffix = word.rpartition("-")
    return len(name) > 1 and suffix in lexicon().words["place_suffixes"]


def _kind_of_word(word: str, classes: frozenset[str]) -> tuple[Kind, bool]:
    """The kind of a name of one word, which stands in the given classes, and whether it is a site."""
    if "group_nouns" in classes and word[0].isupper() and not word.isupper():
        return Kind.GROUP, False
    if word in lexicon().words["bare_places"] or _is_village(word):
        return Kind.PLACE, False
    if "organization_heads" in classes:
        return Kind.GROUP, "facility_heads" in classes
    if not _HEADS_OF_EVENTS.isdisjoint(classes):
        return Kind.NOUN, False
    if word.isupper() and word.isalpha() and 2 <= len(word) <= 8:
        return Kind.GROUP, False
    return (Kind.NOUN if word.lower() in lexicon().common else Kind.UNKNOWN), False

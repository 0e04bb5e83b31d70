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
_WORD = re.compile(r"[^\W\d_][^\W_]*(?:['.-][^\W_]*)*\.?")
_INITIAL = re.compile(r"(?:[A-Z]\.?)+")


@cache
def known_people() -> frozenset[str]:
    """The folded names of the people of the reference data."""
    return frozenset(fold_name(name) for person in reference().people for name in (person.name, *person.other_names))


@cache
def known_surnames() -> frozenset[str]:
    """Last names of people of the reference data, by which papers call them alone; no common word, no place, no
    Korean name.
    """
    known = lexicon()
    places = {word for place in reference().places for word in place.name.split()} | {
        country.name for country in reference().countries
    }
    return frozenset(
        last
        for person in reference().people
        if len(words := person.name.split()) > 1 and (last := words[-1]).isalpha() and len(last) > 3
        and not is_korean_name(words) and last.lower() not in known.common and last not in places
    )  # fmt: skip


def is_korean_name(words: Sequence[str]) -> bool:
    """Whether the words are a Korean name, family name first: `Kim Jong Un`, `Choe Son-hui`, `An Hak`."""
    known = lexicon()
    if not 2 <= len(words) <= 3 or words[0].lower() not in known.words["korean_surnames"] or not words[0].isalpha():
        return False
    return all(
        word[0].isupper()
        and (not word.isupper() or word in ("U", "O"))
        and (
            _KOREAN.fullmatch(word.lower()) is not None
            or (word.isalpha() and len(word) < 9 and word.lower() not in known.common)
        )
        and word.lower() not in _HEADS()
        for word in words[1:]
    )


@cache
def _HEADS() -> frozenset[str]:  # noqa: N802
    words = lexicon().words
    return (
        words["organization_heads"] | words["facility_heads"] | words["region_heads"] | words["conference_heads"]
        | words["treaty_heads"] | words["work_heads"]
    ) - {"o", "ri", "gun", "dong"}  # fmt: skip


def is_personal_name(words: Sequence[str]) -> bool:
    """Whether two or more capitalized words can be a person's name: a Korean name, a known one, or words that are no
    common English.
    """
    known = lexicon()
    if is_korean_name(words):
        return True
    if not 2 <= len(words) <= 7 or words[-1].lower() in _HEADS():
        return False
    if fold_name(" ".join(words)) in known_people():
        return True
    plain = [word for word in words if word.lower() not in known.words["name_particles"]]
    return bool(plain) and all(
        (
            _INITIAL.fullmatch(word)
            if len(word) <= 3 and word.isupper()
            else _WORD.fullmatch(word) and not word.isupper()
        )
        and word.lower() not in known.common
        and word.lower() not in known.words["titles"]
        and word.lower() not in known.words["name_adjectives"]
        for word in plain
    )


def kind_of(words: Sequence[str]) -> tuple[Kind, bool]:
    """The kind of a capitalized name by its last word, and whether it is a site (a building or works that can be
    visited).
    """
    known = lexicon()
    last = words[-1].lower()
    if len(words) > 1 and words[0].lower() in known.words["place_prefixes"] and words[0][0].isupper():
        return Kind.PLACE, False
    if is_korean_name(words):
        return Kind.PERSON, False
    if last in known.words["region_heads"] and len(words) > 1:
        return Kind.PLACE, False
    if last in known.words["facility_heads"] and len(words) > 1 and last not in known.words["organization_heads"]:
        return Kind.PLACE, True
    if len(words) == 1 and last in known.words["group_nouns"] and words[0][0].isupper() and not words[0].isupper():
        return Kind.GROUP, False
    if len(words) == 1 and words[0] in known.words["bare_places"]:
        return Kind.PLACE, False
    if last in known.words["organization_heads"]:
        return Kind.GROUP, last in known.words["facility_heads"]
    if last in known.words["conference_heads"] | known.words["treaty_heads"] | known.words["work_heads"]:
        return Kind.NOUN, False
    if len(words) == 1 and words[0].isupper() and 2 <= len(words[0]) <= 8 and words[0].isalpha():
        return Kind.GROUP, False
    if is_personal_name(words):
        return Kind.PERSON, False
    if len(words) == 1 and last not in known.common:
        return Kind.UNKNOWN, False
    return Kind.NOUN, False

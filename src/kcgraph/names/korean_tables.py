"""The syllables of Korean in every system of spelling, made from the letters of `seeds/names/korean.toml`."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from kcgraph.names.written import table

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]

# Letters that some spelling of names confuses are one class of the index.
_INITIAL_CLASS: dict[str, str] = dict(zip(_INITIALS, "KKLTTLMPPSSLCCCKTPH", strict=True))
_VOWEL_CLASS: dict[str, str] = dict(zip(_VOWELS, "aeaeoeoeoaeeoooeiooii", strict=True))
_FINAL_CLASS: dict[str, str] = {"ㅅ": "t", "ㅈ": "t", "ㅊ": "t", "ㅌ": "t", "ㄴ": "n", "ㅇ": "n"}

Spellings = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class System:
    """One way to spell Korean: what a syllable means at the head of a given name (`first`) and inside it (`inner`)."""

    key: str
    name: str
    first: Spellings
    inner: Spellings


@dataclass(frozen=True, slots=True)
class Korean:
    """All that is known of Korean names. Meanings are in the orthography of the North; the laws turn them into that of
    the South, where both are compared.
    """

    systems: dict[str, System]
    latin: frozenset[str]
    cyrillic: frozenset[str]
    usual: frozenset[str]
    possible: frozenset[str]
    common: str
    north: Spellings
    surnames: Spellings
    cyrillic_surnames: Spellings
    family: frozenset[str]
    surname_law: dict[str, str]
    given_law: dict[str, str]
    inner_law: dict[str, str]
    established: dict[str, str]
    classes: dict[str, str]


@cache
def korean() -> Korean:
    """The tables, made when they are first asked for."""
    known: dict[str, Any] = table("korean")
    syllables = sorted({*known["native"], *known["syllables"].replace("\n", "")})
    specs = known["systems"]
    systems = {key: _system(key, {**specs.get(spec.get("like"), {}), **spec}, syllables) for key, spec in specs.items()}
    latin = [system for key, system in systems.items() if key != "cyrillic"]
    north = _inverted(known["surnames"]["north"])
    anywhere = _inverted(known["surnames"]["north"], known["surnames"]["elsewhere"])
    family = frozenset(known["surnames"]["north"])
    return Korean(
        systems,
        frozenset(spelling for system in latin for spelling in (*system.first, *system.inner)),
        frozenset((*systems["cyrillic"].first, *systems["cyrillic"].inner)),
        frozenset(known["usual"]) - {"\n"},
        frozenset(known["usual"] + known["possible"]),
        known["common"],
        north,
        anywhere,
        _inverted(known["surnames"]["cyrillic"]),
        family,
        known["surname_law"],
        known["given_law"],
        known["inner_law"],
        known["established"],
        {syllable: _class(syllable) for syllable in {*syllables, *"".join(family)}},
    )


def _system(key: str, spec: dict[str, Any], syllables: list[str]) -> System:
    first: dict[str, set[str]] = defaultdict(set)
    inner: dict[str, set[str]] = defaultdict(set)
    letters = [
        {letter: _several(text) for letter, text in spec[part].items()}
        for part in ("initials", "inner", "vowels", "finals")
    ]
    initials, voiced, vowels, finals = letters
    for syllable in syllables:
        initial, vowel, final = jamo(syllable)
        if final not in finals:
            continue
        ends = [middle + end for middle in vowels[vowel] for end in finals[final]]
        for start in initials[initial]:
            for rest in ends:
                first[start + rest].add(syllable)
                inner[start + rest].add(syllable)
        for start in voiced.get(initial, ()):
            for rest in ends:
                inner[start + rest].add(syllable)
    for spelling, never in spec.get("except", {}).items():
        first[spelling] -= set(never)
        inner[spelling] -= set(never)
    return System(
        key,
        spec["name"],
        {spelling: frozenset(found) for spelling, found in first.items()},
        {spelling: frozenset(found) for spelling, found in inner.items()},
    )


def _several(text: str) -> list[str]:
    return text.split() or [""]


def jamo(syllable: str) -> tuple[str, str, str]:
    """The letters of a Hangul syllable (Unicode, section 3.12): initial, vowel, final."""
    index = ord(syllable) - 0xAC00
    return _INITIALS[index // 588], _VOWELS[index // 28 % 21], _FINALS[index % 28]


def _class(syllable: str) -> str:
    initial, vowel, final = jamo(syllable)
    return _INITIAL_CLASS[initial] + _VOWEL_CLASS[vowel] + _FINAL_CLASS.get(final, final)


def _inverted(*tables: dict[str, list[str]]) -> Spellings:
    found: dict[str, set[str]] = defaultdict(set)
    for one in tables:
        for surname, spellings in one.items():
            for spelling in spellings:
                found[spelling].add(surname)
    return {spelling: frozenset(surnames) for spelling, surnames in found.items()}

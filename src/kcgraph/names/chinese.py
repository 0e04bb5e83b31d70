"""Chinese names: the syllables of Mandarin that a spelling allows, in pinyin, in Wade-Giles or in characters."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from kcgraph.names.characters import characters
from kcgraph.names.comparison import Comparison, no, unsure, yes
from kcgraph.names.syllables import Reading, Readings, keys_of, meet, parted
from kcgraph.names.written import Written, table

_MOST = 2
"""Syllables of a given name."""

_TONES = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0300": "4"}

_OTHERS = {"Wade-Giles": "wade", "Tongyong": "tongyong"}
"""Systems made from pinyin by rules: the name that people know and the table of `seeds/names/chinese.toml`."""

Syllables = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Mandarin:
    """Spelling → syllables of Mandarin, in pinyin with every tone, for each system; surnames in every spelling."""

    systems: dict[str, Syllables]
    surnames: Syllables

    @property
    def pinyin(self) -> Syllables:
        """Pinyin itself, with tones as numbers and without."""
        return self.systems["pinyin"]


@cache
def mandarin() -> Mandarin:
    """The tables, made of `seeds/names/chinese.toml` when they are first asked for."""
    known: dict[str, Any] = table("chinese")
    pinyin: Syllables = {}
    others: dict[str, dict[str, set[str]]] = {name: defaultdict(set) for name in _OTHERS}
    for initial, finals in known["pinyin"].items():
        for final in finals.split():
            syllable = initial + final
            tones = frozenset(f"{syllable}{tone}" for tone in "12345")
            for tone in range(1, 6):
                pinyin[f"{syllable}{tone}"] = frozenset([f"{syllable}{tone}"])
            for spelling in {syllable, syllable.replace("v", "ü"), syllable.replace("v", "yu")}:
                pinyin[spelling] = tones
            for name, key in _OTHERS.items():
                for spelling in _respelled(initial, final, known[key]):
                    for form in {spelling, spelling.replace("'", ""), spelling.replace("ü", "u")}:
                        others[name][form] |= tones
    surnames: dict[str, set[str]] = defaultdict(set)
    for family in known["surnames"].strip().split("|"):
        surnames[family.strip()].add(family.strip())
    families = frozenset(surnames)
    for spellings in others.values():
        for spelling, syllables in spellings.items():
            if found := {tone[:-1] for tone in syllables} & families:
                surnames[spelling] |= found
    for spelling, free in known["free"].items():
        surnames[spelling] |= set(free.split())
    systems = {
        name: {spelling: frozenset(syllables) for spelling, syllables in spellings.items()}
        for name, spellings in others.items()
    }
    return Mandarin({"pinyin": pinyin, **systems}, {spelling: frozenset(some) for spelling, some in surnames.items()})


def _respelled(initial: str, final: str, rules: dict[str, Any]) -> Iterator[str]:
    if whole := rules["whole"].get(initial + final):
        yield from whole.split()
        return
    is_umlaut = initial in ("j", "q", "x") or final.startswith("v")
    finals = rules["umlaut"].get(final) if is_umlaut else None
    for start in rules["initials"].get(initial, initial).split() or [""]:
        for end in (finals or rules["finals"].get(final, final)).split():
            yield start + end


def read_chinese(written: Written) -> Readings:
    """The readings of a name, none when it can't be Chinese."""
    if written.script == "latin":
        return Readings(tuple(_romanized(written)))
    return Readings(tuple(_characters(written)) if written.script == "han" else ())


def chinese_keys(readings: Readings) -> Iterator[str]:
    """The index keys of the readings of a name: its syllables without tone."""
    return keys_of(readings, _CLASSES, "zh:")


class _Toneless(dict[str, str]):
    def __missing__(self, syllable: str) -> str:
        self[syllable] = found = syllable.rstrip("12345")
        return found

    def get(self, syllable: str, default: Any = None) -> Any:  # noqa: ARG002 - every syllable has a class
        return self[syllable]


_CLASSES = _Toneless()


def _characters(written: Written) -> Iterator[Reading]:
    text = "".join(written.words)
    if not 2 <= len(text) <= 4:
        return
    entries = [characters().get(letter) for letter in text]
    readings = [
        frozenset(tone for reading in entry.mandarin for tone in _toned(reading)) if entry else frozenset()
        for entry in entries
    ]
    if all(readings):
        meanings = tuple(readings)
        variants = tuple(frozenset([entry.variant]) for entry in entries if entry)
        yield Reading("characters", tuple(text), 1, meanings, meanings, variants, is_exact=True)


def _toned(reading: str) -> frozenset[str]:
    return mandarin().pinyin.get(reading, frozenset())


def _romanized(written: Written) -> Iterator[Reading]:
    known = mandarin()
    words = [_numbered(word.lower()) for word in written.words]
    bare = [word if word.isascii() else word.replace("ü", "v") for word in words]
    bare = ["".join(letter for letter in word if not letter.isdigit()) for word in bare]
    if not 1 < len(words) <= 3 or not (bare[0] in known.surnames or bare[-1] in known.surnames):
        return
    for at in _surname_places(bare, written.surname, known):
        given = words[:at] + words[at + 1 :]
        is_house = len(given) == 1 and "-" not in given[0] and not _is_aspirated(words)
        for system, syllables in known.systems.items():
            heads = _families(words[at], bare[at], system, known)
            if not heads:
                continue
            for pieces in _pieces(given, syllables):
                meanings = (*heads, *(syllables[piece] for piece in pieces))
                strict = meanings if is_house and system == "pinyin" and _is_pinyin(bare[at], known) else ()
                spelled = (bare[at], *[""] * (len(heads) - 1), *pieces)
                yield Reading(system, spelled, len(heads), meanings, meanings, strict, is_house=bool(strict))


def _is_aspirated(words: list[str]) -> bool:
    return any(sign in word for word in words for sign in ("k'", "t'", "p'", "ch'", "ts'", "tz'"))


def _surname_places(bare: list[str], shown: int | None, known: Mandarin) -> Iterator[int]:
    last = len(bare) - 1
    if shown is not None and bare[shown] in known.surnames:
        yield shown
        return
    is_first, is_last = bare[0] in known.surnames, bare[-1] in known.surnames
    if is_first and "-" not in bare[0]:
        yield 0
    if is_last and (not is_first or "-" in bare[0]):
        yield last


def _is_pinyin(surname: str, known: Mandarin) -> bool:
    return surname in known.pinyin and surname in known.surnames.get(surname, ())


def _families(word: str, bare: str, system: str, known: Mandarin) -> tuple[frozenset[str], ...]:
    """The syllables of a surname; two of them when it is of two."""
    if system == "pinyin" and _is_pinyin(bare, known) and word in known.pinyin:
        return (known.pinyin[word],)
    families = known.surnames.get(bare, frozenset())
    singles = [family for family in families if family in known.pinyin]
    if singles:
        return (frozenset(tone for family in singles for tone in known.pinyin[family]),)
    for family in families:
        for pieces in parted(family.replace(" ", ""), known.pinyin, 2):
            return tuple(known.pinyin[piece] for piece in pieces)
    return ()


def _pieces(given: list[str], known: Syllables) -> Iterator[tuple[str, ...]]:
    parts = [part for word in given for part in word.split("-") if part]
    if len(parts) == 1:
        yield from parted(parts[0], known, _MOST)
    elif len(parts) == _MOST and all(part in known for part in parts):
        yield tuple(parts)


def _numbered(word: str) -> str:
    """A word with its tone marks as numbers after the syllables they stand on, when it is pinyin with tones."""
    if word.isascii():
        return word
    letters, tones = "", []
    for letter in unicodedata.normalize("NFD", word):
        if letter in _TONES:
            tones.append((len(letters), _TONES[letter]))
        elif letter == "\u0308" and letters.endswith("u"):
            letters = letters[:-1] + "v"
        else:
            letters += letter
    if not tones:
        return letters
    pinyin = mandarin().pinyin
    for pieces in parted(letters, pinyin, _MOST):
        found, end = "", 0
        for piece in pieces:
            start, end = letters.index(piece, end), letters.index(piece, end) + len(piece)
            marks = [tone for at, tone in tones if start < at <= end]
            found += piece + (marks[0] if len(marks) == 1 else "")
        return found
    return unicodedata.normalize("NFC", word)


def compare_chinese(first: Readings, second: Readings) -> Comparison:
    """Compare two names by their readings; in characters, by the characters alone."""
    if first.exact and second.exact:
        return characters_alike(first.exact, second.exact)
    common = [(a, b) for a in first.each for b in second.each if meet(a.meanings, b.meanings)]
    if first.house and second.house:
        pinyin = [pair for pair in common if pair[0].system == pair[1].system == "pinyin"]
        if not pinyin and common:
            return unsure("the same only if one is not in pinyin, and both look like it")
        common = pinyin
    if common:
        a, b = common[0]
        return yes(f"both spell {_pinyin(a, b)}: {' and '.join(sorted({a.system, b.system}))}")
    return no(_difference(*max(((a, b) for a in first.each for b in second.each), key=_agreeing)))


def characters_alike(one: Reading, other: Reading) -> Comparison:
    """Compare two names in Chinese characters, whatever language they are of."""
    if one.strict == other.strict:
        return yes("the same characters" if one.spelled == other.spelled else "forms of the same characters")
    return no(f"characters differ: {''.join(one.spelled)} and {''.join(other.spelled)}")


def _agreeing(pair: tuple[Reading, Reading]) -> int:
    return sum(bool(a & b) for a, b in zip(pair[0].meanings, pair[1].meanings, strict=False))


def _pinyin(a: Reading, b: Reading) -> str:
    exact = next((reading for reading in (a, b) if reading.is_exact), None)
    if exact is not None:
        return "".join(exact.spelled)
    syllables = [min(one & other).rstrip("12345") for one, other in zip(a.meanings, b.meanings, strict=True)]
    return " ".join((syllables[0].capitalize(), "".join(syllables[1:]).capitalize()))


def _difference(a: Reading, b: Reading) -> str:
    if len(a.meanings) != len(b.meanings):
        return "the names are not of the same length"
    for at, (one, other) in enumerate(zip(a.meanings, b.meanings, strict=True)):
        if one.isdisjoint(other):
            what = "surnames" if at < a.surname else "given names"
            sides = sorted((a.spelled[at].rstrip("12345").capitalize(), b.spelled[at].rstrip("12345").capitalize()))
            return f"{what} differ: {sides[0]} and {sides[1]}" if sides[0] != sides[1] else "tones differ"
    return "given names differ"

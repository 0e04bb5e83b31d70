"""Korean names: every reading in Hangul that a spelling allows, system by system."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kcgraph.names.characters import characters
from kcgraph.names.comparison import Comparison, no, unsure, yes
from kcgraph.names.korean_tables import System, korean
from kcgraph.names.syllables import Reading, Readings, keys_of, meet, parted
from kcgraph.names.written import Written

_MOST = 3
"""Syllables of a given name."""

_COMMON = frozenset("김이박최")
"""The surnames that nearly half of all bear: at the end of a name they are taken for the surname."""

_STRICT = ("DPRK", "McCune-Reischauer without marks")
"""Systems that give each syllable of a name one spelling."""

Given = tuple[str, ...]


def read_korean(written: Written) -> Readings:
    """The readings of a name, none when it can't be Korean."""
    reader = _READERS.get(written.script)
    return Readings(tuple(reader(written)) if reader else ())


def korean_keys(readings: Readings) -> Iterator[str]:
    """The index keys of the readings of a name."""
    return keys_of(readings, korean().classes, "ko:")


def _hangul(written: Written) -> Iterator[Reading]:
    text = "".join(written.words)
    for surname in (1, 2):
        if not surname < len(text) <= surname + _MOST or (len(written.words) > 1 and len(written.words[0]) > 2):
            continue
        if _of_the_south(text[:surname]) in korean().family:
            exact = tuple(map(frozenset, _southern(text, surname)))
            strict = tuple(map(frozenset, text))
            yield Reading("Hangul", tuple(text), surname, exact, exact, strict, is_exact=True)


def _southern(text: str, surname: int) -> Iterator[str]:
    known = korean()
    for at, syllable in enumerate(text):
        law = known.surname_law if at < surname else known.given_law if at == surname else known.inner_law
        yield law.get(syllable, syllable)


def _of_the_south(surname: str) -> str:
    return korean().surname_law.get(surname, surname)


def _hanja(written: Written) -> Iterator[Reading]:
    known, text = korean(), "".join(written.words)
    readings = [characters()[letter].korean if letter in characters() else () for letter in text]
    if not all(readings):
        return
    for surname in (1, 2):
        if not surname < len(text) <= surname + _MOST:
            continue
        family = {known.surname_law.get(reading, reading) for reading in readings[0]}
        if surname == 2:
            family = {one + other for one in readings[0] for other in readings[1]}
        family &= known.family
        if not family:
            continue
        head = [frozenset(family)] if surname == 1 else [frozenset(name[at] for name in family) for at in (0, 1)]
        first = frozenset(known.given_law.get(reading, reading) for reading in readings[surname])
        rest = [frozenset(known.inner_law.get(one, one) for one in some) for some in readings[surname + 1 :]]
        meanings = (*head, first, *rest)
        yield Reading("Hanja", tuple(text), surname, meanings, meanings, is_exact=True)


def _romanized(written: Written) -> Iterator[Reading]:
    known = korean()
    if not 1 < len(written.words) <= 4:
        return
    words = [_marked(word.lower()) for word in written.words]
    is_marked = any("ŏ" in word or "ŭ" in word for word in words)
    plain = [_unmarked(word) for word in words] if is_marked else words
    if plain[0] not in known.surnames and plain[-1] not in known.surnames and " ".join(plain[:2]) not in known.surnames:
        return
    if settled := known.established.get(" ".join(words).replace("-", " ")):
        exact = tuple(map(frozenset, _southern(settled, 1)))
        yield Reading("established", tuple(settled), 1, exact, exact)
    for family, given in _orders(words, plain, written.surname, known.surnames):
        surnames = known.surnames[family]
        for pieces in _pieces(given, known.latin):
            is_styled = " ".join((family, *pieces)) == " ".join(words) and family in known.north
            systems = ("mr",) if is_marked else ("dprk", "mr_plain", "rr", "press")
            for key in systems:
                yield from _read(known.systems[key], family, surnames, pieces, is_styled and key == "dprk")


def _cyrillic(written: Written) -> Iterator[Reading]:
    known = korean()
    words = [word.lower() for word in written.words]
    if not 1 < len(words) <= 4 or not (words[0] in known.cyrillic_surnames or words[-1] in known.cyrillic_surnames):
        return
    for family, given in _orders(words, words, written.surname, known.cyrillic_surnames):
        for pieces in _pieces(given, known.cyrillic):
            yield from _read(known.systems["cyrillic"], family, known.cyrillic_surnames[family], pieces, False)


def _orders(
    words: list[str], plain: list[str], shown: int | None, surnames: dict[str, frozenset[str]]
) -> Iterator[tuple[str, list[str]]]:
    """Surname (without marks) and given words, as the writing shows them or in each order that the surnames allow."""
    if shown is not None and plain[shown] in surnames:
        yield plain[shown], words[:shown] + words[shown + 1 :]
        return
    if len(words) > 2 and " ".join(plain[:2]) in surnames:
        yield " ".join(plain[:2]), words[2:]
    head, tail = surnames.get(plain[0]), surnames.get(plain[-1])
    if head and not (tail and "-" in words[0]):
        yield plain[0], words[1:]
    if tail and (not head or "-" in words[0] or (not tail.isdisjoint(_COMMON) and head.isdisjoint(_COMMON))):
        yield plain[-1], words[:-1]


def _pieces(given: list[str], known: frozenset[str]) -> Iterator[Given]:
    """The syllables of a given name: those parted by blanks and hyphens, or a glued word in every way."""
    parts = [part for word in given for part in word.split("-") if part]
    if not parts:
        return
    if len(parts) == 1:
        yield from parted(parts[0], known, _MOST)
    elif len(parts) <= _MOST and all(part in known for part in parts):
        yield tuple(parts)


_READERS = {"latin": _romanized, "cyrillic": _cyrillic, "hangul": _hangul, "han": _hanja}


class Syllable(NamedTuple):
    """What a syllable of a given name means in one system: by the law of the South and, `strict`, in the North."""

    meanings: frozenset[str]
    likely: frozenset[str]
    strict: frozenset[str]
    is_usual: bool


def _read(system: System, family: str, surnames: frozenset[str], given: Given, is_styled: bool) -> Iterator[Reading]:
    found = [_syllable(system.key, piece, at > 0, _nasal(given, at)) for at, piece in enumerate(given)]
    if None in found:
        return
    syllables = [syllable for syllable in found if syllable is not None]
    head, spelled = _surname(family, surnames)
    yield Reading(
        system.name,
        (*spelled, *given),
        len(head),
        (*head, *[syllable.meanings for syllable in syllables]),
        (*head, *[syllable.likely for syllable in syllables]),
        (*head, *[syllable.strict for syllable in syllables]) if is_styled else (),
        is_house=is_styled and all(syllable.is_usual for syllable in syllables),
    )


@lru_cache(maxsize=4096)
def _surname(family: str, surnames: frozenset[str]) -> tuple[tuple[frozenset[str], ...], tuple[str, ...]]:
    """The syllables of a surname, one or two, and their spelling."""
    size = len(next(iter(surnames)))
    head = tuple(frozenset(name[at] for name in surnames if len(name) == size) for at in range(size))
    spelled = (family,) if size == 1 else tuple(family.split()) if " " in family else (family, "")
    return head, spelled


def _nasal(given: Given, at: int) -> bool:
    """Whether a final k may be spelled ng here: before n and m (McCune-Reischauer writes what is heard)."""
    return given[at].endswith("ng") and at + 1 < len(given) and given[at + 1][0] in "nm"


@lru_cache(maxsize=1 << 16)
def _syllable(key: str, piece: str, is_inner: bool, is_nasal: bool) -> Syllable | None:
    known = korean()
    system = known.systems[key]
    spellings = system.inner if is_inner else system.first
    raw = spellings.get(piece, frozenset())
    if is_nasal and key == "mr":
        raw |= spellings.get(f"{piece[:-2]}k", frozenset())
    if not raw:
        return None
    law = known.inner_law if is_inner else known.given_law
    strict = raw & known.possible or raw
    return Syllable(
        frozenset(law.get(one, one) for one in raw),
        frozenset(law.get(one, one) for one in strict),
        strict,
        not raw.isdisjoint(known.usual),
    )


@lru_cache(maxsize=4096)
def _marked(word: str) -> str:
    """A word with its breves as letters: the apostrophe after o and u is one, after a consonant it is aspiration."""
    for loose, proper in (("ǒ", "ŏ"), ("ǔ", "ŭ"), ("ô", "ŏ"), ("û", "ŭ")):
        word = word.replace(loose, proper)
    word = word.replace("wh", "hw")
    if "'" in word:
        for vowel, breve in (("o'", "ŏ"), ("u'", "ŭ")):
            word = word.replace(vowel, breve)
        kept = [
            letter
            for at, letter in enumerate(word)
            if letter != "'" or word[at - 1 : at] in ("k", "t", "p") or word[at - 2 : at] == "ch"
        ]
        word = "".join(kept)
    return word


def _unmarked(word: str) -> str:
    return word.replace("ŏ", "o").replace("ŭ", "u")


def compare_korean(first: Readings, second: Readings) -> Comparison:
    """Compare two names by their readings: the same when one reading is common to both that nothing contradicts."""
    one, other = first.house, second.house
    common = _common(first, second)
    is_part = not common and first.spans.keys() != second.spans.keys()
    if is_part and any(_is_given_alone(a, b) or _is_given_alone(b, a) for a in first.each for b in second.each):
        return unsure("the given name alone says too little")
    if one is not None and other is not None and not _is_established(common):
        return yes(_told(one, other)) if meet(one.strict, other.strict) else no(_difference(one, other))
    a, b = first.styled, second.styled
    if a and b and common and not _is_established(common) and not meet(a.strict, b.strict):
        return unsure(f"{_difference(a, b)} as the DPRK spells, {_told(*common[0])}")
    if common:
        strong = [pair for pair in common if _is_of(pair[0], one) and _is_of(pair[1], other)]
        if not strong:
            return unsure(f"{_told(*common[0])}, but not as the DPRK spells")
        if one is None and other is None and (clash := _clash(first, second)):
            return unsure(f"{_difference(*clash)} in {clash[0].system}, one in other spellings")
        return yes(_told(*strong[0]))
    if first.may_meet(second) and any(meet(a.meanings, b.meanings) for a in first.each for b in second.each):
        return unsure("only an unusual reading is common to both")
    return no(_difference(*_nearest(first, second)))


Pairs = list[tuple[Reading, Reading]]


def _common(first: Readings, second: Readings) -> Pairs:
    if not first.may_meet(second):
        return []
    return [(a, b) for a in first.each for b in second.each if meet(_weighed(a, b), _weighed(b, a))]


def _is_established(common: Pairs) -> bool:
    return any("established" in (one.system, other.system) for one, other in common)


def _is_of(reading: Reading, house: Reading | None) -> bool:
    """Whether a reading is the one that the house style of the name allows, if it is in one."""
    return house is None or reading is house or reading.system == "established"


def _is_given_alone(one: Reading, other: Reading) -> bool:
    if len(one.meanings) >= len(other.meanings):
        return False
    given = other.meanings[other.surname :]
    return len(one.meanings) == len(given) > 1 and meet(one.meanings, given)


def _weighed(one: Reading, other: Reading) -> tuple[frozenset[str], ...]:
    return one.meanings if other.is_exact else one.likely


def _clash(first: Readings, second: Readings) -> tuple[Reading, Reading] | None:
    """Two readings in one strict system that differ by syllables that names often have, when none there is common."""
    usual = korean().usual
    for system in _STRICT:
        pairs = [(a, b) for a in first.each for b in second.each if a.system == b.system == system]
        pairs = [(a, b) for a, b in pairs if len(a.likely) == len(b.likely)]
        if any(meet(a.likely, b.likely) for a, b in pairs):
            continue
        for one, other in pairs:
            parts = zip(one.likely[one.surname :], other.likely[other.surname :], strict=True)
            if all(a & b or (a & usual and b & usual) for a, b in parts):
                return one, other
    return None


def _nearest(first: Readings, second: Readings) -> tuple[Reading, Reading]:
    """The first two readings of equal length, the first two of all when there are none."""
    pairs = ((a, b) for a in first.each for b in second.each if len(a.meanings) == len(b.meanings))
    return next(pairs, (first.each[0], second.each[0]))


def _told(one: Reading, other: Reading) -> str:
    exact = one if one.is_exact else other
    chosen = []
    for a, b in zip(_weighed(one, other), _weighed(other, one), strict=True):
        chosen.append(min(a & b, key=_rank))
    name = "".join(exact.spelled) if exact.system == "Hangul" else "".join(chosen)
    systems = sorted({one.system, other.system})
    return f"both spell {name}: {' and '.join(systems)}"


def _rank(syllable: str) -> tuple[int, str]:
    """The commoner first; what is not listed last, in the order of the alphabet."""
    return korean().common.find(syllable) % 1000, syllable


def _difference(one: Reading, other: Reading) -> str:
    if len(one.likely) != len(other.likely):
        return "the names are not of the same length"
    for at, (a, b) in enumerate(zip(one.strict or one.likely, other.strict or other.likely, strict=True)):
        if a.isdisjoint(b):
            what = "surnames" if at < one.surname else "given names"
            sides = sorted((_piece(one, at, a), _piece(other, at, b)))
            return f"{what} differ: {sides[0]} and {sides[1]}"
    return "given names differ"


def _piece(reading: Reading, at: int, meanings: frozenset[str]) -> str:
    spelled = reading.spelled[at]
    usual = sorted(meanings & korean().usual or meanings, key=_rank)
    return spelled if spelled in meanings else f"{spelled.capitalize()} ({'/'.join(usual[:2])})"

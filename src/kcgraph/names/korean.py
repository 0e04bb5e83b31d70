"""Korean names: every reading in Hangul that a spelling allows, system by system."""

from collections.abc import Iterator
from functools import lru_cache

from kcgraph.names.characters import characters
from kcgraph.names.comparison import Comparison, no, unsure, yes
from kcgraph.names.korean_tables import System, korean
from kcgraph.names.syllables import Reading, keys_of, meet, parted
from kcgraph.names.written import Written

_MOST = 3
"""Syllables of a given name."""

_COMMON = frozenset("김이박최")
"""The surnames that nearly half of all bear: at the end of a name they are taken for the surname."""

Given = tuple[str, ...]


def read_korean(written: Written) -> tuple[Reading, ...]:
    """The readings of a name, none when it can't be Korean."""
    if written.script == "latin":
        return tuple(dict.fromkeys(_romanized(written)))
    if written.script == "cyrillic":
        return tuple(_cyrillic(written))
    if written.script == "hangul":
        return tuple(_hangul(written))
    return tuple(_hanja(written)) if written.script == "han" else ()


def korean_keys(readings: tuple[Reading, ...]) -> Iterator[str]:
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
            is_house = " ".join((family, *pieces)) == " ".join(words) and family in known.north
            systems = ("mr",) if is_marked else ("dprk", "mr_plain", "rr", "press")
            for key in systems:
                yield from _read(known.systems[key], family, surnames, pieces, is_house and key == "dprk")


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
    if tail and (
        not head or "-" in words[0] or (len(words) > 2 and not tail.isdisjoint(_COMMON) and head.isdisjoint(_COMMON))
    ):
        yield plain[-1], words[:-1]


def _pieces(given: list[str], known: frozenset[str]) -> Iterator[Given]:
    """The syllables of a given name: those parted by blanks and hyphens, or a glued word in every way."""
    parts = [part for word in given for part in word.split("-") if part]
    if not parts:
        return
    if len(parts) == 1:
        yield from parted(parts[0], dict.fromkeys(known), _MOST)
    elif len(parts) <= _MOST and all(part in known for part in parts):
        yield tuple(parts)


def _read(system: System, family: str, surnames: frozenset[str], given: Given, is_house: bool) -> Iterator[Reading]:
    raw = _meanings(system, given)
    if raw is None:
        return
    known = korean()
    size = len(next(iter(surnames)))
    head = [frozenset(name[at] for name in surnames if len(name) == size) for at in range(size)]
    southern = [
        frozenset((known.inner_law if at else known.given_law).get(one, one) for one in some)
        for at, some in enumerate(raw)
    ]
    likely = [_likely(some) for some in raw]
    usual = [
        frozenset((known.inner_law if at else known.given_law).get(one, one) for one in some)
        for at, some in enumerate(likely)
    ]
    is_house = is_house and all(not some.isdisjoint(known.usual) for some in raw)
    yield Reading(
        system.name,
        (*([family] if size == 1 else family.split() if " " in family else [family, ""]), *given),
        size,
        (*head, *southern),
        (*head, *usual),
        (*head, *likely) if is_house else (),
    )


def _likely(some: frozenset[str]) -> frozenset[str]:
    return some & korean().usual or some


def _meanings(system: System, given: Given) -> list[frozenset[str]] | None:
    found = []
    for at, piece in enumerate(given):
        meanings = (system.inner if at else system.first).get(piece)
        if meanings is None:
            return None
        found.append(meanings)
    return found


@lru_cache(maxsize=4096)
def _marked(word: str) -> str:
    """A word with its breves as letters: the apostrophe after o and u is one, after a consonant it is aspiration."""
    for loose, proper in (("ǒ", "ŏ"), ("ǔ", "ŭ"), ("ô", "ŏ"), ("û", "ŭ")):
        word = word.replace(loose, proper)
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


def compare_korean(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> Comparison:
    """Compare two names by their readings: the same when one reading is common to both that nothing contradicts."""
    houses = [next((one for one in some if one.strict and not one.is_exact), None) for some in (first, second)]
    common = [(one, other) for one in first for other in second if meet(_weighed(one, other), _weighed(other, one))]
    if houses[0] is not None and houses[1] is not None:
        if meet(houses[0].strict, houses[1].strict):
            return yes(_told(houses[0], houses[1]))
        if not any(one.system == "established" or other.system == "established" for one, other in common):
            return no(_difference(houses[0], houses[1]))
    if common:
        if houses[0] is not None or houses[1] is not None:
            strong = [
                pair
                for pair in common
                if all(
                    house is None or one is house or one.system == "established"
                    for one, house in zip(pair, houses, strict=True)
                )
            ]
            if not strong:
                return unsure(f"{_told(*common[0])}, but not as the DPRK spells")
            common = strong
        elif clash := _clash(first, second):
            return unsure(f"{_difference(*clash)} in {clash[0].system}, one in other spellings")
        return yes(_told(*common[0]))
    if any(meet(one.meanings, other.meanings) for one in first for other in second):
        return unsure("only an unusual reading is common to both")
    if any(_is_given_alone(one, other) or _is_given_alone(other, one) for one in first for other in second):
        return unsure("the given name alone says too little")
    return no(_difference(*_nearest(first, second)))


def _is_given_alone(one: Reading, other: Reading) -> bool:
    given = other.meanings[other.surname :]
    return len(one.meanings) == len(given) > 1 and meet(one.meanings, given)


def _weighed(one: Reading, other: Reading) -> tuple[frozenset[str], ...]:
    return one.meanings if other.is_exact else one.likely


def _clash(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> tuple[Reading, Reading] | None:
    """Two readings in one strict system that differ, each by a syllable that names often have."""
    usual = korean().usual
    for one in first:
        for other in second:
            if one.system != other.system or one.system != "McCune-Reischauer without marks":
                continue
            if len(one.likely) == len(other.likely) and not meet(one.likely, other.likely):
                pairs = zip(one.likely[one.surname :], other.likely[other.surname :], strict=True)
                if all(a & b or (a & usual and b & usual) for a, b in pairs):
                    return one, other
    return None


def _nearest(first: tuple[Reading, ...], second: tuple[Reading, ...]) -> tuple[Reading, Reading]:
    def agreeing(pair: tuple[Reading, Reading]) -> int:
        return sum(bool(a & b) for a, b in zip(pair[0].likely, pair[1].likely, strict=False))

    return max(((one, other) for one in first for other in second), key=agreeing)


def _told(one: Reading, other: Reading) -> str:
    exact = one if one.is_exact else other
    chosen = []
    for a, b in zip(_weighed(one, other), _weighed(other, one), strict=True):
        chosen.append(_commonest(a & b))
    name = "".join(exact.spelled) if exact.system == "Hangul" else "".join(chosen)
    systems = sorted({one.system, other.system})
    return f"both spell {name}: {' and '.join(systems)}"


def _commonest(meanings: frozenset[str]) -> str:
    return min(meanings, key=lambda found: (korean().common.find(found) % 1000, found))


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
    usual = sorted(meanings & korean().usual) or sorted(meanings)
    return spelled if spelled in meanings else f"{spelled.capitalize()} ({'/'.join(usual[:2])})"

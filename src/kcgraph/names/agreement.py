"""Names in letters compared word by word: which must agree and which may be left out."""

from enum import Enum
from itertools import permutations

from kcgraph.names.comparison import Comparison, no, unsure, yes
from kcgraph.names.letters import Lettered, Word, arabic, joined, letters

_LONG = 5
"""Letters of a word in which one that differs may be a typing error."""


_SHORT = 3


class Likeness(Enum):
    """How far two words agree."""

    SAME = 3
    INITIAL = 2
    NEAR = 1
    OTHER = 0


def alike(one: Word, other: Word, is_arabic: bool) -> Likeness:
    """Compare two words."""
    if one.is_initial or other.is_initial:
        if one.plain == other.plain:
            return Likeness.SAME
        is_short = one.plain[:1] == other.plain[:1] or one.folded[:1] == other.folded[:1]
        return Likeness.INITIAL if is_short else Likeness.OTHER
    if one.plain == other.plain or one.folded == other.folded or one.other == other.folded or one.folded == other.other:
        if one.marked != one.plain and other.marked != other.plain and _has_other_tones(one, other):
            return Likeness.OTHER
        return Likeness.SAME
    if is_arabic and arabic(one.folded) == arabic(other.folded):
        return Likeness.SAME
    if one.loose == other.loose and min(len(one.plain), len(other.plain)) > _SHORT:
        return Likeness.NEAR
    if other.plain in letters().nicknames.get(one.plain, ()):
        return Likeness.NEAR
    if (
        min(len(one.plain), len(other.plain)) >= _LONG
        and one.plain[0] == other.plain[0]
        and _is_one_edit(one.plain, other.plain)
    ):
        return Likeness.NEAR
    return Likeness.OTHER


_VIETNAMESE = frozenset("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")


def _has_other_tones(one: Word, other: Word) -> bool:
    """Whether both have Vietnamese marks, which differ."""
    return one.marked != other.marked and not (
        _VIETNAMESE.isdisjoint(one.marked) or _VIETNAMESE.isdisjoint(other.marked)
    )


def _is_one_edit(one: str, other: str) -> bool:
    """Whether one letter more, less, changed, or two neighbours changed about make one word of the other."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = 0
    while at < len(one) and one[at] == other[at]:
        at += 1
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )


def compare_letters(one: Lettered, other: Lettered) -> Comparison:
    """Compare two names: first and last word must agree, what stands between may be left out in one of them."""
    if len(one.words) > len(other.words) or (len(one.words) == len(other.words) and _spelled(one) > _spelled(other)):
        one, other = other, one
    if not one.words:
        return unsure("no name is left without titles")
    is_arabic = one.is_arabic or other.is_arabic
    if len(one.words) == 1:
        return _single(one, other, is_arabic)
    if one.generation != other.generation:
        if one.generation and other.generation:
            return no("one is the younger, the other the elder")
        is_other = _best(one, other, is_arabic)[0] is Likeness.OTHER
        return no("the names differ") if is_other else unsure("only one is said to be the younger or elder")
    patronymics = _patronymics(one, other, is_arabic)
    likeness, how = _best(one, other, is_arabic)
    if (
        len(one.words) != len(other.words)
        and likeness is not Likeness.SAME
        and joined(one).folded == joined(other).folded
    ):
        likeness, how = Likeness.SAME, "the same but for blanks"
    if likeness is Likeness.OTHER:
        return _tail(one, other, is_arabic) or no(how)
    if patronymics is Likeness.OTHER:
        return no(f"patronymics differ: {one.patronymics[0].plain.title()} and {other.patronymics[0].plain.title()}")
    if likeness is Likeness.SAME:
        if one.patronymics != other.patronymics and not (one.patronymics and other.patronymics):
            how = "patronymic left out in one"
        return yes(how)
    return unsure(how)


def _tail(one: Lettered, other: Lettered, is_arabic: bool) -> Comparison | None:
    """What a name comes to that is the other without its first words."""
    tail = other.words[len(other.words) - len(one.words) :]
    if len(tail) == len(other.words) or len(tail) < 2:
        return None
    if any(alike(a, b, is_arabic) is not Likeness.SAME for a, b in zip(one.words, tail, strict=True)):
        return None
    return yes("a first name left out in one") if len(tail) > 2 else unsure("one has another name before")


def _spelled(name: Lettered) -> tuple[str, ...]:
    return tuple(word.marked for word in name.words)


def _single(one: Lettered, other: Lettered, is_arabic: bool) -> Comparison:
    best = max((alike(one.words[0], word, is_arabic) for word in other.words), key=lambda found: found.value)
    if best is Likeness.OTHER:
        return no("no word is common to both")
    if len(other.words) == 1 and best is Likeness.SAME:
        return yes("spellings of the same word")
    return unsure("one word alone says too little")


def _patronymics(one: Lettered, other: Lettered, is_arabic: bool) -> Likeness:
    if one.patronymics and other.patronymics:
        return alike(one.patronymics[0], other.patronymics[0], is_arabic)
    return Likeness.SAME


def _best(one: Lettered, other: Lettered, is_arabic: bool) -> tuple[Likeness, str]:
    """The best agreement over the orders in which the names may stand."""
    orders = [one.words] if one.is_ordered and other.is_ordered else _turned(one.words)
    results = [found for at, words in enumerate(orders) for found in (_aligned(words, other.words, is_arabic, at > 0),)]
    return max(results, key=lambda result: result[0].value)


def _turned(words: tuple[Word, ...]) -> list[tuple[Word, ...]]:
    """A name as it stands, with its first word last, and with its last word first."""
    turned = [words, (*words[1:], words[0]), (words[-1], *words[:-1])]
    if len(words) == 3:
        turned += [tuple(some) for some in permutations(words) if tuple(some) not in turned]
    return list(dict.fromkeys(turned))


def _are_ends(short: tuple[Word, ...], long: tuple[Word, ...], is_arabic: bool) -> bool:
    return alike(short[-1], long[-1], is_arabic) is Likeness.SAME is alike(short[0], long[0], is_arabic)


def _aligned(short: tuple[Word, ...], long: tuple[Word, ...], is_arabic: bool, is_turned: bool) -> tuple[Likeness, str]:
    """Lay the shorter name along the longer: its first word on the first, the others in order, as well as can be."""
    if is_turned and len(short) != len(long) and (len(short) > 2 or not _are_ends(short, long, is_arabic)):
        return Likeness.OTHER, "the names differ"
    lowest = alike(short[0], long[0], is_arabic)
    if lowest is Likeness.OTHER:
        return Likeness.OTHER, f"names differ: {short[0].plain.title()} and {long[0].plain.title()}"
    at, full = 1, int(lowest is Likeness.SAME)
    for word in short[1:]:
        found = Likeness.OTHER
        for place in range(at, len(long)):
            likeness = alike(word, long[place], is_arabic)
            if likeness.value > found.value:
                found, at = likeness, place + 1
            if found is Likeness.SAME:
                break
        if found is Likeness.OTHER:
            return Likeness.OTHER, f"names differ: {word.plain.title()} is not in the other"
        full += found is Likeness.SAME and not word.is_initial
        lowest = min(lowest, found, key=lambda likeness: likeness.value)
    if len(short) != len(long) and any(word.is_initial for word in short[1:-1]):
        return Likeness.INITIAL, "an initial may stand for other names"
    if lowest is Likeness.NEAR:
        return lowest, "nearly the same: a short form, another spelling or a typing error"
    if lowest is Likeness.INITIAL and (full < 2 or long[0].is_initial or short[0].is_initial):
        return lowest, "an initial may stand for other names"
    if is_arabic and len(short) == 2 < len(long):
        return Likeness.INITIAL, "of an Arabic name some words are left out in one"
    if len(short) < len(long):
        return Likeness.SAME, "some names left out in one"
    return Likeness.SAME, "the same but for the order" if is_turned else "the same but for spelling"

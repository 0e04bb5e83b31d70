"""Two names of people compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from kcgraph.names.agreement import compare_letters
from kcgraph.names.chinese import characters_alike, chinese_keys, compare_chinese, read_chinese
from kcgraph.names.comparison import Comparison, Sameness, no, unsure, yes
from kcgraph.names.korean import compare_korean, korean_keys, read_korean
from kcgraph.names.letters import Lettered, read_letters
from kcgraph.names.syllables import Reading
from kcgraph.names.written import Written, read_written

_READABLE = ("latin", "cyrillic")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in every way it can be read."""

    written: Written
    korean: tuple[Reading, ...]
    chinese: tuple[Reading, ...]
    lettered: Lettered


@lru_cache(maxsize=65536)
def read_name(name: str) -> Name:
    """Read a name in every way it allows; names met before are remembered."""
    written = read_written(name)
    return Name(written, read_korean(written), read_chinese(written), read_letters(written))


def compare(first: str, second: str) -> Comparison:
    """Say whether two names of people are spellings of one name, and why.

    Knows Korean in Hangul, Hanja, Cyrillic and every usual romanization, Chinese in characters, pinyin and Wade-Giles,
    transliterations of Cyrillic and Arabic, Vietnamese with and without marks, and names in Latin letters with middle
    names, initials, second surnames and titles. The answer does not depend on the order of the two. YES tells that the
    names are one, not that the people are: two people may bear one name. Nothing raises.
    """
    one, other = read_name(first), read_name(second)
    for name in (one, other):
        if not name.written.words or name.written.script == "none":
            return unsure("no name is left without titles" if name.written.text else "there is no name")
    if _is_equal(one, other):
        return yes("the same spelling")
    if one.chinese and other.chinese and one.chinese[0].is_exact and other.chinese[0].is_exact:
        return characters_alike(one.chinese[0], other.chinese[0])
    found = []
    if one.chinese and other.chinese:
        found.append(compare_chinese(one.chinese, other.chinese))
    if one.korean and other.korean and not (_is_pinyin(one) and _is_pinyin(other)):
        found.append(compare_korean(one.korean, other.korean))
    for answer in (Sameness.YES, Sameness.UNSURE):
        for comparison in found:
            if comparison.same is answer:
                return comparison
    if one.written.script in _READABLE and other.written.script in _READABLE:
        general = compare_letters(one.lettered, other.lettered)
        if not found or _is_one_word(one, other):
            return general
    return found[0] if found else _unread(one, other)


def _is_equal(one: Name, other: Name) -> bool:
    return [word.lower() for word in one.written.words] == [
        word.lower() for word in other.written.words
    ] and one.written.generation == other.written.generation


def _is_pinyin(name: Name) -> bool:
    return any(reading.strict and not reading.is_exact for reading in name.chinese)


def _is_one_word(one: Name, other: Name) -> bool:
    return len(one.lettered.words) == 1 or len(other.lettered.words) == 1


def _unread(one: Name, other: Name) -> Comparison:
    if one.written.script == other.written.script and one.written.script in ("hangul", "han"):
        return no("written differently")
    scripts = " and ".join(sorted({one.written.script, other.written.script}))
    return unsure(f"nothing joins these spellings ({scripts})")


@lru_cache(maxsize=65536)
def name_keys(name: str) -> frozenset[str]:
    """Return keys to index a name by: two names that compare YES always share one.

    Names that share none need not be compared. Most names have one to six keys.
    """
    return frozenset(_keys(read_name(name)))


def _keys(name: Name) -> Iterator[str]:
    if not name.written.words:
        return
    yield f"={' '.join(name.written.words).lower()}"
    yield from korean_keys(name.korean)
    yield from chinese_keys(name.chinese)
    if name.chinese and name.chinese[0].is_exact:
        yield "zi:" + "".join(min(some) for some in name.chinese[0].strict)
    skeletons = sorted({word.loose[:1] + _consonants(word.loose[1:]) for word in name.lettered.words})
    for pair in combinations(skeletons, 2):
        yield "la:" + " ".join(pair)
    if len(skeletons) == 1:
        yield f"la:{skeletons[0]}"


def _consonants(loose: str) -> str:
    return "".join(letter for letter in loose if letter not in "aeiou")

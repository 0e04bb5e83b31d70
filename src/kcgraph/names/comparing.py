"""Two names of people compared."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, product

from kcgraph.names.agreement import compare_letters
from kcgraph.names.chinese import chinese_keys, compare_chinese, read_chinese
from kcgraph.names.comparison import Comparison, Sameness, no, unsure, yes
from kcgraph.names.korean import compare_korean, korean_keys, read_korean
from kcgraph.names.letters import Lettered, joined, loosened, read_letters
from kcgraph.names.syllables import Readings
from kcgraph.names.written import Written, read_written

_READABLE = ("latin", "cyrillic")


@dataclass(frozen=True)
class Name:
    """A name in every way it can be read, each when it is asked for."""

    written: Written

    @cached_property
    def korean(self) -> Readings:
        """Its Korean readings."""
        return read_korean(self.written)

    @cached_property
    def chinese(self) -> Readings:
        """Its Chinese readings."""
        return read_chinese(self.written)

    @cached_property
    def lettered(self) -> Lettered:
        """Its words, when it is written with letters."""
        return read_letters(self.written)


@lru_cache(maxsize=1 << 17)
def read_name(name: str) -> Name:
    """Take a name apart; names met before are remembered."""
    return Name(read_written(name))


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
    if len(one.written.words) > 2 < len(other.written.words) and one.korean.house and other.korean.house:
        return compare_korean(one.korean, other.korean)
    found = []
    if one.chinese and other.chinese:
        found.append(compare_chinese(one.chinese, other.chinese))
    is_settled = (one.chinese.exact and other.chinese.exact) or (one.chinese.house and other.chinese.house)
    if one.korean and other.korean and not is_settled:
        found.append(compare_korean(one.korean, other.korean))
    for answer in (Sameness.YES, Sameness.UNSURE):
        for comparison in found:
            if comparison.same is answer:
                return comparison
    if one.written.script in _READABLE and other.written.script in _READABLE:
        general = compare_letters(one.lettered, other.lettered)
        if general.same is Sameness.YES and bool(one.korean) != bool(other.korean) and not _is_within(one, other):
            return unsure("one of them is no Korean name")
        if not found or _is_one_word(one, other):
            return general
    return found[0] if found else _unread(one, other)


def _is_equal(one: Name, other: Name) -> bool:
    return [word.lower() for word in one.written.words] == [
        word.lower() for word in other.written.words
    ] and one.written.generation == other.written.generation


def _is_within(one: Name, other: Name) -> bool:
    words, others = ({word.plain for word in name.lettered.words} for name in (one, other))
    return words <= others or others <= words


def _is_one_word(one: Name, other: Name) -> bool:
    return len(one.lettered.words) == 1 or len(other.lettered.words) == 1


def _unread(one: Name, other: Name) -> Comparison:
    if one.written.script == other.written.script and one.written.script in ("hangul", "han"):
        return no("written differently")
    scripts = " and ".join(sorted({one.written.script, other.written.script}))
    return unsure(f"nothing joins these spellings ({scripts})")


def script_of(name: str) -> str:
    """Return the script of a name: latin, cyrillic, hangul, han, kana, mixed, none (no letters) or other."""
    return read_name(name).written.script


@lru_cache(maxsize=1 << 17)
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
    if name.chinese.exact:
        yield "zi:" + "".join(min(some) for some in name.chinese.exact.strict)
    words = [sorted({_skeleton(word.loose), _skeleton(loosened(word.other))}) for word in name.lettered.words]
    for one, other in combinations(words, 2):
        for pair in product(one, other):
            yield f"la:{' '.join(sorted(pair))}"
    if words:
        yield f"la:{_skeleton(joined(name.lettered).loose)}"


def _skeleton(loose: str) -> str:
    return loose[:1] + "".join(letter for letter in loose[1:] if letter not in "aeiou")

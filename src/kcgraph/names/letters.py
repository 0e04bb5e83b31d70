"""Names written with letters, of any language: what spellings of a word are one, and which words must agree."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from kcgraph.names.written import Written, table

_DIGRAPHS = frozenset(("kh", "ts", "sh", "ch", "zh", "dz"))
"""One letter in Cyrillic: an initial, too."""


_REMEMBERED = 1 << 18
"""Words whose folding is remembered: names are made of the same words again and again."""

Rules = tuple[tuple[frozenset[str], re.Pattern[str], str], ...]
"""Letters of which one must stand in a word, what to replace there, by what."""


class Word(NamedTuple):
    """A word of a name.

    In Latin letters without accents (`plain`) and with them (`marked`); what all spellings of one word have in common
    (`folded`), and what words that may be spellings of one word have (`loose`). `other` is folded too, with h for the
    Cyrillic letter that is g in Russian and h in Ukrainian and Belarusian.
    """

    plain: str
    marked: str
    folded: str
    loose: str
    other: str
    is_initial: bool


@dataclass(frozen=True, slots=True)
class Lettered:
    """The words of a name in the order given name first where the writing shows it; patronymics apart."""

    words: tuple[Word, ...]
    patronymics: tuple[Word, ...]
    is_ordered: bool
    generation: int | None
    is_arabic: bool
    script: str


@dataclass(frozen=True, slots=True)
class Letters:
    """The rules of `seeds/names/letters.toml`."""

    letters: dict[int, str]
    cyrillic: dict[int, str]
    pairs: tuple[tuple[str, str], ...]
    fold: Rules
    loose: Rules
    arabic_fold: Rules
    particles: frozenset[str]
    articles: frozenset[str]
    patronymic: re.Pattern[str]
    equal: dict[str, str]
    equal_folded: dict[str, str]
    nicknames: dict[str, frozenset[str]]
    arabic: frozenset[str]


@cache
def letters() -> Letters:
    """The rules, read when they are first asked for."""
    known: dict[str, Any] = table("letters")
    groups = [line.split() for line in known["equal"]["groups"].split("\n") if line]
    short: dict[str, set[str]] = {}
    for line in known["nicknames"]["groups"].split("\n"):
        for name in line.split():
            short.setdefault(name, set()).update(line.split())
    endings = "|".join(sorted(known["patronymics"]["endings"].split(), key=len, reverse=True))
    pairs = tuple(sorted(known["fold"]["pairs"].items(), key=lambda pair: (-len(pair[0]), pair)))
    fold = _rules(known["fold"]["rules"])

    def folded(name: str) -> str:
        return _applied(_paired(name, pairs), fold)

    return Letters(
        str.maketrans(known["letters"]),
        str.maketrans(known["cyrillic"]),
        pairs,
        fold,
        _rules(known["loose"]["rules"]),
        _rules(known["arabic_fold"]["rules"]),
        frozenset(known["particles"]["words"].split()),
        frozenset(known["particles"]["article"].split()),
        re.compile(rf"\w{{2,}}(?:{endings})"),
        {name: group[0] for group in groups for name in group},
        {folded(name): folded(group[0]) for group in groups for name in group},
        {name: frozenset(others) for name, others in short.items()},
        frozenset(known["arabic"]["names"].split()),
    )


def _rules(listed: list[list[str]]) -> Rules:
    return tuple((frozenset(triggers), re.compile(rule), put) for triggers, rule, put in listed)


@lru_cache(maxsize=_REMEMBERED)
def word(spelled: str) -> Word:
    """Take one word of a name, in any letters that `read_letters` reads."""
    known = letters()
    marked = spelled.lower()
    plain, has_g = marked, False
    if not marked.isascii():
        has_g = "г" in marked or "ґ" in marked
        marked = marked.translate(known.cyrillic)
        decomposed = unicodedata.normalize("NFD", marked.translate(known.letters))
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    plain = plain.replace("'", "")
    folded = _folded(plain)
    other = _folded(plain.replace("g", "h")) if has_g else folded
    return Word(plain, marked, folded, loosened(folded), other, len(plain) == 1 or plain in _DIGRAPHS)


@lru_cache(maxsize=_REMEMBERED)
def _folded(plain: str) -> str:
    known = letters()
    text = known.equal.get(plain, plain)
    folded = _applied(_paired(text, known.pairs), known.fold)
    return known.equal_folded.get(folded, folded)


@lru_cache(maxsize=_REMEMBERED)
def loosened(folded: str) -> str:
    """Fold a folded word loosely."""
    return _applied(folded, letters().loose) or folded


@lru_cache(maxsize=_REMEMBERED)
def arabic(folded: str) -> str:
    """Fold a folded word as Arabic names need it."""
    return _applied(folded, letters().arabic_fold)


def _paired(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for spelling, put in pairs:
        if spelling in text:
            text = text.replace(spelling, put)
    return text


def _applied(text: str, rules: Rules) -> str:
    for triggers, rule, put in rules:
        if not triggers or not triggers.isdisjoint(text):
            text = rule.sub(put, text)
    return text


def joined(name: Lettered) -> Word:
    """The words of a name written together."""
    return word("".join(one.plain for one in name.words))


def read_letters(written: Written) -> Lettered:
    """The words of a name; without words for a script that is not written with letters we can read."""
    if written.script not in ("latin", "cyrillic"):
        return Lettered((), (), False, None, False, written.script)
    known = letters()
    words = list(written.words)
    is_ordered = written.surname is not None
    if written.surname is not None and written.surname < len(words) - 1:
        words = [*words[: written.surname], *words[written.surname + 1 :], words[written.surname]]
    found: list[Word] = []
    is_arabic = False
    pieces = [piece for one in words for piece in one.split("-") if piece]
    for at, piece in enumerate(pieces):
        low = piece.lower()
        if low in known.particles and len(pieces) > 2 and at < len(pieces) - 1 and (at or low in known.articles):
            is_arabic = is_arabic or low in known.articles or low in ("bin", "ibn")
            continue
        if low in ("abd", "abdul", "abdel", "abdal") and at < len(pieces) - 1:
            rest = pieces[at + 1]
            if rest.lower() in ("al", "el", "ul", "ar", "as") and at < len(pieces) - 2:
                rest = pieces[at + 2]
            pieces[pieces.index(rest, at + 1)] = "abdul" + rest
            is_arabic = True
            continue
        found.append(word(piece))
    is_arabic = is_arabic or any(known.equal.get(one.plain, one.plain) in known.arabic for one in found[:1])
    patronymics: tuple[Word, ...] = ()
    if len(found) == 3:
        for at in (1, 2):
            if known.patronymic.fullmatch(found[at].plain) and len(found[at].plain) > 4:
                patronymics = (found[at],)
                if at == 2:  # surname, given name, patronymic
                    found, is_ordered = [found[1], found[0]], True
                else:
                    found = [found[0], found[2]]
                break
    return Lettered(tuple(found), patronymics, is_ordered, written.generation, is_arabic, written.script)

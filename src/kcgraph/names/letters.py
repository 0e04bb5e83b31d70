"""Names written with letters, of any language: what spellings of a word are one, and which words must agree."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from kcgraph.names.written import Written, table


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: as spelled (lower case, no accents), folded, loosely folded, and with its accents."""

    plain: str
    folded: str
    loose: str
    marked: str

    @property
    def is_initial(self) -> bool:
        """Whether it is a letter that stands for a word."""
        return len(self.plain) == 1


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
    fold: tuple[tuple[re.Pattern[str], str], ...]
    loose: tuple[tuple[re.Pattern[str], str], ...]
    particles: frozenset[str]
    articles: frozenset[str]
    patronymic: re.Pattern[str]
    equal: dict[str, str]
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
    return Letters(
        str.maketrans(known["letters"]),
        str.maketrans(known["cyrillic"]),
        tuple((re.compile(rule), put) for rule, put in known["fold"]["rules"]),
        tuple((re.compile(rule), put) for rule, put in known["loose"]["rules"]),
        frozenset(known["particles"]["words"].split()),
        frozenset(known["particles"]["article"].split()),
        re.compile(rf"\w{{2,}}(?:{endings})"),
        {name: group[0] for group in groups for name in group},
        {name: frozenset(others) for name, others in short.items()},
        frozenset(known["arabic"]["names"].split()),
    )


@lru_cache(maxsize=65536)
def word(spelled: str) -> Word:
    """Fold one word of a name."""
    known = letters()
    marked = unicodedata.normalize("NFD", spelled.lower())
    if not marked.isascii():
        marked = unicodedata.normalize("NFC", marked).translate(known.cyrillic)
        decomposed = unicodedata.normalize("NFD", marked.translate(known.letters))
        plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    else:
        plain = marked
    plain = plain.replace("'", "")
    base = known.equal.get(plain, plain)
    folded = _applied(base, known.fold)
    return Word(plain, folded, _applied(folded, known.loose) or folded, unicodedata.normalize("NFC", marked))


def _applied(text: str, rules: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for rule, put in rules:
        text = rule.sub(put, text)
    return text


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
    is_arabic = is_arabic or any(
        one.plain in known.arabic or known.equal.get(one.plain) in known.arabic for one in found
    )
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

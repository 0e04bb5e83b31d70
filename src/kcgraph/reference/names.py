"""Names compared as they are spelled: case, accents, hyphens, apostrophes and blanks do not count."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

Row = TypeVar("Row")

_DROPPED = "'’‘ʼʹ`´."
_OTHER_RUN = re.compile(r"[\W_]+")
_ABBREVIATION = re.compile(r"[A-Z]{2,5}")
# Latin letters that Unicode does not take for accented ones.
_UNDECOMPOSED = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_ASCII = str.maketrans({chr(c): "" if chr(c) in _DROPPED else " " for c in range(128) if not chr(c).isalnum()})
# Between two other names a word with one of these endings is a Slavic patronymic and no family name.
_PATRONYMIC = re.compile(r"\w+(?:ovich|evich|lyich|ilich|mich|kich|tich|ovna|evna|ivna|ichna)")
_DROP = str.maketrans("", "", _DROPPED)


def fold_name(text: str) -> str:
    """Return `text` with everything folded away that spellings of one name differ in.

    Case, accents, apostrophes and full stops go; hyphens, blanks of any kind and other punctuation become one space.
    Folding twice is folding once. Letters of other scripts stay.
    """
    if text.isascii():
        return " ".join(text.lower().translate(_ASCII).split())
    caseless = unicodedata.normalize("NFKD", text).casefold().translate(_UNDECOMPOSED)
    decomposed = unicodedata.normalize("NFKD", caseless)
    letters = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _OTHER_RUN.sub(" ", letters.translate(_DROP)).strip()


def without_patronymic(name: str) -> str:
    """Return `name` folded and without the patronymics between its first and last word: `vladimir putin`."""
    words = fold_name(name).split()
    inner = (word for word in words[1:-1] if _PATRONYMIC.fullmatch(word) is None)
    return " ".join((*words[:1], *inner, *words[1:][-1:]))


class NameIndex(Generic[Row]):
    """Rows by name. Abbreviations in capitals ("US", "U.N.") are found only in capitals, so that "us" is no country."""

    def __init__(self, rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> None:
        """`names` gives every name of a row."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            for name in dict.fromkeys(map(_key, names(row))):
                if name:
                    found[name].append(row)
        self._rows = {name: tuple(sharing) for name, sharing in found.items()}

    def named(self, text: str) -> tuple[Row, ...]:
        """The rows that bear the name `text`, with or without "the" before it, in the order of the table."""
        bare = text.strip()
        for candidate in (bare, bare[4:] if bare[:4].lower() == "the " else ""):
            for name in (_key(candidate), fold_name(candidate)):
                if found := self._rows.get(name):
                    return found
        return ()


def _key(name: str) -> str:
    bare = name.strip().replace(".", "")
    return bare if _ABBREVIATION.fullmatch(bare) else fold_name(name)

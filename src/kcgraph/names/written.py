"""A name as written: its words without titles, its script, and what punctuation tells of their order."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻʼ`´ʹʾʿ′＇", "'"))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−－", "-"))
_BLANKS = re.compile(r"[\s·・‧•_.,;/]+")
_ABBREVIATION = re.compile(r"\b(\w)\.(?=\w)")
_ASIDE = re.compile(r"[(\[（].*?[)\]）]|[\"“”«»]")
_CAMEL = re.compile(r"(?<=[a-zа-яё])(?=[A-ZА-ЯЁ][a-zа-яё])")
_SIMPLE = re.compile(r"[A-Z][a-z]+(?:-[A-Za-z][a-z]*)?(?: [A-Z][a-z]+(?:-[A-Za-z][a-z]*)?){1,5}")
_MAC = re.compile(r"\b(?:Mac|Mc|De|Di|La|Le|Van|Von|Fitz|Du)$")
_LONGEST = 200
"""Characters of a name; what is longer is a text."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name taken apart. `words` keep their case; `surname` is the index of the word that the writing shows to be the
    surname ("KIM Jong Un", "Lavrov, Sergei"), None when it does not; `generation` is that of "Jr." and "III".
    """

    text: str
    words: tuple[str, ...]
    script: str
    surname: int | None
    generation: int | None


@dataclass(frozen=True)
class Titles:
    """What is no part of a name: phrases before and after, in words of lower case, and suffixes of Hangul and Han."""

    before: frozenset[tuple[str, ...]]
    after: frozenset[str]
    generation: dict[str, int]
    suffixes: tuple[str, ...]
    longest: int

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words of what stands before a name."""
        return frozenset(phrase[0] for phrase in self.before)

    @cached_property
    def closings(self) -> frozenset[str]:
        """The words that stand after a name."""
        return self.after | self.generation.keys()


def table(name: str) -> dict[str, object]:
    """Return the data file `seeds/names/{name}.toml`. Raises KnowledgeError when it can't be read."""
    path = folder("seeds") / "names" / f"{name}.toml"
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path} can't be read ({error}): reinstall kcgraph or correct the file") from error


@cache
def titles() -> Titles:
    """The titles of `seeds/names/titles.toml`."""
    known = table("titles")
    before = [tuple(re.split(r"[\s.-]+", phrase.strip())) for phrase in re.split(r"[|\n]", str(known["before"]))]
    phrases = frozenset(tuple(word for word in phrase if word) for phrase in before if phrase != ("",))
    generation = known["generation"]
    if not isinstance(generation, dict):
        raise KnowledgeError("seeds/names/titles.toml: generation is no table: write it as { jr = 2 }")
    suffixes = f"{known['hangul_after']} {known['han_after']}".split()
    return Titles(
        phrases,
        frozenset(str(known["after"]).replace("|", " ").replace(".", "").split()),
        generation,
        tuple(sorted(suffixes, key=len, reverse=True)),
        max(map(len, phrases)),
    )


def read_written(name: str) -> Written:
    """Take a name apart. Nothing raises: what is no name has no words."""
    if _SIMPLE.fullmatch(name):
        words = name.split()
        first, last = words[0].lower(), words[-1].lower()
        if first not in titles().openings and last not in titles().closings and not _CAMEL.search(name):
            return Written(name, tuple(words), "latin", None, None)
    text = unicodedata.normalize("NFC", name[:_LONGEST].translate(_APOSTROPHES).translate(_DASHES))
    if not text.isascii():
        text = "".join(character for character in text if unicodedata.category(character) != "Cf")
        text = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text)) if _is_wide(text) else text
    text = _ASIDE.sub(" ", text).strip(" ,;")
    family, comma, rest = text.partition(",")
    is_inverted = bool(comma) and bool(rest.strip(" .")) and _bare(rest) not in titles().generation
    words = [word for part in _BLANKS.split(text) for word in _parts(part)]
    words, generation = _without_titles(words)
    script = _script("".join(words))
    surname: int | None = None
    if is_inverted:
        surname = 0 if len(family.split()) == 1 and len(words) > 1 else None
        if len(family.split()) > 1 and len(words) > len(family.split()):
            count = len(family.split())
            words = [*words[count:], *words[:count]]
            surname = len(words) - 1
    elif script == "latin":
        capitals = [at for at, word in enumerate(words) if len(word) > 1 and word.isupper()]
        if len(words) > 1 and len(capitals) == 1 and capitals[0] in (0, len(words) - 1):
            surname = capitals[0]
        elif 1 < len(capitals) < len(words) and capitals == list(range(len(capitals))):
            words = [*words[len(capitals) :], *words[: len(capitals)]]
            surname = len(words) - 1
    return Written(text, tuple(words), script, surname, generation)


def _is_wide(text: str) -> bool:
    return any("\u2e80" <= character <= "\ufaff" or "\uff00" <= character <= "\uffef" for character in text)


def _bare(word: str) -> str:
    return word.strip(" .,").lower()


def _parts(part: str) -> list[str]:
    """The words of what stands between blanks: glued names of mixed case are parted (`KimJongUn`)."""
    part = part.strip("-'")
    if not any(character.isalpha() for character in part):
        return []
    if not part.islower() and not part.isupper():
        pieces = _CAMEL.split(part)
        if len(pieces) > 1 and not any(_MAC.search(piece) for piece in pieces[:-1]):
            return pieces
    return [part]


def _without_titles(words: list[str]) -> tuple[list[str], int | None]:
    known = titles()
    low = [word.lower().replace(".", "") for word in words]
    start = 0
    while start < len(words):
        for length in range(min(known.longest, len(words) - start), 0, -1):
            phrase = tuple(piece for word in low[start : start + length] for piece in word.split("-"))
            if phrase in known.before:
                start += length
                break
        else:
            break
    end, generation = len(words), None
    while end - start > 1 and (low[end - 1] in known.after or low[end - 1] in known.generation):
        generation = known.generation.get(low[end - 1], generation)
        end -= 1
    kept = words[start:end]
    if kept and not kept[-1].isascii() and _script(kept[-1]) in ("hangul", "han"):
        kept = _without_suffix(kept, known)
    return kept, generation


def _without_suffix(words: list[str], known: Titles) -> list[str]:
    for _ in range(2):
        last = words[-1]
        for suffix in known.suffixes:
            if last == suffix and len(words) > 1:
                words = words[:-1]
                break
            if last.endswith(suffix) and len(last) - len(suffix) >= (3 if len(suffix) == 1 else 2):
                words = [*words[:-1], last[: -len(suffix)]]
                break
    return words


def _script(letters: str) -> str:
    if letters.isascii():
        return "latin" if any(letter.isalpha() for letter in letters) else "none"
    found = {_script_of(letter) for letter in letters if letter.isalpha()}
    if not found:
        return "none"
    return found.pop() if len(found) == 1 else "mixed"


def _script_of(letter: str) -> str:
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code < 0x1F00 or 0x2B0 <= code < 0x300:
        return "latin"
    if 0x400 <= code < 0x530:
        return "cyrillic"
    if 0xAC00 <= code < 0xD7B0 or 0x1100 <= code < 0x1200 or 0x3130 <= code < 0x3190:
        return "hangul"
    if 0x3400 <= code < 0xA000 or 0xF900 <= code < 0xFB00 or 0x20000 <= code < 0x32000 or letter == "々":
        return "han"
    return "kana" if 0x3040 <= code < 0x3100 else "other"

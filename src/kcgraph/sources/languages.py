"""The language of a text, told by the function words and letters of `seeds/languages.toml`."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder

_SAMPLE = 1500
_SMALL_WORD = re.compile(r"\b[^\W\d_A-Z]+\b")


@dataclass(frozen=True)
class _Languages:
    codes: tuple[str, ...]
    of_word: dict[str, tuple[int, ...]]
    letters: tuple[tuple[int, re.Pattern[str]], ...]


def language_of(text: str, start: int = 0) -> str:
    """Return the ISO 639-1 code of the language of `text`, told by 1,500 characters from `start`; else English."""
    languages = _languages()
    sample = text[start : start + _SAMPLE]
    counts = [0] * len(languages.codes)
    for word in _SMALL_WORD.findall(sample):
        for index in languages.of_word.get(word, ()):
            counts[index] += 1
    if not sample.isascii():
        for index, pattern in languages.letters:
            counts[index] += len(pattern.findall(sample))
    return languages.codes[counts.index(max(counts))]


@cache
def _languages() -> _Languages:
    path = folder("seeds") / "languages.toml"
    codes: list[str] = []
    of_word: dict[str, tuple[int, ...]] = {}
    letters: list[tuple[int, re.Pattern[str]]] = []
    try:
        for index, row in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["language"]):
            codes.append(row["code"])
            for word in row.get("words", "").split():
                of_word[word] = (*of_word.get(word, ()), index)
            if "letters" in row:
                letters.append((index, re.compile(row["letters"])))
    except (KeyError, tomllib.TOMLDecodeError, re.error) as error:
        raise KnowledgeError(
            f"{path} is malformed ({error}): a [[language]] has a code and words or letters"
        ) from error
    return _Languages(tuple(codes), of_word, tuple(letters))

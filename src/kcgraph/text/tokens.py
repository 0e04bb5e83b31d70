"""Sentences and tokens of a normal text."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from kcgraph.resources import folder

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|(?:[A-Z]\.){2,}|[A-Z]\.(?=[\s,A-Z])|'s\b|[^\W_]+(?:[-'/&.](?!s\b)[^\W_]+)*(?:'(?=\s))?|\$|%|--+|\.\.\.|[^\w\s]",
)
_END = re.compile(r"[.!?][\"')]*(?=\s+[\"'(]*[A-Z0-9])|\n+")


# A pronoun or article in capitals begins a sentence even after an abbreviation.
_OPENS = re.compile(r"\s+(?:The|They|He|She|It|This|These|That|There|In|On|At|Present|Its|His|Her)\s")


@cache
def _words(kind: str) -> frozenset[str]:
    data = tomllib.loads((folder("seeds") / "lexicon" / "abbreviations.toml").read_text(encoding="utf-8"))
    return frozenset(data[kind])


def sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, paragraph) of each sentence: broken at paragraph ends and after `.`, `!`, `?`, but not after
    abbreviations.
    """
    start = paragraph = 0
    known = _words("abbreviations")
    for match in _END.finditer(text):
        if match.group()[0] == "\n":
            if text[start : match.start()].strip():
                yield start, match.start(), paragraph
            start, paragraph = match.end(), paragraph + 1
            continue
        word = text[max(start, match.start() - 14) : match.start()].rsplit(None, 1)
        last = word[-1].lstrip("(\"'") if word else ""
        if (
            text[match.start()] == "."
            and not _OPENS.match(text, match.end())
            and (last in known or re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", last))
        ):
            continue
        yield start, match.end(), paragraph
        start = match.end()
    if text[start:].strip():
        yield start, len(text), paragraph


def tokens(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The tokens of `text[start:end]` with their positions; abbreviations keep their full stop, `'s` is a token of
    its own.
    """
    known = _words("abbreviations")
    genitives = _words("genitives")
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(text, start, end):
        word, first, last = match.group(), match.start(), match.end()
        if (
            word == "."
            and found
            and found[-1][2] == first
            and found[-1][0] in known
            and (last < end or found[-1][0] != "etc")
        ):
            previous = found.pop()
            found.append((previous[0] + ".", previous[1], last))
        elif word == "'s" and found and found[-1][0] in genitives:
            previous = found.pop()
            found.append((previous[0] + word, previous[1], last))
        else:
            found.append((word, first, last))
    return found

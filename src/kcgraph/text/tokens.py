"""Sentences and tokens of a normal text."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache

from kcgraph.resources import folder

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)"  # 12,500
    r"|[A-Z](?:\.[A-Z])+(?![.\w])|(?:[A-Z]\.){2,}|[A-Z]\.(?=[\s,A-Z])"  # C.C, U.S., initials
    r"|'s\b"
    r"|[^\W_]+(?:[-'/&.](?!s\b)[^\W_]+)*(?:'(?=\s))?"  # words and figures, joined by hyphen or the like; countries'
    r"|\$|%|--+|\.\.\.|[^\w\s]"
)
_END = re.compile(r"[.!?][\"')]*(?=\s+[\"'(]*[A-Z0-9])|\n+")
_INITIALS = re.compile(r"(?:[A-Z]\.)*[A-Z]")
# No abbreviation is longer.
_LOOK_BACK = 14
# A pronoun or article in capitals begins a sentence even after an abbreviation.
_OPENS = re.compile(r"\s+(?:The|They|He|She|It|This|These|That|There|In|On|At|Present|Its|His|Her)\s")


@cache
def _words(kind: str) -> frozenset[str]:
    data = tomllib.loads((folder("seeds") / "lexicon" / "abbreviations.toml").read_text(encoding="utf-8"))
    return frozenset(data[kind])


def sentences(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, paragraph) of each sentence.

    Sentences end with the paragraph and after `.`, `!` and `?`, but not after abbreviations.
    """
    start = paragraph = 0
    for match in _END.finditer(text):
        if match.group()[0] == "\n":
            if text[start : match.start()].strip():
                yield start, match.start(), paragraph
            start, paragraph = match.end(), paragraph + 1
        elif not _is_abbreviated(text, start, match):
            yield start, match.end(), paragraph
            start = match.end()
    if text[start:].strip():
        yield start, len(text), paragraph


def _is_abbreviated(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or initials within the sentence that begins at `start`."""
    if stop.group()[0] != "." or _OPENS.match(text, stop.end()):
        return False
    before = text[max(start, stop.start() - _LOOK_BACK) : stop.start()].rsplit(None, 1)
    last = before[-1].lstrip("(\"'") if before else ""
    return last in _words("abbreviations") or _INITIALS.fullmatch(last) is not None


def tokens(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The tokens of `text[start:end]` with their positions.

    Abbreviations keep their full stop; `'s` is a token of its own, but in names ("Moody's").
    """
    known, genitives = _words("abbreviations"), _words("genitives")
    found: list[tuple[str, int, int]] = []
    for match in _TOKEN.finditer(text, start, end):
        word, first, last = match.group(), match.start(), match.end()
        before, begin, until = found[-1] if found else ("", 0, -1)
        is_stop = word == "." and until == first and before in known and (last < end or before != "etc")
        if is_stop or (word == "'s" and before in genitives):
            found[-1] = (before + word, begin, last)
        else:
            found.append((word, first, last))
    return found

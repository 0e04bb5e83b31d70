"""Text made regular for reading: glued names, paragraph marks, spaces, quotes, hyphens; with a map to the source."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kcgraph.model import Span
from kcgraph.resources import folder

# What becomes of the groups of the pattern; spaces before punctuation (`spaced`) are left out.
_REPLACED_BY = {"paragraph": "\n", "newline": "\n", "space": " ", "before": " "}


@dataclass(frozen=True, slots=True)
class NormalText:
    """`offsets[i]` is the source position of `text[i]`; paragraphs are separated by newlines."""

    text: str
    offsets: list[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source interval of the characters `start` to `end` (half-open, not empty)."""
        return self.offsets[start], self.offsets[end - 1] + 1


@cache
def _rules() -> tuple[re.Pattern[str], dict[str, str]]:
    """The pattern of all that is changed, its groups saying how, and what single characters become."""
    data = tomllib.loads((folder("seeds") / "lexicon" / "normalise.toml").read_text(encoding="utf-8"))
    names = "|".join(re.escape(name) for name in sorted(data["glued_names"], key=len, reverse=True))
    kept = "".join(rf"(?<!\b{re.escape(word)})" for word in data["comma_after"])
    after_sentence = (
        rf"(?<=[.!?:\"”]){kept},[ \t\r]*(?:(?:,[ \t\r]*)+|[ \t\r](?=\S)|(?=[A-Z\"“]))"
        rf"|(?<=[.!?]){kept}\s+,\s+(?=[A-Z\"“])"
    )
    rule = (
        rf"(?P<paragraph>{after_sentence}|[ \t\r]*,(?:\s+,)+\s*)"
        rf"|(?P<before>(?<=[^\W\d_])(?=(?:{names})))"
        rf"|(?P<glued>(?:{names})(?=[A-Za-z]))"
        r"|(?P<spaced>[ \t\u00a0\u2009\u3000]+(?=[,.;](?:\s|$))|(?<=\bd['’])[ ](?=[Aa]ffaires\b))"
        r"|(?P<space>[ \t\r\u00a0\u2009\u3000]{2,}|[\t\r\u00a0\u2009\u3000])"
        r"|(?P<newline>\s*\n\s*)"
        rf"|(?P<character>[{re.escape(''.join(data['characters']))}])"
    )
    return re.compile(rule), data["characters"]


def normalise(text: str, spans: tuple[Span, ...]) -> NormalText:
    """Read the `spans` of a source text as one normal text, a paragraph break between spans."""
    pieces: list[str] = []
    offsets: list[int] = []
    for span in spans:
        for piece, positions in _pieces(text, span):
            pieces.append(piece)
            offsets.extend(positions)
    return NormalText("".join(pieces), offsets)


def _pieces(text: str, span: Span) -> Iterator[tuple[str, Iterable[int]]]:
    """The pieces of the normal text of a span, each with the source positions of its characters."""
    pattern, characters = _rules()
    position = span.start
    for match in pattern.finditer(text, span.start, span.end):
        start, end = match.span()
        yield text[position:start], range(position, start)
        position = end
        kind = match.lastgroup
        if kind == "glued":
            yield match.group(), range(start, end)
            yield " ", (end - 1,)
        elif kind == "character":
            piece = characters[match.group()]
            yield piece, [start] * len(piece)
        elif kind in _REPLACED_BY:
            yield _REPLACED_BY[kind], (start,)
    yield text[position : span.end], range(position, span.end)
    yield "\n", (max(span.end - 1, span.start),)

"""Text made regular for reading, with a map back to the source: glued names, paragraph marks, spaces, quotes,
hyphens.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from kcgraph.model import Span
from kcgraph.resources import folder


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
    data = tomllib.loads((folder("seeds") / "lexicon" / "normalise.toml").read_text(encoding="utf-8"))
    names = "|".join(re.escape(name) for name in sorted(data["glued_names"], key=len, reverse=True))
    kept = "|".join(rf"(?<!\b{re.escape(word)})" for word in data["comma_after"]).replace("|", "")
    rule = (
        rf"(?P<paragraph>(?<=[.!?:\"”]){kept},[ \t]*(?:(?:,[ \t]*)+|[ \t](?=\S)|(?=[A-Z\"“]))|[ \t]*,(?:[ \t]+,)+[ \t]*)"
        rf"|(?P<before>(?<=[^\W\d_])(?=(?:{names})))"
        rf"|(?P<glued>(?:{names})(?=[A-Za-z]))"
        r"|(?P<spaced>[ \t\u00a0\u2009\u3000]+(?=[,.;](?:\s|$)))"
        r"|(?P<space>[ \t\u00a0\u2009\u3000]{2,}|[\t\u00a0\u2009\u3000])"
        r"|(?P<newline>\s*\n\s*)"
        rf"|(?P<character>[{re.escape(''.join(data['characters']))}])"
    )
    return re.compile(rule), data["characters"]


def normalise(text: str, spans: tuple[Span, ...]) -> NormalText:
    """Read the `spans` of a source text as one normal text, a paragraph break between spans."""
    pattern, characters = _rules()
    pieces: list[str] = []
    offsets: list[int] = []

    def put(piece: str, position: int) -> None:
        pieces.append(piece)
        offsets.extend([position] * len(piece))

    for span in spans:
        position = span.start
        for match in pattern.finditer(text, span.start, span.end):
            start, end = match.span()
            pieces.append(text[position:start])
            offsets.extend(range(position, start))
            position = end
            kind = match.lastgroup
            if kind in ("paragraph", "newline"):
                put("\n", start)
            elif kind == "space" or kind == "before":
                put(" ", start)
            elif kind == "glued":
                pieces.append(match.group())
                offsets.extend(range(start, end))
                put(" ", end - 1)
            elif kind == "character":
                put(characters[match.group()], start)
        pieces.append(text[position : span.end])
        offsets.extend(range(position, span.end))
        put("\n", max(span.end - 1, span.start))
    return NormalText("".join(pieces), offsets)

"""An article made ready for extraction: normalised text, sentences of tokens, and the dates in them."""

from dataclasses import dataclass
from datetime import date

from kcgraph.model.article import Article, Span
from kcgraph.model.dates import EventDate


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Tokens `first` to `last` (half-open) of a sentence that name a time.

    `date` is None where the words do not tell which time ("recently"). `planned` is the time that the same words mean
    of
    something still to come ("March 21" said in June: next March).
    """

    first: int
    last: int
    date: EventDate | None
    planned: EventDate | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: parallel tuples of tokens as read (normalised) and their spans in the source text.

    `paragraph` counts paragraphs from 0.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    times: tuple[TimeExpression, ...]
    paragraph: int

    def span(self, first: int, last: int) -> Span:
        """The source span of the tokens `first` to `last` (half-open)."""
        return Span(self.spans[first][0], self.spans[last - 1][1])

    def text(self, first: int, last: int) -> str:
        """The words of the tokens `first` to `last` (half-open), spaced as English prints them."""
        return join(self.words[first:last])


_NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", "!", "?", ")", "%", "'s", "'", "’"])


def join(words: tuple[str, ...] | list[str]) -> str:
    """Words to a phrase: no space before closing punctuation nor after an opening bracket."""
    out: list[str] = []
    for word in words:
        if out and word not in _NO_SPACE_BEFORE and out[-1] != "(":
            out.append(" ")
        out.append(word)
    return "".join(out)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its sentences. `anchor` is what relative dates count from: the publication or dateline date, or
    a year
    that the text lets one reason (76th anniversary of something of 1948); `today` is it as a day where it is one."""

    article: Article
    sentences: tuple[Sentence, ...]
    anchor: EventDate | None
    today: date | None

"""From an Article to its Reading: normalised sentences, tokens and dates, each token with its span in the source."""

from kcgraph.model import Article
from kcgraph.model.reading import Reading, Sentence
from kcgraph.text.anchor import anchor_of
from kcgraph.text.normalise import normalise
from kcgraph.text.times import TimeReader
from kcgraph.text.tokens import sentences, tokens

__all__ = ["read"]


def read(article: Article) -> Reading:
    """Read the body of an article into sentences; offsets of tokens count code points of the article's source text."""
    normal = normalise(article.text, article.body)
    raw = [
        ([(word, *normal.source_span(first, last)) for word, first, last in tokens(normal.text, start, end)], paragraph)
        for start, end, paragraph in sentences(normal.text)
    ]
    anchor, today = anchor_of(article, [[word for word, _, _ in found] for found, _ in raw])
    times = TimeReader(anchor, today)
    return Reading(
        article, tuple(_sentence(found, paragraph, times) for found, paragraph in raw if found), anchor, today
    )


def _sentence(found: list[tuple[str, int, int]], paragraph: int, times: TimeReader) -> Sentence:
    words = tuple(word for word, _, _ in found)
    return Sentence(words, tuple((start, end) for _, start, end in found), times.read(words), paragraph)

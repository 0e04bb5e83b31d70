"""From an Article to its Reading: normalised sentences, tokens and dates, every token with its span in the source text."""

from kcgraph.model import Article
from kcgraph.model.reading import Reading, Sentence
from kcgraph.text.anchor import anchor_of
from kcgraph.text.normalise import normalise
from kcgraph.text.times import TimeReader
from kcgraph.text.tokens import sentences, tokens

__all__ = ["read"]


def read(article: Article) -> Reading:
    """Read the body of an article (and its headline where it stands in the source text) into sentences.

    Offsets of tokens count code points of the article's source text.
    """
    raw: list[tuple[list[tuple[str, int, int]], int, bool]] = []
    headline = (article.headline_span,) if article.headline_span else ()
    for spans, is_headline in ((headline, True), (article.body, False)):
        normal = normalise(article.text, spans)
        for start, end, paragraph in sentences(normal.text):
            found = [(word, *normal.source_span(first, last)) for word, first, last in tokens(normal.text, start, end)]
            if found:
                raw.append((found, -1 if is_headline else paragraph, is_headline))
    anchor, today = anchor_of(article, [[word for word, _, _ in found] for found, _, is_head in raw if not is_head])
    times = TimeReader(anchor, today)
    return Reading(
        article,
        tuple(
            Sentence(
                words := tuple(word for word, _, _ in found),
                tuple((start, end) for _, start, end in found),
                times.read(words),
                paragraph,
                is_headline,
            )
            for found, paragraph, is_headline in raw
        ),
        anchor,
        today,
    )

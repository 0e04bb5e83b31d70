"""The spans of an article's text that prove what is claimed, as Web Annotation selectors."""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode

from kcgraph.errors import RecordError
from kcgraph.graph.terms import Value, integer
from kcgraph.model import Article, Span
from kcgraph.vocab import OA, RDF, Minter

_CONTEXT = 32
"""Code points of text given before and after a quote, so that it can be found again in a changed page."""


class Evidence:
    """The evidence of one article: one node for each span, however many claims it proves."""

    def __init__(self, article: Article, source: NamedNode, minter: Minter) -> None:
        self._article = article
        self._source = source
        self._minter = minter
        self._spans: dict[Span, NamedNode] = {}

    def of(self, span: Span) -> NamedNode:
        """The node of `span`. Raises RecordError when the text has no words there."""
        node = self._spans.get(span)
        if node is None:
            if not span.start < span.end <= len(self._article.text):
                raise RecordError(
                    f"{self._article.origin} has evidence at {span.start},{span.end}, where there is no text: "
                    "mend the extractor"
                )
            node = self._minter.evidence(self._article.identifier, span.start, span.end)
            self._spans[span] = node
        return node

    def nodes(self) -> Iterator[tuple[NamedNode, list[Value]]]:
        """Every span asked for and its selector, each with its description."""
        for span, node in self._spans.items():
            selector = self._minter.selector(self._article.identifier, span.start, span.end)
            yield node, [(RDF.type, OA.SpecificResource), (OA.hasSource, self._source), (OA.hasSelector, selector)]
            yield selector, self._selector(span)

    def _selector(self, span: Span) -> list[Value]:
        text = self._article.text
        values: list[Value] = [
            (RDF.type, OA.TextQuoteSelector),
            (RDF.type, OA.TextPositionSelector),
            (OA.exact, Literal(text[span.start : span.end])),
            (OA.start, integer(span.start)),
            (OA.end, integer(span.end)),
        ]
        before, after = text[max(0, span.start - _CONTEXT) : span.start], text[span.end : span.end + _CONTEXT]
        if before:
            values.append((OA.prefix, Literal(before)))
        if after:
            values.append((OA.suffix, Literal(after)))
        return values

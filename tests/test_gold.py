"""Our own annotations: every one can be read, and none of them holds text of an article."""

from pathlib import Path

from kcgraph.evaluate import read_gold
from kcgraph.model import Span

ANNOTATED = Path(__file__).parent / "gold" / "annotated.json"


def test_annotations_are_spans_without_text() -> None:
    articles = read_gold(ANNOTATED)
    assert articles
    shown = [item.evidence for article in articles for item in (*article.events, *article.statements)]
    assert [evidence for evidence in shown if not isinstance(evidence, Span)] == []

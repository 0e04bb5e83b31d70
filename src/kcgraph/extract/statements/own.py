"""What the outlet itself says: the headline tells that the whole story is its commentary."""

from kcgraph.extract.cast import Cast
from kcgraph.extract.patterns import patterns
from kcgraph.extract.scene import Scene
from kcgraph.extract.statements.saying import Saying, rule_of
from kcgraph.extract.wordlists import words
from kcgraph.model import Span

HEADLINE = "headline"


def own_commentary(scene: Scene) -> Saying | None:
    """The commentary that a story with this first sentence is, None when it is news."""
    article = scene.cast.reading.article
    agency = article.dateline.agency if article.dateline is not None else None
    if not agency or not article.headline or not _is_commentary(article.headline, agency):
        return None
    speaker = _publisher(scene, agency)
    if speaker is None:
        return None
    told = scene.sentence.span(0, len(scene.sentence.words))
    filed = article.dateline.span if article.dateline is not None else None
    evidence = Span(filed.start, told.end) if filed is not None and filed.start < told.start else told
    return Saying(speaker, agency, "Commentary", evidence, rule_of(HEADLINE), scene.number)


def _is_commentary(headline: str, agency: str) -> bool:
    """`KCNA Commentary on ...`, `KCNA Blasts ...`, `...: KCNA Commentary`, `...--KCNA`."""
    title = headline.replace("--", ": ").rstrip(": ").split()
    if title[0] == agency and len(title) > 1:
        verb = title[1].lower().rstrip(":")
        return verb in words("saying", "commenting") or _says(verb)
    closing = title[-2:] if title[-1].lower() in words("saying", "commenting") else title[-1:]
    return closing[0] == agency and len(title) > len(closing) and title[-len(closing) - 1].endswith(":")


def _says(verb: str) -> bool:
    """Whether a word of a headline is a verb of saying in the present: `blasts`, `dismisses`."""
    return verb.endswith("s") and not patterns().statement_verbs.keys().isdisjoint((verb[:-1], verb[:-2]))


def _publisher(scene: Scene, agency: str) -> int | None:
    """The agent that the outlet of the article is."""
    cast: Cast = scene.cast
    outlet = cast.reading.article.outlet
    return cast.publisher(f"outlet/{outlet}", agency, scene.sentence.span(0, 1)) if outlet else None

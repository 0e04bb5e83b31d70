"""What one article tells that no report covers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kcgraph.coverage.names import unknown_names
from kcgraph.coverage.triggers import Trigger, triggers_of, triggers_of_headline
from kcgraph.extract import Traced, traced
from kcgraph.model import Record
from kcgraph.model.reading import Sentence
from kcgraph.pipeline.work import Refusal, Task, refusal
from kcgraph.sources import read_article
from kcgraph.text import read

_SHOWN = 200
"""Characters of a sentence that are shown."""


@dataclass(slots=True)
class Missed:
    """How often something was met and how often it was missed, with the first sentences that were."""

    met: int = 0
    missed: int = 0
    sentences: list[str] = field(default_factory=list)


@dataclass(slots=True)
class ArticleGaps:
    """The gaps of one article: small, so that it may come from a worker process.

    `headline` is there when no event was found though it holds `headline_triggers`. `events` are by class and pattern,
    missed where nobody takes part.
    """

    article: str
    sentences: int
    reports: int
    headline: str | None
    headline_triggers: list[Trigger]
    triggers: dict[Trigger, Missed]
    names: Counter[str]
    events: dict[tuple[str, str], Missed]


def gaps_of_all(examples: int, tasks: Sequence[Task]) -> list[ArticleGaps | Refusal]:
    """The gaps of each task's article with at most so many examples each. Never raises for what one record holds."""
    return [_gaps_or_refusal(task.record, examples) for task in tasks]


def _gaps_or_refusal(record: Record, examples: int) -> ArticleGaps | Refusal:
    stage, identifier = "sources", record.identifier
    try:
        article = read_article(record)
        identifier, stage = article.identifier, "extract"
        return gaps_of(traced(read(article)), examples)
    except Exception as error:  # noqa: BLE001 - as in a build, a defect must cost one article
        return refusal(record, identifier, stage, error)


def gaps_of(story: Traced, examples: int) -> ArticleGaps:
    """The gaps of one article; there are none in a language that is not read."""
    article, reports = story.extraction.article, story.extraction.reports
    headline = article.headline if not reports and article.language == "en" else None
    hinted = triggers_of_headline(headline) if headline is not None else []
    return ArticleGaps(
        article.identifier,
        len(story.scenes),
        len(reports),
        headline if hinted else None,
        hinted,
        _triggers(story, examples),
        Counter(name for scene in story.scenes for name in unknown_names(story, scene)),
        _events(story, examples),
    )


def _triggers(story: Traced, examples: int) -> dict[Trigger, Missed]:
    told = {draft.sentence for draft in story.drafts}
    told |= {number for draft in story.drafts for number, _, _ in draft.tellings}
    found: dict[Trigger, Missed] = {}
    for scene in story.scenes:
        for trigger in triggers_of(scene):
            _note(found.setdefault(trigger, Missed()), scene.number not in told, scene.sentence, examples)
    return found


def _events(story: Traced, examples: int) -> dict[tuple[str, str], Missed]:
    found: dict[tuple[str, str], Missed] = {}
    for report, draft in zip(story.extraction.reports, story.drafts, strict=True):
        missed = found.setdefault((report.event_class, report.pattern), Missed())
        _note(missed, not report.participations, story.scenes[draft.sentence].sentence, examples)
    return found


def _note(missed: Missed, is_missed: bool, sentence: Sentence, examples: int) -> None:
    missed.met += 1
    missed.missed += is_missed
    if is_missed and len(missed.sentences) < examples:
        missed.sentences.append(_shortened(sentence.text(0, len(sentence.words))))


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rsplit(' ', 1)[0]} ..."

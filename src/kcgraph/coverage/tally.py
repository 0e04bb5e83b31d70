"""The gaps of all articles added up."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from kcgraph.coverage.gaps import ArticleGaps, Missed
from kcgraph.coverage.triggers import Trigger
from kcgraph.model import Reject

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Example:
    """Words of an article that show a gap; None where its name says all."""

    article: str
    words: str | None = None


@dataclass(slots=True)
class Gap:
    """How often something was met in all articles, how often it was missed, and the first examples of that."""

    met: int = 0
    missed: int = 0
    examples: list[Example] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The missed among those met."""
        return self.missed / self.met if self.met else 0.0


@dataclass(slots=True)
class Coverage:
    """All gaps, in the order of the input. Its memory grows with the different words met, not with the articles.

    `silent` are the first articles without an event though their headline tells of one, with the triggers there;
    `silent_count` counts all of them. `names` counts the articles' capitalized sequences that no mention covers.
    """

    examples: int
    limit: int
    articles: int = 0
    sentences: int = 0
    reports: int = 0
    silent_count: int = 0
    silent: list[tuple[Example, list[Trigger]]] = field(default_factory=list)
    triggers: dict[Trigger, Gap] = field(default_factory=dict)
    names: dict[str, Gap] = field(default_factory=dict)
    events: dict[tuple[str, str], Gap] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)

    def add(self, gaps: ArticleGaps) -> None:
        """Count one more article."""
        self.articles += 1
        self.sentences += gaps.sentences
        self.reports += gaps.reports
        if gaps.headline is not None:
            self.silent_count += 1
            if len(self.silent) < self.limit:
                self.silent.append((Example(gaps.article, gaps.headline), gaps.headline_triggers))
        self._join(self.triggers, gaps.triggers, gaps.article)
        self._join(self.events, gaps.events, gaps.article)
        for name, count in gaps.names.items():
            gap = self.names.setdefault(name, Gap())
            gap.met += count
            gap.missed += count
            if len(gap.examples) < self.examples:
                gap.examples.append(Example(gaps.article))

    def _join(self, gaps: dict[K, Gap], more: Mapping[K, Missed], article: str) -> None:
        for key, missed in more.items():
            gap = gaps.setdefault(key, Gap())
            gap.met += missed.met
            gap.missed += missed.missed
            room = self.examples - len(gap.examples)
            gap.examples += [Example(article, sentence) for sentence in missed.sentences[:room]]


def worst(gaps: Mapping[K, Gap], limit: int) -> list[tuple[K, Gap]]:
    """Those missed at all: the most often missed first, equals by name."""
    rows = [(key, gap) for key, gap in gaps.items() if gap.missed]
    return sorted(rows, key=lambda row: (-row[1].missed, str(row[0])))[:limit]

"""How good a comparison of names is: precision and recall of its "yes" on pairs that people have judged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kcgraph.names import Sameness


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair that people judged, what was answered, and the groups (language, split) that it counts for besides all."""

    right: Sameness
    answered: Sameness
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairScore:
    """The score of one group of pairs. A "yes" is a find: `found` of them are right, `wrong` are not, `missed` are
    those of the judges that were answered otherwise.
    """

    group: str
    pairs: int
    found: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """How many of the pairs answered yes are one name; 1 when there are none."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """How many of the pairs that are one name were answered yes; 1 when there are none."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.found + self.wrong + self.missed
        return 2 * self.found / total if total else 1.0


def score_pairs(judged: Iterable[Judged]) -> list[PairScore]:
    """Score answers: all of them first, then each group in the order in which it is met, by the place that it has among
    the groups of a pair.
    """
    counts: dict[tuple[int, str], list[int]] = {(0, "all"): [0, 0, 0, 0]}
    for pair in judged:
        is_yes, is_right = pair.answered is Sameness.YES, pair.right is Sameness.YES
        for place in enumerate(("all", *pair.groups)):
            tally = counts.setdefault(place, [0, 0, 0, 0])
            tally[0] += 1
            tally[1] += is_yes and is_right
            tally[2] += is_yes and not is_right
            tally[3] += is_right and not is_yes
    by_place = sorted(counts.items(), key=lambda item: item[0][0])
    return [PairScore(group, *tally) for (_, group), tally in by_place]


def pair_lines(scores: Iterable[PairScore]) -> Iterator[str]:
    """The scores as a table in the columns of README.md."""
    yield "| names | pairs | precision | recall | F1 |"
    yield "|---|---|---|---|---|"
    for score in scores:
        yield f"| {score.group} | {score.pairs} | {score.precision:.3f} | {score.recall:.3f} | {score.f1:.3f} |"

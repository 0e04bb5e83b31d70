"""Links between IRIs that stand for one thing, and the chains that they make."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two IRIs that stand for one thing, and why: `source` is the local IRI of a judgement or a rule, `words` tell of
    it.
    """

    first: str
    second: str
    source: str
    words: str

    @property
    def is_judged(self) -> bool:
        """Whether a person made it."""
        return self.source.startswith("judgement/")


class Chains:
    """The groups that links make, and the shortest chain between two members of a group."""

    def __init__(self, links: Iterable[Link]) -> None:
        self._links: dict[str, list[tuple[str, Link]]] = defaultdict(list)
        for link in sorted(set(links)):
            self._links[link.first].append((link.second, link))
            self._links[link.second].append((link.first, link))
        self._group_of: dict[str, tuple[str, ...]] = {}
        for iri in sorted(self._links):
            if iri not in self._group_of:
                group = tuple(sorted(self._reached(iri)))
                self._group_of.update((member, group) for member in group)

    def group(self, iri: str) -> tuple[str, ...]:
        """All that stand for the same thing as `iri`, itself included, sorted."""
        return self._group_of.get(iri, (iri,))

    def groups(self) -> list[tuple[str, ...]]:
        """The groups of more than one, sorted."""
        return sorted(set(self._group_of.values()))

    def between(self, first: str, second: str) -> tuple[Link, ...] | None:
        """The shortest chain from `first` to `second`, of several the first in order; None when they are not linked."""
        if second not in self.group(first):
            return None
        chain: list[Link] = []
        came_by, here = self._reached(first), second
        while (step := came_by[here]) is not None:
            before, link = step
            chain.append(link)
            here = before
        return tuple(reversed(chain))

    def _reached(self, start: str) -> dict[str, tuple[str, Link] | None]:
        """Every member of the group, with the step by which a walk from `start` first comes there."""
        found: dict[str, tuple[str, Link] | None] = {start: None}
        waiting = deque([start])
        while waiting:
            here = waiting.popleft()
            for other, link in self._links.get(here, ()):
                if other not in found:
                    found[other] = (here, link)
                    waiting.append(other)
        return found

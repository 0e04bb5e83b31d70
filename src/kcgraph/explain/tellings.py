"""The places in an article from which one report was read: its first telling and those that joined."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kcgraph.extract import Traced
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.clauses import Frame
from kcgraph.extract.scene import Draft, Scene


@dataclass(frozen=True, slots=True)
class Place:
    """A draft and the sentence that it was read from."""

    draft: Draft
    scene: Scene

    @property
    def frame(self) -> Frame:
        """The clause around the trigger; an empty one where the draft was read from a name alone."""
        return self.draft.frame or Frame()

    @property
    def verb(self) -> Chunk | None:
        """The verb that tells the event or carries its noun."""
        if (told := self._at(self.draft.position)) is not None and told.kind == Kind.VERB:
            return told
        if self.draft.governor >= 0:
            return self.scene.chunks[self.draft.governor]
        anchor = self._anchor
        return anchor if anchor is not None and anchor.kind == Kind.VERB else None

    @property
    def noun(self) -> Chunk | None:
        """The event noun."""
        anchor = self._anchor
        if anchor is not None:
            return anchor if anchor.kind != Kind.VERB else None
        told = self._at(self.draft.position)
        return told if told is not None and told.is_nominal else None

    @property
    def _anchor(self) -> Chunk | None:
        anchor = self.frame.anchor
        return self.scene.chunks[anchor] if 0 <= anchor < len(self.scene.chunks) else None

    def _at(self, token: int) -> Chunk | None:
        return next((chunk for chunk in self.scene.chunks if chunk.first <= token < chunk.last), None)

    def said(self, chunk: Chunk) -> str:
        """The words of a chunk as printed."""
        return self.scene.sentence.text(chunk.first, chunk.last)

    @property
    def where(self) -> str:
        """The sentence by its number, counted from 1."""
        return f"sentence {self.scene.number + 1}"


def places_of(traced: Traced, draft: Draft) -> Iterator[Place]:
    """The telling that made the draft, then those that joined it."""
    yield Place(draft, traced.scenes[draft.sentence])
    for later in draft.joined:
        yield from places_of(traced, later)


def lenders(draft: Draft) -> Iterator[Draft]:
    """The drafts whose date or place a draft took over, the one that had it first before those that passed it on."""
    chain, lender = [draft], draft.lender
    while lender is not None and all(lender is not passed for passed in chain):
        chain.append(lender)
        lender = lender.lender
    yield from reversed(chain[1:])


def nearest_first(traced: Traced, draft: Draft, places: Sequence[Place]) -> Iterator[tuple[Scene, str]]:
    """Where else the words of a report may stand, each sentence with what is to be said of it.

    Its own sentences come first, then those before them, the nearest first, then the rest of the article.
    """
    own = dict.fromkeys([*(place.scene.number for place in places), *(number for number, _, _ in draft.tellings)])
    for number in own:
        yield traced.scenes[number], f"sentence {number + 1}, outside the clause that tells of it"
    others = [number for number in range(len(traced.scenes)) if number not in own]
    for number in sorted(others, key=lambda number: (number > draft.sentence, abs(number - draft.sentence))):
        yield traced.scenes[number], f"sentence {number + 1}, taken over from there"

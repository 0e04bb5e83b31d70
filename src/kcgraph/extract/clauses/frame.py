"""What stands around one verb or event noun."""

from dataclasses import dataclass, field

from kcgraph.extract.chunks import Chunk


@dataclass(slots=True)
class Frame:
    """The grammar around a verb or event noun.

    `slots` maps `subject`, `object` and each preposition to the chunks there. `times` holds the times of the clause in
    order, each with the preposition before it. `first` and `last` are the chunk indexes of the whole, `anchor` that of
    the verb or noun.
    """

    slots: dict[str, list[Chunk]] = field(default_factory=dict)
    times: list[tuple[str, Chunk]] = field(default_factory=list)
    first: int = 0
    last: int = 0
    is_here: bool = False
    anchor: int = -1

    def add(self, slot: str, chunks: list[Chunk]) -> None:
        """Put chunks into a slot after those that are there."""
        self.slots.setdefault(slot, []).extend(chunks)

    def notice(self, adverb: Chunk) -> None:
        """Keep that the clause says "here"."""
        self.is_here = self.is_here or adverb.head == "here"

"""A statement in the making."""

from dataclasses import dataclass, field

from kcgraph.extract.scene import Draft
from kcgraph.model import Span

_RULE = "saying-"


@dataclass(slots=True)
class Saying:
    """Who says something, in which medium and during which event; `hops` are the outlets cited for it.

    `verb` is the chunk of the verb that tells it (-1 without one); `is_new` marks another text by the same speaker
    ("another article"); `later` are the places where the speaker goes on.
    """

    speaker: int
    printed: str
    medium: str
    evidence: Span
    rule: str
    sentence: int
    addressee: int | None = None
    draft: Draft | None = None
    hops: list[tuple[int, Span]] = field(default_factory=list)
    verb: int = -1
    is_new: bool = False
    later: list["Saying"] = field(default_factory=list)

    @property
    def further(self) -> set[Span]:
        """The spans in which the speaker goes on."""
        return {telling.evidence for telling in self.later} - {self.evidence}

    @property
    def how(self) -> str:
        """The verb (or other sign) that tells it: `say`, `according-to`."""
        return self.rule.removeprefix(_RULE)

    def goes_on(self, earlier: "Saying") -> bool:
        """Whether the same speaker goes on speaking on the same occasion."""
        return (
            self.speaker == earlier.speaker
            and not self.is_new
            and (self.draft is None or earlier.draft is None or self.draft is earlier.draft)
        )


def rule_of(how: str) -> str:
    """The id of the rule that finds statements told that way."""
    return _RULE + how

"""Agreements and ties of which the text names no party are of the two countries that it speaks of."""

from collections.abc import Sequence

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Kind
from kcgraph.extract.scene import Draft, Scene
from kcgraph.model import AgentKind

_BETWEEN_STATES = frozenset({"Signing", "Ratification", "DiplomaticRelations"})


def complete(scenes: Sequence[Scene], drafts: Sequence[Draft], cast: Cast) -> None:
    """Make the two countries of the sentence, else of the article, parties of what two states do: when they are two."""
    for draft in drafts:
        if draft.pattern.event_class not in _BETWEEN_STATES or draft.parts:
            continue
        named = _named_in(scenes[draft.sentence])
        both = named if len(named) == 2 else _named_at_all(cast)
        if len(both) == 2:
            for country in both:
                draft.add(country, "Party")


def _named_in(scene: Scene) -> list[int]:
    """The countries named in a sentence, each once, in order."""
    named = (chunk.agent for chunk in scene.chunks if chunk.kind == Kind.COUNTRY and chunk.agent is not None)
    return list(dict.fromkeys(named))


def _named_at_all(cast: Cast) -> list[int]:
    return [k for k, member in enumerate(cast.members) if member.kind == AgentKind.COUNTRY]

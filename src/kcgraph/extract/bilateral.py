"""Agreements and ties of which the text names no party are of the two countries that it speaks of."""

from collections.abc import Sequence

from kcgraph.extract.cast import Cast
from kcgraph.extract.chunks import Chunk
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
    """The countries of a sentence, each once, in order: named ones, those of owners and of the people named."""
    named = [agent for chunk in scene.chunks if chunk.is_nominal for agent in _countries_of(scene, chunk)]
    return list(dict.fromkeys(named))


def _countries_of(scene: Scene, chunk: Chunk) -> list[int]:
    """The countries of who is named by a phrase or its owner."""
    members, cast = scene.cast.members, scene.cast
    agents = [mention.agent for mention in (chunk, chunk.possessor) if mention is not None]
    keys = [members[agent].country for agent in agents if agent is not None]
    found = [cast.acting_country(key, chunk, scene.number) for key in keys if key is not None]
    return [agent for agent in found if agent is not None]


def _named_at_all(cast: Cast) -> list[int]:
    return [k for k, member in enumerate(cast.members) if member.kind == AgentKind.COUNTRY]

"""A sentence as extraction saw it: each mention in brackets with its kind, the trigger words between stars."""

from kcgraph.explain.tellings import Place
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.model.reading import join

_MENTIONS = frozenset(
    {Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.COUNTRY, Kind.PLACE, Kind.UNKNOWN, Kind.PRONOUN, Kind.TIME}
)


def marked(place: Place) -> str:
    """The whole sentence of a telling."""
    words = list(place.scene.sentence.words)
    triggers = [chunk for chunk in (place.verb, place.noun) if chunk is not None]
    for chunk in place.scene.chunks:
        if chunk.first >= chunk.last:
            continue
        if any(chunk is trigger for trigger in triggers):
            _surround(words, chunk, "*", "*")
        elif _is_mention(chunk, place):
            _surround(words, chunk, "[", f": {chunk.kind}]")
    return join(words)


def _is_mention(chunk: Chunk, place: Place) -> bool:
    taking_part = any(part.chunk is chunk for part in place.draft.parts)
    return chunk.kind in _MENTIONS or chunk.agent is not None or taking_part


def _surround(words: list[str], chunk: Chunk, before: str, after: str) -> None:
    words[chunk.first] = before + words[chunk.first]
    words[chunk.last - 1] += after

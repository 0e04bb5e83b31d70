"""Sequences of capitalized words that no mention covers."""

from collections.abc import Iterator

from kcgraph.extract import Traced, gazetteer
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.scene import Scene

_MENTIONS = frozenset({Kind.PERSON, Kind.OFFICE, Kind.GROUP, Kind.COUNTRY, Kind.PLACE, Kind.PRONOUN, Kind.TIME})

_WITHIN = frozenset({",", "'s", "'", "&", "/", "$", "%"})


def unknown_names(traced: Traced, scene: Scene) -> Iterator[str]:
    """The sequences of one sentence, in order. The word that opens a sentence counts where it is no common one."""
    words, covered = scene.sentence.words, _covered(traced, scene)
    run: list[str] = []
    for at, word in enumerate((*words, "")):
        is_name = word[:1].isupper() and at not in covered and not (_opens(words, at) and _is_common(word))
        if is_name:
            run.append(word)
        elif run:
            if len(run) > 1 or len(run[0]) > 1:
                yield " ".join(run)
            run = []


def _opens(words: tuple[str, ...], at: int) -> bool:
    """Whether a sentence or quotation begins here: no word stands right before, nor a comma."""
    return at == 0 or not (words[at - 1][:1].isalnum() or words[at - 1] in _WITHIN)


def _is_common(word: str) -> bool:
    lower = word.lower()
    return lower in lexicon().common or lower in lexicon().verbs or bool(lexicon().classes_of(lower))


def _covered(traced: Traced, scene: Scene) -> set[int]:
    """The tokens of mentions, of known names within other phrases, of reported places, events and treaties."""
    found = {at for chunk in scene.chunks if _is_mention(traced, chunk) for at in range(chunk.first, chunk.last)}
    at, words = 0, scene.sentence.words
    while at < len(words):
        known = gazetteer.match(words, at)
        end = known[0] if known is not None else at + 1
        found.update(range(at, end) if known is not None else ())
        at = end
    for draft in traced.drafts:
        anchor = draft.frame.anchor if draft.frame is not None else -1
        if draft.sentence == scene.number and 0 <= anchor < len(scene.chunks):
            found.update(range(scene.chunks[anchor].first, scene.chunks[anchor].last))
    found.update(_of_treaties(traced, scene))
    return found


def _is_mention(traced: Traced, chunk: Chunk) -> bool:
    if chunk.kind in _MENTIONS or chunk.agent is not None or chunk.time is not None:
        return True
    return bool(chunk.name) and any(chunk.name.removeprefix("the ") in place for place in traced.extraction.places)


def _of_treaties(traced: Traced, scene: Scene) -> Iterator[int]:
    for treaty in traced.extraction.treaties:
        for at, (start, end) in enumerate(scene.sentence.spans):
            if treaty.span.start <= start and end <= treaty.span.end:
                yield at

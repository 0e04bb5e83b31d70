"""The words of a sentence or headline that the event patterns wait for."""

from collections.abc import Iterator

from kcgraph.extract.chunks import Chunk
from kcgraph.extract.clauses import Frame
from kcgraph.extract.conditions import Case
from kcgraph.extract.events.nouns import is_event_noun
from kcgraph.extract.lexicon import lexicon
from kcgraph.extract.patterns import Pattern, patterns, singular
from kcgraph.extract.scene import Scene, has_head
from kcgraph.text.tokens import tokens

VERB, NOUN = "verb", "noun"

Trigger = tuple[str, str]
"""Whether it is a verb or a noun, and the verb's lemma with its particle or the noun in singular."""


def triggers_of(scene: Scene) -> list[Trigger]:
    """The triggers of a sentence, each once, sorted.

    A verb whose patterns ask for an object or subject ("pay" for "visit") counts where its clause has one of them.
    """
    found = {(VERB, word) for v, verb, frame in scene.verbs() for word in _of_verb(scene, v, verb, frame)}
    found |= {(NOUN, word) for chunk in scene.chunks if is_event_noun(chunk) for word in _of_noun(chunk.head)}
    return sorted(found)


def _of_verb(scene: Scene, v: int, verb: Chunk, frame: Frame) -> Iterator[str]:
    for pattern in patterns().by_verb.get(verb.head, ()):
        if not _is_asked(Case(scene, frame, v, pattern, is_noun=False)):
            continue
        for lemma, particle in pattern.verbs:
            if lemma == verb.head and (not particle or scene.follows(v, particle)):
                yield f"{lemma} {particle}".strip()


def _is_asked(case: Case) -> bool:
    """Whether a clause has the objects and subjects that its pattern asks for by name."""
    pattern = case.pattern
    asked = ((case.objects, pattern.objects), (case.chunks("subject"), pattern.subjects))
    return all(has_head(filled, heads) is not None for filled, heads in asked if heads)


def _of_noun(head: str) -> Iterator[str]:
    if head in patterns().by_noun:
        yield head
    elif singular(head) in patterns().by_noun:
        yield singular(head)


def triggers_of_headline(headline: str) -> list[Trigger]:
    """The triggers of a headline, by its words alone: capitals and missing verbs leave no grammar to read."""
    words = [word.lower() for word, _, _ in tokens(headline, 0, len(headline))]
    nouns = {word for spoken in words for word in _of_noun(spoken)}
    verbs = {
        reading.lemma
        for spoken in words
        for reading in lexicon().verbs.get(spoken, ())
        if any(_is_asked_in(words, reading.lemma, pattern) for pattern in patterns().by_verb.get(reading.lemma, ()))
    }
    return sorted({(NOUN, word) for word in nouns} | {(VERB, word) for word in verbs - nouns})


def _is_asked_in(words: list[str], lemma: str, pattern: Pattern) -> bool:
    plain = {*words, *map(singular, words)}
    is_said = any(verb == lemma and particle in ("", *words) for verb, particle in pattern.verbs)
    return is_said and all(plain & heads for heads in (pattern.objects, pattern.subjects) if heads)

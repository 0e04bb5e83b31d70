"""The walk over a sentence: at each token, the chunk that begins there."""

from kcgraph.extract.chunker.coordinated import join_names
from kcgraph.extract.chunker.holders import join_holders
from kcgraph.extract.chunker.phrases import noun_phrase
from kcgraph.extract.chunker.quoted import open_quoted
from kcgraph.extract.chunker.tokens import (
    begins_korean_name,
    compound_preposition,
    is_adverb,
    is_object_her,
    is_time_of_owned,
    is_verb_like,
    quantifier,
)
from kcgraph.extract.chunker.verbs import verb_group
from kcgraph.extract.chunker.view import View, view_of
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.model.reading import Sentence

_FUNCTION_WORDS = (
    ("prepositions", Kind.PREPOSITION),
    ("conjunctions", Kind.CONJUNCTION),
    ("subordinators", Kind.SUBORDINATOR),
)
_PUNCTUATION = {",": Kind.COMMA, '"': Kind.QUOTE}


def chunk(sentence: Sentence) -> list[Chunk]:
    """The chunks of a sentence, in order; what lies between them has been taken in by a neighbour."""
    view = view_of(sentence)
    found: list[Chunk] = []
    i = 0
    while i < view.size:
        found.append(_at(view, i, found[-1] if found else None))
        i = found[-1].last
    return join_holders(view, join_names(view, open_quoted(found)))


def _at(view: View, i: int, previous: Chunk | None) -> Chunk:
    fixed = _time(view, i) or _punctuation(view, i) or _compound(view, i) or _idiom(view, i, previous)
    if fixed is not None:
        return fixed
    if begins_korean_name(view, i) or quantifier(view, i):
        return noun_phrase(view, i)
    return (
        _that(view, i, previous)
        or _relative(view, i)
        or verb_group(view, i, previous)
        or _function_word(view, i)
        or noun_phrase(view, i)
    )


def _time(view: View, i: int) -> Chunk | None:
    if i not in view.times or is_time_of_owned(view, i):
        return None
    return Chunk(Kind.TIME, i, view.times[i].last, time=view.times[i])


def _punctuation(view: View, i: int) -> Chunk | None:
    word = view.lower[i]
    if "closing" in view.classes[i] or word.startswith("--") or word == "...":
        return _word(view, i, _PUNCTUATION.get(word, Kind.STOP))
    return None


def _compound(view: View, i: int) -> Chunk | None:
    found = compound_preposition(view, i)
    if found is None:
        return None
    last, preposition = found
    return Chunk(Kind.PREPOSITION, i, last, preposition, name=" ".join(view.lower[i:last]))


def _idiom(view: View, i: int, previous: Chunk | None) -> Chunk | None:
    """`make public`, `set up a shop`, `hand over aid`, `officials concerned`, `look round the farm`."""
    if previous is None:
        return None
    word = view.lower[i]
    if previous.kind == Kind.VERB and _is_particle(view, i, previous):
        return _word(view, i, Kind.ADVERB)
    if previous.is_nominal and "particles" in view.classes[i] and not quantifier(view, i):
        return _word(view, i, Kind.ADVERB)
    if (word == "public" and previous.head == "make") or (
        word == "concerned" and previous.kind in (Kind.GROUP, Kind.OFFICE)
    ):
        return _word(view, i, Kind.ADVERB)
    if word == "round" and previous.kind == Kind.VERB:
        return _word(view, i, Kind.PREPOSITION)
    return None


def _is_particle(view: View, i: int, verb: Chunk) -> bool:
    """Whether the token right after a verb is a part of it: `set up`, `carry out`, `hand over`; but `up to 500`."""
    if "particles" in view.classes[i]:
        return not quantifier(view, i)
    return view.lower[i] == "over" and view.lexicon.is_("taking_over", verb.head)


def _that(view: View, i: int, previous: Chunk | None) -> Chunk | None:
    """`that` as relative ("drills that began"), demonstrative ("of that day") or conjunction ("said that")."""
    if view.lower[i] != "that":
        return None
    if previous is not None and previous.is_nominal and is_verb_like(view, i + 1):
        return _word(view, i, Kind.RELATIVE)
    if previous is not None and previous.kind == Kind.PREPOSITION:
        return noun_phrase(view, i)
    return _word(view, i, Kind.SUBORDINATOR)


def _relative(view: View, i: int) -> Chunk | None:
    is_relative = "relatives" in view.classes[i] and not (view.words[i].isupper() and len(view.words[i]) > 1)
    return _word(view, i, Kind.RELATIVE) if is_relative else None


def _function_word(view: View, i: int) -> Chunk | None:
    classes = view.classes[i]
    for name, kind in _FUNCTION_WORDS:
        if name == "subordinators" and i > 0 and view.caps[i] and view.caps[i + 1]:
            continue  # `Than Tun`
        if name in classes:
            return _word(view, i, kind)
    if _is_pronoun(view, i):
        word = view.lower[i]
        return Chunk(Kind.PRONOUN, i, i + 1, word, name=view.words[i], is_plural="plural_pronouns" in classes)
    return _word(view, i, Kind.ADVERB) if is_adverb(view, i) else None


def _is_pronoun(view: View, i: int) -> bool:
    """Whether the token is a pronoun; `IT` and `US` in capitals are none."""
    is_listed = "pronouns" in view.classes[i] and not view.words[i].isupper()
    return is_listed or view.lower[i] == "i" or is_object_her(view, i)


def _word(view: View, i: int, kind: Kind) -> Chunk:
    return Chunk(kind, i, i + 1, view.lower[i])

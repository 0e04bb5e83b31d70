"""Phrases in quotes that are read as if there were none: `the "Grand National Party"`, `a recent "meeting"`."""

from collections.abc import Sequence

from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import lexicon

_INSIDE = (Kind.PREPOSITION, Kind.CONJUNCTION)
_LONGEST = 10
# "be", quote, adverb, verb, quote.
_PREDICATE = 5
# What may stand inside beside nouns when nothing but an article is before the quotes.
_VERBS_INSIDE = ("ing", "past", "participle", "infinitive")
_ADJECTIVAL = ("al", "ic", "ive", "ous", "ent", "ant", "ary", "ible", "able", "ful", "less", "ish", "-style", "-term")


def open_quoted(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The chunks without the quotes around a phrase that an article before them makes a noun phrase."""
    found: list[Chunk] = []
    k = 0
    while k < len(chunks):
        closing, predicate = _closing(chunks, k), _closing_of_predicate(chunks, k)
        if predicate:
            found.append(_predicate(chunks[k], chunks[predicate - 1], chunks[predicate].last))
            k = predicate
        elif closing:
            phrase = chunks[k + 2]
            phrase.first, phrase.determiner = chunks[k].first, chunks[k].determiner
            phrase.modifiers = (*chunks[k].name.lower().split(), *phrase.modifiers)
            found += chunks[k + 2 : closing]
            k = closing
        else:
            found.append(chunks[k])
        k += 1
    return found


def _closing_of_predicate(chunks: Sequence[Chunk], k: int) -> int:
    """The closing quote of `is "covertly supplying" X`, `was "warmly welcomed" by`; 0 if there is none."""
    be = chunks[k]
    if be.head != "be" or be.kind != Kind.VERB or be.form != "finite":
        return 0
    rest = chunks[k + 1 : k + _PREDICATE]
    if len(rest) < _PREDICATE - 2:
        return 0
    at = 2 if rest[1].kind == Kind.ADVERB else 1
    if rest[0].kind != Kind.QUOTE or at + 1 >= len(rest) or rest[at].kind != Kind.VERB:
        return 0
    is_closed = rest[at + 1].kind == Kind.QUOTE and rest[at].form in ("ing", "past", "participle")
    return k + at + 2 if is_closed else 0


def _predicate(be: Chunk, main: Chunk, last: int) -> Chunk:
    """The verb group of "be" and the verb in quotes after it."""
    be.head, be.is_passive, be.last = main.head, main.form != "ing", last
    return be


def _closing(chunks: Sequence[Chunk], k: int) -> int:
    """The closing quote of a phrase without a predicate that is opened after the article at `k`; 0 if there is none."""
    article = chunks[k]
    if article.kind != Kind.NOUN or not article.determiner or k + 3 >= len(chunks):
        return 0
    if chunks[k + 1].kind != Kind.QUOTE or not chunks[k + 2].is_nominal or chunks[k + 2].determiner:
        return 0
    if article.head and not _is_adjective(article):
        return 0
    return _end_of_phrase(chunks, k + 3)


def _end_of_phrase(chunks: Sequence[Chunk], begin: int) -> int:
    """The closing quote after the phrase that goes on at `begin`; 0 when it is a sentence or too long."""
    for j in range(begin, min(begin + _LONGEST, len(chunks))):
        here = chunks[j]
        if here.kind == Kind.QUOTE:
            return j
        if here.kind == Kind.COMMA and j + 1 < len(chunks) and chunks[j + 1].kind == Kind.QUOTE:
            continue
        if here.kind == Kind.VERB and here.form in _VERBS_INSIDE:
            continue
        if not (here.is_nominal or here.kind in _INSIDE):
            return 0
    return 0


def _is_adjective(phrase: Chunk) -> bool:
    """Whether nothing but adjectives stands after the article: `a recent`, `the so-called`, `the upcoming`."""
    words = phrase.name.lower().split()
    return len(words) == 1 and (words[0].endswith(_ADJECTIVAL) or lexicon().is_("adjectives_before_quotes", words[0]))

"""The read-only view of a sentence that the whole chunker shares."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from kcgraph.extract import gazetteer
from kcgraph.extract.chunks import Chunk
from kcgraph.extract.lexicon import Lexicon, VerbForm, lexicon
from kcgraph.model.reading import Sentence, TimeExpression, join

# How far any rule looks beyond a token.
_LOOK_AHEAD = 4
_NAME_PREFIXES = ("al-", "el-", "ad-", "as-", "ul-")
_NO_FORMS: Mapping[str, VerbForm] = {}


@dataclass(frozen=True, slots=True)
class View:
    """The words of a sentence with what the lexicon knows of each.

    `lower`, `caps` (printed as a name is), `smalls` (printed in small letters), `classes` (the word classes it stands
    in) and `forms` (form of the verb → reading) go a few full stops beyond the last word, so that looking ahead needs
    no bounds check; `words` and `size` do not.
    """

    words: tuple[str, ...]
    size: int
    lower: tuple[str, ...]
    caps: tuple[bool, ...]
    smalls: tuple[bool, ...]
    classes: tuple[frozenset[str], ...]
    forms: tuple[Mapping[str, VerbForm], ...]
    times: Mapping[int, TimeExpression]
    lexicon: Lexicon

    def text(self, first: int, last: int) -> str:
        """The words of the tokens `first` to `last` (half-open), spaced as English prints them."""
        return join(self.words[first:last])

    def known(self, i: int) -> tuple[int, gazetteer.Entry] | None:
        """The longest name of the reference data at token `i` and the token after it."""
        return gazetteer.match(self.words, i)


class PhraseReader(Protocol):
    """Reads the noun phrase at a token: `phrases.noun_phrase`."""

    def __call__(self, view: View, i: int, *, stop_at_person: bool = False, is_nested: bool = False) -> Chunk:
        """The noun phrase that begins at the token `i`."""
        ...


def view_of(sentence: Sentence) -> View:
    """Look up every word of the sentence once."""
    known = lexicon()
    beyond = _LOOK_AHEAD
    lower = (*(word.lower() for word in sentence.words), *["."] * beyond)
    caps = (*(word[0].isupper() or word.startswith(_NAME_PREFIXES) for word in sentence.words), *[False] * beyond)
    smalls = (
        *(word[0].islower() and not capital for word, capital in zip(sentence.words, caps, strict=False)),
        *[False] * beyond,
    )
    return View(
        sentence.words,
        len(sentence.words),
        lower,
        caps,
        smalls,
        tuple([known.classes_of(word) for word in lower]),
        tuple([_forms(known, word, small) for word, small in zip(lower, smalls, strict=True)]),
        {time.first: time for time in sentence.times},
        known,
    )


def _forms(known: Lexicon, word: str, is_small: bool) -> Mapping[str, VerbForm]:
    """The verb forms that a word can be; unknown words in -ed and -ing count as forms of unknown verbs."""
    found = known.forms.get(word)
    if found is not None:
        return found
    if not is_small or len(word) < 5 or not word.isalpha():
        return _NO_FORMS
    classes = known.classes_of(word)
    if word.endswith("ed") and "ed_no_verbs" not in classes:
        lemma = word[:-2]
        return {"past": VerbForm(lemma, "past"), "participle": VerbForm(lemma, "participle")}
    if word.endswith("ing") and len(word) > 5 and not classes & {"ing_no_verbs", "nouns_like_verbs"}:
        return {"ing": VerbForm(word[:-3], "ing")}
    return _NO_FORMS

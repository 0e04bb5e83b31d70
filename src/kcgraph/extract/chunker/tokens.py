"""What a single token is in its place: an adverb, a modal verb, the beginning of an object, of a count, of a name."""

import re

from kcgraph.extract.chunker.view import View
from kcgraph.extract.names import is_korean_name

_NUMBER = re.compile(r"\d[\d.,]*(?:st|nd|rd|th)?|\d+-[a-z]+")
_IN_WORDS = frozenset({"cardinals", "number_words"})
_AFTER_OBJECT = frozenset({"closing", "auxiliaries", "prepositions", "conjunctions"})
_NOT_AFTER_MODAL = frozenset({"closing", "prepositions", "conjunctions", "relatives"})
_OPENS_OBJECT = frozenset({"determiners", "possessives", "object_openers"})
_BEFORE_TITLE = frozenset({"titles", "offices", "adjectives_like_verbs", "name_adjectives", "halves"})
_FUNCTION_WORDS = frozenset(
    {"determiners", "possessives", "prepositions", "pronouns", "adverbs", "subordinators", "conjunctions"}
)
_PATRONYMICS = ("ovich", "evich", "ovna", "evna")
_PARTS_OF_NAMES = frozenset({"titles", "offices", "name_adjectives", "korean_surnames", "place_prefixes"})


def is_number(view: View, i: int) -> bool:
    """Whether the token is a figure, an ordinal or an adjective with a figure ("5-day")."""
    return _NUMBER.fullmatch(view.lower[i]) is not None


def is_adverb(view: View, i: int) -> bool:
    """Whether the token is an adverb or a negation that is no part of a noun phrase."""
    classes = view.classes[i]
    if "adverbs" in classes or "negations" in classes:
        return (
            "adverbs_before_nouns" not in classes
            or "closing" in view.classes[i + 1]
            or (view.lower[i] == "further" and view.lower[i + 1] in view.lexicon.verbs)
            or (view.lower[i] == "first" and _is_told_next(view, i + 1))
        )
    word = view.lower[i]
    return (
        word.endswith("ly")
        and len(word) > 4
        and (view.smalls[i] or (i == 0 and not view.caps[1]))
        and "ly_no_adverbs" not in classes
    )


def _is_told_next(view: View, i: int) -> bool:
    """Whether the token is a past tense and no adjective: `they first visited`."""
    return "past" in view.forms[i] and "adjectives_like_verbs" not in view.classes[i]


def after_adverbs(view: View, i: int) -> int:
    """The first token from `i` on that is no adverb."""
    while i < view.size and is_adverb(view, i):
        i += 1
    return i


def is_verb_like(view: View, i: int) -> bool:
    """Whether the token is likely to begin a verb group (bare base forms left out)."""
    return "auxiliaries" in view.classes[i] or not view.forms[i].keys() <= {"base"} or is_adverb(view, i)


def is_object_her(view: View, i: int) -> bool:
    """Whether `her` is the pronoun and not the possessive."""
    if view.lower[i] != "her":
        return False
    return not _AFTER_OBJECT.isdisjoint(view.classes[i + 1]) or (is_adverb(view, i + 1) and "base" in view.forms[i + 2])


def is_modal(view: View, i: int) -> bool:
    """Whether "will" is followed by what a modal verb governs."""
    return _NOT_AFTER_MODAL.isdisjoint(view.classes[i + 1]) and view.lower[i + 1] != "that"


def is_plain_noun(view: View, i: int) -> bool:
    """A lower-case word that is no title, no adjective before a title: "At the ceremony Chairman X said"."""
    return _BEFORE_TITLE.isdisjoint(view.classes[i]) and view.lower[i] not in view.lexicon.epithets


def opens_object(view: View, i: int) -> bool:
    """Whether the token can begin what a verb governs."""
    return view.caps[i] or not _OPENS_OBJECT.isdisjoint(view.classes[i])


def opens_sentence(view: View, i: int) -> bool:
    """Whether only punctuation stands before the token."""
    return i == 0 or (i == 1 and not view.words[0][0].isalnum())


def is_common_opener(view: View, i: int) -> bool:
    """A common word that begins a sentence is capitalized without being part of the name after it."""
    word, classes = view.lower[i], view.classes[i]
    may_be_name = len(word) <= 3 and i + 2 < view.size and view.caps[i + 1] and _FUNCTION_WORDS.isdisjoint(classes)
    has_patronymic = view.caps[i + 1] and view.lower[i + 1].endswith(_PATRONYMICS)
    return (
        not (may_be_name or has_patronymic)
        and word in view.lexicon.common
        and _PARTS_OF_NAMES.isdisjoint(classes)
        and view.known(i) is None
    )


def is_time_of_owned(view: View, i: int) -> bool:
    """Whether the time at the token owns what follows ("Friday's talks") and so belongs to the noun phrase."""
    last = view.times[i].last
    return last + 1 < view.size and view.lower[last] == "'s"


def compound_preposition(view: View, i: int) -> tuple[int, str] | None:
    """The token after "together with", "in the course of" and the like, and the preposition that it stands for."""
    for words, preposition in view.lexicon.compound_prepositions.get(view.lower[i], ()):
        if view.lower[i : i + len(words)] == words:
            return i + len(words), preposition
    return None


def quantifier(view: View, i: int) -> int:
    """How many tokens of "more than", "at least", "up to" stand before a number; 0 when none."""
    for words in view.lexicon.quantifiers.get(view.lower[i], ()):
        end = i + len(words)
        if view.lower[i:end] == words and _is_count(view, end, len(words)) and end not in view.times:
            return len(words)
    return 0


def _is_count(view: View, i: int, words_before: int) -> bool:
    """A figure, a measure, or after words that are no preposition ("at least", not "over") a number in words."""
    if is_number(view, i) or "measures" in view.classes[i]:
        return True
    is_in_words = not _IN_WORDS.isdisjoint(view.classes[i])
    return is_in_words and (words_before > 1 or "prepositions" not in view.classes[i - 1])


def ends_korean_name(view: View, start: int, end: int) -> bool:
    """Whether the last two or three words of the tokens `start` to `end` are a Korean name."""
    return any(end - length >= start and is_korean_name(view.words[end - length : end]) for length in (3, 2))


def begins_korean_name(view: View, i: int) -> bool:
    """Whether a Korean name of two or three words begins at the token ("An", "In" and "No" are family names too)."""
    classes = view.classes[i]
    if not view.caps[i] or "korean_surnames" not in classes:
        return False
    may_begin = (
        i > 0
        or is_korean_name(view.words[i : i + 3])
        or ("prepositions" not in classes and "determiners" not in classes)
    )
    return may_begin and (
        ends_korean_name(view, i, min(i + 3, view.size)) or ends_korean_name(view, i, min(i + 2, view.size))
    )


def is_determiner(view: View, first: int, i: int) -> bool:
    """Whether the token is the article, demonstrative or possessive of a phrase that began at `first`.

    "An" may begin a Korean name, and a capitalized one inside a phrase is part of a name.
    """
    classes = view.classes[i]
    if "determiners" not in classes and "possessives" not in classes:
        return False
    if not view.caps[i]:
        return True
    if i > first:
        return False
    return not (
        (i > 0 or is_korean_name(view.words[i : i + 3]))
        and "korean_surnames" in classes
        and ends_korean_name(view, i, min(i + 3, view.size))
    )

"""How far a noun phrase reaches: which words belong to it and which end it."""

from kcgraph.extract.chunker.tokens import (
    compound_preposition,
    ends_korean_name,
    is_adverb,
    is_modal,
    is_number,
    is_plain_noun,
    is_time_of_owned,
    opens_object,
)
from kcgraph.extract.chunker.view import View

_BREAKS = frozenset({"closing", "conjunctions", "relatives"})
_BREAKING_MARKS = frozenset({"'s", "--", "..."})
_ENDS = frozenset({"prepositions", "subordinators", "auxiliaries", "pronouns"})
_AFTER_TIME = frozenset({"prepositions", "conjunctions"})
_VERB_COMPLEMENTS = frozenset({"verb_complements", "determiners"})


def width(view: View, start: int, i: int, is_determined: bool) -> int:
    """How many tokens at `i` belong to the noun phrase whose words begin at `start`; 0 ends it."""
    if i in view.times:
        return _time_width(view, i, is_determined) if i == start else 0
    if view.lower[i] == "and" and i > start and _is_joined_modifier(view, i):
        return 1
    if view.lower[i] == "," and i > start and "after_company" in view.classes[i + 1]:
        return 2  # `Steppe Trading Co., Ltd.`
    if not _BREAKS.isdisjoint(view.classes[i]) or view.lower[i] in _BREAKING_MARKS:
        return 0
    if view.caps[i]:
        return _name_width(view, start, i)
    if "name_particles" in view.classes[i] and i > start and view.caps[i - 1] and view.caps[i + 1]:
        return 1
    if "halves" in view.classes[i]:
        known = view.known(i)
        return known[0] - i if known is not None else 1
    return int(_continues(view, start, i, is_determined))


def _time_width(view: View, i: int, is_determined: bool) -> int:
    """A time that begins the words of a phrase: `its June visit`, `the 2018 declaration`, `Friday's talks`."""
    time = view.times[i]
    is_before_word = is_determined and view.lower[time.last][0].isalpha()
    is_year = is_before_word and time.date is not None and time.date.edtf == view.lower[i]
    is_modifier = (
        is_before_word and _AFTER_TIME.isdisjoint(view.classes[time.last]) and not breaks_as_verb(view, i, time.last)
    )
    return time.last - i if is_year or is_modifier or is_time_of_owned(view, i) else 0


def _is_joined_modifier(view: View, i: int) -> bool:
    return view.lexicon.is_("joined_words", " ".join(view.lower[i - 1 : i + 2]))


def _name_width(view: View, start: int, i: int) -> int:
    """Tokens of a capitalized word: a known name is taken whole, a title after a plain noun begins a new phrase."""
    known = view.known(i)
    if known is not None:
        return known[0] - i
    classes = view.classes[i]
    if "offices" in classes and i > start and view.smalls[i - 1] and is_plain_noun(view, i - 1):
        return 0
    return 0 if i == 0 and "prepositions" in classes else 1


def _continues(view: View, start: int, i: int, is_determined: bool) -> bool:
    """Whether a word in small letters belongs to the phrase."""
    is_first, word, classes = i == start, view.lower[i], view.classes[i]
    if word == "following" and is_first and is_determined:
        return True
    if "modals_like_nouns" in classes and (not is_first or is_determined) and not is_modal(view, i):
        return True
    if not _ENDS.isdisjoint(classes) or word == "that" or (not is_first and _opens_another(view, start, i)):
        return False
    if "particles" in classes and not is_first:
        return False
    if "postpositive" in classes and not is_first and "prepositions" in view.classes[i + 1]:
        return False
    if compound_preposition(view, i) is not None:
        return False
    if is_adverb(view, i):
        return (is_first and is_determined) or ("degree_adverbs" in classes and i + 1 < view.size)
    return not breaks_as_verb(view, start, i, is_determined)


def _opens_another(view: View, start: int, i: int) -> bool:
    """Whether the phrase has ended before the token: with a person's name, or because a determiner follows."""
    if view.caps[i - 1] and ends_korean_name(view, start, i):
        return True
    classes = view.classes[i]
    if "cardinals" in classes and view.caps[i - 1]:
        return True
    return ("determiners" in classes or "possessives" in classes) and "inner_determiners" not in classes


def breaks_as_verb(view: View, start: int, i: int, is_determined: bool = False) -> bool:
    """Whether a word after the first of a phrase is a verb that ends it, and no noun or adjective within it."""
    forms = view.forms[i]
    if i == start or view.caps[i] or not forms:
        return False
    classes = view.classes[i]
    if "adjectives_like_verbs" in classes and not view.caps[i - 1]:
        return "past" in forms and "acting_heads" in view.classes[i - 1] and not view.lower[i - 1].endswith("s")
    is_noun = "nouns_like_verbs" in classes
    is_bare = all(is_adverb(view, k) or is_number(view, k) for k in range(start, i))
    if "past" in forms or "participle" in forms:
        return not (is_bare and is_determined) and not ("base" in forms and is_noun)
    if "ing" in forms:
        is_noun = is_noun or _goes_on(view, i) or _names_gathering(view, i)
        return not is_noun and not (is_bare and is_determined)
    if is_bare or ("s" in forms and _only_counts(view, start, i)):
        return False
    if "s" in forms:
        return not is_noun or _is_verb_in_s(view, start, i, is_determined)
    return not is_noun and _is_verb_of_plural(view, i)


def _only_counts(view: View, start: int, i: int) -> bool:
    """`more remains`, `three matches`, `various forms`: before a noun in the plural."""
    return all("counting_words" in view.classes[k] or is_number(view, k) for k in range(start, i))


def _goes_on(view: View, i: int) -> bool:
    """Whether a word in -ing is what begins or ends: `rice harvesting began`, `tree planting is going on`."""
    following = view.forms[i + 1] if i + 1 < view.size else {}
    past = following.get("past")
    return past is not None and view.lexicon.is_("going_on", past.lemma)


def _names_gathering(view: View, i: int) -> bool:
    """`a book releasing ceremony`, `a cooking contest`, `an acidity measuring instrument`: before the noun for it."""
    following = view.classes[i + 1]
    if view.lexicon.is_("tools", view.lower[i + 1]):
        return True
    is_gathering = "event_heads" in following or "conference_heads" in following
    return is_gathering and not view.lower[i + 1].endswith("s")


def _is_verb_in_s(view: View, start: int, i: int, is_determined: bool) -> bool:
    """Whether a word that is mostly a plural noun is a verb here: `the army shells the town`, `Seoul claims that`."""
    has_subject = is_determined and i - start == 1 and _is_singular_subject(view, i - 1)
    if has_subject and not _VERB_COMPLEMENTS.isdisjoint(view.classes[i + 1]):
        return True
    return _is_verb_of_name(view, i)


def _is_singular_subject(view: View, i: int) -> bool:
    return "articles" in view.classes[i - 1] and not view.words[i].endswith("s")


def _is_verb_of_name(view: View, i: int) -> bool:
    return (
        view.words[i - 1][0].isupper() and opens_object(view, i + 1) and "organization_heads" not in view.classes[i - 1]
    )


def _is_verb_of_plural(view: View, i: int) -> bool:
    """`the two sides exchange views`: a base form between a noun in the plural and an object."""
    subject = view.lower[i - 1]
    return subject.endswith("s") and not subject.endswith(("ss", "'s")) and opens_object(view, i + 1)

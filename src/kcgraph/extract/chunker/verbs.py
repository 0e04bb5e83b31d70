"""Verb groups: infinitives, auxiliaries with their main verb, and words that are verbs by form and place."""

from dataclasses import dataclass

from kcgraph.extract.chunker.tokens import after_adverbs, is_adverb, opens_object
from kcgraph.extract.chunker.view import View
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.lexicon import VerbForm

_BEFORE_ING = frozenset({Kind.PREPOSITION, Kind.SUBORDINATOR, Kind.COMMA, Kind.ADVERB})
_AFTER_FRONTED = frozenset(
    {"closing", "prepositions", "determiners", "possessives", "conjunctions", "subordinators", "relatives", "pronouns"}
)
_FUNCTION_CLASSES = frozenset({"prepositions", "subordinators", "participial_auxiliaries"})
_SINGULAR_SUBJECTS = frozenset({Kind.PERSON, Kind.COUNTRY, Kind.UNKNOWN, Kind.PRONOUN})
_BEFORE_S_FORM = frozenset({Kind.RELATIVE, Kind.CONJUNCTION, Kind.TIME, Kind.COMMA, Kind.ADVERB})


@dataclass(slots=True)
class _Auxiliaries:
    """The auxiliaries of a verb group as they are read; `end` is the token after the last one."""

    end: int
    has_be: bool = False
    has_have: bool = False
    modal: str = ""
    is_negated: bool = False
    main: VerbForm | None = None


def verb_group(view: View, i: int, previous: Chunk | None) -> Chunk | None:
    """The verb group at a token, None when none begins there."""
    word, classes = view.lower[i], view.classes[i]
    if view.caps[i] and i > 0 and word != "i":
        return None
    if word == "to":
        return infinitive(view, i)
    if "auxiliaries" in classes:
        return None if _is_noun_like_modal(view, i) else _with_auxiliaries(view, i, previous)
    if not view.forms[i] or i in view.times or _is_joined_to_name(view, i):
        return None
    if "adjectives_like_verbs" in classes and view.lower[i + 1] != "by" and not _may_be_predicate(previous):
        gerund = _gerund_before_article(view, i, previous)
        return None if gerund is None else Chunk(Kind.VERB, i, i + 1, gerund.lemma, form=gerund.form)
    chosen = _bare_form(view, i, previous)
    return None if chosen is None else Chunk(Kind.VERB, i, i + 1, chosen.lemma, form=chosen.form)


def _is_joined_to_name(view: View, i: int) -> bool:
    """`U.S.-led`, `south Korea-sponsored`: a participle that a hyphen joins to a name, whose full stop parted them."""
    return i > 1 and view.lower[i - 1] == "-" and view.words[i - 2].endswith(".") and view.caps[i - 2]


def _gerund_before_article(view: View, i: int, previous: Chunk | None) -> VerbForm | None:
    """`after visiting the palace`: a word in -ing that is mostly an adjective, between a preposition and an article."""
    is_after = previous is not None and previous.kind == Kind.PREPOSITION
    is_before = i + 1 < view.size and "articles" in view.classes[i + 1]
    return view.forms[i].get("ing") if is_after and is_before else None


def _is_noun_like_modal(view: View, i: int) -> bool:
    """`the dignity and might of the country`, `their will to win`."""
    return "modals_like_nouns" in view.classes[i] and view.lower[i + 1] == "of"


def infinitive(view: View, i: int) -> Chunk | None:
    """`to visit`, `to be held`, `to warmly welcome`: the infinitive whose "to" is the token `i`."""
    j = after_adverbs(view, i + 1)
    if not view.smalls[j]:
        return None
    if view.lower[j] == "be":
        k = after_adverbs(view, j + 1)
        passive = _participle(view, k)
        if passive is not None:
            return Chunk(Kind.VERB, i, k + 1, passive.lemma, form="infinitive", is_passive=True)
        return Chunk(Kind.VERB, i, j + 1, "be", form="infinitive")
    if view.lower[j] == "have":
        return Chunk(Kind.VERB, i, j + 1, "have", form="infinitive")
    base = view.forms[j].get("base") or _unknown_base(view, j)
    return None if base is None else Chunk(Kind.VERB, i, j + 1, base.lemma, form="infinitive")


def _unknown_base(view: View, i: int) -> VerbForm | None:
    """`to rehabilitate the areas`: after "to" a word of no class that governs something is an unknown verb."""
    if view.forms[i] or view.classes[i] or i in view.times or not view.lower[i].isalpha():
        return None
    follows = view.classes[i + 1]
    is_governing = "possessives" in follows or "object_pronouns" in follows or "articles" in follows
    return VerbForm(view.lower[i], "base") if is_governing else None


def _participle(view: View, i: int) -> VerbForm | None:
    forms = view.forms[i]
    return forms.get("participle") or forms.get("past")


# ---- groups with auxiliaries


def _with_auxiliaries(view: View, i: int, previous: Chunk | None) -> Chunk:
    """`was warmly received`, `has been sent`, `will visit`, `did not attend`, `had` (a talk), `is` (chairman)."""
    read = _read_auxiliaries(view, i)
    main = read.main
    if main is not None and main.form == "ing" and previous is not None and previous.head == "there":
        main = None  # `there were dancing parties`
    group = Chunk(
        Kind.VERB,
        i,
        read.end + 1,
        form="finite",
        is_negated=read.is_negated,
        is_planned=view.lexicon.is_("planning", read.modal),
        is_conditional=view.lexicon.is_("conditional", read.modal),
    )
    if main is not None:
        group.head = main.lemma
        group.is_passive = read.has_be and main.form in ("participle", "past")
        group.form = "ing" if "participial_auxiliaries" in view.classes[i] else "finite"
        return group
    group.head = "be" if read.has_be else "have" if read.has_have else "do"
    group.last = _without_adverbs(view, i + 1, read.end)
    return group


def _read_auxiliaries(view: View, i: int) -> _Auxiliaries:
    read = _Auxiliaries(i)
    while read.end < view.size:
        classes = view.classes[read.end]
        if "negations" in classes:
            if view.lower[read.end] == "no":
                break
            read.is_negated = True
        elif "auxiliaries" in classes:
            _add_auxiliary(read, view.lower[read.end], classes)
        elif not is_adverb(view, read.end):
            read.main = _main_form(view, read)
            break
        read.end += 1
    return read


def _add_auxiliary(read: _Auxiliaries, word: str, classes: frozenset[str]) -> None:
    read.has_be = read.has_be or "forms_of_be" in classes
    read.has_have = read.has_have or "forms_of_have" in classes
    if not read.modal and ("future" in classes or "conditional" in classes):
        read.modal = word


def _without_adverbs(view: View, first: int, last: int) -> int:
    """The end of a group of auxiliaries alone: adverbs after it are not its own, "not" is."""
    while last > first and is_adverb(view, last - 1) and view.lower[last - 1] != "not":
        last -= 1
    return last


def _main_form(view: View, read: _Auxiliaries) -> VerbForm | None:
    """The form that the auxiliaries ask for, when the token after them has it."""
    i = read.end
    if not view.smalls[i] or i in view.times:
        return None
    forms = view.forms[i]
    if read.has_be:
        return _participle(view, i) or forms.get("ing")
    if read.has_have:
        return _participle(view, i)
    if "base" not in forms and read.modal and _may_be_unknown_verb(view, i):
        return VerbForm(view.lower[i], "base")
    return forms.get("base")


def _may_be_unknown_verb(view: View, i: int) -> bool:
    classes = view.classes[i]
    return view.lower[i].isalpha() and "determiners" not in classes and "possessives" not in classes


# ---- words without auxiliary


def _may_be_predicate(previous: Chunk | None) -> bool:
    return previous is not None and (previous.is_nominal or previous.kind == Kind.ADVERB)


def _bare_form(view: View, i: int, previous: Chunk | None) -> VerbForm | None:
    """Which verb form a word without auxiliary is, None when it is rather a noun or an adjective here."""
    forms = view.forms[i]
    is_noun = "nouns_like_verbs" in view.classes[i]
    if "ing" in forms:
        return None if is_noun and not _is_gerund(view, i, previous) else forms["ing"]
    if "past" in forms or "participle" in forms:
        is_adjective = (
            _is_adjective_after_preposition(view, i, previous)
            or _is_adjective_of_object(view, i, previous)
            or _is_adjective_at_front(view, i)
        )
        is_base_noun = "base" in forms and is_noun and not (previous is not None and previous.is_nominal)
        return None if is_adjective or is_base_noun else forms.get("past") or forms.get("participle")
    if previous is None:
        return None
    if "s" in forms:
        if (is_noun and not _is_verb_in_s(view, i, previous)) or _is_counted(view, i, previous):
            return None
        return forms["s"] if previous.is_nominal or previous.kind in _BEFORE_S_FORM else None
    return forms["base"] if _takes_base(view, previous, is_noun) else None


def _is_gerund(view: View, i: int, previous: Chunk | None) -> bool:
    """Whether a noun in -ing governs an object here: `after meeting him`, `began building a factory`."""
    if i + 1 >= view.size:
        return False
    is_after_verb = previous is not None and previous.kind == Kind.VERB
    if (
        previous is not None
        and previous.kind not in _BEFORE_ING
        and not (is_after_verb and view.lexicon.is_("starting", previous.head))
    ):
        return False
    follows = view.classes[i + 1]
    return (
        view.caps[i + 1]
        or ("articles" in follows and _FUNCTION_CLASSES.isdisjoint(view.classes[i]))
        or "object_pronouns" in follows
        or (is_after_verb and "closing" not in follows and "prepositions" not in follows)
    )


def _is_adjective_after_preposition(view: View, i: int, previous: Chunk | None) -> bool:
    return (
        previous is not None
        and previous.kind == Kind.PREPOSITION
        and "after_participles" not in view.classes[i + 1]
        and not view.lexicon.is_("before_participles", previous.head)
    )


def _is_adjective_at_front(view: View, i: int) -> bool:
    """`Discharged young soldiers volunteered`: a participle that opens the sentence right before its noun."""
    if i > 0 or not view.smalls[1] or 1 in view.times or is_adverb(view, 1):
        return False
    return view.classes[1].isdisjoint(_AFTER_FRONTED) and view.lower[1] != "that"


def _is_adjective_of_object(view: View, i: int, previous: Chunk | None) -> bool:
    """`to produce improved goods`: a participle between an infinitive and its object in the plural."""
    return (
        previous is not None
        and previous.kind == Kind.VERB
        and previous.form == "infinitive"
        and view.smalls[i + 1]
        and view.lower[i + 1].endswith("s")
        and not view.forms[i + 1]
    )


def _is_verb_in_s(view: View, i: int, previous: Chunk) -> bool:
    """Whether a word that is mostly a plural noun is a verb: it has a subject in the singular and an object."""
    has_subject = previous.kind in _SINGULAR_SUBJECTS or (
        previous.kind == Kind.NOUN and view.lexicon.is_("indefinite_articles", previous.determiner)
    )
    return has_subject and (opens_object(view, i + 1) or "verb_openers" in view.classes[i + 1])


def _is_counted(view: View, i: int, previous: Chunk) -> bool:
    """`More remains of martyrs`, `various forms`: after a word that only counts or tells which, a plural noun."""
    if previous.kind != Kind.NOUN or previous.last - previous.first > 1:
        return False
    return "counting_words" in view.classes[i - 1] or view.lower[i + 1] == "of"


def _takes_base(view: View, previous: Chunk, is_noun: bool) -> bool:
    if previous.kind == Kind.PRONOUN and view.lexicon.is_("base_form_subjects", previous.head):
        return True
    is_plural_subject = previous.is_nominal and previous.is_plural
    return not is_noun and (is_plural_subject or previous.kind == Kind.CONJUNCTION)

"""What a noun phrase stands for, by its last words: person, office, body, country, place or something else."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kcgraph.extract import gazetteer
from kcgraph.extract.chunker.naming import countries, name_known, name_office, name_person
from kcgraph.extract.chunker.tokens import is_common_opener, opens_sentence
from kcgraph.extract.chunker.view import View
from kcgraph.extract.chunks import Chunk, Kind
from kcgraph.extract.names import is_korean_name, is_personal_name, kind_of

# A name after a title has no more words than this.
_LONGEST_NAME = 6
_LONGEST_KOREAN = 3
_HEADS_OF_NAMES = frozenset({"organization_heads", "facility_heads", "conference_heads", "work_heads", "treaty_heads"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words `start` to `end` (half-open) of a noun phrase; `first` is where its owner or determiner begins."""

    first: int
    start: int
    end: int
    determiner: str
    possessor: Chunk | None
    stop_at_person: bool


def typed(view: View, phrase: Phrase) -> Chunk:
    """The noun phrase as a chunk, typed by its last words."""
    run = _capitalized_run(view, phrase.start, phrase.end)
    if run == phrase.end or _is_common_word(view, phrase):
        return _common(view, phrase)
    return _capitalized(view, phrase, run)


def _plain(view: View, phrase: Phrase) -> Chunk:
    return Chunk(
        Kind.NOUN,
        phrase.first,
        phrase.end,
        determiner=phrase.determiner,
        possessor=phrase.possessor,
        countries=countries(view, phrase.start, phrase.end),
        modifiers=view.lower[phrase.start : phrase.end - 1],
        name_first=phrase.start,
        name_last=phrase.end,
    )


def _capitalized_run(view: View, start: int, end: int) -> int:
    """Where the capitalized words that end the tokens `start` to `end` begin; `end` when the last is not one."""
    run = end
    while run > start and (view.caps[run - 1] or _is_within_name(view, start, run - 1, end)):
        run -= 1
    if run == start and end - run > 1 and opens_sentence(view, start) and is_common_opener(view, start):
        run += 1
    for k in range(start, run):
        known = view.known(k) if view.words[k][0].isupper() else None
        if known is not None and known[0] == end:
            return k
    return run


def _is_within_name(view: View, start: int, i: int, end: int) -> bool:
    """A figure after a capitalized word ("Hwasong 15"), a particle between two ("Kofi al Annan")."""
    if i <= start or not view.caps[i - 1]:
        return False
    return view.words[i][0].isdigit() or (i + 1 < end and "name_particles" in view.classes[i])


def _is_common_word(view: View, phrase: Phrase) -> bool:
    """A common word alone at the beginning of a sentence is no name though capitalized."""
    return (
        phrase.end - phrase.start == 1
        and opens_sentence(view, phrase.start)
        and view.lower[phrase.start] in view.lexicon.common
        and view.known(phrase.start) is None
    )


# ---- phrases that end with capitalized words


def _capitalized(view: View, phrase: Phrase, run: int) -> Chunk:
    """A phrase that ends with capitalized words: country, known name, titled or plain person, body, place."""
    name, entry = _after_nationality(view, run, phrase.end)
    if entry is not None:
        return name_known(view, _plain(view, phrase), run, entry)
    return (
        _titled_or_korean(view, phrase, name)
        or _office_or_half(view, phrase, run, name)
        or _named_by_words(view, phrase, run, name)
    )


def _after_nationality(view: View, run: int, end: int) -> tuple[int, gazetteer.Entry | None]:
    """Where the name proper begins after countries and demonyms, and what the reference data knows it to be."""
    known = view.known(run)
    if known is not None and known[0] == end:
        return run, known[1]
    name = run
    while known is not None and known[0] < end and _may_stand_before_name(view, known[0], end, known[1]):
        name = known[0]
        known = view.known(name)
        if known is not None and known[0] == end and known[1].kind != "demonym":
            return name, known[1]
    return name, None


def _may_stand_before_name(view: View, name: int, end: int, entry: gazetteer.Entry) -> bool:
    if entry.kind in ("demonym", "country"):
        is_given = view.lexicon.is_("given_names_of_people", view.lower[name - 1]) and end - name > 2
        return not (is_given and is_personal_name(view.words[name:end]))
    return entry.kind != "outlet" and is_personal_name(view.words[name:end])


def _titled_or_korean(view: View, phrase: Phrase, name: int) -> Chunk | None:
    """A person told by a title before the name, or by a Korean name."""
    end = phrase.end
    tail = _korean_tail(view, name, end)
    title = _last_title(view, name, end - 1)
    if title is not None and not (phrase.stop_at_person and _is_field(view, title)):
        after = tail if tail is not None and tail > title + 1 else title + 1
        is_title = end - after == 1 and "offices" in view.classes[after] and "office_openers" in view.classes[title]
        if not is_title and end - after <= _LONGEST_NAME and _can_be_name(view, view.words[after:end]):
            return name_person(view, _plain(view, phrase), after, end)
    if tail is None or tail == name:
        return None
    if phrase.stop_at_person:
        return _cut(view, phrase, tail)
    return name_person(view, _plain(view, phrase), tail, end)


def _is_field(view: View, i: int) -> bool:
    """Whether a word of titles tells the field of an office: `Minister of Foreign Affairs X`, `of Defence Y`."""
    return "offices" not in view.classes[i] and view.lower[i] in view.lexicon.common


def _cut(view: View, phrase: Phrase, end: int) -> Chunk:
    """The phrase without the name that begins at the token `end`."""
    return typed(view, replace(phrase, end=end, stop_at_person=False))


def _last_title(view: View, start: int, end: int) -> int | None:
    """The last title or office among the tokens `start` to `end` (half-open)."""
    for k in range(end - 1, start - 1, -1):
        classes = view.classes[k]
        if "titles" in classes or ("offices" in classes and "weak_offices" not in classes):
            return k
    return None


def _korean_tail(view: View, start: int, end: int) -> int | None:
    """Where a Korean name of two or three words that ends the run begins."""
    for length in (3, 2):
        tail = end - length
        if tail < start or not is_korean_name(view.words[tail:end]):
            continue
        if length == 2 and tail > start and "korean_surnames" in view.classes[tail - 1]:
            continue
        return tail
    return None


def _can_be_name(view: View, words: Sequence[str]) -> bool:
    """Whether the words after a title can be the bearer's name."""
    known = view.lexicon
    last = known.classes_of(words[-1].lower())
    if len(words) > _LONGEST_KOREAN and any(is_korean_name(words[:length]) for length in (3, 2)):
        return False
    if not all(_has_letters_of_name(word) for word in words) or not _HEADS_OF_NAMES.isdisjoint(last):
        return False
    if "region_heads" in last and len(words) > 1 and not is_korean_name(words):
        return False
    if known.is_("name_adjectives", words[0].lower()) and not is_personal_name(words):
        return False
    if len(words) == 1:
        return "offices" not in last and (words[0].lower() not in known.common or "korean_surnames" in last)
    return is_personal_name(words) or not all(word.lower() in known.common for word in words)


def _has_letters_of_name(word: str) -> bool:
    """Letters without figures, and no abbreviation."""
    return (
        word[0].isalpha()
        and (not word.isupper() or len(word) < 4)
        and not any(character.isdigit() for character in word)
    )


def _office_or_half(view: View, phrase: Phrase, run: int, name: int) -> Chunk | None:
    """`Foreign Minister`, and `the North` for a state."""
    last = phrase.end - 1
    if last == name and phrase.determiner == "the" and (half := _half(view, phrase)) is not None:
        return half
    if "offices" in view.classes[last] and _stands_for_holder(view, phrase, run, name):
        return name_office(view, _plain(view, phrase), phrase.start, phrase.end)
    return None


def _half(view: View, phrase: Phrase) -> Chunk | None:
    """`the North`, `the south`: one of the two Koreas, unless it is the north of something."""
    last = phrase.end - 1
    if last != phrase.start or "halves" not in view.classes[last]:
        return None
    if view.smalls[last] and not _stands_for_state(view, phrase):
        return None
    found = _plain(view, phrase)
    found.kind, found.key, found.name = Kind.COUNTRY, f"{view.lower[last]}-korea", view.words[last]
    found.countries, found.head = (found.key,), view.lower[last]
    return found


def _stands_for_state(view: View, phrase: Phrase) -> bool:
    """Whether `the north` in small letters is a state: it is no part of one, and nobody is in it or goes to it."""
    end = phrase.end
    is_of_korea = view.lower[end + 1] == "korea" or view.lower[end + 1 : end + 3] == ("the", "country")
    if view.lower[end] == "-" or (view.lower[end] == "of" and not is_of_korea):
        return False
    before = phrase.first
    if view.lower[before - 3 : before] in (("the", "north", "and"), ("the", "south", "and")):
        before -= 3
    return before == 0 or view.lower[before - 1] not in ("to", "in")


def _stands_for_holder(view: View, phrase: Phrase, run: int, name: int) -> bool:
    """Whether a capitalized office is one, and not a single word that may be a name."""
    is_qualified = phrase.end - name > 1 or name > run or phrase.determiner or phrase.possessor
    if not is_qualified and view.lower[phrase.end] not in ("of", "to"):
        return False
    return not is_korean_name(view.words[name : phrase.end])


def _named_by_words(view: View, phrase: Phrase, run: int, name: int) -> Chunk:
    """A name that no title and no reference data tells: by its own words and the word before it."""
    start, end = phrase.start, phrase.end
    before = view.classes[run - 1] if run > start else frozenset[str]()
    if "name_givers" in before:
        return _given_name(view, phrase, run)
    kind, is_site = (Kind.NOUN, False) if _is_title_of_work(view, name, end) else kind_of(view.words[name:end])
    if kind in (Kind.PERSON, Kind.UNKNOWN) and name == run and run > start:
        if "offices" in before or "titles" in before:
            return name_person(view, _plain(view, phrase), name, end)
        if view.words[run - 1][0].islower():
            return _cut(view, phrase, run)
    if phrase.stop_at_person:
        split = _person_begins(view, kind, run, name, end)
        if split is not None:
            return _cut(view, phrase, split)
    if kind == Kind.PERSON:
        return name_person(view, _plain(view, phrase), name, end)
    found = _plain(view, phrase)
    found.kind, found.is_site, found.head = kind, is_site, view.lower[end - 1]
    found.name = view.text(start, end)
    return found


def _is_title_of_work(view: View, name: int, end: int) -> bool:
    """`Revolutionaries Should Become Backbone of Songun Revolution`: capitals with a verb among them name a work."""
    return end - name > 3 and any("auxiliaries" in view.classes[k] for k in range(name, end))


def _given_name(view: View, phrase: Phrase, run: int) -> Chunk:
    """`the newspaper X`: a body told by the noun before its name."""
    found = _plain(view, phrase)
    found.kind, found.head, found.name_first = Kind.GROUP, view.lower[run - 1], run
    found.name = view.text(run, phrase.end)
    return found


def _person_begins(view: View, kind: Kind, run: int, name: int, end: int) -> int | None:
    """Where a person's name begins that is no part of a complement: `State Hillary Clinton` after "Secretary of"."""
    if kind not in (Kind.PERSON, Kind.NOUN):
        return None
    split = name
    while split < end and view.lower[split] in view.lexicon.common and "korean_surnames" not in view.classes[split]:
        split += 1
    if name < split < end - 1 and is_personal_name(view.words[split:end]):
        return split
    return name if kind == Kind.PERSON and name > run else None


# ---- phrases that end with a lower-case noun


def _common(view: View, phrase: Phrase) -> Chunk:
    start, end = phrase.start, phrase.end
    if phrase.determiner == "the" and end > start and (half := _half(view, phrase)) is not None:
        return half
    found = _plain(view, phrase)
    found.head = view.lower[end - 1].rstrip("'") if end > start else ""
    found.name = view.text(start, end)
    found.is_plural = found.head.endswith("s") and not found.head.endswith("ss")
    heads = view.lexicon.classes_of(found.head)
    if "offices" in heads or found.head in view.lexicon.office_plurals:
        return name_office(view, found, start, end)
    if "d'affaires" in view.lower[start:end]:
        office = name_office(view, found, start, end)
        office.head = office.offices[0].head = "d'affaires"
        return office
    has_name = bool(found.countries) or any(view.caps[max(start, 1) : end])
    if has_name and "region_heads" in heads and "state_heads" not in heads:
        found.kind = Kind.PLACE
    elif has_name and "facility_heads" in heads and "organization_heads" not in heads:
        found.kind, found.is_site = Kind.PLACE, True
    elif "group_nouns" in heads and not ("social_groups" in heads and _is_festive(view, found)):
        found.kind = Kind.GROUP
    return found


def _is_festive(view: View, found: Chunk) -> bool:
    """Whether a "party" or "service" is an event."""
    return not view.lexicon.words["festive"].isdisjoint(found.modifiers)

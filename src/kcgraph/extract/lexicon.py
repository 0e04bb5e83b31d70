"""Word classes and verb forms, read once from `seeds/lexicon`."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from kcgraph.resources import folder

_NO_CLASSES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One reading of an inflected form: its lemma and which form it is (`base`, `s`, `past`, `participle`, `ing`)."""

    lemma: str
    form: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words.

    `words` gives the members of a word class (`words["offices"]`), `classes` the classes of a word; `verbs` all the
    readings of an inflected form and `forms` the same by form; `links` the heads of bodies whose names go on with a
    preposition; `common` the common words of English.
    """

    words: dict[str, frozenset[str]]
    classes: dict[str, frozenset[str]]
    links: dict[str, frozenset[str]]
    compound_prepositions: dict[str, list[tuple[tuple[str, ...], str]]]
    quantifiers: dict[str, list[tuple[str, ...]]]
    office_plurals: dict[str, str]
    epithets: dict[str, str]
    verbs: dict[str, tuple[VerbForm, ...]]
    forms: dict[str, dict[str, VerbForm]]
    common: frozenset[str]

    def is_(self, kind: str, word: str) -> bool:
        """Whether the lower-case `word` stands in the class `kind`."""
        return word in self.words[kind]

    def classes_of(self, word: str) -> frozenset[str]:
        """The classes that the lower-case `word` stands in."""
        return self.classes.get(word, _NO_CLASSES)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((folder("seeds") / "lexicon" / name).read_text(encoding="utf-8"))


@cache
def lexicon() -> Lexicon:
    """The lexicon, verbs of the event patterns included."""
    data = _toml("words.toml")
    common = (folder("seeds") / "lexicon" / "common_words.txt").read_text(encoding="utf-8").splitlines()
    words = {name: frozenset(members) for name, members in data.items() if isinstance(members, list)}
    words["genitives"] = frozenset(word.lower() for word in _toml("abbreviations.toml")["genitives"])
    verbs = _verb_forms()
    return Lexicon(
        words=words,
        classes=_classes(words),
        links={link: frozenset(heads) for link, heads in data["links"].items()},
        compound_prepositions=_compound_prepositions(data["compound_prepositions"]),
        quantifiers=_by_first_word(data["quantifiers"]),
        office_plurals=data["office_plurals"],
        epithets=data["epithets"],
        verbs=verbs,
        forms={word: {reading.form: reading for reading in readings} for word, readings in verbs.items()},
        common=frozenset(line for line in common if not line.startswith("#")),
    )


def _classes(words: dict[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Word → the names of its classes."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, members in words.items():
        for word in members:
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _compound_prepositions(data: dict[str, list[str]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """First word → the phrases that begin with it and the preposition each stands for, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for preposition, phrases in data.items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found[words[0]].append((words, preposition))
    for pairs in found.values():
        pairs.sort(key=lambda pair: -len(pair[0]))
    return dict(found)


def _by_first_word(phrases: list[str]) -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases that begin with it, longest first."""
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in sorted(phrases, key=lambda phrase: -len(phrase)):
        found[phrase.split()[0]].append(tuple(phrase.split()))
    return dict(found)


@cache
def _verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    data = _toml("verbs.toml")
    irregular, doubling = data["irregular"], frozenset(data["doubling"]["verbs"])
    lemmas = set(data["verbs"]) | set(irregular) | doubling
    for path in sorted((folder("seeds") / "patterns").glob("*.toml")):
        rules = tomllib.loads(path.read_text(encoding="utf-8"))
        entries = [pattern.get("verbs", []) for pattern in rules.get("pattern", [])]
        for verbs in (*entries, *rules.get("saying", {}).values()):
            lemmas.update(verb.split()[0] for verb in verbs)
    forms: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for lemma in sorted(lemmas):
        third, past, participle, ing = irregular.get(lemma) or _regular(lemma, lemma in doubling)
        for word, form in ((lemma, "base"), (third, "s"), (past, "past"), (participle, "participle"), (ing, "ing")):
            forms[word].add((lemma, form))
    return {word: tuple(VerbForm(*pair) for pair in sorted(pairs)) for word, pairs in forms.items()}


def _regular(lemma: str, doubles: bool) -> tuple[str, str, str, str]:
    """Third person, past, participle and -ing form of a regular verb."""
    stem = lemma + lemma[-1] if doubles else lemma
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if lemma.endswith("ee"):
        return third, lemma + "d", lemma + "d", lemma + "ing"
    if lemma.endswith("e"):
        return third, lemma + "d", lemma + "d", lemma[:-1] + "ing"
    return third, stem + "ed", stem + "ed", stem + "ing"

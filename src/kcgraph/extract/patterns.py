"""The event patterns of `seeds/patterns`: which verb or noun, with what around it, reports which class of event."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder

_FIELDS = frozenset(
    {"id", "class", "verbs", "nouns", "objects", "object_kinds", "subjects", "subject_kinds"}
    | {"modifiers", "not_modifiers", "needs", "refuses", "roles", "support", "place", "status"}
    | {"actors", "treaty", "alone", "anaphor", "handover", "at_occasion", "synonyms", "each", "example"}
)

# A particle ("" for none) and the class of the verb with it.
VerbEntry = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to report an event.

    `verbs` are lemmas, each with the particle that must follow ("" for none); `nouns` are event nouns. `objects` and
    `subjects` are head nouns asked for, `object_kinds` and `subject_kinds` kinds of chunk; `modifiers` and
    `not_modifiers` words that must and must not stand before the noun. `needs` are conditions that must hold or slots
    that must be filled, `refuses` those that must not. `roles` maps a slot (`subject`, `object`, a preposition,
    `possessor`, `modifier`, `author` of a work) to a role; `support` maps a class of support verbs (`organise`,
    `attend`, ...) to the role of that verb's subject. `place` names slots that hold the place. `actors` tells which
    agents may take part: `people`, or `all` to let countries and capitals act as well. `alone` lets a noun stand for
    an event without any participant, place, time or support verb. `anaphor` lets "the ..." name an event told before.
    `handover` marks the passing on of what was sent before, `at_occasion` what is done at a gathering and has its
    date. `each` makes one event of each subject ("the papers A and B carried articles"). `synonyms` says that its
    nouns are names of one thing ("flood", "flood damage").
    """

    id: str
    event_class: str
    verbs: tuple[tuple[str, str], ...]
    nouns: frozenset[str]
    objects: frozenset[str]
    object_kinds: frozenset[str]
    subjects: frozenset[str]
    subject_kinds: frozenset[str]
    modifiers: frozenset[str]
    not_modifiers: frozenset[str]
    needs: tuple[str, ...]
    refuses: frozenset[str]
    roles: Mapping[str, str]
    support: Mapping[str, str]
    place: tuple[str, ...]
    status: str
    actors: str
    treaty: bool
    alone: bool
    anaphor: bool
    handover: bool
    at_occasion: bool
    synonyms: bool
    each: bool

    @property
    def demands(self) -> int:
        """How much the pattern asks for."""
        return len(self.needs) + bool(self.modifiers) + bool(self.objects) + bool(self.subjects)


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns, by verb lemma and by noun; the classes of support and saying verbs; words of statements issued.

    `support` maps a lemma to its entries, those with a particle first, in the order they are tried; `statement_verbs`
    maps a verb, with its particle if any, to the medium of what is said.
    """

    by_verb: Mapping[str, tuple[Pattern, ...]]
    by_noun: Mapping[str, tuple[Pattern, ...]]
    support: Mapping[str, tuple[VerbEntry, ...]]
    statement_verbs: Mapping[str, str]
    issuing: frozenset[str]
    documents: frozenset[str]
    press: frozenset[str]
    within: frozenset[str]
    all: tuple[Pattern, ...]
    digest: str

    def of_noun(self, noun: str) -> tuple[Pattern, ...]:
        """The patterns of an event noun as printed, then those of its singular."""
        printed, one = self.by_noun.get(noun, ()), singular(noun)
        if one == noun:
            return printed
        return printed + tuple(row for row in self.by_noun.get(one, ()) if row not in printed)


def singular(noun: str) -> str:
    """The singular of a regular plural, for look-up only."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


@cache
def patterns() -> Patterns:
    """Read all pattern files. Raises KnowledgeError for a field that no pattern has."""
    files = [(path.name, path.read_bytes()) for path in sorted((folder("seeds") / "patterns").glob("*.toml"))]
    tables = [(name, tomllib.loads(content.decode())) for name, content in files]
    rows = tuple(_pattern(row, name) for name, data in tables for row in data.get("pattern", ()))
    issuing = [data.get("issuing", {}) for _, data in tables]
    return Patterns(
        by_verb=_index((lemma, row) for row in rows for lemma in dict.fromkeys(lemma for lemma, _ in row.verbs)),
        by_noun=_index((noun, row) for row in rows for noun in row.nouns),
        support=_by_lemma(_verb_classes(data.get("support", {}) for _, data in tables)),
        statement_verbs=_verb_classes(data.get("saying", {}) for _, data in tables),
        issuing=_union(issuing, "verbs"),
        documents=_union(issuing, "documents"),
        press=_union(issuing, "press"),
        within=_union(issuing, "within"),
        all=rows,
        digest=_digest(content for _, content in files),
    )


def _pattern(row: dict[str, Any], file: str) -> Pattern:
    unknown = set(row) - _FIELDS
    if unknown or "id" not in row or "class" not in row:
        raise KnowledgeError(
            f"seeds/patterns/{file}: pattern {row.get('id', '?')!r} has unknown fields {sorted(unknown)}"
            " or lacks id or class"
        )

    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    return Pattern(
        id=row["id"],
        event_class=row["class"],
        verbs=tuple(_lemma_and_particle(verb) for verb in row.get("verbs", ())),
        nouns=words("nouns"),
        objects=words("objects"),
        object_kinds=words("object_kinds"),
        subjects=words("subjects"),
        subject_kinds=words("subject_kinds"),
        modifiers=words("modifiers"),
        not_modifiers=words("not_modifiers"),
        needs=tuple(row.get("needs", ())),
        refuses=words("refuses"),
        roles=row.get("roles", {}),
        support=row.get("support", {}),
        place=tuple(row.get("place", ())),
        status=row.get("status", ""),
        actors=row.get("actors", "people"),
        treaty=row.get("treaty", False),
        alone=row.get("alone", False),
        anaphor=row.get("anaphor", True),
        handover=row.get("handover", False),
        at_occasion=row.get("at_occasion", False),
        synonyms=row.get("synonyms", False),
        each=row.get("each", False),
    )


def _lemma_and_particle(verb: str) -> tuple[str, str]:
    lemma, _, particle = verb.partition(" ")
    return lemma, particle


def _index(pairs: Iterable[tuple[str, Pattern]]) -> dict[str, tuple[Pattern, ...]]:
    """The pattern that asks for more is tried first; else the order of the files."""
    found: dict[str, list[Pattern]] = defaultdict(list)
    for word, pattern in pairs:
        found[word].append(pattern)
    return {word: tuple(sorted(rows, key=lambda pattern: -pattern.demands)) for word, rows in found.items()}


def _verb_classes(tables: Iterable[Mapping[str, Iterable[str]]]) -> dict[str, str]:
    """Each verb with its particle → its class; where several classes have it, the last."""
    return {verb: name for table in tables for name, verbs in table.items() for verb in verbs}


def _by_lemma(classes: Mapping[str, str]) -> dict[str, tuple[VerbEntry, ...]]:
    found: dict[str, list[VerbEntry]] = defaultdict(list)
    for verb, name in classes.items():
        lemma, particle = _lemma_and_particle(verb)
        found[lemma].append((particle, name))
    return {lemma: tuple(sorted(entries, key=lambda entry: not entry[0])) for lemma, entries in found.items()}


def _union(tables: Iterable[Mapping[str, Iterable[str]]], key: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in table.get(key, ()))


def _digest(contents: Iterable[bytes]) -> str:
    """A hash of the pattern files and the lexicon."""
    digest = sha256()
    for content in contents:
        digest.update(content)
    for path in sorted((folder("seeds") / "lexicon").glob("*")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]

"""The event patterns of `seeds/patterns`: which verb or noun, with what around it, reports which class of event."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder

_FIELDS = frozenset({
    "id", "class", "verbs", "nouns", "objects", "object_kinds", "subjects", "subject_kinds", "needs", "refuses", "roles", "support", "place", "status",
    "actors", "modifiers", "not_modifiers", "treaty", "alone", "example", "anaphor", "handover", "synonyms",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way to report an event.

    `roles` maps a slot (`subject`, `object`, a preposition, `possessor`, `modifier`) to a role; `support` maps a
    class of support verbs
    (`organise`, `attend`, ...) to the role of that verb's subject. `objects`, `subjects` are head nouns asked for,
    `object_kinds` and
    `subject_kinds` kinds of chunk. `needs` are slots that must be filled, `refuses` slots or modifiers that must not.
    `place` names slots that
    hold the place. `actors` tells which agents may take part: `people`, or `all` to let countries and capitals act as
    well. `alone` lets a noun stand
    for an event without any participant, place, time or support verb. `handover` marks the passing on of what was
    sent before. `synonyms` says that
    its nouns are names of one thing ("flood", "flood damage").
    """

    id: str
    event_class: str
    verbs: tuple[tuple[str, str], ...]
    nouns: frozenset[str]
    objects: frozenset[str]
    object_kinds: frozenset[str]
    subjects: frozenset[str]
    subject_kinds: frozenset[str]
    needs: tuple[str, ...]
    refuses: frozenset[str]
    roles: Mapping[str, str]
    support: Mapping[str, str]
    place: tuple[str, ...]
    status: str
    actors: str
    modifiers: frozenset[str]
    not_modifiers: frozenset[str]
    alone: bool
    treaty: bool
    anaphor: bool
    handover: bool
    synonyms: bool
    examples: tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns, by verb lemma and by noun; `support` maps a verb (with its particle) to its class."""

    by_verb: Mapping[str, tuple[Pattern, ...]]
    by_noun: Mapping[str, tuple[Pattern, ...]]
    support: Mapping[str, str]
    statement_verbs: Mapping[str, str]
    issuing: frozenset[str]
    documents: frozenset[str]
    press: frozenset[str]
    within: frozenset[str]
    all: tuple[Pattern, ...]
    digest: str


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
    by_verb: dict[str, list[Pattern]] = defaultdict(list)
    by_noun: dict[str, list[Pattern]] = defaultdict(list)
    support: dict[str, str] = {}
    speaking: dict[str, str] = {}
    issuing: set[str] = set()
    documents: set[str] = set()
    press: set[str] = set()
    within: set[str] = set()
    found: list[Pattern] = []
    digest = sha256()
    for path in sorted((folder("seeds") / "patterns").glob("*.toml")):
        content = path.read_bytes()
        digest.update(content)
        data = tomllib.loads(content.decode())
        issuing.update(data.get("issuing", {}).get("verbs", ()))
        documents.update(data.get("issuing", {}).get("documents", ()))
        within.update(data.get("issuing", {}).get("within", ()))
        press.update(data.get("issuing", {}).get("press", ()))
        for name, verbs in data.get("support", {}).items():
            support.update(dict.fromkeys(verbs, name))
        for medium, verbs in data.get("saying", {}).items():
            speaking.update(dict.fromkeys(verbs, medium))
        for row in data.get("pattern", []):
            pattern = _pattern(row, path.name)
            found.append(pattern)
            for lemma, _ in pattern.verbs:
                if pattern not in by_verb[lemma]:
                    by_verb[lemma].append(pattern)
            for noun in pattern.nouns:
                by_noun[noun].append(pattern)
    for path in sorted((folder("seeds") / "lexicon").glob("*")):
        digest.update(path.read_bytes())
    return Patterns(
        {verb: _ordered(rows) for verb, rows in by_verb.items()}, {noun: _ordered(rows) for noun, rows in by_noun.items()},
        support, speaking, frozenset(issuing), frozenset(documents), frozenset(press), frozenset(within), tuple(found), digest.hexdigest()[:16],
    )  # fmt: skip


def _ordered(rows: list[Pattern]) -> tuple[Pattern, ...]:
    """The pattern that asks for more is tried first; else the order of the files."""
    return tuple(
        sorted(
            rows,
            key=lambda pattern: (
                -(len(pattern.needs) + bool(pattern.modifiers) + bool(pattern.objects) + bool(pattern.subjects))
            ),
        )
    )


def _pattern(row: dict[str, Any], name: str) -> Pattern:
    unknown = set(row) - _FIELDS
    if unknown or "id" not in row or "class" not in row:
        raise KnowledgeError(
            f"seeds/patterns/{name}: pattern {row.get('id', '?')!r} has unknown fields {sorted(unknown)} or lacks id or class"
        )

    def words(key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    verbs = tuple(
        (verb.split(" ", 1)[0], verb.split(" ", 1)[1] if " " in verb else "") for verb in row.get("verbs", ())
    )
    return Pattern(
        row["id"], row["class"], verbs, words("nouns"), words("objects"), words("object_kinds"), words("subjects"), words("subject_kinds"),
        tuple(row.get("needs", ())), words("refuses"), row.get("roles", {}), row.get("support", {}), tuple(row.get("place", ())), row.get("status", ""),
        row.get("actors", "people"), words("modifiers"), words("not_modifiers"), row.get("alone", False), row.get("treaty", False), row.get("anaphor", True), row.get("handover", False), row.get("synonyms", False), tuple(row.get("example", ())),
    )  # fmt: skip

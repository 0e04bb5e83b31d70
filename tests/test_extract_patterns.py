"""The event patterns: every example of seeds/patterns gives the report that it promises, and the files are sound."""

import tomllib
from typing import Any

import pytest
from conftest import TellStory, Told

from kcgraph.extract.conditions import names as conditions
from kcgraph.extract.lexicon import lexicon
from kcgraph.model import EventReport
from kcgraph.model.dates import EventDate
from kcgraph.resources import folder
from kcgraph.vocab import KCG

FILES = sorted((folder("seeds") / "patterns").glob("*.toml"))
PATTERNS: list[dict[str, Any]] = [
    {**pattern, "file": path.name}
    for path in FILES
    for pattern in tomllib.loads(path.read_text(encoding="utf-8")).get("pattern", [])
]
EXAMPLES = [
    pytest.param(pattern, example, id=f"{pattern['id']}-{number}")
    for pattern in PATTERNS
    for number, example in enumerate(pattern.get("example", []), 1)
]
EXAMPLE_FIELDS = {"text", "roles", "place", "date", "status", "treaty", "occasion", "any"}
SLOTS = {
    "subject",
    "object",
    "object2",
    "possessor",
    "modifier",
    "owner",
    "author",
    "object.of",
    "object.possessor",
    "visited",
}
WORDS = tomllib.loads((folder("seeds") / "lexicon" / "words.toml").read_text(encoding="utf-8"))
PREPOSITIONS = set(WORDS["prepositions"]) | set(WORDS["compound_prepositions"])
KINDS = {"person", "office", "group", "country", "place", "pronoun", "noun", "unknown"}


def is_slot(name: str) -> bool:
    """Whether a name is a slot of a frame: a function, a preposition, or a preposition before the verb."""
    return name in SLOTS or name.removeprefix("left ") in PREPOSITIONS


def each_pattern() -> list[Any]:
    """Every pattern as a case of its own."""
    return [pytest.param(pattern, id=pattern["id"]) for pattern in PATTERNS]


# ---- examples


def differences(told: Told, report: EventReport, example: dict[str, Any]) -> list[str]:
    """What a report has otherwise than its example says."""
    found = []
    wanted = {role: set(names) for role, names in example.get("roles", {}).items()}
    if wanted and told.roles(report) != wanted:
        found.append(f"roles are {told.roles(report)}, not {wanted}")
    treaty = told.extraction.treaties[report.treaty].name if report.treaty is not None else None
    values = {
        "place": report.place,
        "date": report.date.edtf if report.date else None,
        "status": report.status,
        "treaty": treaty,
        "occasion": report.occasion,
    }
    found += [
        f"{key} is {value!r}, not {example[key]!r}"
        for key, value in values.items()
        if key in example and value != example[key]
    ]
    return found


@pytest.mark.parametrize(("pattern", "example"), EXAMPLES)
def test_example_is_reported(tell: TellStory, pattern: dict[str, Any], example: dict[str, Any]) -> None:
    told = tell(example["text"])
    reports = [
        report
        for report in told.reports(pattern["class"])
        if example.get("any", False) or report.pattern == pattern["id"]
    ]
    assert reports, f"no report of {pattern['class']} by {pattern['id']}: {told.summary()}"
    wrong = [differences(told, report, example) for report in reports]
    assert [] in wrong, f"{example['text']}\n{wrong}\n{told.summary()}"


def test_every_pattern_has_an_example() -> None:
    """A report marked Skip is never made, so a pattern of that status can show none."""
    lacking = [
        f"{row['file']}: {row['id']}" for row in PATTERNS if not row.get("example") and row.get("status") != "Skip"
    ]
    assert not lacking, "patterns without an example:\n" + "\n".join(lacking)


# ---- soundness of the files


def test_identifiers_are_unique() -> None:
    identifiers = [pattern["id"] for pattern in PATTERNS]
    assert sorted(set(identifiers)) == sorted(identifiers)


@pytest.mark.parametrize("pattern", each_pattern())
def test_terms_are_of_the_ontology(pattern: dict[str, Any]) -> None:
    roles = {role for table in ("roles", "support") for role in pattern.get(table, {}).values() if role}
    terms = {pattern["class"], *roles, *filter(None, [pattern.get("status", "")])} - {"Skip"}
    assert {term for term in terms if term not in KCG} == set()


@pytest.mark.parametrize("pattern", each_pattern())
def test_needs_and_refusals_are_conditions_or_slots(pattern: dict[str, Any]) -> None:
    asked = [*pattern.get("needs", ()), *pattern.get("refuses", ())]
    assert [name for name in asked if name not in conditions() and not is_slot(name)] == []


@pytest.mark.parametrize("pattern", each_pattern())
def test_slots_and_kinds_exist(pattern: dict[str, Any]) -> None:
    slots = [*pattern.get("roles", {}), *pattern.get("place", ())]
    assert [slot for slot in slots if not is_slot(slot)] == []
    kinds = {*pattern.get("object_kinds", ()), *pattern.get("subject_kinds", ())}
    assert kinds <= KINDS


@pytest.mark.parametrize("pattern", each_pattern())
def test_triggers_can_be_met(pattern: dict[str, Any]) -> None:
    """A verb must have forms in the lexicon; nouns and heads are compared in lower case."""
    assert [verb for verb in pattern.get("verbs", ()) if verb.split()[0] not in lexicon().verbs] == []
    keys = ("verbs", "nouns", "objects", "subjects", "modifiers", "not_modifiers")
    words = [word for key in keys for word in pattern.get(key, ())]
    assert [word for word in words if word != word.lower() or word != " ".join(word.split())] == []


@pytest.mark.parametrize("pattern", each_pattern())
def test_lists_have_no_doubles(pattern: dict[str, Any]) -> None:
    lists = {key: value for key, value in pattern.items() if isinstance(value, list) and key != "example"}
    doubles = {key: {word for word in value if value.count(word) > 1} for key, value in lists.items()}
    assert {key: words for key, words in doubles.items() if words} == {}


@pytest.mark.parametrize("pattern", each_pattern())
def test_examples_are_well_formed(pattern: dict[str, Any]) -> None:
    for example in pattern.get("example", ()):
        assert set(example) <= EXAMPLE_FIELDS
        assert example["text"].strip() == example["text"]
        assert {role for role in example.get("roles", {}) if role not in KCG} == set()
        named = [name for names in example.get("roles", {}).values() for name in names]
        assert [name for name in named if name not in example["text"]] == [], "a name that the text does not print"
        if "date" in example:
            EventDate(example["date"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_one_concept_or_support(path: Any) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(data) <= {"pattern", "saying", "issuing", "support"}
    assert data

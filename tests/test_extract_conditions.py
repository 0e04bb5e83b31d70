"""The conditions of patterns and the word lists of conditions and events: all that is asked for stands, and no more."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import kcgraph.extract
from kcgraph.errors import KnowledgeError
from kcgraph.extract.conditions import names
from kcgraph.extract.conditions.lexicon import words
from kcgraph.extract.conditions.registry import condition
from kcgraph.extract.patterns import patterns
from kcgraph.resources import folder

PACKAGE = Path(kcgraph.extract.__file__).parent


def lists(file: str) -> dict[str, Any]:
    """The content of a file of the lexicon."""
    return tomllib.loads((folder("seeds") / "lexicon" / file).read_text(encoding="utf-8"))


def code(package: str) -> str:
    """All modules of a package of the extraction."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((PACKAGE / package).glob("*.py")))


def test_every_condition_is_asked_by_a_pattern() -> None:
    asked = {name for pattern in patterns().all for name in (*pattern.needs, *pattern.refuses)}
    assert names() - asked == set()


def test_a_name_is_given_to_one_condition() -> None:
    with pytest.raises(KnowledgeError, match="two conditions are called 'time'"):
        condition("time")(lambda case: case.has_time)


@pytest.mark.parametrize("package", ["conditions", "events"])
def test_every_word_list_is_read(package: str) -> None:
    written = set(re.findall(r'"(\w+)"', code(package)))
    assert set(lists(f"{package}.toml")) - written == set()


@pytest.mark.parametrize("file", ["conditions.toml", "events.toml"])
def test_word_lists_are_sound(file: str) -> None:
    for name, listed in lists(file).items():
        for some in listed.values() if isinstance(listed, dict) else (listed,):
            assert sorted(set(some)) == sorted(some), f"{name} has a word twice"
            assert [word for word in some if word != word.lower()] == []


def test_a_list_that_is_not_there_is_named() -> None:
    with pytest.raises(KnowledgeError, match="conditions"):
        words("no such list")

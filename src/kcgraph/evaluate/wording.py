"""When two wordings name the same person, body, place or treaty."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder

_DROPPED = re.compile(r"['`.]")
_OTHER_RUN = re.compile(r"[^a-z0-9]+")
_SHORTEST_INSIDE = 3
"""Letters that one word must have to be taken for a country inside a longer name: "us" is a pronoun too."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The data of `seeds/evaluation/wording.toml`; `inside` are the wordings of `countries` that count in a name."""

    classes: dict[str, str]
    countries: dict[str, str]
    inside: tuple[tuple[re.Pattern[str], str], ...]
    passed_over: frozenset[str]
    exchangeable_roles: frozenset[str]
    exchangeable_in: frozenset[str]


@cache
def wording() -> Wording:
    """Read the data file. Raises KnowledgeError when it is malformed."""
    path = folder("seeds") / "evaluation" / "wording.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        countries: dict[str, str] = data["countries"]
        return Wording(
            classes=data["classes"],
            countries=countries,
            inside=tuple(
                (re.compile(rf"\b{name}\b"), country)
                for name, country in countries.items()
                if " " in name or len(name) >= _SHORTEST_INSIDE
            ),
            passed_over=frozenset(data["passed_over"]["words"]),
            exchangeable_roles=frozenset(data["exchangeable"]["roles"]),
            exchangeable_in=frozenset(data["exchangeable"]["classes"]),
        )
    except (OSError, tomllib.TOMLDecodeError, KeyError) as error:
        raise KnowledgeError(f"{path} can't be used: {error}; mend it") from error


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Lower-case ASCII words with single blanks between them; accents, apostrophes and full stops dropped."""
    ascii_letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _OTHER_RUN.sub(" ", _DROPPED.sub("", ascii_letters)).strip()


@lru_cache(maxsize=65536)
def tokens(text: str) -> frozenset[str]:
    """The words of a name that tell, each country in one wording."""
    words = folded(text)
    words = wording().countries.get(words, words)
    for name, country in wording().inside:
        words = name.sub(country, words)
    return frozenset(words.split()) - wording().passed_over


def is_similar(one: str, other: str, least: float = 0.6) -> bool:
    """Whether two names share the part `least` of their words, counted both ways (Dice)."""
    first, second = tokens(one), tokens(other)
    return bool(first and second) and 2 * len(first & second) / (len(first) + len(second)) >= least


def is_same_person(name: str, labels: Iterable[str]) -> bool:
    """Whether one of the labels names the person: spaces aside, or with more given names between first and last."""
    return any(_is_name_of(name, label) for label in labels)


@lru_cache(maxsize=65536)
def _is_name_of(name: str, label: str) -> bool:
    one, other = folded(name).split(), folded(label).split()
    if "".join(one) == "".join(other):
        return True
    if len(one) < 2 or len(other) < 2 or (one[0], one[-1]) != (other[0], other[-1]):
        return False
    return set(one) <= set(other) or set(other) <= set(one)

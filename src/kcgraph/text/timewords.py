"""The words that tell times, as `seeds/lexicon/times.toml` lists them."""

import tomllib
from dataclasses import dataclass
from functools import cache

from kcgraph.resources import folder

Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The words of `times.toml`.

    `phrases` pairs phrases for a day with its distance from the day named last; `opening` are the first words of all
    phrases that tell a time without figures; `first` are all words (of letters alone) that may begin a time.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    days: dict[str, int]
    shift: dict[str, int]
    phrases: tuple[tuple[int, Phrases], ...]
    vague: Phrases
    opening: frozenset[str]
    ordinals: dict[str, int]
    parts_of_year: dict[str, int]
    classes: dict[str, frozenset[str]]
    first: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The words of time, read once."""
    data = tomllib.loads((folder("seeds") / "lexicon" / "times.toml").read_text(encoding="utf-8"))

    def phrases(key: str) -> Phrases:
        return tuple(sorted((tuple(phrase.split()) for phrase in data[key]), key=len, reverse=True))

    by_shift = ((0, phrases("same_day")), (-1, phrases("day_before")), (1, phrases("day_after")))
    vague = phrases("vague")
    first_words = {phrase[0] for _, some in by_shift for phrase in some} | {phrase[0] for phrase in vague}
    opening = frozenset(first_words | data["numbers"].keys() | data["shift"].keys())
    names = data["months"].keys() | data["weekdays"].keys() | data["days"].keys() | data["ordinals"].keys()
    return TimeWords(
        months=data["months"],
        weekdays=data["weekdays"],
        numbers=data["numbers"],
        days=data["days"],
        shift=data["shift"],
        phrases=by_shift,
        vague=vague,
        opening=opening,
        ordinals=data["ordinals"],
        parts_of_year=data["parts_of_year"],
        classes={name: frozenset(words) for name, words in data["classes"].items()},
        first=opening | names | set(data["classes"]["parts_of_month"]) | {"juche"},
    )


def is_of(word: str, name: str) -> bool:
    """Whether a word stands in a class of `times.toml`."""
    return word in time_words().classes[name]

"""Chinese characters: their classes of variants and their readings (`seeds/names/characters.csv`, from Unihan)."""

import csv
from dataclasses import dataclass, replace
from functools import cache

from kcgraph.errors import KnowledgeError
from kcgraph.names.written import table
from kcgraph.resources import folder


@dataclass(frozen=True, slots=True)
class Character:
    """A character: `variant` stands for all its forms; readings are Hangul, pinyin with tone number, jyutping."""

    variant: str
    korean: tuple[str, ...]
    mandarin: tuple[str, ...]
    cantonese: tuple[str, ...]


@cache
def characters() -> dict[str, Character]:
    """Every character by itself. A simplified form without a Korean reading has that of its other forms."""
    path = folder("seeds") / "names" / "characters.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [_row(cells) for cells in csv.reader(file)][1:]
    except (OSError, ValueError) as error:
        raise KnowledgeError(f"{path} can't be read ({error}): reinstall kcgraph") from error
    pairs = table("chinese").get("shinjitai")
    japanese = dict(pairs) if isinstance(pairs, dict) else {}
    korean: dict[str, dict[str, None]] = {}
    heads = {letter: entry.variant for letter, entry in rows}
    variants = {letter: heads.get(japanese.get(letter, ""), entry.variant) for letter, entry in rows}
    for letter, entry in rows:
        korean.setdefault(variants[letter], {}).update(dict.fromkeys(() if letter in japanese else entry.korean))
    return {
        letter: replace(entry, variant=variants[letter], korean=tuple(korean[variants[letter]]) or entry.korean)
        for letter, entry in rows
    }


def _row(cells: list[str]) -> tuple[str, Character]:
    letter, variant, korean, mandarin, cantonese = cells
    return letter, Character(variant, tuple(korean.split()), tuple(mandarin.split()), tuple(cantonese.split()))

"""Chinese characters: their classes of variants and their readings (`seeds/names/characters.csv`, from Unihan)."""

import csv
from dataclasses import dataclass
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
            rows = [(row[0], row[1], *(tuple(cell.split()) for cell in row[2:5])) for row in csv.reader(file)][1:]
    except (OSError, IndexError) as error:
        raise KnowledgeError(f"{path} can't be read ({error}): reinstall kcgraph") from error
    pairs = table("chinese").get("shinjitai")
    japanese = dict(pairs) if isinstance(pairs, dict) else {}
    korean: dict[str, dict[str, None]] = {}
    heads = {row[0]: row[1] for row in rows}
    for character, variant, readings, *_ in rows:
        head = heads.get(japanese.get(character, ""), variant)
        korean.setdefault(head, {}).update(dict.fromkeys(readings if character not in japanese else ()))
    found = {}
    for character, variant, readings, mandarin, cantonese in rows:
        old = japanese.get(character, "")
        head = heads.get(old, variant)
        found[character] = Character(head, tuple(korean[head]) or readings, mandarin, cantonese)
    return found

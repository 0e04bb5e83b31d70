"""Make seeds/names/characters.csv from the Unihan database.

    python bench/characters.py Unihan_Readings.txt Unihan_Variants.txt > seeds/names/characters.csv

Debian's package `unicode-data` has both files (Unicode 15.0). Columns: the character; the first character of its
class of variants (simplified and traditional forms and z-variants are one class); its Korean, Mandarin and Cantonese
readings. Korean is kHangul, or kKorean (Yale, turned into Hangul) where there is none.
"""

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import click

_INITIALS = tuple("k kk n t tt l m p pp s ss - c cc ch kh th ph h".split())  # noqa: SIM905 - a list to read
_VOWELS = tuple("a ay ya yay e ey ye yey o wa way oy yo wu we wey wi ywu u uy i".split())  # noqa: SIM905
_FINALS = tuple("- k - - n - - t l - - - - - - - m p - s - ng - - - - - -".split())  # noqa: SIM905
_AFTER_LABIAL = {"u": "wu"}  # Yale writes pu, mu for what it writes wu elsewhere


@click.command()
@click.argument("readings", type=click.Path(exists=True, path_type=Path))
@click.argument("variants", type=click.Path(exists=True, path_type=Path))
def make(readings: Path, variants: Path) -> None:
    """Write the table to standard output."""
    fields: dict[str, dict[str, str]] = defaultdict(dict)
    for character, field, value in _rows(readings):
        fields[character][field] = value
    heads = _classes(variants)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["character", "variant", "korean", "mandarin", "cantonese"])
    for character in sorted(fields):
        known = fields[character]
        if not ("\u4e00" <= character <= "\u9fff") or not known.keys() & {"kHangul", "kKorean", "kTGHZ2013"}:
            continue
        korean = _hangul(known.get("kHangul", "")) or _yale(known.get("kKorean", ""))
        writer.writerow(
            [
                character,
                heads.get(character, character),
                " ".join(korean),
                " ".join(_mandarin(known)),
                " ".join(dict.fromkeys(known.get("kCantonese", "").split())),
            ]
        )


def _rows(path: Path) -> Iterator[tuple[str, str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("U+"):
            code, field, value = line.split("\t")
            yield chr(int(code[2:], 16)), field, value


def _classes(path: Path) -> dict[str, str]:
    heads: dict[str, str] = {}

    def head(character: str) -> str:
        while heads.get(character, character) != character:
            character = heads[character]
        return character

    for character, field, value in _rows(path):
        if field in ("kSimplifiedVariant", "kTraditionalVariant", "kZVariant"):
            for code in re.findall(r"U\+([0-9A-F]+)", value):
                ends = sorted((head(character), head(chr(int(code, 16)))))
                heads[ends[1]] = ends[0]
    return {character: head(character) for character in heads}


def _hangul(value: str) -> list[str]:
    return sorted({reading.split(":")[0] for reading in value.split()})


def _yale(value: str) -> list[str]:
    found = []
    for reading in value.lower().split():
        parts = re.fullmatch(r"([^aeiouwy]*)([aeiouwy]+)([^aeiouwy]*)", reading)
        if parts is None:
            continue
        initial, vowel, final = (part or "-" for part in parts.groups())
        vowel = _AFTER_LABIAL.get(vowel, vowel) if initial in ("m", "p", "pp", "ph") else vowel
        if initial in _INITIALS and vowel in _VOWELS and final in _FINALS:
            index = (_INITIALS.index(initial) * 21 + _VOWELS.index(vowel)) * 28 + _FINALS.index(final)
            found.append(chr(0xAC00 + index))
    return sorted(set(found))


def _mandarin(known: dict[str, str]) -> list[str]:
    marked = known.get("kMandarin", "").split()
    marked += [reading for entry in known.get("kTGHZ2013", "").split() for reading in entry.split(":")[1].split(",")]
    return sorted({_numbered(reading) for reading in marked})


def _numbered(reading: str) -> str:
    tone, letters = "", ""
    for character in unicodedata.normalize("NFD", reading):
        if character in "\u0304\u0301\u030c\u0300":
            tone = str("\u0304\u0301\u030c\u0300".index(character) + 1)
        elif character == "\u0308":
            letters = letters[:-1] + "v"
        else:
            letters += character
    return letters + tone


if __name__ == "__main__":
    make()

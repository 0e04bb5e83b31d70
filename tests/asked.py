"""The store of invented articles that the saved questions are asked."""

import tomllib
from functools import cache
from pathlib import Path

from pyoxigraph import RdfFormat, Store

FOLDER = Path(__file__).parent / "queries"
FIXTURE = FOLDER / "fixture.trig"


@cache
def store() -> Store:
    """The fixture in memory; nobody writes to it."""
    filled = Store()
    filled.load(path=FIXTURE, format=RdfFormat.TRIG)
    return filled


def cases() -> list[tuple[str, str, dict[str, str]]]:
    """Query, case and parameters of each asked question."""
    table = tomllib.loads((FOLDER / "cases.toml").read_text(encoding="utf-8"))
    return [(query, case, given) for query, asked in table.items() for case, given in asked.items()]


def expected(query: str, case: str) -> str:
    """The answer on file."""
    name = f"{query}.{case}.expected.csv" if case else f"{query}.expected.csv"
    return (FOLDER / name).read_text(encoding="utf-8")

"""Lists of words in the small files of `seeds/lexicon`: each file belongs to the module that asks for it."""

import tomllib
from functools import cache
from typing import Any

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder


@cache
def tables(file: str) -> dict[str, Any]:
    """The whole content of `seeds/lexicon/{file}.toml`."""
    return tomllib.loads((folder("seeds") / "lexicon" / f"{file}.toml").read_text(encoding="utf-8"))


@cache
def words(file: str, name: str) -> frozenset[str]:
    """The list `name` of a file: `words("clauses", "blaming")` holds "praise".

    Raises KnowledgeError when the file lacks it.
    """
    listed = tables(file).get(name)
    if not isinstance(listed, list):
        raise KnowledgeError(f"seeds/lexicon/{file}.toml has no list {name!r}: restore it, the package reads it.")
    return frozenset(listed)

"""Where a pattern stands in `seeds/patterns`, and what it asks for."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kcgraph.errors import KnowledgeError
from kcgraph.resources import folder

_IDENTIFIER = re.compile(r"""id\s*=\s*["']([^"']+)["']\s*(?:#.*)?""")
_NOT_SHOWN = frozenset(("id", "example"))


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern: the file and line of its `id`, and its other fields as written there, the examples left out."""

    identifier: str
    file: str
    line: int
    fields: Mapping[str, Any]


def rule(identifier: str) -> Rule:
    """Find the pattern of that id. Raises KnowledgeError when no file has it."""
    for path in sorted((folder("seeds") / "patterns").glob("*.toml")):
        content = path.read_text(encoding="utf-8")
        for number, line in enumerate(content.splitlines(), 1):
            match = _IDENTIFIER.fullmatch(line.strip())
            if match is not None and match[1] == identifier:
                row = next(row for row in tomllib.loads(content)["pattern"] if row["id"] == identifier)
                fields = {name: value for name, value in row.items() if name not in _NOT_SHOWN}
                return Rule(identifier, f"seeds/patterns/{path.name}", number, fields)
    raise KnowledgeError(f"no file of seeds/patterns has the pattern {identifier!r}: restore it")

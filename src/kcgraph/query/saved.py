"""The saved questions of `queries/`: one `.rq` file each, named after the question.

The file opens with a head comment of `# key: value` lines (a line with three spaces after `#` goes on with the one
before):

    # title: Who met whom
    # description: Pairs of people that met.
    # parameter: person name[Agent] optional -- one of the two
    # parameter: most integer = 10 -- how many
    # row: one pair at one meeting
    # column: date -- the day
    # column: with list -- a column whose cells hold several values, joined in the query by U+001F

A parameter's type is `string`, `name`, `name[Class,...]`, `iri`, `date`, `integer` or `class[Class]`; it is `required`,
`optional` or has a default (`= value`). Each parameter has at least one slot in the query: a line
`VALUES ?given_NAME { UNDEF }`, which gets the term that is asked for, and goes when none is. The columns are the
variables of the SELECT, in its order. The one BASE line is the base IRI of the store's own IRIs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kcgraph.errors import CallError, KnowledgeError
from kcgraph.resources import folder

TYPES = ("string", "name", "iri", "date", "integer", "class")

_HEAD_LINE = re.compile(r"# (\w+): (.+)")
_HEAD_MORE = re.compile(r"#   (\S.*)")
_PARAMETER = re.compile(
    r"(?P<name>[a-z]+) (?P<type>[a-z]+)(?:\[(?P<classes>\w+(?:,\w+)*)\])?"
    r" (?:(?P<need>required|optional)|= (?P<default>\S.*?)) -- (?P<meaning>.+)"
)
_COLUMN = re.compile(r"(?P<name>[a-z_]+)(?P<list> list)? -- (?P<meaning>.+)")
_SLOT = re.compile(r"^[ ]*VALUES \?given_([a-z]+) \{ UNDEF \}$", re.MULTILINE)
_BASE = re.compile(r"^BASE <[^>]*>$", re.MULTILINE)
_FILE_NAME = re.compile(r"[a-z]+(-[a-z]+)*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a saved question; `classes` narrows the types `name` and `class` to classes of the ontology."""

    name: str
    type: str
    meaning: str
    classes: tuple[str, ...] = ()
    is_required: bool = False
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the answer; the cells of a list column hold several values."""

    name: str
    meaning: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A saved question with its head read; `sparql` is the whole file, which any SPARQL 1.1 engine reads as it is."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    row: str
    columns: tuple[Column, ...]
    sparql: str

    def parameter(self, name: str) -> Parameter:
        """The parameter `name`. Raises CallError when there is none."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        known = ", ".join(parameter.name for parameter in self.parameters) or "none"
        raise CallError(f"query {self.name} has no parameter {name!r}: its parameters are {known}")

    def bound(self, values: dict[str, str], base: str) -> str:
        """The query text with `values` (serialised terms by parameter name) in their slots.

        `base`, which has to be a valid IRI, becomes its base.
        """

        def fill(slot: re.Match[str]) -> str:
            given = values.get(slot[1])
            return slot[0].replace("UNDEF", given) if given is not None else ""

        return _SLOT.sub(fill, _BASE.sub(lambda _: f"BASE <{base}>", self.sparql, count=1))


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """All saved questions, by name. Raises KnowledgeError for a file with a malformed head."""
    paths = sorted(folder("queries").glob("*.rq"))
    return tuple(parse(path.stem, path.read_text(encoding="utf-8"), path) for path in paths)


def load(name: str) -> SavedQuery:
    """The saved question `name`. Raises CallError when there is none."""
    for query in saved_queries():
        if query.name == name:
            return query
    known = ", ".join(query.name for query in saved_queries())
    raise CallError(f"there is no query {name!r}: the queries are {known}")


def parse(name: str, text: str, origin: Path) -> SavedQuery:
    """Read the text of a `.rq` file; `origin` is named in messages.

    Raises KnowledgeError when its head or its slots are malformed.
    """
    if not _FILE_NAME.fullmatch(name):
        raise KnowledgeError(f"{origin}: a query is named in lower-case words joined by '-': rename the file")
    entries = list(_head(text, origin))
    query = SavedQuery(
        name=name,
        title=_single(entries, "title", origin),
        description=_single(entries, "description", origin),
        parameters=tuple(_parameter(value, line, origin) for line, key, value in entries if key == "parameter"),
        row=_single(entries, "row", origin),
        columns=tuple(_column(value, line, origin) for line, key, value in entries if key == "column"),
        sparql=text,
    )
    _check(query, origin)
    return query


def _head(text: str, origin: Path) -> Iterator[tuple[int, str, str]]:
    """Yield line number, key and value of each entry of the head comment, continuation lines joined."""
    entry: tuple[int, str, str] | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            break
        if entry and (more := _HEAD_MORE.fullmatch(line)):
            entry = (entry[0], entry[1], f"{entry[2]} {more[1]}")
            continue
        found = _HEAD_LINE.fullmatch(line)
        if found is None or found[1] not in ("title", "description", "parameter", "row", "column"):
            raise KnowledgeError(f"{origin}:{number}: {line!r} is not '# title|description|parameter|row|column: ...'")
        if entry:
            yield entry
        entry = (number, found[1], found[2])
    if entry:
        yield entry


def _single(entries: list[tuple[int, str, str]], wanted: str, origin: Path) -> str:
    values = [value for _, key, value in entries if key == wanted]
    if len(values) != 1:
        raise KnowledgeError(f"{origin}: the head comment has {len(values)} '# {wanted}:' lines and needs exactly one")
    return values[0]


def _parameter(text: str, line: int, origin: Path) -> Parameter:
    found = _PARAMETER.fullmatch(text)
    if found is None or found["type"] not in TYPES:
        form = "NAME TYPE required|optional|= DEFAULT -- MEANING"
        raise KnowledgeError(f"{origin}:{line}: {text!r} is not '{form}' with a type of {', '.join(TYPES)}")
    return Parameter(
        name=found["name"],
        type=found["type"],
        meaning=found["meaning"],
        classes=tuple(found["classes"].split(",")) if found["classes"] else (),
        is_required=found["need"] == "required",
        default=found["default"],
    )


def _column(text: str, line: int, origin: Path) -> Column:
    found = _COLUMN.fullmatch(text)
    if found is None:
        raise KnowledgeError(f"{origin}:{line}: {text!r} is not 'NAME [list] -- MEANING'")
    return Column(found["name"], found["meaning"], bool(found["list"]))


def _check(query: SavedQuery, origin: Path) -> None:
    slots, declared = set(_SLOT.findall(query.sparql)), {parameter.name for parameter in query.parameters}
    if slots != declared:
        raise KnowledgeError(
            f"{origin}: parameters {sorted(declared - slots)} have no line 'VALUES ?given_NAME {{ UNDEF }}' or slots "
            f"{sorted(slots - declared)} no '# parameter:' line: write the missing one"
        )
    if not query.columns:
        raise KnowledgeError(f"{origin}: no '# column:' line: describe each variable of the SELECT by one")
    if len(_BASE.findall(query.sparql)) != 1:
        raise KnowledgeError(f"{origin}: the query needs exactly one line 'BASE <...>'")

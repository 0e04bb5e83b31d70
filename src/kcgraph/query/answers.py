"""Asking a saved question of a store."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from kcgraph.errors import CallError, KnowledgeError, StoreError
from kcgraph.query.names import Names
from kcgraph.query.saved import Column, SavedQuery, load
from kcgraph.query.terms import serialised, term
from kcgraph.vocab import BASE

Cell = NamedNode | Literal | tuple[str, ...] | None
"""A term, the sorted values of a list column, or None where the row has nothing."""

_BETWEEN_ITEMS = "\x1f"


@dataclass(frozen=True, slots=True)
class Result:
    """The answer to a saved question: its columns and its rows, in the order that the question gives."""

    query: SavedQuery
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of each row."""
        return self.query.columns


def ask(store: Store, name: str, parameters: Mapping[str, str], base: str = BASE) -> Result:
    """Ask the saved question `name` with `parameters` as a person types them.

    `base` is the IRI that the store's own IRIs start with. Raises CallError for an unknown question, an unknown or
    missing parameter or a value of the wrong type, StoreError when the store can't be read.
    """
    query = load(name)
    return answer(store, query, sparql(query, parameters, Names(store, base), base))


def sparql(query: SavedQuery, parameters: Mapping[str, str], names: Names, base: str = BASE) -> str:
    """The SPARQL text of `query` with `parameters` bound as terms. Raises CallError as `ask` does."""
    for given in parameters:
        query.parameter(given)
    values: dict[str, str] = {}
    for parameter in query.parameters:
        text = parameters.get(parameter.name, parameter.default)
        if text is not None:
            values[parameter.name] = serialised(term(parameter, text, names))
        elif parameter.is_required:
            needed = f"{parameter.name} ({parameter.meaning})"
            raise CallError(f"query {query.name} needs the parameter {needed}: add -p {parameter.name}=...")
    try:
        return query.bound(values, NamedNode(base).value)
    except ValueError as error:
        raise CallError(f"base {base!r} is not an IRI ({error}): correct it") from error


def answer(store: Store, query: SavedQuery, text: str) -> Result:
    """The result of `text`, the bound SPARQL of `query`."""
    try:
        solutions = store.query(text)
    except SyntaxError as error:
        raise KnowledgeError(f"query {query.name} is not SPARQL: {error}") from error
    if not isinstance(solutions, QuerySolutions):
        raise KnowledgeError(f"query {query.name} is not a SELECT: a saved question returns rows")
    found = [variable.value for variable in solutions.variables]
    declared = [column.name for column in query.columns]
    if found != declared:
        raise KnowledgeError(f"query {query.name} selects {found} but declares {declared}: make them equal")
    try:
        return result(query, solutions)
    except OSError as error:
        raise StoreError(f"query {query.name} can't read the store: {error}") from error


def result(query: SavedQuery, solutions: Iterable[Iterable[object]]) -> Result:
    """The rows of `query` from solutions of any engine: terms in the order of the columns, None for unbound."""
    return Result(query, tuple(tuple(map(_cell, solution, query.columns)) for solution in solutions))


def _cell(value: object, column: Column) -> Cell:
    if isinstance(value, Literal) and column.is_list:
        return tuple(sorted({item for item in value.value.split(_BETWEEN_ITEMS) if item}))
    if value is None:
        return () if column.is_list else None
    if isinstance(value, Literal | NamedNode):
        return None if isinstance(value, Literal) and not value.value else value
    raise KnowledgeError(f"column {column.name} holds {value}, neither an IRI nor a literal")

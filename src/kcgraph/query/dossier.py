"""A dossier: what the store tells of one thing, laid out as `queries/dossiers.toml` says for its class."""

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from kcgraph.errors import KnowledgeError
from kcgraph.query.answers import Cell, Result, ask
from kcgraph.query.classes import below
from kcgraph.query.names import Names
from kcgraph.resources import folder
from kcgraph.vocab import BASE, KCG, PREFIXES


@dataclass(frozen=True, slots=True)
class Fact:
    """Something told of the thing itself: its spellings, its country, ..."""

    title: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The answer to one saved question about the thing."""

    title: str
    result: Result


@dataclass(frozen=True, slots=True)
class Dossier:
    """All sections that have rows, and the facts that the store has."""

    iri: str
    name: str
    classes: tuple[str, ...]
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class _Plan:
    title: str
    query: str
    parameter: str
    leave_out: tuple[str, ...]


def dossier(store: Store, thing: str, base: str = BASE) -> Dossier:
    """The dossier of what `thing` names: an IRI, a local name or any label.

    `base` is the IRI that the store's own IRIs start with. Raises CallError when nothing or more than one thing is
    meant.
    """
    names = Names(store, base)
    node = names.resolve(thing)
    classes = names.classes(node)
    sections = (_section(store, plan, node, base) for plan in _plans(classes))
    return Dossier(
        iri=node.value,
        name=names.name(node),
        classes=tuple(sorted(classes)),
        facts=tuple(_facts(store, node, names)),
        sections=tuple(section for section in sections if section.result.rows),
    )


def _section(store: Store, plan: _Plan, node: NamedNode, base: str) -> Section:
    result = ask(store, plan.query, {plan.parameter: node.value}, base)
    if plan.leave_out:
        names = [column.name for column in result.columns]
        if not {"class", "status"} <= set(names):
            lacking = f"query {plan.query} has no columns class and status for leave_out"
            raise KnowledgeError(f"queries/dossiers.toml: {lacking}")
        event_class, status = names.index("class"), names.index("status")
        rows = (row for row in result.rows if not _has_own_section(row[event_class], row[status], plan.leave_out))
        result = replace(result, rows=tuple(rows))
    return Section(plan.title, result)


def _has_own_section(event_class: Cell, status: Cell, left_out: tuple[str, ...]) -> bool:
    occurred = isinstance(status, tuple) and "Occurred" in status
    return occurred and isinstance(event_class, Literal) and event_class.value in left_out


def _facts(store: Store, node: NamedNode, names: Names) -> list[Fact]:
    facts = []
    for title, link in _fact_plans():
        objects = {quad.object for quad in store.quads_for_pattern(node, link, None, None)}
        values = {_fact_value(found, names) for found in objects if isinstance(found, NamedNode | Literal)}
        if values:
            facts.append(Fact(title, tuple(sorted(values))))
    return facts


def _fact_value(found: NamedNode | Literal, names: Names) -> str:
    if isinstance(found, Literal):
        return found.value
    if found.value.startswith(str(KCG)):
        return found.value.removeprefix(str(KCG))
    return names.name(found)


def _plans(classes: frozenset[str]) -> tuple[_Plan, ...]:
    for wanted, plans in _dossier_plans():
        if not wanted or wanted & classes:
            return plans
    raise KnowledgeError("queries/dossiers.toml has no [[dossier]] without classes, for all the rest: add it")


@cache
def _table() -> dict[str, Any]:
    path = folder("queries") / "dossiers.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"{path} can't be read: {error}") from error


@cache
def _dossier_plans() -> tuple[tuple[frozenset[str], tuple[_Plan, ...]], ...]:
    try:
        return tuple(
            (frozenset().union(*map(below, entry["classes"])), tuple(map(_plan, entry["sections"])))
            for entry in _table()["dossier"]
        )
    except KeyError as error:
        raise KnowledgeError(f"queries/dossiers.toml: a [[dossier]] lacks the key {error}") from error


def _plan(section: dict[str, Any]) -> _Plan:
    return _Plan(section["title"], section["query"], section["parameter"], tuple(section.get("leave_out", ())))


@cache
def _fact_plans() -> tuple[tuple[str, NamedNode], ...]:
    plans = []
    for fact in _table().get("fact", ()):
        prefix, _, local = fact["property"].partition(":")
        if prefix not in PREFIXES:
            known = ", ".join(PREFIXES)
            raise KnowledgeError(f"queries/dossiers.toml: {fact['property']!r} has no known prefix: use one of {known}")
        plans.append((fact["title"], NamedNode(PREFIXES[prefix] + local)))
    return tuple(plans)

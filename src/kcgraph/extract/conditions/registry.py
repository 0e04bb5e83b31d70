"""The conditions by name."""

from collections.abc import Callable

from kcgraph.errors import KnowledgeError
from kcgraph.extract.conditions.case import Case

Condition = Callable[[Case], bool]

_CONDITIONS: dict[str, Condition] = {}


def condition(name: str) -> Callable[[Condition], Condition]:
    """Enter the decorated function under the name that patterns call it by. Raises KnowledgeError for a name taken."""

    def enter(function: Condition) -> Condition:
        if name in _CONDITIONS:
            raise KnowledgeError(f"two conditions are called {name!r}: rename {function.__qualname__}")
        _CONDITIONS[name] = function
        return function

    return enter


def names() -> frozenset[str]:
    """The conditions that patterns may name."""
    return frozenset(_CONDITIONS)


def holds(name: str, case: Case) -> bool:
    """Whether a condition holds; a name that is no condition means a slot that must be filled."""
    found = _CONDITIONS.get(name)
    return found(case) if found is not None else bool(case.frame.slots.get(name))

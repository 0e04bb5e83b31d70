"""The named conditions that a pattern may ask for (`needs`) or refuse (`refuses`) beyond heads and kinds.

One module a subject; each condition is a function of a `Case`, entered in the registry under its name by `@condition`.
The words that conditions compare with stand in `seeds/lexicon/conditions.toml`.
"""

from kcgraph.extract.conditions import (  # noqa: F401  (to import a module is to enter its conditions)
    agreements,
    ceremonies,
    disasters,
    economy,
    force,
    goods,
    grammar,
    letters,
    meetings,
    offices,
    printed,
    society,
    times_places,
    unrest,
    weapons,
    works,
)
from kcgraph.extract.conditions.case import Case
from kcgraph.extract.conditions.registry import holds, names
from kcgraph.extract.conditions.support import support_class, support_of

__all__ = ["Case", "holds", "names", "support_class", "support_of"]

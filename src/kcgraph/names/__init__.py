"""Names of people: whether two spellings, in any usual script or system, are of one name."""

from kcgraph.names.comparing import compare, name_keys, script_of
from kcgraph.names.comparison import Comparison, Sameness

__all__ = ["Comparison", "Sameness", "compare", "name_keys", "script_of"]

"""What is computed across articles: `graph/canonical`, and the spellings that belong to `graph/reference`.

The article graphs are read by predicate, each in one pass, into plain tables, because joins over triples that are
repeated in every article graph multiply rows.
"""

from kcgraph.merge.canonical import canonical_quads, identified, mentioned
from kcgraph.merge.doubts import Doubt, Doubts, quote
from kcgraph.merge.identities import KINDS, Identities
from kcgraph.merge.people import RULE as SPELLING_RULE
from kcgraph.merge.people import Family, People
from kcgraph.merge.spellings import NAMES, Spellings
from kcgraph.merge.tables import Tables

__all__ = [
    "KINDS",
    "NAMES",
    "SPELLING_RULE",
    "Doubt",
    "Doubts",
    "Family",
    "Identities",
    "People",
    "Spellings",
    "Tables",
    "canonical_quads",
    "identified",
    "mentioned",
    "quote",
]

"""What is computed across articles: `graph/canonical`, and the spellings that belong to `graph/reference`.

The article graphs are read by predicate, each in one pass, into plain tables, because joins over triples that are
repeated in every article graph multiply rows.
"""

from kcgraph.merge.canonical import canonical_quads, mentioned
from kcgraph.merge.tables import Tables

__all__ = ["Tables", "canonical_quads", "mentioned"]

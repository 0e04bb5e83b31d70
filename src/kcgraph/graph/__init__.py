"""From what was read to quads: the graph of one article, of the reference data it mentions, and of the runs."""

from kcgraph.graph.article import article_quads
from kcgraph.graph.hashing import graph_hash
from kcgraph.graph.provenance import RunRecord, provenance_quads
from kcgraph.graph.reference import all_reference_quads, reference_quads

__all__ = ["RunRecord", "all_reference_quads", "article_quads", "graph_hash", "provenance_quads", "reference_quads"]

"""How good a store is, measured against what people read in the same articles."""

from kcgraph.evaluate.found import FoundArticle, FoundGraph
from kcgraph.evaluate.gold import GoldArticle, read_gold
from kcgraph.evaluate.measures import Scores, evaluate
from kcgraph.evaluate.tables import score_lines, score_record

__all__ = [
    "FoundArticle",
    "FoundGraph",
    "GoldArticle",
    "Scores",
    "evaluate",
    "read_gold",
    "score_lines",
    "score_record",
]

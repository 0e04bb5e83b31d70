"""The main job: read, extract, identify, write quads, validate, keep, and derive the store; apply what people judge."""

from kcgraph.pipeline.job import Monitor, Options, Summary, build
from kcgraph.pipeline.judging import Pair, Side, judge, judged, review, withdraw
from kcgraph.pipeline.pulling import take_graphs
from kcgraph.pipeline.tally import StoreTally, tally

__all__ = [
    "Monitor",
    "Options",
    "Pair",
    "Side",
    "StoreTally",
    "Summary",
    "build",
    "judge",
    "judged",
    "review",
    "take_graphs",
    "tally",
    "withdraw",
]

"""The main job: read, extract, identify, write as quads, validate, keep, and derive the store."""

from kcgraph.pipeline.job import Monitor, Options, Summary, build
from kcgraph.pipeline.tally import StoreTally, tally

__all__ = ["Monitor", "Options", "StoreTally", "Summary", "build", "tally"]

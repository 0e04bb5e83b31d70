"""From files to records, and from a record to an article whose layout is read."""

from kcgraph.sources.articles import read_article
from kcgraph.sources.files import MAXIMUM_CHARACTERS, read_input

__all__ = ["MAXIMUM_CHARACTERS", "read_article", "read_input"]

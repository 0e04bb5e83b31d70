"""kcgraph: a knowledge graph of diplomacy, read from news articles, each answer with the quote that proves it."""

__version__ = "0.1.0"

"""Saved questions and dossiers over a store.

A saved question is one file of `queries/`: SPARQL 1.1 whose head comment declares its parameters and columns
(see `saved`).
"""

from kcgraph.query.answers import Cell, Result, answer, ask, result, sparql
from kcgraph.query.dossier import Dossier, Fact, Section, dossier
from kcgraph.query.names import Names, fold
from kcgraph.query.saved import Column, Parameter, SavedQuery, load, parse, saved_queries

__all__ = [
    "Cell",
    "Column",
    "Dossier",
    "Fact",
    "Names",
    "Parameter",
    "Result",
    "SavedQuery",
    "Section",
    "answer",
    "ask",
    "dossier",
    "fold",
    "load",
    "parse",
    "result",
    "saved_queries",
    "sparql",
]

"""The records that pass between the stages: plain frozen dataclasses, no I/O, no RDF."""

from kcgraph.model.article import Article, Dateline, Record, Span
from kcgraph.model.dates import EventDate
from kcgraph.model.identities import Identities
from kcgraph.model.judgements import Judgement
from kcgraph.model.reject import Reject
from kcgraph.model.reports import (
    Agent,
    AgentKind,
    Attribution,
    EventReport,
    Extraction,
    OfficeHolding,
    Participation,
    Statement,
    Treaty,
)

__all__ = [
    "Agent",
    "AgentKind",
    "Article",
    "Attribution",
    "Dateline",
    "EventDate",
    "EventReport",
    "Extraction",
    "Identities",
    "Judgement",
    "OfficeHolding",
    "Participation",
    "Record",
    "Reject",
    "Span",
    "Statement",
    "Treaty",
]

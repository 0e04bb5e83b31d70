"""How one report came about: the words, the pattern, and the rule that found date, place and each participant."""

from kcgraph.explain.account import Account, Telling, account_of
from kcgraph.explain.finding import Finding
from kcgraph.explain.layout import account_lines, account_record
from kcgraph.explain.named import NamedReport, named_report
from kcgraph.explain.rules import Rule
from kcgraph.explain.stored import Explanation, explain

__all__ = [
    "Account",
    "Explanation",
    "Finding",
    "NamedReport",
    "Rule",
    "Telling",
    "account_lines",
    "account_of",
    "account_record",
    "explain",
    "named_report",
]

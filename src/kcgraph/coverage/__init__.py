"""What a graph of some articles would not cover: told sentences without a report, unknown names, empty events."""

from kcgraph.coverage.layout import coverage_csv, coverage_lines, coverage_record
from kcgraph.coverage.survey import survey
from kcgraph.coverage.tally import Coverage

__all__ = ["Coverage", "coverage_csv", "coverage_lines", "coverage_record", "survey"]

"""How sure one can be of a report, from what supports it."""

from kcgraph.model import EventReport

_BARE = 0.45
_HIGHEST = 0.97


def confidence_of(report: EventReport) -> float:
    """A figure between 0 and 1: named parties, a date, a place and a plain past tense each raise it."""
    score = _BARE
    score += 0.2 if report.participations else 0.0
    score += 0.1 if len(report.participations) > 1 else 0.0
    score += 0.12 if report.date is not None else 0.0
    score += 0.05 if report.place is not None else 0.0
    score += 0.05 if report.status == "Occurred" else -0.1
    return round(min(score, _HIGHEST), 2)

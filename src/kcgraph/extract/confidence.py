"""How sure one can be of a report, from what speaks for and against it.

What there is to say of a report (its class, its parties, its date, how the text tells it) is a set of named signs, and
each sign has a weight in `seeds/lexicon/confidence.toml`: the log odds that it adds, as in any logistic regression.
The weights are fitted to annotated articles by `bench/calibrate.py`, so that of the reports with a confidence of 0.9
nine in ten are right.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp

from kcgraph.extract.scene import Draft
from kcgraph.extract.wordlists import tables
from kcgraph.model import Agent, AgentKind, EventReport

_LOWEST, _HIGHEST = 0.05, 0.98
_LEAD, _NEAR, _FAR = 0, 3, 8


def confidence_of(signs: Iterable[str]) -> float:
    """The probability, to two digits, that a report with these signs is right; a sign without a weight says nothing."""
    weights = _weights()
    odds = weights["base"] + sum(weights.get(sign, 0.0) for sign in signs)
    return round(min(max(1 / (1 + exp(-odds)), _LOWEST), _HIGHEST), 2)


def weight_of(sign: str) -> float:
    """The log odds that a sign adds."""
    return _weights().get(sign, 0.0)


@cache
def _weights() -> Mapping[str, float]:
    weights: Mapping[str, float] = tables("confidence")["weights"]
    return weights


def signs_of(report: EventReport, draft: Draft, agents: Sequence[Agent]) -> tuple[str, ...]:
    """What speaks for or against a report of an article whose agents are `agents`."""
    return (
        f"class {report.event_class}",
        f"status {report.status}",
        *_signs_of_parties([agents[part.agent] for part in report.participations]),
        f"date: {_precision(report)}",
        f"tellings: {min(len(draft.tellings), 2) + 1}",
        f"carried by: {draft.support or 'no verb'}",
        *(name for name, holds in _signs_of_telling(report, draft) if holds),
    )


def _signs_of_parties(parties: Sequence[Agent]) -> list[str]:
    people = sum(party.is_named and party.kind == AgentKind.PERSON for party in parties)
    groups = sum(party.kind != AgentKind.PERSON for party in parties)
    signs = [f"parties: {min(len(parties), 3)}", f"named people: {min(people, 2)}", f"groups: {min(groups, 2)}"]
    if not all(party.is_named for party in parties):
        signs.append("an unnamed party")
    if any(party.kind == AgentKind.COUNTRY for party in parties):
        signs.append("a country as party")
    return signs


def _precision(report: EventReport) -> str:
    if report.date is None:
        return "none"
    return {4: "year", 7: "month"}.get(len(report.date.edtf), "day")


def _signs_of_telling(report: EventReport, draft: Draft) -> list[tuple[str, bool]]:
    return [
        ("a place", report.place is not None),
        ("an occasion", report.occasion is not None),
        ("neither date nor place", report.date is None and report.place is None),
        ("neither date nor parties", report.date is None and not report.participations),
        ("told by a verb", draft.is_told),
        ("a definite noun", draft.is_definite),
        ("a bare noun", draft.is_bare),
        ("may name an event told before", draft.is_anaphor),
        ("a name", draft.is_name),
        ("in somebody's words", draft.is_reported),
        ("only dates another", draft.is_after),
        ("in the lead", draft.sentence == _LEAD),
        (f"in the first {_NEAR} sentences", draft.sentence < _NEAR),
        (f"after sentence {_FAR}", draft.sentence > _FAR),
    ]

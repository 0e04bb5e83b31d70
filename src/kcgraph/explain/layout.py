"""An explanation as lines for people and as JSON values."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from kcgraph.explain.account import Account
from kcgraph.explain.finding import Finding
from kcgraph.explain.stored import Explanation
from kcgraph.query.layout import visible

_WIDTH = 12


def account_lines(explanation: Explanation) -> Iterator[str]:
    """The sentences, the pattern, how each thing was found, and the confidence."""
    account = explanation.account
    yield explanation.iri
    if explanation.headline:
        yield f"  in '{visible(explanation.headline)}'"
    if not explanation.is_current:
        yield "  The store was built by other rules: this is what the rules that are here now say."
    yield ""
    for telling in account.tellings:
        by = f"  <{telling.pattern}>" if telling.pattern not in (None, account.rule.identifier) else ""
        yield f"{telling.sentence:>3}. {visible(telling.marked)}{by}"
    yield ""
    yield f"{account.report.event_class}, {account.report.status}"
    yield from _found_lines(account)
    yield ""
    yield f"pattern {account.rule.identifier}  ({account.rule.file}, line {account.rule.line})"
    for name, value in account.rule.fields.items():
        yield f"  {name} = {_toml(value)}"
    yield ""
    yield from _confidence_lines(account)


def _found_lines(account: Account) -> Iterator[str]:
    rows = [("date", account.date), ("place", account.place), *account.parties]
    for name, finding in rows:
        label = f"{name.lower()}:"
        yield f"  {label:{_WIDTH}} {visible(finding.value or '(none)')}"
        yield f"  {'':{_WIDTH}} {visible(finding.how)}"
    if account.report.occasion:
        yield f"  {'occasion:':{_WIDTH}} {visible(account.report.occasion)}"


def _confidence_lines(account: Account) -> Iterator[str]:
    yield f"confidence {account.report.confidence}: the log odds of its signs (seeds/lexicon/confidence.toml) add up"
    for sign, weight in account.signs:
        yield f"  {weight:+6.2f}  {sign}"
    yield f"  {sum(weight for _, weight in account.signs):+6.2f}  together"


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_key(key)} = {_toml(one)}" for key, one in value.items())
        return f"{{ {inner} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() else json.dumps(key, ensure_ascii=False)


def account_record(explanation: Explanation) -> dict[str, Any]:
    """The same as JSON values."""
    account = explanation.account
    return {
        "report": explanation.iri,
        "headline": explanation.headline,
        "rules_are_those_of_the_store": explanation.is_current,
        "class": account.report.event_class,
        "status": account.report.status,
        "tellings": [
            {"sentence": telling.sentence, "marked": telling.marked, "pattern": telling.pattern}
            for telling in account.tellings
        ],
        "pattern": {
            "id": account.rule.identifier,
            "file": account.rule.file,
            "line": account.rule.line,
            "fields": dict(account.rule.fields),
        },
        "date": _finding(account.date),
        "place": _finding(account.place),
        "participants": [{"role": role, **_finding(finding)} for role, finding in account.parties],
        "occasion": account.report.occasion,
        "confidence": account.report.confidence,
        "signs": [{"sign": sign, "weight": weight} for sign, weight in account.signs],
    }


def _finding(finding: Finding) -> dict[str, str | None]:
    return {"value": finding.value, "how": finding.how}

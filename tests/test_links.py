"""Links of names to people of the reference data that somebody checked by reading: `tests/gold/links.csv`.

Sample A was drawn at random from all links, B at random with one for each further person. A person read each and said
`right`, `wrong` or `open` (reading can't decide).
"""

import csv
import gzip
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from kcgraph.extract import extract
from kcgraph.identify import identify
from kcgraph.model import Record
from kcgraph.reference import reference
from kcgraph.sources import read_article
from kcgraph.text import read

LINKS = Path(__file__).parent / "gold" / "links.csv"
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def links() -> list[dict[str, str]]:
    with LINKS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_links_are_right_in_98_of_100() -> None:
    for sample in ("A", "B"):
        verdicts = Counter(row["verdict"] for row in links() if row["sample"] == sample)
        assert verdicts.total() == 100 and verdicts["right"] / (verdicts["right"] + verdicts["wrong"]) >= 0.98


def test_every_link_leads_to_the_reference_data() -> None:
    assert all(reference().person(row["iri"].removeprefix("person/")) for row in links())


@cache
def articles() -> dict[str, Record]:
    wanted = {row["article"] for row in links()}
    found = {}
    for path in sorted(CORPUS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                one = json.loads(line)
                if one["id"] in wanted:
                    fields = (one["text"], one["id"], one["id"], one["source"], one["title"], one["date"], one["url"])
                    found[one["id"]] = Record(*fields)
    return found


@pytest.mark.shared
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the articles are not here")
def test_what_was_read_to_be_right_is_still_linked_and_what_was_wrong_is_not() -> None:
    changed = []
    for row in links():
        extraction = extract(read(read_article(articles()[row["article"]])))
        paths = identify(extraction).agents
        at = {(agent.span.start, agent.span.end): path for agent, path in zip(extraction.agents, paths, strict=True)}
        found = at.get((int(row["start"]), int(row["end"])))
        if (found == row["iri"]) != (row["verdict"] == "right") and row["verdict"] != "open":
            changed.append(f"{row['article']} {row['start']}: {found} for {row['iri']} ({row['verdict']})")
    assert len(changed) <= len(links()) // 100, "\n".join(changed)  # the reading of a span may shift with the rules

"""`kcgraph evaluate` gives the figures of the program that others score us with."""

import gzip
import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = ("kcna-2011-2012.jsonl.gz", "kcna-2024.jsonl.gz", "csis-timeline.jsonl.gz", "seeds.jsonl")
CLASSES = {"military": "MilitaryAction", "economic": "EconomicEvent", "statement": "StatementIssued"}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "score" / "score.py").is_file(), reason="the shared articles are not beside this checkout"
    ),
]


def kcgraph(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "kcgraph", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def read_articles(identifiers: set[str]) -> dict[str, dict[str, Any]]:
    found = {}
    for name in CORPORA:
        packed = (SHARED / "corpus" / name).read_bytes()
        for line in (gzip.decompress(packed) if name.endswith(".gz") else packed).decode().splitlines():
            record = json.loads(line)
            if record["id"] in identifiers:
                found.setdefault(record["id"], record)
    return found


def by_number(iri: str) -> tuple[int, str]:
    return int(iri.rsplit("/", 1)[1]), iri


def put_in_order(article: dict[str, Any]) -> dict[str, Any]:
    """The program reads the graph into sets; here its matching meets everything in the order that ours keeps."""
    for event in article["events"].values():
        event["participants"] = dict(sorted(event["participants"].items()))
    return {
        key: dict(
            sorted(items.items(), key=lambda item: by_number(item[0]) if key in ("events", "statements") else item[:1])
        )
        for key, items in article.items()
    }


def theirs(gold: Path, graph: Path, texts: dict[str, str]) -> dict[str, Any]:
    spec = importlib.util.spec_from_file_location("shared_score", SHARED / "score" / "score.py")
    assert spec is not None and spec.loader is not None
    program = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(program)
    found = {key: put_in_order(article) for key, article in program.read_graph(str(graph)).items()}
    annotated = json.loads(gold.read_text(encoding="utf-8"))
    scores, _ = program.score(annotated, found, texts)
    return dict(scores)


def row(ours: dict[str, Any]) -> tuple[int, int, int]:
    return ours["right"], ours["extra"], ours["missed"]


@pytest.mark.parametrize("name", ["seeds", "dev"])
@pytest.mark.parametrize("with_texts", [True, False], ids=["texts", "no-texts"])
def test_the_same_figures(tmp_path: Path, name: str, with_texts: bool) -> None:
    gold, store, graph, corpus = (tmp_path / part for part in ("gold.json", "store", "all.nq", "corpus.jsonl"))
    gold.write_bytes((SHARED / "gold" / f"{name}.json").read_bytes())
    articles = read_articles({article["id"] for article in json.loads(gold.read_text(encoding="utf-8"))})
    corpus.write_text("".join(json.dumps(record) + "\n" for record in articles.values()), encoding="utf-8")
    kcgraph("build", corpus, "--store", store, "--output", graph, "--jobs", "2")
    texts = {key: record["text"] for key, record in articles.items()} if with_texts else {}
    if not with_texts:
        corpus.unlink()
    ours = json.loads(kcgraph("evaluate", gold, store, "--json"))
    expected = theirs(gold, graph, texts)
    for measure in ("event", "strict", "met", "sent", "person", "statement", "treaty"):
        wanted = expected[measure]
        assert row(ours[measure]) == (wanted["tp"], wanted["fp"], wanted["fn"]), measure
        assert (ours[measure]["precision"], ours[measure]["recall"]) == (wanted["p"], wanted["r"])
        assert ours[measure]["f1"] == pytest.approx(wanted["f1"], abs=2e-4)
    assert {name: [one["share"], one["of"]] for name, one in ours["accuracy"].items()} == expected["accuracy"]
    if with_texts:
        assert [ours["evidence"]["share"], ours["evidence"]["of"]] == expected["evidence"]
    classes = {name.replace("_", "").lower(): row(one) for name, one in ours["classes"].items()}
    for kind, wanted in expected["by_type"].items():
        ours_of_kind = classes.pop(
            CLASSES.get(kind, "OtherEvent" if kind == "other" else kind.replace("_", "")).lower()
        )
        assert ours_of_kind == (wanted["tp"], wanted["fp"], wanted["fn"]), kind
    assert not classes

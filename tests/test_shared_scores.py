"""The scores that the articles of `../shared` hold us to: built by the command line, scored by the program that
others use.
"""

import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "score" / "score.py").is_file(), reason="the shared articles are not beside this checkout"
    ),
]


def kcgraph(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kcgraph", *map(str, arguments)], capture_output=True, text=True, check=True
    )


def score(gold: str, graph: Path, *articles: Path) -> dict[str, Any]:
    command = [sys.executable, SHARED / "score" / "score.py", SHARED / "gold" / gold, graph, "--json"]
    for path in articles:
        command += ["--articles", path]
    return dict(json.loads(subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout))


def test_the_five_pages_that_the_project_began_with(tmp_path: Path) -> None:
    graph = tmp_path / "seeds.nq"
    kcgraph("build", SHARED / "seeds", "--store", tmp_path / "store", "--output", graph)
    found = score("seeds.json", graph, SHARED / "corpus" / "seeds.jsonl")
    assert found["event"]["f1"] >= 0.80
    assert found["strict"]["f1"] >= 0.60
    assert found["met"]["f1"] >= 0.80
    assert found["person"]["f1"] >= 0.90
    assert found["evidence"][0] == 1.0
    assert "Conforms" in kcgraph("validate", "--store", tmp_path / "store").stdout


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A store of all the articles, and its export."""
    folder = tmp_path_factory.mktemp("corpora")
    kcgraph("build", SHARED / "corpus", "--store", folder / "store", "--output", folder / "all.nq", "--jobs", "2")
    return folder / "store", folder / "all.nq"


def test_every_article_is_in_the_graph_or_in_the_rejects(corpora: tuple[Path, Path]) -> None:
    store, graph = corpora
    given = set()
    for path in sorted((SHARED / "corpus").iterdir()):
        packed = path.read_bytes()
        lines = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode().splitlines()
        given |= {json.loads(line)["id"] for line in lines}
    built = set()
    with graph.open(encoding="utf-8") as lines:
        for line in lines:
            if "/terms/identifier>" in line:
                built.add(line.split('"')[1])
    rejects = store / "rejects.jsonl"
    refused = (
        {json.loads(line).get("identifier") for line in rejects.read_text(encoding="utf-8").splitlines()}
        if rejects.exists()
        else set()
    )
    assert given <= built | refused


def test_articles_that_people_read(corpora: tuple[Path, Path]) -> None:
    articles = [SHARED / "corpus" / f"{name}.jsonl.gz" for name in ("kcna-2011-2012", "kcna-2024", "csis-timeline")]
    found = score("dev.json", corpora[1], *articles)
    assert found["event"]["f1"] >= 0.50
    assert found["person"]["f1"] >= 0.85
    assert found["evidence"][0] == 1.0

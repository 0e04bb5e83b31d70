"""The README stays true: it shows what `make demo` prints, and names every command and every saved query."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def kcgraph(*arguments: str | Path) -> str:
    """What a command prints, the summary and the results together, as a terminal shows them."""
    done = subprocess.run(
        [sys.executable, "-m", "kcgraph", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return done.stdout


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("readme") / "demo.db"


def test_the_demo_prints_what_the_readme_shows(store: Path) -> None:
    printed = kcgraph("build", "seeds/articles", "--store", store).replace(str(store), "build/demo.db")
    printed += kcgraph("validate", "--store", store)
    printed += kcgraph("query", "who-met-whom", "--store", store)
    for line in printed.splitlines():
        assert line.rstrip() in README, f"README.md does not show the line {line!r} that make demo prints"


def test_explain_prints_what_the_readme_shows(tmp_path: Path) -> None:
    shown = README.split("$ kcgraph explain report/", 1)[1].split("```", 1)[0].splitlines()
    kcgraph("build", "seeds/articles/kcna-watch-birthday-message.txt", "--store", tmp_path / "demo.db")
    printed = kcgraph("explain", f"report/{shown[0]}", "--store", tmp_path / "demo.db").splitlines()
    for line in shown[2:]:
        assert line in printed, f"README.md shows {line!r}, which kcgraph explain does not print"


def test_compare_names_prints_what_the_readme_shows(tmp_path: Path) -> None:
    shown = README.split("$ kcgraph compare-names pairs.csv\n", 1)[1].split("```", 1)[0]
    rows = list(csv.reader(shown.splitlines()))
    with (tmp_path / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(row[:2] for row in rows)
    assert kcgraph("compare-names", tmp_path / "pairs.csv") == shown


def test_the_score_of_names_is_what_the_readme_shows() -> None:
    printed = kcgraph("compare-names", "--score", "seeds/evaluation/names.csv").splitlines()
    shown = README.split("| names | pairs |", 1)[1].split("\n\n", 1)[0].splitlines()[2:]
    assert len(shown) >= 8
    for line in shown:
        assert line in printed, f"README.md shows {line!r}, which kcgraph compare-names --score does not print"


def test_every_command_is_named() -> None:
    commands = kcgraph("--help").split("Commands:")[1].splitlines()
    names = [line.split()[0] for line in commands if line.startswith("  ") and not line.startswith("   ")]
    assert len(names) >= 6
    for name in names:
        assert f"kcgraph {name}" in README, f"README.md does not show the command {name}"


def test_every_saved_query_is_named() -> None:
    for path in sorted((ROOT / "queries").glob("*.rq")):
        assert f"`{path.stem}`" in README, f"README.md does not name the query {path.stem}"

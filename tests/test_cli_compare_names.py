"""`kcgraph compare-names`: what it reads, writes and answers to tables that are not as they should be."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "kcgraph", "compare-names", *map(str, arguments)]
    return subprocess.run(command, input=given, capture_output=True, cwd=ROOT)


def table(printed: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(printed.decode("utf-8"))))


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    rows = ["id,a,b", "1,Kim Jong Un,김정은", "2,Kim Jong Un,Kim Jong Il", "3,Lavrov,Sergei Lavrov"]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_all_columns_are_kept_and_two_added(pairs: Path) -> None:
    done = run(pairs, "--columns", "a,b")
    rows = table(done.stdout)
    assert done.returncode == 0
    assert done.stderr == b""
    assert rows[0] == ["id", "a", "b", "same", "reason"]
    assert [(row[0], row[3]) for row in rows[1:]] == [("1", "yes"), ("2", "no"), ("3", "unsure")]
    assert all(row[4] for row in rows[1:])
    assert run(pairs, "--columns", "2,3").stdout == done.stdout


def test_the_first_two_columns_are_the_default_and_a_file_may_be_written(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_bytes(b"\xef\xbb\xbffirst,second\r\nPak Pong Ju,Park Bong-ju\r\n\r\n")
    done = run(source, "-o", target)
    assert (done.returncode, done.stdout) == (0, b"")
    assert table(target.read_bytes())[0] == ["first", "second", "same", "reason"]
    assert table(target.read_bytes())[1][2] == "yes"


@pytest.mark.parametrize("options", [["--no-header"], []])
def test_a_table_without_header(options: list[str]) -> None:
    done = run("-", *options, given="Kim Jong Un,Kim Chŏng-ŭn\nKim Jong Un,Kim Jong Il\n".encode())
    assert [row[2] for row in table(done.stdout)] == ["yes", "no"]


def test_a_row_that_cannot_be_used_is_told_and_the_rest_goes_on() -> None:
    lines = [b"a,b", b"Kim Jong Un", b"Kim Jong Un,\xff\xfe", b"a,b,c,d", b"Xi Jinping,Hsi Chin-p'ing"]
    lines.append(b'"Kim Jong Un,open')
    done = run("-", given=b"\n".join(lines) + b"\n")
    rows = table(done.stdout)
    assert done.returncode == 0
    assert [row[2] for row in rows[1:]] == ["", "", "", "yes", ""]
    told = done.stderr.decode().splitlines()
    assert [line.split(" ")[0:3] for line in told][:1] == [["kcgraph:", "standard", "input:2"]]
    assert len(told) == 4
    assert all(row[3] for row in rows[1:])
    assert all(len(row) == 4 for row in rows)


def test_columns_called_same_and_reason_stay() -> None:
    done = run("-", given=b"a,b,same\nKim Jong Un,Kim Jong Il,no\n")
    assert table(done.stdout)[0] == ["a", "b", "same", "kcgraph_same", "kcgraph_reason"]
    assert table(done.stdout)[1][2:4] == ["no", "no"]


def test_a_name_of_several_people_is_unsure() -> None:
    done = run("-", given=b"a,b\nRi Yong Ho,Lee Yong-ho\n")
    row = table(done.stdout)[1]
    assert row[2] == "unsure"
    assert "people of public record bear" in row[3]


@pytest.mark.parametrize(
    ("options", "given", "status", "words"),
    [
        (["--columns", "a"], b"a,b\nx,y\n", 2, "does not name two columns"),
        (["--columns", "a,z"], b"a,b\nx,y\n", 2, "has no column 'z': its columns are a, b"),
        ([], b"", 1, "is empty"),
        ([], b"a\nKim\n", 1, "one column only"),
        ([], b"a,b\nx\n", 1, "has 1 of 2 columns"),
        (["--score"], b"a,b\nx,y\n", 1, "has no column 'same'"),
        (["--score"], b"a,b,same\nx,y,maybe\n", 1, "has no yes, no or unsure"),
    ],
)
def test_what_is_wrong_is_one_sentence(options: list[str], given: bytes, status: int, words: str) -> None:
    done = run("-", *options, given=given)
    assert done.returncode == status
    assert words in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
    assert b"Traceback" not in done.stderr


def test_a_file_that_is_not_there_is_told() -> None:
    done = run("nowhere.csv")
    assert done.returncode == 1
    assert "nowhere.csv" in done.stderr.decode()


def test_a_score_counts_the_answers() -> None:
    done = run("-", "--score", given="a,b,same\nKim Jong Un,김정은,yes\nKim Jong Un,Kim Jong Il,no\n".encode())
    assert "| all | 2 | 1.000 | 1.000 | 1.000 |" in done.stdout.decode()

"""The command line as users call it: exit statuses, one clear line for what goes wrong, and nothing lost."""

import contextlib
import gzip
import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from builds import command, environment, install_extractor, kcgraph, meetings, record, write_records
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kcgraph.cli import main
from kcgraph.store import building, find, reading, replace_index
from kcgraph.vocab import BASE, KCG, RDF, Minter

MINTER = Minter()


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install_extractor(tmp_path_factory.mktemp("plugin"))


def articles(store: Path) -> int:
    with reading(store) as graph:
        return sum(1 for _ in graph.quads_for_pattern(None, KCG.contentHash, None))


def only_line(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of an error: no more on standard error, nothing on standard output, no traceback."""
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


def reject_reasons(store: Path) -> list[str]:
    lines = (store / "rejects.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["reason"] for line in lines]


@contextlib.contextmanager
def small_disk(path: Path, size: str) -> Iterator[Path]:
    path.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(path)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("a small disk can't be mounted here")
    try:
        yield path
    finally:
        subprocess.run(["umount", "-l", str(path)], check=True)


def test_help_names_every_command_and_every_command_has_help() -> None:
    done = kcgraph("--help")
    assert done.returncode == 0
    listed = re.findall(r"^  (\w+)  ", done.stdout.split("Commands:")[1], re.MULTILINE)
    assert {"build", "export", "queries", "query", "show", "validate"} <= set(listed)
    for name in listed:
        help_text = kcgraph(name, "--help")
        assert help_text.returncode == 0, help_text.stderr
        assert len(help_text.stdout.splitlines()) > 5


def test_help_imports_no_heavy_library() -> None:
    code = (
        "import sys\nfrom kcgraph.cli import main\ntry: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'rdflib', 'pyoxigraph', 'rich', 'pyshacl'} & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([*command()[:2], code], capture_output=True, text=True, env=environment(None), check=True)
    assert done.stderr == "[]\n"


def test_version_and_module_call() -> None:
    done = kcgraph("--version")
    assert re.fullmatch(r"kcgraph, version \d+\.\d+\.\d+\S*\n", done.stdout)
    module = subprocess.run(
        [*command()[:1], "-m", "kcgraph", "--version"],
        capture_output=True,
        text=True,
        env=environment(None),
        check=True,
    )
    assert module.stdout == done.stdout


def test_the_main_job_from_articles_to_a_valid_export(tmp_path: Path, plugin: Path) -> None:
    path = write_records(tmp_path / "in.jsonl", [*meetings(4), record("bad", "REFUSE")])
    done = kcgraph("build", path, "--extractor", "test", "--output", "out.nq", plugin=plugin, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "4 added, 1 rejected" in done.stderr
    assert "Articles  4 in kcgraph.db" in done.stderr
    assert "Events    4 from 4 reports: Meeting 4" in done.stderr
    assert "kcgraph.db/rejects.jsonl" in done.stderr
    again = kcgraph("build", path, "--extractor", "test", plugin=plugin, cwd=tmp_path)
    assert "Nothing has changed" in again.stderr
    for engine in ("pyshacl", "compiled"):
        checked = kcgraph("validate", "--engine", engine, cwd=tmp_path)
        assert checked.returncode == 0, checked.stdout
        assert re.fullmatch(rf"Conforms: \d+ graphs \({engine}\)\.\n", checked.stdout)
    exported = kcgraph("export", "--format", "nq", cwd=tmp_path)
    assert exported.stdout == (tmp_path / "out.nq").read_text(encoding="utf-8")
    assert kcgraph("export", "-o", "out.ttl", cwd=tmp_path).returncode == 0
    triples = {quad.triple for quad in parse(exported.stdout, format=RdfFormat.N_QUADS)}
    assert {quad.triple for quad in parse(path=tmp_path / "out.ttl")} == triples
    times = kcgraph("export", "--format", "nq", "--provenance", cwd=tmp_path).stdout
    assert "startedAtTime" in times and "startedAtTime" not in exported.stdout


def test_two_builds_of_one_input_give_the_same_files(tmp_path: Path, plugin: Path) -> None:
    path = write_records(tmp_path / "in.jsonl", meetings(30))
    for name in ("1", "2"):
        for ending in ("nq", "trig", "ttl"):
            output = tmp_path / f"{name}.{ending}"
            done = kcgraph(
                "build", path, "--extractor", "test", "--store", tmp_path / name, "--output", output, plugin=plugin
            )
            assert done.returncode == 0, done.stderr
    for ending in ("nq", "trig", "ttl"):
        assert (tmp_path / f"1.{ending}").read_bytes() == (tmp_path / f"2.{ending}").read_bytes()


def test_validate_tells_article_node_and_sentence_and_exits_1(tmp_path: Path, plugin: Path) -> None:
    path, store = write_records(tmp_path / "in.jsonl", meetings(1)), tmp_path / "db"
    assert kcgraph("build", path, "--extractor", "test", "--store", store, plugin=plugin).returncode == 0
    report = MINTER.report("r0000", 1)
    wrong = Quad(report, KCG.confidence, Literal("lots"), MINTER.article_graph("r0000"))
    with reading(store) as graph:
        quads = [*graph, wrong]
    with building(store, BASE) as folder:
        replace_index(folder, "broken", lambda opened: opened.extend(quads))
    for engine in ("pyshacl", "compiled"):
        done = kcgraph("validate", "--engine", engine, "--store", store)
        assert done.returncode == 1
        first, quote, *_ = done.stdout.splitlines()
        assert first.startswith("article r0000: report/r0000/1 (is 'lots'): kcg:confidence must be")
        assert quote.strip() == "“Person0 met Person100000.”"
        assert "Does not conform" in done.stdout


def test_the_reference_data_is_checked_and_written_without_a_store(tmp_path: Path) -> None:
    checked = kcgraph("validate", "--reference", cwd=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "Conforms: the reference data (compiled).\n")
    written = [kcgraph("export", "--reference", "--format", "nq", cwd=tmp_path).stdout for _ in range(2)]
    assert written[0] == written[1]
    assert kcgraph("export", "--reference", "-o", "r.ttl", cwd=tmp_path).returncode == 0
    quads = set(parse(written[0], format=RdfFormat.N_QUADS))
    assert {quad.triple for quad in quads} == {quad.triple for quad in parse(path=tmp_path / "r.ttl")}
    assert {quad.graph_name.value for quad in quads if isinstance(quad.graph_name, NamedNode)} == {
        BASE + "graph/reference"
    }
    assert not list(tmp_path.glob("*.db"))


def test_each_fault_of_the_reference_data_is_a_sentence_and_the_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person = NamedNode(BASE + "person/ana-vell")
    faulty = [Quad(person, RDF.type, KCG.Person), Quad(person, KCG.country, NamedNode(BASE + "country/arvania"))]
    monkeypatch.setattr("kcgraph.cli.check.all_reference_quads", lambda _: faulty)
    with pytest.raises(SystemExit) as exit_:
        main(["validate", "--reference"])
    assert exit_.value.code == 1
    lines = capsys.readouterr().out.splitlines()
    assert any(line.startswith("country/arvania") and "countries.csv" in line for line in lines)
    assert any(line.startswith("person/ana-vell: A row must have exactly one name") for line in lines)
    assert lines[-1].startswith("Does not conform: ")


BAD_FILES: dict[str, tuple[str, bytes, str]] = {
    "empty page": ("a.txt", b"", "is empty"),
    "binary file": ("a.txt", bytes(range(256)) * 9, "binary"),
    "broken UTF-8": ("a.txt", b"caf\xe9 met caf\xe9.", "not UTF-8 at byte 3"),
    "empty records": ("a.jsonl", b"", "is empty"),
    "truncated gzip": ("a.jsonl.gz", gzip.compress(b'{"text": "words"}\n' * 9999)[:-30], "breaks off"),
    "line not JSON": ("a.jsonl", b'{"id": "x", "text": \n', "a.jsonl:1 is not JSON"),
    "no text": ("a.jsonl", b'{"id": "x"}\n', "a.jsonl:1 has no text"),
    "10 MB article": ("a.txt", b"Anna met Boris. " * 655_360, "split"),
    "10 MB record": ("a.jsonl", json.dumps({"text": "Anna met Boris. " * 655_360}).encode(), "split"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_among_good_ones_is_rejected_with_its_reason(tmp_path: Path, plugin: Path, name: str) -> None:
    file, content, told = BAD_FILES[name]
    folder, store = tmp_path / "in", tmp_path / "db"
    folder.mkdir()
    (folder / file).write_bytes(content)
    write_records(folder / "z.jsonl", meetings(2))
    done = kcgraph("build", folder, "--extractor", "test", "--store", store, "--jobs", "1", plugin=plugin)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    reason = reject_reasons(store)[-1]
    assert str(folder / file) in reason and told in reason
    assert reason in done.stderr
    assert articles(store) >= 2


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["build", "{tmp}/nothing"], 2, "nothing does not exist"),
        (["build", "{tmp}/empty"], 1, "empty holds no article file"),
        (["build", "{tmp}/in.jsonl", "--output", "x.docx"], 2, "x.docx has no known ending"),
        (["build", "{tmp}/in.jsonl", "--base", "no iri"], 2, "base IRI 'no iri' is not usable"),
        (["build", "{tmp}/in.jsonl", "--extractor", "x"], 2, "there is no extractor 'x'"),
        (["build", "{tmp}/in.jsonl", "--store", "{tmp}/in.jsonl"], 1, "is a file, not a store"),
        (["build", "{tmp}/in.jsonl", "--store", "/dev/null/db"], 1, "/dev/null/db"),
        (["validate"], 2, "there is no store at kcgraph.db: run 'kcgraph build"),
        (["export"], 2, "there is no store at kcgraph.db"),
        (["export", "--store", "{tmp}/empty"], 1, "empty is not a kcgraph store"),
        (["export", "--reference", "--store", "{tmp}/empty"], 2, "no store"),
        (["export", "--reference", "--provenance"], 2, "no store"),
        (["validate", "--reference", "--store", "{tmp}/empty"], 2, "no store"),
        (["query", "who-met-whom"], 2, "there is no store at kcgraph.db"),
        (["show", "Kim Jong Un"], 2, "there is no store at kcgraph.db"),
        (["query", "no-such-question"], 2, "no-such-question"),
    ],
)
def test_a_wrong_call_or_store_is_one_clear_line(tmp_path: Path, arguments: list[str], status: int, told: str) -> None:
    (tmp_path / "empty").mkdir()
    write_records(tmp_path / "in.jsonl", meetings(1))
    done = kcgraph(*(part.format(tmp=tmp_path) for part in arguments), cwd=tmp_path)
    assert done.returncode == status
    line = only_line(done)
    assert line.startswith("kcgraph: ")
    assert told in line


@pytest.mark.parametrize(
    "arguments", [["build"], ["nonsense"], ["build", "x", "--jobs", "0"], ["export", "--format", "docx"]]
)
def test_a_call_that_click_refuses_exits_2(arguments: list[str]) -> None:
    done = kcgraph(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr and "Traceback" not in done.stderr


def test_a_store_that_may_only_be_read_is_told_of_and_can_be_asked(tmp_path: Path, plugin: Path) -> None:
    path = write_records(tmp_path / "in.jsonl", meetings(3))
    with small_disk(tmp_path / "disk", "64m") as disk:
        arguments = ("build", path, "--extractor", "test", "--store", disk / "db")
        assert kcgraph(*arguments, plugin=plugin).returncode == 0
        before = kcgraph("export", "--store", disk / "db").stdout
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        done = kcgraph(*arguments, plugin=plugin)
        assert done.returncode == 1
        assert "Read-only file system" in only_line(done)
        assert kcgraph("export", "--store", disk / "db").stdout == before
        assert kcgraph("validate", "--engine", "compiled", "--store", disk / "db").returncode == 0


@pytest.mark.parametrize("size", ["100k", "300k", "1m", "2m"])
def test_a_full_disk_is_told_of_and_the_same_command_finishes_when_there_is_room(
    tmp_path: Path, plugin: Path, size: str
) -> None:
    path = write_records(tmp_path / "in.jsonl", meetings(900))
    with small_disk(tmp_path / "disk", size) as disk:
        arguments = ("build", path, "--extractor", "test", "--jobs", "1", "--store", disk / "db")
        done = kcgraph(*arguments, plugin=plugin, part_articles=300)
        assert done.returncode == 1
        line = only_line(done)
        assert "No space left on device" in line and "make room" in line
        subprocess.run(["mount", "-o", "remount,size=100m", str(disk)], check=True)
        done = kcgraph(*arguments, plugin=plugin, part_articles=300)
        assert done.returncode == 0, done.stderr
        assert articles(disk / "db") == 900
        assert not find(disk / "db").is_unfinished


def test_an_output_file_that_does_not_fit_is_told_of_and_the_store_is_whole(tmp_path: Path, plugin: Path) -> None:
    path, store = write_records(tmp_path / "in.jsonl", meetings(300)), tmp_path / "db"
    with small_disk(tmp_path / "disk", "64k") as disk:
        done = kcgraph("build", path, "--extractor", "test", "--store", store, "--output", disk / "o.nq", plugin=plugin)
        assert done.returncode == 1
        assert "o.nq can't be written: No space left on device" in only_line(done)
        assert list(disk.iterdir()) == []
    assert articles(store) == 300


def test_a_build_of_which_nothing_is_usable_exits_1(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\0\1\2")
    done = kcgraph("build", tmp_path / "a.txt", "--store", tmp_path / "db")
    assert done.returncode == 1
    assert "a.txt is a binary file" in done.stderr


def test_a_store_keeps_its_base_unless_told_another(tmp_path: Path, plugin: Path) -> None:
    base = "https://example.org/graph/"
    for name, options in (("a", ["--base", base]), ("b", [])):
        path = write_records(tmp_path / f"{name}.jsonl", [record(name, "Anna met Boris.")])
        done = kcgraph("build", path, "--extractor", "test", "--store", tmp_path / "db", *options, plugin=plugin)
        assert done.returncode == 0, done.stderr
    exported = kcgraph("export", "--store", tmp_path / "db", "--format", "nq").stdout
    assert f"<{base}graph/article/a>" in exported and f"<{base}graph/article/b>" in exported
    assert BASE not in exported.replace(str(KCG), "")
    other = kcgraph("build", path, "--store", tmp_path / "db", "--base", BASE)
    assert (other.returncode, base in only_line(other)) == (2, True)


def test_readers_of_an_unfinished_store_are_told(tmp_path: Path, plugin: Path) -> None:
    path, store = write_records(tmp_path / "in.jsonl", meetings(1)), tmp_path / "db"
    assert kcgraph("build", path, "--extractor", "test", "--store", store, plugin=plugin).returncode == 0
    assert kcgraph("export", "--store", store).stderr == ""
    (store / "unfinished").touch()
    for name in ("export", "validate"):
        done = kcgraph(name, "--store", store)
        assert done.returncode == 0
        assert "is running or was interrupted" in done.stderr


def test_names_with_quotes_and_braces_go_through_whole(tmp_path: Path, plugin: Path) -> None:
    odd = 'a"b{c}\\d <e>'
    path, store = (
        write_records(tmp_path / "in.jsonl", [record(odd, 'The "{Anna}" <x> met nobody. Anna met Boris.')]),
        tmp_path / "db",
    )
    done = kcgraph(
        "build", path, "--extractor", "test", "--store", store, "--output", tmp_path / "o.trig", plugin=plugin
    )
    assert done.returncode == 0, done.stderr
    found = list(parse(path=tmp_path / "o.trig"))
    assert Literal(odd) in {quad.object for quad in found}
    assert MINTER.article_graph(odd) in {quad.graph_name for quad in found}
    assert all(isinstance(quad.subject, NamedNode) for quad in found)


def test_ctrl_c_is_one_line_and_what_was_finished_is_kept(tmp_path: Path, plugin: Path) -> None:
    path, store = write_records(tmp_path / "in.jsonl", meetings(600, " SLOW")), tmp_path / "db"
    arguments = ("build", path, "--extractor", "test", "--jobs", "2", "--store", store)
    with subprocess.Popen(
        command(*arguments, part_articles=50),
        env=environment(plugin),
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        while running.poll() is None and not list(store.glob("parts/*.jsonl")):
            time.sleep(0.005)
        os.killpg(running.pid, signal.SIGINT)
        _, told = running.communicate(timeout=60)
    assert running.returncode == 130
    assert told == "kcgraph: interrupted: what was finished is kept\n"
    done = kcgraph(*arguments, plugin=plugin)
    assert done.returncode == 0
    assert "600 added" not in done.stderr
    assert articles(store) == 600


def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path, plugin: Path) -> None:
    path, store = write_records(tmp_path / "in.jsonl", meetings(500)), tmp_path / "db"
    assert kcgraph("build", path, "--extractor", "test", "--store", store, plugin=plugin).returncode == 0
    with subprocess.Popen(
        command("export", "--format", "nq", "--store", store),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(None),
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_no_progress_is_drawn_where_there_is_no_terminal(tmp_path: Path, plugin: Path) -> None:
    path = write_records(tmp_path / "in.jsonl", meetings(3))
    done = kcgraph("build", path, "--extractor", "test", "--store", tmp_path / "db", plugin=plugin)
    assert "\x1b" not in done.stderr and "reading articles" not in done.stderr

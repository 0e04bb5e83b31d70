"""The main job: what it keeps, what it rejects, and that neither kills nor the number of jobs change the result."""

import gc
import io
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import command, environment, install_extractor, kcgraph, meetings, record, write_records
from pyoxigraph import Quad

from kcgraph.errors import CallError, DataError, InputError, StoreError
from kcgraph.export import FORMATS, Source, stored
from kcgraph.pipeline import Options, Summary, build, tally
from kcgraph.pipeline import build as run_build
from kcgraph.store import find, index_opens, reading
from kcgraph.vocab import Minter

MINTER = Minter()


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "plugin"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(install_extractor(folder)))
    return folder


@pytest.fixture
def built(tmp_path: Path, plugin: Path) -> Callable[..., Summary]:
    """Builds records (a new input file each time, unless named) into the store `db`."""
    assert plugin.is_dir()

    def run(records: list[dict[str, str]], name: str = "in.jsonl", jobs: int = 1) -> Summary:
        path = write_records(tmp_path / name, records)
        return build([path], Options(tmp_path / "db", jobs=jobs, extractor="test"))

    return run


def graph(path: Path) -> set[Quad]:
    """All that the store says but for the times."""
    with reading(path) as store:
        return {quad for quad in store if quad.graph_name != MINTER.provenance_graph}


def rejects(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (path / "rejects.jsonl").read_text(encoding="utf-8").splitlines()]


def test_a_build_keeps_every_article_and_counts_what_it_found(tmp_path: Path, built: Callable[..., Summary]) -> None:
    summary = built(meetings(9))
    assert (summary.added, summary.rejects, summary.changed) == (9, [], True)
    with reading(tmp_path / "db") as store:
        counts = tally(store, MINTER)
    assert (counts.articles, counts.reports, counts.events, counts.people) == (9, 9, {"Meeting": 9}, 12)
    assert not find(tmp_path / "db").is_unfinished


def test_a_second_identical_build_changes_nothing(tmp_path: Path, built: Callable[..., Summary]) -> None:
    built(meetings(5))
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "db").rglob("*") if path.name not in ("lock", "db")}
    summary = built(meetings(5))
    after = {path: path.stat().st_mtime_ns for path in before}
    assert (summary.added, summary.unchanged, summary.changed) == (0, 5, False)
    assert before == after


def test_a_build_of_further_inputs_adds_and_equals_one_of_all(tmp_path: Path, built: Callable[..., Summary]) -> None:
    built(meetings(10)[:4])
    summary = built(meetings(10)[4:], name="more.jsonl")
    assert (summary.added, summary.changed) == (6, True)
    path = write_records(tmp_path / "all.jsonl", meetings(10))
    build([path], Options(tmp_path / "all", jobs=1, extractor="test"))
    assert graph(tmp_path / "db") == graph(tmp_path / "all")


def test_a_changed_text_takes_the_old_one_s_place(tmp_path: Path, built: Callable[..., Summary]) -> None:
    built([record("1", "Anna met Boris."), record("2", "Carl met Dora.")])
    summary = built([record("1", "Anna met Emil."), record("2", "Carl met Dora.")])
    assert (summary.added, summary.replaced, summary.unchanged) == (0, 1, 1)
    path = write_records(tmp_path / "new.jsonl", [record("1", "Anna met Emil."), record("2", "Carl met Dora.")])
    build([path], Options(tmp_path / "new", jobs=1, extractor="test"))
    assert graph(tmp_path / "db") == graph(tmp_path / "new")


def test_of_two_texts_with_one_id_the_second_is_rejected_whenever_it_is_built(
    tmp_path: Path, built: Callable[..., Summary]
) -> None:
    records = [record("1", "Anna met Boris."), record("1", "Carl met Dora."), record("1", "Anna met Boris.", title="T")]
    for added in (1, 0):
        summary = built(records)
        assert (summary.added, summary.duplicates, summary.changed) == (added, 1, bool(added))
        [reject] = rejects(tmp_path / "db")
        assert (reject["origin"], reject["identifier"]) == (f"{tmp_path}/in.jsonl:2", "1")
        assert "another text" in reject["reason"]
    assert any("Anna" in str(quad) for quad in graph(tmp_path / "db"))
    assert not any("Carl" in str(quad) for quad in graph(tmp_path / "db"))


def test_equal_records_are_counted_and_skipped(built: Callable[..., Summary]) -> None:
    summary = built([*meetings(3), *meetings(3)])
    assert (summary.added, summary.duplicates, summary.rejects) == (3, 3, [])


@pytest.mark.parametrize(
    ("word", "stage", "reason", "defects"),
    [
        ("REFUSE", "extract", "is refused: ask for another", 0),
        ("DEFECT", "extract", "defect of kcgraph in extract (KeyError: 'a defect')", 1),
        ("SHAPE", "validate", "kcg:listPosition", 0),
    ],
)
def test_one_bad_article_costs_itself_alone(
    tmp_path: Path, built: Callable[..., Summary], word: str, stage: str, reason: str, defects: int
) -> None:
    summary = built([*meetings(2), record("bad", f"Anna met Boris. {word}"), *meetings(5)[2:]])
    assert (summary.added, len(summary.rejects), summary.defects) == (5, 1, defects)
    [reject] = rejects(tmp_path / "db")
    assert (reject["identifier"], reject["stage"]) == ("bad", stage)
    assert reason in reject["reason"]
    assert f"{tmp_path}/in.jsonl:3" in reject["reason"]


def test_rejects_of_other_inputs_stay_and_those_of_the_same_input_are_replaced(
    tmp_path: Path, built: Callable[..., Summary]
) -> None:
    built([record("1", "REFUSE")], name="a.jsonl")
    built([record("2", "REFUSE")], name="b.jsonl")
    assert [reject["identifier"] for reject in rejects(tmp_path / "db")] == ["1", "2"]
    built([record("1", "Anna met Boris.")], name="a.jsonl")
    assert [reject["identifier"] for reject in rejects(tmp_path / "db")] == ["2"]


def test_the_number_of_jobs_does_not_change_the_result(tmp_path: Path, plugin: Path) -> None:
    records = [*meetings(160), record("r0000", "Another text."), record("x", "DEFECT"), *meetings(40)]
    path = write_records(tmp_path / "in.jsonl", records)
    outputs = []
    for jobs in ("1", "2"):
        store, output = tmp_path / f"db{jobs}", tmp_path / f"{jobs}.nq"
        done = kcgraph(
            "build", path, "--jobs", jobs, "--extractor", "test", "--store", store, "--output", output, plugin=plugin
        )
        assert done.returncode == 0, done.stderr
        outputs.append((output.read_bytes(), (store / "rejects.jsonl").read_bytes()))
    assert outputs[0] == outputs[1]
    assert outputs[0][0].count(b"\n") > 1000


def test_a_killed_worker_is_told_of_and_the_same_command_finishes(tmp_path: Path, plugin: Path) -> None:
    good = meetings(150)
    arguments = ["--jobs", "2", "--extractor", "test", "--store", tmp_path / "db"]
    path = write_records(tmp_path / "in.jsonl", [*good[:120], record("bad", "KILL"), *good[120:]])
    done = kcgraph("build", path, *arguments, plugin=plugin)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "a worker process was killed" in done.stderr
    write_records(path, good)
    done = kcgraph("build", path, *arguments, plugin=plugin)
    assert done.returncode == 0, done.stderr
    build([path], Options(tmp_path / "undisturbed", jobs=1, extractor="test"))
    assert graph(tmp_path / "db") == graph(tmp_path / "undisturbed")


def parts(count: int) -> Callable[[Path], bool]:
    return lambda store: len(list(store.glob("parts/*.jsonl"))) >= count


def index_begun(store: Path) -> bool:
    return any(store.glob("index/*/*"))


@pytest.mark.parametrize("moment", [parts(1), parts(7), index_begun], ids=["first part", "seventh part", "index begun"])
def test_a_build_killed_at_any_moment_opens_and_the_same_command_finishes_it(
    tmp_path: Path, plugin: Path, moment: Callable[[Path], bool]
) -> None:
    path, store = write_records(tmp_path / "in.jsonl", meetings(120, " SLOW")), tmp_path / "db"
    arguments = ("build", path, "--jobs", "1", "--extractor", "test", "--store", store)
    with subprocess.Popen(
        command(*arguments, part_articles=10), env=environment(plugin), stderr=subprocess.PIPE
    ) as running:
        while running.poll() is None and not moment(store):
            time.sleep(0.001)
        os.kill(running.pid, signal.SIGKILL)
        assert running.wait() == -signal.SIGKILL
    assert find(store).is_unfinished
    assert graph(store) == set()
    done = kcgraph(*arguments, plugin=plugin)
    assert done.returncode == 0, done.stderr
    assert "120 added" not in done.stderr
    build([path], Options(tmp_path / "undisturbed", jobs=1, extractor="test"))
    assert graph(store) == graph(tmp_path / "undisturbed")
    assert not find(store).is_unfinished


def test_workers_do_not_outlive_a_killed_build(tmp_path: Path, plugin: Path) -> None:
    path, store = write_records(tmp_path / "in.jsonl", meetings(2000, " SLOW")), tmp_path / "db"
    arguments = ("build", path, "--jobs", "2", "--extractor", "test", "--store", store)
    with subprocess.Popen(
        command(*arguments, part_articles=10),
        env=environment(plugin),
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        while running.poll() is None and not parts(6)(store):
            time.sleep(0.01)
        running.kill()
    deadline = time.monotonic() + 30
    while _session_lives(running.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _session_lives(running.pid)


def _session_lives(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_damaged_index_is_derived_anew(tmp_path: Path, built: Callable[..., Summary]) -> None:
    built(meetings(3))
    before = graph(tmp_path / "db")
    for manifest in (tmp_path / "db").glob("index/*/MANIFEST*"):
        manifest.write_bytes(b"")
    assert not index_opens(find(tmp_path / "db"))
    assert built(meetings(3)).changed
    assert graph(tmp_path / "db") == before


def test_an_export_takes_article_graphs_from_the_parts_as_the_index_has_them(
    tmp_path: Path, built: Callable[..., Summary]
) -> None:
    def exported() -> tuple[dict[str, bytes], int]:
        with stored(tmp_path / "db") as source:
            return {name: written(name, source) for name in FORMATS}, len(source.archived)

    def written(name: str, source: Source) -> bytes:
        out = io.BytesIO()
        FORMATS[name].write(source, out)
        return out.getvalue()

    built(meetings(5))
    from_parts = exported()
    with stored(tmp_path / "db") as source:
        from_store = {name: written(name, Source(source.store, source.without)) for name in FORMATS}
    assert from_parts == (from_store, 5)
    [part] = (tmp_path / "db" / "parts").glob("*.jsonl")
    shutil.copy(part, part.with_name("000002.jsonl"))
    shutil.copy(part.with_name("000001.nq.gz"), part.with_name("000002.nq.gz"))
    part.with_name("000002.jsonl").write_text(part.read_text().replace("r0004", "r0009"))
    assert exported() == (from_store, 0)


def test_a_damaged_part_is_told_of_by_name_and_the_index_in_use_stays(
    tmp_path: Path, built: Callable[..., Summary]
) -> None:
    built(meetings(3))
    before = graph(tmp_path / "db")
    part = tmp_path / "db" / "parts" / "000001.nq.gz"
    part.write_bytes(part.read_bytes()[:-20])
    with pytest.raises(StoreError, match=r"^part .*000001\.nq\.gz is damaged at byte \d+: .*delete its manifest"):
        built(meetings(4)[3:], name="more.jsonl")
    gc.collect()  # the failed index is held by the traceback until then
    assert graph(tmp_path / "db") == before
    part.with_name("000001.jsonl").unlink()
    assert built(meetings(4)).added == 3


def test_a_failed_write_keeps_what_was_finished(
    tmp_path: Path, built: Callable[..., Summary], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kcgraph.pipeline.job.PART_ARTICLES", 2)
    blocker = tmp_path / "db" / "parts" / "000002.nq.gz.tmp"
    blocker.mkdir(parents=True)
    (tmp_path / "db" / "kcgraph.json").write_text(json.dumps({"format": 1, "base": MINTER.base}))
    with pytest.raises(DataError, match="what was finished before is kept"):
        built(meetings(6))
    blocker.rmdir()
    summary = built(meetings(6))
    assert (summary.unchanged, summary.added) == (2, 4)


def test_a_monitor_hears_of_stages_and_of_every_record(tmp_path: Path, plugin: Path) -> None:
    class Listener:
        def __init__(self) -> None:
            self.stages: list[str] = []
            self.records = 0

        def stage(self, name: str) -> None:
            self.stages.append(name)

        def advance(self, records: int) -> None:
            self.records += records

    assert plugin.is_dir()
    listener = Listener()
    path = write_records(tmp_path / "in.jsonl", meetings(7))
    run_build([path], Options(tmp_path / "db", jobs=1, extractor="test"), listener)
    assert listener.records == 7
    assert listener.stages == ["reading articles", "loading 7 article graphs", "merging events"]


def test_wrong_calls_leave_no_store_behind(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CallError, match="does not exist"):
        build([tmp_path / "nothing"], Options(tmp_path / "db"))
    with pytest.raises(InputError, match="holds no article"):
        build([tmp_path / "empty"], Options(tmp_path / "db"))
    path = write_records(tmp_path / "in.jsonl", meetings(1))
    with pytest.raises(CallError, match="there is no extractor 'nobody'"):
        build([path], Options(tmp_path / "db", extractor="nobody"))
    with pytest.raises(CallError, match="base IRI"):
        build([path], Options(tmp_path / "db", base="nonsense"))
    assert not (tmp_path / "db").exists()

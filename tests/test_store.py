"""The store folder: what it holds, who holds it, and what is told when it is not one."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from builds import environment
from pyoxigraph import NamedNode, Quad, Store

from kcgraph.errors import CallError, StoreError
from kcgraph.store import StoreFolder, building, find, index_opens, reading, replace_index
from kcgraph.vocab import BASE

OTHER_BASE = "https://example.org/"


def quad(name: str) -> Quad:
    return Quad(NamedNode(f"a:{name}"), NamedNode("a:p"), NamedNode("a:o"), NamedNode("a:g"))


def put(path: Path, index: str, *names: str) -> None:
    def fill(store: Store) -> None:
        store.extend(map(quad, names))

    with building(path, BASE) as folder:
        replace_index(folder, index, fill)


def contents(path: Path) -> set[Quad]:
    with reading(path) as store:
        return set(store)


def test_an_index_is_read_as_it_was_filled_and_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "db"
    put(path, "one", "x")
    assert contents(path) == {quad("x")}
    put(path, "two", "y")
    assert contents(path) == {quad("y")}
    assert [index.name for index in (path / "index").iterdir()] == ["two"]


def test_a_failing_fill_leaves_the_index_in_use_and_marks_the_store_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "db"
    put(path, "one", "x")
    assert not find(path).is_unfinished

    def fill(store: Store) -> None:
        store.extend([quad("y")])
        raise OSError(28, "No space left on device")

    with (
        pytest.raises(StoreError, match="No space left on device; what was read is kept"),
        building(path, BASE) as folder,
    ):
        replace_index(folder, "two", fill)
    assert contents(path) == {quad("x")}
    assert find(path).is_unfinished
    assert [index.name for index in (path / "index").iterdir()] == ["one"]


def test_a_store_being_read_survives_a_build(tmp_path: Path) -> None:
    path = tmp_path / "db"
    put(path, "one", "x")
    with reading(path) as first, reading(path) as second:
        put(path, "two", "y")
        assert set(first) == set(second) == {quad("x")}
        assert contents(path) == {quad("y")}
    put(path, "three", "z")
    assert [index.name for index in (path / "index").iterdir()] == ["three"]


def test_a_store_whose_first_build_has_not_finished_reads_as_empty(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), building(tmp_path / "db", BASE):
        raise ZeroDivisionError
    assert contents(tmp_path / "db") == set()
    assert find(tmp_path / "db").is_unfinished


def test_a_second_build_is_told_who_holds_the_store(tmp_path: Path) -> None:
    path = tmp_path / "db"
    code = (
        f"import time; from pathlib import Path; from kcgraph.store import building\n"
        f"with building(Path({str(path)!r}), {BASE!r}): print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment(None)
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(StoreError, match=rf"is being built by process {holder.pid} on .+ since 2"),
            building(path, BASE),
        ):
            pass
        holder.kill()
    with building(path, BASE):
        pass


def test_no_store_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="run 'kcgraph build"), reading(tmp_path / "db"):
        pass


def test_another_folder_or_a_file_is_not_taken_for_a_store(tmp_path: Path) -> None:
    folder, file = tmp_path / "folder", tmp_path / "file"
    folder.mkdir()
    (folder / "precious.txt").write_text("words")
    file.write_text("words")
    for path in (folder, file):
        with pytest.raises(StoreError, match="choose another --store"), building(path, BASE):
            pass
        with pytest.raises(StoreError, match="choose another --store"):
            find(path)
    assert [entry.name for entry in folder.iterdir()] == ["precious.txt"]


def test_an_empty_folder_may_become_a_store(tmp_path: Path) -> None:
    put(tmp_path, "one", "x")
    assert contents(tmp_path) == {quad("x")}


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        (json.dumps({"format": 99, "kcgraph": "7.0", "base": BASE}), "format 99, written by kcgraph 7.0"),
        ("{", "is damaged"),
        ('{"format": "x"}', "is damaged"),
        ("[]", "is damaged"),
    ],
)
def test_a_store_of_another_version_is_told_of(tmp_path: Path, stamp: str, told: str) -> None:
    path = tmp_path / "db"
    put(path, "one", "x")
    (path / "kcgraph.json").write_text(stamp)
    with pytest.raises(StoreError, match=told):
        find(path)
    with pytest.raises(StoreError, match=told), building(path, BASE):
        pass


def test_a_store_keeps_its_base(tmp_path: Path) -> None:
    put(tmp_path / "db", "one", "x")
    with pytest.raises(CallError, match=f"give --base {BASE}"), building(tmp_path / "db", OTHER_BASE):
        pass
    assert find(tmp_path / "db").base == BASE


@pytest.mark.parametrize("damage", ["remove", "truncate"])
def test_a_damaged_index_is_told_of_and_known(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "db"
    put(path, "one", "x")
    index = path / "index" / "one"
    if damage == "remove":
        shutil.rmtree(index)
    else:
        for file in index.glob("MANIFEST*"):
            file.write_bytes(b"")
    assert not index_opens(find(path))
    with pytest.raises(StoreError, match="damaged or missing"), reading(path):
        pass


def test_readers_do_not_wait_for_a_build_to_end(tmp_path: Path) -> None:
    path = tmp_path / "db"
    put(path, "one", "x")
    with building(path, BASE) as folder:
        assert isinstance(folder, StoreFolder)
        started = time.monotonic()
        assert contents(path) == {quad("x")}
        assert time.monotonic() - started < 60

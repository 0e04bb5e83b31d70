"""Parts: whole or not there."""

import gzip
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.archive import Archive, Entry, Packed, Pieces, Run, pack
from kcgraph.errors import StoreError

RUN = Run("0.1", "rules", ("in",), "2025-01-01T00:00:00Z")


def packed(article: str, words: str) -> Packed:
    graph = f'<a:{article}> <a:says> "{words}" <a:graph/{article}> .\n'.encode()
    digest = hashlib.sha256(graph).hexdigest()
    return pack(Entry(article, digest, digest, digest, 1), graph)


def test_what_is_appended_is_there_again_when_opened_anew(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    Archive(folder).append([packed("1", "one"), packed("2", "two")], RUN)
    Archive(folder).append([packed("3", "three")], RUN)
    archive = Archive(folder)
    assert sorted(archive.kept) == ["1", "2", "3"]
    assert archive.graph("2") == b'<a:2> <a:says> "two" <a:graph/2> .\n'
    assert b"".join(archive.graphs(["3", "1"])) == archive.graph("1") + archive.graph("3")
    assert archive.kept["3"].run == RUN


def test_a_later_article_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.append([packed("1", "old"), packed("2", "two")], RUN)
    archive.append([packed("1", "new")], RUN)
    for opened in (archive, Archive(tmp_path)):
        assert b'"new"' in opened.graph("1")
        assert b'"old"' not in b"".join(opened.graphs(opened.kept))


def test_a_part_is_plain_gzip_to_other_tools(tmp_path: Path) -> None:
    Archive(tmp_path).append([packed("1", "one"), packed("2", "two")], RUN)
    [part] = tmp_path.glob("*.nq.gz")
    assert gzip.decompress(part.read_bytes()).count(b"\n") == 2


def test_a_part_without_manifest_counts_for_nothing_and_its_number_is_not_used_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.append([packed("1", "one")], RUN)
    archive.append([packed("2", "two")], RUN)
    (tmp_path / "000002.jsonl").unlink()
    opened = Archive(tmp_path)
    assert list(opened.kept) == ["1"]
    opened.append([packed("3", "three")], RUN)
    assert sorted(Archive(tmp_path).kept) == ["1", "3"]


@pytest.mark.parametrize("damage", [b"", b"nonsense\n", b'{"version": 1}\n', b"\xff\xfe"])
def test_a_damaged_manifest_is_told_of_by_name(tmp_path: Path, damage: bytes) -> None:
    Archive(tmp_path).append([packed("1", "one")], RUN)
    (tmp_path / "000001.jsonl").write_bytes(damage)
    with pytest.raises(StoreError, match=r"000001\.jsonl"):
        Archive(tmp_path)


def test_a_damaged_part_is_told_of_by_name(tmp_path: Path) -> None:
    Archive(tmp_path).append([packed("1", "one")], RUN)
    part = tmp_path / "000001.nq.gz"
    os.truncate(part, part.stat().st_size - 3)
    with pytest.raises(StoreError, match=r"000001\.nq\.gz is damaged"):
        Archive(tmp_path).graph("1")


def test_a_part_that_can_not_be_written_leaves_the_archive_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "parts"
    archive = Archive(folder)
    archive.append([packed("1", "one")], RUN)
    (folder / "000002.jsonl.tmp").mkdir()
    with pytest.raises(StoreError, match="what was finished before is kept"):
        archive.append([packed("2", "two")], RUN)
    assert list(archive.kept) == list(Archive(folder).kept) == ["1"]
    assert not (folder / "000002.nq.gz").exists()


@given(pieces=st.lists(st.binary(max_size=50)), size=st.integers(1, 20))
def test_pieces_read_as_one_file(pieces: list[bytes], size: int) -> None:
    source, found = Pieces(pieces), b""
    while block := source.read(size):
        found += block
    assert found == b"".join(pieces)

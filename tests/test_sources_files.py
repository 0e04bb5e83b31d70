"""Reading files: every bad input ends in a Reject that says where and why, and what is good around it is kept."""

import gzip
import json
import os
import re
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.errors import CallError, InputError
from kcgraph.model import Record, Reject
from kcgraph.sources import read_input

STORY = "Kim Jong Un met Sergei Shoigu in Pyongyang on March 21."


def write(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def line(**fields: object) -> str:
    return json.dumps(fields) + "\n"


def only_reject(path: Path, **limits: int) -> Reject:
    (item,) = read_input(path, **limits)
    assert isinstance(item, Reject)
    assert str(path) in item.reason
    assert item.stage == "sources"
    return item


def test_text_page_is_kept_as_it_stands(tmp_path: Path) -> None:
    text = "  Erste\r\nline\u00a0two \u2014 \U0001f600\n"
    (item,) = read_input(write(tmp_path / "page.txt", text))
    assert item == Record(text=text, origin=str(tmp_path / "page.txt"))


def test_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (item,) = read_input(write(tmp_path / "page.txt", b"\xef\xbb\xbf" + STORY.encode()))
    assert isinstance(item, Record)
    assert item.text == STORY


@pytest.mark.parametrize("name", ["records.jsonl", "records.ndjson", "records.jsonl.gz"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    content = (
        line(id="a", title="T", date="2024-10-07", url="http://a.example/", source="s", text=STORY) + "\n"
    ).encode()
    path = write(tmp_path / name, gzip.compress(content) if name.endswith(".gz") else content)
    assert list(read_input(path)) == [
        Record(STORY, f"{path}:1", identifier="a", source="s", title="T", date="2024-10-07", url="http://a.example/")
    ]


def test_numbers_are_good_identifiers_and_blanks_are_none(tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", line(id=7, text=STORY) + line(id="", title=" ", text=STORY))
    first, second = read_input(path)
    assert isinstance(first, Record) and isinstance(second, Record)
    assert (first.identifier, second.identifier, second.title) == ("7", None, None)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (b"{not json}", "is not JSON at column 2"),
        (b'{"id": 1', "is not JSON at column 9"),
        (b"[1, 2]", "no object"),
        (b'"text"', "no object"),
        (b"{}", "no text"),
        (b'{"text": null}', "no text"),
        (b'{"text": "  \\n "}', "empty text"),
        (b'{"text": ["a"]}', "a text that is a list"),
        (b'{"text": "a", "date": 20241007}', "a date that is a number"),
        (b'{"text": "a", "title": {"en": "t"}}', "a title that is an object"),
        (b'{"text": "a", "id": true}', "an id that is true or false"),
        (b'{"text": "a", "id": "a\\nb"}', "unprintable"),
        (b'{"text": "a\\u0000b"}', "NUL"),
        (b'{"text": "a\\ud800b"}', "half a surrogate pair"),
        (b'{"text": "a", "title": "\\udfff"}', "its title"),
        (b'{"text": "caf\xe9"}', "not UTF-8 at byte 13 of the line"),
        (b'{"text": "' + b"x" * 200 + b'"}', "over the limit of 100"),
        (b'{"text": "' + b"x" * 80_000 + b'"}', "longer than an article of 100"),
        (b"[" * 100_000, "longer than an article of 100"),
    ],
)
def test_bad_record_is_rejected_and_the_next_is_read(tmp_path: Path, bad: bytes, reason: str) -> None:
    path = write(tmp_path / "r.jsonl", line(text=STORY).encode() + bad + b"\n" + line(id="next", text=STORY).encode())
    before, rejected, after = read_input(path, maximum_characters=100)
    assert isinstance(before, Record) and isinstance(rejected, Reject) and isinstance(after, Record)
    assert rejected.origin == f"{path}:2"
    assert reason in rejected.reason
    assert (after.identifier, after.origin) == ("next", f"{path}:3")


def test_reject_names_the_record(tmp_path: Path) -> None:
    assert only_reject(write(tmp_path / "r.jsonl", line(id="a7"))).identifier == "a7"


def test_deep_nesting_is_rejected(tmp_path: Path) -> None:
    assert "can't be read" in only_reject(write(tmp_path / "r.jsonl", "[" * 100_000)).reason


@pytest.mark.parametrize("name", ["page.txt", "page.html", "r.jsonl"])
def test_empty_file(tmp_path: Path, name: str) -> None:
    assert "is empty" in only_reject(write(tmp_path / name, "")).reason


def test_blank_page(tmp_path: Path) -> None:
    assert "empty text" in only_reject(write(tmp_path / "page.txt", " \n\t\n")).reason


def test_html_without_words(tmp_path: Path) -> None:
    page = "<html><body><nav>Home</nav><script>var a = 1</script></body></html>"
    assert "empty text" in only_reject(write(tmp_path / "page.html", page)).reason


@pytest.mark.parametrize("name", ["page.txt", "page.html", "r.jsonl"])
def test_binary_file(tmp_path: Path, name: str) -> None:
    assert "binary" in only_reject(write(tmp_path / name, b"\x7fELF\0\0\1\2\n" * 50)).reason


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_page_that_is_not_utf8_names_the_byte(tmp_path: Path, mark: bytes) -> None:
    reason = only_reject(write(tmp_path / "page.txt", mark + b"Pyongyang \xff")).reason
    assert f"at byte {len(mark) + 10}:" in reason


def test_page_over_the_limit(tmp_path: Path) -> None:
    assert "over the limit of 10" in only_reject(write(tmp_path / "a.txt", "x" * 11), maximum_characters=10).reason
    assert "over the limit of 40" in only_reject(write(tmp_path / "b.txt", "x" * 41), maximum_characters=10).reason


def test_article_of_ten_megabytes_is_over_the_limit_unless_allowed(tmp_path: Path) -> None:
    text = "Pyongyang, " * 950_000
    path = write(tmp_path / "r.jsonl", line(text=text) + line(text=STORY))
    rejected, kept = read_input(path)
    assert isinstance(rejected, Reject) and isinstance(kept, Record)
    assert [len(item.text) for item in read_input(path, maximum_characters=20_000_000) if isinstance(item, Record)] == [
        len(text),
        len(STORY),
    ]


@pytest.mark.parametrize("kept_share", [0.2, 0.5, 0.99])
def test_truncated_gzip_keeps_what_came_before(tmp_path: Path, kept_share: float) -> None:
    lines = [line(id=str(number), text=os.urandom(300).hex()).encode() for number in range(500)]
    whole = gzip.compress(b"".join(lines))
    *records, last = read_input(write(tmp_path / "r.jsonl.gz", whole[: int(len(whole) * kept_share)]))
    assert isinstance(last, Reject)
    assert f"after line {len(records)}" in last.reason
    assert len(records) >= int(500 * kept_share) - 60
    assert [r.identifier for r in records if isinstance(r, Record)] == [str(n) for n in range(len(records))]


def test_file_that_is_no_gzip(tmp_path: Path) -> None:
    assert "damaged" in only_reject(write(tmp_path / "r.jsonl.gz", line(text=STORY))).reason


def test_gzip_with_a_damaged_middle(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(b"".join(line(text=os.urandom(40).hex()).encode() for _ in range(2000))))
    content[len(content) // 2 : len(content) // 2 + 40] = b"\xff" * 40
    items = list(read_input(write(tmp_path / "r.jsonl.gz", bytes(content))))
    assert isinstance(items[0], Record)
    assert isinstance(items[-1], Reject)


def test_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"nowhere\.txt does not exist"):
        read_input(tmp_path / "nowhere.txt")


@pytest.mark.parametrize("left", [[], ["README.md", "gold.json", "manifest.toml", ".hidden.txt", ".git/config.txt"]])
def test_folder_of_nothing(tmp_path: Path, left: list[str]) -> None:
    for name in left:
        write(tmp_path / name, STORY)
    with pytest.raises(InputError, match="holds no article file"):
        read_input(tmp_path)


def test_folder_is_read_in_sorted_order_and_unknown_types_are_rejected(tmp_path: Path) -> None:
    for name in ["b/2.txt", "b/1.txt", "a.txt", "c.pdf", "README.md", "z.TXT"]:
        write(tmp_path / name, STORY)
    items = list(read_input(tmp_path))
    assert [Path(item.origin).relative_to(tmp_path).as_posix() for item in items] == [
        "a.txt", "c.pdf", "z.TXT", "b/1.txt", "b/2.txt"
    ]  # fmt: skip
    (rejected,) = [item for item in items if isinstance(item, Reject)]
    assert "type that is not known" in rejected.reason


def test_file_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    if os.geteuid() == 0:  # root reads everything but a process's unmapped memory
        path.symlink_to("/proc/self/mem")
    else:
        write(path, STORY).chmod(0)
    assert re.search("Permission denied|Input/output error", only_reject(path).reason)


def test_html_keeps_the_main_text(tmp_path: Path) -> None:
    page = (
        "<html><head><title>T - Site</title><meta property='og:title' content='The  title'>"
        "<meta property='article:published_time' content='2022-06-11T09:30:00Z'>"
        "<meta property='og:site_name' content='Site'><link rel=canonical href='https://a.example/1'></head>"
        "<body><header>Top</header><article><h1>The title</h1><p>One <b>bold</b>word,\n  two &amp; three.</p>"
        "<figure><img><figcaption>Kim met Lee</figcaption></figure>Loose<br>text<ul><li>x<li>y</ul></article>"
        "<aside>More stories</aside><footer>Foot</footer></body></html>"
    )
    (item,) = read_input(write(tmp_path / "page.html", page))
    assert item == Record(
        text="The title\nOne boldword, two & three.\nLoose\ntext\nx\ny",
        origin=str(tmp_path / "page.html"),
        source="Site",
        title="The title",
        date="2022-06-11T09:30:00Z",
        url="https://a.example/1",
    )


@given(content=st.binary(max_size=400))
def test_no_bytes_make_json_lines_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = write(tmp_path_factory.mktemp("any") / "r.jsonl", content)
    assert list(read_input(path)) == list(read_input(path))


@given(content=st.binary(max_size=400))
def test_no_bytes_make_a_page_fail(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (text,) = read_input(write(folder / "p.txt", content))
    assert isinstance(text, Reject) or text.text.encode() == content.removeprefix(b"\xef\xbb\xbf")
    assert len(list(read_input(write(folder / "p.html", content)))) == 1


@given(
    texts=st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1), min_size=1)
)
def test_each_line_is_one_record_or_reject(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = write(tmp_path_factory.mktemp("any") / "r.jsonl", "".join(line(text=text) for text in texts))
    items = list(read_input(path))
    assert [item.text if isinstance(item, Record) else "" for item in items] == [t if t.strip() else "" for t in texts]


def test_overlong_line_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", line(text="x" * 20_000_000) + line(text=STORY))
    tracemalloc.start()
    try:
        rejected, kept = read_input(path, maximum_characters=1000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert isinstance(rejected, Reject) and isinstance(kept, Record)
    assert peak < 2_000_000

"""Which files of an input are read, and how: pages, HTML and JSON lines, in sorted order and constant memory."""

import os
import tomllib
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from functools import cache
from itertools import chain
from pathlib import Path

from kcgraph.errors import CallError, InputError
from kcgraph.model import Record, Reject
from kcgraph.resources import folder
from kcgraph.sources.jsonlines import read_json_lines
from kcgraph.sources.pages import read_html_page, read_text_page

MAXIMUM_CHARACTERS = 2_000_000
"""The longest article that is read, in code points, unless the caller says otherwise; a longer one is a Reject."""

Reader = Callable[[Path, int], Iterator[Record | Reject]]

_READERS: dict[str, Reader] = {
    ".txt": read_text_page,
    ".html": read_html_page,
    ".htm": read_html_page,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".jsonl.gz": read_json_lines,
    ".ndjson.gz": read_json_lines,
}


def read_input(path: Path, *, maximum_characters: int = MAXIMUM_CHARACTERS) -> Iterator[Record | Reject]:
    """Read a file, or every article file below a folder in sorted order.

    What can't be used comes as a Reject with its reason, and the rest goes on. Inside a folder hidden files and what
    `seeds/layouts/common.toml` lists under `pass_over` are no articles and are left out.
    Raises CallError when there is no such file or folder and InputError when a folder holds nothing to read; both
    at the call, before the first record.
    """
    if not path.exists():
        raise CallError(f"{path} does not exist: give a file or a folder of articles")
    if path.is_file():
        return _read_file(path, maximum_characters)
    if not path.is_dir():
        raise CallError(f"{path} is neither a file nor a folder: give a file or a folder of articles")
    found = _walk(path)
    first = next(found, None)
    if first is None:
        raise InputError(f"{path} holds no article file: give a folder with {_known_types()} files")
    return _read_all(chain([first], found), maximum_characters)


def _read_all(found: Iterator[Path | Reject], maximum_characters: int) -> Iterator[Record | Reject]:
    for item in found:
        if isinstance(item, Reject):
            yield item
        else:
            yield from _read_file(item, maximum_characters)


def _read_file(path: Path, maximum_characters: int) -> Iterator[Record | Reject]:
    reader = _reader_of(path.name)
    if reader is None:
        reason = f"{path} is of a type that is not known: give {_known_types()} files"
        yield Reject(str(path), None, "sources", reason)
        return
    try:
        yield from reader(path, maximum_characters)
    except OSError as error:
        reason = f"{path} can't be read ({error.strerror or error}): check the file and its permissions"
        yield Reject(str(path), None, "sources", reason)


def _walk(root: Path) -> Iterator[Path | Reject]:
    failures: list[Reject] = []

    def refuse(error: OSError) -> None:
        reason = f"folder {error.filename} can't be listed ({error.strerror}): check its permissions"
        failures.append(Reject(str(error.filename), None, "sources", reason))

    for folder_name, subfolders, names in os.walk(root, onerror=refuse):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        yield from (Path(folder_name) / name for name in sorted(names) if not _is_passed_over(name))
    yield from failures


def _is_passed_over(name: str) -> bool:
    return name.startswith(".") or any(fnmatchcase(name, pattern) for pattern in _pass_over())


@cache
def _pass_over() -> tuple[str, ...]:
    data = tomllib.loads((folder("seeds") / "layouts" / "common.toml").read_text(encoding="utf-8"))
    return tuple(data["pass_over"])


def _reader_of(name: str) -> Reader | None:
    lower = name.lower()
    return next((reader for ending, reader in _READERS.items() if lower.endswith(ending)), None)


def _known_types() -> str:
    return ", ".join(sorted(_READERS))

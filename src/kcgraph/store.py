"""The store: one folder with all that builds have made.

    kcgraph.db/
      kcgraph.json     what this folder is: the format, the kcgraph that made it, the base IRI
      parts/           the truth: article graphs in durable parts (see `kcgraph.archive`)
      judgements/      what people decided (see `kcgraph.judgements`), unless they keep it elsewhere
      index/{name}/    an Oxigraph (RocksDB) store derived from them; never written to once `current` names it
      current          the name of the index in use
      rejects.jsonl    the records that could not be used, each with its reason
      unfinished       there while a build runs, and after one that was interrupted
      lock             held (flock) by the build that is running; its content says by whom

An index is filled beside the one in use, forced to the disk, and only then named in `current`, by one rename. So a
kill at any moment leaves the former index whole, and readers never see one that is written to.
"""

import contextlib
import fcntl
import json
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from pyoxigraph import Store

from kcgraph import __version__, durable
from kcgraph.errors import CallError, StoreError
from kcgraph.vocab import BASE

FORMAT = 1
DEFAULT_FOLDER = Path("kcgraph.db")
_STAMP = "kcgraph.json"
_LOCK = "lock"
_INDEX_LOCK = "kcgraph-reader"
_JUDGEMENTS = "judgements"
_BEFORE_THE_STAMP = frozenset((_LOCK, f"{_STAMP}.tmp", _JUDGEMENTS))
"""What a folder may hold that is to become a store: judgements outlive the store that they were made on."""


@dataclass(frozen=True, slots=True)
class StoreFolder:
    """A folder that is known to be a store of this format; `base` is the IRI that its own IRIs start with."""

    path: Path
    base: str

    @property
    def parts(self) -> Path:
        """The folder of the archive."""
        return self.path / "parts"

    @property
    def judgements(self) -> Path:
        """The folder of people's judgements, where no other is named."""
        return self.path / _JUDGEMENTS

    @property
    def rejects(self) -> Path:
        """The file of the records that could not be used."""
        return self.path / "rejects.jsonl"

    @property
    def is_unfinished(self) -> bool:
        """Whether a build is running or was interrupted, so that the parts may hold more than the index."""
        return (self.path / "unfinished").exists()

    @property
    def index_name(self) -> str | None:
        """The name of the index in use; None before the first one."""
        try:
            return (self.path / "current").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise StoreError(f"store {self.path} can't be read: {error}; build it again in another folder") from error

    @property
    def index_key(self) -> str | None:
        """What the index in use was made from, as the caller of `replace_index` named it; None before the first one."""
        name = self.index_name
        return name.partition(".")[0] if name is not None else None


@dataclass(frozen=True, slots=True)
class Index:
    """An index open for reading, and what it was made from (None before the first build has finished)."""

    name: str | None
    store: Store


def find(path: Path) -> StoreFolder:
    """The store at `path`. Raises CallError when there is nothing, StoreError when it is no store of this format."""
    if not path.exists():
        raise CallError(f"there is no store at {path}: run 'kcgraph build INPUT... --store {path}' first")
    return _read_stamp(path)


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Store]:
    """Open the index of the store at `path` for reading; many processes may do so at once, also while a build runs.

    A store whose first build has not finished reads as empty. Raises as `find` does.
    """
    with reading_index(path) as index:
        yield index.store


@contextlib.contextmanager
def reading_index(path: Path) -> Iterator[Index]:
    """As `reading`, and tell what the index was made from too."""
    folder = find(path)
    with contextlib.ExitStack() as held:
        while (name := folder.index_name) is not None:
            index = folder.path / "index" / name
            if _share(index, held) or folder.index_name == name:
                yield Index(name.partition(".")[0], _open_read_only(index, path))
                return
        yield Index(None, Store())


@contextlib.contextmanager
def holding(path: Path) -> Iterator[StoreFolder]:
    """Hold the store at `path`, which has to be there, against builds and other changes.

    Raises as `find` does, and StoreError when another process holds it or it can't be written.
    """
    find(path)
    with contextlib.ExitStack() as held:
        with _writing(path):
            _lock(path, held)
        yield find(path)


@contextlib.contextmanager
def building(path: Path, base: str | None = None) -> Iterator[StoreFolder]:
    """Hold the store at `path` for a build, making the folder (with that base or kcgraph's own) when it is not there.

    The mark `unfinished` stays behind when the block raises. Raises StoreError when another build holds it, when the
    folder is something else, or when it can't be written; CallError when the store has another base IRI.
    """
    if path.exists() and not path.is_dir():
        raise StoreError(f"{path} is a file, not a store: choose another --store")
    if path.is_dir() and {entry.name for entry in path.iterdir()} - _BEFORE_THE_STAMP:
        _read_stamp(path)
    with contextlib.ExitStack() as held:
        with _writing(path):
            path.mkdir(parents=True, exist_ok=True)
            _lock(path, held)
            folder = _stamped(path, base)
            durable.write(path / "unfinished", [])
        yield folder
        with _writing(path):
            (path / "unfinished").unlink()


def replace_index(folder: StoreFolder, key: str, fill: Callable[[Store], None]) -> None:
    """Fill a new index and make it the one in use; `key`, a file name without a dot, tells what it is made from.

    Raises StoreError when the disk is full or can't be written; the index in use then stays.
    """
    _put_in_place(folder, key, lambda index: Store(str(index)), fill)


def revise_index(folder: StoreFolder, key: str, change: Callable[[Store], None]) -> None:
    """Change a copy of the index in use (files that stay the same are shared) and make it the one in use.

    Raises as `replace_index` does.
    """

    def copied(index: Path) -> Store:
        if folder.index_name is None:
            raise CallError(f"store {folder.path} holds nothing yet: run 'kcgraph build INPUT...' first")
        _open_read_only(folder.path / "index" / folder.index_name, folder.path).backup(str(index))
        return Store(str(index))

    _put_in_place(folder, key, copied, change)


def _put_in_place(folder: StoreFolder, key: str, make: Callable[[Path], Store], fill: Callable[[Store], None]) -> None:
    index = _free_place(folder.path / "index" / key)
    try:
        index.parent.mkdir(exist_ok=True)
        store = make(index)
        fill(store)
        store.flush()
        del store
        (index / _INDEX_LOCK).touch()
        durable.sync_files(index)
        durable.write(folder.path / "current", [index.name.encode("ascii")])
    except (OSError, RuntimeError) as error:
        _discard(index)
        raise StoreError(
            f"can't write the index of {folder.path}: {_reason(error)}; what was read is kept: make room or give the "
            "right to write, then run the same command again"
        ) from error
    except BaseException:
        _discard(index)
        raise
    _discard_unused(index)


def index_opens(folder: StoreFolder) -> bool:
    """Whether the index in use is there and opens."""
    if folder.index_name is None:
        return False
    try:
        Store.read_only(str(folder.path / "index" / folder.index_name))
    except (OSError, RuntimeError):  # RocksDB reports damage as the one or the other
        return False
    return True


def _read_stamp(path: Path) -> StoreFolder:
    try:
        stamp = json.loads((path / _STAMP).read_text(encoding="utf-8"))
        form, base = int(stamp["format"]), str(stamp["base"])
    except (FileNotFoundError, NotADirectoryError):
        raise StoreError(f"{path} is not a kcgraph store (it has no {_STAMP}): choose another --store") from None
    except OSError as error:
        raise StoreError(f"store {path} can't be read: {_reason(error)}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path / _STAMP} is damaged ({error}): build the store again in another folder") from error
    if form != FORMAT:
        raise StoreError(
            f"store {path} has format {form}, written by kcgraph {stamp.get('kcgraph', '(unknown)')}, and this one "
            f"({__version__}) reads format {FORMAT}: use that version, or build again in another folder"
        )
    return StoreFolder(path, base)


def _stamped(path: Path, base: str | None) -> StoreFolder:
    if not (path / _STAMP).exists():
        stamp = {"format": FORMAT, "kcgraph": __version__, "base": base or BASE}
        durable.write(path / _STAMP, [json.dumps(stamp, indent=1).encode("utf-8") + b"\n"])
    folder = _read_stamp(path)
    if base is not None and folder.base != base:
        raise CallError(
            f"store {path} has the base IRI {folder.base}, not {base}: give --base {folder.base} or another --store"
        )
    return folder


@contextlib.contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"store {path} can't be written: {_reason(error)}; make room, give the right to write, or choose another "
            "--store"
        ) from error


def _lock(path: Path, held: contextlib.ExitStack) -> None:
    file = held.enter_context((path / _LOCK).open("a+", encoding="utf-8"))
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.seek(0)
        holder = file.read().strip() or "another process"
        raise StoreError(f"store {path} is being built by {holder}: wait for it or choose another --store") from None
    file.truncate(0)
    file.write(f"process {os.getpid()} on {socket.gethostname()} since {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
    file.flush()


def _open_read_only(index: Path, path: Path) -> Store:
    try:
        return Store.read_only(str(index))
    except (OSError, RuntimeError) as error:
        raise StoreError(
            f"the index of store {path} is damaged or missing ({_reason(error)}): run 'kcgraph build' on its input "
            "again, which derives it anew"
        ) from error


def _share(index: Path, held: contextlib.ExitStack) -> bool:
    """Hold the index against removal while it is read; False when it is gone."""
    try:
        file: IO[bytes] = held.enter_context((index / _INDEX_LOCK).open("rb"))
    except OSError:
        return False
    fcntl.flock(file, fcntl.LOCK_SH)
    return (index / _INDEX_LOCK).exists()


def _free_place(index: Path) -> Path:
    """A place that holds nothing: `index`, or one named after it while an earlier index of its name is being read."""
    place, number = index, 1
    while not _discard_unless_read(place):
        number += 1
        place = index.with_name(f"{index.name}.{number}")
    return place


def _discard_unused(used: Path) -> None:
    """Remove the indexes that are neither in use nor being read; one that is read goes at a later build."""
    for index in sorted(used.parent.iterdir()):
        if index != used:
            _discard_unless_read(index)


def _discard_unless_read(index: Path) -> bool:
    """Remove an index and return True, unless somebody reads it."""
    try:
        with (index / _INDEX_LOCK).open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _discard(index)
    except BlockingIOError:
        return False
    except FileNotFoundError:
        _discard(index)
    return True


def _discard(index: Path) -> None:
    shutil.rmtree(index, ignore_errors=True)


def _reason(error: Exception) -> str:
    told = getattr(error, "strerror", None) or str(error)
    return " ".join(told.split())

"""Files that are either whole or not there."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of `path` once it is whole and on the disk; an error leaves `path` as it was.

    Raises OSError when the file can't be written.
    """
    temporary = path.with_name(path.name + ".tmp")
    try:
        with temporary.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write `pieces` as the file `path`, whole or not at all. Raises OSError when it can't be written."""
    with replacing(path) as file:
        file.writelines(pieces)


def sync_folder(folder: Path) -> None:
    """Force the names in `folder` to the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def sync_files(folder: Path) -> None:
    """Force every file in `folder`, and their names, to the disk."""
    for path in sorted(folder.iterdir()):
        sync_folder(path)
    sync_folder(folder)

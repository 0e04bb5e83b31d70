"""The file of what was passed over: one JSON object a line."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from kcgraph import durable
from kcgraph.errors import StoreError
from kcgraph.model import Reject


def write_rejects(path: Path, rejects: Sequence[Reject], inputs: Iterable[Path | str]) -> None:
    """Let `rejects` take the place of what earlier builds of the same `inputs` rejected; those of other inputs stay.

    Raises StoreError when the file can't be written.
    """
    names = [str(source) for source in inputs]
    try:
        others = [line for line in _lines(path) if json.loads(line).get("input") not in names]
        new = [_line(reject, names) for reject in rejects]
        content = [f"{line}\n".encode() for line in (*others, *new)]
        if content or path.exists():
            durable.write(path, content)
    except (OSError, ValueError) as error:
        raise StoreError(
            f"rejects file {path} can't be written: {error}; make room or remove it, then build again"
        ) from error


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def _line(reject: Reject, inputs: Sequence[str]) -> str:
    source = max((name for name in inputs if reject.origin.startswith(name)), key=len, default=inputs[0])
    return json.dumps({"input": source, **asdict(reject)}, ensure_ascii=False)

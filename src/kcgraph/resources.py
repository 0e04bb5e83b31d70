"""Where the data folders (`ontology`, `shapes`, `queries`, `seeds`) are, installed or in a checkout."""

from functools import cache
from importlib.resources import files
from pathlib import Path

from kcgraph.errors import KnowledgeError


@cache
def folder(name: str) -> Path:
    """Return the data folder `name`.

    A wheel carries the folders inside the package; an editable install finds them beside `src`.
    Raises KnowledgeError when neither has it.
    """
    installed = Path(str(files("kcgraph"))) / name
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[2] / name
    if checkout.is_dir():
        return checkout
    raise KnowledgeError(
        f"data folder {name!r} is neither in {installed.parent} nor in {checkout.parent}: reinstall kcgraph"
    )

"""The rule-set hash: one name for everything that decides which graph an article gets."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import kcgraph
from kcgraph.errors import CallError
from kcgraph.resources import folder

DEFAULT_EXTRACTOR = "patterns"
_GROUP = "kcgraph.extractors"
_DATA_FOLDERS = ("ontology", "seeds", "shapes")
_NO_RULES = frozenset(("articles", "evaluation"))
_AFTER_THE_GRAPH = frozenset(
    ("__main__.py", "cli", "coverage", "evaluate", "explain", "export.py", "originals.py", "query", "web")
)


def extractor_named(name: str) -> EntryPoint:
    """The extractor plug-in of that name. Raises CallError when none is installed."""
    found = {point.name: point for point in entry_points(group=_GROUP)}
    found.setdefault(DEFAULT_EXTRACTOR, EntryPoint(DEFAULT_EXTRACTOR, "kcgraph.extract:extract", _GROUP))
    if name not in found:
        raise CallError(
            f"there is no extractor {name!r}: choose one of {', '.join(sorted(found))} or install its package"
        )
    return found[name]


@cache
def rule_set_hash(extractor: str) -> str:
    """A hash of the program, its data files and the extractor's name and version: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    point = extractor_named(extractor)
    version = point.dist.version if point.dist is not None else ""
    digest.update(f"{kcgraph.__version__}\n{point.value}\n{version}\n".encode())
    for root, path in _files():
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files() -> Iterator[tuple[Path, Path]]:
    package = Path(kcgraph.__file__).parent
    modules = ((package, path) for path in sorted(package.rglob("*.py")))
    yield from (pair for pair in modules if pair[1].relative_to(package).parts[0] not in _AFTER_THE_GRAPH)
    for name in _DATA_FOLDERS:
        root = folder(name)
        files = (path for path in sorted(root.rglob("*")) if path.is_file() and _NO_RULES.isdisjoint(path.parts))
        yield from ((root, path) for path in files)

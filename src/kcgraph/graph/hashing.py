"""What the content of a graph is told by."""

import hashlib
from collections.abc import Iterable


def graph_hash(lines: Iterable[bytes]) -> str:
    """SHA-256 of the sorted N-Triples lines of a graph, hexadecimal: the same in whatever order they come."""
    digest = hashlib.sha256()
    for line in sorted(lines):
        digest.update(line)
    return digest.hexdigest()

"""The kinds of triple stores and their addresses, from `seeds/stores.toml`."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kcgraph.errors import CallError
from kcgraph.resources import folder


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of store; paths are added to a store's base address, `graphs` is None without a Graph Store."""

    key: str
    name: str
    base: str
    query: str
    update: str
    graphs: str | None
    largest: int
    server: str | None
    tried: bool

    def endpoints(self) -> tuple[str, ...]:
        """The paths that an address of this kind may end in."""
        return tuple(path for path in (self.graphs, self.update, self.query) if path)


@cache
def kinds() -> Mapping[str, Kind]:
    """The kinds by key, in the order of the file."""
    data = tomllib.loads((folder("seeds") / "stores.toml").read_text(encoding="utf-8"))
    return {
        key: Kind(
            key=key,
            name=row["name"],
            base=row["base"],
            query=row["query"],
            update=row["update"],
            graphs=row.get("graphs"),
            largest=row["largest"],
            server=row.get("server"),
            tried=row["tried"],
        )
        for key, row in data.items()
    }


def kind_named(key: str) -> Kind:
    """The kind with this key. Raises CallError when there is none."""
    kind = kinds().get(key)
    if kind is None:
        raise CallError(f"there is no kind of store {key!r}: give one of {', '.join(kinds())}")
    return kind


def kind_of_server(server: str) -> Kind | None:
    """The kind that a Server header tells of."""
    return next((kind for kind in kinds().values() if kind.server and re.search(kind.server, server)), None)

"""Which IRI each thing of one article stands for."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Identities:
    """Local IRIs (below the base IRI, such as `person/kim-jong-un`) for the things of one Extraction.

    `agents` and `treaties` run parallel to the tuples of the Extraction; `places` is keyed by label, `offices` by the
    office as printed (only those that the reference data knows), `countries` by country key. `candidates` gives, by the
    path of an agent whose name several known people bear and that may be any of them, the paths of these.
    """

    agents: tuple[str, ...]
    treaties: tuple[str, ...]
    places: Mapping[str, str]
    offices: Mapping[str, str]
    countries: Mapping[str, str]
    candidates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

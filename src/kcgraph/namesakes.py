"""Names that several people of the reference data bear: the same name is then not yet the same person."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from kcgraph.names import Comparison, Sameness, compare, name_keys, script_of
from kcgraph.reference import Person, fold_name, reference


class Namesakes:
    """The people who share a name with somebody else, found by any spelling of it."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Only of those `people` whose name (in the spelling of the table) another bears too is anything kept."""
        bearers: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            for name in {fold_name(name) for name in (person.name, *person.other_names)}:
                bearers[name].append(person)
        shared = {person.key: person for several in bearers.values() if len(several) > 1 for person in several}
        self._by_key: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        for person in shared.values():
            for name in (person.name, *person.other_names):
                for key in name_keys(name):
                    self._by_key[key].append((name, person))
        self.bearers = lru_cache(maxsize=1 << 16)(self._bearers)

    def _bearers(self, name: str) -> frozenset[str]:
        """The keys of the people who bear a name, in whatever spelling. Who has another name in the script of `name`,
        one that leaves no doubt, does not bear it: 리용호 is one Ri Yong Ho, 리영호 the other.
        """
        near = {pair for key in name_keys(name) for pair in self._by_key.get(key, ())}
        bearers = {person for spelled, person in near if compare(name, spelled).same is Sameness.YES}
        if (script := script_of(name)) in ("hangul", "han"):
            bearers = {person for person in bearers if not _has_other(person, name, script)}
        return frozenset(person.key for person in bearers)

    def compare(self, first: str, second: str) -> Comparison:
        """Compare two names as `kcgraph.names.compare` does, but answer UNSURE where several people bear the name."""
        found = compare(first, second)
        if found.same is not Sameness.YES:
            return found
        bearers = self.bearers(first) & self.bearers(second)
        if len(bearers) < 2:
            return found
        name = min(first, second)
        return Comparison(
            Sameness.UNSURE,
            f"both are {name}, a name that {len(bearers)} people of public record bear ({found.reason})",
        )


def _has_other(person: Person, name: str, script: str) -> bool:
    own = [spelled for spelled in person.other_names if script_of(spelled) == script]
    return bool(own) and all(compare(name, spelled).same is Sameness.NO for spelled in own)


@cache
def namesakes() -> Namesakes:
    """The namesakes of the reference data."""
    return Namesakes(reference().people)

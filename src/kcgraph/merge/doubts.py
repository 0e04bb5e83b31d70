"""Pairs of people who may be one, and how much it would change to decide: what a person should look at first."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from pyoxigraph import Literal, NamedNode, Store

from kcgraph.merge.identities import Identities
from kcgraph.merge.people import Family, Profile, difference
from kcgraph.merge.spellings import Spellings
from kcgraph.merge.tables import Tables, text_of
from kcgraph.reference import fold_name
from kcgraph.vocab import KCG, OA, SCHEMA

_SHORTEST = 6
"""Letters of a name below which one letter more or less makes another name."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two representatives that may be one. `first` would stay; `change` counts the mentions, reports, statements and
    offices of `second` that would become the first's.
    """

    first: str
    second: str
    why: str
    change: int


class Doubts:
    """The pairs of people in doubt; `profiles` and `families` are those of `kcgraph.merge.people`."""

    def __init__(self, tables: Tables, profiles: Sequence[Profile], families: Iterable[Family]) -> None:
        self._tables = tables
        self._profiles = {profile.iri: profile for profile in profiles}
        self._families = families

    def pairs(self, identities: Identities, spellings: Spellings) -> list[Doubt]:
        """The pairs that nobody has judged and no rule has joined, those first whose decision changes most."""
        claims: Counter[str] = Counter()
        for iri, count in self._claims().items():
            claims[identities.representative(iri)] += count
        found: dict[tuple[str, str], str] = {}
        for first, second, why in (*self._candidates(), *self._of_families(), *self._near(spellings)):
            pair = tuple(sorted((identities.representative(first), identities.representative(second))))
            if pair[0] != pair[1] and not identities.are_different(*pair):
                found.setdefault((pair[0], pair[1]), why)
        doubts = (self._doubt(pair, why, claims) for pair, why in found.items())
        return sorted(
            (doubt for doubt in doubts if doubt.change), key=lambda doubt: (-doubt.change, doubt.first, doubt.second)
        )

    def _doubt(self, pair: tuple[str, str], why: str, claims: Mapping[str, int]) -> Doubt:
        def rank(iri: str) -> tuple[bool, int, int, str]:
            profile = self._profiles.get(iri)
            return not (profile and profile.is_known), -len(self._tables.articles.get(iri, ())), len(iri), iri

        first, second = sorted(pair, key=rank)
        return Doubt(first, second, why, claims[second])

    def _claims(self) -> Counter[str]:
        """How often each person is mentioned, takes part, speaks and holds an office."""
        found = Counter({iri: len(articles) for iri, articles in self._tables.articles.items()})
        for predicate in (KCG.agent, KCG.speaker, KCG.holder):
            found.update(text_of(quad.object) for quad in self._tables.quads(predicate))
        return found

    def _candidates(self) -> Iterator[tuple[str, str, str]]:
        for iri, candidates in sorted(self._tables.values(KCG.candidate).items()):
            for candidate in candidates:
                yield iri, candidate, f"the mention may mean any of {len(candidates)}"

    def _of_families(self) -> Iterator[tuple[str, str, str]]:
        for family in self._families:
            for first, second in family.alike:
                if first.is_ambiguous and second.is_ambiguous:
                    continue
                told_apart = difference(first, second) or family.doubt or "a judgement parts others of the name"
                yield first.iri, second.iri, f"spellings of one name, but {told_apart}"

    def _near(self, spellings: Spellings) -> Iterator[tuple[str, str, str]]:
        """People whose names differ in a letter or two and are not surely different."""
        blocks: dict[str, list[Profile]] = defaultdict(list)
        for profile in self._profiles.values():
            letters, keys = fold_name(profile.name).replace(" ", ""), set(spellings.keys(profile.name))
            if len(letters) >= _SHORTEST:
                keys |= {letters, *(letters[:n] + letters[n + 1 :] for n in range(len(letters)))}
            for key in keys:
                blocks[key].append(profile)
        seen: set[tuple[str, str]] = set()
        for key in sorted(key for key, block in blocks.items() if len(block) > 1):
            for first, second in combinations(blocks[key], 2):
                pair = (first.iri, second.iri)
                if pair in seen or (first.is_known and second.is_known):
                    continue
                seen.add(pair)
                if difference(first, second) is None and spellings.same(first.name, second.name) is None:
                    yield *pair, f"{first.name!r} and {second.name!r} are nearly spelled alike"


def quote(store: Store, iri: str) -> tuple[str, str] | None:
    """The words of the first claim that names `iri`, and the claim's IRI; the headline of the first article that
    mentions it where there is no claim; None where there is neither.
    """
    for predicate in (KCG.agent, KCG.speaker, KCG.holder):
        claims = sorted(text_of(quad.subject) for quad in store.quads_for_pattern(None, predicate, NamedNode(iri)))
        for claim in claims[:1]:
            told = claim.partition("/participation/")[0]
            if words := _words(store, told):
                return words, told
    stories = sorted(text_of(quad.subject) for quad in store.quads_for_pattern(None, KCG.mentions, NamedNode(iri)))
    for story in stories[:1]:
        for quad in store.quads_for_pattern(NamedNode(story), SCHEMA.headline, None):
            return text_of(quad.object), story
    return None


def _words(store: Store, claim: str) -> str | None:
    found = []
    for evidence in store.quads_for_pattern(NamedNode(claim), KCG.evidence, None):
        for selector in store.quads_for_pattern(evidence.object, OA.hasSelector, None):  # type: ignore[arg-type]
            for quad in store.quads_for_pattern(selector.object, OA.exact, None):  # type: ignore[arg-type]
                if isinstance(quad.object, Literal):
                    found.append(quad.object.value)
    return min(found, default=None)

"""The people of the article graphs as far as telling them apart needs it, and which of them are certainly one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from pyoxigraph import Quad

from kcgraph.merge.spellings import Spellings
from kcgraph.merge.tables import Tables, text_of
from kcgraph.vocab import KCG, SKOS

RULE = "rule/identity/spelling"
"""The local IRI of the rule that makes people one whose names are spellings of one name."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One person: the commonest whole name, the countries (of the person, of the offices held), the articles.

    `is_known` is True for a row of the reference data, `is_ambiguous` for a node whose name says too little: one that
    has candidates, or is its article's own.
    """

    iri: str
    name: str
    country: str | None
    office_countries: frozenset[str]
    articles: frozenset[str]
    is_known: bool = False
    is_ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Family:
    """People whose names are spellings of one name, each of at least one other's: the pairs `alike`. They are one
    person unless `doubt` says why that is not sure.
    """

    members: tuple[Profile, ...]
    doubt: str | None
    alike: tuple[tuple[Profile, Profile], ...]

    @property
    def iris(self) -> tuple[str, ...]:
        """The IRIs of the members, sorted."""
        return tuple(member.iri for member in self.members)

    @property
    def words(self) -> str:
        """Why they are one."""
        names = " and ".join(repr(name) for name in sorted({member.name for member in self.members}))
        return f"{names} are spellings of one name, nobody else bears it, and nothing tells them apart"


class People:
    """The named people of `tables`, and those rows of the reference data (`described`) that are persons."""

    def __init__(self, tables: Tables, described: Mapping[str, Collection[Quad]]) -> None:
        self._tables = tables
        self._described = described

    @cached_property
    def profiles(self) -> list[Profile]:
        """Everybody who has a whole name (two words or more), sorted by IRI."""
        tables = self._tables
        unnamed = {text_of(quad.subject) for quad in tables.quads(KCG.unnamed)}
        persons = tables.members("Person") - unnamed
        countries, offices = tables.counts(KCG.affiliatedWith), self._office_countries()
        ambiguous = set(tables.values(KCG.candidate)) | {iri for iri in persons if _is_of_one_article(iri, tables)}
        known = {iri for iri in self._described if f"{tables.minter.base}person/" in iri}
        found = []
        for iri in sorted(persons | known):
            row = self._described.get(iri)
            name = _label(row) if row is not None else whole_name(tables.labels.get(iri))
            if name is None:
                continue
            country = _country(row) or most_counted(countries.get(iri))
            found.append(
                Profile(
                    iri,
                    name,
                    country,
                    frozenset(offices.get(iri, ())),
                    frozenset(tables.articles.get(iri, ())),
                    row is not None,
                    iri in ambiguous,
                )
            )
        return found

    def families(self, spellings: Spellings) -> list[Family]:
        """Those whose names are spellings of one name, each family sorted, in the order of their first members."""
        near = _Near(self.profiles, spellings)
        return [Family(members, near.doubt(members), near.alike(members)) for members in near.families()]

    def _office_countries(self) -> dict[str, set[str]]:
        """Holder to the countries whose offices he is shown to hold."""
        holders = self._tables.values(KCG.holder)
        found: dict[str, set[str]] = defaultdict(set)
        for holding, owners in self._tables.values(KCG.officeOf).items():
            for owner in owners:
                if "/country/" in owner:
                    for holder in holders.get(holding, ()):
                        found[holder].add(owner)
        return found


class _Near:
    """Profiles joined where `spellings` says yes."""

    def __init__(self, profiles: Iterable[Profile], spellings: Spellings) -> None:
        self._profiles = {profile.iri: profile for profile in profiles}
        self._joined: dict[str, set[str]] = defaultdict(set)
        blocks: dict[str, list[Profile]] = defaultdict(list)
        for profile in self._profiles.values():
            for key in spellings.keys(profile.name):
                blocks[key].append(profile)
        for block in blocks.values():
            for first, second in combinations(block, 2):
                if (first.is_known and second.is_known) or second.iri in self._joined[first.iri]:
                    continue
                if first.name == second.name or spellings.same(first.name, second.name):
                    self._joined[first.iri].add(second.iri)
                    self._joined[second.iri].add(first.iri)

    def families(self) -> Iterator[tuple[Profile, ...]]:
        done: set[str] = set()
        for iri in sorted(found for found, others in self._joined.items() if others):
            if iri in done:
                continue
            family, waiting = {iri}, [iri]
            while waiting:
                new = self._joined[waiting.pop()] - family
                family |= new
                waiting.extend(new)
            done |= family
            yield tuple(self._profiles[member] for member in sorted(family))

    def alike(self, members: tuple[Profile, ...]) -> tuple[tuple[Profile, Profile], ...]:
        """The pairs of a family whose two names are spellings of one, sorted."""
        return tuple(
            (member, self._profiles[other])
            for member in members
            for other in sorted(self._joined[member.iri])
            if member.iri < other
        )

    def doubt(self, members: tuple[Profile, ...]) -> str | None:
        """Why the members of a family may be several people; None when they are certainly one."""
        if any(member.is_known for member in members):
            return "a row of the reference data bears the name too"
        if any(member.is_ambiguous for member in members):
            return "one of them may be several people"
        for first, second in combinations(members, 2):
            if second.iri not in self._joined[first.iri]:
                return f"{first.name!r} and {second.name!r} are not surely spellings of one name"
            if told_apart := difference(first, second):
                return told_apart
        return None


def difference(first: Profile, second: Profile) -> str | None:
    """What speaks against two people being one; None when nothing does."""
    if None not in (first.country, second.country) and first.country != second.country:
        return "they belong to different countries"
    if first.office_countries and second.office_countries and not first.office_countries & second.office_countries:
        return "they hold offices of different countries"
    if first.articles & second.articles:
        return "one article names both"
    return None


def whole_name(forms: Counter[str] | None) -> str | None:
    """The form of two words or more (or of no Latin letters) most often printed; of several the longest, then the
    first in the alphabet.
    """
    whole = {form: count for form, count in (forms or {}).items() if " " in form.strip() or not form.isascii()}
    return min(whole, key=lambda form: (-whole[form], -len(form), form)) if whole else None


def most_counted(counts: Counter[str] | None) -> str | None:
    """The value most often found; of several the first in the alphabet."""
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _is_of_one_article(iri: str, tables: Tables) -> bool:
    """Whether the IRI bears the identifier of its article: the name alone said too little there."""
    articles = tables.articles.get(iri, ())
    return any(iri.endswith(f"-{article.rpartition('/')[2]}") for article in articles)


def _label(row: Collection[Quad]) -> str | None:
    return next((text_of(quad.object) for quad in row if quad.predicate == SKOS.prefLabel), None)


def _country(row: Collection[Quad] | None) -> str | None:
    return next((text_of(quad.object) for quad in row or () if quad.predicate == KCG.country), None)

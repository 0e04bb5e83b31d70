"""Which IRIs stand for one thing, across articles: what is certain of itself, and what people judged.

Judgements are firm; together with the rows of the reference data, each of which is a thing of its own, they must not
contradict each other. Families (IRIs that are one of themselves) yield: one that a `different` goes through, or that
would bring together what must stay apart, is left apart as a whole, since nobody can say to which side a member
belongs. So the outcome depends on what was judged, not on the order.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from kcgraph.errors import JudgementError
from kcgraph.merge.chains import Chains, Link
from kcgraph.model import Judgement

KINDS = {
    "Person": "person",
    "Organization": "organization",
    "Delegation": "organization",
    "Outlet": "organization",
    "Place": "place",
    "Treaty": "treaty",
}
"""Class to the kind of thing that judgements can be about; only things of one kind can be one."""


class Identities:
    """The IRIs that stand for one thing, and the one of them that represents it.

    `kinds` has every IRI that occurs, `known` those that are rows of the reference data, `weights` the number of
    articles that name an IRI; `families` are sets of links, each between IRIs that are one of themselves.
    """

    def __init__(
        self,
        judgements: Iterable[Judgement],
        families: Iterable[Sequence[Link]] = (),
        kinds: Mapping[str, str] | None = None,
        known: Collection[str] = (),
        weights: Callable[[str], int] = lambda _: 0,
    ) -> None:
        """Raises JudgementError when judgements contradict each other, with the chain that shows it."""
        self._kinds = kinds or {}
        self._known = known
        self._weights = weights
        self._judgements = sorted(judgements)
        self._different: dict[str, dict[str, Judgement]] = defaultdict(dict)
        for judgement in self._judgements:
            self._check_kinds(judgement)
            if not judgement.is_same:
                self._different[judgement.first][judgement.second] = judgement
                self._different[judgement.second][judgement.first] = judgement
        judged = [_judged(judgement) for judgement in self._judgements if judgement.is_same]
        firm = Chains(judged)
        for group in firm.groups():
            if apart := self._apart(group):
                raise JudgementError(self._contradiction(firm, *apart))
        self._chains = self._with_families(judged, families)

    def kind(self, iri: str) -> str | None:
        """The kind of a thing that judgements can be about; None for anything else."""
        return self._kinds.get(iri)

    def representative(self, iri: str) -> str:
        """The IRI that stands for `iri`: a row of the reference data, else the one that most articles name, then the
        shortest, then the first in the alphabet.
        """
        return self._representatives.get(iri, iri)

    def members(self, iri: str) -> tuple[str, ...]:
        """All that stand for the same thing as `iri`, itself included, sorted."""
        return self._chains.group(iri)

    def merged(self) -> Iterator[tuple[str, str, tuple[Link, ...]]]:
        """Each IRI that occurs and is represented by another, with that one and the chain between them."""
        for iri, other in sorted(self._representatives.items()):
            if iri != other and iri in self._kinds:
                yield iri, other, self._chains.between(iri, other) or ()

    def are_different(self, first: str, second: str) -> bool:
        """Whether a judgement, or two rows of the reference data, keep apart what the two stand for."""
        return self._apart((*self.members(first), *self.members(second))) is not None

    def check(self, judgement: Judgement) -> None:
        """Raise JudgementError, with the chain that shows why, when a new judgement contradicts what is known."""
        self._check_kinds(judgement)
        pair = judgement.pair
        chain = self._chains.between(*pair)
        if judgement.is_same:
            if chain is None and (apart := self._apart((*self.members(pair[0]), *self.members(pair[1])))):
                told = self._chain_told(*pair, through=apart)
                raise JudgementError(
                    f"{pair[0]} and {pair[1]} can't be the same: {told}; undo what is wrong of it first"
                )
        elif chain is not None and any(link.is_judged for link in chain):
            told = "; ".join(map(_link_told, chain))
            raise JudgementError(f"{pair[0]} and {pair[1]} can't be different: {told}; undo what is wrong of it first")

    def _with_families(self, judged: list[Link], families: Iterable[Sequence[Link]]) -> Chains:
        kept = [
            family
            for family in families
            if self._apart(sorted({iri for link in family for iri in (link.first, link.second)})) is None
        ]
        chains = Chains([*judged, *(link for family in kept for link in family)])
        broken = {iri for group in chains.groups() if self._apart(group) for iri in group}
        if not broken:
            return chains
        return Chains([*judged, *(link for family in kept if family[0].first not in broken for link in family)])

    @cached_property
    def _representatives(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for group in self._chains.groups():
            present = [iri for iri in group if iri in self._kinds or iri in self._known] or list(group)
            best = min(present, key=lambda iri: (iri not in self._known, -self._weights(iri), len(iri), iri))
            found.update((iri, best) for iri in group)
        return found

    def _apart(self, group: Sequence[str]) -> tuple[str, str] | None:
        """Two of a group that must not be one; None when all may."""
        inside = set(group)
        for iri in sorted(inside & self._different.keys()):
            if others := sorted(inside & self._different[iri].keys()):
                return iri, others[0]
        rows = sorted(iri for iri in inside if iri in self._known)
        return (rows[0], rows[1]) if len(rows) > 1 else None

    def _check_kinds(self, judgement: Judgement) -> None:
        first, second = (self._kinds.get(iri) for iri in judgement.pair)
        if None not in (first, second) and first != second:
            where = f"judgement {judgement.origin}" if judgement.origin else "the judgement"
            raise JudgementError(
                f"{where} is of {judgement.first}, a {first}, and {judgement.second}, a {second}: only things of one "
                "kind can be one"
            )

    def _contradiction(self, chains: Chains, first: str, second: str) -> str:
        links = chains.between(first, second) or ()
        sources, different = {link.source for link in links}, self._different.get(first, {}).get(second)
        files = [found.origin for found in self._judgements if found.path in sources or found is different]
        told = "; ".join((*map(_link_told, links), self._apart_told(first, second)))
        return f"judgements contradict each other ({', '.join(files)}): {told}; delete one of these files"

    def _chain_told(self, first: str, second: str, through: tuple[str, str]) -> str:
        """From `first` to the pair that must stay apart, and from there to `second`."""
        near, far = through if through[0] in self.members(first) else (through[1], through[0])
        before, after = self._chains.between(first, near) or (), self._chains.between(far, second) or ()
        return "; ".join((*map(_link_told, before), self._apart_told(near, far), *map(_link_told, after)))

    def _apart_told(self, first: str, second: str) -> str:
        judgement = self._different.get(first, {}).get(second)
        if judgement is None:
            return f"{first} is not {second} (they are two rows of the reference data)"
        return f"{first} is not {second} ({judgement.path}, {_by(judgement)})"


def family_links(iris: Sequence[str], source: str, words: str) -> list[Link]:
    """Links from the first of a family to each other member."""
    return [Link(iris[0], iri, source, words) for iri in iris[1:]]


def _judged(judgement: Judgement) -> Link:
    return Link(*judgement.pair, judgement.path, _by(judgement))


def _by(judgement: Judgement) -> str:
    return f"{judgement.by}: {judgement.reason}"


def _link_told(link: Link) -> str:
    return f"{link.first} is {link.second} ({link.source}, {link.words})"

"""From what a person types to the IRI that is meant."""

import difflib
import unicodedata
from collections import defaultdict
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Store

from kcgraph.errors import CallError
from kcgraph.query.classes import below
from kcgraph.vocab import DCTERMS, KCG, RDF, RDFS, SKOS

_SHOWN = 8
"""How many candidates or near names a message lists at most."""


def fold(text: str) -> str:
    """The text without case, accents, spaces, hyphens and other marks: names that differ in these alone are equal."""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(sign for sign in parts if sign.isalnum())


class Names:
    """The names in a store whose own IRIs start with `base`."""

    def __init__(self, store: Store, base: str) -> None:
        self._store = store
        self._base = base

    def resolve(self, text: str, classes: tuple[str, ...] = ()) -> NamedNode:
        """The thing that `text` names: an IRI, a local name below the base (`person/kim-jong-un`) or any spelling.

        `classes` narrows the search to things of these classes of the ontology. What was merged into another stands for
        that one. Raises CallError when nothing or more than one thing is meant; the message names the
        candidates or the nearest names.
        """
        allowed = self._allowed(classes)
        return self._fitting_node(self.node(text), text, classes, allowed)

    def as_written(self, text: str, classes: tuple[str, ...] = ()) -> NamedNode:
        """As `resolve`, but an IRI or a local name means itself, also when another IRI takes its place."""
        return self._fitting_node(self._known(text), text, classes, self._allowed(classes))

    def _fitting_node(
        self, node: NamedNode | None, text: str, classes: tuple[str, ...], allowed: frozenset[str]
    ) -> NamedNode:
        if node is not None:
            if allowed and not allowed & self.classes(node):
                raise CallError(f"{node.value} is no {' or '.join(classes)}, which is needed here: give another")
            return node
        candidates = self._by_label(text, allowed)
        if len(candidates) > 1:
            raise CallError(f"{text!r} may be {self._listed(candidates)}: give one of these instead")
        if not candidates:
            raise CallError(f"nothing in the store is called {text!r}{self._of(classes)}{self._nearest(text, allowed)}")
        return candidates[0]

    def classes(self, node: NamedNode) -> frozenset[str]:
        """The local names of the ontology classes that `node` has in any graph."""
        types = (quad.object for quad in self._store.quads_for_pattern(node, RDF.type, None, None))
        found = (kind.value for kind in types if isinstance(kind, NamedNode))
        return frozenset(iri.removeprefix(str(KCG)) for iri in found if iri.startswith(str(KCG)))

    def local(self, iri: str) -> str:
        """The IRI without the base, as people type it."""
        return iri.removeprefix(self._base)

    def name(self, node: NamedNode) -> str:
        """The preferred label of `node`, or its IRI without the base."""
        for label in (SKOS.prefLabel, RDFS.label):
            objects = (quad.object for quad in self._store.quads_for_pattern(node, label, None, None))
            values = sorted(found.value for found in objects if isinstance(found, Literal))
            if values:
                return values[0]
        return self.local(node.value)

    def _allowed(self, classes: tuple[str, ...]) -> frozenset[str]:
        return frozenset().union(*(below(name) for name in classes))

    def node(self, text: str) -> NamedNode | None:
        """The thing that `text` is the IRI or local name of; None when it is neither.

        What takes its place stands for an IRI that was replaced. Raises CallError when it is an IRI that is malformed
        or does not occur in the store.
        """
        node = self._known(text)
        return self._current(node) if node is not None else None

    def _known(self, text: str) -> NamedNode | None:
        is_absolute = "://" in text or text.startswith("urn:")
        try:
            node = NamedNode(text if is_absolute else self._base + text)
        except ValueError:
            if is_absolute and not any(sign.isspace() for sign in text):
                raise CallError(f"{text!r} is not a valid IRI: correct it, or give a name") from None
            return None
        if self._is_known(node):
            return node
        if is_absolute:
            raise CallError(f"{text!r} does not occur in the store: correct the IRI, or give a name")
        return None

    def _is_known(self, node: NamedNode) -> bool:
        return any(True for _ in self._store.quads_for_pattern(node, None, None, None)) or any(
            True for _ in self._store.quads_for_pattern(None, None, node, None)
        )

    def _current(self, node: NamedNode) -> NamedNode:
        seen = {node}
        while True:
            links = self._store.quads_for_pattern(node, DCTERMS.isReplacedBy, None, None)
            others = (quad.object for quad in links)
            following = next((other for other in others if isinstance(other, NamedNode) and other not in seen), None)
            if following is None:
                return node
            seen.add(following)
            node = following

    def _by_label(self, text: str, allowed: frozenset[str]) -> list[NamedNode]:
        wanted = fold(text)
        return self._fitting(self._described.get(wanted, set()), allowed) or self._fitting(
            self._printed.get(wanted, set()), allowed
        )

    def _fitting(self, iris: set[str], allowed: frozenset[str]) -> list[NamedNode]:
        nodes = dict.fromkeys(self._current(NamedNode(iri)) for iri in sorted(iris))
        return [node for node in nodes if not allowed or allowed & self.classes(node)]

    @cached_property
    def _described(self) -> dict[str, set[str]]:
        """Folded label to IRIs, of the labels in the reference and canonical graphs, and of treaties."""
        return self._index(SKOS.prefLabel, SKOS.altLabel)

    @cached_property
    def _printed(self) -> dict[str, set[str]]:
        """Folded label to IRIs, of the forms that articles print."""
        return self._index(RDFS.label)

    def _index(self, *properties: NamedNode) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for label in properties:
            for quad in self._store.quads_for_pattern(None, label, None, None):
                if isinstance(quad.object, Literal) and isinstance(quad.subject, NamedNode):
                    found[fold(quad.object.value)].add(quad.subject.value)
        found.pop("", None)
        return dict(found)

    def _nearest(self, text: str, allowed: frozenset[str]) -> str:
        close = difflib.get_close_matches(fold(text)[:200], list(self._described), n=_SHOWN, cutoff=0.6)
        found = [node for key in close for node in self._fitting(self._described[key], allowed)]
        fitting = list(dict.fromkeys(found))
        if not fitting:
            return ": see 'kcgraph query people' for the people in it, or give an IRI"
        return f": the nearest names are {self._listed(fitting)}"

    def _listed(self, nodes: list[NamedNode]) -> str:
        shown = [f"{self.local(node.value)} ({self.name(node)!r})" for node in nodes[:_SHOWN]]
        rest = len(nodes) - len(shown)
        return ", ".join(shown) + (f" and {rest} more" if rest > 0 else "")

    @staticmethod
    def _of(classes: tuple[str, ...]) -> str:
        return f" and is of class {' or '.join(classes)}" if classes else ""

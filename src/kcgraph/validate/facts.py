"""The triples of one graph, indexed for the checks."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, Store, Triple

from kcgraph.errors import KnowledgeError
from kcgraph.vocab import RDF, RDFS

Subject = NamedNode | BlankNode | Triple
Term = NamedNode | BlankNode | Literal | Triple


class Facts:
    """Subject to predicate to objects (a dict for an ordered set), and class to its direct members."""

    def __init__(self) -> None:
        self.objects: dict[Term, dict[NamedNode, dict[Term, None]]] = {}
        self.members: dict[Term, dict[Term, None]] = {}
        self._has_hierarchy = False
        self._store: Store | None = None
        self._answers: dict[str, dict[Term, list[Term]]] = {}

    @classmethod
    def of(cls, triples: Iterable[Quad | Triple]) -> "Facts":
        """The facts of quads, whatever their graph, or of triples."""
        facts = cls()
        for triple in triples:
            facts.add(triple.subject, triple.predicate, triple.object)
        return facts

    def add(self, subject: Subject, predicate: NamedNode, value: Term) -> None:
        """Index one triple; a repeated one counts once."""
        self.objects.setdefault(subject, {}).setdefault(predicate, {})[value] = None
        if predicate == _TYPE:
            self.members.setdefault(value, {})[subject] = None
        elif predicate == _SUBCLASS:
            self._has_hierarchy = True

    def offenders(self, query: str) -> dict[Term, list[Term]]:
        """The solutions of a SELECT over the graph: `?this` to what `?value` is with it (`?this` where it is unbound).

        Asked once for all focus nodes. Raises KnowledgeError for a query that is no SELECT of `?this`.
        """
        if query not in self._answers:
            solutions = self._as_store().query(query)
            if not isinstance(solutions, QuerySolutions) or "this" not in {name.value for name in solutions.variables}:
                raise KnowledgeError(f"query {query!r} is no SELECT of $this: correct the shape")
            found: dict[Term, list[Term]] = {}
            has_value = "value" in {name.value for name in solutions.variables}
            for solution in solutions:
                value = solution["value"] if has_value else None
                found.setdefault(solution["this"], []).append(solution["this"] if value is None else value)
            self._answers[query] = found
        return self._answers[query]

    def _as_store(self) -> Store:
        if self._store is None:
            self._store = Store()
            self._store.bulk_extend(
                Quad(subject, predicate, value)
                for subject, properties in self.objects.items()
                if not isinstance(subject, Literal)
                for predicate, values in properties.items()
                for value in values
            )
        return self._store

    def values(self, subject: Term, predicate: NamedNode) -> Collection[Term]:
        """The objects of the subject's triples with that predicate."""
        properties = self.objects.get(subject)
        return properties.get(predicate, ()) if properties else ()

    def is_member(self, node: Term, wanted: NamedNode) -> bool:
        """Whether the graph gives `node` the class `wanted` or a subclass of it."""
        types = self.values(node, _TYPE)
        return wanted in types or (self._has_hierarchy and any(wanted in self._above(kind) for kind in types))

    def instances(self, wanted: NamedNode) -> Iterable[Term]:
        """The nodes that the graph gives the class `wanted` or a subclass of it."""
        if not self._has_hierarchy:
            return self.members.get(wanted, ())
        kinds = (kind for kind in self.members if kind == wanted or wanted in self._above(kind))
        return [node for kind in kinds for node in self.members[kind]]

    def subjects_of(self, predicate: NamedNode) -> Iterable[Term]:
        """The nodes that have the predicate."""
        return (subject for subject, properties in self.objects.items() if predicate in properties)

    def objects_of(self, predicate: NamedNode) -> Iterable[Term]:
        """The nodes that are values of the predicate."""
        return (value for properties in self.objects.values() for value in properties.get(predicate, ()))

    def _above(self, kind: Term) -> set[Term]:
        """The classes that the graph itself puts above `kind`; nearly always none."""
        found: set[Term] = set()
        queue = list(self.values(kind, _SUBCLASS))
        while queue:
            upper = queue.pop()
            if upper not in found:
                found.add(upper)
                queue.extend(self.values(upper, _SUBCLASS))
        return found


def by_graph(quads: Iterable[Quad]) -> dict[str, list[Quad]]:
    """Sort quads by the name of their graph; the default graph has the name ""."""
    graphs: dict[str, list[Quad]] = defaultdict(list)
    for quad in quads:
        name = quad.graph_name
        graphs[name.value if isinstance(name, NamedNode | BlankNode) else ""].append(quad)
    return graphs


_TYPE = RDF.type
_SUBCLASS = RDFS.subClassOf

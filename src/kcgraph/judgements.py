"""A person's decisions as files: one small Turtle file a judgement, named after it, so that they can be kept in
version control and survive a full rebuild.

    <https://w3id.org/kcgraph/judgement/0a1b2c3d4e5f> a kcg:Judgement ;
        kcg:verdict kcg:Same ;
        kcg:judged <https://w3id.org/kcgraph/person/ri-ok>, <https://w3id.org/kcgraph/person/ri-ock> ;
        dcterms:description "the same office in both" ;
        prov:wasAttributedTo "Ana Vell" ;
        prov:generatedAtTime "2031-03-22T08:00:00Z"^^xsd:dateTime .
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kcgraph import durable
from kcgraph.errors import JudgementError
from kcgraph.model import Judgement
from kcgraph.vocab import DCTERMS, KCG, PREFIXES, PROV, RDF, XSD, Minter

FOLDER = "judgements"
"""The folder of a store that holds its judgements where no other is named."""

_FORMATS = {".ttl": RdfFormat.TURTLE, ".trig": RdfFormat.TRIG}
_DATE_TIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})?")
_VERDICTS = {KCG.Same: True, KCG.Different: False}
_PROPERTIES = (RDF.type, KCG.verdict, KCG.judged, DCTERMS.description, PROV.wasAttributedTo, PROV.generatedAtTime)

Terms = list[NamedNode | Literal]


def read(folder: Path, minter: Minter) -> tuple[Judgement, ...]:
    """The judgements of `folder`, sorted; none when the folder is not there.

    Raises JudgementError, naming the file, when one is malformed or is of a pair that another file judges too.
    """
    files = sorted(path for path in folder.glob("*") if path.suffix in _FORMATS) if folder.is_dir() else []
    found: dict[tuple[str, str], Judgement] = {}
    for path in files:
        judgement = _read_file(path, minter)
        other = found.setdefault(judgement.pair, judgement)
        if other is not judgement:
            raise JudgementError(
                f"{path} judges {' and '.join(judgement.pair)}, as {other.origin} does: delete one of the files"
            )
    return tuple(sorted(found.values()))


def write(folder: Path, judgement: Judgement, minter: Minter) -> Path:
    """Write the file of a judgement, whole or not at all, and return its path.

    Raises JudgementError when the disk does not let it.
    """
    path = folder / f"{judgement.fingerprint}.ttl"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        durable.write(path, [_as_turtle(judgement, minter).encode("utf-8")])
    except OSError as error:
        raise JudgementError(
            f"judgement {path} can't be written: {error.strerror or error}; make room, give the right to write, or "
            "choose another --judgements"
        ) from error
    return path


def remove(judgement: Judgement) -> None:
    """Delete the file that the judgement was read from. Raises JudgementError when the disk does not let it."""
    try:
        Path(judgement.origin).unlink()
    except OSError as error:
        raise JudgementError(f"judgement {judgement.origin} can't be deleted: {error.strerror or error}") from error


def digest(judgements: Iterable[Judgement]) -> str:
    """A hash of all that judgements say: 16 hexadecimal digits."""
    content = hashlib.sha256()
    for judgement in sorted(judgements):
        fields = (*judgement.pair, judgement.verdict, judgement.reason, judgement.by, judgement.at)
        content.update("\0".join((*fields, "\n")).encode())
    return content.hexdigest()[:16]


def judgement_quads(judgements: Iterable[Judgement], minter: Minter) -> Iterator[Quad]:
    """The quads of `graph/judgements`."""
    for judgement in sorted(judgements):
        node = minter.local(judgement.path)
        for predicate, value in _values(judgement):
            yield Quad(node, predicate, value, minter.judgements_graph)


def _values(judgement: Judgement) -> list[tuple[NamedNode, NamedNode | Literal]]:
    return [
        (RDF.type, KCG.Judgement),
        (KCG.verdict, KCG[judgement.verdict]),
        *((KCG.judged, NamedNode(iri)) for iri in judgement.pair),
        (DCTERMS.description, Literal(judgement.reason)),
        (PROV.wasAttributedTo, Literal(judgement.by)),
        (PROV.generatedAtTime, Literal(judgement.at, datatype=XSD.dateTime)),
    ]


def _as_turtle(judgement: Judgement, minter: Minter) -> str:
    used = {name: PREFIXES[name] for name in ("dcterms", "kcg", "prov", "xsd")}
    lines = [f"@prefix {name}: <{iri}> ." for name, iri in used.items()]

    def short(term: NamedNode | Literal) -> str:
        if isinstance(term, Literal):
            return f'"{term.value}"^^xsd:dateTime' if term.datatype == XSD.dateTime else str(term)
        for name, iri in used.items():
            if term.value.startswith(iri):
                return f"{name}:{term.value.removeprefix(iri)}"
        return str(term)

    told = [f"{short(predicate)} {short(value)}" for predicate, value in _values(judgement)[1:]]
    told[1:3] = [f"{short(KCG.judged)} {', '.join(f'<{iri}>' for iri in judgement.pair)}"]
    body = " ;\n    ".join([f"{minter.local(judgement.path)} a kcg:Judgement", *told])
    return "\n".join([*lines, "", f"{body} .", ""])


def _read_file(path: Path, minter: Minter) -> Judgement:
    try:
        triples = list(parse(path=path, format=_FORMATS[path.suffix]))
    except SyntaxError as error:
        raise JudgementError(f"judgement {path} is not {path.suffix[1:]} ({error}): correct or delete it") from error
    except OSError as error:
        raise JudgementError(f"judgement {path} can't be read: {error.strerror or error}") from error
    told: dict[NamedNode, Terms] = defaultdict(list)
    subjects = {triple.subject for triple in triples}
    if len(subjects) != 1:
        raise _malformed(path, f"describes {len(subjects)} things, where a file holds one judgement")
    for triple in triples:
        if triple.predicate not in _PROPERTIES or not isinstance(triple.object, NamedNode | Literal):
            raise _malformed(path, f"has {triple.predicate.value}, which no judgement has")
        if triple.object not in told[triple.predicate]:
            told[triple.predicate].append(triple.object)
    judgement = _judgement(path, told)
    expected = minter.local(judgement.path)
    if subjects != {expected}:
        raise _malformed(path, f"has another IRI than its pair and verdict make, which is {expected.value}")
    return judgement


def _judgement(path: Path, told: dict[NamedNode, Terms]) -> Judgement:
    if told[RDF.type] != [KCG.Judgement]:
        raise _malformed(path, "is of another class than kcg:Judgement")
    verdict = _one(path, told, KCG.verdict)
    is_same = _VERDICTS.get(verdict) if isinstance(verdict, NamedNode) else None
    if is_same is None:
        raise _malformed(path, f"has the kcg:verdict {verdict.value!r}, which is neither kcg:Same nor kcg:Different")
    pair = [term.value for term in told[KCG.judged] if isinstance(term, NamedNode)]
    if len(pair) != 2 or len(told[KCG.judged]) != 2:
        raise _malformed(path, f"has {len(told[KCG.judged])} values of kcg:judged, where two IRIs are needed")
    at = _one(path, told, PROV.generatedAtTime)
    if not isinstance(at, Literal) or at.datatype != XSD.dateTime or not _is_time(at.value):
        raise _malformed(path, f"has the prov:generatedAtTime {at.value!r}, which is no xsd:dateTime")
    return Judgement.of(
        (pair[0], pair[1]),
        is_same=is_same,
        reason=_words(path, told, DCTERMS.description),
        by=_words(path, told, PROV.wasAttributedTo),
        at=at.value,
        origin=str(path),
    )


def _is_time(text: str) -> bool:
    try:
        return _DATE_TIME.fullmatch(text) is not None and datetime.fromisoformat(text) is not None
    except ValueError:
        return False


def _words(path: Path, told: dict[NamedNode, Terms], predicate: NamedNode) -> str:
    words = _one(path, told, predicate).value
    if not words.strip():
        raise _malformed(path, f"has an empty {predicate.value}")
    return words


def _one(path: Path, told: dict[NamedNode, Terms], predicate: NamedNode) -> NamedNode | Literal:
    if len(told[predicate]) != 1:
        raise _malformed(path, f"has {len(told[predicate])} values of {predicate.value}, where one is needed")
    return told[predicate][0]


def _malformed(path: Path, what: str) -> JudgementError:
    return JudgementError(f"judgement {path} {what}: correct or delete the file")

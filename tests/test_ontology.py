"""The ontology is complete and described, and everything in the project uses only terms that it declares."""

import json
import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS

from kcgraph.resources import folder
from kcgraph.vocab import KCG, PREFIXES, declared_terms

ROOT = Path(__file__).resolve().parents[1]
ONTOLOGY = rdflib.Graph().parse(folder("ontology") / "kcgraph.ttl")
OUTSIDE = rdflib.Graph().parse(folder("ontology") / "outside-terms.ttl")
OWN = [term for term in ONTOLOGY.subjects(RDF.type, None, unique=True) if str(term).startswith(str(KCG))]

CONTRACT = {
    "events": """Meeting Visit Message Gift Ceremony Conference Signing Ratification DiplomaticRelations StatementIssued
        Appointment Award Guidance WeaponsTest MilitaryAction EconomicEvent OtherEvent""",
    "roles": """Host Guest Participant Visitor Sender Recipient Attendee Speaker Party Signatory Appointee Appointer
        Leader Accompanied Actor Target""",
    "media": "MessageMedium Speech Talk PressStatement Interview Commentary ReportMedium OtherMedium",
    "statuses": "Occurred Planned Denied",
    "classes": """Article Source EventReport Participation Statement Attribution OfficeHolding Office Treaty Person
        Organization Delegation Country Place Outlet Agent Event Role Medium Status Rule Tenure""",
    "properties": """contentHash outlet dateline cites mentions inArticle reportedType status evidence dateEDTF earliest
        latest place participation occasion concernsTreaty confidence agent role nameAsPrinted listPosition capacity
        ledBy speaker speakerAsPrinted medium addressee duringReport attribution hop attributedTo about holder
        officeAsPrinted observedOn office officeOf party country reports participant reportCount disagreesOn
        affiliatedWith unnamed anchorEDTF title from until contested soleHolder successor demonym signed inForce
        firstSeen lastSeen notBefore notAfter shownBy followedBy""",
}
EVENT_CLASSES, ROLES, MEDIA, STATUSES, CLASSES, PROPERTIES = (names.split() for names in CONTRACT.values())


def kcg(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(f"{KCG}{name}")


def members(kind: str) -> set[str]:
    return {str(term).removeprefix(str(KCG)) for term in ONTOLOGY.subjects(RDF.type, kcg(kind))}


def test_every_term_has_one_label_and_one_definition() -> None:
    for term in OWN:
        assert len(list(ONTOLOGY.objects(term, RDFS.label))) == 1, term
        definitions = list(ONTOLOGY.objects(term, SKOS.definition))
        assert len(definitions) == 1, term
        assert str(definitions[0]).endswith("."), term


def test_definitions_differ() -> None:
    definitions = [str(text) for text in ONTOLOGY.objects(None, SKOS.definition)]
    assert len(definitions) == len(set(definitions))


def test_header_has_version_and_licence() -> None:
    header = ONTOLOGY.value(None, RDF.type, OWL.Ontology)
    assert ONTOLOGY.value(header, OWL.versionInfo)
    assert ONTOLOGY.value(header, DCTERMS.license)


@pytest.mark.parametrize("name", [*EVENT_CLASSES, *CLASSES])
def test_class_of_the_contract_is_declared(name: str) -> None:
    assert (kcg(name), RDF.type, OWL.Class) in ONTOLOGY


@pytest.mark.parametrize("name", PROPERTIES)
def test_property_of_the_contract_is_declared(name: str) -> None:
    kinds = set(ONTOLOGY.objects(kcg(name), RDF.type))
    assert kinds in ({OWL.ObjectProperty}, {OWL.DatatypeProperty})


def test_event_classes_stand_below_event() -> None:
    below = {str(term).removeprefix(str(KCG)) for term in ONTOLOGY.subjects(RDFS.subClassOf, kcg("Event"))}
    assert below == set(EVENT_CLASSES)


def test_roles_media_and_statuses_are_those_of_the_contract() -> None:
    assert (members("Role"), members("Medium"), members("Status")) == (set(ROLES), set(MEDIA), set(STATUSES))


def test_every_term_of_the_ontology_file_is_declared() -> None:
    """Terms of other vocabularies that the file itself uses stand in outside-terms.ttl."""
    used = {term for triple in ONTOLOGY for term in triple if isinstance(term, rdflib.URIRef)}
    datatypes = {term.datatype for _, _, term in ONTOLOGY if isinstance(term, rdflib.Literal) and term.datatype}
    documents = {ONTOLOGY.value(None, RDF.type, OWL.Ontology), *ONTOLOGY.objects(None, RDFS.seeAlso)}
    documents |= {*ONTOLOGY.objects(None, DCTERMS.license), *ONTOLOGY.objects(None, OWL.versionIRI)}
    assert {str(term) for term in (used | datatypes) - documents} - declared_terms() == set()


def test_outside_terms_name_their_vocabulary() -> None:
    for term in OUTSIDE.subjects(RDF.type, None, unique=True):
        vocabulary = OUTSIDE.value(term, RDFS.isDefinedBy)
        assert vocabulary is not None, term
        assert str(term).startswith(str(vocabulary)), term


def test_event_codes_are_typed() -> None:
    for event_class, _, code in ONTOLOGY.triples((None, SKOS.notation, None)):
        assert isinstance(code, rdflib.Literal)
        pattern = {kcg("CameoCode"): r"\d{2,4}", kcg("PloverCategory"): "[A-Z]+"}[code.datatype]
        assert re.fullmatch(pattern, str(code)), event_class
    cameo = rdflib.Literal("057", datatype=kcg("CameoCode"))
    assert (kcg("Signing"), SKOS.notation, cameo) in ONTOLOGY


def test_code_uses_declared_terms_only() -> None:
    namespaces = "|".join(prefix.upper() for prefix in PREFIXES)
    usage = re.compile(rf"""\b({namespaces})(?:\.(\w+)|\["(\w+)"\])""")
    wrong = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in sorted(ROOT.glob("src/**/*.py"))
        for match in usage.finditer(path.read_text())
        if PREFIXES[match[1].lower()] + (match[2] or match[3]) not in declared_terms()
    ]
    assert wrong == []


def prefixed_terms(text: str) -> set[str]:
    """The expanded prefixed names of Turtle or SPARQL, comments, strings and IRIs taken out."""
    declared = dict(re.findall(r"(?i)prefix\s+(\w*):\s*<([^>]*)>", text))
    bare = re.sub(r'"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|<[^<>\s]*>|(?m:#.*$)', " ", text)
    names = re.findall(r"(?<![\w?$:@])(\w+):(\w[\w-]*)", bare)
    return {declared[prefix] + name for prefix, name in names if prefix in declared}


def test_queries_use_declared_terms_only() -> None:
    paths = sorted(folder("queries").glob("*.rq"))
    wrong = {path.name: prefixed_terms(path.read_text()) - declared_terms() for path in paths}
    assert {name: terms for name, terms in wrong.items() if terms} == {}


def test_shapes_use_declared_terms_only() -> None:
    paths = [path for path in folder("shapes").rglob("*.ttl") if not path.name.endswith(".rejects.ttl")]
    spaces = tuple({str(KCG), *(str(space) for space in OUTSIDE.objects(None, RDFS.isDefinedBy))})
    for path in paths:
        terms = {term for triple in rdflib.Graph().parse(path) for term in triple}
        datatypes = {term.datatype for term in terms if isinstance(term, rdflib.Literal) and term.datatype}
        used = {str(term) for term in terms | datatypes if isinstance(term, rdflib.URIRef)}
        assert {term for term in used if term.startswith(spaces)} - declared_terms() == set(), path


def test_scan_of_prefixed_names_finds_a_wrong_term() -> None:
    text = 'PREFIX kcg: <https://w3id.org/kcgraph/ontology#>\nSELECT * { ?a kcg:agnt "kcg:x" } # kcg:y'
    assert prefixed_terms(text) == {f"{KCG}agnt"}


def context() -> dict[str, object]:
    loaded = json.loads((folder("ontology") / "context.jsonld").read_text())["@context"]
    assert isinstance(loaded, dict)
    return loaded


def test_context_maps_declared_terms_only_and_all_of_ours() -> None:
    entries = context()
    spaces = {key: value for key, value in entries.items() if isinstance(value, str) and value.endswith(("#", "/"))}
    mapped = {}
    for name, entry in entries.items():
        target = entry["@id"] if isinstance(entry, dict) else entry
        if isinstance(target, str) and ":" in target and name not in spaces:
            prefix, local = target.split(":")
            mapped[name] = spaces[prefix] + local
    assert set(mapped.values()) - declared_terms() == set()
    assert {str(term) for term in OWN} - set(mapped.values()) == set()
    assert all(name == local.rsplit("#")[-1] for name, local in mapped.items() if local.startswith(str(KCG)))


def test_context_reads_a_document() -> None:
    document = {
        "@context": context(),
        "id": "https://example.org/p",
        "type": "Participation",
        "role": "Host",
        "agent": "https://example.org/kim",
        "listPosition": 1,
        "nameAsPrinted": "Kim Jong Un",
    }
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    node = rdflib.URIRef("https://example.org/p")
    assert set(graph) == {
        (node, RDF.type, kcg("Participation")),
        (node, kcg("role"), kcg("Host")),
        (node, kcg("agent"), rdflib.URIRef("https://example.org/kim")),
        (node, kcg("listPosition"), rdflib.Literal(1)),
        (node, kcg("nameAsPrinted"), rdflib.Literal("Kim Jong Un")),
    }

"""The graph of one article, by its terms."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from extractions import TEXT, article, event, identities, span_of, talks
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, parse

from kcgraph.errors import RecordError
from kcgraph.export import FORMATS, Source
from kcgraph.graph import RunRecord, all_reference_quads, article_quads, provenance_quads, reference_quads
from kcgraph.model import EventDate, Extraction, Span
from kcgraph.validate import violations
from kcgraph.vocab import DCTERMS, KCG, OA, PROV, RDF, RDFS, SCHEMA, SKOS, XSD, Minter

GOLDEN = Path(__file__).parent / "golden" / "article.trig"
MINTER = Minter()


def quads_of(extraction: Extraction) -> list[Quad]:
    return article_quads(extraction, identities(extraction), MINTER)


def values(quads: list[Quad], subject: NamedNode, predicate: NamedNode) -> set[object]:
    return {quad.object for quad in quads if quad.subject == subject and quad.predicate == predicate}


def test_an_article_with_everything_in_it_is_the_golden_file() -> None:
    store, out = Store(), io.BytesIO()
    store.extend(quads_of(talks()))
    FORMATS["trig"].write(Source(store), out)
    assert out.getvalue().decode() == GOLDEN.read_text(encoding="utf-8")


def test_the_golden_graph_breaks_no_shape_in_either_engine() -> None:
    quads = list(parse(path=GOLDEN, format=RdfFormat.TRIG))
    assert violations(quads, "compiled") == []
    assert violations(quads, "pyshacl") == []


def test_every_quad_is_in_the_graph_of_the_article_once_and_without_blank_nodes() -> None:
    quads = quads_of(talks())
    assert {quad.graph_name for quad in quads} == {MINTER.article_graph("a1")}
    assert len(quads) == len(set(quads))
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))


@given(text=st.text(min_size=1, max_size=200), data=st.data())
def test_the_quote_of_every_span_stands_in_the_text_at_its_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    base = event("a1", ("Ri Ok", "Host"))
    report = replace(base.reports[0], evidence=Span(start, end))
    quads = quads_of(replace(base, article=article("a1", text), reports=(report,)))
    node, selector = MINTER.evidence("a1", start, end), MINTER.selector("a1", start, end)
    assert values(quads, MINTER.report("a1", 1), KCG.evidence) == {node}
    assert values(quads, node, OA.hasSelector) == {selector}
    assert values(quads, selector, OA.exact) == {Literal(text[start:end])}
    assert values(quads, selector, OA.start) == {Literal(start)}
    assert values(quads, selector, OA.end) == {Literal(end)}
    before = next(iter(values(quads, selector, OA.prefix)), Literal(""))
    after = next(iter(values(quads, selector, OA.suffix)), Literal(""))
    assert isinstance(before, Literal) and isinstance(after, Literal)
    assert text[:start].endswith(before.value) and text[end:].startswith(after.value)


@pytest.mark.parametrize("span", [Span(0, len(TEXT) + 1), Span(5, 5)])
def test_evidence_outside_the_text_is_refused(span: Span) -> None:
    base = event("a1", ("Ri Ok", "Host"))
    wrong = replace(base, reports=(replace(base.reports[0], evidence=span),))
    with pytest.raises(RecordError, match="evidence at"):
        quads_of(wrong)


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2025-03-21", "2025-03-21", "2025-03-21"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-09-17/2024-09-20", "2024-09-17", "2024-09-20"),
    ],
)
def test_a_date_comes_with_the_first_and_last_day_it_can_mean(edtf: str, earliest: str, latest: str) -> None:
    quads = quads_of(event("a1", ("Ri Ok", "Host"), day=edtf))
    report = MINTER.report("a1", 1)
    assert values(quads, report, KCG.dateEDTF) == {Literal(edtf)}
    assert values(quads, report, KCG.earliest) == {Literal(earliest, datatype=XSD.date)}
    assert values(quads, report, KCG.latest) == {Literal(latest, datatype=XSD.date)}


def test_an_unknown_date_is_left_out() -> None:
    predicates = {quad.predicate for quad in quads_of(event("a1", ("Ri Ok", "Host"), day=None))}
    assert not predicates & {KCG.dateEDTF, KCG.earliest, KCG.latest}


@pytest.mark.parametrize(
    ("issued", "anchor", "expected"),
    [("2025-03-22", None, "2025-03-22"), (None, "2025-03-20", "2025-03-20"), (None, "2024", None), (None, None, None)],
)
def test_an_office_is_observed_on_the_day_of_issue_or_the_anchor_day(
    issued: str | None, anchor: str | None, expected: str | None
) -> None:
    published = EventDate(issued).earliest if issued else None
    extraction = replace(talks(), article=article(published=published), anchor=EventDate(anchor) if anchor else None)
    observed = {quad.object for quad in quads_of(extraction) if quad.predicate == KCG.observedOn}
    assert observed == ({Literal(expected, datatype=XSD.date)} if expected else set())


def test_the_anchor_is_told_only_where_it_is_not_the_day_of_issue() -> None:
    node = MINTER.article("a1")
    assert values(quads_of(talks()), node, KCG.anchorEDTF) == set()
    other = replace(talks(), anchor=EventDate("2024"))
    assert values(quads_of(other), node, KCG.anchorEDTF) == {Literal("2024")}


def test_whom_the_article_knows_by_title_alone_is_no_mention() -> None:
    nobody = MINTER.local("person/the-two-ministers")
    quads = quads_of(talks())
    assert values(quads, nobody, KCG.unnamed) == {Literal(True)}
    mentions = values(quads, MINTER.article("a1"), KCG.mentions)
    assert nobody not in mentions and MINTER.local("person/ri-ok") in mentions


def test_a_report_may_stand_on_several_spans() -> None:
    report = talks().reports[0]
    spans = (report.evidence, *report.further)
    evidence = values(quads_of(talks()), MINTER.report("a1", 1), KCG.evidence)
    assert evidence == {MINTER.evidence("a1", span.start, span.end) for span in spans}


def test_a_delegation_says_who_led_it() -> None:
    quads = quads_of(talks())
    delegation = MINTER.participation("a1", 1, 2)
    assert values(quads, delegation, KCG.ledBy) == {MINTER.local("person/ivo-kral")}


def test_the_first_hop_of_an_attribution_is_the_outlet_and_falls_away_without_one() -> None:
    assert values(quads_of(talks()), MINTER.attribution("a1", 1, 0), KCG.attributedTo) == {MINTER.outlet("kcna")}
    unknown = replace(talks(), article=replace(article(), outlet=None, outlet_name=None))
    hops = values(quads_of(unknown), MINTER.statement("a1", 1), KCG.attribution)
    assert hops == {MINTER.attribution("a1", 1, 1)}


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://kcnawatch.org/a b?x=1", NamedNode("https://kcnawatch.org/a%20b?x=1")),
        ('http://example.org/"{}', NamedNode("http://example.org/%22%7B%7D")),
        ("not a url", Literal("not a url", datatype=XSD.anyURI)),
    ],
)
def test_a_url_becomes_an_iri_where_it_can(url: str, expected: NamedNode | Literal) -> None:
    quads = quads_of(replace(talks(), article=replace(article(), url=url)))
    assert values(quads, MINTER.article("a1"), DCTERMS.source) == {expected}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("treaty on comprehensive strategic partnership", "Treaty on Comprehensive Strategic Partnership"),
        ("DPRK-Russia joint declaration", "DPRK-Russia Joint Declaration"),
        ("THE NEW START TREATY", "The New Start Treaty"),
        ("the two countries' protocol of 2000", "The Two Countries' Protocol of 2000"),
    ],
)
def test_a_treaty_is_titled_by_its_name_alone(name: str, title: str) -> None:
    extraction = talks()
    named = replace(extraction, treaties=(replace(extraction.treaties[0], name=name, span=span_of("Treaty on")),))
    titles = {quad.object for quad in quads_of(named) if quad.predicate == SKOS.prefLabel}
    assert titles == {Literal(title)}


def test_the_reference_graph_describes_what_is_known_and_what_that_points_to() -> None:
    known, unknown = MINTER.outlet("yonhap"), MINTER.local("person/nobody-at-all")
    quads = list(reference_quads([known.value, unknown.value, "https://elsewhere.example/x"], MINTER))
    assert {quad.graph_name for quad in quads} == {MINTER.reference_graph}
    assert values(quads, known, RDF.type) == {KCG.Outlet}
    assert len(values(quads, known, SKOS.prefLabel)) == 1
    countries = values(quads, known, KCG.country)
    assert countries == {MINTER.local("country/south-korea")}
    assert values(quads, MINTER.local("country/south-korea"), SKOS.prefLabel)
    assert unknown not in {quad.subject for quad in quads}
    assert violations(quads) == []


def test_the_reference_graph_tells_what_a_person_held_and_where_it_belongs() -> None:
    person = MINTER.local("person/pak-pong-ju")
    quads = list(reference_quads([person.value], MINTER))
    office = MINTER.local("office/premier-of-the-cabinet-of-the-dprk")
    second = MINTER.local("tenure/pak-pong-ju/premier-of-the-cabinet-of-the-dprk/2013-04-01")
    assert {(quad.predicate, quad.object) for quad in quads if quad.subject == second} >= {
        (RDF.type, KCG.Tenure),
        (KCG.holder, person),
        (KCG.office, office),
        (KCG.officeOf, MINTER.local("organization/cabinet-of-the-dprk")),
        (KCG.title, Literal("Premier")),
        (KCG["from"], Literal("2013-04-01")),
        (KCG.until, Literal("2019-04-11")),
    }
    assert values(quads, office, KCG.soleHolder) == {Literal(True)}
    assert values(quads, MINTER.local("organization/cabinet-of-the-dprk"), KCG.country)
    undated = MINTER.local("tenure/jang-song-thaek/vice-chairman-of-the-national-defence-commission/2010-06-07")
    assert undated not in {quad.subject for quad in quads}
    assert violations(quads) == []


def test_the_reference_graph_has_codes_coordinates_successors_and_dates() -> None:
    names = ("country/soviet-union", "country/japan", "place/saint-petersburg", "treaty/npt")
    union, japan, city, treaty = (MINTER.local(name) for name in names)
    quads = list(reference_quads([union.value, japan.value, city.value, treaty.value], MINTER))
    assert values(quads, union, KCG.successor) == {MINTER.local("country/russia")}
    assert values(quads, MINTER.local("country/russia"), SKOS.prefLabel) == {Literal("Russia")}
    assert values(quads, japan, SKOS.notation) == {Literal("JP", datatype=KCG.IsoCountryCode)}
    assert Literal("Japanese") in values(quads, japan, KCG.demonym)
    (latitude,) = values(quads, city, SCHEMA.latitude)
    assert isinstance(latitude, Literal) and latitude.datatype == XSD.decimal and 59 < float(latitude.value) < 61
    assert values(quads, treaty, KCG.signed) == {Literal("1968-07-01")}
    assert values(quads, treaty, KCG.inForce) == {Literal("1970-03-05")}


def test_the_whole_reference_graph_says_of_a_thing_what_a_part_says() -> None:
    whole = set(all_reference_quads(MINTER))
    asked = ["person/kim-jong-un", "place/pyongyang", "office/president-of-russia", "outlet/kcna"]
    part = set(reference_quads([MINTER.local(path).value for path in asked], MINTER))
    assert part < whole


def test_the_provenance_graph_tells_of_runs_graphs_and_rules() -> None:
    run = RunRecord("1.2.3", "abc", ("in.jsonl",), "2025-01-02T03:04:05Z", ("a1", "a2"))
    rule = MINTER.rule("meeting/met")
    quads = list(provenance_quads([run], [rule.value], MINTER))
    assert {quad.graph_name for quad in quads} == {MINTER.provenance_graph}
    made = {quad.subject for quad in quads if quad.predicate == PROV.wasGeneratedBy}
    assert made == {MINTER.article_graph("a1"), MINTER.article_graph("a2")}
    assert values(quads, rule, RDFS.label) == {Literal("meeting/met")}
    assert violations(quads) == []

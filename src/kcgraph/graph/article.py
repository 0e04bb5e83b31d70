"""The named graph of one article: all that was read from it and nothing else."""

from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from kcgraph.graph.evidence import Evidence
from kcgraph.graph.terms import Value, date_literal, decimal, integer, link, rule, text, title_case, web_address, when
from kcgraph.model import Agent, EventReport, Extraction, Identities, OfficeHolding, Participation, Statement
from kcgraph.vocab import DCTERMS, KCG, PROV, RDF, RDFS, SCHEMA, SKOS, Minter


def article_quads(extraction: Extraction, identities: Identities, minter: Minter) -> list[Quad]:
    """Return the quads of the article's graph, each once, in an order that only the input decides."""
    graph = _ArticleGraph(extraction, identities, minter)
    return list(dict.fromkeys(graph.quads()))


class _ArticleGraph:
    """Writes one article; nodes that several records point to are minted once."""

    def __init__(self, extraction: Extraction, identities: Identities, minter: Minter) -> None:
        self._from = extraction
        self._identities = identities
        self._minter = minter
        self._id = extraction.article.identifier
        self._graph = minter.article_graph(self._id)
        self._article = minter.article(self._id)
        self._agents = [minter.local(path) for path in identities.agents]
        self._treaties = [minter.local(path) for path in identities.treaties]
        self._places = {label: minter.local(path) for label, path in identities.places.items()}
        self._reports = [minter.report(self._id, number) for number in range(1, len(extraction.reports) + 1)]
        self._evidence = Evidence(extraction.article, self._article, minter)
        outlet = extraction.article.outlet
        self._outlet = minter.outlet(outlet) if outlet else None
        self._out: list[Quad] = []

    def quads(self) -> list[Quad]:
        """Write everything, the article first."""
        self._write_article()
        for agent, node in zip(self._from.agents, self._agents, strict=True):
            self._write_agent(agent, node)
        for path, candidates in self._identities.candidates.items():
            local = self._minter.local
            self._add(local(path), *((KCG.candidate, local(candidate)) for candidate in candidates))
        for label, node in self._places.items():
            self._add(node, (RDF.type, KCG.Place), (RDFS.label, Literal(label)))
        self._write_treaties()
        for number, report in enumerate(self._from.reports, start=1):
            self._write_report(number, report)
        for number, statement in enumerate(self._from.statements, start=1):
            self._write_statement(number, statement)
        for number, holding in enumerate(self._from.offices, start=1):
            self._write_office_holding(number, holding)
        for node, values in self._evidence.nodes():
            self._add(node, *values)
        return self._out

    def _add(self, subject: NamedNode, *values: Value | None) -> None:
        graph = self._graph
        self._out.extend(Quad(subject, value[0], value[1], graph) for value in values if value is not None)

    def _write_article(self) -> None:
        article, extraction = self._from.article, self._from
        self._add(
            self._article,
            (RDF.type, KCG.Article),
            (DCTERMS.identifier, Literal(article.identifier)),
            (KCG.contentHash, Literal(article.content_hash)),
            (SCHEMA.inLanguage, Literal(article.language)),
            text(SCHEMA.headline, article.headline),
            (DCTERMS.source, web_address(article.url)) if article.url else None,
            link(KCG.outlet, self._outlet),
            link(KCG.dateline, self._places.get(extraction.dateline_place or "")),
            (DCTERMS.issued, date_literal(article.published)) if article.published else None,
        )
        if extraction.anchor is not None and (
            article.published is None or extraction.anchor.edtf != article.published.isoformat()
        ):
            self._add(self._article, (KCG.anchorEDTF, Literal(extraction.anchor.edtf)))
        for cited in extraction.cites:
            self._add(self._article, (KCG.cites, self._agents[cited]))
        named = (node for agent, node in zip(self._from.agents, self._agents, strict=True) if agent.is_named)
        for mentioned in chain(named, self._places.values(), self._treaties):
            self._add(self._article, (KCG.mentions, mentioned))
        if self._outlet is not None and article.outlet is not None:
            self._add(
                self._outlet, (RDF.type, KCG.Outlet), (RDFS.label, Literal(article.outlet_name or article.outlet))
            )

    def _write_agent(self, agent: Agent, node: NamedNode) -> None:
        kind = KCG.Outlet if node.value.startswith(f"{self._minter.base}outlet/") else KCG[agent.kind]
        self._add(node, (RDF.type, kind), *((RDFS.label, Literal(form)) for form in (agent.name, *agent.spellings)))
        if not agent.is_named:
            self._add(node, (KCG.unnamed, Literal(True)))
        country = self._country(agent.country)
        if country is not None and country != node:
            self._add(node, (KCG.affiliatedWith, country))

    def _country(self, key: str | None) -> NamedNode | None:
        path = self._identities.countries.get(key) if key is not None else None
        return self._minter.local(path) if path is not None else None

    def _write_treaties(self) -> None:
        titles: dict[NamedNode, str] = {}
        for treaty, node in zip(self._from.treaties, self._treaties, strict=True):
            self._add(
                node,
                (RDF.type, KCG.Treaty),
                (SKOS.prefLabel, Literal(titles.setdefault(node, title_case(treaty.name)))),
                (RDFS.label, Literal(treaty.name)),
                *((KCG.party, self._agents[party]) for party in treaty.parties),
            )

    def _write_report(self, number: int, report: EventReport) -> None:
        node = self._reports[number - 1]
        self._add(
            node,
            (RDF.type, KCG.EventReport),
            (KCG.inArticle, self._article),
            (KCG.reportedType, KCG[report.event_class]),
            (KCG.status, KCG[report.status]),
            *((KCG.evidence, self._evidence.of(span)) for span in (report.evidence, *report.further)),
            (PROV.wasDerivedFrom, rule(self._minter, report.pattern)),
            *when(report.date),
            link(KCG.place, self._places.get(report.place or "")),
            text(KCG.occasion, report.occasion),
            (KCG.concernsTreaty, self._treaties[report.treaty]) if report.treaty is not None else None,
            (KCG.confidence, decimal(report.confidence)) if report.confidence is not None else None,
        )
        for index, participation in enumerate(report.participations, start=1):
            self._write_participation(node, self._minter.participation(self._id, number, index), participation)

    def _write_participation(self, report: NamedNode, node: NamedNode, part: Participation) -> None:
        self._add(report, (KCG.participation, node))
        self._add(
            node,
            (RDF.type, KCG.Participation),
            (KCG.agent, self._agents[part.agent]),
            (KCG.role, KCG[part.role]),
            (KCG.nameAsPrinted, Literal(part.name_as_printed)),
            (KCG.listPosition, integer(part.position)),
            link(KCG.capacity, self._office(part.capacity)),
            (KCG.ledBy, self._agents[part.led_by]) if part.led_by is not None else None,
        )

    def _office(self, printed: str | None) -> NamedNode | None:
        """The office that the reference data knows by this printed form, described with it."""
        path = self._identities.offices.get(printed) if printed is not None else None
        if path is None or printed is None:
            return None
        node = self._minter.local(path)
        self._add(node, (RDF.type, KCG.Office), (RDFS.label, Literal(printed)))
        return node

    def _write_statement(self, number: int, statement: Statement) -> None:
        node = self._minter.statement(self._id, number)
        self._add(
            node,
            (RDF.type, KCG.Statement),
            (KCG.inArticle, self._article),
            (KCG.speaker, self._agents[statement.speaker]),
            (KCG.speakerAsPrinted, Literal(statement.speaker_as_printed)),
            (KCG.medium, KCG[statement.medium]),
            *((KCG.evidence, self._evidence.of(span)) for span in (statement.evidence, *statement.further)),
            (PROV.wasDerivedFrom, rule(self._minter, statement.pattern)),
            (KCG.addressee, self._agents[statement.addressee]) if statement.addressee is not None else None,
            *when(statement.date),
            (KCG.duringReport, self._reports[statement.during]) if statement.during is not None else None,
            (KCG.about, self._reports[statement.about]) if statement.about is not None else None,
        )
        self._write_attributions(node, number, statement)

    def _write_attributions(self, statement_node: NamedNode, number: int, statement: Statement) -> None:
        for hop in statement.attributions:
            source = self._outlet if hop.agent is None else self._agents[hop.agent]
            if source is None:  # the article's own outlet is not known, so this hop says nothing
                continue
            node = self._minter.attribution(self._id, number, hop.hop)
            self._add(statement_node, (KCG.attribution, node))
            self._add(
                node,
                (RDF.type, KCG.Attribution),
                (KCG.hop, integer(hop.hop)),
                (KCG.attributedTo, source),
                (KCG.evidence, self._evidence.of(hop.evidence)) if hop.evidence is not None else None,
            )

    def _write_office_holding(self, number: int, holding: OfficeHolding) -> None:
        printed = holding.office_as_printed
        office_of = self._agents[holding.office_of] if holding.office_of is not None else self._country(holding.country)
        self._add(
            self._minter.office_holding(self._id, number),
            (RDF.type, KCG.OfficeHolding),
            (KCG.inArticle, self._article),
            (KCG.holder, self._agents[holding.holder]),
            (KCG.officeAsPrinted, Literal(printed)),
            (KCG.evidence, self._evidence.of(holding.evidence)),
            link(KCG.office, self._office(printed)),
            link(KCG.officeOf, office_of),
            self._observed_on(),
        )

    def _observed_on(self) -> Value | None:
        """The day of issue, or the day that relative dates were counted from; none when neither is a day."""
        anchor = self._from.anchor
        day = self._from.article.published or (anchor.earliest if anchor is not None and anchor.is_day else None)
        return (KCG.observedOn, date_literal(day)) if day is not None else None

"""From a Reading to an Extraction: chunks → cast → scenes → drafts → reports, statements, offices, treaties.

The knowledge is in `seeds/lexicon` and `seeds/patterns`; this package only says how it is used.
"""

from dataclasses import replace

from kcgraph.extract import attendance, events, merging, statements, treaties
from kcgraph.extract.cast import Cast
from kcgraph.extract.chunker import chunk
from kcgraph.extract.clauses import Clauses
from kcgraph.extract.confidence import confidence_of
from kcgraph.extract.patterns import patterns
from kcgraph.extract.scene import Draft, Scene
from kcgraph.extract.sides import settle_sides
from kcgraph.model import Attribution, EventReport, Extraction, OfficeHolding, Participation, Statement
from kcgraph.model.reading import Reading

__all__ = ["extract", "rule_set"]


# What these classes report is between or of somebody: without any party there is nothing to know.
_NEEDS_SOMEBODY = frozenset({"Visit", "Meeting", "Message", "Award", "Appointment", "Guidance", "StatementIssued"})


def rule_set() -> str:
    """A hash of the patterns and word lists that extraction rests on."""
    return patterns().digest


def extract(reading: Reading) -> Extraction:
    """Read the events, statements, offices and treaties out of one article."""
    if reading.article.language != "en":
        return _nothing(reading)
    chunks = [chunk(sentence) for sentence in reading.sentences]
    cast = Cast(reading, chunks)
    scenes = [
        Scene(number, sentence, chunks[number], Clauses(chunks[number]), cast)
        for number, sentence in enumerate(reading.sentences)
    ]
    drafts = events.sequence(scenes)
    pacts = treaties.find(scenes)
    for draft in drafts:
        if draft.pattern.treaty:
            draft.treaty = treaties.attach(pacts, draft.sentence, draft.first, draft.last)
            if draft.treaty is not None and not draft.parts:
                for party in pacts[draft.treaty].parties:
                    draft.add(party, "Party")
    attendance.complete(scenes, drafts)
    drafts = [draft for draft in merging.merge(drafts, cast) if _says_something(draft)]
    sayings = statements.find(scenes, drafts)
    drafts += statements.issued(scenes, sayings, drafts)
    drafts.sort(key=lambda draft: (draft.sentence, draft.position))
    statements.attribute(scenes, sayings)
    for saying in sayings:
        if (
            saying.draft is not None
            and saying.medium == "Speech"
            and saying.draft.pattern.event_class in ("Ceremony", "Conference")
        ):
            saying.draft.add(saying.speaker, "Speaker")
    settle_sides(drafts, cast)
    reports = tuple(_report(scenes, draft) for draft in drafts)
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    return Extraction(
        article=reading.article,
        agents=cast.agents(),
        places=tuple(sorted({report.place for report in reports if report.place})),
        treaties=treaties.treaties(pacts),
        reports=reports,
        statements=tuple(_statement(saying, numbers, drafts) for saying in sayings),
        offices=_offices(scenes, cast),
        cites=tuple(
            sorted(
                {agent for saying in sayings for agent, _ in saying.hops}
                | {saying.speaker for saying in sayings if cast.is_outlet(saying.speaker)}
            )
        ),
        anchor=reading.anchor,
        dateline_place=cast.here,
    )


def _says_something(draft: Draft) -> bool:
    """Whether a draft tells more than a bare word would: "the session" alone names something that was not told."""
    return bool(draft.parts) or (draft.pattern.event_class not in _NEEDS_SOMEBODY and not draft.is_bare)


def _nothing(reading: Reading) -> Extraction:
    return Extraction(reading.article, (), (), (), (), (), (), anchor=reading.anchor)


def _report(scenes: list[Scene], draft: Draft) -> EventReport:
    cast = scenes[draft.sentence].cast
    draft.parts.sort(
        key=lambda part: (
            (part.chunk.sentence, part.chunk.first) if part.chunk is not None else (draft.sentence, draft.first)
        )
    )
    parts = tuple(
        Participation(
            part.agent, part.role, part.chunk.name if part.chunk is not None and part.chunk.agent == part.agent and part.chunk.name else cast.members[part.agent].fullest,
            position, next((office.text for office in part.chunk.offices), None) if part.chunk is not None and part.chunk.agent == part.agent else None, part.led_by,
        )
        for position, part in enumerate(draft.parts, 1)
    )  # fmt: skip
    report = EventReport(
        draft.pattern.event_class, draft.status, scenes[draft.sentence].sentence.span(draft.first, draft.last), draft.pattern.id, parts,
        draft.date, draft.place, draft.occasion, draft.treaty,
    )  # fmt: skip
    further = {scenes[number].sentence.span(first, last) for number, first, last in draft.tellings} - {report.evidence}
    return replace(report, confidence=confidence_of(report), further=tuple(sorted(further)))


def _statement(saying: statements.Saying, numbers: dict[int, int], drafts: list[Draft]) -> Statement:
    during = numbers.get(id(saying.draft)) if saying.draft is not None else None
    hops = [Attribution(0, None, None)] + [
        Attribution(hop, agent, span) for hop, (agent, span) in enumerate(saying.hops, 1)
    ]
    hops.append(Attribution(len(hops), saying.speaker, saying.evidence))
    date = drafts[during].date if during is not None else None
    return Statement(
        saying.speaker,
        saying.printed,
        saying.medium,
        saying.evidence,
        saying.rule,
        saying.addressee,
        date,
        during,
        tuple(hops),
        further=tuple(sorted(saying.further)),
    )


def _offices(scenes: list[Scene], cast: Cast) -> tuple[OfficeHolding, ...]:
    found: list[OfficeHolding] = []
    for index, member in enumerate(cast.members):
        for office, number in member.offices:
            country = office.country or member.country
            of = cast.country(country) if country is not None else None
            found.append(
                OfficeHolding(index, office.text, scenes[number].sentence.span(office.first, office.last), of, country)
            )
    return tuple(found)

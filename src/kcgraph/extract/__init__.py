"""From a Reading to an Extraction: chunks → cast → scenes → drafts → reports, statements, offices, treaties.

The knowledge is in `seeds/lexicon` and `seeds/patterns`; this package only says how it is used.
"""

from dataclasses import dataclass, replace

from kcgraph.extract import (
    attendance,
    bilateral,
    circumstances,
    contests,
    events,
    merging,
    roundups,
    spans,
    statements,
    treaties,
)
from kcgraph.extract.cast import Cast
from kcgraph.extract.chunker import chunk
from kcgraph.extract.clauses import Clauses
from kcgraph.extract.confidence import confidence_of, signs_of
from kcgraph.extract.patterns import patterns
from kcgraph.extract.scene import Draft, Part, Scene
from kcgraph.extract.sides import settle_sides
from kcgraph.model import (
    Agent,
    AgentKind,
    Attribution,
    EventReport,
    Extraction,
    OfficeHolding,
    Participation,
    Statement,
)
from kcgraph.model.reading import Reading

__all__ = ["Traced", "extract", "rule_set", "traced"]

# What these classes report is between or of somebody: without any party there is nothing to know.
_NEEDS_SOMEBODY = frozenset({"Visit", "Meeting", "Message", "Appointment", "Guidance", "StatementIssued"})


def rule_set() -> str:
    """A hash of the patterns and word lists that extraction rests on."""
    return patterns().digest


@dataclass(frozen=True, slots=True)
class Traced:
    """An extraction with what it was made from: its sentences, and the draft of each report, in their order."""

    extraction: Extraction
    scenes: tuple[Scene, ...]
    drafts: tuple[Draft, ...]


def extract(reading: Reading) -> Extraction:
    """Read the events, statements, offices and treaties out of one article."""
    return traced(reading).extraction


def traced(reading: Reading) -> Traced:
    """As `extract`, for whoever asks how a report was found."""
    if reading.article.language != "en":
        return Traced(_nothing(reading), (), ())
    scenes = _scenes(reading)
    cast = scenes[0].cast if scenes else Cast(reading, [])
    drafts = roundups.divide(scenes, events.sequence(scenes))
    pacts = treaties.find(scenes)
    _attach_treaties(drafts, pacts)
    bilateral.complete(scenes, drafts, cast)
    attendance.complete(scenes, drafts)
    contests.seat(scenes, drafts)
    spans.stretch(scenes, drafts)
    drafts = [draft for draft in merging.merge(drafts, cast) if _says_something(draft)]
    circumstances.complete(scenes, drafts)
    sayings = statements.find(scenes, drafts)
    drafts += statements.issued(scenes, sayings, drafts)
    drafts.sort(key=lambda draft: (draft.sentence, draft.position))
    statements.attribute(scenes, sayings)
    _add_speakers(cast, sayings)
    settle_sides(drafts, cast)
    extraction = _extraction(reading, scenes, drafts, statements.told(scenes, sayings), pacts, cast)
    return Traced(extraction, tuple(scenes), tuple(drafts))


def _scenes(reading: Reading) -> list[Scene]:
    chunks = [chunk(sentence) for sentence in reading.sentences]
    cast = Cast(reading, chunks)
    return [
        Scene(number, sentence, chunks[number], Clauses(chunks[number]), cast)
        for number, sentence in enumerate(reading.sentences)
    ]


def _attach_treaties(drafts: list[Draft], pacts: list[treaties.Pact]) -> None:
    """The signing of a treaty is of the treaty named there; where nobody is told to sign, of its parties."""
    for draft in drafts:
        if draft.pattern.treaty:
            draft.treaty = treaties.attach(pacts, draft.sentence, draft.first, draft.last)
            if draft.treaty is not None and not draft.parts:
                for party in pacts[draft.treaty].parties:
                    draft.add(party, "Party")


def _add_speakers(cast: Cast, sayings: list[statements.Saying]) -> None:
    """Who makes a speech at a ceremony or conference is a speaker of it, unless dead by then."""
    for saying in sayings:
        draft = saying.draft
        if draft is None or draft.pattern.event_class not in ("Ceremony", "Conference") or not _is_spoken(cast, saying):
            continue
        if draft.date is None or not cast.is_dead_by(saying.speaker, draft.date.earliest.isoformat()):
            draft.add(saying.speaker, "Speaker")


def _is_spoken(cast: Cast, saying: statements.Saying) -> bool:
    """A speech, or a report that a person makes."""
    is_report = saying.medium == "ReportMedium" and cast.members[saying.speaker].kind == AgentKind.PERSON
    return saying.medium == "Speech" or is_report


def _says_something(draft: Draft) -> bool:
    """Whether a draft tells more than a bare word would: "the session" alone names something that was not told."""
    return bool(draft.parts) or (draft.pattern.event_class not in _NEEDS_SOMEBODY and not draft.is_bare)


def _nothing(reading: Reading) -> Extraction:
    return Extraction(reading.article, (), (), (), (), (), (), anchor=reading.anchor)


def _extraction(
    reading: Reading,
    scenes: list[Scene],
    drafts: list[Draft],
    sayings: list[statements.Saying],
    pacts: list[treaties.Pact],
    cast: Cast,
) -> Extraction:
    agents = cast.agents()
    reports = tuple(_report(scenes, draft, agents) for draft in drafts)
    numbers = {id(draft): number for number, draft in enumerate(drafts)}
    return Extraction(
        article=reading.article,
        agents=agents,
        places=tuple(sorted({report.place for report in reports if report.place})),
        treaties=treaties.treaties(pacts),
        reports=reports,
        statements=tuple(_statement(saying, numbers) for saying in sayings),
        offices=_offices(scenes, cast),
        cites=_cited(sayings, cast),
        anchor=reading.anchor,
        dateline_place=cast.here,
    )


def _report(scenes: list[Scene], draft: Draft, agents: tuple[Agent, ...]) -> EventReport:
    scene = scenes[draft.sentence]
    draft.parts.sort(key=lambda part: _position(draft, part))
    report = EventReport(
        draft.pattern.event_class,
        draft.status,
        scene.sentence.span(draft.first, draft.last),
        draft.pattern.id,
        tuple(_participation(scene.cast, part, position) for position, part in enumerate(draft.parts, 1)),
        draft.date,
        draft.place,
        draft.occasion,
        draft.treaty,
    )
    further = {scenes[number].sentence.span(first, last) for number, first, last in draft.tellings} - {report.evidence}
    signs = signs_of(report, draft, agents)
    return replace(report, confidence=confidence_of(signs), further=tuple(sorted(further)), signs=signs)


def _position(draft: Draft, part: Part) -> tuple[int, int]:
    """Sentence and token of a participant, of the event where no phrase shows it."""
    return (part.chunk.sentence, part.chunk.first) if part.chunk is not None else (draft.sentence, draft.first)


def _participation(cast: Cast, part: Part, position: int) -> Participation:
    """The part as printed; by its fullest name where the phrase that shows it is another's."""
    name, office = cast.members[part.agent].fullest, None
    if part.chunk is not None and part.chunk.agent == part.agent:
        name = part.chunk.name or name
        office = next((office.text for office in part.chunk.offices), None)
    return Participation(part.agent, part.role, name, position, office, part.led_by)


def _cited(sayings: list[statements.Saying], cast: Cast) -> tuple[int, ...]:
    """Those through whom statements came, and the outlets among the speakers."""
    through = {agent for saying in sayings for agent, _ in saying.hops}
    outlets = {saying.speaker for saying in sayings if cast.is_outlet(saying.speaker)}
    return tuple(sorted(through | outlets))


def _statement(saying: statements.Saying, numbers: dict[int, int]) -> Statement:
    during = numbers.get(id(saying.draft)) if saying.draft is not None else None
    hops = [(None, None), *saying.hops, (saying.speaker, saying.evidence)]
    date = saying.draft.date if saying.draft is not None and during is not None else None
    return Statement(
        saying.speaker,
        saying.printed,
        saying.medium,
        saying.evidence,
        saying.rule,
        saying.addressee,
        date,
        during,
        tuple(Attribution(hop, agent, span) for hop, (agent, span) in enumerate(hops)),
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

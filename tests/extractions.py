"""Extractions made by hand, for the tests of what comes after reading."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

from kcgraph.model import (
    Agent,
    AgentKind,
    Article,
    Attribution,
    EventDate,
    EventReport,
    Extraction,
    Identities,
    OfficeHolding,
    Participation,
    Span,
    Statement,
    Treaty,
)
from kcgraph.vocab import slug

TEXT = (
    "Pyongyang, March 22 (KCNA) -- Ri Ok, foreign minister of Freedonia, met a Sylvanian delegation led by "
    "Ambassador Ivo Kral at the Lotus Hall here on Friday. Kral said that the Treaty on Good Neighbours holds. "
    "The two ministers will sign a protocol on April 2."
)


def span_of(quote: str, text: str = TEXT) -> Span:
    """Where `quote` stands in `text`."""
    start = text.index(quote)
    return Span(start, start + len(quote))


def article(identifier: str = "a1", text: str = TEXT, published: date | None = date(2025, 3, 22)) -> Article:
    """An article that is all body."""
    content_hash = sha256(text.encode()).hexdigest()
    return Article(
        identifier, content_hash, text, f"{identifier}.txt", (Span(0, len(text)),), headline="Talks at the Lotus Hall",
        published=published, outlet="kcna", outlet_name="KCNA", url="http://example.org/news?id=1&q=a b",
    )  # fmt: skip


def talks() -> Extraction:
    """One article with everything in it that an Extraction can hold."""
    return Extraction(
        article=article(),
        agents=(
            Agent(AgentKind.PERSON, "Ri Ok", span_of("Ri Ok"), country="freedonia"),
            Agent(AgentKind.DELEGATION, "Sylvanian delegation", span_of("Sylvanian delegation"), country="sylvania"),
            Agent(AgentKind.PERSON, "Ivo Kral", span_of("Ivo Kral"), ("Kral",), country="sylvania"),
            Agent(AgentKind.COUNTRY, "Freedonia", span_of("Freedonia"), country="freedonia"),
            Agent(AgentKind.PERSON, "The two ministers", span_of("The two ministers"), is_named=False),
        ),
        places=("Lotus Hall, Pyongyang", "Pyongyang"),
        treaties=(Treaty("Treaty on Good Neighbours", span_of("Treaty on Good Neighbours"), parties=(3,)),),
        reports=(
            EventReport(
                "Meeting", "Occurred",
                span_of("Ri Ok, foreign minister of Freedonia, met a Sylvanian delegation"), "meeting/met",
                (
                    Participation(0, "Host", "Ri Ok", 1, capacity="foreign minister of Freedonia"),
                    Participation(1, "Guest", "Sylvanian delegation", 2, led_by=2),
                    Participation(2, "Guest", "Ivo Kral", 3),
                ),
                EventDate("2025-03-21"), "Lotus Hall, Pyongyang", confidence=0.9, further=(span_of("on Friday"),),
            ),
            EventReport(
                "Signing", "Planned", span_of("will sign a protocol on April 2"), "signing/will-sign",
                (Participation(4, "Signatory", "The two ministers", 1),), EventDate("2025-04-02"), treaty=0,
            ),
        ),
        statements=(
            Statement(
                2, "Kral", "Talk", span_of("Kral said that the Treaty on Good Neighbours holds"), "statement/said",
                addressee=0, date=EventDate("2025-03-21"), during=0,
                attributions=(Attribution(0, None, None), Attribution(1, 2, span_of("Kral said"))),
            ),
        ),
        offices=(
            OfficeHolding(0, "foreign minister of Freedonia", span_of("Ri Ok, foreign minister of Freedonia"), 3),
        ),
        anchor=EventDate("2025-03-22"),
        dateline_place="Pyongyang",
    )  # fmt: skip


def identities(extraction: Extraction) -> Identities:
    """Each name its own IRI."""
    folders = {AgentKind.PERSON: "person", AgentKind.COUNTRY: "country"}
    keys = {agent.country for agent in extraction.agents if agent.country is not None}
    return Identities(
        agents=tuple(f"{folders.get(agent.kind, 'organization')}/{slug(agent.name)}" for agent in extraction.agents),
        treaties=tuple(f"treaty/{slug(treaty.name)}" for treaty in extraction.treaties),
        places={label: f"place/{slug(label)}" for label in extraction.places},
        offices={"foreign minister of Freedonia": "office/foreign-minister-of-freedonia"},
        countries={key: f"country/{key}" for key in keys},
    )


def event(
    identifier: str,
    *parts: tuple[str, str],
    event_class: str = "Meeting",
    status: str = "Occurred",
    day: str | None = "2025-03-21",
    place: str | None = None,
    country: str | None = None,
) -> Extraction:
    """An article that reports one event; `parts` are (name, role); a name with "delegation" in it is a delegation's."""
    text = f"{' and '.join(name for name, _ in parts) or 'Somebody'} did it."
    kinds = {name: AgentKind.DELEGATION if "delegation" in name else AgentKind.PERSON for name, _ in parts}
    agents = tuple(Agent(kind, name, span_of(name, text), country=country) for name, kind in kinds.items())
    names = list(kinds)
    report = EventReport(
        event_class, status, Span(0, len(text)), "test/rule",
        tuple(Participation(names.index(name), role, name, n) for n, (name, role) in enumerate(parts, start=1)),
        EventDate(day) if day else None, place,
    )  # fmt: skip
    return Extraction(
        replace(article(identifier, text), url=None), agents, (place,) if place else (), (), (report,), (), ()
    )

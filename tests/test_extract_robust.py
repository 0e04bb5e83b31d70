"""Whatever the text: no exception, every span inside it, everything in order, and the same again."""

from pathlib import Path

import pytest
from conftest import TellStory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kcgraph import extract, text
from kcgraph.errors import RecordError
from kcgraph.model import Article, Extraction, Record, Span
from kcgraph.sources import read_article
from kcgraph.vocab import KCG

PHRASES = [*(Path(__file__).parent / "golden/extract/phrases.list").read_text(encoding="utf-8").splitlines(), "\n"]
letters = st.characters(exclude_categories=["Cs"])
story = st.lists(st.sampled_from(PHRASES), max_size=40).map(" ".join)
noisy = st.lists(st.sampled_from(PHRASES) | st.text(letters, max_size=8), max_size=30).map(" ".join)
wild = st.text(letters, max_size=300)
stories = story | noisy | wild
relaxed = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)


def extraction_of(source: str) -> Extraction:
    """What is extracted from a text that is all body, dated and filed from Pyongyang."""
    record = Record(source, "test", "t1", "kcna.co.jp", "A Title", "2012-05-09")
    try:
        article = read_article(record)
    except RecordError:  # nothing but page marks: no story to read
        article = Article("t1", "0" * 64, source, "test", (Span(0, len(source)),) if source else ())
    return extract.extract(text.read(article))


def spans_of(extraction: Extraction) -> list[Span]:
    """Every span that an extraction rests on."""
    hops = [hop.evidence for statement in extraction.statements for hop in statement.attributions]
    return [
        *(agent.span for agent in extraction.agents),
        *(report.evidence for report in extraction.reports),
        *(statement.evidence for statement in extraction.statements),
        *(holding.evidence for holding in extraction.offices),
        *(treaty.span for treaty in extraction.treaties),
        *(span for span in hops if span is not None),
    ]


@relaxed
@given(stories)
def test_spans_lie_in_the_text(source: str) -> None:
    found = spans_of(extraction_of(source))
    assert all(0 <= span.start < span.end <= len(source) for span in found)
    assert all(source[span.start : span.end].strip() for span in found)


@relaxed
@given(stories)
def test_indexes_are_of_the_extraction(source: str) -> None:
    found = extraction_of(source)
    agents = range(len(found.agents))
    for report in found.reports:
        assert [part.position for part in report.participations] == list(range(1, len(report.participations) + 1))
        assert len({part.agent for part in report.participations}) == len(report.participations)
        assert {part.agent for part in report.participations} <= set(agents)
        assert {part.led_by for part in report.participations} <= {None, *agents}
        assert report.treaty is None or report.treaty in range(len(found.treaties))
    for statement in found.statements:
        assert statement.speaker in agents
        assert statement.addressee != statement.speaker
        assert statement.during is None or statement.during in range(len(found.reports))
        assert [hop.hop for hop in statement.attributions] == list(range(len(statement.attributions)))
    assert all(holding.holder in agents for holding in found.offices)
    assert all(party in agents for treaty in found.treaties for party in treaty.parties)
    assert all(agent in agents for agent in found.cites)


@relaxed
@given(stories)
def test_names_and_labels_say_something(source: str) -> None:
    found = extraction_of(source)
    labels = [agent.name for agent in found.agents] + [treaty.name for treaty in found.treaties]
    labels += [part.name_as_printed for report in found.reports for part in report.participations]
    labels += [holding.office_as_printed for holding in found.offices]
    labels += [report.place for report in found.reports if report.place is not None]
    assert all(label and label == " ".join(label.split()) for label in labels)
    named = [(agent.kind, agent.name) for agent in found.agents]
    assert len(named) == len(set(named))


@relaxed
@given(stories)
def test_terms_are_of_the_ontology(source: str) -> None:
    found = extraction_of(source)
    terms = {part.role for report in found.reports for part in report.participations}
    terms |= {term for report in found.reports for term in (report.event_class, report.status)}
    terms |= {statement.medium for statement in found.statements} | {agent.kind.value for agent in found.agents}
    assert {term for term in terms if term not in KCG} == set()


@relaxed
@given(stories)
def test_the_same_text_gives_the_same(source: str) -> None:
    assert extraction_of(source) == extraction_of(source)


@relaxed
@given(st.lists(story, min_size=1, max_size=4), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", " "]))
def test_paragraphs_of_any_kind(parts: list[str], between: str) -> None:
    source = between.join(parts)
    assert all(span.end <= len(source) for span in spans_of(extraction_of(source)))


@pytest.mark.parametrize(
    "source",
    [
        "Kim " * 5000,
        "Kim Yong Nam met " * 1000 + "Batbold Tumur.",
        "Kim Yong Nam, " * 1500 + "met.",
        "(" * 3000 + "Kim Yong Nam met Batbold Tumur." + ")" * 3000,
        '"' * 4001,
        "A" * 20000,
        "A." * 5000,
        "1,234" * 3000,
        "of the " * 3000 + "Party",
        "March 3, " * 2000,
        "., " * 4000,
        "-" * 10000 + "'s" * 2000,
        "and " * 4000,
    ],
    ids=lambda source: f"{source[:12]!r}",
)
def test_long_lines_are_read(source: str) -> None:
    assert all(span.end <= len(source) for span in spans_of(extraction_of(source)))


@pytest.mark.parametrize("published", [None, "1900-01-01", "2012-02-29", "9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "sentence",
    [
        "Kim Yong Nam met Batbold Tumur on Friday, on February 29, on December 31 to January 2 and last year.",
        "They will meet tomorrow, next year, next month, next week, on Sunday and in 99 years.",
        "They met the previous day, 9999 years ago, 500 months ago, 400 weeks ago and yesterday.",
        "They met in Juche 150 (9999), in Juche 0, on May 32, on May 0, and on the 999th anniversary of 1948.",
        "They met from May 9 to 3, from June 31 to July 32 and in 1999-1900.",
    ],
)
def test_dates_at_the_edges_of_the_calendar(tell: TellStory, sentence: str, published: str | None) -> None:
    tell(sentence, published=published)

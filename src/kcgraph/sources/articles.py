"""From a record to an article: where the story stands in the text, who published it, when, and from where."""

from functools import lru_cache
from hashlib import sha256
from urllib.parse import urlsplit

from kcgraph.errors import RecordError
from kcgraph.model import Article, Record
from kcgraph.reference import reference
from kcgraph.sources.days import publication_day
from kcgraph.sources.languages import language_of
from kcgraph.sources.layouts import common, layout_of, lines_of
from kcgraph.sources.story import Story, body_of, cut_story
from kcgraph.vocab import slug


def read_article(record: Record) -> Article:
    """Read the layout of a record: its story, headline, publisher, publication date, dateline and language.

    A record's own title, date and url go before what the text shows. A page that prints no year takes it from the
    mark of its issue (`Juche111.10.7.`) or from a caption dated within the month before its dateline.
    Raises RecordError when a date can't be read or nothing is left when the page's own lines are taken away.
    """
    lines = lines_of(record.text)
    story = cut_story(record.text, lines, layout_of(record, lines), record.title)
    body = body_of(story)
    if not body:
        raise RecordError(f"{record.origin} has no story: every line belongs to the page's header, captions or tail")
    outlet, outlet_name = _outlet(story, record)
    content_hash = sha256(record.text.encode("utf-8")).hexdigest()
    return Article(
        identifier=record.identifier or content_hash[:12],
        content_hash=content_hash,
        text=record.text,
        origin=record.origin,
        body=body,
        headline=_headline(record, story),
        headline_span=story.headline,
        published=publication_day(record, story),
        dateline=story.dateline,
        outlet=outlet,
        outlet_name=outlet_name,
        url=record.url,
        language=language_of(record.text, body[0].start),
    )


def _headline(record: Record, story: Story) -> str | None:
    """The title, its blanks folded, without a mark of its issue."""
    span = story.headline
    words = (record.title or (story.text[span.start : span.end] if span else "")).split()
    if len(words) > 1 and words[-1].startswith("[") and common().issue.fullmatch(words[-1]):
        words.pop()
    return " ".join(words) or None


def _outlet(story: Story, record: Record) -> tuple[str | None, str | None]:
    """The publisher's slug and printed name: the first candidate that the reference knows, else the first there is."""
    agency = story.dateline.agency if story.dateline else None
    sources = (story.header_outlet, story.layout.outlet, record.source, story.tail_outlet, _host(record.url), agency)
    candidates = [name for name in sources if name]
    for name in candidates:
        if key := _known_outlet(name):
            return key, name
    return (slug(candidates[0]), candidates[0]) if candidates else (None, None)


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # an address that is none names no publisher; it is kept as it was given
        return None


@lru_cache(maxsize=4096)
def _known_outlet(name: str) -> str | None:
    outlet = reference().outlet_named(name)
    return outlet.key if outlet else None

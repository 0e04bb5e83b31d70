"""Saved pages: plain text as it stands, HTML with its main text kept."""

from collections.abc import Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from kcgraph.errors import RecordError
from kcgraph.model import Record, Reject
from kcgraph.sources.checks import check_text

_LEFT_OUT = (
    "script, style, noscript, template, svg, iframe, nav, header, footer, aside, form, button, figure, figcaption, "
    "[role=navigation], [aria-hidden=true], [hidden]"
)
_MAIN = ("article", "main", "[role=main]", "[itemprop=articleBody]")
_BLOCKS = (
    "address, article, blockquote, br, dd, div, dl, dt, h1, h2, h3, h4, h5, h6, hr, li, ol, p, pre, section, table, "
    "td, th, tr, ul"
)
_BREAK = "\u2029"
_HTML_BYTES_PER_CHARACTER = 20


def read_text_page(path: Path, maximum_characters: int) -> Iterator[Record | Reject]:
    """Read one text page, decoded from UTF-8 with nothing changed (a byte order mark is no part of it).

    Raises OSError when the file can't be opened.
    """
    try:
        text = _decode(_bytes(path, 4 * maximum_characters), path)
        check_text(text, str(path), maximum_characters)
        yield Record(text=text, origin=str(path))
    except RecordError as error:
        yield Reject(str(path), None, "sources", str(error))


def read_html_page(path: Path, maximum_characters: int) -> Iterator[Record | Reject]:
    """Read the main text, title, date and address of one HTML page.

    The record's text is the kept main text, a newline between blocks and blanks folded as a browser shows them;
    offsets count in it. Raises OSError when the file can't be opened.
    """
    try:
        page = LexborHTMLParser(_decode(_bytes(path, _HTML_BYTES_PER_CHARACTER * maximum_characters), path))
        text = _main_text(page)
        check_text(text, str(path), maximum_characters)
        yield Record(
            text=text,
            origin=str(path),
            source=_first(page, ("meta[property='og:site_name']", "content")),
            title=_first(page, ("meta[property='og:title']", "content"), ("h1", None), ("title", None)),
            date=_first(
                page,
                ("meta[property='article:published_time']", "content"),
                ("meta[itemprop=datePublished]", "content"),
                ("meta[name=date]", "content"),
                ("time[datetime]", "datetime"),
            ),
            url=_first(page, ("link[rel=canonical]", "href"), ("meta[property='og:url']", "content")),
        )
    except RecordError as error:
        yield Reject(str(path), None, "sources", str(error))


def _bytes(path: Path, limit: int) -> bytes:
    size = path.stat().st_size
    if size > limit:
        raise RecordError(f"{path} has {size} bytes, over the limit of {limit} for one article: split it")
    data = path.read_bytes()
    if not data:
        raise RecordError(f"{path} is empty: there is nothing to read")
    return data


def _decode(data: bytes, path: Path) -> str:
    if (position := data.find(b"\0")) >= 0:
        raise RecordError(f"{path} is a binary file (NUL at byte {position}): give text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        position = error.start + len(data) - len(error.object)
        raise RecordError(f"{path} is not UTF-8 at byte {position}: convert it to UTF-8") from error


def _main_text(page: LexborHTMLParser) -> str:
    for node in page.css(_LEFT_OUT):
        node.decompose()
    candidates = (node for selector in _MAIN for node in page.css(selector))
    root = next((node for node in candidates if node.text(strip=True)), page.body)
    if root is None:
        return ""
    for block in root.css(_BLOCKS):
        block.insert_before(_BREAK)
        block.insert_after(_BREAK)
    lines = (" ".join(line.split()) for line in root.text().split(_BREAK))
    return "\n".join(line for line in lines if line)


def _first(page: LexborHTMLParser, *places: tuple[str, str | None]) -> str | None:
    for selector, attribute in places:
        node = page.css_first(selector)
        if node is None:
            continue
        value = node.attributes.get(attribute) if attribute else node.text()
        if value and value.strip():
            return " ".join(value.split())
    return None

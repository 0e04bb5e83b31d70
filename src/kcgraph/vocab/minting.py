"""IRIs as pure functions of content; whatever an identifier from outside holds, the IRI is valid and its own."""

import re
import unicodedata
from functools import cached_property, lru_cache
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import NamedNode

from kcgraph.errors import CallError, KnowledgeError, RecordError
from kcgraph.vocab.namespaces import BASE

SLUG_LENGTH = 80
_DIGEST_LENGTH = 8
_APOSTROPHES = re.compile("['`´\u02bb\u02bc\u2018\u2019\u201b\uff07]")
_OTHER_RUN = re.compile(r"[\W_]+")
_LOCAL_PATH = re.compile(r"(?!\.{1,2}(?:/|$))[\w.~%-]+(?:/(?!\.{1,2}(?:/|$))[\w.~%-]+)*", re.ASCII)
_BASE_IRI = re.compile(r"https?://[^/?#\s<>\"{}|\\^`]+/(?:[^?#\s<>\"{}|\\^`]*/)?")
_HEXADECIMAL = re.compile(r"[0-9a-f]+")
_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """Return the readable last part of an IRI for `name`: lower-case ASCII letters, digits and single hyphens.

    Accents and apostrophes are dropped, other runs become a hyphen. A hash is added where letters of another script
    would be lost or more than 80 characters would remain, so that names that differ in their letters differ as slugs.
    """
    folded = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name)).casefold()
    letters = "".join(character for character in folded if not unicodedata.combining(character))
    words = _OTHER_RUN.sub("-", letters).strip("-")
    readable = _OTHER_RUN.sub("-", "".join(c if c.isascii() else "-" for c in words)).strip("-")
    if readable and words.isascii() and len(readable) <= SLUG_LENGTH:
        return readable
    digest = sha256((words or name).encode(errors="surrogatepass")).hexdigest()[:_DIGEST_LENGTH]
    kept = readable[: SLUG_LENGTH - _DIGEST_LENGTH - 1].strip("-")
    return f"{kept}-{digest}" if kept else digest


@lru_cache(maxsize=65536)
def encoded(identifier: str) -> str:
    """Return `identifier` percent-encoded as one segment of an IRI path.

    Raises RecordError for one that no segment can carry: empty, `.`, `..` or not Unicode text.
    """
    if identifier in ("", ".", ".."):
        raise RecordError(f"identifier {identifier!r} can't be part of an IRI: give the record another id")
    try:
        return quote(identifier, safe="")
    except UnicodeEncodeError as error:
        raise RecordError(f"identifier {identifier!r} is not Unicode text: give the record another id") from error


class Minter:
    """Makes every IRI below one base. Methods take article identifiers as they came in and encode them."""

    def __init__(self, base: str = BASE) -> None:
        """Raises CallError when `base` is not an http(s) IRI that ends in a slash."""
        if not _BASE_IRI.fullmatch(base):
            raise CallError(f"base IRI {base!r} is not usable: give an http(s) IRI that ends in '/' (such as {BASE})")
        self.base = base

    def article(self, identifier: str) -> NamedNode:
        """The article itself."""
        return NamedNode(f"{self.base}article/{encoded(identifier)}")

    def article_graph(self, identifier: str) -> NamedNode:
        """The named graph of all that was read from the article."""
        return NamedNode(f"{self.base}graph/article/{encoded(identifier)}")

    def report(self, identifier: str, number: int) -> NamedNode:
        """The article's event report of that number."""
        return NamedNode(f"{self.base}report/{encoded(identifier)}/{number}")

    def participation(self, identifier: str, number: int, index: int) -> NamedNode:
        """One participation in the article's event report of that number."""
        return NamedNode(f"{self.base}report/{encoded(identifier)}/{number}/participation/{index}")

    def statement(self, identifier: str, number: int) -> NamedNode:
        """The article's statement of that number."""
        return NamedNode(f"{self.base}statement/{encoded(identifier)}/{number}")

    def attribution(self, identifier: str, number: int, hop: int) -> NamedNode:
        """One hop of the attribution chain of the article's statement of that number."""
        return NamedNode(f"{self.base}statement/{encoded(identifier)}/{number}/attribution/{hop}")

    def office_holding(self, identifier: str, number: int) -> NamedNode:
        """The article's office holding of that number."""
        return NamedNode(f"{self.base}office-holding/{encoded(identifier)}/{number}")

    def evidence(self, identifier: str, start: int, end: int) -> NamedNode:
        """The span of code points `start` to `end` of the article's text, as an RFC 5147 fragment."""
        return NamedNode(f"{self.base}article/{encoded(identifier)}#char={start},{end}")

    def selector(self, identifier: str, start: int, end: int) -> NamedNode:
        """The selector (quote and position) of the span `start` to `end` of the article's text."""
        return NamedNode(f"{self.base}selector/{encoded(identifier)}/{start}-{end}")

    def event(self, date: str | None, event_class: str, digest: str) -> NamedNode:
        """An event by its EDTF date, the local name of its class and a hexadecimal digest of its first report.

        The slash of an interval becomes a double hyphen, as ISO 8601 allows. Raises KnowledgeError for a bad digest.
        """
        if not _HEXADECIMAL.fullmatch(digest):
            raise KnowledgeError(f"event digest {digest!r} is not hexadecimal: pass lower-case hexadecimal digits")
        when = encoded(date.replace("/", "--")) if date else "undated"
        kind = slug(_WORD_START.sub("-", event_class))
        return NamedNode(f"{self.base}event/{when}-{kind}-{digest}")

    def outlet(self, name_slug: str) -> NamedNode:
        """The outlet of that slug."""
        return self.local(f"outlet/{name_slug}")

    def rule(self, identifier: str) -> NamedNode:
        """The rule (pattern) of that identifier; slashes in it stay."""
        return NamedNode(f"{self.base}rule/{'/'.join(encoded(part) for part in identifier.split('/'))}")

    def local(self, path: str) -> NamedNode:
        """The base with a local path such as `person/kim-jong-un`.

        Raises KnowledgeError unless `path` is made of plain segments: ASCII letters, digits, `-`, `_`, `.`, `~`, `%`.
        """
        if not _LOCAL_PATH.fullmatch(path):
            raise KnowledgeError(f"local path {path!r} is not plain segments joined by '/': make its parts with slug()")
        return NamedNode(self.base + path)

    @cached_property
    def canonical_graph(self) -> NamedNode:
        """The graph of what is computed across articles."""
        return self.local("graph/canonical")

    @cached_property
    def judgements_graph(self) -> NamedNode:
        """The graph of people's judgements."""
        return self.local("graph/judgements")

    @cached_property
    def provenance_graph(self) -> NamedNode:
        """The graph of the runs that made the article graphs."""
        return self.local("graph/provenance")

    @cached_property
    def reference_graph(self) -> NamedNode:
        """The graph of the reference data."""
        return self.local("graph/reference")

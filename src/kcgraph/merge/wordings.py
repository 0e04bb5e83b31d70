"""Whether two printed wordings name one office: "SPA Presidium chairman", "chairman of the Presidium of the SPA".

A wording is read as a post (chairman, vice minister) and the words of the body it is of, in any order; abbreviations
are written out, articles and the holder's own country left out. `seeds/lexicon/offices.toml` has the words,
`seeds/reference` the bodies, countries and known offices.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, cached_property, lru_cache
from typing import Any

from kcgraph.errors import KnowledgeError
from kcgraph.reference import Organization, Reference, fold_name, reference
from kcgraph.resources import folder

_PARENTHESIS = re.compile(r"\([^()]*\)?")
_POSSESSIVE = re.compile(r"'s$|s'$")
_TOKEN = re.compile(r"\w[\w'-]*(?:\.\w+)*")
_OF_COUNTRY = "country:"
_TO = "to "
_AWAY = ("to", "in", "with", "on", "for")

Tokens = tuple[str, ...]


class Time(Enum):
    """Whether a wording shows an office as held."""

    HELD = "held"
    PAST = "former, late, eternal"
    AHEAD = "elect, designate"


@dataclass(frozen=True, slots=True)
class Form:
    """What an office is, whatever its wording: two wordings of equal form name one office of one person.

    `body` has the words of the body, a country among them as `country:russia`, where somebody is sent to as `to ...`.
    """

    post: frozenset[str]
    body: frozenset[str]

    @property
    def slug(self) -> str:
        """Its words in a fixed order, to be made an IRI of."""
        posts = sorted(self.post, key=lambda word: (word not in office_words("grades"), word))
        return " ".join((*posts, "of", *(word.removeprefix(_OF_COUNTRY) for word in sorted(self.body))))

    @property
    def line(self) -> "Form":
        """The form without the grades that exclude one another: the same for a vice-chairman and his chairman."""
        return replace(self, post=self.post - office_words("steps") or self.post)

    @property
    def is_rank(self) -> bool:
        """Whether it is a rank rather than a post."""
        ranks = office_words("ranks")
        return not self.post.isdisjoint(ranks) and self.post <= ranks | office_words("grades")

    @property
    def is_bare(self) -> bool:
        """Whether it names no body ("Chairman", "chairman of the committee") and may so be short for another."""
        if not self.post.isdisjoint(office_words("sent")) and all(word.startswith(_OF_COUNTRY) for word in self.body):
            return True
        return {word.removeprefix(_TO) for word in self.body} <= office_words("in_short")


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording read for a holder of some country; `organization` is the key of the body where the reference knows it,
    `known` the words of the form that name such bodies; "members of ..." is an office told of several people.
    """

    form: Form
    time: Time = Time.HELD
    organization: str | None = None
    known: frozenset[str] = frozenset()
    is_of_several: bool = False

    def may_be_short_for(self, other: "Wording") -> bool:
        """Whether `other` is the same post and only says more of its body: "member of the Political Bureau", "member
        of the Political Bureau of the Central Committee".

        The further words have to be of a known body, and no known body be named already: the minister of Trade is not
        the one of Foreign Trade, a member of the Assembly not one of its Presidium.
        """
        mine, theirs = self.form, other.form
        if mine.post != theirs.post or mine == theirs or theirs.is_bare:
            return False
        return mine.is_bare or (mine.body < theirs.body and not self.known and theirs.body - mine.body <= other.known)


class Wordings:
    """Reads wordings with the help of the reference data."""

    def __init__(self, known: Reference | None = None) -> None:
        """`known` is the reference data, kcgraph's own by default."""
        self._known = known or reference()
        self._phrases: dict[str, list[tuple[Tokens, list[Organization | str]]]] = defaultdict(list)
        for tokens, meaning in self._meanings():
            self._learn(tokens, meaning)
        for entries in self._phrases.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self.read = lru_cache(maxsize=65536)(self._read)

    def office(self, form: Form, country: str | None) -> str | None:
        """The key of the known office of this form, of this country (a key) or of none."""
        found = self._offices.get((form, country)) or self._offices.get((form, None)) or set()
        return next(iter(found)) if len(found) == 1 else None

    def of_office(self, office: str) -> Wording | None:
        """The usual wording of the known office with this key."""
        row = self._known.office(office)
        return self.read(row.name, row.country) if row is not None else None

    def country_of(self, office: str) -> str | None:
        """The country that the known office belongs to."""
        row = self._known.office(office)
        return row.country if row is not None else None

    @cached_property
    def _offices(self) -> dict[tuple[Form, str | None], set[str]]:
        found: dict[tuple[Form, str | None], set[str]] = defaultdict(set)
        for row in self._known.offices:
            for name in (row.name, *row.other_names):
                read = self.read(name, row.country)
                if read is not None and not read.form.is_bare:
                    found[read.form, row.country].add(row.key)
        return found

    def _meanings(self) -> Iterator[tuple[Tokens, Organization | str]]:
        for organization in self._known.organizations:
            for name in (organization.name, organization.abbreviation, *organization.other_names):
                if name:
                    yield _tokens(name), organization
        for country in self._known.countries:
            for name in (country.name, *country.other_names, *country.demonyms):
                yield _tokens(name), _OF_COUNTRY + country.key
        for word, others in _table()["same"].items():
            for other in others:
                yield tuple(other.split()), word
        for word, plural in _table()["plurals"].items():
            yield (plural,), word

    def _learn(self, tokens: Tokens, meaning: Organization | str) -> None:
        bare = tokens[1:] if tokens[:1] == ("the",) else tokens
        if not bare:
            return
        for known, meanings in self._phrases[bare[0]]:
            if known == bare:
                if meaning not in meanings:
                    meanings.append(meaning)
                return
        self._phrases[bare[0]].append((bare, [meaning]))

    def _read(self, printed: str, country: str | None) -> Wording | None:
        """The wording `printed` of the office of somebody of `country` (a key); None when it names no post.

        An office of another country than the holder's is none of his either: a misreading, or a visit's host.
        """
        tokens = _tokens(printed)
        if not office_words("no_office").isdisjoint(tokens) or not office_words("ahead").isdisjoint(tokens):
            return None
        zone = next((i for i, token in enumerate(tokens) if token in office_words("openers")), len(tokens))
        post: set[str] = set()
        body: set[str] = set()
        organizations: dict[str, Tokens] = {}
        elsewhere: set[str] = set()
        is_sent_to = is_past = False
        i = 0
        while i < len(tokens):
            length, meaning = self._at(tokens, i, country)
            words = tuple(meaning.split()) if isinstance(meaning, str) else tokens[i : i + length]
            is_body = isinstance(meaning, Organization)
            if isinstance(meaning, Organization):
                words = organizations[meaning.key] = self._spelled(meaning)
            for word in words:
                if word in office_words("past") and not is_body:
                    is_past = True
                elif i < zone and word in _titles() and not is_body:
                    post.add(word)
                elif word == "to":
                    is_sent_to = True
                elif word not in office_words("fillers") and word not in office_words("openers"):
                    body.add(f"{_TO}{word}" if is_sent_to else word)
                    if is_body or (i and tokens[i - 1] in _AWAY):
                        elsewhere.add(word)
            i += length
        if self._is_of_another(body, elsewhere, country):
            return None
        read = _wording(post, body, country, is_past, organizations)
        is_plural = not _plurals().isdisjoint(tokens[:zone])
        return replace(read, is_of_several=is_plural) if read is not None else None

    @staticmethod
    def _is_of_another(body: set[str], elsewhere: set[str], country: str | None) -> bool:
        """Whether it is an office of another country than the holder's.

        "In Moscow" and "with China" name no owner, and a body that the reference knows is what it is.
        """
        own = _OF_COUNTRY + country if country is not None else None
        return own is not None and any(word.startswith(_OF_COUNTRY) and word != own for word in body - elsewhere)

    def _at(
        self, tokens: Tokens, i: int, country: str | None, are_bodies: bool = True
    ) -> tuple[int, Organization | str | None]:
        """The length and the meaning of the longest known phrase at token `i`; of several meanings the fitting one."""
        for phrase, meanings in self._phrases.get(tokens[i], ()):
            if tokens[i : i + len(phrase)] == phrase:
                fitting = [found for found in meanings if _fits(found, country, are_bodies)]
                if len(fitting) == 1:
                    return len(phrase), fitting[0]
        return 1, None

    @lru_cache(maxsize=4096)  # noqa: B019  (one instance for the life of a build)
    def _spelled(self, organization: Organization) -> Tokens:
        """The words of a body's usual name, its country among them."""
        tokens, i = _tokens(organization.name), 0
        words: list[str] = []
        while i < len(tokens):
            length, meaning = self._at(tokens, i, organization.country, are_bodies=False)
            words.extend(meaning.split() if isinstance(meaning, str) else tokens[i : i + length])
            i += length
        return tuple(word for word in words if word not in office_words("openers"))


def _fits(meaning: Organization | str, country: str | None, are_bodies: bool) -> bool:
    return isinstance(meaning, str) or (are_bodies and meaning.country in (None, country))


def _wording(
    post: set[str], body: set[str], country: str | None, is_past: bool, organizations: dict[str, Tokens]
) -> Wording | None:
    if post.isdisjoint(office_words("posts")):
        return None
    if "deputy" in post and not (post - {"deputy"}).isdisjoint(office_words("posts")):
        post = post - {"deputy"} | {"vice"}
    if "minister" in post:
        body = body - {"ministry"}
    named = {word for word in body if word.startswith(_OF_COUNTRY)}
    own = {_OF_COUNTRY + country} if country is not None else named if len(named) == 1 else set()
    form = Form(frozenset(post), frozenset(body if body == own else body - own))
    return Wording(
        form,
        Time.PAST if is_past else Time.HELD,
        next(iter(organizations)) if len(organizations) == 1 else None,
        form.body & {word for words in organizations.values() for word in words},
    )


def _tokens(text: str) -> Tokens:
    """The words of `text` in lower case; "vice-chairman" is two, "Korea-China" one, "C.C." is `cc`."""
    bare = _PARENTHESIS.sub(" ", text).replace("’", "'")
    found: list[str] = []
    for match in _TOKEN.finditer(bare):
        word = match[0].lower().replace(".", "") if match[0].isascii() else fold_name(match[0])
        word = _POSSESSIVE.sub("", word).replace("'", "").strip("-")
        parts = word.split("-")
        if word in _titles():
            found.append(word)
        elif len(parts) > 1 and (parts[0] in _before_posts() or all(part in _titles() for part in parts)):
            found.extend(parts)
        elif word:
            found.append(word)
    return tuple(found)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((folder("seeds") / "lexicon" / "offices.toml").read_text(encoding="utf-8"))


@cache
def office_words(name: str) -> frozenset[str]:
    listed: Iterable[str] | None = _table().get(name)
    if listed is None:
        raise KnowledgeError(f"seeds/lexicon/offices.toml has no list {name!r}: restore it, the package reads it.")
    return frozenset(listed)


@cache
def _before_posts() -> frozenset[str]:
    return office_words("past") | office_words("steps")


@cache
def _plurals() -> frozenset[str]:
    return frozenset(_table()["plurals"].values())


@cache
def _titles() -> frozenset[str]:
    return office_words("posts") | office_words("grades")

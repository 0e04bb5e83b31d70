"""The rows of the reference tables. Field names are the column names; `source` says where a row's facts come from.

`key` is the last part of the row's IRI, `qid` a Wikidata identifier. `other_names` are further names as printed.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory, past ones included.

    `demonyms` are its adjectives and the words for its people, `successors` the keys of the states that took the place
    of one that is no more.
    """

    key: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    iso2: str | None
    successors: tuple[str, ...]
    qid: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place below the level of a country; `within` and `country` are keys, coordinates degrees (WGS 84)."""

    key: str
    name: str
    other_names: tuple[str, ...]
    kind: str
    within: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    qid: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """Somebody that publishes news; `place` is the city that its undated stories are filed from."""

    key: str
    name: str
    kind: str
    country: str | None
    other_names: tuple[str, ...]
    domains: tuple[str, ...]
    place: str | None
    qid: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Organization:
    """A party, ministry, army, society, international body or company."""

    key: str
    name: str
    abbreviation: str | None
    other_names: tuple[str, ...]
    kind: str
    country: str | None
    qid: str | None
    source: str


@dataclass(frozen=True, slots=True)
class TreatyRow:
    """A treaty or declaration; `parties` are country keys, `signed` and `in_force` EDTF dates of public record."""

    key: str
    name: str
    other_names: tuple[str, ...]
    parties: tuple[str, ...]
    signed: str | None
    in_force: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in public life, under all spellings known, those of the own script among them."""

    key: str
    name: str
    other_names: tuple[str, ...]
    country: str | None
    qid: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post; `organization` and `country` are the keys of what it belongs to.

    `single` is true where only one person holds it at a time.
    """

    key: str
    name: str
    other_names: tuple[str, ...]
    organization: str | None
    country: str | None
    single: bool
    qid: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """Somebody's time in a post: `person` and, where the post has a row, `office` are keys, `title` its wording.

    `organization` and `country` are the keys of what the post belongs to. `start` and `end` are EDTF dates of a year, a
    month or a day; None is unknown, so that no end does not mean that it lasts. `contested` is true where another is
    known to have held the post for some of that time: a rival, an acting or an interim holder.
    """

    person: str
    office: str | None
    title: str
    organization: str | None
    country: str | None
    start: str | None
    end: str | None
    contested: bool
    source: str


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An event that anniversaries are counted from; `date` is its EDTF date, `other_names` its wordings in print."""

    key: str
    name: str
    other_names: tuple[str, ...]
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class Death:
    """The day (EDTF) on which the person with this key died: an office printed beside the name later is remembered."""

    key: str
    date: str
    source: str

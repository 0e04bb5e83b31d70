"""The reference tables together: each is read when it is first asked for, and searched by key or by name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from kcgraph import resources
from kcgraph.reference.names import NameIndex, without_patronymic
from kcgraph.reference.rows import (
    Anniversary,
    Country,
    Death,
    Office,
    Organization,
    Outlet,
    Person,
    Place,
    Tenure,
    TreatyRow,
)
from kcgraph.reference.tables import read_table


class _Named(Protocol):
    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def other_names(self) -> tuple[str, ...]: ...


Row = TypeVar("Row", bound=_Named)


def _names(row: _Named) -> Iterable[str]:
    return (row.name, *row.other_names)


class Table(Generic[Row]):
    """The rows of one table, in the order of its file, and those rows by key and by name."""

    def __init__(self, path: Path, row_class: type[Row], names: Callable[[Row], Iterable[str]] = _names) -> None:
        """`names` gives the names to find a row by. Raises KnowledgeError when the file is malformed."""
        self.rows = read_table(path, row_class)
        self._names = names

    @cached_property
    def by_key(self) -> dict[str, Row]:
        """The rows by key."""
        return {row.key: row for row in self.rows}

    @cached_property
    def by_name(self) -> NameIndex[Row]:
        """The rows by folded name."""
        return NameIndex(self.rows, self._names)

    def only(self, text: str) -> Row | None:
        """The row named `text` when there is exactly one."""
        found = self.by_name.named(text)
        return found[0] if len(found) == 1 else None


class Reference:
    """The reference data of one folder. Every method that takes a text folds it as `fold_name` does.

    What is asked for is read at that moment, so any of it raises KnowledgeError when its file is malformed.
    """

    def __init__(self, folder: Path) -> None:
        """`folder` holds the tables (`countries.csv`, ...)."""
        self._folder = folder

    @property
    def countries(self) -> tuple[Country, ...]:
        """All countries."""
        return self._countries.rows

    @property
    def places(self) -> tuple[Place, ...]:
        """All places."""
        return self._places.rows

    @property
    def outlets(self) -> tuple[Outlet, ...]:
        """All outlets."""
        return self._outlets.rows

    @property
    def organizations(self) -> tuple[Organization, ...]:
        """All organizations."""
        return self._organizations.rows

    @property
    def treaties(self) -> tuple[TreatyRow, ...]:
        """All treaties."""
        return self._treaties.rows

    @property
    def people(self) -> tuple[Person, ...]:
        """All people."""
        return self._people.rows

    @property
    def offices(self) -> tuple[Office, ...]:
        """All offices."""
        return self._offices.rows

    @cached_property
    def anniversaries(self) -> tuple[Anniversary, ...]:
        """All events that anniversaries are counted from."""
        return read_table(self._folder / "anniversaries.csv", Anniversary)

    @cached_property
    def deaths(self) -> tuple[Death, ...]:
        """The deaths of people whose offices are still printed."""
        return read_table(self._folder / "deaths.csv", Death)

    @cached_property
    def tenures(self) -> tuple[Tenure, ...]:
        """All that is known of who held which post when."""
        return read_table(self._folder / "tenures.csv", Tenure)

    def country(self, key: str) -> Country | None:
        """The country with this key."""
        return self._countries.by_key.get(key)

    def place(self, key: str) -> Place | None:
        """The place with this key."""
        return self._places.by_key.get(key)

    def outlet(self, key: str) -> Outlet | None:
        """The outlet with this key."""
        return self._outlets.by_key.get(key)

    def organization(self, key: str) -> Organization | None:
        """The organization with this key."""
        return self._organizations.by_key.get(key)

    def treaty(self, key: str) -> TreatyRow | None:
        """The treaty with this key."""
        return self._treaties.by_key.get(key)

    def person(self, key: str) -> Person | None:
        """The person with this key."""
        return self._people.by_key.get(key)

    def office(self, key: str) -> Office | None:
        """The office with this key."""
        return self._offices.by_key.get(key)

    def tenures_of(self, person: str) -> tuple[Tenure, ...]:
        """What the person with this key held, in the order of the table: by start, the unknown ones first."""
        return self._tenures_by_person.get(person, ())

    def holders(self, office: str) -> tuple[Tenure, ...]:
        """Who held the office with this key, in the order of their start, the unknown ones first."""
        return self._tenures_by_office.get(office, ())

    def country_named(self, text: str) -> Country | None:
        """The country with this name; abbreviations only in capitals, adjectives not at all."""
        return self._countries.only(text)

    def country_of(self, demonym: str) -> Country | None:
        """The country of an adjective or of the word for its people: `Russian`, `Finns`."""
        found = self._demonyms.named(demonym)
        return found[0] if len(found) == 1 else None

    def place_named(self, text: str) -> Place | None:
        """The place with this name; "X, Y" is the X within Y (a place or country), and "Lima City" may be Lima."""
        found = self._places.by_name.named(text)
        if not found and "," in text:
            name, _, outer = text.partition(",")
            found = tuple(place for place in self._places.by_name.named(name) if self._is_within(place, outer))
        if not found and text.endswith(" City"):
            found = tuple(place for place in self._places.by_name.named(text[:-5]) if place.kind == "city")
        return found[0] if len(found) == 1 else None

    def outlet_named(self, text: str) -> Outlet | None:
        """The outlet with this name, domain (or a host below it) or source value."""
        if found := self._outlets.only(text):
            return found
        labels = text.strip().lower().split(".")
        domains = (".".join(labels[start:]) for start in range(len(labels) - 1))
        return next((self._domains[domain] for domain in domains if domain in self._domains), None)

    def organization_named(self, text: str) -> Organization | None:
        """The organization with this name or abbreviation, when only one bears it."""
        return self._organizations.only(text)

    def organizations_named(self, text: str) -> tuple[Organization, ...]:
        """Every organization with this name or abbreviation: many countries have a "Foreign Ministry"."""
        return self._organizations.by_name.named(text)

    def places_named(self, text: str) -> tuple[Place, ...]:
        """Every place with just this name."""
        return self._places.by_name.named(text)

    def treaty_named(self, text: str) -> TreatyRow | None:
        """The treaty with this name, when there is only one."""
        return self._treaties.only(text)

    def treaties_named(self, text: str) -> tuple[TreatyRow, ...]:
        """Every treaty with this name: several states have a treaty of friendship."""
        return self._treaties.by_name.named(text)

    def office_named(self, text: str) -> Office | None:
        """The office with this name, in any of its wordings."""
        return self._offices.only(text)

    def people_named(self, text: str) -> tuple[Person, ...]:
        """Everybody who bears this name; a patronymic between first and last name does not count."""
        return self._people.by_name.named(text) or self._people.by_name.named(without_patronymic(text))

    def _is_within(self, place: Place, outer: str) -> bool:
        country = self.country_named(outer)
        if country is not None and place.country == country.key:
            return True
        around = {found.key for found in self._places.by_name.named(outer.partition(",")[0])}
        while place.within is not None and place.within not in around:
            place = self._places.by_key[place.within]
        return place.within is not None

    @cached_property
    def _countries(self) -> Table[Country]:
        return Table(self._folder / "countries.csv", Country)

    @cached_property
    def _places(self) -> Table[Place]:
        return Table(self._folder / "places.csv", Place)

    @cached_property
    def _outlets(self) -> Table[Outlet]:
        return Table(self._folder / "outlets.csv", Outlet)

    @cached_property
    def _organizations(self) -> Table[Organization]:
        path = self._folder / "organizations.csv"
        return Table(path, Organization, lambda row: (*_names(row), row.abbreviation or ""))

    @cached_property
    def _treaties(self) -> Table[TreatyRow]:
        return Table(self._folder / "treaties.csv", TreatyRow)

    @cached_property
    def _people(self) -> Table[Person]:
        return Table(self._folder / "people.csv", Person, _names_of_person)

    @cached_property
    def _offices(self) -> Table[Office]:
        return Table(self._folder / "offices.csv", Office)

    @cached_property
    def _tenures_by_person(self) -> dict[str, tuple[Tenure, ...]]:
        return _grouped(self.tenures, lambda tenure: tenure.person)

    @cached_property
    def _tenures_by_office(self) -> dict[str, tuple[Tenure, ...]]:
        return _grouped(sorted(self.tenures, key=lambda tenure: tenure.start or ""), lambda tenure: tenure.office)

    @cached_property
    def _demonyms(self) -> NameIndex[Country]:
        return NameIndex(self.countries, lambda country: country.demonyms)

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self.outlets for domain in outlet.domains}


@cache
def reference() -> Reference:
    """The reference data of kcgraph itself."""
    return Reference(resources.folder("seeds") / "reference")


def _grouped(tenures: Iterable[Tenure], key: Callable[[Tenure], str | None]) -> dict[str, tuple[Tenure, ...]]:
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        if group := key(tenure):
            found[group].append(tenure)
    return {group: tuple(members) for group, members in found.items()}


def _names_of_person(person: Person) -> Iterable[str]:
    names = (person.name, *person.other_names)
    return (*names, *(without_patronymic(name) for name in names if name.isascii() and name.count(" ") > 1))

"""Which person each name of an article stands for, told by name, country, office, date and company.

A row of the reference data is taken only when nothing speaks against it and no other bearer of the name fits as well.
What stays open stays so: the person gets an IRI of the article's own, with the rows that it may be as candidates.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache, lru_cache

from kcgraph.identify.identity import Identity
from kcgraph.identify.offices import are_epithets, is_private, may_be_one, share_a_field
from kcgraph.model import Agent, EventDate
from kcgraph.names import Sameness, compare, name_keys
from kcgraph.reference import Person, Tenure, fold_name, reference, without_patronymic
from kcgraph.vocab import slug

_HANDOVER = timedelta(days=60)
"""How far off its known dates a tenure may be seen: sources differ, and news lags."""
_EARLY = timedelta(days=6 * 365)
"""How long before the first office that we know of somebody may be met in another, without doubt that it is he."""
_COMPANY = 2
"""How many of a country's office-holders of the day must stand beside a name to show that it is one of them."""


_KOREAS = frozenset({"north-korea", "south-korea"})


def people(agents: Iterable[Agent], published: date | None, article: str) -> list[Identity]:
    """Identify named persons of one article, in order; `article` is the article's identifier as part of an IRI."""
    persons = list(agents)
    fitting = [_fitting(person, published) for person in persons]
    company = [rows[0] for rows in fitting if len(rows) == 1]
    return [
        _identity(
            person,
            _without_office(rows, company, published) if are_epithets(person.offices) else rows,
            published,
            article,
        )
        for person, rows in zip(persons, fitting, strict=True)
    ]


def _identity(person: Agent, rows: Sequence[Person], published: date | None, article: str) -> Identity:
    if len(rows) == 1 and not _is_early(rows[0], person.offices, published):
        return Identity(f"person/{rows[0].key}")
    name = _slug(person.name)
    if rows or is_private(person.offices):  # the name says too little to be one with its bearer in another article
        return Identity(f"person/{name}-{article}", tuple(f"person/{row.key}" for row in rows))
    known = reference().person(name)
    if known is not None:
        name = f"{name}-{slug(person.country) if person.country not in (None, known.country) else article}"
    return Identity(f"person/{name}")


def _slug(name: str) -> str:
    """A patronymic is in the IRI no more than in the news."""
    shorter = without_patronymic(name)
    return slug(shorter if len(shorter.split()) < len(fold_name(name).split()) else name)


def _fitting(person: Agent, published: date | None) -> tuple[Person, ...]:
    """The known bearers of the name that fit best; none when each is contradicted."""
    names = (person.name, *(spelling for spelling in person.spellings if " " in spelling.strip()))
    rows = next((found for name in names if (found := bearers(name))), ())
    if not rows and " " not in person.name and published is not None:
        called = _people_by_surname().get(fold_name(person.name), ())
        return tuple(row for row in called if _is_of(row, person.country) and _held(row, person.offices, published))
    seen = tuple(row for row in rows if _held(row, person.offices, published))
    held = seen or tuple(row for row in rows if _held(row, person.offices))
    if held:
        return tuple(row for row in held if _is_of(row, person.country)) or held
    if is_private(person.offices):
        return ()
    return tuple(row for row in rows if _is_of(row, person.country)) or _across_the_line(person, rows)


def _across_the_line(person: Agent, rows: Iterable[Person]) -> tuple[Person, ...]:
    """Koreans of the other half: a Korean name alone does not tell which half somebody is of."""
    if person.offices or person.country not in _KOREAS:
        return ()
    return tuple(row for row in rows if row.country in _KOREAS)


def _is_of(row: Person, country: str | None) -> bool:
    return None in (row.country, country) or row.country == country


def _held(row: Person, offices: Iterable[str], on: date | None = None) -> bool:
    """Whether the person is known to have held one of `offices`; on that day, if one is given."""
    tenures = [tenure for tenure in reference().tenures_of(row.key) if on is None or _covers(tenure, on)]
    return any(may_be_one(office, tenure.title) for office in offices for tenure in tenures)


def _covers(tenure: Tenure, day: date) -> bool:
    """Whether the tenure's known dates let it be held on the day; an end that is not known is no limit."""
    start = EventDate(tenure.start).earliest - _HANDOVER if tenure.start else date.min
    end = EventDate(tenure.end).latest + _HANDOVER if tenure.end else date.max
    return start <= day <= end


def _is_early(row: Person, offices: Iterable[str], published: date | None) -> bool:
    """Whether the article tells of an office of another field years before all that the person is known for."""
    tenures = reference().tenures_of(row.key)
    if published is None or not offices or not tenures or _held(row, offices):
        return False
    if any(share_a_field(office, tenure.title) for office in offices for tenure in tenures):
        return False
    return all(tenure.start and EventDate(tenure.start).earliest - _EARLY > published for tenure in tenures)


def _without_office(rows: Sequence[Person], company: Sequence[Person], published: date | None) -> Sequence[Person]:
    """Which bearers may be named without any office: who was in office on the day, beside others who were; else those
    of whom none is known, for an office-holder's would be printed.
    """
    if len(rows) < 2:
        return rows
    if published is not None:
        beside = {row.key: row.country for row in company if _in_office(row, published)}
        sole = [row for row in rows if any(map(_is_sole, _in_office(row, published)))]
        found = sole if len(sole) == 1 else [row for row in rows if _in_office(row, published)]
        if len(found) == 1 and list(beside.values()).count(found[0].country) >= _COMPANY:
            return found
    return [row for row in rows if not reference().tenures_of(row.key)] or rows


def _in_office(row: Person, day: date) -> list[Tenure]:
    """The tenures with a known date that may be held on the day."""
    return [t for t in reference().tenures_of(row.key) if (t.start or t.end) and _covers(t, day)]


def _is_sole(tenure: Tenure) -> bool:
    """Whether one person at a time holds the office: whoever does is known without being introduced."""
    office = reference().office(tenure.office) if tenure.office is not None else None
    return office is not None and office.single


@lru_cache(maxsize=65536)
def bearers(name: str) -> tuple[Person, ...]:
    """The known people who bear the name in this or another spelling, in the order of the table."""
    exact = reference().people_named(name)
    if exact:
        return exact
    near = dict.fromkeys(row for key in sorted(name_keys(name)) for row in _people_by_key().get(key, ()))
    return tuple(row for row in near if any(_is_same(name, known) for known in (row.name, *row.other_names)))


def _is_same(first: str, second: str) -> bool:
    return compare(first, second).same is Sameness.YES


@cache
def _people_by_surname() -> dict[str, list[Person]]:
    """The known people by their last names, by which the news call them alone."""
    found: dict[str, list[Person]] = {}
    for row in reference().people:
        found.setdefault(fold_name(row.name.split()[-1]), []).append(row)
    return found


@cache
def _people_by_key() -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for row in reference().people:
        for key in {key for name in (row.name, *row.other_names) for key in name_keys(name)}:
            found.setdefault(key, []).append(row)
    return found

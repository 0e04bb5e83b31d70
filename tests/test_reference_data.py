"""The tables of `seeds/reference` agree with themselves and each other, and a malformed one is named."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from kcgraph.errors import KnowledgeError
from kcgraph.reference import Reference, fold_name, reference

known = reference()
COUNTRIES = {country.key for country in known.countries}


def shared_names(rows: Iterable[tuple[object, str, Iterable[str]]]) -> dict[tuple[object, str], set[str]]:
    """Folded names that several keys bear within one group; `rows` are group, key, names."""
    bearers: dict[tuple[object, str], set[str]] = defaultdict(set)
    for group, key, names in rows:
        for name in names:
            bearers[group, fold_name(name)].add(key)
    return {name: keys for name, keys in bearers.items() if len(keys) > 1}


def test_each_table_is_filled_and_says_its_source() -> None:
    tables = (
        (known.countries, 200),
        (known.places, 1500),
        (known.outlets, 80),
        (known.organizations, 250),
        (known.treaties, 40),
        (known.people, 6000),
        (known.offices, 700),
        (known.anniversaries, 40),
        (known.tenures, 9000),
    )
    for rows, least in tables:
        assert len(rows) >= least
        assert all(row.source for row in rows)


def test_rows_point_to_rows_that_exist() -> None:
    for table in (known.places, known.outlets, known.organizations, known.people, known.offices):
        assert {row.country for row in table} - {None} <= COUNTRIES
    assert {party for treaty in known.treaties for party in treaty.parties} <= COUNTRIES
    assert {place.within for place in known.places} - {None} <= {place.key for place in known.places}
    bodies = {None, *(body.key for body in known.organizations)}
    assert {office.organization for office in known.offices} <= bodies
    assert {successor for country in known.countries for successor in country.successors} <= COUNTRIES
    for tenure in known.tenures:
        assert known.person(tenure.person), tenure
        assert tenure.office is None or known.office(tenure.office), tenure
        assert tenure.organization in bodies and tenure.country in {None, *COUNTRIES}, tenure


def test_outlets_file_from_known_places() -> None:
    assert [outlet.key for outlet in known.outlets if outlet.place and known.place_named(outlet.place) is None] == []


def test_no_place_contains_itself() -> None:
    for place in known.places:
        seen = {place.key}
        while place.within is not None:
            above = known.place(place.within)
            assert above is not None and above.key not in seen
            seen.add(above.key)
            place = above


def test_kinds_are_a_closed_list() -> None:
    assert {outlet.kind for outlet in known.outlets} <= {
        *("agency", "newspaper", "broadcaster", "site", "ministry", "timeline")
    }
    assert {body.kind for body in known.organizations} <= {
        *("party", "ministry", "army", "society", "parliament", "international", "company", "government")
    }
    assert {place.kind for place in known.places} <= {
        *("city", "building", "province", "county", "district", "street", "square", "airport", "station", "mountain"),
        *("river", "region", "site", "sea"),
    }


def test_names_are_not_shared() -> None:
    assert not shared_names((None, row.key, (row.name, *row.other_names)) for row in known.countries)
    assert not shared_names((None, row.key, row.demonyms) for row in known.countries)
    assert not shared_names((row.kind, row.key, (row.name, *row.other_names)) for row in known.places)
    assert not shared_names((None, row.key, (row.name, *row.other_names)) for row in known.outlets)
    assert not shared_names((None, row.key, (row.name, *row.other_names)) for row in known.treaties)
    assert not shared_names((None, row.key, (row.name, *row.other_names)) for row in known.offices)
    assert not shared_names((row.country, row.key, (row.name, *row.other_names)) for row in known.organizations)


def test_people_who_share_a_name_have_different_ids_or_say_so_in_the_key() -> None:
    ids = [person.qid for person in known.people if person.qid]
    assert len(ids) == len(set(ids))
    for keys in shared_names((None, person.key, (person.name,)) for person in known.people).values():
        assert len(keys) == len(set(keys))


def test_keys_that_tell_namesakes_apart_are_short_and_readable() -> None:
    assert [person.key for person in known.people if len(person.key) > 60 or "-unknown" in person.key] == []


def test_nobody_begins_twice_what_begins_once() -> None:
    """The IRI of a tenure is made of person, office (or title) and start."""
    seen = [(tenure.person, tenure.office or fold_name(tenure.title), tenure.start) for tenure in known.tenures]
    assert len(seen) == len(set(seen))


def test_tenures_of_offices_belong_where_the_office_does() -> None:
    for tenure in known.tenures:
        office = known.office(tenure.office) if tenure.office else None
        assert office is None or (tenure.organization, tenure.country) == (office.organization, office.country)


def test_each_folded_name_finds_its_row() -> None:
    for country in known.countries:
        assert known.country_named(country.name) == country
    for person in known.people:
        assert person in known.people_named(person.name)


HEADER = "key,name,other_names,date,source"


@pytest.mark.parametrize(
    ("lines", "where", "what"),
    [
        ("key,name", ":1", "columns"),
        (f"{HEADER}\na,A,,1948-13-09,x", ":2", "month"),
        (f"{HEADER}\na,A,,1948-09-09,x\nb,,,1948,x", ":3", "no name"),
        (f"{HEADER}\na,A,,1948-09-09,x\na,B,,1948,x", ":3", "line 2"),
        (f"{HEADER}\nA b,A,,1948-09-09,x", ":2", "'A b'"),
        (f"{HEADER}\na,A,1948-09-09,x", ":2", "4 cells"),
        (f"{HEADER}\na,A,b||c,1948-09-09,x", ":2", "b||c"),
        (f'{HEADER}\na,"A,,1948-09-09,x', ":2", ""),
    ],
)
def test_a_malformed_row_is_named(tmp_path: Path, lines: str, where: str, what: str) -> None:
    (tmp_path / "anniversaries.csv").write_text(lines, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        _ = Reference(tmp_path).anniversaries
    assert f"anniversaries.csv{where} " in str(error.value)
    assert what in str(error.value)


def test_a_malformed_wikidata_id_and_number_are_named(tmp_path: Path) -> None:
    header = "key,name,other_names,kind,within,country,latitude,longitude,qid,source"
    for cells in ("a,A,,city,,,,,q12,x", "a,A,,city,,,north,,,x"):
        (tmp_path / "places.csv").write_text(f"{header}\n{cells}", encoding="utf-8")
        with pytest.raises(KnowledgeError, match=r"places\.csv:2"):
            _ = Reference(tmp_path).places


@pytest.mark.parametrize("start", ["2012-13", "2012-02-30", "12", "2012/2013", "2012-4", "April 2012"])
def test_a_malformed_bound_of_a_tenure_is_named(tmp_path: Path, start: str) -> None:
    header = "person,office,title,organization,country,start,end,contested,source"
    (tmp_path / "tenures.csv").write_text(f"{header}\na,,President,,,2012,,,x\na,,Minister,,,{start},,,x", "utf-8")
    with pytest.raises(KnowledgeError, match=r"tenures\.csv:3 .*" + start):
        _ = Reference(tmp_path).tenures


def test_a_yes_is_yes_or_nothing(tmp_path: Path) -> None:
    header = "key,name,other_names,organization,country,single,qid,source"
    (tmp_path / "offices.csv").write_text(f"{header}\na,A,,,,maybe,,x", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"offices\.csv:2 .*maybe"):
        _ = Reference(tmp_path).offices


def test_a_missing_or_undecodable_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"countries\.csv"):
        _ = Reference(tmp_path).countries
    (tmp_path / "countries.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(KnowledgeError, match=r"countries\.csv"):
        _ = Reference(tmp_path).countries

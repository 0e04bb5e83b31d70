"""Lookup of names in the reference data, and folding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.reference import Tenure, fold_name, reference, without_patronymic

known = reference()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_name(fold_name(text)) == fold_name(text)


@given(st.text(alphabet="abcXYZéü -'’.‐\u00a0"))
def test_folding_ignores_case_accents_hyphens_apostrophes_and_blanks(text: str) -> None:
    respelled = text.replace("-", " ").replace("é", "e").replace("\u00a0", "  ").replace("’", "").upper()
    assert fold_name(respelled) == fold_name(text)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong-un", "KIM JONG UN"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Choe\u00a0Son  Hui", "Choe Son\uff0dHui"),
        ("U.S.", "us"),
        ("Łódź", "lodz"),
    ],
)
def test_spellings_that_fold_alike(left: str, right: str) -> None:
    assert fold_name(left) == fold_name(right)


def test_patronymics_go_but_family_names_stay() -> None:
    assert without_patronymic("Vladimir Vladimirovich Putin") == "vladimir putin"
    assert without_patronymic("Valentina Ivanovna Matviyenko") == "valentina matviyenko"
    assert without_patronymic("Slobodan Milosevic") == "slobodan milosevic"
    assert without_patronymic("Kim Jong Un") == "kim jong un"
    assert without_patronymic("Pele") == "pele"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("DPRK", "north-korea"),
        ("the Democratic People’s Republic of Korea", "north-korea"),
        ("Russian Federation", "russia"),
        ("the U.S.", "united-states"),
        ("US", "united-states"),
        ("USSR", "soviet-union"),
        ("south korea", "south-korea"),
        ("Viet Nam", "vietnam"),
        ("Lao PDR", "laos"),
        ("Byelorussia", "belarus"),
        ("CHINA", "china"),
    ],
)
def test_countries_by_name(name: str, key: str) -> None:
    country = known.country_named(name)
    assert country is not None and country.key == key


@pytest.mark.parametrize("name", ["us", "Korea", "Russian", "", "the ", "Atlantis"])
def test_what_is_no_country_name(name: str) -> None:
    assert known.country_named(name) is None


def test_demonyms() -> None:
    found = [known.country_of(word) for word in ("Russian", "Lao", "Vietnamese", "British", "south Korean")]
    assert [country.key for country in found if country] == [
        "russia",
        "laos",
        "vietnam",
        "united-kingdom",
        "south-korea",
    ]
    assert known.country_of("Korean") is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("KCNA.kp (En)", "kcna"),
        ("kcna.co.jp", "kcna"),
        ("www.kcna.kp", "kcna"),
        ("Korean Central News Agency", "kcna"),
        ("en.yna.co.kr", "yonhap"),
        ("Ministry of Foreign Affairs (EN)", "dprk-ministry-of-foreign-affairs"),
        ("ITAR-TASS", "tass"),
        ("csis-timeline", "csis-timeline"),
    ],
)
def test_outlets_by_name_and_domain(text: str, key: str) -> None:
    outlet = known.outlet_named(text)
    assert outlet is not None and outlet.key == key


@pytest.mark.parametrize("text", ["kp", "", "evilkcna.kp", "kcna.kp.example"])
def test_a_domain_is_matched_whole(text: str) -> None:
    assert known.outlet_named(text) is None


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Taedonggang Diplomatic Club", "taedonggang-diplomatic-club-pyongyang"),
        ("Taedonggang Diplomatic Club, Pyongyang", "taedonggang-diplomatic-club-pyongyang"),
        ("Pyongyang, DPRK", "pyongyang"),
        ("Hungnam District, Hamhung City, South Hamgyong Province", "hungnam-district-hamhung"),
        ("Lima City", "lima"),
        ("Sankt-Peterburg", "saint-petersburg"),
    ],
)
def test_places_by_label(label: str, key: str) -> None:
    place = known.place_named(label)
    assert place is not None and place.key == key


@pytest.mark.parametrize("label", ["Pyongyang, Japan", "Kim Il Sung Square, Moscow", "Nowhere City", ", "])
def test_a_place_is_only_where_it_is(label: str) -> None:
    assert known.place_named(label) is None


def test_people_by_spelling_and_patronymic() -> None:
    assert [person.key for person in known.people_named("KIM JONG-UN")] == ["kim-jong-un"]
    assert [person.key for person in known.people_named("Vladimir Vladimirovich Putin")] == ["vladimir-putin"]
    assert len(known.people_named("Ri Yong Ho")) > 1
    assert not {p.key for p in known.people_named("Kim Jong Il")} & {p.key for p in known.people_named("Kim Jong Un")}
    assert known.people_named("Kim") == ()


@pytest.mark.parametrize(
    ("spelling", "key"),
    [
        ("김정은", "kim-jong-un"),
        ("金正恩", "kim-jong-un"),
        ("Ким Чен Ын", "kim-jong-un"),
        ("Kim Jong-eun", "kim-jong-un"),
        ("Алексeй", ""),
        ("최룡해", "choe-ryong-hae"),
        ("周恩来", "zhou-enlai"),
        ("Park Chung-hee", "park-chung-hee"),
    ],
)
def test_people_by_their_own_script_and_other_spellings(spelling: str, key: str) -> None:
    assert [person.key for person in known.people_named(spelling)] == ([key] if key else [])


def test_who_held_what_from_when_to_when() -> None:
    held = {tenure.office: (tenure.start, tenure.end) for tenure in known.tenures_of("kim-jong-un")}
    assert held["first-secretary-of-the-workers-party-of-korea"] == ("2012-04-11", "2016-05-09")
    assert held["general-secretary-of-the-workers-party-of-korea"] == ("2021-01-10", None)
    premiers = [tenure.person for tenure in known.holders("premier-of-the-cabinet-of-the-dprk")]
    assert premiers[0] == "kim-il-sung" and premiers[-1] == "pak-thae-song"
    assert known.tenures_of("nobody") == known.holders("nothing") == ()


@given(st.sampled_from(known.tenures))
def test_a_tenure_is_found_by_its_person_and_by_its_office(tenure: Tenure) -> None:
    assert tenure in known.tenures_of(tenure.person)
    assert tenure.office is None or tenure in known.holders(tenure.office)


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("member of the Presidium of the Political Bureau of the C.C., the WPK", "member-of-the-presidium-of-the-"),
        ("first chairman of the DPRK National Defence Commission", "first-chairman-of-the-national-defence-commission"),
        ("Vice-Chairman of the NDC", "vice-chairman-of-the-national-defence-commission"),
        ("chief of the General Staff of the KPA", "chief-of-the-general-staff-of-the-korean-peoples-army"),
        ("German Chancellor", "chancellor-of-germany"),
        ("King of Cambodia", "monarch-of-cambodia"),
        ("Chinese Defense Minister", "minister-of-defence-of-china"),
    ],
)
def test_offices_by_the_wordings_in_print(printed: str, key: str) -> None:
    office = known.office_named(printed)
    assert office is not None and office.key.startswith(key)


@pytest.mark.parametrize(
    ("name", "key"), [("Zaire", "democratic-republic-of-the-congo"), ("Soviet Union", "soviet-union")]
)
def test_a_former_name_is_not_a_former_state(name: str, key: str) -> None:
    country = known.country_named(name)
    assert country is not None and country.key == key
    assert country.successors == (("russia",) if key == "soviet-union" else ())


def test_offices_organizations_and_treaties_by_name() -> None:
    office = known.office_named("Russian ambassador to the DPRK")
    assert office is not None and office.country == "russia"
    party = known.organization_named("WPK")
    assert party is not None and party.key == "workers-party-of-korea"
    assert (
        len(known.organizations_named("Foreign Ministry")) > 1 and known.organization_named("Foreign Ministry") is None
    )
    treaty = known.treaty_named("treaty on comprehensive strategic partnership")
    assert treaty is not None and treaty.signed == "2024-06-19" and treaty.name.endswith("and the Russian Federation")


@given(st.text(max_size=40))
def test_any_text_may_be_asked_for(text: str) -> None:
    assert known.people_named(text) == known.people_named(text)
    for lookup in (known.country_named, known.place_named, known.outlet_named, known.treaty_named, known.office_named):
        found = lookup(text)
        assert found is None or found.name

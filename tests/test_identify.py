"""Which IRI each thing of an article gets: linked when nothing contradicts, never merged by accident."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.identify import identify
from kcgraph.model import (
    Agent,
    AgentKind,
    Article,
    EventReport,
    Extraction,
    Identities,
    OfficeHolding,
    Span,
    Treaty,
)
from kcgraph.names import Sameness, compare
from kcgraph.reference import reference

SPAN = Span(0, 1)
PATH = re.compile(r"[\w.~%-]+/[\w.~%-]+", re.ASCII)


def extraction(
    *agents: Agent,
    identifier: str = "a1",
    places: tuple[str, ...] = (),
    treaties: tuple[Treaty, ...] = (),
    reports: tuple[EventReport, ...] = (),
    offices: tuple[OfficeHolding, ...] = (),
    published: date | None = None,
) -> Extraction:
    article = Article(identifier, "0" * 64, "x", "test", (SPAN,), published=published)
    return Extraction(article, agents, places, treaties, reports, (), offices)


def person(
    name: str,
    country: str | None = None,
    *offices: str,
    is_named: bool = True,
    spellings: tuple[str, ...] = (),
) -> Agent:
    return Agent(AgentKind.PERSON, name, SPAN, spellings=spellings, country=country, is_named=is_named, offices=offices)


def group(name: str, country: str | None = None, kind: AgentKind = AgentKind.ORGANIZATION) -> Agent:
    return Agent(kind, name, SPAN, country=country)


def path_of(agent: Agent, identifier: str = "a1", on: str | None = None) -> str:
    published = date.fromisoformat(on) if on else None
    return identify(extraction(agent, identifier=identifier, published=published)).agents[0]


@pytest.mark.parametrize(
    ("agent", "path"),
    [
        (person("Kim Jong Un"), "person/kim-jong-un"),
        (person("Kim Jong-un", "north-korea"), "person/kim-jong-un"),
        (person("KIM JONG UN"), "person/kim-jong-un"),
        (person("Vladimir Vladimirovich Putin", "russia"), "person/vladimir-putin"),
        (person("Vladimir Putin"), "person/vladimir-putin"),
        (person("Alexander Matsegora", "russia"), "person/alexandr-matsegora"),
        (person("Hong Gil Nobody"), "person/hong-gil-nobody"),
        (person("Ivan Ivanovich Nobodyev"), "person/ivan-nobodyev"),
        (person("Putin", spellings=("Vladimir Putin",)), "person/vladimir-putin"),
        (group("WPK"), "organization/workers-party-of-korea"),
        (group("Foreign Ministry", "russia"), "organization/ministry-of-foreign-affairs-of-russia"),
        (group("DPRK Foreign Ministry"), "organization/ministry-of-foreign-affairs-of-the-dprk"),
        (group("Ministry of Tourism", "laos"), "organization/ministry-of-tourism-laos"),
        (group("Foreign Ministry"), "organization/foreign-ministry-a1"),
        (group("KCNA"), "outlet/kcna"),
        (group("Unheard-of Club"), "organization/unheard-of-club"),
        (group("DPRK", "north-korea", AgentKind.COUNTRY), "country/north-korea"),
        (group("Russian Federation", None, AgentKind.COUNTRY), "country/russia"),
        (group("party delegation", None, AgentKind.DELEGATION), "organization/party-delegation-a1"),
    ],
)
def test_agents(agent: Agent, path: str) -> None:
    assert path_of(agent) == path


def test_a_contradicting_country_keeps_namesakes_apart() -> None:
    assert path_of(person("Kim Jong Il", "japan")) == "person/kim-jong-il-japan"


def test_il_is_never_un() -> None:
    assert path_of(person("Kim Jong Il")) != path_of(person("Kim Jong Un"))


def test_who_may_be_several_people_is_linked_to_none_of_them() -> None:
    found = identify(extraction(person("Ri Yong Ho", "north-korea")))
    assert found.agents == ("person/ri-yong-ho-a1",)
    assert set(found.candidates["person/ri-yong-ho-a1"]) == {
        "person/ri-yong-ho-general",
        "person/ri-yong-ho-foreign-minister",
    }


@pytest.mark.parametrize(
    ("name", "office", "on", "path"),
    [
        ("Ri Yong Ho", "chief of the General Staff of the Korean People's Army", "2012-03-01", "ri-yong-ho-general"),
        ("Ri Yong-ho", "vice-minister of Foreign Affairs", "2011-07-24", "ri-yong-ho-foreign-minister"),
        ("Lee Yong-ho", "North Korean foreign minister", "2018-06-12", "ri-yong-ho-foreign-minister"),
        ("Ri Yong Ho", "worker of a factory", "2012-03-01", "ri-yong-ho-a1"),
        ("Ri Yong Ho", "vice-premier", "2012-03-01", "ri-yong-ho-a1"),
        ("Putin", "Russian President", "2024-06-19", "vladimir-putin"),
        ("Putin", "Russian President", "1994-06-19", "putin"),
        ("Medvedev", "Russian President", "2011-08-24", "dmitry-medvedev"),
        ("Kim Jong Suk", "anti-Japanese war hero", "2012-03-01", "kim-jong-suk"),
    ],
)
def test_namesakes_are_told_by_their_offices_and_dates(name: str, office: str, on: str, path: str) -> None:
    country = "russia" if "Russian" in office else "north-korea"
    assert path_of(person(name, country, office), on=on) == f"person/{path}"


def test_namesakes_are_told_by_their_company() -> None:
    namesake = person("Kim Yong Il", "north-korea")
    beside = [person("Kim Yong Nam", "north-korea"), person("Pak Ui Chun", "north-korea")]
    later = identify(extraction(namesake, *beside, published=date(2012, 2, 1)))
    assert later.agents[0] == "person/kim-yong-il-secretary" and not later.candidates
    earlier = identify(extraction(namesake, *beside, published=date(2008, 2, 1)))
    assert earlier.agents[0] == "person/kim-yong-il" and not earlier.candidates
    assert len(identify(extraction(namesake, beside[0], published=date(2012, 2, 1))).candidates) == 1
    sole = identify(extraction(person("Ri Yong Ho", "north-korea"), *beside, published=date(2012, 2, 1)))
    assert sole.agents[0] == "person/ri-yong-ho-general"


def test_another_office_long_before_the_known_ones_leaves_it_open() -> None:
    found = identify(
        extraction(person("Pak Thae Song", "north-korea", "manager of a shop"), published=date(1990, 1, 1))
    )
    assert found.agents == (
        "person/pak-thae-song",
    )  # some of his offices have no date, so that nothing speaks against it
    lone = identify(extraction(person("Rim Kwang Il", "north-korea", "poultry keeper"), published=date(2011, 1, 1)))
    assert lone.candidates == {"person/rim-kwang-il-a1": ("person/rim-kwang-il",)}


def test_which_korea_somebody_is_of_is_no_contradiction_until_an_office_is() -> None:
    assert path_of(person("Lee Myung-bak", "north-korea")) == "person/lee-myung-bak"
    assert path_of(person("Lee Myung-bak", "north-korea", "coach of a team")) != "person/lee-myung-bak"


def test_ordinary_people_are_not_one_for_bearing_one_name() -> None:
    pupil = person("Hong Gil Nobody", "north-korea", "pupil of a middle school")
    assert path_of(pupil) == "person/hong-gil-nobody-a1" != path_of(pupil, "a2")


@pytest.mark.parametrize("name", ["Kim Jong-un", "Kim Cho'ng-u'n", "Kim Jŏng-ŭn", "김정은", "金正恩", "Ким Чен Ын"])
def test_one_man_is_one_in_every_spelling(name: str) -> None:
    assert path_of(person(name)) == "person/kim-jong-un"


def test_office_holders_without_a_name_never_merge() -> None:
    ambassador = person("Vietnamese ambassador", "vietnam", is_named=False)
    same_article = identify(extraction(ambassador, ambassador)).agents
    assert len({*same_article, path_of(ambassador, "a2")}) == 3
    assert same_article[0] == "person/unnamed-a1-vietnamese-ambassador"


def test_places_of_every_part_of_the_extraction() -> None:
    report = EventReport("Meeting", "Occurred", SPAN, "p", place="Taedonggang Diplomatic Club, Pyongyang")
    identities = identify(extraction(places=("Russian Federation", "Nabi, Elsewhere"), reports=(report,)))
    assert identities.places == {
        "Nabi, Elsewhere": "place/nabi-elsewhere",
        "Russian Federation": "place/russia",
        "Taedonggang Diplomatic Club, Pyongyang": "place/taedonggang-diplomatic-club-pyongyang",
    }


def treaty_path(name: str, *countries: str, identifier: str = "a1") -> str:
    agents = [Agent(AgentKind.COUNTRY, country, SPAN, country=country) for country in countries]
    treaty = Treaty(name, SPAN, tuple(range(len(agents))))
    return identify(extraction(*agents, treaties=(treaty,), identifier=identifier)).treaties[0]


def test_treaties_are_told_by_name_and_parties() -> None:
    known = "treaty/dprk-russia-comprehensive-strategic-partnership-treaty"
    assert treaty_path("treaty on comprehensive strategic partnership") == known
    assert treaty_path("Treaty on the Comprehensive Strategic Partnership", "russia", "north-korea") == known
    assert treaty_path("Treaty on Comprehensive Strategic Partnership", "russia", "iran") != known
    assert treaty_path("the Accord on Fish", "laos", "cuba") == treaty_path("Accord on Fish", "cuba", "laos")
    assert treaty_path("agreement") != treaty_path("agreement", identifier="a2")
    assert treaty_path("Lisbon Protocol") == treaty_path("Lisbon Protocol", identifier="a2")


def test_only_known_offices_and_countries_are_listed() -> None:
    holdings = (
        OfficeHolding(0, "foreign minister of the DPRK", SPAN, country="north-korea"),
        OfficeHolding(0, "keeper of the keys", SPAN, country="atlantis"),
    )
    identities = identify(extraction(person("Choe Son Hui", "north-korea"), offices=holdings))
    assert identities.offices == {"foreign minister of the DPRK": "office/minister-of-foreign-affairs-of-the-dprk"}
    assert identities.countries == {"north-korea": "country/north-korea"}


names = st.one_of(
    st.text(min_size=1, max_size=30), st.sampled_from(["Kim Jong Un", "Foreign Ministry", "DPRK", "Ri Yong Ho"])
)
countries = st.one_of(st.none(), st.sampled_from(["north-korea", "russia", "atlantis"]))
agents = st.builds(
    Agent, st.sampled_from(AgentKind), names, st.just(SPAN), st.just(()), countries, st.booleans(), st.just(())
)
extractions = st.builds(
    lambda agents, places, titles, identifier: extraction(
        *agents, places=tuple(places), treaties=tuple(Treaty(title, SPAN) for title in titles), identifier=identifier
    ),
    st.lists(agents, max_size=5),
    st.lists(names, max_size=3),
    st.lists(names, max_size=2),
    st.text(min_size=1, max_size=12).filter(lambda text: text not in (".", "..") and text.isprintable()),
)


def all_paths(identities: Identities) -> list[str]:
    mappings = (identities.places, identities.offices, identities.countries)
    return [*identities.agents, *identities.treaties, *(path for mapping in mappings for path in mapping.values())]


@given(extractions)
def test_any_extraction_gets_plain_paths_and_always_the_same(found: Extraction) -> None:
    identities = identify(found)
    assert identities == identify(found)
    assert len(identities.agents) == len(found.agents) and len(identities.treaties) == len(found.treaties)
    assert set(found.places) == set(identities.places)
    assert all(PATH.fullmatch(path) for path in all_paths(identities))


@given(names, countries)
def test_a_link_to_a_known_person_is_borne_out_by_the_name(name: str, country: str | None) -> None:
    row = reference().person(path_of(person(name, country)).removeprefix("person/"))
    assert row is None or any(compare(name, known).same is Sameness.YES for known in (row.name, *row.other_names))


@given(extractions)
def test_candidates_are_of_the_reference_data_and_never_what_is_linked(found: Extraction) -> None:
    identities = identify(found)
    for path, candidates in identities.candidates.items():
        assert path not in candidates and len(set(candidates)) == len(candidates) > 0
        assert path in {*identities.agents, *identities.treaties, *identities.places.values()}


def test_treaties_are_told_in_spite_of_adjectives_and_abbreviations() -> None:
    known = treaty_path("June 15 Joint Declaration")
    assert known == treaty_path("historic June 15 Joint Declaration")
    assert treaty_path("Korean Armistice Agreement (AA)") == treaty_path("Korean Armistice Agreement")

"""Which IRI each thing of an article gets: linked when nothing contradicts, never merged by accident."""

import re

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
) -> Extraction:
    article = Article(identifier, "0" * 64, "x", "test", (SPAN,))
    return Extraction(article, agents, places, treaties, reports, (), offices)


def person(name: str, country: str | None = None, *, is_named: bool = True, spellings: tuple[str, ...] = ()) -> Agent:
    return Agent(AgentKind.PERSON, name, SPAN, spellings=spellings, country=country, is_named=is_named)


def group(name: str, country: str | None = None, kind: AgentKind = AgentKind.ORGANIZATION) -> Agent:
    return Agent(kind, name, SPAN, country=country)


def path_of(agent: Agent, identifier: str = "a1") -> str:
    return identify(extraction(agent, identifier=identifier)).agents[0]


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
    path = path_of(person("Ri Yong Ho", "north-korea"))
    assert reference().person(path.removeprefix("person/")) is None


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
    assert row is None or (
        row in reference().people_named(name) and (None in (row.country, country) or row.country == country)
    )

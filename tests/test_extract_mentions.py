"""Who an article mentions: names of many languages, titles and offices, delegations, and who a bare word stands for."""

import pytest
from conftest import TellStory

# ---- names


@pytest.mark.parametrize(
    ("name", "office"),
    [
        ("Hong Song Il", "ambassador"),
        ("Kim Yong Nam", "president of the Presidium of the Supreme People's Assembly"),
        ("O Su Yong", "vice-premier"),
        ("Han Myong-sook", "prime minister"),
        ("Zhu Guilan", "ambassador"),
        ("Xi Jinping", "vice president"),
        ("Wang Jiarui", "head of the International Department"),
        ("Nguyen Phu Trong", "general secretary"),
        ("Truong Tan Sang", "president"),
        ("Le Hong Anh", "minister of public security"),
        ("Vladimir Vladimirovich Putin", "president"),
        ("Valeri Sukhinin", "ambassador"),
        ("Batbold Tumur", "foreign minister"),
        ("Mahmoud Abbas", "president"),
        ("Bashar al-Assad", "president"),
        ("Mohamed Hussein Tantawi", "field marshal"),
        ("Hosni Mubarak", "president"),
        ("Abdelaziz Bouteflika", "president"),
        ("Raul Castro Ruz", "president of the Council of State"),
        ("Jose Ramon Machado Ventura", "first vice-president"),
        ("Hugo Chavez Frias", "president"),
        ("Daniel Ortega Saavedra", "president"),
        ("Jose Manuel Galego Montano", "ambassador"),
        ("Bounnhang Vorachith", "vice president"),
        ("Choummaly Sayasone", "president"),
        ("Hun Sen", "prime minister"),
        ("Ban Ki-moon", "secretary-general"),
        ("Teodoro Obiang Nguema Mbasogo", "president"),
        ("Yoweri Kaguta Museveni", "president"),
        ("John F. Kennedy", "president"),
        ("Ri Yong Ho", "chief of the General Staff"),
        ("Sok Ri", "vice-minister of Foreign Affairs"),
        ("Ho Dam", "vice-premier"),
        ("Ri Ok", "vice-minister of Foreign Affairs"),
        ("Susilo Bambang Yudhoyono", "president"),
    ],
)
def test_a_person_with_an_office(tell: TellStory, name: str, office: str) -> None:
    told = tell(f"{name}, {office}, visited a new factory on Tuesday.")
    assert told.people() == {name}, told.summary()
    assert told.offices(name) == [office]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("President", "Hugo Chavez Frias"),
        ("Russian President", "Vladimir Putin"),
        ("Chinese Premier", "Wen Jiabao"),
        ("Vice-Premier", "Ro Tu Chol"),
        ("General", "Kim Yong Chun"),
        ("Deputy Foreign Minister", "Batbold Tumur"),
        ("Prime Minister", "Hun Sen"),
        ("Ambassador", "Valeri Sukhinin"),
        ("Marshal", "Kim Jong Un"),
    ],
)
def test_a_title_before_a_name(tell: TellStory, title: str, name: str) -> None:
    told = tell(f"{title} {name} visited a new factory on Tuesday.")
    assert told.people() == {name}, told.summary()
    assert title.split()[-1].lower() in told.offices(name)[0].lower()


@pytest.mark.parametrize(
    "title", ["Ambassador of Laos", "Deputy Foreign Minister of Laos", "Ambassador of Laos to the DPRK"]
)
@pytest.mark.parametrize("sentence", ["{} Bounma Keo visited a factory.", "On Tuesday Kim Yong Nam met {} Bounma Keo."])
def test_a_title_with_its_country_before_a_name(tell: TellStory, title: str, sentence: str) -> None:
    told = tell(sentence.format(title))
    assert (told.offices("Bounma Keo"), told.agent("Bounma Keo").country) == ([title], "laos")


@pytest.mark.parametrize("honorific", ["Comrade", "Mr.", "Dr.", "Supreme Leader", "Great Leader Comrade"])
def test_an_honorific_is_no_part_of_a_name(tell: TellStory, honorific: str) -> None:
    told = tell(f"{honorific} Kim Yong Nam visited a new factory on Tuesday.")
    assert told.people() == {"Kim Yong Nam"}


def test_several_offices_of_one_person(tell: TellStory) -> None:
    told = tell(
        "Choe Ryong Hae, member of the Presidium of the Political Bureau, vice-chairman of the Central Military "
        "Commission and director of the General Political Bureau, visited a new factory on Tuesday."
    )
    assert told.people() == {"Choe Ryong Hae"}
    assert told.offices("Choe Ryong Hae") == [
        "member of the Presidium of the Political Bureau",
        "vice-chairman of the Central Military Commission",
        "director of the General Political Bureau",
    ]


def test_who_doubles_as_has_both_offices(tell: TellStory) -> None:
    told = tell(
        "Ho Jong Man, chairman of the Standing Committee, who doubles as president of Korean University, "
        "visited a new factory on Tuesday."
    )
    assert told.people() == {"Ho Jong Man"}
    assert [office.split()[0] for office in told.offices("Ho Jong Man")] == ["chairman", "president"]
    assert told.roles(told.report("Visit"))["Visitor"] == {"Ho Jong Man"}


def test_the_country_of_an_office_is_its_holders(tell: TellStory) -> None:
    told = tell("Batbold Tumur, Mongolian foreign minister, met Bounma Keo, ambassador of Laos, on Tuesday.")
    assert told.agent("Batbold Tumur").country == "mongolia"
    assert told.agent("Bounma Keo").country == "laos"


def test_a_former_office_is_kept_as_printed(tell: TellStory) -> None:
    told = tell("Former U.S. President Jimmy Carter visited Pyongyang on Tuesday.")
    assert told.offices("Jimmy Carter")[0].lower().startswith("former")


# ---- lists


def test_a_list_of_people_with_offices(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam met Batbold Tumur, foreign minister of Mongolia, Bayar Sanj, Mongolian ambassador to the DPRK, "
        "and Dorj Enkh, director of a bureau, on Tuesday."
    )
    assert told.people() == {"Kim Yong Nam", "Batbold Tumur", "Bayar Sanj", "Dorj Enkh"}
    assert told.offices("Bayar Sanj") == ["Mongolian ambassador to the DPRK"]
    assert told.names(told.report("Meeting")) == told.people()


def test_an_apposition_in_the_plural_is_of_each(tell: TellStory) -> None:
    told = tell("Kang Sok Ju and Ro Tu Chol, vice-premiers, visited a new factory on Tuesday.")
    assert told.people() == {"Kang Sok Ju", "Ro Tu Chol"}
    assert [told.offices(name) for name in ("Kang Sok Ju", "Ro Tu Chol")] == [["vice-premier"], ["vice-premier"]]


def test_a_title_in_the_plural_is_of_each(tell: TellStory) -> None:
    told = tell("Presidents Hugo Chavez Frias and Daniel Ortega Saavedra met in Managua on Tuesday.")
    assert told.people() == {"Hugo Chavez Frias", "Daniel Ortega Saavedra"}
    assert told.names(told.report("Meeting")) == told.people()


# ---- groups


def test_a_delegation_and_its_head(tell: TellStory) -> None:
    told = tell(
        "A delegation of the Mongolian Friendship Union led by its Chairman Batbold Tumur arrived here on Tuesday."
    )
    assert told.agents("Delegation") == {"delegation of the Mongolian Friendship Union"}
    assert told.people() == {"Batbold Tumur"}
    report = told.report("Visit")
    heads = {told.name(part.agent): part.led_by for part in report.participations}
    assert heads["delegation of the Mongolian Friendship Union"] is not None
    assert told.name(heads["delegation of the Mongolian Friendship Union"] or 0) == "Batbold Tumur"


@pytest.mark.parametrize("link", ["led by", "headed by"])
def test_the_head_of_a_delegation_with_an_office(tell: TellStory, link: str) -> None:
    told = tell(
        f"Kim Yong Nam met a delegation of Laos {link} Bounma Keo, vice-minister of Foreign Affairs, on Tuesday."
    )
    assert told.names(told.report("Meeting")) == {"Kim Yong Nam", "delegation of Laos", "Bounma Keo"}
    assert told.offices("Bounma Keo") == ["vice-minister of Foreign Affairs"]


def test_a_delegation_and_its_members(tell: TellStory) -> None:
    told = tell(
        "The delegation of the Mongolian People's Party comprising Batbold Tumur and Bayar Sanj visited a tower."
    )
    group = "delegation of the Mongolian People's Party"
    assert told.names(told.report("Visit")) == {group, "Batbold Tumur", "Bayar Sanj"}


def test_an_office_holder_without_a_name(tell: TellStory) -> None:
    told = tell("Kim Yong Nam met the Mongolian ambassador to the DPRK on Tuesday.")
    (unnamed,) = [agent for agent in told.extraction.agents if agent.kind == "Person" and not agent.is_named]
    assert (unnamed.name, unnamed.country) == ("Mongolian ambassador to the DPRK", "mongolia")
    assert unnamed.name in told.names(told.report("Meeting"))


def test_unnamed_officials_take_no_part(tell: TellStory) -> None:
    told = tell("Kim Yong Nam met Batbold Tumur, foreign minister of Mongolia. Officials concerned were present.")
    assert told.names(told.report("Meeting")) == {"Kim Yong Nam", "Batbold Tumur"}


# ---- who a word stands for


def test_a_surname_stands_for_its_bearer(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam met Vladimir Putin, president of Russia, on Monday. Putin visited a new factory on Tuesday."
    )
    assert told.people() == {"Kim Yong Nam", "Vladimir Putin"}
    assert told.roles(told.report("Visit"))["Visitor"] == {"Vladimir Putin"}
    assert "Putin" in told.agent("Vladimir Putin").spellings


def test_a_korean_surname_stands_for_its_bearer(tell: TellStory) -> None:
    told = tell("Ro Tu Chol, vice-premier, arrived in Ulan Bator on Monday. Ro visited a new factory on Tuesday.")
    assert told.people() == {"Ro Tu Chol"}


def test_he_is_the_one_spoken_of(tell: TellStory) -> None:
    told = tell("Vladimir Putin, president of Russia, arrived in Hanoi on Monday. He visited a new factory on Tuesday.")
    (factory,) = [report for report in told.reports("Visit") if report.date and report.date.edtf == "2012-05-08"]
    assert told.roles(factory)["Visitor"] == {"Vladimir Putin"}


def test_an_office_stands_for_its_holder(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam met Vladimir Putin, president of Russia, on Monday. "
        "The Russian president visited a new factory on Tuesday."
    )
    assert told.roles(told.report("Visit"))["Visitor"] == {"Vladimir Putin"}


def test_the_two_leaders_are_both(tell: TellStory) -> None:
    told = tell(
        "Kim Jong Un arrived in Vladivostok on Monday. Vladimir Putin, president of Russia, came there on Monday, too. "
        "The two leaders had talks on Tuesday."
    )
    assert told.names(told.report("Meeting")) == {"Kim Jong Un", "Vladimir Putin"}


def test_they_are_those_just_named(tell: TellStory) -> None:
    told = tell(
        "Kang Sok Ju and Ro Tu Chol arrived in Hanoi on Monday. They met Truong Tan Sang, president, on Tuesday."
    )
    assert told.names(told.report("Meeting")) == {"Kang Sok Ju", "Ro Tu Chol", "Truong Tan Sang"}


def test_two_spellings_of_a_name_are_one_person(tell: TellStory) -> None:
    told = tell(
        "Kim Jong-un met Batbold Tumur, foreign minister of Mongolia, on Monday. Kim Jong Un visited a farm on Tuesday."
    )
    assert len(told.people()) == 2


# ---- what is named after people


@pytest.mark.parametrize(
    "thing",
    [
        "the Kim Jong Suk Middle School",
        "Kim Il Sung University",
        "Kim Il Sung Square",
        "Kim Il Sung Military University",
        "the Kim Won Gyun Conservatory",
        "the Ho Chi Minh Mausoleum",
        "the Kim Il Sung Stadium",
        "Kim Chaek University of Technology",
    ],
)
def test_things_named_after_people_are_no_people(tell: TellStory, thing: str) -> None:
    told = tell(f"Batbold Tumur, foreign minister of Mongolia, visited {thing} on Tuesday.")
    assert told.people() == {"Batbold Tumur"}, told.summary()
    assert told.roles(told.report("Visit")) == {"Visitor": {"Batbold Tumur"}}


@pytest.mark.parametrize(
    "thing",
    [
        "Kim Jong Il Prize",
        "Order of Kim Il Sung",
        "Kim Il Sung Youth Honor Prize",
    ],
)
def test_prizes_named_after_people_are_no_people(tell: TellStory, thing: str) -> None:
    told = tell(f"Batbold Tumur, foreign minister of Mongolia, was awarded the {thing} on Tuesday.")
    assert told.people() == {"Batbold Tumur"}, told.summary()


@pytest.mark.parametrize(
    "words",
    [
        "Rodong Sinmun",
        "Mansudae Hill",
        "Taedong River",
        "Foreign Ministry",
        "Workers' Party of Korea",
        "Korean Central Television",
    ],
)
def test_names_of_other_things_are_no_people(tell: TellStory, words: str) -> None:
    told = tell(f"Batbold Tumur, foreign minister of Mongolia, spoke of the {words} on Tuesday.")
    assert told.people() == {"Batbold Tumur"}


def test_days_and_months_are_no_people(tell: TellStory) -> None:
    assert tell("On Friday Juche May Day Stadium was opened to the public.").people() == set()


def test_a_delegation_named_again_is_still_led_by_its_head(tell: TellStory) -> None:
    told = tell(
        "A delegation of the Lao Union of Farmers led by its President Bounma Keo arrived here on Monday. "
        "Kim Yong Nam met the delegation on Tuesday."
    )
    group = "delegation of the Lao Union of Farmers"
    assert told.names(told.report("Meeting")) == {"Kim Yong Nam", group, "Bounma Keo"}


# ---- names that are nobody's, offices that several hold, countries told by what stands around


@pytest.mark.parametrize(
    "sentence",
    [
        'The choir sang "Paekho Arirang" on Monday.',
        'They listened to "Song of Comrade Hong Song Il" on Monday.',
        "The Hamnam Smeltery and the Ryonghung Bookshop held a contest.",
        "A train left Wonsan Kalthae for the coast on Monday.",
    ],
)
def test_a_name_that_is_nobodys(tell: TellStory, sentence: str) -> None:
    assert tell(sentence).people() == set()


@pytest.mark.parametrize(
    ("sentence", "office"),
    [
        ("Present there were Vice-Premiers O Su Yong, Hong Song Il and Pak Tae Won.", "Vice-Premier"),
        (
            "Present there were O Su Yong, Hong Song Il and Pak Tae Won members of the Supreme Court, and others.",
            "member of the Supreme Court",
        ),
        ("Hong Song Il, 44, engineer of the Wonsan Shipyard, said it was warm.", "engineer of the Wonsan Shipyard"),
        ("He sent a message to Hong Song Il upon his election as mayor of Wonsan.", "mayor of Wonsan"),
        ("Hong Song Il, minister of Fishery and Ports of Mongolia, came.", "minister of Fishery and Ports of Mongolia"),
    ],
)
def test_an_office_told_otherwise(tell: TellStory, sentence: str, office: str) -> None:
    assert office in tell(sentence).offices("Hong Song Il")


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Ambassador Batbold Tumur and staff members of the Mongolian embassy planted trees.", "mongolia"),
        ("Mongolian Foreign Minister Oyun Dorj and Deputy Minister Batbold Tumur came.", "mongolia"),
        ("A Mongolian guest said it was warm. Batbold Tumur sang.", "mongolia"),
        ("Batbold Tumur, secretary of the Democratic Party of Mongolia, met a guest from Laos.", "mongolia"),
        ("Batbold Tumur, a Mongolian veteran, sang. A guest from Laos came.", "mongolia"),
        ("Mongolian chess champion Batbold Tumur sang. A guest from Laos came.", "mongolia"),
        ("Batbold Tumur, secretary of the Foreign Ministry, sang.", None),
        (
            "A guest from Laos came. A book was read. A song was sung. It rained. It was cold.\n"
            "A meeting was held in Mongolia. Chairman Batbold Tumur made a speech.",
            "mongolia",
        ),
    ],
)
def test_a_country_told_by_what_stands_around(tell: TellStory, sentence: str, country: str | None) -> None:
    assert tell(sentence).agent("Batbold Tumur").country == country


@pytest.mark.parametrize(
    ("sentence", "offices"),
    [
        (
            "Head Hong Song Il, Deputy Head Ri Myong Chol and other officials of the Songhwa Liaison Department came.",
            ["Head", "Head of the Songhwa Liaison Department"],
        ),
        (
            "Chairman Hong Song Il and Secretary Ri Myong Chol of the Songhwa Youth Committee came.",
            ["Chairman of the Songhwa Youth Committee"],
        ),
        (
            "Mongolia's Fishery Resources and Ports Minister Hong Song Il came.",
            ["Fishery Resources and Ports Minister"],
        ),
        ("Mongolia's Defense Attaché Hong Song Il came.", ["Mongolia's Defense Attaché"]),
        ("Leader Hong Song Il of the Korean people came.", ["Leader"]),
    ],
)
def test_what_a_bare_title_is_of(tell: TellStory, sentence: str, offices: list[str]) -> None:
    assert tell(sentence).offices("Hong Song Il") == offices


def test_a_name_in_a_story_of_the_south_is_of_the_south(tell: TellStory) -> None:
    told = tell("The South Korean authorities passed a sentence on Pak Hak Su.")
    assert told.agent("Pak Hak Su").country == "south-korea"

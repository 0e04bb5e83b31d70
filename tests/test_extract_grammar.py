"""Who does what in the long sentences of state media: subjects far from their verbs, quoted titles, "it" and "they"."""

import pytest
from conftest import TellStory

# sentence, event class, who takes part (some of them), place, date
TOLD = [
    (
        "A delegation of the Mongolian society for friendship headed by Batbold Tumur, vice-chairperson of the Blue "
        "Sky Union, left here for home by air on May 7.",
        "Visit", {"Batbold Tumur"}, "Pyongyang", "2012-05-07",
    ),
    (
        "The DPRK players who proved successful at the games returned home on Monday.",
        "Visit", {"DPRK players"}, None, "2012-05-07",
    ),
    (
        "The second Mongolian tour group since the flood, organized by Blue Sky with 47 participants arrived in Laos.",
        "Visit", {"second Mongolian tour group"}, "Laos", None,
    ),
    (
        "They were warmly welcomed. Batbold Tumur, member of the Great Khural, and his companion visited Kaesong on "
        "Monday. They first visited the Kaesong Museum.",
        "Visit", {"Batbold Tumur"}, "Kaesong", "2012-05-07",
    ),
    (
        "A Mongolian fishery delegation led by Batbold Tumur visited Kaesong. It arrived here on Monday.",
        "Visit", {"Batbold Tumur"}, "Pyongyang", "2012-05-07",
    ),
    (
        "A protocol on cooperation in the fields of post and health, information technology and education between "
        "Mongolia and Laos was signed here on Monday.",
        "Signing", set(), "Pyongyang", "2012-05-07",
    ),
    (
        "The ministers of health of Mongolia and Laos on Monday signed in Budva three interstate agreements on health.",
        "Signing", set(), "Budva", "2012-05-07",
    ),
    (
        'A seminar on the subject of "Lessons that the past teaches us" was held in Vientiane on Monday.',
        "Conference", set(), "Vientiane", "2012-05-07",
    ),
    (
        "A memorial service to honor the memory of Batbold Tumur was held by the Mongolian Friendship Union on Monday.",
        "Ceremony", {"Mongolian Friendship Union"}, None, "2012-05-07",
    ),
    (
        "A ceremony for conveying the title took place in Vientiane on Monday.",
        "Ceremony", set(), "Vientiane", "2012-05-07",
    ),
    ("A book releasing ceremony took place in Vientiane on Monday.", "Ceremony", set(), "Vientiane", "2012-05-07"),
    (
        "The Blue Sky photo exhibition was opened. It was held in Ulan Bator by the Mongolian Friendship Union from "
        "May 3 to 5.",
        "Ceremony", {"Mongolian Friendship Union"}, "Ulan Bator", "2012-05-03/2012-05-05",
    ),
    (
        "The military attaches corps on Monday visited Kaesong. The corps visited Nampho on Tuesday.",
        "Visit", {"military attaches corps"}, "Nampho", "2012-05-08",
    ),
    (
        "More remains of martyrs were buried at the Blue Sky Cemetery in Vientiane on Monday.",
        "Ceremony", set(), "Vientiane", "2012-05-07",
    ),
    (
        "The Mongolian and Lao parliaments sent officials. There were dancing parties of youth in Vientiane on Monday.",
        "Ceremony", set(), "Vientiane", "2012-05-07",
    ),
    (
        "A delegation of the Blue Sky University visited Kaesong. Members of the delegation visited Nampho on Monday.",
        "Visit", {"delegation of the Blue Sky University"}, "Nampho", "2012-05-07",
    ),
    (
        "A delegation of the Blue Sky University visited Kaesong. It laid a bouquet before the statue on Monday.",
        "Gift", {"delegation of the Blue Sky University"}, None, "2012-05-07",
    ),
    (
        "The foreign ministers of Mongolia and Laos had talks in Vientiane on Monday.",
        "Meeting", {"foreign ministers of Mongolia and Laos"}, "Vientiane", "2012-05-07",
    ),
    (
        "The joint declaration was adopted by the north and the south in June 2000.",
        "Signing", {"north", "south"}, None, "2000-06",
    ),
    ("At least two people died in Vientiane on Monday.", "OtherEvent", set(), "Vientiane", "2012-05-07"),
    (
        'Batbold Tumur signed a joint "agreement on health and trade," in Vientiane on Monday.',
        "Signing", {"Batbold Tumur"}, "Vientiane", "2012-05-07",
    ),
    (
        "After finishing a land rezoning project, the Blue Sky Fruit Farm in Kaesong planted trees on Monday.",
        "EconomicEvent", {"Blue Sky Fruit Farm"}, None, None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_class", "who", "place", "date"), TOLD, ids=[row[0][:60] for row in TOLD])
def test_who_does_what_in_long_sentences(
    tell: TellStory, text: str, event_class: str, who: set[str], place: str | None, date: str | None
) -> None:
    told = tell(text)
    reports = told.reports(event_class)
    assert any(
        who <= told.names(report)
        and (place is None or place in (report.place or ""))
        and date == (report.date.edtf if report.date else None)
        for report in reports
    ), told.summary()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The career of Kim Yong Nam was long. He said that it was over.", "Kim Yong Nam"),
        ("Kim Yong Nam's life was long. He said that it was over.", "Kim Yong Nam"),
        (
            "The Council of Mongolian Herdsmen met. The organization said that prices fell.",
            "Council of Mongolian Herdsmen",
        ),
        (
            "The chief of the Mongolian Group for Blue Sky said that prices fell.",
            "chief of the Mongolian Group for Blue Sky",
        ),
        (
            "A spokesman for the Blue Sky Union in a statement made public Monday said that prices fell.",
            "Blue Sky Union",
        ),
    ],
)
def test_who_is_meant(tell: TellStory, text: str, speaker: str) -> None:
    told = tell(text)
    speakers = [told.extraction.agents[statement.speaker].name for statement in told.extraction.statements]
    assert any(speaker in name for name in speakers), told.summary()


def test_iron_works_are_no_works_of_art(tell: TellStory) -> None:
    told = tell("Batbold Tumur visited the Hwanghae Iron Works in May 1966.")
    assert told.names(told.report("Visit")) == {"Batbold Tumur"}


def test_a_time_at_the_front_is_of_both_verbs(tell: TellStory) -> None:
    told = tell(
        "In April 2009 Kim Yong Nam held talks with Batbold Tumur, president of Mongolia. "
        "In June 2011 the two leaders met in Kaesong and signed a treaty."
    )
    dates = {report.event_class: report.date.edtf for report in told.extraction.reports[1:] if report.date}
    assert dates == {"Meeting": "2011-06", "Signing": "2011-06"}
    assert told.names(told.extraction.reports[1]) == {"Kim Yong Nam", "Batbold Tumur"}


def test_their_talks_are_of_those_named_together(tell: TellStory) -> None:
    told = tell(
        "Batbold Tumur praised the Lao troops. On Monday Kim Yong Nam and Batbold Tumur attended a parade. "
        "At their talks the same day, Batbold Tumur thanked him."
    )
    assert told.names(told.report("Meeting")) == {"Kim Yong Nam", "Batbold Tumur"}


def test_it_is_the_delegation_that_the_story_is_about(tell: TellStory) -> None:
    told = tell(
        "A delegation of the Mongolian Friendship Forum led by Batbold Tumur left here on Saturday. On Thursday "
        "Kang Ryong Il, vice-minister of Foreign Affairs, met and had a talk with it at the Mansudae Assembly Hall."
    )
    assert told.names(told.report("Meeting")) >= {"Kang Ryong Il", "Batbold Tumur"}
    assert told.reports("Conference") == []


def test_the_day_of_an_invitation_is_not_that_of_the_visit(tell: TellStory) -> None:
    told = tell("On Monday Batbold Tumur invited Kim Yong Nam to visit Mongolia.")
    report = told.report("Visit")
    assert (report.status, report.date) == ("Planned", None)


def test_a_participle_joined_to_a_passive_is_one(tell: TellStory) -> None:
    told = tell("A bridge in Vientiane was built and inaugurated on Monday.")
    assert all(told.names(report) == set() for report in told.reports("EconomicEvent")), told.summary()


def test_a_side_of_the_country_is_no_state(tell: TellStory) -> None:
    told = tell("Batbold Tumur visited the north of Mongolia on Monday.")
    assert "north" not in {agent.name for agent in told.extraction.agents}

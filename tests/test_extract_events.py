"""Which events an article reports: what happened, is planned or denied; once each, with the words that show it."""

import pytest
from conftest import TellStory

MET = "Kim Yong Nam met Batbold Tumur, foreign minister of Mongolia, at the Mansudae Assembly Hall on Tuesday."


def test_a_meeting(tell: TellStory) -> None:
    told = tell(MET)
    report = told.report("Meeting")
    assert told.names(report) == {"Kim Yong Nam", "Batbold Tumur"}
    assert (report.status, report.place) == ("Occurred", "Mansudae Assembly Hall")
    assert report.date is not None
    assert report.date.edtf == "2012-05-08"
    assert [part.position for part in report.participations] == [1, 2]
    assert report.confidence is not None
    assert 0 < report.confidence <= 1


def test_evidence_is_of_the_text_and_shows_the_event(tell: TellStory) -> None:
    told = tell(f"It was warm. {MET} They talked for long.")
    quote = told.quote(told.report("Meeting").evidence)
    assert quote in told.extraction.article.text
    assert quote.startswith("Kim Yong Nam met Batbold Tumur")
    assert "It was warm" not in quote
    assert "They talked" not in quote


def test_names_as_printed_are_of_the_text(tell: TellStory) -> None:
    told = tell("Comrade Kim Yong Nam met Mr. Batbold Tumur, foreign minister of Mongolia. Batbold gave him a gift.")
    printed = [part.name_as_printed for report in told.extraction.reports for part in report.participations]
    assert [name for name in printed if name not in told.extraction.article.text] == []


def test_a_glued_name_is_quoted_as_it_stands(tell: TellStory) -> None:
    told = tell("ComradeKim Jong Unmet Batbold Tumur, foreign minister of Mongolia, on Tuesday.")
    report = told.report("Meeting")
    assert told.names(report) == {"Kim Jong Un", "Batbold Tumur"}
    assert "Kim Jong Unmet Batbold Tumur" in told.quote(report.evidence)


# ---- what is no event


@pytest.mark.parametrize(
    "sentence",
    [
        "Kim Yong Nam would meet Batbold Tumur if he came to Pyongyang.",
        "If Kim Yong Nam met Batbold Tumur, relations would improve.",
        "Kim Yong Nam hopes to meet Batbold Tumur.",
        "Kim Yong Nam wanted to visit Ulan Bator.",
        "Batbold Tumur wished to send a message to Kim Yong Nam.",
        "Kim Yong Nam could visit Mongolia in June.",
        "Batbold Tumur urged Kim Yong Nam to visit Mongolia.",
        "Mongolia should sign the treaty.",
        "High-level visits between the two countries continue.",
        "Kim Yong Nam expressed the hope that Batbold Tumur would visit Pyongyang.",
        "It is important to hold talks.",
        "Batbold Tumur refused to sign the agreement.",
        "Batbold Tumur tried to meet Kim Yong Nam.",
        "A visit by Batbold Tumur may follow.",
        "Kim Yong Nam asked whether Batbold Tumur had visited Seoul.",
        "The factory met the need of the people.",
        "The two sides met each other's wishes.",
        "Spring visits the valley in April.",
        "The decision received support from the people.",
        "The museum presents the history of the city.",
        "They agreed that visits are useful.",
    ],
)
def test_no_event(tell: TellStory, sentence: str) -> None:
    told = tell(sentence)
    acts = {"Meeting", "Visit", "Message", "Signing", "Gift", "Ceremony"}
    assert [name for name in told.classes() if name in acts] == [], told.summary()


# ---- what happened, in the words of the sources


WHO_DOES_WHAT: list[tuple[str, str, dict[str, set[str]]]] = [
    ("Russian President Vladimir Putin arrived in North Korea for a state visit early Wednesday, KCNA reported.",
     "Visit", {"Visitor": {"Vladimir Putin"}}),
    ("Talks between Mongolia and Laos took place in Ulan Bator on May 3.",
     "Meeting", {"Participant": {"Mongolia", "Laos"}}),
    ("Talks between Kim Yong Nam and Batbold Tumur were held on May 3.",
     "Meeting", {"Participant": {"Kim Yong Nam", "Batbold Tumur"}}),
    ("Chinese President Hu Jintao and his Russian counterpart Dmitry Medvedev met at sea on Tuesday.",
     "Meeting", {"Participant": {"Hu Jintao", "Dmitry Medvedev"}}),
    ("A floral basket was laid before the statue in the name of Batbold Tumur on Tuesday.",
     "Gift", {"Sender": {"Batbold Tumur"}}),
    ("Batbold Tumur sent Kim Jong Un a gift on Tuesday.",
     "Gift", {"Sender": {"Batbold Tumur"}, "Recipient": {"Kim Jong Un"}}),
    ("Kim Jong Un received a message from Xi Jinping, general secretary of the C.C., the Communist Party of China.",
     "Message", {"Recipient": {"Kim Jong Un"}, "Sender": {"Xi Jinping"}}),
    ("North Korea has appointed Kim Hyong Jun as its vice foreign minister.",
     "Appointment", {"Appointer": {"North Korea"}, "Appointee": {"Kim Hyong Jun"}}),
    ("The Ryongsong Machine Complex produced 500 tons of steel in April.",
     "EconomicEvent", {"Actor": {"Ryongsong Machine Complex"}}),
    ("Pak Pong Ju was elected premier at the session.", "Appointment", {"Appointee": {"Pak Pong Ju"}}),
    ("Kim Jong Un, accompanied by Ri Sol Ju, inspected a factory on Tuesday.",
     "Guidance", {"Leader": {"Kim Jong Un"}, "Accompanied": {"Ri Sol Ju"}}),
    ("Batbold Tumur was received by Kim Yong Nam on Tuesday.",
     "Meeting", {"Host": {"Kim Yong Nam"}, "Guest": {"Batbold Tumur"}}),
    ("At the invitation of Kim Yong Nam, Batbold Tumur visited Pyongyang in April.",
     "Visit", {"Visitor": {"Batbold Tumur"}}),
    ("After meeting Bounma Keo, Batbold Tumur left for home on Tuesday.", "Visit", {"Visitor": {"Batbold Tumur"}}),
    ("Deputy Foreign Minister of Mongolia Batbold Tumur met Ambassador of Laos Bounma Keo at the latter's request.",
     "Meeting", {"Participant": {"Batbold Tumur", "Bounma Keo"}}),
    ("Secretary of State Hillary Clinton met Chinese State Councilor Dai Bingguo.",
     "Meeting", {"Participant": {"Hillary Clinton", "Dai Bingguo"}}),
    ("King Norodom Sihamoni of Cambodia and Queen Mother Norodom Monineath sent a wreath to Kim Jong Un.",
     "Gift", {"Sender": {"Norodom Sihamoni", "Norodom Monineath"}, "Recipient": {"Kim Jong Un"}}),
    ("Hamad bin Khalifa al-Thani, emir of Qatar, sent a message to Kim Yong Nam on Tuesday.",
     "Message", {"Sender": {"Hamad bin Khalifa al-Thani"}, "Recipient": {"Kim Yong Nam"}}),
    ("An agreement on health between the governments of Mongolia and Laos was signed here on Wednesday.",
     "Signing", {"Party": {"Mongolia", "Laos"}}),
    ("Ambassador Extraordinary and Plenipotentiary of Mongolia Batbold Tumur paid a farewell call on Kim Yong Nam.",
     "Meeting", {"Guest": {"Batbold Tumur"}, "Host": {"Kim Yong Nam"}}),
    ("The party and government delegation of China headed by Li Keqiang, vice-premier, flew into Pyongyang on Tuesday.",
     "Visit", {"Visitor": {"party and government delegation of China", "Li Keqiang"}}),
    ("Batbold Tumur died of a heart attack on Tuesday.", "OtherEvent", {"Participant": {"Batbold Tumur"}}),
    ("Congratulations were sent to Kim Jong Un by Hu Jintao.",
     "Message", {"Sender": {"Hu Jintao"}, "Recipient": {"Kim Jong Un"}}),
    ("North Korea fired two short-range ballistic missiles into the East Sea on Tuesday, the army said.",
     "WeaponsTest", {"Actor": {"North Korea"}}),
    ("South Korea and the United States began a joint military exercise on Monday.",
     "MilitaryAction", {"Actor": {"South Korea", "United States"}}),
    ("Kim Jong Un and his wife Ri Sol Ju watched a performance at the Mansudae Art Theatre on Tuesday.",
     "Ceremony", {"Attendee": {"Kim Jong Un", "Ri Sol Ju"}}),
    ("The treaty was ratified by the State Duma on Tuesday.", "Ratification", {"Party": {"State Duma"}}),
    ("An Order of Friendship was awarded to Batbold Tumur on Tuesday.", "Award", {"Recipient": {"Batbold Tumur"}}),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "event_class", "roles"), WHO_DOES_WHAT, ids=[case[0] for case in WHO_DOES_WHAT])
def test_who_does_what(tell: TellStory, sentence: str, event_class: str, roles: dict[str, set[str]]) -> None:
    told = tell(sentence)
    found = told.roles(told.report(event_class))
    assert {role: found.get(role) for role in roles} == roles, told.summary()
    assert told.names(told.report(event_class)) == set().union(*roles.values()) or "invitation" in sentence


def test_meetings_told_in_one_breath_are_each_their_own(tell: TellStory) -> None:
    told = tell(
        "Kim Jong Un met Xi Jinping in Beijing on May 2, 2010, in Dalian on May 7, 2010 and in Hanoi in June 2011."
    )
    found = [(report.date and report.date.edtf, report.place) for report in told.reports("Meeting")]
    assert found == [("2010-05-02", "Beijing"), ("2010-05-07", "Dalian"), ("2011-06", "Hanoi")]


def test_an_office_given_is_only_the_office(tell: TellStory) -> None:
    told = tell("Pak Pong Ju was elected premier at the session.")
    assert told.offices("Pak Pong Ju") == ["premier"]
    assert told.people() == {"Pak Pong Ju"}
    assert [agent.name for agent in told.extraction.agents if not agent.is_named] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Hong Song Il was appointed DPRK ambassador to Mongolia.",
        "Hong Song Il was removed from the post of foreign minister.",
        "Kim Yong Nam congratulated Hong Song Il on his election as premier of the Cabinet.",
    ],
)
def test_an_office_given_is_nobody_else(tell: TellStory, sentence: str) -> None:
    told = tell(sentence)
    assert told.roles(told.report("Appointment"))["Appointee"] == {"Hong Song Il"}
    assert [agent.name for agent in told.extraction.agents if not agent.is_named] == []


def test_those_present_at_a_signing_are_they_who_sign(tell: TellStory) -> None:
    told = tell(
        "Attending the signing ceremony were Kang Ha Guk, vice-minister of Public Health, and Bounma Keo, Lao "
        "ambassador to the DPRK. They signed the agreement."
    )
    assert told.roles(told.report("Signing")) == {"Signatory": {"Kang Ha Guk", "Bounma Keo"}}


@pytest.mark.parametrize(
    ("sentence", "classes"),
    [
        ("Kim Yong Nam sent greetings to the 8th Congress of the Communist Party of Cuba on Monday.", ["Message"]),
        ("The 28th Friendship Art Festival opened with due ceremony on April 11.", ["Conference"]),
        ("Kim Yong Nam sent a message of sympathy to Hu Jintao on Tuesday.", ["Message"]),
        ("A protocol of the 25th meeting of the Joint Commission was signed in Moscow on Tuesday.", ["Signing"]),
    ],
)
def test_what_is_only_named_is_no_event_of_its_own(tell: TellStory, sentence: str, classes: list[str]) -> None:
    assert tell(sentence).classes() == classes


def test_the_day_of_leaving_is_not_that_of_a_conference(tell: TellStory) -> None:
    told = tell("Choe Yong Rim, premier, left Pyongyang on Tuesday to attend a conference in Tehran.")
    conference = told.report("Conference")
    assert (conference.status, conference.date, conference.place) == ("Planned", None, "Tehran")


def test_the_day_of_leaving_is_not_the_day_of_the_visit(tell: TellStory) -> None:
    told = tell("Batbold Tumur, foreign minister of Mongolia, left here on Tuesday to visit Laos.")
    days = {report.date.edtf for report in told.reports("Visit") if report.date}
    assert days == {"2012-05-08"}


def test_each_half_of_a_sentence_has_its_own_date(tell: TellStory) -> None:
    told = tell("Batbold Tumur visited Laos on April 13 and met Kim Yong Nam last year.")
    visit, meeting = told.report("Visit").date, told.report("Meeting").date
    assert (visit and visit.edtf, meeting and meeting.edtf) == ("2012-04-13", "2011")


def test_participants_stand_in_the_order_of_the_text(tell: TellStory) -> None:
    told = tell("Mongolia and Laos held talks with North Korea and China in Geneva on Tuesday.")
    names = [told.name(part.agent) for part in told.report("Meeting").participations]
    assert names == ["Mongolia", "Laos", "North Korea", "China"]


# ---- planned and denied


@pytest.mark.parametrize(
    ("sentence", "event_class"),
    [
        ("Batbold Tumur will visit Pyongyang in June.", "Visit"),
        ("Batbold Tumur is to visit Pyongyang in June.", "Visit"),
        ("Batbold Tumur plans to visit Pyongyang in June.", "Visit"),
        ("Batbold Tumur is scheduled to visit Pyongyang in June.", "Visit"),
        ("Batbold Tumur is expected to arrive in Pyongyang in June.", "Visit"),
        ("Kim Yong Nam will meet Batbold Tumur on June 3.", "Meeting"),
        ("The two countries agreed to hold a summit in June.", "Meeting"),
        ("Kim Yong Nam invited Batbold Tumur to visit Pyongyang.", "Visit"),
        ("A reception will be given at the Taedonggang Club on Friday.", "Ceremony"),
        ("The 11th congress of the Mongolian Friendship Union will take place in Ulan Bator on June 3.", "Conference"),
        ("The two countries will sign an agreement on trade in June.", "Signing"),
    ],
)
def test_planned(tell: TellStory, sentence: str, event_class: str) -> None:
    told = tell(sentence)
    assert [report.status for report in told.reports(event_class)] == ["Planned"], told.summary()


@pytest.mark.parametrize(
    ("sentence", "event_class"),
    [
        ("Batbold Tumur did not visit Pyongyang last year.", "Visit"),
        ("Kim Yong Nam did not meet Batbold Tumur on Tuesday.", "Meeting"),
        ("Mongolia has never signed the treaty.", "Signing"),
        ("Batbold Tumur did not attend the ceremony on Tuesday.", "Ceremony"),
    ],
)
def test_denied(tell: TellStory, sentence: str, event_class: str) -> None:
    told = tell(sentence)
    assert [report.status for report in told.reports(event_class)] == ["Denied"], told.summary()


def test_a_planned_date_lies_ahead(tell: TellStory) -> None:
    told = tell("Batbold Tumur will visit Pyongyang on March 21.")
    date = told.report("Visit").date
    assert date is not None
    assert date.edtf == "2013-03-21"


# ---- one event, once


def test_an_event_told_twice_is_one_report(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam met Batbold Tumur, foreign minister of Mongolia, on Tuesday. The weather was fine. "
        "Kim met Batbold at the Mansudae Assembly Hall."
    )
    report = told.report("Meeting")
    assert (report.date and report.date.edtf, report.place) == ("2012-05-08", "Mansudae Assembly Hall")


@pytest.mark.parametrize("again", ["The meeting took place in a friendly atmosphere.", "The talk was long."])
def test_a_bare_noun_names_the_event_told_before(tell: TellStory, again: str) -> None:
    assert len(tell(f"{MET} {again}").reports("Meeting")) == 1


def test_two_days_are_two_events(tell: TellStory) -> None:
    told = tell("Kim Yong Nam met Batbold Tumur on Monday. Kim Yong Nam met Batbold Tumur again on Tuesday.")
    days = [report.date.edtf for report in told.reports("Meeting") if report.date]
    assert days == ["2012-05-07", "2012-05-08"]


def test_they_meet_once_more(tell: TellStory) -> None:
    told = tell("Kim Yong Nam met Batbold Tumur in 2009. They met again in Seoul in 2011.")
    again = told.reports("Meeting")[-1]
    assert again.date is not None
    assert (again.date.edtf, again.place, told.names(again)) == ("2011", "Seoul", {"Kim Yong Nam", "Batbold Tumur"})


def test_two_parties_are_two_events(tell: TellStory) -> None:
    told = tell("Kim Yong Nam met Batbold Tumur on Tuesday. Kim Yong Nam met Bounma Keo on Tuesday.")
    assert len(told.reports("Meeting")) == 2


def test_arrival_and_departure_are_one_visit(tell: TellStory) -> None:
    told = tell(
        "A delegation of the Mongolian Friendship Union arrived here on Monday. The delegation visited a factory. "
        "The delegation left here for home."
    )
    assert len(told.reports("Visit")) == 1, told.summary()


def test_a_message_and_its_reply_are_two(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam sent a message of greeting to Batbold Tumur, president of Mongolia, on Monday. "
        "Batbold Tumur sent a reply message to Kim Yong Nam on Tuesday."
    )
    assert [told.roles(report)["Sender"] for report in told.reports("Message")] == [{"Kim Yong Nam"}, {"Batbold Tumur"}]


def test_a_basket_with_a_letter_is_a_gift_and_a_message(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam sent a floral basket and a congratulatory message to Batbold Tumur, president of Laos, in May."
    )
    assert sorted(told.classes()) == ["Gift", "Message"]


def test_an_anniversary_is_an_occasion_and_no_event(tell: TellStory) -> None:
    told = tell(
        "Batbold Tumur, Mongolian ambassador to the DPRK, gave a reception at the Taedonggang Club on Tuesday on the "
        "occasion of the 64th anniversary of the establishment of diplomatic relations between Mongolia and the DPRK."
    )
    report = told.report("Ceremony")
    assert told.classes() == ["Ceremony"]
    assert report.occasion is not None
    assert report.occasion.startswith("64th anniversary of the establishment of diplomatic relations")


# ---- date and place


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Kim Yong Nam met Batbold Tumur.", None),
        ("On Tuesday Kim Yong Nam met Batbold Tumur.", "2012-05-08"),
        ("Kim Yong Nam met Batbold Tumur in Damascus, Syria on Tuesday.", "2012-05-08"),
        ("Kim Yong Nam met Batbold Tumur in Damascus, Syria, on Tuesday.", "2012-05-08"),
        ("Kim Yong Nam on Tuesday met Batbold Tumur.", "2012-05-08"),
        ("Kim Yong Nam met Batbold Tumur in April 2008.", "2008-04"),
        ("Kim Yong Nam met Batbold Tumur, who had visited Seoul in April.", None),
        ("Since 1996 they were friends; Kim Yong Nam met Batbold Tumur.", None),
        ("Kim Yong Nam met Batbold Tumur, known since June 2010.", None),
    ],
)
def test_the_date_of_an_event(tell: TellStory, sentence: str, date: str | None) -> None:
    found = tell(sentence).reports("Meeting")[0].date
    assert (found.edtf if found else None) == date


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Batbold Tumur arrived here on Tuesday.", "Pyongyang"),
        ("Batbold Tumur arrived in Beijing on Tuesday.", "Beijing"),
        ("A reception was given at the Taedonggang Club here on Tuesday.", "Taedonggang Club, Pyongyang"),
        ("A reception was given on Tuesday.", None),
        ("A reception was given in Damascus, Syria, on Tuesday.", "Damascus, Syria"),
        ("In Ulan Bator on Tuesday, Batbold Tumur met Kim Yong Nam.", "Ulan Bator"),
        ("Kim Yong Nam met Batbold Tumur in Ulan Bator.", "Ulan Bator"),
        ("Kim Yong Nam sent a message to Batbold Tumur, president of Mongolia, in Ulan Bator.", None),
    ],
)
def test_the_place_of_an_event(tell: TellStory, sentence: str, place: str | None) -> None:
    assert tell(sentence).extraction.reports[0].place == place


def test_here_is_the_datelines_city(tell: TellStory) -> None:
    told = tell(
        "Moscow, May 9 (KCNA) -- Batbold Tumur, foreign minister of Mongolia, arrived here on Tuesday.",
        source="kcna.kp",
        title=None,
    )
    assert told.report("Visit").place == "Moscow"
    assert told.extraction.dateline_place == "Moscow"


# ---- the page around the story

PAGE = """May 10, 2012May 10, 2012
KCNA Naenara (En)

Ambassador Gives Reception

Date: 09/05/2012 | Source: Naenara (En) | Read original version at source

Batbold Tumur, Mongolian ambassador to the DPRK, gave a reception on May 8.

KCNA

More From Naenara (En)

Kim Yong Nam Meets Delegation of Lao Union

Kim Yong Nam met Bounma Keo, president of Laos, on Monday.
"""


def test_headlines_of_other_articles_are_no_events(tell: TellStory) -> None:
    told = tell(PAGE, published=None, source=None, title=None)
    assert told.classes() == ["Ceremony"]
    assert told.people() == {"Batbold Tumur"}


def test_a_story_in_another_language_tells_nothing(tell: TellStory) -> None:
    told = tell("김영남 위원장은 화요일 만수대의사당에서 몽골 외무상을 만났다.")
    assert told.extraction.reports == ()
    assert told.extraction.agents == ()

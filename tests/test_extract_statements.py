"""Who said what, in which medium, to whom, and through whom the article knows it."""

import pytest
from conftest import TellStory

BATBOLD = "Batbold Tumur, foreign minister of Mongolia,"


@pytest.mark.parametrize(
    "verb", ["said", "noted", "stressed", "added", "declared", "emphasized", "pointed out", "recalled", "reaffirmed"]
)
def test_verbs_of_saying(tell: TellStory, verb: str) -> None:
    told = tell(f"{BATBOLD} {verb} that the two countries were friends.")
    statement = told.statement("Batbold Tumur")
    assert "Batbold Tumur" in told.quote(statement.evidence)
    assert told.quote(statement.evidence).endswith(verb.split()[0]) or verb in told.quote(statement.evidence)
    assert statement.speaker_as_printed in told.extraction.article.text


@pytest.mark.parametrize(
    "sentence",
    [
        "Batbold Tumur did not say that the two countries were friends.",
        "Batbold Tumur would say that the two countries were friends.",
        "Batbold Tumur refused to say anything.",
        "It is said that Batbold Tumur came.",
        "Kim Yong Nam had a talk with Batbold Tumur on Tuesday.",
    ],
)
def test_nothing_said(tell: TellStory, sentence: str) -> None:
    assert tell(sentence).extraction.statements == ()


def test_a_quotation_before_its_speaker(tell: TellStory) -> None:
    told = tell('"The two countries are friends," said Batbold Tumur, foreign minister of Mongolia.')
    assert len(told.statements("Batbold Tumur")) == 1


def test_a_speaker_between_two_halves_of_a_quotation(tell: TellStory) -> None:
    told = tell('"The two countries are friends," Batbold Tumur said, "and they will be."')
    assert len(told.statements("Batbold Tumur")) == 1


def test_who_goes_on_is_not_counted_again(tell: TellStory) -> None:
    told = tell(f"{BATBOLD} said that it was warm. He added that it was late. He stressed that he would go home.")
    assert len(told.statements("Batbold Tumur")) == 1


def test_two_speakers_are_two_statements(tell: TellStory) -> None:
    told = tell(f"{BATBOLD} said that it was warm. Kim Yong Nam said that it was late.")
    assert [told.name(found.speaker) for found in told.extraction.statements] == ["Batbold Tumur", "Kim Yong Nam"]


# ---- medium and occasion


def test_a_speech_at_a_ceremony(tell: TellStory) -> None:
    told = tell(
        f"A reception was given at the Taedonggang Club on Tuesday. {BATBOLD} made a speech there. "
        "He said that the two countries were friends."
    )
    statement = told.statement("Batbold Tumur")
    assert statement.medium == "Speech"
    assert statement.during is not None
    report = told.extraction.reports[statement.during]
    assert (report.event_class, told.roles(report)["Speaker"]) == ("Ceremony", {"Batbold Tumur"})
    assert statement.date == report.date


def test_words_in_a_talk(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam had a talk with Batbold Tumur, foreign minister of Mongolia, on Tuesday. "
        "Batbold Tumur said that the two countries were friends."
    )
    statement = told.statement("Batbold Tumur")
    assert statement.medium == "Talk"
    assert statement.during == told.extraction.reports.index(told.report("Meeting"))
    assert statement.addressee is not None
    assert told.name(statement.addressee) == "Kim Yong Nam"


@pytest.mark.parametrize("subject", ["The message", "The letter", "In the message he", "The president in his message"])
def test_words_in_a_message(tell: TellStory, subject: str) -> None:
    noun = "letter" if "letter" in subject else "message"
    told = tell(
        f"Batbold Tumur, president of Mongolia, sent a {noun} to Kim Yong Nam on Tuesday. {subject} said all was well."
    )
    statement = told.statement("Batbold Tumur")
    assert statement.medium == "MessageMedium"
    assert statement.addressee is not None
    assert told.name(statement.addressee) == "Kim Yong Nam"


@pytest.mark.parametrize(
    ("sentence", "speaker", "medium"),
    [
        ("The Foreign Ministry of Mongolia said in a statement on May 3 that all was well.",
         "Foreign Ministry of Mongolia", "PressStatement"),
        ("A spokesman for the Foreign Ministry of the DPRK said that all was well.",
         "spokesman for the Foreign Ministry of the DPRK", "PressStatement"),
        ("Batbold Tumur said in an interview with TASS that all was well.", "Batbold Tumur", "Interview"),
        ("Batbold Tumur said in his speech that all was well.", "Batbold Tumur", "Speech"),
        ("Rodong Sinmun in a signed commentary on Tuesday said that all was well.", "Rodong Sinmun", "Commentary"),
        ("Rodong Sinmun reported that all was well.", "Rodong Sinmun", "ReportMedium"),
    ],
)  # fmt: skip
def test_media(tell: TellStory, sentence: str, speaker: str, medium: str) -> None:
    assert tell(sentence).statement(speaker).medium == medium


def test_a_statement_issued_is_an_event_and_a_statement(tell: TellStory) -> None:
    told = tell("The Foreign Ministry of Mongolia said in a statement on May 3 that all was well.")
    report = told.report("StatementIssued")
    assert told.roles(report) == {"Speaker": {"Foreign Ministry of Mongolia"}}
    assert report.date is not None
    assert report.date.edtf == "2012-05-03"
    statement = told.statement("Foreign Ministry of Mongolia")
    assert statement.during == told.extraction.reports.index(report)


# ---- through whom


def test_the_first_hop_is_the_outlet_and_the_last_the_speaker(tell: TellStory) -> None:
    statement = tell(f"{BATBOLD} said that the two countries were friends.").statement("Batbold Tumur")
    assert [hop.hop for hop in statement.attributions] == [0, 1]
    assert statement.attributions[0].agent is None
    assert statement.attributions[-1].agent == statement.speaker


def test_an_agency_between_outlet_and_speaker(tell: TellStory) -> None:
    told = tell("The KCNA said Vladimir Putin said that the two countries were friends.", source="en.yna.co.kr")
    statement = told.statement("Vladimir Putin")
    chain = [told.name(hop.agent) if hop.agent is not None else None for hop in statement.attributions]
    assert told.extraction.article.outlet == "yonhap"
    assert chain == [None, "KCNA", "Vladimir Putin"]
    assert [hop.hop for hop in statement.attributions] == [0, 1, 2]


def test_a_chain_told_behind_the_words(tell: TellStory) -> None:
    told = tell(
        "Vladimir Putin, president of Russia, said that the two countries were friends, the Korean Central News Agency "
        "(KCNA) reported.",
        source="en.yna.co.kr",
    )
    statement = told.statement("Vladimir Putin")
    assert len(statement.attributions) == 3
    agency = statement.attributions[1]
    assert agency.agent is not None
    assert told.name(agency.agent) in ("Korean Central News Agency", "KCNA")
    assert agency.evidence is not None
    assert "reported" in told.quote(agency.evidence)


@pytest.mark.parametrize(
    "sentence",
    [
        "According to TASS, Batbold Tumur said all was well.",
        "Batbold Tumur said all was well, according to TASS.",
        "Batbold Tumur said all was well, TASS reported.",
        "TASS quoted Batbold Tumur as saying that all was well.",
        "TASS reported that Batbold Tumur said all was well.",
        "All was well, Batbold Tumur said, TASS reported.",
    ],
)
def test_a_speaker_known_through_an_agency(tell: TellStory, sentence: str) -> None:
    statement = tell(sentence, source="en.yna.co.kr").statement("Batbold Tumur")
    told = tell(sentence, source="en.yna.co.kr")
    chain = [told.name(hop.agent) for hop in statement.attributions if hop.agent is not None]
    assert chain == ["TASS", "Batbold Tumur"]


def test_an_agency_is_named_without_what_is_said_of_it(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam inspected a factory, the North's official Korean Central News Agency (KCNA) said Tuesday.",
        source="en.yna.co.kr",
    )
    assert told.statement("Korean Central News Agency").medium == "ReportMedium"
    assert told.agent("Korean Central News Agency").spellings == ("KCNA",)


def test_state_media_report(tell: TellStory) -> None:
    told = tell("The North's state media said Tuesday that all was well.", source="en.yna.co.kr")
    assert [found.medium for found in told.extraction.statements] == ["ReportMedium"]


@pytest.mark.parametrize("phrase", ["according to Rodong Sinmun", "Rodong Sinmun reported", "Rodong Sinmun said"])
def test_the_paper_that_an_article_relays_is_cited(tell: TellStory, phrase: str) -> None:
    told = tell(f"Batbold Tumur said all was well, {phrase}.", source="en.yna.co.kr")
    assert "Rodong Sinmun" in {told.name(agent) for agent in told.extraction.cites}


def test_every_chain_is_counted_without_gaps(tell: TellStory) -> None:
    told = tell(
        "KCNA said on Tuesday that Vladimir Putin noted that all was well. Rodong Sinmun reported that Batbold Tumur "
        "said it was late. TASS quoted Bounma Keo as saying that he would come.",
        source="en.yna.co.kr",
    )
    for statement in told.extraction.statements:
        assert [hop.hop for hop in statement.attributions] == list(range(len(statement.attributions)))
        assert statement.attributions[-1].agent == statement.speaker


def test_several_people_make_speeches(tell: TellStory) -> None:
    told = tell("A reception was given on Tuesday. Batbold Tumur, ambassador, and Pak Kil Yon made speeches there.")
    assert [found.medium for found in told.extraction.statements] == ["Speech", "Speech"]
    assert told.roles(told.report("Ceremony")) == {"Speaker": {"Batbold Tumur", "Pak Kil Yon"}}


def test_speeches_were_made_by(tell: TellStory) -> None:
    told = tell("A reception was given on Tuesday. Speeches were made there by Batbold Tumur and Pak Kil Yon.")
    assert told.roles(told.report("Ceremony")) == {"Speaker": {"Batbold Tumur", "Pak Kil Yon"}}


# ---- statements of their own


@pytest.mark.parametrize(
    "title",
    ["KCNA Commentary on Steppe Mining", "KCNA Blasts Steppe Mining", "Steppe Mining Must Stop: KCNA Commentary"],
)
def test_the_headline_tells_that_a_story_is_a_commentary(tell: TellStory, title: str) -> None:
    told = tell("Miners dig up the steppe day and night. This must stop.", title=title)
    assert told.statement("KCNA").medium == "Commentary"
    assert told.roles(told.report("StatementIssued")) == {"Speaker": {"KCNA"}}


@pytest.mark.parametrize("title", ["KCNA Delegation Leaves for Mongolia", "KCNA Detailed Report on Steppe", "A Title"])
def test_other_headlines_tell_of_no_commentary(tell: TellStory, title: str) -> None:
    assert tell("Miners dig up the steppe day and night.", title=title).extraction.statements == ()


def test_a_joint_statement_is_one_event_and_two_statements(tell: TellStory) -> None:
    told = tell("The Herders' Union and the Miners' Union in a joint statement on May 3 denounced the plan.")
    assert told.roles(told.report("StatementIssued")) == {"Speaker": {"Herders' Union", "Miners' Union"}}
    assert len(told.extraction.statements) == 2


def test_statements_of_their_own_are_two_events(tell: TellStory) -> None:
    told = tell("The Herders' Union and the Miners' Union in their statements denounced the plan.")
    assert [told.names(report) for report in told.reports("StatementIssued")] == [{"Herders' Union"}, {"Miners' Union"}]


def test_papers_that_carry_articles_are_an_event_each(tell: TellStory) -> None:
    told = tell(
        "The Mongolian paper Steppe Herald and the Lao paper Mekong Post on May 3 carried articles on the DPRK."
    )
    assert [told.names(report) for report in told.reports("StatementIssued")] == [{"Steppe Herald"}, {"Mekong Post"}]


@pytest.mark.parametrize("phrase", ["opposed the plan in a commentary on May 3", "in a statement on May 3 mourned him"])
def test_what_is_done_in_a_statement_is_said(tell: TellStory, phrase: str) -> None:
    told = tell(f"The Herders' Union {phrase}.")
    assert len(told.statements("Herders' Union")) == 1
    assert told.roles(told.report("StatementIssued")) == {"Speaker": {"Herders' Union"}}


def test_another_article_is_another_statement(tell: TellStory) -> None:
    told = tell(
        "Rodong Sinmun today carries editorial matter. An article says all is well. Another article notes more."
    )
    assert len(told.statements("Rodong Sinmun")) >= 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The Herders' Union will declare its plan.",
        "The Herders' Union concluded an agreement with the miners.",
        "The meeting was held as proposed by the Herders' Union.",
        "The Herders' Union carried its plan through.",
    ],
)
def test_what_only_looks_like_saying(tell: TellStory, sentence: str) -> None:
    assert tell(sentence).extraction.statements == ()


def test_who_stands_in_apposition_is_not_the_speaker(tell: TellStory) -> None:
    told = tell("Batbold Tumur, 51, official of the Herders' Union in Erdenet, Mongolia, said that all was well.")
    assert [told.name(found.speaker) for found in told.extraction.statements] == ["Batbold Tumur"]


def test_what_a_paper_prints_together_is_one_event(tell: TellStory) -> None:
    told = tell("The Mongolian paper Steppe Herald on May 3 carried a photo and devoted one whole page to an article.")
    assert len(told.reports("StatementIssued")) == 1


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A biologist warned that the herds were dying.", "biologist"),
        ("The curator of the museum said that the boats were old.", "curator"),
        ("Speakers at the rally stressed that the steppe was green.", "Speakers"),
        ("Mongolian analysts assessed that the harvest would be rich.", "Mongolian analysts"),
        ("Members of the festival organizing committee said that it was a success.", "festival organizing committee"),
    ],
)
def test_people_told_only_by_what_they_are(tell: TellStory, sentence: str, speaker: str) -> None:
    assert speaker in tell(sentence).extraction.statements[0].speaker_as_printed


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        ("Batbold Tumur, minister of Trade, made an opening address.", 0),
        ("Batbold Tumur, minister of Trade, made an opening address. He said that trade was growing.", 1),
        ("Batbold Tumur, minister of Trade, made an address, stressing that trade was growing.", 1),
        ("Batbold Tumur, minister of Trade, made a report on trade.", 1),
    ],
)
def test_an_address_of_which_nothing_is_told_is_none(tell: TellStory, sentence: str, speakers: int) -> None:
    told = tell(f"A ceremony took place in Ulaanbaatar on May 3. {sentence}")
    assert len(told.extraction.statements) == speakers


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("It rose, according to data from the Mongolian Steppe Institute.", "Mongolian Steppe Institute"),
        ("It rose, according to a survey by the Mongolian Steppe Institute.", "Mongolian Steppe Institute"),
        ("Steppe Holdings Ltd., Ulaanbaatar, Mongolia on May 3 reported that it rose.", "Steppe Holdings Ltd."),
        ("The Steppe Trading Co., Ltd. of Mongolia said that it rose.", "Steppe Trading Co., Ltd. of Mongolia"),
    ],
)
def test_bodies_that_data_and_seats_stand_beside(tell: TellStory, sentence: str, speaker: str) -> None:
    assert [found.speaker_as_printed for found in tell(sentence).extraction.statements] == [speaker]

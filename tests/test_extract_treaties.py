"""Treaties by name, with their parties, and the events that concern them."""

import pytest
from conftest import TellStory, Told


def treaty_names(told: Told) -> list[str]:
    """The names of the treaties found."""
    return [treaty.name for treaty in told.extraction.treaties]


@pytest.mark.parametrize(
    "name",
    [
        "Treaty on Comprehensive Strategic Partnership",
        "Treaty of Friendship, Cooperation and Mutual Assistance",
        "Agreement on Trade and Payment",
        "Agreed Framework",
        "Treaty on the Non-Proliferation of Nuclear Weapons",
        "Vienna Convention",
        "Pyongyang Declaration",
        "Protocol on Cooperation in Public Health",
        "Kyoto Protocol",
    ],
)
def test_a_named_treaty(tell: TellStory, name: str) -> None:
    told = tell(f"Batbold Tumur, foreign minister of Mongolia, praised the {name} on Tuesday.")
    assert treaty_names(told) == [name]
    (treaty,) = told.extraction.treaties
    assert told.quote(treaty.span) == name


@pytest.mark.parametrize(
    "words", ["an agreement on that", "the plan", "the treaty", "the terms of the deal", "a declaration of love"]
)
def test_what_has_no_name_is_no_named_treaty(tell: TellStory, words: str) -> None:
    assert treaty_names(tell(f"Batbold Tumur, foreign minister of Mongolia, praised {words} on Tuesday.")) == []


def test_parties_between(tell: TellStory) -> None:
    told = tell("The Treaty of Friendship between Mongolia and North Korea was praised on Tuesday.")
    (treaty,) = told.extraction.treaties
    assert {told.name(party) for party in treaty.parties} == {"Mongolia", "North Korea"}


def test_a_signing_concerns_its_treaty(tell: TellStory) -> None:
    told = tell("Mongolia and North Korea signed the Treaty of Friendship and Cooperation in Ulan Bator on May 3.")
    report = told.report("Signing")
    assert report.treaty is not None
    assert told.extraction.treaties[report.treaty].name == "Treaty of Friendship and Cooperation"
    assert told.roles(report) == {"Party": {"Mongolia", "North Korea"}}
    assert (report.date and report.date.edtf, report.place) == ("2012-05-03", "Ulan Bator")


def test_those_who_sign_are_its_signatories(tell: TellStory) -> None:
    told = tell(
        "Kim Yong Nam and Batbold Tumur, president of Mongolia, signed the Agreement on Trade and Payment on May 3."
    )
    assert told.roles(told.report("Signing")) == {"Signatory": {"Kim Yong Nam", "Batbold Tumur"}}


def test_an_agreement_was_signed_between(tell: TellStory) -> None:
    told = tell("An agreement on trade was signed between Mongolia and North Korea in Ulan Bator on May 3.")
    assert told.roles(told.report("Signing")) == {"Party": {"Mongolia", "North Korea"}}


def test_ratification(tell: TellStory) -> None:
    told = tell("The State Duma ratified the Treaty on Comprehensive Strategic Partnership on October 24 last year.")
    report = told.report("Ratification")
    assert report.treaty is not None
    assert report.date is not None
    assert report.date.edtf == "2011-10-24"


def test_entry_into_force(tell: TellStory) -> None:
    told = tell("The Treaty on Comprehensive Strategic Partnership entered into force on December 4 last year.")
    report = told.report("Ratification")
    assert (report.date and report.date.edtf, report.treaty is not None) == ("2011-12-04", True)


def test_a_treaty_named_twice_is_one(tell: TellStory) -> None:
    told = tell(
        "Batbold Tumur praised the Treaty on Comprehensive Strategic Partnership. "
        "The Treaty on Comprehensive Strategic Partnership was signed in 2010."
    )
    assert len(treaty_names(told)) == 1


def test_signing_and_ratification_are_two_events_of_one_treaty(tell: TellStory) -> None:
    told = tell(
        "Mongolia and North Korea signed the Treaty of Friendship on May 3, 2010. "
        "Mongolia ratified the Treaty of Friendship on June 4, 2010."
    )
    assert told.classes() == ["Signing", "Ratification"]
    assert {report.treaty for report in told.extraction.reports} == {0}


def test_relations_are_no_treaty(tell: TellStory) -> None:
    told = tell("Mongolia and North Korea established diplomatic relations on October 15, 1948.")
    report = told.report("DiplomaticRelations")
    assert told.names(report) == {"Mongolia", "North Korea"}
    assert treaty_names(told) == []

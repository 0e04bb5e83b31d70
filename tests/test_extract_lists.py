"""Lists of those present, and other participants whom a sentence of their own names."""

import pytest
from conftest import TellStory

RECEPTION = "A reception was given at the Taedonggang Club on Tuesday."
TALKS = "Kim Yong Nam had a talk with Batbold Tumur, president of Mongolia, on Tuesday."


@pytest.mark.parametrize(
    "listing",
    [
        "Present there were {people}.",
        "Also present were {people}.",
        "Among those present were {people}.",
        "Attending it were {people}.",
        "On hand were {people}.",
        "Present at the reception were {people}.",
        "{people} were present.",
        "{people} were on hand.",
        "{people} attended the reception.",
        "It was attended by {people}.",
        "Invited to it were {people}.",
    ],
)
def test_those_present(tell: TellStory, listing: str) -> None:
    people = "Kang Sok Ju, vice-premier, Pak Kyong Son, vice department director, and officials concerned"
    told = tell(f"{RECEPTION} {listing.format(people=people)}")
    report = told.report("Ceremony")
    assert told.roles(report).get("Attendee") == {"Kang Sok Ju", "Pak Kyong Son"}, told.summary()


def test_a_list_keeps_its_order(tell: TellStory) -> None:
    names = ["Ro Tu Chol", "Kang Sok Ju", "An Tong Chun", "Pak Kyong Son"]
    told = tell(f"{RECEPTION} Present there were {', '.join(names[:3])} and {names[3]}.")
    parts = told.report("Ceremony").participations
    assert [told.name(part.agent) for part in parts] == names
    assert [part.position for part in parts] == [1, 2, 3, 4]


def test_guests_and_hosts_have_their_roles(tell: TellStory) -> None:
    told = tell(
        "Batbold Tumur, Mongolian ambassador to the DPRK, hosted a reception at the Taedonggang Club on Tuesday. "
        "Present there were Kang Sok Ju and Pak Kyong Son."
    )
    assert told.roles(told.report("Ceremony")) == {
        "Host": {"Batbold Tumur"},
        "Attendee": {"Kang Sok Ju", "Pak Kyong Son"},
    }


def test_those_present_at_a_talk_take_part_in_it(tell: TellStory) -> None:
    told = tell(f"{TALKS} Present there were Kang Sok Ju and Bayar Sanj, Mongolian ambassador to the DPRK.")
    assert told.names(told.report("Meeting")) == {"Kim Yong Nam", "Batbold Tumur", "Kang Sok Ju", "Bayar Sanj"}


def test_offices_of_those_present(tell: TellStory) -> None:
    told = tell(
        f"{RECEPTION} Present there were Kang Sok Ju, premier, An Tong Chun, minister of Culture, and Hyon Song Wol,"
        " head of a troupe."
    )
    people = ("Kang Sok Ju", "An Tong Chun", "Hyon Song Wol")
    assert [told.offices(name) for name in people] == [["premier"], ["minister of Culture"], ["head of a troupe"]]
    held = {told.name(part.agent): part.capacity for part in told.report("Ceremony").participations}
    assert held["An Tong Chun"] == "minister of Culture"


def test_a_list_over_several_sentences(tell: TellStory) -> None:
    told = tell(
        f"{RECEPTION} Present there were Kang Sok Ju and Ro Tu Chol. Also present was Batbold Tumur, ambassador."
    )
    assert told.roles(told.report("Ceremony"))["Attendee"] == {"Kang Sok Ju", "Ro Tu Chol", "Batbold Tumur"}


def test_a_list_goes_to_the_event_before_it(tell: TellStory) -> None:
    told = tell(f"{TALKS} Present there was Kang Sok Ju. {RECEPTION} Present there was Ro Tu Chol.")
    assert "Kang Sok Ju" in told.names(told.report("Meeting"))
    assert told.roles(told.report("Ceremony")) == {"Attendee": {"Ro Tu Chol"}}


def test_a_delegation_in_a_list(tell: TellStory) -> None:
    told = tell(f"{RECEPTION} Present there were a Lao delegation led by Bounma Keo and Kang Sok Ju.")
    assert told.roles(told.report("Ceremony"))["Attendee"] == {"Lao delegation", "Bounma Keo", "Kang Sok Ju"}


def test_those_who_accompany_a_leader(tell: TellStory) -> None:
    told = tell(
        "Kim Jong Un gave field guidance to the Ryongsong Machine Complex on Tuesday. "
        "Accompanying him were Pak Pong Ju and Kim Kyong Hui."
    )
    report = told.report("Guidance")
    assert told.roles(report) == {"Leader": {"Kim Jong Un"}, "Accompanied": {"Pak Pong Ju", "Kim Kyong Hui"}}


def test_he_was_accompanied_by(tell: TellStory) -> None:
    told = tell(
        "Kim Jong Un gave field guidance to the Ryongsong Machine Complex on Tuesday. "
        "He was accompanied by Pak Pong Ju and Kim Kyong Hui."
    )
    assert told.roles(told.report("Guidance"))["Accompanied"] == {"Pak Pong Ju", "Kim Kyong Hui"}


def test_people_who_are_only_spoken_of_are_not_present(tell: TellStory) -> None:
    told = tell(f"{RECEPTION} Present there was Kang Sok Ju. The speaker recalled the days of Ho Chi Minh, president.")
    assert told.roles(told.report("Ceremony")).get("Attendee") == {"Kang Sok Ju"}


def test_a_list_without_an_event_makes_none(tell: TellStory) -> None:
    told = tell("Present there were Kang Sok Ju, vice-premier, and Pak Kyong Son.")
    assert told.classes() == []
    assert told.people() == {"Kang Sok Ju", "Pak Kyong Son"}

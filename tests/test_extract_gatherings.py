"""Ceremonies and conferences told from afar: in lists, in names of groups, in round-ups, by who speaks there."""

import pytest
from conftest import TellStory, Told

LEAD = "Pyongyang, May 9 (KCNA) -- "


def gatherings(told: Told) -> list[tuple[str, str | None, set[str]]]:
    """Class, place and participants of the ceremonies and conferences."""
    return [
        (report.event_class, report.place, {told.name(part.agent) for part in report.participations})
        for report in told.extraction.reports
        if report.event_class in ("Ceremony", "Conference")
    ]


@pytest.mark.parametrize(
    ("text", "event_class"),
    [
        ("There was a seminar on the breeding of carp.", "Conference"),
        ("A memorial service to honor the memory of the poet was held on May 3.", "Ceremony"),
        ("A mass rally welcoming the champions took place on May 3.", "Ceremony"),
        ("Present at the ceremony for moving into new houses were Hong Song Il and Pak Kil Yon.", "Ceremony"),
    ],
)
def test_the_event_is_found_from_afar(tell: TellStory, text: str, event_class: str) -> None:
    assert [found[0] for found in gatherings(tell(LEAD + text))] == [event_class]


@pytest.mark.parametrize("text", ["There is no seminar on carp.", "The union holds seminars on carp."])
def test_what_there_is_in_general_is_no_event(tell: TellStory, text: str) -> None:
    assert gatherings(tell(LEAD + text)) == []


def test_a_group_that_gathers_tells_of_its_event(tell: TellStory) -> None:
    text = "Kim Yong Nam met the participants in the 4th Congress of the Mongolian Friendship Union on May 3."
    ((event_class, _, who),) = gatherings(tell(LEAD + text))
    assert event_class == "Conference"
    assert "Mongolian Friendship Union" in who


def test_who_speaks_at_a_seminar_takes_part(tell: TellStory) -> None:
    text = "Batbold Tumur at a seminar on May 3 said that the herds are growing."
    assert gatherings(tell(LEAD + text)) == [("Conference", None, {"Batbold Tumur"})]


def test_a_round_up_is_one_event_in_each_country_with_its_speakers(tell: TellStory) -> None:
    text = (
        "Seminars took place in Mongolia and Laos between May 3 and 5. "
        "The chairman of the Mongolian Committee for the Study of Carp said that carp are healthy. "
        "The secretary of the Lao Society for the Study of Carp said in a lecture that they grow fast."
    )
    first, second = gatherings(tell(LEAD + text))
    assert first == ("Conference", "Mongolia", {"chairman of the Mongolian Committee for the Study of Carp"})
    assert second == ("Conference", "Laos", {"secretary of the Lao Society for the Study of Carp"})


def test_those_who_hold_an_event_under_a_sponsorship(tell: TellStory) -> None:
    text = "A seminar was held in Ulan Bator on May 3 under the sponsorship of the Mongolian Friendship Union."
    assert gatherings(tell(LEAD + text)) == [("Conference", "Ulan Bator", {"Mongolian Friendship Union"})]

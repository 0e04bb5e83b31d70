"""When and where events are that tell neither themselves: by the end of the sentence, by what was told before."""

import pytest
from conftest import TellStory


@pytest.mark.parametrize(
    ("text", "event_class", "date", "place"),
    [
        # the day or place that ends a sentence
        (
            "A spokesman for the Foreign Ministry of Mongolia issued a statement censuring the exercise on Monday.",
            "StatementIssued",
            "2012-05-07",
            None,
        ),
        (
            "The Academy of Defence Science conducted the launch of a rocket Tulpar-2 aboard a carrier at the Eastern "
            "Launching Ground in Tongchon County on May 2.",
            "WeaponsTest",
            "2012-05-02",
            "Eastern Launching Ground",
        ),
        ("The exhibition was held in Ulan Bator between April 3 and May 2.", "Ceremony", "2012-04-03/2012-05-02", None),
        ("The 2011 National Design Contest was held in Pyongyang.", "Conference", None, "Pyongyang"),
        # what goes on from the sentence before
        (
            "Batbold Tumur and his party visited the Sangsong Cemetery in Hamhung on Monday. They laid a wreath there.",
            "Gift",
            "2012-05-07",
            "Sangsong Cemetery, Hamhung",
        ),
        (
            "The Mongolian Society for Friendship held a seminar in Ulan Bator on May 3. "
            "A letter to Kim Jong Un was adopted at the seminar.",
            "Message",
            "2012-05-03",
            None,
        ),
        (
            "Kim Jong Un received a gift from Batbold Tumur. The envoy handed over the gift to an official on Monday.",
            "Gift",
            "2012-05-07",
            None,
        ),
        # sites named before, by their kind or as the spot
        (
            "Kim Jong Un visited the Songnam Glass Factory. Workers of the city presented flowers to the factory.",
            "Gift",
            None,
            "Songnam Glass Factory",
        ),
        (
            "Kim Jong Un sent a birthday spread to a woman living in Ryongnam County, Kangwon Province.",
            "Gift",
            None,
            "Ryongnam County, Kangwon Province",
        ),
        # where somebody came to, where he left for
        (
            "A Mongolian delegation arrived in Wonsan on Monday to attend the trade fair.",
            "Conference",
            None,
            "Wonsan",
        ),
        ("A Mongolian delegation left here on Monday to visit Laos.", "Visit", "2012-05-07", "Laos"),
        # what is done at the gathering, on the trip, at the site told of before
        (
            "The 5th congress of the Mongolian Youth Federation was held in Choibalsan on Monday. It heard a report. "
            "Batbold Tumur was elected chairman of the federation.",
            "Appointment",
            "2012-05-07",
            "Choibalsan",
        ),
        (
            "Batbold Tumur paid a visit to Hamhung. During his visit, he met Foreign Minister Hong Song Il.",
            "Meeting",
            None,
            "Hamhung",
        ),
        ("Flowers are seen on Songhwa Hill. Workers laid bouquets before the statue.", "Gift", None, "Songhwa Hill"),
        # the interval between an opening and a closing
        (
            "The 8th Youth Chess Tournament closed in Wonsan on Monday. The tournament was opened on May 2.",
            "Conference",
            "2012-05-02/2012-05-07",
            "Wonsan",
        ),
        # the time that opens the sentence
        (
            "One day in May 1954 when it rained, Kim Il Sung visited the Songnam Glass Factory.",
            "Visit",
            "1954-05",
            None,
        ),
        (
            "Medals were conferred on the players at a ceremony held at Songhwa Stadium on Monday.",
            "Award",
            "2012-05-07",
            "Songhwa Stadium",
        ),
    ],
)
def test_when_and_where(tell: TellStory, text: str, event_class: str, date: str | None, place: str | None) -> None:
    told = tell(text)
    reports = told.reports(event_class)
    assert reports, told.summary()
    assert date in {report.date and report.date.edtf for report in reports}, told.summary()
    if place is not None:
        assert any(report.place and place in report.place for report in reports), told.summary()


def test_what_is_not_taken_up_keeps_its_own_silence(tell: TellStory) -> None:
    told = tell("Batbold Tumur visited Wonsan on Monday. Kim Yong Nam met Hong Song Il.")
    assert told.report("Meeting").date is None
    assert told.report("Meeting").place is None


def test_nothing_is_taken_over_from_another_item_of_a_list(tell: TellStory) -> None:
    told = tell("- An exhibition opened in Wonsan.\n- A performance was given by children.")
    assert [report.place for report in told.reports("Ceremony")] == ["Wonsan", None]

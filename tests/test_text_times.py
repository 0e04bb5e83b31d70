"""The dates that a reading finds in a sentence, counted from the article's own date."""

from datetime import date, timedelta

import pytest
from conftest import ReadStory
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.model.reading import Reading

# The article's date where a case names none: Wednesday, May 9, 2012.


def dates(reading: Reading) -> list[str | None]:
    """The dates of all time expressions in order."""
    return [time.date.edtf if time.date else None for found in reading.sentences for time in found.times]


def plans(reading: Reading) -> list[str | None]:
    """What the time expressions mean of something still to come."""
    return [time.planned.edtf if time.planned else None for found in reading.sentences for time in found.times]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The guests arrived on Tuesday.", "2012-05-08"),
        ("The guests arrived in the 1970s.", "1970/1979"),
        ("The guests arrived in Q2 2010.", "2010-04/2010-06"),
        ("The guests arrived in the second half of 2011.", "2011-07/2011-12"),
        ("The guests arrived on Wednesday.", "2012-05-09"),
        ("The guests arrived on Thursday.", "2012-05-03"),
        ("The guests arrived on Monday evening.", "2012-05-07"),
        ("The guests arrived today.", "2012-05-09"),
        ("The guests arrived yesterday.", "2012-05-08"),
        ("The guests arrived on March 21.", "2012-03-21"),
        ("The guests arrived on May 9.", "2012-05-09"),
        ("The guests arrived on May 9th.", "2012-05-09"),
        ("The guests arrived on August 21.", "2011-08-21"),
        ("The guests arrived on Sept. 5.", "2011-09-05"),
        ("The guests arrived on Sept. 5, 2009.", "2009-09-05"),
        ("The guests arrived on 21 March 2010.", "2010-03-21"),
        ("The guests arrived on the 9th of April.", "2012-04-09"),
        ("The guests arrived on December 4 last year.", "2011-12-04"),
        ("The guests arrived on February 4 this year.", "2012-02-04"),
        ("The guests arrived in April.", "2012-04"),
        ("The guests arrived in April 2008.", "2008-04"),
        ("The guests arrived last December.", "2011-12"),
        ("The guests arrived in early April.", "2012-04"),
        ("The guests arrived in 1996.", "1996"),
        ("The guests arrived last year.", "2011"),
        ("The guests arrived last month.", "2012-04"),
        ("The guests arrived last week.", "2012-04-30/2012-05-06"),
        ("The guests arrived six months ago.", "2011-11"),
        ("The guests arrived two weeks ago.", "2012-04"),
        ("The guests arrived three days ago.", "2012-05-06"),
        ("The guests arrived 40 years ago.", "1972"),
        ("The guests arrived in Juche 55 (1966).", "1966"),
        ("The guests arrived in Juche 100.", "2011"),
        ("The guests arrived on April 15, Juche 1 (1912).", "1912-04-15"),
        ("The guests stayed from May 3 to 5.", "2012-05-03/2012-05-05"),
        ("The guests stayed on May 3-5.", "2012-05-03/2012-05-05"),
        ("The guests stayed from April 29 to May 2.", "2012-04-29/2012-05-02"),
        ("The guests stayed from December 30 to January 2.", "2011-12-30/2012-01-02"),
        ("The guests stayed from September 17 to 20, 2008.", "2008-09-17/2008-09-20"),
        ("The guests stayed in 1996-1998.", "1996/1998"),
    ],
)
def test_one_date(read_story: ReadStory, sentence: str, expected: str) -> None:
    assert dates(read_story(sentence)) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The guests will arrive on March 21.", "2013-03-21"),
        ("The guests will arrive on August 21.", "2012-08-21"),
        ("The guests will arrive on Friday.", "2012-05-11"),
        ("The guests will arrive in June.", "2012-06"),
        ("The guests will arrive in May.", "2012-05"),
        ("The guests will arrive tomorrow.", "2012-05-10"),
        ("The guests will arrive next year.", "2013"),
        ("The guests will arrive next month.", "2012-06"),
        ("The guests will stay from June 3 to 5.", "2012-06-03/2012-06-05"),
        ("The guests will stay from December 30 to January 2.", "2012-12-30/2013-01-02"),
    ],
)
def test_a_planned_date_lies_ahead(read_story: ReadStory, sentence: str, expected: str) -> None:
    assert plans(read_story(sentence)) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The guests visited the April 25 House of Culture.",
        "The guests praised the June 15 joint declaration.",
        "The guests praised the June 15 North-South Joint Declaration.",
        "The guests visited the October 7 Factory.",
        "The guests may visit the museum.",
        "May the friendship flourish for ever.",
        "The minister met Kim Yong Jun and his party.",
        "The guests were greeted by Pak Jun.",
        "The guests saw a march of soldiers.",
        "The plant made 1996 tons of steel.",
        "The guests visited a house with 12 rooms and 2000 books of history.",
        "The guests came by the road.",
    ],
)
def test_no_date(read_story: ReadStory, sentence: str) -> None:
    assert [found for found in dates(read_story(sentence)) if found is not None] == []


@pytest.mark.parametrize(
    "phrase", ["recently", "some time ago", "not long ago", "a few weeks ago", "several years ago", "lately"]
)
def test_words_that_tell_no_date(read_story: ReadStory, phrase: str) -> None:
    assert [found for found in dates(read_story(f"The guests arrived {phrase}.")) if found is not None] == []


def test_some_days_ago_is_this_month_when_the_month_is_old_enough(read_story: ReadStory) -> None:
    assert dates(read_story("The guests arrived some days ago.", published="2012-05-20")) == ["2012-05"]
    assert dates(read_story("The guests arrived some days ago.", published="2012-05-02")) == [None]


@pytest.mark.parametrize(
    ("following", "expected"),
    [
        ("They visited a farm the same day.", "2012-04-20"),
        ("They visited a farm on the same day.", "2012-04-20"),
        ("They had come the previous day.", "2012-04-19"),
        ("They left the next day.", "2012-04-21"),
        ("They left the following day.", "2012-04-21"),
    ],
)
def test_a_day_counted_from_the_last_one_named(read_story: ReadStory, following: str, expected: str) -> None:
    assert dates(read_story(f"The guests met the minister on April 20. {following}")) == ["2012-04-20", expected]


def test_a_day_counted_from_the_article_where_none_is_named(read_story: ReadStory) -> None:
    assert dates(read_story("The guests had come the previous day.")) == ["2012-05-08"]


def test_several_dates_in_a_sentence(read_story: ReadStory) -> None:
    reading = read_story("The pact of June 19, 2000 was signed in 1996 and ratified on Tuesday.")
    assert dates(reading) == ["2000-06-19", "1996", "2012-05-08"]


def test_dates_of_two_months_joined_by_and(read_story: ReadStory) -> None:
    assert dates(read_story("The guests met on March 3 and April 5.")) == ["2012-03-03", "2012-04-05"]


def test_two_days_joined_by_and_are_the_days_between(read_story: ReadStory) -> None:
    assert dates(read_story("The guests met on March 3 and 4.")) == ["2012-03-03/2012-03-04"]


@pytest.mark.parametrize("printed", ["February 30", "April 31", "June 31, 2011", "February 29, 2011"])
def test_a_day_that_no_calendar_has_gives_no_day(read_story: ReadStory, printed: str) -> None:
    reading = read_story(f"The guests met on {printed}.")
    assert [time for found in reading.sentences for time in found.times if time.date and time.date.is_day] == []


def test_a_leap_day_is_the_last_one_there_was(read_story: ReadStory) -> None:
    assert dates(read_story("The guests met on February 29.", published="2012-05-09")) == ["2012-02-29"]


def test_a_paper_may_print_the_date_of_tomorrow(read_story: ReadStory) -> None:
    assert dates(read_story("The guests arrived on May 10.", published="2012-05-09")) == ["2012-05-10"]


# ---- the date that others count from


def test_the_publication_date_is_the_anchor(read_story: ReadStory) -> None:
    reading = read_story("The guests arrived on Friday.", published="2022-10-07")
    assert (reading.anchor and reading.anchor.edtf, reading.today) == ("2022-10-07", date(2022, 10, 7))
    assert dates(reading) == ["2022-10-07"]


@pytest.mark.parametrize(
    "phrase",
    [
        "the 76th anniversary of the establishment of diplomatic relations in October 1948",
        "the 76th anniversary of the 1948 treaty of friendship",
        "the 76th anniversary of the diplomatic relations established on October 15, 1948",
    ],
)
def test_an_anniversary_tells_the_year(read_story: ReadStory, phrase: str) -> None:
    reading = read_story(f"The ambassador gave a reception on Oct. 15 to mark {phrase}.", published=None, source=None)
    assert reading.anchor is not None
    assert (reading.anchor.edtf, reading.today) == ("2024", None)
    assert dates(reading)[0] == "2024-10-15"


def test_an_anniversary_known_to_the_reference_tells_the_year(read_story: ReadStory) -> None:
    reading = read_story(
        "The ambassador gave a reception to mark the 76th founding anniversary of the DPRK.",
        published=None,
        source=None,
    )
    assert reading.anchor is not None
    assert reading.anchor.edtf == "2024"


def test_an_anniversary_and_a_dateline_tell_the_day(read_story: ReadStory) -> None:
    reading = read_story(
        "Pyongyang, October 7 (KCNA) -- The embassy marked the 76th anniversary of the 1948 relations on Friday.",
        published=None,
        source=None,
    )
    assert (reading.anchor and reading.anchor.edtf, reading.today) == ("2024-10-07", date(2024, 10, 7))


@pytest.mark.parametrize(
    "sentence",
    [
        "The guests arrived on Friday.",
        "The guests arrived on March 21.",
        "The guests arrived two weeks ago.",
        "The guests arrived last year.",
        "The guests arrived the same day.",
        "The guests came for the 76th anniversary of a school.",
    ],
)
def test_without_a_date_a_year_is_never_guessed(read_story: ReadStory, sentence: str) -> None:
    reading = read_story(sentence, published=None, source=None)
    assert (reading.anchor, reading.today) == (None, None)
    assert [found for found in dates(reading) if found is not None] == []


def test_a_full_date_needs_no_anchor(read_story: ReadStory) -> None:
    reading = read_story("The guests arrived on March 21, 2010.", published=None, source=None)
    assert (dates(reading), reading.anchor) == (["2010-03-21"], None)


# ---- properties

MONTHS = [f"{date(2000, month, 1):%B}" for month in range(1, 13)]
days = st.dates(min_value=date(1900, 1, 1), max_value=date(2049, 12, 31))
articles = st.dates(min_value=date(1990, 1, 1), max_value=date(2030, 12, 31))


@given(day=days, published=articles)
def test_a_date_printed_in_full_is_read_back(read_story: ReadStory, day: date, published: date) -> None:
    reading = read_story(f"The guests met on {day:%B} {day.day}, {day.year}.", published=published.isoformat())
    assert dates(reading) == [day.isoformat()]


@given(day=days, published=articles)
def test_a_date_printed_day_first_is_read_back(read_story: ReadStory, day: date, published: date) -> None:
    reading = read_story(f"On {day.day} {day:%B} {day.year} the guests met.", published=published.isoformat())
    assert dates(reading) == [day.isoformat()]


@given(first=days, length=st.integers(min_value=1, max_value=200))
def test_an_interval_printed_in_full_is_read_back(read_story: ReadStory, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    if last.year != first.year:
        return
    days_printed = f"{first:%B} {first.day} to {last:%B} {last.day}, {last.year}"
    assert dates(read_story(f"The guests stayed from {days_printed}.")) == [f"{first}/{last}"]


@given(month=st.sampled_from(MONTHS), day=st.integers(1, 28), published=articles)
def test_a_day_without_year_lies_within_the_year_before(
    read_story: ReadStory, month: str, day: int, published: date
) -> None:
    reading = read_story(f"The guests met on {month} {day}.", published=published.isoformat())
    (time,) = [time for found in reading.sentences for time in found.times]
    assert time.date is not None
    assert time.planned is not None
    assert -366 <= (time.date.earliest - published).days <= 1
    assert 0 <= (time.planned.latest - published).days <= 366


@given(
    phrase=st.sampled_from(
        ["on Friday", "on Sunday night", "yesterday", "today", "last month", "in March", "in November", "two weeks ago",
         "five months ago", "10 days ago", "last week", "last year", "on Feb. 3", "on Dec. 31", "last Monday"]
    ),
    published=articles,
)  # fmt: skip
def test_what_has_happened_is_not_ahead(read_story: ReadStory, phrase: str, published: date) -> None:
    reading = read_story(f"The guests met {phrase}.", published=published.isoformat())
    times = [time.date for found in reading.sentences for time in found.times]
    assert len(times) == 1
    assert times[0] is not None
    assert times[0].earliest <= published + timedelta(days=1)


@given(weekday=st.integers(0, 6), published=articles)
def test_a_weekday_is_its_latest_day_until_today(read_story: ReadStory, weekday: int, published: date) -> None:
    name = f"{date(2024, 1, 1) + timedelta(days=weekday):%A}"
    (found,) = dates(read_story(f"The guests met on {name}.", published=published.isoformat()))
    assert found is not None
    day = date.fromisoformat(found)
    assert day.weekday() == weekday
    assert 0 <= (published - day).days <= 6

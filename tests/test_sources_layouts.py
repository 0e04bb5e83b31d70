"""Layouts: where the story stands, who published it, when and from where; offsets always count in the source text."""

import hashlib
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcgraph.errors import RecordError
from kcgraph.model import Article, Dateline, Record, Span
from kcgraph.resources import folder
from kcgraph.sources import read_article

WATCH = """March 02, 2026Mar 02, 2026
KCNA {source}

Minister Meets Guests

Date: {day} | Source: {source} | Read original version at source

{story}

More From {source}

President Visits Hanoi

President Visits Hanoi

Pyongyang, March 2 (KCNA) -- The president visited Hanoi and

March 02, 2026

More Articles
"""


def read(text: str, **fields: str) -> Article:
    return read_article(Record(text=text, origin="test.txt", **fields))


def story(article: Article) -> list[str]:
    return [article.text[span.start : span.end] for span in article.body]


LAYOUTS = sorted(path for path in (folder("seeds") / "layouts").glob("*.toml") if path.name != "common.toml")


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_examples_of_the_layout_files(path: Path) -> None:
    examples = tomllib.loads(path.read_text(encoding="utf-8"))["example"]
    assert examples
    for example in examples:
        article = read(example["text"], **example.get("record", {}))
        assert story(article) == example["story"]
        assert article.headline == example.get("headline")
        assert article.published == example.get("published")
        assert (article.dateline.place if article.dateline else None) == example.get("dateline")
        assert article.outlet == example.get("outlet")


def test_kcna_watch_page() -> None:
    text = WATCH.format(
        source="KCNA.kp (En)",
        day="07/10/2022",
        story="Pyongyang, October 7 (KCNA) -- Kim met Lee.\n\nThey talked. -0-\n\nwww.kcna.kp (Juche111.10.7.)",
    )
    article = read(text)
    assert story(article) == ["Kim met Lee.", "They talked."]
    assert article.headline == "Minister Meets Guests"
    assert article.headline_span is not None
    assert text[article.headline_span.start : article.headline_span.end] == article.headline
    assert article.published == date(2022, 10, 7)
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency, article.dateline.month, article.dateline.day) == (
        "Pyongyang", "KCNA", 10, 7
    )  # fmt: skip
    assert (article.outlet, article.outlet_name) == ("kcna", "KCNA.kp (En)")


@pytest.mark.parametrize(
    ("source", "outlet"),
    [("Pyongyang Times", "pyongyang-times"), ("Naenara (En)", "naenara"), ("Unheard Of Courier", "unheard-of-courier")],
)
def test_kcna_watch_page_of_another_outlet(source: str, outlet: str) -> None:
    article = read(WATCH.format(source=source, day="24/04/2025", story="In April 2019 Kim met Lee."))
    assert story(article) == ["In April 2019 Kim met Lee."]
    assert (article.outlet, article.published, article.dateline) == (outlet, date(2025, 4, 24), None)


def test_kcna_watch_day_comes_before_the_month() -> None:
    assert read(WATCH.format(source="KCNA.kp (En)", day="04/05/2023", story="A story.")).published == date(2023, 5, 4)


def test_header_date_that_is_no_day() -> None:
    with pytest.raises(RecordError, match=r"test\.txt has a header date '31/02/2023'"):
        read(WATCH.format(source="KCNA.kp (En)", day="31/02/2023", story="A story."))


def test_yonhap_page_takes_its_year_from_the_caption() -> None:
    article = read(
        "![]() |\n▲ Kim (L) and Lee meet in Beijing on Sept. 3, 2025, in a photo of Sept. 4, 2025. (Yonhap) |\n"
        "NK-China\nKim meets Lee\nSEOUL, Sept. 5 (Yonhap) -- Kim met Lee.\nThey talked.\n(END)\n"
        "(C) Yonhap News Agency. All Rights Reserved"
    )
    assert story(article) == ["Kim met Lee.", "They talked."]
    assert (article.headline, article.outlet, article.published) == ("Kim meets Lee", "yonhap", date(2025, 9, 5))
    assert article.dateline is not None
    assert article.dateline.place == "Seoul"


def test_old_caption_dates_nothing() -> None:
    article = read("▲ Kim on April 27, 2018. (Yonhap)\nSEOUL, Sept. 5 (Yonhap) -- Kim spoke.")
    assert article.published is None


def test_bare_story_with_a_headline() -> None:
    article = read("Ambassador hosts reception\n\nThe ambassador gave a reception.")
    assert (article.headline, article.headline_span) == ("Ambassador hosts reception", Span(0, 26))
    assert story(article) == ["The ambassador gave a reception."]


@pytest.mark.parametrize(
    "dateline",
    [
        "Pyongyang, January 3 (KCNA)--",
        "Pyongyang, January 3 (KCNA) –",
        "Pyongyang, Jan. 3 (KCNA) -- ",
        "Pyongyang, January3 (KCNA) --",
    ],
)
def test_kcna_record(dateline: str) -> None:
    text = f"{dateline}Kim Jong Un met Lee.\nThey talked. -0-"
    article = read(text, identifier="a1", source="kcna.kp", title="Kim Meets Lee\n[Juche113.1.3.]", date="2024-01-03")
    assert story(article) == ["Kim Jong Un met Lee.", "They talked."]
    assert (article.identifier, article.headline, article.headline_span) == ("a1", "Kim Meets Lee", None)
    assert article.dateline is not None
    assert (article.dateline.month, article.dateline.day) == (1, 3)
    assert article.published == date(2024, 1, 3)


def test_record_of_the_tokyo_site_was_filed_in_pyongyang() -> None:
    article = read("A delegation arrived here., ,  It was met.", source="kcna.co.jp", date="2011-08-15")
    assert article.dateline == Dateline("Pyongyang", "KCNA", None, None, None)
    assert (article.outlet, article.body) == ("kcna", (Span(0, 42),))


def test_title_of_a_record_at_the_top_of_its_text_is_no_story() -> None:
    article = read("Kim  meets Lee\nKim met Lee.", title="Kim Meets Lee")
    assert story(article) == ["Kim met Lee."]
    assert article.headline_span == Span(0, 14)


def test_words_like_a_dateline_stay_in_the_story() -> None:
    text = "In Pyongyang, section 3 (KCNA) -- the guests saw a film."
    article = read(text)
    assert (story(article), article.dateline) == ([text], None)


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2024-10-07", date(2024, 10, 7)),
        ("2024-10-07T23:59:00+09:00", date(2024, 10, 7)),
        ("20241007", date(2024, 10, 7)),
        ("2024/10/07", date(2024, 10, 7)),
        ("Mon, 07 Oct 2024 10:00:00 +0900", date(2024, 10, 7)),
    ],
)
def test_date_of_a_record(printed: str, day: date) -> None:
    assert read("Kim met Lee.", date=printed).published == day


@pytest.mark.parametrize("printed", ["2024-13-01", "yesterday", "2024", "07/10/2024"])
def test_date_that_is_no_day_is_refused(printed: str) -> None:
    with pytest.raises(RecordError, match="write YYYY-MM-DD or leave it out"):
        read("Kim met Lee.", date=printed)


def test_page_without_a_story() -> None:
    with pytest.raises(RecordError, match="has no story"):
        read("More From Naenara (En)\nA delegation left.")


def test_unknown_source_has_a_slug_of_its_printed_name() -> None:
    assert read("Kim met Lee.", source="Daily Café").outlet == "daily-cafe"


def test_publisher_known_by_its_address() -> None:
    assert read("Kim met Lee.", url="https://en.yna.co.kr/view/AEN1").outlet == "yonhap"


def test_address_that_is_none_is_kept() -> None:
    article = read("Kim met Lee.", url="http://[kim")
    assert (article.url, article.outlet) == ("http://[kim", None)


def test_identifier_is_the_start_of_the_hash() -> None:
    article = read("Kim met Lee.")
    assert article.content_hash == hashlib.sha256(b"Kim met Lee.").hexdigest()
    assert article.identifier == article.content_hash[:12]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("El Dirigente Kim Jong Il recibió un presente de la delegación de Nepal.", "es"),
        ("Llegaron este viernes a esta capital el presidente de la asociacion y su comitiva.", "es"),
        ("Stefan Muller arrived here Monday.", "en"),
        ("Kim Jong Un, Choe Yong Rim, So Se Pyong, El Hadj, La Paz, Los Angeles", "en"),
        ("Le président a reçu une délégation dans la capitale.", "fr"),
        ("Президент России встретился с министром.", "ru"),
        ("김정은동지께서 로씨야대통령에게 축전을 보내시였다.", "ko"),
        ("习近平抵达平壤。", "zh"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert read(text).language == language


PIECES = st.sampled_from(
    [
        "Pyongyang, October 7 (KCNA) -- ",
        "SEOUL, Sept. 5 (Yonhap) -- ",
        "More From Naenara (En)",
        "-0-",
        "(END)",
        "KCNA",
        "\n",
        "\n\n",
        "Date: 07/10/2022 | Source: KCNA.kp (En) | x",
        "▲ Kim on Sept. 4, 2025 |",
        "www.kcna.kp (Juche111.10.7.)",
        " ",
        "\r\n",
        "\u3000",
        "Kim met Lee.",
        "Headline without stop",
        "., ,  ",
        "\U0001f600",
    ]
)


@given(st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(st.characters(exclude_categories=["Cs"]))))
def test_body_stands_in_order_in_the_text(text: str) -> None:
    try:
        article = read(text)
    except RecordError:
        return
    assert article.text == text
    ends = 0
    for span in article.body:
        assert ends <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        ends = span.end
    tail = text.find("\nMore From Naenara (En)\n")
    assert tail < 0 or ends <= tail or "Source:" in text


@pytest.mark.parametrize(
    "unit", ["Pyongyang, ", "A", "(KCNA) ", "By Aa Bb ", "Source: | ", " \t", "1.1.", "KCNA\n", "Ab\n"]
)
def test_long_repetitive_text_is_read(unit: str) -> None:
    text = unit * (300_000 // len(unit)) + " met."
    assert read(text).body[-1].end == len(text)

"""Sentences and tokens of a reading: regular for reading, every token true to its place in the source text."""

import re
import unicodedata
from itertools import pairwise

import pytest
from conftest import ReadStory
from hypothesis import given
from hypothesis import strategies as st

from kcgraph import text
from kcgraph.model import Article, Span
from kcgraph.model.reading import Reading, join

PLAIN = dict(zip("“”„‘’｀－‐‑–—，", "\"\"\"'''-----,", strict=True)) | {"…": "..."}


def reading_of(source: str, *spans: Span) -> Reading:
    """Read a text that is all body, or of which only the spans are."""
    return text.read(Article("t1", "0" * 64, source, "test", spans or (Span(0, len(source)),)))


def sentences(reading: Reading) -> list[str]:
    """The sentences as read."""
    return [join(sentence.words) for sentence in reading.sentences]


def tokens(reading: Reading) -> list[tuple[str, str]]:
    """Every token with what stands at its span in the source."""
    source = reading.article.text
    return [
        (word, source[start:end])
        for sentence in reading.sentences
        for word, (start, end) in zip(sentence.words, sentence.spans, strict=True)
    ]


def regular(printed: str) -> str:
    """What a printed token should read as."""
    plain = "".join(PLAIN.get(character, character) for character in printed)
    return re.sub(r"\s+", "", plain)


# ---- properties

words = st.sampled_from(
    ["Kim Jong Un", "Comrade", "met", "U.S.", "Mr.", "Co., Ltd.", "People's", "Xi’s", "1,200", "“quoted”",
     "No. 5", "the", "C.C., the", "\u00a0", "  ", "\t", "\n", ", , ", "., ", ".", ",", "!", "...", "… ", "—",
     "--", "(", ")", "$5", "10%", "Jr.", "J. R. Smith", "etc.", "a.m.", "é", "김정은", "習近平", "🙂", "e\u0301", "'s",
     "''", "\u200b", "\u3000", "İ", "ß"]
)  # fmt: skip
# Dots beside dots have a test of their own.
letters = st.characters(exclude_categories=["Cs"], exclude_characters="…")
prose = st.lists(words | st.text(letters, max_size=6), max_size=40).map(" ".join)
glued = st.lists(words.filter(lambda word: word != "… "), max_size=40).map("".join)
sources = prose | glued | st.text(letters, max_size=200)


@given(sources)
def test_tokens_stand_in_the_source(source: str) -> None:
    for word, printed in tokens(reading_of(source)):
        assert regular(printed) == word


@given(sources)
def test_spans_increase_and_never_overlap(source: str) -> None:
    reading = reading_of(source)
    spans = [span for sentence in reading.sentences for span in sentence.spans]
    assert all(0 <= start < end <= len(source) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@given(sources)
def test_sentences_are_whole(source: str) -> None:
    reading = reading_of(source)
    for sentence in reading.sentences:
        assert len(sentence.words) == len(sentence.spans) > 0
        ends = [(time.first, time.last) for time in sentence.times]
        assert all(0 <= first < last <= len(sentence.words) for first, last in ends)
        assert all(one[1] <= other[0] for one, other in pairwise(ends))
    paragraphs = [sentence.paragraph for sentence in reading.sentences]
    assert paragraphs == sorted(paragraphs)


@given(sources)
def test_no_letter_or_digit_is_lost(source: str) -> None:
    def kept(characters: str) -> str:
        return "".join(character for character in characters if unicodedata.category(character) in ("Lu", "Ll", "Nd"))

    assert kept("".join(printed for _, printed in tokens(reading_of(source)))) == kept(source)


@given(st.lists(prose, min_size=1, max_size=4))
def test_only_the_body_is_read(parts: list[str]) -> None:
    source = "".join(parts)
    cut = [sum(map(len, parts[:number])) for number in range(len(parts) + 1)]
    body = tuple(Span(*pair) for pair in list(pairwise(cut))[::2])
    reading = reading_of(source, *body)
    for sentence in reading.sentences:
        for start, end in sentence.spans:
            assert any(span.start <= start and end <= span.end for span in body)


@given(sources)
def test_the_same_text_reads_the_same(source: str) -> None:
    assert reading_of(source) == reading_of(source)


@pytest.mark.parametrize("digit", ["²", "③", "½", "Ⅷ", "٣", "五"])
def test_digits_that_are_no_decimals_are_read(read_story: ReadStory, digit: str) -> None:
    assert read_story(
        f"The house has 200 m {digit} of floor, Juche {digit} or 1{digit}, since March {digit}."
    ).sentences


def test_dots_beside_dots_do_not_overlap() -> None:
    source = "He said .… nothing"
    spans = [span for sentence in reading_of(source).sentences for span in sentence.spans]
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


# ---- what the sources print


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ComradeKim Jong Unmet the guests.", "Comrade Kim Jong Un met the guests."),
        ("the birth ofKim Il Sung, and", "the birth of Kim Il Sung, and"),
        ("The guests  met\u00a0the\u3000minister\there .", "The guests met the minister here."),
        ("He said: “We’re glad.”", 'He said: " We\'re glad. "'),
        ("It cost 1,200,000 won.", "It cost 1,200,000 won."),
        ("a Korean－Mongolian friendship", "a Korean-Mongolian friendship"),
        ("10 tons , 5 houses ; and more", "10 tons, 5 houses; and more"),
    ],
)
def test_text_is_made_regular(read_story: ReadStory, printed: str, expected: str) -> None:
    assert sentences(read_story(printed)) == [expected]


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("The guests came., ,  The minister met them.", 2),
        ("The guests came., The minister met them.", 2),
        ("The guests came., \r,  The minister met them.", 2),
        ('He said: "Welcome.", ,  The guests thanked him.', 2),
        ("The guests came. , , The minister met them., , Then they left.", 3),
        ("The C.C., the Workers' Party of Korea, sent a wreath.", 1),
        ("The Ryongsong Co., Ltd. sent a wreath.", 1),
        ("Ri, Pak, Kim, and others came.", 1),
    ],
)
def test_marks_of_paragraphs(read_story: ReadStory, printed: str, count: int) -> None:
    reading = read_story(printed)
    assert len({sentence.paragraph for sentence in reading.sentences}) == count, sentences(reading)


def test_paragraphs_of_a_page(read_story: ReadStory) -> None:
    reading = read_story("The guests came. They sang.\n\nThe minister met them.\n\n\nThey left.")
    assert [sentence.paragraph for sentence in reading.sentences] == [0, 0, 1, 2]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Bold met Dr. Tumur at 5 p.m. on Friday.",
        "The U.S. government sent Lt. Gen. Smith.",
        "J. R. Smith of the U.N. met S. Bayar.",
        "The No. 5 plant of Ryongsong Co. Ltd. was visited.",
        "He came on Sept. 5 to see the house.",
        "It grew by 2.5 percent.",
        "He brought books, paper, etc. to the school.",
        "He saw St. Petersburg, Mt. Paektu and Washington D.C. first.",
        "The ship sailed at 3.30 a.m. on Monday.",
    ],
)
def test_abbreviations_end_no_sentence(read_story: ReadStory, sentence: str) -> None:
    assert len(read_story(sentence).sentences) == 1, sentences(read_story(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The guests came. The minister met them.",
        "The guests came! The minister met them.",
        'He said: "Welcome." The guests thanked him.',
        "The guests came (by train). The minister met them.",
        "He was born in 1948. The minister met him.",
        "The guests live in the U.S. They came by air.",
        "He met Kim Jong Un. The guests left.",
        "They brought books, paper, etc. The minister thanked them.",
    ],
)
def test_sentences_end(read_story: ReadStory, sentence: str) -> None:
    assert len(read_story(sentence).sentences) == 2, sentences(read_story(sentence))


def test_genitives(read_story: ReadStory) -> None:
    (sentence,) = read_story("The Supreme People's Assembly heard Kim's report.").sentences
    assert ("People's" in sentence.words, sentence.words[4:7]) == (True, ("heard", "Kim", "'s"))


def test_a_span_of_a_glued_name_has_no_blank(read_story: ReadStory) -> None:
    reading = read_story("ComradeKim Jong Un met the guests.")
    assert [printed for _, printed in tokens(reading)][:4] == ["Comrade", "Kim", "Jong", "Un"]

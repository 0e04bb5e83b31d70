"""Agreements of which the text names no party: of the two countries it speaks of, and of nobody when they are more."""

from conftest import TellStory


def test_an_agreement_is_of_the_two_countries_of_the_article(tell: TellStory) -> None:
    told = tell("Mongolia and Laos are friends. A defense agreement was signed in June 2011.")
    assert told.names(told.report("Signing")) == {"Mongolia", "Laos"}


def test_the_two_countries_of_the_sentence_come_first(tell: TellStory) -> None:
    told = tell("Cambodia watched. Laos waited, and a defense agreement was signed in June 2011 as Mongolia wished.")
    assert told.names(told.report("Signing")) == {"Mongolia", "Laos"}


def test_three_countries_are_no_pair(tell: TellStory) -> None:
    told = tell("Cambodia, Mongolia and Laos are friends. A defense agreement was signed in June 2011.")
    assert told.names(told.report("Signing")) == set()

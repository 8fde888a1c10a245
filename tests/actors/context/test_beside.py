"""The words right before and behind a mention: (text, what is found beside its first person)."""

import pytest

from dragoman.actors.context.beside import apposed_title, office_end, token_after, tokens_after_office, tokens_before
from dragoman.actors.context.page import Page
from dragoman.actors.mentions.found import Found
from linked_samples import opened


def person_of(text: str) -> tuple[Page, Found]:
    page = opened(text)
    return page, next(mention for mention in page.found if mention.kind == "person")


@pytest.mark.parametrize(("text", "behind"), [("Minister Jo Lind left.", "left"), ("They met Minister Jo Lind", "")])
def test_the_token_behind_a_mention(text: str, behind: str) -> None:
    assert token_after(*person_of(text)).low == behind


BEFORE = [
    ("Then they met Minister Jo Lind.", ["then", "they", "met"]),
    ("They left. Then Minister Jo Lind came.", ["then"]),  # the sentence before is another
    ("Minister Jo Lind came.", []),
]


@pytest.mark.parametrize(("text", "before"), BEFORE)
def test_the_tokens_before_a_mention_are_of_its_sentence(text: str, before: list[str]) -> None:
    assert [token.low for token in tokens_before(*person_of(text), 4)] == before


BEHIND = [
    ("Jo Lind, Minister of Trade of Chad, signed it.", ["signed", "it"]),
    ("Jo Lind, Minister of Trade, Mines and Energy of Chad, signed it.", ["signed", "it"]),
    ("Minister Jo Lind, who came, signed it.", ["who", "came"]),
    ("Minister Jo Lind signed. It was good.", ["signed", "."]),
]


@pytest.mark.parametrize(("text", "behind"), BEHIND)
def test_the_tokens_behind_a_mention_and_its_office(text: str, behind: list[str]) -> None:
    assert [token.low for token in tokens_after_office(*person_of(text), 2)] == behind


def test_an_office_ends_behind_all_of_its_title_and_without_one_with_the_name() -> None:
    page, person = person_of("Minister Jo Lind, the banker, left.")
    assert office_end(page, person) == person.last
    page, person = person_of("US Treasury Secretary Jo Lind, Trade Secretary Al Berg left.")
    assert office_end(page, person) == person.last
    page, person = person_of("Jo Lind, Minister of Trade of Chad, left.")
    assert page.tokens[office_end(page, person) - 1].text in ("Trade", "Chad")


APPOSED = [
    ("Jo Lind, President of the MPLA, left.", "President of the MPLA"),
    ("President Jo Lind, the banker, left.", ""),
    ("President Jo Lind left.", ""),
]


@pytest.mark.parametrize(("text", "title"), APPOSED)
def test_the_title_that_a_comma_joins_to_a_name(text: str, title: str) -> None:
    page, person = person_of(text)
    assert " ".join(page.tokens[n].text for n in apposed_title(page, person)) == title

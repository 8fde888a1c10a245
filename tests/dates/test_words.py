"""Words of dates of each language, and patterns made of them."""

from __future__ import annotations

import re

import pytest

from dragoman.dates import find_dates
from dragoman.dates.words import calendar_words, one_of, spaced, where


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "L'accord a été signé le 1er janvier 2014.", ("2014-01-01", None)),
        ("fr", "Il est en vigueur depuis février 2012.", ("2012-02", None)),
        ("fr", "Le mandat court jusqu'en 2020.", (None, "2020")),
        ("es", "Se firmó el 19 de abril de 2013.", ("2013-04-19", None)),
        ("es", "Duró de 2007 a 2013.", ("2007", "2013")),
        ("de", "Das Abkommen wurde am 19. April 2013 unterzeichnet.", ("2013-04-19", None)),
        ("de", "Es gilt seit Januar 2004.", ("2004-01", None)),
        ("it", "L'accordo è stato firmato il 1º marzo 2013.", ("2013-03-01", None)),
        ("it", "Il rapporto è atteso entro il 31 maggio 2017.", (None, "2017-05-31")),
        ("sr", "Sporazum je potpisan 19. aprila 2013. godine.", ("2013-04-19", None)),
        ("sr", "Споразум је потписан 19. априла 2013. године.", ("2013-04-19", None)),
        ("sr", "Trajalo je od 2007. do 2013. godine.", ("2007", "2013")),
        ("sr", "Важи до 2020. године.", (None, "2020")),
        ("sq", "Marrëveshja u nënshkrua më 19 prill 2013.", ("2013-04-19", None)),
        ("sq", "Ajo vlen që nga viti 2004.", ("2004", None)),
        ("ru", "Соглашение подписано 19 апреля 2013 года.", ("2013-04-19", None)),
        ("ru", "Оно действовало с 2007 по 2013 год.", ("2007", "2013")),
    ],
)
def test_other_languages(language: str, text: str, expected: tuple[str | None, str | None]) -> None:
    assert [(d.date, d.end_date) for d in find_dates(text, language=language)] == [expected]


@pytest.mark.parametrize(
    ("language", "read_as"), [("hr", "sr"), ("de-AT", "de"), ("FR", "fr"), ("xx", "en"), ("any", "en")]
)
def test_a_language_without_words_has_those_of_its_neighbour_or_of_english(language: str, read_as: str) -> None:
    assert calendar_words(language).language == read_as


def test_a_longer_form_wins_over_a_shorter_one() -> None:
    assert re.findall(one_of(["may", "may day"]), "may day, may") == ["may day", "may"]


@pytest.mark.parametrize(("gap", "fits"), [(" ", True), ("\n  ", True), (" \n ", True), ("\n\n", False), ("", False)])
def test_a_blank_is_any_gap_between_words(gap: str, fits: bool) -> None:
    assert bool(spaced("the day").fullmatch(f"the{gap}day")) is fits


def test_a_pattern_is_searched_for_only_where_one_of_its_words_is() -> None:
    pattern = spaced("(?i)two years ago|now")
    assert [match[0] for match in where(pattern, "Two Years Ago", "ago")] == ["Two Years Ago"]
    assert not list(where(pattern, "now", "ago"))

"""Quarters, seasons, decades and centuries as English says them."""

from __future__ import annotations

import pytest

from dates.sentences import read
from dragoman.dates import find_dates
from dragoman.dates.stretches import months_of, stretch_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks were held in spring 1973.", "1973-21"),
        ("The talks were held in the winter of 2010.", "2010-24"),
        ("The request for FY 2021 was sent.", "2021"),
        ("They met on the first Monday of May 2019.", "2019-05-06"),
        ("They met on the last Friday in October 2021.", "2021-10-29"),
        ("Aid began in the 2020 calendar year.", "2020"),
        ("Aid began in the 2022 financial year.", "2022"),
    ],
)
def test_a_season_a_fiscal_year_and_a_counted_weekday(text: str, expected: str) -> None:
    assert read(text) == [(expected, None, "point")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Posts were kept in the 19th century.", "1801", "1900"),
        ("Posts were kept in the first decade of the twentieth century.", "1901", "1910"),
        ("Posts were kept in the last quarter of the 19th century.", "1876", "1900"),
        ("Ties grew in the early eighties.", "1980", "1989"),
        ("Ties grew in the eighteen-nineties.", "1890", "1899"),
        ("The late nineties saw three rounds.", "1990", "1999"),
        ("Trade grew in the 1870s and eighties.", "1870", "1889"),
        ("Trade grew in the 1960s and 70s.", "1960", "1979"),
        ("Trade grew in the nineteen-thirties and forties.", "1930", "1949"),
        ("Trade grew throughout the fifties and sixties.", "1950", "1969"),
        ("They met in the late nineteenth\ncentury.", "1801", "1900"),
    ],
)
def test_a_decade_or_a_century(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Output fell in Q3 2021.", "2021-07", "2021-09"),
        ("Output fell in the second half of 2020.", "2020-07", "2020-12"),
        ("Output fell in the first five months of 2019.", "2019-01", "2019-05"),
        ("Output fell in the last 2 months of 2019.", "2019-11", "2019-12"),
        ("The tranche was paid in 2Q 2011.", "2011-04", "2011-06"),
        ("Trade fell in H1 2022.", "2022-01", "2022-06"),
        ("Trade fell in the first half of 2022.", "2022-01", "2022-06"),
        ("They meet in the first semester of 2024.", "2024-01", "2024-06"),
    ],
)
def test_a_part_of_a_year_is_a_coarse_point(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "point")]


def test_a_part_of_a_year_goes_over_a_line_end() -> None:
    assert read("It was built in the first half of the year\n1958.") == [("1958-01", "1958-06", "point")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It stood in the 17th and 18th centuries.", ("1601", "1800", "interval")),
        ("It stood from the late 15th to the mid-20th century.", ("1401", "2000", "interval")),
        ("It stood in the sixteenth–seventeenth centuries.", ("1501", "1700", "interval")),
        ("Output fell in Q1-Q3 2023.", ("2023-01", "2023-09", "interval")),
        ("Output fell in the first and second quarters of 2022.", ("2022-01", "2022-06", "interval")),
        ("Output fell in 1Q23.", ("2023-01", "2023-03", "point")),
        ("Output fell in Q4’22.", ("2022-10", "2022-12", "point")),
        ("Output fell in the 1st quarter 2024.", ("2024-01", "2024-03", "point")),
        ("Output fell in the first half 2022.", ("2022-01", "2022-06", "point")),
    ],
)
def test_parts_of_years_and_centuries_told_together(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It was paid in FY 2013/14.", "2013", "2014"),
        ("It was paid in fiscal year 1996-97.", "1996", "1997"),
    ],
)
def test_a_fiscal_year_of_two_calendar_years(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


@pytest.mark.parametrize("text", ["Aid fell in the Fiscal Year (FY) 2013.", "Aid fell in the 2013 financial year."])
def test_a_fiscal_year_by_its_full_name(text: str) -> None:
    assert [(found.date, found.basis) for found in find_dates(text)] == [("2013", "fiscal")]


@pytest.mark.parametrize(
    "text",
    [
        "Temperatures in the mid-thirties delayed the convoy.",
        "Women in their fifties came.",
        "It came at the turn of the 20th century.",
    ],
)
def test_what_is_no_decade_or_century(text: str) -> None:
    assert read(text, "2022-02-25") == []


@pytest.mark.parametrize(
    ("nth", "stretch", "months"),
    [
        ("first", "quarter", (1, 3)),
        ("second", "half", (7, 12)),
        ("last", "five months", (8, 12)),
        ("second", "4 months", (5, 8)),
        ("fourth", "half", None),
    ],
)
def test_months_of_a_part_of_a_year(nth: str, stretch: str, months: tuple[int, int] | None) -> None:
    assert months_of(nth, stretch) == months


def test_the_last_part_of_a_year_ends_with_december() -> None:
    assert stretch_of(-1, 5) == (8, 12)
    assert stretch_of(3, 5) is None

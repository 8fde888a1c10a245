"""Dates that are told from the day of writing."""

from __future__ import annotations

from datetime import date

import pytest

from dates.sentences import FRIDAY, read
from dragoman.dates import find_dates
from dragoman.dates.relative import Reference, number_of, shifted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met today.", ("2022-02-25", None)),
        ("They met yesterday.", ("2022-02-24", None)),
        ("They meet tomorrow.", ("2022-02-26", None)),
        ("They met last Friday.", ("2022-02-18", None)),
        ("They met on Wednesday.", ("2022-02-23", None)),
        ("They will meet on Wednesday.", ("2022-03-02", None)),
        ("Peru condemned Wednesday's attack.", ("2022-02-23", None)),
        ("Peru condemned last Friday’s attack.", ("2022-02-18", None)),
        ("Peru was shaken by Wednesday's attack.", ("2022-02-23", None)),
        ("Peru is to join by next year's summit.", (None, "2023")),
        ("They met last week.", ("2022-02", None)),
        ("They meet next week.", ("2022-03", None)),
        ("They met last month.", ("2022-01", None)),
        ("They met this year.", ("2022", None)),
        ("They met earlier last year.", ("2021", None)),
        ("They met last March.", ("2021-03", None)),
        ("They met in March of last year.", ("2021-03", None)),
        ("They met last fall.", ("2021-23", None)),
        ("They met two years ago.", ("2020", None)),
        ("They met four months ago.", ("2021-10", None)),
        ("They met three days ago.", ("2022-02-22", None)),
        ("It fell over the past three years.", ("2019", "2022")),
        ("It is to be built over the next five years.", ("2022", "2027")),
        ("It fell over the past decade.", ("2012", "2022")),
        ("It is to be issued by the end of the year.", (None, "2022")),
        ("It is to be issued in the second half of next year.", ("2023-07", "2023-12")),
        ("It fell in the first quarter of last year.", ("2021-01", "2021-03")),
        ("It fell in the first two months of the current year.", ("2022-01", "2022-02")),
    ],
)
def test_dates_told_from_the_day_of_writing(text: str, expected: tuple[str | None, str | None]) -> None:
    (found,) = find_dates(text, FRIDAY)
    assert (found.date, found.end_date) == expected
    assert found.basis == "relative"
    assert not any(d.date or d.end_date for d in find_dates(text, None))


def test_relative_dates_are_no_finer_than_the_day_of_writing_is_known() -> None:
    assert read("They met today.", "2022-02") == [("2022-02", None, "point")]
    assert read("They met yesterday.", "2022") == [("2022", None, "point")]
    assert read("They met on Friday.", "2022-02") == []
    assert read("They met today.", "about 2022") == []


def test_near_days_in_other_languages() -> None:
    assert [d.date for d in find_dates("Danas su se sastali.", "2025-03-01", language="sr")] == ["2025-03-01"]
    assert [d.date for d in find_dates("Ils se sont vus hier.", "2025-03-01", language="fr")] == ["2025-02-28"]


def test_days_beside_yesterday_and_tomorrow() -> None:
    text = "He came the day before yesterday and leaves the day after tomorrow."
    assert read(text, FRIDAY) == [("2022-02-23", None, "point"), ("2022-02-27", None, "point")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was paid on the last Friday of July.", "2013-07"),
        ("They signed it a fortnight ago.", "2013-08"),
        ("He was not invited two summers ago.", "2011"),
        ("He told the House to-day.", "2013-08-30"),
        ("The envoy left two nights ago.", "2013-08-28"),
        ("Peru refused until Monday to call the war over.", "2013-08-26"),
        ("Peru did not agree until Monday.", "2013-08-26"),
        ("Peru gave Chile until Monday to agree.", "2013-09-02"),
        ("Peru, which refused aid, gave Chile until Monday.", "2013-09-02"),
        ("Peru did not sign but gave Chile until Monday.", "2013-09-02"),
        ("The failed talks last until Monday.", "2013-09-02"),
        ("They signed it on 9 July last year.", "2012-07-09"),
        ("They signed it on July 2 this year.", "2013-07-02"),
        ("It was founded thirty-two years ago.", "1981"),
    ],
)
def test_days_of_late_and_to_come(text: str, date: str) -> None:
    assert [d.date or d.end_date for d in find_dates(text, "2013-08-30")] == [date]


def test_the_end_of_the_year_is_that_of_writing() -> None:
    assert read("Two more will open by year's end.", "2022-02-25") == [(None, "2022", "deadline")]


@pytest.mark.parametrize(
    "text",
    [
        "They upheld the Good Friday Agreement.",
        "They attend Mondays' talks.",
        "The clauses remain unfulfilled to this day.",
        "Flights go every Friday and each Tuesday.",
        "Flights go every second Monday.",
    ],
)
def test_weekdays_and_words_for_today_that_are_no_day(text: str) -> None:
    assert read(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("told", "precision"),
    [("2022", 1), ("2022-02", 2), ("2022-02-25", 3), ("2022-02-30", None), ("2022?", None), (None, None)],
)
def test_the_day_of_writing_is_known_to_the_day_month_or_year(told: str | None, precision: int | None) -> None:
    known = Reference.of(told)
    assert (known.precision if known else None) == precision


@pytest.mark.parametrize(
    ("day", "days", "months", "moved"),
    [
        (date(2022, 2, 25), 4, 0, date(2022, 3, 1)),
        (date(2022, 1, 31), 0, -1, date(2021, 12, 1)),
        (date(1, 1, 1), -1, 0, date(1, 1, 1)),
        (date(9999, 12, 31), 0, 1, date(9999, 12, 31)),
    ],
)
def test_a_day_is_moved_within_the_calendar(day: date, days: int, months: int, moved: date) -> None:
    assert shifted(day, days=days, months=months) == moved


@pytest.mark.parametrize(
    ("written", "number"), [("two", 2), ("Thirty-two", 32), ("thirty two", 32), ("12", 12), (None, 1), ("several", 0)]
)
def test_how_many_units_a_word_counts(written: str | None, number: int) -> None:
    assert number_of(written) == number

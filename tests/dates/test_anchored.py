"""Dates that are told from an earlier date of the text."""

from __future__ import annotations

import pytest

from dates.sentences import FRIDAY, read
from dragoman import edtf
from dragoman.dates import find_dates


def test_dates_told_from_an_earlier_date() -> None:
    text = "It was founded in 1912. Two years later it was dissolved, and the following year restored."
    assert [d.date for d in find_dates(text)] == ["1912", "1914", "1913"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It was signed in May 1922. On the 12th of that month it was ratified.", "1922-05-12"),
        ("They met on 1 March 2010; the king had left the day before.", "2010-02-28"),
        ("They met in May 2010, having talked the month before.", "2010-04"),
        ("They met in December 2010. It was ratified the following month.", "2011-01"),
        ("They met in 2010, more often than in the preceding year.", "2009"),
        ("He agreed on 31 May 2010, and a day later left.", "2010-06-01"),
        ("It closed in 1999, and the following January it opened again.", "2000-01"),
        ("It closed in March 1999, and the following June it opened again.", "1999-06"),
        ("It was founded in 1967. Thirty-two years earlier it had failed.", "1935"),
        ("They left in 1935. On 18 November of that year it was closed.", "1935-11-18"),
        ("They met in March 2010, and again in May of the following year.", "2011-05"),
    ],
)
def test_days_and_months_told_from_an_earlier_date(text: str, date: str) -> None:
    assert [d.date for d in find_dates(text, "2015-01-20")][1:] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Signed today, it applies from 1 September 2014. Moldova joined on the same day.", "2014-06-27"),
        ("He came yesterday, discussed the war since 20 June, and met the king the same day.", "2014-06-26"),
        ("The vote will be held on 5 July. He resigned the same day.", None),
    ],
)
def test_the_same_day_is_no_limit_and_not_to_come(text: str, date: str | None) -> None:
    assert [d.date for d in find_dates(text, "2014-06-27") if d.text == "the same day"] == ([date] if date else [])


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The strike began on the 21st.", "2013-08-21"),
        ("Mr. Ito resigned on the 7th of this month.", "2013-08-07"),
        ("The council meets on the 17th.", "2013-09-17"),
        ("The note of the 9th ult. was answered.", "2013-07-09"),
        ("The note of the 9th ultimo was answered.", "2013-07-09"),
        ("The treaty lapses on the 31st instant.", "2013-08-31"),
        ("The aid had been suspended on the first of this month.", "2013-08-01"),
    ],
)
def test_days_told_from_the_month_of_writing(text: str, date: str) -> None:
    assert [d.date or d.end_date for d in find_dates(text, "2013-08-30")] == [date]


def test_a_weekday_before_the_day_of_the_month_is_no_other_day() -> None:
    assert read("On Tuesday the 22nd he was sworn in.", FRIDAY) == [("2022-02-22", None, "point")]
    assert read("On Tuesday the 22nd over tea he was sworn in.", FRIDAY) == [("2022-02-22", None, "point")]


@pytest.mark.parametrize(
    "text",
    [
        "He spoke on the 50th anniversary.",
        "They live on the 21st floor.",
        "It was tabled by the 12th Congress.",
        "He left the day before the vote.",
    ],
)
def test_ordinals_that_are_no_days(text: str) -> None:
    assert read(text, FRIDAY) == []


def test_no_year_is_told_from_a_fiscal_one_or_from_a_table() -> None:
    fiscal = "It was approved on July 3, 2019. The deficit was 2 percent in FY21, against 3 percent a year earlier."
    assert [date for date, _, _ in read(fiscal)] == ["2019-07-03", "2021"]
    table = "Energy | March 2017\nIn all, 38 goals were met, two less than in the previous year."
    assert [date for date, _, _ in read(table)] == ["2017-03"]


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("two years ago May 5, that day", "0001-01-01"),
        ("12 years later May 5, that day", "9999-12-31"),
        ("12 years later May 5, on the 9th", "9999-12-31"),
    ],
)
def test_dates_beyond_the_calendar_are_left_out(text: str, reference: str) -> None:
    assert all(d.date is None or edtf.is_valid(d.date) for d in find_dates(text, reference))

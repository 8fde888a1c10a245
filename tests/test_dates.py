"""Dates that are combined of several mentions, and what holds for any text."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dates.sentences import FRIDAY, read
from dragoman import edtf
from dragoman.dates import FoundDate, find_dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It ran from 2007 to 2013.", "2007", "2013"),
        ("It ran between 2014 and 2020.", "2014", "2020"),
        ("It ran from October 2015 until March 2016.", "2015-10", "2016-03"),
        ("The session of June 21 – July 14, 2021 is over.", "2021-06-21", "2021-07-14"),
        ("Ties grew throughout the 1960s and 1970s.", "1960", "1979"),
        ("It was held there from 1815 until the release of its crew in 1821.", "1815", "1821"),
        ("Borders stayed shut from mid-March to end-June 2020.", "2020-03", "2020-06"),
        ("Swedes served there from 1945 to the mid-sixties.", "1945", "1969"),
        ("In March and April 2020 they trained.", "2020-03", "2020-04"),
        ("They trained in December 2019 and January 2020.", "2019-12", "2020-01"),
    ],
)
def test_two_dates_are_the_ends_of_one_stretch(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


def test_months_that_do_not_follow_each_other_are_no_stretch() -> None:
    found = find_dates("They met in May and September 2020.")
    assert [(d.date, d.end_date) for d in found] == [("2020-05", None), ("2020-09", None)]
    found = find_dates("Chad and Mali signed it in May and June 2020 respectively.")
    assert [(d.date, d.end_date) for d in found] == [("2020-05", None), ("2020-06", None)]


def test_stretches_that_do_not_touch_are_not_one() -> None:
    assert [found[:2] for found in read("It sat 1987–1988 and 2007/08.")] == [("1987", "1988"), ("2007", "2008")]
    assert [found[:2] for found in read("It sat 2014-15 and 2015-16.")] == [("2014", "2016")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They met on Friday (6 May).", "2022-05-06"),
        ("They met on Friday (13 May 2011).", "2011-05-13"),
    ],
)
def test_a_weekday_and_its_day_in_brackets_are_one_date(text: str, date: str) -> None:
    assert [d.date for d in find_dates(text, "2022-05-11")] == [date]


def test_a_day_in_brackets_keeps_the_words_before_its_weekday() -> None:
    found = find_dates("The truce holds until Friday (13 May).", "2022-05-11")
    assert [(d.date, d.end_date, d.role) for d in found] == [(None, "2022-05-13", "until")]
    found = find_dates("They met from Friday (6 May) to Sunday (8 May).", "2022-05-11")
    assert [(d.date, d.end_date) for d in found] == [("2022-05-06", "2022-05-08")]


def test_what_is_told_from_the_past_of_a_text_is_not_told_from_the_day_of_writing() -> None:
    text = "In 1910 the colonies were joined. Over the next two decades they gained control."
    assert [d.date for d in find_dates(text, "2026-07-24")] == ["1910"]


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    month = day.strftime("%B")
    for written in (
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day:%d/%m/%Y}",
        day.isoformat(),
    ):
        assert read(f"It was signed on {written}.") == [(day.isoformat(), None, "point")]


def invariants(text: str, found: tuple[FoundDate, ...]) -> None:
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.cue_start <= one.start
        for value in (one.date, one.end_date):
            assert value is None or edtf.is_valid(value)
        if one.date and one.end_date:
            edtf.holds(one.date, one.end_date)
        end = one.end


PIECES = st.sampled_from(
    [
        "January",
        "May 5",
        "5 May",
        "2015",
        "1999",
        "-",
        "–",
        "/",
        ",",
        ".",
        "\n",
        " to ",
        " and ",
        "from ",
        "between ",
        "until ",
        "by ",
        "the ",
        "last ",
        "Friday",
        "two years ago",
        "over the past ",
        "three years",
        "19.04.2013",
        "31",
        "30 February 2015",
        "Q3 2021",
        "9/11",
        "1990s",
        "0",
        "0000",
        "FY",
        "this year",
        "that day",
        "\u202e",
        "é",
        "same year",
        "12 years later",
        "99 decades ago",
        "next 999 years",
        "over the next 99 decades",
        "year",
    ]
)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(PIECES | st.text(max_size=4), max_size=25),
    st.sampled_from([None, "0001-01-01", "9999-12-31", "2022", FRIDAY]),
)
@pytest.mark.slow
def test_any_text_is_read_without_error(pieces: list[str], reference: str | None) -> None:
    for glue in ("", " "):
        text = glue.join(pieces)
        for language in ("en", "sr"):
            invariants(text, find_dates(text, reference, language=language))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["1", "May ", "2015 ", "over the past three years ", " ", "\n", "January 5, ", "from 2015 to "]
)
def test_time_is_proportional_to_the_text(piece: str) -> None:
    def took(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find_dates(text, FRIDAY)
        return time.process_time() - start

    took(10_000)
    assert took(160_000) < 12 * max(took(40_000), 0.05)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "the " + "2018, " * 8_000,
        "1970 (2011), " * 4_000,
        "3, 4, " * 8_000 + "and 5 May",
        "the first since 2010 " * 2_500,
        "act no. " * 6_000 + "of 2010",
        "on Friday the 3rd " * 2_800,
    ],
)
def test_rows_of_dates_take_time_proportional_to_the_text(text: str) -> None:
    start = time.thread_time()
    find_dates(text, "2024-05-14")
    assert time.thread_time() - start < 10

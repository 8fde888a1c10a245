"""Dates in digits alone."""

from __future__ import annotations

import pytest

from dates.sentences import FRIDAY, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was agreed on 19.04.2013.", "2013-04-19"),
        ("It was agreed on 2013-04-19.", "2013-04-19"),
        ("It was agreed on 19.IV.2013.", "2013-04-19"),
        ("It was agreed on 5/XII/1998.", "1998-12-05"),
        ("It was agreed on 23-VI-2023.", "2023-06-23"),
        ("Seoul, 2014.06.03", "2014-06-03"),
        ("They met on 2014/06/03 in Osaka.", "2014-06-03"),
        ("The letter dated 26.07.93 was read.", "1993-07-26"),
    ],
)
def test_a_date_in_digits(text: str, expected: str) -> None:
    assert read(text) == [(expected, None, "point")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Rice seed | Peru | 01/2021 – 12/2023", "2021-01", "2023-12"),
        ("The quota ran from 1.11.96 to 31.10.97.", "1996-11-01", "1997-10-31"),
        ("The grant covers 01.07.2014-30.06.2018.", "2014-07-01", "2018-06-30"),
        ("The grant covers 2014-07-01/2018-06-30.", "2014-07-01", "2018-06-30"),
        ("Talks were held on 24-25.04.2014.", "2014-04-24", "2014-04-25"),
    ],
)
def test_a_stretch_in_digits(text: str, first: str, last: str) -> None:
    assert read(text) == [(first, last, "interval")]


def test_numeric_dates_are_day_first_unless_the_publisher_writes_otherwise() -> None:
    assert read("On 01/02/2014 they met.") == [("2014-02-01", None, "point")]
    assert read("On 01/02/2014 they met.", month_first=True) == [("2014-01-02", None, "point")]
    assert read("On 12/31/2014 they met.") == [("2014-12-31", None, "point")]
    assert read("On 01.02.2014 they met.", month_first=True) == [("2014-02-01", None, "point")]


def test_a_month_in_digits_is_placed_in_time_by_a_word() -> None:
    assert read("Output fell in 11/2022.") == [("2022-11", None, "point")]
    assert read("Decision 11/2022 and Law 05/2011 apply.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Regulation 10/2015 applies.",
        "The ratio was 1/2 in version 1.2.2015.1.",
        "They recalled Resolution 2014/5/3 and decision no. 2014.5.3.",
        "The duties set out from 3.2.11 on bind both sides.",
    ],
)
def test_digits_that_are_no_date(text: str) -> None:
    assert read(text, FRIDAY) == []


def test_the_day_of_the_attacks_is_part_of_their_name() -> None:
    assert read("The 9/11 attacks changed that.") == [("2001-09-11", None, "name")]

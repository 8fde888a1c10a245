from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import edtf
from dragoman.errors import InvalidRecord


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("2015", (2015, 1, 1), (2016, 1, 1)),
        ("2015-01", (2015, 1, 1), (2015, 2, 1)),
        ("2015-12", (2015, 12, 1), (2016, 1, 1)),
        ("2013-04-19", (2013, 4, 19), (2013, 4, 20)),
        ("2016-02-29", (2016, 2, 29), (2016, 3, 1)),
        ("2001-21", (2001, 3, 1), (2001, 6, 1)),
        ("2001-24", (2001, 12, 1), (2002, 3, 1)),
        ("2001~", (2001, 1, 1), (2002, 1, 1)),
        ("2001-05?", (2001, 5, 1), (2001, 6, 1)),
        ("199X", (1990, 1, 1), (2000, 1, 1)),
        ("19XX", (1900, 1, 1), (2000, 1, 1)),
        ("00XX", (1, 1, 1), (100, 1, 1)),
        ("2004-XX", (2004, 1, 1), (2005, 1, 1)),
        ("1985-04-XX", (1985, 4, 1), (1985, 5, 1)),
        ("2001/2005", (2001, 1, 1), (2006, 1, 1)),
        ("2001-06-30/2001-07", (2001, 6, 30), (2001, 8, 1)),
        ("9999", (9999, 1, 1), (9999, 12, 31)),
        ("9999-12-31", (9999, 12, 31), (9999, 12, 31)),
    ],
)
def test_interval_is_half_open(text: str, first: tuple[int, int, int], after: tuple[int, int, int]) -> None:
    assert edtf.interval(text) == (date(*first), date(*after))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("../2005", (date.min, date(2006, 1, 1))),
        ("2001/..", (date(2001, 1, 1), date.max)),
        ("/2005", (date.min, date(2006, 1, 1))),
    ],
)
def test_open_sides_reach_to_the_ends_of_the_calendar(text: str, expected: tuple[date, date]) -> None:
    assert edtf.interval(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "15",
        "2015-13",
        "2015-00",
        "2015-02-30",
        "2015-1-1",
        "0000",
        "20 15",
        "2015-01-01T10:00",
        "May 2015",
        "../..",
        "/",
        "2005/2001",
        "2015-21-03",
        "2015-XX-01",
        "٢٠١٥",
        "2015\n",
        "1999/2000/2001",
        "X999",
        "-0044",
    ],
)
def test_what_is_not_in_the_subset_is_refused_and_shown(text: str) -> None:
    with pytest.raises(InvalidRecord) as error:
        edtf.check(text)
    assert repr(text) in str(error.value)
    assert not edtf.is_valid(text)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2015", "year"),
        ("2015-07", "month"),
        ("2015-12", "month"),
        ("2015-21", "season"),
        ("2015-07-01", "day"),
        ("2015-22", "season"),
        ("199X", "decade"),
        ("19XX", "century"),
        ("2015~", "year"),
        ("2004-XX", "year"),
        ("1985-04-XX", "month"),
        ("2001/..", "interval"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert edtf.precision(text) == precision


def test_before() -> None:
    assert edtf.before("2014", "2015-01-01")
    assert not edtf.before("2015-01", "2015")
    assert not edtf.before("2015-01-31", "2015-01")


def test_holds_from_date_to_end() -> None:
    assert edtf.holds("2007", "2013") == (date(2007, 1, 1), date(2014, 1, 1))
    assert edtf.holds("1999", None) == (date(1999, 1, 1), date.max)
    assert edtf.holds(None, "2017-05-31") == (date.min, date(2017, 6, 1))
    with pytest.raises(InvalidRecord, match="lies before"):
        edtf.holds("2013", "2007")


@given(st.dates(max_value=date(9998, 12, 31)))
def test_a_day_lies_within_its_month_and_year(day: date) -> None:
    text = day.isoformat()
    (day_start, day_stop), (month_start, month_stop), (year_start, year_stop) = (
        edtf.interval(text[:length]) for length in (10, 7, 4)
    )
    assert year_start <= month_start <= day_start < day_stop <= month_stop <= year_stop


@given(st.text(max_size=14))
def test_any_text_is_valid_or_refused(text: str) -> None:
    if edtf.is_valid(text):
        first, after = edtf.interval(text)
        assert first <= after

"""EDTF dates as first and last day."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import InvalidRecord
from dragoman.ledger.days import FIRST_DAY, LAST_DAY, day_number, day_of, day_range, days, span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", 20150101, 20151231),
        ("2016-02", 20160201, 20160229),
        ("2015-02", 20150201, 20150228),
        ("2015-10-27", 20151027, 20151027),
        ("0988", 9880101, 9881231),
        ("0001", FIRST_DAY, 11231),
        ("9999", 99990101, LAST_DAY),
        ("2015/2016-03", 20150101, 20160331),
        ("2015/..", 20150101, LAST_DAY),
        ("../2015", FIRST_DAY, 20151231),
    ],
)
def test_a_date_covers_its_days(text: str, first: int, last: int) -> None:
    assert days(text) == (first, last)


@pytest.mark.parametrize("text", ["", "May 2015", "2015-13", "2015-02-30", "0000", "10000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidRecord):
        days(text)


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, (None, None)),
        ("2015", None, (20150101, None)),
        (None, "2015", (None, 20151231)),
        ("2015", "2015", (20150101, 20151231)),
        ("2015-05", "2015", (20150501, 20151231)),
        ("2015-05-02", "2015-05-02", (20150502, 20150502)),
    ],
)
def test_a_range_has_both_its_dates_in_it(
    since: str | None, until: str | None, found: tuple[int | None, int | None]
) -> None:
    assert day_range(since, until) == found


def test_a_range_without_a_day_is_refused() -> None:
    with pytest.raises(InvalidRecord, match="from 2015-05-02 until 2015-05-01 ends before it begins"):
        day_range("2015-05-02", "2015-05-01")


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("2015", None, (20150101, 20151231)),
        ("2015", "2017", (20150101, 20171231)),
        (None, "2017", (20170101, 20171231)),
        ("2015", "2014", (20150101, 20151231)),  # its end before its beginning
        (None, None, None),
        ("", "", None),
        ("soon", "2017", None),
        ("2015", "later", None),
    ],
)
def test_a_statement_without_readable_dates_has_no_days(
    first: str | None, last: str | None, found: tuple[int, int] | None
) -> None:
    assert span(first, last) == found


@pytest.mark.parametrize("day", [date(2015, 10, 31), date.min, date.max])
def test_a_number_leads_back_to_its_day(day: date) -> None:
    assert day_of(day_number(day)) == day

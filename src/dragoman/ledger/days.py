"""EDTF dates as first and last day, written as numbers like 20151031 so that any database compares them fast."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman import edtf
from dragoman.errors import InvalidRecord

FIRST_DAY, LAST_DAY = 10101, 99991231


def days(text: str) -> tuple[int, int]:
    """First and last day that ``text`` covers. Raises `InvalidRecord` for what is no EDTF of the subset."""
    start, stop = edtf.interval(text)
    return day_number(start), LAST_DAY if stop == date.max else day_number(stop - timedelta(days=1))


def day_range(since: str | None, until: str | None) -> tuple[int | None, int | None]:
    """The first day of ``since`` and the last of ``until``; null where not given. Raises `InvalidRecord` for what is no
    EDTF, and where no day lies between."""
    first = None if since is None else days(since)[0]
    last = None if until is None else days(until)[1]
    if first is not None and last is not None and last < first:
        raise InvalidRecord(f"from {since} until {until} ends before it begins; exchange the two dates")
    return first, last


def span(first: str | None, last: str | None) -> tuple[int, int] | None:
    """First and last day of a statement with these dates; null where it has none or they cannot be read.

    A date without an end is taken as it stands ("2015" is that year), not as open.
    """
    try:
        begins = days(first) if first else None
        ends = days(last) if last else None
    except InvalidRecord:
        return None
    if begins and ends:
        return begins[0], max(begins[1], ends[1])
    return begins or ends


def day_of(number: int) -> date:
    """The day that a number like 20151031 stands for."""
    return date(number // 10000, number // 100 % 100, number % 100)


def day_number(day: date) -> int:
    return day.year * 10000 + day.month * 100 + day.day

"""Dates as the contract writes them: the part of EDTF level 0 and 1 that statements use, and arithmetic on it.

Read are years, months, days (``2015``, ``2015-01``, ``2013-04-19``), seasons (``2001-21``, spring, to ``2001-24``),
unspecified digits at the end (``199X``, ``19XX``, ``2004-XX``, ``1985-04-XX``), the qualifiers ``?``, ``~`` and ``%``,
and intervals with an open (``..``) or unknown (empty) side (``2001/2005``, ``../2005``, ``2001/..``).
Everything that is compared is first turned into a half-open interval of days. Source: EDTF, ISO 8601-2:2019, annex A.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from dragoman.errors import InvalidRecord

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval"]

_YEAR = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)[?~%]?")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2}|XX)[?~%]?")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2}|XX)[?~%]?")
_SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
_ADVICE = "write 2015, 2015-01, 2015-01-31, 2015-21 (spring), 199X, 2015~ or an interval such as 2015/2017 or 2015/.."


def interval(edtf: str) -> tuple[date, date]:
    """The first day that ``edtf`` covers and the first day after it.

    A side that is open or unknown reaches to `date.min` or `date.max`. Seasons are three whole months, spring from
    March. Raises `InvalidRecord` for what is not in the subset, for days that no calendar has (``2015-02-30``) and
    for intervals that end before they begin.
    """
    if not isinstance(edtf, str):
        raise InvalidRecord(f"date {edtf!r} is not text; {_ADVICE}")
    if "/" not in edtf:
        return _single(edtf, edtf)
    first, _, last = edtf.partition("/")
    if first in ("", "..") and last in ("", ".."):
        raise InvalidRecord(f"date {edtf!r} has no side that is known; {_ADVICE}")
    start = date.min if first in ("", "..") else _single(first, edtf)[0]
    stop = date.max if last in ("", "..") else _single(last, edtf)[1]
    if stop <= start:
        raise InvalidRecord(f"date {edtf!r} ends before it begins")
    return start, stop


def check(edtf: str) -> str:
    """``edtf`` itself when it is in the subset. Raises `InvalidRecord` as `interval` does."""
    interval(edtf)
    return edtf


def is_valid(edtf: str) -> bool:
    """Whether ``edtf`` is in the subset."""
    try:
        interval(edtf)
    except InvalidRecord:
        return False
    return True


def precision(edtf: str) -> Precision:
    """How fine a date is. ``2004-XX`` is a year, ``1985-04-XX`` a month. Raises `InvalidRecord`."""
    check(edtf)
    bare = edtf.rstrip("?~%")
    if "/" in bare:
        return "interval"
    if len(bare) == 10:
        return "month" if bare.endswith("XX") else "day"
    if len(bare) == 7:
        if bare.endswith("XX"):
            return "year"
        return "month" if int(bare[5:]) <= 12 else "season"
    return "century" if bare.endswith("XX") else "decade" if bare.endswith("X") else "year"


def before(a: str, b: str) -> bool:
    """Whether all of ``a`` lies before all of ``b``. Raises `InvalidRecord`."""
    return interval(a)[1] <= interval(b)[0]


def holds(first: str | None, last: str | None) -> tuple[date, date]:
    """The days from a statement's ``date`` to its ``end``, half-open; a side that is null is open.

    A statement with a date and no end is taken as open: whether it is a point or "since" is for the caller, who knows
    the kind. Raises `InvalidRecord`, also where ``last`` ends before ``first`` begins.
    """
    start = interval(first)[0] if first else date.min
    stop = interval(last)[1] if last else date.max
    if stop <= start:
        raise InvalidRecord(f"end {last!r} lies before date {first!r}")
    return start, stop


def _single(edtf: str, shown: str) -> tuple[date, date]:
    try:
        if found := _YEAR.fullmatch(edtf):
            first = int(found[1].replace("X", "0"))
            last = int(found[1].replace("X", "9"))
            return date(max(first, 1) if first != last else first, 1, 1), _first_of(last + 1, 1)
        if found := _MONTH.fullmatch(edtf):
            return _month(int(found[1]), found[2])
        if found := _DAY.fullmatch(edtf):
            if found[3] == "XX":
                return _month(int(found[1]), found[2], seasons=False)
            day = date(int(found[1]), int(found[2]), int(found[3]))
            return day, day + timedelta(days=1) if day < date.max else date.max
    except ValueError as error:
        raise InvalidRecord(f"date {shown!r} is no day of the calendar ({error})") from error
    raise InvalidRecord(f"date {shown!r} is not EDTF as statements use it; {_ADVICE}")


def _month(year: int, month: str, seasons: bool = True) -> tuple[date, date]:
    if month == "XX":
        return date(year, 1, 1), _first_of(year + 1, 1)
    number = int(month)
    if seasons and number in _SEASON_STARTS:
        start = _SEASON_STARTS[number]
        return date(year, start, 1), _first_of(year, start + 3)
    return date(year, number, 1), _first_of(year, number + 1)


def _first_of(year: int, month: int) -> date:
    """The first of a month, where month 13 is January of the next year; `date.max` past the calendar."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1) if year <= date.max.year else date.max

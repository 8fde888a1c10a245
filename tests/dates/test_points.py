"""Points of the calendar, and those that it does not have."""

from __future__ import annotations

import pytest

from dates.sentences import read
from dragoman.dates.points import NO_DAY, Point, checked


@pytest.mark.parametrize(
    ("point", "edtf"),
    [
        (Point(2014, 3, 5), "2014-03-05"),
        (Point(2014, 21), "2014-21"),
        (Point(732), "0732"),
        (Point(2014, None, 5), "2014"),
        (Point(None, 3, 5), None),
    ],
)
def test_a_point_in_edtf(point: Point, edtf: str | None) -> None:
    assert point.edtf() == edtf


@pytest.mark.parametrize(
    ("point", "basis"),
    [
        (Point(2016, 2, 29), "absolute"),
        (Point(2000, 2, 29), "absolute"),
        (Point(None, 2, 29), "partial"),
        (Point(2015, 2, 29), NO_DAY),
        (Point(1900, 2, 29), NO_DAY),
        (Point(None, 4, 31), NO_DAY),
    ],
)
def test_a_day_that_the_calendar_does_not_have_only_takes_its_place(point: Point, basis: str) -> None:
    [mention] = checked(0, 4, point)
    assert (mention.basis, mention.start, mention.end) == (basis, 0, 4)


def test_the_parts_of_a_day_that_is_none_are_no_dates() -> None:
    assert read("There is no February 30, 2015 and no 31.04.2014.") == []

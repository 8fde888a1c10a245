"""What pictures consist of."""

from __future__ import annotations

import pytest

from dragoman.errors import InvalidRecord
from dragoman.queries.pictures import Edge, Years


def test_years_are_years() -> None:
    with pytest.raises(InvalidRecord, match="10000 is no year"):
        Years(10000)
    with pytest.raises(InvalidRecord, match="from 2020 until 2019 ends before it begins"):
        Years(2020, 2019)


@pytest.mark.parametrize(
    ("years", "given", "days"),
    [
        (Years(), False, (10000, 99990000)),
        (Years(2014), True, (20140000, 99990000)),
        (Years(until=2014), True, (10000, 20150000)),
        (Years(2014, 2014), True, (20140000, 20150000)),
    ],
)
def test_years_run_from_first_to_last_day(years: Years, given: bool, days: tuple[int, int]) -> None:
    assert (years.given, years.days) == (given, days)


@pytest.mark.parametrize("year", [0, -5, 10000])
def test_what_no_date_can_have_is_no_year(year: int) -> None:
    with pytest.raises(InvalidRecord, match=f"{year} is no year; give one from 1 to 9999"):
        Years(until=year)


def test_a_tie_counts_the_facts_of_all_kinds() -> None:
    assert Edge("A", "B", (("agreement", 2), ("meeting", 3))).facts == 5
    assert Edge("A", "B", ()).facts == 0

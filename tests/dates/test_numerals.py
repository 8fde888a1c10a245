"""Numbers as texts write them."""

from __future__ import annotations

import pytest

from dragoman.dates.numerals import find_numerals, short_scale, times


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("It lent 9.6 and 10.000.000.", [9.6, 1e7]),
        ("It lent 1,200.50 and 2 500 000.", [1200.5, 2.5e6]),
        ("It lent 1'200 and 1.200,5.", [1200, 1200.5]),
        ("It took twenty-eight days.", [28]),
        ("Two hundred and fifty came.", [250]),
        ("It lent half a million.", [500_000]),
        ("It lent a quarter of a million.", [250_000]),
        ("It lent two and a half billion.", [2.5e9]),
        ("It lent a million and a half.", [1.5e6]),
        ("It lent 6¼ million.", [6.25e6]),
        ("It lent 6 1/2 million.", [6.5e6]),
        ("It lent five thousand million.", [5e9]),
        ("A dozen came, and one left.", [12, 1]),
        ("Thousands came and millions went.", []),
        ("Two three is no number.", []),
        ("Take G20, 5:20 and 1/2.", []),
    ],
)
def test_numbers_of_a_text(text: str, numbers: list[float]) -> None:
    assert [numeral.number for numeral in find_numerals(text)] == numbers


@pytest.mark.parametrize(
    ("text", "grouped", "scaled", "spelled", "doubtful"),
    [
        ("1,600", True, False, False, False),
        ("1.600", False, False, False, True),
        ("1.600.000", True, False, False, False),
        ("1.600 and a half", False, False, False, False),
        ("5 million", False, True, False, False),
        ("five million", False, True, True, False),
    ],
)
def test_how_a_number_is_written(text: str, grouped: bool, scaled: bool, spelled: bool, doubtful: bool) -> None:
    [numeral] = find_numerals(text)
    assert numeral.end == len(text)
    assert (numeral.grouped, numeral.scaled, numeral.spelled, numeral.doubtful) == (grouped, scaled, spelled, doubtful)


@pytest.mark.parametrize(
    ("text", "number"),
    [("5m", 5e6), ("10k", 10_000), ("240 mill. a year", 2.4e8), ("3MM", 3e6), ("5 million", 5e6), ("5 men", 5)],
)
def test_a_short_scale_is_read_where_it_is_asked_for(text: str, number: float) -> None:
    [numeral] = find_numerals(text)
    assert short_scale(numeral, text).number == number


def test_a_number_is_what_its_digits_say() -> None:
    assert times(16.15, 1e9) == 16_150_000_000
    assert times(0.07, 100) == 7

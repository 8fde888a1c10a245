"""Numbers that are written as only values are."""

from __future__ import annotations

import pytest

from dragoman.dates.numerals import find_numerals
from dragoman.values.written import is_large, written_numbers
from values.sentences import read


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("A budget of EUR20m was agreed.", 2e7, "EUR"),
        ("A budget of USD700 million was agreed.", 7e8, "USD"),
        ("A budget of SDR3.2 billion was agreed.", 3.2e9, "XDR"),
        ("Rs. 7 crore was granted.", 7e7, "INR"),
        ("INR 120 lakh was granted.", 1.2e7, "INR"),
        ("Rs 3,40,000 crore was granted.", 3.4e12, "INR"),
        ("Two crore rupees was granted.", 2e7, "INR"),
        ("About them, 1.2 lakh crore rupees was granted.", 1.2e12, "INR"),
        ("It holds 3.5 lakh people.", 350_000, "person"),
    ],
)
def test_amounts_at_their_mark_and_in_the_indian_scale(text: str, number: float, unit: str | None) -> None:
    assert read(text) == [(number, unit, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was fined R250 000.", [(250_000, "ZAR", None)]),
        ("It cost R1,5 billion.", [(1.5e9, "ZAR", None)]),
        ("It cost EUR12,5 million.", [(1.25e7, "EUR", None)]),
        ("It cost KSh.500 million.", [(5e8, "KES", None)]),
        ("It cost MK2.5 billion.", [(2.5e9, "MWK", None)]),
        ("It cost E20 million.", [(2e7, "SZL", None)]),
        ("It cost RM2.5 bil.", [(2.5e9, "MYR", None)]),
    ],
)
def test_amounts_with_no_blank_behind_their_mark(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A credit of 700 (seven hundred) million roubles.", [(7e8, "RUB", None)]),
        ("It lent USD 5,000,000 (five million US dollars).", [(5e6, "USD", None)]),
        ("Within ninety (90) days.", [(90, "day", None)]),
    ],
)
def test_a_number_said_twice_is_read_once(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was so in 1999-2003 and in 2010-11.",
        "Resolutions 242-338 apply.",
        "Call 555-1234 or 202-456-1111.",
        "They won 2-1.",
        "The Boeing 737-800 jets and the Su 27-30 jets flew by.",
        "They recalled the 9-11 attacks.",
        "The key is ACBA BD1C.",
        "COP27, PEN2 and SDG16 were on the agenda, as were COP 26 and SDG 5.",
        "UPDATE 2-Norland to open its market.",
    ],
)
def test_what_is_no_range_and_no_amount(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("10-15 states", [10, 15]),
        ("15-10", [15]),
        ("9-11", [9]),
        ("24-7", [24]),
        ("1,20,000 men", [120_000]),
        ("2.5 lakh crore", [2.5e12]),
        ("EUR30m", [30]),
        ("ninety (90) days", [90]),
        ("ninety (80) days", [90, 80]),
    ],
)
def test_numbers_as_only_values_have_them(text: str, numbers: list[float]) -> None:
    assert [numeral.number for numeral in written_numbers(text, find_numerals(text))] == numbers


@pytest.mark.parametrize(("text", "large"), [("12 million", True), ("1,200", True), ("1200", False), ("twelve", False)])
def test_a_number_that_is_plainly_an_amount(text: str, large: bool) -> None:
    assert is_large(*find_numerals(text)) is large

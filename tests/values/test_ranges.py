"""Numbers that stand together and share a unit."""

from __future__ import annotations

import pytest

from values.sentences import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs between 5 and 10 million euros.", [(5e6, "EUR", "min"), (1e7, "EUR", "max")]),
        ("Another 40 or 50 million people are at risk.", [(4e7, "person", None), (5e7, "person", None)]),
        ("The share fell from 22 to 15 percent.", [(22, "%", None), (15, "%", None)]),
        ("It invested $5 billion in more than 35 countries.", [(5e9, "USD", None), (35, "country", "min")]),
        ("It rose from $160 million to around $700 million.", [(1.6e8, "USD", None), (7e8, "USD", "approx")]),
        ("UAE 10%, Turkey 8% (2023)", [(10, "%", None), (8, "%", None)]),
        ("Growth was 4-5%.", [(4, "%", None), (5, "%", None)]),
        ("Tariffs are 0-5%.", [(0, "%", None), (5, "%", None)]),
        ("Some 12–18 states came.", [(12, "state", "approx"), (18, "state", None)]),
        ("They sent 700-800 troops.", [(700, "troop", None), (800, "troop", None)]),
        ("It takes 2-4 years.", [(2, "year", None), (4, "year", None)]),
        ("It costs 3–4 million euros.", [(3e6, "EUR", None), (4e6, "EUR", None)]),
        ("It costs $3-4 million.", [(3e6, "USD", None), (4e6, "USD", None)]),
        ("It costs $3-4m.", [(3e6, "USD", None), (4e6, "USD", None)]),
        ("It costs $3 to 4 million.", [(3e6, "USD", None), (4e6, "USD", None)]),
        ("It costs between £3-4 million.", [(3e6, "GBP", "min"), (4e6, "GBP", "max")]),
        ("It costs Rs 3-4 crore.", [(3e7, "INR", None), (4e7, "INR", None)]),
        ("They sent 2,000-2,500 soldiers.", [(2000, "soldier", None), (2500, "soldier", None)]),
        ("It lent US$ 9.2 billion to 41 states.", [(9.2e9, "USD", None), (41, "state", None)]),
        ("It gave € 500 to 12 families.", [(500, "EUR", None), (12, "family", None)]),
        ("They were cut from 60,000 to 40,000 soldiers.", [(60_000, "soldier", None), (40_000, "soldier", None)]),
        ("It met 9 of its 11 goals.", [(9, "goal", None), (11, "goal", None)]),
    ],
)
def test_several_values(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not less than 40 and not more than 60 per\ncent.", [(40, "%", "min"), (60, "%", "max")]),
        ("Between US$ 10 and US$ 12.", [(10, "USD", "min"), (12, "USD", "max")]),
        ("From $5 million to €7 million.", [(5e6, "USD", None), (7e6, "EUR", None)]),
        ("Growth of 3 -5% is foreseen.", [(3, "%", None), (5, "%", None)]),
        ("It sent 5-6,000 troops.", [(5000, "troop", None), (6000, "troop", None)]),
        ("It gives EUR 500 000 – 750 000.", [(500_000, "EUR", None), (750_000, "EUR", None)]),
        ("It gives USD 1.2 billion–1.5 billion.", [(1.2e9, "USD", None), (1.5e9, "USD", None)]),
        ("It gives 1.2 million-3 children.", [(1.2e6, None, None)]),
        ("It gives USD 500 to 3,000 families.", [(500, "USD", None), (3000, "family", None)]),
    ],
)
def test_both_ends_of_a_range(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sent 12 and 14 officers, respectively.", [(12, "officer", None), (14, "officer", None)]),
        ("It sent 20, 35 and 40 men respectively.", [(20, "man", None), (35, "man", None), (40, "man", None)]),
        ("They paid $3 and $4 million, respectively.", [(3e6, "USD", None), (4e6, "USD", None)]),
        ("They paid €3.5bn and €400m respectively.", [(3.5e9, "EUR", None), (4e8, "EUR", None)]),
        ("Articles 12 and 14 officers, respectively.", [(14, "officer", None)]),
        ("It sent 12 and 14 officers.", [(14, "officer", None)]),
    ],
)
def test_numbers_of_a_list_that_are_told_respectively(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected

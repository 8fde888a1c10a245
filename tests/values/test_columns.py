"""Units that the head of a column, or the first cell of a row, gives to figures."""

from __future__ import annotations

import time

import pytest

from dragoman.values import find_values
from values.sentences import read


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Donor | Amount (USD million)\nChad | 12.5", [(1.25e7, "USD", None)]),
        ("Donor | Grants, EUR '000\nChad | 250", [(250_000, "EUR", None)]),
        ("State | Loan (Rs crore)\nBihar | 1,250", [(1.25e10, "INR", None)]),
        ("Donor | Grants, NOK (million)\nChad | 9", [(9e6, "NOK", None)]),
        ("Donor | Aid (€m) | Output (thousand tonnes)\nMali | <5 | 3", [(5e6, "EUR", "max"), (3000, "tonne", None)]),
        ("Year | Tariff (US$/kW)\n2021 | 22.60", [(22.6, "USD", None)]),
        ("Year | Budget (in millions)\n2020 | $14", [(1.4e7, "USD", None)]),
        ("USD million | 2019 | 2020\nExports | 12.5 | 13\nImports | 4", [(1.25e7, "USD", None), (1.3e7, "USD", None)]),
        ("Measure | 2019\nGrowth (%) | -0.4", [(-0.4, "%", None)]),
        ("(In percent of GDP, unless otherwise indicated) | 2019\nDebt | 37.9", [(37.9, "%", None)]),
        ("Aid (A$ million)\n\n | 2019 | 2020\nBilateral | 5 | 6", [(5e6, "AUD", None), (6e6, "AUD", None)]),
        ("| Donor | Amount (USD) |\n|---|---|\n| Chad | 40,000 |", [(40_000, "USD", None)]),
        (
            "Donor       Aid (US$m)      Share (%)\nChad             2.5             10",
            [(2.5e6, "USD", None), (10, "%", None)],
        ),
        ("Sum (UA million) | Note\n | (draft)\nLoan | 12", []),
        ("Step | Amount (JPY million)\nSecond | 625", [(6.25e8, "JPY", None)]),
        ("Country | Count (estimates)\nChad | 12\nImports are listed below", []),
        ("Euro | 1.25 | 1.30", []),
        ("Donor | Aid (EUR)\nMali | 5\nTown | Schools\nGao | 12", [(5, "EUR", None)]),
        ("Donor | Aid (EUR)\nMali | 5\nTogo | none\nChad | 12", [(5, "EUR", None), (12, "EUR", None)]),
        ("Year | Speed (km/h)\n2021 | 50", []),
        ("Good | Price (USD/kg)\nTea | 1.125", []),
        ("Trade (100 million yen, 2013)\n\nFish | 10,329\nTea | 2", [(1.0329e12, "JPY", None), (2e8, "JPY", None)]),
        ("Donor | Aid (2019, EUR million)\nChad | 5", [(5e6, "EUR", None)]),
        ("Towns (CHF 9 million)\n\nItem | Years\nRoads | 2", [(9e6, "CHF", None)]),
        ("Year | Exports | Imports\n(in USD million)\n2019 | 7.5 | 3", [(7.5e6, "USD", None), (3e6, "USD", None)]),
        (
            "Work | Aid (EUR)\nDam | up to 2.5 million\nWell | 7,500 a year",
            [(2.5e6, "EUR", "max"), (7500, "EUR", None)],
        ),
        ("Work | Aid (M€) | Loan (MUSD)\nDam | 9,2 | 8", [(9.2e6, "EUR", None), (8e6, "USD", None)]),
        ("Work | Aid (EUR)\nDam | for 2,500 families", [(2500, "family", None)]),
    ],
)
def test_the_head_of_a_column_or_row_tells_the_unit(table: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(table) == expected


def test_a_unit_told_above_is_found_there_and_is_that_of_the_publisher() -> None:
    table = "Donor | Amount ($ million)\nCanada | 12.5"
    [value] = find_values(table, publisher="CAN")
    assert (value.unit, table[value.unit_start : value.unit_end], value.text) == ("CAD", "$", "12.5")


@pytest.mark.slow
def test_columns_take_time_proportional_to_the_text() -> None:
    table = "Donor | Amount (USD million)\n" + "Chad | 12.5 | 7\n" * 4_000
    start = time.thread_time()
    find_values(table)
    assert time.thread_time() - start < 15

"""What a value takes from the text beside it."""

from __future__ import annotations

import pytest

from dragoman.values import find_values
from dragoman.values.beside import in_other_money
from values.sentences import read


@pytest.mark.parametrize(
    ("text", "publisher", "unit"),
    [
        ("It gave $30,000.", None, "USD"),
        ("It gave $30,000.", "NZL", "NZD"),
        ("It gave two million dollars.", "CAN", "CAD"),
        ("It gave US$30,000.", "AUS", "USD"),
        ("It gave 30,000 U.S. dollars.", "AUS", "USD"),
        ("It gave $30,000.", "FRA", "USD"),
        ("It gave 30 million kroner.", "NOR", "NOK"),
        ("It gave 30 million kroner.", "DNK", "DKK"),
        ("It gave 3,000 pesos.", "CHL", "CLP"),
        ("It gave 3,000 francs.", "CHE", "CHF"),
        ("It gave 3,000 Swiss francs.", "RWA", "CHF"),
        ("It gave 3 million rupees.", "NPL", "NPR"),
        ("It gave 3 million kwacha.", "ZMB", "ZMW"),
        ("It gave 3,000 manat.", "AZE", "AZN"),
        ("It gave 3,000 lei.", "MDA", "MDL"),
        ("It gave 3 million shillings.", "KEN", "KES"),
        ("It gave 3 million dinars.", "TUN", "TND"),
        ("It gave 3 million pounds.", "EGY", "EGP"),
        ("It gave 3,000 pounds of rice.", "EGY", "pound"),
        ("It gave 3 million rubles.", "BLR", "BYN"),
        ("It gave 3 million rupees.", None, "INR"),
        ("It gave US $3 million.", "NZL", "USD"),
        ("It gave Rs 3 million.", "JPN", "INR"),
        ("It gave Rs 3 million.", "PAK", "PKR"),
        ("It gave Rs. 3 million.", "MUS", "MUR"),
        ("It gave FCFA 3 million.", None, None),
        ("It gave FCFA 3 million.", "SEN", "XOF"),
        ("It gave 3 billion CFA francs.", "TCD", "XAF"),
        ("It gave 3 billion CFA francs.", "FRA", None),
        ("It gave R3 million.", "ZAF", "ZAR"),
        ("It gave R3 million.", None, "ZAR"),
        ("It gave K3 million.", "PNG", "PGK"),
        ("It gave K3 million.", "ZMB", "ZMW"),
        ("It gave ¥3 million.", "CHN", "CNY"),
        ("It gave 3 million escudos.", "CPV", "CVE"),
        ("It gave 3 million vatu.", "AUS", "VUV"),
        ("It gave 3 thousand million pesos.", "CHL", "CLP"),
        ("It gave 3 million pounds.", "JAM", "GBP"),
        ("It gave 3 million pounds.", "LBN", "LBP"),
        ("It gave 3 million pounds of rice.", "JAM", "pound"),
        ("It gave 300 pounds.", "JAM", "pound"),
    ],
)
def test_whose_money_it_is(text: str, publisher: str | None, unit: str | None) -> None:
    (found,) = find_values(text, publisher=publisher)
    assert found.unit == unit


def test_br_is_the_money_of_its_publisher() -> None:
    assert [v.unit for v in find_values("It cost Br 5 billion.", publisher="ETH")] == ["ETB"]
    assert [v.unit for v in find_values("It cost Br 5 billion.")] == [None]


def test_money_of_no_one_state_is_that_of_the_state_which_the_text_is_about() -> None:
    text = "France lent 65 billion CFA francs and FCFA 3 billion."
    assert {v.unit for v in find_values(text, publisher="FRA", about=("SEN/Jo Lind", "FRA"))} == {"XOF"}
    assert {v.unit for v in find_values(text, about=("SEN", "TCD"))} == {None}
    assert [v.unit for v in find_values("It cost $5 million.", about=("CAN",))] == ["USD"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("It gave 20 million dollars in grants and 30 million as a loan.", ["USD", "USD"]),
        ("It gave one billion euros of the cost, estimated at 4.6 billion.", ["EUR", "EUR"]),
        ("It gave 2 million euros. 3 million fled.", ["EUR", None]),
        ("It gave 2 million euros to 3 million people.", ["EUR", "person"]),
        ("It gave £2m, and Japan gave Rs 3 million.", ["GBP", "INR"]),
        ("It gave £2m, and Japan gave Xy 3 million.", ["GBP", None]),
        ("It gave 2 billion dollars, or 3 trillion won.", ["USD", "KRW"]),
        ("- imports: EUR 1.1 billion\n- exports: 2.4 billion\n- people: 4.5 million", ["EUR", "EUR", None]),
        ("Trade (2021): EUR 35 million; exports to Peru: over 20 million.", ["EUR", None]),
        ("Trade: EUR 35 million; exports: over 20 million.", ["EUR", "EUR"]),
        ("Exports: 2.4 billion", [None]),
    ],
)
def test_a_large_amount_has_the_currency_named_before_it(text: str, units: list[str | None]) -> None:
    assert [v.unit for v in find_values(text)] == units


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 189 members, 47 of them in Africa.", [(189, "member", None), (47, "member", None)]),
        ("It sent 350 soldiers, of whom 190 are in Gao.", [(350, "soldier", None), (190, "soldier", None)]),
        ("It lost 20 ships, of which about 5 sank.", [(20, "ship", None), (5, "ship", "approx")]),
    ],
)
def test_of_them_counts_what_was_counted_before(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A grant of three hundred million Japanese Yen (¥300,000,000).", [(3e8, "JPY", None)]),
        ("A loan of SDR 95 million (about US$130 million).", [(9.5e7, "XDR", None), (1.3e8, "USD", "approx")]),
    ],
)
def test_what_a_bracket_says_again_is_read_once(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("It cost $100,000 (about £62,000).", True),
        ("It cost $100,000 (up from £62,000).", False),
        ("It cost $100,000 (about $62,000).", False),
        ("It cost $100,000 (about £62,000 then).", False),
    ],
)
def test_an_amount_again_in_other_money(text: str, again: bool) -> None:
    first, second = find_values(text)
    assert in_other_money(text, first, second) is again

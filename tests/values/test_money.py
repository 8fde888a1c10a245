"""Marks and names of money."""

from __future__ import annotations

import pytest

from dragoman.values import find_values
from dragoman.values.money import currencies, money_beside
from values.sentences import read


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("EUR 1.6 billion was lent.", 1.6e9, "EUR"),
        ("The fund holds 9.6 million euros.", 9.6e6, "EUR"),
        ("A grant of US$ 5 million was made.", 5e6, "USD"),
        ("A loan of CHF 3.2 million was made.", 3.2e6, "CHF"),
        ("Norway gave NOK 100 million.", 1e8, "NOK"),
        ("Norway gave 100 million Norwegian kroner.", 1e8, "NOK"),
        ("It cost 5 million Canadian dollars.", 5e6, "CAD"),
        ("It cost 5 million dollars.", 5e6, "USD"),
        ("It cost 12 billion rubles.", 12e9, "RUB"),
        ("It lent 20 millions of dollars.", 2e7, "USD"),
    ],
)
def test_a_mark_or_a_name_is_that_of_a_currency(text: str, number: float, unit: str | None) -> None:
    assert read(text) == [(number, unit, None)]


@pytest.mark.parametrize(
    ("text", "publisher", "unit"),
    [
        ("It gave 30 million kronor.", None, "SEK"),
        ("It gave SI$ 220 million.", None, "SBD"),
        ("It gave ECU 25.5 million.", None, "XEU"),
        ("It gave 3 million ECU.", None, "XEU"),
        ("It gave F$2,300,000.", None, "FJD"),
        ("It gave Cdn$4.1m.", None, "CAD"),
        ("It gave XQ$3 million.", None, None),
        ("It gave KD 3 million.", None, "KWD"),
        ("It gave BD 3 million.", None, "BHD"),
        ("It gave SR 900.", None, "SAR"),
        ("It gave QR 3 million.", None, "QAR"),
        ("It gave RO 3 million.", None, "OMR"),
        ("It gave Dhs 3 million.", None, "AED"),
        ("It gave Rp 3 trillion.", None, "IDR"),
        ("It gave Tk 3 million.", None, "BDT"),
        ("It gave DM 3 million.", None, "DEM"),
        ("It gave Skr 3.4bn.", None, "SEK"),
        ("It gave Nkr 3 million.", None, "NOK"),
        ("It gave Dkr 3 million.", None, "DKK"),
        ("It gave Sw.fr. 3 million.", None, "CHF"),
        ("It gave RMB 3 million.", None, "CNY"),
        ("It gave Lps. 3 million.", None, "HNL"),
        ("It gave 3 billion birr.", None, "ETB"),
        ("It gave 3.2 trillion won.", None, "KRW"),
        ("It gave 3 billion marks.", None, "DEM"),
        ("It gave 3 million pesetas.", None, "ESP"),
        ("It gave 3 million guilders.", None, "NLG"),
        ("It gave 3 billion Congolese francs.", None, "CDF"),
        ("It gave 3 million Ugandan shillings.", None, "UGX"),
        ("It gave 3 million riel.", None, "KHR"),
        ("It gave 3 million bolivares.", None, "VES"),
    ],
)
def test_money_of_one_state(text: str, publisher: str | None, unit: str | None) -> None:
    (found,) = find_values(text, publisher=publisher)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost RMB¥50 million.", [(5e7, "CNY", None)]),
        ("It cost SAT$2.1m and BDS$10m.", [(2.1e6, "WST", None), (1e7, "BBD", None)]),
        ("It cost S/ 120 million.", [(1.2e8, "PEN", None)]),
        ("It cost TL 3.5 billion.", [(3.5e9, "TRY", None)]),
        ("It cost £E 31 million.", [(3.1e7, "EGP", None)]),
        ("It cost FBu 3bn and Rwf 12 billion.", [(3e9, "BIF", None), (1.2e10, "RWF", None)]),
        ("It cost ZiG 13 million.", [(1.3e7, "ZWG", None)]),
        ("It cost 256 MEUR and 3 MUSD.", [(2.56e8, "EUR", None), (3e6, "USD", None)]),
        ("It cost 5 million US-dollars.", [(5e6, "USD", None)]),
        ("It cost 12 trillion soums.", [(1.2e13, "UZS", None)]),
    ],
)
def test_money_as_publishers_of_all_continents_write_it(
    text: str, expected: list[tuple[float, str, str | None]]
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A loan of UA 12 million was made.", [(1.2e7, "XUA", None)]),
        ("Families got PRs 12,000 each.", [(12_000, "PKR", None)]),
        ("It paid Eur 3 million and SCR 1,000,000.", [(3e6, "EUR", None), (1e6, "SCR", None)]),
        ("It cost Kyats 5 million.", [(5e6, "MMK", None)]),
        ("It cost Swiss francs 5 million.", [(5e6, "CHF", None)]),
        ("They paid 5 million French francs, Swiss francs 3 million.", [(5e6, "FRF", None), (3e6, "CHF", None)]),
        ("They gave 5 million Swiss francs 3 years ago.", [(5e6, "CHF", None)]),
        ("It cost Kčs 50 million.", [(5e7, "CSK", None)]),
        ("It cost P10 million pula.", [(1e7, "BWP", None)]),
        ("It cost P10 million.", [(1e7, None, None)]),
        ("It cost Nu 3 billion.", [(3e9, "BTN", None)]),
        ("A loan of up to Japanese Yen (JPY) 12.5 billion.", [(12.5e9, "JPY", "max")]),
        ("A grant of Norwegian Kroner (NOK) 40 million.", [(4e7, "NOK", None)]),
        ("It gave $1.8 billion Canadian for water.", [(1.8e9, "CAD", None)]),
        ("It gave $1.8 billion Canadian firms want.", [(1.8e9, "USD", None)]),
        ("It gave three million of euros.", [(3e6, "EUR", None)]),
        (
            "It paid Rs. 5,000/- a head, KSh 20,000/= or Rs.5000/-.",
            [(5000, "INR", None), (20_000, "KES", None), (5000, "INR", None)],
        ),
        ("Trade was 345.6 mln. US dollars.", [(3.456e8, "USD", None)]),
        ("Exports were ST$31.2 million.", [(31_200_000, "WST", None)]),
        ("Trade came up to S$6.3b in all.", [(6.3e9, "SGD", None)]),
    ],
)
def test_a_mark_a_code_and_a_name_beside_each_other(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("It signed two yen loans.", 2, "yen loan"),
    ],
)
def test_what_is_counted_behind_a_currency_is_no_money(text: str, number: float, unit: str) -> None:
    assert [(v.number, v.unit) for v in find_values(text)] == [(number, unit)]


@pytest.mark.parametrize(
    ("written", "mark"), [("USD$ ", "USD"), ("(NOK) ", "NOK"), ("US$", "US$"), ("Sw.  fr.", "Sw. fr.")]
)
def test_a_mark_as_the_data_has_it(written: str, mark: str) -> None:
    assert currencies().mark(written) == mark


@pytest.mark.parametrize(
    ("written", "code"),
    [("Swiss  Francs", "CHF"), ("EUR", "EUR"), ("Japanese Yen", "JPY"), ("stones", None)],
)
def test_a_name_behind_a_number(written: str, code: str | None) -> None:
    assert currencies().named(written) == code


@pytest.mark.parametrize(
    ("text", "money"),
    [
        ("It gave Xy |10 million|.", True),
        ("It gave €|10 million|.", True),
        ("It gave |4 trillion| won.", True),
        ("It fed |4 million| people.", False),
        ("It gave |4 million|.", False),
    ],
)
def test_a_mark_or_name_beside_a_number(text: str, money: bool) -> None:
    before, number, after = text.split("|")
    assert money_beside(before + number + after, len(before), len(before + number)) is money

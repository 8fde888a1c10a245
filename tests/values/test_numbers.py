"""One number and its unit, or why it is no value."""

from __future__ import annotations

import pytest

from dragoman.values import find_values
from values.sentences import read


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("EUR 16.15 billion was lent.", 16_150_000_000, "EUR"),
        ("The fund holds 10.000.000 EUR.", 1e7, "EUR"),
        ("The fund holds 1.500 EUR.", 1500, "EUR"),
        ("The fund holds 1.500 and a half EUR.", 2, "EUR"),
        ("The fund holds 2 500 000 euros.", 2.5e6, "EUR"),
        ("A grant of $10m was made.", 1e7, "USD"),
        ("A grant of $450k was made.", 450_000, "USD"),
        ("A loan of £2.5bn was made.", 2.5e9, "GBP"),
        ("It cost half a million euros.", 500_000, "EUR"),
        ("It cost a billion dollars.", 1e9, "USD"),
        ("It cost two and a half million euros.", 2.5e6, "EUR"),
        ("It is a €3-million project.", 3e6, "EUR"),
        ("A budget of 5 million was agreed.", 5e6, None),
        ("A budget of NLG 60m was agreed.", 6e7, "NLG"),
        ("Italy paid £6¼ million.", 6.25e6, "GBP"),
        ("Italy paid 6 1/2 million dollars.", 6.5e6, "USD"),
        ("It lent 6.3 milliards of euros.", 6.3e9, "EUR"),
        ("It lent 5 milliard yen.", 5e9, "JPY"),
        ("Trade was 3,5 billion soles.", 3.5e9, "PEN"),
    ],
)
def test_how_large_an_amount_is(text: str, number: float, unit: str | None) -> None:
    assert read(text) == [(number, unit, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost ₱150-M.", [(1.5e8, "PHP", None)]),
        ("It cost $3MM.", [(3e6, "USD", None)]),
        ("It cost ₦2.5trn.", [(2.5e12, "NGN", None)]),
        ("It cost 12,5 Mio. Euro.", [(1.25e7, "EUR", None)]),
        ("It set DM 9.5 thousand million aside.", [(9.5e9, "DEM", None)]),
        ("It lent five thousand million roubles.", [(5e9, "RUB", None)]),
        ("Some NOK 240 mill. a year.", [(2.4e8, "NOK", "approx")]),
        ("Exports of R$ 18,9 bi were sold.", [(1.89e10, "BRL", None)]),
        ("A stock of 1 452,6 millions of dollars.", [(1.4526e9, "USD", None)]),
        ("It cost USD 1.5 bln.", [(1.5e9, "USD", None)]),
        ("It cost 5 mln. euros.", [(5e6, "EUR", None)]),
        ("It cost CHF 12'500'000.", [(1.25e7, "CHF", None)]),
        ("It lost a third of a billion dollars.", [(333_333_333, "USD", None)]),
    ],
)
def test_amounts_with_short_scales(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Exports rose by 43%.", 43, "%"),
        ("Exports rose by 4.5 per cent.", 4.5, "%"),
        ("Twenty-eight percent of goods are new.", 28, "%"),
        ("They lifted a 20-month embargo.", 20, "month"),
        ("It is a three-year project.", 3, "year"),
        ("They served for two years.", 2, "year"),
        ("They sent 1.500 soldiers.", 1500, "soldier"),
        ("It fed 1.2m people.", 1.2e6, "person"),
        ("Exports grew 2.5-fold.", 2.5, "fold"),
        ("refugees: 27,413", 27_413, "refugee"),
        ("A dozen networks were exposed.", 12, "network"),
        ("A hundred families fled.", 100, "family"),
        ("Two hundred and fifty children returned.", 250, "child"),
        ("It enters into force within 30 days after the exchange of notes.", 30, "day"),
        ("It was an observer for two years before it joined.", 2, "year"),
        ("Trade fell in the 11 months after the closure.", 11, "month"),
        ("It must be filed no later than 60 days after the vote.", 60, "day"),
        ("It was extended for a further period of five years following its expiry.", 5, "year"),
        ("Payment is due not more than 60 days after receipt.", 60, "day"),
        ("The loan has a maturity of 20 years after signature.", 20, "year"),
        ("The embassy handed over 05 ambulances.", 5, "ambulance"),
        ("It sent a 600-strong task force.", 600, None),
    ],
)
def test_shares_durations_and_counts(text: str, number: float, unit: str) -> None:
    assert [(v.number, v.unit) for v in find_values(text)] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 1,860-km line.", [(1860, "kilometre", None)]),
        ("Growth of -0.4 percent, then minus 1.2 per cent.", [(-0.4, "%", None), (-1.2, "%", None)]),
        ("Two hundred\nand fifty soldiers.", [(250, "soldier", None)]),
        ("A quarter of a million people fled.", [(250_000, "person", None)]),
        ("A million and a half people fled.", [(1.5e6, "person", None)]),
        ("Two in five Kenyans agree.", []),
        ("A 40,000- ton tanker sank.", [(40_000, "ton", None)]),
        ("The war left a million dead.", [(1e6, "dead", None)]),
        ("It left 12 dead and 30 wounded.", [(12, "dead", None), (30, "wounded", None)]),
        ("It took in 30 wounded soldiers.", [(30, "soldier", None)]),
        ("It counts 2.3 million of newly displaced persons.", [(2.3e6, "displaced person", None)]),
        ("It houses three million of ours.", [(3e6, None, None)]),
        ("About a quarter of a million people fled.", [(250_000, "person", "approx")]),
        ("The rate rose 3.2 pp in May.", [(3.2, "%", None)]),
        ("The book has 320 pp in all.", []),
        ("It made 1.4m b/d.", [(1.4e6, "barrel per day", None)]),
        ("It began at 1430 hours and ended 1530 hrs.", []),
        ("It flew 1430 hours.", [(1430, "hour", None)]),
        ("They went on a 90-for-60 basis.", []),
        ("They met in the thirty-fifth year.", []),
        ("They kept thirty-five years.", [(35, "year", None)]),
        ("Loan 4211-NEP paid for a 500-MW dam.", [(500, "megawatt", None)]),
        ("Done.\n2.1 Regional Projects\n2.0 Agreed actions\n1.5 million people", [(1.5e6, "person", None)]),
        ("Imports: 3.5 billion\nDiplomatic relations: 1971", [(3.5e9, None, None)]),
    ],
)
def test_numbers_with_the_words_beside_them(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thousands of people and millions of others fled.",
        "It is one of them, and they know one another.",
        "The two countries signed it.",
        "Our four leaders met, and both sides agreed.",
        "The two discussed their ties.",
        "The G7, the G20 and COVID-19 were on the agenda.",
        "Article 5, Section 7031 and Resolution 1244 apply.",
        "SCR 1325 applies.",
        "The advisory is at Level 4.",
        "They met at 5:20.",
        "Call +381 11 2015 000.",
        "An F-16 and an Su-27 flew by.",
        "The 7th summit opened.",
        "They support a two-state solution and two-way trade.",
        "It happened two years ago.",
        "It was done over the past four years.",
        "1. Cooperation\n2. Trade",
        "Regulation 10/2015 applies.",
        "They act under E.O. 14024 and GL 37.",
        "The Twenty-Second Meeting was held.",
        "The Four-Power Agreement and the four-power talks went on.",
        "The pact among the three stands.",
        "They fired at 14.25 hours.",
        "Two out of three voters agreed, as did one in five women.",
        "They climbed 10m high walls.",
        "More than 1 in 10 teachers agreed.",
        "One vote in every three counts.",
        "Call 082 884 5974 or 00 377 93.",
        "It came 16 months after the accord.",
        "It came six months following the vote and a week prior to it.",
        "It came some forty years after the war.",
        "It came more than 10 weeks after the war.",
        "A 22-year-old man was held.",
        "A 25-year-old Chilean woman was held.",
        "It is told in Chapter 5 missing from the book.",
        "The 22-year-old was held.",
        "Nobody came: no one dead, no one wounded.",
        "Of the guards three wounded a driver.",
    ],
)
def test_what_is_no_value(text: str) -> None:
    assert read(text) == []

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dates import find_dates
from dragoman.values import find_values
from dragoman.values.nouns import singular


def read(text: str) -> list[tuple[float, str | None, str | None]]:
    return [(v.number, v.unit, v.bound) for v in find_values(text)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("EUR 1.6 billion was lent.", 1.6e9, "EUR"),
        ("EUR 16.15 billion was lent.", 16_150_000_000, "EUR"),
        ("The fund holds 9.6 million euros.", 9.6e6, "EUR"),
        ("The fund holds 10.000.000 EUR.", 1e7, "EUR"),
        ("The fund holds 1.500 EUR.", 1500, "EUR"),
        ("The fund holds 1.500 and a half EUR.", 2, "EUR"),
        ("The fund holds 2 500 000 euros.", 2.5e6, "EUR"),
        ("A grant of $10m was made.", 1e7, "USD"),
        ("A grant of $450k was made.", 450_000, "USD"),
        ("A grant of US$ 5 million was made.", 5e6, "USD"),
        ("A loan of £2.5bn was made.", 2.5e9, "GBP"),
        ("A loan of CHF 3.2 million was made.", 3.2e6, "CHF"),
        ("Norway gave NOK 100 million.", 1e8, "NOK"),
        ("Norway gave 100 million Norwegian kroner.", 1e8, "NOK"),
        ("It cost 5 million Canadian dollars.", 5e6, "CAD"),
        ("It cost 5 million dollars.", 5e6, "USD"),
        ("It cost half a million euros.", 500_000, "EUR"),
        ("It cost a billion dollars.", 1e9, "USD"),
        ("It cost two and a half million euros.", 2.5e6, "EUR"),
        ("It cost 12 billion rubles.", 12e9, "RUB"),
        ("It is a €3-million project.", 3e6, "EUR"),
        ("A budget of 5 million was agreed.", 5e6, None),
        ("A budget of EUR20m was agreed.", 2e7, "EUR"),
        ("A budget of USD700 million was agreed.", 7e8, "USD"),
        ("A budget of SDR3.2 billion was agreed.", 3.2e9, "XDR"),
        ("A budget of NLG 60m was agreed.", 6e7, "NLG"),
        ("Rs. 7 crore was granted.", 7e7, "INR"),
        ("INR 120 lakh was granted.", 1.2e7, "INR"),
        ("Rs 3,40,000 crore was granted.", 3.4e12, "INR"),
        ("Two crore rupees was granted.", 2e7, "INR"),
        ("About them, 1.2 lakh crore rupees was granted.", 1.2e12, "INR"),
        ("Italy paid £6¼ million.", 6.25e6, "GBP"),
        ("Italy paid 6 1/2 million dollars.", 6.5e6, "USD"),
        ("It lent 20 millions of dollars.", 2e7, "USD"),
        ("It lent 6.3 milliards of euros.", 6.3e9, "EUR"),
        ("It lent 5 milliard yen.", 5e9, "JPY"),
        ("Trade was 3,5 billion soles.", 3.5e9, "PEN"),
    ],
)
def test_money(text: str, number: float, unit: str | None) -> None:
    assert read(text) == [(number, unit, None)]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Exports rose by 43%.", 43, "%"),
        ("Exports rose by 4.5 per cent.", 4.5, "%"),
        ("Twenty-eight percent of goods are new.", 28, "%"),
        ("Two-thirds of the goods are new.", 66.67, "%"),
        ("It has a quarter of the seats.", 25, "%"),
        ("It was ranked 37th in the index.", 37, "rank"),
        ("It ranks number 12 in the index.", 12, "rank"),
        ("It is the third largest partner.", 3, "rank"),
        ("It is now in 12th place.", 12, "rank"),
        ("They lifted a 20-month embargo.", 20, "month"),
        ("It is a three-year project.", 3, "year"),
        ("They served for two years.", 2, "year"),
        ("They stayed for a month.", 1, "month"),
        ("They hold 28,000 surplus small arms and light weapons.", 28_000, "small arm"),
        ("They destroyed 1.4 million landmines and ammunition.", 1.4e6, "landmine"),
        ("They shared 79 million safe and effective vaccine doses.", 79e6, "vaccine dose"),
        ("They bought nine helicopters.", 9, "helicopter"),
        ("They sent 1.500 soldiers.", 1500, "soldier"),
        ("They sent forty-four individuals and entities home.", 44, "individual"),
        ("They host 120 human rights organizations.", 120, "human rights organization"),
        ("They visited six Nigerien soldiers.", 6, "soldier"),
        ("They mapped 3,000 square nautical miles.", 3000, "square nautical mile"),
        ("It is limited to 2 degrees Celsius.", 2, "degree Celsius"),
        ("The zone is 200 nm wide.", 200, "nautical mile"),
        ("They delivered 22 tonnes of flour.", 22, "tonne"),
        ("They met six times.", 6, "time"),
        ("It was cut by two thirds last year.", 66.67, "%"),
        ("Trade fell by a third.", 33.33, "%"),
        ("Three fourths of the goods are new.", 75, "%"),
        ("It holds 3.5 lakh people.", 350_000, "person"),
        ("It fed 1.2m people.", 1.2e6, "person"),
        ("It fed 9,000 schoolchildren.", 9_000, "schoolchild"),
        ("They trained 40 policewomen.", 40, "policewoman"),
        ("It burnt 12,000 sq km of forest.", 12_000, "square kilometre"),
        ("They sent 30 000 MT of rice.", 30_000, "metric ton"),
        ("Exports grew 2.5-fold.", 2.5, "fold"),
        ("refugees: 27,413", 27_413, "refugee"),
        ("A dozen networks were exposed.", 12, "network"),
        ("A hundred families fled.", 100, "family"),
        ("Two hundred and fifty children returned.", 250, "child"),
        ("It signed two yen loans.", 2, "yen loan"),
        ("The post was vacant for a year and a half.", 1.5, "year"),
        ("It enters into force within 30 days after the exchange of notes.", 30, "day"),
        ("It was an observer for two years before it joined.", 2, "year"),
        ("Trade fell in the 11 months after the closure.", 11, "month"),
        ("They signed 10 Memoranda of Understanding.", 10, "Memorandum"),
        ("It must be filed no later than 60 days after the vote.", 60, "day"),
        ("It was extended for a further period of five years following its expiry.", 5, "year"),
        ("Payment is due not more than 60 days after receipt.", 60, "day"),
        ("The loan has a maturity of 20 years after signature.", 20, "year"),
        ("The embassy handed over 05 ambulances.", 5, "ambulance"),
        ("It sent a 600-strong task force.", 600, None),
        ("The frigate has 240 crew.", 240, "crew"),
        ("Peru sent two military transport aircraft.", 2, "military transport aircraft"),
        ("Peru sent 200 military to train them.", 200, "military"),
        ("The number of troops stood at 450.", 450, "troop"),
        ("The number of trained midwives reached 6,400.", 6400, "midwife"),
    ],
)
def test_shares_ranks_durations_and_counts(text: str, number: float, unit: str) -> None:
    assert [(v.number, v.unit) for v in find_values(text)] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Over 100 countries recognise it.", "min"),
        ("At least 100 countries recognise it.", "min"),
        ("100 or more countries recognise it.", "min"),
        ("It has 100+ members.", "min"),
        ("Up to 100 countries recognise it.", "max"),
        ("Fewer than 100 countries recognise it.", "max"),
        ("Almost 6,000 discharged defense personnel were retrained.", "approx"),
        ("An estimated 100 families fled.", "approx"),
        ("Approximately\n   100 families fled.", "approx"),
        ("More than a decade passed.", "min"),
        ("It gave nearly $288 million.", "approx"),
        ("No fewer than 100 states came.", "min"),
        ("A minimum of 100 states came.", "min"),
        ("They took over 100 schools.", None),
        ("It has 30-odd members.", "approx"),
        ("It has 200-plus members.", "min"),
    ],
)
def test_bounds(text: str, bound: str | None) -> None:
    (found,) = find_values(text)
    assert found.bound == bound


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
        ("It has 189 members, 47 of them in Africa.", [(189, "member", None), (47, "member", None)]),
        ("Deaths fell from 582 in 2016 to 459 in 2018.", [(582, None, None), (459, None, None)]),
        ("The number of clinics rose from 12 in 2016 to 95.", [(12, "clinic", None), (95, "clinic", None)]),
    ],
)
def test_several_values(text: str, expected: list[tuple[float, str, str | None]]) -> None:
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
        "It was signed in 2015, on 30 October.",
        "They support a two-state solution and two-way trade.",
        "It happened two years ago.",
        "It was done over the past four years.",
        "It was agreed on behalf of the Union.",
        "It fell in the first half of 2020.",
        "1. Cooperation\n2. Trade",
        "Regulation 10/2015 applies.",
        "They act under E.O. 14024 and GL 37.",
        "It was so in 1999-2003 and in 2010-11.",
        "Resolutions 242-338 apply.",
        "Call 555-1234 or 202-456-1111.",
        "They won 2-1.",
        "The Boeing 737-800 jets and the Su 27-30 jets flew by.",
        "They recalled the 9-11 attacks.",
        "The Twenty-Second Meeting was held.",
        "The Four-Power Agreement and the four-power talks went on.",
        "The pact among the three stands.",
        "They fired at 14.25 hours.",
        "Two out of three voters agreed, as did one in five women.",
        "By a third country or a third party it was sold.",
        "The key is ACBA BD1C.",
        "They climbed 10m high walls.",
        "COP27, PEN2 and SDG16 were on the agenda, as were COP 26 and SDG 5.",
        "More than 1 in 10 teachers agreed.",
        "One vote in every three counts.",
        "In the eighteen-nineties it fell.",
        "Call 082 884 5974 or 00 377 93.",
        "It came 16 months after the accord.",
        "It came six months following the vote and a week prior to it.",
        "UPDATE 2-Norland to open its market.",
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


def test_spans_lead_to_number_and_unit() -> None:
    text = "They gave EUR 9.6 million to train almost 6,000 discharged defense personnel."
    money, people = find_values(text)
    assert (money.text, text[money.unit_start : money.unit_end]) == ("EUR 9.6 million", "EUR")
    assert text[people.unit_start : people.unit_end] == "defense personnel"
    assert money.value().as_dict() == {"number": 9600000, "unit": "EUR"}
    assert people.value().as_dict() == {"number": 6000, "unit": "defense personnel", "bound": "approx"}


def test_dates_found_before_can_be_passed_in() -> None:
    text = "In 2014 they sent 300 soldiers."
    assert find_values(text, find_dates(text, "2015-01-01")) == find_values(text)


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("countries", "country"),
        ("people", "person"),
        ("vaccines", "vaccine"),
        ("licenses", "license"),
        ("boxes", "box"),
        ("churches", "church"),
        ("aircraft", "aircraft"),
        ("servicemen", "serviceman"),
        ("crises", "crisis"),
        ("IDPs", "IDP"),
        ("class", "class"),
        ("Afghans", "Afghan"),
    ],
)
def test_singular(plural: str, expected: str) -> None:
    assert singular(plural) == expected


PIECES = st.sampled_from(
    [
        "1",
        "12",
        "1,000",
        "1.000",
        "10.000.000",
        "$",
        "€",
        "EUR",
        "US$",
        "two",
        "a",
        "half a",
        "million",
        "billion",
        "m",
        "k",
        "dozen",
        "hundred",
        "and",
        "and a half",
        "or",
        "to",
        "-",
        "–",
        "%",
        "per cent",
        "people",
        "human",
        "rights",
        "organizations",
        "years",
        "-year",
        "over",
        "up to",
        "between",
        "third largest",
        "ranked",
        ":",
        "refugees:",
        "\n",
        ".",
        ",",
        "(",
        "°",
        "’",
        "the",
        "½",
        "٣",
        "\u202e",
        "of",
        "quarter of",
        "a decade",
        "nm",
        "bcm",
        "999999999999999",
        "one",
    ]
)


@settings(max_examples=250, deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=25))
@pytest.mark.slow
def test_any_text_is_read_without_error(pieces: list[str]) -> None:
    for glue in ("", " "):
        text = glue.join(pieces)
        end = 0
        for found in find_values(text):
            assert end <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.text
            assert 0 <= found.unit_start <= found.unit_end <= len(text)
            assert found.number >= 0
            end = found.end


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=1001, max_value=10**12))
def test_grouped_numbers_are_read_back(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", "\u00a0")):
        assert read(f"They gave EUR {written} to it.") == [(number, "EUR", None)]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["9 ", "1,000,", "two hundred ", "12 to 14 ", "half of ", "ranked the most ", "five safe and ", "$"]
)
def test_time_is_proportional_to_the_text(piece: str) -> None:
    def took(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        find_values(text)
        return time.process_time() - start

    took(10_000)
    assert took(80_000) < 12 * max(took(20_000), 0.05)


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
        ("It gave 30 million kronor.", None, "SEK"),
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
        ("It gave SI$ 220 million.", None, "SBD"),
        ("It gave ECU 25.5 million.", None, "XEU"),
        ("It gave 3 million ECU.", None, "XEU"),
        ("It gave F$2,300,000.", None, "FJD"),
        ("It gave Cdn$4.1m.", None, "CAD"),
        ("It gave US $3 million.", "NZL", "USD"),
        ("It gave XQ$3 million.", None, None),
        ("It gave KD 3 million.", None, "KWD"),
        ("It gave BD 3 million.", None, "BHD"),
        ("It gave SR 900.", None, "SAR"),
        ("It gave QR 3 million.", None, "QAR"),
        ("It gave RO 3 million.", None, "OMR"),
        ("It gave Dhs 3 million.", None, "AED"),
        ("It gave Rp 3 trillion.", None, "IDR"),
        ("It gave Rs 3 million.", "JPN", "INR"),
        ("It gave Rs 3 million.", "PAK", "PKR"),
        ("It gave Rs. 3 million.", "MUS", "MUR"),
        ("It gave Tk 3 million.", None, "BDT"),
        ("It gave DM 3 million.", None, "DEM"),
        ("It gave Skr 3.4bn.", None, "SEK"),
        ("It gave Nkr 3 million.", None, "NOK"),
        ("It gave Dkr 3 million.", None, "DKK"),
        ("It gave Sw.fr. 3 million.", None, "CHF"),
        ("It gave RMB 3 million.", None, "CNY"),
        ("It gave Lps. 3 million.", None, "HNL"),
        ("It gave FCFA 3 million.", None, None),
        ("It gave FCFA 3 million.", "SEN", "XOF"),
        ("It gave 3 billion CFA francs.", "TCD", "XAF"),
        ("It gave 3 billion CFA francs.", "FRA", None),
        ("It gave R3 million.", "ZAF", "ZAR"),
        ("It gave R3 million.", None, "ZAR"),
        ("It gave K3 million.", "PNG", "PGK"),
        ("It gave K3 million.", "ZMB", "ZMW"),
        ("It gave ¥3 million.", "CHN", "CNY"),
        ("It gave 3 billion birr.", None, "ETB"),
        ("It gave 3.2 trillion won.", None, "KRW"),
        ("It gave 3 billion marks.", None, "DEM"),
        ("It gave 3 million pesetas.", None, "ESP"),
        ("It gave 3 million guilders.", None, "NLG"),
        ("It gave 3 million escudos.", "CPV", "CVE"),
        ("It gave 3 billion Congolese francs.", None, "CDF"),
        ("It gave 3 million Ugandan shillings.", None, "UGX"),
        ("It gave 3 million vatu.", "AUS", "VUV"),
        ("It gave 3 million riel.", None, "KHR"),
        ("It gave 3 million bolivares.", None, "VES"),
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
        ("A credit of 700 (seven hundred) million roubles.", [(7e8, "RUB", None)]),
        ("It lent USD 5,000,000 (five million US dollars).", [(5e6, "USD", None)]),
        ("Within ninety (90) days.", [(90, "day", None)]),
        ("It set DM 9.5 thousand million aside.", [(9.5e9, "DEM", None)]),
        ("It lent five thousand million roubles.", [(5e9, "RUB", None)]),
        ("Some NOK 240 mill. a year.", [(2.4e8, "NOK", "approx")]),
        ("Exports of R$ 18,9 bi were sold.", [(1.89e10, "BRL", None)]),
        ("A stock of 1 452,6 millions of dollars.", [(1.4526e9, "USD", None)]),
        ("A loan of UA 12 million was made.", [(1.2e7, "XUA", None)]),
        ("Families got PRs 12,000 each.", [(12_000, "PKR", None)]),
        ("Not less than 40 and not more than 60 per\ncent.", [(40, "%", "min"), (60, "%", "max")]),
        ("Between US$ 10 and US$ 12.", [(10, "USD", "min"), (12, "USD", "max")]),
        ("From $5 million to €7 million.", [(5e6, "USD", None), (7e6, "EUR", None)]),
        ("It sent 350 soldiers, of whom 190 are in Gao.", [(350, "soldier", None), (190, "soldier", None)]),
        ("It lost 20 ships, of which about 5 sank.", [(20, "ship", None), (5, "ship", "approx")]),
        ("The 1,860-km line.", [(1860, "kilometre", None)]),
        ("It made 83.9 TWh.", [(83.9, "terawatt-hour", None)]),
        ("Growth of -0.4 percent, then minus 1.2 per cent.", [(-0.4, "%", None), (-1.2, "%", None)]),
        ("Growth of 3 -5% is foreseen.", [(3, "%", None), (5, "%", None)]),
        ("Exports accounted for three quarters.", [(75, "%", None)]),
        ("It is paid in 15 equal yearly instalments.", [(15, "instalment", None)]),
        ("It is paid in three tranches.", [(3, "tranche", None)]),
        ("Some thirty New Zealand companies came.", [(30, "company", "approx")]),
        ("It built 30 new schools.", [(30, "school", None)]),
        (
            "Three Armenian soldiers and four high-ranking Peruvian officials came.",
            [(3, "soldier", None), (4, "official", None)],
        ),
        (
            "Five African countries and two Irish citizens were named.",
            [(5, "country", None), (2, "Irish citizen", None)],
        ),
        ("Two Kenyans met three Orion pilots.", [(2, "Kenyan", None), (3, "Orion pilot", None)]),
        ("It sent 20 IT experts and 15 who left.", [(20, "IT expert", None)]),
        ("They signed six agreements/memoranda.", [(6, "agreement", None)]),
        ("It paid Eur 3 million and SCR 1,000,000.", [(3e6, "EUR", None), (1e6, "SCR", None)]),
        ("Over 30 Peace Corps Volunteers served.", [(30, "Peace Corps Volunteer", "min")]),
        ("Two hundred\nand fifty soldiers.", [(250, "soldier", None)]),
        ("It cost USD 1.5 bln.", [(1.5e9, "USD", None)]),
        ("It cost 5 mln. euros.", [(5e6, "EUR", None)]),
        ("It cost CHF 12'500'000.", [(1.25e7, "CHF", None)]),
        ("It cost Kyats 5 million.", [(5e6, "MMK", None)]),
        ("It cost Swiss francs 5 million.", [(5e6, "CHF", None)]),
        ("They paid 5 million French francs, Swiss francs 3 million.", [(5e6, "FRF", None), (3e6, "CHF", None)]),
        ("They gave 5 million Swiss francs 3 years ago.", [(5e6, "CHF", None)]),
        ("It cost Kčs 50 million.", [(5e7, "CSK", None)]),
        ("It cost P10 million pula.", [(1e7, "BWP", None)]),
        ("It cost P10 million.", [(1e7, None, None)]),
        ("It cost Nu 3 billion.", [(3e9, "BTN", None)]),
        ("A quarter of a million people fled.", [(250_000, "person", None)]),
        ("A million and a half people fled.", [(1.5e6, "person", None)]),
        ("It sent 5-6,000 troops.", [(5000, "troop", None), (6000, "troop", None)]),
        ("Growth in the region of 3 per cent.", [(3, "%", "approx")]),
        ("Two in five Kenyans agree.", []),
        ("A loan of up to Japanese Yen (JPY) 12.5 billion.", [(12.5e9, "JPY", "max")]),
        ("A grant of Norwegian Kroner (NOK) 40 million.", [(4e7, "NOK", None)]),
        ("It gave $1.8 billion Canadian for water.", [(1.8e9, "CAD", None)]),
        ("It gave $1.8 billion Canadian firms want.", [(1.8e9, "USD", None)]),
        ("It sent two infantry brigades.", [(2, "infantry brigade", None)]),
        ("A 40,000- ton tanker sank.", [(40_000, "ton", None)]),
        ("The war left a million dead.", [(1e6, "dead", None)]),
        ("It left 12 dead and 30 wounded.", [(12, "dead", None), (30, "wounded", None)]),
        ("It took in 30 wounded soldiers.", [(30, "soldier", None)]),
        ("It runs two United Nations Development Programme projects.", [(2, "project", None)]),
        ("Some 9\u202f800 Ukrainian people live there.", [(9800, "person", "approx")]),
        ("It counts 2.3 million of newly displaced persons.", [(2.3e6, "displaced person", None)]),
        ("It houses three million of ours.", [(3e6, None, None)]),
        ("It gave three million of euros.", [(3e6, "EUR", None)]),
        ("It sold ten armoured vehicles.", [(10, "armoured vehicle", None)]),
        ("A grant of three hundred million Japanese Yen (¥300,000,000).", [(3e8, "JPY", None)]),
        ("A loan of SDR 95 million (about US$130 million).", [(9.5e7, "XDR", None), (1.3e8, "USD", "approx")]),
        ("Six secretary- and state secretary-level officials came.", [(6, "official", None)]),
        (
            "It paid Rs. 5,000/- a head, KSh 20,000/= or Rs.5000/-.",
            [(5000, "INR", None), (20_000, "KES", None), (5000, "INR", None)],
        ),
        ("It gives EUR 500 000 – 750 000.", [(500_000, "EUR", None), (750_000, "EUR", None)]),
        ("It gives USD 1.2 billion–1.5 billion.", [(1.2e9, "USD", None), (1.5e9, "USD", None)]),
        ("It gives 1.2 million-3 children.", [(1.2e6, None, None)]),
        ("Trade was 345.6 mln. US dollars.", [(3.456e8, "USD", None)]),
        ("It gives USD 500 to 3,000 families.", [(500, "USD", None), (3000, "family", None)]),
    ],
)
def test_values_in_the_habits_of_many_publishers(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


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
        ("Year | Exports | Imports\n(in USD million)\n2019 | 7.5 | 3", [(7.5e6, "USD", None), (3e6, "USD", None)]),
        (
            "Work | Aid (EUR)\nDam | up to 2.5 million\nWell | 7,500 a year",
            [(2.5e6, "EUR", "max"), (7500, "EUR", None)],
        ),
        ("Work | Aid (M€) | Loan (MUSD)\nDam | 9,2 | 8", [(9.2e6, "EUR", None), (8e6, "USD", None)]),
        ("Work | Aid (EUR)\nDam | for 2,500 families", [(2500, "family", None)]),
        ("Towns (CHF 9 million)\n\nItem | Years\nRoads | 2", [(9e6, "CHF", None)]),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was fined R250 000.", [(250_000, "ZAR", None)]),
        ("It cost R1,5 billion.", [(1.5e9, "ZAR", None)]),
        ("It cost EUR12,5 million.", [(1.25e7, "EUR", None)]),
        ("It cost KSh.500 million.", [(5e8, "KES", None)]),
        ("It cost RMB¥50 million.", [(5e7, "CNY", None)]),
        ("It cost SAT$2.1m and BDS$10m.", [(2.1e6, "WST", None), (1e7, "BBD", None)]),
        ("It cost S/ 120 million.", [(1.2e8, "PEN", None)]),
        ("It cost MK2.5 billion.", [(2.5e9, "MWK", None)]),
        ("It cost TL 3.5 billion.", [(3.5e9, "TRY", None)]),
        ("It cost E20 million.", [(2e7, "SZL", None)]),
        ("It cost £E 31 million.", [(3.1e7, "EGP", None)]),
        ("It cost FBu 3bn and Rwf 12 billion.", [(3e9, "BIF", None), (1.2e10, "RWF", None)]),
        ("It cost ZiG 13 million.", [(1.3e7, "ZWG", None)]),
        ("It cost ₱150-M.", [(1.5e8, "PHP", None)]),
        ("It cost $3MM.", [(3e6, "USD", None)]),
        ("It cost ₦2.5trn.", [(2.5e12, "NGN", None)]),
        ("It cost RM2.5 bil.", [(2.5e9, "MYR", None)]),
        ("It cost 256 MEUR and 3 MUSD.", [(2.56e8, "EUR", None), (3e6, "USD", None)]),
        ("It cost 12,5 Mio. Euro.", [(1.25e7, "EUR", None)]),
        ("It cost 5 million US-dollars.", [(5e6, "USD", None)]),
        ("It cost 12 trillion soums.", [(1.2e13, "UZS", None)]),
        ("It paid $5 million plus interest.", [(5e6, "USD", None)]),
        ("It has 20 plus years of it.", [(20, "year", "min")]),
        ("It sent 12 officers plus staff.", [(12, "officer", None)]),
    ],
)
def test_money_as_publishers_of_all_continents_write_it(
    text: str, expected: list[tuple[float, str, str | None]]
) -> None:
    assert read(text) == expected


def test_br_is_the_money_of_its_publisher() -> None:
    assert [v.unit for v in find_values("It cost Br 5 billion.", publisher="ETH")] == ["ETB"]
    assert [v.unit for v in find_values("It cost Br 5 billion.")] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("About a quarter of a million people fled.", [(250_000, "person", "approx")]),
        ("It lost a third of a billion dollars.", [(333_333_333, "USD", None)]),
        ("It lost a half and three quarters of its men.", [(75, "%", None)]),
        ("It took two and a quarter of the hour.", []),
        ("It has a quarter of exports and three quarters of imports.", [(25, "%", None), (75, "%", None)]),
        ("It needs 3/4 of the votes.", [(75, "%", None)]),
        ("It is about 1/3 of all exports.", [(33.33, "%", "approx")]),
        ("It is open 24/7 of the year.", []),
        ("The rate rose 3.2 pp in May.", [(3.2, "%", None)]),
        ("The book has 320 pp in all.", []),
        ("It bought 200,000 t of grain.", [(200_000, "tonne", None)]),
        ("It made 1.4m b/d.", [(1.4e6, "barrel per day", None)]),
        ("It made 14 mb/d.", [(1.4e7, "barrel per day", None)]),
        ("It sells 1 500 hl of wine.", [(1500, "hectolitre", None)]),
        ("It has 1,100 km/h missiles.", [(1100, "kilometre per hour", None)]),
        ("It began at 1430 hours and ended 1530 hrs.", []),
        ("It flew 1430 hours.", [(1430, "hour", None)]),
        ("They went on a 90-for-60 basis.", []),
        ("They met in the thirty-fifth year.", []),
        ("They kept thirty-five years.", [(35, "year", None)]),
        ("The 2018 and 2023 elections were free.", []),
        ("It sent 12 and 14 officers, respectively.", [(12, "officer", None), (14, "officer", None)]),
        ("It sent 20, 35 and 40 men respectively.", [(20, "man", None), (35, "man", None), (40, "man", None)]),
        ("They paid $3 and $4 million, respectively.", [(3e6, "USD", None), (4e6, "USD", None)]),
        ("They paid €3.5bn and €400m respectively.", [(3.5e9, "EUR", None), (4e8, "EUR", None)]),
        ("Articles 12 and 14 officers, respectively.", [(14, "officer", None)]),
        ("It sent 12 and 14 officers.", [(14, "officer", None)]),
        ("One in five of the 2.3 lakh refugees is a child.", [(230_000, "refugee", None)]),
        ("It met five of its 11 goals.", [(5, "goal", None), (11, "goal", None)]),
        ("Of 40 officers, of whom 12 received medals.", [(40, "officer", None), (12, "officer", None)]),
        ("Of 40 officers, of whom 12 women left.", [(40, "officer", None), (12, "woman", None)]),
        ("Loan 4211-NEP paid for a 500-MW dam.", [(500, "megawatt", None)]),
        ("Exports were ST$31.2 million.", [(31_200_000, "WST", None)]),
        ("Done.\n2.1 Regional Projects\n2.0 Agreed actions\n1.5 million people", [(1.5e6, "person", None)]),
        ("Trade came up to S$6.3b in all.", [(6.3e9, "SGD", None)]),
        ("Imports: 3.5 billion\nDiplomatic relations: 1971", [(3.5e9, None, None)]),
    ],
)
def test_parts_measures_and_lists(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


def test_money_of_no_one_state_is_that_of_the_state_which_the_text_is_about() -> None:
    text = "France lent 65 billion CFA francs and FCFA 3 billion."
    assert {v.unit for v in find_values(text, publisher="FRA", about=("SEN/Jo Lind", "FRA"))} == {"XOF"}
    assert {v.unit for v in find_values(text, about=("SEN", "TCD"))} == {None}
    assert [v.unit for v in find_values("It cost $5 million.", about=("CAN",))] == ["USD"]

"""Traps of names, dates and numbers, one sentence each: what the reader is shown before any statement is made."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.dates import find_dates
from dragoman.records import Document, Known
from dragoman.values import find_values


def meant(text: str, date: str = "2021-06-01", publisher: str | None = None) -> set[str]:
    """Codes of the states and organisations that ``text`` means: no places, no words within a longer name."""
    document = Document("d", text, date=Known(date, "test"), publisher=Known(publisher, "test"))
    mentions = linked_mentions(document, directory())
    codes = {actor.split("/")[0] for m in mentions if m.head and not m.place for actor in m.actors}
    return codes - {""}


STATES: list[Any] = [
    ("Jordan signed a trade deal with Egypt.", {"JOR", "EGY"}),
    ("The Hashemite Kingdom of Jordan hosted the talks.", {"JOR"}),
    ("The Jordanian minister flew to Cairo.", {"JOR"}),
    ("Michael Jordan opened the tournament in Nairobi.", set()),
    ("They bathed in the Jordan River.", set()),
    ("Georgia applied for membership of the European Union.", {"GEO", "EU"}),
    ("Georgian troops served in Afghanistan.", {"GEO", "AFG"}),
    ("A consulate was opened in Atlanta, Georgia.", set()),
    ("Chad sent troops to Mali.", {"TCD", "MLI"}),
    ("Ambassador Chad Miller spoke.", set()),
    ("Turkey and Greece held talks.", {"TUR", "GRC"}),
    ("Türkiye and Greece held talks.", {"TUR", "GRC"}),
    ("They had roast turkey for dinner.", set()),
    ("Niger expelled the envoy.", {"NER"}),
    ("Nigeria expelled the envoy.", {"NGA"}),
    ("The Nigerien and Nigerian ministers met.", {"NER", "NGA"}),
    ("The Republic of the Congo ratified it.", {"COG"}),
    ("Congo-Brazzaville ratified it.", {"COG"}),
    ("The Democratic Republic of the Congo ratified it.", {"COD"}),
    ("The DRC ratified it.", {"COD"}),
    ("The DRC and the Republic of Congo ratified it.", {"COD", "COG"}),
    ("Guinea and Guinea-Bissau share a border.", {"GIN", "GNB"}),
    ("Equatorial Guinea joined OPEC.", {"GNQ", "OPEC"}),
    ("Papua New Guinea hosted the summit.", {"PNG"}),
    ("Patrols went on in the Gulf of Guinea.", set()),
    ("South Korea ratified it.", {"KOR"}),
    ("The Republic of Korea ratified it.", {"KOR"}),
    ("North Korea ratified it.", {"PRK"}),
    ("The Democratic People's Republic of Korea ratified it.", {"PRK"}),
    ("The DPRK and the ROK ratified it.", {"PRK", "KOR"}),
    ("The People's Republic of China ratified it.", {"CHN"}),
    ("The Republic of China (Taiwan) opened an office.", {"TWN"}),
    ("Washington and Tokyo agreed on tariffs.", {"USA", "JPN"}),
    ("The talks were held in Washington.", set()),
    ("The talks were held in Washington, D.C.", set()),
    ("The ministers met in Washington.", set()),
    ("George Washington freed them.", set()),
    ("The Washington Post reported it.", set()),
    ("Brussels imposed new tariffs on steel.", {"EU"}),
    ("The talks went on in Geneva.", set()),
    ("They held the Geneva Conventions in honour.", set()),
    ("American diplomats met Kenyan officials.", {"USA", "KEN"}),
    ("Latin American states met.", set()),
    ("South American ministers met.", set()),
    ("The Organization of American States met.", {"OAS"}),
    ("The US gave them aid.", {"USA"}),
    ("The U.S. gave them aid.", {"USA"}),
    ("They gave us aid.", set()),
    ("Let us agree.", set()),
    ("Ireland and Northern Ireland share a border.", {"IRL"}),
    ("Dominica and the Dominican Republic joined.", {"DMA", "DOM"}),
    ("South Africa hosted it.", {"ZAF"}),
    ("They toured southern Africa.", set()),
    ("New Mexico hosted a Mexican delegation.", {"MEX"}),
    ("Sudan and South Sudan signed it.", {"SDN", "SSD"}),
    ("The United Kingdom and the Kingdom of Bahrain signed it.", {"GBR", "BHR"}),
    ("The NATO-Russia Council met.", {"NATO"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), STATES)
def test_who_is_meant(text: str, codes: set[str]) -> None:
    assert meant(text) == codes


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Macedonia joined the programme.", "2015-03-01"),
        ("The former Yugoslav Republic of Macedonia joined the programme.", "2010-03-01"),
        ("North Macedonia joined the programme.", "2020-03-01"),
        ("The Macedonian government joined the programme.", "2015-03-01"),
    ],
)
def test_one_state_by_its_names_through_time(text: str, date: str) -> None:
    assert meant(text, date) == {"MKD"}


def test_we_are_the_publisher_and_us_is_not_the_united_states() -> None:
    assert meant("We thank them for helping us.", publisher="Government of Norway") == {"NOR"}


NO_DATES: list[Any] = [
    "They march to the square.",
    "The March of the Living went through the town.",
    "They took part in the March of Unity.",
    "The parties may extend it.",
    "May we all live in peace.",
    "Theresa May visited them.",
    "Regulation 10/2015 was adopted.",
    "Resolution 1325 was adopted.",
    "It is to be paid within 48 hours.",
    "It ran for 18 months.",
    "Flight 2011 was late.",
    "Its 2020 members agreed.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert [d.date or d.end_date for d in find_dates(text, "2021-06-15") if d.date or d.end_date] == []


@pytest.mark.parametrize(
    ("text", "date", "end", "role"),
    [
        ("They met in March.", "2021-03", None, "point"),
        ("They met in May 2014.", "2014-05", None, "point"),
        ("They rebuilt what the 2019 earthquake destroyed.", "2019", None, "name"),
        ("They may sign it in May 2022.", "2022-05", None, "point"),
        ("Regulation 10/2015 was adopted on 10/12/2015.", "2015-12-10", None, "point"),
        ("It has been in force since 1999.", "1999", None, "since"),
        ("It is to be ready by 31 May 2017.", None, "2017-05-31", "deadline"),
        ("It held from 2003 to 2007.", "2003", "2007", "interval"),
        ("They met last Friday.", "2021-06-11", None, "point"),
        ("They met yesterday.", "2021-06-14", None, "point"),
    ],
)
def test_what_a_date_is(text: str, date: str | None, end: str | None, role: str) -> None:
    [found] = [d for d in find_dates(text, "2021-06-15") if d.date or d.end_date]
    assert (found.date, found.end_date, found.role) == (date, end, role)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It is to be paid within 48 hours.", [(48, "hour", None)]),
        ("Over 100 countries agreed.", [(100, "country", "min")]),
        ("Up to 40 officers were trained.", [(40, "officer", "max")]),
        ("They gave €9.6 million.", [(9.6e6, "EUR", None)]),
        ("They gave $3m.", [(3e6, "USD", None)]),
        ("It fell by 4.5 per cent.", [(4.5, "%", None)]),
        ("Regulation 10/2015 was adopted.", []),
        ("The G7 met in 2015.", []),
        ("Thousands fled.", []),
        ("One of them agreed.", []),
    ],
)
def test_what_a_value_is(text: str, values: list[tuple[float, str, str | None]]) -> None:
    assert [(v.number, v.unit, v.bound) for v in find_values(text)] == values


def test_a_list_names_each_of_its_members_once() -> None:
    text = "Members are Benin, Burkina Faso, Cabo Verde, Côte d'Ivoire, The Gambia, Ghana, Guinea and Guinea-Bissau."
    document = Document("d", text)
    named = [m.actors for m in linked_mentions(document, directory()) if m.head]
    assert named == [(code,) for code in ("BEN", "BFA", "CPV", "CIV", "GMB", "GHA", "GIN", "GNB")]


def test_a_row_of_a_table_names_its_actors() -> None:
    assert meant("Jordan | 2015 | 4.2 million | Turkey") == {"JOR", "TUR"}

"""The noun that a number counts."""

from __future__ import annotations

import pytest

from dragoman.values import find_values
from dragoman.values.nouns import counted_noun, looks_plural, singular
from values.sentences import read


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("They hold 28,000 surplus small arms and light weapons.", 28_000, "small arm"),
        ("They destroyed 1.4 million landmines and ammunition.", 1.4e6, "landmine"),
        ("They shared 79 million safe and effective vaccine doses.", 79e6, "vaccine dose"),
        ("They bought nine helicopters.", 9, "helicopter"),
        ("They sent forty-four individuals and entities home.", 44, "individual"),
        ("They host 120 human rights organizations.", 120, "human rights organization"),
        ("They visited six Nigerien soldiers.", 6, "soldier"),
        ("They mapped 3,000 square nautical miles.", 3000, "square nautical mile"),
        ("It is limited to 2 degrees Celsius.", 2, "degree Celsius"),
        ("The zone is 200 nm wide.", 200, "nautical mile"),
        ("They delivered 22 tonnes of flour.", 22, "tonne"),
        ("They met six times.", 6, "time"),
        ("It fed 9,000 schoolchildren.", 9_000, "schoolchild"),
        ("They trained 40 policewomen.", 40, "policewoman"),
        ("It burnt 12,000 sq km of forest.", 12_000, "square kilometre"),
        ("They sent 30 000 MT of rice.", 30_000, "metric ton"),
        ("They signed 10 Memoranda of Understanding.", 10, "Memorandum"),
        ("The frigate has 240 crew.", 240, "crew"),
        ("Peru sent two military transport aircraft.", 2, "military transport aircraft"),
        ("Peru sent 200 military to train them.", 200, "military"),
    ],
)
def test_what_is_counted(text: str, number: float, unit: str) -> None:
    assert [(v.number, v.unit) for v in find_values(text)] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It made 83.9 TWh.", [(83.9, "terawatt-hour", None)]),
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
        ("Over 30 Peace Corps Volunteers served.", [(30, "Peace Corps Volunteer", "min")]),
        ("It sent two infantry brigades.", [(2, "infantry brigade", None)]),
        ("It runs two United Nations Development Programme projects.", [(2, "project", None)]),
        ("Some 9\u202f800 Ukrainian people live there.", [(9800, "person", "approx")]),
        ("It sold ten armoured vehicles.", [(10, "armoured vehicle", None)]),
        ("Six secretary- and state secretary-level officials came.", [(6, "official", None)]),
        ("It bought 200,000 t of grain.", [(200_000, "tonne", None)]),
        ("It made 14 mb/d.", [(1.4e7, "barrel per day", None)]),
        ("It sells 1 500 hl of wine.", [(1500, "hectolitre", None)]),
        ("It has 1,100 km/h missiles.", [(1100, "kilometre per hour", None)]),
    ],
)
def test_which_words_before_a_noun_go_with_it(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


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


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("countries", True),
        ("people", True),
        ("aircraft", True),
        ("policewomen", True),
        ("class", False),
        ("US", False),
        ("Peru's", False),
        ("country", False),
    ],
)
def test_a_plural_by_its_form(noun: str, plural: bool) -> None:
    assert looks_plural(noun) is plural


@pytest.mark.parametrize(
    ("text", "one", "counted"),
    [
        (" safe and effective vaccine doses came", False, "vaccine dose"),
        (" (see below) states", False, None),
        (" of the states", False, None),
        (" sq km", False, "square kilometre"),
        (" naval base was built", True, "naval base"),
    ],
)
def test_the_noun_behind_a_number(text: str, one: bool, counted: str | None) -> None:
    found = counted_noun(text, 0, one)
    assert (found.singular if found else None) == counted

"""Bounds, ranks, fractions, and what a sentence says before a number that it counts."""

from __future__ import annotations

import pytest

from dragoman.values import find_values
from dragoman.values.phrases import bound_after, bound_before, counted_before, has_changed, past_bound
from values.sentences import read


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
        ("It paid $5 million plus interest.", [(5e6, "USD", None)]),
        ("It has 20 plus years of it.", [(20, "year", "min")]),
        ("It sent 12 officers plus staff.", [(12, "officer", None)]),
        ("Growth in the region of 3 per cent.", [(3, "%", "approx")]),
    ],
)
def test_plus_is_a_bound_unless_it_adds_something(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("Two-thirds of the goods are new.", 66.67, "%"),
        ("It has a quarter of the seats.", 25, "%"),
        ("It was ranked 37th in the index.", 37, "rank"),
        ("It ranks number 12 in the index.", 12, "rank"),
        ("It is the third largest partner.", 3, "rank"),
        ("It is now in 12th place.", 12, "rank"),
        ("They stayed for a month.", 1, "month"),
        ("It was cut by two thirds last year.", 66.67, "%"),
        ("Trade fell by a third.", 33.33, "%"),
        ("Three fourths of the goods are new.", 75, "%"),
        ("The post was vacant for a year and a half.", 1.5, "year"),
        ("The number of troops stood at 450.", 450, "troop"),
        ("The number of trained midwives reached 6,400.", 6400, "midwife"),
    ],
)
def test_ranks_fractions_and_single_stretches(text: str, number: float, unit: str) -> None:
    assert [(v.number, v.unit) for v in find_values(text)] == [(number, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It lost a half and three quarters of its men.", [(75, "%", None)]),
        ("It took two and a quarter of the hour.", []),
        ("It has a quarter of exports and three quarters of imports.", [(25, "%", None), (75, "%", None)]),
        ("It needs 3/4 of the votes.", [(75, "%", None)]),
        ("It is about 1/3 of all exports.", [(33.33, "%", "approx")]),
        ("It is open 24/7 of the year.", []),
        ("Exports accounted for three quarters.", [(75, "%", None)]),
        ("One in five of the 2.3 lakh refugees is a child.", [(230_000, "refugee", None)]),
        ("It met five of its 11 goals.", [(5, "goal", None), (11, "goal", None)]),
        ("Of 40 officers, of whom 12 received medals.", [(40, "officer", None), (12, "officer", None)]),
        ("Of 40 officers, of whom 12 women left.", [(40, "officer", None), (12, "woman", None)]),
    ],
)
def test_parts_of_a_whole(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deaths fell from 582 in 2016 to 459 in 2018.", [(582, None, None), (459, None, None)]),
        ("The number of clinics rose from 12 in 2016 to 95.", [(12, "clinic", None), (95, "clinic", None)]),
    ],
)
def test_numbers_between_which_a_measure_moved(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed on behalf of the Union.",
        "It fell in the first half of 2020.",
        "By a third country or a third party it was sold.",
    ],
)
def test_what_is_no_part_of_a_whole(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "unit", "bound"),
    [
        ("more than |5", None, "min"),
        ("up to a total of |5", None, "max"),
        ("≈|5", None, "approx"),
        ("took over |5", None, None),
        ("met over |5", "year", None),
        ("lasted over |5", "year", "min"),
    ],
)
def test_a_bound_before_a_number(text: str, unit: str | None, bound: str | None) -> None:
    before, number = text.split("|")
    assert bound_before(before + number, len(before), unit) == bound


def test_a_bound_behind_a_number_stands_before_its_noun() -> None:
    assert bound_after("100 or more members", 3) == "min"
    assert past_bound("100 or more members", 3) == len("100 or more")
    assert past_bound("100 members", 3) == 3
    assert bound_after("5 plus interest", 1, added=True) is None


@pytest.mark.parametrize(
    ("before", "changed", "counted"),
    [
        ("Deaths fell from ", True, None),
        ("Deaths fell from 582 to ", True, None),
        ("The aid came from ", False, None),
        ("The number of trained midwives rose to ", False, "midwife"),
        ("A number was told by ", False, None),
    ],
)
def test_what_is_said_before_a_number(before: str, changed: bool, counted: str | None) -> None:
    text = before + "459"
    assert has_changed(text, len(before)) is changed
    assert counted_before(text, len(before)) == counted

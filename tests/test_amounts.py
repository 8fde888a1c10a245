"""Values as people read them."""

import pytest

from dragoman.amounts import as_found, in_signs, in_words, plural
from dragoman.datafiles import data_file
from dragoman.records import Value
from dragoman.values.nouns import singular


@pytest.mark.parametrize(
    ("value", "words", "signs"),
    [
        (Value(200, "soldier", "approx"), "about 200 soldiers", "≈ 200 soldiers"),
        (Value(1, "soldier"), "1 soldier", "1 soldier"),
        (Value(0, "vote"), "0 votes", "0 votes"),
        (Value(1.5, "degree Celsius", "max"), "up to 1.5 degrees Celsius", "≤ 1.5 degrees Celsius"),
        (Value(9_600_000, "EUR", "min"), "over 9,600,000 EUR", "≥ 9600000 EUR"),
        (Value(7.5, "%"), "7.5 %", "7.5 %"),
        (Value(12_000), "12,000", "12000"),
    ],
)
def test_a_value_is_worded(value: Value, words: str, signs: str) -> None:
    assert (in_words(value), in_signs(value)) == (words, signs)
    assert (in_words(value.as_dict()), in_signs(value.as_dict())) == (words, signs)


@pytest.mark.parametrize(
    ("unit", "many"),
    [
        ("Member State", "Member States"),
        ("country", "countries"),
        ("boy", "boys"),
        ("person", "people"),
        ("life", "lives"),
        ("tonne", "tonnes"),
        ("schoolchild", "schoolchildren"),
        ("policewoman", "policewomen"),
        ("German", "Germans"),
        ("Japanese", "Japanese"),
        ("crisis", "crises"),
        ("process", "processes"),
        ("NGO", "NGOs"),
        ("mile per hour", "miles per hour"),
        ("million ton of oil equivalent", "million tons of oil equivalent"),
        ("square foot", "square feet"),
        ("megawatt", "megawatts"),
    ],
)
def test_a_noun_gets_its_plural(unit: str, many: str) -> None:
    assert plural(unit) == many


@pytest.mark.parametrize(
    "unit", ["USD", "%", "rank", "km²", "MW", "military personnel", "aircraft", "dead", "countries", "people", ""]
)
def test_what_has_no_plural_or_is_one_stays(unit: str) -> None:
    assert plural(unit) == unit


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("200 soldier", "200 soldiers"),
        ("1 soldier", "1 soldier"),
        ("1.5e+17 EUR", "1.5e+17 EUR"),
        ("2016", "2016"),
        ("5 billion", "5 billion"),
        ("", ""),
        ("soldier", "soldier"),
    ],
)
def test_a_value_in_evidence_is_worded(text: str, shown: str) -> None:
    assert as_found(text) == shown


def test_the_plurals_that_are_shown_are_read_back_as_the_same_noun() -> None:
    """What is shown and what is read know one list."""
    nouns = {noun for noun in data_file("units.yml").texts("irregular").values() if noun.isalpha()}
    assert {noun: plural(noun) for noun in nouns if singular(plural(noun)) != noun} == {}

"""What holds for values in any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.dates import find_dates
from dragoman.values import find_values
from values.sentences import read


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
    "text",
    [
        "It was signed in 2015, on 30 October.",
        "In the eighteen-nineties it fell.",
        "The 2018 and 2023 elections were free.",
    ],
)
def test_dates_are_no_values(text: str) -> None:
    assert read(text) == []


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=1001, max_value=10**12))
def test_grouped_numbers_are_read_back(number: int) -> None:
    for written in (f"{number:,}", f"{number:,}".replace(",", "\u00a0")):
        assert read(f"They gave EUR {written} to it.") == [(number, "EUR", None)]


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

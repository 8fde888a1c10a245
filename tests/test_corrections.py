"""Corrections as people write them."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.corrections import value_as_text, value_from
from dragoman.errors import InvalidRecord
from dragoman.records import Value


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("9600000 EUR", {"number": 9_600_000, "unit": "EUR"}),
        ("1.5 million EUR", {"number": 1_500_000, "unit": "EUR"}),
        ("min 1.15 Billion", {"number": 1_150_000_000, "unit": None, "bound": "min"}),
        ("approx 2 thousand people", {"number": 2_000, "unit": "people", "bound": "approx"}),
        ("300 m", {"number": 300, "unit": "m"}),
        ("0.5 %", {"number": 0.5, "unit": "%"}),
    ],
)
def test_a_value_is_read_as_it_is_written(text: str, means: dict[str, Any]) -> None:
    assert value_from(text) == means
    assert value_from(value_as_text(Value(means["number"], means["unit"], means.get("bound")))) == means


def test_what_is_no_value_is_refused() -> None:
    with pytest.raises(InvalidRecord, match="9600000 EUR"):
        value_from("a lot of EUR")

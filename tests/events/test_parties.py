"""Codes of the parties of events."""

from __future__ import annotations

import pytest

from dragoman.actors.directory import directory
from dragoman.events.parties import party


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("/British Labour Party", "GBR"),
        ("/Peruvian miners", "PER"),
        ("/BJP", "IND"),
        ("/Labour Party", None),
        ("/Justice and Development Party", None),
        ("/AKP", "TUR"),
        ("/American University", None),
        ("/Congolese Labour Party", None),
    ],
)
def test_a_party_that_is_called_after_its_state_is_of_it(code: str, country: str | None) -> None:
    assert party(code, "2015", directory()).country == country


@pytest.mark.parametrize(
    ("code", "on", "iso3"),
    [
        ("BFA", "1960-09-01", "BFA"),
        ("BFA", "1959-09-01", None),
        ("SSD", "2008-05-01", None),
        ("SSD", "2011", "SSD"),
        ("SSD/Government", "2008", None),
        ("SUN", "1970", "SUN"),
        ("RUS", "1970-01-01", None),
        ("GRC", "1828-02-01", "GRC"),
        ("GRL", "1960", "GRL"),
        ("ABK", "2010", None),
    ],
)
def test_a_state_has_its_iso_code_while_it_exists(code: str, on: str, iso3: str | None) -> None:
    assert party(code, on, directory()).iso3 == iso3

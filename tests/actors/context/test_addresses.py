"""Whose an address on the web is."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.actors.context.addresses import addresses, owner_of_address
from dragoman.actors.directory import directory


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("www.state.gov", "USA"),
        ("https://army.mil/x", "USA"),
        ("nato.int", "NATO"),
        ("https://eeas.europa.eu/x", "EU"),
        ("https://mfa.gov.rs/en/news", "SRB"),
        ("http://www.mofa.go.jp:80/x", "JPN"),
        ("https://www.eda.admin.ch/eda", "CHE"),
        ("https://pm.gc.ca", "CAN"),
        ("https://en.kremlin.ru/events", "RUS"),
        ("https://mfa.rks-gov.net/", "XKX"),
        ("HTTPS://WWW.GOV.UK/x", "GBR"),
        ("https://imf.org/x", None),
        ("https://admin.example.de/x", None),
        ("https://go.example.com", None),
        ("https://www.bbc.co.uk/news", None),
        ("https://gov.example/x", None),
        ("localhost", None),
        ("", None),
    ],
)
def test_whose_an_address_is(url: str, code: str | None) -> None:
    assert owner_of_address(url, directory()) == code


def test_the_states_of_the_data_file_are_known() -> None:
    codes = {*addresses().endings.values(), *addresses().hosts.values()}
    assert [code for code in codes if not directory().is_state(code)] == []
    present = {one.code for one in directory().actors if one.kind == "state" and one.existed(date(2025, 1, 1))}
    without = {code for code in present - set(addresses().endings.values()) if not code.startswith("X")}
    assert without == {"ABK", "SOT"}  # whose sites have Russia's endings

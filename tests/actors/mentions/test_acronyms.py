"""Acronyms and what a text writes out before them."""

import pytest

from dragoman.actors.mentions.acronyms import expansion_before, same_letters_before

WRITTEN = [
    ("Council of the Organisation of Eastern Caribbean States", "OECS", "Organisation of Eastern Caribbean States"),
    ("Permanent Council of the Organization of American States", "OAS", "Organization of American States"),
    ("Ministry of Transport", "MOT", "Ministry of Transport"),
    ("the Nauru Fund for Development", "NFD", "Nauru Fund for Development"),
    ("the Chad Office and the Department of Trade", "DoT", "Department of Trade"),
    ("NFD\nThe New Forest Centre", "NFD", None),
    ("NFC\nForest Centre", "NFC", None),
]


@pytest.mark.parametrize(("text", "acronym", "written"), WRITTEN)
def test_what_an_acronym_stands_for(text: str, acronym: str, written: str | None) -> None:
    span = expansion_before(text, len(text), acronym)
    assert (text[slice(*span)] if span else None) == written


def test_the_same_letters_in_another_order() -> None:
    text = "the Popular Movement for the Liberation of Angola"
    assert same_letters_before(text, len(text), "MPLA") == (4, len(text))
    assert same_letters_before(text, len(text), "MPLE") is None
    assert same_letters_before("the Republic of Peru", 20, "PR") is None

"""Sectors of actors, and the nouns that tell them."""

from __future__ import annotations

import pytest

from dragoman.actors.checks import SECTORS
from dragoman.actors.directory import directory
from dragoman.events.sectors import agents, sectors, sectors_of


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("SRB", ()),
        ("SRB/Ministry of Interior", ("GOV",)),
        ("SRB/Armed Forces", ("MIL",)),
        ("USA/Marco Rubio", ("GOV",)),
        ("NATO/KFOR", ("MIL", "IGO")),
        ("EU", ("IGO",)),
        ("/Hamas", ("REB",)),
        ("/Organized crime groups", ("CRM",)),
        ("/Baylor University", ("EDU",)),
        ("MLI/Forces", ("MIL",)),
        ("/Opposition forces", ("OPP",)),
        ("/Something", ()),
        ("XSL", ("PRE",)),
        ("SOT/Ministry of Culture", ("GOV", "PRE")),
        ("FLK/Governor", ("GOV", "PRE")),
        ("UN/General Assembly", ("IGO", "LEG")),
        ("CHL/Auditor General", ("GOV",)),
        ("CHL/Prosecutor General", ("JUD",)),
        ("CHL/General", ("MIL",)),
        ("ISR/Commandos", ("MIL",)),
    ],
)
def test_an_actor_has_sectors(actor: str, expected: tuple[str, ...]) -> None:
    assert sectors_of(actor, directory()) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Soldiers shot two protesters.", [("Soldiers", "MIL"), ("protesters", "CVL")]),
        ("The central bank spoke.", [("central bank", "GOV")]),
        ("Police beat university students.", [("Police", "COP"), ("university students", "EDU")]),
        ("Gunmen kidnapped an aid worker.", [("Gunmen", "UAF"), ("aid worker", "NGO")]),
        ("Rebel forces met government forces.", [("Rebel forces", "REB"), ("government forces", "MIL")]),
        ("It rained by force.", []),
    ],
)
def test_nouns_tell_actors(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(agent.text, agent.sector) for agent in agents(sentence)] == expected


def test_codes_of_other_lists_are_known() -> None:
    assert sectors().code("CIV") == "CVL"
    assert sectors().code("mil") == "MIL"
    assert sectors().code("XYZ") is None


def test_all_sectors_of_the_directory_are_explained() -> None:
    assert set(sectors().says) >= SECTORS

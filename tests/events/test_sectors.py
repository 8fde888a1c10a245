"""Sectors of actors, and the nouns that tell them."""

from __future__ import annotations

import pytest

from dragoman.actors.checks import SECTORS
from dragoman.actors.directory import directory
from dragoman.actors.linking import linked_mentions
from dragoman.documents import document_from_text
from dragoman.events.coding import code_reading
from dragoman.events.pairing import candidates
from dragoman.events.sectors import agents, is_people, sectors, sectors_of
from dragoman.records import Evidence, Reading, Statement


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        ("SRB", ()),
        ("SRB/Ministry of Interior", ("GOV",)),
        ("SRB/Armed Forces", ("MIL",)),
        ("USA/Marco Rubio", ("GOV",)),
        ("NATO/KFOR", ("MIL", "IGO")),
        ("EU", ("IGO",)),
        ("ICRC", ("NGO",)),
        ("ICRC/Delegates", ("NGO",)),
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


@pytest.mark.parametrize(
    ("text", "code", "sector"),
    [
        ("US senators condemned Peru.", "USA", "LEG"),
        ("Afghan government forces condemned Peru.", "AFG", "MIL"),
        ("Russian intelligence officers condemned Peru.", "RUS/Intelligence", "SPY"),
        ("Peru and a Russian spy, Boris, met.", "RUS", "SPY"),
        ("Peru and a Russian spy ring met.", "RUS", None),
        ("Hungary's parliament condemned Peru.", "HUN", "LEG"),
        ("The Soviet Union condemned Peru.", "SUN", None),
        ("EU officials condemned Peru.", "EU", "IGO"),
        ("Former Prime Minister Tony Blair condemned Peru.", "GBR/Tony Blair", "ELI"),
        ("Former British prime minister Tony Blair condemned Peru.", "GBR/Tony Blair", "ELI"),
        ("British Prime Minister Tony Blair condemned Peru.", "GBR/Tony Blair", "GOV"),
        ("Ex-Prime Minister Nawaz Sharif condemned Peru.", "PAK/Nawaz Sharif", "ELI"),
        ("Opposition leader Kizza Besigye condemned Peru and Kenya.", "KEN/Kizza Besigye", "OPP"),
        ("The presidents of Chad and Mali condemned Peru.", "TCD", "GOV"),
        ("Chad and the president of Mali condemned Peru.", "TCD", None),
        ("Kenyan Director-General Jo Lind condemned Peru.", "KEN/Jo Lind", "GOV"),
        ("UN Secretary-General Jo Lind condemned Peru.", "UN/Jo Lind", "IGO"),
        ("The Kenyan deputy secretary condemned Peru.", "KEN/Deputy secretary", "GOV"),
        ("The Kenyan deputies condemned Peru.", "KEN/Deputies", "LEG"),
        ("Rebel soldiers condemned Peru.", "/Soldiers", "REB"),
        ("Soldiers condemned Peru.", "/Soldiers", "MIL"),
    ],
)
def test_the_words_beside_a_name_tell_its_sector(text: str, code: str, sector: str | None) -> None:
    statement = Statement("doc", "position", "opposes", text, 0, len(text), confidence=0.9, event="ACCUSE",
                          source=(code,), target=("PER",))  # fmt: skip
    document = document_from_text(text, date="2016-03-01", language="en", stem="doc")
    (event,) = code_reading(document, Reading("test", (statement,)), directory()).events
    assert event.actor.sector == sector


def test_states_of_whom_the_offices_are_named_are_governments() -> None:
    text = "The presidents of Chad and Mali condemned Peru."
    told = (Evidence("source", "TCD", 18, 22), Evidence("source", "MLI", 27, 31))
    statement = Statement("doc", "position", "opposes", text, 0, len(text), confidence=0.9, event="ACCUSE",
                          source=("TCD", "MLI"), target=("PER",), evidence=told)  # fmt: skip
    document = document_from_text(text, date="2016-03-01", language="en", stem="doc")
    made = code_reading(document, Reading("test", (statement,)), directory())
    assert [(e.actor.code, e.actor.sector) for e in made.events] == [("MLI", "GOV"), ("TCD", "GOV")]


@pytest.mark.parametrize(
    ("name", "people"),
    [("Soldiers", True), ("Yemeni rebels", True), ("Police", True), ("Army", False), ("Rapid Support Forces", False),
     ("Soldiers of Fortune", False), ("", False)],
)  # fmt: skip
def test_a_plural_noun_is_no_name(name: str, people: bool) -> None:
    assert is_people(name) == people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serbian police shelled 12 Boko Haram fighters.", {"SRB/Police", "/Boko Haram"}),
        ("Serbian police shelled 12 Boko Haram hostages.", {"SRB/Police", "/Boko Haram", "/Hostages"}),
        ("Serbian police shelled fighters of Boko Haram.", {"SRB/Police", "/Boko Haram"}),
        ("Serbian police shelled hostages of Boko Haram.", {"SRB/Police", "/Boko Haram", "/Hostages"}),
    ],
)
def test_the_people_of_a_named_group_are_no_actor_of_their_own(text: str, expected: set[str]) -> None:
    document = document_from_text(text, date="2016-03-01", language="en", stem="doc")
    found = candidates(text, 0, len(text), linked_mentions(document, directory()))
    assert {candidate.source.code for candidate in found} == expected

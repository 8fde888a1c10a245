"""The plain reader's rules: (sentence, what it reads)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents import document_from_text
from dragoman.reading.rules import RulesReader, wordings
from dragoman.records import Document, Statement

Told = tuple[str, str, str]
"""Kind and stage, sources, targets."""


def read(text: str, date: str = "2021-06-15") -> tuple[Statement, ...]:
    return RulesReader().read(document_from_text(text, language="en", date=date)).statements


def told(statement: Statement) -> Told:
    return f"{statement.kind}.{statement.stage}", " ".join(statement.source), " ".join(statement.target)


CASES: list[Any] = [
    ("Kenya signed the Border Agreement with Uganda.", [("agreement.signed", "KEN", "UGA")]),
    pytest.param(
        "The Border Treaty was signed by Kenya and Uganda.",
        [("agreement.signed", "KEN", "UGA")],
        marks=pytest.mark.xfail(strict=True, reason="the active and the passive wording both make a statement of it"),
    ),
    ("Kenya will sign the Border Agreement with Uganda.", [("agreement.proposed", "KEN", "UGA")]),
    ("Chile ratified the Escazú Agreement.", [("agreement.ratified", "CHL", "")]),
    ("The Trade Agreement between Fiji and Samoa entered into force in 2012.", [("agreement.in-force", "FJI", "WSM")]),
    ("Estonia joined NATO in 2004.", [("membership.joined", "EST", "NATO")]),
    (
        "Estonia joined NATO and the European Union in 2004.",
        [("membership.joined", "EST", "NATO"), ("membership.joined", "EST", "EU")],
    ),
    ("Norway is a member of NATO.", [("membership.member", "NOR", "NATO")]),
    ("Costa Rica recognised Kosovo in 2008.", [("relations.recognised", "CRI", "XKX")]),
    ("Peru established diplomatic relations with Mongolia in 1972.", [("relations.established", "PER", "MNG")]),
    ("Morocco severed diplomatic relations with Iran.", [("relations.severed", "MAR", "IRN")]),
    ("Japan hosted Vietnam.", [("meeting.held", "JPN", "VNM")]),
    ("Sweden provided 5 million euros to Liberia.", [("assistance.completed", "SWE", "LBR")]),
    ("Norway is not a member of the European Union.", []),
    ("Kenya has not signed the Border Agreement with Uganda.", []),
    ("If Kenya signed the Border Agreement with Uganda, trade would grow.", []),
    ("Kenya may sign the Border Agreement with Uganda.", []),
    ("Uganda called on Kenya to sign the Border Agreement.", []),
    ("Sweden provided advice to Liberia.", []),
    ("The weather was fine.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_one_sentence(text: str, expected: list[Told]) -> None:
    assert sorted(map(told, read(text))) == sorted(expected)


def test_the_fields_of_a_statement_have_their_places() -> None:
    text = "Sweden provided 5 million euros to Liberia for schools in 2014."
    [statement] = read(text)
    assert statement.date == "2014"
    assert statement.value is not None
    assert [v.as_dict() for v in statement.value] == [{"number": 5_000_000, "unit": "EUR"}]
    assert statement.event == "AID"
    assert {text[e.start : e.end] for e in statement.evidence} >= {"Sweden", "Liberia", "5 million euros"}
    assert "provided" in statement.reason


def test_who_says_so_is_kept() -> None:
    [statement] = read("Kenya signed the Border Agreement with Uganda, Foreign Minister of Kenya Amina Odhiambo said.")
    assert statement.by == ("KEN/Amina Odhiambo",)
    assert (statement.source, statement.target) == (("KEN",), ("UGA",))


def test_each_member_of_a_list_has_the_date_behind_it() -> None:
    found = read("Latvia joined NATO in 2004 and the OECD in 2016.")
    assert {(s.target, s.date) for s in found} == {(("NATO",), "2004"), (("OECD",), "2016")}


NAMES = [
    ("the Special Fisheries Agreement on March 18", ["Special Fisheries Agreement"]),
    ("the Mount Ida Pact on Sept 24", ["Mount Ida Pact"]),
    ("under the 2010 Agreement on Transit", ["Agreement on Transit"]),
    ("the Treaty on the Formation of a New Community", ["Treaty on the Formation of a New Community"]),
    ("the Treaty of Amity, Commerce and Navigation", ["Treaty of Amity, Commerce and Navigation"]),
    ("By the Treaty of Amity, Chile and Peru are friends", ["Treaty of Amity"]),
    ("the Charter of the African Ports and the Ida decisions", ["Charter of the African Ports"]),
    ("the PORTS II Treaty and the Ida Protocol", ["PORTS II Treaty", "Ida Protocol"]),
    ("the Treaty on Open Ports in Europe in Vienna", ["Treaty on Open Ports in Europe"]),
    ("the Protocol to the Ports Treaty", ["Protocol to the Ports Treaty"]),
    ("sent the Ida Protocol to Congress", ["Ida Protocol"]),
    ("Instruments of Ratification of the 1974 Ports Agreement", ["Ports Agreement"]),
    ("the Law of the Ports Convention", ["Law of the Ports Convention"]),
    ("the Convention against Smuggling", ["Convention against Smuggling"]),
    ("the Hague Agreements; the Élan Accords", ["Hague Agreements", "Élan Accords"]),
    ("the Ida Joint Statement, the Ida Final Act", ["Ida Joint Statement", "Ida Final Act"]),
    ("an Exchange of Notes and a Modus Vivendi", ["Exchange of Notes", "Modus Vivendi"]),
    ("Resolution 1244 (1999), the Agreement I signed", ["Resolution 1244 (1999)", "Agreement"]),
    ("the Ports Act, the Optional Clause", []),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_the_name_of_an_instrument_is_whole_and_without_its_date(text: str, names: list[str]) -> None:
    assert [match[0] for match in wordings().instrument.finditer(text)] == names


def test_laws_and_clauses_are_named_too() -> None:
    found = [match[0] for match in wordings().named.finditer("the Ports Act, the Optional Clause, the Ida Guidelines")]
    assert found == ["Ports Act", "Optional Clause", "Ida Guidelines"]


@pytest.mark.parametrize(
    "piece", ["Word of the ", "Treaty of Peace, Trade ", "Treaty of A of B ", "Treaty ", "A & ", "Ida I "]
)
@pytest.mark.slow
def test_a_long_text_of_names_is_read_in_passing(piece: str) -> None:
    assert all(match[0] for match in wordings().named.finditer(piece * (300_000 // len(piece))))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    for end in ("", " Kenya signed the Border Agreement with Uganda in 2015."):
        made = Document("d", text + end)
        for document in (made, document_from_text(text + end, language="en")):
            for statement in RulesReader().read(document).statements:
                assert document.text[statement.start : statement.end] == statement.quote

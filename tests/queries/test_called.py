"""What the name of a thing means."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.folding import query_terms
from dragoman.queries.called import called, counted_by_object
from ledger_samples import document, reading, said

THINGS_OF_A_NAME = [
    ("Individual Partnership Action Plan", ["Individual Partnership Action Plan", "second IPAP"]),
    ("Interim Pact on Air Policing", ["Interim Pact on Air Policing", "second IPAP"]),
    ("IPAP", ["Individual Partnership Action Plan", "Interim Pact on Air Policing", "second IPAP"]),
]


@pytest.mark.parametrize(("name", "objects"), THINGS_OF_A_NAME)
def test_a_full_name_is_found_by_its_acronym_where_that_is_written(
    ledger: Ledger, name: str, objects: list[str]
) -> None:
    page = document(
        "names",
        "They signed the Individual Partnership Action Plan, an Interim Pact on Air Policing and a second IPAP.",
    )
    read = [said(page, each, object=each, source="SRB") for each in THINGS_OF_A_NAME[2][1]]
    ledger.add(page, reading(*read))
    found = queries.instrument(ledger, name)
    assert sorted({told.statement.object for line in found.facts for told in line.statements}) == objects


OTHERS = "Fund of Friends of the Blue Pact in Rome"
NAMES = ("Blue Pact", OTHERS, "Border Crossing Control (BCC)", "Western Balkans Forum", "WB Forum", "Sea Law Charter")
CALLED = [
    ("Blue Pact", ["Blue Pact"], [OTHERS]),
    ("BLUE pact", ["Blue Pact"], [OTHERS]),
    ("the Blue Pact", ["Blue Pact"], [OTHERS]),
    ("Friends of the Blue Pact", [OTHERS], []),  # nothing is called so: what has it in its name
    ("BCC", ["Border Crossing Control (BCC)"], []),
    ("WB", ["WB Forum"], []),  # two letters are the initials of many things
    ("Charter", ["Sea Law Charter"], []),
]


@pytest.fixture
def named(ledger: Ledger) -> Ledger:
    page = document("names", " ".join(f"They signed {number}." for number in range(len(NAMES))))
    told = [said(page, f"They signed {number}", source="SRB", object=name) for number, name in enumerate(NAMES)]
    ledger.add(page, reading(*told))
    return ledger


@pytest.mark.parametrize(("name", "objects", "others"), CALLED)
def test_a_name_means_what_is_called_so(named: Ledger, name: str, objects: list[str], others: list[str]) -> None:
    with named.reading() as connection:
        found = called(connection, name)
    assert [r["object"] for r in found.rows] == objects
    assert [r["object"] for r in found.others] == others
    assert not found.at_least


@pytest.mark.parametrize("name", ["Red Pact", "", "...", "Pacts"])
def test_what_nothing_is_called_is_unknown(named: Ledger, name: str) -> None:
    with named.reading() as connection, pytest.raises(UnknownName, match="nothing called"):
        called(connection, name)


def test_no_more_statements_than_asked_for_are_looked_at(named: Ledger) -> None:
    with named.reading() as connection:
        found = called(connection, "Blue Pact", most=1)
        grouped, counted = counted_by_object(connection, query_terms("forum"), 1)
    assert ([r["object"] for r in found.rows], found.others, found.at_least) == (["Blue Pact"], (), True)
    assert ([(r["object"], r["statements"]) for r in grouped], counted) == ([("Western Balkans Forum", 1)], 1)


def test_objects_are_counted_with_their_kinds_in_the_order_of_reading(named: Ledger) -> None:
    page = document("more", "It runs. It runs on. It ended.")
    told = [
        said(page, "It runs", "mission", "deployed", source="SRB", object="WB Forum"),
        said(page, "It ended", source="SRB", object="WB Forum"),
    ]
    named.add(page, reading(*told))
    with named.reading() as connection:
        grouped, counted = counted_by_object(connection, query_terms("forum"))
    assert [(r["object"], r["kind"], r["statements"]) for r in grouped] == [
        ("Western Balkans Forum", "agreement", 1),
        ("WB Forum", "agreement", 2),
        ("WB Forum", "mission", 1),
    ]
    assert counted == 4

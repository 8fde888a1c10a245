"""Actors, postings, facts and full text in step with the statements."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.index import actor_row
from dragoman.queries import Filter
from ledger_samples import document, reading, said


def test_very_many_parties(ledger: Ledger) -> None:
    page = document("all", "All of them met.")
    names = ", ".join(f"/Name {i}" for i in range(3000))
    ledger.add(page, reading(said(page, page.text, "meeting", "held", source=names)))
    assert queries.count(ledger, Filter(actors=("/Name 7", "/Name 2999"))) == 1


@pytest.mark.parametrize(
    ("actor", "code", "name", "folded"),
    [
        ("SRB", "SRB", None, "srb"),
        ("SRB/Đurić", "SRB", "Đurić", "duric"),
        ("/Blue Helpers", None, "Blue Helpers", "blue helpers"),
        ("EU/Council/Presidency", "EU", "Council/Presidency", "council presidency"),
    ],
)
def test_an_actor_has_a_code_a_name_or_both(actor: str, code: str | None, name: str | None, folded: str) -> None:
    row = actor_row(3, actor)
    assert (row["n"], row["code"], row["name"], row["folded"], row["shown"]) == (3, code, name, folded, 0)


def test_a_statement_is_found_under_its_actors_and_their_codes(ledger: Ledger) -> None:
    page = document("page", "They met.")
    fields = {"source": "SRB/Ana", "target": "/Guild", "by": "EU/Ben"}
    ledger.add(page, reading(said(page, "They met", "meeting", "held", **fields)))
    for actor, takes_part, speaks in (
        ("SRB", 1, 0),
        ("SRB/Ana", 1, 0),
        ("/Guild", 1, 0),
        ("EU", 0, 1),
        ("EU/Ben", 0, 1),
    ):
        assert queries.count(ledger, Filter(actors=(actor,))) == takes_part
        assert queries.count(ledger, Filter(actors=(actor,), role="by")) == speaks
    assert {a.actor: a.statements for a in queries.actors(ledger)} == {
        "SRB": 1,
        "SRB/Ana": 1,
        "/Guild": 1,
        "EU": 0,
        "EU/Ben": 0,
    }

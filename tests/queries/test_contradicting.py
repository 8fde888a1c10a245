"""Contradictions in the ledger, side by side."""

from __future__ import annotations

import pytest

from contradicting_samples import fill
from dragoman.ledger import Ledger
from dragoman.queries.contradicting import contradictions, contradictions_of
from ledger_samples import document, reading, said


def test_contradictions_are_found_whole_and_by_actor(talks: Ledger) -> None:
    page = document("other", "The plan was agreed in 2012.", date="2018")
    fields = {"source": "NATO", "target": "SRB", "object": "Individual Partnership Action Plan", "date": "2012"}
    talks.add(page, reading(said(page, "The plan was agreed in 2012", stage="concluded", **fields)))
    assert [c.field for c in contradictions(talks).found] == ["date"]
    assert [c.field for c in contradictions_of(talks, ("SRB", "NATO")).found] == ["date"]
    assert contradictions_of(talks, ("XKX",)).found == ()
    assert contradictions(talks, cursor="nonsense").found


@pytest.fixture
def told(ledger: Ledger) -> Ledger:
    fill(ledger)
    return ledger


def test_the_whole_ledger_is_walked_and_each_contradiction_told_once(told: Ledger) -> None:
    found = contradictions(told).found
    assert sorted(c.field for c in found) == ["date", "date", "date", "party", "stage"]


def test_those_of_an_actor_and_of_a_pair(told: Ledger) -> None:
    assert [c.field for c in contradictions_of(told, ("SRB",)).found] == ["stage"]
    assert [c.field for c in contradictions_of(told, ("EU", "XKX")).found] == ["date"]
    assert [c.field for c in contradictions_of(told, ("KEN", "JOR")).found] == ["date"]
    assert [c.field for c in contradictions_of(told, ("USA",)).found] == []
    assert contradictions_of(told, ("EU",), field="amount").found == ()

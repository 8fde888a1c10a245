"""Contradictions in the ledger, side by side."""

from __future__ import annotations

import pytest

from contradicting_samples import fill
from dragoman.errors import UnknownName
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


def test_the_pages_of_the_whole_ledger_tell_each_contradiction_once(
    told: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = [(c.one.number, c.other.number) for c in contradictions(told).found]
    monkeypatch.setattr("dragoman.queries.contradicting._STEP", 7)
    monkeypatch.setattr("dragoman.queries.contradicting._STEPS", 2)
    seen, cursor = [], None
    for _ in range(100):
        page = contradictions(told, limit=1, cursor=cursor)
        seen += [(c.one.number, c.other.number) for c in page.found]
        if (cursor := page.cursor) is None:
            break
    assert cursor is None, "it comes to an end"
    assert sorted(seen) == sorted(whole)


def test_fields_narrow_down(told: Ledger) -> None:
    assert [c.field for c in contradictions(told, field="party").found] == ["party"]
    assert contradictions(told, field="amount").found == ()
    assert [c.field for c in contradictions_of(told, ("SRB",), field="stage").found] == ["stage"]


def test_it_is_told_where_not_all_was_looked_at(told: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not contradictions_of(told, ("JOR",)).partly
    few = contradictions_of(told, ("TCD",), limit=0)
    assert (few.found, few.partly) == ((), True)
    monkeypatch.setattr("dragoman.queries.contradicting.LOOKED_AT", 12)
    assert contradictions_of(told, ("JOR",)).partly


def test_nobody_contradicts_an_unknown_actor(told: Ledger) -> None:
    with pytest.raises(UnknownName, match="'Atlantis'"):
        contradictions_of(told, ("Atlantis",))


@pytest.mark.parametrize("cursor", ["", "-", "x\x03y", "--5\x03", "9" * 19, "-" + "9" * 19, "9" * 5000])
def test_a_foreign_cursor_begins_anew(told: Ledger, cursor: str) -> None:
    assert contradictions(told, cursor=cursor) == contradictions(told)

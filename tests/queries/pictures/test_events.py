"""How often which type of event is told, by year."""

from __future__ import annotations

import pytest

from dragoman.codebook import codebook
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.pictures import event_counts
from ledger_samples import document, reading, said


def test_events_are_counted_by_type_and_year(filled: Ledger) -> None:
    counts = {(bar.event, bar.year): bar.statements for bar in event_counts(filled).bars}
    assert counts["SUPPORT", 2015] == 2
    assert counts["SUPPORT", None] == 1
    assert counts["CONSULT", 2014] == 2
    assert {bar.event for bar in event_counts(filled, ("NOR",)).bars} == {"CONSULT"}
    both = event_counts(filled, ("SRB", "XKX")).bars
    assert [(bar.event, bar.year, bar.statements) for bar in both] == [("CONSULT", 2013, 1)]


def test_an_actor_that_is_not_there_is_named(ledger: Ledger) -> None:
    with pytest.raises(UnknownName, match="'NOPE'"):
        event_counts(ledger, ("NOPE",))


def test_an_empty_ledger_has_no_events(ledger: Ledger) -> None:
    assert event_counts(ledger).bars == ()


def test_bars_stand_by_type_then_year_the_undated_last(filled: Ledger) -> None:
    bars = event_counts(filled).bars
    types = list(codebook().plover)
    order = [(types.index(bar.event), bar.year or 9999) for bar in bars]
    assert order == sorted(order)
    assert [bar.year for bar in bars if bar.event == "SUPPORT"][-1] is None


def test_a_statement_of_two_of_one_name_counts_once(ledger: Ledger) -> None:
    page = document("guards", "The guards met.")
    guards = said(page, "The guards met", "meeting", "held", source="SRB/Guard", target="ALB/Guard", event="CONSULT")
    ledger.add(page, reading(guards))
    assert [(bar.event, bar.statements) for bar in event_counts(ledger, ("guard",)).bars] == [("CONSULT", 1)]

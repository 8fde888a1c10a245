"""What a person means by a name: an actor, a thing or both; on both databases."""

from __future__ import annotations

from dragoman.actors.directory import directory
from dragoman.ledger import Ledger
from dragoman.subjects import about, statements_about
from ledger_samples import document, reading, said


def test_all_statements_of_a_fact_that_is_told_very_often_are_given(ledger: Ledger) -> None:
    for number in range(60):
        page = document(f"page-{number}", "The Blue Pact was signed.")
        ledger.add(page, reading(said(page, "The Blue Pact was signed", source="SRB", object="Blue Pact")))
    assert len(list(statements_about(ledger, ["Blue Pact"], directory()))) == 60


def test_what_names_an_organisation_is_apart_from_what_it_takes_part_in(ledger: Ledger) -> None:
    text = "Peace came to Eastern Ukraine. Kenya studied the EU. The EU joined the EU club."
    page = document("union", text)
    read = [
        said(page, "Peace came to Eastern Ukraine", "event", "occurred", source="UKR", object="Eastern Ukraine"),
        said(page, "Kenya studied the EU", "event", "occurred", source="KEN", object="EU"),
        said(page, "The EU joined the EU club", "event", "occurred", source="EU", object="EU"),
    ]
    ledger.add(page, reading(*read))
    told = list(statements_about(ledger, ["EU"], directory()))
    assert [(one.statement.quote, thing) for one, thing in told] == [
        ("The EU joined the EU club", False),
        ("Kenya studied the EU", True),
    ]
    actor, thing = about(ledger, ["EU"], directory(), limit=1)
    assert (actor.facts_count, thing.facts_count) == (1, 1)
    assert [p.facts_count for p in about(ledger, ["EU"], directory(), as_of="2026-03-02")] == [1, 1]

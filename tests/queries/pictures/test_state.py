"""Whether a ledger has changed."""

from __future__ import annotations

from dataclasses import replace

from dragoman.ledger import Ledger
from dragoman.ledger.decisions import reject
from dragoman.queries.pictures import state_of, timeline
from dragoman.records import Skipped
from ledger_samples import plan, reading


def test_the_state_changes_with_the_ledger(filled: Ledger) -> None:
    before = state_of(filled)
    assert state_of(filled) == before
    one = timeline(filled, ("XKX",)).items[0]
    reject(filled, one.statement_id, who="tester", why="not so")
    assert state_of(filled) != before
    assert one.statement_id not in {item.statement_id for item in timeline(filled, ("XKX",)).items}
    rejected = state_of(filled)
    filled.skip(Skipped("a.pdf", "damaged", "save it again"))
    assert state_of(filled) > rejected


def test_the_state_changes_where_a_page_is_what_it_was_before(ledger: Ledger) -> None:
    first, read = plan()
    other = replace(first, text="Nothing is said here.", date=first.date)
    states = []
    for page, told in ((first, read), (other, reading()), (first, read)):
        ledger.add(page, told)
        states.append(state_of(ledger))
    assert len(set(states)) == 3

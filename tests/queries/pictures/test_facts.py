"""The facts that a tie stands for."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries.pictures import Years, facts_of_tie
from ledger_samples import document, reading, said


def test_the_facts_of_a_tie_are_as_many_as_it_counts(filled: Ledger) -> None:
    told = facts_of_tie(filled, "USA", "XKX")
    assert (told.about, told.facts_count) == (("USA", "XKX"), 3)
    assert told.kinds == (("relations", 1), ("assistance", 1), ("position", 1))
    assert [line.best.statement.kind for line in told.facts] == ["relations", "assistance", "position"]
    assert facts_of_tie(filled, "XKX", "USA").facts == told.facts


def test_kinds_and_years_narrow_down_and_leave_out_the_undated(filled: Ledger) -> None:
    assert [f.best.statement.date for f in facts_of_tie(filled, "USA", "XKX", years=Years(2000)).facts] == [
        "2008-02-18",
        "2012",
    ]
    assert facts_of_tie(filled, "USA", "XKX", years=Years(2009)).kinds == (("assistance", 1),)
    assert facts_of_tie(filled, "USA", "XKX", kinds=("position",)).facts_count == 1
    assert facts_of_tie(filled, "USA", "XKX", kinds=("meeting",)).facts == ()
    assert facts_of_tie(filled, "ISL", "XKX").facts_count == 0


def test_its_pages_add_up(filled: Ledger) -> None:
    whole = facts_of_tie(filled, "EU", "XKX")
    seen, cursor = [], None
    for _ in range(4):
        page = facts_of_tie(filled, "EU", "XKX", limit=1, cursor=cursor)
        assert page.facts_count == 3
        seen += [line.number for line in page.facts]
        if (cursor := page.cursor) is None:
            break
    assert seen == [line.number for line in whole.facts]


def test_facts_of_very_many_parties_make_no_tie(ledger: Ledger) -> None:
    page = document("summit", "All of them met.")
    ledger.add(
        page, reading(said(page, "All of them met", "meeting", "held", source=", ".join(f"/{n}" for n in range(13))))
    )
    assert facts_of_tie(ledger, "/1", "/2").facts_count == 0
    assert queries.dyad(ledger, "/1", "/2").facts_count == 1


def test_somebody_unknown_has_no_ties(filled: Ledger) -> None:
    with pytest.raises(UnknownName, match="'Atlantis'"):
        facts_of_tie(filled, "XKX", "Atlantis")

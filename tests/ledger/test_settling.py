"""What a statement is answered as."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.decisions import correct, reject, undo
from dragoman.ledger.settling import Ruling, corrected, nearest, rulings_for, undone_among, with_fields
from dragoman.records import Value
from ledger.deciding import ANA, agreed
from ledger_samples import document, reading, said

TWICE = "A treaty was signed. The treaty was signed in 2015, the other treaty was signed in 2016."


def test_a_quote_is_where_it_was_selected(ledger: Ledger) -> None:
    page = document("twice", TWICE)
    old = said(page, "A treaty was signed", source="SRB", date="2015")
    ledger.add(page, reading(old))

    def place() -> tuple[str, int]:
        found = queries.explain(ledger, old.id).found.statement
        assert ledger_text(ledger, old.id)[found.start : found.end] == found.quote
        return found.quote, found.start

    last = TWICE.rindex("treaty was signed")
    seen = correct(ledger, old.id, {"quote": "treaty was signed", "start": last}, **ANA)
    assert place() == ("treaty was signed", last)
    assert queries.history(ledger)[-1].fields == {"quote": "treaty was signed", "start": last}
    seen = correct(ledger, old.id, {"date": "2016"}, seen=seen, **ANA)
    assert place() == ("treaty was signed", last)
    seen = correct(ledger, old.id, {"quote": "signed"}, seen=seen, **ANA)  # without a place: near the present one
    assert place() == ("signed", TWICE.rindex("signed"))
    seen = correct(ledger, old.id, {"start": TWICE.index("signed")}, seen=seen, **ANA)  # the same words elsewhere
    assert place() == ("signed", TWICE.index("signed"))
    seen = undo(ledger, seen, who="ana")
    assert place() == ("signed", TWICE.rindex("signed"))
    newer = document("twice", "News. The second treaty was signed later. " + TWICE, locator=page.locator)
    ledger.add(newer, reading(said(newer, old.quote, source="SRB", date="2015")))
    assert place() == ("signed", newer.text.rindex("signed"))
    for start in (1, -1, 10**9, "1"):
        with pytest.raises(InvalidRecord, match=f"does not stand at character '?{start}'? of"):
            correct(ledger, old.id, {"start": start}, seen=seen, **ANA)
    assert check(ledger) == ()


def ledger_text(ledger: Ledger, statement: str) -> str:
    return queries.explain(ledger, statement).document.text


@pytest.mark.parametrize(
    ("text", "start", "found"),
    [
        ("so it is so", 0, 0),
        ("so it is so", 5, 9),
        ("so it is so", 4, 0),
        ("so it is so", 99, 9),
        ("so it is so", -5, 0),
        ("it is", 0, None),
        ("", 0, None),
        ("soso", 1, 0),
    ],
)
def test_a_quote_stands_where_it_is_nearest(text: str, start: int, found: int | None) -> None:
    assert nearest(text, "so", start) == found


def test_a_corrected_quote_is_looked_for_near_where_it_was_placed() -> None:
    assert Ruling().near("d", 7) == 7
    placed = Ruling("corrected", {"quote": "x"}, {"document": "d", "start": 20, "read": 10})
    assert placed.near("d", 7) == 20
    assert placed.near("newer", 15) == 25, "as far from where the statement is read now as it was then"


def test_fields_of_the_contract_are_replaced() -> None:
    page = document("twice", TWICE)
    one = said(page, "A treaty was signed", source="SRB", date="2015", value=(Value(5.0, "EUR"),))
    fields = {"source": ["XKX", "EU"], "end": "2016", "value": None, "object": "Treaty", "doc": "other"}
    other = with_fields(one, fields)
    assert (other.source, other.end_date, other.value, other.object) == (("XKX", "EU"), "2016", None, "Treaty")
    assert (other.doc, other.date, other.quote) == ("twice", "2015", one.quote)
    assert with_fields(one, {"value": [{"number": 3, "unit": "USD"}]}).value == (Value(3.0, "USD"),)
    assert with_fields(one, {}) == one


def test_a_corrected_quote_that_a_version_does_not_have_stays_as_it_was_read() -> None:
    page = document("twice", TWICE)
    one = said(page, "A treaty was signed", source="SRB")
    moved = corrected(one, {"quote": "signed"}, len(TWICE), lambda: TWICE)
    assert (moved.quote, moved.start) == ("signed", TWICE.rindex("signed"))
    kept = corrected(one, {"quote": "never said", "date": "2015"}, 0, lambda: TWICE)
    assert (kept.quote, kept.start, kept.date) == (one.quote, one.start, "2015")


def test_decisions_of_a_statement_are_one_ruling(filled: Ledger) -> None:
    statement = agreed(filled)
    with filled.reading() as connection:
        assert rulings_for(connection, {7: statement}) == {}
    seen = correct(filled, statement, {"date": "2014"}, **ANA)
    seen = correct(filled, statement, {"object": "Plan"}, seen=seen, **ANA)
    rejected = reject(filled, statement, seen=seen, **ANA)
    with filled.reading() as connection:
        ruling = rulings_for(connection, {7: statement, 8: "none"})
        assert ruling == {7: Ruling("rejected", {"date": "2014", "object": "Plan"})}
        assert undone_among(connection, [seen, rejected]) == set()
    undo(filled, rejected, who="ana")
    with filled.reading() as connection:
        assert rulings_for(connection, {7: statement})[7].status == "corrected"
        assert undone_among(connection, [seen, rejected]) == {rejected}

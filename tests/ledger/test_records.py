"""What the ledger takes, and what it refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.records import Added, Stored, checked
from dragoman.records import Reading
from ledger_samples import document, plan, reading, said


def test_what_breaks_the_contract_is_refused(ledger: Ledger) -> None:
    page, read = plan()
    s = read.statements[0]
    for wrong, says in (
        (replace(s, start=s.start + 1), "not the text"),
        (replace(s, stage="dreamt"), "stage 'dreamt'"),
        (replace(s, doc="other"), "other"),
    ):
        with pytest.raises(InvalidRecord, match=says):
            ledger.add(page, replace(read, statements=(wrong,)))
    with pytest.raises(InvalidRecord, match="NUL"):
        ledger.add(document("nul", "a\0b"), reading())
    with pytest.raises(InvalidRecord, match="surrogate"):
        ledger.add(document("half", "a\ud800b"), reading())
    assert queries.summary(ledger).documents == 0


def test_odd_names_are_stored(ledger: Ledger) -> None:
    page = document("odd", "They signed it.", locator="in/\udcff\0.txt", publisher="A\0B", url="https://e.org/\udcff")
    ledger.add(page, reading(said(page, "They signed it", source='/O\'Brien "x"; DROP, SRB/\u202eName')), "f")
    assert ledger.fingerprint("in/\udcff\0.txt") == "f"
    assert queries.profile(ledger, "SRB").facts_count == 1
    assert check(ledger) == ()


@pytest.mark.parametrize(
    ("new_version", "came", "went", "changed"),
    [(False, 0, 0, False), (True, 0, 0, True), (False, 1, 0, True), (False, 0, 1, True)],
)
def test_any_of_its_numbers_is_a_change(new_version: bool, came: int, went: int, changed: bool) -> None:
    assert Added("page", "page.txt", new_version, came, went).changed == changed


def test_equal_statements_need_numbers() -> None:
    page = document("page", "They met.")
    one = said(page, "They met", "meeting", "held", source="SRB")
    with pytest.raises(InvalidRecord, match=r"two statements with id .*; number their occurrences"):
        checked(Stored(page, Reading("plain-1", (one, one))))
    told = checked(Stored(page, reading(one, one)))
    assert (len(set(told.ids)), told.id) == (2, page.id)


def test_a_quote_has_words_and_stands_in_the_text() -> None:
    page = document("page", "They met.")
    one = said(page, "They met", "meeting", "held", source="SRB")
    for wrong in ({"start": 8}, {"quote": "", "end": 0}, {"start": -9, "end": -1}, {"end": 99}):
        with pytest.raises(InvalidRecord, match="the quote is not the text at its offsets"):
            checked(Stored(page, reading(replace(one, **wrong))))


def test_a_statement_has_the_origin_of_its_document() -> None:
    page = document("page", "They met.", publisher="Ministry of Talks")
    one = replace(said(page, "They met", "meeting", "held"), origin="")
    assert [s.origin for s in checked(Stored(page, reading(one))).reading.statements] == ["Ministry of Talks"]

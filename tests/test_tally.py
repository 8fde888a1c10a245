"""What came of the documents of a build is stored and counted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman import queries
from dragoman.documents.sources import Missing
from dragoman.ledger import Ledger
from dragoman.records import Skipped
from dragoman.tally import Mark, ReadDocument, Tally, table_of
from ledger_samples import document, force, plan, reading, said


def test_documents_are_counted_by_what_came_of_them(ledger: Ledger) -> None:
    tally = Tally(ledger, total=5)
    tally.unchanged(2)
    blank = document("vest", "Споразум.", language="sr", warnings=("half a page was cut off",))
    tally.store(
        [
            ReadDocument(*plan(), "1"),
            ReadDocument(*force(), "1", known=True),
            ReadDocument(blank, reading(not_read="language sr", notes=("read in part",), foreign=("sr",)), "1"),
        ]
    )
    summary = tally.summary()
    assert (summary.total, summary.read, summary.changed, summary.unchanged, summary.done) == (5, 3, 1, 2, 5)
    assert (summary.statements, summary.new_statements, summary.retired_statements) == (4, 4, 0)
    assert summary.not_read == (("language sr", 1),)
    assert summary.foreign == (("sr", 1),)
    assert summary.warnings == (("in/vest.txt", "half a page was cut off"), ("in/vest.txt", "read in part"))
    assert replace(summary, seconds=2.0).rate == 1.5
    assert replace(summary, seconds=0.0).rate == 0


def test_a_later_version_retires_what_it_no_longer_says(ledger: Ledger) -> None:
    tally = Tally(ledger, total=2)
    page, read = plan()
    tally.store([ReadDocument(page, read, "1")])
    tally.store([ReadDocument(page, replace(read, statements=read.statements[:1]), "2", known=True)])
    assert tally.summary().retired_statements == 1
    assert tally.fingerprint(page.locator) == "2"
    assert tally.fingerprint("in/another.txt") is None


def test_what_is_not_there_is_told_and_not_stored(ledger: Ledger) -> None:
    tally = Tally(ledger, total=0)
    tally.store([Missing("in/x.txt", "does not exist", "check"), Skipped("in/y.txt", "is empty", "look")])
    assert [one.locator for one in tally.summary().skipped] == ["in/x.txt", "in/y.txt"]
    assert [one.locator for one in queries.skipped(ledger)] == ["in/y.txt"]


def test_what_a_reader_gave_that_cannot_be_stored_is_skipped(ledger: Ledger) -> None:
    page, _ = plan()
    tally = Tally(ledger, total=1)
    tally.store([ReadDocument(page, reading(said(page, "It was signed in 2015", stage="no stage")))])
    (skipped,) = tally.summary().skipped
    assert skipped.reason.startswith("the reader plain-1 gave what cannot be stored: in/nato-serbia.txt, 85-106: stage")
    assert tally.summary().read == 0


@pytest.mark.parametrize(
    ("outcome", "marked"),
    [
        (ReadDocument(document("r", "Nothing.", locator="in/t.csv#id=r"), reading(), "1"), "1"),
        (ReadDocument(document("r", "Nothing.", locator="in/t.csv#id=r"), reading(), unfinished="again"), None),
        (Skipped("in/t.csv#id=r", "is empty", "look"), None),
        (Skipped("in/t.csv", "has no column of texts", "name one"), None),
    ],
)
def test_a_table_is_passed_over_next_time_only_where_all_its_rows_were_read(
    ledger: Ledger, outcome: ReadDocument | Skipped, marked: str | None
) -> None:
    Tally(ledger, total=1).store([outcome, Mark("in/t.csv", "1")])
    assert ledger.fingerprint("in/t.csv") == marked


def test_a_document_that_was_not_finished_says_what_to_do(ledger: Ledger) -> None:
    tally = Tally(ledger, total=1)
    tally.store([ReadDocument(document("r", "Long."), reading(not_read="took too long"), unfinished="build again")])
    assert tally.summary().unfinished == 1
    assert tally.summary().warnings == (("in/r.txt", "took too long; build again"),)


@pytest.mark.parametrize(
    ("locator", "table"), [("in/t.csv#id=r", "in/t.csv"), ("a#b.csv#3", "a#b.csv"), ("in/a.txt", "")]
)
def test_the_table_of_a_row(locator: str, table: str) -> None:
    assert table_of(locator) == table

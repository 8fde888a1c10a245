"""What came of inputs that were added together."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.queries.arriving import documents_from
from ledger_samples import document, reading, said


def test_the_documents_of_a_folder_come_in_the_order_of_adding(ledger: Ledger) -> None:
    for stem, locator in (
        ("late", "job-1/late.txt"),
        ("early", "job-1/early.txt"),
        ("deep", "job-1/in/deep.txt"),
        ("other", "job-10/other.txt"),
        ("near", "job-1.txt"),
        ("below", "in/job-1/below.txt"),
    ):
        page = document(stem, f"They signed it {stem}.", locator=locator)
        ledger.add(page, reading(said(page, "They signed it", source="SRB")), "f")
    assert [(d.stem, d.statements) for d in documents_from(ledger, "job-1")] == [("late", 1), ("early", 1), ("deep", 1)]
    assert [d.stem for d in documents_from(ledger, "job-1", limit=2)] == ["late", "early"]
    assert documents_from(ledger, "job-2") == documents_from(ledger, "") == ()


def test_a_file_that_was_there_before_is_told_once(ledger: Ledger) -> None:
    page = document("page", "They signed it.", locator="job-1/page.txt")
    ledger.add(page, reading(), "f")
    ledger.add(document("page", "They signed it.", locator="job-2/page.txt"), reading(), "f")
    (first,), (second,) = documents_from(ledger, "job-1"), documents_from(ledger, "job-2")
    assert first == second
    assert first.document_id == page.id

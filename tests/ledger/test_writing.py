"""Putting documents and their readings into the ledger."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.schema import metadata
from dragoman.ledger.writing import withdraw
from dragoman.records import Skipped
from ledger_samples import Clock, document, force, plan, quotes, reading, said


def everything(ledger: Ledger) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with ledger.reading() as connection:
        return {
            name: sorted(map(repr, connection.execute(text(f"SELECT * FROM {name}")).all())) for name in metadata.tables
        }


def test_storing_again_changes_nothing_not_even_a_time(ledger: Ledger, clock: Clock) -> None:
    for page, read in (plan(), force()):
        ledger.add(page, read, "f1")
    before = everything(ledger)
    clock.forward(30)
    for page, read in (plan(), force()):
        assert not ledger.add(page, read, "f1").changed
    assert everything(ledger) == before


@pytest.mark.parametrize("years", [("2014", "2016"), ("2016", "2014"), ("2014", "2016", "2014")])
def test_what_came_and_went_does_not_depend_on_what_was_stored_together(
    ledger: Ledger, tmp_path: Path, years: tuple[str, ...]
) -> None:
    pages = []
    for y in years:
        file = f"in/page-{y}.html"
        page = document("page", f"A signed it. In {y} B left.", date=y, url="https://example.org/p", locator=file)
        said_so = (said(page, "A signed it", source="AAA"), said(page, f"In {y} B left", source="BBB"))
        pages.append((page, reading(*said_so)))
    with Ledger.open(tmp_path / "single.ledger") as other:
        one_by_one = [other.add(*page) for page in pages]
    with ledger.batch() as batch:
        for page in pages:
            batch.add(*page)
    assert batch.added == one_by_one
    assert batch.added[0].new_statements == 2
    assert sum(a.retired_statements for a in batch.added) == (0 if years[0] == "2016" else 1)
    assert check(ledger) == ()


def test_a_table_whose_rows_have_one_address_is_stored_in_few_steps(ledger: Ledger) -> None:
    pages = [document("row", f"In {n} they met.", url="https://example.org/t", locator=f"t#{n}") for n in range(9)]
    with ledger.batch() as batch:
        for page in pages:
            batch.add(page, reading(said(page, "they met", "meeting", "held", source=f"/Guest {page.text[3]}")))
    assert [added.new_version for added in batch.added] == [True] * 9
    assert quotes(ledger) == ["they met"]
    assert check(ledger) == ()


def test_the_same_reason_for_not_reading_changes_nothing(ledger: Ledger, clock: Clock) -> None:
    ledger.skip(Skipped("in/a.pdf", "encrypted", "save it"))
    before = everything(ledger)
    clock.forward()
    ledger.skip(Skipped("in/a.pdf", "encrypted", "save it"))
    assert everything(ledger)["skipped"] == before["skipped"]
    ledger.skip(Skipped("in/a.pdf", "damaged", "save it"))
    assert [line.reason for line in queries.skipped(ledger)] == ["damaged"]


def test_what_is_withdrawn_is_no_longer_present(ledger: Ledger) -> None:
    page = document("page", "They signed it.")
    copy = replace(page, locator="in/copy.txt")
    for each in (page, copy):
        ledger.add(each, reading(said(each, "They signed it", source="AAA")))
    with ledger.writing() as connection:
        assert withdraw(connection, ["in/page.txt", "in/none.txt"], ledger.now()) == 0
    assert quotes(ledger) == ["They signed it"], "the copy says so"
    with ledger.writing() as connection:
        assert withdraw(connection, ["in/copy.txt"], ledger.now()) == 1
        assert withdraw(connection, ["in/copy.txt"], ledger.now()) == 0
    assert quotes(ledger) == []
    assert check(ledger) == ()

"""Storing: what is the same changes nothing, what changed keeps its past."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.records import Block
from ledger_samples import plan


def test_what_was_stored_comes_back(ledger: Ledger) -> None:
    page, read = plan()
    page = replace(page, blocks=(Block(0, 10, "heading", 1, 2, 3),), warnings=("short",))
    added = ledger.add(page, read, "f1")
    assert (added.new_version, added.new_statements, added.retired_statements) == (True, 2, 0)
    rows = [found.as_row() for found in queries.every(ledger)]
    assert rows == [s.as_row() for s in read.statements]
    explained = queries.explain(ledger, read.statements[0].id)
    assert explained.document == page
    (presence,) = explained.presences
    s = read.statements[0]
    assert (presence.reason, presence.rule, presence.evidence) == (s.reason, s.rule, s.evidence)
    assert (presence.reader, presence.confidence) == ("plain-1", 0.9)


def test_unchanged_input_can_be_passed_over(ledger: Ledger) -> None:
    page, read = plan()
    assert ledger.fingerprint(page.locator) is None
    ledger.add(page, read, "f1")
    assert ledger.fingerprint(page.locator) == "f1"
    with ledger.batch() as batch:
        batch.mark("in/all.zip", "z1")
    assert ledger.fingerprint("in/all.zip") == "z1"


def test_a_batch_is_all_or_nothing(ledger: Ledger) -> None:
    page, read = plan()

    def interrupted() -> None:
        with ledger.batch() as batch:
            batch.add(page, read, "f1")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert queries.summary(ledger).documents == 0
    assert ledger.fingerprint(page.locator) is None


def test_reopening(address: str) -> None:
    with Ledger.open(address) as ledger:
        ledger.add(*plan())
    with Ledger.open(address, create=False) as ledger:
        assert queries.count(ledger) == 2


def test_no_database_is_imported_before_a_ledger_is_opened() -> None:
    program = "import sys, dragoman.ledger; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0

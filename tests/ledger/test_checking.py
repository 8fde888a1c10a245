"""`check` finds what is not as it must be."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from ledger_samples import force, plan

DAMAGE = [
    ("UPDATE document SET text = 'X' || text", {"id", "quote"}),
    ("UPDATE statement SET object = 'other' WHERE date = '2015'", {"id"}),
    ("UPDATE statement SET stage = 'dreamt' WHERE date = '2015'", {"id", "stage"}),
    ("UPDATE presence SET start_char = start_char + 1", {"quote"}),
    ("UPDATE actor SET shown = shown + 1 WHERE actor = 'SRB'", {"count"}),
    ("UPDATE fact SET shown = 7 WHERE n = 1", {"count"}),
    ("UPDATE posting SET event = 'DREAM'", {"count"}),
    ("INSERT INTO version SELECT 9, 1, 2, locator, first_seen, NULL, 1, 2 FROM version WHERE n = 1", {"version"}),
    ("DELETE FROM passage", {"full text"}),
]


@pytest.mark.parametrize(("sql", "found"), DAMAGE)
def test_damage_is_found(ledger: Ledger, sql: str, found: set[str]) -> None:
    ledger.add(*plan())
    ledger.add(*force())
    assert check(ledger) == ()
    with ledger.writing() as connection:
        if connection.dialect.name == "postgresql" and "passage" in sql:
            connection.execute(text("ALTER TABLE passage_text DROP CONSTRAINT passage_text_n_fkey"))
        connection.execute(text(sql))
    assert {finding.what for finding in check(ledger)} == found

"""Schema revisions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.migrations import upgrade
from dragoman.ledger.schema import metadata
from dragoman.queries.pictures import event_counts
from dragoman.records import UNKNOWN
from ledger_samples import document, plan, reading


def test_the_migrations_add_up_to_the_schema(ledger: Ledger) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    def ours(_object: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
        return kind != "table" or not (name or "").startswith(("passage_text", "statement_text", "ledger_version"))

    with ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": False})
        assert compare_metadata(context, metadata) == []


def test_a_ledger_of_an_earlier_revision_is_indexed_again(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    page, read = plan()
    page = replace(page, url=None, publisher=UNKNOWN)  # statements had no origin then
    with monkeypatch.context() as earlier:
        earlier.setattr("dragoman.ledger.fulltext.written_acronyms", lambda thing: ())
        ledger.add(page, read)
    name = "Individual Partnership Action Plan"
    assert queries.instrument(ledger, name).facts_count == 1
    with ledger.writing() as connection:
        connection.execute(text("ALTER TABLE posting DROP COLUMN event"))
        connection.execute(text("ALTER TABLE statement DROP COLUMN origin"))
        connection.execute(text("UPDATE ledger_version SET version_num = '0002'"))
        upgrade(connection)
    assert queries.instrument(ledger, name).facts_count == 2
    assert [(bar.event, bar.statements) for bar in event_counts(ledger, ("SRB",)).bars] == [("SUPPORT", 2)]
    changed = document("nato-serbia", "They left.")
    assert ledger.add(replace(changed, locator=page.locator), reading()).retired_statements == 2
    assert check(ledger) == ()

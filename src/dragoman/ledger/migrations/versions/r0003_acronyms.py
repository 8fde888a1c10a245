"""Objects that are written with an acronym are found apart from those whose words merely have the same initials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alembic import op
from sqlalchemy import Connection, text

from dragoman.ledger.folding import acronym_words, fold, written_acronyms

revision = "0003"
down_revision = "0002"

_AT_ONCE = 10_000


def upgrade() -> None:
    connection = op.get_bind()
    last = 0
    while found := connection.execute(
        text("SELECT n, quote, object FROM statement WHERE n > :last ORDER BY n LIMIT :many"),
        {"last": last, "many": _AT_ONCE},
    ).all():
        index_again(connection, [row for row in found if row.object and written_acronyms(row.object)])
        last = found[-1].n


def index_again(connection: Connection, found: Sequence[Any]) -> None:
    before = [
        {"n": r.n, "quote": fold(r.quote), "object": " ".join([fold(r.object), *acronym_words(r.object)])}
        for r in found
    ]
    after = [
        b | {"object": " ".join([b["object"], *written_acronyms(r.object)])} for b, r in zip(before, found, strict=True)
    ]
    if not found:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("UPDATE statement_text SET object = to_tsvector('simple', :object) WHERE n = :n"), after
        )
        return
    delete = "INSERT INTO statement_text (statement_text, rowid, quote, object) VALUES ('delete', :n, :quote, :object)"
    connection.execute(text(delete), before)
    connection.execute(text("INSERT INTO statement_text (rowid, quote, object) VALUES (:n, :quote, :object)"), after)

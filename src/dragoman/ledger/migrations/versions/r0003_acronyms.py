"""Objects that are written with an acronym are found apart from those whose words merely have the same initials: the
words of all statements are indexed again."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

from dragoman.ledger.fulltext import index_statements

revision = "0003"
down_revision = "0002"

_AT_ONCE = 10_000


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("INSERT INTO statement_text (statement_text) VALUES ('delete-all')")
    else:
        op.execute("DELETE FROM statement_text")
    found = text("SELECT n, quote, object FROM statement WHERE n > :last ORDER BY n LIMIT :many")
    last = 0
    while rows := connection.execute(found, {"last": last, "many": _AT_ONCE}).all():
        index_statements(connection, [(row.n, row.quote, row.object) for row in rows])
        last = rows[-1].n

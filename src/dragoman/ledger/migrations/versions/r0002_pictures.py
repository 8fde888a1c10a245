"""Two indexes for pictures of the whole ledger: events by type and day, and statements that name a sum."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name, columns, holds in (
        ("ix_statement_event", ["event", "lo"], "state = 0 AND event IS NOT NULL"),
        ("ix_statement_amounts", ["kind", "place"], "state = 0 AND amounts IS NOT NULL"),
    ):
        condition = sa.text(holds)
        op.create_index(name, "statement", columns, sqlite_where=condition, postgresql_where=condition)

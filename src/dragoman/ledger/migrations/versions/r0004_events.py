"""Postings know the type of event, so that an actor's events are counted without looking up every statement."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.migrations.versions.r0001_first import text_type

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("posting", sa.Column("event", text_type()))
    op.execute(
        "UPDATE posting SET event = (SELECT s.event FROM statement s WHERE s.n = posting.statement_n)"
        " WHERE EXISTS (SELECT 1 FROM statement s WHERE s.n = posting.statement_n AND s.event IS NOT NULL)"
    )

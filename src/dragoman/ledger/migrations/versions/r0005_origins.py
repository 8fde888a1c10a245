"""Statements know where they were published, so that two pages of one name are told apart by their statements' ids."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.migrations.versions.r0001_first import text_type

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("statement", sa.Column("origin", text_type(), nullable=False, server_default=""))

"""Schema revisions, applied with Alembic's operations in order. A ledger keeps its revision in ``ledger_version``."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS = ("0001", "0002", "0003", "0004", "0005")
HEAD = REVISIONS[-1]
_MODULES = {
    "0001": "dragoman.ledger.migrations.versions.r0001_first",
    "0002": "dragoman.ledger.migrations.versions.r0002_pictures",
    "0003": "dragoman.ledger.migrations.versions.r0003_acronyms",
    "0004": "dragoman.ledger.migrations.versions.r0004_events",
    "0005": "dragoman.ledger.migrations.versions.r0005_origins",
}


def upgrade(connection: Connection) -> None:
    """Bring the database to `HEAD` inside the caller's transaction."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    context = MigrationContext.configure(connection, opts={"version_table": "ledger_version"})
    context._ensure_version_table()
    present = context.get_current_revision()
    todo = REVISIONS[REVISIONS.index(present) + 1 :] if present else REVISIONS
    for revision in todo:
        with Operations.context(context):
            import_module(_MODULES[revision]).upgrade()
        table = context._version
        connection.execute(table.delete())
        connection.execute(table.insert().values(version_num=revision))

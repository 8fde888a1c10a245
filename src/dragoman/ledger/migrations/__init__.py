"""Schema revisions, applied with Alembic's operations in order. A ledger keeps its revision in ``ledger_version``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from dragoman.errors import LedgerError

if TYPE_CHECKING:
    from alembic.operations import Operations
    from sqlalchemy import Connection

    Step = Callable[[Operations], None]

_MODULES = {
    "0001": "r0001_first",
    "0002": "r0002_pictures",
    "0003": "r0003_acronyms",
    "0004": "r0004_events",
    "0005": "r0005_origins",
}
REVISIONS = tuple(_MODULES)
HEAD = REVISIONS[-1]


def upgrade(connection: Connection) -> None:
    """Bring a ledger's database to `HEAD` inside the caller's transaction."""
    migrate(connection, "ledger_version", {revision: _step(name) for revision, name in _MODULES.items()})


def migrate(connection: Connection, table: str, steps: Mapping[str, Step]) -> None:
    """Take the ``steps`` behind the revision that ``table`` keeps, in order, inside the caller's transaction. Raises
    `LedgerError` for a revision that is none of them."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    context = MigrationContext.configure(connection, opts={"version_table": table})
    context._ensure_version_table()
    present = context.get_current_revision()
    if present is not None and present not in steps:
        raise LedgerError(f"{table} {present} is of a newer Dragoman; update Dragoman to open it")
    revisions = list(steps)
    for revision in revisions[revisions.index(present) + 1 :] if present else revisions:
        with Operations.context(context) as operations:
            steps[revision](operations)
        connection.execute(context._version.delete())
        connection.execute(context._version.insert().values(version_num=revision))


def _step(name: str) -> Step:
    def step(operations: Operations) -> None:
        import_module(f"{__name__}.versions.{name}").upgrade()  # by Alembic's `op`, which stands for ``operations``

    return step

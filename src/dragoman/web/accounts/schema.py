"""The tables of accounts and how they are created: revisions, applied with Alembic's operations in order.

    account ─< session      who is logged in, by the hash of a cookie's token
            └─< api_token   what programs use, by the hash of the token
    attempt: tries to log in, counted for the rate limit        audit: what happened, never changed

Accounts are no part of what a ledger says, and a ledger is handed on: so they stand in a file of their own beside
it (``dragoman.ledger-accounts``), no password leaves with the ledger, and nobody waits for a build to log in. In
PostgreSQL they stand in the ledger's database.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import sqlalchemy as sa

from dragoman.errors import LedgerError

if TYPE_CHECKING:
    from alembic.operations import Operations

LOCK = 0x44524141  # PostgreSQL advisory lock that makes writers take turns, as SQLite's do
_VERSION_TABLE = "account_version"


def opened(ledger: str) -> sa.Engine:
    """An engine for the accounts of a ledger (path or ``postgresql://`` URL), the tables created where needed.

    Raises `LedgerError` where the place cannot be used.
    """
    from dragoman.ledger import connect

    place = ledger if connect.is_url(ledger) else f"{ledger}-accounts"
    engine = connect.engine_for(place)
    try:
        if not connect.is_url(ledger):
            _keep_private(Path(place))
        with connect.explained(connect.safe(place)):
            _upgrade(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _keep_private(path: Path) -> None:
    """Only the server's own user may read hashes of passwords; SQLite's other files take over the rights."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise LedgerError(
            f"{path}: cannot be used for accounts ({error.strerror}); check the folder's rights"
        ) from error


def _upgrade(engine: sa.Engine) -> None:
    from dragoman.ledger import connect
    from dragoman.ledger.migrations import migrate

    with connect.writing(engine, LOCK) as connection:
        migrate(connection, _VERSION_TABLE, {"0001": _first})


def _first(op: Operations) -> None:
    text = sa.Text().with_variant(sa.String(collation="C"), "postgresql")
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

    def n() -> sa.Column[int]:
        return sa.Column("n", number, primary_key=True, autoincrement=True)

    def owner() -> sa.Column[int]:
        return sa.Column("account_n", number, sa.ForeignKey("account.n"), nullable=False, index=True)

    op.create_table(
        "account",
        n(),
        sa.Column("name", text, nullable=False),
        sa.Column("folded", text, nullable=False, unique=True),  # Ana and ana are one account
        sa.Column("role", text, nullable=False),
        sa.Column("password", text),  # argon2; null for those who log in elsewhere
        sa.Column("temporary", sa.SmallInteger, nullable=False),  # 1 until the first own password is set
        sa.Column("subject", text, unique=True),  # issuer and subject of OpenID Connect
        sa.Column("disabled", sa.SmallInteger, nullable=False),
        sa.Column("created", number, nullable=False),
    )
    op.create_table(
        "session",
        sa.Column("hash", text, primary_key=True),
        owner(),
        sa.Column("csrf", text, nullable=False),
        sa.Column("created", number, nullable=False),
        sa.Column("seen", number, nullable=False),
        sa.Column("address", text, nullable=False),
    )
    op.create_table(
        "api_token",
        n(),
        sa.Column("hash", text, nullable=False, unique=True),
        owner(),
        sa.Column("label", text, nullable=False),
        sa.Column("role", text, nullable=False),
        sa.Column("created", number, nullable=False),
        sa.Column("expires", number, nullable=False),
        sa.Column("used", number),
    )
    op.create_table("attempt", n(), sa.Column("key", text, nullable=False), sa.Column("at", number, nullable=False))
    op.create_index("ix_attempt", "attempt", ["key", "at"])
    op.create_table(
        "audit",
        n(),
        sa.Column("at", number, nullable=False),
        sa.Column("who", text, nullable=False),
        sa.Column("action", text, nullable=False),
        sa.Column("about", text, nullable=False),
        sa.Column("address", text, nullable=False),
    )

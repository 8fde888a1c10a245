"""Opening the database under a ledger: address, pragmas, transactions, schema version."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from dragoman.errors import LedgerError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

APPLICATION_ID = 0x44524147  # "DRAG": tells a ledger from any other SQLite file
BUSY_MS = 60_000  # how long a writer waits for another one before giving up
_NONE_HERE = "{}: there is no ledger here; build one with `dragoman build FOLDER`, or name yours with --ledger FILE"
_WRITER_LOCK = 0x44524147  # PostgreSQL advisory lock that makes writers take turns, as SQLite's do


def is_url(where: str) -> bool:
    return where.startswith(("postgresql:", "postgresql+psycopg:", "postgres:"))


def engine_for(where: str, *, to_read: bool = False) -> Engine:
    """An engine for a path or a PostgreSQL URL; nothing is opened yet. ``to_read``: for questions only, so that a file
    will do that this user may not write. Raises `LedgerError` for other addresses."""
    from sqlalchemy import URL, create_engine

    if is_url(where):
        url = "postgresql+psycopg:" + where.split(":", 1)[1]
        try:
            return create_engine(url, pool_pre_ping=True)
        except ImportError as error:
            raise LedgerError(f"{safe(where)}: PostgreSQL needs psycopg; pip install 'dragoman[postgres]'") from error
    if "://" in where:
        raise LedgerError(f"{safe(where)}: a ledger is a file or a postgresql:// URL")
    path = Path(where)
    if path.is_dir():
        raise LedgerError(f"{where}: is a folder; name a file, e.g. {path / 'dragoman.ledger'}")
    if not path.parent.is_dir():
        raise LedgerError(f"{where}: there is no folder {path.parent}; create it first")
    options = {"timeout": BUSY_MS / 1000, "check_same_thread": False}
    kept = to_read and path.exists() and not _may_write(path)
    # Not as text: a file's name may have a question mark, which begins the options of an address.
    database, query = (_kept_file(path), {"uri": "true"}) if kept else (str(path), {})
    engine = create_engine(URL.create("sqlite", database=database, query=query), connect_args=options)
    _prepare_sqlite(engine, kept)
    return engine


def _may_write(path: Path) -> bool:
    """Whether this user may change the file: SQLite needs its folder for that too."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _kept_file(path: Path) -> str:
    """What SQLite is to open where a file can only be read, as on a disc or in somebody else's folder: it then keeps
    nothing beside it (``immutable``), unless somebody who may write has it open."""
    how = "mode=ro" if Path(f"{path}-wal").exists() else "immutable=1"
    return f"file:{quote(os.path.abspath(path))}?{how}"


def safe(where: str) -> str:
    """An address without its password, for messages."""
    if not is_url(where):
        return where
    from sqlalchemy.engine import make_url

    return make_url(where).render_as_string(hide_password=True)


def folder_of(where: str) -> str | None:
    """The folder of a ledger's file; null for a database on a server. A link to the file is followed: by any name it is
    one ledger."""
    return None if is_url(where) else os.path.dirname(os.path.realpath(where))


def locator(path: str, folder: str | None) -> str:
    """What a file is called, from whichever folder a build is started: relative to ``folder`` where it lies there, else
    its whole path."""
    whole = _whole(path)
    inside = folder is not None and whole.startswith(folder.rstrip(os.sep) + os.sep)
    return whole[len(folder or "") :].lstrip(os.sep) if inside else whole


def _whole(path: str) -> str:
    """The path from the root with the links in its folders followed; the last part is kept as it is."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def _prepare_sqlite(engine: Engine, kept: bool) -> None:
    """``kept``: the file cannot be written, not even the way in which it is written."""
    from sqlalchemy import event

    @event.listens_for(engine, "connect")
    def _connected(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # transactions are begun below, so that writers can begin as writers
        for pragma in (
            "foreign_keys=ON",
            *(() if kept else ("journal_mode=WAL",)),
            "synchronous=NORMAL",
            "cache_size=-65536",
            "temp_store=MEMORY",
            "mmap_size=268435456",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection all of whose questions see one state: SQLite's transactions do, PostgreSQL's have to be told."""
    apart = {"isolation_level": "REPEATABLE READ"} if engine.dialect.name == "postgresql" else {}
    with engine.connect().execution_options(**apart) as connection:
        yield connection


def changes_of(connection: Connection) -> object:
    """What differs once anything was written in this transaction."""
    if connection.dialect.name == "sqlite":
        return connection.connection.dbapi_connection.total_changes  # type: ignore[union-attr]
    return connection.exec_driver_sql("SELECT pg_current_xact_id_if_assigned()::text").scalar()


@contextlib.contextmanager
def writing(engine: Engine, lock: int = _WRITER_LOCK) -> Iterator[Connection]:
    """A write transaction: the only one at a time. Commits at the end, rolls back on any exception.

    ``lock`` is the key of the PostgreSQL advisory lock that makes writers take turns, as SQLite's do.
    """
    from sqlalchemy import text

    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": lock})
        yield connection


@contextlib.contextmanager
def explained(where: str) -> Iterator[None]:
    """Database errors as `LedgerError`, in plain words."""
    from sqlalchemy import exc

    try:
        yield
    except exc.DBAPIError as error:
        raise LedgerError(f"{where}: {_plainly(error)}") from error


def refuse_missing(path: str) -> None:
    """Raises `LedgerError` where there is no file."""
    if not Path(path).exists():
        raise LedgerError(_NONE_HERE.format(path))


def prepare(engine: Engine, where: str, create: bool) -> None:
    """Check that the database is a ledger of this version; create or upgrade its tables. Raises `LedgerError`."""
    with explained(safe(where)):
        with engine.connect() as connection:
            found = _revision(connection)
        if found == _head():
            return
        if found is None and not create:
            raise LedgerError(_NONE_HERE.format(safe(where)))
        from dragoman.ledger.migrations import upgrade

        with writing(engine) as connection:
            if _revision(connection) != _head():  # another process may have done it meanwhile
                upgrade(connection)


def _head() -> str:
    from dragoman.ledger.migrations import HEAD

    return HEAD


def _revision(connection: Connection) -> str | None:
    """The schema revision; null for an empty database. Raises `LedgerError` for what is no ledger or a newer one."""
    from sqlalchemy import inspect, text

    from dragoman.ledger.migrations import REVISIONS

    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    if connection.dialect.name == "sqlite":
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        if mark != APPLICATION_ID:
            raise LedgerError(f"{connection.engine.url.database}: is an SQLite file of another program, not a ledger")
    if not {"ledger_info", "ledger_version"} <= names:
        # A shared PostgreSQL database may hold other programs' tables beside ours.
        if connection.dialect.name == "postgresql" and not {"document", "statement", "source"} & names:
            return None
        raise LedgerError("the database holds tables of another program; give the ledger a database of its own")
    found = connection.execute(text("SELECT version_num FROM ledger_version")).scalar()
    if found is not None and found not in REVISIONS:
        raise LedgerError(f"the ledger was written by a newer Dragoman (schema {found}); update Dragoman to open it")
    return str(found) if found else None


def _plainly(error: Any) -> str:
    said = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
    if "not a database" in said:
        return "is not a ledger (no SQLite file); name another file"
    if "malformed" in said or "disk image" in said:
        return f"is damaged ({said}); restore a copy or build it anew"
    if "readonly" in said:
        return f"cannot be written ({said}); check the rights of the file and its folder, or write to a copy"
    if "unable to open" in said or "permission" in said.lower():
        return f"cannot be opened ({said}); check the path and its rights"
    if "locked" in said:
        return f"is in use by another program for longer than {BUSY_MS // 1000} s; try again when that has ended"
    return f"the database said: {said}"

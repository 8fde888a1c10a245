"""The ledger as its users hold it: open, add, decide, close."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from dragoman.ledger.records import Added, Stored, checked
from dragoman.records import Document, Reading, Skipped

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

Clock = Callable[[], datetime]

_COUNT_UP = (
    "INSERT INTO ledger_info (name, value) VALUES ('changes', '1')"
    " ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(ledger_info.value AS BIGINT) + 1 AS TEXT)"
)
"""Counts the transactions that changed anything, so that an answer can be kept until the next."""


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True)
class Batch:
    """Documents that are stored together when the batch ends: all of them or none.

    ``added`` tells what changed, once the batch has ended. Nothing may be reported as done before that.
    """

    _stored: list[Stored] = field(default_factory=list)
    _skipped: list[Skipped] = field(default_factory=list)
    _marked: dict[str, str] = field(default_factory=dict)
    added: list[Added] = field(default_factory=list)

    def add(self, document: Document, reading: Reading, fingerprint: str | None = None) -> None:
        """A document and what was read in it. Raises `InvalidRecord`, and then leaves the batch as it was."""
        self._stored.append(checked(Stored(document, reading, fingerprint)))

    def skip(self, skipped: Skipped) -> None:
        """An input that could not be read."""
        self._skipped.append(skipped)

    def mark(self, locator: str, fingerprint: str) -> None:
        """A table all of whose documents are in the ledger or in this batch."""
        self._marked[locator] = fingerprint

    def __len__(self) -> int:
        return len(self._stored)


class Ledger:
    """An open ledger. Use it as a context manager, or `close` it.

    Several processes may use one ledger: writers take turns, readers see what was there when their question began.
    """

    def __init__(self, engine: Engine, where: str, clock: Clock) -> None:
        self.engine, self.where, self._clock = engine, where, clock

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True, clock: Clock = utc_now) -> Self:
        """Open the ledger in a file or at a ``postgresql://`` URL, creating it or bringing it up to date where needed.

        Without ``create`` questions can be asked of a file that this user may not write. Raises `LedgerError` where
        there is no ledger (and ``create`` is false), or another program's file, a damaged
        one, or one that a newer Dragoman wrote.
        """
        from dragoman.ledger import connect

        place = str(where)
        if not create and not connect.is_url(place):
            connect.refuse_missing(place)
        engine = connect.engine_for(place, to_read=not create)
        try:
            connect.prepare(engine, place, create)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, connect.safe(place), clock)

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def locator(self, path: str, base: str | None = None) -> str:
        """What a file is called in this ledger: relative to ``base``, by default the folder of the ledger's file, so
        that both can be moved together; else, and by default in a database on a server, its whole path."""
        from dragoman.ledger import connect

        return connect.locator(path, connect.folder_of(self.where) if base is None else os.path.realpath(base))

    def now(self) -> str:
        """The clock's time as it is stored: UTC, to the second."""
        return self._clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions; all of them see the same state. Raises `LedgerError`."""
        from dragoman.ledger import connect

        with connect.explained(self.where), connect.reading(self.engine) as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """A write transaction: commits at the end, rolls back on any exception. Raises `LedgerError`."""
        from dragoman.ledger import connect

        with connect.explained(self.where), connect.writing(self.engine) as connection:
            before = connect.changes_of(connection)
            yield connection
            if connect.changes_of(connection) != before:
                connection.exec_driver_sql(_COUNT_UP)

    @contextlib.contextmanager
    def batch(self) -> Iterator[Batch]:
        """Collect documents; at the end of the block all are stored in one transaction, or none if it raises."""
        from dragoman.ledger import writing

        batch = Batch()
        yield batch
        with self.writing() as connection:
            now = self.now()
            batch.added.extend(writing.store(connection, batch._stored, now) if batch._stored else ())
            writing.store_skipped(connection, batch._skipped, now)
            writing.store_marks(connection, batch._marked)

    def add(self, document: Document, reading: Reading, fingerprint: str | None = None) -> Added:
        """Store one document with its reading in a transaction of its own. Raises `InvalidRecord`, `LedgerError`."""
        with self.batch() as batch:
            batch.add(document, reading, fingerprint)
        return batch.added[0]

    def skip(self, skipped: Skipped) -> None:
        """Note an input that could not be read."""
        with self.batch() as batch:
            batch.skip(skipped)

    def fingerprint(self, locator: str) -> str | None:
        """The fingerprint (of bytes, facts given, reader) that an input was last stored with: while it is the same,
        the input need not be read. Null for one that is not known."""
        from dragoman.ledger.rows import storable
        from dragoman.ledger.sql import scalar

        with self.reading() as connection:
            sql = "SELECT fingerprint FROM input WHERE locator = :locator"
            found = scalar(connection, sql, locator=storable(locator))
        return None if found is None else str(found)

    def inputs(self, beginning: str) -> tuple[str, ...]:
        """The locators of documents that begin so, in order; an empty beginning stands for all that are relative to
        the ledger's folder."""
        from dragoman.ledger.rows import storable
        from dragoman.ledger.sql import rows

        with self.reading() as connection:
            sql = (
                "SELECT locator FROM input WHERE version_n IS NOT NULL AND substr(locator, 1, :size) = :beginning"
                " ORDER BY locator"
            )
            found = rows(connection, sql, beginning=storable(beginning), size=len(beginning))
        return tuple(r["locator"] for r in found if beginning or not r["locator"].startswith(("/", "-:")))

    def withdraw(self, locators: Sequence[str]) -> int:
        """Take back what was read from these inputs: it is then retired, as if a later version no longer said it, and
        stays readable as of earlier days. The number of documents that are not present any more. Raises
        `LedgerError`."""
        from dragoman.ledger import writing

        with self.writing() as connection:
            return writing.withdraw(connection, locators, self.now())

    def optimise(self) -> None:
        """Refresh the database's statistics; worth a call after a large build."""
        from sqlalchemy import text

        with self.writing() as connection:
            connection.execute(text("ANALYZE"))

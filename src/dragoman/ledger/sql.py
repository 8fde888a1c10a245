"""Small helpers for the SQL that both databases understand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, func, select, text

from dragoman.errors import LedgerError
from dragoman.ledger.rows import storable

Row = dict[str, Any]
Found = Mapping[str, Any]

_NAME = re.compile(r"(?<!:):(\w+)")
_COPIED = 20  # rows above which PostgreSQL is sent a COPY, which is several times as fast
_CHUNK = 5000  # values in one IN (...): below SQLite's 32,766 and PostgreSQL's 65,535 parameters


def rows(connection: Connection, sql: str, **values: Any) -> list[Found]:
    """All rows of a query; a list or tuple among the values stands for ``IN :name``, an empty one only for numbers."""
    statement = text(sql)
    lists = [name for name, value in values.items() if isinstance(value, (list, tuple, set, frozenset))]
    if lists:
        statement = statement.bindparams(*(bindparam(name, expanding=True) for name in lists))
    bound = {name: list(map(_plain, value)) if name in lists else _plain(value) for name, value in values.items()}
    return cast(list[Found], list(connection.execute(statement, bound).mappings()))


def _plain(value: Any) -> Any:
    """What is asked for, spelt as it would have been stored: any string can be asked for."""
    return storable(value) if isinstance(value, str) else value


def rows_in(connection: Connection, sql: str, keys: Iterable[Any], **values: Any) -> Iterator[Found]:
    """Rows of a query with ``IN :keys``, for any number of keys, in chunks."""
    ordered = sorted(set(keys))
    for at in range(0, len(ordered), _CHUNK):
        yield from rows(connection, sql, keys=ordered[at : at + _CHUNK], **values)


def one(connection: Connection, sql: str, **values: Any) -> Found | None:
    found = rows(connection, sql, **values)
    return found[0] if found else None


def scalar(connection: Connection, sql: str, **values: Any) -> Any:
    found = rows(connection, sql, **values)
    return next(iter(found[0].values())) if found else None


def insert(connection: Connection, table: Table, new: Sequence[Row]) -> None:
    """Add rows. Straight to the driver: in a large build the rows pass here by the million."""
    if not new:
        return
    names = [column.name for column in table.columns if column.name in new[0]]
    values = map(itemgetter(*names), new)
    if connection.dialect.name == "postgresql" and len(new) > _COPIED:
        _copy(connection, f"COPY {table.name} ({', '.join(names)}) FROM STDIN", values)
        return
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    sql = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join([mark] * len(names))})"
    connection.exec_driver_sql(sql, list(values))


def _copy(connection: Connection, sql: str, values: Iterable[Any]) -> None:
    import psycopg

    cursor: Any = connection.connection.cursor()
    try:
        with cursor, cursor.copy(sql) as copy:
            for row in values:
                copy.write_row(row)
    except psycopg.Error as error:
        raise LedgerError(f"the database said: {error}") from error


def run(connection: Connection, sql: str, many: Sequence[Row]) -> None:
    """One statement for each row of parameters, written ``:name``; straight to the driver as `insert`."""
    if many:
        native = sql if connection.dialect.name == "sqlite" else _NAME.sub(r"%(\1)s", sql)
        connection.exec_driver_sql(native, list(many))


def next_number(connection: Connection, table: Table) -> int:
    """The number after the highest. Safe because writers take turns."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.n), 0))).scalar_one()) + 1

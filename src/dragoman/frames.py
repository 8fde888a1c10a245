"""Rows for programs: statements and other answers as JSON lines, CSV, Parquet, Arrow, pandas or polars.

One schema (`STATEMENT_COLUMNS`) serves every format, so that a column means the same everywhere. Arrow, pandas and
polars are imported only when they are asked for.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from dragoman.errors import DragomanError

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

Row = Mapping[str, Any]

STATEMENT_COLUMNS = (
    *("doc", "kind", "stage", "source", "target", "object", "date", "end", "value", "by", "event", "quote"),
    *("id", "start_char", "end_char", "confidence"),
)

# A spreadsheet runs a cell that begins with one of these as a formula (OWASP, "CSV Injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
# What a terminal would obey. JSON escapes the first 32 by itself; the rest is escaped here, which changes no value.
OBEYED = [*range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
_ESCAPES = {code: f"\\u{code:04x}" for code in OBEYED}
_REMOVALS = dict.fromkeys([*range(9), *range(11, 13), *range(14, 32), *OBEYED])


class HasRow(Protocol):
    """A `Statement` as it was read, or a statement as the ledger answers it (`queries.Found`)."""

    def as_row(self) -> dict[str, Any]: ...


def statement_rows(statements: Iterable[HasRow]) -> Iterator[Row]:
    """The rows that every export of statements consists of."""
    return (statement.as_row() for statement in statements)


def write_jsonl(rows: Iterable[Row], out: TextIO) -> None:
    """One JSON object a line, keys in the order of the row, UTF-8; only what a terminal would obey is escaped."""
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False).translate(_ESCAPES) + "\n")


def write_csv(rows: Iterable[Row], columns: Sequence[str], out: TextIO, *, header: bool = True) -> None:
    """RFC 4180 with a header; lists joined by semicolons; what a spreadsheet would run gets a leading apostrophe."""
    writer = csv.writer(out)
    if header:
        writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(row.get(column)) for column in columns])


def write_parquet(rows: Iterable[Row], columns: Sequence[str], path: Path) -> None:
    """One Parquet file. Statements keep their lists and values as nested columns."""
    import pyarrow.parquet as pq

    pq.write_table(rows_to_arrow(rows, columns), path)


def rows_to_arrow(rows: Iterable[Row], columns: Sequence[str]) -> pyarrow.Table:
    """Rows as an Arrow table: typed for statements, inferred otherwise."""
    import pyarrow as pa

    materialised = [{column: row.get(column) for column in columns} for row in rows]
    if tuple(columns) == STATEMENT_COLUMNS:
        return pa.Table.from_pylist(materialised, schema=arrow_schema())
    if not materialised:
        return pa.table({column: pa.array([], pa.string()) for column in columns})
    return pa.Table.from_pylist(materialised)


def arrow_schema() -> pyarrow.Schema:
    """The typed columns of a statement."""
    import pyarrow as pa

    value = pa.struct([("number", pa.float64()), ("unit", pa.string()), ("bound", pa.string())])
    special: dict[str, pa.DataType] = {
        "source": pa.list_(pa.string()),
        "target": pa.list_(pa.string()),
        "by": pa.list_(pa.string()),
        "value": pa.list_(value),
        "start_char": pa.int64(),
        "end_char": pa.int64(),
        "confidence": pa.float64(),
    }
    return pa.schema([(column, special.get(column, pa.string())) for column in STATEMENT_COLUMNS])


def to_arrow(statements: Iterable[HasRow]) -> pyarrow.Table:
    """Statements as an Arrow table with `arrow_schema`'s columns; empty input gives an empty typed table."""
    return rows_to_arrow(statement_rows(statements), STATEMENT_COLUMNS)


def to_pandas(statements: Iterable[HasRow]) -> pandas.DataFrame:
    """Statements as a pandas frame. Raises `DragomanError` where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise DragomanError("pandas is not installed; install it with: pip install 'dragoman[pandas]'") from error
    return pandas.DataFrame(list(statement_rows(statements)), columns=list(STATEMENT_COLUMNS))


def to_polars(statements: Iterable[HasRow]) -> polars.DataFrame:
    """Statements as a polars frame. Raises `DragomanError` where polars is not installed."""
    try:
        import polars
    except ImportError as error:
        raise DragomanError("polars is not installed; install it with: pip install 'dragoman[polars]'") from error
    frame = polars.from_arrow(to_arrow(statements))
    assert isinstance(frame, polars.DataFrame)
    return frame


def value_text(value: Mapping[str, Any]) -> str:
    """``{"number": 9600000, "unit": "EUR", "bound": "min"}`` as ``≥ 9600000 EUR``."""
    sign = {"min": "≥ ", "max": "≤ ", "approx": "≈ "}.get(value.get("bound") or "", "")
    return f"{sign}{value['number']}" + (f" {value['unit']}" if value.get("unit") else "")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return _plain(value)
    if isinstance(value, list | tuple):
        return defused("; ".join(_plain(item) for item in value))
    return defused(str(value))


def _plain(item: Any) -> str:
    if not isinstance(item, Mapping):
        return str(item)
    return value_text(item) if "number" in item else json.dumps(item, ensure_ascii=False)


def defused(text: str) -> str:
    """``text`` for a cell of CSV: without what a terminal would obey, and with an apostrophe before what begins like a
    formula, as OWASP advises."""
    clean = text.translate(_REMOVALS)
    return f"'{clean}" if clean.lstrip(" ").startswith(FORMULA_STARTS) else clean

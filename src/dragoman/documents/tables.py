"""A table -> its rows as values by column, one after the other: JSON lines, CSV, TSV and Parquet.

A row that cannot be read comes as a text that says why ("reason: detail"), in its place; the next row is read all the
same.
"""

from __future__ import annotations

import codecs
import csv
import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman.documents.encoding import looks_binary, wide
from dragoman.documents.limits import Limits
from dragoman.documents.sources import Source
from dragoman.documents.streams import open_stream
from dragoman.errors import UnreadableDocument

if TYPE_CHECKING:
    import pyarrow as pa

TABLES = frozenset({"jsonl", "csv", "tsv"})
BATCH_ROWS = 500
BLOCK = 1 << 20
BLANK = " \t\r\n,;|"
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?[\r\n]*', re.IGNORECASE)

Fields = Mapping[str, Any]


def is_parquet(source: Source) -> bool:
    return source.member is None and source.path.lower().endswith(".parquet")


def rows(source: Source, limits: Limits) -> Iterator[tuple[int, Fields | str]]:
    """Numbers, from 1, and rows; text that is no UTF-8 comes with surrogates. Raises what the file's reader raises."""
    if is_parquet(source):
        yield from _parquet(source)
        return
    with open_stream(source, limits) as stream:
        found = lines(stream, limits.row_bytes)
        yield from _separated(found, limits) if source.format in ("csv", "tsv") else _objects(found, limits)


def _parquet(source: Source) -> Iterator[tuple[int, Fields]]:
    """Rows by batches. Text comes as bytes: a Parquet writer may have put anything into a string column."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    with pq.ParquetFile(source.path) as file:
        for batch in file.iter_batches(batch_size=BATCH_ROWS):
            text = [pa.types.is_string(f.type) or pa.types.is_large_string(f.type) for f in batch.schema]
            columns = [c.cast(pa.large_binary()) if t else c for c, t in zip(batch.columns, text, strict=True)]
            for values in zip(*(_values(column) for column in columns), strict=True):
                number += 1
                yield number, {n: _lenient(v) for n, v in zip(batch.schema.names, values, strict=True)}


def _values(column: pa.Array) -> list[Any]:
    """The values of a column. One that Python has no place for (a day of the year 10000) comes as a text."""
    try:
        values: list[Any] = column.to_pylist()
    except (OverflowError, ValueError):
        return [_value(one) for one in column]
    return values


def _value(one: pa.Scalar) -> Any:
    try:
        return one.as_py()
    except (OverflowError, ValueError):
        return f"{getattr(one, 'value', '?')} as {one.type}"


def _lenient(value: Any) -> Any:
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value


def _objects(lines: Iterator[str | None], limits: Limits) -> Iterator[tuple[int, Fields | str]]:
    for number, line in enumerate(lines, 1):
        if line is None:
            yield number, f"row longer than {limits.row_bytes:,} bytes: split it into documents"
        elif line.strip():
            yield number, _json(line)


def _json(line: str) -> Fields | str:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not valid JSON: {str(error)[:80]}"
    return fields if isinstance(fields, dict) else "not a JSON object"


def column_names(head: str) -> list[str]:
    """The names of the columns of the CSV or TSV table that begins with ``head``; empty where they cannot be read."""
    try:
        return _header(_Taken(iter(head.splitlines(keepends=True)), len(head) + 1))[1]
    except UnreadableDocument:
        return []


def _header(taken: _Taken) -> tuple[str, list[str]]:
    """The separator and the names of the columns in the first line that is not empty; Excel's ``sep=;`` above it is
    heeded. Raises `UnreadableDocument`."""
    filled = (line for line in taken if line.strip(BLANK))
    first = next(filled, "")
    said = SEPARATOR_LINE.fullmatch(first)
    first = next(filled, "") if said else first
    taken.back(first)
    separator = said[1] if said else max(",;\t|", key=first.count)
    header = _cells(taken, separator) or []
    if isinstance(header, str):
        raise UnreadableDocument("", f"column names that cannot be read ({header})", "correct the first line")
    return separator, [name.strip() for name in header]


def _separated(lines: Iterator[str | None], limits: Limits) -> Iterator[tuple[int, Fields | str]]:
    """Rows under the names of the columns."""
    csv.field_size_limit(limits.row_bytes)
    taken = _Taken(lines, limits.row_bytes)
    separator, names = _header(taken)
    number = 0
    while (values := _cells(taken, separator)) is not None:
        if not values:
            continue
        number += 1
        if isinstance(values, str):
            yield number, values
        elif len(values) > len(names) and any(values[len(names) :]):
            yield number, f"more cells than columns: {len(values)} under {len(names)}"
        else:
            yield number, dict(zip(names, values + [""] * (len(names) - len(values)), strict=False))


class _Taken:
    """Lines for a CSV reader, of which those of the row in hand are remembered and can be read again."""

    def __init__(self, lines: Iterator[str | None], most: int) -> None:
        self.lines, self.most = lines, most
        self.again: deque[str | None] = deque()
        self.taken: list[str | None] = []
        self.number = self.size = 0

    def __iter__(self) -> _Taken:
        return self

    def __next__(self) -> str:
        line = self.again.popleft() if self.again else next(self.lines)
        self.taken.append(line)
        self.number += 1
        self.size += len(line or "")
        if line is None or self.size > self.most:
            raise csv.Error(f"row longer than {self.most:,} bytes")
        return line.replace("\0", "\ufffd")

    def begin(self) -> None:
        """Forget the lines of the row before."""
        self.taken, self.size = [], 0

    def back(self, *lines: str | None) -> None:
        """Have ``lines`` read again."""
        self.again.extendleft(reversed(lines))
        self.number -= len(lines)


def _cells(lines: _Taken, separator: str) -> list[str] | str | None:
    """The cells of the next row, why it cannot be read, or null at the end.

    A quotation mark that opens a cell and is not closed would swallow the rows below it, as far as the next one: of
    such a row the first line alone is given up, the others are read again.
    """
    lines.begin()
    try:
        return next(csv.reader(lines, delimiter=separator, strict=True), None)
    except csv.Error as error:
        first, *rest = lines.taken
        lines.back(*rest)
        if first is None:
            return f"row longer than {lines.most:,} bytes: split it into documents"
        if rest:
            return f"quotation mark that is not closed: it opens a cell in line {lines.number:,}; double or close it"
        try:
            return next(csv.reader([first.replace("\0", "\ufffd")], delimiter=separator), [])
        except csv.Error:
            return f"broken row: {str(error)[:80]}"


def lines(stream: BinaryIO, most: int) -> Iterator[str | None]:
    """The lines of ``stream``, in UTF-8 or UTF-16, as text, bytes that are no UTF-8 kept as surrogates; None for a line
    of more than ``most`` bytes. Raises `UnreadableDocument` without a locator for what is no text."""
    waiting, dropping, end = b"", False, b""
    for block in _blocks(stream):
        # Old programs on the Mac end lines with a carriage return alone.
        end = end or (b"\r" if b"\r" in block and b"\n" not in block else b"\n")
        *whole, waiting = (waiting + block).split(end)
        for line in whole:
            yield None if dropping or len(line) > most else line.decode("utf-8", "surrogateescape") + "\n"
            dropping = False
        if len(waiting) > most:
            waiting, dropping = b"", True
    if waiting or dropping:
        yield None if dropping else waiting.decode("utf-8", "surrogateescape")


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    """Blocks without a byte order mark; UTF-16 becomes UTF-8, told by the mark or by NULs between Latin letters."""
    first = stream.read(BLOCK)
    if looks_binary(first):
        raise UnreadableDocument("", "binary data, not a table", "check the file; compressed tables must end in .gz")
    encoding = wide(first)
    if encoding is None:
        block = first.removeprefix(codecs.BOM_UTF8)
        while block:
            yield block
            block = stream.read(BLOCK)
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while first:
        yield decoder.decode(first).encode("utf-8")
        first = stream.read(BLOCK)
    yield decoder.decode(b"", final=True).encode("utf-8")

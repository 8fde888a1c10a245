"""Event files -> batches of the columns that panels need: our own Parquet, CSV and JSON lines, and POLECAT's files."""

from __future__ import annotations

import codecs
import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from dragoman.errors import InvalidRecord, UnreadableDocument
from dragoman.events.cells import Placed
from dragoman.events.columns import SECTORS, USEFUL, shaped, wanted
from dragoman.events.states import Ints, System

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 200_000
BLOCK = 1 << 23
"""Bytes of JSON lines that are read at once."""
ENDINGS = {
    **dict.fromkeys((".csv", ".tsv", ".txt", ".tab", ".polecat"), "separated"),
    **dict.fromkeys((".jsonl", ".ndjson"), "json"),
    ".parquet": "parquet",
}
SHOWN = 200
NEVER = "\x1f"
"""A delimiter that no line has: lines of files that are separated by tabs are read whole."""
Numbered = Iterator[tuple[Ints, "pa.RecordBatch"]]
"""Batches, and for each the numbers of its rows in the file, from 1; neither the header nor empty lines count."""


def event_batches(
    path: Path, system: System, placed: Placed | None = None, *, sectors: bool = False
) -> Iterator[pa.RecordBatch]:
    """The events of a file, some at a time. Types of earlier drafts come as those of today.

    Rows that cannot be read, or have something else in a cell, are left out and counted in ``placed``. Raises
    `UnreadableDocument` for a file that is none or has no row but such, and `InvalidRecord` for one without a column;
    those of ``sectors`` may be lacking where nobody asks for them.
    """
    import pyarrow as pa

    placed = placed or Placed()
    rows = kept = 0
    try:
        for numbers, batch in _opened(path, system, placed, SECTORS if sectors else ()):
            made = shaped(batch, numbers, system, placed)
            rows, kept = rows + batch.num_rows, kept + made.num_rows
            yield made
    except (OSError, EOFError, zlib.error, pa.ArrowException) as error:
        raise _no_events(path, " ".join(str(error).split())[:120]) from error
    if rows and not kept:
        raise _no_events(path, placed.places[-1])


def _no_events(path: Path, reason: str) -> UnreadableDocument:
    return UnreadableDocument(str(path), f"not a file of events ({reason})", "give what `dragoman events` wrote")


def _opened(path: Path, system: System, placed: Placed, besides: Sequence[str]) -> Numbered:
    name = Path(path.stem) if _is_packed(path) else path
    kind = ENDINGS.get(name.suffix.lower()) or _kind_of(path)
    if kind == "separated":
        yield from _separated(path, system, placed, besides)
    elif kind == "json":
        yield from _lines_of_json(path, system, placed)
    else:
        import pyarrow.parquet as pq

        with pq.ParquetFile(path) as file:
            there = file.schema_arrow.names
            _refuse_without(path, [*wanted(system), *besides], there)
            names = [name for name in wanted(system) | USEFUL if name in there]
            yield from _numbered(file.iter_batches(batch_size=BATCH, columns=names))


def _refuse_without(path: Path, names: Iterable[str], there: Sequence[str]) -> None:
    lacking = next((name for name in names if name not in there), None)
    if lacking:
        shown = ", ".join(there)[:SHOWN]
        raise InvalidRecord(f"{path} has no column {lacking!r} among {shown}; give what `dragoman events` wrote")


def _is_packed(path: Path) -> bool:
    return path.suffix.lower() == ".gz"


def _bytes_of(path: Path) -> BinaryIO:
    return gzip.open(path) if _is_packed(path) else path.open("rb")  # type: ignore[return-value]


def _kind_of(path: Path) -> str:
    """What a file of another name is, by its first bytes."""
    with _bytes_of(path) as file:
        first = file.read(1024).removeprefix(codecs.BOM_UTF8).lstrip()
    return "parquet" if first.startswith(b"PAR1") else "json" if first.startswith(b"{") else "separated"


def _numbered(batches: Iterable[pa.RecordBatch], before: int = 0) -> Numbered:
    """Batches of rows that follow each other behind ``before`` others."""
    for batch in batches:
        yield np.arange(before + 1, before + batch.num_rows + 1), batch
        before += batch.num_rows


def _lines_of_json(path: Path, system: System, placed: Placed) -> Numbered:
    """The wanted columns of JSON lines, some megabytes at a time. Where a line is no event as JSON, only that line is
    left out. Raises `UnreadableDocument` where all lines are."""
    import pyarrow as pa
    from pyarrow import json as tables

    # Where some rows have no code, other programs write the codes as 2.0.
    kinds = {name: "double" if kind == "int32" else kind for name, kind in (wanted(system) | USEFUL).items()}
    fields = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in kinds.items()])
    options = tables.ParseOptions(explicit_schema=fields, unexpected_field_behavior="ignore")
    number = seen = 0
    for block in _whole_lines(path):
        try:
            table = tables.read_json(pa.BufferReader(block), parse_options=options)
            yield from _numbered(table.to_batches(max_chunksize=BATCH), number)
            number, seen = number + table.num_rows, seen + 1
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            lines = [line for line in block.split(b"\n") if line.strip()]
            rows = {number + n: row for n, line in enumerate(lines, 1) if (row := _row_of(line, kinds)) is not None}
            broken = (n for n in range(number + 1, number + len(lines) + 1) if n not in rows)
            placed.add_unreadable(len(lines) - len(rows), (f"row {n:,} is no event as JSON" for n in broken))
            number, seen = number + len(lines), seen + len(rows)
            yield np.fromiter(rows, np.int64), pa.RecordBatch.from_pylist(list(rows.values()), schema=fields)
    if number and not seen:
        raise _no_events(path, "no line is an event as JSON")


def _whole_lines(path: Path) -> Iterator[bytes]:
    """The file in blocks that end where a line does, without a byte order mark and without blocks of blanks."""
    with _bytes_of(path) as file:
        begun = [file.read(BLOCK).removeprefix(codecs.BOM_UTF8)]
        while more := file.read(BLOCK):
            if end := more.rfind(b"\n") + 1:
                begun, whole = [more[end:]], b"".join([*begun, more[:end]])
                if whole.strip():
                    yield whole
            else:
                begun.append(more)
        if (rest := b"".join(begun)).strip():
            yield rest


def _row_of(line: bytes, kinds: Mapping[str, str]) -> dict[str, Any] | None:
    """A line as the columns ``kinds``; null for one that is no object or has something else in a column."""
    read: dict[str, Callable[[Any], Any]] = {"double": float, "bool": [False, True].__getitem__, "string": _written}
    try:
        row = json.loads(line)
        return {name: None if row.get(name) is None else read[kind](row[name]) for name, kind in kinds.items()}
    except (ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError):
        return None


def _written(value: object) -> str:
    """``value`` as text. Raises `UnicodeError` for half a character ("\\ud800"), which no table can hold."""
    return str(value).encode().decode()


def _separated(path: Path, system: System, placed: Placed, besides: Sequence[str]) -> Numbered:
    """The wanted columns of a file with tabs, commas or semicolons, as text."""
    with io.TextIOWrapper(_bytes_of(path), "utf-8-sig", "replace") as text:
        line = text.readline(20_000).rstrip()
    delimiter = "\t" if "\t" in line else max(",;", key=line.count)
    header = [SAME.get(cell.strip(), cell.strip()) for row in csv.reader([line], delimiter=delimiter) for cell in row]
    polecat = "Event Type" in header
    if polecat and system != "cow":
        raise InvalidRecord(f"{path} is in POLECAT's columns, which have COW codes only; use --system cow")
    known = POLECAT if polecat else {name: name for name in wanted(system) | USEFUL}
    needed = {*wanted(system), *besides} - ({"mutual"} if polecat else set())
    _refuse_without(path, (name for name, ours in known.items() if ours in needed), header)
    names = {name: ours for name, ours in known.items() if name in header}
    parts = (
        _tabbed(path, header, list(names), placed)
        if delimiter == "\t"
        else _quoted(path, header, list(names), placed, delimiter)
    )
    for numbers, batch in parts:
        yield numbers, batch.rename_columns(list(names.values()))


def _quoted(path: Path, header: Sequence[str], names: Sequence[str], placed: Placed, delimiter: str) -> Numbered:
    """The cells of ``names`` in the rows of a file with commas or semicolons."""
    from pyarrow import csv as tables

    left: list[int] = []

    def unreadable(row: tables.InvalidRow) -> str:
        left.append(row.number - 1)
        placed.add_unreadable(1, [_uneven(row.number - 1, row.actual_columns, row.expected_columns)])
        return "skip"

    parse = tables.ParseOptions(delimiter=delimiter, newlines_in_values=True, invalid_row_handler=unreadable)
    number = 0
    for batch in _below_the_header(path, header, parse, dict.fromkeys(names, "string")):
        # The rows that were left out stand between those of the batch, or already behind them.
        reach = np.arange(number + 1, number + batch.num_rows + len(left) + 1)
        numbers = np.setdiff1d(reach, left)[: batch.num_rows]
        yield numbers, batch
        number = int(numbers[-1]) if len(numbers) else number


def _uneven(number: int, cells: int, columns: int) -> str:
    return f"row {number:,} has {cells:,} cells under {columns:,} columns"


def _tabbed(path: Path, header: Sequence[str], names: Sequence[str], placed: Placed) -> Numbered:
    """The cells of ``names`` in the rows of a file with tabs, which quotes nothing.

    A row may have empty cells beyond the last column, as POLECAT's have; all others must be as long as the header.
    """
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv as tables

    parse = tables.ParseOptions(delimiter=NEVER, quote_char=False)
    for numbers, batch in _numbered(_below_the_header(path, ["line"], parse, {"line": "binary"})):
        cells = pc.split_pattern(batch["line"], b"\t")
        beyond = pc.binary_length(pc.binary_join(pc.list_slice(cells, len(header)), b""))
        fits = pc.and_(pc.greater_equal(pc.list_value_length(cells), len(header)), pc.equal(beyond, 0))
        even = fits.to_numpy(zero_copy_only=False)
        uneven = zip(numbers[~even].tolist(), pc.list_value_length(cells).to_numpy()[~even].tolist(), strict=True)
        placed.add_unreadable(int(np.count_nonzero(~even)), (_uneven(n, had, len(header)) for n, had in uneven))
        cells = cells.filter(fits)
        columns = [pc.list_element(cells, header.index(name)).cast(pa.string()) for name in names]
        yield numbers[even], pa.RecordBatch.from_arrays(columns, names=list(names))


def _below_the_header(
    path: Path, header: Sequence[str], parse: Any, kinds: Mapping[str, str]
) -> Iterator[pa.RecordBatch]:
    """The columns ``kinds`` of all rows but the first."""
    import pyarrow as pa
    from pyarrow import csv as tables

    # Only without threads it is told which rows are left out.
    read = tables.ReadOptions(column_names=header, use_threads=False)
    convert = tables.ConvertOptions(include_columns=list(kinds), column_types=kinds)
    data = pa.CompressedInputStream(str(path), "gzip") if _is_packed(path) else path
    with tables.open_csv(data, read_options=read, parse_options=parse, convert_options=convert) as reader:
        for number, batch in enumerate(reader):
            yield batch if number else batch.slice(1)


POLECAT = {
    "Event Date": "date",
    "Event Type": "type",
    "Event Mode": "mode",
    "Intensity": "intensity",
    "Actor COW": "actor_cow",
    "Recipient COW": "recipient_cow",
    "Publication Date": "published",
    "Primary Actor Sector": "actor_sector",
    "Primary Recipient Sector": "recipient_sector",
}
SAME = {"Event Intensity": "Intensity"}
"""How some files that gather POLECAT's name a column."""

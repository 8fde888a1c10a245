"""Event files -> batches of the columns that panels need: our own Parquet, CSV and JSON lines, and POLECAT's files."""

from __future__ import annotations

import codecs
import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import InvalidRecord, UnreadableDocument
from dragoman.events.cells import Placed

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.events.states import System

BATCH = 200_000
BLOCK = 1 << 23
"""Bytes of JSON lines that are read at once."""
NO_VALUE = ("", "NONE", "NULL", "NAN", "NA")
"""Cells that say that there is nothing, in capitals."""
NEVER = "\x1f"
"""A delimiter that no line has: lines of files that are separated by tabs are read whole."""


def wanted(system: System) -> dict[str, str]:
    """The columns that are read, with their Arrow types."""
    codes = {f"{side}_{system}": "int32" for side in ("actor", "recipient")}
    return {"date": "string", "type": "string", "intensity": "double", "mutual": "bool"} | codes


def event_batches(path: Path, system: System, placed: Placed | None = None) -> Iterator[pa.RecordBatch]:
    """The events of a file, some at a time. Types of earlier drafts come as those of today.

    Rows that cannot be read are left out and counted in ``placed``. Raises `UnreadableDocument` for a file that is none
    and `InvalidRecord` for one that lacks a column.
    """
    import pyarrow as pa

    try:
        yield from (_shaped(batch, path, system) for batch in _opened(path, system, placed or Placed()))
    except (OSError, pa.ArrowInvalid, pa.ArrowTypeError) as error:
        reason = f"not a file of events ({' '.join(str(error).split())[:120]})"
        raise UnreadableDocument(str(path), reason, "give what `dragoman events` wrote") from error


def _opened(path: Path, system: System, placed: Placed) -> Iterator[pa.RecordBatch]:
    names = list(wanted(system))
    ending = path.suffix.lower()
    if ending in (".csv", ".tsv", ".txt", ".tab", ".polecat"):
        yield from _separated(path, system, placed)
    elif ending in (".jsonl", ".ndjson"):
        yield from _lines_of_json(path, system, placed)
    else:
        import pyarrow.parquet as pq

        with pq.ParquetFile(path) as file:
            lacking = [name for name in names if name not in file.schema_arrow.names]
            if lacking:
                raise InvalidRecord(f"{path} has no column {lacking[0]!r}; give what `dragoman events` wrote")
            yield from file.iter_batches(batch_size=BATCH, columns=names)


def _lines_of_json(path: Path, system: System, placed: Placed) -> Iterator[pa.RecordBatch]:
    """The wanted columns of JSON lines, some megabytes at a time. Where a line is no event as JSON, only that line is
    left out. Raises `UnreadableDocument` where all lines are."""
    import pyarrow as pa
    from pyarrow import json as tables

    # Where some rows have no code, other programs write the codes as 2.0.
    kinds = {name: "double" if kind == "int32" else kind for name, kind in wanted(system).items()}
    fields = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in kinds.items()])
    options = tables.ParseOptions(explicit_schema=fields, unexpected_field_behavior="ignore")
    seen = broken = 0
    for block in _whole_lines(path):
        try:
            yield from tables.read_json(pa.BufferReader(block), parse_options=options).to_batches(max_chunksize=BATCH)
            seen += 1
        except (pa.ArrowInvalid, pa.ArrowTypeError):
            lines = [line for line in block.split(b"\n") if line.strip()]
            rows = [row for line in lines if (row := _row_of(line, kinds)) is not None]
            seen, broken = seen + len(rows), broken + len(lines) - len(rows)
            placed.add_unreadable(len(lines) - len(rows))
            yield from pa.Table.from_pylist(rows, schema=fields).to_batches()
    if broken and not seen:
        reason = "not a file of events (no line is an event as JSON)"
        raise UnreadableDocument(str(path), reason, "give what `dragoman events` wrote")


def _whole_lines(path: Path) -> Iterator[bytes]:
    """The file in blocks that end where a line does, without a byte order mark and without blocks of blanks."""
    with path.open("rb") as file:
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


def _separated(path: Path, system: System, placed: Placed) -> Iterator[pa.RecordBatch]:
    """The wanted columns of a file with commas or tabs, as text."""
    with path.open(encoding="utf-8-sig", errors="replace") as text:
        line = text.readline(20_000).rstrip()
    delimiter = "\t" if "\t" in line else ","
    header = [SAME.get(cell.strip(), cell.strip()) for row in csv.reader([line], delimiter=delimiter) for cell in row]
    polecat = "Event Type" in header
    if polecat and system != "cow":
        raise InvalidRecord(f"{path} is in POLECAT's columns, which have COW codes only; use --system cow")
    names = POLECAT if polecat else {name: name for name in wanted(system)}
    lacking = [name for name in names if name not in header]
    if lacking:
        raise InvalidRecord(f"{path} has no column {lacking[0]!r}; give what `dragoman events` wrote")
    for batch in (_tabbed if delimiter == "\t" else _quoted)(path, header, list(names), placed):
        yield batch.rename_columns(list(names.values()))


def _quoted(path: Path, header: Sequence[str], names: Sequence[str], placed: Placed) -> Iterator[pa.RecordBatch]:
    """The cells of ``names`` in the rows of a file with commas."""
    from pyarrow import csv as tables

    def unreadable(_: object) -> str:
        placed.add_unreadable(1)
        return "skip"

    parse = tables.ParseOptions(newlines_in_values=True, invalid_row_handler=unreadable)
    yield from _below_the_header(path, header, parse, dict.fromkeys(names, "string"))


def _tabbed(path: Path, header: Sequence[str], names: Sequence[str], placed: Placed) -> Iterator[pa.RecordBatch]:
    """The cells of ``names`` in the rows of a file with tabs, which quotes nothing.

    A row may have empty cells beyond the last column, as POLECAT's have; all others must be as long as the header.
    """
    import pyarrow as pa
    import pyarrow.compute as pc
    from pyarrow import csv as tables

    parse = tables.ParseOptions(delimiter=NEVER, quote_char=False)
    for batch in _below_the_header(path, ["line"], parse, {"line": "binary"}):
        cells = pc.split_pattern(batch["line"], b"\t")
        beyond = pc.binary_length(pc.binary_join(pc.list_slice(cells, len(header)), b""))
        fits = pc.and_(pc.greater_equal(pc.list_value_length(cells), len(header)), pc.equal(beyond, 0))
        cells = cells.filter(fits)
        placed.add_unreadable(batch.num_rows - len(cells))
        columns = [pc.list_element(cells, header.index(name)).cast(pa.string()) for name in names]
        yield pa.RecordBatch.from_arrays(columns, names=list(names))


def _below_the_header(
    path: Path, header: Sequence[str], parse: Any, kinds: Mapping[str, str]
) -> Iterator[pa.RecordBatch]:
    """The columns ``kinds`` of all rows but the first."""
    from pyarrow import csv as tables

    read = tables.ReadOptions(column_names=header)
    convert = tables.ConvertOptions(include_columns=list(kinds), column_types=kinds)
    with tables.open_csv(path, read_options=read, parse_options=parse, convert_options=convert) as reader:
        for number, batch in enumerate(reader):
            yield batch if number else batch.slice(1)


POLECAT = {
    "Event Date": "date",
    "Event Type": "type",
    "Intensity": "intensity",
    "Actor COW": "actor_cow",
    "Recipient COW": "recipient_cow",
}
SAME = {"Event Intensity": "Intensity"}
"""How some files that gather POLECAT's name a column."""


def _shaped(batch: pa.RecordBatch, path: Path, system: System) -> pa.RecordBatch:
    """The wanted columns, with today's names of types."""
    import pyarrow as pa
    import pyarrow.compute as pc

    from dragoman.events.plover import ontology

    columns: dict[str, Any] = {}
    for name, kind in wanted(system).items():
        if name not in batch.schema.names:
            columns[name] = pa.nulls(batch.num_rows, pa.type_for_alias(kind))
        else:
            columns[name] = _typed(batch[name], kind)
    coded = pc.dictionary_encode(pc.utf8_upper(columns["type"]))
    known = ontology()
    today = []
    for name in coded.dictionary.to_pylist():
        try:
            today.append(known.type(name)[0].name)
        except InvalidRecord as error:
            raise InvalidRecord(f"{path}: {error}") from None
    columns["type"] = pa.array(today, pa.string()).take(coded.indices)
    return pa.RecordBatch.from_pydict(columns)


def _typed(column: pa.Array, kind: str) -> pa.Array:
    """A column in its Arrow type. Text that says that there is nothing (`NO_VALUE`) and NaN become null."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if pa.types.is_dictionary(column.type) or pa.types.is_large_string(column.type) or kind == "string":
        column = column.cast(pa.string())
    if pa.types.is_string(column.type):
        column = pc.utf8_trim(column, characters=' "\r')
        column = pc.if_else(pc.is_in(pc.utf8_upper(column), pa.array(NO_VALUE)), None, column)
    if kind in ("double", "int32"):
        column = column.cast(pa.float64())
        column = pc.if_else(pc.is_nan(column), None, column)
    return column.cast(pa.type_for_alias(kind))

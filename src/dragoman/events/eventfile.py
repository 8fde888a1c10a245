"""Event files -> batches of the columns that panels need: our own Parquet, CSV and JSON lines, and POLECAT's files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import InvalidRecord, UnreadableDocument

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.events.states import System

BATCH = 200_000


def wanted(system: System) -> dict[str, str]:
    """The columns that are read, with their Arrow types."""
    codes = {f"{side}_{system}": "int32" for side in ("actor", "recipient")}
    return {"date": "string", "type": "string", "intensity": "double", "mutual": "bool"} | codes


def event_batches(path: Path, system: System) -> Iterator[pa.RecordBatch]:
    """The events of a file, some at a time. Types of earlier drafts come as those of today.

    Raises `UnreadableDocument` for a file that is none and `InvalidRecord` for one that lacks a column.
    """
    import pyarrow as pa

    try:
        yield from (_shaped(batch, path, system) for batch in _opened(path, system))
    except (OSError, pa.ArrowInvalid, pa.ArrowTypeError) as error:
        reason = f"not a file of events ({' '.join(str(error).split())[:120]})"
        raise UnreadableDocument(str(path), reason, "give what `dragoman events` wrote") from error


def _opened(path: Path, system: System) -> Iterator[pa.RecordBatch]:
    names = list(wanted(system))
    ending = path.suffix.lower()
    if ending in (".csv", ".tsv", ".txt", ".tab", ".polecat"):
        yield from _separated(path, system, ending != ".csv")
    elif ending in (".jsonl", ".ndjson"):
        import pyarrow as pa
        from pyarrow import json

        fields = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in wanted(system).items()])
        options = json.ParseOptions(explicit_schema=fields, unexpected_field_behavior="ignore")
        yield from json.read_json(path, parse_options=options).to_batches(max_chunksize=BATCH)
    else:
        import pyarrow.parquet as pq

        with pq.ParquetFile(path) as file:
            lacking = [name for name in names if name not in file.schema_arrow.names]
            if lacking:
                raise InvalidRecord(f"{path} has no column {lacking[0]!r}; give what `dragoman events` wrote")
            yield from file.iter_batches(batch_size=BATCH, columns=names)


def _separated(path: Path, system: System, tabs: bool) -> Iterator[pa.RecordBatch]:
    from pyarrow import csv

    with path.open(encoding="utf-8", errors="replace") as text:
        header = text.readline(20_000).rstrip("\r\n")
    delimiter = "\t" if "\t" in header and tabs else ","
    polecat = "Event Type" in header.split("\t")
    if polecat and system != "cow":
        raise InvalidRecord(f"{path} is in POLECAT's columns, which have COW codes only; use --system cow")
    names = POLECAT if polecat else {name: name for name in wanted(system)}
    lacking = [name for name in names if name not in [cell.strip('"') for cell in header.split(delimiter)]]
    if lacking:
        raise InvalidRecord(f"{path} has no column {lacking[0]!r}; give what `dragoman events` wrote")
    parse = csv.ParseOptions(
        delimiter=delimiter, quote_char=False if tabs else '"', newlines_in_values=not tabs,
        invalid_row_handler=lambda row: "skip",
    )  # fmt: skip
    convert = csv.ConvertOptions(
        include_columns=list(names),
        column_types={name: wanted(system).get(own, "string") for name, own in names.items()},
        null_values=["", "None", "NULL"],
        strings_can_be_null=True,
        true_values=["True", "true", "1"],
        false_values=["False", "false", "0"],
    )
    with csv.open_csv(path, parse_options=parse, convert_options=convert) as reader:
        for batch in reader:
            yield batch.rename_columns([names[name] for name in batch.schema.names])


POLECAT = {
    "Event Date": "date",
    "Event Type": "type",
    "Intensity": "intensity",
    "Actor COW": "actor_cow",
    "Recipient COW": "recipient_cow",
}


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
            columns[name] = batch[name].cast(pa.type_for_alias(kind))
    said = pc.utf8_upper(pc.utf8_trim_whitespace(columns["type"]))
    coded = pc.dictionary_encode(said)
    known = ontology()
    today = []
    for name in coded.dictionary.to_pylist():
        try:
            today.append(known.type(name)[0].name)
        except InvalidRecord as error:
            raise InvalidRecord(f"{path}: {error}") from None
    columns["type"] = pa.array(today, pa.string()).take(coded.indices)
    return pa.RecordBatch.from_pydict(columns)

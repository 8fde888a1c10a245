"""A corpus -> documents to code, one after the other: JSON lines, CSV, TSV and Parquet by row, other files as a whole.

Rows are checked here, strictly, because a corpus is a data set: a row that is not valid UTF-8, has no text or an id
that was there before is rejected with the reason and what to do, and the others go on.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO

from dragoman.documents import Given, Limits, Source, discover, document_from_text, open_source
from dragoman.documents.metadata import side_facts
from dragoman.documents.sources import open_stream
from dragoman.documents.table import ID_NAMES, TEXT_NAMES
from dragoman.errors import UnreadableDocument
from dragoman.events.records import Rejected
from dragoman.records import Document, Skipped, digest

TABLES = frozenset({"jsonl", "csv", "tsv"})
MOST_CHARACTERS = 1_000_000
"""A longer text is a collection or a mistake, not a document: a novel has half as many."""
UNREADABLE_SHARE = 0.005
"""Replacement characters above this share mean that a text was decoded wrongly before it got here."""
BATCH_ROWS = 500
BLOCK = 1 << 20
DATE_ADVICE = "give the day of publication in a column `date` or a side file (2016-03-17), or --date for all"


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what; null is found by the usual names (``text``, ``body``; ``id``, ``doc``; ``date``)."""

    id: str | None = None
    date: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its text checked. ``fields`` are the other columns."""

    locator: str
    id: str
    text: str
    fields: tuple[tuple[str, Any], ...]


Item = Row | Source | Rejected


def items(
    inputs: Sequence[str | Path],
    columns: Columns | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Item]:
    """Everything that ``inputs`` name: rows, files to be opened (elsewhere: they can be pickled), and what is rejected.

    Never raises on content; memory stays within one batch of rows and a few bytes for every id.
    """
    columns, limits = columns or Columns(), limits or Limits()
    seen: set[bytes] = set()
    for source in discover(inputs, limits=limits, stdin=stdin):
        if isinstance(source, Skipped):
            yield Rejected(source.locator, None, source.reason, source.advice)
        elif source.format in TABLES or _is_parquet(source) or source.data is not None:
            for item in _table(source, columns, limits):
                yield _once(item, seen) if isinstance(item, Row) else item
        else:
            yield source


def opened(item: Row | Source, given: Given, limits: Limits) -> Iterator[Document | Rejected]:
    """The documents of one item, each with a date. ``given`` fills in what it does not say of itself."""
    if isinstance(item, Row):
        yield _row_document(item, given)
        return
    for document in open_source(item, given=given, limits=limits):
        if isinstance(document, Skipped):
            yield Rejected(document.locator, None, document.reason, document.advice)
        elif len(document.text) > MOST_CHARACTERS:
            yield _too_long(document.locator, document.stem, len(document.text))
        else:
            yield _dated(document, document.stem)


def _row_document(row: Row, given: Given) -> Document | Rejected:
    """The document of a row. Its date must be given: one that is only mentioned in the text may be any date."""
    facts = side_facts(dict(row.fields), row.locator)
    date = given.date or facts.date
    if date is None:
        return Rejected(row.locator, row.id, "no date", DATE_ADVICE)
    made = document_from_text(
        row.text,
        title=facts.title,
        publisher=given.publisher or facts.publisher,
        date=date,
        language=given.language or facts.language,
        stem=row.id,
        url=facts.url,
    )
    return replace(made, locator=row.locator)


def _dated(document: Document, name: str) -> Document | Rejected:
    if document.date.value is None:
        return Rejected(document.locator, name, "no date", DATE_ADVICE)
    return document


def _once(row: Row, seen: set[bytes]) -> Item:
    key = bytes.fromhex(digest([row.id]))
    if key in seen:
        return Rejected(row.locator, row.id, "duplicate id", "give every document an id of its own")
    seen.add(key)
    return row


def _is_parquet(source: Source) -> bool:
    return source.member is None and source.path.lower().endswith(".parquet")


def _table(source: Source, columns: Columns, limits: Limits) -> Iterator[Row | Rejected]:
    try:
        for number, fields in _parquet(source) if _is_parquet(source) else _text_rows(source, limits):
            place = f"{source.locator}#{number}"
            if isinstance(fields, str):
                reason, _, detail = fields.partition(": ")
                yield Rejected(place, None, reason, f"{detail}; correct the row, or take it out".lstrip("; "))
            else:
                yield _checked(place, f"{source.stem}#{number}", fields, columns)
    except UnreadableDocument as error:
        yield Rejected(source.locator, None, error.reason, error.advice)
    except (OSError, EOFError, ValueError) as error:
        reason = f"cannot be read ({' '.join(str(error).split())[:100]})"
        yield Rejected(source.locator, None, reason, "check that it is there, whole and of the kind its name says")


def _checked(place: str, own_id: str, fields: Mapping[str, Any], columns: Columns) -> Row | Rejected:
    lower = {str(name).lower().strip(): name for name in fields}
    text_name = columns.text or next((lower[n] for n in TEXT_NAMES if n in lower), None)
    id_name = columns.id or next((lower[n] for n in ID_NAMES if n in lower), None)
    raw = fields.get(id_name) if id_name else None
    name = str(raw).strip()[:200] if raw not in (None, "") else own_id
    text = fields.get(text_name) if text_name else None
    if text_name is None or text_name not in fields:
        return Rejected(place, name, "no text column", "name the column with --text-column, or call it `text`")
    if isinstance(text, bytes):
        text = text.decode("utf-8", "surrogateescape")
    if not isinstance(text, str) or not text.strip():
        return Rejected(place, name, "no text", "fill it in or take the row out")
    if len(text) > MOST_CHARACTERS:
        return _too_long(place, name, len(text))
    if _broken(text) or _broken(name):
        return Rejected(place, name, "broken encoding", "save the table again from its source as UTF-8")
    rest = {key: _plain(value) for key, value in fields.items() if key not in (text_name, id_name)}
    if columns.date:
        rest = {k: v for k, v in rest.items() if k.lower() != "date"} | {"date": _plain(fields.get(columns.date))}
    return Row(place, name, text, tuple(rest.items()))


def _too_long(place: str, name: str, length: int) -> Rejected:
    return Rejected(place, name, f"longer than {MOST_CHARACTERS:,} characters",
                    f"it has {length:,}; split it into documents")  # fmt: skip


def _broken(text: str) -> bool:
    """Whether bytes of ``text`` were no UTF-8, or were lost in an earlier decoding."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    odd = text.count("\ufffd") + text.count("\0")
    return odd > 2 and odd > UNREADABLE_SHARE * len(text)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()[:10]
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def _parquet(source: Source) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Rows by batches. Text comes as bytes: a Parquet writer may have put anything into a string column."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    with pq.ParquetFile(source.path) as file:
        for batch in file.iter_batches(batch_size=BATCH_ROWS):
            text = [pa.types.is_string(f.type) or pa.types.is_large_string(f.type) for f in batch.schema]
            columns = [c.cast(pa.large_binary()) if t else c for c, t in zip(batch.columns, text, strict=True)]
            for values in zip(*(column.to_pylist() for column in columns), strict=True):
                number += 1
                yield number, {n: _lenient(v) for n, v in zip(batch.schema.names, values, strict=True)}


def _lenient(value: Any) -> Any:
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value


def _text_rows(source: Source, limits: Limits) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    """Rows of JSON lines, CSV or TSV; a text in the place of a row says why it cannot be read."""
    with open_stream(source, limits) as stream:
        lines = _lines(stream, limits.row_bytes)
        if source.format in ("csv", "tsv"):
            yield from _separated(lines, limits)
            return
        for number, line in enumerate(lines, 1):
            if line is None:
                yield number, f"row longer than {limits.row_bytes:,} bytes: split it into documents"
            elif line.strip():
                yield number, _json(line.removeprefix("\ufeff") if number == 1 else line)


def _json(line: str) -> Mapping[str, Any] | str:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"not valid JSON: {str(error)[:80]}"
    return fields if isinstance(fields, dict) else "not a JSON object"


def _separated(lines: Iterable[str | None], limits: Limits) -> Iterator[tuple[int, Mapping[str, Any] | str]]:
    csv.field_size_limit(limits.row_bytes)
    kept = (line.replace("\0", "\ufffd") if line is not None else "\n" for line in lines)
    first = next(kept, "").removeprefix("\ufeff")
    separator = max(",;\t|", key=first.count)
    names = [name.strip() for name in next(csv.reader([first], delimiter=separator), [])]
    reader, number = csv.reader(kept, delimiter=separator), 0
    while True:
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, f"broken row: {str(error)[:80]}"
            continue
        if not values:
            number -= 1
        elif len(values) > len(names):
            yield number, f"more cells than columns: {len(values)} under {len(names)}"
        else:
            yield number, dict(zip(names, values, strict=False))


def _lines(stream: BinaryIO, most: int) -> Iterator[str | None]:
    """Lines as text, bytes that are no UTF-8 kept as surrogates; None for a line that is too long."""
    waiting, dropping = b"", False
    while block := stream.read(BLOCK):
        *whole, waiting = (waiting + block).split(b"\n")
        for line in whole:
            yield None if dropping or len(line) > most else line.decode("utf-8", "surrogateescape") + "\n"
            dropping = False
        if len(waiting) > most:
            waiting, dropping = b"", True
    if waiting or dropping:
        yield None if dropping else waiting.decode("utf-8", "surrogateescape")

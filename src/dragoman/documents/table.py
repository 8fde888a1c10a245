"""JSON lines, CSV and TSV with a text column: one row after the other, never the whole file in memory."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from dragoman.documents.assemble import tidy
from dragoman.documents.encoding import decode, looks_binary
from dragoman.documents.limits import Limits
from dragoman.documents.side_facts import SideFacts, side_facts
from dragoman.errors import UnreadableDocument

TEXT_NAMES = (
    "text",
    "body",
    "content",
    "full_text",
    "fulltext",
    "article_text",
    "article",
    "raw_text",
    "document",
    "statement",
)
ID_NAMES = ("id", "doc", "doc_id", "document_id", "docid", "uid", "stem", "slug", "key")
HTML_ROW = re.compile(r"</(?:p|div|li|ul|h[1-6]|table|span|strong|em|a)>|<br ?/?>", re.IGNORECASE)
PROBE = 65_536


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number (from 1, the header not counted), text, id if it has one, and side fields."""

    number: int
    text: str
    identifier: str | None
    facts: SideFacts


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """A row that gives no document, and why. ``fatal``: nothing after it is read."""

    number: int
    reason: str
    advice: str
    fatal: bool = False


def read_json_lines(stream: BinaryIO, limits: Limits) -> Iterator[Row | BrokenRow]:
    """Rows of a file with one JSON object a line. Blank lines do not count as rows but keep their number."""
    codec, lines = _text_lines(stream, limits)
    for number, line in enumerate(lines, 1):
        if line is None:
            yield BrokenRow(
                number,
                f"row longer than {limits.row_bytes:,} bytes",
                "split it, or put the text into a file of its own",
            )
            continue
        words = line.decode(codec, "replace").strip().removeprefix("\ufeff")
        if not words:
            continue
        try:
            fields = json.loads(words)
        except (ValueError, RecursionError) as error:
            yield BrokenRow(number, f"not valid JSON ({str(error)[:60]})", "one JSON object a line is expected")
            continue
        if isinstance(fields, dict):
            yield _row(number, fields)
        else:
            yield BrokenRow(number, "not a JSON object", "one JSON object a line is expected")


def read_separated(stream: BinaryIO, limits: Limits, separator: str | None) -> Iterator[Row | BrokenRow]:
    """Rows of a CSV or TSV file whose first line names the columns; the separator is found out where None."""
    codec, lines = _text_lines(stream, limits)
    csv.field_size_limit(limits.row_bytes)
    decoded = ((line or b"\n").decode(codec, "replace").replace("\0", "") for line in lines)
    first = next(decoded, "").removeprefix("\ufeff")
    if not first.strip():
        yield BrokenRow(0, "empty", "put column names into the first line", fatal=True)
        return
    separator = separator or max(",;\t|", key=first.count)
    names = [name.strip() for name in next(csv.reader([first], delimiter=separator), [])]
    if not _text_name([name.lower() for name in names]):
        known = ", ".join(TEXT_NAMES[:3])
        yield BrokenRow(
            0, f"no text column among: {', '.join(names)[:120]}", f"name one of the columns {known}", fatal=True
        )
        return
    bounded = _Bounded(decoded, limits.row_bytes)
    reader = csv.reader(bounded, delimiter=separator)
    number = 0
    while True:
        bounded.taken = 0
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            return
        except (csv.Error, OverflowError) as error:
            yield BrokenRow(number, f"broken row ({str(error)[:60]})", "look for a quotation mark that is not closed")
            reader = csv.reader(bounded, delimiter=separator)
            continue
        if values:
            yield _row(number, dict(zip(names, values, strict=False)))


class _Bounded:
    """Lines for one row of a CSV reader; an open quotation mark cannot make it swallow the whole file."""

    def __init__(self, lines: Iterator[str], most: int) -> None:
        self.lines, self.most, self.taken = lines, most, 0

    def __iter__(self) -> _Bounded:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.taken += len(line)
        if self.taken > self.most:
            self.taken = 0
            raise csv.Error(f"row longer than {self.most:,} characters")
        return line


def _row(number: int, fields: dict[str, Any]) -> Row | BrokenRow:
    lower = {str(name).lower().strip(): value for name, value in fields.items()}
    name = _text_name([name for name, value in lower.items() if isinstance(value, str)])
    text = lower[name] if name else None
    if not isinstance(text, str):
        names = ", ".join(map(str, fields))[:80]
        return BrokenRow(number, f"no text among: {names}", f"name one of the fields {', '.join(TEXT_NAMES[:3])}")
    raw = next(
        (lower[name] for name in ID_NAMES if isinstance(lower.get(name), (str, int)) and lower[name] != ""), None
    )
    identifier = tidy(str(raw))[:200] or None if raw is not None and not isinstance(raw, bool) else None
    return Row(number, text, identifier, side_facts(fields, f"row {number}"))


def _text_name(names: list[str]) -> str | None:
    return next((name for name in TEXT_NAMES if name in names), None)


def _text_lines(stream: BinaryIO, limits: Limits) -> tuple[str, Iterator[bytes | None]]:
    """The encoding (from the first 64 kB) and the lines; None for a line that is too long.

    Raises `UnreadableDocument` for binary data and for UTF-16, whose lines cannot be told apart byte by byte.
    """
    head = stream.read(PROBE)
    if looks_binary(head):
        raise UnreadableDocument("", "binary data, not a table", "check the file; compressed tables must end in .gz")
    codec = decode(head[: head.rfind(b"\n") + 1] or head).encoding
    if codec.startswith(("utf-16", "utf-32")):
        raise UnreadableDocument("", f"table in {codec}", "save it as UTF-8")
    return codec, _lines(head, stream, limits.row_bytes)


def _lines(head: bytes, stream: BinaryIO, most: int) -> Iterator[bytes | None]:
    """Lines with their newline; memory stays within ``most`` and one read."""
    waiting, dropping = head, False
    position = 0
    while True:
        end = waiting.find(b"\n", position)
        if end >= 0:
            line = waiting[position : end + 1]
            yield None if dropping or len(line) > most else line
            dropping, position = False, end + 1
            continue
        waiting, position = waiting[position:], 0
        if len(waiting) > most:
            waiting, dropping = b"", True
        more = stream.read(PROBE)
        if not more:
            if waiting or dropping:
                yield None if dropping else waiting
            return
        waiting += more

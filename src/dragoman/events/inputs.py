"""A corpus -> documents to code, one after the other: JSON lines, CSV, TSV and Parquet by row, other files as a whole.

Rows are checked here, strictly, because a corpus is a data set: a row that is not valid UTF-8, has no text, no clear
date or an id that was there before is rejected with the reason and what to do, and the others go on.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, BinaryIO, Literal

from dragoman.documents import Given, Limits, Source, discover, open_source
from dragoman.documents.dateline import machine_date
from dragoman.documents.opening import open_row
from dragoman.documents.rows import ID_NAMES, TEXT_NAMES, TableRow, broken_row, told_apart
from dragoman.documents.side_facts import SIDE_NAMES, side_facts
from dragoman.documents.tables import TABLES, is_parquet, rows
from dragoman.errors import UnreadableDocument
from dragoman.events.records import Rejected
from dragoman.records import Document, Known, Skipped, digest

MOST_CHARACTERS = 1_000_000
"""A longer text is a collection or a mistake, not a document: a novel has half as many."""
LONGEST_ID = 2_000
"""Addresses are ids; what is longer is a text."""
UNREADABLE_SHARE = 0.005
"""Replacement characters above this share mean that a text was decoded wrongly before it got here."""
SHOWN = 200
DATE_ADVICE = (
    "give the day of publication in a column `date` or a side file (2016-03-17), or --date for all that have none"
)

Order = Literal["mdy", "dmy"]
"""In what order day and month stand before the year, where both are written as numbers."""
YEAR_LAST = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?:[T ,]+\d.{0,30})?")

# Dates that can be read one way only, beside those of `machine_date`.
WHOLE_NUMBER = re.compile(r"(\d{4}|\d{8})\.0+")
YEAR_FIRST = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|[-/](\d{1,2}))(?:[T ]+\d.{0,30})?")
YEAR_THEN_NAME = re.compile(r"(\d{4})[-/ ]([^\W\d_]{3,12})\.?[-/ ](\d{1,2})")
NAME_AND_YEAR = re.compile(r"([^\W\d_]{3,12}\.?),?[-/ ](\d{4})")
INTERVAL = re.compile(r"\d{4}(?:-\d\d){0,2}/.*")
NAME_JOINT = re.compile(r"(?<=\d)[-/](?=[^\W\d_])|(?<=[^\W\d_])[-/](?=\d)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what; null is found by the usual names (``text``, ``body``; ``id``, ``doc``; ``date``).

    ``order`` is that of the dates in all rows; null reads only those that can be read one way.
    """

    id: str | None = None
    date: str | None = None
    text: str | None = None
    order: Order | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table of a ``format``, its text checked. ``fields`` are the other columns, ``order`` that of its
    date."""

    locator: str
    id: str
    number: int
    format: str
    text: str
    fields: tuple[tuple[str, Any], ...]
    order: Order | None = None


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
    found = discover(inputs, limits=limits, stdin=stdin)
    names = Counter(source.stem for source in found if isinstance(source, Source))
    for source in found:
        if isinstance(source, Skipped):
            yield Rejected(source.locator, None, source.reason, source.advice)
            continue
        source = told_apart(source)
        if source.data is not None and source.format in ("text", ""):
            # A text is a table whose columns have names of their own; what is not read is told as a broken one.
            source = replace(source, format="csv")
        # Files of one name in several folders are told apart by their paths.
        named = source if names[source.stem] == 1 else replace(source, stem=source.locator)
        if named.format in TABLES or is_parquet(named):
            for item in _table(named, columns, limits):
                yield item if isinstance(item, Rejected) or _first(item.id, seen) else _again(item)
        else:
            yield named if _first(named.stem, seen) else replace(named, stem=named.locator)


def opened(item: Row | Source, given: Given, limits: Limits) -> Iterator[Document | Rejected]:
    """The documents of one item, each with a date. ``given.date`` is for those that have none; the rest of ``given``
    beats what they say of themselves."""
    if isinstance(item, Row):
        yield _row_document(item, given, limits)
        return
    for document in open_source(item, given=replace(given, date=None), limits=limits):
        if isinstance(document, Skipped):
            yield Rejected(document.locator, None, document.reason, document.advice)
        elif len(document.text) > MOST_CHARACTERS:
            yield _too_long(document.locator, document.stem, len(document.text))
        elif document.date.value is not None:
            yield document
        elif given.date is not None:
            yield replace(document, date=Known(given.date, "given"))
        else:
            yield Rejected(document.locator, document.stem, "no date", DATE_ADVICE)


def _row_document(row: Row, given: Given, limits: Limits) -> Document | Rejected:
    """The document of a row. Its date must be given: one that is only mentioned in the text may be any date."""
    said = _date_said(row.fields)
    published = given.date if said is None else row_date(said, row.order)
    if published is None:
        return _undated(row, said)
    facts = replace(side_facts(dict(row.fields), row.locator), date=published)
    table_row = TableRow(row.locator, row.id, row.format, row.number, row.text, facts)
    made = open_row(table_row, given=replace(given, date=None), limits=limits)
    if isinstance(made, Skipped):
        return Rejected(row.locator, row.id, made.reason, made.advice)
    if not made.text.strip():
        return Rejected(row.locator, row.id, "no text", "there are only marks of HTML in it; take the row out")
    return made


def _date_said(fields: Sequence[tuple[str, Any]]) -> str | None:
    """What a row has for its date, as it stands there."""
    lower = {str(name).lower().strip(): value for name, value in fields}
    said = next((lower[name] for name in SIDE_NAMES["date"] if not _missing(lower.get(name))), None)
    return None if said is None else str(said).strip()


def row_date(said: str, order: Order | None = None) -> str | None:
    """A date as a row has it in EDTF; null where it is none, where it is not in the ``order`` that dates have, or where
    day and month may be either (05/03/2024) and no order is given."""
    if order and (match := YEAR_LAST.fullmatch(said)):
        month, day = (match[1], match[3]) if order == "mdy" else (match[3], match[1])
        return machine_date(f"{match[4]}-{month.zfill(2)}-{day.zfill(2)}")
    if match := WHOLE_NUMBER.fullmatch(said):  # many programs make fractions of whole numbers where some are missing
        return machine_date(match[1])
    if match := YEAR_FIRST.fullmatch(said):
        parts = [part for part in (match[3] or match[5], match[4]) if part]
        return machine_date("-".join([match[1], *(part.zfill(2) for part in parts)]))
    if match := NAME_AND_YEAR.fullmatch(said):
        day = machine_date(f"1 {match[1]} {match[2]}")
        return day and day[:7]
    if INTERVAL.fullmatch(said):
        return None
    text = NAME_JOINT.sub(" ", YEAR_THEN_NAME.sub(r"\3 \2 \1", said))
    value = machine_date(text)
    return None if value and _only_year(text, value) else value


def _only_year(said: str, value: str) -> bool:
    """Whether there is more in a date than the year that could be read in it."""
    return len(value) == 4 and any(letter.isdigit() for letter in said.replace(value, "", 1))


def _undated(row: Row, said: str | None) -> Rejected:
    if said is None:
        named = {str(name).lower().strip() for name, _ in row.fields} & set(SIDE_NAMES["date"])
        if named or not row.fields:
            return Rejected(row.locator, row.id, "no date", DATE_ADVICE)
        there = ", ".join(str(name) for name, _ in row.fields)[:SHOWN]
        advice = f"name it with --date-column, if it is among {there}, or give --date for all that have none"
        return Rejected(row.locator, row.id, "no date column", advice)
    shown, value = _plain(said)[:SHOWN], machine_date(said)
    if value and _only_year(said, value):
        advice = f"{shown!r} may be read two ways; give --dates mdy or dmy, or write the year first (2016-03-17)"
        return Rejected(row.locator, row.id, "date whose day and month may be either", advice)
    if row.order and YEAR_LAST.fullmatch(said):
        advice = f"{shown!r} is not {row.order}; write the year first (2016-03-17)"
        return Rejected(row.locator, row.id, "date not in the order of --dates", advice)
    return Rejected(row.locator, row.id, "date not understood", f"{shown!r}: write 2016-03-17, 2016-03 or 2016")


def _first(name: str, seen: set[bytes]) -> bool:
    """Whether an id is there for the first time."""
    key = bytes.fromhex(digest([name]))
    new = key not in seen
    seen.add(key)
    return new


def _again(row: Row) -> Rejected:
    return Rejected(row.locator, row.id, "duplicate id", "give every document an id of its own")


def _table(source: Source, columns: Columns, limits: Limits) -> Iterator[Row | Rejected]:
    number = 0
    try:
        for number, fields in rows(source, limits):
            if isinstance(fields, str):
                yield Rejected(f"{source.locator}#{number}", None, *broken_row(fields))
            else:
                yield _checked(source, number, fields, columns)
    except UnreadableDocument as error:
        yield Rejected(source.locator, None, error.reason, error.advice)
    except Exception as error:  # noqa: BLE001 - a damaged file makes parsers raise anything; it must not stop the others
        after = f" after row {number:,}" if number else ""
        reason = f"cannot be read{after} ({' '.join(str(error).split())[:100]})"
        yield Rejected(source.locator, None, reason, "check that it is there, whole and of the kind its name says")
    else:
        if not number:
            yield Rejected(source.locator, None, "no rows", "nothing in it can be coded; get it again or leave it out")


def _checked(source: Source, number: int, fields: Mapping[str, Any], columns: Columns) -> Row | Rejected:
    place = f"{source.locator}#{number}"
    for what, named in (("id", columns.id), ("date", columns.date), ("text", columns.text)):
        if named and named not in fields:
            there = _plain(", ".join(map(str, fields)))[:SHOWN]
            advice = f"{named!r} is not among {there}; correct --{what}-column"
            return Rejected(place, None, f"no {what} column", advice)
    lower = {str(name).lower().strip(): name for name in fields}
    text_name = columns.text or next((lower[n] for n in TEXT_NAMES if n in lower), None)
    id_name = columns.id or next((lower[n] for n in ID_NAMES if n in lower), None)
    raw = fields.get(id_name) if id_name else None
    name = f"{source.stem}#{number}" if _missing(raw) else str(raw).strip()
    shown = _plain(name)[:SHOWN]
    if text_name is None:
        there = _plain(", ".join(map(str, fields)))[:SHOWN]
        advice = f"name it with --text-column, if it is among {there}, or call it `text`"
        return Rejected(place, shown, "no text column", advice)
    text = fields[text_name]
    if isinstance(text, bytes):
        text = text.decode("utf-8", "surrogateescape")
    if not isinstance(text, str) or not text.strip():
        return Rejected(place, shown, "no text", "fill it in or take the row out")
    if len(text) > MOST_CHARACTERS:
        return _too_long(place, shown, len(text))
    if _broken(text) or _broken(name):
        return Rejected(place, shown, "broken encoding", "save the table again from its source as UTF-8")
    if len(name) > LONGEST_ID:
        return Rejected(place, shown, f"id longer than {LONGEST_ID:,} characters", "shorten it, or name another column")
    rest = {key: _plain(value) for key, value in fields.items() if key not in (text_name, id_name)}
    if columns.date:
        rest = {key: value for key, value in rest.items() if key.lower().strip() not in SIDE_NAMES["date"]}
        rest["date"] = _plain(fields[columns.date])
    return Row(place, name, number, source.format or "parquet", text, tuple(rest.items()), columns.order)


def _missing(value: Any) -> bool:
    """Whether a cell is empty: nothing, blanks, or the NaN of a column of numbers."""
    return value is None or (isinstance(value, float) and math.isnan(value)) or not str(value).strip()


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

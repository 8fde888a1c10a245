"""Rows of a table -> what documents are made of: text, a name and side fields, each row by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dragoman.documents.assemble import tidy
from dragoman.documents.content import sniff
from dragoman.documents.encoding import decode
from dragoman.documents.limits import Limits
from dragoman.documents.side_facts import SIDE_NAMES, SideFacts, read_side_file, side_facts
from dragoman.documents.sources import Source, printable
from dragoman.documents.streams import read_side
from dragoman.documents.tables import TABLES, Fields, column_names, rows
from dragoman.errors import UnreadableDocument
from dragoman.records import Skipped, digest

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
BESIDE_TEXT = frozenset([*ID_NAMES, *(name for names in SIDE_NAMES.values() for name in names)])
HEAD = 4_096
"""Bytes in which the names of the columns of a table are looked for."""
HTML_ROW = re.compile(r"</(?:p|div|li|ul|h[1-6]|table|span|strong|em|a)>|<br ?/?>", re.IGNORECASE)
EMPTY = ("empty", "nothing to read in it; get it again or remove it")
LONGEST_ID = 200
BYTE = re.compile(r"[\udc80-\udcff]")
"""What stands for a byte that is no UTF-8."""
HALF = re.compile(r"[\ud800-\udc7f\udd00-\udfff]")
"""Surrogates that stand for no byte: JSON may have them."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row with a text; small and picklable, so that it can be opened elsewhere. ``number`` counts from 1, the
    header not counted; ``facts`` are of the row, else of the table's side file."""

    locator: str
    stem: str
    format: str
    number: int
    text: str
    facts: SideFacts

    @property
    def digest(self) -> str:
        """What tells this row from another and from itself after a change."""
        said = self.facts
        return digest([self.stem, self.text, said.title, said.publisher, said.date, said.language, said.url])


def told_apart(source: Source) -> Source:
    """``source`` with its format, found in what came on standard input, which has no name to tell. What has one comes
    back as it is, so that it is looked for once."""
    if source.data is None or source.format:
        return source
    return replace(source, format=stream_format(source.data))


def is_table(source: Source) -> bool:
    """Whether ``source``, of known format (`told_apart`), has a row a document."""
    return source.format in TABLES


def stream_format(data: bytes) -> str:
    """The format of what came on standard input, which has no name to tell: what `sniff` finds, and of a text "csv"
    where its first line names columns, one of them that of a text and another what a document has besides. Empty for
    what is not read."""
    try:
        found = sniff(data, "")
    except UnreadableDocument:
        return ""
    return "csv" if found == "text" and _names_columns(data) else found


def _names_columns(data: bytes) -> bool:
    named = {name.lower() for name in column_names(decode(data[:HEAD]).text)}
    return bool(named.intersection(TEXT_NAMES) and named.intersection(BESIDE_TEXT))


def table_rows(source: Source, limits: Limits) -> Iterator[TableRow | Skipped]:
    """The rows of a table, one after the other, never the whole table in memory; `Skipped` for one without a document.

    A row that cannot be read never ends the table, but a table without a text column and one that begins with very many
    broken rows are given up. Raises what the table's reader raises.
    """
    side_data = read_side(source, limits)
    side = SideFacts() if side_data is None else read_side_file(side_data, "the side file")
    form = source.format
    good = broken = 0
    seen: set[int] = set()
    for number, fields in rows(source, limits):
        made = _row(source, form, number, fields, side, seen)
        if isinstance(made, TableRow):
            good += 1
        elif form != "jsonl" and made.locator == source.locator:
            yield made
            return
        else:
            broken += made.reason != EMPTY[0]
        yield made
        if not good and broken >= limits.broken_rows:
            reason = f"given up after {broken} broken rows"
            yield Skipped(source.locator, reason, "check that it is the table you mean")
            return
    if not good and not broken:
        yield Skipped(source.locator, *EMPTY)


def _row(
    source: Source, form: str, number: int, fields: Fields | str, side: SideFacts, seen: set[int]
) -> TableRow | Skipped:
    place = f"{source.locator}#{number}"
    if isinstance(fields, str):
        return Skipped(place, *broken_row(fields))
    fields = in_one_encoding(fields)
    lower = {str(name).lower().strip(): value for name, value in fields.items()}
    text = next((lower[name] for name in TEXT_NAMES if isinstance(lower.get(name), str)), None)
    if text is None:
        there = ", ".join(map(str, fields))
        advice = f"name one of the columns {', '.join(TEXT_NAMES[:3])}"
        if form != "jsonl":
            return Skipped(source.locator, f"no text column among: {there[:120]}", advice)
        return Skipped(place, f"no text among: {there[:80]}", advice)
    own = side_facts(dict(fields), f"row {number}")
    facts = SideFacts(
        title=own.title or side.title,
        publisher=own.publisher or side.publisher,
        date=own.date or side.date,
        language=own.language or side.language,
        url=own.url or side.url,
        warnings=(*own.warnings, *side.warnings),
    )
    identifier = _identifier(lower)
    place = f"{source.locator}#{_name(identifier, number, seen)}"
    if source.data is not None and facts.url:
        # What came on standard input is found by its URL, if it has one: a page that changed and changed back is there
        # once, as it is now.
        place = f"-:{printable(facts.url)}"
    if not text.strip():
        return Skipped(place, *EMPTY)
    return TableRow(place, identifier or f"{source.stem}#{number}", form, number, text, facts)


def broken_row(why: str) -> tuple[str, str]:
    """Reason and advice for a row that could not be read, of what `rows` has in its place."""
    reason, _, detail = why.partition(": ")
    return reason, f"{detail}; correct the row, or take it out".lstrip("; ")


def in_one_encoding(fields: Fields) -> Fields:
    """``fields`` with the bytes that are no UTF-8 (surrogates, as `rows` has them) read in the encoding that the row as
    a whole is most likely in."""
    broken = {
        name: HALF.sub("?", value).encode("utf-8", "surrogateescape")
        for name, value in fields.items()
        if isinstance(value, str) and BYTE.search(value)
    }
    if not broken:
        return fields
    encoding = decode(b" ".join(broken.values())).encoding
    return {**fields, **{name: raw.decode(encoding, "replace") for name, raw in broken.items()}}


def _identifier(lower: Mapping[str, Any]) -> str | None:
    found = (lower[name] for name in ID_NAMES if isinstance(lower.get(name), (str, int)) and lower[name] != "")
    raw = next(found, None)
    return None if raw is None or isinstance(raw, bool) else tidy(str(raw))[:LONGEST_ID] or None


def _name(identifier: str | None, number: int, seen: set[int]) -> str:
    """``id=`` and the row's id, so that rows keep their place when others are put before them; the number of a row
    that has none or one that was ``seen``. Of an id seen its digest is kept: tables can be long."""
    if identifier is None:
        return str(number)
    key = int(digest([identifier]), 16)
    if key in seen:
        return str(number)
    seen.add(key)
    return "id=" + identifier.replace("#", "%23")

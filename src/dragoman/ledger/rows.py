"""Records to rows and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from dragoman.errors import InvalidRecord
from dragoman.ledger.days import span
from dragoman.records import Block, Document, Evidence, Known, Statement, Value

Row = dict[str, Any]

_SEPARATOR = "\x01"  # sorts before anything that a stem can hold


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def compact(value: Any) -> str:
    """Canonical JSON: the same value always gives the same string."""
    return _ENCODER.encode(value) if value or not isinstance(value, list) else "[]"


@lru_cache(maxsize=10_000)
def _actors(actors: tuple[str, ...]) -> str:
    return compact(list(actors))


def storable(text: str | None) -> str | None:
    """A name or title that every database takes: NUL and undecodable bytes (of a file's name) spelt out."""
    if text is None or (text.isascii() and "\0" not in text):
        return text
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\x00")


def refuse_unstorable(text: str, document: str, what: str) -> None:
    """Raises `InvalidRecord` where a text cannot be stored as it is: its offsets must stay, so nothing is replaced."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = f"a lone surrogate at {error.start}"
    else:
        if "\0" not in text:
            return
        problem = f"a NUL character at {text.index(chr(0))}"
    raise InvalidRecord(f"{document}: {what} has {problem}; clean the text (one U+FFFD each) before reading it")


def place_of(stem: str, start: int, end: int, statement_id: str) -> str:
    """Position in the order of all answers: document stem, start, end, id."""
    return f"{place_prefix(stem)}{start:08x}{end:08x}{statement_id}"


def place_prefix(stem: str) -> str:
    return stem.replace(_SEPARATOR, "") + _SEPARATOR


def document_row(document: Document) -> Row:
    """The columns that a document fills by itself."""
    return {
        "stem": storable(document.stem),
        "locator": storable(document.locator),
        "format": document.format,
        "url": storable(document.url),
        "text": document.text,
        "title": storable(document.title.value),
        "title_evidence": storable(document.title.evidence),
        "publisher": storable(document.publisher.value),
        "publisher_evidence": storable(document.publisher.evidence),
        "publisher_actor": storable(document.publisher_actor),
        "date": storable(document.date.value),
        "date_evidence": storable(document.date.evidence),
        "language": storable(document.language.value),
        "language_evidence": storable(document.language.evidence),
        "blocks": compact([[b.start, b.end, b.kind, b.level, b.page, b.paragraph] for b in document.blocks]),
        "warnings": storable(compact(list(document.warnings))),
    }


def document_from(row: Mapping[str, Any]) -> Document:
    return Document(
        stem=row["stem"],
        text=row["text"],
        title=Known(row["title"], row["title_evidence"]),
        publisher=Known(row["publisher"], row["publisher_evidence"]),
        publisher_actor=row["publisher_actor"],
        date=Known(row["date"], row["date_evidence"]),
        language=Known(row["language"], row["language_evidence"]),
        url=row["url"],
        locator=row["locator"],
        format=row["format"],
        blocks=tuple(Block(*block) for block in json.loads(row["blocks"])),
        warnings=tuple(json.loads(row["warnings"])),
    )


def said_row(statement: Statement) -> Row:
    """The columns for what a statement says."""
    days = span(statement.date, statement.end_date)
    return {
        "doc": statement.doc,
        "kind": statement.kind,
        "stage": statement.stage,
        "source": _actors(statement.source),
        "target": _actors(statement.target),
        "object": statement.object,
        "date": statement.date,
        "end_date": statement.end_date,
        "amounts": compact([v.as_dict() for v in statement.value]) if statement.value else None,
        "spoken_by": _actors(statement.by),
        "event": statement.event,
        "quote": statement.quote,
        "occurrence": statement.occurrence,
        "origin": statement.origin,
        "lo": days[0] if days else None,
        "hi": days[1] if days else None,
    }


def statement_from(row: Mapping[str, Any]) -> Statement:
    """A statement from its row; rule, reason and evidence are with its presence in a document."""
    return Statement(
        doc=row["doc"],
        kind=row["kind"],
        stage=row["stage"],
        quote=row["quote"],
        start=row["start_char"],
        end=row["end_char"],
        source=tuple(json.loads(row["source"])),
        target=tuple(json.loads(row["target"])),
        object=row["object"],
        date=row["date"],
        end_date=row["end_date"],
        value=values_from(json.loads(row["amounts"])) if row["amounts"] else None,
        by=tuple(json.loads(row["spoken_by"])),
        event=row["event"],
        confidence=row["confidence"],
        reader=row["reader"],
        occurrence=row["occurrence"],
        origin=row["origin"],
    )


def values_from(raw: list[Mapping[str, Any]]) -> tuple[Value, ...]:
    return tuple(Value(float(v["number"]), v.get("unit"), v.get("bound")) for v in raw)


def evidence_from(stored: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(*parts) for parts in json.loads(stored))


def presence_row(statement: Statement, reader: str) -> Row:
    """The columns for how and where a statement was read."""
    return {
        "reader": reader,
        "start_char": statement.start,
        "end_char": statement.end,
        "confidence": statement.confidence,
        "rule": statement.rule,
        "reason": storable(statement.reason),
        "evidence": storable(compact([[e.role, e.value, e.start, e.end, e.how] for e in statement.evidence])),
    }

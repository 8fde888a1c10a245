"""The records that every step passes on: what a document is, what a statement is, what a reading gives.

A document's way: bytes -> `Document` (documents/) -> `Reading` (reading/) -> rows (ledger/) -> answers (queries).
All records are frozen. Offsets are half-open character positions into ``Document.text``: ``text[start:end]``.
Actors are strings in the contract's notation: ``CODE``, ``CODE/Name`` or ``/Name``.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any, Literal

BlockKind = Literal["title", "heading", "paragraph", "item", "row"]
Bound = Literal["min", "max", "approx"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the cleaned text with one role in the layout of the original.

    ``level`` is the depth of a heading (1 is highest) or of a list item (1 is outermost), else 0. ``page`` counts
    from 1 (PDF only). ``paragraph`` is the index, from 0, of the paragraph, element or table row of the original
    that the block was taken from.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    page: int | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A fact about a document together with what it was taken from, e.g. ``Known("2016-02-17", "side file")``."""

    value: str | None
    evidence: str


UNKNOWN = Known(None, "not found")


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one published text, cleaned, with its side fields.

    ``stem`` is the contract's ``doc``. ``locator`` says where it was read from (path, ``archive.zip!member``,
    ``rows.jsonl#id=a-12``, ``-:name`` for standard input, ``memory`` for a string). ``date`` is EDTF level 0 or null.
    ``publisher`` is the name as published; ``publisher_actor`` the actor it was linked to, where it could be.
    """

    stem: str
    text: str
    title: Known = UNKNOWN
    publisher: Known = UNKNOWN
    publisher_actor: str | None = None
    date: Known = UNKNOWN
    language: Known = UNKNOWN
    url: str | None = None
    locator: str = "memory"
    format: str = "text"
    blocks: tuple[Block, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def origin(self) -> str:
        """Where it was published, as far as is known: its URL, else the publisher. Versions of a page share it."""
        return self.url or self.publisher.value or ""

    @property
    def id(self) -> str:
        """Content address: the same text under the same stem with the same side fields has the same id."""
        sides = [self.stem, self.text, self.title.value, self.publisher.value, self.date.value, self.language.value]
        return digest([*sides, self.url])


@dataclass(frozen=True, slots=True)
class Value:
    """A number with its unit: ISO 4217 code for money, ``%``, ``rank``, else the counted noun in the singular."""

    number: float
    unit: str | None = None
    bound: Bound | None = None

    def as_dict(self) -> dict[str, Any]:
        number = int(self.number) if self.number == int(self.number) else self.number
        base: dict[str, Any] = {"number": number, "unit": self.unit}
        return base | ({"bound": self.bound} if self.bound else {})


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where one field of a statement was read: ``value`` of ``role`` stands at, or was resolved from, ``start:end``.

    ``how`` is a short word: ``named``, ``acronym``, ``seat``, ``office``, ``pronoun``, ``heading``, ``publisher`` ...
    """

    role: str
    value: str
    start: int
    end: int
    how: str = "named"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that one passage of one document says. Fields as in the contract; see ``data/codebook.yml``."""

    doc: str
    kind: str
    stage: str
    quote: str
    start: int
    end: int
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    object: str | None = None
    date: str | None = None
    end_date: str | None = None
    value: tuple[Value, ...] | None = None
    by: tuple[str, ...] = ()
    event: str | None = None
    confidence: float = 1.0
    reader: str = ""
    rule: str = ""
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    occurrence: int = 0
    origin: str = ""

    @property
    def id(self) -> str:
        """Content address of what is said, in which words and where; independent of offsets, confidence and reader.

        ``occurrence`` tells equal statements of one document apart (0 for the first in the text, then 1, ...), and
        ``origin``, which is that of the document, those of documents with one stem.
        """
        return digest([self.contract(), self.occurrence, *([self.origin] if self.origin else [])])

    @property
    def object_place(self) -> Evidence | None:
        """Where the object was read first; None where it has no passage."""
        return next((one for one in self.evidence if one.role == "object"), None)

    def contract(self) -> dict[str, Any]:
        """The statement with exactly the contract's fields, JSON-ready, in the contract's order."""
        return {
            "doc": self.doc,
            "kind": self.kind,
            "stage": self.stage,
            "source": list(self.source),
            "target": list(self.target),
            "object": self.object,
            "date": self.date,
            "end": self.end_date,
            "value": [v.as_dict() for v in self.value] if self.value else None,
            "by": list(self.by),
            "event": self.event,
            "quote": self.quote,
        }

    def as_row(self) -> dict[str, Any]:
        """The contract's fields plus ``id``, ``start_char``, ``end_char``, ``confidence``: what exports print."""
        place = {"id": self.id, "start_char": self.start, "end_char": self.end}
        return self.contract() | place | {"confidence": round(self.confidence, 4)}


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A mention of an actor that could not be linked: kept as the text has it, with the reason, and counted."""

    text: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader gives back for one document. ``not_read`` says why nothing was read, e.g. ``language sr``.

    ``notes`` are lines for people about what was read in part; ``foreign`` has the language of every passage that was
    left out because the reader does not have it.
    """

    reader: str
    statements: tuple[Statement, ...] = ()
    unlinked: tuple[Unlinked, ...] = ()
    not_read: str | None = None
    notes: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read, wholly or in part: which, why, and what the user can do about it."""

    locator: str
    reason: str
    advice: str


def left_out(count: int) -> tuple[str, ...]:
    """The note of a reading that gives ``count`` statements fewer than it has: a document may have so many."""
    return (f"{count:,} more statements were left out; split the document",) if count else ()


def number_occurrences(statements: list[Statement]) -> list[Statement]:
    """Statements in the order of the text, with ``occurrence`` set so that every id within a document is unique."""
    seen: dict[str, int] = {}
    numbered = []
    for statement in sorted(statements, key=lambda s: (s.start, s.end, s.kind, s.stage, digest([s.contract()]))):
        key = digest([statement.contract()])
        numbered.append(replace(statement, occurrence=seen.get(key, 0)))
        seen[key] = seen.get(key, 0) + 1
    return numbered


def digest(parts: list[Any]) -> str:
    """The first 16 hex digits of the SHA-256 of ``parts`` as canonical JSON."""
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:16]

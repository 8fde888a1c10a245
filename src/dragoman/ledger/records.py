"""Records that go in and out of the ledger."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord
from dragoman.ledger.rows import refuse_unstorable, storable
from dragoman.records import Document, Known, Reading, Statement


@dataclass(frozen=True, slots=True)
class Stored:
    """One document to be stored, with what was read in it. ``fingerprint`` tells its raw input, where it has one."""

    document: Document
    reading: Reading
    fingerprint: str | None = None
    id: str = ""  # of the document
    ids: tuple[str, ...] = ()  # of the statements; each is a hash, so they are computed once


@dataclass(frozen=True, slots=True)
class Added:
    """What storing one document changed: statements that its source did not make before, and no longer makes."""

    stem: str
    locator: str
    new_version: bool
    new_statements: int
    retired_statements: int

    @property
    def changed(self) -> bool:
        return self.new_version or bool(self.new_statements or self.retired_statements)


def checked(stored: Stored) -> Stored:
    """``stored`` with names that every database takes.

    Raises `InvalidRecord` for what the ledger cannot hold: a quote that is not at its offsets, an unknown stage.
    """
    document = _with_plain_names(stored.document)
    refuse_unstorable(document.text, document.locator, "the text")
    refuse_unstorable(document.stem, document.locator, "the stem")

    def where(s: Statement) -> str:
        return f"{document.locator}, {s.start}-{s.end}"

    statements = tuple(replace(s, origin=document.origin) for s in stored.reading.statements)
    ids = tuple(s.id for s in statements)
    seen = set()
    for s, statement_id in zip(statements, ids, strict=True):
        if document.text[s.start : s.end] != s.quote or not 0 <= s.start < s.end:
            raise InvalidRecord(f"{where(s)}: the quote is not the text at its offsets")
        try:
            codebook().stage(s.kind, s.stage)
        except InvalidRecord as error:
            raise InvalidRecord(f"{where(s)}: {error}") from error
        if s.doc != document.stem:
            raise InvalidRecord(f"{where(s)}: the statement is about {s.doc!r}, the document is {document.stem!r}")
        if statement_id in seen:
            raise InvalidRecord(f"{where(s)}: two statements with id {statement_id}; number their occurrences")
        seen.add(statement_id)
    reading = replace(stored.reading, statements=statements)
    return replace(stored, document=document, reading=reading, id=document.id, ids=ids)


def _with_plain_names(document: Document) -> Document:
    def plain(known: Known) -> Known:
        return Known(storable(known.value), storable(known.evidence) or "")

    return replace(
        document,
        title=plain(document.title),
        publisher=plain(document.publisher),
        publisher_actor=storable(document.publisher_actor),
        date=plain(document.date),
        language=plain(document.language),
        url=storable(document.url),
        locator=storable(document.locator) or "",
        warnings=tuple(storable(w) or "" for w in document.warnings),
    )

"""What was read in one version of a document, and what another version says differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger, schema
from dragoman.ledger.grouping import named, similar
from dragoman.ledger.sql import one, rows
from dragoman.queries.lists import version_lines
from dragoman.queries.records import Found, VersionLine
from dragoman.queries.statements import load

_MOST_VERSIONS = 200
_ALIKE = 0.5  # objects this much alike, between the same parties, are one statement that changed


@dataclass(frozen=True, slots=True)
class DocumentState:
    """What the ledger knows about a version besides the document itself. ``present``: some source still is so."""

    document_id: str
    reader: str | None
    not_read: str | None
    first_seen: str
    present: bool
    statements: int
    unlinked: int


@dataclass(frozen=True, slots=True)
class Changes:
    """From one version to another: statements that came, went, were changed (before, after), and how many stayed."""

    appeared: tuple[Found, ...]
    changed: tuple[tuple[Found, Found], ...]
    vanished: tuple[Found, ...]
    stayed: int


def document_state(ledger: Ledger, document_id: str) -> DocumentState:
    """Raises `UnknownName`."""
    sql = (
        "SELECT d.reader, d.not_read, d.first_seen, d.present,"
        " (SELECT count(*) FROM presence p WHERE p.document_n = d.n AND p.retired_at IS NULL) AS statements,"
        " (SELECT count(*) FROM unlinked u WHERE u.document_n = d.n) AS unlinked FROM document d WHERE d.id = :id"
    )
    with ledger.reading() as connection:
        r = one(connection, sql, id=document_id)
    if r is None:
        raise UnknownName(f"the ledger has no document with id {document_id!r}")
    counts = r["statements"], r["unlinked"]
    return DocumentState(document_id, r["reader"], r["not_read"], r["first_seen"], bool(r["present"]), *counts)


def read_in(ledger: Ledger, document_id: str, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """The statements of a version that begin in ``start:end`` of its text, in order, at their offsets there.

    Rejected ones are left out; those of a version that is no longer present are in, marked retired unless another
    version says them too.
    """
    with ledger.reading() as connection:
        return _read_in(connection, document_id, start, end)


def place_in(ledger: Ledger, document_id: str, statement_id: str) -> int | None:
    """Where a statement begins in a version; null where it does not stand there."""
    sql = (
        "SELECT min(p.start_char) AS start FROM presence p JOIN statement s ON s.n = p.statement_n"
        " JOIN document d ON d.n = p.document_n WHERE s.id = :statement AND d.id = :id"
    )
    with ledger.reading() as connection:
        found = one(connection, sql, statement=statement_id, id=document_id)
    return None if found is None or found["start"] is None else int(found["start"])


def versions_of(ledger: Ledger, document_id: str) -> tuple[VersionLine, ...]:
    """All versions of the sources that this document is a version of, oldest first."""
    sources = "SELECT w.source_n FROM version w JOIN document e ON e.n = w.document_n WHERE e.id = :id"
    with ledger.reading() as connection:
        return version_lines(connection, sources, _MOST_VERSIONS, id=document_id)


def changes(ledger: Ledger, before: str, after: str) -> Changes:
    """What one version of a document says differently from another. Raises `UnknownName`."""
    with ledger.reading() as connection:
        old = {found.id: found for found in _read_in(connection, before, 0, None)}
        new = {found.id: found for found in _read_in(connection, after, 0, None)}
    gone = [found for key, found in old.items() if key not in new]
    came = [found for key, found in new.items() if key not in old]
    changed = []
    for found in gone:
        match = max(came, key=lambda other: _likeness(found, other), default=None)
        if match is not None and _likeness(found, match) > 0:
            came.remove(match)
            changed.append((found, match))
    lost = {found.id for found, _ in changed}
    vanished = tuple(found for found in gone if found.id not in lost)
    return Changes(tuple(came), tuple(changed), vanished, len(old.keys() & new.keys()))


def _read_in(connection: Connection, document_id: str, start: int, end: int | None) -> tuple[Found, ...]:
    document = one(connection, "SELECT n FROM document WHERE id = :id", id=document_id)
    if document is None:
        raise UnknownName(f"the ledger has no document with id {document_id!r}")
    until = " AND p.start_char < :end" if end is not None else ""
    sql = (
        "SELECT p.statement_n, p.start_char, p.end_char FROM presence p JOIN statement s ON s.n = p.statement_n"
        f" WHERE p.document_n = :n AND p.retired_at IS NULL AND s.state IN :states AND p.start_char >= :start{until}"
        " ORDER BY p.start_char, p.end_char, p.statement_n"
    )
    values = {"n": document["n"], "start": start, "states": [schema.SHOWN, schema.RETIRED]}
    placed = {r["statement_n"]: r for r in rows(connection, sql, **values, **({} if end is None else {"end": end}))}
    return tuple(_placed(placed.values(), load(connection, list(placed)), document_id))


def _placed(presences: Iterable[Any], loaded: tuple[Found, ...], document_id: str) -> Iterable[Found]:
    """Statements at their offsets in this version; in the version that shows them, a corrected quote has its own."""
    for presence, found in zip(presences, loaded, strict=True):
        if found.document_id == document_id:
            yield found
        else:
            at = replace(found.statement, start=presence["start_char"], end=presence["end_char"])
            yield replace(found, statement=at, document_id=document_id)


def _likeness(a: Found, b: Found) -> float:
    """How likely ``b`` is ``a`` reworded: same kind, shared parties, similar object; 0 is not at all."""
    one_, other = a.statement, b.statement
    if one_.kind != other.kind:
        return 0.0
    ours, theirs = {*one_.source, *one_.target}, {*other.source, *other.target}
    shared = len(ours & theirs) / max(1, len(ours | theirs))
    alike = similar(named(one_.object), named(other.object))
    return shared + alike + (one_.stage == other.stage) / 10 if shared and alike >= _ALIKE else 0.0

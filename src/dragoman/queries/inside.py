"""What was read in one version of a document, and what another version says differently."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from dragoman.errors import InvalidRecord, UnknownName
from dragoman.ledger import Ledger, schema
from dragoman.ledger.rows import document_from
from dragoman.ledger.sql import one, rows
from dragoman.queries.comparing import in_same_words, pairs, without
from dragoman.queries.lists import version_lines
from dragoman.queries.records import FOREIGN_CURSOR, Found, Page, VersionLine
from dragoman.queries.statements import load

_MOST_VERSIONS = 200


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
    """From one version to another: statements that came, went, were changed (before, after), and how many stayed.

    ``reread`` (before, after; one of them may be null) stands in words that both versions have: the page did not change
    there, what was read in it did.
    """

    appeared: tuple[Found, ...]
    changed: tuple[tuple[Found, Found], ...]
    vanished: tuple[Found, ...]
    reread: tuple[tuple[Found | None, Found | None], ...]
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


def page_in(ledger: Ledger, document_id: str, *, limit: int = 100, cursor: str | None = None) -> Page:
    """The same of the whole version, page by page. Raises `UnknownName`, and `InvalidRecord` for a foreign cursor."""
    after = None
    if cursor is not None:
        marks = cursor.split("\x03")
        if len(marks) != 3 or not all(m.isascii() and m.isdigit() and len(m) < 18 for m in marks):
            raise InvalidRecord(FOREIGN_CURSOR)
        after = int(marks[0]), int(marks[1]), int(marks[2])
    with ledger.reading() as connection:
        placed = _presences(connection, document_id, 0, None, limit + 1, after)
        last = placed[limit - 1] if len(placed) > limit else None
        placed = placed[:limit]
        loaded = load(connection, [r["statement_n"] for r in placed])
    mark = None if last is None else f"{last['start_char']}\x03{last['end_char']}\x03{last['statement_n']}"
    return Page(tuple(_placed(placed, loaded, document_id)), mark)


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


def version_before(ledger: Ledger, document_id: str) -> str:
    """The version to compare this one with: the one before, of the first the next one. A page that went back to an
    earlier text is compared with what it went back from.

    Raises `UnknownName` for an unknown document and where there is no other version.
    """
    listed = versions_of(ledger, document_id)
    ids = [version.document_id for version in listed]
    if document_id not in ids:
        raise UnknownName(f"the ledger has no document with id {document_id!r}")
    if len(ids) < 2:
        raise UnknownName("this document has one version only; there is nothing to compare it with")
    at = ids.index(document_id)
    if (again := listed[at].again_since) is not None:
        return next(version.document_id for version in reversed(listed) if version.retired_at == again)
    return ids[at - 1] if at else ids[1]


def earlier_version(ledger: Ledger, document_id: str, since: str | None) -> str:
    """The version to compare this one with: ``since``, else `version_before`. Raises `UnknownName` where it is no other
    version of the page."""
    if since is None:
        return version_before(ledger, document_id)
    others = {version.document_id for version in versions_of(ledger, document_id)} - {document_id}
    if since not in others:
        raise UnknownName(f"{since!r} is no other version of the document {document_id!r}")
    return since


def changes(ledger: Ledger, before: str, after: str) -> Changes:
    """What one version of a document says differently from another. Raises `UnknownName`.

    What is the same in every field stayed, whatever the two versions are called: ids hold the name of the document.
    """
    with ledger.reading() as connection:
        old, new = _read_in(connection, before, 0, None), _read_in(connection, after, 0, None)
        sql = "SELECT * FROM document WHERE id = :id"
        texts = [document_from(rows(connection, sql, id=each)[0]) for each in (before, after)]
    gone, came = without(old, new), without(new, old)
    changed = pairs(gone, came)
    there = set(changed.values())
    told: list[tuple[Found | None, Found | None]] = [
        *((None, found) for n, found in enumerate(came) if n not in there),
        *((gone[n], came[changed[n]]) for n in sorted(changed)),
        *((found, None) for n, found in enumerate(gone) if n not in changed),
    ]
    same = in_same_words(gone, *texts) | in_same_words(came, *reversed(texts))
    is_reread = [all(one is None or one.id in same for one in pair) for pair in told]
    rest = [pair for pair, reread in zip(told, is_reread, strict=True) if not reread]
    return Changes(
        tuple(b for a, b in rest if a is None and b),
        tuple((a, b) for a, b in rest if a and b),
        tuple(a for a, b in rest if b is None and a),
        tuple(pair for pair, reread in zip(told, is_reread, strict=True) if reread),
        len(old) - len(gone),
    )


def _read_in(connection: Connection, document_id: str, start: int, end: int | None) -> tuple[Found, ...]:
    placed = list({r["statement_n"]: r for r in _presences(connection, document_id, start, end)}.values())
    return tuple(_placed(placed, load(connection, [r["statement_n"] for r in placed]), document_id))


def _presences(
    connection: Connection,
    document_id: str,
    start: int,
    end: int | None,
    limit: int | None = None,
    after: tuple[int, int, int] | None = None,
) -> list[Any]:
    """Where statements stand in a version, in order; ``after`` are start, end, number of the last seen."""
    document = one(connection, "SELECT n FROM document WHERE id = :id", id=document_id)
    if document is None:
        raise UnknownName(f"the ledger has no document with id {document_id!r}")
    values: dict[str, Any] = {"n": document["n"], "start": start, "states": [schema.SHOWN, schema.RETIRED]}
    until = " AND p.start_char < :end" if end is not None else ""
    if end is not None:
        values["end"] = end
    if after is not None:
        until += " AND (p.start_char, p.end_char, p.statement_n) > (:seen_start, :seen_end, :seen)"
        values |= dict(zip(("seen_start", "seen_end", "seen"), after, strict=True))
    sql = (
        "SELECT DISTINCT p.statement_n, p.start_char, p.end_char"
        " FROM presence p JOIN statement s ON s.n = p.statement_n"
        f" WHERE p.document_n = :n AND p.retired_at IS NULL AND s.state IN :states AND p.start_char >= :start{until}"
        " ORDER BY p.start_char, p.end_char, p.statement_n"
    )
    if limit is not None:
        sql += f" LIMIT {limit}"
    return rows(connection, sql, **values)


def _placed(presences: Iterable[Any], loaded: tuple[Found, ...], document_id: str) -> Iterable[Found]:
    """Statements at their offsets in this version; in the version that shows them, a corrected quote has its own."""
    for presence, found in zip(presences, loaded, strict=True):
        if found.document_id == document_id:
            yield found
        else:
            at = replace(found.statement, start=presence["start_char"], end=presence["end_char"])
            yield replace(found, statement=at, document_id=document_id)

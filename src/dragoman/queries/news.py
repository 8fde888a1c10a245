"""The first page: what the ledger covers, and what was added last. Everything comes from counts or ends of indexes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dragoman.codebook import codebook
from dragoman.ledger import Ledger, schema
from dragoman.ledger.sql import rows, rows_in, scalar
from dragoman.queries.records import Found
from dragoman.queries.statements import load

LISTED = 12  # publishers and languages on the first page


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the ledger holds. ``publishers`` and ``languages`` count document versions, most first.

    ``sources`` is the number of places that documents were read from and that have a present version.
    """

    statements: int
    kinds: tuple[tuple[str, int], ...]
    sources: int
    publishers: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    decisions: int
    skipped: int


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that was added lately, with how many statements it makes."""

    document_id: str
    stem: str
    title: str | None
    publisher: str | None
    date: str | None
    first_seen: str
    statements: int


def coverage(ledger: Ledger, *, listed: int = LISTED) -> Coverage:
    """The ledger in numbers that are at hand; of publishers and of languages at most ``listed``."""
    with ledger.reading() as connection:
        tally = {r["kind"]: r["number"] for r in rows(connection, "SELECT kind, number FROM tally WHERE key_n = 0")}
        by_publisher = rows(
            connection,
            "SELECT publisher_folded, count(*) AS n, min(n) AS first FROM document WHERE publisher_folded IS NOT NULL"
            " GROUP BY publisher_folded ORDER BY 2 DESC, 1 LIMIT :most",
            most=listed,
        )
        sql = "SELECT n, publisher FROM document WHERE n IN :keys"
        names = {r["n"]: r["publisher"] for r in rows_in(connection, sql, [r["first"] for r in by_publisher])}
        languages = rows(
            connection,
            "SELECT language, count(*) AS n FROM document WHERE language IS NOT NULL GROUP BY language"
            " ORDER BY 2 DESC, 1 LIMIT :most",
            most=listed,
        )
        return Coverage(
            statements=sum(tally.values()),
            kinds=tuple((kind, tally[kind]) for kind in codebook().kinds if tally.get(kind)),
            sources=int(scalar(connection, "SELECT count(*) FROM version WHERE retired_at IS NULL")),
            publishers=tuple((names[r["first"]], r["n"]) for r in by_publisher),
            languages=tuple((r["language"], r["n"]) for r in languages),
            decisions=int(scalar(connection, "SELECT coalesce(max(n), 0) FROM decision")),
            skipped=int(scalar(connection, "SELECT count(*) FROM skipped")),
        )


def newest_documents(ledger: Ledger, *, limit: int = 10, before: str | None = None) -> tuple[NewDocument, ...]:
    """Present documents, last added first; ``before`` is the id of the last one seen."""
    beyond, values = _before("document", before)
    sql = f"SELECT {NEW_COLUMNS} FROM document d WHERE d.present = 1{beyond} ORDER BY d.n DESC LIMIT :limit"
    with ledger.reading() as connection:
        return tuple(new_document(r) for r in rows(connection, sql, limit=limit, **values))


NEW_COLUMNS = (
    "d.id, d.stem, d.title, d.publisher, d.date, d.first_seen, (SELECT count(*) FROM statement s"
    f" WHERE s.document_n = d.n AND s.state = {schema.SHOWN}) AS statements"
)
"""What `new_document` needs of the document ``d``."""


def new_document(r: Any) -> NewDocument:
    names = ("id", "stem", "title", "publisher", "date", "first_seen", "statements")
    return NewDocument(*(r[name] for name in names))


def newest_statements(ledger: Ledger, *, limit: int = 8, before: str | None = None) -> tuple[Found, ...]:
    """Statements, last added first; ``before`` is the id of the last one seen."""
    beyond, values = _before("statement", before)
    sql = f"SELECT n FROM statement WHERE state = :shown{beyond} ORDER BY n DESC LIMIT :limit"
    with ledger.reading() as connection:
        return load(connection, [r["n"] for r in rows(connection, sql, shown=schema.SHOWN, limit=limit, **values)])


def _before(table: str, seen: str | None) -> tuple[str, dict[str, str]]:
    """The condition for what was added before the row with the id ``seen``, and its values."""
    if seen is None:
        return "", {}
    return f" AND n < (SELECT n FROM {table} WHERE id = :before)", {"before": seen}

"""Who publishes what is said about an actor."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ledger import Ledger, schema
from dragoman.ledger.sql import rows
from dragoman.queries.resolving import keys_of

COUNTED = 500  # statements that are looked at; an actor of many has its publishers among them


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """A publisher (null where unknown) with its statements and documents, and the date of the last one."""

    publisher: str | None
    statements: int
    documents: int
    last: str | None


@dataclass(frozen=True, slots=True)
class Publishers:
    """``counted`` says on how many statements the numbers rest; ``at_least`` that there are more."""

    lines: tuple[PublisherLine, ...]
    counted: int
    at_least: bool


def publishers_about(ledger: Ledger, actor: str) -> Publishers:
    """Publishers of statements in which an actor takes part, most statements first; none for an unknown actor."""
    sql = (
        "SELECT d.publisher, count(*) AS statements, count(DISTINCT d.n) AS documents, max(d.date) AS last"
        " FROM (SELECT statement_n FROM posting WHERE key_n = :key AND state = :shown ORDER BY place LIMIT :most) p"
        " JOIN statement s ON s.n = p.statement_n JOIN document d ON d.n = s.document_n"
        " GROUP BY d.publisher ORDER BY 2 DESC, 1"
    )
    with ledger.reading() as connection:
        keys = keys_of(connection, actor)
        if not keys.numbers:
            return Publishers((), 0, False)
        found = rows(connection, sql, key=keys.numbers[0], shown=schema.SHOWN, most=COUNTED)
    lines = tuple(PublisherLine(r["publisher"], r["statements"], r["documents"], r["last"]) for r in found)
    counted = sum(line.statements for line in lines)
    return Publishers(lines, counted, counted == COUNTED and keys.statements > COUNTED)

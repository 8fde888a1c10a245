"""Whether a ledger has changed."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.ledger.sql import rows


def state_of(ledger: Ledger) -> tuple[int, ...]:
    """Numbers that change whenever an answer may: an answer kept under the same ones is still right.

    New statements, versions and decisions have new numbers; what vanishes or comes back changes a count by kind.
    """
    sql = (
        "SELECT 0 AS at, coalesce(max(n), 0) AS n FROM statement UNION ALL SELECT 1, coalesce(max(n), 0) FROM version"
        " UNION ALL SELECT 2, coalesce(max(n), 0) FROM decision"
    )
    with ledger.reading() as connection:
        numbers = sorted((r["at"], r["n"]) for r in rows(connection, sql))
        kinds = rows(connection, "SELECT number FROM tally WHERE key_n = 0 ORDER BY kind")
    return (*(n for _, n in numbers), *(r["number"] for r in kinds))

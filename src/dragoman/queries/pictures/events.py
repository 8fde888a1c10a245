"""How often which type of event is told, by year."""

from __future__ import annotations

from collections import Counter

from dragoman.codebook import codebook
from dragoman.ledger import Ledger, schema
from dragoman.ledger.sql import rows
from dragoman.queries.pictures.records import Bar, EventCounts
from dragoman.queries.resolving import keys_of, known


def event_counts(ledger: Ledger, actors: tuple[str, ...] = ()) -> EventCounts:
    """Statements by PLOVER type and year, of the whole ledger or of those in which all ``actors`` take part.

    Raises `UnknownName`.
    """
    with ledger.reading() as connection:
        keys = [known(keys_of(connection, actor)) for actor in actors]
        if not keys:
            shown = "state = 0 AND event IS NOT NULL"
            found = rows(connection, f"SELECT event, lo, count(*) AS n FROM statement WHERE {shown} GROUP BY event, lo")
        else:
            keys.sort(key=lambda key: key.statements)
            also = "".join(
                f" AND EXISTS (SELECT 1 FROM posting q WHERE q.key_n IN :key{i} AND q.state = 0 AND q.place = p.place"
                " AND (q.roles & :bits) <> 0)"
                for i in range(1, len(keys))
            )
            number = "count(*)" if len(keys[0].numbers) == 1 else "count(DISTINCT p.statement_n)"
            sql = (
                f"SELECT p.event, p.lo, {number} AS n FROM posting p WHERE p.key_n IN :key0 AND p.state = 0"
                f" AND (p.roles & :bits) <> 0{also} AND p.event IS NOT NULL GROUP BY p.event, p.lo"
            )
            numbers = {f"key{i}": key.numbers for i, key in enumerate(keys)}
            found = rows(connection, sql, bits=schema.TAKES_PART, **numbers)
    counts: Counter[tuple[str, int | None]] = Counter()
    for r in found:
        counts[r["event"], None if r["lo"] is None else r["lo"] // 10000] += r["n"]
    types = {event: rank for rank, event in enumerate(codebook().plover)}
    ordered = sorted(counts.items(), key=lambda c: (types.get(c[0][0], 99), c[0][1] is None, c[0][1] or 0))
    return EventCounts(tuple(key.label for key in keys), tuple(Bar(event, year, n) for (event, year), n in ordered))

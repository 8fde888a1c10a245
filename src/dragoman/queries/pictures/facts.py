"""The facts that a tie between two actors stands for."""

from __future__ import annotations

from collections import Counter
from typing import Any

from dragoman.codebook import codebook
from dragoman.ledger import Ledger
from dragoman.ledger.pairs import pair_key
from dragoman.ledger.sql import rows
from dragoman.queries.pictures.pairs import Which
from dragoman.queries.pictures.records import EVERY_YEAR, Years
from dragoman.queries.records import Profile
from dragoman.queries.resolving import keys_of, known
from dragoman.queries.show import fact_lines, mark


def facts_of_tie(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    kinds: tuple[str, ...] = (),
    years: Years = EVERY_YEAR,
    limit: int = 50,
    cursor: str | None = None,
) -> Profile:
    """The facts of two actors as ties count them: of these kinds, begun in these years. Raises `UnknownName`.

    Facts of very many parties (`ledger.pairs.MOST`) make no tie and are not among them; `queries.dyad` has them.
    """
    with ledger.reading() as connection:
        one, other = (known(keys_of(connection, actor)) for actor in (a, b))
        keys = sorted({pair_key(x, y) for x in one.numbers for y in other.numbers})
        stretches = Which(kinds, years).stretches()
        if not years.given:  # undated facts too
            stretches = [(low[:2], f"{int(low[:2]) + 1:02d}") for low, _ in stretches]
        listed = "FROM fact_posting WHERE key_n IN :keys AND shown = 1 AND sort >= :low AND sort < :high"
        counts: Counter[str] = Counter()
        page: list[Any] = []
        for low, high in stretches:
            values = {"keys": keys, "low": low, "high": high}
            sql = f"SELECT kind, count(DISTINCT fact_n) AS facts {listed} GROUP BY kind"
            counts.update({r["kind"]: r["facts"] for r in rows(connection, sql, **values)})
            if cursor is not None:
                values["low"] = max(low, cursor.rsplit("\x03", 1)[0])
            sql = f"SELECT DISTINCT sort, fact_n {listed} ORDER BY sort, fact_n LIMIT {limit + 2}"
            for r in rows(connection, sql, **values) if len(page) <= limit else ():
                if len(page) <= limit and (cursor is None or mark(r) > cursor):
                    page.append(r)
        lines = fact_lines(connection, [r["fact_n"] for r in page[:limit]])
        shown = tuple((kind, counts[kind]) for kind in codebook().kinds if counts[kind])
        following = mark(page[limit - 1]) if len(page) > limit else None
        return Profile((one.label, other.label), counts.total(), shown, lines, following)

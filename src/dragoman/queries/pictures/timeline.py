"""The dated facts of an actor or of two together."""

from __future__ import annotations

import json
from typing import Any

from dragoman.codebook import kind_ranks
from dragoman.ledger import Ledger
from dragoman.ledger.pairs import pair_key
from dragoman.ledger.sql import rows
from dragoman.queries.pictures.pairs import Which
from dragoman.queries.pictures.records import EVERY_YEAR, Timeline, TimelineItem, Years
from dragoman.queries.resolving import keys_of, known

PER_KIND = 40


def timeline(
    ledger: Ledger,
    actors: tuple[str, ...],
    *,
    kinds: tuple[str, ...] = (),
    years: Years = EVERY_YEAR,
    per_kind: int = PER_KIND,
) -> Timeline:
    """The latest ``per_kind`` facts of each kind that began in ``years``. One or two actors. Raises `UnknownName`."""
    with ledger.reading() as connection:
        keys = [known(keys_of(connection, actor)) for actor in actors]
        numbers = list(keys[0].numbers)
        if len(keys) > 1:
            numbers = sorted({pair_key(a, b) for a in keys[0].numbers for b in keys[1].numbers})
        found: list[int] = []
        cut: list[str] = []
        distinct = "DISTINCT " if len(numbers) > 1 else ""
        sql = (
            f"SELECT {distinct}fact_n, sort, kind FROM fact_posting WHERE key_n IN :keys AND shown = 1"
            " AND sort >= :low AND sort < :high ORDER BY sort DESC, fact_n DESC LIMIT :limit"
        )
        for low, high in Which(kinds, years).stretches():
            here = rows(connection, sql, keys=numbers, low=low, high=high, limit=per_kind + 1)
            found += [r["fact_n"] for r in here[:per_kind]]
            cut += [here[0]["kind"]] if len(here) > per_kind else []
        told = (
            "SELECT * FROM (SELECT s.fact_n, s.id, s.kind, s.stage, s.source, s.target, s.object, s.date, s.end_date,"
            " s.lo, row_number() OVER (PARTITION BY s.fact_n ORDER BY (s.lo IS NULL), (s.end_date IS NULL),"
            " coalesce(length(s.date), 0) DESC, (s.object IS NULL), s.place) AS nth,"
            " count(*) OVER (PARTITION BY s.fact_n) AS told"
            " FROM statement s WHERE s.fact_n IN :facts AND s.state = 0) AS numbered WHERE nth = 1"
        )
        lines = rows(connection, told, facts=found) if found else []
    ranks = kind_ranks()
    ordered = sorted(lines, key=lambda r: (ranks[r["kind"]], r["lo"] or 0, r["id"]))
    return Timeline(tuple(k.label for k in keys), tuple(_item(r) for r in ordered if r["lo"] is not None), tuple(cut))


def _item(row: Any) -> TimelineItem:
    return TimelineItem(
        **{name: row[name] for name in ("kind", "stage", "object", "told")},
        source=tuple(json.loads(row["source"])),
        target=tuple(json.loads(row["target"])),
        first=row["date"],
        last=row["end_date"],
        statement_id=row["id"],
    )

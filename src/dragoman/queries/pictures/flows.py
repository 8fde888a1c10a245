"""Who funds whom through which programme, one currency at a time."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from dragoman.amounts import BOUNDS, currencies
from dragoman.ledger import Ledger, schema
from dragoman.ledger.folding import fold
from dragoman.ledger.sql import rows
from dragoman.queries.pictures.records import EVERY_YEAR, Flow, Flows, Years
from dragoman.queries.resolving import keys_of, known

_READ = 20_000  # statements with sums that are added up for one answer


@dataclass(slots=True)
class _Sum:
    source: tuple[str, ...]
    programme: str
    target: tuple[str, ...]
    statement_id: str
    promised: bool
    amount: float = 0
    facts: int = 0
    bounds: set[str] = field(default_factory=set)


def flows(
    ledger: Ledger,
    actor: str | None = None,
    *,
    unit: str | None = None,
    years: Years = EVERY_YEAR,
    limit: int = 40,
) -> Flows:
    """The largest flows of ``unit`` (null: the one with most facts), of the whole ledger or of one actor.

    Each fact counts once, with the sum of the statement that stands first. Joint givers stay together, because the text
    does not say who gave how much, and promises apart from what was given; nothing is converted. Raises `UnknownName`.
    """
    found, about = _statements(ledger, actor, years)
    units: Counter[str] = Counter()
    sums: dict[tuple[object, ...], _Sum] = {}
    counted: set[tuple[int, str]] = set()
    for r in found[:_READ]:
        for value in json.loads(r["amounts"]):
            code = value["unit"]
            if code not in currencies() or (r["fact_n"], code) in counted:
                continue
            counted.add((r["fact_n"], code))
            units[code] += 1
            _add(sums, r, value)
    chosen = unit or next((code for code, _ in _most(units)), None)
    ours = [s for key, s in sums.items() if key[0] == chosen]
    ordered = sorted(ours, key=lambda s: (-s.amount, s.source, s.programme, s.target, s.promised))
    drawn = tuple(
        Flow(s.source, s.programme, s.target, s.amount, s.facts, tuple(sorted(s.bounds)), s.statement_id, s.promised)
        for s in ordered[:limit]
    )
    return Flows(about, chosen, _most(units), drawn, len(ordered) - len(drawn), len(found) > _READ)


def _most(units: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(units.items(), key=lambda u: (-u[1], u[0])))


def _add(sums: dict[tuple[object, ...], _Sum], r: Mapping[str, Any], value: Mapping[str, Any]) -> None:
    source, target = _actors(r["source"]), _actors(r["target"])
    programme, promised = r["object"] or "", r["stage"] == "planned"
    key = (value["unit"], tuple(sorted(source)), _folded(programme), tuple(sorted(target)), promised)
    entry = sums.setdefault(key, _Sum(source, programme, target, r["id"], promised))
    entry.amount += value["number"]
    entry.facts += 1
    if value.get("bound"):
        entry.bounds.add(BOUNDS[value["bound"]])


# A large ledger has the same few actors and programmes in thousands of rows.
@lru_cache(maxsize=4096)
def _actors(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    return fold(text)


def _statements(ledger: Ledger, actor: str | None, years: Years) -> tuple[list[Any], str | None]:
    """Statements of assistance with sums, in the order of all answers."""
    dated = " AND s.lo >= :first AND s.lo < :end" if years.given else ""
    values: dict[str, Any] = dict(zip(("first", "end"), years.days, strict=True)) if years.given else {}
    columns = "SELECT s.fact_n, s.id, s.stage, s.source, s.target, s.object, s.amounts"
    conditions = f"s.state = 0 AND s.kind = 'assistance' AND s.amounts IS NOT NULL{dated}"
    with ledger.reading() as connection:
        if actor is None:
            hint = " INDEXED BY ix_statement_amounts" if connection.dialect.name == "sqlite" else ""
            sql = f"{columns} FROM statement s{hint} WHERE {conditions} ORDER BY s.place LIMIT :limit"
            return rows(connection, sql, limit=_READ + 1, **values), None
        keys = known(keys_of(connection, actor))
        # A statement stands under an actor once for each of its keys: those that share a name may share statements.
        sql = (
            f"{columns} FROM statement s WHERE {conditions} AND s.n IN (SELECT p.statement_n FROM posting p WHERE"
            " p.key_n IN :keys AND p.state = 0 AND p.kind = 'assistance' AND (p.roles & :bits) <> 0)"
            " ORDER BY s.place LIMIT :limit"
        )
        found = rows(connection, sql, keys=keys.numbers, bits=schema.TAKES_PART, limit=_READ + 1, **values)
        return found, keys.label

"""How many facts pairs of actors share, by kind and year."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.codebook import codebook
from dragoman.ledger.pairs import pair_key
from dragoman.ledger.sql import rows, rows_in
from dragoman.queries.pictures.records import EVERY_YEAR, Edge, Years

MOST_EDGES = 300  # ties in one answer
_WALKED = 2000  # facts of one actor that are looked through for whom it meets
_LARGEST = 1000  # actors with most statements that are tried with an actor of more facts than that
_UNITED = "(a.name IS NULL OR a.code IS NULL)"  # states and organisations, not their bodies and people


@dataclass(frozen=True, slots=True)
class Known:
    """An actor as it stands in the ledger."""

    n: int
    actor: str
    code: str | None
    statements: int

    def is_part_of(self, other: Known) -> bool:
        """Whether one is the other's body or official: their facts are shared by construction."""
        return self.code is not None and self.code == other.code and self.code in (self.actor, other.actor)


@dataclass(frozen=True, slots=True)
class Which:
    """Which facts make a tie."""

    kinds: tuple[str, ...] = ()
    years: Years = EVERY_YEAR

    def stretches(self) -> list[tuple[str, str]]:
        """For each kind the stretch of ``fact_posting.sort`` (rank of the kind, first day) that is asked for."""
        first, end = self.years.days
        ranks = [rank for rank, kind in enumerate(codebook().kinds) if not self.kinds or kind in self.kinds]
        return [(f"{rank:02d}{first:08d}", f"{rank:02d}{end:08d}") for rank in ranks]


def largest(connection: Connection, limit: int, people: bool) -> list[Known]:
    """The actors with most statements."""
    level = "" if people else f" AND {_UNITED}"
    sql = (
        "SELECT a.n, a.actor, a.code, a.shown FROM actor a WHERE a.shown > 0 AND a.merged_into IS NULL"
        f"{level} ORDER BY a.shown DESC, a.actor DESC LIMIT :limit"
    )
    return [_known(r) for r in rows(connection, sql, limit=limit)]


def named(connection: Connection, actors: Iterable[str]) -> list[Known]:
    sql = "SELECT n, actor, code, shown FROM actor WHERE actor IN :keys AND merged_into IS NULL"
    return sorted((_known(r) for r in rows_in(connection, sql, actors)), key=lambda k: k.actor)


def numbered(connection: Connection, numbers: Iterable[int], people: bool = True) -> list[Known]:
    level = "" if people else f" AND {_UNITED}"
    sql = f"SELECT a.n, a.actor, a.code, a.shown FROM actor a WHERE a.n IN :keys AND a.shown > 0{level}"
    return sorted((_known(r) for r in rows_in(connection, sql, numbers)), key=lambda k: k.n)


def _known(r: Any) -> Known:
    return Known(r["n"], r["actor"], r["code"], r["shown"])


def edges_of(
    connection: Connection, pairs: Iterable[tuple[Known, Known]], which: Which, most: int = MOST_EDGES
) -> list[Edge]:
    """The ``most`` largest ties among ``pairs``, most facts first."""
    by_key = {pair_key(a.n, b.n): (a, b) for a, b in pairs if a.n != b.n and not a.is_part_of(b)}
    kinds = " AND kind IN :kinds" if which.kinds else ""
    values = {"kinds": list(which.kinds)} if which.kinds else {}
    # First only the sums: most pairs are not drawn, and each has up to twelve kinds.
    sql = f"SELECT key_n, sum(number) AS facts FROM tally WHERE key_n IN :keys AND number > 0{kinds} GROUP BY key_n"
    sums = {r["key_n"]: r["facts"] for r in rows_in(connection, sql, by_key, **values)}
    largest_keys = sorted(sums, key=lambda key: (-sums[key], key))[:most]
    if which.years.given and largest_keys:
        counted = _dated(connection, largest_keys, which)
    else:
        counted = {}
        sql = f"SELECT key_n, kind, number FROM tally WHERE key_n IN :keys AND number > 0{kinds}"
        for r in rows_in(connection, sql, largest_keys, **values):
            counted.setdefault(r["key_n"], {})[r["kind"]] = r["number"]
    found = [_edge(*by_key[key], numbers) for key, numbers in counted.items()]
    return sorted(found, key=lambda e: (-e.facts, e.a, e.b))


def _dated(connection: Connection, keys: Sequence[int], which: Which) -> dict[int, dict[str, int]]:
    """Facts that began in these years: one stretch of the index for each pair and kind."""
    counted: dict[int, dict[str, int]] = {}
    sql = (
        "SELECT key_n, kind, count(*) AS number FROM fact_posting WHERE key_n IN :keys AND shown = 1"
        " AND sort >= :low AND sort < :high GROUP BY key_n, kind"
    )
    for low, high in which.stretches():
        for r in rows(connection, sql, keys=keys, low=low, high=high):
            counted.setdefault(r["key_n"], {})[r["kind"]] = r["number"]
    return counted


def _edge(a: Known, b: Known, numbers: Mapping[str, int]) -> Edge:
    first, second = sorted((a.actor, b.actor))
    return Edge(first, second, tuple((kind, numbers[kind]) for kind in codebook().kinds if kind in numbers))


def who_meets(connection: Connection, who: Known, people: bool, walked: int = _WALKED) -> tuple[list[Known], bool]:
    """Those with whom an actor may share facts, and whether that is all of them.

    The facts of most actors can be looked through; for the largest the actors with most statements are tried too.
    """
    sql = (
        "SELECT f.keys FROM (SELECT fact_n FROM fact_posting WHERE key_n = :n AND shown = 1 ORDER BY sort LIMIT :limit)"
        " AS walked JOIN fact f ON f.n = walked.fact_n"
    )
    found = rows(connection, sql, n=who.n, limit=walked + 1)
    met = {n for r in found for n in json.loads(r["keys"])} - {who.n}
    all_of_them = len(found) <= walked
    others = {k.n: k for k in numbered(connection, met, people)}
    if not all_of_them:
        others |= {k.n: k for k in largest(connection, _LARGEST, people) if k.n != who.n}
    return [others[n] for n in sorted(others)], all_of_them

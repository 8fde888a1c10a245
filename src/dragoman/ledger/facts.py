"""Facts in the database: loading those that a batch of statements may join, and writing what changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from dragoman.codebook import kind_ranks
from dragoman.ledger import grouping, schema
from dragoman.ledger.pairs import fact_keys
from dragoman.ledger.rows import Row, compact
from dragoman.ledger.sql import insert, next_number, rows_in, run

_UNDATED = 99999999


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a statement decides which fact it tells. ``key`` and ``blocks`` stand for kind, stage and parties."""

    key: int
    blocks: tuple[int, ...]
    named: grouping.Named


@dataclass(slots=True)
class _Fact:
    seen: grouping.FactSeen
    named: grouping.Named
    row: Row
    shown: int
    stored: tuple[str, int] | None  # sort and shown flag of its postings in the database
    blocks: tuple[int, ...] = ()
    changed: bool = True


@dataclass(slots=True)
class Facts:
    """The facts within one write transaction."""

    connection: Connection
    _facts: dict[int, _Fact] = field(default_factory=dict)
    _blocks: dict[int, list[int]] = field(default_factory=dict)  # the latest facts first
    _next: int = 0

    def load(self, blocks: Iterable[int], numbers: Iterable[int]) -> None:
        """Read the facts of these blocks and with these numbers, unless they are here already."""
        wanted = set(blocks) - self._blocks.keys()
        self._blocks |= {b: [] for b in wanted}
        missing = set(numbers)
        sql = "SELECT block, fact_n FROM fact_block WHERE block IN :keys ORDER BY block, fact_n DESC"
        for r in rows_in(self.connection, sql, wanted):
            if len(self._blocks[r["block"]]) < grouping.MAX_COMPARED:
                self._blocks[r["block"]].append(r["fact_n"])
                missing.add(r["fact_n"])
        for r in rows_in(self.connection, "SELECT * FROM fact WHERE n IN :keys", missing - self._facts.keys()):
            seen = grouping.FactSeen(r["n"], r["object"], r["lo"], r["hi"], r["amounts"])
            stored = (r["sort"], int(r["shown"] > 0))
            named = grouping.named(r["object"])
            self._facts[r["n"]] = _Fact(seen, named, dict(r), r["shown"], stored, changed=False)

    def join(self, telling: Telling, row: Row) -> int:
        """The number of the fact that the statement with this row tells: the best one there, else a new one."""
        numbers = sorted({n for block in telling.blocks for n in self._blocks[block][: grouping.MAX_COMPARED]})
        near = [
            (fact.seen, fact.named)
            for fact in map(self._facts.__getitem__, numbers)
            if fact.row["party_key"] == telling.key
        ]
        found = grouping.best(telling.named, row["lo"], row["hi"], row["amounts"], near)
        if found is None:
            return self._new(telling, row)
        if grouping.narrowed(found, row["lo"], row["hi"], row["amounts"]):
            self._facts[found.n].changed = True
        return found.n

    def _new(self, telling: Telling, row: Row) -> int:
        n = self._next or next_number(self.connection, schema.fact)
        self._next = n + 1
        seen = grouping.FactSeen(n, row["object"], row["lo"], row["hi"], row["amounts"])
        everyone = row["pairs"]
        parties = [key for key, bits in everyone if bits & schema.TAKES_PART] or [key for key, _ in everyone]
        base = {"n": n, "id": row["id"], "kind": row["kind"], "party_key": telling.key, "object": row["object"]}
        base |= {"keys": compact(parties), "place": row["place"]}
        self._facts[n] = _Fact(seen, telling.named, base, 0, None, telling.blocks)
        for block in telling.blocks:
            self._blocks[block].insert(0, n)
        return n

    def reset(self, n: int) -> None:
        """Forget the dates and amounts that the fact has from its members: all of them are about to join anew."""
        seen = self._facts[n].seen
        seen.lo, seen.hi, seen.amounts = None, None, None
        self._facts[n].changed = True

    def count(self, n: int, by: int) -> None:
        """``by`` more shown statements tell the fact."""
        self._facts[n].shown += by
        self._facts[n].changed = True

    def flush(self) -> None:
        """Write new and changed facts. Statements may point to them afterwards."""
        changed = [f for _, f in sorted(self._facts.items()) if f.changed]
        new = [f for f in changed if f.stored is None]
        known = [f for f in changed if f.stored is not None]
        insert(self.connection, schema.fact, [_row(f) for f in new])
        run(
            self.connection,
            "UPDATE fact SET lo = :lo, hi = :hi, amounts = :amounts, sort = :sort, shown = :shown WHERE n = :n",
            [{k: v for k, v in _row(f).items() if k in ("n", "lo", "hi", "amounts", "sort", "shown")} for f in known],
        )
        insert(self.connection, schema.fact_block, [{"block": b, "fact_n": f.seen.n} for f in new for b in f.blocks])
        moved = [f for f in changed if f.stored != (_sort(f), int(f.shown > 0))]
        run(
            self.connection,
            "DELETE FROM fact_posting WHERE key_n = :key AND shown = :shown AND sort = :sort AND fact_n = :n",
            [
                {"key": key, "shown": f.stored[1], "sort": f.stored[0], "n": f.seen.n}
                for f in moved
                if f.stored is not None
                for key in fact_keys(json.loads(f.row["keys"]))
            ],
        )
        insert(self.connection, schema.fact_posting, [posting for f in moved for posting in _postings(f)])
        self._count_kinds(changed)
        for fact in changed:
            fact.stored, fact.changed = (_sort(fact), int(fact.shown > 0)), False

    def _count_kinds(self, changed: Iterable[_Fact]) -> None:
        """Keep the numbers of shown facts by key and kind."""
        counts: Counter[tuple[int, str]] = Counter()
        for fact in changed:
            by = int(fact.shown > 0) - (fact.stored[1] if fact.stored else 0)
            if by:
                for key in fact_keys(json.loads(fact.row["keys"])):
                    counts[key, fact.row["kind"]] += by
        add_to_tally(self.connection, counts)


def _row(fact: _Fact) -> Row:
    base = {name: fact.row[name] for name in ("n", "id", "kind", "party_key", "object", "keys")}
    dates = {"lo": fact.seen.lo, "hi": fact.seen.hi, "amounts": fact.seen.amounts}
    return base | dates | {"sort": _sort(fact), "shown": fact.shown}


def add_to_tally(connection: Connection, counts: Mapping[tuple[int, str], int]) -> None:
    """Add to the numbers kept for keys and kinds."""
    run(
        connection,
        "INSERT INTO tally (key_n, kind, number) VALUES (:key, :kind, :by)"
        " ON CONFLICT (key_n, kind) DO UPDATE SET number = tally.number + excluded.number",
        [{"key": key, "kind": kind, "by": by} for (key, kind), by in sorted(counts.items()) if by],
    )


def _sort(fact: _Fact) -> str:
    """Kind in the codebook's order, then first day, then where it was first read: the order of facts in an answer."""
    place = fact.row["sort"].split("\x02", 1)[1] if "sort" in fact.row else fact.row["place"]
    rank = kind_ranks()[fact.row["kind"]]
    return f"{rank:02d}{_UNDATED if fact.seen.lo is None else fact.seen.lo:08d}\x02{place}"


def _postings(fact: _Fact) -> list[Row]:
    base = {"shown": int(fact.shown > 0), "sort": _sort(fact), "fact_n": fact.seen.n, "kind": fact.row["kind"]}
    return [base | {"key_n": key} for key in fact_keys(json.loads(fact.row["keys"]))]

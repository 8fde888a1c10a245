"""Keeping the derived tables in step with the statements: actors, postings, facts with their counts, full text."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import fulltext, grouping, schema
from dragoman.ledger.facts import Facts, Telling, add_to_tally
from dragoman.ledger.folding import fold
from dragoman.ledger.pairs import ALL
from dragoman.ledger.rows import Row, place_of, said_row, storable
from dragoman.ledger.sql import insert, next_number, rows_in, run
from dragoman.records import Statement

_DECIDES_FACT = ("kind", "stage", "source", "target", "object", "lo", "hi", "amounts", "keys")
_UPDATABLE = (
    *("kind", "stage", "source", "target", "object", "date", "end_date", "amounts", "spoken_by", "event", "quote"),
    *("lo", "hi", "original", "status", "confidence", "reader", "state", "place", "document_n", "start_char"),
    *("end_char", "fact_n", "keys"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement as it is to be answered: number, id, what it says (corrections applied), where, in which state."""

    n: int
    id: str
    said: Statement  # with corrections
    original: str | None  # the contract's fields as read, as JSON, where corrections changed them
    reader: str
    state: int
    document_n: int
    status: str | None
    first_seen: str


@dataclass(slots=True)
class Indexer:
    """Adds and changes statements together with all that is derived from them, within one write transaction."""

    connection: Connection
    facts: Facts = field(init=False)
    _actors: dict[str, tuple[int, str]] = field(default_factory=dict)  # actor -> number, canonical actor

    def __post_init__(self) -> None:
        self.facts = Facts(self.connection)

    def write(self, entries: Iterable[Entry], old: Mapping[int, Any], regroup: bool = False) -> None:
        """Write ``entries``; ``old`` holds the present rows, by number, of those that are in the ledger already.

        With ``regroup`` every one of them is grouped anew; then they must be all members of the facts they are in.
        """
        entries = list(entries)
        self._load_actors({a for e in entries for a in (*e.said.source, *e.said.target, *e.said.by)})
        tellings = {e.n: self._telling(e.said) for e in entries}
        blocks = {block for telling in tellings.values() for block in telling.blocks}
        self.facts.load(blocks, {row["fact_n"] for row in old.values()})
        counts: Counter[int] = Counter()
        kinds: Counter[tuple[int, str]] = Counter()
        rows = {entry.n: self._row(entry) for entry in entries}
        for before in old.values():
            if before["state"] == schema.SHOWN:
                counts.subtract(_taking_part(before))
                kinds[ALL, before["kind"]] -= 1
                self.facts.count(before["fact_n"], -1)
        for n in sorted({row["fact_n"] for row in old.values()} if regroup else ()):
            self.facts.reset(n)
        for n, row in rows.items():
            stays = not regroup and n in old and all(old[n][name] == row[name] for name in _DECIDES_FACT)
            row["fact_n"] = old[n]["fact_n"] if stays else self.facts.join(tellings[n], row)
            if row["state"] == schema.SHOWN:
                counts.update(_taking_part(row))
                kinds[ALL, row["kind"]] += 1
                self.facts.count(row["fact_n"], 1)
        self.facts.flush()
        self._write_rows(rows, old)
        self._write_texts(rows, old)
        add_to_tally(self.connection, kinds)
        many = [{"n": n, "by": by} for n, by in sorted(counts.items()) if by]
        run(self.connection, "UPDATE actor SET shown = shown + :by WHERE n = :n", many)

    def _write_rows(self, rows: Mapping[int, Row], old: Mapping[int, Any]) -> None:
        gone = [
            {"key": key, "state": row["state"], "place": row["place"]}
            for row in old.values()
            for key, _ in json.loads(row["keys"])
        ]
        run(self.connection, "DELETE FROM posting WHERE key_n = :key AND state = :state AND place = :place", gone)
        insert(self.connection, schema.statement, [row for n, row in rows.items() if n not in old])
        settings = ", ".join(f"{name} = :{name}" for name in _UPDATABLE)
        updates = [{name: row[name] for name in ("n", *_UPDATABLE)} for n, row in rows.items() if n in old]
        run(self.connection, f"UPDATE statement SET {settings} WHERE n = :n", updates)
        insert(self.connection, schema.posting, [posting for row in rows.values() for posting in _postings(row)])

    def _write_texts(self, rows: Mapping[int, Row], old: Mapping[int, Any]) -> None:
        reworded = [n for n, row in old.items() if any(row[f] != rows[n][f] for f in ("quote", "object"))]
        fulltext.forget_statements(self.connection, [(n, old[n]["quote"], old[n]["object"]) for n in reworded])
        new = [n for n in rows if n not in old or n in reworded]
        fulltext.index_statements(self.connection, [(n, rows[n]["quote"], rows[n]["object"]) for n in new])

    def _row(self, entry: Entry) -> Row:
        said = entry.said
        return {
            **said_row(said),
            "n": entry.n,
            "id": entry.id,
            "original": entry.original,
            "status": entry.status,
            "first_seen": entry.first_seen,
            "confidence": said.confidence,
            "reader": entry.reader,
            "state": entry.state,
            "place": place_of(said.doc, said.start, said.end, entry.id),
            "document_n": entry.document_n,
            "start_char": said.start,
            "end_char": said.end,
            "pairs": (pairs := self._keys(said)),  # not stored: the keys before they are JSON
            "keys": "[" + ",".join(f"[{key},{bits}]" for key, bits in pairs) + "]",
        }

    def _telling(self, said: Statement) -> Telling:
        parties = said.source or said.target
        source = map(self._canonical, said.source if parties else said.by)
        target = map(self._canonical, said.target)
        key = grouping.party_key(said.kind, said.stage, source, target)
        thing = grouping.named(said.object)
        return Telling(key, tuple(grouping.blocks(key, thing)), thing)

    def _canonical(self, actor: str) -> str:
        return self._actors[storable(actor) or ""][1]

    def _keys(self, said: Statement) -> list[list[int]]:
        """The actors under which a statement is found: each as it is now known, and its code; with role bits."""
        roles: Counter[int] = Counter()
        for role, actors in (("source", said.source), ("target", said.target), ("by", said.by)):
            for name in map(self._canonical, actors):
                code = name.split("/", 1)[0]
                keys = {self._actors[name][0]} | ({self._actors[self._canonical(code)][0]} if code else set())
                for key in keys:
                    roles[key] |= schema.ROLE_BITS[role]
        return [[key, bits] for key, bits in sorted(roles.items())]

    def _load_actors(self, wanted: Iterable[str]) -> None:
        """Read these actors and their codes, adding those that are new."""
        names = {storable(a) or "" for a in wanted}
        names |= {a.split("/", 1)[0] for a in names if not a.startswith("/")}
        missing = names - self._actors.keys()
        found = list(rows_in(self.connection, "SELECT n, actor, merged_into FROM actor WHERE actor IN :keys", missing))
        into = {r["merged_into"] for r in found if r["merged_into"]}
        merged = {
            r["n"]: r["actor"] for r in rows_in(self.connection, "SELECT n, actor FROM actor WHERE n IN :keys", into)
        }
        self._actors |= {r["actor"]: (r["n"], merged.get(r["merged_into"], r["actor"])) for r in found}
        new = sorted(missing - self._actors.keys())
        if new:
            n = next_number(self.connection, schema.actor)
            insert(self.connection, schema.actor, [actor_row(n + i, actor) for i, actor in enumerate(new)])
            self._actors |= {actor: (n + i, actor) for i, actor in enumerate(new)}
        if merged:
            self._load_actors(merged.values())


def actor_row(n: int, actor: str) -> Row:
    code, _, name = actor.partition("/")
    folded = fold(name or code)
    return {"n": n, "actor": actor, "code": code or None, "name": name or None, "folded": folded, "shown": 0}


def _taking_part(row: Mapping[str, Any]) -> list[int]:
    pairs = row["pairs"] if "pairs" in row else json.loads(row["keys"])
    return [key for key, bits in pairs if bits & schema.TAKES_PART]


def _postings(row: Row) -> list[Row]:
    same = {name: row[name] for name in ("state", "place", "kind", "stage", "lo", "hi", "event")} | {
        "statement_n": row["n"]
    }
    return [same | {"key_n": key, "roles": bits} for key, bits in row["pairs"]]

"""Presences: which statements a document has according to which reader, since when, until when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from dragoman.ledger import schema
from dragoman.ledger.records import Stored
from dragoman.ledger.rows import Row, compact, presence_row, storable
from dragoman.ledger.sql import insert, next_number, rows_in, run
from dragoman.records import Reading, Statement


@dataclass(frozen=True, slots=True)
class Fresh:
    """A statement that the ledger did not have, as it was first read."""

    id: str
    statement: Statement
    document_n: int
    reader: str


@dataclass(slots=True)
class Change:
    """What a batch of readings changes, before anything of it is written."""

    fresh: dict[int, Fresh] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)  # numbers of known statements whose presences changed
    added: list[Row] = field(default_factory=list)
    revived: list[Row] = field(default_factory=list)
    retired: list[Row] = field(default_factory=list)
    documents: list[Row] = field(default_factory=list)


def compare(connection: Connection, batch: Sequence[Stored], documents: Mapping[str, int], now: str) -> Change:
    """Compare the readings with the presences in the ledger."""
    change = Change()
    numbers = set(documents.values())
    there = _presences(connection, numbers)
    ids = {statement_id for stored in batch for statement_id in stored.ids}
    known = {r["id"]: r["n"] for r in rows_in(connection, "SELECT id, n FROM statement WHERE id IN :keys", ids)}
    known |= {statement_id: n for presences in there.values() for statement_id, n in presences.numbers.items()}
    sql = "SELECT n, reader, not_read, notes FROM document WHERE n IN :keys"
    states = {r["n"]: (r["reader"], r["not_read"], r["notes"]) for r in rows_in(connection, sql, numbers)}
    n = next_number(connection, schema.statement)
    for stored in batch:
        document_n, reading = documents[stored.id], stored.reading
        presences = there[document_n]
        now_read = dict(zip(stored.ids, reading.statements, strict=True))
        for statement_id, statement in now_read.items():
            if statement_id not in known:
                known[statement_id] = n
                change.fresh[n] = Fresh(statement_id, statement, document_n, reading.reader)
                n += 1
            key = (statement_id, reading.reader)
            if presences.live.get(key):
                continue
            number = known[statement_id]
            if key in presences.live:
                change.revived.append({"s": number, "d": document_n, "r": reading.reader})
            else:
                base = {"statement_n": number, "document_n": document_n, "first_seen": now, "retired_at": None}
                change.added.append(base | presence_row(statement, reading.reader))
            presences.live[key] = True
            change.touched.add(number)
        for (statement_id, reader), live in presences.live.items():
            if live and (reader != reading.reader or statement_id not in now_read):
                change.retired.append({"s": known[statement_id], "d": document_n, "r": reader, "at": now})
                presences.live[statement_id, reader] = False
                change.touched.add(known[statement_id])
        state = (reading.reader, reading.not_read, storable(compact(list(reading.notes))))
        if states[document_n] != state:
            states[document_n] = state
            change.documents.append({"n": document_n} | dict(zip(("reader", "not_read", "notes"), state, strict=True)))
    return change


def write_presences(connection: Connection, change: Change) -> None:
    """Write the presences; the statements must be there."""
    run(
        connection,
        "UPDATE presence SET retired_at = NULL WHERE statement_n = :s AND document_n = :d AND reader = :r",
        change.revived,
    )
    insert(connection, schema.presence, change.added)
    run(
        connection,
        "UPDATE presence SET retired_at = :at WHERE statement_n = :s AND document_n = :d AND reader = :r",
        change.retired,
    )
    run(
        connection,
        "UPDATE document SET reader = :reader, not_read = :not_read, notes = :notes WHERE n = :n",
        change.documents,
    )


def store_unlinked(connection: Connection, batch: Sequence[Stored], documents: Mapping[str, int]) -> None:
    """Keep the mentions that the last reading of each document could not link."""
    last: dict[int, Reading] = {documents[s.id]: s.reading for s in batch}
    found: dict[int, list[Row]] = {n: [] for n in last}
    sql = "SELECT * FROM unlinked WHERE document_n IN :keys ORDER BY document_n, start_char, end_char"
    for r in rows_in(connection, sql, last):
        found[r["document_n"]].append(dict(r))
    for document_n, reading in sorted(last.items()):
        spans = {(u.start, u.end): u for u in reversed(reading.unlinked)}
        new = [
            {"document_n": document_n, "start_char": start, "end_char": end}
            | {"text": storable(u.text), "reason": storable(u.reason)}
            for (start, end), u in sorted(spans.items())
        ]
        if new != found[document_n]:
            rows_gone = [{"n": document_n}]
            run(connection, "DELETE FROM unlinked WHERE document_n = :n", rows_gone)
            insert(connection, schema.unlinked, new)


@dataclass(slots=True)
class _Presences:
    live: dict[tuple[str, str], bool] = field(default_factory=dict)  # (statement id, reader) -> not retired
    numbers: dict[str, int] = field(default_factory=dict)


def _presences(connection: Connection, documents: Iterable[int]) -> dict[int, _Presences]:
    sql = (
        "SELECT p.statement_n, p.document_n, p.reader, p.retired_at, s.id FROM presence p"
        " JOIN statement s ON s.n = p.statement_n WHERE p.document_n IN :keys"
        " ORDER BY p.document_n, p.statement_n, p.reader"
    )
    found = {n: _Presences() for n in documents}
    for r in rows_in(connection, sql, found):
        found[r["document_n"]].live[r["id"], r["reader"]] = r["retired_at"] is None
        found[r["document_n"]].numbers[r["id"]] = r["statement_n"]
    return found

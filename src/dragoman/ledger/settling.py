"""What a statement is answered as: which presence shows it, which decisions apply, in which state it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import schema
from dragoman.ledger.index import Entry, Indexer
from dragoman.ledger.rows import compact, statement_from, values_from
from dragoman.ledger.sql import rows_in, scalar
from dragoman.records import Statement

_FIELD_NAMES = {"end": "end_date"}  # the contract's name -> the record's
_LISTS = ("source", "target", "by")


@dataclass(frozen=True, slots=True)
class Ruling:
    """What people's decisions make of a statement: confirmed, rejected or corrected, and the corrected fields.

    ``placed`` says of a corrected quote in which ``document`` it begins at which ``start``, and where the statement
    had been ``read`` then.
    """

    status: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)
    placed: Mapping[str, Any] | None = None

    def near(self, document: str, read: int) -> int:
        """About where the quote begins in a document in which the statement was read at ``read``."""
        if self.placed is None:
            return read
        start: int = self.placed["start"]
        return start if document == self.placed["document"] else start + read - self.placed["read"]


def settle(connection: Connection, numbers: Iterable[int], regroup: bool = False) -> None:
    """Bring the rows of these statements in step with their presences and decisions; unchanged rows stay untouched."""
    wanted = sorted(set(numbers))
    old = {r["n"]: r for r in rows_in(connection, "SELECT * FROM statement WHERE n IN :keys", wanted)}
    sql = (
        "SELECT p.*, d.present, d.id AS document_id FROM presence p JOIN document d ON d.n = p.document_n"
        " WHERE p.statement_n IN :keys"
    )
    presences: dict[int, list[Any]] = {}
    for r in rows_in(connection, sql, wanted):
        presences.setdefault(r["statement_n"], []).append(r)
    rulings = rulings_for(connection, {n: row["id"] for n, row in old.items()})
    entries = []
    for n, row in old.items():
        shown_by = min(presences[n], key=_preference)
        ruling = rulings.get(n, Ruling())
        state = (0 if _live(shown_by) else schema.RETIRED) | (schema.REJECTED if ruling.status == "rejected" else 0)
        read = replace(
            read_as(row),
            start=shown_by["start_char"],
            end=shown_by["end_char"],
            confidence=shown_by["confidence"],
            reader=shown_by["reader"],
        )
        near = ruling.near(shown_by["document_id"], read.start)
        said = corrected(read, ruling.fields, near, lambda d=shown_by["document_n"]: text_of(connection, d))
        original = compact(read.contract()) if said.contract() != read.contract() else None
        document_n = shown_by["document_n"]
        entry = Entry(n, row["id"], said, original, said.reader, state, document_n, ruling.status, row["first_seen"])
        if regroup or _differs(entry, row):
            entries.append(entry)
    Indexer(connection).write(entries, {e.n: old[e.n] for e in entries}, regroup)


def read_as(row: Mapping[str, Any]) -> Statement:
    """The statement as it was read, before corrections."""
    statement = statement_from(row)
    return with_fields(statement, json.loads(row["original"])) if row["original"] else statement


def with_fields(statement: Statement, fields: Mapping[str, Any]) -> Statement:
    """The statement with some of the contract's fields replaced."""
    changes: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _LISTS:
            changes[name] = tuple(value)
        elif name == "value":
            changes[name] = values_from(value) if value else None
        elif name != "doc":
            changes[_FIELD_NAMES.get(name, name)] = value
    return replace(statement, **changes)


def corrected(read: Statement, fields: Mapping[str, Any], near: int, text: Any) -> Statement:
    """``read`` with corrections; a corrected quote is where it stands nearest to ``near`` in what ``text`` gives.

    A corrected quote that this version of the document does not have is left as it was read.
    """
    said = with_fields(read, fields)
    if said.quote == read.quote and near == read.start:
        return said
    start = nearest(text(), said.quote, near)
    if start is None:
        return replace(said, quote=read.quote)
    return replace(said, start=start, end=start + len(said.quote))


def nearest(text: str, quote: str, start: int) -> int | None:
    """Where ``quote`` stands in ``text`` nearest to ``start``; null where it does not."""
    after, before = text.find(quote, start), text.rfind(quote, 0, start + len(quote))
    found = [at for at in (before, after) if at >= 0]
    return min(found, key=lambda at: (abs(at - start), at)) if found else None


def text_of(connection: Connection, document_n: int) -> str:
    return str(scalar(connection, "SELECT text FROM document WHERE n = :n", n=document_n))


def rulings_for(connection: Connection, ids: Mapping[int, str]) -> dict[int, Ruling]:
    """The rulings on statements, given as number to id: decisions on themselves and decisions carried to them."""
    if not scalar(connection, "SELECT 1 FROM decision LIMIT 1"):
        return {}
    numbers = {statement_id: n for n, statement_id in ids.items()}
    sql = "SELECT * FROM decision WHERE statement_id IN :keys"
    found = [(numbers[r["statement_id"]], r) for r in rows_in(connection, sql, numbers)]
    sql = "SELECT c.statement_n, d.* FROM carried c JOIN decision d ON d.n = c.decision_n WHERE c.statement_n IN :keys"
    found += [(r["statement_n"], r) for r in rows_in(connection, sql, ids)]
    undone = undone_among(connection, (r["n"] for _, r in found))
    rulings: dict[int, Ruling] = {}
    for n, r in sorted(found, key=lambda pair: pair[1]["n"]):
        if r["n"] not in undone:
            rulings[n] = _ruled(rulings.get(n, Ruling()), r)
    return rulings


def undone_among(connection: Connection, decisions: Iterable[int]) -> set[int]:
    """Which of these decisions were undone."""
    return {r["undoes"] for r in rows_in(connection, "SELECT undoes FROM decision WHERE undoes IN :keys", decisions)}


def _ruled(before: Ruling, decision: Mapping[str, Any]) -> Ruling:
    if decision["action"] == "correct":
        fields = json.loads(decision["fields"])
        fields.pop("start", None)  # the place is in the basis
        return Ruling(
            "corrected", {**before.fields, **fields}, _placed(decision) if "quote" in fields else before.placed
        )
    if decision["action"] == "reject":
        return replace(before, status="rejected")
    if decision["action"] == "confirm":
        return replace(before, status="confirmed")
    return before


def _placed(decision: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Where a corrected quote was placed; decisions of older versions do not say so."""
    basis = json.loads(decision["basis"])
    return {"document": basis["document"], **basis["placed"]} if "placed" in basis else None


def _live(presence: Any) -> bool:
    return presence["retired_at"] is None and bool(presence["present"])


def _preference(presence: Any) -> tuple[Any, ...]:
    """Smallest first: live ones, then those not retired, then by place; the same whatever order they were added in."""
    place = (presence["start_char"], presence["end_char"], presence["document_id"], presence["reader"])
    return (not _live(presence), presence["retired_at"] is not None, *place)


def _differs(entry: Entry, row: Mapping[str, Any]) -> bool:
    said = entry.said
    mine = (
        entry.state,
        entry.document_n,
        entry.status,
        entry.original,
        said.start,
        said.end,
        said.confidence,
        said.reader,
    )
    stored = ("state", "document_n", "status", "original", "start_char", "end_char", "confidence", "reader")
    return mine != tuple(row[name] for name in stored) or said.contract() != statement_from(row).contract()

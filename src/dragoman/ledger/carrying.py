"""Decisions outlive the statements they were made on: where reading again changes a statement, they go along."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import schema
from dragoman.ledger.folding import words
from dragoman.ledger.settling import settle, undone_among
from dragoman.ledger.sql import insert, rows_in, run, scalar

_ENOUGH = 0.5  # share of common words of two quotes, below which they are not the same passage


def carry(connection: Connection, documents: Iterable[int]) -> None:
    """Attach decisions on vanished statements of the sources of ``documents`` to their successors there.

    The successor is a present statement of the same source and kind whose quote is the same or overlaps most. Where
    there is none the decision is left without one, which ``check`` reports.
    """
    if not scalar(connection, "SELECT 1 FROM decision WHERE statement_id IS NOT NULL LIMIT 1"):
        return
    statements = _statements_of_sources(connection, documents)
    by_id = {s["id"]: s for s in statements}
    decisions = list(rows_in(connection, "SELECT n, statement_id FROM decision WHERE statement_id IN :keys", by_id))
    undone = undone_among(connection, (d["n"] for d in decisions))
    decisions = [d for d in decisions if d["n"] not in undone]
    sql = "SELECT * FROM carried WHERE decision_n IN :keys"
    carried = {r["decision_n"]: r for r in rows_in(connection, sql, (d["n"] for d in decisions))}
    present = [s for s in statements if not s["state"] & schema.RETIRED]
    gone, new, touched = [], [], set()
    for decision in sorted(decisions, key=lambda d: d["n"]):
        decided = by_id[decision["statement_id"]]
        found = successor(decided, present) if decided["state"] & schema.RETIRED else None
        before = carried.get(decision["n"])
        if (before and before["statement_n"]) == (found[0]["n"] if found else None):
            continue
        if before:
            gone.append({"n": decision["n"]})
            touched.add(before["statement_n"])
        if found:
            new.append({"decision_n": decision["n"], "statement_n": found[0]["n"], "how": found[1]})
            touched.add(found[0]["n"])
    run(connection, "DELETE FROM carried WHERE decision_n = :n", gone)
    insert(connection, schema.carried, new)
    settle(connection, touched)


def successor(gone: Any, present: Iterable[Any]) -> tuple[Any, str] | None:
    """The present statement that a vanished one became, and how that was seen: ``same quote`` or ``overlap``."""
    mine = set(words(gone["quote"]))
    scored = []
    for other in present:
        if other["kind"] == gone["kind"] and other["source_n"] == gone["source_n"]:
            theirs = set(words(other["quote"]))
            shared = len(mine & theirs) / (len(mine | theirs) or 1)
            scored.append(
                (-shared, other["stage"] != gone["stage"], other["object"] != gone["object"], other["place"], other)
            )
    if not scored:
        return None
    best = min(scored, key=lambda s: s[:4])
    if -best[0] < _ENOUGH:
        return None
    return best[4], "same quote" if best[4]["quote"] == gone["quote"] else "overlap"


def _statements_of_sources(connection: Connection, documents: Iterable[int]) -> list[Any]:
    sql = "SELECT DISTINCT source_n FROM version WHERE document_n IN :keys"
    sources = {r["source_n"] for r in rows_in(connection, sql, documents)}
    sql = (
        "SELECT DISTINCT v.source_n, s.n, s.id, s.kind, s.stage, s.object, s.quote, s.state, s.place FROM version v"
        " JOIN presence p ON p.document_n = v.document_n JOIN statement s ON s.n = p.statement_n"
        " WHERE v.source_n IN :keys ORDER BY s.place, s.n"
    )
    return list(rows_in(connection, sql, sources))

"""Everything about one statement, and what people decided."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import Ledger
from dragoman.ledger.rows import document_from, evidence_from
from dragoman.ledger.settling import undone_among
from dragoman.ledger.sql import one, rows, rows_in
from dragoman.queries.records import Decision, Explanation, Presence
from dragoman.queries.resolving import statement_by_id
from dragoman.queries.statements import load

_GROUP_SHOWN = 50


def explain(ledger: Ledger, statement: str) -> Explanation:
    """A statement by its id or the unique beginning of one, with its document, evidence, history, decisions and group.

    Raises `UnknownName`.
    """
    with ledger.reading() as connection:
        row = statement_by_id(connection, statement)
        (found,) = load(connection, [row["n"]])
        presences = _presences(connection, row["n"])
        where = "s.fact_n = :fact AND s.state = 0"
        sql = f"SELECT s.n FROM statement s WHERE {where} ORDER BY s.place LIMIT :limit"
        group = [r["n"] for r in rows(connection, sql, fact=row["fact_n"], limit=_GROUP_SHOWN)]
        counted = rows(connection, f"SELECT count(*) AS n FROM statement s WHERE {where}", fact=row["fact_n"])
        shown_by = rows(connection, "SELECT * FROM document WHERE n = :n", n=row["document_n"])[0]
        return Explanation(
            found=found,
            document=document_from(shown_by),
            presences=presences,
            decisions=decisions_on(connection, row),
            group=load(connection, group),
            group_count=counted[0]["n"],
        )


def history(ledger: Ledger, *, statement: str | None = None, actor: str | None = None) -> tuple[Decision, ...]:
    """Decisions in the order in which they were made: all, those on a statement, or those on an actor.

    Raises `UnknownName` for a statement that the ledger does not have.
    """
    with ledger.reading() as connection:
        if statement is not None:
            return decisions_on(connection, statement_by_id(connection, statement))
        if actor is not None:
            sql = "SELECT * FROM decision WHERE actor = :actor OR into_actor = :actor ORDER BY n"
            return decisions_from(connection, rows(connection, sql, actor=actor))
        return decisions_from(connection, rows(connection, "SELECT * FROM decision ORDER BY n"))


def decisions_on(connection: Connection, row: Any) -> tuple[Decision, ...]:
    """Decisions on a statement itself, those carried to it, and those that undo any of these."""
    sql = (
        "SELECT d.*, c.how FROM decision d LEFT JOIN carried c ON c.decision_n = d.n AND c.statement_n = :n"
        " WHERE d.statement_id = :id OR c.statement_n = :n ORDER BY d.n"
    )
    found = rows(connection, sql, n=row["n"], id=row["id"])
    undoing = rows_in(connection, "SELECT * FROM decision WHERE undoes IN :keys", [r["n"] for r in found])
    together = {r["n"]: r for r in [*found, *undoing]}
    return decisions_from(connection, [together[n] for n in sorted(together)])


def statement_of(connection: Connection, decision: Any) -> Any:
    """The row of the statement that a decision on a statement bears on: its own, or the one it was carried to."""
    sql = "SELECT s.* FROM carried c JOIN statement s ON s.n = c.statement_n WHERE c.decision_n = :n"
    carried = one(connection, sql, n=decision["n"])
    return carried if carried is not None else statement_by_id(connection, decision["statement_id"])


def decisions_from(connection: Connection, found: list[Any]) -> tuple[Decision, ...]:
    """Rows of decisions, each with whether it was undone."""
    undone = undone_among(connection, [r["n"] for r in found])
    return tuple(
        Decision(
            number=r["n"],
            at=r["at"],
            who=r["who"],
            action=r["action"],
            statement_id=r["statement_id"],
            actor=r["actor"],
            into=r["into_actor"],
            fields=json.loads(r["fields"]) if r["fields"] else None,
            why=r["why"],
            basis=json.loads(r["basis"]),
            undoes=r["undoes"],
            undone=r["n"] in undone,
            carried=r.get("how"),
        )
        for r in found
    )


def _presences(connection: Connection, n: int) -> tuple[Presence, ...]:
    sql = (
        "SELECT pr.*, d.id AS document_id, d.stem, d.locator, d.date, d.present FROM presence pr"
        " JOIN document d ON d.n = pr.document_n WHERE pr.statement_n = :n"
        " ORDER BY pr.first_seen, d.n, pr.start_char, pr.reader"
    )
    return tuple(
        Presence(
            document_id=r["document_id"],
            stem=r["stem"],
            locator=r["locator"],
            published=r["date"],
            start=r["start_char"],
            end=r["end_char"],
            reader=r["reader"],
            rule=r["rule"],
            reason=r["reason"],
            confidence=r["confidence"],
            evidence=evidence_from(r["evidence"]),
            first_seen=r["first_seen"],
            retired_at=r["retired_at"],
            present=r["retired_at"] is None and bool(r["present"]),
        )
        for r in rows(connection, sql, n=n)
    )

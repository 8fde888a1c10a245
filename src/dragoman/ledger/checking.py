"""Does the ledger hold together? Every promise that can be verified is verified here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from dragoman.errors import InvalidRecord

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.store import Ledger

What = Literal["quote", "id", "stage", "full text", "count", "version", "decision", "database"]
_AT_ONCE = 200  # documents checked together


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be: what, where (document, statement, table), and in words."""

    what: What
    where: str
    says: str


def check(ledger: Ledger) -> tuple[Finding, ...]:
    """All findings; empty for a sound ledger. Takes time in proportion to the ledger, memory not."""
    with ledger.reading() as connection:
        return tuple(
            finding
            for test in (_database, _documents, _statements, _versions, _full_text, _counts, _decisions)
            for finding in test(connection)
        )


def _database(connection: Connection) -> Iterator[Finding]:
    from dragoman.ledger.sql import rows

    if connection.dialect.name != "sqlite":
        return
    for r in connection.exec_driver_sql("PRAGMA quick_check(20)"):
        if r[0] != "ok":
            yield Finding("database", "file", f"{r[0]}; restore a copy or build the ledger anew")
    for broken in rows(connection, "PRAGMA foreign_key_check"):
        says = f"row {broken['rowid']} points to a missing row of {broken['parent']}"
        yield Finding("database", str(broken["table"]), says)


def _chunks(connection: Connection, sql: str) -> Iterator[list[Any]]:
    from dragoman.ledger.sql import rows

    last = -1
    while chunk := rows(connection, sql, last=last, size=_AT_ONCE):
        yield chunk
        last = chunk[-1]["n"]


def _documents(connection: Connection) -> Iterator[Finding]:
    """Ids match contents, and every statement that was ever read stands at its offsets."""
    from dragoman.ledger.rows import document_from
    from dragoman.ledger.settling import read_as
    from dragoman.ledger.sql import rows_in

    for chunk in _chunks(connection, "SELECT * FROM document WHERE n > :last ORDER BY n LIMIT :size"):
        texts = {r["n"]: r for r in chunk}
        for r in chunk:
            if document_from(r).id != r["id"]:
                yield Finding("id", r["locator"], f"document {r['id']} is not what it was stored as")
        sql = (
            "SELECT s.*, p.document_n AS stands_in, p.start_char AS s0, p.end_char AS e0 FROM presence p"
            " JOIN statement s ON s.n = p.statement_n WHERE p.document_n IN :keys"
        )
        for r in rows_in(connection, sql, texts):
            document = texts[r["stands_in"]]
            if document["text"][r["s0"] : r["e0"]] != read_as(r).quote:
                says = f"the quote is not the text at {r['s0']}-{r['e0']} of {document['locator']}"
                yield Finding("quote", f"{document['stem']} {r['id']}", says)


def _statements(connection: Connection) -> Iterator[Finding]:
    from dragoman.codebook import codebook
    from dragoman.ledger.rows import statement_from
    from dragoman.ledger.settling import read_as
    from dragoman.ledger.sql import rows_in

    for chunk in _chunks(connection, "SELECT * FROM statement WHERE n > :last ORDER BY n LIMIT :size"):
        sql = "SELECT n, text FROM document WHERE n IN :keys"
        texts = {r["n"]: r["text"] for r in rows_in(connection, sql, (r["document_n"] for r in chunk))}
        for r in chunk:
            where = f"{r['doc']} {r['id']}"
            if read_as(r).id != r["id"]:
                yield Finding("id", where, "the statement is not what it was stored as")
            said = statement_from(r)
            if texts[r["document_n"]][said.start : said.end] != said.quote:
                yield Finding("quote", where, f"the quote is not the text at {said.start}-{said.end}")
            try:
                codebook().stage(said.kind, said.stage)
            except InvalidRecord as error:
                yield Finding("stage", where, str(error))


def _versions(connection: Connection) -> Iterator[Finding]:
    from dragoman.ledger.sql import rows

    sql = (
        "SELECT s.address, sum(CASE WHEN v.retired_at IS NULL THEN 1 ELSE 0 END) AS present FROM source s"
        " LEFT JOIN version v ON v.source_n = s.n GROUP BY s.address"
        " HAVING sum(CASE WHEN v.retired_at IS NULL THEN 1 ELSE 0 END) > 1 ORDER BY s.address LIMIT 100"
    )
    for r in rows(connection, sql):
        yield Finding("version", r["address"], f"{r['present']} versions are present at once")


def _full_text(connection: Connection) -> Iterator[Finding]:
    from dragoman.ledger.sql import rows

    for table in ("passage", "statement"):
        sqlite = connection.dialect.name == "sqlite"
        indexed = f"SELECT id AS n FROM {table}_text_docsize" if sqlite else f"SELECT n FROM {table}_text"
        for a, b, says in (
            (f"SELECT n FROM {table}", indexed, "is not in the full-text index"),
            (indexed, f"SELECT n FROM {table}", "is in the full-text index only"),
        ):
            for r in rows(connection, f"SELECT n FROM ({a} EXCEPT {b}) AS missing ORDER BY n LIMIT 20"):
                yield Finding("full text", f"{table} {r['n']}", f"{says}; build the ledger anew")


def _counts(connection: Connection) -> Iterator[Finding]:
    """The counts and postings that answers are taken from agree with the statements."""
    from dragoman.ledger.schema import TAKES_PART
    from dragoman.ledger.sql import rows

    questions = {
        "actor": "SELECT a.actor AS name, a.shown AS kept, count(p.place) AS real FROM actor a LEFT JOIN posting p"
        f" ON p.key_n = a.n AND p.state = 0 AND (p.roles & {TAKES_PART}) <> 0 GROUP BY a.n, a.actor, a.shown"
        " HAVING a.shown <> count(p.place) ORDER BY 1 LIMIT 20",
        "fact": "SELECT f.n AS name, f.shown AS kept, count(s.n) AS real FROM fact f LEFT JOIN statement s"
        " ON s.fact_n = f.n AND s.state = 0 GROUP BY f.n, f.shown HAVING f.shown <> count(s.n) ORDER BY 1 LIMIT 20",
        "tally": "SELECT t.key_n AS name, t.number AS kept, count(p.fact_n) AS real FROM tally t"
        " LEFT JOIN fact_posting p ON p.key_n = t.key_n AND p.shown = 1 AND p.kind = t.kind WHERE t.key_n <> 0"
        " GROUP BY t.key_n, t.kind, t.number HAVING t.number <> count(p.fact_n) ORDER BY 1 LIMIT 20",
        "kind": "SELECT t.kind AS name, t.number AS kept, count(s.n) AS real FROM tally t LEFT JOIN statement s"
        " ON s.state = 0 AND s.kind = t.kind WHERE t.key_n = 0 GROUP BY t.kind, t.number HAVING t.number <> count(s.n)"
        " ORDER BY 1 LIMIT 20",
        "statement": "SELECT s.id AS name, s.state AS kept, -1 AS real FROM posting p JOIN statement s"
        " ON s.n = p.statement_n WHERE s.state <> p.state OR s.place <> p.place ORDER BY 1 LIMIT 20",
        "event of": "SELECT s.id AS name, coalesce(p.event, 'none') AS kept, coalesce(s.event, 'none') AS real"
        " FROM posting p JOIN statement s ON s.n = p.statement_n"
        " WHERE coalesce(s.event, '') <> coalesce(p.event, '') ORDER BY 1 LIMIT 20",
    }
    for table, sql in questions.items():
        for r in rows(connection, sql):
            yield Finding("count", f"{table} {r['name']}", f"the index says {r['kept']}, the statements {r['real']}")


def _decisions(connection: Connection) -> Iterator[Finding]:
    """Decisions that no present statement takes: what they were made on is gone and nothing like it came instead."""
    from dragoman.ledger.schema import RETIRED
    from dragoman.ledger.sql import rows

    sql = (
        "SELECT d.n, d.action, d.statement_id, s.doc FROM decision d JOIN statement s ON s.id = d.statement_id"
        f" WHERE (s.state & {RETIRED}) <> 0 AND d.action <> 'undo'"
        " AND NOT EXISTS (SELECT 1 FROM carried c WHERE c.decision_n = d.n)"
        " AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = d.n) ORDER BY d.n"
    )
    for r in rows(connection, sql):
        says = f"{r['doc']} no longer says what decision {r['n']} ({r['action']}) is on; decide again or undo it"
        yield Finding("decision", f"{r['doc']} {r['statement_id']}", says)

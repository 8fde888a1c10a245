"""The tables of a ledger. Migrations build them; this is what they add up to.

    source ─< version >─ document ─< presence >─ statement ─< posting >─ actor
                            │                        │
                            ├─< passage (full text)  └─> fact ─< fact_posting >─ actor
                            └─< unlinked
    input: what each file was when it was last read        skipped: what could not be read
    decision: what people decided; carried: to which present statement a decision on a vanished one goes

Nothing is deleted that was ever an answer: documents, presences, statements and decisions are only added and retired.
``n`` is a number for joins, never shown. ``place`` is a statement's position in the order of all answers (document,
start, end, id) as one string, so that an index gives a page of answers in order without sorting.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.types import TypeEngine

# States of a statement: two bits. An answer shows state 0 only, unless asked for more.
SHOWN, REJECTED, RETIRED = 0, 1, 2
# Roles of an actor in a statement: bits of ``posting.roles``.
ROLE_BITS = {"source": 1, "target": 2, "by": 4}
TAKES_PART = ROLE_BITS["source"] | ROLE_BITS["target"]

metadata = MetaData()

# Plain byte order in both databases, so that both answer in the same order.
_Text: TypeEngine[str] = Text().with_variant(String(collation="C"), "postgresql")
_Number: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")


def _n() -> Column[int]:
    return Column("n", _Number, primary_key=True, autoincrement=False)


ledger_info = Table("ledger_info", metadata, Column("name", _Text, primary_key=True), Column("value", _Text))

source = Table("source", metadata, _n(), Column("address", _Text, nullable=False, unique=True))

document = Table(
    "document",
    metadata,
    _n(),
    Column("id", _Text, nullable=False, unique=True),
    Column("stem", _Text, nullable=False, index=True),
    Column("locator", _Text, nullable=False),
    Column("format", _Text, nullable=False),
    Column("url", _Text),
    Column("text", Text, nullable=False),
    Column("title", _Text),
    Column("title_evidence", _Text, nullable=False),
    Column("publisher", _Text),
    Column("publisher_evidence", _Text, nullable=False),
    Column("publisher_actor", _Text),
    Column("publisher_folded", _Text, index=True),
    Column("date", _Text),
    Column("date_evidence", _Text, nullable=False),
    Column("language", _Text, index=True),
    Column("language_evidence", _Text, nullable=False),
    Column("blocks", Text, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("notes", Text, nullable=False),
    Column("reader", _Text),
    Column("not_read", _Text),
    Column("first_seen", _Text, nullable=False),
    Column("present", SmallInteger, nullable=False),  # 1 while it is the present version of some source
)

version = Table(
    "version",
    metadata,
    _n(),
    Column("source_n", _Number, ForeignKey("source.n"), nullable=False),
    Column("document_n", _Number, ForeignKey("document.n"), nullable=False),
    Column("locator", _Text, nullable=False),
    Column("first_seen", _Text, nullable=False),
    Column("retired_at", _Text),
    Column("from_day", _Number, nullable=False),
    Column("until_day", _Number, nullable=False),
    UniqueConstraint("source_n", "document_n"),
    Index("ix_version_document", "document_n", "from_day", "until_day"),
)

input_ = Table(
    "input",
    metadata,
    Column("locator", _Text, primary_key=True),
    Column("fingerprint", _Text),
    Column("version_n", _Number, ForeignKey("version.n"), index=True),
)

skipped = Table(
    "skipped",
    metadata,
    Column("locator", _Text, primary_key=True),
    Column("reason", _Text, nullable=False),
    Column("advice", _Text, nullable=False),
    Column("first_seen", _Text, nullable=False),
)

unlinked = Table(
    "unlinked",
    metadata,
    Column("document_n", _Number, ForeignKey("document.n"), primary_key=True),
    Column("start_char", _Number, primary_key=True),
    Column("end_char", _Number, primary_key=True),
    Column("text", _Text, nullable=False),
    Column("reason", _Text, nullable=False),
)

actor = Table(
    "actor",
    metadata,
    _n(),
    Column("actor", _Text, nullable=False, unique=True),
    Column("code", _Text, index=True),
    Column("name", _Text),
    Column("folded", _Text, nullable=False, index=True),
    Column("merged_into", _Number, ForeignKey("actor.n")),
    Column("shown", _Number, nullable=False),  # shown statements in which it is source or target
    Index("ix_actor_shown", "shown", "actor"),
)

fact = Table(
    "fact",
    metadata,
    _n(),
    Column("id", _Text, nullable=False),  # the statement that founded it
    Column("kind", _Text, nullable=False),
    Column("party_key", _Number, nullable=False),
    Column("object", _Text),
    Column("lo", _Number),
    Column("hi", _Number),
    Column("amounts", _Text),
    Column("sort", _Text, nullable=False),
    Column("keys", _Text, nullable=False),  # the actors under which it is found, as JSON
    Column("shown", _Number, nullable=False),
)

fact_block = Table(
    "fact_block",
    metadata,
    Column("block", _Number, primary_key=True, autoincrement=False),
    Column("fact_n", _Number, ForeignKey("fact.n"), primary_key=True),
    sqlite_with_rowid=False,
)

# ``key_n`` is an actor's number, or a negative number for a pair of actors: see ledger/pairs.py.
fact_posting = Table(
    "fact_posting",
    metadata,
    Column("key_n", _Number, primary_key=True, autoincrement=False),
    Column("shown", SmallInteger, primary_key=True, autoincrement=False),
    Column("sort", _Text, primary_key=True),
    Column("fact_n", _Number, ForeignKey("fact.n"), primary_key=True),
    Column("kind", _Text, nullable=False),
    sqlite_with_rowid=False,
)

tally = Table(
    "tally",
    metadata,
    Column("key_n", _Number, primary_key=True, autoincrement=False),
    Column("kind", _Text, primary_key=True),
    Column("number", _Number, nullable=False),  # shown facts of this kind under this key; key 0: shown statements
    sqlite_with_rowid=False,
)

statement = Table(
    "statement",
    metadata,
    _n(),
    Column("id", _Text, nullable=False, unique=True),
    Column("doc", _Text, nullable=False),
    Column("kind", _Text, nullable=False),
    Column("stage", _Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("object", Text),
    Column("date", _Text),
    Column("end_date", _Text),
    Column("amounts", Text),
    Column("spoken_by", Text, nullable=False),
    Column("event", _Text),
    Column("quote", Text, nullable=False),
    Column("occurrence", _Number, nullable=False),
    Column("origin", _Text, nullable=False, server_default=""),
    Column("original", Text),  # the contract's fields as read, where a correction changed them
    Column("status", _Text),  # what the last decision made of it: confirmed, rejected, corrected
    Column("first_seen", _Text, nullable=False),
    Column("lo", _Number),
    Column("hi", _Number),
    Column("confidence", Float, nullable=False),
    Column("reader", _Text, nullable=False),
    Column("state", SmallInteger, nullable=False),
    Column("place", _Text, nullable=False),
    Column("document_n", _Number, ForeignKey("document.n"), nullable=False),
    Column("start_char", _Number, nullable=False),
    Column("end_char", _Number, nullable=False),
    Column("fact_n", _Number, ForeignKey("fact.n"), nullable=False),
    Column("keys", _Text, nullable=False),  # the actors under which it is found, with roles, as JSON
    Index("ix_statement_place", "state", "place", "kind", "stage", "lo", "hi"),
    Index("ix_statement_kind", "state", "kind", "place", "stage", "lo", "hi"),
    Index("ix_statement_review", "state", "confidence", "place"),
    Index("ix_statement_days", "state", "hi", "lo"),
    Index("ix_statement_document", "document_n", "state", "place"),
    Index("ix_statement_fact", "fact_n", "state", "place", "document_n"),
    *(
        Index(name, *columns, sqlite_where=text(holds), postgresql_where=text(holds))
        for name, columns, holds in (
            ("ix_statement_event", ("event", "lo"), "state = 0 AND event IS NOT NULL"),
            ("ix_statement_amounts", ("kind", "place"), "state = 0 AND amounts IS NOT NULL"),
        )
    ),
)

presence = Table(
    "presence",
    metadata,
    Column("statement_n", _Number, ForeignKey("statement.n"), primary_key=True),
    Column("document_n", _Number, ForeignKey("document.n"), primary_key=True),
    Column("reader", _Text, primary_key=True),
    Column("start_char", _Number, nullable=False),
    Column("end_char", _Number, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("rule", _Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("first_seen", _Text, nullable=False),
    Column("retired_at", _Text),
    Index("ix_presence_document", "document_n", "retired_at"),
    sqlite_with_rowid=False,
)

posting = Table(
    "posting",
    metadata,
    Column("key_n", _Number, ForeignKey("actor.n"), primary_key=True),
    Column("state", SmallInteger, primary_key=True, autoincrement=False),
    Column("place", _Text, primary_key=True),
    Column("statement_n", _Number, ForeignKey("statement.n"), nullable=False),
    Column("roles", SmallInteger, nullable=False),
    Column("kind", _Text, nullable=False),
    Column("stage", _Text, nullable=False),
    Column("lo", _Number),
    Column("hi", _Number),
    Column("event", _Text),
    sqlite_with_rowid=False,
)

passage = Table(
    "passage",
    metadata,
    _n(),
    Column("document_n", _Number, ForeignKey("document.n"), nullable=False, index=True),
    Column("start_char", _Number, nullable=False),
    Column("end_char", _Number, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("n", _Number, primary_key=True, autoincrement=False),
    Column("at", _Text, nullable=False),
    Column("who", _Text, nullable=False),
    Column("action", _Text, nullable=False),
    Column("statement_id", _Text, index=True),
    Column("actor", _Text, index=True),
    Column("into_actor", _Text, index=True),
    Column("fields", Text),
    Column("why", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("undoes", _Number, ForeignKey("decision.n")),
)

carried = Table(
    "carried",
    metadata,
    Column("decision_n", _Number, ForeignKey("decision.n"), primary_key=True),
    Column("statement_n", _Number, ForeignKey("statement.n"), nullable=False, index=True),
    Column("how", _Text, nullable=False),
)

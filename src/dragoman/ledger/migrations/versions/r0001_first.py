"""First schema: the tables as they were first released. A later change is a later revision, never an edit here."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from dragoman.ledger.connect import APPLICATION_ID

revision = "0001"
down_revision = None


def text_type() -> sa.types.TypeEngine[str]:
    """Plain byte order in both databases."""
    return sa.Text().with_variant(sa.String(collation="C"), "postgresql")


def number_type() -> sa.types.TypeEngine[int]:
    return sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    tables()
    full_text()
    op.execute("INSERT INTO ledger_info (name, value) VALUES ('format', 'dragoman ledger')")


def full_text() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        op.execute("CREATE VIRTUAL TABLE passage_text USING fts5(words, content='')")
        op.execute("CREATE VIRTUAL TABLE statement_text USING fts5(quote, object, content='')")
        return
    op.execute("CREATE TABLE passage_text (n BIGINT PRIMARY KEY REFERENCES passage (n), words tsvector NOT NULL)")
    op.execute("CREATE INDEX ix_passage_text ON passage_text USING gin (words)")
    op.execute(
        "CREATE TABLE statement_text (n BIGINT PRIMARY KEY REFERENCES statement (n),"
        " quote tsvector NOT NULL, object tsvector NOT NULL)"
    )
    op.execute("CREATE INDEX ix_statement_text_quote ON statement_text USING gin (quote)")
    op.execute("CREATE INDEX ix_statement_text_object ON statement_text USING gin (object)")


def tables() -> None:
    op.create_table(
        "actor",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("actor", text_type(), nullable=False),
        sa.Column("code", text_type(), nullable=True),
        sa.Column("name", text_type(), nullable=True),
        sa.Column("folded", text_type(), nullable=False),
        sa.Column("merged_into", number_type(), nullable=True),
        sa.Column("shown", number_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into"],
            ["actor.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("actor"),
    )
    op.create_index(op.f("ix_actor_code"), "actor", ["code"], unique=False)
    op.create_index(op.f("ix_actor_folded"), "actor", ["folded"], unique=False)
    op.create_index("ix_actor_shown", "actor", ["shown", "actor"], unique=False)
    op.create_table(
        "decision",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("at", text_type(), nullable=False),
        sa.Column("who", text_type(), nullable=False),
        sa.Column("action", text_type(), nullable=False),
        sa.Column("statement_id", text_type(), nullable=True),
        sa.Column("actor", text_type(), nullable=True),
        sa.Column("into_actor", text_type(), nullable=True),
        sa.Column("fields", sa.Text(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("undoes", number_type(), nullable=True),
        sa.ForeignKeyConstraint(
            ["undoes"],
            ["decision.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index(op.f("ix_decision_actor"), "decision", ["actor"], unique=False)
    op.create_index(op.f("ix_decision_into_actor"), "decision", ["into_actor"], unique=False)
    op.create_index(op.f("ix_decision_statement_id"), "decision", ["statement_id"], unique=False)
    op.create_table(
        "document",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("id", text_type(), nullable=False),
        sa.Column("stem", text_type(), nullable=False),
        sa.Column("locator", text_type(), nullable=False),
        sa.Column("format", text_type(), nullable=False),
        sa.Column("url", text_type(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", text_type(), nullable=True),
        sa.Column("title_evidence", text_type(), nullable=False),
        sa.Column("publisher", text_type(), nullable=True),
        sa.Column("publisher_evidence", text_type(), nullable=False),
        sa.Column("publisher_actor", text_type(), nullable=True),
        sa.Column("publisher_folded", text_type(), nullable=True),
        sa.Column("date", text_type(), nullable=True),
        sa.Column("date_evidence", text_type(), nullable=False),
        sa.Column("language", text_type(), nullable=True),
        sa.Column("language_evidence", text_type(), nullable=False),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("reader", text_type(), nullable=True),
        sa.Column("not_read", text_type(), nullable=True),
        sa.Column("first_seen", text_type(), nullable=False),
        sa.Column("present", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index(op.f("ix_document_language"), "document", ["language"], unique=False)
    op.create_index(op.f("ix_document_publisher_folded"), "document", ["publisher_folded"], unique=False)
    op.create_index(op.f("ix_document_stem"), "document", ["stem"], unique=False)
    op.create_table(
        "fact",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("id", text_type(), nullable=False),
        sa.Column("kind", text_type(), nullable=False),
        sa.Column("party_key", number_type(), nullable=False),
        sa.Column("object", text_type(), nullable=True),
        sa.Column("lo", number_type(), nullable=True),
        sa.Column("hi", number_type(), nullable=True),
        sa.Column("amounts", text_type(), nullable=True),
        sa.Column("sort", text_type(), nullable=False),
        sa.Column("keys", text_type(), nullable=False),
        sa.Column("shown", number_type(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_table(
        "ledger_info",
        sa.Column("name", text_type(), nullable=False),
        sa.Column("value", text_type(), nullable=True),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "skipped",
        sa.Column("locator", text_type(), nullable=False),
        sa.Column("reason", text_type(), nullable=False),
        sa.Column("advice", text_type(), nullable=False),
        sa.Column("first_seen", text_type(), nullable=False),
        sa.PrimaryKeyConstraint("locator"),
    )
    op.create_table(
        "source",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("address", text_type(), nullable=False),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("address"),
    )
    op.create_table(
        "fact_block",
        sa.Column("block", number_type(), autoincrement=False, nullable=False),
        sa.Column("fact_n", number_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact_n"],
            ["fact.n"],
        ),
        sa.PrimaryKeyConstraint("block", "fact_n"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fact_posting",
        sa.Column("key_n", number_type(), autoincrement=False, nullable=False),
        sa.Column("shown", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("sort", text_type(), nullable=False),
        sa.Column("fact_n", number_type(), nullable=False),
        sa.Column("kind", text_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["fact_n"],
            ["fact.n"],
        ),
        sa.PrimaryKeyConstraint("key_n", "shown", "sort", "fact_n"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "passage",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("document_n", number_type(), nullable=False),
        sa.Column("start_char", number_type(), nullable=False),
        sa.Column("end_char", number_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_n"],
            ["document.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
    )
    op.create_index(op.f("ix_passage_document_n"), "passage", ["document_n"], unique=False)
    op.create_table(
        "statement",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("id", text_type(), nullable=False),
        sa.Column("doc", text_type(), nullable=False),
        sa.Column("kind", text_type(), nullable=False),
        sa.Column("stage", text_type(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=True),
        sa.Column("date", text_type(), nullable=True),
        sa.Column("end_date", text_type(), nullable=True),
        sa.Column("amounts", sa.Text(), nullable=True),
        sa.Column("spoken_by", sa.Text(), nullable=False),
        sa.Column("event", text_type(), nullable=True),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("occurrence", number_type(), nullable=False),
        sa.Column("original", sa.Text(), nullable=True),
        sa.Column("status", text_type(), nullable=True),
        sa.Column("first_seen", text_type(), nullable=False),
        sa.Column("lo", number_type(), nullable=True),
        sa.Column("hi", number_type(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reader", text_type(), nullable=False),
        sa.Column("state", sa.SmallInteger(), nullable=False),
        sa.Column("place", text_type(), nullable=False),
        sa.Column("document_n", number_type(), nullable=False),
        sa.Column("start_char", number_type(), nullable=False),
        sa.Column("end_char", number_type(), nullable=False),
        sa.Column("fact_n", number_type(), nullable=False),
        sa.Column("keys", text_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_n"],
            ["document.n"],
        ),
        sa.ForeignKeyConstraint(
            ["fact_n"],
            ["fact.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_statement_days", "statement", ["state", "hi", "lo"], unique=False)
    op.create_index("ix_statement_document", "statement", ["document_n", "state", "place"], unique=False)
    op.create_index("ix_statement_fact", "statement", ["fact_n", "state", "place", "document_n"], unique=False)
    op.create_index("ix_statement_kind", "statement", ["state", "kind", "place", "stage", "lo", "hi"], unique=False)
    op.create_index("ix_statement_place", "statement", ["state", "place", "kind", "stage", "lo", "hi"], unique=False)
    op.create_index("ix_statement_review", "statement", ["state", "confidence", "place"], unique=False)
    op.create_table(
        "unlinked",
        sa.Column("document_n", number_type(), nullable=False),
        sa.Column("start_char", number_type(), nullable=False),
        sa.Column("end_char", number_type(), nullable=False),
        sa.Column("text", text_type(), nullable=False),
        sa.Column("reason", text_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_n"],
            ["document.n"],
        ),
        sa.PrimaryKeyConstraint("document_n", "start_char", "end_char"),
    )
    op.create_table(
        "version",
        sa.Column("n", number_type(), autoincrement=False, nullable=False),
        sa.Column("source_n", number_type(), nullable=False),
        sa.Column("document_n", number_type(), nullable=False),
        sa.Column("locator", text_type(), nullable=False),
        sa.Column("first_seen", text_type(), nullable=False),
        sa.Column("retired_at", text_type(), nullable=True),
        sa.Column("from_day", number_type(), nullable=False),
        sa.Column("until_day", number_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_n"],
            ["document.n"],
        ),
        sa.ForeignKeyConstraint(
            ["source_n"],
            ["source.n"],
        ),
        sa.PrimaryKeyConstraint("n"),
        sa.UniqueConstraint("source_n", "document_n"),
    )
    op.create_index("ix_version_document", "version", ["document_n", "from_day", "until_day"], unique=False)
    op.create_table(
        "carried",
        sa.Column("decision_n", number_type(), nullable=False),
        sa.Column("statement_n", number_type(), nullable=False),
        sa.Column("how", text_type(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_n"],
            ["decision.n"],
        ),
        sa.ForeignKeyConstraint(
            ["statement_n"],
            ["statement.n"],
        ),
        sa.PrimaryKeyConstraint("decision_n"),
    )
    op.create_index(op.f("ix_carried_statement_n"), "carried", ["statement_n"], unique=False)
    op.create_table(
        "input",
        sa.Column("locator", text_type(), nullable=False),
        sa.Column("fingerprint", text_type(), nullable=True),
        sa.Column("version_n", number_type(), nullable=True),
        sa.ForeignKeyConstraint(
            ["version_n"],
            ["version.n"],
        ),
        sa.PrimaryKeyConstraint("locator"),
    )
    op.create_index(op.f("ix_input_version_n"), "input", ["version_n"], unique=False)
    op.create_table(
        "posting",
        sa.Column("key_n", number_type(), nullable=False),
        sa.Column("state", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("place", text_type(), nullable=False),
        sa.Column("statement_n", number_type(), nullable=False),
        sa.Column("roles", sa.SmallInteger(), nullable=False),
        sa.Column("kind", text_type(), nullable=False),
        sa.Column("stage", text_type(), nullable=False),
        sa.Column("lo", number_type(), nullable=True),
        sa.Column("hi", number_type(), nullable=True),
        sa.ForeignKeyConstraint(
            ["key_n"],
            ["actor.n"],
        ),
        sa.ForeignKeyConstraint(
            ["statement_n"],
            ["statement.n"],
        ),
        sa.PrimaryKeyConstraint("key_n", "state", "place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "presence",
        sa.Column("statement_n", number_type(), nullable=False),
        sa.Column("document_n", number_type(), nullable=False),
        sa.Column("reader", text_type(), nullable=False),
        sa.Column("start_char", number_type(), nullable=False),
        sa.Column("end_char", number_type(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("rule", text_type(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("first_seen", text_type(), nullable=False),
        sa.Column("retired_at", text_type(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_n"],
            ["document.n"],
        ),
        sa.ForeignKeyConstraint(
            ["statement_n"],
            ["statement.n"],
        ),
        sa.PrimaryKeyConstraint("statement_n", "document_n", "reader"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_presence_document", "presence", ["document_n", "retired_at"], unique=False)
    op.create_table(
        "tally",
        sa.Column("key_n", number_type(), autoincrement=False, nullable=False),
        sa.Column("kind", text_type(), nullable=False),
        sa.Column("number", number_type(), nullable=False),
        sa.PrimaryKeyConstraint("key_n", "kind"),
        sqlite_with_rowid=False,
    )

"""First schema."""

from __future__ import annotations

from alembic import op

from dragoman.ledger.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    connection = op.get_bind()
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        op.execute("PRAGMA application_id = 1146241351")
        op.execute("CREATE VIRTUAL TABLE passage_text USING fts5(words, content='')")
        op.execute("CREATE VIRTUAL TABLE statement_text USING fts5(quote, object, content='')")
    else:
        op.execute("CREATE TABLE passage_text (n BIGINT PRIMARY KEY REFERENCES passage (n), words tsvector NOT NULL)")
        op.execute("CREATE INDEX ix_passage_text ON passage_text USING gin (words)")
        op.execute(
            "CREATE TABLE statement_text (n BIGINT PRIMARY KEY REFERENCES statement (n),"
            " quote tsvector NOT NULL, object tsvector NOT NULL)"
        )
        op.execute("CREATE INDEX ix_statement_text_quote ON statement_text USING gin (quote)")
        op.execute("CREATE INDEX ix_statement_text_object ON statement_text USING gin (object)")
    op.execute("INSERT INTO ledger_info (name, value) VALUES ('format', 'dragoman ledger')")

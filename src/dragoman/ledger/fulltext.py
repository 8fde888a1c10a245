"""Full text of passages, quotes and objects: FTS5 on SQLite, tsvector and GIN on PostgreSQL."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.ledger.folding import Term, acronym_words, fold, words_with_places, written_acronyms
from dragoman.ledger.sql import run
from dragoman.records import Block, Document

# Words in a passage. PostgreSQL keeps word positions up to 16,383 and 1 MB of a tsvector, so documents are cut; a
# passage is also the stretch in which all words of a query must stand.
_PASSAGE_WORDS = 400
_LONGEST = 1000
_OVERLAP = 20  # words repeated where a block is cut, so that phrases across the cut are found


def passages(document: Document) -> list[tuple[int, int, str]]:
    """The document's text in stretches of whole blocks: start, end, folded words."""
    cut: list[tuple[int, int, str]] = []
    pending: list[tuple[str, int, int]] = []
    for start, end in _stretches(document.text, document.blocks):
        pending += words_with_places(document.text, start, end)
        while len(pending) > _LONGEST:
            cut.append(_passage(pending[:_LONGEST]))
            pending = pending[_LONGEST - _OVERLAP :]
        if len(pending) >= _PASSAGE_WORDS:
            cut.append(_passage(pending))
            pending = []
    return [*cut, _passage(pending)] if pending else cut


def _stretches(whole: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Blocks and what lies between them, or paragraphs where there are no blocks; together all of the text."""
    edges = sorted({0, len(whole), *(min(max(b.start, 0), len(whole)) for b in blocks)})
    if len(edges) == 2:
        edges = [0]
        while (at := whole.find("\n", edges[-1])) >= 0:
            edges.append(at + 1)
        edges.append(len(whole))
    return list(itertools.pairwise(edges))


def _passage(placed: list[tuple[str, int, int]]) -> tuple[int, int, str]:
    return placed[0][1], placed[-1][2], " ".join(word for word, _, _ in placed)


def object_words(thing: str | None) -> str:
    """The folded object followed by its acronyms, so that it is found under both, and by those it is written with."""
    return " ".join([fold(thing), *acronym_words(thing), *written_acronyms(thing)]) if thing else ""


def index_passages(connection: Connection, new: Sequence[tuple[int, str]]) -> None:
    """Add passages: number and folded words."""
    value = ":words" if connection.dialect.name == "sqlite" else "to_tsvector('simple', :words)"
    column = "rowid" if connection.dialect.name == "sqlite" else "n"
    if new:
        sql = f"INSERT INTO passage_text ({column}, words) VALUES (:n, {value})"
        run(connection, sql, [{"n": n, "words": folded} for n, folded in new])


def index_statements(connection: Connection, new: Sequence[tuple[int, str, str | None]]) -> None:
    """Add statements: number, quote, object."""
    if not new:
        return
    many = [{"n": n, "quote": fold(quote), "object": object_words(thing)} for n, quote, thing in new]
    if connection.dialect.name == "sqlite":
        sql = "INSERT INTO statement_text (rowid, quote, object) VALUES (:n, :quote, :object)"
    else:
        sql = (
            "INSERT INTO statement_text (n, quote, object)"
            " VALUES (:n, to_tsvector('simple', :quote), to_tsvector('simple', :object))"
        )
    run(connection, sql, many)


def forget_statements(connection: Connection, old: Sequence[tuple[int, str, str | None]]) -> None:
    """Take statements out, given exactly as they were added (FTS5 keeps no copy of the words to look up)."""
    if not old:
        return
    if connection.dialect.name == "sqlite":
        sql = "INSERT INTO statement_text (statement_text, rowid, quote, object) VALUES ('delete', :n, :quote, :object)"
        many = [{"n": n, "quote": fold(quote), "object": object_words(thing)} for n, quote, thing in old]
    else:
        sql, many = "DELETE FROM statement_text WHERE n = :n", [{"n": n} for n, _, _ in old]
    run(connection, sql, many)


def match_query(dialect: str, terms: Sequence[Term], column: str | None = None, least: int | None = None) -> str:
    """The query that finds all ``terms``, or ``least`` of them, in the database's own language.

    Terms are plain words: nothing breaks out. With ``least`` the query names each choice of terms, so that they should
    be few.
    """
    if dialect == "sqlite":
        parts = ['"' + " ".join(term.words) + '"' + ("*" if term.begun else "") for term in terms]
        return (f"{column} : " if column else "") + "(" + _choices(parts, " AND ", " OR ", least) + ")"
    parts = [
        "(" + " <-> ".join(f"'{word}'" for word in term.words) + (":*" if term.begun else "") + ")" for term in terms
    ]
    return _choices(parts, " & ", " | ", least)


def _choices(parts: list[str], both: str, either: str, least: int | None) -> str:
    if least is None or least >= len(parts):
        return both.join(parts)
    return either.join("(" + both.join(chosen) + ")" for chosen in itertools.combinations(parts, least))


def match_condition(dialect: str, table: str, column: str) -> tuple[str, str]:
    """The number column of a full-text table, and the condition with ``:match``, for use in a WHERE."""
    if dialect == "sqlite":
        return f"{table}.rowid", f"{table} MATCH :match"
    return f"{table}.n", f"{table}.{column} @@ to_tsquery('simple', :match)"


def prefer_index(connection: Connection) -> None:
    """Until the transaction ends: PostgreSQL does not reckon with unpacking long texts and would scan them all."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")

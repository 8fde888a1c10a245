"""What to look for where nothing has all the words of a question: most of them."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from dragoman.ledger import fulltext
from dragoman.ledger.folding import as_query, query_terms
from dragoman.ledger.sql import scalar

_TRIED = 12  # words of a question that are looked up
_KEPT = 6  # of them, the rarest, of which some are enough: their choices stay few
_COUNTED = 1_000  # texts with a word are counted up to here, to tell which words are rare


def fewer(connection: Connection, table: str, column: str, text: str) -> Iterator[tuple[str, int]]:
    """Questions for fewer words than ``text`` has, most words first: the words, and how many of them are enough.

    There are none for a single word, and none for ``text`` with quotation marks, which asks for just what it says.
    """
    terms = query_terms(text)
    if len(terms) < 2 or '"' in text:
        return
    dialect = connection.dialect.name
    number, condition = fulltext.match_condition(dialect, table, column)
    sql = f"SELECT count(*) FROM (SELECT {number} FROM {table} WHERE {condition} LIMIT {_COUNTED}) AS counted"
    of_words = None if column == "words" else column
    counts = {
        term: int(scalar(connection, sql, match=fulltext.match_query(dialect, (term,), of_words)))
        for term in terms[:_TRIED]
    }
    kept = sorted((term for term in counts if counts[term]), key=lambda term: counts[term])[:_KEPT]
    for least in range(min(len(kept), len(terms) - 1), 0, -1):
        yield as_query(tuple(kept)), least

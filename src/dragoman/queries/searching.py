"""Words and phrases in the documents' text and in the statements read there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import Ledger, fulltext
from dragoman.ledger.folding import Term, finds, query_terms, snippet, words
from dragoman.ledger.sql import rows, rows_in, scalar
from dragoman.queries.records import Found, SearchHit, SearchPage
from dragoman.queries.statements import load

COUNT_LIMIT = 1_000  # hits are counted up to here


def search(
    ledger: Ledger, text: str, *, limit: int = 20, cursor: str | None = None, include_retired: bool = False
) -> SearchPage:
    """Passages that hold all words and ``"phrases"`` of ``text``, whatever case and diacritics; ``word*`` begins one.

    Any string can be asked for; one without words finds nothing.
    """
    terms = query_terms(text)
    if not terms:
        return SearchPage((), 0, False, None)
    with ledger.reading() as connection:
        fulltext.prefer_index(connection)
        dialect = connection.dialect.name
        number, condition = fulltext.match_condition(dialect, "passage_text", "words")
        values: dict[str, Any] = {"match": fulltext.match_query(dialect, terms)}
        present = "" if include_retired else " AND d.present = 1"
        tables = f"passage_text JOIN passage p ON p.n = {number} JOIN document d ON d.n = p.document_n"
        body = f"FROM {tables} WHERE {condition}{present}"
        sql = f"SELECT count(*) FROM (SELECT 1 {body} LIMIT {COUNT_LIMIT + 1}) AS hits"
        total = int(scalar(connection, sql, **values))
        begin = ""
        if total <= COUNT_LIMIT:  # few: all are collected first, instead of looking through the texts in order
            begin = f"WITH few AS MATERIALIZED (SELECT {number} AS n FROM passage_text WHERE {condition}) "
            number = "few.n"
            body = f"FROM few JOIN passage p ON p.n = few.n JOIN document d ON d.n = p.document_n WHERE TRUE{present}"
        after = f" AND {number} > :after" if cursor is not None else ""
        if cursor is not None:
            values["after"] = int(cursor) if cursor.isdigit() else 0
        sql = (
            f"{begin}SELECT p.n, p.document_n, p.start_char, p.end_char, d.id, d.stem, d.title, d.publisher, d.date"
            f" {body}{after} ORDER BY {number} LIMIT :limit"
        )
        found = rows(connection, sql, limit=limit + 1, **values)
        hits = _hits(connection, found[:limit], terms)
        following = str(found[limit - 1]["n"]) if len(found) > limit else None
        return SearchPage(hits, min(total, COUNT_LIMIT), total > COUNT_LIMIT, following)


def _hits(connection: Connection, found: Sequence[Any], terms: tuple[Term, ...]) -> tuple[SearchHit, ...]:
    sql = "SELECT n, text FROM document WHERE n IN :keys"
    texts = {r["n"]: r["text"] for r in rows_in(connection, sql, [r["document_n"] for r in found])}
    told = _statements_in(connection, found, terms)
    hits = []
    for r in found:
        text = texts[r["document_n"]]
        start, end = snippet(text, terms, r["start_char"], r["end_char"])
        about = {"title": r["title"], "publisher": r["publisher"], "published": r["date"]}
        inside = tuple(told[r["n"]])
        hits.append(
            SearchHit(r["stem"], r["id"], start=start, end=end, snippet=text[start:end], statements=inside, **about)
        )
    return tuple(hits)


def _statements_in(connection: Connection, found: Sequence[Any], terms: tuple[Term, ...]) -> dict[int, list[Found]]:
    sql = (
        "SELECT n, document_n, start_char, quote FROM statement WHERE state = 0 AND document_n IN :keys ORDER BY place"
    )
    by_document: dict[int, list[Any]] = {}
    for r in rows_in(connection, sql, [r["document_n"] for r in found]):
        by_document.setdefault(r["document_n"], []).append(r)
    inside = {
        p["n"]: [
            s["n"]
            for s in by_document.get(p["document_n"], ())
            if p["start_char"] <= s["start_char"] < p["end_char"] and finds(terms, words(s["quote"]))
        ]
        for p in found
    }
    numbers = sorted({n for group in inside.values() for n in group})
    loaded = dict(zip(numbers, load(connection, numbers), strict=True))
    return {passage: [loaded[n] for n in group] for passage, group in inside.items()}

"""Words and phrases in the documents' text and in the statements read there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import Ledger, fulltext
from dragoman.ledger.days import day_range
from dragoman.ledger.folding import Term, fold, found_of, query_terms, snippet, words
from dragoman.ledger.sql import rows, rows_in, scalar
from dragoman.queries.records import Facet, Filter, Found, SearchHit, SearchPage
from dragoman.queries.resolving import settled
from dragoman.queries.statements import load
from dragoman.queries.wording import fewer

COUNT_LIMIT = 1_000  # hits are counted up to here
_LOOKED_THROUGH = 10_000  # passages with common words that are checked against the rest of a question at a time
_VALUES = 12  # of one facet


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Terms, of which ``least`` are enough (null: all), and what the documents must be, as SQL."""

    terms: tuple[Term, ...]
    least: int | None
    documents: str
    values: dict[str, str]


def search(
    ledger: Ledger,
    text: str,
    *,
    publisher: str | None = None,
    language: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 20,
    cursor: str | None = None,
    include_retired: bool = False,
) -> SearchPage:
    """Passages that hold all words and ``"phrases"`` of ``text``, whatever case and diacritics; ``word*`` begins one.

    Any string can be asked for; one without words finds nothing. Where no passage has all words of a ``text`` without
    quotation marks, those that have most. ``since`` and ``until`` (EDTF) are compared with the year in which a document
    was published. Raises `InvalidRecord` for dates that are no EDTF or in the wrong order, and `UnknownName` for a
    publisher or language that the ledger does not have.
    """
    language = settled(ledger, Filter(publisher=publisher, language=language)).language
    terms = query_terms(text)
    documents, values = _documents(publisher, language, since, until, include_retired)
    wanted = _Wanted(terms, None, documents, values)
    if not terms:
        return SearchPage((), 0, False, None)
    with ledger.reading() as connection:
        fulltext.prefer_index(connection)
        numbers, left = _numbers(connection, wanted, COUNT_LIMIT + 1, 0)
        if not numbers and left is None:
            for looser, least in fewer(connection, "passage_text", "words", text):
                wanted = replace(wanted, terms=query_terms(looser), least=least)
                numbers, left = _numbers(connection, wanted, COUNT_LIMIT + 1, 0)
                if numbers:
                    break
        count = min(len(numbers), COUNT_LIMIT)
        facets = _facets(connection, numbers[:count])
        at_least = len(numbers) > COUNT_LIMIT or left is not None
        if cursor is not None:
            after = int(cursor) if cursor.isdigit() and len(cursor) < 18 else 0
            numbers, left = _numbers(connection, wanted, limit + 1, after)
        hits = _hits(connection, numbers[:limit], wanted.terms)
        following = numbers[limit - 1] if len(numbers) > limit else left
        has = len(terms) if wanted.least is None or not hits else wanted.least
        return SearchPage(hits, count, at_least, None if following is None else str(following), facets, len(terms), has)


def _documents(
    publisher: str | None, language: str | None, since: str | None, until: str | None, include_retired: bool
) -> tuple[str, dict[str, str]]:
    conditions = "" if include_retired else " AND d.present = 1"
    values = {}
    for name, wanted in (("publisher_folded", publisher and fold(publisher)), ("language", language)):
        if wanted is not None:  # looked up in its index: the document's row is long
            conditions += f" AND p.document_n IN (SELECT n FROM document WHERE {name} = :{name})"
            values[name] = wanted
    first, last = day_range(since or None, until or None)
    for name, day, sign in (("since", first, ">="), ("until", last, "<=")):
        if day is not None:
            conditions += f" AND substr(d.date, 1, 4) {sign} :{name}"
            values[name] = f"{day // 10_000:04d}"
    return conditions, values


def _numbers(connection: Connection, wanted: _Wanted, limit: int, after: int) -> tuple[list[int], int | None]:
    """Numbers of passages after ``after``, and from where to go on where not all with the words were looked through."""
    dialect = connection.dialect.name
    number, condition = fulltext.match_condition(dialect, "passage_text", "words")
    match = fulltext.match_query(dialect, wanted.terms, least=wanted.least)
    every = f"SELECT {number} AS n FROM passage_text WHERE {condition}"
    few = f"SELECT count(*) FROM ({every} LIMIT {COUNT_LIMIT + 1}) AS hits"
    are_few = int(scalar(connection, few, match=match)) <= COUNT_LIMIT
    for looked_through in (2 * limit, _LOOKED_THROUGH):
        # Few are all collected first, instead of looking through the texts in order.
        in_order = f"{every} AND {number} > :after ORDER BY {number} LIMIT {looked_through}"
        sql = (
            f"WITH w AS MATERIALIZED ({every if are_few else in_order}) SELECT w.n FROM w JOIN passage p ON p.n = w.n"
            f" JOIN document d ON d.n = p.document_n WHERE w.n > :after{wanted.documents} ORDER BY w.n LIMIT :limit"
        )
        found = [r["n"] for r in rows(connection, sql, match=match, after=after, limit=limit, **wanted.values)]
        if are_few or len(found) == limit:
            return found, None
        counted = f"SELECT count(*) AS n, max(n) AS last FROM ({in_order}) AS w"
        last = rows(connection, counted, match=match, after=after)[0]
        if last["n"] < looked_through:
            return found, None
    return found, int(last["last"])


def _facets(connection: Connection, numbers: Sequence[int]) -> tuple[Facet, ...]:
    sql = (
        "SELECT d.publisher, d.language, substr(d.date, 1, 4) AS year"
        " FROM passage p JOIN document d ON d.n = p.document_n WHERE p.n IN :keys"
    )
    found = list(rows_in(connection, sql, numbers))
    made = []
    for name in ("publisher", "language", "year"):
        counts = Counter(r[name] for r in found if r[name])
        most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_VALUES]
        made.append(Facet(name, tuple(sorted(most, reverse=True) if name == "year" else most)))
    return tuple(facet for facet in made if facet.values)


def _hits(connection: Connection, numbers: Sequence[int], terms: tuple[Term, ...]) -> tuple[SearchHit, ...]:
    sql = (
        "SELECT p.n, p.document_n, p.start_char, p.end_char, d.id, d.stem, d.title, d.publisher, d.date"
        " FROM passage p JOIN document d ON d.n = p.document_n WHERE p.n IN :keys"
    )
    found = sorted(rows_in(connection, sql, numbers), key=lambda r: int(r["n"]))
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
    """By passage the statements whose quotes have half of the terms or more, those with most first."""
    sql = (
        "SELECT n, document_n, start_char, quote FROM statement WHERE state = 0 AND document_n IN :keys ORDER BY place"
    )
    by_document: dict[int, list[Any]] = {}
    for r in rows_in(connection, sql, [r["document_n"] for r in found]):
        by_document.setdefault(r["document_n"], []).append(r)
    inside: dict[int, list[int]] = {}
    for p in found:
        scored = [
            (found_of(terms, words(s["quote"])), s["n"])
            for s in by_document.get(p["document_n"], ())
            if p["start_char"] <= s["start_char"] < p["end_char"]
        ]
        scored.sort(key=lambda pair: -pair[0])
        inside[p["n"]] = [n for has, n in scored if 2 * has >= len(terms)]
    numbers = sorted({n for group in inside.values() for n in group})
    loaded = dict(zip(numbers, load(connection, numbers), strict=True))
    return {passage: [loaded[n] for n in group] for passage, group in inside.items()}

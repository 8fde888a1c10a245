"""Statements by words and filter, with what they could be narrowed down by: the search page.

Words alone are walked in the order of the full-text index, which costs the same however many statements have them.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from dragoman.codebook import kind_ranks
from dragoman.ledger import Ledger, fulltext, schema
from dragoman.ledger.days import FIRST_DAY, LAST_DAY, day_range
from dragoman.ledger.folding import query_terms
from dragoman.ledger.sql import rows, rows_in
from dragoman.queries.filtering import plan
from dragoman.queries.records import Facet, Filter, Found
from dragoman.queries.statements import load, places
from dragoman.queries.wording import fewer

COUNTED = 200  # matches that counts and facets rest on
_LOOKED_THROUGH = 10_000  # statements with the words that are checked against the rest of a filter at a time
_VALUES = 12  # of one facet


@dataclass(frozen=True, slots=True)
class Matches:
    """One page of statements. ``count`` and the facets rest on the first `COUNTED` matches (``at_least``: of more).

    ``cursor`` asks for the next page; a page may be short and yet have a next one. Of the ``words_asked`` words and
    phrases that were looked for, the quotes have ``words_found``: fewer where none has them all.
    """

    statements: tuple[Found, ...]
    count: int
    at_least: bool
    facets: tuple[Facet, ...]
    cursor: str | None
    words_asked: int
    words_found: int


def matches(ledger: Ledger, asked: Filter, *, limit: int = 25, cursor: str | None = None) -> Matches:
    """Statements for a filter; by words in the order of adding, else by document. Raises `InvalidRecord` for dates.

    Where none has all words of ``asked.text``, those that have most (`wording.fewer`).
    """
    words_asked = words_found = len(query_terms(asked.text or ""))
    with ledger.reading() as connection:
        walked, left = _walked(connection, asked, COUNTED + 1, None)
        if not walked and left is None:
            for text, least in fewer(connection, "statement_text", "quote", asked.text or ""):
                looser = replace(asked, text=text, least=least)
                walked, left = _walked(connection, looser, COUNTED + 1, None)
                if walked:
                    asked, words_found = looser, least
                    break
        numbers = [n for _, n in walked]
        facets = _facets(connection, numbers[:COUNTED], asked)
        at_least = len(numbers) > COUNTED or left is not None
        if cursor is not None or limit > COUNTED:
            walked, left = _walked(connection, asked, limit + 1, cursor)
        page = walked
        following = page[limit - 1][0] if len(page) > limit else left
        found = load(connection, [n for _, n in page[:limit]])
        count = min(len(numbers), COUNTED)
        return Matches(found, count, at_least, facets, following, words_asked, words_found)


def _walked(
    connection: Connection, asked: Filter, limit: int, cursor: str | None
) -> tuple[list[tuple[str, int]], str | None]:
    """Marks and numbers of matches after ``cursor``, and from where to go on where not all were looked through."""
    if asked.text is None or asked.actors or asked.document is not None:
        return places(connection, asked, limit, cursor), None
    numbers, left = _by_words(connection, asked, limit, cursor)
    return [(str(n), n) for n in numbers], left


def _by_words(connection: Connection, asked: Filter, limit: int, cursor: str | None) -> tuple[list[int], str | None]:
    """Numbers of matches after ``cursor``, and from where to go on where not all with the words were looked through."""
    terms = query_terms(asked.text or "")
    made = plan(connection, replace(asked, text=None, least=None))
    if not terms or made.nothing:
        return [], None
    dialect = connection.dialect.name
    number, condition = fulltext.match_condition(dialect, "statement_text", "quote")
    values: dict[str, Any] = dict(made.values)
    values["match"] = fulltext.match_query(dialect, terms, "quote", asked.least)
    values["after"] = int(cursor) if cursor is not None and cursor.isdigit() and len(cursor) < 18 else 0
    where = " AND ".join(["s.state IN :states", *made.conditions])
    for looked_through in (4 * limit, _LOOKED_THROUGH):  # mostly the first few with the words are enough
        words = (
            f"SELECT {number} AS n FROM statement_text WHERE {condition} AND {number} > :after"
            f" ORDER BY {number} LIMIT {looked_through}"
        )
        sql = f"SELECT s.n, s.object FROM ({words}) AS w JOIN statement s ON s.n = w.n WHERE {where} ORDER BY w.n"
        if not made.checked_object:
            sql += f" LIMIT {limit}"
        found = [r["n"] for r in rows(connection, sql, states=made.states, **values) if made.fits_object(r["object"])]
        found = found[:limit]
        if len(found) == limit:
            return found, None
        counted = f"SELECT count(*) AS n, max(n) AS last FROM ({words}) AS w"
        last = rows(connection, counted, match=values["match"], after=values["after"])[0]
        if last["n"] < looked_through:
            return found, None
    return found, str(last["last"])


def _facets(connection: Connection, numbers: Sequence[int], asked: Filter) -> tuple[Facet, ...]:
    sql = "SELECT kind, stage, lo, hi, keys, document_n FROM statement WHERE n IN :keys"
    found = list(rows_in(connection, sql, numbers))
    kinds = Counter(r["kind"] for r in found)
    stages = Counter(r["stage"] for r in found) if len(asked.kinds) == 1 else Counter()
    years = _years([(r["lo"], r["hi"]) for r in found if r["lo"] is not None], asked.since, asked.until)
    keys = Counter(key for r in found for key, bits in json.loads(r["keys"]) if bits & schema.TAKES_PART)
    documents = Counter(r["document_n"] for r in found)
    top = dict(sorted(keys.items(), key=lambda item: (-item[1], item[0]))[: 2 * _VALUES])
    names = {r["n"]: r["actor"] for r in rows_in(connection, "SELECT n, actor FROM actor WHERE n IN :keys", top)}
    publishers: Counter[str] = Counter()
    for r in rows_in(connection, "SELECT n, publisher FROM document WHERE n IN :keys", documents):
        if r["publisher"]:
            publishers[r["publisher"]] += documents[r["n"]]
    order = kind_ranks()
    actors = Counter({names[n]: count for n, count in top.items() if names[n] not in asked.actors})
    made = (
        Facet("kind", tuple(sorted(kinds.items(), key=lambda item: order[item[0]]))),
        Facet("stage", _most(stages)),
        Facet("actor", _most(actors)),
        Facet("publisher", _most(publishers)),
        Facet("year", tuple(sorted(_most(years), reverse=True))),
    )
    return tuple(facet for facet in made if facet.values)


def _years(spans: Sequence[tuple[int, int]], since: str | None, until: str | None) -> Counter[str]:
    """Years in which a statement begins or ends, within the filter's, each with how many may have been in it: as many
    as `in_year` asks for."""
    first, last = day_range(since, until)
    named = {day // 10_000 for span in spans for day in span if FIRST_DAY < day < LAST_DAY}
    # What the filter lets in may begin before it: that counts in the years that the filter has.
    least, most = (first or FIRST_DAY) // 10_000, (last or LAST_DAY) // 10_000
    counts = {y: sum(lo // 10_000 <= y <= hi // 10_000 for lo, hi in spans) for y in named if least <= y <= most}
    return Counter({f"{year:04d}": number for year, number in counts.items()})


def in_year(since: str | None, until: str | None, year: str) -> tuple[str, str]:
    """``since`` and ``until`` that narrow a filter with these down to a year that its facets have."""
    first, last = day_range(since or None, until or None)
    begins = since if since and first is not None and first // 10_000 == int(year) else year
    ends = until if until and last is not None and last // 10_000 == int(year) else year
    return begins, ends


def _most(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_VALUES])

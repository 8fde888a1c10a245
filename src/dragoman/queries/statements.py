"""Statements by filter: a page, all of them, their number."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger, schema
from dragoman.ledger.folding import finds, words
from dragoman.ledger.rows import statement_from
from dragoman.ledger.sql import rows, rows_in, scalar
from dragoman.queries.filtering import Plan, plan
from dragoman.queries.records import Filter, Found, Page
from dragoman.queries.resolving import keys_of

_COLUMNS = "s.*, d.id AS document_id, d.title, d.publisher, d.date AS published, d.url, d.locator"
_CHUNK = 1000  # rows walked at a time where each has to be checked


def statements(ledger: Ledger, asked: Filter | None = None, *, limit: int = 100, cursor: str | None = None) -> Page:
    """The first ``limit`` statements after ``cursor``. Raises `InvalidRecord` for dates that are no EDTF."""
    if limit < 1:
        raise InvalidRecord(f"limit {limit} is not a positive number")
    with ledger.reading() as connection:
        made = plan(connection, asked or Filter())
        numbers, following = _page(connection, made, limit, cursor)
        return Page(load(connection, numbers, made.as_of), following)


def every(ledger: Ledger, asked: Filter | None = None) -> Iterator[Found]:
    """All statements in order, in bounded memory. Each page sees the ledger as it is then."""
    cursor = None
    while True:
        page = statements(ledger, asked, limit=1000, cursor=cursor)
        yield from page.statements
        cursor = page.cursor
        if cursor is None:
            return


def count(ledger: Ledger, asked: Filter | None = None) -> int:
    """How many statements the filter gives."""
    with ledger.reading() as connection:
        made = plan(connection, asked or Filter())
        if made.nothing:
            return 0
        if (kept := _kept_count(connection, asked or Filter())) is not None:
            return kept
        if made.checked or made.checked_object:
            return sum(len(chunk) for chunk in _checked_chunks(connection, made, None))
        return sum(
            int(
                scalar(
                    connection, f"SELECT count(*) FROM {made.tables} WHERE {_where(made)}", state=state, **made.values
                )
            )
            for state in made.states
        )


def undated(ledger: Ledger, asked: Filter) -> int:
    """How many statements the filter leaves out because they have no date: 0 where it does not ask for any."""
    if asked.since is None and asked.until is None:
        return 0
    return count(ledger, replace(asked, since=None, until=None, undated=True))


def _kept_count(connection: Connection, asked: Filter) -> int | None:
    """The number that is kept for all statements, some kinds, or one actor; null for other questions."""
    if asked == Filter(kinds=asked.kinds):
        sql = "SELECT coalesce(sum(number), 0) AS n FROM tally WHERE key_n = 0"
        if asked.kinds:
            return int(scalar(connection, f"{sql} AND kind IN :kinds", kinds=asked.kinds))
        return int(scalar(connection, sql))
    if asked == Filter(actors=asked.actors) and len(asked.actors) == 1:
        key = keys_of(connection, asked.actors[0])
        return key.statements if len(key.numbers) == 1 else None
    return None


def load(connection: Connection, numbers: Sequence[int], as_of: int | None = None) -> tuple[Found, ...]:
    """These statements in this order. With ``as_of`` their offsets are those in the version of that day."""
    sql = f"SELECT {_COLUMNS} FROM statement s JOIN document d ON d.n = s.document_n WHERE s.n IN :keys"
    found = {r["n"]: found_from(r) for r in rows_in(connection, sql, numbers)}
    if as_of is not None:
        sql = (
            "SELECT pr.statement_n, pr.start_char, pr.end_char, d.id, d.title, d.publisher, d.date, d.url, d.locator"
            " FROM presence pr JOIN version v ON v.document_n = pr.document_n JOIN document d ON d.n = pr.document_n"
            " WHERE pr.statement_n IN :keys AND pr.retired_at IS NULL AND v.from_day <= :as_of AND v.until_day > :as_of"
            " ORDER BY pr.statement_n, pr.start_char DESC, d.id DESC"
        )
        for r in rows_in(connection, sql, numbers, as_of=as_of):
            then = found[r["statement_n"]]
            if then.document_id != r["id"]:
                placed = replace(then.statement, start=r["start_char"], end=r["end_char"])
                about = {
                    "document_id": r["id"],
                    "title": r["title"],
                    "publisher": r["publisher"],
                    "published": r["date"],
                }
                found[r["statement_n"]] = replace(then, statement=placed, url=r["url"], locator=r["locator"], **about)
    return tuple(found[n] for n in numbers)


def places(connection: Connection, asked: Filter, limit: int, cursor: str | None = None) -> list[tuple[str, int]]:
    """Places and numbers of the first ``limit`` statements after ``cursor``, in order, without what they say."""
    made = plan(connection, asked)
    return [] if made.nothing else _taken(connection, made, limit, cursor)


def found_from(row: Any) -> Found:
    """An answer from a row of statement joined with document."""
    return Found(
        id=row["id"],
        statement=statement_from(row),
        status=row["status"],
        original=json.loads(row["original"]) if row["original"] else None,
        retired=bool(row["state"] & schema.RETIRED),
        fact=row["fact_n"],
        document_id=row["document_id"],
        title=row["title"],
        publisher=row["publisher"],
        published=row["published"],
        url=row["url"],
        locator=row["locator"],
    )


def _where(made: Plan) -> str:
    return " AND ".join([f"{made.state} = :state", *made.conditions])


def _page(connection: Connection, made: Plan, limit: int, cursor: str | None) -> tuple[list[int], str | None]:
    if made.nothing:
        return [], None
    taken = _taken(connection, made, limit + 1, cursor)
    following = taken[limit - 1][0] if len(taken) > limit else None
    return [n for _, n in taken[:limit]], following


def _taken(connection: Connection, made: Plan, limit: int, cursor: str | None) -> list[tuple[str, int]]:
    if not made.checked and not made.checked_object:
        return _walk(connection, made, limit, cursor)
    taken: list[tuple[str, int]] = []
    for chunk in _checked_chunks(connection, made, cursor):
        taken += chunk
        if len(taken) >= limit:
            break
    return taken[:limit]


def _walk(connection: Connection, made: Plan, limit: int, cursor: str | None) -> list[tuple[str, int]]:
    """Places and numbers of the first ``limit`` rows after ``cursor``, over all states that are asked for."""
    after = f" AND {made.place} > :cursor" if cursor is not None else ""
    sql = (
        f"SELECT {made.place} AS place, {made.number} AS n FROM {made.tables} WHERE {_where(made)}{after}"
        f" ORDER BY {made.place} LIMIT :limit"
    )
    values = made.values | {"limit": limit} | ({"cursor": cursor} if cursor is not None else {})
    found = [(r["place"], r["n"]) for state in made.states for r in rows(connection, sql, state=state, **values)]
    return sorted(found)[:limit]


def _checked_chunks(connection: Connection, made: Plan, cursor: str | None) -> Iterator[list[tuple[str, int]]]:
    """Rows in order whose words were checked here: for words so common that collecting their rows would take longer."""
    while True:
        walked = _walk(connection, made, _CHUNK, cursor)
        sql = "SELECT n, quote, object FROM statement WHERE n IN :keys"
        texts = {r["n"]: r for r in rows_in(connection, sql, [n for _, n in walked])}
        yield [
            (place, n)
            for place, n in walked
            if (not made.checked or finds(made.checked, words(texts[n]["quote"]), made.least))
            and made.fits_object(texts[n]["object"])
        ]
        if len(walked) < _CHUNK:
            return
        cursor = walked[-1][0]

"""Lists: actors, documents and their versions, what could not be read or linked, what waits for review."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

from sqlalchemy import Connection

from dragoman.actors.directory import directory
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger, schema
from dragoman.ledger.folding import fold
from dragoman.ledger.rows import document_from
from dragoman.ledger.sql import rows, scalar
from dragoman.queries.records import ActorLine, DocumentLine, Found, Summary, UnlinkedLine, VersionLine
from dragoman.queries.resolving import source_called
from dragoman.queries.statements import load
from dragoman.records import Document, Skipped

_COMPARED = 5_000  # actors that are compared by their names
_ACTOR = "SELECT a.*, m.actor AS merged FROM actor a LEFT JOIN actor m ON m.n = a.merged_into"


def actors(
    ledger: Ledger,
    *,
    limit: int = 100,
    offset: int = 0,
    code: str | None = None,
    after: tuple[int, str] | None = None,
) -> tuple[ActorLine, ...]:
    """Actors by number of statements, most first; with ``code`` only those of one state or organisation.

    ``after`` are the number of statements and the actor of the last line seen; ``offset`` skips lines where others
    decide meanwhile.
    """
    conditions: dict[str, dict[str, Any]] = {}
    if code is not None:
        conditions["a.code = :code"] = {"code": code}
    if after is not None:
        conditions["(a.shown, a.actor) < (:shown, :actor)"] = {"shown": after[0], "actor": after[1]}
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = f"{_ACTOR}{where} ORDER BY a.shown DESC, a.actor DESC LIMIT :limit OFFSET :offset"
    values: dict[str, Any] = {"limit": limit, "offset": offset}
    for given in conditions.values():
        values |= given
    with ledger.reading() as connection:
        return tuple(_actor(r) for r in rows(connection, sql, **values))


def find_actors(ledger: Ledger, name: str) -> tuple[ActorLine, ...]:
    """The actors that ``name`` means exactly (code or actor), else those of this name, whatever case and diacritics."""
    with ledger.reading() as connection:
        found = rows(connection, f"{_ACTOR} WHERE a.actor = :name", name=name)
        if not found:
            found = rows(connection, f"{_ACTOR} WHERE a.folded = :folded ORDER BY a.actor", folded=fold(name))
        return tuple(_actor(r) for r in found)


def suggest_actors(
    ledger: Ledger, begun: str, *, limit: int = 12, after: tuple[int, str] | None = None
) -> tuple[ActorLine, ...]:
    """Actors whose code, or a word of whose name, begins with ``begun``, whatever case and diacritics; those with most
    statements first, ``after`` as in `actors`. States and organisations have their names in the directory."""
    folded = fold(begun)
    if not folded:
        return ()
    beyond = " AND (a.shown < :shown OR (a.shown = :shown AND a.actor > :actor))" if after is not None else ""
    seen = {"shown": after[0], "actor": after[1]} if after is not None else {}
    codes = [begun.strip().upper(), *(code for code, _ in directory_beginning(begun))]
    sql = (
        f"{_ACTOR} WHERE (a.folded LIKE :first OR a.folded LIKE :later OR a.actor IN :codes){beyond}"
        " ORDER BY a.shown DESC, a.actor LIMIT :limit"
    )
    likes = {"first": f"{folded}%", "later": f"% {folded}%"}  # folded text has no sign that LIKE would read
    with ledger.reading() as connection:
        return tuple(_actor(r) for r in rows(connection, sql, codes=codes, limit=limit, **likes, **seen))


@cache
def _named() -> tuple[tuple[str, str, str], ...]:
    """Codes, names and folded names of the directory's actors: they are looked through with every key that is typed."""
    return tuple((actor.code, actor.name, fold(actor.name)) for actor in directory().actors)


def directory_beginning(begun: str) -> list[tuple[str, str]]:
    """Codes and names of the directory's actors with a word that begins so; first those whose whole name does."""
    folded = fold(begun)
    found = [each for each in _named() if f" {folded}" in f" {each[2]}"] if folded else []
    found.sort(key=lambda each: (not each[2].startswith(folded), each[2], each[0]))
    return [(code, name) for code, name, _ in found]


def alike_actors(
    ledger: Ledger, *, actor: str | None = None, limit: int | None = 50
) -> tuple[tuple[ActorLine, ActorLine], ...]:
    """Pairs of actors that may be one, those with most statements first: each with the one whose name is fuller.

    They belong to one state or organisation (or to none), and all words of one's name, the last one too, are in the
    other's, whatever case and diacritics; a single letter stands for a name. Looked for among the `_COMPARED` actors
    with most statements, or with ``actor`` among those of its state or organisation. All of them with ``limit`` null.
    """
    code = None if actor is None else actor.partition("/")[0]
    if actor is not None and actor == code:
        return ()  # a state or organisation is known by its code
    where = "" if code is None else " AND a.code = :code" if code else " AND a.code IS NULL"
    values = {"code": code} if code else {}
    sql = (
        f"{_ACTOR} WHERE a.name IS NOT NULL AND a.merged_into IS NULL{where}"
        f" ORDER BY a.shown DESC, a.actor LIMIT {_COMPARED}"
    )
    with ledger.reading() as connection:
        found = rows(connection, sql, **values)
    groups: dict[tuple[str | None, str], list[Any]] = {}
    for r in found:
        if r["folded"]:
            groups.setdefault((r["code"], r["folded"].rpartition(" ")[2]), []).append(r)
    pairs = [
        sorted(pair, key=lambda r: (r["folded"].count(" "), r["shown"]))
        for group in groups.values()
        for pair in combinations(group, 2)
        if _may_be_one(*(r["folded"].split() for r in pair)) and actor in (None, *(r["actor"] for r in pair))
    ]
    pairs.sort(key=lambda pair: (-pair[0]["shown"] - pair[1]["shown"], pair[0]["actor"], pair[1]["actor"]))
    return tuple((_actor(one), _actor(fuller)) for one, fuller in pairs[:limit])


def _may_be_one(a: Sequence[str], b: Sequence[str]) -> bool:
    short, long = sorted((a, b), key=len)
    return all(any(w == other or (len(w) == 1 and other.startswith(w)) for other in long) for w in short)


def _actor(r: Any) -> ActorLine:
    return ActorLine(r["actor"], r["code"], r["name"], r["shown"], r["merged"])


def documents(
    ledger: Ledger, *, limit: int = 100, cursor: str | None = None
) -> tuple[tuple[DocumentLine, ...], str | None]:
    """Present versions by stem, with the cursor of the next page. ``warnings`` have the notes of the reading too."""
    after = " AND (d.stem > :stem OR (d.stem = :stem AND d.n > :n))" if cursor is not None else ""
    values: dict[str, Any] = {"limit": limit + 1}
    if cursor is not None:
        stem, _, n = cursor.rpartition("\x03")
        values |= {"stem": stem, "n": int(n) if n.isdecimal() and len(n) < 18 else 0}
    sql = (
        "SELECT d.n, d.id, d.stem, d.title, d.publisher, d.date, d.language, d.not_read, d.reader, d.warnings, d.notes,"
        " d.first_seen, d.locator,"
        " d.publisher_actor, d.title_evidence, d.publisher_evidence, d.date_evidence, d.language_evidence,"
        " (SELECT count(*) FROM statement s WHERE s.document_n = d.n AND s.state = 0) AS statements,"
        " (SELECT count(*) FROM unlinked u WHERE u.document_n = d.n) AS unlinked,"
        " (SELECT min(so.address) FROM version v JOIN source so ON so.n = v.source_n"
        "   WHERE v.document_n = d.n AND v.retired_at IS NULL) AS address,"
        " (SELECT count(*) FROM version w WHERE w.source_n = (SELECT min(v.source_n) FROM version v"
        "   WHERE v.document_n = d.n AND v.retired_at IS NULL)) AS versions"
        f" FROM document d WHERE d.present = 1{after} ORDER BY d.stem, d.n LIMIT :limit"
    )
    with ledger.reading() as connection:
        found = rows(connection, sql, **values)
    lines = tuple(
        DocumentLine(
            **{name: r[name] for name in ("stem", "title", "publisher", "date", "language", "statements", "versions")},
            **{name: r[name] for name in ("unlinked", "not_read", "reader", "first_seen", "locator")},
            **{name: r[name] for name in ("publisher_actor", "title_evidence", "publisher_evidence")},
            **{name: r[name] for name in ("date_evidence", "language_evidence")},
            document_id=r["id"],
            source=r["address"],
            warnings=(*json.loads(r["warnings"]), *json.loads(r["notes"])),
        )
        for r in found[:limit]
    )
    last = found[limit - 1] if len(found) > limit else None
    return lines, f"{last['stem']}\x03{last['n']}" if last else None


def document(ledger: Ledger, document_id: str) -> Document:
    """A version by its id, with text and blocks; ``warnings`` as in `documents`. Raises `UnknownName`."""
    with ledger.reading() as connection:
        found = rows(connection, "SELECT * FROM document WHERE id = :id", id=document_id)
    if not found:
        raise UnknownName(f"the ledger has no document with id {document_id!r}")
    stored = document_from(found[0])
    return replace(stored, warnings=(*stored.warnings, *json.loads(found[0]["notes"])))


def versions(ledger: Ledger, source: str) -> tuple[VersionLine, ...]:
    """The versions of a source (its URL, locator or a document's stem), oldest first. Raises `UnknownName`, also where
    several are called so."""
    number = source_called(ledger, source)
    with ledger.reading() as connection:
        return version_lines(connection, ":number", number=number)


def present_version(ledger: Ledger, source: str) -> VersionLine:
    """What a source (as in `versions`) says now: not always the last one by date, as a page may go back to an earlier
    text. Where no file is it any more, the last one."""
    listed = versions(ledger, source)
    return next((line for line in listed if line.retired_at is None), listed[-1])


def version_lines(
    connection: Connection, sources: str, limit: int | None = None, **values: object
) -> tuple[VersionLine, ...]:
    """The versions of the sources whose numbers the query ``sources`` gives, oldest first, at most ``limit``."""
    sql = (
        "SELECT d.id, d.stem, v.locator, d.title, d.date, v.first_seen, v.retired_at,"
        " (SELECT count(*) FROM presence p WHERE p.document_n = d.n AND p.retired_at IS NULL) AS statements,"
        # A version that never was the present one was retired when it came.
        " (SELECT max(w.retired_at) FROM version w WHERE w.source_n = v.source_n AND v.retired_at IS NULL"
        "   AND w.retired_at > v.first_seen AND w.retired_at > w.first_seen) AS again_since"
        f" FROM version v JOIN document d ON d.n = v.document_n WHERE v.source_n IN ({sources})"
        " ORDER BY v.source_n, v.from_day, v.n"
    )
    if limit is not None:
        sql += f" LIMIT {limit}"
    names = ("stem", "locator", "title", "date", "first_seen", "retired_at", "statements", "again_since")
    return tuple(VersionLine(r["id"], *(r[name] for name in names)) for r in rows(connection, sql, **values))


def skipped(
    ledger: Ledger, *, limit: int = 1_000_000, offset: int = 0, after: str | None = None
) -> tuple[Skipped, ...]:
    """Inputs that could not be read when they were last tried, by locator; ``after`` is that of the last one seen."""
    where = " WHERE locator > :after" if after is not None else ""
    sql = f"SELECT locator, reason, advice FROM skipped{where} ORDER BY locator LIMIT :limit OFFSET :offset"
    with ledger.reading() as connection:
        found = rows(connection, sql, limit=limit, offset=offset, **({} if after is None else {"after": after}))
    return tuple(Skipped(r["locator"], r["reason"], r["advice"]) for r in found)


def not_read(ledger: Ledger) -> tuple[tuple[str, str], ...]:
    """Present documents that are stored and searchable but were not read: stem and why."""
    sql = "SELECT stem, not_read FROM document WHERE present = 1 AND not_read IS NOT NULL ORDER BY stem, n"
    with ledger.reading() as connection:
        return tuple((r["stem"], r["not_read"]) for r in rows(connection, sql))


def unlinked(
    ledger: Ledger, *, limit: int = 100, offset: int = 0, after: tuple[int, str, str] | None = None
) -> tuple[UnlinkedLine, ...]:
    """Mentions in present documents that no actor could be given to, most frequent first; ``after`` are count, text and
    reason of the last line seen."""
    beyond = (
        " HAVING count(*) < :count OR (count(*) = :count AND (u.text, u.reason) > (:text, :reason))" if after else ""
    )
    sql = (
        "SELECT u.text, u.reason, count(*) AS mentions FROM unlinked u JOIN document d ON d.n = u.document_n"
        f" WHERE d.present = 1 GROUP BY u.text, u.reason{beyond} ORDER BY 3 DESC, 1, 2 LIMIT :limit OFFSET :offset"
    )
    seen = dict(zip(("count", "text", "reason"), after, strict=True)) if after else {}
    with ledger.reading() as connection:
        found = rows(connection, sql, limit=limit, offset=offset, **seen)
    return tuple(UnlinkedLine(r["text"], r["reason"], r["mentions"]) for r in found)


def review_queue(ledger: Ledger, *, limit: int = 50, below: float = 1.01) -> tuple[Found, ...]:
    """Statements that nobody has decided on, least confident first, as far as they are below a confidence."""
    sql = (
        "SELECT n FROM statement WHERE state = 0 AND status IS NULL AND confidence < :below"
        " ORDER BY confidence, place LIMIT :limit"
    )
    with ledger.reading() as connection:
        return load(connection, [r["n"] for r in rows(connection, sql, below=below, limit=limit)])


def summary(ledger: Ledger) -> Summary:
    """The ledger in numbers."""
    with ledger.reading() as connection:

        def number(sql: str, **values: Any) -> int:
            return int(scalar(connection, sql, **values))

        state = "SELECT count(*) FROM statement WHERE state IN :states"
        reasons = rows(
            connection,
            "SELECT not_read, count(*) AS n FROM document WHERE present = 1 AND not_read IS NOT NULL"
            " GROUP BY not_read ORDER BY not_read",
        )
        return Summary(
            documents=number("SELECT count(*) FROM document WHERE present = 1"),
            versions=number("SELECT count(*) FROM version"),
            statements=number("SELECT coalesce(sum(number), 0) AS n FROM tally WHERE key_n = 0"),
            facts=number("SELECT count(*) FROM fact WHERE shown > 0"),
            retired=number(state, states=[schema.RETIRED, schema.RETIRED | schema.REJECTED]),
            rejected=number(state, states=[schema.REJECTED]),
            decisions=number("SELECT count(*) FROM decision"),
            skipped=number("SELECT count(*) FROM skipped"),
            unlinked=number(
                "SELECT count(*) FROM unlinked u JOIN document d ON d.n = u.document_n WHERE d.present = 1"
            ),
            not_read=tuple((r["not_read"], r["n"]) for r in reasons),
        )

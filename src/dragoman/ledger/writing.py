"""Putting documents and their readings into the ledger, in the caller's transaction.

Storing what is there already changes nothing, not even a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection

from dragoman.ledger import schema
from dragoman.ledger.carrying import carry
from dragoman.ledger.index import Entry, Indexer
from dragoman.ledger.readings import Change, compare, store_unlinked, write_presences
from dragoman.ledger.records import Added, Stored
from dragoman.ledger.rows import storable
from dragoman.ledger.settling import settle
from dragoman.ledger.sql import rows_in, run
from dragoman.ledger.versions import address_of, settle_versions, store_documents, store_sources, store_versions
from dragoman.records import Skipped

_MAX_CUTS = 4  # of one batch


def store(connection: Connection, batch: Sequence[Stored], now: str) -> list[Added]:
    """Store documents and readings in the order given. What is told of each does not depend on what it was stored
    together with, as long as no more than `_MAX_CUTS` versions of a page come in one batch."""
    return [told for part in _one_of_each_source(batch) for told in _store(connection, part, now)]


def _one_of_each_source(batch: Sequence[Stored]) -> list[list[Stored]]:
    """The batch cut before each document whose source has come since the last cut: versions of a page one by one. Not
    more often than `_MAX_CUTS`: a table whose rows all have one address is no page with versions."""
    parts: list[list[Stored]] = [[]]
    seen: set[str] = set()
    for stored in batch:
        if (address := address_of(stored.document)) in seen and len(parts) <= _MAX_CUTS:
            parts.append([])
            seen.clear()
        seen.add(address)
        parts[-1].append(stored)
    return parts


def _store(connection: Connection, batch: Sequence[Stored], now: str) -> list[Added]:
    documents = store_documents(connection, batch, now)
    sources = store_sources(connection, batch)
    before = _said_by(connection, sources.values())
    new, lost = store_versions(connection, batch, documents, sources, now)
    turned = settle_versions(connection, lost.union(sources.values()), now)
    change = compare(connection, batch, documents, now)
    _add_statements(connection, change, now)
    write_presences(connection, change)
    store_unlinked(connection, batch, documents)
    several = _several(change)
    touched = (change.touched - change.fresh.keys()) | several | _statements_in(connection, turned, change.fresh.keys())
    if touched:
        settle(connection, touched)
    if touched or change.fresh:
        carry(connection, documents.values())
    present = _present(connection, documents.values())
    added = []
    for stored, is_new in zip(batch, new, strict=True):
        source_n = sources[address_of(stored.document)]
        ids = set(stored.ids)
        now_said = ids if present[documents[stored.id]] else before[source_n]
        came, went = len(ids - before[source_n]), len(before[source_n] - now_said)
        added.append(Added(stored.document.stem, stored.document.locator, is_new, came, went))
        before[source_n] = now_said
    return added


def store_skipped(connection: Connection, skipped: Iterable[Skipped], now: str) -> None:
    """Note inputs that could not be read; the same again changes nothing."""
    run(
        connection,
        "INSERT INTO skipped (locator, reason, advice, first_seen) VALUES (:locator, :reason, :advice, :now)"
        " ON CONFLICT (locator) DO UPDATE SET reason = excluded.reason, advice = excluded.advice,"
        " first_seen = excluded.first_seen"
        " WHERE skipped.reason <> excluded.reason OR skipped.advice <> excluded.advice",
        [
            {"locator": storable(s.locator), "reason": storable(s.reason), "advice": storable(s.advice), "now": now}
            for s in skipped
        ],
    )


def store_marks(connection: Connection, marks: Mapping[str, str]) -> None:
    """Note the fingerprints of containers, which were read whole; the same again changes nothing."""
    run(
        connection,
        "INSERT INTO input (locator, fingerprint) VALUES (:locator, :fingerprint)"
        " ON CONFLICT (locator) DO UPDATE SET fingerprint = excluded.fingerprint"
        " WHERE input.fingerprint IS NULL OR input.fingerprint <> excluded.fingerprint",
        [{"locator": storable(locator), "fingerprint": fingerprint} for locator, fingerprint in marks.items()],
    )
    run(connection, "DELETE FROM skipped WHERE locator = :l", [{"l": storable(locator)} for locator in marks])


def withdraw(connection: Connection, locators: Iterable[str], now: str) -> int:
    """Forget that these inputs are there, and retire the versions that no other input is. The number of documents that
    are no longer present."""
    sql = "SELECT i.locator, v.source_n FROM input i JOIN version v ON v.n = i.version_n WHERE i.locator IN :keys"
    found = list(rows_in(connection, sql, [storable(one) for one in locators]))
    run(connection, "DELETE FROM input WHERE locator = :l", [{"l": r["locator"]} for r in found])
    turned = settle_versions(connection, {r["source_n"] for r in found}, now)
    if touched := _statements_in(connection, turned, ()):
        settle(connection, touched)
    return sum(not present for present in _present(connection, turned).values())


def _add_statements(connection: Connection, change: Change, now: str) -> None:
    documents = {fresh.document_n for fresh in change.fresh.values()}
    present = _present(connection, documents)
    entries = [
        Entry(
            n=n,
            id=fresh.id,
            said=fresh.statement,
            original=None,
            reader=fresh.reader,
            state=schema.SHOWN if present[fresh.document_n] else schema.RETIRED,
            document_n=fresh.document_n,
            status=None,
            first_seen=now,
        )
        for n, fresh in change.fresh.items()
    ]
    if entries:
        Indexer(connection).write(entries, {})


def _present(connection: Connection, documents: Iterable[int]) -> dict[int, bool]:
    sql = "SELECT n, present FROM document WHERE n IN :keys"
    return {r["n"]: bool(r["present"]) for r in rows_in(connection, sql, documents)}


def _said_by(connection: Connection, sources: Iterable[int]) -> dict[int, set[str]]:
    """The ids of the statements that the present versions of these sources make."""
    sql = (
        "SELECT v.source_n, s.id FROM version v JOIN presence p ON p.document_n = v.document_n AND p.retired_at IS NULL"
        " JOIN statement s ON s.n = p.statement_n WHERE v.source_n IN :keys AND v.retired_at IS NULL"
    )
    said: dict[int, set[str]] = {n: set() for n in sources}
    for r in rows_in(connection, sql, said):
        said[r["source_n"]].add(r["id"])
    return said


def _several(change: Change) -> set[int]:
    """New statements that stand in several documents of the batch, or came and went within it."""
    seen: set[int] = {row["s"] for row in change.retired} & change.fresh.keys()
    first: dict[int, int] = {}
    for row in change.added:
        if first.setdefault(row["statement_n"], row["document_n"]) != row["document_n"]:
            seen.add(row["statement_n"])
    return seen & change.fresh.keys()


def _statements_in(connection: Connection, documents: Iterable[int], fresh: Iterable[int]) -> set[int]:
    sql = "SELECT DISTINCT statement_n FROM presence WHERE document_n IN :keys"
    return {r["statement_n"] for r in rows_in(connection, sql, documents)} - set(fresh)

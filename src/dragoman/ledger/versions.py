"""Sources, documents and versions: what is there, what is new, which version is present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import fulltext, schema
from dragoman.ledger.days import LAST_DAY, span
from dragoman.ledger.folding import fold
from dragoman.ledger.records import Stored
from dragoman.ledger.rows import Row, document_row, storable
from dragoman.ledger.sql import insert, next_number, rows_in, run
from dragoman.records import Document

_OPENED = (
    *("title_evidence", "publisher_evidence", "publisher_actor", "date_evidence", "language_evidence"),
    *("blocks", "warnings"),
)
"""What is known of a document beside what its id covers: it may be opened anew, by better rules, to the same text."""


def store_documents(connection: Connection, batch: Sequence[Stored], now: str) -> dict[str, int]:
    """Numbers of the documents by id; new ones are added with their passages, of known ones is noted how they were
    opened now."""
    by_id = {s.id: s for s in reversed(batch)}
    sql = f"SELECT id, n, {', '.join(_OPENED)} FROM document WHERE id IN :keys"
    known = list(rows_in(connection, sql, by_id))
    _note_opening(connection, known, by_id)
    found = {r["id"]: r["n"] for r in known}
    n, passage_n = next_number(connection, schema.document), next_number(connection, schema.passage)
    rows: list[Row] = []
    places: list[Row] = []
    texts: list[tuple[int, str]] = []
    for document_id in dict.fromkeys(s.id for s in batch):
        if document_id in found:
            continue
        document = by_id[document_id].document
        publisher = fold(document.publisher.value) if document.publisher.value else None
        state = {"n": n, "first_seen": now, "present": 0, "publisher_folded": publisher, "notes": "[]"}
        rows.append(document_row(document) | {"id": document_id} | state | {"reader": None, "not_read": None})
        for start, end, folded in fulltext.passages(document):
            places.append({"n": passage_n, "document_n": n, "start_char": start, "end_char": end})
            texts.append((passage_n, folded))
            passage_n += 1
        found[document_id] = n
        n += 1
    insert(connection, schema.document, rows)
    insert(connection, schema.passage, places)
    fulltext.index_passages(connection, texts)
    return found


def _note_opening(connection: Connection, known: Sequence[Mapping[str, Any]], by_id: Mapping[str, Stored]) -> None:
    changes = []
    for r in known:
        row = document_row(by_id[r["id"]].document)
        if any(r[name] != row[name] for name in _OPENED):
            changes.append({"n": r["n"]} | {name: row[name] for name in _OPENED})
    settings = ", ".join(f"{name} = :{name}" for name in _OPENED)
    run(connection, f"UPDATE document SET {settings} WHERE n = :n", changes)


def address_of(document: Document) -> str:
    """What tells one source from another: its URL where known, else where it was read from."""
    if document.url:
        return storable(document.url) or ""
    if document.locator == "memory":
        return f"memory:{storable(document.stem)}"
    return storable(document.locator) or ""


def store_sources(connection: Connection, batch: Sequence[Stored]) -> dict[str, int]:
    addresses = list(dict.fromkeys(address_of(s.document) for s in batch))
    sql = "SELECT address, n FROM source WHERE address IN :keys"
    found = {r["address"]: r["n"] for r in rows_in(connection, sql, addresses)}
    n = next_number(connection, schema.source)
    new = [{"n": n + i, "address": a} for i, a in enumerate(a for a in addresses if a not in found)]
    insert(connection, schema.source, new)
    return found | {str(row["address"]): int(str(row["n"])) for row in new}


def store_versions(
    connection: Connection, batch: Sequence[Stored], documents: Mapping[str, int], sources: Mapping[str, int], now: str
) -> tuple[list[bool], set[int]]:
    """Add the versions that are new and note what each input is now.

    Tells for each document whether it is new, and which other sources lost an input (a file that got another URL).
    """
    sql = "SELECT n, source_n, document_n FROM version WHERE source_n IN :keys"
    known = {(r["source_n"], r["document_n"]): r["n"] for r in rows_in(connection, sql, sources.values())}
    locators = [storable(s.document.locator) or "" for s in batch]
    sql = "SELECT locator, fingerprint, version_n FROM input WHERE locator IN :keys"
    inputs = {r["locator"]: (r["fingerprint"], r["version_n"]) for r in rows_in(connection, sql, locators)}
    n = next_number(connection, schema.version)
    rows, new, now_inputs = [], [], dict(inputs)
    for stored, locator in zip(batch, locators, strict=True):
        key = sources[address_of(stored.document)], documents[stored.id]
        new.append(key not in known)
        if key not in known:
            dated = span(stored.document.date.value, None)
            day = dated[0] if dated else int(now[:10].replace("-", ""))
            rows.append(
                {"n": n, "source_n": key[0], "document_n": key[1], "locator": locator, "first_seen": now}
                | {"retired_at": now, "from_day": day, "until_day": day}
            )
            known[key] = n
            n += 1
        now_inputs[locator] = (stored.fingerprint, known[key])
    insert(connection, schema.version, rows)
    run(
        connection,
        "INSERT INTO input (locator, fingerprint, version_n) VALUES (:l, :f, :v)"
        " ON CONFLICT (locator) DO UPDATE SET fingerprint = excluded.fingerprint, version_n = excluded.version_n",
        [{"l": name, "f": f, "v": v} for name, (f, v) in now_inputs.items() if inputs.get(name) != (f, v)],
    )
    run(connection, "DELETE FROM skipped WHERE locator = :l", [{"l": name} for name in dict.fromkeys(locators)])
    left = {v for name, (_, v) in inputs.items() if v is not None and now_inputs[name][1] != v}
    lost = {r["source_n"] for r in rows_in(connection, "SELECT source_n FROM version WHERE n IN :keys", left)}
    return new, lost


def settle_versions(connection: Connection, sources: Iterable[int], now: str) -> set[int]:
    """Order the versions of these sources, retire all but the present one; the documents whose presence changed.

    Versions follow each other by document date (else the day first stored). Present is the last one that some input
    still is: a file that was overwritten no longer counts, one that vanished does.
    """
    sql = (
        "SELECT v.n, v.source_n, v.document_n, v.from_day, v.until_day, v.retired_at, count(i.locator) AS inputs"
        " FROM version v LEFT JOIN input i ON i.version_n = v.n WHERE v.source_n IN :keys"
        " GROUP BY v.n, v.source_n, v.document_n, v.from_day, v.until_day, v.retired_at"
    )
    by_source: dict[int, list[Any]] = {}
    for r in rows_in(connection, sql, sources):
        by_source.setdefault(r["source_n"], []).append(r)
    changes = []
    for versions in by_source.values():
        versions.sort(key=lambda r: (r["from_day"], r["n"]))
        present = next((r["n"] for r in reversed(versions) if r["inputs"]), None)
        until = [r["from_day"] for r in versions[1:]] + [LAST_DAY + 1]
        for r, day in zip(versions, until, strict=True):
            retired = None if r["n"] == present else r["retired_at"] or now
            if (r["until_day"], r["retired_at"]) != (day, retired):
                changes.append({"n": r["n"], "day": day, "retired": retired})
    run(connection, "UPDATE version SET until_day = :day, retired_at = :retired WHERE n = :n", changes)
    documents = {r["document_n"] for versions in by_source.values() for r in versions}
    sql = (
        "SELECT d.n, d.present,"
        " (SELECT count(*) FROM version v WHERE v.document_n = d.n AND v.retired_at IS NULL) AS live"
        " FROM document d WHERE d.n IN :keys"
    )
    changed = [r for r in rows_in(connection, sql, documents) if r["present"] != int(r["live"] > 0)]
    run(
        connection,
        "UPDATE document SET present = :present WHERE n = :n",
        [{"n": r["n"], "present": int(r["live"] > 0)} for r in changed],
    )
    return {r["n"] for r in changed}

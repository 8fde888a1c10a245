"""Facts of one kind about an actor or a pair, newest first: the sections of a page.

Facts are listed by kind, then first day, so a section is one range of an index, walked backwards.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.codebook import codebook
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.ledger.sql import rows
from dragoman.queries.records import FactLine
from dragoman.queries.resolving import keys_of
from dragoman.queries.show import fact_counts, fact_lines, key_lists, known, mark

_TOLD = 3  # statements of a fact that a section shows; the rest are counted
_UNDATED = "99999999"


@dataclass(frozen=True, slots=True)
class Section:
    """The facts of one kind. ``count`` is all of them; ``cursor`` asks for the next page."""

    kind: str
    count: int
    facts: tuple[FactLine, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class Sections:
    """What the ledger holds about an actor or a pair, by kind. ``kinds`` counts all facts in the codebook's order."""

    about: tuple[str, ...]
    kinds: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]

    @property
    def facts_count(self) -> int:
        return sum(n for _, n in self.kinds)

    def of(self, kind: str) -> Section | None:
        """The section of a kind; null where there is nothing of it."""
        return next((s for s in self.sections if s.kind == kind), None)


def sections(ledger: Ledger, actors: tuple[str, ...], wanted: Mapping[str, int]) -> Sections:
    """The newest facts of an actor, or of two together: of each kind in ``wanted`` so many. Raises `UnknownName`."""
    with ledger.reading() as connection:
        return _sections(connection, actors, wanted, None, True)


def section(
    ledger: Ledger,
    actors: tuple[str, ...],
    kind: str,
    *,
    limit: int = 50,
    cursor: str | None = None,
    newest_first: bool = True,
) -> Sections:
    """One page of the facts of one kind; undated ones come last. Raises `UnknownName`, `InvalidRecord` for the kind."""
    if kind not in codebook().kinds:
        raise InvalidRecord(f"kind {kind!r} is not one of {', '.join(codebook().kinds)}")
    with ledger.reading() as connection:
        return _sections(connection, actors, {kind: limit}, cursor, newest_first)


def _sections(
    connection: Connection, actors: tuple[str, ...], wanted: Mapping[str, int], cursor: str | None, newest_first: bool
) -> Sections:
    keys = [known(keys_of(connection, actor)) for actor in actors]
    lists = key_lists(keys)
    counts: dict[str, int] = {}
    for listed in lists:
        for kind, number in fact_counts(connection, listed).items():
            counts[kind] = counts.get(kind, 0) + number
    kinds = tuple((kind, counts[kind]) for kind in codebook().kinds if counts.get(kind))
    pages: dict[str, list[Any]] = {}
    for kind, _ in kinds:
        if kind in wanted:
            pages[kind] = _walk(connection, lists, kind, wanted[kind] + 1, cursor, newest_first)
    numbers = [r["fact_n"] for kind, found in pages.items() for r in found[: wanted[kind]]]
    by_number = {line.number: line for line in fact_lines(connection, numbers, _TOLD)}
    made = tuple(
        Section(
            kind,
            counts[kind],
            tuple(by_number[r["fact_n"]] for r in found[: wanted[kind]]),
            mark(found[wanted[kind] - 1]) if len(found) > wanted[kind] else None,
        )
        for kind, found in pages.items()
    )
    return Sections(tuple(" or ".join(k.actors) for k in keys), kinds, made)


def _walk(
    connection: Connection, lists: list[Any], kind: str, limit: int, cursor: str | None, newest_first: bool
) -> list[Any]:
    """The first ``limit`` facts of a kind after ``cursor``: dated ones from either end, then the undated."""
    rank = list(codebook().kinds).index(kind)
    dated, undated, end = f"{rank:02d}", f"{rank:02d}{_UNDATED}", f"{rank:02d}:"  # ":" sorts behind the digits
    if not newest_first:
        return _range(connection, lists, dated, end, limit, cursor, False)
    found: list[Any] = []
    if cursor is None or cursor < undated:
        found = _range(connection, lists, dated, undated, limit, cursor, True)
        cursor = None
    if len(found) < limit:
        found += _range(connection, lists, undated, end, limit - len(found), cursor, False)
    return found


def _range(
    connection: Connection, lists: list[Any], low: str, high: str, limit: int, cursor: str | None, backwards: bool
) -> list[Any]:
    """Facts whose place in the order is from ``low`` to before ``high``, from one end, after ``cursor``."""
    way, beyond = ("DESC", "<=") if backwards else ("ASC", ">=")
    values: dict[str, Any] = {"low": low, "high": high, "limit": limit + 1}
    more = ""
    if cursor is not None:
        values["after"] = cursor.rsplit("\x03", 1)[0]
        more = f" AND sort {beyond} :after"
    found: dict[int, Any] = {}
    for listed in lists:
        also = ""
        if listed.also:
            also = " AND fact_n IN (SELECT fact_n FROM fact_posting WHERE shown = 1 AND key_n IN :also)"
        for key in listed.keys:
            sql = (
                "SELECT sort, fact_n FROM fact_posting WHERE shown = 1 AND key_n = :key AND sort >= :low"
                f" AND sort < :high{more}{also} ORDER BY sort {way}, fact_n {way} LIMIT :limit"
            )
            extra = {"also": listed.also} if listed.also else {}
            found |= {r["fact_n"]: r for r in rows(connection, sql, key=key, **values, **extra)}
    ordered = sorted(found.values(), key=mark, reverse=backwards)
    if cursor is not None:
        ordered = [r for r in ordered if (mark(r) < cursor if backwards else mark(r) > cursor)]
    return ordered[:limit]

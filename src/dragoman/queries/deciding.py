"""What those who decide ask: what waits, what was decided, which actors there are to choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.sql import one, rows
from dragoman.queries.explaining import decisions_from, decisions_on, statement_of
from dragoman.queries.records import Decision, Found
from dragoman.queries.resolving import statement_by_id
from dragoman.queries.statements import load


@dataclass(frozen=True, slots=True)
class Waiting:
    """A statement with what was decided on it so far: where it waits, that is at most what was taken back."""

    found: Found
    decisions: tuple[Decision, ...]

    @property
    def seen(self) -> int:
        """What a new decision names as seen; 0 for none."""
        return max((d.number for d in self.decisions), default=0)

    @property
    def standing(self) -> Decision | None:
        """The last decision that stands."""
        return next((d for d in reversed(self.decisions) if not d.undone and d.action != "undo"), None)


def waiting(ledger: Ledger, *, limit: int = 50, after: str | None = None) -> tuple[Waiting, ...]:
    """Statements that nobody has decided on, least confident first; ``after`` is the id of the last one seen."""
    beyond = " AND (confidence, place) > (SELECT confidence, place FROM statement WHERE id = :after)" if after else ""
    sql = f"SELECT * FROM statement WHERE state = 0 AND status IS NULL{beyond} ORDER BY confidence, place LIMIT :limit"
    with ledger.reading() as connection:
        found = rows(connection, sql, limit=limit, **({"after": after} if after else {}))
        loaded = load(connection, [r["n"] for r in found])
        return tuple(Waiting(f, decisions_on(connection, r)) for f, r in zip(loaded, found, strict=True))


def decided(ledger: Ledger, statement: str) -> Waiting:
    """A statement by its id with the decisions on it. Raises `UnknownName`."""
    with ledger.reading() as connection:
        row = statement_by_id(connection, statement)
        (found,) = load(connection, [row["n"]])
        return Waiting(found, decisions_on(connection, row))


def concerned(ledger: Ledger, decision: int) -> Waiting | str:
    """What a decision bears on: a statement with the decisions on it, or an actor. Raises `UnknownName`."""
    with ledger.reading() as connection:
        found = one(connection, "SELECT * FROM decision WHERE n = :n", n=decision)
        if found is None:
            raise UnknownName(f"there is no decision {decision}")
        if found["statement_id"] is None:
            return str(found["actor"])
        row = statement_of(connection, found)
        (loaded,) = load(connection, [row["n"]])
        return Waiting(loaded, decisions_on(connection, row))


def decisions(ledger: Ledger, *, limit: int = 100, before: int | None = None) -> tuple[Decision, ...]:
    """What was decided, the latest first; ``before`` is the number of the last one seen."""
    where = " WHERE n < :before" if before is not None else ""
    values = {"limit": limit} | ({"before": before} if before is not None else {})
    with ledger.reading() as connection:
        found = rows(connection, f"SELECT * FROM decision{where} ORDER BY n DESC LIMIT :limit", **values)
        return decisions_from(connection, found)


def decisions_on_actors(ledger: Ledger, actors: Iterable[str]) -> tuple[Decision, ...]:
    """Merges and splits in which one of these actors takes part, in the order in which they were made."""
    names = sorted(set(actors))
    if not names:
        return ()
    sql = "SELECT * FROM decision WHERE actor IN :actors OR into_actor IN :actors ORDER BY n"
    with ledger.reading() as connection:
        return decisions_from(connection, rows(connection, sql, actors=names))

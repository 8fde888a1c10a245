"""Names and ids that a user gives, to what the ledger has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.ledger.folding import fold
from dragoman.ledger.rows import storable
from dragoman.ledger.sql import Found as Row
from dragoman.ledger.sql import rows
from dragoman.queries.records import Filter

NEAR = 3  # names that are told where the one asked for is not known


@dataclass(frozen=True, slots=True)
class Keys:
    """An actor as postings know it: usually one number; a bare name may stand for several actors.

    Where it stands for nobody, ``near`` are actors with a word that begins so, as a surname is.
    """

    asked: str
    numbers: tuple[int, ...]
    actors: tuple[str, ...]
    statements: int
    near: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Whom they stand for, for the head of an answer."""
        return " or ".join(self.actors)


def known(keys: Keys) -> Keys:
    """The same. Raises `UnknownName` where they stand for nobody."""
    if not keys.numbers:
        raise UnknownName(no_actor(keys.asked, keys.near))
    return keys


def no_actor(name: str, near: Sequence[str]) -> str:
    """What to say where the ledger has no actor of this name."""
    others = f"; near: {', '.join(near)}" if near else ""
    return f"the ledger has no actor {name!r}{others}; `dragoman actors` lists those it has"


def keys_of(connection: Connection, asked: str) -> Keys:
    """The actors that ``asked`` means: a code or actor exactly, else a name. Merged ones lead to their target."""
    sql = (
        "SELECT coalesce(m.n, a.n) AS n, coalesce(m.actor, a.actor) AS actor, coalesce(m.shown, a.shown) AS shown"
        " FROM actor a LEFT JOIN actor m ON m.n = a.merged_into WHERE "
    )
    found = rows(connection, sql + "a.actor = :asked", asked=asked)
    if not found and fold(asked):
        found = rows(connection, sql + "a.folded = :folded ORDER BY 2", folded=fold(asked))
    actors = {r["n"]: r for r in found}
    if not actors:
        return Keys(asked, (), (), 0, _near(connection, fold(asked)))
    return Keys(
        asked, tuple(actors), tuple(str(r["actor"]) for r in actors.values()), sum(r["shown"] for r in actors.values())
    )


def _near(connection: Connection, folded: str) -> tuple[str, ...]:
    if not folded:
        return ()
    sql = (
        "SELECT actor FROM actor WHERE merged_into IS NULL AND (folded LIKE :first OR folded LIKE :later)"
        f" ORDER BY shown DESC, actor LIMIT {NEAR}"
    )
    likes = {"first": f"{folded}%", "later": f"% {folded}%"}  # folded text has no sign that LIKE would read
    return tuple(str(r["actor"]) for r in rows(connection, sql, **likes))


def refuse_unknown(ledger: Ledger, asked: Filter) -> None:
    """Raises `UnknownName` for an actor, document, publisher or language that the ledger does not have: a name spelled
    otherwise would be answered as if there were nothing."""
    called = (
        ("document", "stem", asked.document, storable(asked.document)),
        ("publisher", "publisher_folded", asked.publisher, fold(asked.publisher or "")),
        ("document in the language", "language", asked.language, asked.language),
    )
    with ledger.reading() as connection:
        for actor in asked.actors:
            known(keys_of(connection, actor))
        for what, column, name, value in called:
            sql = f"SELECT 1 FROM document WHERE {column} = :value LIMIT 1"
            if name is not None and not rows(connection, sql, value=value):
                raise UnknownName(f"the ledger has no {what} {name!r}; `dragoman documents` lists those it has")


def statement_by_id(connection: Connection, prefix: str) -> Row:
    """The row of the statement with this id or unique beginning of one. Raises `UnknownName`."""
    wanted = prefix.strip().lower()
    if not wanted or any(c not in "0123456789abcdef" for c in wanted):
        raise UnknownName(f"{prefix!r} is no statement id; ids are hexadecimal, as `dragoman statements` prints them")
    sql = "SELECT * FROM statement WHERE id >= :low AND id < :high ORDER BY id LIMIT 3"
    found = rows(connection, sql, low=wanted, high=wanted + "g")
    if not found:
        raise UnknownName(f"no statement has an id that begins with {prefix!r}")
    if len(found) > 1 and found[0]["id"] != wanted:
        these = ", ".join(str(r["id"]) for r in found)
        raise UnknownName(f"several statements have ids that begin with {prefix!r}: {these} ...; give more digits")
    return found[0]

"""What the name of a thing (an instrument, programme, mission) means: statements with an object that is called so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.errors import UnknownName
from dragoman.ledger import fulltext, schema
from dragoman.ledger.folding import Term, finds, words
from dragoman.ledger.grouping import Named, named, similar
from dragoman.ledger.sql import rows
from dragoman.queries.filtering import FEW, object_alternatives

PRESENT = (schema.SHOWN,)
_ALIKE = 0.6  # as facts are grouped: below it the object is another thing that has the name in it
_TELLING = 3  # letters from which on initials are those of one name: WB is Western Balkans, EU Eastern Ukraine


@dataclass(frozen=True, slots=True)
class Called:
    """Rows (``n``, ``object``, ``kind``, ``fact_n``) of the thing of a name, and of ``others`` whose names have it in
    them. ``at_least``: not all statements were looked at."""

    rows: tuple[Any, ...]
    others: tuple[Any, ...]
    at_least: bool


def called(connection: Connection, name: str, *, states: Sequence[int] = PRESENT, most: int = 20 * FEW) -> Called:
    """The statements whose object is called so, in these words or by its acronym. Where the name is only a part of
    other names, theirs. Raises `UnknownName` where there are none."""
    found = {r["n"]: r for terms in object_alternatives(name) for r in matching(connection, terms, states, most)}
    if not found:
        raise UnknownName(f"the ledger has nothing called {name!r}")
    wanted = named(name)
    alike = {text: _is_called(named(text), wanted) for text in {r["object"] for r in found.values()}}
    anything = not any(alike.values())
    return Called(
        tuple(r for r in found.values() if anything or alike[r["object"]]),
        tuple(r for r in found.values() if not anything and not alike[r["object"]]),
        len(found) >= most,
    )


def _is_called(thing: Named, wanted: Named) -> bool:
    shared = thing.acronyms & wanted.acronyms
    return similar(thing, wanted) >= _ALIKE or any(len(acronym) >= _TELLING for acronym in shared)


def counted_by_object(connection: Connection, terms: tuple[Term, ...], most: int = 20 * FEW) -> tuple[list[Any], int]:
    """Present statements as `matching` finds them, counted (``statements``) by object, kind and stage, those first read
    first; and how many were looked at, at most ``most``."""
    dialect = connection.dialect.name
    number, condition = fulltext.match_condition(dialect, "statement_text", "object")
    sql = (
        "SELECT object, kind, stage, count(*) AS statements, min(n) AS first, max(n) AS n FROM"
        f" (SELECT s.n, s.object, s.kind, s.stage FROM statement_text JOIN statement s ON s.n = {number}"
        f" WHERE {condition} AND s.state = {schema.SHOWN} ORDER BY {number} LIMIT :most) AS m"
        " GROUP BY object, kind, stage ORDER BY 5"
    )
    found = rows(connection, sql, match=fulltext.match_query(dialect, terms, "object"), most=most)
    return _with_short(found, terms), sum(r["statements"] for r in found)


def matching(
    connection: Connection, terms: tuple[Term, ...], states: Sequence[int] = PRESENT, most: int = 20 * FEW
) -> list[Any]:
    """Rows of the first statements whose object has these terms, or has them as initials of three letters or more."""
    dialect = connection.dialect.name
    number, condition = fulltext.match_condition(dialect, "statement_text", "object")
    sql = (
        f"SELECT s.n, s.object, s.kind, s.stage, s.fact_n FROM statement_text JOIN statement s ON s.n = {number}"
        f" WHERE {condition} AND s.state IN :states ORDER BY {number} LIMIT :most"
    )
    found = rows(connection, sql, match=fulltext.match_query(dialect, terms, "object"), states=states, most=most)
    return _with_short(found, terms)


def _with_short(found: list[Any], terms: tuple[Term, ...]) -> list[Any]:
    """The rows whose object has the short terms in these words: initials of two letters are many things'."""
    short = tuple(term for term in terms if len("".join(term.words)) < _TELLING)
    return [r for r in found if finds(short, words(r["object"]))] if short else found

"""Facts of one kind about an actor or a pair, newest first: the sections of a page.

Facts are listed by kind, then first day, so a section is one range of an index, walked backwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.codebook import codebook, kind_ranks
from dragoman.ledger import Ledger
from dragoman.ledger.sql import rows
from dragoman.queries.records import FactLine
from dragoman.queries.resolving import keys_of, kind_called, known
from dragoman.queries.show import fact_counts, fact_lines, key_lists, mark, own_keys

_TOLD = 3  # statements of a fact that a section shows; the rest are counted
_UNDATED = "99999999"
EVENTS_COUNTED = 1000


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
    kind = kind_called(kind)
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
    asked = {kind: wanted[kind] + 1 for kind, _ in kinds if kind in wanted}
    pages = _pages(connection, lists, asked, cursor, newest_first)
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
    return Sections(tuple(k.label for k in keys), kinds, made)


def _pages(
    connection: Connection, lists: list[Any], asked: Mapping[str, int], cursor: str | None, newest_first: bool
) -> dict[str, list[Any]]:
    """The first facts of each kind after ``cursor``: dated ones from either end, then the undated. One round trip."""
    ranks = kind_ranks()
    values: dict[str, Any] = {}
    arms: list[str] = []
    for nth, listed in enumerate(lists):
        also = ""
        if listed.also:
            also = f" AND fact_n IN (SELECT fact_n FROM fact_posting WHERE shown = 1 AND key_n IN :also{nth})"
            values[f"also{nth}"] = listed.also
        for place, key in enumerate(listed.keys):
            values[f"key{nth}_{place}"] = key
            for kind, limit in asked.items():
                dated, undated, end = f"{ranks[kind]:02d}", f"{ranks[kind]:02d}{_UNDATED}", f"{ranks[kind]:02d}~"
                for low, high, way in ((dated, undated, "DESC" if newest_first else "ASC"), (undated, end, "ASC")):
                    after = ""
                    if cursor is not None:
                        values["after"] = cursor.rsplit("\x03", 1)[0]
                        if low == dated and cursor >= undated:
                            continue  # the cursor is among the undated already
                        if low == dated or cursor >= undated:
                            after = f" AND sort {'<=' if way == 'DESC' else '>='} :after"
                    arms.append(
                        f"SELECT * FROM (SELECT sort, fact_n, kind FROM fact_posting WHERE key_n = :key{nth}_{place}"
                        f" AND shown = 1 AND sort >= '{low}' AND sort < '{high}'{after}{also}"
                        f" ORDER BY sort {way}, fact_n {way} LIMIT {limit + 1}) AS arm{len(arms)}"
                    )
    found: dict[str, dict[int, Any]] = {kind: {} for kind in asked}
    if arms:
        for r in rows(connection, " UNION ALL ".join(arms), **values):
            found[r["kind"]][r["fact_n"]] = r
    return {
        kind: _ordered(group.values(), f"{ranks[kind]:02d}{_UNDATED}", cursor, newest_first)[: asked[kind]]
        for kind, group in found.items()
    }


def _ordered(found: Iterable[Any], undated: str, cursor: str | None, newest_first: bool) -> list[Any]:
    """Facts in the order of the page, those up to the cursor left out."""
    marked = sorted((mark(r), r["fact_n"], r) for r in found)
    first = [m for m in marked if m[0] < undated]
    last = [m for m in marked if m[0] >= undated]
    if newest_first:
        first.reverse()
    if cursor is not None:
        if cursor >= undated:
            first, last = [], [m for m in last if m[0] > cursor]
        else:
            first = [m for m in first if (m[0] < cursor if newest_first else m[0] > cursor)]
    return [m[2] for m in [*first, *last]]


def event_types(ledger: Ledger, a: str, b: str) -> tuple[tuple[str, int], ...]:
    """Facts of a pair by PLOVER type, most first, counted over at most `EVENTS_COUNTED` facts. Raises `UnknownName`."""
    with ledger.reading() as connection:
        keys = [known(keys_of(connection, actor)) for actor in (a, b)]
        wanted = own_keys(keys)
        sql = (
            "SELECT s.event, count(DISTINCT s.fact_n) AS facts FROM (SELECT fact_n FROM fact_posting"
            " WHERE key_n IN :keys AND shown = 1 LIMIT :most) AS f JOIN statement s ON s.fact_n = f.fact_n"
            " WHERE s.state = 0 AND s.event IS NOT NULL GROUP BY s.event ORDER BY 2 DESC, 1"
        )
        found = rows(connection, sql, keys=wanted, most=EVENTS_COUNTED)
    return tuple((r["event"], r["facts"]) for r in found)

"""Contradictions: facts of the same parties or the same thing that cannot both be so, side by side.

Of an actor or a pair they are looked for among its facts. In the whole ledger, pairs and actors are walked in the order
of an index, so many facts at a time; a page ends when it has enough or has looked at so many.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.codebook import codebook
from dragoman.ledger import Ledger
from dragoman.ledger.pairs import fact_keys
from dragoman.ledger.sql import rows, rows_in
from dragoman.queries.disagreeing import Compared, Field, disagreements, rules
from dragoman.queries.records import FactLine
from dragoman.queries.resolving import keys_of, known
from dragoman.queries.show import fact_lines, own_keys

LOOKED_AT = 1200  # facts of one actor or pair, the same number of each kind
_STEP, _STEPS = 400, 8  # facts read at a time, and how often for one page
_FIRST = -(2**63)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts and what they disagree on."""

    field: Field
    one: FactLine
    other: FactLine


@dataclass(frozen=True, slots=True)
class Contradictions:
    """``cursor`` goes on from here; a page without any may have one. ``partly``: not all facts were looked at."""

    found: tuple[Contradiction, ...]
    cursor: str | None
    partly: bool = False


def contradictions_of(
    ledger: Ledger, actors: tuple[str, ...], *, field: Field | None = None, limit: int = 100
) -> Contradictions:
    """What is told differently about an actor, or about two together. Raises `UnknownName`."""
    with ledger.reading() as connection:
        keys = [known(keys_of(connection, actor)) for actor in actors]
        wanted = own_keys(keys)
        numbers, partly = _facts_under(connection, wanted)
        pairs = [p for p in disagreements(_compared(connection, numbers)) if field in (None, p[0])]
        found = _shown(connection, pairs[:limit])
        return Contradictions(found, None, partly or len(pairs) > limit)


def contradictions(
    ledger: Ledger, *, field: Field | None = None, limit: int = 20, cursor: str | None = None
) -> Contradictions:
    """What is told differently anywhere, in an order that is always the same."""
    after, sort = _parsed(cursor)
    pairs: list[tuple[Field, Compared, Compared]] = []
    with ledger.reading() as connection:
        for _ in range(_STEPS):
            groups, mark = _step(connection, after, sort)
            facts = {fact.n: fact for fact in _compared(connection, {n for group in groups.values() for n in group})}
            for key, group in sorted(groups.items()):
                told = disagreements(facts[n] for n in group if n in facts)
                pairs += [p for p in told if field in (None, p[0]) and _home(p) == key]
            if mark is None:
                return Contradictions(_shown(connection, pairs), None)
            after, sort = mark
            if len(pairs) >= limit:
                break
        return Contradictions(_shown(connection, pairs), f"{after}\x03{sort}")


def _facts_under(connection: Connection, keys: list[int]) -> tuple[list[int], bool]:
    """The first facts of each kind under these keys, and whether there are more."""
    each = LOOKED_AT // len(codebook().kinds)
    arms = [
        f"SELECT * FROM (SELECT fact_n, kind FROM fact_posting WHERE key_n = :key{i} AND shown = 1"
        f" AND sort >= '{rank:02d}' AND sort < '{rank:02d}~' ORDER BY sort LIMIT {each}) AS arm{i}_{rank}"
        for i in range(len(keys))
        for rank in range(len(codebook().kinds))
    ]
    values = {f"key{i}": key for i, key in enumerate(keys)}
    found = rows(connection, " UNION ALL ".join(arms), **values) if arms else []
    kinds = Counter(r["kind"] for r in found)
    return [r["fact_n"] for r in found], any(n >= each for n in kinds.values())


def _step(connection: Connection, after: int, sort: str) -> tuple[dict[int, list[int]], tuple[int, str] | None]:
    """The next facts by key; and from where to go on. A key that is cut goes on in the next step, unless it fills one.

    Under an actor's own key only what is not found under a pair's is of use: facts of one party, and sets of parties.
    """
    sql = (
        "SELECT key_n, sort, fact_n, kind FROM fact_posting WHERE key_n >= :key AND shown = 1"
        " AND NOT (key_n = :key AND sort <= :sort) ORDER BY key_n, sort LIMIT :most"
    )
    found = rows(connection, sql, key=after, sort=sort, most=_STEP)
    if len(found) < _STEP:
        mark = None
    else:
        whole = [r for r in found if r["key_n"] != found[-1]["key_n"]]
        found = whole or found
        mark = (found[-1]["key_n"], found[-1]["sort"])
    groups: dict[int, list[int]] = {}
    for r in found:
        groups.setdefault(r["key_n"], []).append(r["fact_n"])
    return {key: group for key, group in groups.items() if len(group) > 1}, mark


def _home(pair: tuple[Field, Compared, Compared]) -> int:
    """The one key under which a contradiction is told, of those under which both facts are found."""
    _, a, b = pair
    return min({*fact_keys(sorted(a.keys))} & {*fact_keys(sorted(b.keys))})


def _compared(connection: Connection, numbers: Iterable[int]) -> list[Compared]:
    wanted = sorted(set(numbers))
    begun = {f"again{nth}": f"% {word}%" for nth, word in enumerate(rules().again)}
    said_again = " OR ".join(f"lower(' ' || quote || ' ' || coalesce(object, '')) LIKE :{name}" for name in begun)
    sql = (
        "SELECT fact_n, min(stage) AS stage, min(source) AS source,"
        f" max(CASE WHEN {said_again} THEN 1 ELSE 0 END) AS again FROM statement"
        " WHERE fact_n IN :keys AND state = 0 GROUP BY fact_n"
    )
    told = {r["fact_n"]: r for r in rows_in(connection, sql, wanted, **begun)}
    sql = "SELECT n, kind, party_key, object, lo, hi, amounts, keys FROM fact WHERE n IN :keys"
    found = [(r, frozenset(json.loads(r["keys"]))) for r in rows_in(connection, sql, told)]
    sql = "SELECT n FROM actor WHERE n IN :keys AND (code IS NULL OR name IS NULL)"
    sides = {r["n"] for r in rows_in(connection, sql, {key for _, keys in found for key in keys})}
    return [_fact(r, told[r["n"]], keys, keys & sides) for r, keys in found]


def _fact(r: Any, told: Any, keys: frozenset[int], sides: frozenset[int]) -> Compared:
    said = (r["object"], r["lo"], r["hi"], r["amounts"])
    return Compared(
        r["n"], r["kind"], told["stage"], r["party_key"], *said, keys, sides, told["source"], bool(told["again"])
    )


def _shown(connection: Connection, pairs: list[tuple[Field, Compared, Compared]]) -> tuple[Contradiction, ...]:
    numbers = sorted({fact.n for _, a, b in pairs for fact in (a, b)})
    lines = {line.number: line for line in fact_lines(connection, numbers, 3)}
    return tuple(Contradiction(field, lines[a.n], lines[b.n]) for field, a, b in pairs)


def _parsed(cursor: str | None) -> tuple[int, str]:
    key, _, sort = (cursor or "").partition("\x03")
    digits = key.removeprefix("-")
    if digits.isascii() and digits.isdigit() and len(digits) < 20 and _FIRST <= int(key) < -_FIRST:
        return int(key), sort
    return _FIRST, ""

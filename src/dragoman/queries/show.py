"""What the ledger holds about an actor, a pair or an instrument: facts with all their sources."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from dragoman.codebook import codebook
from dragoman.ledger import Ledger, schema
from dragoman.ledger.days import day_range, days
from dragoman.ledger.pairs import many_key, pair_key
from dragoman.ledger.sql import rows, rows_in
from dragoman.queries.called import PRESENT, Called, called
from dragoman.queries.filtering import said_then
from dragoman.queries.records import FactLine, Filter, Found, Profile
from dragoman.queries.resolving import Keys, keys_of, known
from dragoman.queries.statements import every, load

_SHOWN_OF_A_FACT = 12  # statements of one fact that an answer lists; the rest are counted


def profile(
    ledger: Ledger,
    actor: str,
    *,
    kinds: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
    as_of: str | None = None,
    include_rejected: bool = False,
) -> Profile:
    """The facts that an actor (code, actor, or name as the ledger has it) takes part in.

    ``since`` and ``until`` (EDTF) leave those whose days may touch them; undated facts are then out. Raises
    `UnknownName`, and `InvalidRecord` for dates that are no EDTF or in the wrong order.
    """
    return _facts_of(
        ledger,
        Filter(
            kinds=tuple(kinds),
            actors=(actor,),
            since=since,
            until=until,
            as_of=as_of,
            include_rejected=include_rejected,
        ),
        limit,
        cursor,
    )


def dyad(
    ledger: Ledger,
    a: str,
    b: str,
    *,
    kinds: Sequence[str] = (),
    since: str | None = None,
    until: str | None = None,
    limit: int = 50,
    cursor: str | None = None,
    as_of: str | None = None,
    include_rejected: bool = False,
) -> Profile:
    """The facts that two actors take part in together; the rest as in `profile`."""
    return _facts_of(
        ledger,
        Filter(
            kinds=tuple(kinds), actors=(a, b), since=since, until=until, as_of=as_of, include_rejected=include_rejected
        ),
        limit,
        cursor,
    )


def instrument(
    ledger: Ledger,
    name: str,
    *,
    kinds: Sequence[str] = (),
    limit: int = 50,
    cursor: str | None = None,
    as_of: str | None = None,
    without: str | None = None,
) -> Profile:
    """The facts whose object is called so, in these words or by their acronym; not those that the actor ``without``
    takes part in.

    Raises `UnknownName` where no statement has such an object, of whatever kind, and `InvalidRecord` for a date that is
    no EDTF.
    """
    if as_of is not None:
        told = instrument_statements(ledger, name, kinds=kinds, as_of=as_of, without=without)
        return _grouped((name,), told, limit, cursor)
    with ledger.reading() as connection:
        meant = called(connection, name)
        ordered = sorted(_facts_of_thing(connection, meant, kinds, without), key=lambda r: (r["sort"], r["n"]))
        counts = _in_order({r["kind"]: 0 for r in ordered}, [r["kind"] for r in ordered])
        later = [r for r in ordered if cursor is None or mark(r) > cursor]
        page = later[:limit]
        lines = fact_lines(connection, [r["n"] for r in page])
        related = tuple(dict.fromkeys(r["object"] for r in meant.others))
        following = mark(page[-1]) if len(later) > limit else None
        return Profile((name,), len(ordered), counts, lines, following, related)


def instrument_statements(
    ledger: Ledger, name: str, *, kinds: Sequence[str] = (), as_of: str | None = None, without: str | None = None
) -> tuple[Found, ...]:
    """All statements of the facts that `instrument` gives, in the order of all answers. Raises as it does."""
    states = PRESENT if as_of is None else (*PRESENT, schema.RETIRED)
    day = None if as_of is None else days(as_of)[1]
    values = {"states": states} if day is None else {"states": states, "as_of": day}
    then = "" if day is None else f" AND {said_then('s.n')}"
    with ledger.reading() as connection:
        meant = called(connection, name, states=states)
        facts = [r["n"] for r in _facts_of_thing(connection, meant, kinds, without)]
        sql = f"SELECT s.n, s.place FROM statement s WHERE s.fact_n IN :keys AND s.state IN :states{then}"
        placed = sorted((r["place"], r["n"]) for r in rows_in(connection, sql, facts, **values))
        return load(connection, [n for _, n in placed], day)


def _facts_of_thing(connection: Connection, meant: Called, kinds: Sequence[str], without: str | None) -> list[Any]:
    """Facts of these kinds (empty: of all) about a thing, without those of an actor."""
    numbers = {r["fact_n"] for r in meant.rows}
    own = set(keys_of(connection, without).numbers) if without is not None else set()
    found = rows_in(connection, "SELECT n, sort, kind, keys FROM fact WHERE n IN :keys", numbers)
    return [r for r in found if (not kinds or r["kind"] in kinds) and not own & set(json.loads(r["keys"]))]


def _facts_of(ledger: Ledger, asked: Filter, limit: int, cursor: str | None) -> Profile:
    with ledger.reading() as connection:
        keys = [known(keys_of(connection, actor)) for actor in asked.actors]
        if asked.as_of is None and not asked.include_rejected:
            return _present_facts(connection, keys, asked, limit, cursor)
    return _grouped(tuple(k.label for k in keys), every(ledger, asked), limit, cursor)


def _present_facts(connection: Connection, keys: list[Keys], asked: Filter, limit: int, cursor: str | None) -> Profile:
    """Facts by their postings, which are in the order of the answer, and by the counts kept beside them."""
    since, until = day_range(asked.since, asked.until)
    found: list[Any] = []
    counts: dict[str, int] = {}
    for one in key_lists(keys):
        listed = replace(one, since=since, until=until)
        counts = _added(counts, fact_counts(connection, listed))
        found += _walk(connection, listed, asked.kinds, limit + 1, cursor)
    found.sort(key=mark)
    page = found[:limit]
    lines = fact_lines(connection, [r["fact_n"] for r in page])
    shown = _in_order({k: n for k, n in counts.items() if not asked.kinds or k in asked.kinds}, [])
    about = tuple(k.label for k in keys)
    return Profile(about, sum(n for _, n in shown), shown, lines, mark(page[-1]) if len(found) > limit else None)


@dataclass(frozen=True, slots=True)
class _List:
    """Facts under any of ``keys`` that are also under any of ``also`` (if there are any), on days in a range."""

    keys: tuple[int, ...]
    also: tuple[int, ...] = ()
    since: int | None = None
    until: int | None = None


def key_lists(keys: list[Keys]) -> list[_List]:
    """The disjoint lists of facts of one actor or of two together."""
    one, two = keys[0].numbers, keys[-1].numbers
    if set(one) & set(two):
        return [_List(tuple(one))]
    pairs = tuple(sorted({pair_key(a, b) for a in one for b in two}))
    return [_List(pairs), _List(tuple(map(many_key, one)), tuple(map(many_key, two)))]


def own_keys(keys: list[Keys]) -> list[int]:
    """The keys under which the facts of one actor, or of two and nobody else's list, stand."""
    return [key for listed in key_lists(keys) if not listed.also for key in listed.keys]


def fact_counts(connection: Connection, listed: _List) -> dict[str, int]:
    if listed == _List(listed.keys[:1]):
        sql = "SELECT kind, number AS facts FROM tally WHERE key_n IN :keys"
        return {r["kind"]: r["facts"] for r in rows(connection, sql, keys=listed.keys)}
    body, values = _listed(listed)
    sql = f"SELECT kind, count(*) AS facts FROM ({body}) AS listed GROUP BY kind"
    return {r["kind"]: r["facts"] for r in rows(connection, sql, **values)}


def _walk(connection: Connection, listed: _List, kinds: Sequence[str], limit: int, cursor: str | None) -> list[Any]:
    """The first ``limit`` facts of a list after ``cursor``."""
    body, values = _listed(listed)
    if kinds:
        body += " AND kind IN :kinds"
        values["kinds"] = list(kinds)
    if cursor is not None:
        body += " AND sort >= :after"
        values["after"] = cursor.rsplit("\x03", 1)[0]
    sql = f"{body} ORDER BY sort, fact_n LIMIT {limit + 1}"
    return [r for r in rows(connection, sql, **values) if cursor is None or mark(r) > cursor][:limit]


def _listed(listed: _List) -> tuple[str, dict[str, Any]]:
    distinct = "DISTINCT " if len(listed.keys) > 1 else ""
    values: dict[str, Any] = {"keys": listed.keys}
    body = f"SELECT {distinct}sort, fact_n, kind FROM fact_posting WHERE shown = 1 AND key_n IN :keys"
    if listed.also:
        body += " AND fact_n IN (SELECT fact_n FROM fact_posting WHERE shown = 1 AND key_n IN :also)"
        values["also"] = listed.also
    bounds = {name: day for name, day in (("since", listed.since), ("until", listed.until)) if day is not None}
    if bounds:
        within = " AND ".join({"since": "f.hi >= :since", "until": "f.lo <= :until"}[name] for name in bounds)
        body += f" AND EXISTS (SELECT 1 FROM fact f WHERE f.n = fact_posting.fact_n AND {within})"
    return body, values | bounds


def _added(a: dict[str, int], b: dict[str, int]) -> dict[str, int]:
    return {kind: a.get(kind, 0) + b.get(kind, 0) for kind in {*a, *b}}


def mark(row: Any) -> str:
    return f"{row['sort']}\x03{row['fact_n'] if 'fact_n' in row else row['n']:012d}"


def _in_order(counts: dict[str, int], more: list[str]) -> tuple[tuple[str, int], ...]:
    for kind in more:
        counts[kind] += 1
    return tuple((kind, counts[kind]) for kind in codebook().kinds if counts.get(kind))


def fact_lines(connection: Connection, facts: Sequence[int], told: int = _SHOWN_OF_A_FACT) -> tuple[FactLine, ...]:
    """These facts in this order, each with at most ``told`` of its statements."""
    if not facts:
        return ()
    sql = (
        "SELECT n, fact_n FROM (SELECT n, fact_n, row_number() OVER (PARTITION BY fact_n ORDER BY place) AS nth"
        f" FROM statement WHERE fact_n IN :facts AND state = 0) AS numbered WHERE nth <= {told}"
        " ORDER BY fact_n, nth"
    )
    members: dict[int, list[int]] = {fact: [] for fact in facts}
    for r in rows(connection, sql, facts=facts):
        members[r["fact_n"]].append(r["n"])
    sql = (
        "SELECT fact_n, count(*) AS n, count(DISTINCT document_n) AS d FROM statement"
        " WHERE fact_n IN :facts AND state = 0 GROUP BY fact_n"
    )
    counts = {r["fact_n"]: (r["n"], r["d"]) for r in rows(connection, sql, facts=facts)}
    numbers = [n for group in members.values() for n in group]
    loaded = dict(zip(numbers, load(connection, numbers), strict=True))
    return tuple(_line(fact, tuple(loaded[n] for n in members[fact]), *counts[fact]) for fact in facts)


def _line(fact: int, told: tuple[Found, ...], count: int, documents: int) -> FactLine:
    return FactLine(fact, max(told, key=_fullness), told, count, documents)


def _fullness(found: Found) -> tuple[int, int, int]:
    s = found.statement
    given = sum(x is not None for x in (s.object, s.date, s.end_date, s.value))
    return given, len(s.date or ""), len(s.object or "")


def _grouped(about: tuple[str, ...], told: Any, limit: int, cursor: str | None) -> Profile:
    """Facts from statements, where the postings of facts do not serve: as of a day, or with rejected statements."""
    groups: dict[int, list[Found]] = {}
    for found in told:
        groups.setdefault(found.fact, []).append(found)
    kinds = list(codebook().kinds)
    order = {}
    for fact, members in groups.items():
        first = members[0].statement
        order[fact] = f"{kinds.index(first.kind):02d}{min(m.statement.date or '9' for m in members)}\x03{fact:012d}"
    counts = _in_order(dict.fromkeys(kinds, 0), [members[0].statement.kind for members in groups.values()])
    later = [fact for fact in sorted(groups, key=order.__getitem__) if cursor is None or order[fact] > cursor]
    lines = tuple(
        _line(f, tuple(groups[f][:_SHOWN_OF_A_FACT]), len(groups[f]), len({m.document_id for m in groups[f]}))
        for f in later[:limit]
    )
    return Profile(about, len(groups), counts, lines, order[later[limit - 1]] if len(later) > limit else None)

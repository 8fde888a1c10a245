"""What people decide about statements and actors. A decision is a row that never changes; undoing it is another one.

Every decision names the last decision on the same thing that its maker had seen (``seen``, null for none); if there is
a later one, `ConflictingDecision` is raised and nothing is written. Undoing names any decision up to which all had been
seen: one page may show the decisions on several things.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from dragoman import edtf
from dragoman.codebook import codebook
from dragoman.errors import ConflictingDecision, InvalidRecord, UnknownName
from dragoman.ledger.rows import Row, compact, storable

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.ledger.store import Ledger

CORRECTABLE = ("kind", "stage", "source", "target", "object", "date", "end", "value", "by", "event", "quote", "start")
_ACTOR = re.compile(r"(?:[A-Z][A-Za-z0-9-]{0,15})?(?:/\S.*)?")
_BOUNDS = (None, "min", "max", "approx")
_REGROUPED = 500  # members of a fact up to which a correction of one groups all of them anew


def confirm(ledger: Ledger, statement: str, *, who: str, why: str = "", seen: int | None = None) -> int:
    """The statement (id or unique beginning) is right. The number of the decision.

    Raises `UnknownName`, `ConflictingDecision`.
    """
    return _on_statement(ledger, "confirm", statement, None, who, why, seen)


def reject(ledger: Ledger, statement: str, *, who: str, why: str = "", seen: int | None = None) -> int:
    """The statement is wrong and is left out of answers. Raises as `confirm`."""
    return _on_statement(ledger, "reject", statement, None, who, why, seen)


def correct(
    ledger: Ledger, statement: str, fields: Mapping[str, Any], *, who: str, why: str = "", seen: int | None = None
) -> int:
    """Some of the contract's fields are other ones. Raises as `confirm`, and `InvalidRecord` for impossible fields.

    Actors can be called by any name, as in a question. A new one of a known state or organisation is ``CODE/Name``.
    ``start`` is the character of the document at which the ``quote`` (left out: the present one) begins. Without it,
    the quote is where its words stand nearest to the present place.
    """
    return _on_statement(ledger, "correct", statement, dict(fields), who, why, seen)


def merge(ledger: Ledger, actor: str, into: str, *, who: str, why: str = "", seen: int | None = None) -> int:
    """``actor`` is the same as ``into``: both are answered under either, called ``into``.

    Raises `UnknownName`, `ConflictingDecision`, and `InvalidRecord` where they are one already.
    """
    return _on_actors(ledger, "merge", actor, into, who, why, seen)


def split(ledger: Ledger, actor: str, *, who: str, why: str = "", seen: int | None = None) -> int:
    """``actor`` is not what it was merged into. Raises as `merge`."""
    return _on_actors(ledger, "split", actor, None, who, why, seen)


def undo(ledger: Ledger, decision: int, *, who: str, why: str = "", seen: int | None = None) -> int:
    """Take a decision back. ``seen`` is the last decision that its maker had seen; null for ``decision`` itself.

    Raises `UnknownName`, and `ConflictingDecision` where it was undone meanwhile, where something later than
    ``seen`` was decided on the statement that it bears on, or on the actor, and where merges would make a circle.
    """
    from dragoman.ledger import sql
    from dragoman.ledger.settling import undone_among

    with ledger.writing() as connection:
        found = sql.one(connection, "SELECT * FROM decision WHERE n = :n", n=decision)
        if found is None or found["action"] == "undo":
            raise UnknownName(f"there is no decision {decision} that could be undone")
        if undone_among(connection, [decision]):
            raise ConflictingDecision(f"decision {decision} was undone already; look at its history")
        seen = decision if seen is None else seen
        _refuse_undoing_unseen(connection, found, seen)
        row = {name: found[name] for name in ("statement_id", "actor", "into_actor")}
        basis = {"decision": decision, "seen": seen}
        n = _write(connection, ledger, "undo", who, why, basis, row | {"undoes": decision})
        if found["statement_id"] is not None:
            _apply_to_statement(connection, found["statement_id"], decision)
        else:
            apply_merges(connection)
        return n


def validated(fields: Mapping[str, Any], kind: str, stage: str, text: str) -> Row:
    """Corrected fields, checked against the codebook and the document's text. Raises `InvalidRecord`."""
    unknown = sorted(fields.keys() - set(CORRECTABLE))
    if unknown or not fields:
        raise InvalidRecord(
            f"fields {', '.join(unknown) or '(none)'} cannot be corrected; {', '.join(CORRECTABLE)} can"
        )
    for name in ("kind", "stage", "quote", "date", "end", "event", "object"):
        nullable = name not in ("kind", "stage", "quote")
        if not (isinstance(fields.get(name, ""), str) or (nullable and fields[name] is None)):
            raise InvalidRecord(f"{name} {fields[name]!r} is not text")
    codebook().stage(fields.get("kind", kind), fields.get("stage", stage))
    for name in ("date", "end"):
        if fields.get(name) is not None:
            edtf.check(fields[name])
    for name in ("source", "target", "by"):
        if not isinstance(fields.get(name, ()), list | tuple):
            raise InvalidRecord(f"{name} {fields[name]!r} is not a list of actors")
        for actor in fields.get(name, ()):
            if not isinstance(actor, str):
                raise InvalidRecord(f"{name} {actor!r} is not an actor")
    if fields.get("event") not in (None, *codebook().plover):
        raise InvalidRecord(f"event {fields['event']!r} is not one of {', '.join(codebook().plover)}")
    if not isinstance(fields.get("value"), list | tuple | None):
        raise InvalidRecord(f"value {fields['value']!r} is not a list of values")
    for value in fields.get("value") or ():
        if not isinstance(value, dict) or not _is_number(value.get("number")):
            raise InvalidRecord(f"value {value!r} has no number, e.g. {{'number': 9600000, 'unit': 'EUR'}}")
        if value.get("bound") not in _BOUNDS or not isinstance(value.get("unit"), str | None):
            raise InvalidRecord(f"value {value!r}: unit is text, bound is min, max or approx")
    if "quote" in fields and (not fields["quote"] or fields["quote"] not in text):
        raise InvalidRecord(f"quote {fields['quote']!r} does not stand in the document's text")
    start = fields.get("start", 0)
    if (
        not isinstance(start, int)
        or isinstance(start, bool)
        or start < 0
        or ("start" in fields and not text.startswith(fields["quote"], start))
    ):
        raise InvalidRecord(f"quote {fields['quote']!r} does not stand at character {start!r} of the document's text")
    return dict(fields)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def check_actor(actor: object) -> str:
    """``actor`` itself when it is ``CODE``, ``CODE/Name`` or ``/Name``. Raises `InvalidRecord`."""
    if not isinstance(actor, str) or not actor or not _ACTOR.fullmatch(actor):
        raise InvalidRecord(f"actor {actor!r} is not written CODE, CODE/Name or /Name")
    return actor


def _on_statement(
    ledger: Ledger, action: str, statement: str, fields: Row | None, who: str, why: str, seen: int | None
) -> int:
    from dragoman.ledger.settling import text_of
    from dragoman.queries.explaining import decisions_on
    from dragoman.queries.resolving import actor_called, statement_by_id

    with ledger.writing() as connection:
        row = statement_by_id(connection, statement)
        _refuse_unseen(
            f"statement {row['id']}", max((d.number for d in decisions_on(connection, row)), default=None), seen
        )
        basis = _basis(connection, row, seen)
        if fields is not None:
            text = text_of(connection, row["document_n"])
            fields = validated(_with_quote(fields, row["quote"]), row["kind"], row["stage"], text)
            for name in fields.keys() & {"source", "target", "by"}:
                fields[name] = list(dict.fromkeys(actor_called(connection, actor) for actor in fields[name]))
            if "quote" in fields:
                basis["placed"] = _placed(connection, row, fields, text)
        n = _write(
            connection,
            ledger,
            action,
            who,
            why,
            basis,
            {"statement_id": row["id"], "fields": compact(fields) if fields is not None else None},
        )
        _apply_to_statement(connection, row["id"], n)
        return n


def _with_quote(fields: Row, quote: str) -> Row:
    """Where only the place is corrected, the words at it are those of the present ``quote``."""
    if fields.get("start") is None:
        return {name: value for name, value in fields.items() if name != "start"}
    return {"quote": quote, **fields}


def _placed(connection: Connection, row: Mapping[str, Any], fields: Row, text: str) -> Row:
    """Where a corrected quote begins, and where the statement was read: in other versions both move together."""
    from dragoman.ledger.settling import nearest
    from dragoman.ledger.sql import scalar

    sql = (
        "SELECT min(start_char) FROM presence WHERE statement_n = :n AND document_n = :document AND retired_at IS NULL"
    )
    read = scalar(connection, sql, n=row["n"], document=row["document_n"])
    start = fields.get("start", nearest(text, fields["quote"], row["start_char"]))
    return {"start": start, "read": row["start_char"] if read is None else read}


def _basis(connection: Connection, row: Mapping[str, Any], seen: int | None) -> Row:
    """What a decision on a statement was based on: what it said, where, by which reader."""
    from dragoman.ledger.rows import statement_from
    from dragoman.ledger.sql import scalar

    document = scalar(connection, "SELECT id FROM document WHERE n = :n", n=row["document_n"])
    place = {"document": document, "start": row["start_char"], "end": row["end_char"]}
    return {"statement": statement_from(row).contract(), "reader": row["reader"], "seen": seen} | place


def _apply_to_statement(connection: Connection, statement_id: str, decision: int) -> None:
    """Settle the statement and those to which the decision was carried, each with the other members of its fact."""
    from dragoman.ledger.settling import settle
    from dragoman.ledger.sql import rows

    sql = (
        "SELECT n, fact_n FROM statement WHERE id = :id"
        " OR n IN (SELECT statement_n FROM carried WHERE decision_n = :decision)"
    )
    found = rows(connection, sql, id=statement_id, decision=decision)
    facts = sorted({r["fact_n"] for r in found})
    sql = f"SELECT n FROM statement WHERE fact_n IN :facts LIMIT {_REGROUPED + 1}"
    members = [r["n"] for r in rows(connection, sql, facts=facts)]
    if len(members) <= _REGROUPED:
        settle(connection, members, regroup=True)
    else:
        settle(connection, [r["n"] for r in found])


def _on_actors(ledger: Ledger, action: str, actor: str, into: str | None, who: str, why: str, seen: int | None) -> int:
    from dragoman.ledger import sql
    from dragoman.queries.resolving import actor_called

    with ledger.writing() as connection:
        known = sql.one(connection, "SELECT * FROM actor WHERE actor = :actor", actor=actor)
        if known is None:
            with suppress(InvalidRecord):
                actor = actor_called(connection, actor)
            known = sql.one(connection, "SELECT * FROM actor WHERE actor = :actor", actor=check_actor(actor))
        into = None if into is None else actor_called(connection, into)
        if actor == into:
            raise InvalidRecord(f"{actor} cannot be merged into itself")
        if known is None:
            raise UnknownName(f"the ledger has no actor {actor!r}; `dragoman actors` lists those it has")
        _refuse_unseen(f"actor {actor}", _last_on_actors(connection, [a for a in (actor, into) if a]), seen)
        if action == "merge":
            _refuse_circle(connection, known, into or "")
        elif known["merged_into"] is None:
            raise InvalidRecord(f"{actor} is not merged into anything")
        row = {"actor": actor, "into_actor": into}
        n = _write(connection, ledger, action, who, why, {"seen": seen, "statements": known["shown"]}, row)
        apply_merges(connection)
        return n


def _refuse_circle(connection: Connection, actor: Mapping[str, Any], into: str) -> None:
    from dragoman.ledger import schema, sql
    from dragoman.ledger.index import actor_row

    target = sql.one(connection, "SELECT * FROM actor WHERE actor = :actor", actor=into)
    if target is None:
        new = actor_row(sql.next_number(connection, schema.actor), into)
        code = into.split("/", 1)[0]
        sql.insert(connection, schema.actor, [new])
        if code and sql.one(connection, "SELECT n FROM actor WHERE actor = :actor", actor=code) is None:
            sql.insert(connection, schema.actor, [actor_row(new["n"] + 1, code)])
    elif actor["n"] in (target["n"], target["merged_into"]) or actor["merged_into"]:
        raise InvalidRecord(f"{actor['actor']} and {into} are merged already; split first")


def apply_merges(connection: Connection) -> None:
    """Bring ``merged_into`` in step with the decisions, and index anew the statements that this concerns."""
    from dragoman.ledger import sql
    from dragoman.ledger.settling import settle

    wanted = _merged(connection)
    actors = sql.rows_in(connection, "SELECT n, actor FROM actor WHERE actor IN :keys", {*wanted, *wanted.values()})
    numbers = {r["actor"]: r["n"] for r in actors}
    target = {numbers[actor]: numbers[into] for actor, into in wanted.items()}
    before = {
        r["n"]: r["merged_into"]
        for r in sql.rows(connection, "SELECT n, merged_into FROM actor WHERE merged_into IS NOT NULL")
    }
    changed = {n for n in {*before, *target} if before.get(n) != target.get(n)}
    keys = {before.get(n, n) for n in changed}
    # All members of the facts that they tell: these are grouped anew, and have their dates from all of them.
    sql_touched = (
        "SELECT n FROM statement WHERE fact_n IN"
        " (SELECT s.fact_n FROM posting p JOIN statement s ON s.n = p.statement_n WHERE p.key_n IN :keys)"
    )
    touched = sorted({r["n"] for r in sql.rows_in(connection, sql_touched, keys)})
    many = [{"n": n, "into": target.get(n)} for n in sorted(changed)]
    sql.run(connection, "UPDATE actor SET merged_into = :into WHERE n = :n", many)
    settle(connection, touched, regroup=True)


def _merged(connection: Connection) -> dict[str, str]:
    """Each merged actor with the one it is finally merged into, by all decisions that stand.

    Raises `ConflictingDecision` where two would be merged into each other, as when a split between is taken back.
    """
    from dragoman.ledger.sql import rows

    found = rows(
        connection, "SELECT n, action, actor, into_actor, undoes FROM decision WHERE actor IS NOT NULL ORDER BY n"
    )
    undone = {r["undoes"] for r in found if r["undoes"]}
    into: dict[str, str] = {}
    for r in found:
        if r["n"] in undone:
            continue
        if r["action"] == "merge":
            into[r["actor"]] = r["into_actor"]
        elif r["action"] == "split":
            into.pop(r["actor"], None)
    return {actor: final for actor in into if (final := _final(into, actor)) != actor}


def _final(into: Mapping[str, str], actor: str) -> str:
    passed = {actor}
    while actor in into:
        if into[actor] in passed:
            circle = f"{actor} and {into[actor]} would be merged into each other"
            raise ConflictingDecision(f"{circle}; split one of them first")
        actor = into[actor]
        passed.add(actor)
    return actor


def _refuse_unseen(what: str, last: int | None, seen: int | None) -> None:
    if last != seen:
        before = f"decision {seen}" if seen else "no decision"
        raise ConflictingDecision(f"{what}: you had seen {before}, the last one is {last}; look again")


def _refuse_undoing_unseen(connection: Connection, decision: Mapping[str, Any], seen: int) -> None:
    from dragoman.ledger.sql import scalar
    from dragoman.queries.explaining import decisions_on, statement_of

    if decision["statement_id"] is not None:
        row = statement_of(connection, decision)
        what, last = f"statement {row['id']}", max(d.number for d in decisions_on(connection, row))
    else:
        what, last = f"actor {decision['actor']}", _last_on_actors(connection, [decision["actor"]]) or 0
    if not last <= seen <= scalar(connection, "SELECT max(n) FROM decision"):
        _refuse_unseen(what, last, seen)


def _last_on_actors(connection: Connection, actors: list[str]) -> int | None:
    from dragoman.ledger.sql import scalar

    sql = "SELECT max(n) FROM decision WHERE actor IN :actors OR into_actor IN :actors"
    last: int | None = scalar(connection, sql, actors=actors)
    return last


def _write(connection: Connection, ledger: Ledger, action: str, who: str, why: str, basis: Row, more: Row) -> int:
    from dragoman.ledger import schema, sql

    if not who.strip():
        raise InvalidRecord("a decision needs the name of who made it")
    n = sql.next_number(connection, schema.decision)
    empty = {"statement_id": None, "actor": None, "into_actor": None, "fields": None, "undoes": None}
    row = {"n": n, "at": ledger.now(), "who": storable(who), "action": action, "why": storable(why)}
    sql.insert(connection, schema.decision, [empty | row | {"basis": storable(compact(basis))} | more])
    return n

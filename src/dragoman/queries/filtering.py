"""From a `Filter` to SQL whose order is served by an index.

A large answer is walked in the order of an index and cut after a page; a small one is collected through the most
selective index and sorted. Which of the two it is, is found by counting up to `FEW`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from dragoman.ledger import fulltext, schema
from dragoman.ledger.days import day_range, days
from dragoman.ledger.folding import Term, acronym_words, as_written, finds, fold, query_terms, words
from dragoman.ledger.rows import place_prefix, storable
from dragoman.ledger.sql import rows, scalar
from dragoman.queries.records import Filter
from dragoman.queries.resolving import Keys, documents_called, keys_of

FEW = 5000  # rows that may be collected and sorted for one answer
ARTICLES = ("the", "a", "an")


@dataclass(slots=True)
class Plan:
    """A question in SQL, without its state. ``nothing`` is true where no statement can match.

    ``checked`` are terms that match too many statements to collect: rows are walked in order and their quotes checked.
    """

    tables: str
    conditions: list[str] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    states: tuple[int, ...] = (schema.SHOWN,)
    place: str = "s.place"
    number: str = "s.n"
    state: str = "s.state"
    nothing: bool = False
    checked: tuple[Term, ...] = ()
    checked_object: tuple[Term, ...] = ()
    least: int | None = None
    as_of: int | None = None

    def fits_object(self, named: str | None) -> bool:
        """Whether an object has the words that are checked here."""
        return not self.checked_object or finds(self.checked_object, fulltext.object_words(named).split())


def plan(connection: Connection, asked: Filter) -> Plan:
    """How to answer ``asked``. Raises `InvalidRecord` for dates that are no EDTF or in the wrong order."""
    keys = sorted((keys_of(connection, actor) for actor in asked.actors), key=lambda k: k.statements)
    made = _by_actors(keys, asked) if keys else Plan("statement s")
    made.nothing = any(not k.numbers for k in keys)
    alias = "p" if keys else "s"
    _by_columns(made, alias, asked)
    if asked.document is not None:
        _by_name(connection, made, asked.document)
    _by_document(connection, made, asked, walked=not keys)
    for column, query in (("quote", asked.text), ("object", asked.object)):
        if query is not None:
            _by_words(connection, made, column, query, asked.least if column == "quote" else None)
    if asked.as_of is not None:
        made.as_of = days(asked.as_of)[1]
        made.conditions.append(said_then(made.number))
        made.values["as_of"] = made.as_of
    made.states = tuple(
        state
        for state in (schema.SHOWN, schema.REJECTED, schema.RETIRED, schema.RETIRED | schema.REJECTED)
        if (asked.as_of is not None or not state & schema.RETIRED)
        and (asked.include_rejected or not state & schema.REJECTED)
    )
    if made.tables == "statement s" and connection.dialect.name == "sqlite":
        made.tables += _index_hint(connection, made, asked)
    return made


def said_then(number: str) -> str:
    """The condition that a document said the statement of this number on the day ``:as_of``."""
    return (
        "EXISTS (SELECT 1 FROM presence pr JOIN version v ON v.document_n = pr.document_n"
        f" WHERE pr.statement_n = {number} AND pr.retired_at IS NULL"
        " AND v.from_day <= :as_of AND v.until_day > :as_of)"
    )


def _by_actors(keys: list[Keys], asked: Filter) -> Plan:
    """Walk the postings of the rarest actor; the others are looked up at the same place."""
    bits = schema.TAKES_PART if asked.role is None else 7 if asked.role == "any" else schema.ROLE_BITS[asked.role]
    made = Plan("posting p", place="p.place", number="p.statement_n", state="p.state")
    made.values["bits"] = bits
    made.conditions.append("(p.roles & :bits) <> 0")
    first = keys[0]
    if len(first.numbers) == 1:
        made.conditions.append("p.key_n = :key0")
        made.values["key0"] = first.numbers[0]
    else:  # a name of several actors: each statement once, through the smallest of its keys
        made.conditions.append("p.key_n IN :key0")
        made.conditions.append(
            "NOT EXISTS (SELECT 1 FROM posting q WHERE q.key_n IN :key0 AND q.key_n < p.key_n AND q.state = p.state"
            " AND q.place = p.place AND (q.roles & :bits) <> 0)"
        )
        made.values["key0"] = list(first.numbers)
    for i, other in enumerate(keys[1:], 1):
        made.conditions.append(
            f"EXISTS (SELECT 1 FROM posting q WHERE q.key_n IN :key{i} AND q.state = p.state AND q.place = p.place"
            " AND (q.roles & :bits) <> 0)"
        )
        made.values[f"key{i}"] = list(other.numbers)
    return made


def _by_columns(made: Plan, alias: str, asked: Filter) -> None:
    for column, wanted in (("kind", asked.kinds), ("stage", asked.stages)):
        if len(wanted) == 1:
            made.conditions.append(f"{alias}.{column} = :{column}")
            made.values[column] = wanted[0]
        elif wanted:
            made.conditions.append(f"{alias}.{column} IN :{column}")
            made.values[column] = list(wanted)
    since, until = day_range(asked.since, asked.until)
    if since is not None:
        made.conditions.append(f"{alias}.hi >= :since")
        made.values["since"] = since
    if until is not None:
        made.conditions.append(f"{alias}.lo <= :until")
        made.values["until"] = until
    if asked.undated:
        made.conditions.append(f"{alias}.lo IS NULL AND {alias}.hi IS NULL")
    if asked.min_confidence is not None:
        _join_statement(made)
        made.conditions.append("s.confidence >= :confidence")
        made.values["confidence"] = asked.min_confidence


def _by_name(connection: Connection, made: Plan, name: str) -> None:
    """A document by its name, which the order of places begins with, or all versions of it by their path or address."""
    called = documents_called(connection, name)
    if called and called[0]["stem"] != name:
        _join_statement(made)
        made.conditions.append("s.document_n IN :called")
        made.values["called"] = [r["n"] for r in called]
        return
    prefix = place_prefix(storable(name) or "")
    made.conditions.append(f"{made.place} >= :stem AND {made.place} < :stem_end")
    made.values |= {"stem": prefix, "stem_end": prefix[:-1] + "\x02"}


def _join_statement(made: Plan) -> None:
    if made.tables == "posting p":
        made.tables = "posting p JOIN statement s ON s.n = p.statement_n"


def _by_document(connection: Connection, made: Plan, asked: Filter, walked: bool) -> None:
    """Publisher and language are the document's: few documents are listed, many are checked row by row."""
    wanted = {}
    if asked.publisher is not None:
        wanted["publisher_folded"] = fold(asked.publisher)
    if asked.language is not None:
        wanted["language"] = asked.language
    if not wanted:
        return
    _join_statement(made)
    where = " AND ".join(f"d.{name} = :{name}" for name in wanted)
    found = rows(connection, f"SELECT d.n FROM document d WHERE {where} ORDER BY d.n LIMIT 101", **wanted)
    if len(found) <= 100 and walked:
        made.conditions.append("s.document_n IN :documents")
        made.values["documents"] = [r["n"] for r in found]
        made.nothing = made.nothing or not found
    else:
        made.conditions.append(f"EXISTS (SELECT 1 FROM document d WHERE d.n = s.document_n AND {where})")
        made.values |= wanted


def object_alternatives(name: str) -> list[tuple[Term, ...]]:
    """An instrument's name as queries on objects: the words in a row but for an article before them, or its acronym
    where that is written: "IPAP" for the full name."""
    in_a_row = tuple(words(name))
    in_a_row = in_a_row[1:] if len(in_a_row) > 1 and in_a_row[0] in ARTICLES else in_a_row
    found: list[tuple[Term, ...]] = [(Term(in_a_row),)] if in_a_row else []
    longest = [a for a in acronym_words(name) if len(a) > 2]
    return found + [(Term((as_written(acronym),)),) for acronym in longest if (acronym,) != in_a_row]


def _by_words(connection: Connection, made: Plan, column: str, query: str, least: int | None) -> None:
    terms = query_terms(query)
    if not terms:
        made.nothing = True
        return
    dialect = connection.dialect.name
    number, condition = fulltext.match_condition(dialect, "statement_text", column)
    match = fulltext.match_query(dialect, terms, column, least)
    condition = condition.replace(":match", f":{column}_match")
    values = {f"{column}_match": match}
    sql = f"SELECT count(*) FROM (SELECT 1 FROM statement_text WHERE {condition} LIMIT {FEW + 1}) AS few"
    if int(scalar(connection, sql, **values)) <= FEW:
        made.conditions.append(f"{made.number} IN (SELECT {number} FROM statement_text WHERE {condition})")
        made.values |= values
        if made.tables == "statement s":
            made.tables += " NOT INDEXED" if dialect == "sqlite" else ""
    elif column == "quote":
        made.checked, made.least = terms, least
    else:
        made.checked_object = terms


def _index_hint(connection: Connection, made: Plan, asked: Filter) -> str:
    """SQLite keeps no histogram: tell it whether to walk in order or to collect by date."""
    if "documents" in made.values or "called" in made.values:
        return " INDEXED BY ix_statement_document"
    dated = [c for c in made.conditions if c.startswith(("s.hi", "s.lo"))]
    if asked.since is not None and asked.document is None:
        where = " AND ".join(["s.state = 0", *dated])
        used = {name: made.values[name] for name in ("since", "until") if name in made.values}
        few = f"SELECT 1 FROM statement s INDEXED BY ix_statement_days WHERE {where} LIMIT {FEW + 1}"
        if int(scalar(connection, f"SELECT count(*) FROM ({few}) AS few", **used)) <= FEW:
            return " INDEXED BY ix_statement_days"
    return " INDEXED BY ix_statement_kind" if len(asked.kinds) == 1 else " INDEXED BY ix_statement_place"

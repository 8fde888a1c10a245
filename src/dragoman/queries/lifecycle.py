"""Things that statements are about (instruments, programmes, missions): their stages over time, parties, sums."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from dragoman.codebook import codebook, kind_ranks
from dragoman.ledger import Ledger
from dragoman.ledger.folding import Term, fold, little_words, query_terms
from dragoman.ledger.sql import rows, rows_in
from dragoman.queries.called import called, counted_by_object
from dragoman.queries.records import FactLine
from dragoman.queries.resolving import keys_of
from dragoman.queries.show import fact_lines

MOST = 500  # statements that are looked at for one name; a name of more is not that of one thing
ALL = 100_000  # statements that are counted for a list of things
_THINGS = ("agreement", "assistance", "mission", "membership")
_CLAUSE = "provides"  # the stage of what an agreement says: its object is the clause
_PLACE_LAST = 99999999
_LONGEST_NAME = 8  # words; what is longer is a clause with names in it
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Thing:
    """An object as documents name it, with how many of the statements looked at have it, and of which kinds; ``latest``
    is the number of the one read last."""

    name: str
    statements: int
    kinds: tuple[str, ...]
    latest: int


@dataclass(frozen=True, slots=True)
class Things:
    """A list of things. Their numbers are of the ``counted`` statements that were looked at; ``at_least``: of more."""

    things: tuple[Thing, ...]
    counted: int
    at_least: bool


@dataclass(frozen=True, slots=True)
class Lifecycle:
    """What is said about a thing: facts by first day; undated ones last, in the order in which they were published.

    ``parties`` counts facts by actor, most first. ``related`` are things whose names have this one in them.
    ``at_least``: only the first `MOST` statements were looked at. ``total`` counts the facts of all pages; ``cursor``
    asks for the next one.
    """

    name: str
    facts: tuple[FactLine, ...]
    total: int
    parties: tuple[tuple[str, int], ...]
    related: tuple[Thing, ...]
    at_least: bool
    cursor: str | None


def lifecycle(
    ledger: Ledger,
    name: str,
    *,
    party: str | None = None,
    limit: int = 60,
    offset: int = 0,
    cursor: str | None = None,
) -> Lifecycle:
    """The facts about the thing of this name (in these words, or by its acronym), with one party if given.

    ``cursor`` beats ``offset``, which skips facts where others decide meanwhile.
    Raises `UnknownName` where there are none.
    """
    with ledger.reading() as connection:
        found = called(connection, name, most=MOST)
        numbers = {r["fact_n"] for r in found.rows}
        facts = list(rows_in(connection, "SELECT n, kind, lo, keys FROM fact WHERE n IN :keys", numbers))
        parties = _parties(connection, facts)
        if party is not None:
            keys = keys_of(connection, party).numbers
            facts = [r for r in facts if set(keys) & set(json.loads(r["keys"]))]
        ranks = kind_ranks()
        said = _first_published(connection, [r["n"] for r in facts if r["lo"] is None])
        marks = {
            r["n"]: f"{r['lo'] or _PLACE_LAST:08d}\x03{said.get(r['n'], '')}\x03{ranks[r['kind']]:02d}\x03{r['n']:018d}"
            for r in facts
        }
        facts.sort(key=lambda r: marks[r["n"]])
        later = [r["n"] for r in facts if cursor is None or marks[r["n"]] > cursor]
        begin = offset if cursor is None else 0
        shown = later[begin : begin + limit]
        return Lifecycle(
            name,
            fact_lines(connection, shown, 3),
            len(facts),
            parties,
            _things((r, 1) for r in found.others),
            found.at_least,
            marks[shown[-1]] if shown and begin + limit < len(later) else None,
        )


def things(ledger: Ledger, text: str | None = None, *, limit: int = 100) -> tuple[Thing, ...]:
    """The first of `listed`."""
    return listed(ledger, text).things[:limit]


def listed(ledger: Ledger, text: str | None = None) -> Things:
    """Things whose names have these words (the last may be only begun), most statements first; else those read last.

    With words all statements are counted, up to `ALL`; without, the numbers are of the `MOST` statements read last.
    """
    with ledger.reading() as connection:
        if text is None:
            sql = (
                "SELECT n, object, kind, stage, fact_n FROM statement WHERE state = 0 AND kind IN :kinds"
                f" AND NOT (kind = 'agreement' AND stage = '{_CLAUSE}') AND object IS NOT NULL"
                " ORDER BY n DESC LIMIT :most"
            )
            found = rows(connection, sql, kinds=_THINGS, most=MOST + 1)
            return Things(
                _things(((r, 1) for r in found[:MOST]), most_first=False), min(len(found), MOST), len(found) > MOST
            )
        terms = query_terms(text)
        if not terms:
            return Things((), 0, False)
        if not text.rstrip().endswith('"'):
            terms = (*terms[:-1], Term(terms[-1].words, begun=True))
        grouped, counted = counted_by_object(connection, terms, ALL)
        return Things(_things((r, r["statements"]) for r in grouped), counted, counted >= ALL)


def _things(found: Iterable[tuple[Any, int]], most_first: bool = True) -> tuple[Thing, ...]:
    """Things from rows with how many statements each stands for. Wordings that differ in case and marks only are one
    thing, under its first wording. What is only described, such as a clause or the purpose of money, is none."""
    wording: dict[str, str] = {}
    counts: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    latest: dict[str, int] = {}
    named: set[str] = set()
    for r, statements in found:
        key = fold(r["object"])
        wording.setdefault(key, r["object"])
        counts[key] += statements
        latest[key] = max(latest.get(key, 0), r["n"])
        kinds.setdefault(key, set()).add(r["kind"])
        if (r["kind"] == "agreement" and r["stage"] != _CLAUSE) or is_name(r["object"]):
            named.add(key)
    ordered = [(key, n) for key, n in counts.items() if key in named]
    if most_first:
        ordered.sort(key=lambda item: (-item[1], item[0]))
    order = tuple(codebook().kinds)
    return tuple(Thing(wording[k], n, tuple(x for x in order if x in kinds[k]), latest[k]) for k, n in ordered)


def is_name(text: str) -> bool:
    """Whether an object is called by a name: an acronym, or words of which most have a capital."""
    content = [word for word in _WORD.findall(text) if fold(word) not in little_words()]
    if len(content) > _LONGEST_NAME:
        return False
    if len(content) == 1:
        return len([letter for letter in content[0] if letter.isupper()]) > 1
    return 2 * len([word for word in content if word[0].isupper()]) > len(content)


def _first_published(connection: Connection, facts: list[int]) -> dict[int, str]:
    """The first date of a document that tells each fact; after all dates where none has one."""
    sql = (
        "SELECT s.fact_n, min(coalesce(d.date, '~')) AS date FROM statement s JOIN document d ON d.n = s.document_n"
        " WHERE s.state = 0 AND s.fact_n IN :keys GROUP BY s.fact_n"
    )
    return {r["fact_n"]: r["date"] for r in rows_in(connection, sql, facts)}


def _parties(connection: Connection, facts: list[Any]) -> tuple[tuple[str, int], ...]:
    counts: Counter[int] = Counter()
    for r in facts:
        counts.update(set(json.loads(r["keys"])))
    names = {r["n"]: r["actor"] for r in rows_in(connection, "SELECT n, actor FROM actor WHERE n IN :keys", counts)}
    return tuple(sorted(((names[n], count) for n, count in counts.items()), key=lambda item: (-item[1], item[0])))

"""What a statement is about where its own words do not name it: a call of "spoke with the President", and of "which
Norway funds" what stands before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from dragoman.datafiles import data_file
from dragoman.reading.negation_forms import any_of
from dragoman.records import Evidence, Statement

WORDS: dict[str, Any] = data_file("objects.yml")
MEETINGS = [
    (re.compile(rf"\b{row['told']}(?P<rest>.*)", re.IGNORECASE | re.DOTALL), row["called"]) for row in WORDS["meetings"]
]
MET = re.compile(rf"\b{any_of(WORDS['met'])}\b", re.IGNORECASE)
TELLING_OF_IT = re.compile(rf"\W*{any_of(WORDS['telling_of_it'])}\b", re.IGNORECASE)
END = re.compile(r"[.!?;](?=\s)|\n")
OF_ANOTHER = ("assistance", "mission", "position")
"""Kinds of which a relative clause tells as a rule something of what stands before it; of a treaty "which provides for
water" it tells another thing."""
NEAR = 40
"""Characters between an object and the clause that tells of it."""
ALL_OF_IT = 0.9
"""Share of the quote from which on an object is the whole clause."""


def with_objects(text: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """``statements`` of ``text`` in its order; where the object of one is its whole clause, it is what the verb tells,
    or the object of the statement before in its sentence of which a relative clause tells."""
    before: Evidence | None = None
    for statement in statements:
        place = next((e for e in statement.evidence if e.role == "object"), None)
        if place and not is_whole(statement, place):
            before = replace(place, value=statement.object or "")
        elif place and statement.kind == "meeting":
            statement = by_its_verb(statement)
        elif place and before and tells_of(before, statement, place, text):
            statement = replace(statement, object=before.value, evidence=(*statement.evidence, before))
        yield statement


def tells_of(before: Evidence, statement: Statement, place: Evidence, text: str) -> bool:
    """Whether ``statement``, with its object at ``place``, tells something of the object right ``before`` it."""
    relative = statement.kind in OF_ANOTHER and TELLING_OF_IT.match(statement.quote) is not None
    return relative and 0 <= place.start - before.end <= NEAR and not END.search(text, before.end, place.start)


def is_whole(statement: Statement, place: Evidence) -> bool:
    return place.end - place.start >= ALL_OF_IT * len(statement.quote)


def by_its_verb(statement: Statement) -> Statement:
    """A meeting called as the data file calls the first of its verbs that the object has: "call"."""
    told = [(match, called) for verb, called in MEETINGS if (match := verb.search(statement.object or ""))]
    if not told or MET.search(statement.object or ""):
        return statement
    first, called = min(told, key=lambda pair: pair[0].start())
    return replace(statement, object=called.format(rest=first["rest"].strip(" .,")))

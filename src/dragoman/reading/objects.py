"""What a statement is about where its own words do not name it: of "which Norway funds" what stands before, of "hands |
over the bridge" the handing over; and meetings by their verb (`dragoman.reading.meetings`)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.clauses import as_a_noun, office_in_passing
from dragoman.reading.meetings import by_its_place, by_its_verb
from dragoman.reading.phrases import about, as_phrase, is_only_when
from dragoman.records import Evidence, Statement

WORDS = data_file("objects.yml")
NO_LIMIT = "(?!(?<= up) to )"
"""Behind a verb and its second word, as "gave | up to ten ships" tells of no giving up."""
WITH_PARTICLE = [
    (compiled(rf"(?<!\w){row.text('told')}(?!\w){NO_LIMIT}"), row.text("called"))
    for row in WORDS.parts("with_particle")
]
TELLING_OF_IT = compiled(rf"\W*{any_of(WORDS['telling_of_it'])}\b", re.IGNORECASE)
END = re.compile(r"[.!?;](?=\s)|\n")
OF_ANOTHER = ("assistance", "mission", "position")
"""Kinds of which a relative clause tells as a rule something of what stands before it; of a treaty "which provides for
water" it tells another thing."""
NEAR = 40
"""Characters between an object and the clause that tells of it."""
START = attrgetter("start")
CELL = " | "
"""Between two cells of a row."""
LONG_VERB = 12
"""Characters of the longest verb before a particle, with a space."""
ALL_OF_IT = 0.9
"""Share of the quote from which on an object is the whole clause."""


def with_objects(text: str, statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` of ``text`` in its order, the object of each a phrase that tells what it is about; without those
    that tell only when another one was."""
    told = list(told_by_verbs(text, statements))
    around = (told[max(0, at - 1) : at + 2] for at in range(len(told)))
    phrases = (worded(text, said, near) for said, near in zip(told, around, strict=True))
    return without_doubles([with_own_object(in_one_cell(text, phrase)) for phrase in phrases if phrase])


def without_doubles(statements: Sequence[Statement]) -> list[Statement]:
    """``statements`` without those that say by now the same as a surer one of their passage, or the same as another
    one there but for what it was about."""
    kept: list[Statement] = []
    last: dict[tuple[object, ...], int] = {}
    telling = sorted((s for s in statements if s.object is not None and not stands_in(s, "target")), key=START)
    longest = max((one.end - one.start for one in telling), default=0)
    for said in statements:
        nothing = said.object is None or (said.kind == "assistance" and stands_in(said, "target"))
        near = (bisect_left(telling, at, key=START) for at in (said.start - longest, said.end))
        if nothing and any(tells_more(other, said) for other in telling[slice(*near)]):
            continue
        fields = (said.kind, said.stage, said.source, said.target, said.object, said.date, said.end_date, said.value)
        at = last.get(fields)
        if at is not None and said.object and kept[at].start < said.end and said.start < kept[at].end:
            kept[at] = max(kept[at], said, key=lambda one: one.confidence)
        else:
            last[fields] = len(kept)
            kept.append(said)
    return kept


def tells_more(one: Statement, than: Statement) -> bool:
    """Whether ``one``, which has an object, is of the same passage as ``than`` and tells the same for the rest."""
    if one.end <= than.start or than.end <= one.start:
        return False
    parties = {*one.source, *one.target}
    same = parties == {*than.source, *than.target} and (one.date, one.end_date) == (than.date, than.end_date)
    return same and (one.kind, one.stage) == (than.kind, than.stage)


def stands_in(statement: Statement, *roles: str) -> bool:
    """Whether the object is no more than the words of which a party, or the date, was read."""
    place = statement.object_place
    told = (one for one in statement.evidence if one.role in roles)
    return place is not None and any(one.start <= place.start and place.end <= one.end for one in told)


def in_one_cell(text: str, statement: Statement) -> Statement:
    """``statement`` with an object that runs through a row of a table cut to its first cell that tells more than a
    party, a date or an amount: "School roofs" of "Norway | School roofs | EUR 200,000"."""
    place = statement.object_place
    if place is None or CELL not in (statement.object or "") or CELL not in text[place.start : place.end]:
        return statement
    told = [one for one in statement.evidence if one.role in ("source", "target", "date", "value")]
    start = place.start
    for cell in text[place.start : place.end].split(CELL):
        end = start + len(cell)
        own = any(letter.isalpha() for letter in cell)
        if own and not any(one.start < end and start < one.end for one in told):
            return about(text, statement, start, end)
        start = end + len(CELL)
    return without_object(statement)


def without_object(statement: Statement) -> Statement:
    return replace(statement, object=None, evidence=tuple(e for e in statement.evidence if e.role != "object"))


def with_own_object(statement: Statement) -> Statement:
    """``statement`` without an object that is only when it was, "in the | first half of 2024", or who gave: neither is
    what it is about."""
    if not stands_in(statement, "date", *(("source",) if statement.kind == "assistance" else ())):
        return statement
    return without_object(statement)


def told_by_verbs(text: str, statements: Sequence[Statement]) -> Iterator[Statement]:
    """``statements`` of ``text`` in its order; where the object of one is its whole clause, it is what the verb tells,
    or the object of the statement before in its sentence of which a relative clause tells."""
    before: Evidence | None = None
    for statement in statements:
        place = statement.object_place
        if place and not is_whole(statement, place):
            before = replace(place, value=statement.object or "")
            if statement.kind == "meeting":
                statement = by_its_place(text, statement, place)
            statement = with_its_verb(text, statement, place)
        elif place and statement.kind == "meeting":
            statement = by_its_verb(statement, place)
        elif place and before and tells_of(before, statement, place, text):
            statement = replace(statement, object=before.value, evidence=(*statement.evidence, before))
        yield statement


def worded(text: str, statement: Statement, around: Sequence[Statement]) -> Statement | None:
    """``statement`` with its object as a phrase of its own, if that has not been given a name. Where it tells only when
    something was, one of those ``around`` tells what (None), or the rest of its passage does."""
    place = statement.object_place
    if place is None or " ".join(text[place.start : place.end].split()) != statement.object:
        return statement
    if is_only_when(text, place):
        others = [one for one in around if one.kind == statement.kind and one.object != statement.object]
        beside = any(one.start < statement.end and statement.start < one.end for one in others)
        rest, end = text.index(", ", place.end) + len(", "), statement.end - text.endswith(".", 0, statement.end)
        return None if beside or rest >= end else about(text, statement, rest, end)
    phrase = as_phrase(text, statement, place)
    if phrase.kind == "office" and (office := office_in_passing(text, phrase)):
        return about(text, phrase, *office)
    return replace(phrase, object=as_a_noun(text, phrase))


def tells_of(before: Evidence, statement: Statement, place: Evidence, text: str) -> bool:
    """Whether ``statement``, with its object at ``place``, tells something of the object right ``before`` it."""
    relative = statement.kind in OF_ANOTHER and TELLING_OF_IT.match(statement.quote) is not None
    return relative and 0 <= place.start - before.end <= NEAR and not END.search(text, before.end, place.start)


def is_whole(statement: Statement, place: Evidence) -> bool:
    return place.end - place.start >= ALL_OF_IT * len(statement.quote)


def with_its_verb(text: str, statement: Statement, place: Evidence) -> Statement:
    """``statement`` with the verb in its object of which that has only the second word: "hands | over the bridge"."""
    if not text[place.start - 1 : place.start].isspace():
        return statement
    start, end = max(0, place.start - LONG_VERB), place.start + LONG_VERB
    for verb, called in WITH_PARTICLE:
        if any(match.start() < place.start < match.end() for match in verb.finditer(text, start, end)):
            return replace(statement, object=f"{called} {statement.object}")
    return statement

"""What a meeting is called of which the text has no word but a verb: "call" of "spoke with the President", and "meeting
in Bergen" of "met in Bergen"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.datafiles import any_of, compiled, data_file
from dragoman.records import Evidence, Statement

WORDS = data_file("objects.yml")
MEETINGS = [
    (compiled(rf"\b{row.text('told')}(?P<rest>.*)", re.IGNORECASE | re.DOTALL), row.text("called"))
    for row in WORDS.parts("meetings")
]
MET = compiled(rf"\b{any_of(WORDS['met'])}\b", re.IGNORECASE)
ONLY_MET = compiled(rf"{any_of(WORDS['only_met'])}\b", re.IGNORECASE)
MET_ABOUT = compiled(rf"\b{any_of(WORDS['met_about'])}\b|\bon (?![A-Z\d])")
FORMATS = compiled(
    rf"\b{any_of([f'(?P<{name}>{any_of(words)})' for name, words in WORDS.lists('formats').items()])}\b", re.IGNORECASE
)
NAMED = re.compile(
    r"(?!The |An? |In )[A-Z][\w’'-]*[a-z][\w’'.-]*"
    r"(?:(?:, |,? and | of | the | of the | )[A-Z][\w’'.-]*)*(?:, [A-Z]\.[A-Z]\.)?"
)
"""A name, that of a place or of who was met: "New York", "Minister Lind", no "COP27"."""
NO_PLACE = compiled(rf"\b{any_of(WORDS['no_place'])}\b", re.IGNORECASE)
LED_TO = re.compile(r"\b(?P<how>in|at|to|for|return\w* (?:\w+ ){0,3}from)\s+(?P<the>the )?\Z", re.IGNORECASE)
"""Not every "from": who arrived from Mali visited another state."""
BESIDE = compiled(rf"\W+(?:{any_of(WORDS['beside_met'])} )?(?P<how>with|by|on)?\s*(?P<the>the )?\Z")
SENTENCE = re.compile(r"[.!?;](?=\s)|\n")
SEEN = 150
"""Characters before and after a place within which the word stands that tells what was there."""
SIDES = ("source", "target")


def by_its_verb(statement: Statement, place: Evidence) -> Statement:
    """A meeting whose object, at ``place``, is its whole clause, called as the data file calls the first of its verbs;
    nothing more than who met whom is no object."""
    clause = statement.object or ""
    told = [(match, called) for verb, called in MEETINGS if (match := verb.search(clause))]
    if only_who_met(statement, place):
        return replace(statement, object=None, evidence=tuple(e for e in statement.evidence if e != place))
    if not told or MET.search(clause):
        return statement
    first, called = min(told, key=lambda pair: pair[0].start())
    return replace(statement, object=called.format(rest=first["rest"].strip(" .,")))


def only_who_met(statement: Statement, place: Evidence) -> bool:
    """Whether the clause says of both sides that they met and not why: "Minister Lind met with Minister Mora"."""
    clause = statement.object or ""
    met = ONLY_MET.search(clause)
    sides = {e.role for e in statement.evidence if e.role in SIDES and place.start <= e.start and e.end <= place.end}
    return met is not None and len(sides) == len(SIDES) and not MET_ABOUT.search(clause)


def by_its_place(text: str, statement: Statement, place: Evidence) -> Statement:
    """A meeting whose object, at ``place`` of ``text``, is only where it was or who was met, called by the verb that
    tells of it: "meeting in Bergen", "visit to Mali", "reception by President Mora"."""
    name = statement.object or ""
    if not NAMED.fullmatch(name) or NO_PLACE.search(name):
        return statement
    before = text[max(0, place.start - SEEN) : place.start]
    before = before[max((end.end() for end in SENTENCE.finditer(before)), default=0) :]
    after = SENTENCE.split(text[place.end : place.end + SEEN], maxsplit=1)[0]
    nearest = max(FORMATS.finditer(before), key=lambda match: match.start(), default=None)
    told = nearest or FORMATS.search(after)
    kind = told.lastgroup if told else None
    party = any(e.role in SIDES and e.start < place.end and place.start < e.end for e in statement.evidence)
    if led := LED_TO.search(before):
        called = led_to(led["how"].lower(), kind, f"{led['the'] or ''}{name}", party)
    elif nearest and (beside := BESIDE.fullmatch(before, nearest.end())):
        how = beside["how"] or {"visit": "to", "reception": "of"}.get(str(kind), "with")
        called = f"{kind} {how} {beside['the'] or ''}{in_full(text, statement, place)}"
    else:
        called = None
    return replace(statement, object=called) if called else statement


def led_to(how: str, kind: str | None, name: str, party: bool) -> str | None:
    """What is called ``kind`` and was at, went to or came from the place ``name``; None where it may be no place."""
    if how in ("in", "at") and kind and kind != "visit":
        return f"{kind} {how} {name}"
    return f"visit to {name}" if kind == "visit" or (party and kind is None and how in ("in", "to")) else None


def in_full(text: str, statement: Statement, place: Evidence) -> str:
    """Who is named at ``place``, with the words that the linker took with it: "President" of "President Mora"."""
    wider = [e for e in statement.evidence if e.role in SIDES and e.start <= place.start and place.end <= e.end]
    end = max((e.end for e in wider), default=place.end)
    return " ".join(text[place.start : end].split())

"""Who invites somebody asks for a meeting: "invited the Minister to Bergen" tells of none that is planned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.codebook import codebook
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.reading.stages_behind import index_at
from dragoman.records import Statement
from dragoman.segment import Sentence

WORDS = data_file("objects.yml").part("invitations")
NEAR = r"[^;:.()]{0,90}"
NEXT = r"[^,;:.()]{0,60}\Z"
INVITES = compiled(
    rf"\b(?P<verb>{any_of(WORDS['inviting'])}) (?!{any_of(WORDS['not_whom'])}\b)"
    rf"(?P<whom>{NEAR}? to (?:the )?)?\Z",
    re.IGNORECASE,
)
"""Up to the object, which is where to, or else whom: "invited the Minister to | Bergen", "invited | both sides to"."""
INVITED = compiled(rf"\b{any_of(WORDS['being'])}(?: \w+ly)? \Z", re.IGNORECASE)
NAMED = WORDS.text("invitation")
GIVEN = compiled(
    rf"\b(?:{any_of(WORDS['giving'])} {NEAR}?\b{NAMED}|{NAMED} {any_of(WORDS['given'])})\b{NEXT}", re.IGNORECASE
)
THERE = re.compile(r"\b(?P<how>at|in) (?:the )?\Z", re.IGNORECASE)
"""Before the place where somebody was invited: "an invitation extended by the President at the (summit)"."""
ITSELF = compiled(rf"{NAMED}\b", re.IGNORECASE)
ANSWERED = compiled(rf"\b{any_of(WORDS['answered'])}\b", re.IGNORECASE)
STAGES = ("planned", "held")
SIDES = ("source", "target")


def as_invitation(text: str, sentences: Sequence[Sentence], said: Statement) -> Statement:
    """``said`` of ``text``, as a request where it is a meeting to which its sentence only invites."""
    place = said.object_place
    index = index_at(sentences, place.start) if place else -1
    if place is None or index < 0 or said.kind != "meeting" or said.stage not in STAGES:
        return said
    here = sentences[index]
    before, told = text[here.start : place.start], said.object or ""
    if ANSWERED.search(text, here.start, here.end):
        return said
    if (verb := INVITES.search(before)) and not INVITED.search(before[: verb.start()]):
        if verb["whom"] is None:
            return request(said, f"invitation of {told}")
        return between_sides(request(said, f"invitation to {told}"), here.start, here.start + verb.start())
    begun, there = ITSELF.match(told), THERE.search(before)
    if GIVEN.search(before + (begun[0] if begun else "")):
        return request(said, told if begun else f"invitation {there['how'] if there else 'to'} {told}")
    return said


def request(said: Statement, named: str) -> Statement:
    """``said`` as a request for what is ``named``; as it is where it has not two sides."""
    if not (said.source and said.target):
        return said
    event = codebook().stage("position", "requests").event
    return replace(
        said,
        kind="position",
        stage="requests",
        object=named,
        event=event,
        rule="position.requests",
        reason=f"{said.reason}; it is one to which somebody is invited",
    )


def between_sides(said: Statement, start: int, verb: int) -> Statement:
    """``said`` with those who are named in ``start:verb``, its sentence up to the verb, as the ones who invite all
    others."""
    parties = (*said.source, *said.target)
    told = [e for e in said.evidence if e.role in SIDES]
    acting = {e.value for e in told if start <= e.start < verb}
    source, target = ([actor for actor in parties if (actor in acting) is acts] for acts in (True, False))
    if said.kind != "position" or not (source and target):
        return said
    evidence = [replace(e, role=SIDES[e.value not in acting]) if e in told else e for e in said.evidence]
    return replace(said, source=tuple(source), target=tuple(target), evidence=tuple(evidence))

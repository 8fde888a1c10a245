"""Stages that the words behind the object decide: a treaty that "will enter into force upon ratification" is not in
force, and negotiations that "were suspended" do not go on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.codebook import READ, codebook
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.records import Statement
from dragoman.segment import Sentence

WORDS = data_file("stages.yml")
ENTRY = compiled(rf"\b{any_of(WORDS['entering'])}\b[^;:.()]{{0,60}}?\b{any_of(WORDS['conditions'])}\b", re.IGNORECASE)
CLAUSE = re.compile(r"[;:.]")
BROKEN_OFF = compiled(
    rf"(?:(?! {any_of(WORDS['other_subjects'])}\b)[^;:.()]){{0,80}}?(?:,| {any_of(WORDS['being'])})"
    rf" {any_of(WORDS['broken_off'])}\b",
    re.IGNORECASE,
)
RESUMED = compiled(rf"{WORDS.text('not_resumed')}\b{any_of(WORDS['resumed'])}\b", re.IGNORECASE)
OBSERVER = compiled(rf"^{WORDS.text('observers')}\b|\b{WORDS.text('observers')}\W?$", re.IGNORECASE)
OBSERVER_BEHIND = compiled(rf",? ?\(?{WORDS.text('observers')}\b(?! {any_of(WORDS['observing'])}\b)", re.IGNORECASE)
TURN = compiled(rf"\b{any_of(WORDS['other_subjects'])}\b", re.IGNORECASE)
OTHER_SUBJECT = compiled(rf"{TURN.pattern}\s+\S", re.IGNORECASE)
"""A turn with a word of its own behind: "and its protocol will", but not "which will"."""
KEPT_OPEN = compiled(rf"(?<!not )\b{any_of(WORDS['keeping'])}\b[^,;:.()]{{0,60}}? open\b", re.IGNORECASE)
DID_NOT = compiled(rf"\b{WORDS.text('did_not')}(?: [a-z]+){{1,3}}\s*$", re.IGNORECASE)
UNTIL = re.compile(r"[^,;:.()]{0,80}\buntil\b")
FAR = 300
"""Characters of the sentence that are looked at before and behind the object."""


def in_its_sentence(text: str, sentences: Sequence[Sentence], said: Statement) -> Statement:
    """``said`` of ``text``, at the stage that the words behind its object tell."""
    told = [(is_told, then) for kind, stage, is_told, then in TOLD_BEHIND if (kind, stage) == (said.kind, said.stage)]
    if not told:
        return said
    start, end = object_start(said), object_end(said)
    index = index_at(sentences, start)
    if index < 0:
        return said
    here = sentences[index]
    before, behind = text[max(here.start, start - FAR) : start], text[end : min(here.end, end + FAR)]
    then = next((then for is_told, then in told if is_told(said, before, text[start:end], behind)), said.stage)
    return at_stage(said, then) if then != said.stage else said


def enters_on_a_condition(said: Statement, before: str, told: str, behind: str) -> bool:
    """Whether an instrument lays down when it will be in force: "will enter into force upon ratification"."""
    return said.date is None and is_told_of_it(ENTRY, OTHER_SUBJECT, before, told, behind)


def is_told_of_it(form: re.Pattern[str], turn: re.Pattern[str], before: str, told: str, behind: str) -> bool:
    """Whether the clause of the object ``told`` has a ``form`` and no ``turn`` between the two."""
    start = len(CLAUSE.split(before)[-1])
    end = start + len(told)
    clause = before[len(before) - start :] + told + CLAUSE.split(behind)[0]
    found = form.finditer(clause)
    return any(not turn.search(clause[end : one.start()] + clause[one.end() : start]) for one in found)


def was_broken_off(_said: Statement, _before: str, _told: str, behind: str) -> bool:
    """Whether negotiations stand still: "were suspended in 2009"; those resumed since go on."""
    return BROKEN_OFF.match(behind) is not None and not RESUMED.search(behind)


def observes(_said: Statement, _before: str, told: str, behind: str) -> bool:
    return OBSERVER.search(told) is not None or OBSERVER_BEHIND.match(behind) is not None


def did_at_last(said: Statement, before: str, _told: str, behind: str) -> bool:
    """Whether one recognised the other in the end: "did not recognise it until 1862"."""
    dated = said.date is not None and said.end_date is None
    return dated and DID_NOT.search(before) is not None and UNTIL.match(behind) is not None


def is_kept_open(_said: Statement, before: str, told: str, behind: str) -> bool:
    """Whether a mission goes on: "decided to keep its embassy open", which in "closed its embassy but kept a consulate
    open" is not told of the embassy."""
    return is_told_of_it(KEPT_OPEN, TURN, before, told, behind)


TOLD_BEHIND: tuple[tuple[str, str, Callable[[Statement, str, str, str], bool], str], ...] = (
    ("agreement", "in-force", enters_on_a_condition, "provides"),
    ("agreement", "negotiating", was_broken_off, "suspended"),
    ("membership", "member", observes, "partner"),
    ("relations", "not-recognised", did_at_last, "recognised"),
    ("relations", "planned", is_kept_open, "established"),
    ("relations", "downgraded", is_kept_open, "established"),
)
"""Kind, stage as read, what has to be so of what stands before, in and behind the object, stage that is told."""


def at_stage(said: Statement, stage: str) -> Statement:
    """``said`` at ``stage``, with the event that this implies."""
    event = codebook().stage(said.kind, stage).event
    return replace(said, stage=stage, rule=f"{said.kind}.{stage}", event=said.event if event == READ else event)


def object_start(said: Statement) -> int:
    return (said.object_place or said).start


def object_end(said: Statement) -> int:
    return (said.object_place or said).end


def index_at(sentences: Sequence[Sentence], at: int) -> int:
    """Index of the sentence with the character ``at``; below 0 before the first."""
    return bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1

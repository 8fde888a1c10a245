"""When an event happened: the date of its statement, else of its sentence, else of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.actors.linking import Mention, within
from dragoman.dates import FoundDate, find_dates
from dragoman.edtf import interval
from dragoman.events.records import Event
from dragoman.events.scene import Scene, mention_of
from dragoman.records import Statement

# What goes on at a date did not happen on it.
LASTING = frozenset({"ongoing", "in-force", "implementing", "under-way"})
NEWS = timedelta(days=7)
"""How long ago something may be that a sentence dates for all that it tells of it."""
WEEK = re.compile(r"\bweeks?\b", re.IGNORECASE)
# All that may stand between an actor (or the sentence's start) and the date of what the actor does.
LEADS_TO_DATE = re.compile(
    r"[\s,(]*(?:(?i:in|at)\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){0,2},?\s+)?(?:(?i:early|late|earlier|again)\s+)?"
    r"(?:(?i:on|in|during)\s+)?(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?"
)
# Words behind which a date is that of another act: "criticised Iran for what it did to Iraq on 4 March".
OTHER_ACT = re.compile(r"\b(?:that|who|which|whose|when|after|before|because|while|following|for|over|of\s+\w+ing)\b")


def to_come(scene: Scene, date: str, stage: str = "") -> bool:
    """Whether ``date`` is after the document's; of a plan, whether it goes on after that, as "this year" does."""
    first, after = interval(date)
    return first >= interval(scene.date)[1] or (stage == "planned" and after > interval(scene.date)[1])


def when(scene: Scene, statement: Statement, place: tuple[int, int]) -> tuple[str, str]:
    """The date of a statement's event and where it is from: the statement's, else the sentence's, else the document's.

    The sentence's counts only where it has one date, which is past and stands first or right behind an actor of the
    statement: one further on may be that of what the act is about ("condemned the attack of 4 March").
    """
    told = next((e for e in statement.evidence if e.role == "date"), None)
    if statement.date and not (told and in_name(told.start, told.end, scene.mentions)):
        return statement.date, "text"
    found = dates_of(scene.document.text, *place, scene.date, scene.mentions)
    if len(found) != 1 or statement.stage in LASTING or not _is_past(found[0], scene.date):
        return scene.date, "document"
    if not _of_the_act(scene, statement, place, found[0].start):
        return scene.date, "document"
    return str(found[0].date), "text"


def dated_alike(scene: Scene, drafts: Sequence[Event]) -> list[Event]:
    """``drafts``, with one date for what a sentence says twice in other words and dates once: who "cut ties on Monday
    and closed the border" did both that day. Only of the last days: what was done years ago may go on now."""

    def said(one: Event) -> tuple[object, ...]:
        return one.start, one.end, one.type, one.actor.code, one.recipient.code if one.recipient else None

    published = interval(scene.date)[0]
    recent = [d for d in drafts if d.dated == "text" and timedelta() <= published - interval(d.date)[0] <= NEWS]
    told = {said(one): one.date for one in reversed(recent)}
    return [
        replace(one, date=told[said(one)], dated="text") if one.dated == "document" and said(one) in told else one
        for one in drafts
    ]


def _is_past(found: FoundDate, published: str) -> bool:
    """Whether a date is one point that is over on the day of publishing. A week is none, for only its month can be
    told, nor is a quarter of a year."""
    if found.role != "point" or not found.date or found.end_date or WEEK.search(found.text):
        return False
    return interval(found.date)[1] <= interval(published)[1]


def _of_the_act(scene: Scene, statement: Statement, place: tuple[int, int], at: int) -> bool:
    """Whether the date at ``at`` of the text is that of what the statement's actors do."""
    if any(e.role == "object" and e.start <= at < e.end for e in statement.evidence):
        return False
    sides = (("source", statement.source), ("target", statement.target))
    named = [mention_of(scene, actor, place, statement, role) for role, actors in sides for actor in actors]
    before = [m for m in named if m and m.end <= at]
    first, last = min((m.end for m in before), default=at), max((m.end for m in before), default=place[0])
    text = scene.document.text
    return bool(LEADS_TO_DATE.fullmatch(text, last, at)) and not OTHER_ACT.search(text, first, at)


def dates_of(text: str, start: int, end: int, published: str, mentions: Sequence[Mention]) -> list[FoundDate]:
    """The dates in ``text[start:end]`` that are not within an actor's name, with offsets into ``text``."""
    found = (replace(d, start=d.start + start, end=d.end + start) for d in find_dates(text[start:end], published))
    inside = within(mentions, start, end)
    return [d for d in found if not in_name(d.start, d.end, inside)]


def in_name(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether ``start:end`` is only a part of an actor's name: "the March 23 Movement"."""
    return any(m.actors and m.start <= start and end <= m.end and end - start < m.end - m.start for m in mentions)

"""When an event happened: the date of its statement, else of its sentence, else of the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from dragoman.actors.linking import Mention, within
from dragoman.datafiles import any_of, compiled, data_file
from dragoman.dates import FoundDate, find_dates
from dragoman.edtf import interval
from dragoman.events.records import Event
from dragoman.events.scene import Scene, mention_of
from dragoman.records import Evidence, Statement

WORDS = data_file("event_words.yml")
# What goes on at a date did not happen on it.
LASTING = frozenset({"ongoing", "in-force", "implementing", "under-way"})
NEWS = timedelta(days=7)
"""How long ago something may be that a sentence dates for all that it tells of it."""
WEEK = re.compile(r"\bweeks?\b", re.IGNORECASE)
SINCE = re.compile(r"since\b", re.IGNORECASE)
# What is so since a day came about on it, once: of all else the day only tells how long it has gone on.
BEGUN = frozenset({"established", "recognised", "upgraded", "downgraded", "severed", "concluded", "signed", "ratified",
                   "in-force", "suspended", "ended", "deployed", "cancelled"})  # fmt: skip
# All that may stand between an actor (or the sentence's start) and the date of what the actor does.
LEADS_TO_DATE = compiled(
    rf"[\s,(]*(?:(?i:{any_of(WORDS['before_a_place'])})\s+[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,2}},?\s+)?"
    rf"(?:(?i:{any_of(WORDS['how_early'])})\s+)?(?:(?i:{any_of(WORDS['before_a_date'])})\s+)?"
    r"(?:the\s+)?(?:[A-Z][a-z]+day,?\s+)?"
)
# Words behind which a date is that of another act: "criticised Iran for what it did to Iraq on 4 March".
OTHER_ACT = compiled(rf"\b{any_of(WORDS['other_act'])}\b")


def to_come(scene: Scene, date: str, stage: str = "") -> bool:
    """Whether ``date`` is after the document's; of a plan, whether it goes on after that, as "this year" does."""
    first, after = interval(date)
    return first >= interval(scene.date)[1] or (stage == "planned" and after > interval(scene.date)[1])


def when(scene: Scene, statement: Statement, place: tuple[int, int]) -> tuple[str, str]:
    """The date of a statement's event and where it is from: the statement's, else the sentence's, else the document's.

    Since when something goes on is not when it happened ("has sent aid since 2002"). The sentence's counts only where
    it has one date, which is past and stands first or right behind an actor of the statement: one further on may be
    that of what the act is about ("condemned the attack of 4 March").
    """
    told = next((e for e in statement.evidence if e.role == "date"), None)
    beginning = told is not None and statement.stage not in BEGUN and _is_beginning(scene, told)
    if statement.date and not beginning and not (told and in_name(told.start, told.end, scene.mentions)):
        return statement.date, "text"
    found = dates_of(scene.document.text, *place, scene.date, scene.mentions)
    if len(found) != 1 or statement.stage in LASTING or not _is_past(found[0], scene.date):
        return scene.date, "document"
    if not _of_the_act(scene, statement, place, found[0].start):
        return scene.date, "document"
    return str(found[0].date), "text"


def dated_alike(scene: Scene, drafts: Sequence[Event]) -> list[Event]:
    """``drafts``, with one date for what a sentence says twice in other words and dates once: who "cut ties on Monday
    and closed the border" did both that day. Only of the last days: what was done years ago may go on now.

    Talks of the same two are one event in the whole document, where it has one date for them: a release says first
    that two ministers met yesterday, then what they discussed."""

    def said(one: Event) -> tuple[object, ...]:
        return one.start, one.end, one.type, one.actor.code, one.recipient.code if one.recipient else None

    published = interval(scene.date)[0]
    recent = [d for d in drafts if d.dated == "text" and timedelta() <= published - interval(d.date)[0] <= NEWS]
    told = {said(one): one.date for one in reversed(recent)}
    talks: dict[frozenset[str], set[str]] = {}
    for one in recent:
        talks.setdefault(_talking(one), set()).add(one.date)

    def dated(one: Event) -> Event:
        held = talks.get(_talking(one), set()) if _talking(one) else set()
        day = told.get(said(one)) or (next(iter(held)) if len(held) == 1 else None)
        return replace(one, date=day, dated="text") if one.dated == "document" and day else one

    return [dated(one) for one in drafts]


def _talking(one: Event) -> frozenset[str]:
    """The two who talk with each other; nobody for other types."""
    return frozenset((one.actor.code, one.recipient.code)) if one.type == "CONSULT" and one.recipient else frozenset()


def is_since(found: FoundDate, text: str) -> bool:
    """Whether a date, with offsets into ``text``, only tells since when something goes on."""
    return found.role == "since" and SINCE.match(text, found.cue_start, found.start) is not None


def _is_beginning(scene: Scene, told: Evidence) -> bool:
    around = scene.around(told.start, told.end)
    found = dates_of(scene.document.text, *around, scene.date, scene.mentions)
    return any(d.start < told.end and told.start < d.end and is_since(d, scene.document.text) for d in found)


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
    dates = find_dates(text[start:end], published)
    found = (replace(d, start=d.start + start, end=d.end + start, cue_start=d.cue_start + start) for d in dates)
    inside = within(mentions, start, end)
    return [d for d in found if not in_name(d.start, d.end, inside)]


def in_name(start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether ``start:end`` is only a part of an actor's name: "the March 23 Movement"."""
    return any(m.actors and m.start <= start and end <= m.end and end - start < m.end - m.start for m in mentions)

"""Finds dates that are told from an earlier date of the text: "the same day", "two years later", "on the 21st"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from dragoman.dates.clauses import NAMED_BY, Tense, tense_at
from dragoman.dates.mentions import LOOK_BACK
from dragoman.dates.points import Mention, Point
from dragoman.dates.relative import NUMBER, Reference, number_of, shifted
from dragoman.dates.roles import FILLING
from dragoman.dates.words import CalendarWords, spaced

CARRIED = 800
"""How many characters a date is carried forward to a later sentence's "on November 2" or "the same day"."""

_ANCHORED = spaced(
    rf"(?i)(?<!\w)(?:(?:the|that) (?P<which>same|following|previous|preceding|next) (?P<unit>day|month|year|date)"
    rf"|that (?P<bare>year|day|date)|{NUMBER} (?P<units>day|week|month|year)s? (?P<way>later|earlier))(?!\w)"
)
_THE_DAY_BEFORE = spaced(
    r"(?i)(?<!\w)the (?P<unit>day|month|year) (?P<way>before|after)"
    r"(?=\s{0,2}(?:[.,;:)]|$)| (?:after|and|but|by|in|at|with|when|while|on)(?!\w))"
)
_FOLLOWING_MONTH = spaced(r"(?i:(?<!\w)(?:the|that) (?:following|next) )(?P<month>[A-Z][a-z]{2,8})(?!\w| \d)")
_NTH = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?![\w-])"
_OF_MONTH = spaced(
    rf"(?i)(?<!\w)the (?:{_NTH}|(?P<first>first)) "
    r"(?:(?:day )?of (?P<which>this|that|last|next|the same|the) month(?!\w)"
    r"|(?P<old>inst(?:ant)?|ult(?:imo)?|prox(?:imo)?)(?![a-z]))"
)
_ON_THE_NTH = spaced(
    rf"(?i:(?<!\w)(?:on|since|until|till|by|from|before|after) (?P<weekday>[a-z]{{3,6}}day,? )?)(?P<told>the {_NTH})"
    r"(?(weekday)|(?=\s{0,2}(?:[.,;:)]|$)| (?:and the|at|in|by|to|the|with|for|he|she|it|they|when|while|after|before"
    r"|hundreds|thousands|dozens|some|several|all|both)(?!\w)))"
)
_STEPS = {"same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}


@dataclass(frozen=True, slots=True)
class Told:
    """A place whose date is ``step`` units from an earlier date; for a month by name ``month`` is its number."""

    start: int
    end: int
    unit: str
    step: int
    month: int = 0
    near: bool = False
    """Whether that date is to stand in the same sentence: "the day before" is said of much else."""


def with_anchored(
    text: str, mentions: list[Mention], words: CalendarWords, known: Reference | None, starts: list[int]
) -> list[Mention]:
    """The mentions that are told from a date before: "the same day", "on the 21st", "the following January"."""
    places = [mention.start for mention in mentions]
    extra = []
    for told in _find(text, words):
        tense = tense_at(text, told.start, told.end, starts, words)
        earlier = mentions[max(0, bisect_right(places, told.start) - 6) : bisect_right(places, told.start)]
        day = _day_of_it(text, told, earlier)
        anchor = _anchor(text, told, earlier[:-1] if day else earlier, words, known, tense, starts)
        point = _moved(anchor, told) if anchor else None
        if day and point:
            extra.append(_in_year_of(day, told, point))
        elif point and not (tense == "past" and known and _after(point, known)):
            extra.append(Mention(told.start, told.end, point, basis="relative"))
    for match in (*_OF_MONTH.finditer(text), *_ON_THE_NTH.finditer(text)):
        start = match.start("told") if "told" in match.re.groupindex else match.start()
        tense = tense_at(text, start, match.end(), starts, words)
        place = bisect_right(places, start)
        told = Told(start, match.end(), "month", 0)
        anchor = _anchor(text, told, mentions[max(0, place - 6) : place], words, known, tense, starts)
        if anchor and known and _is_news(anchor, start, known, starts):
            anchor = None
        if point := _nth(match, anchor, known, tense):
            extra.append(Mention(start, match.end(), point, basis="relative"))
    return extra


def _day_of_it(text: str, told: Told, earlier: list[Mention]) -> Mention | None:
    """The day or month whose year is told right behind it: "18 November of that year"."""
    if told.unit != "year" or told.month or told.near or not earlier or earlier[-1].basis != "partial":
        return None
    return earlier[-1] if _OF_IT.fullmatch(text[earlier[-1].end : told.start]) else None


_OF_IT = spaced(r",?(?: of)? ")


def _in_year_of(day: Mention, told: Told, year: Point) -> Mention:
    """One mention of a day or month and the year that is told behind it."""
    first = replace(day.first, year=year.year)
    last = replace(day.last, year=year.year) if day.last else None
    return Mention(day.start, told.end, first, last, "relative", day.role, day.pair)


def _find(text: str, words: CalendarWords) -> Iterator[Told]:
    """Every "same day", "two years later", "day before" and "following January", without its date yet."""
    for match in _ANCHORED.finditer(text):
        unit = (match["unit"] or match["bare"] or match["units"]).lower()
        if match["units"]:
            step = number_of(match["number"]) * (1 if match["way"].lower() == "later" else -1)
            if not step:
                continue
        else:
            step = _STEPS[(match["which"] or "same").lower()]
        yield Told(match.start(), match.end(), "day" if unit == "date" else unit, step)
    for match in _THE_DAY_BEFORE.finditer(text):
        step = -1 if match["way"].lower() == "before" else 1
        yield Told(match.start(), match.end(), match["unit"].lower(), step, near=True)
    for match in _FOLLOWING_MONTH.finditer(text):
        if month := words.months.get(match["month"].lower()):
            yield Told(match.start(), match.end(), "year", 1, month)


def _anchor(
    text: str,
    told: Told,
    earlier: list[Mention],
    words: CalendarWords,
    known: Reference | None,
    tense: Tense,
    starts: list[int],
) -> Mention | None:
    """The nearest date before that is as fine as the unit, is no limit, and does not lie ahead of what is told as past.

    In "signed today, to apply from 1 September. Moldova signed on the same day" it is today.
    """
    for mention in reversed(earlier):
        if mention.end > told.start or told.start - mention.end > CARRIED or mention.first.year is None:
            continue
        if told.near and bisect_right(starts, mention.start) != bisect_right(starts, told.start):
            return None
        if told.unit == "year" and mention.basis == "fiscal" and not told.month:
            return None
        if mention.basis == "fiscal" or mention.role == "name" or not _as_fine(mention, told):
            continue
        if _in_other_row(text, mention, told):
            continue
        if mention.basis == "relative" and (told.unit == "year" or told.near):
            continue
        if told.near and NAMED_BY.search(text, max(0, mention.start - LOOK_BACK), mention.start):
            continue
        if _is_limit(text, mention, words, told) or (tense == "past" and known and _after(mention.first, known)):
            continue
        return mention
    return None


def _in_other_row(text: str, mention: Mention, told: Told) -> bool:
    """Whether the date stands in a row of a table, of which text outside it tells nothing."""
    end = text.find("\n", mention.end, told.start)
    return end >= 0 and " | " in text[text.rfind("\n", 0, mention.start) + 1 : end]


def _as_fine(mention: Mention, told: Told) -> bool:
    """Whether the date is a day where one is told from a day: "in May 2010. The same day" finds none."""
    if told.unit == "year":
        return True
    month = mention.first.month is not None and mention.first.month <= 12
    return month and (told.unit == "month" or mention.first.day is not None)


def _is_limit(text: str, mention: Mention, words: CalendarWords, told: Told) -> bool:
    """Whether "until" or "by" stands before a date, or "since" before a day, of which nothing more is told."""
    before = FILLING.sub("", text[max(0, mention.start - LOOK_BACK) : mention.start])
    limits = [words.until, words.deadline] + ([words.since] if told.unit == "day" else [])
    return any(pattern.search(before) for pattern in limits) and not mention.pair


def _after(point: Point, known: Reference) -> bool:
    """Whether the date is after the day of writing, as far as both are known."""
    here = (known.day.year, known.day.month, known.day.day)[: known.precision]
    there = tuple(part for part in (point.year, point.month, point.day) if part is not None)
    return there[: len(here)] > here[: len(there)]


def _moved(anchor: Mention, told: Told) -> Point | None:
    """The anchor's date moved by the step: "the following January" after 1999 is that of 2000."""
    point = (anchor.last or anchor.first) if told.step > 0 else anchor.first
    if point.year is None or not MINYEAR <= point.year <= MAXYEAR:
        return None  # "two years ago" in a text of the year 1
    if told.month:
        return Point(point.year + (point.month is None or point.month >= told.month), told.month)
    if told.unit == "year":
        year = point.year + told.step
        return Point(year) if MINYEAR <= year <= MAXYEAR else None
    if point.month is None or point.month > 12:
        return None
    if told.unit == "month":
        moved = shifted(date(point.year, point.month, 1), months=told.step)
        return Point(moved.year, moved.month)
    if point.day is None:
        return None
    moved = shifted(date(point.year, point.month, point.day), days=told.step * (7 if told.unit == "week" else 1))
    return Point(moved.year, moved.month, moved.day if told.unit == "day" else None)


def _is_news(anchor: Mention, start: int, known: Reference, starts: list[int]) -> bool:
    """Whether "on the 21st" is told from the day of writing: the date before is of late, and no sentence near it."""
    if known.precision < 3 or (anchor.first.year or 0) < known.day.year - 1:
        return False
    return bisect_right(starts, start) - bisect_right(starts, anchor.start) > 1


def _nth(match: re.Match[str], anchor: Mention | None, known: Reference | None, tense: Tense) -> Point | None:
    """ "On the 21st": of the month that is said, or that the text tells of, or nearest to the day of writing."""
    groups = match.groupdict()
    day = int(groups["day"] or 1)
    old = (groups.get("old") or "")[:3].lower()
    which = " ".join((groups.get("which") or old).lower().split())
    step = {"this": 0, "ins": 0, "last": -1, "ult": -1, "next": 1, "pro": 1}.get(which)
    if step is not None or (which == "" and tense == "ahead") or anchor is None:
        if known is None or known.precision < 2:
            return None
        if step is None:
            step = (day < known.day.day) if tense == "ahead" else -(day > known.day.day)
        month = shifted(known.day.replace(day=1), months=step)
    else:
        month = date(min(max(anchor.first.year or MINYEAR, MINYEAR), MAXYEAR), anchor.first.month or 1, 1)
        if tense == "past" and known and _after(Point(month.year, month.month, day), known):
            month = shifted(month, months=-1)
    try:
        month.replace(day=day)
    except ValueError:
        return None
    return Point(month.year, month.month, day)

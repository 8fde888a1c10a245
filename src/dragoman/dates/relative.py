"""Finds dates that are told from the day of writing: "yesterday", "last Friday", "two years ago", "over the past year".

They are only as fine as the words are: "two years ago" is a year, "four months ago" a month, "next week" the month in
which that week's Thursday lies (weeks have no EDTF of level 0 or 1).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.dates.clauses import SEEN_BEFORE, Tense, tense_at
from dragoman.dates.numerals import TENS, UNITS
from dragoman.dates.points import Mention, Point
from dragoman.dates.stretches import STRETCH, months_of
from dragoman.dates.words import ENGLISH, SEASONS, WEEKDAYS, CalendarWords, one_of, spaced, where

SMALL_NUMBERS = ENGLISH.numbers("vague") | UNITS | TENS
"""Words for a number of units of time; 0 where it is vague."""
UNIT = r"(?P<unit>day|night|week|fortnight|month|year|decade|summer|winter)s?"
DAYS = ("day", "night")
_COMPOUND = rf"(?:{one_of(TENS)})(?:-| )(?:{one_of(list(UNITS)[1:10])})"
NUMBER = rf"(?P<number>(?<![\w-])(?:\d{{1,3}}|{_COMPOUND}|{one_of(SMALL_NUMBERS)}))"

_WEEKDAY = spaced(
    rf"(?<!\w)(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?: past| coming)?|[Oo]n|[Uu]ntil|[Bb]y|[Ss]ince) )?"
    rf"(?<!Good\s)(?<!Black\s)(?<!Bloody\s)(?P<day>{one_of(day.title() for day in WEEKDAYS)})"
    r"(?!\w|[’'](?!s(?!\w)))"  # "Monday's attack" has a day, "Mondays' talks" none
    rf"(?!,? (?:(?:the )?\d|[A-Z][a-z]{{2,8}}\.? \d))"
)
_OF_MONTH = spaced(r"(?: (?:of|in) (?:(?P<each>the month|each|every)|(?P<month>[A-Z][a-z]{2,8}))(?!\w))")
"""Behind a weekday that is counted within a month: "on the last Friday of October"."""
_TO_THIS_DAY = spaced(r"(?i)(?<!\w)to this day$")
"""No day but ever since: "the clauses remain unfulfilled to this day"."""
_NAMED = spaced(
    r"(?i)(?<!\w)(?P<which>last|this|next|previous|the coming|this coming|this past|(?:end|rest|remainder) of the) "
    rf"(?P<unit>week|month|year|decade|{one_of(SEASONS)}|quarter)(?![\w-])"
)
_YEARS_END = spaced(r"(?i)(?<!\w)by (?P<end>(?:the )?year(?:['’]s |-| )end)(?!\w)")
_MONTH_OF = spaced(
    r"(?i:(?<!\w)(?P<which>last|this|next) )(?P<month>[A-Z][a-z]{2,8})(?!\w| \d)"
    r"|(?<!\w)(?:(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)? (?:of )?)?(?P<only>[A-Z][a-z]{2,8})"
    r"(?: (?P<late_day>[12]?\d|3[01])(?:st|nd|rd|th)?,?)? (?:of )?(?P<year>last|this|next) year"
)
_AGO = spaced(rf"(?i)(?<!\w)(?:a )?{NUMBER} {UNIT}(?: or (?:so|more))? (?P<way>ago|from now)(?!\w)")
_SPAN = spaced(
    rf"(?i)(?<!\w)(?:over|in|during|for|within|through|throughout|of|from)(?: the course of)? "
    rf"(?:the|these|this) (?P<way>past|last|next|coming) (?:{NUMBER} )?{UNIT}(?!\w)"
)
_PART_OF_YEAR = spaced(
    rf"(?i)(?<!\w)the (?:(?P<first>first )(?P<part>{STRETCH}) of the year"
    rf"|(?P<nth>first|second|third|fourth|last|final) (?P<stretch>{STRETCH}) of"
    rf" (?:the )?(?P<which>this|current|last|previous|past|next|coming) year)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """The day of writing as far as it is known: `precision` 1 for a year, 2 for a month, 3 for a day."""

    day: date
    precision: int

    @staticmethod
    def of(edtf: str | None) -> Reference | None:
        """From EDTF level 0; null for anything else, so that a strange side field costs dates, not the reading."""
        if not edtf or not re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", edtf):
            return None
        parts = [int(part) for part in edtf.split("-")]
        try:
            return Reference(date(parts[0], *[*parts[1:], 1, 1][:2]), len(parts))
        except ValueError:
            return None

    def point(self, day: date) -> Point:
        """``day`` no finer than the reference itself is known."""
        return Point(day.year, day.month if self.precision > 1 else None, day.day if self.precision > 2 else None)


def find_relative(text: str, reference: Reference, words: CalendarWords, starts: list[int]) -> Iterator[Mention]:
    """Mentions resolved against ``reference``; for languages other than English only the words for near days."""
    marks = {form.split()[-1] for form in words.near_days}
    for match in where(words.near_day, text, *marks) if words.near_day else ():
        if _TO_THIS_DAY.search(text[max(0, match.start() - 12) : match.end()]):
            continue
        days = words.near_days[" ".join(match[0].lower().split())] if reference.precision == 3 else 0
        day = shifted(reference.day, days=days)
        yield Mention(match.start(), match.end(), reference.point(day), basis="relative")
    if words.language != "en":
        return
    for match in _SPAN.finditer(text):
        yield from _span(match, reference)
    for match in _PART_OF_YEAR.finditer(text):
        part = months_of(match["nth"] or "first", match["stretch"] or match["part"])
        which = (match["which"] or "this").lower()
        year = reference.day.year + (which in ("next", "coming")) - (which in ("last", "previous", "past"))
        if part:
            yield Mention(match.start(), match.end(), Point(year, part[0]), Point(year, part[1]), "relative")
    for match in where(_AGO, text, "ago", "now"):
        yield _ago(match, reference)
    for match in _MONTH_OF.finditer(text):
        yield from _month_of(match, reference, words)
    for match in where(_YEARS_END, text, "end"):
        yield Mention(*match.span("end"), Point(reference.day.year), basis="relative")
    for match in _NAMED.finditer(text):
        yield from _named(match, reference)
    if reference.precision == 3:
        for match in _WEEKDAY.finditer(text):
            month = _OF_MONTH.match(text, match.end())
            recurs = words.recurring and words.recurring.search(text, max(0, match.start() - 16), match.start())
            if recurs or (month and (month["each"] or month["month"].lower() in words.months)):
                continue
            tense = tense_at(text, match.start("day"), match.end(), starts, words)
            refused = words.refused and words.refused.search(text, *_same_sentence(match, starts))
            yield _weekday(match, reference, "since" if refused and tense == "past" else tense)


def _same_sentence(match: re.Match[str], starts: list[int]) -> tuple[int, int]:
    """The words before a weekday within its sentence, as far as they are looked at."""
    return max(starts[bisect_right(starts, match.start()) - 1], match.start() - SEEN_BEFORE), match.start()


def shifted(day: date, days: int = 0, months: int = 0) -> date:
    """``day`` moved; the first of the month where months are moved. Stays within the calendar."""
    try:
        if months:
            count = day.year * 12 + day.month - 1 + months
            return date(count // 12, count % 12 + 1, 1)
        return day + timedelta(days=days)
    except (ValueError, OverflowError):
        return day


def _weekday(match: re.Match[str], reference: Reference, tense: Tense) -> Mention:
    """ "Met on Friday" is the nearest one past, "will meet" and "was due on Friday" the next; the day of writing is
    both. What was not done "until Friday" was done on the last one, told here with the tense of "since".
    """
    number = WEEKDAYS.index(match["day"].lower())
    which = " ".join((match["which"] or "").lower().split())
    if which == "by" and match.string.startswith(("'s", "’s"), match.end()):
        which = ""  # of "by Friday's attack" it is no limit
    today = reference.day.weekday()
    back = (today - number) % 7
    if which == "last":
        shift = -(back or 7)
    elif which == "next":
        shift = 7 - today + number
    elif which in ("this", "this coming", "by") or (which == "until" and tense != "since"):
        shift = (number - today) % 7
    else:
        shift = (number - today) % 7 if tense in ("ahead", "due") and which != "since" else -back
    start = (
        match.start("which") if which in ("last", "next", "this", "this past", "this coming") else match.start("day")
    )
    return Mention(start, match.end(), reference.point(shifted(reference.day, days=shift)), basis="relative")


def _named(match: re.Match[str], reference: Reference) -> Iterator[Mention]:
    """ "Last week", "this year": the stretch before, around or after the day of writing."""
    which, unit = " ".join(match["which"].lower().split()), match["unit"].lower()
    step = -1 if which in ("last", "previous", "this past") else 1 if which.endswith(("next", "coming")) else 0
    day, year = reference.day, reference.day.year
    start, end = match.start("which"), match.end()
    if unit == "year":
        yield Mention(start, end, Point(year + step), basis="relative")
    elif unit == "decade":
        first = year // 10 * 10 + 10 * step
        yield Mention(start, end, Point(first), Point(first + 9), "relative", "interval")
    elif reference.precision == 1:
        return
    elif unit == "month":
        moved = shifted(day, months=step)
        yield Mention(start, end, Point(moved.year, moved.month), basis="relative")
    elif unit == "week":
        thursday = shifted(day, days=3 - day.weekday() + 7 * step)
        yield Mention(start, end, Point(thursday.year, thursday.month), basis="relative")
    elif unit == "quarter":
        moved = shifted(day, months=3 * step)
        first = (moved.month - 1) // 3 * 3 + 1
        yield Mention(start, end, Point(moved.year, first), Point(moved.year, first + 2), "relative", "interval")
    else:
        season = SEASONS[unit]
        begins = (season - 20) * 3
        if step == -1:
            year -= day.month < begins + 3
        elif step == 1:
            year += day.month >= begins
        yield Mention(start, end, Point(year, season), basis="relative")


def _month_of(match: re.Match[str], reference: Reference, words: CalendarWords) -> Iterator[Mention]:
    """ "Last March", "March of last year" and "9 July last year"."""
    month = words.months.get((match["month"] or match["only"]).lower())
    if not month:
        return
    which = (match["which"] or match["year"]).lower()
    year, now = reference.day.year, reference.day.month
    if match["year"]:
        year += {"last": -1, "this": 0, "next": 1}[which]
    elif which == "last":
        year -= month >= now
    elif which == "next":
        year += month <= now
    day = int(match["day"] or match["late_day"] or 0)
    try:
        date(year, month, day or 1)
    except ValueError:
        return
    yield Mention(match.start(), match.end(), Point(year, month, day or None), basis="relative")


def number_of(written: str | None) -> int:
    """What "two", "thirty-two" or "12" counts, one where nothing is written, 0 for "several"."""
    words = re.split(r"[\s-]+", (written or "one").lower())
    return int(words[0]) if words[0].isdigit() else sum(SMALL_NUMBERS[word] for word in words)


def _ago(match: re.Match[str], reference: Reference) -> Mention:
    """ "Two years ago" is a year, "a year ago" a month; "a few weeks ago" the year of three weeks ago."""
    number, unit, vague = number_of(match["number"]), match["unit"].lower(), False
    if not number:
        number, vague = 3, True
    sign = -1 if match["way"].lower() == "ago" else 1
    if unit == "decade":
        number, unit = number * 10, "year"
    if unit == "fortnight":
        number, unit = number * 2, "week"
    if unit in ("year", "summer", "winter"):
        fine = unit == "year" and number == 1 and not vague and reference.precision > 1
        first = Point(reference.day.year + sign * number, reference.day.month if fine else None)
    else:
        months = sign * number if unit == "month" else 0
        days = 0 if unit == "month" else sign * number * (7 if unit == "week" else 1)
        day = shifted(reference.day, days=days, months=months)
        fine = not vague and reference.precision == 3
        first = Point(
            day.year, day.month if not vague or unit in DAYS else None, day.day if unit in DAYS and fine else None
        )
    return Mention(match.start(), match.end(), first, basis="relative")


def _span(match: re.Match[str], reference: Reference) -> Iterator[Mention]:
    """ "Over the past three years" reaches from that long ago to the day of writing, in whole units."""
    number, unit = number_of(match["number"]), match["unit"].lower()
    if not number or (match["number"] is None and match[0].endswith("s")):
        return
    if unit in ("summer", "winter"):
        return
    if unit == "decade":
        number, unit = number * 10, "year"
    if unit == "fortnight":
        number, unit = number * 2, "week"
    sign = -1 if match["way"].lower() in ("past", "last") else 1
    if unit == "year":
        other, here = Point(max(1, reference.day.year + sign * number)), Point(reference.day.year)
    elif reference.precision == 1:
        return
    elif unit == "month":
        moved = shifted(reference.day, months=sign * number)
        other, here = Point(moved.year, moved.month), Point(reference.day.year, reference.day.month)
    else:
        days = number * (7 if unit == "week" else 1)
        other = reference.point(shifted(reference.day, days=sign * days))
        here = reference.point(reference.day)
    first, last = (other, here) if sign < 0 else (here, other)
    yield Mention(match.start(), match.end(), first, last, "relative", "interval")

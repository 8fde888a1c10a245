"""Stretches of time as English says them: quarters, parts of years and centuries, seasons, fiscal years, decades in
words; and weekdays that are counted within a month."""

from __future__ import annotations

import re
from calendar import monthcalendar
from collections.abc import Iterator

from dragoman.dates.numerals import UNITS
from dragoman.dates.points import Mention, Point
from dragoman.dates.words import DASH, YEAR, CalendarWords, one_of

STRETCH = rf"quarter|half|(?:{one_of(list(UNITS)[2:12])}|[2-9]|1[01])\s{{1,3}}months"
"""Parts of a year, as patterns: "quarter", "five months"."""
_CENTURY_WORDS = {
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "twenty-first": 21,
}
_CENTURY = re.compile(
    r"(?i)(?<!\w)(?:(?P<nth>first|second|third|fourth|last)[ ](?P<part>decade|quarter|half)[ ]of[ ]the[ ])?"
    rf"(?:(?P<number>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{one_of(_CENTURY_WORDS)}))[- ]centur(?:y|ies)(?!\w)"
    r"(?![^\S\n]?B\.?C)"
)
_PARTS_OF_CENTURY = {"decade": 10, "quarter": 25, "half": 50}
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_DECADE_IN_WORDS = re.compile(
    rf"(?i)(?<!\w)(?:(?P<century>seventeen|eighteen|nineteen)[- ](?P<of_century>{one_of(_TENS)})"
    rf"|(?<!\w)(?:in|during|since|of|from|until|till|to|through|throughout|by|before|after|between)[ ]the[ ]"
    rf"(?:(?:early|mid|late|middle|mid to late)[- ])?[’'‘]?(?P<decade>{one_of(_TENS)}))(?!\w)"
)
_QUARTER = re.compile(
    rf"(?i)(?<!\w)(?:(Q[1-4]|H[12]|[1-4]Q|[12]H)(?:[ ]|[ ]of[ ]|/)?({YEAR})|({YEAR})[ ]?(Q[1-4]|H[12])(?!\w)"
    rf"|(?:(first|second|third|fourth|last)[ ]({STRETCH}))[ ]of[ ](?:the[ ]year[ ])?"
    rf"({YEAR}))"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NTH_WEEKDAY = re.compile(
    rf"(?i:(?<!\w)(?P<nth>first|second|third|fourth|last)[ ](?P<weekday>{one_of(_WEEKDAYS)})[ ](?:of|in)[ ])"
    rf"(?P<month>[A-Z][a-z]{{2,8}})(?:[ ]of|,)?[ ](?P<year>{YEAR})"
)
_SEASON = re.compile(rf"(?i)(?<!\w)(spring|summer|autumn|fall|winter)(?:[ ]of)?,?[ ]({YEAR})")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_FISCAL = re.compile(
    rf"(?<!\w)(?:FY|(?:[Ff]iscal|[Ff]inancial) [Yy]ear)[^\S\n]?[-’']?({YEAR}|\d{{2}}(?!\w))"
    rf"(?:(?:{DASH}|/)(\d{{2}}(?:\d{{2}})?)(?!\w))?"
)
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}


def find_stretches(text: str, words: CalendarWords) -> Iterator[Mention]:
    """All such stretches and days; where two overlap, the earlier one of these is meant."""
    for match in _FISCAL.finditer(text):
        year = int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
        if match[2] and int(match[2][-2:]) == (year + 1) % 100:
            last = Point(year + 1)
            yield Mention(match.start(), match.end(), Point(year), last, basis="fiscal", role="interval", pair=True)
        else:
            yield Mention(match.start(), match.end(), Point(year), basis="fiscal")
    for match in _QUARTER.finditer(text):
        year = int(match[2] or match[3] or match[7])
        if match[5]:
            part = months_of(match[5], match[6])
        else:
            letter, number = sorted(match[1] or match[4], reverse=True)
            part = stretch_of(int(number), 3 if letter in "Qq" else 6)
        if part:
            yield Mention(match.start(), match.end(), Point(year, part[0]), Point(year, part[1]))
    yield from _weekdays(text, words)
    for match in _SEASON.finditer(text):
        yield Mention(match.start(), match.end(), Point(int(match[2]), _SEASONS[match[1].lower()]))
    for match in _CENTURY.finditer(text):
        number = int(match["number"]) if match["number"] else _CENTURY_WORDS[match["word"].lower()]
        years = _PARTS_OF_CENTURY[match["part"].lower()] if match["part"] else 100
        nth = _NTH[(match["nth"] or "first").lower()]
        nth = 100 // years if nth < 0 else nth
        if 1 <= number <= 22 and nth * years <= 100:
            begin = (number - 1) * 100
            first, last = Point(begin + (nth - 1) * years + 1), Point(begin + nth * years)
            yield Mention(match.start(), match.end(), first, last, role="interval")
    for match in _DECADE_IN_WORDS.finditer(text):
        group = "decade" if match["decade"] else "of_century"
        tens = 20 + 10 * _TENS.index(match[group].lower())
        year = {"seventeen": 1700, "eighteen": 1800}.get((match["century"] or "").lower(), 1900) + tens
        start = match.start(group if match["decade"] else "century")
        yield Mention(start, match.end(), Point(year), Point(year + 9), role="interval")


def months_of(nth: str, stretch: str) -> tuple[int, int] | None:
    """The first and last month of "first quarter", "last five months"; null where the year has no such part."""
    unit = stretch.lower().split()
    months = {"quarter": 3, "half": 6}.get(unit[0]) or (UNITS.get(unit[0]) or int(unit[0]))
    return stretch_of(_NTH[nth.lower()], months)


def stretch_of(nth: int, months: int) -> tuple[int, int] | None:
    """The first and last month of the ``nth`` part of ``months`` months of a year, -1 for the last."""
    if nth < 0:
        return 13 - months, 12
    return ((nth - 1) * months + 1, nth * months) if nth * months <= 12 else None


def _weekdays(text: str, words: CalendarWords) -> Iterator[Mention]:
    """ "The first Monday of May 2019", which is the sixth."""
    for match in _NTH_WEEKDAY.finditer(text):
        month, year = words.months.get(match["month"].lower()), int(match["year"])
        if month is None:
            continue
        weekday, nth = _WEEKDAYS.index(match["weekday"].lower()), _NTH[match["nth"].lower()]
        days = [week[weekday] for week in monthcalendar(year, month) if week[weekday]]
        yield Mention(match.start(), match.end(), Point(year, month, days[nth if nth < 0 else nth - 1]))

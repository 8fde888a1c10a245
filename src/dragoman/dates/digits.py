"""Dates in digits alone: "2013-04-19", "19.04.2013", "5.V.2011", "on 3.4.96", "in 11/2022", "9/11"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.dates.points import NO_DAY, Mention, Point, checked
from dragoman.dates.words import DASH, CalendarWords, where

BEFORE = 40
"""How far before the digits the word may stand that makes them a date, or the number of something."""

_ISO = re.compile(
    r"(?:(?<![\w./:-])|(?<=-\d\d/))([12]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"(?!\d|-|/(?![12]\d{3}-\d\d-\d\d(?!\d)))"
)
_YEAR_FIRST = re.compile(
    r"(?<![\w./:-])((?:1[89]|20)\d\d)([./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
)
_NUMERIC = re.compile(
    r"(?:(?<![\w./:-])|(?<=[./]\d{4}-))(\d{1,2})([./-])[ ]?(\d{1,2})\2[ ]?((?:1[5-9]|20)\d{2})"
    r"(?![\d/]|-(?!\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d))|\.\d)"
)
_NUMERIC_DAYS = re.compile(
    rf"(?<![\w./:-])(\d{{1,2}})\.?(?:{DASH}|/)(\d{{1,2}})([./])(\d{{1,2}})\3((?:1[5-9]|20)\d{{2}})(?![\d/-]|\.\d)"
)
_MONTH_OF_YEAR = re.compile(r"(?<![\w./:-])(0[1-9]|1[0-2])/((?:19|20)\d{2})(?![\w/-]|\.\d)")
_MONTHS_OF_YEARS = re.compile(
    rf"(?<![\w./:-])(0[1-9]|1[0-2])/((?:19|20)\d{{2}})[^\S\n]?{DASH}[^\S\n]?(0[1-9]|1[0-2])/((?:19|20)\d{{2}})"
    r"(?![\w/-]|\.\d)"
)
_ROMAN_MONTH = re.compile(
    r"(?<![\w./:-])(\d{1,2})([./-])(I{1,3}|IV|VI{0,3}|I?X|XI{1,2})\2[ ]?((?:19|20)\d{2})(?![\w/-]|\.\d)"
)
_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NINE_ELEVEN = re.compile(r"(?<![\w/.])9/11(?![\w/]|\.\d)")


def find_in_digits(text: str, words: CalendarWords, month_first: bool) -> Iterator[Mention]:
    """All of them, those of one form after those of another. ``month_first`` reads 01/02/2014 as January 2."""
    for match in _ISO.finditer(text):
        yield from checked(match.start(), match.end(), Point(int(match[1]), int(match[2]), int(match[3])))
    for match in _YEAR_FIRST.finditer(text):  # as in East Asia
        point = Point(int(match[1]), int(match[3]), int(match[4]))
        if words.numbered.search(text, max(0, match.start() - BEFORE), match.start()):
            yield Mention(match.start(), match.end(), point, basis=NO_DAY)  # "Resolution 2014/5/3"
        else:
            yield from checked(match.start(), match.end(), point)
    for match in _NUMERIC.finditer(text):
        month, day = _in_order(int(match[1]), int(match[3]), month_first and match[2] != ".")
        if 1 <= month <= 12:
            yield from checked(match.start(), match.end(), Point(int(match[4]), month, day))
    for match in _NUMERIC_DAYS.finditer(text):
        day, last, month, year = (int(match[group]) for group in (1, 2, 4, 5))
        if day < last and 1 <= month <= 12:
            yield from checked(*match.span(), Point(year, month, day), Point(year, month, last), "interval")
    for match in _ROMAN_MONTH.finditer(text):  # as in Central Europe: "5.V.2011"
        yield from checked(*match.span(), Point(int(match[4]), _MONTHS.index(match[3]) + 1, int(match[1])))
    for match in words.written.short_year.finditer(text):
        for group in ("day", "until") if match["until"] else ("day",):
            first, second, year = (int(part) for part in re.split("[./]", match[group]))
            month, day = _in_order(first, second, month_first and "/" in match[group])
            if 1 <= month <= 12:
                yield from checked(*match.span(group), Point(of_its_century(year), month, day))
    for match in _MONTHS_OF_YEARS.finditer(text):  # as tables have the time of a project: "01/2021 – 12/2023"
        month, year, last_month, last_year = (int(part) for part in match.groups())
        numbered = words.numbered.search(text, max(0, match.start() - BEFORE), match.start())
        if not numbered and (year, month) < (last_year, last_month):
            stretch = Point(year, month), Point(last_year, last_month)
            yield Mention(match.start(), match.end(), *stretch, role="interval")
    for match in _MONTH_OF_YEAR.finditer(text):
        # Regulations are numbered like this too, so a word must place it in time: "in 11/2022".
        if words.placing.search(text, max(0, match.start() - BEFORE), match.start()):
            yield Mention(match.start(), match.end(), Point(int(match[2]), int(match[1])))
    for match in where(_NINE_ELEVEN, text, "9/11"):
        yield Mention(match.start(), match.end(), Point(2001, 9, 11), role="name")


def _in_order(first: int, second: int, month_first: bool) -> tuple[int, int]:
    """Month and day: day first, unless the publisher writes otherwise or the second number is no month."""
    return (first, second) if (month_first and first <= 12) or second > 12 else (second, first)


def of_its_century(year: int) -> int:
    """A year of two figures: 96 is 1996, 14 is 2014."""
    return (1900 if year >= 30 else 2000) + year

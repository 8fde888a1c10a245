"""Stretches of time as English says them: quarters, parts of years and centuries, seasons, fiscal years, decades in
words; and weekdays that are counted within a month."""

from __future__ import annotations

import re
from calendar import monthcalendar
from collections.abc import Iterator

from dragoman.dates.numerals import TENS, UNITS
from dragoman.dates.points import Mention, Point
from dragoman.dates.words import (
    DASH,
    ENGLISH,
    NTH,
    ORDINALS,
    SEASONS,
    WEEKDAYS,
    YEAR,
    CalendarWords,
    one_of,
    spaced,
    where,
)

PARTS_OF_YEAR = ENGLISH.numbers("parts_of_year")
STRETCH = rf"{one_of(PARTS_OF_YEAR)}|(?:{one_of(list(UNITS)[2:12])}|[2-9]|1[01])\s{{1,3}}months"
"""Parts of a year, as patterns: "quarter", "five months"."""
_CENTURY = spaced(
    r"(?i)(?<!\w)(?<!\bturn\sof\sthe\s)"
    r"(?:(?P<nth>first|second|third|fourth|last) (?P<part>decade|quarter|half) of the "
    rf"|(?P<from>\d{{1,2}}(?:st|nd|rd|th)|{one_of(ORDINALS[9:21])})"
    rf"(?: (?:and|to|or|until|through) (?:the )?(?:(?:early|mid|late)(?:-| ))?|{DASH}))?"
    rf"(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{one_of(ORDINALS[9:21])})(?:-| )centur(?:y|ies)(?!\w)"
    r"(?!\s?B\.?C)"
)
_PARTS_OF_CENTURY = {"decade": 10, "quarter": 25, "half": 50}
_DECADES = {f"{word.removesuffix('y')}ies": number for word, number in TENS.items()}
_PART_OF_DECADE = r"(?:early|mid|late|middle|mid to late|early to mid)(?:-| )"
_DECADE_IN_WORDS = spaced(
    rf"(?i)(?<!\w)(?:(?P<century>seventeen|eighteen|nineteen)(?:-| )(?P<of_century>{one_of(_DECADES)})"
    rf"|(?:(?:in|during|since|of|from|until|till|to|through|throughout|by|before|after|between) the "
    rf"(?:{_PART_OF_DECADE})?|the {_PART_OF_DECADE})[’'‘]?(?P<decade>{one_of(_DECADES)}))(?!\w)"
)
_NEXT_DECADE = spaced(
    rf"(?i),? (?:and|or|to|until|through) (?:the )?(?:{_PART_OF_DECADE})?"
    rf"[’'‘]?(?P<decade>{one_of(_DECADES)}|(?P<tens>[1-9]0)[’']?s)(?!\w)"
)
_DECADE_IN_FIGURES = re.compile(r"(?<![\w$€£.,/])(?P<decade>1[5-9]\d0)[’']?s(?!\w)")
_NO_DECADE = re.compile(rf"(?i)(?<!\w)(?:{one_of(ENGLISH['no_decade'])})(?!\w)[^.;\n]{{0,40}}$")
_SHORT_PART = r"(?:Q[1-4]|H[12]|[1-4]Q|[12]H)"
_QUARTER = spaced(
    rf"(?i)(?<!\w)(?:(?:(?P<from>{_SHORT_PART})(?:{DASH}| (?:and|to) ))?(?P<part>{_SHORT_PART})"
    rf"(?:(?: | of |/)?(?P<year>{YEAR})|['’](?P<of>\d{{2}})(?!\w)|(?-i:(?<=[QH]))(?P<glued>\d{{2}})(?!\w))"
    rf"|(?P<before>{YEAR}) ?(?P<behind>Q[1-4]|H[12])(?!\w))"
)
_PART_OF_YEAR = spaced(
    rf"(?i)(?<!\w)(?:(?P<from>{one_of(NTH)}) and )?(?P<nth>{one_of(NTH)}) (?P<part>{STRETCH})s?"
    rf"(?:,| of(?: the year)?)? (?P<year>{YEAR})"
)
_NTH_WEEKDAY = spaced(
    rf"(?i:(?<!\w)(?P<nth>first|second|third|fourth|last) (?P<weekday>{one_of(WEEKDAYS)}) (?:of|in) )"
    rf"(?P<month>[A-Z][a-z]{{2,8}})(?: of|,)? (?P<year>{YEAR})"
)
_SEASON = spaced(rf"(?i)(?<!\w)({one_of(SEASONS)})(?: of)?,? ({YEAR})")
_FISCAL = re.compile(
    rf"(?<!\w)(?:FY|(?:[Ff]iscal|[Ff]inancial) [Yy]ear(?: \(FY\))?)[^\S\n]?[-’']?({YEAR}|\d{{2}}(?!\w))"
    rf"(?:(?:{DASH}|/)(\d{{2}}(?:\d{{2}})?)(?!\w))?"
)
_FISCAL_BEHIND = spaced(rf"(?i)(?<![\w/-])({YEAR}) (?:fiscal|financial|budget) year(?!\w)")
_CALENDAR_YEAR = spaced(rf"(?i)(?<![\w/-])({YEAR}) calendar year(?!\w)|calendar year ({YEAR})")


def find_stretches(text: str, words: CalendarWords) -> Iterator[Mention]:
    """All such stretches and days; where two overlap, the earlier one of these is meant."""
    for match in _FISCAL.finditer(text):
        year = int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
        if match[2] and int(match[2][-2:]) == (year + 1) % 100:
            last = Point(year + 1)
            yield Mention(match.start(), match.end(), Point(year), last, basis="fiscal", role="interval", pair=True)
        else:
            yield Mention(match.start(), match.end(), Point(year), basis="fiscal")
    for match in where(_FISCAL_BEHIND, text, "fiscal", "financial", "budget"):
        yield Mention(match.start(), match.end(), Point(int(match[1])), basis="fiscal")
    for match in where(_CALENDAR_YEAR, text, "calendar"):
        yield Mention(match.start(), match.end(), Point(int(match[1] or match[2])))
    yield from _parts_of_years(text)
    yield from _weekdays(text, words)
    for match in where(_SEASON, text, *SEASONS):
        yield Mention(match.start(), match.end(), Point(int(match[2]), SEASONS[match[1].lower()]))
    for match in where(_CENTURY, text, "centur"):
        number = _number_of(match["number"])
        if match["from"] and 1 <= _number_of(match["from"]) < number <= 22:
            first, last = Point((_number_of(match["from"]) - 1) * 100 + 1), Point(number * 100)
            yield Mention(match.start(), match.end(), first, last, role="interval", pair=True)
            continue
        years = _PARTS_OF_CENTURY[match["part"].lower()] if match["part"] else 100
        nth = NTH[(match["nth"] or "first").lower()]
        nth = 100 // years if nth < 0 else nth
        if 1 <= number <= 22 and nth * years <= 100:
            begin = (number - 1) * 100
            first, last = Point(begin + (nth - 1) * years + 1), Point(begin + nth * years)
            yield Mention(match.start(), match.end(), first, last, role="interval")
    yield from _decades(text)


def _number_of(ordinal: str) -> int:
    return int(ordinal[:-2]) if ordinal[0].isdigit() else 1 + ORDINALS.index(ordinal.lower())


def _parts_of_years(text: str) -> Iterator[Mention]:
    """ "Q3 2021", "1H23", "Q1-Q3 2023", "the first quarter of 2019", "first and second quarters of 2022"."""
    for match in _QUARTER.finditer(text):
        year = int(match["year"] or match["before"] or 0) or 2000 + int(match["of"] or match["glued"])
        parts = [_of_short(part) for part in (match["from"], match["part"] or match["behind"]) if part]
        yield from _part(match, year, parts)
    for match in _PART_OF_YEAR.finditer(text):
        parts = [months_of(nth, match["part"]) for nth in (match["from"], match["nth"]) if nth]
        yield from _part(match, int(match["year"]), parts)


def _of_short(part: str) -> tuple[int, int] | None:
    letter, number = sorted(part.upper(), reverse=True)
    return stretch_of(int(number), 3 if letter == "Q" else 6)


def _part(match: re.Match[str], year: int, parts: list[tuple[int, int] | None]) -> Iterator[Mention]:
    """The months from the first of ``parts`` to the last, as one mention."""
    first, last = parts[0], parts[-1]
    if first and last and first[0] <= last[0]:
        yield Mention(match.start(), match.end(), Point(year, first[0]), Point(year, last[1]), pair=len(parts) > 1)


def _decades(text: str) -> Iterator[Mention]:
    """ "In the thirties", "the late nineteen-sixties", and what follows a decade: "in the 1870s and eighties"."""
    for match in where(_DECADE_IN_FIGURES, text, "0s", "0's", "0’s"):
        yield from _decades_behind(text, match.end(), int(match["decade"]) // 100 * 100)
    for match in where(_DECADE_IN_WORDS, text, *_DECADES):
        if match["decade"] and _NO_DECADE.search(text, max(0, match.start() - 60), match.start()):
            continue
        group = "decade" if match["decade"] else "of_century"
        century = 100 * UNITS[(match["century"] or "nineteen").lower()]
        start = match.start(group if match["decade"] else "century")
        yield _decade(start, match.end(), century + _DECADES[match[group].lower()])
        yield from _decades_behind(text, match.end(), century)


def _decades_behind(text: str, end: int, century: int) -> Iterator[Mention]:
    if match := _NEXT_DECADE.match(text, end):
        tens = int(match["tens"] or 0) or _DECADES[match["decade"].lower()]
        yield _decade(match.start("decade"), match.end(), century + tens)


def _decade(start: int, end: int, year: int) -> Mention:
    return Mention(start, end, Point(year), Point(year + 9), role="interval")


def months_of(nth: str, stretch: str) -> tuple[int, int] | None:
    """The first and last month of "first quarter", "last five months"; null where the year has no such part."""
    unit = stretch.lower().split()
    months = PARTS_OF_YEAR.get(unit[0]) or (UNITS.get(unit[0]) or int(unit[0]))
    return stretch_of(NTH[nth.lower()], months)


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
        weekday, nth = WEEKDAYS.index(match["weekday"].lower()), NTH[match["nth"].lower()]
        days = [week[weekday] for week in monthcalendar(year, month) if week[weekday]]
        yield Mention(match.start(), match.end(), Point(year, month, days[nth if nth < 0 else nth - 1]))

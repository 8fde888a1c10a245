"""Finds the places where a text names a calendar date: days, months, years, decades, quarters, and stretches of them.

What is found is a `Mention`: it may still lack its year ("November 2"); `dragoman.dates` completes and combines them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.dates.digits import find_in_digits, of_its_century
from dragoman.dates.numerals import find_numerals
from dragoman.dates.points import NO_DAY, Mention, Point, checked
from dragoman.dates.roles import OTHER_YEARS
from dragoman.dates.stretches import find_stretches
from dragoman.dates.words import DASH, FEASTS, ORDINALS, YEAR, CalendarWords, one_of, spaced, where

LOOK_BACK = 40

_DECADE = re.compile(
    r"(?<![\w$€£.,/])((?:[1-9]\d|20)\d0)(?:s|'s|’s)(?!\w)|(?<!\w)[’'‘]([1-9]0)s(?!\w)|(?<=the )(\d{2}0)s(?!\w)"
)
_YEAR_PAIR = re.compile(
    rf"(?<![\w$€£.,/-])((?:1\d|20)\d{{2}})[^\S\n]?({DASH}|/)[^\S\n]?((?:1\d|20)\d{{2}}|\d{{2}})(?![\w%/-]|[.,]\d)"
)
_YEAR_ALONE = re.compile(
    rf"(?<![\w$€£¥+/.,§#-])(?<!\d:)(?:(?i:early|mid|late|end|pre|post)[- ])?(?P<year>{YEAR})"
    r"(?![\w/]|:\S|-(?!\w*[a-z])|['’]?s\w)"
)
_OLD_YEAR = re.compile(
    r"(?=\d)(?:(?<=\bA\.D\. )|(?<=\bAD ))(\d{1,4})(?!\w|[.,]\d)|(?<!\S)(\d{1,4})(?= (?:A\.D\.|AD|CE)(?!\w))"
)


def find_mentions(text: str, words: CalendarWords, month_first: bool) -> list[Mention]:
    """All mentions in the order of the text, not overlapping. Earlier patterns win over later ones."""
    taken = bytearray(len(text))
    found: list[Mention] = []
    for mention in _candidates(text, words, month_first):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            found.append(mention)
    found = sorted((mention for mention in found if mention.basis != NO_DAY), key=lambda m: m.start)
    return list(_once(text, found, words))


_OF_EACH_YEAR = spaced(
    r"(?i),?(?: of)? (?:each|every|any) (?:calendar |fiscal |financial )?year(?!\w)|,? annually(?!\w)"
)
_AT_LEAST = re.compile(r"(?i)(?<!\w)(?:since|from|until|by)[^\S\n]at[^\S\n]least[^\S\n]$")
"""Before a year, and no number that counts: "has served there since at least 2014"."""
_NUMBERED_BEHIND = re.compile(r"[^\S\n]\((?:19|20)\d\d\)")
"""Behind the number of a resolution: "1267 (1999), 1989 (2011)"."""
_AND_NEXT = spaced(r"(?i)(?:,? (?:and|or|to)|,) (?:the |on )?")


def _once(text: str, mentions: list[Mention], words: CalendarWords) -> Iterator[Mention]:
    """Without days and months that come again: "on 1 March and 1 September of each year", "every June"."""
    again: list[Mention] = []
    for mention in mentions:
        if mention.first.year is not None:
            yield from again
            again = []
            yield mention
            continue
        if again and not _AND_NEXT.fullmatch(text, again[-1].end, mention.start):
            yield from again
            again = []
        again.append(mention)
        recurs = words.recurring and words.recurring.search(text, max(0, again[0].start - LOOK_BACK), again[0].start)
        if recurs or _OF_EACH_YEAR.match(text, mention.end):
            again = []
    yield from again


def _candidates(text: str, words: CalendarWords, month_first: bool) -> Iterator[Mention]:
    yield from find_in_digits(text, words, month_first)
    yield from _ranges(text, words)
    for pattern in (words.written.month_first, words.written.day_first):
        for match in pattern.finditer(text) if pattern else ():
            start = match.start()
            if match["year"] or match.start("day") == start or not _DAY_BEFORE.search(text, max(0, start - 6), start):
                yield from (_with_short_year(mention, text) for mention in _day_of_month(match, words))
    if words.language == "en":
        yield from _english(text, words)
    yield from _months(text, words)
    for match in where(_SHORT_YEAR_ALONE, text, "'", "’"):
        if words.placed_year.search(text, max(0, match.start() - LOOK_BACK), match.start()):
            yield Mention(match.start(), match.end(), Point(of_its_century(int(match[1]))))
    yield from _decades_and_pairs(text, words)
    yield from _years(text, words)


_SHORT_YEAR = spaced(r"[.,]?(?: of)? ?['’](\d{2})(?![\w/]|[.,]\d)")
_SHORT_YEAR_ALONE = re.compile(r"(?<=[a-z][^\S\n])['’](\d{2})(?![\w'’/-]|[.,]\d)")
_PADDED_YEAR = re.compile(r"[^\S\n](\d{2})(?=[.,;:)]?(?:\s|$))(?![^\S\n][a-z])")
"""The year of "03 May 24", as the military and lists of sanctions write: the day or the year begins with 0."""
_DASHED_YEAR = re.compile(r"-((?:19|20)?\d{2})(?![\w/-]|[.,]\d)")


def _with_short_year(mention: Mention, text: str) -> Mention:
    """The day or month with the year behind it that is written in two figures or with a dash: "May '83", "3-Jun-14"."""
    if mention.first.year is not None:
        return mention
    dashed = "-" in text[mention.start : mention.end]
    match = _SHORT_YEAR.match(text, mention.end) or (_DASHED_YEAR.match(text, mention.end) if dashed else None)
    if not match and mention.first.day and (padded := _PADDED_YEAR.match(text, mention.end)):
        match = padded if "0" in (text[mention.start], padded[1][0]) else None
    if not match:
        return mention
    year = int(match[1]) if len(match[1]) == 4 else of_its_century(int(match[1]))
    last = replace(mention.last, year=year) if mention.last else None
    return replace(mention, end=match.end(), first=replace(mention.first, year=year), last=last, basis="absolute")


_DAY_BEFORE = re.compile(r"(?<![\w.,/:$€£-])(?<!\d )(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[^\S\n]$")
"""The day of a month behind which a number is none of its days: "on 3 May 24 people died"."""
_DAYS_BEFORE = re.compile(r"(?<![\w.,/:$€£-])(?<!\d )(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?,[^\S\n]){1,8}$")
"""The other days of "3, 4 and 5 March"."""
Place = tuple[int, int]
_ONE_DAY = re.compile(r"\d{1,2}")


def _day_of_month(match: re.Match[str], words: CalendarWords) -> Iterator[Mention]:
    """One day, or those from one to another; of several in a list each run of days: "1, 9 and 10 May" is two."""
    month = words.months[match["month"].lower()]
    year = int(match["year"]) if match["year"] else None
    places = [match.span("day")]
    if match["until_day"]:
        if int(match["until_day"]) <= int(match["day"]):
            return
        places = [*_days_listed(match, words), *places, match.span("until_day")]
    for run in _runs(match, places, words):
        first, last = (Point(year, month, int(match.string[slice(*place)])) for place in (run[0], run[-1]))
        start = match.start() if run[0] == match.span("day") else run[0][0]
        end = match.end() if run[-1] == places[-1] else run[-1][1]
        if len(run) == 1:
            yield from checked(start, end, first)
        else:
            yield from checked(start, end, first, last, "interval")


def _runs(match: re.Match[str], places: list[Place], words: CalendarWords) -> list[list[Place]]:
    """The days at ``places`` as stretches: those that follow each other, or from the first to the last."""
    text, start = match.string, match.start()
    listed = len(places) > 1 and words.joined.search(text, places[-2][1], places[-1][0])
    if not listed or words.between.search(text, max(0, start - LOOK_BACK), start):
        return [places]
    runs = [places[:1]]
    for before, place in pairwise(places):
        if int(text[slice(*place)]) == int(text[slice(*before)]) + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _days_listed(match: re.Match[str], words: CalendarWords) -> list[Place]:
    """Where the days of a list stand before its last two: "the 3rd, | 4th and 5th of March"."""
    text, start = match.string, match.start()
    before = _DAYS_BEFORE.search(text, max(0, start - LOOK_BACK), start) if start == match.start("day") else None
    if not before or words.numbered.search(text, max(0, before.start() - LOOK_BACK), before.start()):
        return []
    places = [day.span() for day in _ONE_DAY.finditer(text, before.start(), before.end())]
    days = [int(text[slice(*place)]) for place in [*places, match.span("day")]]
    return places if days == sorted(set(days)) else []


def _ranges(text: str, words: CalendarWords) -> Iterator[Mention]:
    """Two days or months with a dash and no blanks between them: "30 April-2 May 2003", "May-July 1990"."""
    for match in words.written.month_range.finditer(text):
        months = [words.months[match[group].lower()] for group in ("month", "until_month")]
        days = [int(match[group]) if match[group] else None for group in ("day", "until_day")]
        if (days[0] is None) != (days[1] is None):
            continue
        year = int(match["year"]) if match["year"] else None
        if year is None and days[0] is None:
            continue
        first = Point(year - (months[0] > months[1]) if year else None, months[0], days[0])
        yield from checked(match.start(), match.end(), first, Point(year, months[1], days[1]), "interval")


def _english(text: str, words: CalendarWords) -> Iterator[Mention]:
    """What is said in English only: fiscal years, quarters, seasons, centuries, days in words."""
    for match in words.written.spelled_day.finditer(text) if words.written.spelled_day else ():
        year, end = (int(match["year"]), match.end()) if match["year"] else _year_in_words(text, match.end())
        day = 1 + ORDINALS.index(match["day"].lower().replace(" ", "-"))
        yield from checked(match.start("day"), end, Point(year, words.months[match["month"].lower()], day))
    yield from find_stretches(text, words)
    for match in _FEAST.finditer(text):
        month, day = map(int, FEASTS[re.sub(r"\s+", " ", match["feast"].lower().replace("’", "'"))])
        year = int(match["year"]) if match["year"] else None
        yield from checked(match.start("feast"), match.end(), Point(year, month, day))
    for match in _OLD_YEAR.finditer(text):
        if int(match[1] or match[2]):
            yield Mention(match.start(), match.end(), Point(int(match[1] or match[2])))


_FEASTS = one_of(FEASTS).replace("'", "[’']")
_FEAST = spaced(rf"(?i)(?<!\w)on (?:this )?(?P<feast>{_FEASTS})(?!\w)(?:,? (?P<year>{YEAR}))?")
_IN_THE_YEAR = spaced(
    r"(?i),? (?:in the year (?:of (?:our )?lord )?)?(?=(?:one|two) thousand|(?:seven|eigh|nine)teen hundred)"
)


def _year_in_words(text: str, end: int) -> tuple[int | None, int]:
    """The year behind a day in words, and where that ends: "this second day of May one thousand nine hundred"."""
    lead = _IN_THE_YEAR.match(text, end)
    numerals = find_numerals(text[lead.end() : lead.end() + 80]) if lead else []
    if not lead or not numerals or numerals[0].start or not 1600 <= numerals[0].number <= 2100:
        return None, end
    return int(numerals[0].number), lead.end() + numerals[0].end


_GOES_ON = re.compile(r"[^\S\n]of (?:the )?[A-Z]")
"""Behind a word that may be a month and begins a longer name: "the March | of the Living |"."""


def _months(text: str, words: CalendarWords) -> Iterator[Mention]:
    """Months with a year, and months alone where the word cannot be a verb or a name."""
    for match in words.written.month.finditer(text):
        form = match["month"].lower()
        if match["year"]:
            yield Mention(match.start("month"), match.end(), Point(int(match["year"]), words.months[form]))
            continue
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        mention = Mention(match.start("month"), match.end("month"), Point(None, words.months[form]), basis="partial")
        mention = _with_short_year(mention, text)
        placed = words.in_before.search(before) or match["part"]
        if mention.first.year is None and form in words.short:
            if not (placed and text.startswith(".", mention.end)):
                continue
            mention = replace(mention, end=mention.end + 1)
        if mention.first.year is None and form in words.doubtful and (not placed or _GOES_ON.match(text, mention.end)):
            continue
        yield mention


def _decades_and_pairs(text: str, words: CalendarWords) -> Iterator[Mention]:
    for match in where(_DECADE, text, "0s", "0's", "0’s"):
        year = int(match[1] or match[3] or 0) or 1900 + int(match[2])
        yield Mention(match.start(), match.end(), Point(year), Point(year + 9), role="interval")
    for match in _YEAR_PAIR.finditer(text):
        first = int(match[1])
        last = int(match[3]) if len(match[3]) == 4 else first // 100 * 100 + int(match[3])
        consecutive = last == first + 1
        if (
            (match[2] == "/" and not consecutive)
            or last <= first
            or _numbers_something(text, match.start(), match.end(), words, pair=True)
        ):
            continue
        yield Mention(match.start(), match.end(), Point(first), Point(last), role="interval", pair=True)


_DIGITS_BESIDE = re.compile(r"\d[^\S\n]$")
_DIGITS_AFTER = re.compile(r"[^\S\n]\d{3}(?!\d)|[^\S\n]\d{2}[^\S\n]\d{2}")
_STREET_AFTER = re.compile(
    r"[^\S\n](?:[A-Z0-9][\w.'’-]{0,20}[^\S\n]){1,4}"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Boulevard|Blvd\b|Drive|Lane|Square|Place|Way|NW|N\.W\.)"
)
LAST_YEAR = 2100
"""Later numbers are years only after a word like "in" or "by"."""
_BARE_PLURAL = re.compile(r"[^\S\n]([a-z]{3,30}s)(?!\w)")
_LINE_BEGINS = re.compile(r"(?:^|\n)[^\S\n]{0,8}(?:[-*•–·][^\S\n]{1,3})?$")
_OF_AN_ENTRY = re.compile(r"[^\S\n]?[—–:]|[^\S\n]-[^\S\n]")
"""What stands behind the year at the head of an entry: "1858 — Treaty of Amity"."""
FIRST_YEAR = 1700
"""Up to this the number at the head of an entry is rather a time of the day: "1430: Signing"."""
_OF_A_NAME = re.compile(r"[A-Z][a-z]{1,20}[^\S\n]of[^\S\n]$")
_DETERMINED = re.compile(
    r"(?i)(?:(?<!\w)(?:the|a|an|its|their|our|his|her|this|that|each|every|annual)|['’]s?)[^\S\n]{0,2}$"
)


def _numbers_something(text: str, start: int, end: int, words: CalendarWords, pair: bool = False) -> bool:
    """Whether the digits number a resolution or a paragraph, or count something, rather than name a year."""
    before = text[max(0, start - LOOK_BACK) : start]
    if words.counted.match(text, end) or (_DIGITS_AFTER.match(text, end) and not words.placing.search(before)):
        return True
    if _NUMBERED_BEHIND.match(text, end) and not words.placing.search(before):
        return True
    pair = pair or _AT_LEAST.search(before) is not None
    return bool(
        words.numbered.search(before) or (not pair and words.counting.search(before)) or _DIGITS_BESIDE.search(before)
    )


def _years(text: str, words: CalendarWords) -> Iterator[Mention]:
    """Four digits that are a year: by the words around them, more strictly the further from the present."""
    for match in _YEAR_ALONE.finditer(text):
        start, end = match.span("year")
        number = int(match["year"])
        before = text[max(0, start - LOOK_BACK) : start]
        placed = bool(words.in_before.search(before) or _DETERMINED.search(before)) or match.start() != start
        if _numbers_something(text, start, end, words):
            continue
        plural = _BARE_PLURAL.match(text, end)
        told = plural is None or plural[1] in words.verbs or plural[1] in words.of_a_year
        determined = _DETERMINED.search(before) or OTHER_YEARS.search(before) or words.instrument.search(before)
        if not told and not (words.placing.search(before) or determined or _OF_A_NAME.search(before)):
            continue
        in_brackets = before.endswith("(") or text[end : end + 1] == ")"
        closes = before.rstrip().endswith((",", "–", "—")) and (end == len(text) or text[end] in ".,;:)\n")
        heads = number > FIRST_YEAR and _OF_AN_ENTRY.match(text, end) and _LINE_BEGINS.search(before)
        if number < 1900 and not (placed or in_brackets or closes or heads):
            continue
        if not words.placing.search(before) and (number > LAST_YEAR or _STREET_AFTER.match(text, end)):
            continue
        after = words.year_after.match(text, end)
        yield Mention(start, after.end() if after else end, Point(number))

"""Finds the places where a text names a calendar date: days, months, years, decades, quarters, and stretches of them.

What is found is a `Mention`: it may still lack its year ("November 2"); `dragoman.dates` completes and combines them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dragoman.dates.digits import find_in_digits, of_its_century
from dragoman.dates.numerals import find_numerals
from dragoman.dates.points import NO_DAY, Mention, Point, checked
from dragoman.dates.stretches import find_stretches
from dragoman.dates.words import DASH, ORDINALS, YEAR, CalendarWords, spaced, where

LOOK_BACK = 40

_DECADE = re.compile(
    r"(?<![\w$€£.,/])((?:[1-9]\d|20)\d0)(?:s|'s|’s)(?!\w)|(?<!\w)[’'‘]([1-9]0)s(?!\w)|(?<=the )(\d{2}0)s(?!\w)"
)
_YEAR_PAIR = re.compile(
    rf"(?<![\w$€£.,/-])((?:1\d|20)\d{{2}})[^\S\n]?({DASH}|/)[^\S\n]?((?:1\d|20)\d{{2}}|\d{{2}})(?![\w%/-]|[.,]\d)"
)
_YEAR_ALONE = re.compile(
    rf"(?<![\w$€£¥+/.,§#-])(?:(?i:early|mid|late|end|pre|post)[- ])?(?P<year>{YEAR})"
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
    return list(_once(text, found))


_OF_EACH_YEAR = spaced(
    r"(?i),?(?: of)? (?:each|every|any) (?:calendar |fiscal |financial )?year(?!\w)|,? annually(?!\w)"
)
_AND_NEXT = spaced(r"(?i)(?:,? (?:and|or|to)|,) (?:the |on )?")


def _once(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """Without days and months that come again: "on 1 March and 1 September of each year"."""
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
        if _OF_EACH_YEAR.match(text, mention.end):
            again = []
    yield from again


def _candidates(text: str, words: CalendarWords, month_first: bool) -> Iterator[Mention]:
    yield from find_in_digits(text, words, month_first)
    yield from _ranges(text, words)
    for pattern in (words.written.month_first, words.written.day_first):
        for match in pattern.finditer(text) if pattern else ():
            yield from (_with_short_year(mention, text) for mention in _day_of_month(match, words))
    if words.language == "en":
        yield from _english(text, words)
    yield from _months(text, words)
    yield from _decades_and_pairs(text, words)
    yield from _years(text, words)


_SHORT_YEAR = spaced(r"[.,]? ?['’](\d{2})(?![\w/]|[.,]\d)")
_DASHED_YEAR = re.compile(r"-((?:19|20)?\d{2})(?![\w/-]|[.,]\d)")


def _with_short_year(mention: Mention, text: str) -> Mention:
    """The day or month with the year behind it that is written in two figures or with a dash: "May '83", "3-Jun-14"."""
    if mention.first.year is not None:
        return mention
    dashed = "-" in text[mention.start : mention.end]
    match = _SHORT_YEAR.match(text, mention.end) or (_DASHED_YEAR.match(text, mention.end) if dashed else None)
    if not match:
        return mention
    year = int(match[1]) if len(match[1]) == 4 else of_its_century(int(match[1]))
    last = replace(mention.last, year=year) if mention.last else None
    return replace(mention, end=match.end(), first=replace(mention.first, year=year), last=last, basis="absolute")


def _day_of_month(match: re.Match[str], words: CalendarWords) -> Iterator[Mention]:
    month = words.months[match["month"].lower()]
    year = int(match["year"]) if match["year"] else None
    first = Point(year, month, int(match["day"]))
    if not match["until_day"]:
        yield from checked(match.start(), match.end(), first)
    elif int(match["until_day"]) > int(match["day"]):
        yield from checked(match.start(), match.end(), first, Point(year, month, int(match["until_day"])), "interval")


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
    for match in _OLD_YEAR.finditer(text):
        if int(match[1] or match[2]):
            yield Mention(match.start(), match.end(), Point(int(match[1] or match[2])))


_IN_THE_YEAR = spaced(r"(?i),? (?:in the year )?(?=(?:one|two) thousand|(?:eigh|nine)teen hundred)")


def _year_in_words(text: str, end: int) -> tuple[int | None, int]:
    """The year behind a day in words, and where that ends: "this second day of May one thousand nine hundred"."""
    lead = _IN_THE_YEAR.match(text, end)
    numerals = find_numerals(text[lead.end() : lead.end() + 80]) if lead else []
    if not lead or not numerals or numerals[0].start or not 1800 <= numerals[0].number <= 2100:
        return None, end
    return int(numerals[0].number), lead.end() + numerals[0].end


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
        if mention.first.year is None and form in words.doubtful and not placed:
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
        if not told and not (words.placing.search(before) or _DETERMINED.search(before) or _OF_A_NAME.search(before)):
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

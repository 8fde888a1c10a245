"""Finds every date in a text, completes and combines them, and says in which way each places something in time.

The steps: mentions of the calendar (`dragoman.dates.mentions`) and of the day of writing (`dragoman.dates.relative`);
years for those that lack one, from the sentence, the text before, or the day of writing; pairs ("from 2007 to 2013")
become one; the words before each say whether it is a point, a beginning, an end or a deadline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dragoman.dates.mentions import LOOK_BACK, Mention, Point, find_mentions
from dragoman.dates.relative import LOOKS_AHEAD, Reference, find_anchored, find_relative
from dragoman.dates.roles import CLAUSE, UNTIL_CLAUSE, FoundDate, in_time
from dragoman.dates.words import DASH, CalendarWords, calendar_words

__all__ = ["FoundDate", "find_dates"]

CARRIED = 800
"""How many characters a year is carried forward to a later sentence's "on November 2"."""


def find_dates(
    text: str, reference: str | None = None, *, language: str = "en", month_first: bool = False
) -> tuple[FoundDate, ...]:
    """All dates in ``text``, in order, not overlapping.

    ``reference`` is the day of writing (EDTF level 0), against which "last Friday" and years left out are resolved;
    without it relative dates are left out. ``month_first`` reads 01/02/2014 as January 2, as US publishers write.
    Never raises; time is proportional to the text.
    """
    words = calendar_words(language)
    known = Reference.of(reference)
    mentions = find_mentions(text, words, month_first)
    if known:
        mentions = _with_relative(mentions, list(find_relative(text, known, words)))
    mentions = _with_years(text, mentions, words, known)
    if words.language == "en":
        mentions = _with_anchored(text, mentions)
        mentions = [m for i, m in enumerate(mentions) if not (known and _told_from_then(mentions, i, known))]
    pairs = list(_paired(text, mentions, words))
    ends = [0, *(mention.end for mention in pairs)]
    found = (in_time(text, mention, words, end) for mention, end in zip(pairs, ends, strict=False))
    return tuple(date for date in found if date)


def _told_from_then(mentions: list[Mention], index: int, known: Reference) -> bool:
    """Whether "over the next two decades" is told from a past that the text speaks of, not from the day of writing."""
    mention = mentions[index]
    if mention.basis != "relative" or not mention.last or (mention.last.year or 0) <= known.day.year:
        return False
    earlier = next((m for m in reversed(mentions[max(0, index - 4) : index]) if m.basis == "absolute"), None)
    if earlier is None or mention.start - earlier.end > CARRIED:
        return False
    return (earlier.first.year or known.day.year) < known.day.year - 5


def _with_relative(absolute: list[Mention], relative: list[Mention]) -> list[Mention]:
    """Both in order; where two overlap a whole calendar date wins, then the longer of the two."""
    ranked = sorted(
        absolute + relative,
        key=lambda m: (m.basis != "absolute", -(m.end - m.start), m.start, m.basis),
    )
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in sorted(_disjoint(ranked), key=lambda m: m.start):
        starts.append(mention.start)
        kept.append(mention)
    return kept


def _disjoint(ranked: list[Mention]) -> Iterator[Mention]:
    covered: set[int] = set()
    for mention in ranked:
        span = range(mention.start, mention.end)
        if covered.isdisjoint(span):
            covered.update(span)
            yield mention


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]{0,3}\s{1,3}(?=[A-Z“\"(])|\n")
_ABBREVIATION = re.compile(r"(?:^|[\s(.])(?:[A-Za-z]|[A-Z][a-z]{1,2}|Sept|Gov|Prof|Gen|Sec|Amb)\.$")


def _sentence_starts(text: str) -> list[int]:
    """Where sentences begin, as far as carrying a year over needs to know: a split too few does little harm."""
    starts = [0]
    for match in _SENTENCE_END.finditer(text):
        if match[0] == "\n" or not _ABBREVIATION.search(text[max(0, match.start() - 8) : match.start()]):
            starts.append(match.end())
    return starts


def _with_years(text: str, mentions: list[Mention], words: CalendarWords, known: Reference | None) -> list[Mention]:
    """Every mention with its year, where one can be found.

    In this order: the date that it is paired with ("28 December to 3 January 2015"); a date before it in its
    sentence; a month or day of another time shortly before it; the day of writing; a date after it in its sentence.
    """
    starts = _sentence_starts(text)
    done: list[Mention] = []
    anchor: Mention | None = None
    for index, mention in enumerate(mentions):
        if mention.first.year is None:
            year = _year_from_pair(text, mentions, index, words)
            sentence = bisect_right(starts, mention.start)
            here = anchor is not None and bisect_right(starts, anchor.start) == sentence
            if year is None and anchor and here:
                year = _year_after(anchor, mention)
            if year is None and anchor and _of_another_time(anchor, mention, known):
                year = _year_after(anchor, mention)
            if year is None and known:
                year = _nearest_year(mention.first, known, text[starts[sentence - 1] : mention.end + 80])
            if year is None:
                year = _year_from_later(mentions, index, starts)
            mention = _in_year(mention, year)
        if (
            mention.first.year is not None
            and mention.basis != "fiscal"
            and mention.role != "name"
            and not _since_then(text, mention, words)
        ):
            anchor = mention
        done.append(mention)
    return done


def _since_then(text: str, mention: Mention, words: CalendarWords) -> bool:
    """A bare year after "since" tells how long ago, not when: "the first flight since 2016, on May 16"."""
    if mention.first.month is not None:
        return False
    return bool(words.since.search(text[max(0, mention.start - LOOK_BACK) : mention.start]))


def _in_year(mention: Mention, year: int | None) -> Mention:
    if year is None:
        return mention
    last = replace(mention.last, year=year) if mention.last else None
    return replace(mention, first=replace(mention.first, year=year), last=last)


def _year_from_pair(text: str, mentions: list[Mention], index: int, words: CalendarWords) -> int | None:
    """The year of the next mentions that are joined to this one by "to", "and", a comma or a dash."""
    month = mentions[index].first.month
    for here, later in zip(mentions[index : index + 6], mentions[index + 1 : index + 7], strict=False):
        between = text[here.end : later.start]
        if len(between) > LOOK_BACK:
            return None
        joined = words.to.fullmatch(between) or words.joined.fullmatch(between)
        if not (joined or re.fullmatch(rf"\s{{0,2}}(?:{DASH}|[,&])\s{{0,2}}", between)):
            return None
        if later.first.month is None:
            return None
        if later.first.year is not None:
            return later.first.year - (month is not None and month > later.first.month)
    return None


def _year_after(anchor: Mention, mention: Mention) -> int | None:
    """The anchor's year, or the next one where the month would lie half a year or more before it."""
    point = anchor.last or anchor.first
    if point.year is None or (anchor.last and anchor.last.year != anchor.first.year):
        return None
    ahead = point.month is not None and point.month <= 12 and point.month - (mention.first.month or 1) >= 6
    return point.year + ahead


def _of_another_time(anchor: Mention, mention: Mention, known: Reference | None) -> bool:
    """Whether the text is telling of another year than that of writing: histories leave years out too."""
    if mention.start - anchor.end > CARRIED or anchor.first.month is None or anchor.basis == "relative":
        return False
    return known is None or (anchor.first.year or 0) < known.day.year - 1


def _nearest_year(point: Point, known: Reference, nearby: str) -> int:
    """The year in which the date is nearest to the day of writing; further ahead where the sentence looks ahead."""
    today = known.day.year * 12 + known.day.month
    ahead = bool(LOOKS_AHEAD.search(nearby))
    years = (known.day.year - 1, known.day.year, known.day.year + 1)

    def distance(year: int) -> float:
        months = year * 12 + (point.month or 6) - today
        return months * (0.6 if ahead else 1.6) if months > 0 else -months * (1.6 if ahead else 1.0)

    return min(years, key=distance) if known.precision > 1 else known.day.year


def _year_from_later(mentions: list[Mention], index: int, starts: list[int]) -> int | None:
    sentence = bisect_right(starts, mentions[index].start)
    for later in mentions[index + 1 : index + 8]:
        if bisect_right(starts, later.start) != sentence:
            return None
        if later.first.year is not None and later.first.month is not None:
            return later.first.year
    return None


def _with_anchored(text: str, mentions: list[Mention]) -> list[Mention]:
    """With "the same year" and "the following day", told from the nearest date before them."""
    starts = [mention.start for mention in mentions]
    extra = []
    for start, end, unit, step in find_anchored(text):
        place = bisect_right(starts, start)
        anchor = next(
            (m for m in reversed(mentions[max(0, place - 4) : place]) if m.basis in ("absolute", "partial")), None
        )
        if not anchor or anchor.first.year is None or start - anchor.end > CARRIED or anchor.end > start:
            continue
        if unit == "year":
            extra.append(Mention(start, end, Point(anchor.first.year + step), basis="relative"))
        elif step == 0 and (anchor.first.day if unit == "day" else anchor.first.month):
            extra.append(
                Mention(
                    start, end, replace(anchor.first, day=anchor.first.day if unit == "day" else None), basis="relative"
                )
            )
    return _with_relative(mentions, extra) if extra else mentions


def _paired(text: str, mentions: list[Mention], words: CalendarWords) -> Iterator[Mention]:
    """Mentions with "from A to B", "between A and B", "A – B" as one interval each."""
    index = 0
    while index < len(mentions):
        mention = mentions[index]
        later = mentions[index + 1] if index + 1 < len(mentions) else None
        if later and later.start - mention.end <= CLAUSE and _are_a_pair(text, mention, later, words):
            last = later.last or later.first
            yield Mention(mention.start, later.end, mention.first, last, _basis(mention, later), "interval", pair=True)
            index += 2
            continue
        yield mention
        index += 1


def _basis(first: Mention, last: Mention) -> str:
    return (
        "relative"
        if "relative" in (first.basis, last.basis)
        else "partial"
        if first.basis == last.basis == "partial"
        else "absolute"
    )


def _are_a_pair(text: str, first: Mention, last: Mention, words: CalendarWords) -> bool:
    begins, ends = first.first.edtf(), (last.last or last.first).edtf()
    if not begins or not ends or begins[: len(ends)] > ends[: len(begins)] or first.role == "name":
        return False
    between = text[first.end : last.start]
    before = text[max(0, first.start - LOOK_BACK) : first.start]
    if words.joined.fullmatch(between):
        decades = first.role == last.role == "interval" and first.first.month is None
        return decades or bool(words.between.search(before))
    if first.last:
        return False
    if re.fullmatch(rf"\s{{0,2}}{DASH}\s{{0,2}}", between):
        return (first.first.month is None) == (last.first.month is None)
    if words.language == "en" and first.first.month is None and UNTIL_CLAUSE.search(between):
        return bool(words.since.search(before))
    return bool(words.to.fullmatch(between))

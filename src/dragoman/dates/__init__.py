"""Finds every date in a text, completes and combines them, and says in which way each places something in time.

The steps: mentions of the calendar (`dragoman.dates.mentions`) and of the day of writing (`dragoman.dates.relative`);
years for those that lack one (`dragoman.dates.years`), by the tense of the clause (`dragoman.dates.clauses`); dates
told from an earlier one (`dragoman.dates.anchored`); pairs ("from 2007 to 2013") become one; the words before each,
or the head of its column in a table, say whether it is a point, a beginning, an end or a deadline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from dragoman.dates.anchored import CARRIED, with_anchored
from dragoman.dates.clauses import sentence_starts
from dragoman.dates.columns import by_columns
from dragoman.dates.datelines import without_dateline
from dragoman.dates.mentions import LOOK_BACK, find_mentions
from dragoman.dates.points import Mention, Point
from dragoman.dates.relative import Reference, find_relative
from dragoman.dates.roles import CLAUSE, UNTIL_CLAUSE, FoundDate, in_time
from dragoman.dates.words import DASH, CalendarWords, calendar_words
from dragoman.dates.years import Page, with_years

__all__ = ["FoundDate", "find_dates"]


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
    starts = sentence_starts(text)
    mentions = find_mentions(text, words, month_first)
    if known:
        mentions = _with_relative(mentions, list(find_relative(text, known, words, starts)))
    mentions = list(_told_once(text, mentions))
    mentions = with_years(Page(text, words, known, starts), mentions)
    if words.language == "en":
        mentions = _with_relative(mentions, with_anchored(text, mentions, words, known, starts))
        mentions = [m for i, m in enumerate(mentions) if not (known and _told_from_then(mentions, i, known))]
    pairs = list(_paired(text, mentions, words))
    ends = [0, *(mention.end for mention in pairs)]
    found = (in_time(text, mention, words, end) for mention, end in zip(pairs, ends, strict=False))
    dated = [without_dateline(text, date, known) for date in found if date]
    return tuple(by_columns(text, dated, words))


_BESIDE = re.compile(r"[^\S\n]\(")


def _told_once(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """A weekday and its day of the calendar behind it in brackets as one date: "until Friday (May 28)"."""
    weekday: Mention | None = None
    for here, later in zip_longest(mentions, mentions[1:]):
        exact = later and later.first.day and later.basis != "relative" and text[later.end : later.end + 1] == ")"
        told = here.basis == "relative" and here.first.day and exact
        if told and _BESIDE.fullmatch(text, here.end, later.start):
            weekday = here
        else:
            yield replace(here, start=weekday.start, end=here.end + 1) if weekday else here
            weekday = None


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


_ONE_EACH = re.compile(r",?[^\S\n]respectively(?!\w)")


def _are_next_months(first: Point, last: Point) -> bool:
    """Whether they are months without days that follow each other: "in March and April 2020"."""
    if first.day or last.day or None in (first.year, first.month, last.year, last.month):
        return False
    return _month_number(last) - _month_number(first) == 1 and max(first.month or 0, last.month or 0) <= 12


def _month_number(point: Point) -> int:
    return (point.year or 0) * 12 + (point.month or 0)


def _are_a_pair(text: str, first: Mention, last: Mention, words: CalendarWords) -> bool:
    begins, ends = first.first.edtf(), (last.last or last.first).edtf()
    if not begins or not ends or begins == ends or begins[: len(ends)] > ends[: len(begins)] or first.role == "name":
        return False
    between = text[first.end : last.start]
    before = text[max(0, first.start - LOOK_BACK) : first.start]
    if words.joined.fullmatch(between):
        if _are_next_months(first.first, last.first) and not first.last and not last.last:
            return not _ONE_EACH.match(text, last.end)
        ends_before = ((first.last or first.first).year or 0) >= (last.first.year or 0) - 1
        decades = first.role == last.role == "interval" and first.first.month is None and ends_before
        return decades or bool(words.between.search(before))
    if first.last:
        return False
    if re.fullmatch(rf"\s{{0,2}}{DASH}\s{{0,2}}", between) or (
        between == "/" and first.basis == last.basis == "absolute" and last.first.day
    ):
        return (first.first.month is None) == (last.first.month is None)
    if words.language == "en" and first.first.month is None and UNTIL_CLAUSE.search(between):
        return bool(words.since.search(before))
    return bool(words.to.fullmatch(between))

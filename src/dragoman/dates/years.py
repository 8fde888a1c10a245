"""Finds the year of a date that lacks one, from the sentence, the text before, or the day of writing."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date

from dragoman.datafiles import any_word
from dragoman.dates.anchored import CARRIED
from dragoman.dates.clauses import SEEN_BEFORE, Tense, tense_at
from dragoman.dates.mentions import LOOK_BACK
from dragoman.dates.points import Mention, Point
from dragoman.dates.relative import Reference
from dragoman.dates.roles import FILLING, is_name, is_record
from dragoman.dates.words import DASH, ENGLISH, WEEKDAYS, YEAR, CalendarWords, one_of, spaced


@dataclass(frozen=True, slots=True)
class Page:
    """A text, its day of writing, where its sentences start and where it first tells of its own time ("today");
    ``over`` are the years that stand over lines ("2023", "Visits in 2023:"), each with the end of its own line."""

    text: str
    words: CalendarWords
    known: Reference | None
    starts: list[int]
    now: int | None = None
    over: tuple[tuple[int, int], ...] = ()


def with_years(page: Page, mentions: list[Mention]) -> list[Mention]:
    """Every mention with its year, where one can be found."""
    page = replace(page, over=tuple((match.end(), int(match["year"])) for match in _YEAR_OVER.finditer(page.text)))
    if page.known:
        here = (page.known.day.year - 1, page.known.day.year)
        page = replace(
            page, now=next((m.start for m in mentions if m.basis == "relative" or m.first.year in here), None)
        )
    done: list[Mention] = []
    anchor: Mention | None = None
    for index, mention in enumerate(mentions):
        if mention.first.year is None:
            year = _year_of_weekday(page, mention, anchor, _year_of(page, mentions, index, anchor))
            mention = _in_year(mention, year)
        if (
            mention.first.year is not None
            and mention.basis != "fiscal"
            and not is_name(page.text, mention, page.words)
            and not _since_then(page, mention)
            and not is_record(page.text, mention, page.words)
        ):
            anchor = mention
        done.append(mention)
    return done


def _year_of(page: Page, mentions: list[Mention], index: int, anchor: Mention | None) -> int | None:
    """The year that a mention lacks.

    In this order: the date that it is paired with ("28 December to 3 January 2015"), or the year found for that; a word
    behind it ("1 September last"); the year over the list whose line or cell it opens; a date before it in its
    sentence; a month or day of another time shortly before it; the day of writing; a date after it in its sentence.
    """
    mention, known = mentions[index], page.known
    year = _year_from_pair(page, mentions, index)
    if year is not None:
        return year
    if _opens_pair(page, mentions, index):
        later = mentions[index + 1].first
        year = later.year or _year_of(page, mentions, index + 1, anchor)
        return year - ((mention.first.month or 1) > (later.month or 12)) if year else None
    if known and (said := _SAID_BEHIND.match(page.text, mention.end)) and page.words.language == "en":
        return _year_said(mention.first, said[1].lower(), known)
    of_it = _OF_ITS_YEAR.match(page.text, mention.end)
    if of_it and page.words.no_name.isdisjoint(of_it["nouns"].lower().split()):
        return int(of_it["year"])
    if over := _year_over(page, mention):
        return over
    before = _one_before(page, mentions, index)
    if anchor and before and anchor.start == before.start:
        return _year_after(anchor, mention, "unknown")
    tense = _tense_for(page, mention)
    if anchor and _carries(page, anchor, mention, tense):
        year = _year_after(anchor, mention, tense)
        if year is not None and known and tense in ("past", "since") and _is_later(mention.first, year, known):
            year -= 1
    if year is None and known:
        year = _nearest_year(mention.first, known, tense)
    return _year_from_later(mentions, index, page.starts) if year is None else year


_WEEKDAY_BEFORE = spaced(rf"(?i)(?<!\w)(?P<weekday>{one_of(WEEKDAYS)}),? (?:the )?$")


def _year_of_weekday(page: Page, mention: Mention, anchor: Mention | None, year: int | None) -> int | None:
    """``year``, or the nearest to it in which the day is the weekday before it: "on Friday 10th May"."""
    told = _WEEKDAY_BEFORE.search(page.text, max(0, mention.start - LOOK_BACK), mention.start)
    if not told or year is None or not mention.first.day or page.words.language != "en":
        return year
    now = page.known.day.year if page.known else year
    for other in sorted({year, now - 1, now, now + 1}, key=lambda other: (abs(other - year), abs(other - now))):
        try:
            day = date(other, mention.first.month or 1, mention.first.day)
        except ValueError:
            continue
        if day.weekday() == WEEKDAYS.index(told["weekday"].lower()):
            return other
    return year


_OF_ITS_YEAR = spaced(rf" (?P<nouns>(?:[A-Za-z][\w’'-]{{1,20}} ){{1,3}})of (?P<year>{YEAR})(?![\w/-])")
"""Behind a day before its noun: "the 7 July | bombings of 2005"."""
LINE = 60
"""Characters before a date in which its line or cell begins, and of a line that a year closes over others."""
_YEAR_OVER = re.compile(rf"(?m)^(?:[^\d\n|.;]{{0,{LINE}}}[^\S\n])?(?P<year>{YEAR})[^\S\n]?:?[^\S\n]*$")
_OPENS_LINE = re.compile(
    rf"(?:\n|^|[^\S\n]\|[^\S\n])[^\w\n|]{{0,8}}(?:(?:from|on)[^\S\n]|[\d\w ]{{1,20}}(?:{DASH}))?$", re.IGNORECASE
)


def _year_over(page: Page, mention: Mention) -> int | None:
    """The last year that stands over the line that the mention opens, as in lists of visits by year."""
    if not _OPENS_LINE.search(page.text, max(0, mention.start - LINE), mention.start):
        return None
    at = bisect_right(page.over, (mention.start, 0)) - 1
    return page.over[at][1] if at >= 0 else None


_SAID_BEHIND = re.compile(
    rf"(?i),?[^\S\n]({any_word(ENGLISH['its_year'])})(?![\w-])"
    rf"(?![^\S\n](?:{any_word(ENGLISH['stretches'])}|\d))"
)
"""Words behind a day or month that tell its year: "the treaty signed on 1 September last"."""


def _year_said(point: Point, word: str, known: Reference) -> int:
    """The year of "1 September last", the latest that is over, "5 May inst." and "1 June next", the first to come."""
    here = (known.day.month, known.day.day)
    there = (point.month or 1, point.day or (1 if word == "next" else 31))
    if word.startswith("inst"):
        return known.day.year
    if word.startswith(("next", "prox")):
        return known.day.year + (there <= here)
    return known.day.year - (there >= here)


def _tense_for(page: Page, mention: Mention) -> Tense:
    """The tense around the date, by its cue too: "since May 5" never is ahead, "until" is if no verb is past, and "by
    May" if somebody was asked to do something by then."""
    words = page.words
    begins = max(0, mention.start - LOOK_BACK)
    before = page.text[begins : mention.start]
    if words.language == "en" and _EVER_SINCE.search(before):
        return "since"
    tense = tense_at(page.text, mention.start, mention.end, page.starts, words)
    before = FILLING.sub("", before)
    limit = words.until.search(before) or words.deadline.search(before)
    if not limit or words.language != "en":
        return tense
    sentence = page.starts[bisect_right(page.starts, mention.start) - 1]
    told = max(sentence, mention.start - SEEN_BEFORE), max(sentence, begins + limit.start())
    to_be = tense == "past" and words.asked and words.asked.search(page.text, *told)
    return "ahead" if tense in ("due", "unknown") or to_be else tense


_EVER_SINCE = re.compile(r"(?i)(?<!\w)since(?: (?:the|early|late|mid|end of|beginning of|start of)){0,3}[ -]?$")
TOLERATED = 7
"""How many days behind the day of writing a date may lie that the text has in the past: pages are dated loosely."""


def _is_later(point: Point, year: int, known: Reference) -> bool:
    """Whether the date in ``year`` is after the day of writing, as far as both are known."""
    if known.precision == 1 or point.month is None or point.month > 12:
        return year > known.day.year
    if known.precision == 2 or point.day is None:
        return (year, point.month) > (known.day.year, known.day.month)
    there = year * 372 + point.month * 31 + point.day
    return there > known.day.year * 372 + known.day.month * 31 + known.day.day + TOLERATED


def _since_then(page: Page, mention: Mention) -> bool:
    """A bare year after "since" tells how long ago, not when: "the first flight since 2016, on May 16"."""
    if mention.first.month is not None:
        return False
    return bool(page.words.since.search(page.text[max(0, mention.start - LOOK_BACK) : mention.start]))


def _in_year(mention: Mention, year: int | None) -> Mention:
    if year is None:
        return mention
    last = mention.last
    if last:
        last = replace(last, year=year + ((last.month or 12) < (mention.first.month or 1)))
    return replace(mention, first=replace(mention.first, year=year), last=last)


def _year_from_pair(page: Page, mentions: list[Mention], index: int) -> int | None:
    """The year of the next mentions that are joined to this one by "to", "and", a comma or a dash."""
    month = mentions[index].first.month
    for here, later in zip(mentions[index : index + 6], mentions[index + 1 : index + 7], strict=False):
        between = page.text[here.end : later.start]
        if len(between) > LOOK_BACK:
            return None
        joined = page.words.to.fullmatch(between) or page.words.joined.fullmatch(between)
        if not (joined or re.fullmatch(rf"\s{{0,2}}(?:{DASH}|[,&])\s{{0,2}}", between)):
            return None
        if later.first.month is None:
            return None
        if later.first.year is not None:
            return later.first.year - (month is not None and month > later.first.month)
    return None


def _one_before(page: Page, mentions: list[Mention], index: int) -> Mention | None:
    """The day before in a row of days without a year, "on 14 May | and 17 June": they are of one time."""
    before, here = mentions[index - 1] if index else None, mentions[index]
    if before is None or before.first.year is not None or not (before.first.day and here.first.day):
        return None
    between = page.text[before.end : here.start]
    joined = page.words.joined.fullmatch(between) or re.fullmatch(r",\s{1,2}(?:and\s)?", between)
    return before if joined else None


def _opens_pair(page: Page, mentions: list[Mention], index: int) -> bool:
    """Whether the date opens "from January to October" or "between March and mid-2016", which are of one time."""
    here, later = mentions[index], mentions[index + 1] if index + 1 < len(mentions) else None
    if later is None or later.last or later.basis not in ("partial", "absolute"):
        return False
    between = page.text[here.end : later.start]
    before = page.text[max(0, here.start - LOOK_BACK) : here.start]
    if len(between) > LOOK_BACK or (later.first.day is None) != (here.first.day is None):
        return False
    if page.words.to.fullmatch(between):
        return bool(page.words.from_before.search(before))
    return bool(page.words.joined.fullmatch(between) and page.words.between.search(before))


def _year_after(anchor: Mention, mention: Mention, tense: Tense) -> int | None:
    """The anchor's year, or the next one where the month would lie half a year or more before it.

    "Stated on July 5 that they had left since January 1" is of one year: what is told with "since" began before.
    """
    point = anchor.last or anchor.first
    if point.year is None or (anchor.last and anchor.last.year != anchor.first.year):
        return None
    if point.month is None or point.month > 12:
        return point.year
    if tense == "since":
        return point.year - (point.month < (mention.first.month or 1))
    return point.year + (point.month - (mention.first.month or 1) >= 6)


def _carries(page: Page, anchor: Mention, mention: Mention, tense: Tense) -> bool:
    """Whether the year of the date before holds for this one too.

    It does in one sentence, "signed in October 2015, and ratified on November 2", unless that year was itself found
    from the day of writing and the verb tells on which side of it this date lies: "visited in March, and talks are to
    begin in January", or lies far behind one of the present: "the mandate, given in 1974, expires on 31 December". It
    does further on where the text tells of another time.
    """
    known = page.known
    if bisect_right(page.starts, anchor.start) != bisect_right(page.starts, mention.start):
        return _of_another_time(page, anchor, mention) and not _is_back(page, anchor, mention)
    if (
        tense == "ahead"
        and known
        and (anchor.first.year or 0) < known.day.year - 1
        and _is_coming(page, anchor, mention)
    ):
        return False
    derived = anchor.basis != "absolute" and known and abs((anchor.first.year or 0) - known.day.year) <= 1
    return not (derived and tense in ("past", "ahead"))


def _is_coming(page: Page, anchor: Mention, mention: Mention) -> bool:
    """Whether the last verb between the two dates is one of the present that speaks of what is to come."""
    verbs = list(page.words.verb.finditer(page.text, anchor.end, mention.start)) if page.words.verb else []
    return bool(verbs and verbs[-1]["coming"])


LONG_AGO = 10
"""Years before the day of writing from which a paragraph tells of another time. Of annotated dates without a year,
in written documents to learn from, 92 in 100 have the year that this gives; with two years, and over paragraphs, 89."""


def _of_another_time(page: Page, anchor: Mention, mention: Mention) -> bool:
    """Whether the paragraph is telling of a time long before that of writing: histories leave years out too."""
    if mention.start - anchor.end > CARRIED or anchor.first.month is None or anchor.basis == "relative":
        return False
    if page.known is None:
        return True
    long_ago = page.known.day.year - (anchor.first.year or 0) >= LONG_AGO
    return long_ago and "\n" not in page.text[anchor.end : mention.start]


_PRESENT = re.compile(r"(?<!\w)(?:is|are|has|have|remains?|stands?|will)(?!\w)")


def _is_back(page: Page, anchor: Mention, mention: Mention) -> bool:
    """Whether the text is back in its own time after an old year: "joined in May 1945 and its quota is 5 million".

    Only a text that has told of its own time before can be: histories have verbs of the present too.
    """
    told_now = page.now is not None and page.now < anchor.start
    return told_now and bool(_PRESENT.search(page.text, anchor.end, mention.start))


def _nearest_year(point: Point, known: Reference, tense: Tense) -> int:
    """The year in which the date is nearest to the day of writing, on the side of it that the verb tells.

    "Signed on February 25" was so before the day of writing; what "will" be lies ahead, unless it was to be so lately
    that the page may be dated after it.
    """
    if known.precision == 1:
        return known.day.year
    today = known.day.year * 12 + known.day.month
    years = [known.day.year - 1, known.day.year, known.day.year + 1]
    if tense in ("past", "since"):
        years = [year for year in years if not _is_later(point, year, known)]
    behind, beyond = {"ahead": (3.0, 0.5), "due": (1.0, 1.6), "unknown": (1.0, 1.6)}.get(tense, (1.0, 1.0))

    def distance(year: int) -> float:
        months = year * 12 + (point.month or 6) - today
        return months * beyond if months > 0 else -months * behind

    return min(years, key=distance)


def _year_from_later(mentions: list[Mention], index: int, starts: list[int]) -> int | None:
    sentence = bisect_right(starts, mentions[index].start)
    for later in mentions[index + 1 : index + 8]:
        if bisect_right(starts, later.start) != sentence:
            return None
        if later.first.year is not None and later.first.month is not None:
            return later.first.year
    return None

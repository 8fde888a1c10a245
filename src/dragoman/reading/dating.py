"""When the thing stated was: of the dates that the network holds likely those that are told of it, and not of its
saying or of its anniversary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.datafiles import data_file
from dragoman.dates import FoundDate
from dragoman.dates.numerals import TENS
from dragoman.dates.words import ORDINALS, one_of
from dragoman.edtf import is_valid
from dragoman.reading.anchored import Anchored
from dragoman.reading.prepared import first_from
from dragoman.reading.roles import Settings
from dragoman.records import Evidence

WORDS = data_file("dating.yml")
WITH_ANNIVERSARY, WITHOUT_ANNIVERSARY, DATED_BY_SAYING = (
    frozenset(WORDS[key]) for key in ("with_anniversary", "without_anniversary", "dated_by_saying")
)
"""Kinds, stages and kinds again; the file says what each is for."""
SAID = one_of(WORDS["said"])
OF_WHAT = one_of(WORDS["saying_of"])
UP_TO_THE_DATE = r"(?: (?!that )[\w’'-]+){0,6}? (?:(?:on|in|at) )?(?:the )?$"
SAID_ON = re.compile(rf"(?i)(?<!\w)(?:{SAID}){UP_TO_THE_DATE}")
TOLD_ON = re.compile(rf"(?i)(?<!\w)(?:{one_of(WORDS['telling'])}){UP_TO_THE_DATE}")
HAD_BEEN = re.compile(rf"(?i)(?: [\w’'-]+){{0,2}},? (?:{OF_WHAT}) (?:[^.;]{{0,160}} )?(?:had|has|have) (?!to )")
TOLD = re.compile(rf"(?i)(?: [\w’'-]+){{0,2}},? (?:{OF_WHAT}) ")
THEN_SAID = re.compile(rf"(?i),? [^.;:]{{1,100}}? (?:{SAID})(?: that)? (?:{OF_WHAT}) (?:had|has|have) (?!to )")
CAME_OUT = re.compile(rf"(?i)(?<!\w)according to [^.;:]{{1,100}} (?:{one_of(WORDS['came_out'])})(?: [^.;:]{{1,60}})? $")
INCLUDING = re.compile(rf"(?i)(?<!\w)(?:{one_of(WORDS['including'])})(?!\w)")
OPENS = re.compile(r"\W*(?:\w+\W+){0,2}")
CLAUSE = re.compile(rf"[;:.]\s|\n|(?i:(?<!\w)(?:{one_of(WORDS['other_clause'])})(?!\w))")
"""What ends the clause that tells of a thing."""
WHEN = re.compile(r",? when [^.;:]{0,100}")
"""Between the end of a stretch and what ended it: "until 2013, when Lind was"."""
BRACKET = re.compile(r"\s?\((?:[a-z]+ ){0,2}")
ROW = 3
"""Dates in brackets from which a sentence is a row of things, each with its own."""
LIMITS = ("since", "until", "deadline")
"""Roles that the head of a column may give."""
NEAR = 200
"""How far before a date the words may stand that tell what it is the date of."""

NTH = {word: number for number, word in enumerate(ORDINALS, 1)} | WORDS.numbers("tenths")
ANNIVERSARY = re.compile(
    rf"(?i)(?<!\w)(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?:(?P<tens>{one_of(TENS)})[- ])?(?P<nth>{one_of(NTH)}))"
    r"[ -]anniversary(?= of )"
)
OF_THE_THING = re.compile(r" of (?:[\w’'-]+ ){0,6}")
MARKS = re.compile(rf"(?i),? (?:(?:{one_of(WORDS['marks'])}) |(?<=, ))(?:the |its )?")


def fill_dates(
    kind: str, stage: str, thing: tuple[int, int], anchored: Anchored, settings: Settings
) -> tuple[str | None, str | None, list[Evidence]]:
    """The likeliest date and the likeliest end of the ``thing`` of which is stated, each with its passage."""
    found_here, slots = anchored.view.dates, anchored.places.dates
    ranked = sorted(((float(row[3]), found_here[i - slots.start].index) for i, row in anchored.of(slots)), reverse=True)
    date = end = None
    evidence = []
    for p, index in ranked:
        if p < settings.date or (date and end):
            break
        found = of_the_thing(anchored.prepared.dates[index], kind, thing, anchored)
        if found.date and date is None and (end is None or found.end_date is None):
            date = found.date
            end = end or found.end_date
        elif found.end_date and end is None and not found.date:
            end = found.end_date
        else:
            continue
        evidence.append(as_evidence(found))
    if not evidence:
        bracketed = in_brackets(thing, anchored)
        own = [bracketed] if bracketed else by_their_columns(anchored)
        date = next((d.date for d in own if d.date), None)
        end = next((d.end_date for d in own if d.end_date), None)
        evidence = [as_evidence(d) for d in own]
    if date and not end and (limit := until_when(date, thing, anchored)):
        end = limit.end_date
        evidence.append(as_evidence(limit))
    document = anchored.document
    if kind in WITH_ANNIVERSARY and stage not in WITHOUT_ANNIVERSARY:
        begun, told = begun_before(document.text, thing, dates_beside(anchored), document.date.value)
        if begun and told and date in (None, told.date):
            return begun, end, [*(e for e in evidence if e.start != told.start), as_evidence(replace(told, date=begun))]
    return date, end, evidence


def in_brackets(thing: tuple[int, int], anchored: Anchored) -> FoundDate | None:
    """The date that stands alone in brackets right behind the ``thing``: "the Air Services Agreement | (2011)", "WTO
    (since 1995)"."""
    text = anchored.document.text
    behind = (date for date in dates_beside(anchored) if date.start >= thing[1])
    found = next(behind, None)
    if found is None or not (found.date or found.end_date):
        return None
    alone = text[found.end : found.end + 1] == ")" and BRACKET.fullmatch(text, thing[1], found.start)
    return found if alone else None


def by_their_columns(anchored: Anchored) -> list[FoundDate]:
    """The dates of the anchor's row that the heads of their columns place in time, one of a beginning and one of an end
    at most: a plan's "Deadline" is that of all that its row states."""
    if anchored.prepared.sentences[anchored.sentence].kind != "row":
        return []
    placed = [d for d in dates_beside(anchored) if d.role in LIMITS and d.cue_start == d.start]
    one_each = len({bool(d.date) for d in placed}) == len(placed)
    return placed if one_each else []


def until_when(date: str, thing: tuple[int, int], anchored: Anchored) -> FoundDate | None:
    """Until when the ``thing`` of which is stated is to last, where its clause tells it beside the ``date``: "on 4 May
    the EU extended its mission until 14 December 2024"."""
    for found in dates_beside(anchored):
        between = anchored.document.text[thing[1] : found.cue_start]
        limit = found.role == "until" and found.end_date and not found.date and date < found.end_date
        if limit and thing[1] <= found.cue_start and not CLAUSE.search(between):
            return found
    return None


def as_evidence(found: FoundDate) -> Evidence:
    told = "/".join(filter(None, (found.date, found.end_date)))
    return Evidence("date", told, found.start, found.end, found.basis)


def dates_beside(anchored: Anchored) -> Sequence[FoundDate]:
    """The dates in the anchor's sentence."""
    span, dates = anchored.prepared.sentences[anchored.sentence], anchored.prepared.dates
    return dates[first_from(dates, span.start) : first_from(dates, span.end)]


def of_the_thing(found: FoundDate, kind: str, thing: tuple[int, int], anchored: Anchored) -> FoundDate:
    """``found`` as it dates a ``thing`` of ``kind`` in the text: with no date where it is that of the saying or of an
    example; the end of a stretch is the day of what ended it ("from 1935 until its withdrawal in 1941", "until 1941,
    when it withdrew"), and "by 2004" that of a figure measured by then."""
    text, found = anchored.document.text, of_its_item(found, thing, anchored)
    until = found.end_date
    of_saying = is_of_saying(found, kind, thing, text, anchored.prepared.sentences[anchored.sentence].start)
    if of_saying or is_of_an_example(found, thing, text):
        return replace(found, date=None, end_date=None)
    behind = found.end < thing[0] and WHEN.fullmatch(text, found.end, thing[0])
    ends = behind or found.cue_start < thing[0] < found.end
    if until and ends and found.role in ("interval", "until"):
        return replace(found, date=until, end_date=None)
    if until and kind == "indicator" and found.role == "deadline" and until <= (anchored.document.date.value or ""):
        return replace(found, date=until, end_date=None)
    return found


def of_its_item(found: FoundDate, thing: tuple[int, int], anchored: Anchored) -> FoundDate:
    """Of a row of things with their dates in brackets behind them, "Minister Lind (1990), Minister Berg (1992), ...",
    the date behind the ``thing`` where ``found`` is another's."""
    text = anchored.document.text
    row = [date for date in dates_beside(anchored) if text[date.start - 1 : date.start] == "(" and date.date]
    if len(row) < ROW or found not in row or text[found.end : thing[0]].strip() == ")":
        return found
    return next((date for date in row if date.start >= thing[0]), found)


def is_of_saying(found: FoundDate, kind: str, thing: tuple[int, int], text: str, begins: int) -> bool:
    """Whether the date is only that of the saying: "said on Monday that it had paid", "according to a statement
    released on Monday". ``begins`` is where the sentence does."""
    before = " ".join(["", *text[max(begins, found.start - NEAR) : found.start].split(), ""])
    if kind != "position" and "according" in before.lower() and CAME_OUT.search(before):
        return True
    if kind in DATED_BY_SAYING or thing[0] < found.end:
        return False
    after = re.sub(r"\s+", " ", text[found.end : thing[0]] + " ")
    if TOLD_ON.search(before) and TOLD.match(after):
        return True
    if SAID_ON.search(before):
        return HAD_BEEN.match(after) is not None
    return OPENS.fullmatch(before) is not None and THEN_SAID.match(after) is not None


def is_of_an_example(found: FoundDate, thing: tuple[int, int], text: str) -> bool:
    """Whether the date stands in brackets behind one of those that the ``thing`` includes: "many agreements, including
    a tax treaty (1985)"."""
    return text[found.start - 1 : found.start] == "(" and INCLUDING.search(text, thing[1], found.start) is not None


def begun_before(
    text: str, thing: tuple[int, int], dates: Sequence[FoundDate], written: str | None
) -> tuple[str | None, FoundDate | None]:
    """When the ``thing`` began whose anniversary is told, and the date beside it that tells of which time that is:
    1974 by "this year marks the 35th anniversary of their ties", ``written`` in 2009. The day of a celebration tells
    the year alone."""
    near = max(0, thing[0] - NEAR), min(len(text), thing[0] + NEAR)
    if "anniversary" not in text[slice(*near)].lower():
        return None, None
    for match in ANNIVERSARY.finditer(text, *near):
        opens = 0 <= match.start() - thing[0] <= len("the ")
        if not opens and not OF_THE_THING.fullmatch(text, match.end(), thing[0]):
            continue
        years = int(match["digits"] or TENS.get((match["tens"] or "").lower(), 0) + NTH[match["nth"].lower()])
        for told in sorted(dates, key=lambda d: abs(d.start - match.start())):
            if not told.date or told.end_date or told.role != "point":
                continue
            if told.start > match.start() and abs(int(told.date[:4]) - int((written or "0")[:4])) > 2:
                continue  # when it began, told behind it: "of the treaty of 1953"
            day = told.date[4:] if MARKS.fullmatch(text, told.end, match.start()) else ""
            year = f"{int(told.date[:4]) - years:04d}"
            return next(filter(is_valid, (year + day, year)), None), told  # no 29 February of 1965
    return None, None

"""The date a document carries: from machine-readable fields, addresses and the lines around its title.

Only whole calendar dates are read, and every doubtful order of day and month gives the year alone: relative dates in
the text are resolved against this one, so a wrong one is worse than none. For the same reason no date that a sentence
mentions is taken: `line_date` wants a line that is a date, `dateline_date` what an agency puts before its first
sentence.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from dragoman.datafiles import any_word, data_file
from dragoman.months import months, numbered

ISO = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:[T ]\d\d:?\d\d.{0,20})?")
NUMERIC = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[./-]) ?(?P<b>\d{1,2})(?P=mark) ?(?P<year>(?:1[89]|20)\d\d)(?!\d)")
ISO_INSIDE = re.compile(
    r"(?<![\d-])(?P<year>(?:1[89]|20)\d\d)(?:-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?<![./]....)(?P<mark>[./])(?P<of_month>\d\d?)(?P=mark)(?P<of_day>\d\d?))(?![\d/-])"
)
"""A date that begins with its year: "2016-03-17", as in East Asia "2016.3.17" and "2016/03/17" too."""
COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:\d{6}.{0,8})?")
ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})(?:/(?P<day>\d{1,2}))?(?=/|$)")
ADDRESS_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
EARLIEST, LATEST = 1600, 2100
SHORT_YEARS_FROM = 70
"""Years in two figures below this are of this century; pages that say when they were changed are not older."""
MARK = "\0"  # stands for a date while what is beside it is looked at
PARTS = re.compile(r"[,;|·•\n]|(?<!\w)[(\[]|[)\]](?!\w)|\s[/—–-]+\s|[—–]|(?<=\s)/|/(?=\W|$)")
WIDE_GAP = re.compile(r"(?<=\S)[^\S\n]{3,80}(?=\S)")
DATELINE_END = re.compile(r"\s[-–—]{1,2}\s+|:\s+(?=[A-ZÀ-Þ])|\s?[–—](?!\d)\s*|(?<=[\d).])-\s+|(?<=/)\.\s+")
CAPITAL_PLACE = re.compile(r"\A(?:[A-ZÀ-Þ]{3,20} ){1,3}(?=\d{1,2} )")
"""The place of a dateline in capitals, with no comma before its day: "JAKARTA 7 September 2023 –"."""
STRAY = " .~*_'\"“”«»<>=-–—:/"
LONGEST_LINE, LONGEST_DATELINE = 160, 100


def exact(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """EDTF level 0, or None where there is no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not EARLIEST <= year <= LATEST:
        return None
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def machine_date(text: str) -> str | None:
    """The date of a machine-readable field: ISO 8601 (any time of day is dropped) or ``YYYYMMDD``; else in words."""
    text = text.strip()[:60]
    if match := ISO.fullmatch(text):
        return exact(int(match["year"]), *(int(match[part]) if match[part] else None for part in ("month", "day")))
    if match := COMPACT.fullmatch(text):
        return exact(int(match["year"]), int(match["month"]), int(match["day"]))
    return written_date(text)


def written_date(text: str) -> str | None:
    """The first calendar date written in ``text``, in words or figures, in any of the languages of the month table."""
    found = _dates_in(text)
    return found[0].value if found else None


def line_date(line: str, *, names: int = 40) -> str | None:
    """The date of a line that is one: beside it only a weekday, a time, a label ("Last updated"), and, set off by a
    comma, a wide gap or the like, at most ``names`` words that name a place, a body or a document's number.

    "Strasbourg, 8 September 1994" has one; "Kosovo declared independence on 17 February 2008." and "Signed 3 May 1999"
    have none. Where "Published" and "Updated" stand on one line, the earlier date is meant.
    """
    if short := _words().short_stamp.fullmatch(line.strip()):
        line = f"{line.strip()[:-2]}{20 if int(short['year']) < SHORT_YEARS_FROM else 19}{short['year']}"
    line = WIDE_GAP.sub(" | ", line.replace(MARK, " ").strip())
    line = "\n".join(" ".join(part.split()) for part in line.split("\n"))
    dates = _dates_in(line) if len(line) <= LONGEST_LINE else []
    if not dates or (len(dates) > 1 and len(_words().labels.findall(line)) < len({one.value for one in dates})):
        return None
    beside = _names_beside(line, dates)
    return min(one.value for one in dates) if beside is not None and beside <= names else None


def numbered_head(title: str) -> str:
    """The number and date that a title begins with, "No: 123, 4 June 2020, Press Release on ..."; empty without."""
    dates = _dates_in(title[:LONGEST_DATELINE])
    head = title[: dates[0].end] if dates and _words().number_first.match(title) else ""
    return head if title[len(head) :].startswith(",") else ""


def closing_date(line: str) -> str | None:
    """The date of a line with a place and a date that a paper ends with: "London, 15th July, 2021"."""
    if len(line) > LONGEST_LINE or ": " in line or _words().labels.search(line):
        return None
    return line_date(line, names=4) if _names_beside(line, _dates_in(line)) else None


def stamped_date(line: str) -> str | None:
    """The date of a line that only says when a page came out or was changed: "Last updated: 2 February 2024"."""
    return line_date(line, names=0) if _words().stamp.match(line.strip()) else None


def dateline_date(paragraph: str) -> str | None:
    """The date of the dateline that a paragraph begins with: "BELGRADE, 3 March 2015 (Tanjug) - NATO and Serbia met".

    A place or an agency must stand with it: "17 February 2008 - Independence" is an entry of a chronology.
    """
    head = paragraph[: LONGEST_DATELINE * 2]
    dates = _dates_in(head)
    ending = DATELINE_END.search(head, dates[0].end) if dates else None
    if ending is None or ending.start() > LONGEST_DATELINE or not paragraph[ending.end() :].strip():
        return None
    if any(one.start == ending.end() for one in dates):  # from one date to another
        return None
    line = CAPITAL_PLACE.sub(r"\g<0>, ", " ".join(head[: ending.start()].split()))
    beside = _names_beside(line, _dates_in(line))
    return line_date(line) if beside else None


def done_date(paragraph: str) -> str | None:
    """The date in the formula with which treaties and notices close: "Done at Lima on 3 May 1999, in two originals"."""
    head = paragraph[:LONGEST_LINE]
    dates = _dates_in(head) if _words().done.match(head) else []
    return dates[0].value if dates and ". " not in head[: dates[0].start] else None


def goes_on(line: str) -> bool:
    """Whether a line ends in a word that no line of its own ends with ("Kosovo declared independence on")."""
    last = line.rpartition(" ")[2]
    return last in _words().joints or (last.islower() and last in _words().sentence)


def is_label(line: str) -> bool:
    """Whether a line only says what kind of paper it heads, or its number: "PRESS RELEASE No. 114/58"."""
    return len(line) <= LONGEST_LINE and _words().papers.fullmatch(line) is not None


class _Written(NamedTuple):
    start: int
    end: int
    value: str


def _dates_in(text: str) -> list[_Written]:
    """All calendar dates in ``text``, in order; of those that overlap, the first."""
    numbers, day_first, month_first = _months()
    found = [
        (m.span(), exact(int(m["year"]), int(m["month"] or m["of_month"]), int(m["day"] or m["of_day"])))
        for m in ISO_INSIDE.finditer(text)
    ]
    for match in NUMERIC.finditer(text):
        found.append((match.span(), _numeric(int(match["a"]), int(match["b"]), int(match["year"]), match["mark"])))
    for pattern in (day_first, month_first):
        for match in pattern.finditer(text):
            month = numbers[match["month"].lower()]
            found.append((match.span(), exact(int(match["year"]), month, int(match["day"]))))
    dates: list[_Written] = []
    for (start, end), value in sorted(found, key=lambda one: one[0]):
        if value and (not dates or start >= dates[-1].end):
            dates.append(_Written(start, end, value))
    return dates


def _names_beside(line: str, dates: list[_Written]) -> int | None:
    """How many words of names and numbers stand on a line beside its dates; None where anything else does."""
    words = _words()
    for one in reversed(dates):
        line = f"{line[: one.start]} {MARK} {line[one.end :]}"
    for known in (words.labels, words.time, words.weekdays):
        line = known.sub(" ", line)
    line = words.before_day.sub(f" {MARK}", words.after_year.sub(MARK, line))
    count = 0
    for part in PARTS.split(line):
        parts = [word for word in (raw.strip(STRAY) for raw in part.split()) if word]
        if parts[:1] and parts[0].casefold() == "by":
            parts = parts[1:]
        if set(parts) <= {MARK}:
            continue
        if not _is_name(parts, words):
            return None
        count += len(parts)
    return count


def _is_name(parts: list[str], words: _Words) -> bool:
    """A place, a body, or the number of a document: all words but small joints begin with a capital or a figure."""
    if parts[0] in words.joints or (len(parts) == 1 and parts[0].isdigit() and len(parts[0]) < 3):
        return False
    return all(
        part in words.joints
        or (part.casefold() not in words.sentence and (part[0].isupper() or part[0].isdigit()) and MARK not in part)
        for part in parts
    )


def address_date(address: str) -> str | None:
    """The date in the path of a web address (``/2016/03/17/``, ``/2016-03-17-``)."""
    for pattern in (ADDRESS, ADDRESS_ISO):
        if match := pattern.search(address[:2000]):
            return exact(int(match["year"]), int(match["month"]), int(match["day"]) if match["day"] else None)
    return None


def _numeric(first: int, second: int, year: int, mark: str) -> str | None:
    """17.3.2016 is day first wherever full stops are used; 3/17/2016 tells itself; 3/4/2016 does not."""
    if mark == "." or first > 12 or first == second:
        return exact(year, second, first)
    if second > 12:
        return exact(year, first, second)
    return exact(year)


class _Words(NamedTuple):
    labels: re.Pattern[str]
    stamp: re.Pattern[str]
    short_stamp: re.Pattern[str]
    weekdays: re.Pattern[str]
    after_year: re.Pattern[str]
    before_day: re.Pattern[str]
    joints: frozenset[str]
    sentence: frozenset[str]
    papers: re.Pattern[str]
    time: re.Pattern[str]
    number_first: re.Pattern[str]
    done: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    table = data_file("datelines.yml")
    labels, prepositions = any_word(table["labels"]), any_word(table["prepositions"])
    number, numbers = any_word(table["number"]), any_word([*table["number"], *table["numbers"]])
    stamp = rf"{any_word(table['stamps'])}(?:\s+{prepositions})?(?!\w)\s*:?"
    return _Words(
        stamp=re.compile(stamp, re.IGNORECASE),
        short_stamp=re.compile(rf"{stamp}\s*\d{{1,2}}\.\d{{1,2}}\.(?P<year>\d\d)", re.IGNORECASE),
        labels=re.compile(rf"(?<!\w){labels}(?:\s+{prepositions})?(?!\w)\s*:?", re.IGNORECASE),
        weekdays=re.compile(rf"(?<!\w){any_word(table['weekdays'])}(?!\w)\.?", re.IGNORECASE),
        after_year=re.compile(rf"{MARK}[\s.]*{any_word(table['years'])}(?!\w)", re.IGNORECASE),
        before_day=re.compile(rf"(?<!\w){any_word(table['articles'])}\s+{MARK}", re.IGNORECASE),
        joints=frozenset(table["joints"]),
        sentence=frozenset(table["sentence"]),
        papers=re.compile(
            rf"\W*(?:{any_word(table['papers'])}(?:[\W_]+{numbers}\b)?"
            rf"(?:[\W_]+\S{{0,20}}\d\S{{0,20}}(?: [-–/] \d{{1,4}})?)?"
            rf"|{numbers}\b[\W_]+\S{{0,20}}\d\S{{0,20}})\W*",
            re.IGNORECASE,
        ),
        time=re.compile(
            rf"(?<![\w.])(?:T|{any_word(table['clock'])} )?\d{{1,2}}[:.h]\d\d(?::\d\d(?:\.\d{{1,6}})?)?"
            rf"(?:\s?(?:[ap]\.?m\b\.?|{any_word(table['hours'])}\b))?"
            r"(?:\s?\(?(?:[ECMPB][SD]T|CES?T|EES?T|GMT|UTC|MSK|Z)\b\)?)?(?:\s?[+-]\d\d:?\d\d)?",
            re.IGNORECASE,
        ),
        done=re.compile(rf"\W{{0,3}}{any_word(table['done'])}\s{any_word(table['done_at'])}\s", re.IGNORECASE),
        number_first=re.compile(rf"\W{{0,3}}{number}\b[\W_]{{1,4}}\S{{0,20}}\d\S{{0,20}}\s", re.IGNORECASE),
    )


@lru_cache(maxsize=1)
def _months() -> tuple[dict[str, int], re.Pattern[str], re.Pattern[str]]:
    """Numbers by the names of months, and what a day looks like with one of them."""
    of_languages = months().values()
    numbers = numbered(*(one.lines for one in of_languages), *(one.names for one in of_languages))
    name = any_word(numbers)
    table = data_file("datelines.yml")
    day, year = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
    ordinal = rf"(?:{any_word(table['day_ends'])}|\.)?"
    of, of_year = (rf"(?:{any_word(table[key])} )?" for key in ("of", "of_year"))
    month = rf"(?P<month>{name})\b\.?"
    day_first = re.compile(rf"{day}{ordinal}[ -]?{of}{month},?[ -]?{of_year}{year}", re.IGNORECASE)
    month_first = re.compile(rf"\b{month} {day}{ordinal},? {year}", re.IGNORECASE)
    return numbers, day_first, month_first

"""The date a document carries: from machine-readable fields, addresses and the lines around its title.

Only whole calendar dates are read, and every doubtful order of day and month gives the year alone: relative dates in
the text are resolved against this one, so a wrong one is worse than none.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import lru_cache
from importlib.resources import files

ISO = re.compile(r"(?P<year>(?:1[6-9]|20)\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:[T ]\d\d:?\d\d.{0,20})?")
NUMERIC = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[./-]) ?(?P<b>\d{1,2})(?P=mark) ?(?P<year>(?:1[89]|20)\d\d)(?!\d)")
ISO_INSIDE = re.compile(r"(?<![\d-])(?P<year>(?:1[89]|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:\d{6}.{0,8})?")
ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})(?:/(?P<day>\d{1,2}))?(?=/|$)")
ADDRESS_ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
EARLIEST, LATEST = 1600, 2100


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
    found: list[tuple[int, str]] = []
    if match := ISO_INSIDE.search(text):
        value = exact(int(match["year"]), int(match["month"]), int(match["day"]))
        found += [(match.start(), value)] if value else []
    if match := NUMERIC.search(text):
        value = _numeric(int(match["a"]), int(match["b"]), int(match["year"]), match["mark"])
        found += [(match.start(), value)] if value else []
    months, day_first, month_first = _months()
    for pattern in (day_first, month_first):
        if match := pattern.search(text):
            value = exact(int(match["year"]), months[match["month"].lower()], int(match["day"]))
            found += [(match.start(), value)] if value else []
    return min(found)[1] if found else None


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


@lru_cache(maxsize=1)
def _months() -> tuple[dict[str, int], re.Pattern[str], re.Pattern[str]]:
    table = json.loads((files("dragoman.documents") / "data" / "months.json").read_text("utf-8"))
    months: dict[str, int] = {}
    for language, names in table.items():
        if language != "about":
            for number, spellings in enumerate(names, 1):
                for spelling in spellings.split():
                    months.setdefault(spelling, number)
    name = "|".join(sorted(months, key=lambda spelling: (-len(spelling), spelling)))
    day, year = r"(?<!\d)(?P<day>\d{1,2})", r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
    ordinal = r"(?:st|nd|rd|th|er|º|°|\.)?"
    of = r"(?:de |del |of )?"
    month = rf"(?P<month>{name})\b\.?"
    day_first = re.compile(rf"{day}{ordinal} ?{of}{month},? ?(?:de |del )?{year}", re.IGNORECASE)
    month_first = re.compile(rf"\b{month} {day}{ordinal},? {year}", re.IGNORECASE)
    return months, day_first, month_first

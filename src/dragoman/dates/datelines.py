"""The day in a news agency's dateline is that of writing and of no event: "VIENNA, May 21 (NTB) - They met"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dragoman.dates.relative import Reference
from dragoman.dates.roles import FoundDate

LONGEST = 80
"""How many characters of its line may stand before the day."""
MOST = 3
"""Words of a place, where no agency is named."""
LATE = 7
"""How many days after the day of its dateline a page may be dated."""
_AGENCY = r"(?:\([^()\d\n]{2,30}\)|/[A-Z][^/\d\n]{1,20}/)"
_NO_PLACE = r"(?!(?:On|In|By|As|At|Since|Until|From|After|Before|For) )"
_PLACE = rf"{_NO_PLACE}(?:[A-Z][\w’'.-]*[ ,/]{{1,3}}(?:(?:de|of|la|el|al) )?){{1,6}}"
_BEFORE = re.compile(rf"[^\S\n]*(?P<place>{_PLACE})?(?P<agency>{_AGENCY},? )?(?:[A-Z]?[a-z]{{3,6}}day,? )?")
_DASH = r"(?: ?[—–]| ?-{1,3})"
_BEHIND_AGENCY = rf"[.:]?{_DASH}|:|(?<=[A-Z]\))[^\S\n]*(?=\n|$)|(?P<bare>[^\S\n](?=[A-Z]))"
_AFTER = re.compile(rf"\.?,?(?: ?(?P<agency>{_AGENCY})(?:{_BEHIND_AGENCY})|[.:]?{_DASH}(?=[^\S\n]))")


def without_dateline(text: str, found: FoundDate, known: Reference | None) -> FoundDate:
    """``found`` without its date where it stands in a dateline: at the head of a line, behind a place or beside the
    name of an agency, before a dash; behind a place and before an agency it needs no dash."""
    if not found.date or found.basis not in ("absolute", "partial") or not _is_of_late(found.date, known):
        return found
    begin = text.rfind("\n", 0, found.start) + 1
    after = _AFTER.match(text, found.end) if found.start - begin <= LONGEST else None
    before = _BEFORE.fullmatch(text, begin, found.start) if after else None
    if not after or not before:
        return found
    agency, place = before["agency"] or after["agency"], before["place"]
    if not place and (after["bare"] or not agency):
        return found
    if not agency and len(place.split()) > MOST:
        return found  # "Minister Lind Visits Chile"
    return replace(found, date=None, end_date=None, role="name")


def _is_of_late(told: str, known: Reference | None) -> bool:
    """Whether the day is that of writing or shortly before it: the entries of a history begin with days as well."""
    if known is None or known.precision < 3 or len(told) != len("2018-05-21"):
        return False
    return 0 <= (known.day - date.fromisoformat(told)).days <= LATE

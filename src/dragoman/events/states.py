"""Who was a state when: members of the Correlates of War or Gleditsch-Ward system, and the pairs of them, by date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dragoman.actors.directory import directory

System = Literal["cow", "gw"]
By = Literal["day", "month", "quarter", "year"]
MONTHS = {"month": 1, "quarter": 3, "year": 12}
EPOCH = date(1970, 1, 1)
HIGHEST = 9_999
"""The highest code that a state may have: pairs are counted by one number made of both codes."""
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Spells:
    """Members with their first and last day (days since 1970), sorted by code; one member may have several."""

    codes: Ints
    starts: Ints
    ends: Ints


@cache
def spells(system: System) -> Spells:
    """Membership by the directory's dated codes. What several actors hold one after the other is one spell."""
    found = sorted(
        (number.code, days(number.period.start or date.min), days(number.period.end or date.max))
        for actor in directory().actors
        for number in (actor.cow if system == "cow" else actor.gw)
    )
    merged: list[tuple[int, int, int]] = []
    for code, start, end in found:
        if merged and merged[-1][0] == code and start <= merged[-1][2] + 1:
            merged[-1] = (code, merged[-1][1], max(end, merged[-1][2]))
        else:
            merged.append((code, start, end))
    codes, starts, ends = np.array(merged, np.int64).T
    return Spells(codes, starts, ends)


def days(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def pairs_of(known: Spells, first: date, last: date, directed: bool) -> tuple[Ints, Ints]:
    """The pairs of states that both existed on one same day from ``first`` to ``last``, sorted by their codes."""
    live = (known.starts <= days(last)) & (known.ends >= days(first))
    codes = known.codes[live]
    starts, ends = np.maximum(known.starts[live], days(first)), np.minimum(known.ends[live], days(last))
    together = np.maximum.outer(starts, starts) <= np.minimum.outer(ends, ends)
    together &= np.not_equal.outer(codes, codes) if directed else np.less.outer(codes, codes)
    i, j = np.nonzero(together)
    if len(np.unique(codes)) < len(codes):
        keys = np.unique(codes[i] * 10_000 + codes[j])
        return keys // 10_000, keys % 10_000
    return codes[i], codes[j]


def periods(begin: date, stop: date, by: By) -> Iterator[tuple[date, date]]:
    """First and last days of the periods that ``begin`` to ``stop`` touch."""
    first = begin if by == "day" else date(begin.year, 1 + (begin.month - 1) // MONTHS[by] * MONTHS[by], 1)
    while first <= stop:
        last = last_of(first, by)
        yield first, last
        if last == date.max:
            return
        first = last + timedelta(days=1)


def last_of(first: date, by: By) -> date:
    """The last day of the period that begins on ``first``."""
    if by == "day":
        return first
    month = first.month - 1 + MONTHS[by]
    if (year := first.year + month // 12) > date.max.year:
        return date.max
    return date(year, month % 12 + 1, 1) - timedelta(days=1)

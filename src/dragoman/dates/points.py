"""A point of the calendar, and a place in a text that names one or two of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Role = Literal["point", "since", "until", "deadline", "interval", "name"]
"""In which way a date places something in time; `dragoman.dates.FoundDate` says what each means."""
NO_DAY = "no day of the calendar"
MONTH_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season (21 to 24) or year; ``year`` is null where the text does not say it."""

    year: int | None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        if self.year is None:
            return None
        month = f"-{self.month:02d}" if self.month else ""
        return f"{self.year:04d}{month}" + (f"-{self.day:02d}" if self.month and self.day else "")


@dataclass(frozen=True, slots=True)
class Mention:
    """A date at ``start:end``; ``last`` is the end of a stretch, ``pair`` where the text names both ends.

    ``basis`` and ``role`` as in `dragoman.dates.FoundDate`.
    """

    start: int
    end: int
    first: Point
    last: Point | None = None
    basis: str = "absolute"
    role: str = "point"
    pair: bool = False


def checked(start: int, end: int, first: Point, last: Point | None = None, role: str = "point") -> Iterator[Mention]:
    """The mention; one that the calendar does not have only takes its place, lest its parts be read as dates."""
    for point in (first, last):
        if point and point.day and point.month:
            length = MONTH_LENGTHS[point.month - 1]
            if (
                point.month == 2
                and point.year is not None
                and (point.year % 4 or (point.year % 100 == 0 and point.year % 400))
            ):
                length = 28
            if not 1 <= point.day <= length:
                yield Mention(start, end, first, basis=NO_DAY)
                return
    basis = "absolute" if first.year is not None else "partial"
    yield Mention(start, end, first, last, basis, role, pair=last is not None)

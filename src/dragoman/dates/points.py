"""A point of the calendar, and a place in a text that names one or two of them."""

from __future__ import annotations

from dataclasses import dataclass


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

"""Dates alone in the cells of a table, which the head of their column or the label beside them places in time:
"Deadline", "Valid until"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.dates.cells import lines_of_cells
from dragoman.dates.points import Role
from dragoman.dates.roles import FoundDate
from dragoman.dates.words import CalendarWords

_BESIDE = re.compile(r"[^\S\n]*(?:[(\[][^()\[\]]{0,60}[)\]]|[*:.])[^\S\n]*$")
"""What a head says beside what it is: "Deadline (month and year)"."""


_LABEL = re.compile(r"(?:\A|[\n;|(•])[^\S\n]{0,8}(?P<label>[^\n:;|(•]{2,50})(?::[^\S\n]{0,3}|[^\S\n]\|[^\S\n])\Z")
"""What stands before a date on its line or in the cell before: "Closing date: ", "Closing date | "."""
_LONGEST_LABEL = 64


def by_columns(text: str, dates: Sequence[FoundDate], words: CalendarWords) -> Iterator[FoundDate]:
    """``dates``, in order, those that are the only one of their cell with the role that the head of its column gives,
    and those behind a label with that which this gives.

    One that has a role by its own words keeps it. Time is proportional to the text.
    """
    placed = dict(_placed(text, dates, words)) if words.columns else {}
    for date in dates:
        role = placed.get(date.start) or _labelled(text, date.start, words)
        if role is None or date.role != "point":
            yield date
        elif role == "since":
            yield replace(date, end_date=None, role="since")
        else:
            yield replace(date, date=None, end_date=date.end_date or date.date, role=role)


def _labelled(text: str, start: int, words: CalendarWords) -> Role | None:
    """The role that the label before a date gives it: "Closing date: 31 May 2025"."""
    label = _LABEL.search(text[max(0, start - _LONGEST_LABEL) : start]) if words.columns else None
    return words.columns.get(_BESIDE.sub("", label["label"]).strip().lower()) if label else None


def _placed(text: str, dates: Sequence[FoundDate], words: CalendarWords) -> Iterator[tuple[int, Role]]:
    """Where a date stands that is alone in a cell, with the role that the head of its column names."""
    heads: dict[int, Role] = {}
    width, gap, at = 0, False, 0
    for start, end, cells in lines_of_cells(text):
        if len(cells) < 2:
            if start < end and gap:  # no line that only divides the rows
                heads, width = {}, 0
            gap = start == end
            continue
        gap = False
        if len(cells) != width:
            heads, width = {}, len(cells)
        named = [words.columns.get(_BESIDE.sub("", text[a:b][:120]).lower()) for a, b in cells]
        if any(named):
            heads = {n: role for n, role in enumerate(named) if role}
            continue
        for n, (a, b) in enumerate(cells):
            while at < len(dates) and dates[at].start < a:
                at += 1
            inside = at
            while at < len(dates) and dates[at].start < b:
                at += 1
            if n in heads and at == inside + 1:
                yield dates[inside].start, heads[n]

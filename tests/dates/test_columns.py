"""Dates alone in the cells of a table, which the head of their column places in time."""

from __future__ import annotations

import pytest

from dragoman.dates import find_dates

PLAN = "Measure | {head} | Status\nAdopt the law | {cell} | Planned\nTrain judges | 2026 | Planned\n"
HEADS = [
    ("Deadline", "December 2024", (None, "2024-12", "deadline")),
    ("Target completion date (month)", "30 June 2025", (None, "2025-06-30", "deadline")),
    ("DUE DATE:", "Q3 2025", (None, "2025-09", "deadline")),
    ("Start date", "May 2021", ("2021-05", None, "since")),
    ("Valid until", "end of 2024", (None, "2024", "until")),
    ("Adopted", "May 2021", ("2021-05", None, "point")),
    ("Deadline", "since May 2021", ("2021-05", None, "since")),
    ("Deadline", "2020-2022", ("2020", "2022", "interval")),
]
"""Head of a column, a cell below it, and date, end and role of what stands there."""


@pytest.mark.parametrize(("head", "cell", "told"), HEADS)
def test_the_head_of_a_column_places_its_dates(head: str, cell: str, told: tuple[str | None, str | None, str]) -> None:
    first, *_ = find_dates(PLAN.format(head=head, cell=cell), "2023-06-15")
    assert (first.date, first.end_date, first.role) == told


def test_a_head_tells_of_its_own_column_and_table_alone() -> None:
    text = PLAN.format(head="Deadline", cell="May 2024 or June 2025")  # which of them is the deadline is not told
    text += "Approved in 2021 | 2027 | Done\n\nNext table\n\nLaw | Adopted | Status\nOn ports | 2019 | Done\n"
    roles = {d.text: d.role for d in find_dates(text, "2023-06-15")}
    assert roles == {"May 2024": "point", "June 2025": "point", "2026": "deadline", "2021": "point", "2027": "deadline",
                     "2019": "point"}  # fmt: skip


LABELS = [
    ("Closing date: 31 May 2025", (None, "2025-05-31", "until")),
    ("Bank | Peru\nClosing Date | 31 May 2025", (None, "2025-05-31", "until")),
    ("Roads (deadline: 31/05/2025)", (None, "2025-05-31", "deadline")),
    ("Status: open; start date: May 2025", ("2025-05", None, "since")),
    ("Approval date: May 2025", ("2025-05", None, "point")),
    ("They met the deadline: May 2025", ("2025-05", None, "point")),
]
"""A line with a date behind a label, and date, end and role of it."""


@pytest.mark.parametrize(("line", "told"), LABELS)
def test_the_label_before_a_date_places_it(line: str, told: tuple[str | None, str | None, str]) -> None:
    (found,) = find_dates(line, "2023-06-15")
    assert (found.date, found.end_date, found.role) == told

"""Tables of a PDF, by where words stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.documents.pdf_table import may_have_tables, rows_among
from dragoman.records import Document

from .conftest import layout
from .make import placed_pdf

Read = Callable[..., Document]


BEFORE, AFTER = (
    "Contributions received by the Fund in the financial year are set out in the table below, by donor.",
    "All contributions are voluntary, and are paid in before the end of the calendar year by bank transfer.",
)


TABLE = [("Donor", "Year", "Amount"), ("", "", "(USD million)"), ("Norland", "2019", "12.5"), ("Sudland", "2020", "7")]


ROWS = ["Donor | Year | Amount", "|  | (USD million)", "Norland | 2019 | 12.5", "Sudland | 2020 | 7"]


def test_rows_of_a_table_are_rows_in_whatever_order_its_cells_are_drawn(read: Read) -> None:
    cells = [(x, 700 - 20 * n, row[i]) for n, row in enumerate(TABLE) for i, x in enumerate((60, 220, 340)) if row[i]]
    for order in (cells, sorted(cells, key=lambda cell: (cell[0], -cell[1]))):
        document = read(placed_pdf([(60, 760, BEFORE), *order, (60, 560, AFTER)]), "table.pdf")
        assert layout(document) == [("paragraph", BEFORE), *(("row", row) for row in ROWS), ("paragraph", AFTER)]


def test_a_name_and_a_figure_are_a_row_and_columns_of_prose_are_none(read: Read) -> None:
    names = [(60, 700, "Donor"), (300, 700, "EUR thousand"), (60, 680, "Korea"), (340, 680, "1,250"), (60, 660, "Chad")]
    document = read(placed_pdf([(60, 760, BEFORE), *names, (350, 660, "75"), (60, 560, AFTER)]), "table.pdf")
    assert layout(document)[1:4] == [("row", "Donor | EUR thousand"), ("row", "Korea | 1,250"), ("row", "Chad | 75")]
    left = ["The two sides met in 2019", "and agreed on plan 12", "which they signed in 2021"]
    right = ["The Board approved in 2020", "the fund's budget, no. 15", "and paid all of it in 2022"]
    prose = [(x, 700 - 14 * n, line) for x, lines in ((60, left), (320, right)) for n, line in enumerate(lines)]
    assert {block.kind for block in read(placed_pdf(prose), "prose.pdf").blocks} == {"paragraph"}


@pytest.mark.parametrize(
    ("lines", "may"),
    [
        (["Norland 12.5", "Sudland 7"], True),
        (["Norland 12.5", "They met.", "Sudland 7"], False),
        (["Aid 40%", "Loans (60)"], True),
        (["Norland 12.5"], False),
        ([], False),
    ],
)
def test_tables_are_looked_for_where_neighbours_end_in_figures(lines: list[str], may: bool) -> None:
    assert may_have_tables(lines) == may


LAYOUT = """
They met in the capital of Norland and talked of what they had given.

Donor            Year       Amount
Norland          2019         12.5
Sudland          2020          7.0

They will meet again.
"""


def test_rows_are_told_with_the_lines_that_they_stand_for() -> None:
    lines = ["They met.", "Donor Year Amount", "Norland 2019 12.5", "Sudland 2020 7.0", "They will meet again."]
    assert list(rows_among(lines, LAYOUT)) == [
        (1, 3, ["Donor | Year | Amount", "Norland | 2019 | 12.5", "Sudland | 2020 | 7.0"])
    ]


@pytest.mark.parametrize(
    ("lines", "layout_"),
    [
        (["Donor Year Amount", "Norland 2019 12.5"], LAYOUT),  # not whole among the lines
        ([], LAYOUT),
        (["They met."], "They met."),
        (["They met."], ""),
    ],
)
def test_a_table_that_is_not_there_whole_is_none(lines: list[str], layout_: str) -> None:
    assert list(rows_among(lines, layout_)) == []

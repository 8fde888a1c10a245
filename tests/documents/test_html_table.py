"""Tables of web pages."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from dragoman.documents import Limits, html_table
from dragoman.documents.html import read_html
from dragoman.records import Document

from .conftest import layout
from .make import PROSE, page

Read = Callable[..., Document]


def test_a_cell_over_several_rows_is_said_in_each(read: Read) -> None:
    table = (
        "<table><tr><th>Country</th><th colspan=2>Aid</th></tr>"
        "<tr><td rowspan=2>Norland<td>Roads<td rowspan=2>2014</tr>"
        "<tr><td>Schools</tr><tr><td>Sudland<td>Ports<td><ul><li>2015</li><li>2016</li></ul></tr></table>"
    )
    assert layout(read(page(f"<p>{PROSE}</p>{table}")))[2:] == [
        ("row", "Country | Aid"),
        ("row", "Norland | Roads | 2014"),
        ("row", "Norland | Schools | 2014"),
        ("row", "Sudland | Ports | 2015; 2016"),
    ]


def test_cells_over_endless_rows_stay_bounded(read: Read) -> None:
    cells = "".join(f"<td rowspan=65534>{'x' * 190}" for _ in range(100))
    document = read(page(f"<table><tr>{cells}</tr>" + "<tr><td>y</td></tr>" * 2000 + "</table>"))
    assert len(document.text) < 300_000


def test_a_cell_that_a_wide_one_lies_over_ends_where_it_says(read: Read) -> None:
    rows = ("<td>a<td rowspan=2>b", "<td colspan=2>c", "<td>d<td>e")
    table = "<table>" + "".join(f"<tr>{row}" for row in rows) + "</table>"
    assert [words for _, words in layout(read(page(f"<p>{PROSE}</p>{table}")))[2:]] == ["a | b", "c", "d | e"]


def test_cells_under_wide_ones_are_looked_at_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = 0

    class Counted(html_table._Reaching):
        def take(self, column: int) -> tuple[str, int]:
            nonlocal taken
            taken += 1
            return super().take(column)

    monkeypatch.setattr(html_table, "_Reaching", Counted)
    table = "<table><tr><td>a" + "<td rowspan=60000>x" * 999 + "<tr><td colspan=1000>b" * 2_000 + "</table>"
    read_html(table.encode(), Limits())
    assert 999 < taken < html_table.SPANNED_IN_ALL


@pytest.mark.slow
def test_empty_rows_below_many_cells_take_linear_time(read: Read) -> None:
    table = "<table><tr>" + "<td rowspan=9999>x" * 20_000 + "<tr>" * 20_000 + "</table>"
    start = time.thread_time()
    read(page(f"<p>{PROSE}</p>{table}"))
    assert time.thread_time() - start < 5

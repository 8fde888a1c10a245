"""Lines of a table's text and their cells."""

from __future__ import annotations

import pytest

from dragoman.dates.cells import lines_of_cells


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Chad | 12.5", ["Chad", "12.5"]),
        ("Chad|12.5", ["Chad", "12.5"]),
        ("| Chad | 12.5 |", ["Chad", "12.5"]),
        ("| 2019 | 2020", ["", "2019", "2020"]),
        ("Chad\t12.5", ["Chad", "12.5"]),
        ("Chad      12.5", ["Chad", "12.5"]),
        ("Chad and  Mali", ["Chad and  Mali"]),
        ("", [""]),
    ],
)
def test_cells_of_a_line(line: str, cells: list[str]) -> None:
    [(_, _, places)] = lines_of_cells(line)
    assert [line[start:end] for start, end in places] == cells


def test_lines_stand_where_their_words_do_and_rules_are_left_out() -> None:
    text = " Donor | Aid\n------|----\n\n  Chad | 5 \n"
    assert [text[start:end] for start, end, _ in lines_of_cells(text)] == ["Donor | Aid", "", "Chad | 5", ""]

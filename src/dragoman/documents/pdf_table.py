"""Tables of a PDF, whose text layer knows no cells: the rows are found by where their words stand on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.documents.assemble import CELL_JOINT
from dragoman.documents.plain import GAP, Line, same_columns

if TYPE_CHECKING:
    from pypdf import PageObject

FIGURE_LAST = re.compile(r"(?:^|\s)[^\w\s]{0,2}\d[\d.,]*\s?[%)]?$")
FIGURE = re.compile(r"[^\w\s]{0,2}(?:[A-Z]{3} )?\d[\d., \u00a0\u202f]*\s?[%)]?\s*")
LONGEST_CELL = 30
"""Columns of prose have longer lines on the average."""


def may_have_tables(lines: Sequence[str]) -> bool:
    """Whether it is worth the time to ask where the words of a page stand: two neighbours end in a figure."""
    return any(FIGURE_LAST.search(line) and FIGURE_LAST.search(following) for line, following in pairwise(lines))


def layout_of(page: PageObject) -> str:
    """The words of a page at their places, set there by blanks. Raises what pypdf raises on a broken page."""
    return page.extract_text(extraction_mode="layout", layout_mode_space_vertically=False)


def rows_among(lines: Sequence[str], layout: str) -> Iterator[tuple[int, int, list[str]]]:
    """First and last index of the ``lines`` that are a table, in order, and its rows, cells joined as elsewhere.

    ``layout`` is the same page as `layout_of` gives it. A table that is not found whole among the lines is left out.
    Never raises; time is proportional to lines times tables.
    """
    position = 0
    for table in _tables(layout):
        rows = [CELL_JOINT.join(cell.replace("|", "/") for cell in cells).strip() for cells in _in_columns(table)]
        span = _span(lines, position, Counter("".join("".join(table).split())))
        if span:
            yield (*span, rows)
            position = span[1] + 1


def _tables(layout: str) -> Iterator[list[str]]:
    """Neighbouring lines whose gaps stand below one another, half of them with figures and none of them prose."""
    lines = [line for line in map(str.rstrip, layout.split("\n")) if line.strip()]
    together: list[str] = []
    full = ""
    for line, following in pairwise([*lines, ""]):
        together.append(line)
        full = full if together[1:] and _hangs(full, line) else line
        if same_columns(_line(full), _line(following)) or _lists_figures(full, following) or _hangs(full, following):
            continue
        cells = [cell for row in together for cell in GAP.split(row.strip())]
        figured = sum(1 for row in together if any(letter.isdigit() for letter in row))
        if len(together) > 1 and sum(map(len, cells)) <= LONGEST_CELL * len(cells) and 2 * figured >= len(together):
            yield together
        together = []


def _in_columns(table: list[str]) -> list[list[str]]:
    """The cells of each line, with an empty one for each column in which a line says nothing."""
    placed = [_cells(line) for line in table]
    columns = max(placed, key=len)
    rows = []
    for cells in placed:
        row = [""] * len(columns)
        for start, end, words in cells:
            nearest = min(range(len(columns)), key=lambda n: abs(start + end - columns[n][0] - columns[n][1]))
            row[nearest] = f"{row[nearest]} {words}".strip()
        rows.append(row)
    return rows


def _cells(line: str) -> list[tuple[int, int, str]]:
    """Where each cell of a line begins and ends, and its words."""
    lead = len(line) - len(line.lstrip())
    edges = [lead, *(place for gap in GAP.finditer(line, lead) for place in gap.span()), len(line.rstrip())]
    return [(edges[n], edges[n + 1], line[edges[n] : edges[n + 1]]) for n in range(0, len(edges), 2)]


def _hangs(line: str, following: str) -> bool:
    """Whether all that the second line says stands below a later cell of the first: "(USD million)"."""
    gap = GAP.search(line, len(line) - len(line.lstrip()))
    alone = following.strip() and not GAP.search(following.strip())
    return gap is not None and bool(alone) and len(following) - len(following.lstrip()) >= gap.end()


def _lists_figures(line: str, following: str) -> bool:
    """Whether the second line is a name and a figure, and the first one too, or the heads of both."""
    gaps = [list(GAP.finditer(one)) for one in (line, following)]
    if [len(found) for found in gaps] != [1, 1] or not FIGURE.fullmatch(following[gaps[1][0].end() :]):
        return False
    (here, there) = (found[0] for found in gaps)
    return min(here.end(), there.end()) - max(here.start(), there.start()) >= 3


def _line(raw: str) -> Line:
    return Line(0, len(raw), raw.strip(), len(raw) - len(raw.lstrip()), False, False)


def _span(lines: Sequence[str], position: int, letters: Counter[str]) -> tuple[int, int] | None:
    """The neighbouring lines from ``position`` on that are made of exactly these letters, blanks apart."""
    wanted = letters.total()
    lengths = [len("".join(line.split())) for line in lines]
    first, length = position, 0
    for last in range(position, len(lines)):
        length += lengths[last]
        while length > wanted:
            length -= lengths[first]
            first += 1
        if length == wanted and Counter("".join("".join(lines[first : last + 1]).split())) == letters:
            return first, last
    return None

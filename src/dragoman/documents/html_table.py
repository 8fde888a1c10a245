"""Tables of web pages -> one piece a row, with what reaches into it from the rows above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.documents.assemble import CELL_JOINT, Piece, squeeze
from dragoman.documents.boilerplate import BLOCKS
from dragoman.records import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PLACE = "data-dragoman-place"
"""The attribute with an element's number in the original."""
SPANNED = 200
SPANNED_IN_ALL = 100_000
"""Longest words of a cell that are said again in every row it reaches into, and most characters so in one table."""


def data_rows(table: HtmlElement, left_out: frozenset[HtmlElement]) -> list[Piece]:
    """The rows of a table of data; empty for a table that only lays out the page."""
    if (
        table.get("role") == "presentation"
        or next((inner for inner in table.iter("table") if inner is not table), None) is not None
    ):
        return []
    rows, widest, longest = [], 0, 0
    reaching = _Reaching()
    for row in table.iter("tr", "caption"):
        if row in left_out:
            continue
        cells = [_cell(row, left_out)] if row.tag == "caption" else _cells(row, left_out, reaching)
        if any(cells):
            widest = max(widest, len(cells))
            longest = max([longest, *map(len, cells)])
            kind: BlockKind = "paragraph" if row.tag == "caption" else "row"
            rows.append(Piece(kind, CELL_JOINT.join(cells).strip(), paragraph=int(row.get(PLACE) or 0)))
    return rows if widest > 1 and longest <= 1500 and len(rows) > 1 else []


class _Reaching:
    """Cells that reach down from the rows above: by column, for how many rows more, how many columns, what words.

    In every row that counts each cell is taken once, and pays for it: what is left of ``room`` bounds all that is done.
    """

    def __init__(self) -> None:
        self.columns: dict[int, tuple[int, int, str]] = {}
        self.next: dict[int, tuple[int, int, str]] = {}
        self.room = SPANNED_IN_ALL

    def add(self, column: int, rows: int, width: int, words: str) -> None:
        if rows > 0 and len(words) <= SPANNED:
            self.next[column] = (rows, width, words)

    def take(self, column: int) -> tuple[str, int]:
        """Words and width of the cell at ``column``, which reaches one row less from now on."""
        rows, width, words = self.columns.pop(column)
        self.room -= len(words) + 1
        self.add(column, rows - 1 if self.room > 0 else 0, width, words)
        return words, width

    def rest(self, column: int) -> list[str]:
        """Ends a row: the words of what reaches into it from ``column`` on; what a wide cell lay over is not said."""
        said = [(place, self.take(place)[0]) for place in sorted(self.columns)]
        self.columns, self.next = self.next, {}
        return [words for place, words in said if place >= column]


def _cells(row: HtmlElement, left_out: frozenset[HtmlElement], reaching: _Reaching) -> list[str]:
    """The words of a row's cells in order, those that reach into it from above among them."""
    cells: list[str] = []
    column = 0
    for cell in row:
        if cell.tag not in ("td", "th") or cell in left_out:
            continue
        while column in reaching.columns:
            words, width = reaching.take(column)
            cells.append(words)
            column += width
        words, width = _cell(cell, left_out), _span(cell, "colspan")
        reaching.add(column, _span(cell, "rowspan") - 1, width, words)
        cells.append(words)
        column += width
    # a row without cells counts for none, and there may be very many
    return [*cells, *reaching.rest(column)] if cells else []


def _span(cell: HtmlElement, name: str) -> int:
    said = (cell.get(name) or "").strip()
    return min(max(int(said), 1), 1000) if said.isdecimal() and len(said) < 6 else 1


def _cell(cell: HtmlElement, left_out: frozenset[HtmlElement]) -> str:
    words: list[str] = []
    stack: list[tuple[HtmlElement, bool]] = [(cell, False)]
    while stack:
        element, done = stack.pop()
        if done:
            if element.tag in BLOCKS or element.tag == "br":
                words.append(" ")
            words.append(element.tail or "" if element is not cell else "")
            continue
        stack.append((element, True))
        if element in left_out or not isinstance(element.tag, str):
            continue
        if element.tag in BLOCKS:
            # Items of a list in a cell must not run into one another.
            said = "".join(words[-4:]).rstrip()
            if element.tag == "li" and said and said[-1].isalnum():
                words[-4:] = [said, ";"]
            words.append(" ")
        words.append(element.text or "")
        stack.extend((child, False) for child in reversed(element))
    return squeeze("".join(words).replace("\n", " ").replace("|", "/"))

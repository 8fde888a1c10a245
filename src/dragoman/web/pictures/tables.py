"""The table behind a picture, in the page and as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from fastapi.responses import Response

from dragoman.frames import defused


@dataclass(frozen=True, slots=True)
class Cell:
    """A text or a number, with the page that it leads to. ``plain`` is what a file has instead: codes."""

    value: str | int | float
    url: str | None = None
    plain: str | None = None

    @property
    def is_number(self) -> bool:
        return not isinstance(self.value, str)


@dataclass(frozen=True, slots=True)
class Table:
    """``head`` are the names of the columns; in the page they are its headings."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def as_csv(table: Table, name: str) -> Response:
    """The table as a file ``name`` to take away, with what a spreadsheet would run made harmless by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(table.head)
    for row in table.rows:
        writer.writerow([_in_a_file(cell) for cell in row])
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _in_a_file(cell: Cell) -> str | int | float:
    value = cell.value if cell.plain is None else cell.plain
    return defused(value) if isinstance(value, str) else value

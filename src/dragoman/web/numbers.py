"""Numbers of lines in addresses and forms: what no line can have is refused before a database is asked."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query

LARGEST = 2**53  # beyond it a browser's numbers are not exact, and SQLite's end soon after
Number = Annotated[int, Path(ge=1, le=LARGEST)]
Before = Annotated[int | None, Query(ge=1, le=LARGEST)]
"""The number of the last line that was seen."""

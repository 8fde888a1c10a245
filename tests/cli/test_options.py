"""Options that several commands share."""

from __future__ import annotations

import pytest

from dragoman.cli.options import TABLE_LIMIT, limit_for
from dragoman.cli.output import Format


@pytest.mark.parametrize(
    ("limit", "format_", "most"),
    [
        (None, Format.table, TABLE_LIMIT),
        (None, Format.jsonl, None),
        (None, Format.parquet, None),
        (0, Format.table, None),
        (0, Format.csv, None),
        (7, Format.table, 7),
        (7, Format.csv, 7),
    ],
)
def test_a_table_is_a_screenful_and_programs_get_all(limit: int | None, format_: Format, most: int | None) -> None:
    assert limit_for(limit, format_) == most

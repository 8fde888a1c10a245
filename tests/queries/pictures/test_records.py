"""What pictures consist of."""

from __future__ import annotations

import pytest

from dragoman.errors import InvalidRecord
from dragoman.queries.pictures import Years


def test_years_are_years() -> None:
    with pytest.raises(InvalidRecord, match="10000 is no year"):
        Years(10000)
    with pytest.raises(InvalidRecord, match="from 2020 until 2019 ends before it begins"):
        Years(2020, 2019)

"""Everything about one statement."""

from __future__ import annotations

import pytest

from dragoman import queries
from dragoman.errors import UnknownName
from dragoman.ledger import Ledger
from dragoman.queries import Filter


def test_explain(filled: Ledger) -> None:
    (found,) = queries.every(filled, Filter(text="signed"))
    explained = queries.explain(filled, found.id[:9])
    assert explained.found == found
    assert explained.presences[0].reason == "because the test says so"
    assert [f.id for f in explained.group] == [found.id]
    assert (explained.group_count, explained.decisions, explained.last_decision) == (1, (), None)
    for wrong in ("", "xyz", "ffffffffffff"):
        with pytest.raises(UnknownName):
            queries.explain(filled, wrong)

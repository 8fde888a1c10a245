"""Statements page by page, all of them, and their number."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.queries import Filter


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"actors": ("NATO",)},
        {"kinds": ("meeting",)},
        {"text": "met"},
        {"as_of": "2027"},
        {"include_rejected": True},
    ],
)
def test_pages_add_up_in_order(many: Ledger, asked: dict[str, Any]) -> None:
    seen: list[tuple[str, int]] = []
    cursor, pages = None, 0
    while True:
        page = queries.statements(many, Filter(**asked), limit=7, cursor=cursor)
        seen += [(f.statement.doc, f.statement.start) for f in page.statements]
        pages += 1
        cursor = page.cursor
        if cursor is None:
            break
    assert len(seen) == 120
    assert seen == sorted(seen)
    assert pages == 18


def test_common_words_are_walked_and_checked(many: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.queries.filtering.FEW", 10)
    asked = Filter(text='"met nato"', actors=("/State 3",))
    assert [f.statement.doc for f in queries.statements(many, asked, limit=4).statements] == ["a", "b", "c", "d"]
    assert queries.count(many, Filter(text="nato")) == 120
    assert queries.count(many, Filter(since="1990")) == 0


def test_what_a_date_leaves_out_for_having_none_is_counted(filled: Ledger) -> None:
    assert queries.undated(filled, Filter(since="1990")) == 1
    assert queries.undated(filled, Filter(until="1990", actors=("NATO",))) == 1
    assert queries.undated(filled, Filter(until="1990", actors=("SRB",))) == 0
    assert queries.undated(filled, Filter()) == 0


@pytest.mark.parametrize("limit", [0, -1])
def test_a_page_has_at_least_one_statement(filled: Ledger, limit: int) -> None:
    with pytest.raises(InvalidRecord, match=f"limit {limit} is not a positive number"):
        queries.statements(filled, limit=limit)

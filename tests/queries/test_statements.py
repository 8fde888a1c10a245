"""Statements page by page, all of them, and their number."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.ledger.decisions import reject
from dragoman.queries import Filter, Page
from ledger_samples import AGREED, DEPLOYED, OUTSIDE, SIGNED, document, reading, said


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


def test_all_are_given_in_the_order_of_documents(filled: Ledger) -> None:
    told = list(queries.every(filled))
    assert [f.statement.quote for f in told] == [DEPLOYED, OUTSIDE, AGREED, SIGNED]
    page = queries.statements(filled, limit=4)
    assert (page.statements, page.cursor) == (tuple(told), None)


def test_there_is_nothing_in_an_empty_ledger(ledger: Ledger) -> None:
    assert queries.statements(ledger) == Page((), None)
    assert list(queries.every(ledger)) == []
    assert queries.count(ledger) == queries.undated(ledger, Filter(since="2000")) == 0


@pytest.mark.parametrize(
    "asked", [Filter(), Filter(kinds=("agreement",)), Filter(kinds=("agreement", "mission")), Filter(actors=("NATO",))]
)
def test_numbers_that_are_kept_follow_decisions(filled: Ledger, asked: Filter) -> None:
    before = queries.count(filled, asked)
    reject(filled, next(queries.every(filled, Filter(text="signed"))).id, who="ana")
    assert queries.count(filled, asked) == len(list(queries.every(filled, asked))) == before - 1


def test_a_statement_stands_where_its_version_of_the_day_has_it(ledger: Ledger) -> None:
    pages = [
        document("page", text, date=date, url="https://example.org/page")
        for text, date in (("It was signed.", "2014"), ("As we know, it was so. It was signed.", "2016"))
    ]
    for page in pages:
        ledger.add(page, reading(said(page, "It was signed", source="SRB")))
    for page, as_of in ((pages[0], "2015"), (pages[1], "2017"), (pages[1], None)):
        (found,) = queries.every(ledger, Filter(as_of=as_of))
        assert (found.document_id, found.published) == (page.id, page.date.value)
        assert page.text[found.statement.start : found.statement.end] == "It was signed"

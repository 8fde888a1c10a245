"""Versions of a page: which follows which, and which is present."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.versions import address_of
from dragoman.records import Block
from ledger_samples import Clock, document, quotes, reading, said


def test_a_changed_document_adds_and_retires(ledger: Ledger, clock: Clock) -> None:
    old = document("page", "A signed it. B signed it.")
    new = document("page", "A signed it. C signed it, too.")
    ledger.add(old, reading(said(old, "A signed it", source="AAA"), said(old, "B signed it", source="BBB")))
    clock.forward(10)
    added = ledger.add(new, reading(said(new, "A signed it", source="AAA"), said(new, "C signed it", source="CCC")))
    assert (added.new_version, added.new_statements, added.retired_statements) == (True, 1, 1)
    assert quotes(ledger) == ["A signed it", "C signed it"]
    assert quotes(ledger, as_of="2026-03-05") == ["A signed it", "B signed it"]
    assert quotes(ledger, as_of="2026-03-20") == ["A signed it", "C signed it"]
    assert quotes(ledger, as_of="2025") == []
    first, second = queries.versions(ledger, "in/page.txt")
    assert (first.document_id, second.document_id) == (old.id, new.id)
    assert first.retired_at == "2026-03-11T12:00:00Z"
    assert second.retired_at is None
    assert queries.document(ledger, old.id).text == old.text
    assert [hit.document_id for hit in queries.search(ledger, "signed").hits] == [new.id]
    assert check(ledger) == ()


def test_a_document_that_changes_back(ledger: Ledger, clock: Clock) -> None:
    pages = [document("page", f"{who} signed it.") for who in ("A", "B", "A")]
    for page in pages:
        ledger.add(page, reading(said(page, page.text, source="AAA")))
        clock.forward()
    assert quotes(ledger) == ["A signed it."]
    assert check(ledger) == ()


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_versions_of_a_page_follow_their_dates(ledger: Ledger, order: tuple[int, ...]) -> None:
    years = ("2014", "2016", "2018-06")
    pages = [
        document("page", f"In {y} they signed.", date=y, url="https://example.org/p", locator=f"in/page-{y}.html")
        for y in years
    ]
    for i in order:
        ledger.add(pages[i], reading(said(pages[i], pages[i].text, source="AAA")))
    assert quotes(ledger) == ["In 2018-06 they signed."]
    assert quotes(ledger, as_of="2015") == ["In 2014 they signed."]
    assert quotes(ledger, as_of="2016") == ["In 2016 they signed."]
    assert [v.date for v in queries.versions(ledger, "https://example.org/p")] == list(years)
    (line,), _ = queries.documents(ledger)
    assert (line.versions, line.date, line.statements) == (3, "2018-06", 1)
    assert check(ledger) == ()


def test_one_text_in_two_files_is_answered_once(ledger: Ledger) -> None:
    page = document("copy", "They signed it.")
    other = replace(page, locator="elsewhere/copy.txt")
    ledger.add(page, reading(said(page, "They signed it", source="AAA")))
    ledger.add(other, reading(said(other, "They signed it", source="AAA")))
    assert quotes(ledger) == ["They signed it"]
    changed = document("copy", "They left.")
    ledger.add(changed, reading())
    assert quotes(ledger) == ["They signed it"], "the other file still says so"
    assert check(ledger) == ()


def test_a_file_whose_address_becomes_known(ledger: Ledger) -> None:
    page = document("page", "They signed it.")
    ledger.add(page, reading(said(page, "They signed it", source="AAA")))
    known = replace(page, url="https://example.org/page")
    added = ledger.add(known, reading(said(known, "They signed it", source="AAA")))
    assert added.new_version
    assert quotes(ledger) == ["They signed it"]
    (line,), _ = queries.documents(ledger)
    assert (line.source, line.versions) == ("https://example.org/page", 1)
    ledger.add(page, reading(said(page, "They signed it", source="AAA")))
    assert [v.document_id for v in queries.versions(ledger, page.locator)] == [page.id]
    assert check(ledger) == ()


@pytest.mark.parametrize(
    ("more", "address"),
    [
        ({"url": "https://example.org/page"}, "https://example.org/page"),
        ({"url": "https://example.org/\udcff"}, "https://example.org/\\udcff"),
        ({}, "in/page.txt"),
        ({"locator": "memory"}, "memory:page"),
        ({"url": "https://example.org/page", "locator": "memory"}, "https://example.org/page"),
    ],
)
def test_a_source_is_told_by_its_address_else_by_its_file(more: dict[str, str], address: str) -> None:
    assert address_of(document("page", "Text.", **more)) == address


def test_how_a_document_was_opened_is_noted_anew(ledger: Ledger) -> None:
    page = document("page", "They met.")
    ledger.add(page, reading())
    again = replace(page, blocks=(Block(0, 9, "heading"),), warnings=("odd",))
    assert again.id == page.id
    assert not ledger.add(again, reading()).new_version
    assert queries.document(ledger, page.id).blocks == again.blocks
    assert queries.document(ledger, page.id).warnings == ("odd",)


def test_a_version_without_a_date_is_of_the_day_it_came(ledger: Ledger, clock: Clock) -> None:
    for words in ("It is so", "It was so"):
        page = document("page", f"{words}.")
        ledger.add(page, reading(said(page, words, source="AAA")))
        clock.forward(5)
    assert quotes(ledger, as_of="2026-02") == []
    assert quotes(ledger, as_of="2026-03-01") == quotes(ledger, as_of="2026-03-05") == ["It is so"]
    assert quotes(ledger, as_of="2026-03-06") == ["It was so"]

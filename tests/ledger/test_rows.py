"""Records to rows and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.errors import InvalidRecord
from dragoman.ledger.rows import (
    compact,
    document_from,
    document_row,
    evidence_from,
    place_of,
    place_prefix,
    presence_row,
    refuse_unstorable,
    said_row,
    statement_from,
    storable,
    values_from,
)
from dragoman.records import UNKNOWN, Block, Value
from ledger_samples import document, plan, said


def test_the_same_value_gives_the_same_string() -> None:
    assert compact({"b": 1, "a": ["ž"]}) == compact({"a": ["ž"], "b": 1}) == '{"a":["ž"],"b":1}'
    assert (compact([]), compact({}), compact("")) == ("[]", "{}", '""')


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (None, None),
        ("", ""),
        ("plain", "plain"),
        ("Đurić", "Đurić"),
        ("a\0b", "a\\x00b"),
        ("in/\udcff.txt", "in/\\udcff.txt"),
        ("ž\0\ud800", "ž\\x00\\ud800"),
    ],
)
def test_a_name_is_spelt_out_where_no_database_takes_it(text: str | None, stored: str | None) -> None:
    assert storable(text) == stored
    assert storable(stored) == stored


def test_a_text_that_cannot_be_stored_is_refused_with_its_place() -> None:
    refuse_unstorable("Đurić", "page.txt", "the text")
    for text, says in (("a\0", "a NUL character at 1"), ("ab\ud800\0", "a lone surrogate at 2")):
        with pytest.raises(InvalidRecord, match=f"page.txt: the text has {says}; clean the text"):
            refuse_unstorable(text, "page.txt", "the text")


def test_places_sort_by_document_then_offsets() -> None:
    placed = [
        place_of(stem, start, end, statement)
        for stem, start, end, statement in (
            ("a", 2, 9, "0"),
            ("a", 10, 12, "0"),
            ("a", 10, 300, "0"),
            ("a", 10, 300, "1"),
            ("a", 70_000, 70_001, "0"),
            ("a b", 0, 1, "0"),
            ("a!", 0, 1, "0"),
            ("ab", 0, 1, "0"),
        )
    ]
    assert placed == sorted(placed)
    assert placed[0].startswith(place_prefix("a"))
    assert not placed[-1].startswith(place_prefix("a"))
    assert place_prefix("a\x01b") == place_prefix("ab"), "what parts a stem from its offsets is in none"


def test_a_document_comes_back() -> None:
    page = document("page", "They met.", date="2015", url="https://example.org/page", publisher_actor="SRB")
    page = replace(page, blocks=(Block(0, 9, "item", 2, 3, 4),), warnings=("short", "odd"), title=UNKNOWN)
    assert document_from(document_row(page)) == page


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"source": "SRB, XKX", "target": "NATO", "by": "SRB/Ana", "object": "Plan", "event": "SUPPORT"},
        {"date": "2015", "end_date": "2017", "value": (Value(5.0, "EUR", "max"), Value(3.5, None))},
    ],
)
def test_a_statement_comes_back(fields: dict[str, object]) -> None:
    page, _ = plan()
    one = said(page, "It was signed in 2015", **fields)
    kept = {"start_char": one.start, "end_char": one.end, "confidence": one.confidence, "reader": one.reader}
    row = said_row(one)
    assert statement_from(row | kept) == replace(one, rule="", reason="", evidence=())
    assert (row["lo"], row["hi"]) == ((20150101, 20171231) if "date" in fields else (None, None))


def test_how_it_was_read_is_kept_apart() -> None:
    page, _ = plan()
    one = said(page, "It was signed in 2015")
    row = presence_row(replace(one, reason="odd \0"), "plain-1")
    assert evidence_from(row["evidence"]) == one.evidence
    assert (row["reason"], row["reader"], row["rule"]) == ("odd \\x00", "plain-1", "test")


def test_values_may_lack_unit_and_bound() -> None:
    assert values_from([{"number": 5}, {"number": "2.5", "unit": "EUR", "bound": "min"}]) == (
        Value(5.0, None),
        Value(2.5, "EUR", "min"),
    )
    assert values_from([]) == ()

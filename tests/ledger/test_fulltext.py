"""Full text of passages, quotes and objects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.ledger.folding import Term, words
from dragoman.ledger.fulltext import match_query, object_words, passages
from dragoman.records import Block
from ledger_samples import document, reading


def test_large_texts_are_searchable_to_the_end(ledger: Ledger) -> None:
    text = "".join(f"word{i} " for i in range(60_000)) + "the very last words"
    ledger.add(document("long", text), reading())
    (hit,) = queries.search(ledger, '"very last words"').hits
    assert hit.snippet.endswith("the very last words")
    assert queries.search(ledger, '"word999 word1000 word1001"').count == 1
    assert check(ledger) == ()


def test_passages_are_whole_blocks_and_all_of_the_text() -> None:
    lines = [f"{'word ' * 150}{number}." for number in range(5)]
    text = "\n".join(lines)
    found = passages(document("page", text))
    assert [text[start:end].count("word") for start, end, _ in found] == [450, 300]
    assert " ".join(folded for _, _, folded in found) == " ".join(words(text))


def test_passages_end_where_blocks_do() -> None:
    text = "word " * 500 + "and " + "more " * 500
    page = replace(document("page", text), blocks=(Block(2500, len(text) - 1, "paragraph"),))
    assert [(start, end) for start, end, _ in passages(page)] == [(0, 2499), (2500, len(text) - 1)]


def test_a_block_that_is_too_long_is_cut_with_some_words_in_both() -> None:
    text = " ".join(f"w{number}" for number in range(1500))
    first, second = (folded.split() for _, _, folded in passages(document("page", text)))
    assert (len(first), first[-20:]) == (1000, second[:20])
    assert second[-1] == "w1499"


@pytest.mark.parametrize("text", ["", " \n ", "--- ..."])
def test_a_text_without_words_has_no_passages(text: str) -> None:
    assert passages(document("page", text)) == []


@pytest.mark.parametrize(
    ("dialect", "column", "least", "query"),
    [
        ("sqlite", None, None, '("a b" AND "c"*)'),
        ("sqlite", "quote", None, 'quote : ("a b" AND "c"*)'),
        ("sqlite", None, 1, '(("a b") OR ("c"*))'),
        ("sqlite", None, 2, '("a b" AND "c"*)'),
        ("postgresql", "quote", None, "('a' <-> 'b') & ('c':*)"),
        ("postgresql", None, 1, "(('a' <-> 'b')) | (('c':*))"),
    ],
)
def test_a_query_is_in_the_language_of_its_database(
    dialect: str, column: str | None, least: int | None, query: str
) -> None:
    terms = (Term(("a", "b")), Term(("c",), begun=True))
    assert match_query(dialect, terms, column, least) == query


@pytest.mark.parametrize(("thing", "found"), [(None, []), ("", []), ("the Blue Pact", ["blue", "pact"])])
def test_an_object_is_found_by_its_words(thing: str | None, found: list[str]) -> None:
    assert set(found) <= set(object_words(thing).split())
    assert bool(object_words(thing)) == bool(thing)


def test_an_object_is_found_by_its_acronym_too() -> None:
    assert "pfp" in object_words("Partnership for Peace").split()
    assert "ipap" in object_words("Individual Partnership Action Plan (IPAP)").split()

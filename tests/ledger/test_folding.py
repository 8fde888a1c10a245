"""Words as the full-text indexes see them."""

from __future__ import annotations

import pytest

from dragoman.ledger.folding import Term, acronym_words, as_query, finds, fold, query_terms, snippet, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đurić met Žižek.", "duric met zizek"),
        ("Đurić", "duric"),  # the same with combining marks
        ("Ђурић и Вучић", "ђурић и вучић".replace("ћ", "ћ")),
        ("Ёлка йод", "елка иод"),
        ("Straße, Øresund, Łódź, Œuvre", "strasse oresund lodz oeuvre"),
        ("U.S.-Serbia 2015/10", "u s serbia 2015 10"),
        ("مُعاهَدة", "معاهدة"),
        ("日本国", "日 本 国"),
        ("", ""),
        ("\x00 \u202e ---", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_long_runs_are_cut() -> None:
    assert max(map(len, words("x" * 100_000 + " " + "я" * 100_000))) <= 64


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ('follow "the money" quick*', (Term(("follow",)), Term(("the", "money")), Term(("quick",), begun=True))),
        ('"unclosed phrase', (Term(("unclosed", "phrase")),)),
        ("follow-the-money", (Term(("follow", "the", "money")),)),
        ("' OR 1=1; DROP TABLE --", (Term(("or",)), Term(("1", "1")), Term(("drop",)), Term(("table",)))),
        (
            "NEAR(a b) AND col:x ^y",
            (Term(("near", "a")), Term(("b",)), Term(("and",)), Term(("col", "x")), Term(("y",))),
        ),
        ('"" * - ()', ()),
    ],
)
def test_query_terms(query: str, terms: tuple[Term, ...]) -> None:
    assert query_terms(query) == terms


def test_finds_needs_all_terms() -> None:
    folded = words("Follow the money, they said.")
    assert finds(query_terms('"the money" said'), folded)
    assert finds(query_terms("mon*"), folded)
    assert not finds(query_terms('"money the"'), folded)
    assert not finds(query_terms("follow missing"), folded)


def test_acronyms() -> None:
    assert acronym_words("the Partnership for Peace programme") == ("pfp", "pp")
    assert acronym_words("plain words") == ()


def test_snippet_is_around_the_hit() -> None:
    text = "x " * 500 + "the hidden treasure " + "y " * 500
    start, end = snippet(text, query_terms("treasure"), 0, len(text))
    assert "treasure" in text[start:end]
    assert end - start < 400


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("When was Kosovo's agreement signed?", "kosovo agreement signed"),
        ("the states’ talks", "states talks"),
        ("WHO in Kosovo", "who kosovo"),
        ('the "of the"', "of the"),
        ("what is it", "what is it"),
        ("wher*", "wher"),
    ],
)
def test_little_words_are_left_out_where_there_are_others(query: str, terms: str) -> None:
    found = query_terms(query)
    assert " ".join(word for term in found for word in term.words) == terms
    assert query_terms(as_query(found)) == found


def test_some_of_the_terms_are_enough_where_that_is_asked() -> None:
    terms, folded = query_terms("follow missing money"), words("Follow the money.")
    assert finds(terms, folded, 2)
    assert not finds(terms, folded, 3)

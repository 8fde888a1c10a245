"""Words that the end of a line divides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.documents.hyphens import before_rest, in_one, words_of
from dragoman.records import Document

from .make import pdf

Read = Callable[..., Document]


def test_a_name_divided_at_a_line_end_keeps_its_hyphen(read: Read) -> None:
    lines = [
        "The ministers have agreed that they will go on with the work that the Sino-",
        "African fund began in 2007, at once.",
    ]
    assert "the Sino-African fund" in read(pdf([lines]), "fund.pdf").text


KNOWN = words_of(["Their cooperation is long-term.", "The Sino-African fund and COOPERATION"])
DIVIDED = [
    ("their coop-", "eration ended", "their coop"),
    ("a long-", "term plan", "a long-"),  # as the text has it elsewhere
    ("the Franco-", "German talks", "the Franco-"),
    ("the 27-", "member bloc", "the 27-"),
    ("THEIR COOP-", "ERATION", "THEIR COOP"),
    ("of market-", "based trade", "of market-"),
    ("an un-", "related matter", "an un"),
    ("short-", "and long-term aid", None),
    ("no hyphen", "here", None),
    ("a dash -", "here", None),
    ("coop-", "", None),
    ("", "eration", None),
]


@pytest.mark.parametrize(("before", "after", "start"), DIVIDED)
def test_a_word_goes_on_with_or_without_its_hyphen(before: str, after: str, start: str | None) -> None:
    assert before_rest(before, after, KNOWN) == start


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["They met", "in Oslo."], "They met in Oslo."),
        (["Their coop-", "eration ended."], "Their cooperation ended."),
        (["Their coop\u00ad", "eration ended."], "Their cooperation ended."),
        (["Short-", "and long-term aid"], "Short- and long-term aid"),
        (["from 2010–", "2012 and/", "or later"], "from 2010–2012 and/or later"),
        (["They met –", "in Oslo"], "They met – in Oslo"),
        (["One   line "], "One line"),
    ],
)
def test_the_lines_of_a_paragraph_are_one(lines: list[str], text: str) -> None:
    assert in_one(lines, KNOWN) == text


def test_words_with_a_hyphen_inside_are_one() -> None:
    assert words_of(["Long-term, so-called 12-day X"]) == {"long-term", "so-called", "12-day", "x"}
    assert words_of([]) == words_of(["", "..."]) == frozenset()

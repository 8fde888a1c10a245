"""`dragoman changes` and `contradictions`: lines for programs."""

from __future__ import annotations

from dragoman.cli.comparing import change_rows
from dragoman.queries import Found
from dragoman.queries.inside import Changes
from dragoman.records import Statement


def found(quote: str) -> Found:
    statement = Statement("page", "agreement", "signed", quote, 0, len(quote))
    return Found(statement.id, statement, None, None, False, 1, "d", None, None, None, None, "page.txt")


def test_lines_of_one_statement_before_and_after_have_one_number() -> None:
    a, b, c, d = map(found, "abcd")
    told = Changes(appeared=(a,), changed=((b, c),), vanished=(d,), reread=((None, a), (b, c), (d, None)), stayed=0)
    assert [(row["change"], row["pair"], row["quote"]) for row in change_rows(told)] == [
        ("before", 1, "b"),
        ("after", 1, "c"),
        ("appeared", None, "a"),
        ("vanished", None, "d"),
        ("read-after", 2, "a"),
        ("read-before", 3, "b"),
        ("read-after", 3, "c"),
        ("read-before", 4, "d"),
    ]

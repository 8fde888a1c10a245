"""What to look for where nothing has all the words of a question."""

from __future__ import annotations

import pytest

from dragoman.ledger import Ledger
from dragoman.queries.wording import fewer


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("deployed Mars", [('"deployed"', 1)]),
        # the rarest first: Kosovo is in two quotes
        ("Kosovo deployed Mars", [('"deployed" "kosovo"', 2), ('"deployed" "kosovo"', 1)]),
        ("Kosovo deployed", [('"deployed" "kosovo"', 1)]),  # both were asked for already
        ("member deploy*", [('"member" deploy*', 1)]),
        ("Mars Venus", []),
        ("deployed", []),
        ("", []),
        ('deployed "on Mars"', []),
    ],
)
def test_questions_for_fewer_words_come_from_most_to_one(
    filled: Ledger, text: str, questions: list[tuple[str, int]]
) -> None:
    with filled.reading() as connection:
        assert list(fewer(connection, "statement_text", "quote", text)) == questions


def test_of_a_long_question_the_six_rarest_words_are_kept(filled: Ledger) -> None:
    text = "kosovo nato serbia agreed individual partnership action plan january"
    with filled.reading() as connection:
        told = list(fewer(connection, "statement_text", "quote", text))
    assert [least for _, least in told] == [6, 5, 4, 3, 2, 1]
    assert {words for words, _ in told} == {'"serbia" "agreed" "individual" "partnership" "action" "plan"'}

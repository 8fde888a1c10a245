"""What is raised on purpose, and how one line tells of it."""

from __future__ import annotations

import pytest

from dragoman import errors
from dragoman.errors import DragomanError, InvalidRecord, UnknownName, UnreadableDocument


def test_all_are_caught_as_one() -> None:
    raised = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, Exception)]
    assert len(raised) > 5
    assert all(issubclass(one, DragomanError) for one in raised)


@pytest.mark.parametrize(("raised", "also"), [(InvalidRecord, ValueError), (UnknownName, LookupError)])
def test_those_of_a_usual_sort_are_caught_as_that_too(raised: type[Exception], also: type[Exception]) -> None:
    assert issubclass(raised, also)


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("in/a.pdf", "is encrypted"), "in/a.pdf: is encrypted"),
        (("in/a.pdf", "is encrypted", "take the password off"), "in/a.pdf: is encrypted; take the password off"),
    ],
)
def test_a_document_that_cannot_be_read_is_told_in_a_line(parts: tuple[str, ...], line: str) -> None:
    error = UnreadableDocument(*parts)
    assert str(error) == line
    assert (error.locator, error.reason, error.advice) == (*parts, "")[:3]

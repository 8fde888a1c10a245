"""Whose words a statement is that stands in quotation marks."""

from __future__ import annotations

import pytest

from dragoman.actors.directory import directory
from dragoman.actors.linking import linked
from dragoman.reading.spoken import spoken_by
from dragoman.records import Document, Known, Statement

TEXT = "“We thank Mali. Roads grow,” said Jo Lind, the Foreign Minister of Chad. Ports grow. He called it “a start”."


def said(quote: str, by: tuple[str, ...] = ()) -> Statement:
    known = [Known(side, "test") for side in ("2021-06-01", "Government of Peru")]
    document = Document("d", TEXT, date=known[0], publisher=known[1])
    at = TEXT.index(quote)
    statement = Statement("d", "progress", "done", quote, at, at + len(quote), by=by)
    return spoken_by(statement, linked(document, directory()).quoted)


@pytest.mark.parametrize(
    ("quote", "by"),
    [
        ("We thank Mali", ("TCD/Jo Lind",)),
        ("Roads grow", ("TCD/Jo Lind",)),
        ("Roads grow,”", ("TCD/Jo Lind",)),
        ("Ports grow", ()),
        ("Roads grow,” said Jo Lind", ()),
    ],
)
def test_who_is_quoted_says_it(quote: str, by: tuple[str, ...]) -> None:
    told = said(quote)
    assert told.by == by
    assert [(e.role, TEXT[e.start : e.end]) for e in told.evidence] == [("by", "Jo Lind") for _ in by]


def test_who_is_told_already_stays() -> None:
    assert said("Roads grow", ("MLI",)).by == ("MLI",)

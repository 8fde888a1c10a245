"""The plain reader: one sentence, the statements it gives."""

from __future__ import annotations

import pytest

from dragoman.codebook import codebook
from dragoman.documents import document_from_text
from dragoman.reading.rules import RulesReader, wordings
from dragoman.records import Reading

READER = RulesReader()
Line = tuple[str, tuple[str, ...], tuple[str, ...], str | None, str | None]


def read(text: str) -> Reading:
    return READER.read(document_from_text(text, date="2016-03-17", language="en"))


CASES: list[tuple[str, list[Line]]] = [
    (
        "Albania joined NATO in 2009.",
        [("membership: joined", ("ALB",), ("NATO",), "NATO", "2009")],
    ),
    (
        "Kosovo joined the World Bank in 2009, the EBRD in 2012.",
        [
            ("membership: joined", ("XKX",), ("EBRD",), "EBRD", "2012"),
            ("membership: joined", ("XKX",), ("WB",), "World Bank", "2009"),
        ],
    ),
    (
        "The EU and Kosovo signed the Stabilization and Association Agreement in October 2015.",
        [("agreement: signed", ("EU",), ("XKX",), "Stabilization and Association Agreement", "2015-10")],
    ),
    (
        "The United States formally recognized Kosovo on February 18, 2008.",
        [("relations: recognised", ("USA",), ("XKX",), None, "2008-02-18")],
    ),
    (
        "Albania and the United States established diplomatic relations in 1922.",
        [("relations: established", ("ALB",), ("USA",), None, "1922")],
    ),
    (
        "Serbian Foreign Minister Ivica Dacic met with Secretary John Kerry on November 5, 2015.",
        [("meeting: held", ("SRB/Ivica Dacic",), ("USA/John Kerry",), None, "2015-11-05")],
    ),
    ("Serbia is not a member of NATO.", []),
    ("Serbia may sign the Agreement with Kosovo.", []),
    ("The minister called on Serbia to recognize Kosovo.", []),
    ("They signed up for a course.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[Line]) -> None:
    found = [(f"{s.kind}: {s.stage}", s.source, s.target, s.object, s.date) for s in read(text).statements]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_money() -> None:
    (statement,) = read("NATO provided Serbia with EUR 9.6 million for a trust fund in 2013.").statements
    assert (statement.kind, statement.source, statement.target) == ("assistance", ("NATO",), ("SRB",))
    assert [v.as_dict() for v in statement.value or ()] == [{"number": 9_600_000, "unit": "EUR"}]


def test_every_field_has_a_place_and_every_quote_stands_there() -> None:
    text = "Some words first. The EU and Kosovo signed the Stabilization and Association Agreement in October 2015."
    (statement,) = read(text).statements
    assert text[statement.start : statement.end] == statement.quote
    places = {(e.role, e.value): text[e.start : e.end] for e in statement.evidence}
    assert places[("source", "EU")] == "EU"
    assert places[("object", statement.object)] == statement.object
    assert places[("date", "2015-10")] == "October 2015"
    assert statement.reason == "“signed” says that parties sign an instrument"
    assert statement.reader == READER.name


def test_the_rules_use_the_codebook() -> None:
    for rule in wordings().rules:
        for stage in (rule.stage, rule.plan):
            assert stage is None or codebook().stage(rule.kind, stage)

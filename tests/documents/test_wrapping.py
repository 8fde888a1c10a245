"""What is read does not depend on where the lines of a paragraph end."""

from __future__ import annotations

import textwrap
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import document_from_text
from dragoman.documents.wrapping import as_wrapped, unwrapped
from dragoman.pipeline import read_document
from dragoman.reading.rules import RulesReader
from dragoman.records import Evidence, Reading, Statement, Unlinked

TEXT = """Norway and Peru

Norway and Peru have worked together on forests for twenty years. The
two governments agreed that the fund would be paid out by the
    end of 2025. The office in Lima stays open until the end
of 2026, and its staff of twelve goes on with the work there.

• It trains forty rangers in Cusco by the end of the
  year, and pays for boats.
• It lends a ship.
"""


def test_paragraphs_and_items_are_one_line_each() -> None:
    plain = unwrapped(document_from_text(TEXT)).document
    assert [plain.text[b.start : b.end] for b in plain.blocks] == [
        "Norway and Peru",
        "Norway and Peru have worked together on forests for twenty years. The two governments agreed that the fund "
        "would be paid out by the end of 2025. The office in Lima stays open until the end of 2026, and its staff of "
        "twelve goes on with the work there.",
        "It trains forty rangers in Cusco by the end of the year, and pays for boats.",
        "It lends a ship.",
    ]


@pytest.mark.parametrize("words", ["forests for", "by the\n    end of 2025", "The\ntwo", "end of the\n  year", "ship."])
def test_places_are_told_in_the_text_as_it_is(words: str) -> None:
    plain = unwrapped(document_from_text(TEXT))
    start = plain.document.text.index(" ".join(words.split()))
    first, last = plain.span(start, start + len(" ".join(words.split())))
    assert plain.before[first:last] == words
    assert plain.span(start, start) == (first, first)


def test_a_reading_gets_its_quotes_from_the_text_as_it_is() -> None:
    plain = unwrapped(document_from_text(TEXT))
    start = plain.document.text.index("paid out by")
    said = Statement(
        "d", "objective", "set", "", start, start + len("paid out by the end of 2025"),
        evidence=(Evidence("date", "2025", start + len("paid out by the "), start + len("paid out by the end")),),
    )  # fmt: skip
    made = Reading("r", (said,), (Unlinked("", start, start + len("paid out"), "no name"),))
    found = as_wrapped(made, plain)
    assert [s.quote for s in found.statements] == ["paid out by the\n    end of 2025"]
    [date] = found.statements[0].evidence
    assert TEXT[date.start : date.end] == "end"
    assert [(u.text, TEXT[u.start : u.end]) for u in found.unlinked] == [("paid out", "paid out")]


def test_the_lines_of_headings_and_rows_stay() -> None:
    text = "ARTICLE 1\nPURPOSE\n\nChile  |  Peru\nNorway  |  Oman\n\nThe parties met in Lima.\n"
    made = document_from_text(text)
    assert unwrapped(made).document == made


def test_a_text_without_wrapped_lines_is_read_as_it_is() -> None:
    made = document_from_text("Chile signed a treaty with Peru on 3 May 2019.")
    reading = RulesReader().read(made)
    assert as_wrapped(reading, unwrapped(made)) is reading


@pytest.mark.parametrize("indent", ["", "   "])
@pytest.mark.parametrize("width", [40, 60, 90])
def test_a_text_is_read_alike_however_it_is_wrapped(width: int, indent: str) -> None:
    told = (
        "Kenya and Uganda signed a treaty on border crossings on 3 May 2019. Kenya joined the African Union in 2002. "
        "The European Union supports the two countries with EUR 40 million until the end of 2026. "
    )
    wrapped = textwrap.fill(told * 3, width, subsequent_indent=indent)
    said = [
        [
            replace(s, quote=" ".join(s.quote.split()), start=0, end=0, evidence=(), occurrence=0)
            for s in found.statements
        ]
        for text in (told * 3, wrapped)
        for found in [read_document(document_from_text(text), RulesReader())]
    ]
    assert said[0] == said[1] != []


@given(st.text(st.sampled_from("ab. \n\t•|"), max_size=80))
def test_every_place_of_any_text_is_told(text: str) -> None:
    made = document_from_text(text)
    plain = unwrapped(made)
    for at, letter in enumerate(plain.document.text):
        assert plain.before[plain.place(at)] == letter or letter == " "
    for block in plain.document.blocks:
        first, last = plain.span(block.start, block.end)
        assert plain.before[first:last].split() == plain.document.text[block.start : block.end].split()

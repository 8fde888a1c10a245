"""Lists of visits: who came, when, and what is none."""

from __future__ import annotations

import pytest

from dragoman.documents import document_from_text
from dragoman.reading.encoder import EncoderReader
from dragoman.reading.prepared import prepare
from dragoman.reading.visits import LONGEST_LIST, VisitList, visit_lists
from dragoman.records import Document, Statement


@pytest.fixture(scope="module")
def reader() -> EncoderReader:
    return EncoderReader()


def document(text: str) -> Document:
    return document_from_text(text, title="Chad and Peru", date="2015-06-01", language="en")


def lists(reader: EncoderReader, text: str) -> list[VisitList]:
    told = document(text)
    return visit_lists(told, prepare(told, reader.tokenizer))


def visits(reader: EncoderReader, text: str) -> list[tuple[str, str, str | None]]:
    return [(v.source[0], v.target[0], v.date) for one in lists(reader, text) for v in one.visits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Visitors to Chad from Peru include President Ana Mora in May 1990 and Foreign Minister Jo Lind in 1994.",
            [("PER/Ana Mora", "TCD", "1990-05"), ("PER/Jo Lind", "TCD", "1994")],
        ),
        (
            "The leaders of Peru who visited Chad are as follows: President Ana Mora (1990, 1993), Vice-President Jo "
            "Lind(1995).",
            [("PER/Ana Mora", "TCD", "1990"), ("PER/Ana Mora", "TCD", "1993"), ("PER/Jo Lind", "TCD", "1995")],
        ),
        (
            "Peruvian leaders who have visited Chad were: Ms Ana Mora as Minister in 1990 and as President in 1994.",
            [("PER/Ana Mora", "TCD", "1990"), ("PER/Ana Mora", "TCD", "1994")],
        ),
        (
            "Visits from Peru to Chad:\n\n- President Ana Mora in May 1990\n- Foreign Minister Jo Lind (June 1994)\n",
            [("PER/Ana Mora", "TCD", "1990-05"), ("PER/Jo Lind", "TCD", "1994-06")],
        ),
        (
            "Visits to Chad from Peru include those of the Prime Minister in 1990 and the Foreign Minister in 1994.",
            [("PER/Prime Minister", "TCD", "1990"), ("PER/Foreign Minister", "TCD", "1994")],
        ),
        (
            "Visitors to Chad from Peru include Mr Jo Lind, Chairman of the Military Commission, in May 1990 and Ms "
            "Ana Mora in 1994.",
            [("PER/Jo Lind", "TCD", "1990-05"), ("PER/Ana Mora", "TCD", "1994")],
        ),
    ],
)
def test_each_visitor_with_each_date(
    reader: EncoderReader, text: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert visits(reader, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Visitors to Chad from Peru include President Ana Mora in May 1990.",
        "Visits to Chad include talks in May 1990 and a dinner in May 1991.",
        "Visitors to the museum include President Ana Mora in 1990 and Minister Jo Lind in 1994.",
        "President Ana Mora visited Chad in 1990 and Minister Jo Lind in 1994.",
        "Goods that Peru sold to Chad include fish in 1990 and copper in 1994.",
    ],
    ids=["a single visit", "no visitors", "no state", "no list", "goods"],
)
def test_what_is_no_list(reader: EncoderReader, text: str) -> None:
    assert lists(reader, text) == []


def test_who_seems_to_serve_the_host_serves_the_state_that_they_came_from(reader: EncoderReader) -> None:
    text = (
        "Chad's Parliament met.\n\nVisitors to Chad from Peru include Speaker Jo Lind in 1990 and Mr Al Mora in 1991."
    )
    assert [who for who, _, _ in visits(reader, text)] == ["PER/Jo Lind", "PER/Al Mora"]


def read(reader: EncoderReader, text: str) -> tuple[Document, list[Statement]]:
    told = document(text)
    return told, list(reader.read(told).statements)


def test_the_reader_gives_the_list_and_nothing_else_from_its_words(reader: EncoderReader) -> None:
    text = "Visitors to Chad from Peru include Minister Jo Lind in 1990 and Ms Ana Mora in 1994. Peru joined NATO."
    told, statements = read(reader, text)
    listed = [s for s in statements if s.end <= text.index(" Peru joined")]
    assert [(s.kind, s.stage, s.object, s.event) for s in listed] == [
        ("meeting", "held", "visit to Chad", "CONSULT")
    ] * 2
    assert all(told.text[s.start : s.end] == s.quote for s in statements)
    assert all("leads into a list" in s.reason and s.rule == "list of visits" for s in listed)


@pytest.mark.slow
def test_a_long_list_is_read_in_bounded_time(reader: EncoderReader) -> None:
    items = "\n".join(f"- Mr Jo Lind{'abcdefghij'[n % 10]} in {1950 + n % 60}" for n in range(2000))
    [one] = lists(reader, f"Visits from Peru to Chad:\n\n{items}\n")
    assert len(one.visits) > 300
    assert one.end - one.start < LONGEST_LIST + 100

"""The lines of a PDF: what goes on, what begins anew, what is no text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.documents.pdf_lines import Line, page_lines, paragraphs, without_running_lines
from dragoman.records import Document

from .conftest import layout
from .make import pdf

Read = Callable[..., Document]


NARROW = [
    "1. Neighbours",
    "Norland and Sudland established diplomatic relations",
    "in 1992. They met twice in 2020.",
    "The ministry will in the coming year do the following:",
    "\x95", "Open an embassy in Middleham, for which talks have",
    "been under way since 2017.", "\x95", "take part in the mission.",
    "1. Sign the agreement",
    "2. Ratify it",
]  # fmt: skip


def test_short_numbered_lines_over_text_are_headings_and_lone_bullets_have_their_items(read: Read) -> None:
    assert layout(read(pdf([[line.replace("\x95", "•") for line in NARROW]]), "report.pdf")) == [
        ("heading", "1. Neighbours"),
        (
            "paragraph",
            "Norland and Sudland established diplomatic relations in 1992. They met twice in 2020.",
        ),
        ("paragraph", "The ministry will in the coming year do the following:"),
        ("item", "Open an embassy in Middleham, for which talks have been under way since 2017."),
        ("item", "take part in the mission."),
        ("item", "1. Sign the agreement"),
        ("item", "2. Ratify it"),
    ]


def test_a_year_at_the_foot_of_a_page_is_no_page_number(read: Read) -> None:
    pages = [["The two countries have held talks on a free trade agreement since", "2017."], ["They met again."]]
    assert "since 2017." in read(pdf(pages), "report.pdf").text
    assert "12" not in read(pdf([[*pages[0], "12"], pages[1]]), "report.pdf").text


def test_a_place_and_date_are_a_paragraph_below_a_full_line_too(read: Read) -> None:
    lines = [
        "Completion note on the supply of water to the towns at the lake of the three countries",
        "Accra, 12 July 2016",
    ]
    document = read(pdf([[*lines, "The Board approved the project in 2010 and it was done six years later, in June.",
                          "It will be looked at again by the Board, and in all three countries, on a day after",
                          "12 July 2017."]]), "note.pdf")  # fmt: skip
    assert [words for _, words in layout(document)][:2] == lines
    assert (len(document.blocks), document.date.value) == (3, "2016-07-12")


def test_numbered_headings_below_one_another_and_titles_over_two_lines(read: Read) -> None:
    lines = [
        "JOINT STATEMENT OF THE FOURTH MEETING OF THE COMMITTEE OF NORLAND",
        "AND SUDLAND ON TRADE",
        "2. Programmes",
        "2.1 Sudland",
        "Sudland and Norland signed a memorandum on fisheries in September of",
        "the year 2018, and gave 2.1 million euros for it.",
    ]
    assert layout(read(pdf([lines]), "report.pdf")) == [
        ("heading", f"{lines[0]} {lines[1]}"),
        ("heading", "2. Programmes"),
        ("heading", "2.1 Sudland"),
        ("paragraph", f"{lines[4]} {lines[5]}"),
    ]


def test_what_a_browser_prints_at_the_edges_is_no_text(read: Read) -> None:
    text = "The two countries have held talks on a free trade agreement since 2017."
    edges = ["11/27/26, 9:51 PM Talks of Norland", "https://mfa.example/talks/1 1/1"]
    assert read(pdf([[text, *edges]]), "page.pdf").text == text
    seen = "It is told at https://mfa.example/talks/1 that they met."
    assert seen in read(pdf([[text, seen]]), "page.pdf").text


def test_a_lone_bullet_goes_to_the_line_below() -> None:
    found = page_lines("First  line\n\n•\n an item\n–\n", 3)
    assert [(line.text, line.page, line.after_blank) for line in found] == [
        ("First line", 3, False),
        ("• an item", 3, True),
    ]
    assert page_lines(" \n\n", 1) == []


def pages_of(*texts: str) -> list[list[Line]]:
    return [page_lines(text, number) for number, text in enumerate(texts, 1)]


BODY = "They met in the capital and talked of trade.\nThey signed nothing.\nThey will meet again."
MORE = "The ministers dined in a hall of the palace.\nNobody else came.\nThey left on a train."


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        ([f"Report 2016\n{BODY}\n1", f"Report 2016\n{MORE}\n2"], [BODY, MORE]),
        ([f"Report 2016\n{BODY}"], [f"Report 2016\n{BODY}"]),  # of one page nothing runs
        ([f"{BODY}\nPage 1 of 2", f"{MORE}\nPage 2 of 2"], [BODY, MORE]),
        (["Report\n1", "Report\n2"], ["Report\n1", "Report\n2"]),  # nothing but edges
        ([f"Report\n{BODY}", "", f"Report\n{MORE}"], [BODY, "", MORE]),
        ([], []),
    ],
)
def test_what_stands_at_the_edge_of_most_pages_is_no_text(texts: list[str], kept: list[str]) -> None:
    found = without_running_lines(pages_of(*texts))
    assert ["\n".join(line.text for line in lines) for lines in found] == kept


def test_no_lines_make_no_pieces() -> None:
    assert paragraphs([]) == paragraphs([[], []]) == []
    assert paragraphs(pages_of("...\n\n---")) == []


def test_a_piece_is_of_the_page_it_begins_on() -> None:
    long = "The governments have met in each of the years since they signed the first of their"
    pieces = paragraphs(pages_of(f"They met.\n\n{long}", "agreements.\n\nThey parted."))
    assert [(piece.text, piece.page) for piece in pieces] == [
        ("They met.", 1),
        (f"{long} agreements.", 1),
        ("They parted.", 2),
    ]


def test_rows_stay_as_they_are() -> None:
    row = Line("Norland | 5", 1, False, row=True)
    pieces = paragraphs([[row, Line("and so on", 1, False), row]])
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("row", "Norland | 5"),
        ("paragraph", "and so on"),
        ("row", "Norland | 5"),
    ]

"""PDF: pages, running heads, line ends and hyphens."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.documents import Limits
from dragoman.documents.pdf import read_pdf
from dragoman.records import Document, Skipped

from .conftest import layout
from .make import encrypted_pdf, pdf, placed_pdf

Read = Callable[..., Document]
Refuse = Callable[..., Skipped]

PAGES = [
    [
        "Ministry of Foreign Affairs - Report 2016", "Cooperation between Norland and Sudland", "17 March 2016",
        "The governments of Norland and Sudland have cooperated since 1999, when they signed a first",
        "agreement on trade. In 2009 they opened three border crossings and began to exchange infor-",
        "mation on organised crime, and set up a non-",
        "governmental council.", "Accomplishments",
        "• A law on witness protection, which the parliament adopted in the spring of the year 2011 and",
        "which entered into force in 2012.", "• A joint task force.", "1",
    ],
    [
        "Ministry of Foreign Affairs - Report 2016",
        "The task force has worked in both capitals since it was set up and has led to two hundred arrests",
        "in its first year. It is paid for by both governments, which have given it a budget of their own and", "2",
    ],
    ["Ministry of Foreign Affairs - Report 2016", "staff from both police forces.", "3"],
]  # fmt: skip


def test_lines_become_paragraphs_with_pages(read: Read) -> None:
    document = read(pdf(PAGES, title="Cooperation between Norland and Sudland"), "report.pdf")
    assert layout(document) == [
        ("heading", "Cooperation between Norland and Sudland"),
        ("paragraph", "17 March 2016"),
        (
            "paragraph",
            "The governments of Norland and Sudland have cooperated since 1999, when they signed a first agreement on "
            "trade. In 2009 they opened three border crossings and began to exchange information on organised crime, "
            "and set up a non-governmental council.",
        ),
        ("heading", "Accomplishments"),
        (
            "item",
            "A law on witness protection, which the parliament adopted in the spring of the year 2011 and which "
            "entered into force in 2012.",
        ),
        ("item", "A joint task force."),
        (
            "paragraph",
            "The task force has worked in both capitals since it was set up and has led to two hundred arrests in its "
            "first year. It is paid for by both governments, which have given it a budget of their own and staff from "
            "both police forces.",
        ),
    ]
    assert [block.page for block in document.blocks] == [1, 1, 1, 1, 1, 1, 2]
    assert (document.title.value, document.title.evidence) == ("Cooperation between Norland and Sudland", "pdf title")
    assert document.date.value == "2016-03-17"


def test_file_name_as_title_is_not_believed(read: Read) -> None:
    document = read(pdf(PAGES, title="Microsoft Word - report final.doc"), "report.pdf")
    assert document.title.evidence == "first heading"


def test_scan_is_skipped_with_advice(refuse: Refuse) -> None:
    skipped = refuse(pdf([[], []]), "scan.pdf")
    assert "no text layer" in skipped.reason
    assert "OCR" in skipped.advice


def test_encrypted_is_skipped_with_advice(refuse: Refuse) -> None:
    skipped = refuse(encrypted_pdf("secret"), "locked.pdf")
    assert skipped.reason == "encrypted"
    assert "password" in skipped.advice


def test_empty_user_password_opens(read: Read) -> None:
    assert "secret line" in read(encrypted_pdf(""), "open.pdf").text


def test_truncated_is_read_or_skipped(refuse: Refuse) -> None:
    assert refuse(pdf(PAGES)[:300], "cut.pdf")


def test_web_page_named_pdf_is_refused(refuse: Refuse) -> None:
    assert "in spite of its name" in refuse("<html><body>404 not found</body></html>", "a.pdf").reason


def test_pages_over_the_limit_are_left_out_with_a_warning() -> None:
    result = read_pdf(pdf([[f"Line of page {number}."] for number in range(5)]), Limits(pages=2))
    assert {piece.page for piece in result.pieces} == {1, 2}
    assert result.warnings == ("only the first 2 of 5 pages read",)


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


BEFORE, AFTER = (
    "Contributions received by the Fund in the financial year are set out in the table below, by donor.",
    "All contributions are voluntary, and are paid in before the end of the calendar year by bank transfer.",
)
TABLE = [("Donor", "Year", "Amount"), ("", "", "(USD million)"), ("Norland", "2019", "12.5"), ("Sudland", "2020", "7")]
ROWS = ["Donor | Year | Amount", "|  | (USD million)", "Norland | 2019 | 12.5", "Sudland | 2020 | 7"]


def test_rows_of_a_table_are_rows_in_whatever_order_its_cells_are_drawn(read: Read) -> None:
    cells = [(x, 700 - 20 * n, row[i]) for n, row in enumerate(TABLE) for i, x in enumerate((60, 220, 340)) if row[i]]
    for order in (cells, sorted(cells, key=lambda cell: (cell[0], -cell[1]))):
        document = read(placed_pdf([(60, 760, BEFORE), *order, (60, 560, AFTER)]), "table.pdf")
        assert layout(document) == [("paragraph", BEFORE), *(("row", row) for row in ROWS), ("paragraph", AFTER)]


def test_a_name_and_a_figure_are_a_row_and_columns_of_prose_are_none(read: Read) -> None:
    names = [(60, 700, "Donor"), (300, 700, "EUR thousand"), (60, 680, "Korea"), (340, 680, "1,250"), (60, 660, "Chad")]
    document = read(placed_pdf([(60, 760, BEFORE), *names, (350, 660, "75"), (60, 560, AFTER)]), "table.pdf")
    assert layout(document)[1:4] == [("row", "Donor | EUR thousand"), ("row", "Korea | 1,250"), ("row", "Chad | 75")]
    left = ["The two sides met in 2019", "and agreed on plan 12", "which they signed in 2021"]
    right = ["The Board approved in 2020", "the fund's budget, no. 15", "and paid all of it in 2022"]
    prose = [(x, 700 - 14 * n, line) for x, lines in ((60, left), (320, right)) for n, line in enumerate(lines)]
    assert {block.kind for block in read(placed_pdf(prose), "prose.pdf").blocks} == {"paragraph"}


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


def test_a_name_divided_at_a_line_end_keeps_its_hyphen(read: Read) -> None:
    lines = [
        "The ministers have agreed that they will go on with the work that the Sino-",
        "African fund began in 2007, at once.",
    ]
    assert "the Sino-African fund" in read(pdf([lines]), "fund.pdf").text


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


def test_a_title_in_capitals_comes_before_the_first_article(read: Read) -> None:
    title = [
        "MEMORANDUM OF UNDERSTANDING BETWEEN THE MINISTRY OF TRADE",
        "OF THE REPUBLIC OF NORLAND AND THE MINISTRY OF FOOD OF THE",
        "KINGDOM OF ESTMARK ON COOPERATION IN RICE FARMING",
    ]
    text = "The Ministries of the two countries have reached the following understanding on rice."
    lines = [
        *title,
        "",
        text,
        "",
        "Article 1",
        "The Sides shall exchange experts and seeds for the time of five years.",
    ]
    assert read(pdf([lines]), "treaty.pdf").title.value == " ".join(title)


def test_a_paper_is_by_the_office_of_its_letterhead(read: Read) -> None:
    head = [
        "REPUBLIC OF RWANDA",
        "MINISTRY OF FOREIGN AFFAIRS AND COOPERATION",
        "P.O. Box 12 KIGALI",
        "",
        "PRESS STATEMENT",
    ]
    text = [
        "",
        "Rwanda and Peru talk on trade",
        "",
        "Kigali, 22 February 2021",
        "",
        "The two met for talks on trade and more.",
    ]
    document = read(pdf([head + text]), "paper.pdf")
    assert document.title.value == "Rwanda and Peru talk on trade"
    assert document.publisher.value == "MINISTRY OF FOREIGN AFFAIRS AND COOPERATION, REPUBLIC OF RWANDA"

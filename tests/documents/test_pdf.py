"""PDF: pages, running heads, line ends and hyphens."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.documents import Limits
from dragoman.documents.pdf import read_pdf
from dragoman.records import Document, Skipped

from .conftest import layout
from .make import encrypted_pdf, pdf

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

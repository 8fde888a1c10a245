"""Which parts of a web page are its text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml.html import document_fromstring

from dragoman.documents.boilerplate import choose
from dragoman.records import Document

from .conftest import layout
from .make import PROSE, page

Read = Callable[..., Document]


def test_text_in_a_part_called_complementary_is_found(read: Read) -> None:
    prose = (
        "<p>The two ministers agreed to open talks on a treaty of good neighbourly relations in the spring of 2011.</p>"
    )
    page = (
        f'<body><div role="main"></div><div role="complementary" class="sidebar"><h1>Talks</h1>{prose * 3}</div></body>'
    )
    assert read(page).text.count("The two ministers agreed") == 3


@pytest.mark.parametrize("name", ["overflow-hidden", "hidden-print", "md:hidden"])
def test_a_class_that_only_has_hidden_in_it_hides_nothing(read: Read, name: str) -> None:
    body = f"<p>{PROSE}</p><p>{PROSE}</p><div class='{name}'><h2>Trade</h2><p>{PROSE}</p></div>"
    assert layout(read(page(body)))[-2:] == [("heading", "Trade"), ("paragraph", PROSE)]
    assert len(layout(read(page(body.replace(name, "hidden"))))) == 3


def test_an_id_made_of_the_words_of_a_heading_is_no_sign(read: Read) -> None:
    body = f"<p>{PROSE}</p><h2 id='social-protection'>Social protection</h2><p>{PROSE}</p>"
    assert ("heading", "Social protection") in layout(read(page(body)))


def test_the_items_of_a_newsletter_are_its_text(read: Read) -> None:
    items = "".join(f"<div class='newsletter-item'><h2>Item {n}</h2><p>{PROSE}</p></div>" for n in "1234")
    assert layout(read(page(f"<div class='newsletter'>{items}</div>"))).count(("paragraph", PROSE)) == 4
    short = f"<div class='newsletter-item'><p>{PROSE}</p></div>"
    assert layout(read(page(f"<p>{PROSE * 4}</p>{short}{short}"))) == [("title", "Norland"), ("paragraph", PROSE * 4)]


def test_answers_that_are_folded_are_read_with_their_questions(read: Read) -> None:
    folded = f"style='display:none' aria-hidden='true'><p>{PROSE}</p></div>"
    body = f"<h3><button>Is there an agreement?</button></h3><div class='accordion-body' {folded}"
    assert layout(read(page(body)))[1:] == [("heading", "Is there an agreement?"), ("paragraph", PROSE)]
    assert layout(read(page(f"<h3>Aid <button>Copy</button></h3><p>{PROSE}")))[1:] == [
        ("heading", "Aid"),
        ("paragraph", PROSE),
    ]
    assert layout(read(page(f"<p>{PROSE}</p><div class='modal' {folded}")))[1:] == [("paragraph", PROSE)]
    assert layout(read(page(f"<p>{PROSE}</p><div class='cookie collapse' {folded}")))[1:] == [("paragraph", PROSE)]


def test_tabs_with_text_in_them_are_text(read: Read) -> None:
    body = f"<p>{PROSE * 3}</p><div class='tabs'><ul><li><a href='#a'>One</a></li><li><a href='#b'>Two</a></li></ul>"
    tabs = f"<div id='a'><p>{PROSE}</p></div></div>"
    assert layout(read(page(body + tabs)))[1:] == [("paragraph", PROSE * 3), ("paragraph", PROSE)]


def test_a_list_of_linked_agreements_is_text(read: Read) -> None:
    agreements = [
        "Agreement on air services between Norland and Sudland, 1983",
        "Protocol on taxes, signed in Oslo in 2010",
    ]
    news = ["Minister signs agreement on air services in Norland", "Minister travels to Sudland for the second time"]

    def links(texts: list[str]) -> str:
        return "<ul>" + "".join(f"<li><a href='/{n}'>{text}</a></li>" for n, text in enumerate(texts)) + "</ul>"

    assert layout(read(page(f"<p>{PROSE}</p>{links(agreements)}")))[2:] == [("item", text) for text in agreements]
    assert layout(read(page(f"<p>{PROSE}</p>{links(news)}")))[2:] == []


def test_a_table_of_nothing_but_links_is_navigation(read: Read) -> None:
    links = "".join(f"<tr><td><a href='/{name}'>{name}</a></td></tr>" for name in ("Minister", "Missions", "Visas"))
    assert layout(read(page(f"<table>{links}</table><p>{PROSE}</p>")))[1:] == [("paragraph", PROSE)]
    table = "<table><tr><th>Place<th>Mission</tr><tr><td>Oslo<td><a href='/o'>Embassy</a></tr></table>"
    assert layout(read(page(f"<p>{PROSE}</p>{table}")))[2:] == [("row", "Place | Mission"), ("row", "Oslo | Embassy")]


def test_boxes_that_lead_to_other_news_are_no_text(read: Read) -> None:
    teaser = f"<article><h3><a href='/x'>Embassy opened</a></h3><p>{PROSE}</p></article>"
    own = f"<div><h3>Aid</h3><p>{PROSE}</p></div>"
    body = f"<p>{PROSE * 4}</p><div><h2>Latest news</h2>{teaser}{own}</div>"
    assert layout(read(page(body)))[2:] == [("heading", "Latest news"), ("heading", "Aid"), ("paragraph", PROSE)]
    # where they are most of the page they are its text
    assert ("heading", "Embassy opened") in layout(read(page(f"<h2>Latest news</h2>{teaser}{teaser}")))


def chosen(body: str) -> tuple[str, str]:
    """The class of the element that holds the text, and the words that are left out."""
    holder, left_out = choose(document_fromstring(f"<html><body>{body}</body></html>").find("body"))
    return holder.get("class") or holder.tag, " ".join(sorted(" ".join(e.itertext()).strip() for e in left_out))


@pytest.mark.parametrize(
    ("body", "holder", "left_out"),
    [
        (f"<div class='a'><div class='b'><p>{PROSE}</p></div></div>", "b", ""),
        (f"<div class='a'><h1>Talks</h1><div class='b'><p>{PROSE}</p></div></div>", "a", ""),
        (f"<div class='a'><p>{PROSE}</p></div><nav>Home</nav>", "a", "Home"),
        (f"<div class='a'><p>{PROSE}</p><p hidden>Note</p></div>", "a", "Note"),
        (f"<div class='a'><p>{PROSE}</p><p style='display: none'>Note</p></div>", "a", "Note"),
        (f"<div class='sidebar'><p>{PROSE}</p></div>", "sidebar", ""),  # most of the prose is in it
        (f"<div class='a'><p>{PROSE}</p></div><div role='banner'>Home</div>", "a", "Home"),
        ("Home", "body", ""),
        ("", "body", ""),
    ],
)
def test_the_smallest_element_with_the_prose_holds_the_text(body: str, holder: str, left_out: str) -> None:
    assert chosen(body) == (holder, left_out)

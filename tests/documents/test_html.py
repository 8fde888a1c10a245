"""Pages as publishers build them: what is text stays with its structure, what is not goes."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.documents import open_documents
from dragoman.records import Document

from .conftest import layout
from .make import PROSE, page

Read = Callable[..., Document]

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Norland and Sudland open border crossing | Ministry of Foreign Affairs</title>
<meta property="og:site_name" content="Ministry of Foreign Affairs of Norland">
<meta property="article:published_time" content="2016-03-17T09:30:00+01:00">
<link rel="canonical" href="https://mfa.example/news/2016/03/crossing"></head>
<body>
<div id="cookie-consent"><p>We use cookies to give you the best experience
on our site, and by going on you agree.</p>
<button>Accept all</button></div>
<header><a href="/">Home</a>
<nav><ul><li><a href="/a">The Ministry</a></li><li><a href="/b">Policy</a></li></ul></nav></header>
<div class="breadcrumbs"><a href="/">Home</a> / <a href="/news">News</a></div>
<main><article>
<h1>Norland and Sudland open border crossing</h1>
<p class="date">17 March 2016</p>
<p>The governments of Norland and Sudland opened a border crossing at Middleham on Thursday,
   the third since they signed the <a href="/t">Treaty of Middleham</a> in 2009.</p>
<h2>Accomplishments</h2>
<ul><li>A law on <b>witness protection</b>.</li><li>Joint patrols:<ul><li>on land;</li><li>at sea.</li></ul></li></ul>
<h2>Trade</h2>
<table><caption>Trade in goods</caption><tr><th>Year</th><th>Value</th></tr><tr><td>2014</td><td>EUR 3 million</td></tr>
<tr><td>2015</td><td>EUR 4 million</td></tr></table>
<p>Address:<br>1 Bridge Street<br>Middleham</p>
<div class="social-share"><span>Share</span><a href="#">Facebook</a><a href="#">Twitter</a></div>
<h3>Related news</h3>
<ul><li><a href="/1">Minister visits Sudland</a></li><li><a href="/2">Bridge repaired</a></li></ul>
</article></main>
<aside class="sidebar"><h2>Latest</h2>
<p>The minister received the ambassador of Westland, who handed over his letters of credence.</p></aside>
<footer><p>&copy; 2016 Ministry of Foreign Affairs</p><a href="/c">Contact</a></footer>
</body></html>"""


def test_page_keeps_text_and_structure_only(read: Read) -> None:
    document = read(PAGE)
    assert layout(document) == [
        ("title", "Norland and Sudland open border crossing"),
        ("paragraph", "17 March 2016"),
        (
            "paragraph",
            "The governments of Norland and Sudland opened a border crossing at Middleham on Thursday, "
            "the third since they signed the Treaty of Middleham in 2009.",
        ),
        ("heading", "Accomplishments"),
        ("item", "A law on witness protection."),
        ("item", "Joint patrols:"),
        ("item", "on land;"),
        ("item", "at sea."),
        ("heading", "Trade"),
        ("paragraph", "Trade in goods"),
        ("row", "Year | Value"),
        ("row", "2014 | EUR 3 million"),
        ("row", "2015 | EUR 4 million"),
        ("paragraph", "Address:\n1 Bridge Street\nMiddleham"),
    ]
    assert "• A law on witness protection.\n• Joint patrols:\n  • on land;\n  • at sea.\n\nTrade\n\n" in document.text
    assert [block.level for block in document.blocks if block.kind in ("heading", "item")] == [2, 1, 1, 2, 2, 2]


def test_page_says_who_published_what_when(read: Read) -> None:
    document = read(PAGE)
    assert (document.title.value, document.title.evidence) == ("Norland and Sudland open border crossing", "h1")
    assert (document.publisher.value, document.publisher.evidence) == (
        "Ministry of Foreign Affairs of Norland",
        "og:site_name",
    )
    assert (document.date.value, document.date.evidence) == ("2016-03-17", "article:published_time")
    assert document.language.value == "en"
    assert document.url == "https://mfa.example/news/2016/03/crossing"
    assert document.format == "html"


def test_paragraph_leads_back_to_the_element_of_the_page(read: Read) -> None:
    places = [block.paragraph for block in read(PAGE).blocks]
    assert None not in places
    assert places == sorted(places)  # type: ignore[type-var]


def test_title_of_the_head_is_put_first_where_the_body_has_none(read: Read) -> None:
    document = read(
        "<title>Norland joins the Council</title><p>It became a member on Monday, after ten years of talks.</p>"
    )
    assert document.text.startswith("Norland joins the Council\n\nIt became")
    assert document.blocks[0].kind == "title"


def test_layout_table_is_read_as_paragraphs(read: Read) -> None:
    words = "The envoy arrived on Monday for talks with the government on the release of the prisoners. " * 20
    document = read(f"<table><tr><td><p>{words}</p><p>{words}</p></td><td><a href='/'>Home</a></td></tr></table>")
    assert [block.kind for block in document.blocks][:2] == ["paragraph", "paragraph"]


def test_hidden_text_is_left_out(read: Read) -> None:
    prose = "The parliament ratified the agreement on Tuesday with the votes of all parties but one."
    document = read(
        f'<p>{prose}</p><p style="display: none">Hidden words</p><p hidden>More</p><p aria-hidden="true">Icon</p>'
    )
    assert document.text == prose


def test_item_with_paragraphs_keeps_the_first_as_item(read: Read) -> None:
    document = read("<ul><li><div class='icon'></div><div><p>First words of it.</p><p>And more.</p></div></li></ul>")
    assert layout(document) == [("item", "First words of it."), ("paragraph", "And more.")]


def test_double_line_break_parts_paragraphs(read: Read) -> None:
    assert layout(read("<div>One sentence.<br><br>Another one.<br>Its second line.</div>")) == [
        ("paragraph", "One sentence."),
        ("paragraph", "Another one.\nIts second line."),
    ]


@pytest.mark.parametrize(
    ("head", "value", "evidence"),
    [
        ('<script type="application/ld+json">{"@graph":[{"datePublished":"2015-10-27"}]}</script>', "2015-10-27",
         "JSON-LD datePublished"),
        ('<meta name="DC.date.issued" content="2014-05">', "2014-05", "dc.date.issued"),
        ('<meta name="date" content="no date"><link rel="canonical" href="https://x.example/2012/07/09/a">',
         "2012-07-09", "address"),
        ('<meta name="date" content="31.02.2011">', None, "not found"),
    ],
)  # fmt: skip
def test_date_of_the_page(read: Read, head: str, value: str | None, evidence: str) -> None:
    document = read(
        f"<html><head>{head}</head><body><p>The two sides met in the capital for talks on trade.</p></body></html>"
    )
    assert (document.date.value, document.date.evidence) == (value, evidence)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("<title>Fact sheet on Norland - Ministry</title><p>Words of it.</p>", "Fact sheet on Norland"),
        ("<title>Site</title><h1>Talks on trade</h1><p>Words of it.</p>", "Talks on trade"),
        ("<title>Wong holds talks in Oslo_Ministry of Norland</title><p>Words of it.</p>", "Wong holds talks in Oslo"),
        ("<title>Press release on talks in Oslo / Ministry</title><p>Words.</p>", "Press release on talks in Oslo"),
        (
            "<title>The envoy met leaders of the G7 / G20 countries</title><p>Words.</p>",
            "The envoy met leaders of the G7 / G20 countries",
        ),
        (
            "<title>The statement on grain – free passage of all ships of both sides through the straits now</title>"
            "<p>Words.</p>",
            "The statement on grain – free passage of all ships of both sides through the straits now",
        ),
        (
            "<title>A | B</title><meta property='og:title' content='Long title of the page'><p>Words.</p>",
            "Long title of the page",
        ),
    ],
)
def test_title_of_the_page(read: Read, page: str, title: str) -> None:
    assert read(page).title.value == title


def test_copyright_line_names_the_publisher(read: Read) -> None:
    document = read(
        "<p>The envoy arrived on Monday for talks with the government.</p>"
        "<footer>© 2019 Embassy of Norland. All rights reserved</footer>"
    )
    assert (document.publisher.value, document.publisher.evidence) == ("Embassy of Norland", "copyright line")


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Grain talks in Lima | Ministry of Trade of Norland", "Ministry of Trade of Norland"),
        ("Norland Department of State - Grain talks in Lima", "Norland Department of State"),
        ("Ministry: Grain talks in Lima | News", None),
        ("4211: Grain talks in Lima | Norland Bank", "Norland Bank"),
        ("Grain talks in Lima | Norland", None),
        ("Grain talks in Lima - What the ministry says", None),
        ("Talks | Ministry of Trade of Norland", None),
    ],
)
def test_an_office_beside_the_heading_in_the_title_is_the_publisher(read: Read, title: str, publisher: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>Grain talks in Lima</h1><p>The envoy came.</p></body>"
    assert read(page).publisher.value == publisher


@pytest.mark.parametrize(
    ("foot", "date"),
    [
        ("<div class=footer><p>Last updated: <b>2 February 2024</b></p></div>", "2024-02-02"),
        ("<aside><ul><li>Posted 2 May 2023</li><li>Posted 2 May 2024</li></ul></aside>", None),
        ("<div class=footer><p>Open since 2 February 2024</p></div>", None),
    ],
)
def test_a_page_is_dated_by_the_line_in_its_foot(read: Read, foot: str, date: str | None) -> None:
    text = "<main><h1>Talks on trade</h1><p>The envoy came for talks with the government, which went on.</p></main>"
    assert read(f"<html><body>{text}{foot}</body></html>").date.value == date


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Relations with Norland | DFAT", "DFAT"),
        ("Norland | Ministry of Trade of Sudland", "Ministry of Trade of Sudland"),
        ("Norland - Embassy of Sudland in Lima", "Embassy of Sudland in Lima"),
        ("Norland - Statement by the Embassy", None),
        ("Norland - National Day", None),
        ("Talks / Republic of Sudland Ministry of Trade", "Republic of Sudland Ministry of Trade"),
        ("Norland | Fact sheets", None),
        ("Visit to the Ministry of Trade - Jo Lind", None),
    ],
)
def test_without_a_heading_the_office_behind_the_bar_is_the_publisher(read: Read, title: str, publisher: str) -> None:
    assert (
        read(f"<html><head><title>{title}</title></head><body><p>The envoy came.</p></body>").publisher.value
        == publisher
    )


def tokens(text: str) -> Counter[str]:
    return Counter(word.strip(".,;:()“”‘’\"'") for word in text.split())


@pytest.mark.parametrize(
    ("page", "twin", "recall", "precision"),
    [
        ("odessa-russia-ukraine-moldova-2002", "corpus", 0.99, 0.98),
        ("putin-robertson-nato-2000", "corpus", 0.99, 0.97),
        ("russia-eu-summit-2000", "corpus", 0.99, 0.97),
        ("us-germany-nord-stream-2021", "corpus", 0.98, 0.99),
        ("us-india-counternarcotics-wg-2021", "versions", 0.96, 0.99),
    ],
)
def test_real_pages_give_the_words_of_their_cleaned_twins(
    shared: Path, page: str, twin: str, recall: float, precision: float
) -> None:
    (document,) = open_documents([shared / "corpus_raw" / f"{page}.html"])
    assert isinstance(document, Document)
    # the twins of two pages go on with links to other documents
    expected = tokens((shared / twin / f"{page}.txt").read_text("utf-8").split("\nSee also\n")[0])
    found = tokens(document.text)
    common = (expected & found).total()
    assert common / expected.total() >= recall
    assert common / found.total() >= precision


@pytest.mark.parametrize(
    ("first", "value"),
    [
        ("Kosovo declared independence on 17 February 2008.", None),
        ("This year Serbia and NATO met. Kosovo declared independence on 17 February 2008 and " + "more " * 40, None),
        ("On 17 February 2008 Kosovo declared independence; " + "the rest follows " * 20, None),
        ("PRISTINA, 17 February 2008 - Kosovo declared independence; " + "the rest follows " * 20, "2008-02-17"),
        ("Pristina, Sunday 17 February 2008", "2008-02-17"),
        ("Last updated: 17 February 2008", "2008-02-17"),
    ],
)
def test_date_in_the_first_paragraph(read: Read, first: str, value: str | None) -> None:
    document = read(
        f"<html><body><main><h1>About Kosovo</h1><p>{first}</p><p>Words of the text.</p></main></body></html>"
    )
    assert document.date.value == value


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("since 1966.<sup><a href='#n1'>1</a></sup> They met.", "since 1966. They met."),
        ("since 1966.<a href='page.html#_ftn2'>[2]</a> They met.", "since 1966. They met."),
        ("its grants<sup>3</sup> ended.", "its grants ended."),
        ("its grants,<sup>[4]</sup> ended.", "its grants, ended."),
        ("the 12<sup>th</sup> donor", "the 12th donor"),
        ("400 m<sup>2</sup> and 10<sup>6</sup>", "400 m2 and 106"),
        ("see <a href='#art5'>5</a>", "see 5"),
        ("the VIII<sup>e</sup> session", "the VIIIe session"),
        ("the session<sup>e</sup> ended.", "the session ended."),
    ],
)
def test_marks_of_notes_are_no_words(read: Read, written: str, read_as: str) -> None:
    assert layout(read(page(f"<p>{written}</p>"))) == [("title", "Norland"), ("paragraph", read_as)]


def test_raised_elements_within_one_another_take_linear_time(read: Read) -> None:
    inner = "<sup>" * 200 + "<b></b>" * 20_000 + "</sup>" * 200
    start = time.thread_time()
    read(page(f"<p>{PROSE}</p>{inner}"))
    assert time.thread_time() - start < 3


def test_lists_written_with_bullets_are_lists(read: Read) -> None:
    listed = "<p>They agreed:<br>- to meet;<br>&ndash; to trade.</p><p>&bull; Roads</p>"
    spoken = "<p>&ndash; We came, he said.</p><p>* A note.</p>"
    assert layout(read(page(listed + spoken)))[1:] == [
        ("paragraph", "They agreed:"),
        ("item", "to meet;"),
        ("item", "to trade."),
        ("item", "Roads"),
        ("paragraph", "– We came, he said."),
        ("paragraph", "* A note."),
    ]


def test_boxes_that_only_style_sets_apart_are_words_apart(read: Read) -> None:
    body = "<div><span>5 May 2010</span><span>Talks held</span></div><p><span>T</span><span>he</span> end</p>"
    assert layout(read(page(body)))[1:] == [("paragraph", "5 May 2010 Talks held"), ("paragraph", "The end")]


def test_a_publisher_by_the_australian_scheme_is_its_name(read: Read) -> None:
    head = "<meta name='DCTERMS.creator' content='corporateName=Department of Norland; jurisdiction=NL'>"
    assert read(page(f"<p>{PROSE}</p>", head)).publisher.value == "Department of Norland"


def test_a_date_behind_the_title_is_that_of_the_page(read: Read) -> None:
    body = "<div><span>Joint statement of Norland and Sudland</span>\n<span>October 07, 2014</span></div>"
    document = read(
        f"<html><title>Joint statement of Norland and Sudland</title><body>{body}<p>{PROSE}</p></body></html>"
    )
    assert document.date.value == "2014-10-07"
    assert layout(document)[:2] == [
        ("title", "Joint statement of Norland and Sudland"),
        ("paragraph", "October 07, 2014"),
    ]
    body = "<p>Joint statement of Norland and Sudland of 7 October 2014 was welcomed by the other three members.</p>"
    document = read(
        f"<html><title>Joint statement of Norland and Sudland</title><body>{body}<p>{PROSE}</p></body></html>"
    )
    assert document.date.value is None


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        ("<a href='/m'>Hon Ana Berg</a><span>Foreign Affairs</span>", "Hon Ana Berg Foreign Affairs"),
        ("<span>Press release</span><span>31.03.2021</span>", "Press release 31.03.2021"),
        ("<span>Date:</span><span>5 May</span>", "Date:5 May"),
        ("<span>Date:</span><span>May 5</span>", "Date: May 5"),
        ("<span>CO</span><span>2</span>", "CO2"),
    ],
)
def test_boxes_side_by_side(read: Read, boxes: str, words: str) -> None:
    assert layout(read(page(f"<div>{boxes}</div><p>{PROSE}</p>")))[1] == ("paragraph", words)


def test_a_copyright_line_behind_a_line_break_names_the_publisher(read: Read) -> None:
    footer = "<table><tr><td><a href='/'>Home</a><br>&copy; 2003 Ministry of Norland</td></tr></table>"
    assert read(page(f"<p>{PROSE}</p>{footer}")).publisher.value == "Ministry of Norland"


def test_the_third_point_of_a_list_names_no_publisher(read: Read) -> None:
    points = "<ul><li>(b) to lower duties on grain</li><li>(c) to promote trade in timber</li></ul>"
    assert read(page(f"<p>{PROSE}</p>{points}")).publisher.value is None


def test_a_title_that_begins_with_number_and_date_dates_the_page(read: Read) -> None:
    for title, date in (
        ("No: 123, 4 June 2020, Press Release on Norland", "2020-06-04"),
        ("Agreement No. 7 of 4 June 2020, Norland and Sudland", None),
    ):
        document = read(f"<title>{title}</title><p>{title}</p><p>{PROSE}</p>")
        assert document.date.value == date


def test_direction_marks_written_as_references_are_no_text(read: Read) -> None:
    document = read(page(f"<p>Middleham, 2 February 2019 &lrm;&ndash;&#x202e; {PROSE}&rlm; They met.</p>"))
    assert document.text.endswith(f"Middleham, 2 February 2019 – {PROSE} They met.")
    assert document.date.value == "2019-02-02"

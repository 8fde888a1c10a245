"""The pages in a real browser: no barriers, keys, light and dark, a reader's way through."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.queries.inside import versions_of
from dragoman.web.links import document_url, instrument_url, statement_url
from web.browsing import barriers
from web.conftest import Server

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def addresses(server: Server) -> list[str]:
    with Ledger.open(server.ledger) as ledger:
        found = queries.statements(ledger, Filter(kinds=("agreement",), actors=("XKX",)), limit=1).statements[0]
    return [
        "/",
        "/actors",
        "/actors/XKX",
        "/actors/XKX?kind=agreement",
        "/dyad?a=EU&b=XKX",
        "/instruments",
        instrument_url(found.statement.object or ""),
        "/documents",
        document_url(found.document_id, found.id),
        statement_url(found.id),
        "/search?q=Kosovo",
        "/search?q=Kosovo&in=text",
        "/contradictions?actor=XKX",
        "/dyad",
    ]


@pytest.mark.parametrize("width", [1280, 375])
def test_no_page_has_a_serious_barrier_in_light_or_dark(
    server: Server, page: Page, addresses: list[str], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    faults = []
    for address in addresses:
        page.goto(server.url + address)
        faults += barriers(page)
    assert faults == []


def test_no_sample_document_has_a_serious_barrier(server: Server, page: Page) -> None:
    with Ledger.open(server.ledger) as ledger:
        lines, _ = queries.documents(ledger)
        documents = {v.document_id for line in lines for v in versions_of(ledger, line.document_id)}
    assert len(documents) > len(lines)
    faults = []
    for document in sorted(documents):
        page.goto(server.url + document_url(document))
        faults += barriers(page)
    assert faults == []


def test_decisions_that_were_taken_have_no_serious_barrier(changing: Server, page: Page) -> None:
    page.goto(f"{changing.url}/review")
    page.keyboard.press("j")
    for key, says in (("c", "Confirmed."), ("r", "Rejected."), ("u", "Taken back.")):
        page.keyboard.press(key)
        expect(page.locator("#told")).to_contain_text(says)
    page.goto(f"{changing.url}/review/decisions")
    expect(page.get_by_role("button", name="Undo decision 1")).to_be_visible()
    expect(page.locator("main")).to_contain_text("takes back 2")
    assert barriers(page) == []
    page.locator("main ol.queue a").last.click()
    expect(page.locator(".status-confirmed").first).to_be_visible()
    assert barriers(page) == []


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/nowhere", "nothing at /nowhere"),
        ("/documents/none", "no document with id"),
        ("/contradictions?field=gossip", "gossip"),
        ("/search?since=yesterday", "yesterday"),
    ],
)
def test_pages_of_errors_have_no_serious_barrier(
    server: Server, page: Page, console_errors: list[str], address: str, says: str
) -> None:
    page.goto(server.url + address)
    expect(page.locator("main")).to_contain_text(says)
    assert barriers(page) == []
    assert ["Failed to load resource" in error for error in console_errors] == [True]
    console_errors.clear()


def test_a_reader_finds_who_says_when_the_agreement_was_signed(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.keyboard.press("/")
    page.keyboard.type("Kosovo")
    page.keyboard.press("Enter")
    page.get_by_role("region", name="Go to").get_by_role("link", name="Kosovo", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kosovo")
    instruments = page.locator("section", has=page.locator("h2#agreement"))
    line = instruments.locator(".statement", has_text="Association Agreement").first
    line.locator(".quote a").click()
    expect(page.get_by_role("heading", name="In its words")).to_be_visible()
    page.locator(".from a").first.click()
    expect(page.locator("mark").first).to_be_visible()


def test_lines_are_stepped_through_and_opened_by_keys(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/search?actor=SRB")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("j")
    expect(page.locator("[data-line].current")).to_have_count(1)
    wanted = page.locator("[data-line]").nth(1).get_attribute("data-href")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(wanted or "none")))


def test_the_keys_are_explained_and_escape_leads_back(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_dark_stays_dark_on_the_next_page(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.get_by_role("button", name="Switch to dark colours").click()
    page.goto(f"{server.url}/actors")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


def test_paper_is_light_and_shows_all_whatever_the_screen_does(server: Server, page: Page) -> None:
    with Ledger.open(server.ledger) as ledger:
        lines, _ = queries.documents(ledger)
    longest = max(lines, key=lambda line: line.statements)
    page.context.add_cookies([{"name": "theme", "value": "dark", "url": server.url}])
    page.set_viewport_size({"width": 1200, "height": 500})
    page.goto(server.url + document_url(longest.document_id))
    background = "getComputedStyle(document.body).backgroundColor"
    hidden = "(() => { const p = document.querySelector('.panel'); return p.scrollHeight - p.clientHeight })()"
    dark = page.evaluate(background)
    assert page.evaluate(hidden) > 0
    page.emulate_media(media="print")
    assert page.evaluate(hidden) == 0
    assert page.locator(".panel").evaluate("panel => getComputedStyle(panel).overflowY") == "visible"
    light = page.evaluate(background)
    assert light != dark
    page.emulate_media(media="screen")
    page.context.clear_cookies()
    page.reload()
    assert page.evaluate(background) == light


@pytest.mark.parametrize("width", [1400, 1200, 1100, 900, 600])
def test_the_button_for_colours_never_stands_in_a_row_alone(server: Server, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(server.url)
    ways, button = page.locator(".nav").bounding_box(), page.locator("#theme").bounding_box()
    assert ways is not None
    assert button is not None
    assert button["x"] >= ways["x"] + ways["width"]
    assert ways["y"] < button["y"] + button["height"] / 2 < ways["y"] + ways["height"]


def test_the_skip_link_is_the_first_stop(server: Server, page: Page) -> None:
    page.goto(server.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_nothing_is_wider_than_a_narrow_screen(server: Server, page: Page, addresses: list[str]) -> None:
    page.set_viewport_size({"width": 400, "height": 800})
    for address in addresses:
        page.goto(server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 400, address


def test_facets_replace_the_results_without_loading_the_page_anew(server: Server, page: Page) -> None:
    page.goto(f"{server.url}/search?q=Kosovo")
    page.evaluate("window.kept = true")
    page.locator(".facets a", has_text="agreement").first.click()
    page.wait_for_url("**kind=agreement**")
    expect(page.get_by_label("Chosen")).to_contain_text("kind: agreement")
    expect(page).to_have_title("Kosovo – Search – Dragoman")
    page.get_by_label("From", exact=True).fill("2016")
    page.get_by_role("button", name="Narrow").click()
    page.wait_for_url("**since=2016**")
    expect(page.get_by_label("Chosen")).to_contain_text("from: 2016")
    page.get_by_role("link", name="Full text of documents").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Full text")
    assert page.evaluate("window.kept") is True
    page.go_back()
    expect(page.get_by_label("Chosen")).to_contain_text("from: 2016")


def test_what_cannot_be_narrowed_is_said_on_a_page_of_its_own(
    server: Server, page: Page, console_errors: list[str]
) -> None:
    page.goto(f"{server.url}/search?q=Kosovo")
    page.get_by_label("From", exact=True).fill("yesterday")
    page.get_by_role("button", name="Narrow").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("That cannot be asked")
    console_errors.clear()  # the browser reports the refusal


@pytest.mark.parametrize("path", ["/network", "/contradictions", "/search", "/dyad"])
def test_fields_of_actors_suggest_those_of_the_ledger(server: Server, page: Page, path: str) -> None:
    page.goto(server.url + path)
    page.locator("input[list=known-actors]").first.press_sequentially("Kos")
    expect(page.locator("#known-actors option[value=XKX]")).to_have_count(1)

"""Pictures in a real browser: what is drawn, moved, chosen and taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

import pictures_ledger
from dragoman.web import Settings
from web.browsing import barriers
from web.conftest import NewPage, Server, serving

pytestmark = pytest.mark.slow

PICTURES = ("/timeline?actor=XKX", "/network", "/map?actor=XKX", "/money", "/events")
DRAWN = {
    "/timeline?actor=XKX": "#picture a.item",
    "/network": "#picture canvas",
    "/map?actor=XKX": "#picture a.tie",
    "/money": "#picture a.flow",
    "/events": "#picture rect.bar",
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("pictures") / "pictures.ledger"
    pictures_ledger.build(path)
    with serving(Settings(ledger=str(path))) as running:
        yield running


def opened(page: Page, server: Server, path: str) -> Page:
    page.goto(server.url + path)
    page.wait_for_selector(DRAWN[path.split("&")[0]])
    return page


def titles(page: Page, selector: str) -> list[str]:
    return [text or "" for text in page.locator(f"{selector} > title").all_text_contents()]


def test_the_timeline_draws_days_stretches_and_intervals(page: Page, server: Server) -> None:
    opened(page, server, "/timeline?actor=XKX")
    told = titles(page, "#picture a.item")
    assert any("2015-10-27: agreement, signed" in title for title in told)
    day = page.locator("#picture a.item.kind-relations circle.point")
    assert day.count() == 1
    assert page.locator("#picture a.item.kind-mission rect.interval").count() == 1
    assert page.locator("#picture a.item.kind-membership rect.stretch").count() == 1


def test_the_timeline_moves_and_zooms_by_keys_and_shows_everything_again(page: Page, server: Server) -> None:
    opened(page, server, "/timeline?actor=XKX")
    everything = page.locator("#picture a.item").count()
    page.focus("#picture svg")
    for _ in range(6):
        page.keyboard.press("+")
    fewer = page.locator("#picture a.item").count()
    assert 0 <= fewer < everything
    for _ in range(60):
        page.keyboard.press("ArrowLeft")
    assert any("1999-06 – 2010" in title for title in titles(page, "#picture a.item"))
    page.keyboard.press("0")
    assert page.locator("#picture a.item").count() == everything


def test_the_timeline_zooms_by_the_wheel_and_drags(page: Page, server: Server) -> None:
    opened(page, server, "/timeline?actor=XKX")
    before = page.locator("#picture text.quiet").all_text_contents()
    box = page.locator("#picture svg").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 40)
    for _ in range(5):
        page.mouse.wheel(0, -100)
    zoomed = page.locator("#picture text.quiet").all_text_contents()
    assert zoomed != before
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2 + 300, box["y"] + 40, steps=3)
    page.mouse.up()
    assert page.locator("#picture text.quiet").all_text_contents() != zoomed
    assert "/timeline" in page.url


@pytest.mark.parametrize("path", ["/timeline?actor=XKX", "/money", "/events"])
def test_letters_can_be_read_on_a_small_screen(page: Page, server: Server, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    opened(page, server, path)
    assert page.evaluate("12 * document.querySelector('#picture svg').getScreenCTM().a") >= 7.5
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert barriers(page) == []


def test_a_mark_leads_to_its_statement(page: Page, server: Server) -> None:
    opened(page, server, "/timeline?actor=XKX&kind=relations")
    page.locator("#picture a.item").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/statements/[0-9a-f]{16}"))


def test_kinds_and_years_narrow_the_timeline(page: Page, server: Server) -> None:
    opened(page, server, "/timeline?actor=XKX")
    page.locator("summary", has_text="Kinds").click()
    page.check("input[name=kind][value=meeting]")
    page.fill("input[name=since]", "2014")
    page.click("form.ask button.main")
    page.wait_for_selector("#picture a.item")
    assert page.locator("#picture a.item").count() == 2
    assert page.locator("#picture a.item:not(.kind-meeting)").count() == 0


_GRAPH = """() => {
  const cy = document.getElementById("picture")._cyreg.cy;
  const actor = (node) => node.data("actor");
  return {
    nodes: cy.nodes().map((node) => node.data("label")),
    edges: cy.edges().map((edge) => [...[actor(edge.source()), actor(edge.target())].sort(), edge.data("facts")]),
    route: cy.nodes(".route").map(actor),
  };
}"""
_TAP = """([a, b]) => {
  const cy = document.getElementById("picture")._cyreg.cy;
  const ends = (edge) => [edge.source().data("actor"), edge.target().data("actor")].sort().join();
  cy.edges().filter((edge) => ends(edge) === [a, b].sort().join()).emit("tap");
}"""


def test_the_network_draws_actors_and_their_ties(page: Page, server: Server) -> None:
    opened(page, server, "/network")
    graph = page.evaluate(_GRAPH)
    assert {"Kosovo", "Serbia", "European Union"} <= set(graph["nodes"])
    assert ["EU", "XKX", 3] in graph["edges"]


def test_a_tie_opens_its_statements(page: Page, server: Server) -> None:
    opened(page, server, "/network")
    page.evaluate(_TAP, ["USA", "XKX"])
    page.wait_for_selector("#panel article.statement")
    assert "The United States recognised Kosovo" in page.inner_text("#panel")
    assert page.locator("#panel h1").count() == 0


def test_a_narrowed_tie_opens_the_facts_that_it_was_drawn_from(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/network?actor=XKX&kind=meeting&since=2014")
    page.wait_for_selector("#picture canvas")
    page.evaluate(_TAP, ["MLT", "XKX"])
    page.wait_for_selector("#panel article.statement")
    assert "1 fact of the kind meeting that began from 2014" in page.inner_text("#panel")


def test_the_shortest_connection_is_told_and_drawn(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/network?actor=ISL&with=MLT")
    page.wait_for_selector("#picture canvas")
    assert page.locator("#route a.actor").all_text_contents() == ["Iceland", "Norway", "Serbia", "Kosovo", "Malta"]
    assert set(page.evaluate(_GRAPH)["route"]) == {"ISL", "NOR", "SRB", "XKX", "MLT"}


def test_the_map_draws_ties_small_states_and_contested_lines(page: Page, server: Server) -> None:
    opened(page, server, "/map?actor=XKX")
    assert page.locator("#picture a.tie[data-actor=USA] path.area").count() == 1
    assert "United States: 3 facts" in titles(page, "#picture a.tie[data-actor=USA]")[0]
    assert page.locator("#picture g.here path.about").count() == 1
    assert page.locator("#picture a.tie[data-actor=MLT] circle.dot").count() == 1
    assert page.locator("#picture a.tie[data-actor=TUV] circle.dot").count() == 1
    assert page.locator("#picture path.border.contested").get_attribute("d")
    assert "Crimea" in titles(page, "#picture path.piece")


def test_the_map_zooms_and_a_state_leads_to_what_ties_it(page: Page, server: Server) -> None:
    opened(page, server, "/map?actor=XKX")
    page.focus("#picture svg")
    page.keyboard.press("+")
    assert page.get_attribute("#picture svg", "viewBox") != "0 0 1000 500"
    page.keyboard.press("0")
    assert page.get_attribute("#picture svg", "viewBox") == "0 0 1000 500"
    assert page.locator("#picture a.tie[data-actor=SRB]").first.get_attribute("href") == "/network/tie?a=SRB&b=XKX"


def test_money_is_drawn_one_currency_at_a_time(page: Page, server: Server) -> None:
    opened(page, server, "/money")
    assert any(
        title == "European Union → Kosovo, Energy Fund: 30,000,000 EUR" for title in titles(page, "#picture a.flow")
    )
    assert any("over 10,000,000 EUR" in title for title in titles(page, "#picture a.flow"))
    page.select_option("select[name=unit]", "USD")
    page.click("form.ask button.main")
    page.wait_for_selector("#picture a.flow")
    assert titles(page, "#picture a.flow") == ["United States → Kosovo, no programme named: 5,000,000 USD"]


def test_events_are_counted_by_type_and_year(page: Page, server: Server) -> None:
    opened(page, server, "/events")
    assert "CONSULT 2014: 2" in titles(page, "#picture rect.bar")


@pytest.mark.parametrize("path", PICTURES)
def test_pictures_are_taken_away_as_svg_png_and_csv(page: Page, server: Server, path: str, tmp_path: Path) -> None:
    opened(page, server, path)
    saved = {}
    for label in ("SVG", "PNG", "CSV"):
        with page.expect_download() as download:
            page.locator("#toolbar").get_by_text(label, exact=True).click()
        saved[label] = tmp_path / download.value.suggested_filename
        download.value.save_as(saved[label])
    svg = saved["SVG"].read_text("utf-8")
    assert svg.startswith("<svg")
    assert "class=" not in svg
    assert "var(" not in svg
    assert "<script" not in svg
    assert len(re.findall("<(?:path|rect|circle|line)", svg)) > 5
    image = saved["PNG"].read_bytes()
    assert image.startswith(b"\x89PNG")
    assert len(image) > 3000
    assert saved["CSV"].name.endswith(".csv")
    assert len(saved["CSV"].read_text("utf-8").splitlines()) > 2


@pytest.mark.parametrize("path", PICTURES)
def test_pictures_have_no_barriers_in_light_and_dark(page: Page, server: Server, path: str) -> None:
    opened(page, server, path)
    page.locator("#table > summary").click()
    assert barriers(page) == []


def test_hostile_names_stay_text(page: Page, server: Server, console_errors: list[str]) -> None:
    for path in PICTURES:
        opened(page, server, path)
        assert page.title().endswith("– Dragoman")
        assert page.locator("#picture script, #table script").count() == 0
    opened(page, server, "/money")
    assert any("<script>" in title for title in titles(page, "#picture a.flow"))
    assert console_errors == []
    page.goto(f'{server.url}/timeline?actor=<img src=x onerror="document.title=1">')
    assert page.title().endswith("– Dragoman")
    console_errors.clear()  # the browser reports that this actor is not found


def test_without_a_script_the_table_is_there(server: Server, new_page: NewPage) -> None:
    plain = new_page(scripts=False)
    for path in PICTURES:
        plain.goto(server.url + path)
        plain.locator("#table > summary").click()
        assert plain.locator("#table tbody tr").first.is_visible()


def test_before_an_actor_is_chosen_there_are_some_to_choose_from(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/timeline")
    page.locator(".columns a", has_text="Kosovo").first.click()
    page.wait_for_selector("#picture a.item")

"""Documents that try to do something: script in names, titles, quotes, addresses. Nothing of it may run or break."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.records import Known
from dragoman.web import Settings
from dragoman.web.links import actor_url, document_url, dyad_url, instrument_url, statement_url
from ledger_samples import document, reading, said
from web.conftest import Server, serving

BAD = "<script>window.broken=1</script>"
EVIL = f'"><img src=x onerror="window.broken=1">{BAD}'
ACTOR = f"SRB/{EVIL}"
OTHER = f"/../..//{BAD}?x=1#y"
QUOTE = f"{BAD} met </mark></a> {{{{ 7*7 }}}} & «her» \u202e"
THING = f"{EVIL}{{% raw %}}"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    path = tmp_path_factory.mktemp("hostile") / "hostile.ledger"
    with Ledger.open(path) as ledger:
        page = document("bad-<b>", f"Before. {QUOTE}. After.", date="2020", publisher=EVIL, url="javascript:alert(1)")
        told = said(page, QUOTE, "meeting", "held", object=THING, date="2019")
        from dataclasses import replace

        told = replace(told, source=(ACTOR,), target=(OTHER,), by=(f"USA/{BAD}",))
        page = replace(page, title=Known(EVIL, EVIL), warnings=(BAD,))
        ledger.add(page, reading(told, reader="plain-1"))
    with serving(Settings(ledger=str(path))) as running:
        yield running


@pytest.fixture(scope="module")
def addresses(hostile: Server) -> list[str]:
    with Ledger.open(hostile.ledger) as ledger:
        (found,) = queries.statements(ledger).statements
    return [
        "/",
        "/actors",
        actor_url(ACTOR),
        actor_url(OTHER),
        dyad_url(ACTOR, OTHER),
        "/instruments",
        instrument_url(THING),
        "/documents",
        document_url(found.document_id, found.id),
        statement_url(found.id),
        f"/search?q={quote(BAD)}",
        "/search?q=met&in=text",
        f"/search?actor={quote(ACTOR)}&publisher={quote(EVIL)}",
        f"/contradictions?actor={quote(ACTOR)}",
    ]


@pytest.mark.slow
def test_every_page_shows_it_as_text(hostile: Server, addresses: list[str]) -> None:
    with hostile.client() as client:
        for address in addresses:
            page = client.get(address)
            assert page.status_code == 200, address
            for part in ("<script>window", "<img src=x", 'href="javascript:', "49 &amp;"):
                assert part not in page.text, (address, part)


@pytest.mark.slow
def test_a_browser_runs_nothing_of_it_and_follows_its_links(hostile: Server, addresses: list[str], page: Page) -> None:
    for address in addresses:
        page.goto(hostile.url + address)
        assert page.evaluate("window.broken") is None, address
    page.goto(hostile.url + "/actors")
    page.get_by_role("link", name=OTHER.removeprefix("/")).first.click()
    assert page.get_by_role("heading", level=1).inner_text() == OTHER.removeprefix("/")

"""The first page, error pages, and what every page has."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from dragoman import queries
from dragoman.ledger import Ledger, decisions
from dragoman.records import Skipped
from dragoman.web import Settings
from ledger_samples import plan
from web.conftest import serving

PAGES = ("/", "/actors", "/instruments", "/documents", "/search?q=Kosovo", "/contradictions", "/dyad", "/actors/XKX")


def test_the_first_page_shows_what_is_new_what_is_covered_and_what_needs_review(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    for part in ("What is new", "Coverage", "What needs review", "Publishers"):
        assert part in page.text
    assert len(page.content) < 100_000


def test_an_empty_ledger_says_how_to_fill_it(tmp_path: Path) -> None:
    with serving(Settings(ledger=str(tmp_path / "new.ledger"))) as server, server.client() as client:
        for path in PAGES[:-1]:
            assert client.get(path).status_code == 200
        assert "The ledger is empty" in client.get("/").text


def test_one_thing_is_told_in_the_singular(tmp_path: Path) -> None:
    path = tmp_path / "one.ledger"
    with Ledger.open(path) as ledger:
        ledger.skip(Skipped("a.pdf", "damaged", "save it again"))
        ledger.add(*plan())
        first = next(queries.every(ledger)).id
        decisions.confirm(ledger, first, who="ana")
    with serving(Settings(ledger=str(path))) as server, server.client() as client:
        assert "1 decision by people. 1 input could not be read." in client.get("/").text


def test_what_is_not_there_gets_a_page_that_says_so(client: httpx.Client) -> None:
    page = client.get("/nowhere/<script>alert(1)</script>")
    assert page.status_code == 404
    assert "<script>alert" not in page.text
    assert "Not here" in page.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_landmarks_a_title_and_no_inline_code(client: httpx.Client, path: str) -> None:
    text = client.get(path).text
    for part in ('<html lang="en"', "<title>", '<a class="skip" href="#main">', '<main id="main"', "<h1>"):
        assert part in text, part
    for part in ("style=", "<style", "onclick", "javascript:"):
        assert part not in text, part
    assert text.count("<h1") == 1


def test_the_choice_of_colours_is_kept_in_a_cookie(client: httpx.Client) -> None:
    client.cookies.set("theme", "dark")
    assert 'data-theme="dark"' in client.get("/").text
    client.cookies.set("theme", "><script>")
    assert "data-theme" not in client.get("/").text


@pytest.mark.parametrize(
    "path", ["/search?q=a&kind=x&kind=y", "/actors?page=-5", "/actors?page=99999999", "/documents?cursor=%03"]
)
def test_odd_requests_get_an_answer(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 200


def test_numbers_that_are_none_are_refused_with_a_page(client: httpx.Client) -> None:
    page = client.get("/actors?page=many")
    assert page.status_code == 400
    assert "That cannot be asked" in page.text


@pytest.mark.parametrize(
    ("path", "leads"),
    [
        ("/actors/Atlantis", "/actors?q=Atlantis"),
        ("/network?actor=Atlantis", "/actors?q=Atlantis"),
        ("/timeline?actor=New+%22Atlantis", "/actors?q=New+%22Atlantis"),
        ("/statements/zz", "/search"),
    ],
)
def test_an_error_leads_to_a_page_and_not_to_a_command(client: httpx.Client, path: str, leads: str) -> None:
    page = client.get(path)
    assert page.status_code == 404
    assert f'<a href="{leads}">Look' in page.text or f'<a href="{leads}">Search' in page.text
    assert "`dragoman" not in page.text

"""Statements that disagree, side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import contradicting_samples
from dragoman.ledger import Ledger
from dragoman.web import Settings
from web.browsing import barriers
from web.conftest import Server, serving


@pytest.fixture
def told(sqlite_template: Path, tmp_path: Path) -> Path:
    path = tmp_path / "told.ledger"
    path.write_bytes(sqlite_template.read_bytes())
    with Ledger.open(path) as ledger:
        contradicting_samples.fill(ledger)
    return path


@pytest.fixture
def running(told: Path) -> Iterator[Server]:
    with serving(Settings(ledger=str(told))) as server:
        yield server


def test_the_page_shows_both_sides_with_their_sources(running: Server) -> None:
    with running.client() as client:
        page = client.get("/contradictions", params={"actor": "EU", "other": "Kosovo"})
        assert page.status_code == 200
        assert "Different dates" in page.text
        assert "They signed it in October 2015" in page.text
        assert "They signed it in May 2014" in page.text
        assert page.text.count("says 1 passage in 1 document") == 2
        assert "<h3" not in page.text, "no step is left out between headings"
        assert client.get("/contradictions").text.count('class="against"') == 5
        assert client.get("/contradictions", params={"field": "date"}).text.count('class="against"') == 3
        assert client.get("/contradictions", params={"field": "gossip"}).status_code == 400
        assert client.get("/contradictions", params={"cursor": "no cursor"}).status_code == 200


@pytest.mark.slow
def test_the_page_has_no_serious_barrier(running: Server, page: Page) -> None:
    page.goto(f"{running.url}/contradictions")
    expect(page.locator(".against")).to_have_count(5)
    assert barriers(page) == []

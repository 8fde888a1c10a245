"""The first page."""

from __future__ import annotations

import httpx


def test_the_first_page_shows_what_the_ledger_covers(client: httpx.Client) -> None:
    page = client.get("/")
    assert page.status_code == 200
    assert "Coverage" in page.text


def test_what_is_not_there_gets_a_page_that_says_so(client: httpx.Client) -> None:
    page = client.get("/nowhere/<script>")
    assert page.status_code == 404
    assert "<script>alert" not in page.text
    assert "Not here" in page.text

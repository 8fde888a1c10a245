"""Search over statements and full text."""

from __future__ import annotations

import httpx
import pytest


def test_words_find_statements_with_facets_and_lead_to_the_actor(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "Kosovo"})
    assert page.status_code == 200
    assert 'href="/actors/XKX"' in page.text
    assert "<h2>Kind</h2>" in page.text
    assert "<h2>Publisher</h2>" in page.text


def test_a_search_can_be_narrowed_by_kind_actor_and_date(client: httpx.Client) -> None:
    given = {"q": "agreement", "kind": "agreement", "actor": "Kosovo", "since": "2013", "until": "2016"}
    page = client.get("/search", params=given)
    assert page.status_code == 200
    assert 'class="kind kind-membership"' not in page.text.split('role="status"')[1]


def test_without_words_a_filter_is_enough(client: httpx.Client) -> None:
    page = client.get("/search", params={"actor": "SRB"})
    assert 'class="statement"' in page.text


def test_pages_follow_each_other_without_repeating_a_statement(client: httpx.Client) -> None:
    import re

    seen: list[str] = []
    address = "/search?actor=SRB"
    for _ in range(3):
        page = client.get(address).text
        seen += re.findall(r'data-statement="(\w+)"', page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        if following is None:
            break
        address = following.group(1).replace("&amp;", "&")
    assert len(seen) == len(set(seen)) > 10


def test_full_text_shows_passages(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "Kosovo", "in": "text"})
    assert "Full text" in page.text
    assert 'class="quote"' in page.text


@pytest.mark.parametrize(
    "q",
    ["", " ", '"', "'; DROP TABLE statement; --", "*", "\x00", "NEAR(", "<script>alert(1)</script>", "%", "a" * 5000],
)
def test_any_text_can_be_searched_for(client: httpx.Client, q: str) -> None:
    for within in ("statements", "text"):
        page = client.get("/search", params={"q": q, "in": within})
        assert page.status_code == 200
        assert "<script>alert" not in page.text


@pytest.mark.parametrize("given", [{"since": "yesterday"}, {"min_confidence": "high"}])
def test_what_cannot_be_asked_is_said(client: httpx.Client, given: dict[str, str]) -> None:
    page = client.get("/search", params={"q": "Kosovo"} | given)
    assert page.status_code == 400
    assert "That cannot be asked" in page.text


def test_unknown_kinds_and_cursors_find_nothing_and_break_nothing(client: httpx.Client) -> None:
    for given in (
        {"kind": "gossip"},
        {"actor": "Atlantis"},
        {"q": "Kosovo", "cursor": "x'"},
        {"actor": "SRB", "cursor": "\x03"},
    ):
        assert client.get("/search", params=given).status_code == 200

"""Pages of pairs of actors."""

from __future__ import annotations

import httpx


def test_a_pair_has_relations_instruments_and_counts(client: httpx.Client) -> None:
    page = client.get("/dyad", params={"a": "EU", "b": "XKX"})
    assert page.status_code == 200
    assert "Instruments by stage" in page.text
    assert "Events by type" in page.text


def test_names_lead_to_codes(client: httpx.Client) -> None:
    page = client.get("/dyad", params={"a": "Kosovo", "b": "European Union"})
    assert (page.status_code, page.headers["location"]) == (307, "/dyad?a=XKX&b=EU")


def test_one_actor_is_no_pair(client: httpx.Client) -> None:
    assert client.get("/dyad", params={"a": "EU", "b": "EU"}).status_code == 404


def test_without_names_it_asks_for_them(client: httpx.Client) -> None:
    assert "Two actors" in client.get("/dyad").text


def test_a_kind_has_a_page_of_its_own(client: httpx.Client) -> None:
    page = client.get("/dyad", params={"a": "EU", "b": "XKX", "kind": "agreement"})
    assert "Instruments of European Union and Kosovo" in page.text

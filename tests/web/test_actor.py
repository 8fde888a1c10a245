"""Pages of actors."""

from __future__ import annotations

import httpx


def test_an_actor_has_its_memberships_instruments_and_sources_on_one_page(client: httpx.Client) -> None:
    page = client.get("/actors/XKX")
    assert page.status_code == 200
    for part in ("<h1>Kosovo</h1>", 'id="membership"', 'id="agreement"', 'id="sources"', "Together with"):
        assert part in page.text


def test_a_name_in_any_language_leads_to_the_actor(client: httpx.Client) -> None:
    page = client.get("/actors/Srbija")
    assert (page.status_code, page.headers["location"]) == (307, "/actors/SRB")


def test_an_actor_that_nobody_names_is_not_here(client: httpx.Client) -> None:
    assert client.get("/actors/Atlantis").status_code == 404


def test_a_section_has_a_page_of_its_own(client: httpx.Client) -> None:
    page = client.get("/actors/XKX", params={"kind": "agreement"})
    assert "Instruments of Kosovo" in page.text
    assert client.get("/actors/XKX", params={"kind": "gossip"}).status_code == 400


def test_actors_are_listed_and_found_by_the_beginning_of_their_name(client: httpx.Client) -> None:
    assert 'href="/actors/XKX"' in client.get("/actors").text
    found = client.get("/actors", params={"q": "sr"})
    assert 'href="/actors/SRB"' in found.text
    assert 'href="/actors/XKX"' not in found.text

"""The first page and the sides of an actor's page, for programs."""

from __future__ import annotations

import httpx
import pytest

from dragoman.ledger import Ledger
from dragoman.queries.news import coverage, newest_documents, newest_statements
from web.conftest import Server

API = "/api/v1"


def test_coverage_is_that_of_the_first_page(client: httpx.Client, server: Server) -> None:
    told = client.get(f"{API}/coverage").json()
    with Ledger.open(server.ledger) as ledger:
        expected = coverage(ledger)
    assert [(one["kind"], one["statements"]) for one in told["kinds"]] == list(expected.kinds)
    assert [(one["publisher"], one["documents"]) for one in told["publishers"]][:12] == list(expected.publishers)
    assert [(one["language"], one["documents"]) for one in told["languages"]][:12] == list(expected.languages)
    assert (told["statements"], told["sources"]) == (expected.statements, expected.sources)
    assert len(client.get(f"{API}/coverage", params={"limit": 1}).json()["publishers"]) == 1


@pytest.mark.parametrize("name", ["documents", "statements"])
def test_what_is_new_comes_last_added_first(client: httpx.Client, server: Server, name: str) -> None:
    with Ledger.open(server.ledger) as ledger:
        documents = [one.document_id for one in newest_documents(ledger, limit=30)]
        statements = [one.id for one in newest_statements(ledger, limit=30)]
    expected = documents if name == "documents" else statements
    listed: list[str] = []
    params: dict[str, str | int] = {"limit": 7}
    while len(listed) < 30:
        body = client.get(f"{API}/new/{name}", params=params).json()
        listed += [one["id"] for one in body[name]]
        if body["next"] is None:
            break
        params["cursor"] = body["next"]
    assert listed[:30] == expected
    assert len(listed) > 7


def test_an_actor_has_its_entry_sources_and_partners(client: httpx.Client) -> None:
    page = client.get("/actors/XKX").text
    entry = client.get(f"{API}/actors/directory", params={"actor": "Kosovo"}).json()
    assert (entry["code"], entry["name"], entry["contested"]) == ("XKX", "Kosovo", True)
    assert f"<dd>{entry['kind']}</dd>" in page
    nato = client.get(f"{API}/actors/directory", params={"actor": "NATO"}).json()
    assert (entry["seat"], nato["seat"]) == (None, "Brussels")
    assert "<dt>Seat</dt><dd>Brussels</dd>" in client.get("/actors/NATO").text
    told = client.get(f"{API}/actors/sources", params={"actor": "Kosovo"}).json()
    assert told["actor"] == "XKX"
    assert told["counted"] == sum(one["statements"] for one in told["sources"]) > 0
    first = client.get(f"{API}/actors/sources", params={"actor": "Kosovo", "limit": 1}).json()
    assert first["sources"] == told["sources"][:1]
    assert first["next"] is not None
    partners = client.get(f"{API}/actors/partners", params={"actor": "Kosovo"}).json()["partners"]
    assert "EU" in partners
    assert all(f"/dyad?a=XKX&amp;b={partner}" in page for partner in partners if partner.isalpha())
    for path in ("directory", "sources", "partners"):
        missing = client.get(f"{API}/actors/{path}", params={"actor": "Atlantis"})
        assert (missing.status_code, missing.headers["content-type"]) == (404, "application/problem+json")

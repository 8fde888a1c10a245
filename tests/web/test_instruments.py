"""Pages of instruments and programmes."""

from __future__ import annotations

import httpx
import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.web.links import instrument_url
from web.conftest import Server


@pytest.fixture(scope="module")
def name(server: Server) -> str:
    with Ledger.open(server.ledger) as ledger:
        found = queries.statements(ledger, Filter(kinds=("agreement",), since="1990"), limit=100).statements
    return next(f.statement.object for f in found if f.statement.object)


def test_an_instrument_is_drawn_with_the_same_facts_in_a_table(client: httpx.Client, name: str) -> None:
    page = client.get(instrument_url(name))
    assert page.status_code == 200
    assert page.text.count('class="point"') > 0
    assert "Each fact with its date and who says so" in page.text


def test_instruments_are_found_by_words_of_their_names(client: httpx.Client) -> None:
    page = client.get("/instruments", params={"q": "Associ"})
    assert "Association Agreement" in page.text
    assert client.get("/instruments").status_code == 200


def test_numbers_that_rest_on_some_statements_say_so(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Counted over" not in client.get("/instruments").text
    monkeypatch.setattr("dragoman.queries.lifecycle.MOST", 2)
    assert "Counted over the 2 statements that were read last" in client.get("/instruments").text
    told = client.get("/api/v1/instruments").json()
    assert (told["counted"], told["at_least"]) == (2, True)
    found = client.get("/api/v1/instruments", params={"q": "Association Agreement"}).json()
    assert (found["counted"] > 2, found["at_least"]) == (True, False)
    assert "Counted over" not in client.get("/instruments", params={"q": "Association Agreement"}).text


def test_what_nobody_names_is_not_here(client: httpx.Client) -> None:
    assert client.get("/instruments", params={"name": "Treaty of Nowhere"}).status_code == 404


def test_a_party_narrows_it(client: httpx.Client, name: str) -> None:
    assert client.get("/instruments", params={"name": name, "party": "Atlantis"}).status_code == 200

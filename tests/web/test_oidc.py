"""Login by OpenID Connect against a real provider over HTTP, honest and dishonest."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey
from playwright.sync_api import Page, expect

from dragoman.web import Settings
from dragoman.web.accounts.store import Accounts
from dragoman.web.settings import Oidc
from web.conftest import Server, running_app, serving
from web.provider import CLIENT, SECRET, Provider
from web.teams import PASSWORD, logged_in

pytestmark = pytest.mark.slow


@pytest.fixture
def provider() -> Provider:
    return Provider()


@pytest.fixture
def issuer(provider: Provider) -> Iterator[str]:
    with running_app(provider.app()) as url:
        yield url


@pytest.fixture
def joined(ledger_copy: Path, issuer: str) -> Iterator[Server]:
    """A team whose people log in at the provider; Ana has a password."""
    with Accounts(str(ledger_copy)) as accounts:
        accounts.add("Ana", "admin", PASSWORD, by="test")
    oidc = Oidc(issuer, CLIENT, SECRET, role="reviewer")
    with serving(Settings(ledger=str(ledger_copy), team=True, oidc=oidc)) as running:
        yield running


def logged_in_there(server: Server, client: httpx.Client, asked: str = "/review") -> httpx.Response:
    """The way to the provider and back, as a browser goes it."""
    answer = client.get("/login/oidc", params={"next": asked})
    for _ in range(2):
        answer = client.get(answer.headers["location"])
    return answer


def test_somebody_new_gets_an_account_and_the_page_that_was_asked_for(page: Page, joined: Server) -> None:
    page.goto(f"{joined.url}/review")
    page.get_by_role("link", name="Log in with 127.0.0.1").click()
    page.wait_for_url(f"{joined.url}/review")
    expect(page.get_by_role("link", name="Jana")).to_be_visible()
    with Accounts(joined.ledger) as accounts:
        assert [(a.name, a.role, a.password) for a in accounts.all()] == [
            ("Ana", "admin", True),
            ("Jana", "reviewer", False),
        ]
        assert [line.action for line in accounts.audit(limit=2)][1] == "account added"


def test_the_same_subject_comes_back_to_the_same_account_under_any_name(joined: Server, provider: Provider) -> None:
    for name in ("Jana", "Jana Nova"):
        provider.claims["preferred_username"] = name
        with joined.client() as client:
            assert logged_in_there(joined, client).headers["location"] == "/review"
            assert "<h1>Jana</h1>" in client.get("/account").text


def test_a_name_of_the_provider_does_not_open_the_account_of_that_name(joined: Server, provider: Provider) -> None:
    provider.claims["preferred_username"] = "ana"
    with joined.client() as client:
        answer = logged_in_there(joined, client)
        assert answer.status_code == 401
        assert client.get("/admin").status_code == 303


@pytest.mark.parametrize(
    "instead",
    [
        {"nonce": "another"},
        {"aud": "another client"},
        {"iss": "https://evil.example"},
        {"exp": int(time.time()) - 3600},
        {"sub": ""},
    ],
)
def test_a_token_that_says_something_else_is_refused(
    joined: Server, provider: Provider, instead: dict[str, Any]
) -> None:
    provider.instead = instead
    with joined.client() as client:
        assert logged_in_there(joined, client).status_code == 401
        assert client.get("/account").status_code == 303


def test_a_token_signed_by_somebody_else_is_refused(joined: Server, provider: Provider) -> None:
    provider.sign_with = RSAKey.generate_key(2048, {"kid": "1"})
    with joined.client() as client:
        assert logged_in_there(joined, client).status_code == 401


def test_a_refusal_at_the_provider_is_told(joined: Server, provider: Provider) -> None:
    provider.refuses = True
    with joined.client() as client:
        assert logged_in_there(joined, client).status_code == 401


def test_an_answer_that_nobody_asked_for_is_refused(joined: Server) -> None:
    """Somebody else's code, sent to a victim so that they work under the sender's account."""
    with joined.client() as attacker, joined.client() as victim:
        answer = attacker.get("/login/oidc")
        callback = attacker.get(answer.headers["location"]).headers["location"]
        assert victim.get(callback).status_code == 401
        assert victim.get("/account").status_code == 303


def test_a_code_works_once(joined: Server) -> None:
    with joined.client() as client:
        callback = client.get(client.get("/login/oidc").headers["location"]).headers["location"]
        assert client.get(callback).status_code == 303
        client.cookies.delete("dragoman")
        assert client.get(callback).status_code == 401


def test_a_closed_account_stays_out(joined: Server) -> None:
    with joined.client() as client:
        logged_in_there(joined, client)
        with logged_in(joined, "Ana") as ana:
            assert ana.post("/admin/accounts/2", data={"action": "close"}).status_code == 303
        assert client.get("/review").status_code == 303
        assert logged_in_there(joined, client).status_code == 401


def test_without_a_role_for_newcomers_nobody_is_added(ledger_copy: Path, issuer: str) -> None:
    oidc = Oidc(issuer, CLIENT, SECRET, role="")
    with serving(Settings(ledger=str(ledger_copy), team=True, oidc=oidc)) as server, server.client() as client:
        assert "ask an admin" in logged_in_there(server, client).text


def test_a_provider_that_is_away_is_told(ledger_copy: Path) -> None:
    oidc = Oidc("http://127.0.0.1:9", CLIENT, SECRET)
    with serving(Settings(ledger=str(ledger_copy), team=True, oidc=oidc)) as server, server.client() as client:
        answer = client.get("/login/oidc")
        assert answer.status_code == 503
        assert "login provider" in answer.text


def test_it_is_not_there_unless_it_is_set_up(team: Server) -> None:
    with team.client() as client:
        assert client.get("/login/oidc").status_code == 404
        assert client.get("/login/oidc/callback").status_code == 404
        assert "Log in with" not in client.get("/login").text

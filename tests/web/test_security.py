"""What protects every page: headers, names, places, forged requests, sizes."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute

from dragoman.errors import InvalidRecord
from dragoman.web import Settings, create_app
from dragoman.web.accounts import unsent
from dragoman.web.accounts.csrf import checked_csrf
from dragoman.web.accounts.store import Accounts
from dragoman.web.security import HEADERS, Security, is_loopback
from web.conftest import Server, serving
from web.teams import PASSWORD, token_of

READING = {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/keys.js", "/review", "/api/v1/openapi.json"])
@pytest.mark.slow
def test_every_answer_has_the_headers(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8765", "[::1]:8765", "LOCALHOST"])
def test_this_machine_goes_by_its_own_names(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "evil@127.0.0.1", "192.0.2.1", "[", ""]
)
def test_a_name_that_somebody_pointed_here_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code in (400, 421)


def test_no_host_at_all_is_refused(server: Server) -> None:
    address = httpx.URL(server.url)
    with socket.create_connection((address.host, address.port or 0), 5) as raw:
        raw.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert b" 421 " in raw.recv(200)


def routes_that_change(app: object) -> Iterator[APIRoute]:
    for route in _routes(getattr(app, "routes", [])):
        if not set(route.methods or ()) <= READING:
            yield route


def _routes(found: object) -> Iterator[APIRoute]:
    for route in found:  # type: ignore[attr-defined]
        if isinstance(route, APIRoute):
            yield route
        else:
            yield from _routes(
                getattr(route, "routes", None) or getattr(getattr(route, "original_router", None), "routes", [])
            )


def test_every_route_that_changes_something_checks_the_token(server: Server) -> None:
    changing = list(routes_that_change(server.app))
    assert changing
    # A form of an ended session has no token that is worth anything; it is kept, and nothing is changed.
    changing = [r for r in changing if r.path != unsent.KEEP]
    unchecked = [r.path for r in changing if all(d.call is not checked_csrf for d in r.dependant.dependencies)]
    assert unchecked == []


@pytest.fixture
def decision(changing: Server) -> Iterator[tuple[httpx.Client, str, dict[str, str]]]:
    """A client with the cookie for forms, the path of a decision, and its form."""
    with changing.client() as client:
        page = client.get("/review")
        statement = page.text.split('data-decide="')[1].split('"')[0]
        form = {"csrf": token_of(page), "action": "confirm", "seen": "0"}
        yield client, f"/review/statements/{statement}", form


Decision = tuple[httpx.Client, str, dict[str, str]]


def test_a_form_with_its_token_is_taken(decision: Decision) -> None:
    client, path, form = decision
    assert client.post(path, data=form).status_code == 303


@pytest.mark.parametrize("token", [None, "", "x", "x" * 43, "ü"])
def test_a_form_without_its_token_is_refused(decision: Decision, token: str | None) -> None:
    client, path, form = decision
    form.pop("csrf")
    assert client.post(path, data=form | ({} if token is None else {"csrf": token})).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
@pytest.mark.slow
def test_a_form_of_another_site_is_refused_even_with_the_token(decision: Decision, headers: dict[str, str]) -> None:
    client, path, form = decision
    assert client.post(path, data=form, headers=headers).status_code == 403


def test_a_token_without_its_cookie_is_refused(decision: Decision) -> None:
    client, path, form = decision
    client.cookies.clear()
    assert client.post(path, data=form).status_code == 403


def test_a_form_may_not_be_huge(decision: Decision) -> None:
    client, path, form = decision
    assert client.post(path, data=form | {"why": "x" * 2_000_000}).status_code == 413

    def pieces() -> Iterator[bytes]:
        yield b"why="
        for _ in range(40):
            yield b"x" * 100_000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post(path, content=pieces(), headers=kind).status_code == 413
    for other in ("application/json", "text/plain"):
        assert client.post(path, content=b"x" * 2_000_000, headers={"content-type": other}).status_code == 413


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("::", False),
        ("192.0.2.1", False),
        ("example.org", False),
        ("", False),
    ],
)
def test_which_addresses_are_this_machine(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback


def test_without_accounts_only_this_machine_may_ask(tmp_path: Path) -> None:
    with pytest.raises(InvalidRecord, match="--team"):
        create_app(Settings(ledger=str(tmp_path / "x.ledger"), host="0.0.0.0"))


def test_a_team_without_an_account_is_not_served_to_others(tmp_path: Path) -> None:
    settings = Settings(ledger=str(tmp_path / "x.ledger"), host="0.0.0.0", team=True)
    with pytest.raises(InvalidRecord, match="dragoman accounts add"):
        create_app(settings)
    with Accounts(settings.ledger) as accounts:
        accounts.add("Ana", "admin", PASSWORD, by="test")
    create_app(settings)


def test_another_machine_is_refused_even_where_the_port_is_open_to_it() -> None:
    security = Security(lambda *_: None, Settings(ledger="x"))  # type: ignore[arg-type]
    scope = {"type": "http", "scheme": "http", "path": "/", "headers": [(b"host", b"localhost")]}
    assert security._refusal(scope | {"client": ("127.0.0.1", 1)}) is None
    refusal = security._refusal(scope | {"client": ("192.0.2.1", 1)})
    assert refusal is not None
    assert refusal.status_code == 403


def test_behind_a_proxy_cookies_are_for_https_and_addresses_are_the_proxys(ledger_copy: Path) -> None:
    with Accounts(str(ledger_copy)) as accounts:
        accounts.add("Ana", "admin", PASSWORD, by="test")
    settings = Settings(ledger=str(ledger_copy), team=True, public_url="https://ledger.example.org")
    with serving(settings) as server, server.client() as client:
        client.headers.update({"host": "ledger.example.org", "x-forwarded-for": "203.0.113.7, 198.51.100.9"})
        page = client.get("/login")
        assert page.headers["strict-transport-security"]
        assert page.headers["set-cookie"].startswith("__Host-dragoman-form=")
        assert "Secure" in page.headers["set-cookie"]
        cookie = page.headers["set-cookie"].split(";")[0]
        form = {"csrf": token_of(page), "name": "Ana", "password": PASSWORD}
        answer = client.post("/login", data=form, headers={"cookie": cookie, "origin": "https://ledger.example.org"})
        assert answer.headers["set-cookie"].startswith("__Host-dragoman=")
        assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    with Accounts(str(ledger_copy)) as accounts:
        assert accounts.audit()[0].address == "198.51.100.9"


@pytest.mark.parametrize("path", ["/", "/actors/NATO", "/api/v1/summary", "/static/dragoman.css", "/nowhere"])
def test_head_is_answered_as_get_without_the_body(client: httpx.Client, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]

"""A team of four for the tests: an admin, two reviewers and a reader, and how they log in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
from playwright.sync_api import Page, expect

from dragoman.web.accounts.store import Accounts
from dragoman.web.state import Role

if TYPE_CHECKING:
    from web.conftest import Server

PASSWORD = "a horse, a battery and a staple"
TEAM: tuple[tuple[str, Role], ...] = (("Ana", "admin"), ("Vera", "reviewer"), ("Ivo", "reviewer"), ("Lea", "reader"))


def found(ledger: str) -> None:
    """Give a ledger its team."""
    with Accounts(ledger) as accounts:
        for name, role in TEAM:
            accounts.add(name, role, PASSWORD, by="test")


def token_of(page: httpx.Response) -> str:
    """The token that the forms of a page send back."""
    match = re.search(r'name="csrf-token" content="([^"]+)"', page.text)
    assert match is not None
    return match[1]


@contextmanager
def logged_in(server: Server, name: str, password: str = PASSWORD) -> Iterator[httpx.Client]:
    """A client with a session, which sends its token with every request as a page's script does."""
    with server.client() as client:
        form = {"csrf": token_of(client.get("/login")), "name": name, "password": password}
        assert client.post("/login", data=form).status_code == 303
        client.headers["x-csrf-token"] = token_of(client.get("/account"))
        yield client


def log_in(page: Page, server: Server, name: str, path: str = "/review") -> None:
    """Log in by the keyboard; the page that was asked for opens afterwards."""
    page.goto(server.url + path)
    expect(page.locator("input[name=name]")).to_be_focused()  # keys before that go nowhere
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server.url}{path}")

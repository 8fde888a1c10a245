"""A real server on a free port, on a ledger built from the samples; a browser, whose pages may not complain."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import httpx
import pytest
import uvicorn
from argon2 import PasswordHasher
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, expect

from dragoman import pipeline
from dragoman.reading.rules import RulesReader
from dragoman.web import Settings, create_app
from dragoman.web.accounts import passwords
from dragoman.web.connections import HeadersInTime
from web import teams
from web.browsing import chromium, watch


class NewPage(Protocol):
    def __call__(self, *, scripts: bool = True) -> Page: ...


SAMPLES = Path(__file__).parents[2] / "samples" / "documents"


@dataclass(frozen=True)
class Server:
    """A running server: where it answers, and the ledger under it."""

    url: str
    ledger: str
    app: FastAPI

    def client(self, **options: object) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=30, verify=False, **options)  # type: ignore[arg-type]


@contextmanager
def running_app(app: FastAPI) -> Iterator[str]:
    """Run an application in a thread on a free port of loopback until the block ends; gives its address."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(app, http=HeadersInTime, log_level="warning", timeout_graceful_shutdown=5)
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        for _ in range(400):
            if running.started:
                break
            time.sleep(0.025)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join(15)
        listening.close()


@contextmanager
def serving(settings: Settings) -> Iterator[Server]:
    """Serve a ledger until the block ends."""
    app = create_app(settings)
    with running_app(app) as url:
        yield Server(url, settings.ledger, app)


@pytest.fixture(scope="session")
def sample_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built once from the samples by the plain reader; copy it (`ledger_copy`) to change it."""
    path = tmp_path_factory.mktemp("web") / "samples.ledger"
    pipeline.build([str(SAMPLES)], str(path), workers=0, reader=RulesReader())
    return path


@pytest.fixture
def ledger_copy(sample_ledger: Path, tmp_path: Path) -> Path:
    """A ledger of its own for a test that changes it."""
    return Path(shutil.copy(sample_ledger, tmp_path / "copy.ledger"))


@pytest.fixture(scope="session")
def server(sample_ledger: Path) -> Iterator[Server]:
    """One local server for all tests that only look."""
    with serving(Settings(ledger=str(sample_ledger))) as running:
        yield running


@pytest.fixture
def changing(ledger_copy: Path) -> Iterator[Server]:
    """A local server of its own for a test that changes the ledger."""
    with serving(Settings(ledger=str(ledger_copy))) as running:
        yield running


@pytest.fixture
def client(server: Server) -> Iterator[httpx.Client]:
    with server.client() as opened:
        yield opened


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
    expect.set_options(timeout=20_000)  # a busy machine is no fault of a page
    with chromium() as started:
        yield started


@pytest.fixture
def console_errors() -> Iterator[list[str]]:
    """What pages complained about. A test that provokes complaints looks at them and clears the list."""
    errors: list[str] = []
    yield errors
    assert errors == []


@pytest.fixture
def new_page(browser: Browser, console_errors: list[str]) -> Iterator[NewPage]:
    """Opens pages, each with cookies of its own, as in front of different people, some of whom allow no scripts."""
    contexts = []

    def opened(*, scripts: bool = True) -> Page:
        context = browser.new_context(accept_downloads=True, java_script_enabled=scripts)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        watch(page, console_errors)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """An empty page."""
    return new_page()


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real argon2 with settings that take no time; what the application sets is tested by itself."""
    monkeypatch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys.cache_clear()


@pytest.fixture
def team(ledger_copy: Path, cheap_passwords: None) -> Iterator[Server]:
    """A server for a team (`teams.TEAM`) on a ledger of its own."""
    teams.found(str(ledger_copy))
    with serving(Settings(ledger=str(ledger_copy), team=True)) as running:
        yield running

"""Fixtures of the web tests: a browser, and pages in it that may not say a word on the console."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from web.browsing import chromium, watch

NewPage = Callable[[], Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a process."""
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
    """Opens pages, each with cookies of its own, as in front of different people."""
    contexts = []

    def opened() -> Page:
        context = browser.new_context(accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        watch(page, console_errors)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """An empty page."""
    return new_page()

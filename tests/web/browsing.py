"""A real Chromium for the tests of the pages: Debian's, driven by Playwright, and axe-core to look for barriers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

ROOT = Path(__file__).parents[2]
AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def program() -> str:
    """The browser's path; it is installed where it is missing and that can be done without asking."""
    found = _find()
    if found is None:
        subprocess.run(["sh", ROOT / "scripts/chromium.sh"], check=True, capture_output=True)
        found = _find()
    if found is None:
        raise RuntimeError("the tests need Chromium: apt-get install chromium")
    return found


def _find() -> str | None:
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser. Its own sandbox does not work for root, under whom continuous integration runs."""
    arguments = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=arguments)
        yield browser
        browser.close()


def watch(page: Page, errors: list[str]) -> None:
    """Collect what goes wrong on a page: errors on the console (the policy's refusals too), uncaught ones, faults of
    the server, of which a page without scripts may not complain."""

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{page.url}: {message.text}")

    def answered(response: Response) -> None:
        if response.status >= 500:
            errors.append(f"{response.url}: the server answered {response.status}")

    page.on("response", answered)
    page.on("console", heard)
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))


@cache
def axe() -> str:
    """The source of axe-core, fetched by `scripts/vendor.py` where it is missing."""
    if not AXE.exists():
        subprocess.run([sys.executable, ROOT / "scripts/vendor.py"], check=True, capture_output=True)
    return AXE.read_text("utf-8")


def barriers(page: Page) -> list[str]:
    """Serious and critical faults that axe-core finds on the page as it stands, in light and in dark: rule, element,
    what to do. In dark only what depends on colours is looked at again."""
    # Evaluated through the debugging protocol, so that the page's own policy needs no exception.
    page.evaluate(axe())
    faults = []
    for colours, options in (("light", {}), ("dark", {"runOnly": ["color-contrast", "link-in-text-block"]})):
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
        found = page.evaluate("(options) => axe.run({...options, resultTypes: ['violations']})", options)
        faults += [
            f"{page.url} in {colours}: {fault['id']} ({fault['impact']}): {node['html']}: {node['failureSummary']}"
            for fault in found["violations"]
            if fault["impact"] in ("serious", "critical")
            for node in fault["nodes"]
        ]
    page.emulate_media(color_scheme="light")
    return faults

"""Review in a real browser: by keyboard only, every field, merging, what two people do to one statement."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from dragoman import queries
from dragoman.ledger import Ledger
from web.browsing import barriers
from web.conftest import Server


def ids(page: Page) -> list[str]:
    return [str(item.get_attribute("data-decide")) for item in page.locator("[data-decide]").all()]


def status(server: Server, statement: str) -> str | None:
    with Ledger.open(server.ledger) as ledger:
        return queries.explain(ledger, statement).found.status


def test_the_least_sure_come_first(page: Page, changing: Server) -> None:
    page.goto(f"{changing.url}/review")
    with Ledger.open(changing.ledger) as ledger:
        assert ids(page) == [found.id for found in queries.review_queue(ledger, limit=25)]
    assert barriers(page) == []


def test_review_by_keyboard_only(page: Page, changing: Server) -> None:
    page.goto(f"{changing.url}/review")
    first, second, third = ids(page)[:3]
    page.keyboard.press("j")
    page.keyboard.press("c")
    expect(page.locator("#told")).to_have_text("Confirmed. u takes it back.")
    page.keyboard.press("r")
    expect(page.locator("#told")).to_have_text("Rejected. u takes it back.")
    assert (status(changing, first), status(changing, second)) == ("confirmed", "rejected")
    page.keyboard.press("u")
    expect(page.locator("#told")).to_have_text("Taken back.")
    assert (status(changing, first), status(changing, second)) == ("confirmed", None)
    page.keyboard.press("j")
    page.keyboard.press("w")
    page.keyboard.type("as the page says")
    page.keyboard.press("Enter")
    assert status(changing, third) is None
    page.keyboard.press("c")
    expect(page.locator("#told")).to_have_text("Confirmed. u takes it back.")
    with Ledger.open(changing.ledger) as ledger:
        (decision,) = queries.explain(ledger, third).decisions
    assert (decision.who, decision.why) == ("local", "as the page says")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("confirm, reject")

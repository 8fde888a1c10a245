"""What changed between two versions of a page: the samples' page of 2014 and of 2016, whose files have two names."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import Page, expect

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.queries.comparing import differing
from dragoman.queries.inside import changes, versions_of
from dragoman.web.templating import words_apart
from web.browsing import barriers
from web.conftest import Server


@pytest.fixture(scope="module")
def two(server: Server) -> tuple[str, str]:
    """The ids of the earlier and the later version."""
    with Ledger.open(server.ledger) as ledger:
        lines, _ = queries.documents(ledger)
        later = next(line.document_id for line in lines if line.stem == "nato-serbia-2016")
        earlier, _ = (version.document_id for version in versions_of(ledger, later))
    return earlier, later


def test_what_is_told_in_the_same_words_stayed_though_the_files_have_two_names(
    server: Server, two: tuple[str, str]
) -> None:
    with Ledger.open(server.ledger) as ledger:
        found = changes(ledger, *two)
    assert found.stayed == 4
    assert [differing(a, b) for a, b in found.changed] == [("date", "quote")]
    assert {f.statement.stage for f in found.appeared} == {"held", "ratified"}
    assert found.vanished == ()


def test_the_api_names_the_fields(client: httpx.Client, two: tuple[str, str]) -> None:
    told = client.get(f"/api/v1/documents/{two[1]}/changes", params={"since": two[0]}).json()
    assert [change["fields"] for change in told["changed"]] == [["date", "quote"]]
    assert told["stayed"] == 4
    assert client.get(f"/api/v1/documents/{two[1]}/changes").json() == told, "the version before is compared with"


@pytest.mark.parametrize(
    ("text", "other", "apart"),
    [
        ("Norway gave 5 million in 2021", "Norway gave 7 million in 2022", ["5 ", "2021"]),
        ("Norway gave it", "Norway gave it", []),
        ("Norway gave it\nanew", "Norway gave it", ["anew"]),
        ("Norway gave it", "Norway gave it anew", []),
        ("", "Norway", []),
    ],
)
def test_only_the_words_that_differ_are_marked(text: str, other: str, apart: list[str]) -> None:
    pieces = words_apart(text, other)
    assert "".join(words for words, _ in pieces) == text
    assert [words for words, differs in pieces if differs] == apart


@pytest.mark.slow
def test_the_page_marks_what_differs(server: Server, two: tuple[str, str], page: Page) -> None:
    page.goto(f"{server.url}/documents/{two[1]}/changes?since={two[0]}")
    expect(page.locator("main")).to_contain_text("2 statements appeared, 1 changed, 0 vanished, 4 stayed")
    change = page.locator(".against")
    expect(change.get_by_role("heading")).to_have_text("Differs: date, words")
    expect(change.locator(".differs time")).to_have_text(["2014-01", "2015-07"])
    expect(change.locator(".quote .differs")).to_have_count(2)
    expect(change.locator(".differs")).to_have_count(4)
    assert barriers(page) == []

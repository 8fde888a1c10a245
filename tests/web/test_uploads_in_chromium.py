"""Adding documents in a real browser: by dropping, pasting, choosing; progress; the result."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from documents.make import pdf
from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.reading.rules import RulesReader
from dragoman.web import Settings
from dragoman.web.links import document_url, statement_url
from web.browsing import barriers
from web.conftest import Server, serving

pytestmark = pytest.mark.slow

# What a browser does when files are dropped or pasted cannot be done from outside: the events are made in the page.
DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "text/html" }));
  document.getElementById("drop").dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
  document.getElementById("drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""  # noqa: E501
PASTE = """([name, text]) => {
  const data = new DataTransfer();
  if (name) data.items.add(new File([text], name, { type: "text/plain" }));
  else data.setData("text/plain", text);
  document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
LIVE = "script, img, iframe, [onclick], [onload], [href^='javascript:']"
EVIL = '<img src=x onerror="window.broken=1">.html'


@pytest.fixture
def adding(tmp_path: Path) -> Iterator[Server]:
    with serving(Settings(ledger=str(tmp_path / "new.ledger"), reader=RulesReader(), max_upload=1_000_000)) as running:
        yield running


@pytest.mark.slow
def test_files_are_dropped_and_pasted_and_their_statements_shown(adding: Server, page: Page, tmp_path: Path) -> None:
    page.goto(f"{adding.url}/upload")
    assert barriers(page) == []
    page.evaluate(DROP, ["kosovo.html", "<title>Kosovo joins</title><p>Kosovo joined the IMF in 2009.</p>"])
    page.evaluate(DROP, [EVIL, "<title><script>window.broken=1</script></title><p>Serbia joined the IMF in 2001.</p>"])
    page.evaluate(PASTE, ["serbia.txt", "Serbia joined the World Bank in 2001."])
    chosen = tmp_path / "unwanted.txt"
    chosen.write_text("unwanted", "utf-8")
    page.get_by_label("Documents", exact=True).set_input_files(chosen)
    expect(page.locator("#chosen li")).to_have_count(4)
    page.get_by_role("button", name="Leave out unwanted.txt").click()
    expect(page.locator("#chosen li")).to_have_count(3)
    page.evaluate(PASTE, ["", "Albania joined NATO in 2009."])
    expect(page.get_by_label("Text", exact=True)).to_have_value("Albania joined NATO in 2009.")
    page.get_by_label("Title of the text").fill("Albania")
    page.get_by_role("button", name="Add and read").click()
    page.wait_for_url("**/upload/upload-*")
    expect(page.get_by_role("progressbar")).to_be_visible()
    expect(page.locator("#said")).to_contain_text("Read 4 documents", timeout=120_000)
    assert barriers(page) == []
    assert page.evaluate("window.broken") is None
    expect(page.locator("table a")).to_have_count(4)
    page.get_by_role("link", name="Kosovo joins").click()
    expect(page.locator("mark").first).to_contain_text("Kosovo joined the IMF in 2009")
    page.goto(f"{adding.url}/upload")
    expect(page.locator("td", has_text="done")).to_be_visible()


@pytest.mark.slow
def test_script_in_documents_that_are_added_never_runs(adding: Server, page: Page) -> None:
    title = '</title><script>window.broken=1</script><img src=x onerror="window.broken=1">'
    body = """<title>Body</title><script>window.broken=1</script>
      <p onclick="window.broken=1">Kosovo joined the IMF in 2009
      <img src=x onerror="window.broken=1"><svg onload="window.broken=1"></svg>
      <a href="javascript:window.broken=1">and more</a>.</p><iframe srcdoc="<script>parent.broken=1</script>"></iframe>
      <p>They wrote &lt;script&gt;window.broken=1&lt;/script&gt; and Serbia joined the IMF in 2001.</p>"""
    files = [
        ("titled.pdf", "application/pdf", pdf([["Serbia joined the World Bank in 2001."]], title=title)),
        ("body.html", "text/html", body.encode()),
    ]
    page.goto(f"{adding.url}/upload")
    page.get_by_label("Documents", exact=True).set_input_files(
        [{"name": name, "mimeType": kind, "buffer": data} for name, kind, data in files]
    )
    page.get_by_role("button", name="Add and read").click()
    expect(page.locator("#said")).to_contain_text("Read 2 documents", timeout=120_000)
    with Ledger.open(adding.ledger) as ledger:
        documents = {line.stem: line for line in queries.documents(ledger)[0]}
        found = queries.statements(ledger).statements
    assert {stem: line.title for stem, line in documents.items()} == {"titled": title, "body": "Body"}
    assert {f.statement.doc for f in found} == {"titled", "body"}
    shown = [document_url(f.document_id, f.id) for f in found] + [statement_url(f.id) for f in found]
    for address in [page.url.removeprefix(adding.url), "/", "/documents", *shown]:
        page.goto(adding.url + address)
        assert page.evaluate("window.broken") is None, address
        assert page.locator("main").locator(LIVE).count() == 0, address
    page.goto(adding.url + document_url(documents["titled"].document_id))
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.goto(adding.url + document_url(documents["body"].document_id))
    expect(page.locator("article")).to_contain_text("They wrote <script>window.broken=1</script> and Serbia")


def test_what_is_too_much_is_said_before_and_after_sending(
    adding: Server, page: Page, console_errors: list[str]
) -> None:
    page.goto(f"{adding.url}/upload")
    page.evaluate(PASTE, ["large.txt", "x" * 3_000_000])
    expect(page.get_by_role("alert")).to_contain_text("3.0 MB; 1.0 MB can be sent at once")
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("alert")).to_contain_text("A request may have 2,048,576 bytes.")
    page.get_by_role("button", name="Leave out large.txt").click()
    page.get_by_label("Published").fill("yesterday")
    page.evaluate(PASTE, ["", "some text"])
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_role("alert")).to_contain_text("yesterday")
    expect(page.get_by_role("button", name="Add and read")).to_be_enabled()
    assert all("Failed to load resource" in error for error in console_errors)  # the answers 413 and 400
    console_errors.clear()

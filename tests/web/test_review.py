"""Review in a real browser: by keyboard only, every field, merging, what two people do to one statement."""

from __future__ import annotations

import html
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.web import Settings
from dragoman.web.links import with_query
from dragoman.web.pages.review import as_fields
from ledger_samples import document, reading, said
from web.browsing import barriers
from web.conftest import NewPage, Server, serving
from web.teams import token_of

pytestmark = pytest.mark.slow


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
    page.keyboard.press("k")  # the line that was rejected, of which the reason is read
    page.keyboard.press("w")
    page.keyboard.type("a slip")
    page.keyboard.press("Enter")
    page.keyboard.press("u")
    expect(page.locator("#told")).to_have_text("Taken back.")
    with Ledger.open(changing.ledger) as ledger:
        assert queries.explain(ledger, second).decisions[-1].why == "a slip"
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


def test_every_field_is_corrected(page: Page, changing: Server) -> None:
    with Ledger.open(changing.ledger) as ledger:
        found = next(f for f in queries.review_queue(ledger) if f.statement.kind == "agreement")
    page.goto(f"{changing.url}/review?statement={found.id}")
    page.wait_for_url(f"**/review/statements/{found.id}")
    assert barriers(page) == []
    page.get_by_label("Why", exact=True).first.fill("read the whole page")
    page.get_by_label("Kind", exact=True).select_option("assistance")
    assert "signed" not in page.locator("#stage optgroup:not([hidden])").inner_text()
    page.get_by_label("Stage", exact=True).select_option("under-way")
    source = page.get_by_label("Source 1")
    source.fill("")
    source.press_sequentially("monten")
    expect(page.locator("#actors option").first).to_have_attribute("value", "MNE")
    source.fill("MNE")
    page.locator('input[name="target"]').last.fill("XKX")
    page.locator('input[name="target"]').last.fill("/Baylor University")
    page.get_by_label("Object").fill("a programme of exchanges")
    page.get_by_label("Date", exact=True).press_sequentially("2015-13")
    expect(page.locator("#date-wrong")).to_contain_text("no day of the calendar")
    page.get_by_label("Date", exact=True).fill("2015-21")
    expect(page.locator("#date-wrong")).to_be_empty()
    page.get_by_label("End", exact=True).fill("2017")
    page.get_by_label("Value 1").fill("min 9600000 EUR")
    page.get_by_label("Value 2").fill("30 month")
    page.get_by_label("Said by 1").fill("USA/Marco Rubio")
    page.get_by_label("Event").select_option("AID")
    around = page.locator("#around")
    around.focus()  # what is quoted is selected there
    for _ in range(12):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Enter")
    quote = page.locator("#quote").input_value()
    assert found.statement.quote.startswith(quote)
    assert 0 < len(quote) < len(found.statement.quote)
    page.get_by_role("button", name="Save the corrections").click()
    page.wait_for_url(f"{changing.url}/review")
    with Ledger.open(changing.ledger) as ledger:
        explained = queries.explain(ledger, found.id)
    said = explained.found.contract()
    assert explained.found.status == "corrected"
    assert (said["kind"], said["stage"], said["event"]) == ("assistance", "under-way", "AID")
    assert (said["source"], said["by"]) == (["MNE"], ["USA/Marco Rubio"])
    assert said["target"][-2:] == ["XKX", "/Baylor University"]
    assert (said["date"], said["end"], said["object"]) == ("2015-21", "2017", "a programme of exchanges")
    assert said["value"] == [
        {"number": 9600000, "unit": "EUR", "bound": "min"},
        {"number": 30, "unit": "month"},
    ]
    assert said["quote"] == quote
    assert explained.decisions[-1].why == "read the whole page"


# What dragging with the mouse over the last of these words selects.
SELECT = """(all, words) => {
    const at = all.value.lastIndexOf(words);
    all.focus();
    all.setSelectionRange(at, at + words.length);
}"""


def test_the_quote_is_where_it_was_selected(page: Page, tmp_path: Path) -> None:
    """Characters outside the BMP stand before it; its words stand in the document three times."""
    text = "😀 News 😀\n\nSerbia and NATO signed it 😀 in Belgrade. Both signed it at noon. At night all signed it"
    read = document("smile", text)
    path = str(tmp_path / "smile.ledger")
    with Ledger.open(path) as ledger:
        ledger.add(read, reading(old := said(read, "NATO signed it 😀 in Belgrade", source="SRB", target="NATO")))
    with serving(Settings(ledger=path)) as server:
        page.goto(f"{server.url}/review/statements/{old.id}")
        around = page.locator("#around")
        selected = around.evaluate("(all) => all.value.slice(all.selectionStart, all.selectionEnd)")
        assert selected == old.quote
        around.evaluate(SELECT, " signed it")  # the space is not quoted
        page.keyboard.press("Enter")
        expect(page.locator("#quote")).to_have_value("signed it")
        page.get_by_role("button", name="Save the corrections").click()
        page.wait_for_url(f"{server.url}/review")
        assert place(path, old.id) == ("signed it", text.rindex("signed it"))

        page.goto(f"{server.url}/review/statements/{old.id}")  # the same words elsewhere
        around.evaluate(SELECT, "signed it at noon")
        for _ in " at noon":
            page.keyboard.press("Shift+ArrowLeft")
        page.get_by_role("button", name="Quote the selected words").click()
        page.get_by_role("button", name="Save the corrections").click()
        page.wait_for_url(f"{server.url}/review")
        second = text.index("signed it", text.index("Both"))
        assert place(path, old.id) == ("signed it", second)

        page.goto(f"{server.url}/review/statements/{old.id}")
        around.focus()
        page.keyboard.press("Enter")
        page.locator("#quote").fill("signed")  # written by hand: near the present place
        page.get_by_role("button", name="Save the corrections").click()
        page.wait_for_url(f"{server.url}/review")
        assert place(path, old.id) == ("signed", second)
        page.goto(f"{server.url}/review/decisions")
        expect(page.get_by_text(f"start: {second}")).to_be_visible()


def place(ledger: str, statement: str) -> tuple[str, int]:
    """What a statement's quote is, and where it begins."""
    with Ledger.open(ledger) as opened:
        found = queries.explain(opened, statement).found.statement
    return found.quote, found.start


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("date", "31 May", "not EDTF"),
        ("source", "kosovo (the state)", "neither the directory nor the ledger has"),
        ("quote", "never written there", "does not stand in the document"),
        ("start", "1", "does not stand at character 1"),
        ("value", "lots", "write"),
        ("stage", "held", "is not one of"),
        ("kind", "romance", "is not one of"),
        ("event", "DANCE", "is not one of"),
    ],
)
def test_what_cannot_be_is_refused_and_kept_in_the_form(changing: Server, field: str, value: str, says: str) -> None:
    with changing.client() as client:
        page = client.get("/review")
        statement = page.text.split('data-decide="')[1].split('"')[0]
        with Ledger.open(changing.ledger) as ledger:
            form = as_fields(queries.explain(ledger, statement).found.statement).model_dump()
        sent = form | {field: value, "action": "correct", "csrf": token_of(page)}
        answer = client.post(f"/review/statements/{statement}", data=sent)
        assert answer.status_code == 400
        assert says in answer.text
        assert html.escape(value) in answer.text or field in ("kind", "stage", "event")
    assert status(changing, statement) is None


def test_values_are_worded_in_the_plural_on_pages(changing: Server) -> None:
    """Those of the statement, and those of a decision, of which one has no bound."""
    with changing.client() as client:
        page = client.get("/review")
        statement = page.text.split('data-decide="')[1].split('"')[0]
        with Ledger.open(changing.ledger) as ledger:
            form = as_fields(queries.explain(ledger, statement).found.statement).model_dump()
        values = {"value": ["approx 200 soldier", "1 ship"], "action": "correct", "csrf": token_of(page)}
        client.post(f"/review/statements/{statement}", data=form | values)
        assert "value: about 200 soldiers, 1 ship" in client.get("/review/decisions").text
        assert '<span class="amount">about 200 soldiers</span>' in client.get(f"/statements/{statement}").text


def test_actors_are_merged_and_split_again(page: Page, changing: Server) -> None:
    with Ledger.open(changing.ledger) as ledger:
        first, second = [line.actor for line in queries.actors(ledger, limit=200) if "/" in line.actor[1:]][:2]
    page.goto(f"{changing.url}/review/actors")
    page.get_by_label("Actor", exact=True).fill(first)
    page.get_by_label("is the same as").fill(second)
    page.get_by_role("button", name="Look").click()
    assert barriers(page) == []
    page.get_by_label("Why").fill("one office under two names")
    page.get_by_role("button", name=f"Merge {first} into {second}").click()
    expect(page.get_by_text("merged into")).to_be_visible()
    page.get_by_role("button", name=f"Split {first} from {second}").click()
    expect(page.get_by_role("button", name=f"Split {first} from {second}")).to_have_count(0)
    with Ledger.open(changing.ledger) as ledger:
        assert [d.action for d in queries.decisions_on_actors(ledger, [first])] == ["merge", "split"]
    page.goto(f"{changing.url}/review/decisions")
    assert barriers(page) == []
    page.get_by_role("button", name="Undo decision 2").click()
    expect(page.get_by_text("takes back 2")).to_be_visible()
    page.goto(f"{changing.url}/review/actors?actor={first}")
    assert barriers(page) == []
    page.get_by_role("listitem").filter(has=page.get_by_role("button", name="Undo decision 1")).get_by_label(
        "Why"
    ).fill("two offices")
    page.get_by_role("button", name="Undo decision 1").click()
    expect(page.get_by_text("(takes back 1), because “two offices”")).to_be_visible()
    with Ledger.open(changing.ledger) as ledger:
        assert [line.merged_into for line in queries.find_actors(ledger, first)] == [None]


def test_names_that_may_be_one_lead_to_merging_them(changing: Server) -> None:
    with Ledger.open(changing.ledger) as ledger:
        page = document("speech", "They spoke.", date="2020")
        told = [said(page, "They spoke", "meeting", "held", source=who) for who in ("SRB/Vucic", "SRB/Ana", "EU/Ana")]
        ledger.add(page, reading(*told))
    with changing.client() as client:
        leads = html.escape(with_query("/review/actors", actor="SRB/Vucic", into="SRB/Aleksandar Vučić"))
        assert leads in client.get("/review/actors").text
        assert leads in client.get("/actors/SRB/Vucic").text
        assert "Merge SRB/Vucic into SRB/Aleksandar Vučić" in client.get(html.unescape(leads)).text
        (pair,) = client.get("/api/v1/actors/alike").json()["pairs"]
        assert (pair["actor"]["actor"], pair["into"]["actor"]) == ("SRB/Vucic", "SRB/Aleksandar Vučić")
        assert client.get("/api/v1/actors/alike", params={"actor": "XKX/Albin Kurti"}).json()["pairs"] == []
        several = client.get("/actors/Ana")
        assert several.status_code == 404
        assert 'href="/actors?q=Ana"' in several.text
        others = client.get("/actors/SRB/Vucic").text.partition("Bodies and people")[2]
        assert "/actors/SRB/Ivica" in others
        assert 'href="/actors/SRB"' not in others.partition("</ul>")[0]


def test_two_who_merge_at_once_do_not_overwrite_each_other(changing: Server) -> None:
    with Ledger.open(changing.ledger) as ledger:
        first, second, third = (line.actor for line in queries.actors(ledger, limit=3))
    with changing.client() as client:
        form = {"csrf": token_of(client.get("/review")), "actor": first, "seen": "0"}
        assert client.post("/review/actors/merge", data=form | {"into": second}).status_code == 303
        late = client.post("/review/actors/merge", data=form | {"into": third})
    assert late.status_code == 409
    assert f"merge {first} into {second}" in html.unescape(late.text)


def test_the_queue_works_without_scripts(new_page: NewPage, changing: Server) -> None:
    page = new_page(scripts=False)
    page.goto(f"{changing.url}/review")
    first = ids(page)[0]
    page.get_by_role("button", name="Reject").first.click()
    assert first not in ids(page)
    page.goto(f"{changing.url}/review/decisions")
    page.get_by_label("Why").fill("it is right")
    page.get_by_role("button", name="Undo decision 1").click()
    expect(page.get_by_text("undo (takes back 1), because “it is right”")).to_be_visible()
    page.goto(f"{changing.url}/review")
    assert ids(page)[0] == first
    page.get_by_role("link", name="Correct").first.click()
    page.get_by_role("button", name="Confirm as it is").click()
    page.goto(f"{changing.url}/review/statements/{first}")
    page.get_by_label("Why").last.fill("not so sure")
    page.get_by_role("button", name="Undo the last decision").click()
    expect(page.get_by_text("(takes back 3), because “not so sure”")).to_be_visible()


def test_the_next_page_goes_on_where_this_one_ends(sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger) as ledger:
        everything = [at.found.id for at in queries.waiting(ledger)]
        first = [at.found.id for at in queries.waiting(ledger, limit=3)]
        second = [at.found.id for at in queries.waiting(ledger, limit=3, after=first[-1])]
        assert everything == [found.id for found in queries.review_queue(ledger)]
    assert first + second == everything[:6]


@pytest.mark.parametrize(
    ("begun", "actor"),
    [("monten", "MNE"), ("bosn", "BIH"), ("herz", "BIH"), ("KOSOV", "XKX"), ("nato", "NATO"), ("srb", "SRB")],
)
def test_actors_are_found_by_how_they_begin(client: httpx.Client, begun: str, actor: str) -> None:
    found = client.get("/review/suggest", params={"q": begun}).json()
    assert actor in [each["actor"] for each in found]


@pytest.mark.parametrize("begun", ["", " ", "%", "_", "' OR 1=1 --", "\x00", "x" * 5000, "<script>"])
def test_any_text_can_be_looked_for(client: httpx.Client, begun: str) -> None:
    assert client.get("/review/suggest", params={"q": begun}).json() == []

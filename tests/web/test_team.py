"""A team of three with different roles at work at once, each in front of a browser of their own."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from dragoman import pipeline, queries
from dragoman.ledger import Ledger
from dragoman.reading.rules import RulesReader
from dragoman.web import Settings
from web import teams
from web.conftest import SAMPLES, NewPage, Server, serving
from web.teams import log_in, logged_in, token_of

pytestmark = pytest.mark.slow


def first_of(page_text: str) -> str:
    return page_text.split('data-decide="')[1].split('"')[0]


def test_a_reader_and_two_reviewers_at_once(new_page: NewPage, team: Server, console_errors: list[str]) -> None:
    vera, ivo, lea = (new_page() for _ in range(3))
    for page, name in ((vera, "Vera"), (ivo, "Ivo"), (lea, "Lea")):
        log_in(page, team, name)
    statement = first_of(lea.content())

    for key in "jcr":  # a reader's keys decide nothing
        lea.keyboard.press(key)
    expect(lea.get_by_role("button", name="Confirm")).to_have_count(0)

    vera.keyboard.press("j")
    vera.keyboard.press("w")
    vera.keyboard.type("it is there")
    vera.keyboard.press("Enter")
    vera.keyboard.press("c")
    expect(vera.locator("#told")).to_contain_text("Confirmed")

    ivo.keyboard.press("j")
    ivo.keyboard.press("r")
    expect(ivo.locator("#told")).to_contain_text("Somebody else decided since you looked")
    conflict = ivo.locator(f'[data-decide="{statement}"]').get_by_role("alert")
    expect(conflict).to_contain_text("You wanted to reject it")
    expect(conflict).to_contain_text("Vera: confirm, because “it is there”")
    assert len(console_errors) == 1
    assert "409" in console_errors.pop()

    ivo.keyboard.press("r")  # having seen it
    expect(ivo.locator("#told")).to_contain_text("Rejected")
    with Ledger.open(team.ledger) as ledger:
        decisions = queries.explain(ledger, statement).decisions
    assert [(d.who, d.action, d.basis["seen"]) for d in decisions] == [("Vera", "confirm", None), ("Ivo", "reject", 1)]

    lea.goto(f"{team.url}/statements/{statement}")  # it shows everywhere at once
    expect(lea.get_by_text("rejected").first).to_be_visible()


def test_a_late_correction_shows_both_and_keeps_what_was_written(
    page: Page, team: Server, console_errors: list[str]
) -> None:
    with logged_in(team, "Vera") as vera:
        statement = first_of(vera.get("/review").text)
        log_in(page, team, "Ivo", f"/review/statements/{statement}")
        page.get_by_label("Object").fill("as Ivo has it")
        form = {"action": "reject", "seen": "0", "why": "no such thing"}
        assert vera.post(f"/review/statements/{statement}", data=form).status_code == 303
    with page.expect_response(lambda response: response.request.method == "POST") as answered:
        page.get_by_role("button", name="Save the corrections").click()
    assert answered.value.status == 409
    expect(page.get_by_role("alert")).to_contain_text("Vera: reject, because “no such thing”")
    assert "409" in console_errors.pop()  # the browser tells of it some time after the answer
    expect(page.locator(".differ")).to_contain_text("as Ivo has it")
    expect(page.get_by_label("Object")).to_have_value("as Ivo has it")
    with Ledger.open(team.ledger) as ledger:
        assert queries.explain(ledger, statement).found.status == "rejected"
    page.get_by_role("button", name="Save the corrections").click()
    page.wait_for_url(f"{team.url}/review")
    with Ledger.open(team.ledger) as ledger:
        found = queries.explain(ledger, statement).found
    assert (found.status, found.statement.object) == ("corrected", "as Ivo has it")


def test_undoing_shows_what_somebody_else_decided_since(
    new_page: NewPage, team: Server, console_errors: list[str]
) -> None:
    page = new_page()
    log_in(page, team, "Vera")
    page.keyboard.press("j")
    statement = str(page.locator("[data-decide]").first.get_attribute("data-decide"))
    page.keyboard.press("c")
    expect(page.locator("#told")).to_contain_text("Confirmed")
    with logged_in(team, "Ivo") as ivo:
        form = {"action": "reject", "seen": "1", "why": "no such thing"}
        assert ivo.post(f"/review/statements/{statement}", data=form).status_code == 303
    line = page.locator(f'[data-decide="{statement}"]')
    page.keyboard.press("k")
    page.keyboard.press("w")
    page.keyboard.type("a slip")
    page.keyboard.press("Enter")
    page.keyboard.press("u")
    expect(line.get_by_role("alert")).to_contain_text("You wanted to take decision 1 back")
    expect(line.get_by_role("alert")).to_contain_text("Ivo: reject, because “no such thing”")
    assert "409" in console_errors.pop()
    assert status_of(team, statement) == "rejected"
    page.keyboard.press("u")  # having seen it: the last decision, Ivo's; the line still has the reason
    expect(page.locator("#told")).to_have_text("Taken back.")
    with Ledger.open(team.ledger) as ledger:
        last = queries.explain(ledger, statement).decisions[-1]
    assert (last.who, last.undoes, last.why, last.basis["seen"]) == ("Vera", 2, "a slip", 2)
    assert status_of(team, statement) == "confirmed"


def status_of(team: Server, statement: str) -> str | None:
    with Ledger.open(team.ledger) as ledger:
        return queries.explain(ledger, statement).found.status


def test_forms_undo_nothing_unseen(address: str) -> None:
    pipeline.build([str(SAMPLES)], address, workers=0, reader=RulesReader())
    teams.found(address)
    with (
        serving(Settings(ledger=address, team=True)) as server,
        logged_in(server, "Vera") as vera,
        logged_in(server, "Ivo") as ivo,
    ):
        statement = first_of(vera.get("/review").text)
        confirm, reject = {"action": "confirm", "seen": "0"}, {"action": "reject", "seen": "1"}
        assert vera.post(f"/review/statements/{statement}", data=confirm).status_code == 303
        shown = {
            path: seen_in(vera.get(path).text) for path in ("/review/decisions", f"/review/statements/{statement}")
        }
        assert set(shown.values()) == {"1"}
        assert ivo.post(f"/review/statements/{statement}", data=reject).status_code == 303
        late = vera.post("/review/decisions/1/undo", data={"seen": "1", "why": "a slip"})
        assert late.status_code == 409
        assert "You wanted to take decision 1 back" in late.text
        assert "<strong>Ivo</strong>: reject" in late.text
        assert 'value="a slip"' in late.text
        assert vera.post("/review/decisions/1/undo", data={"seen": seen_in(late.text)}).status_code == 303
        assert vera.get("/review/decisions").status_code == 200

        actors = {"actor": "SRB", "into": "XKX"}
        assert vera.post("/review/actors/merge", data=actors | {"seen": "0"}).status_code == 303
        assert seen_in(vera.get("/review/actors?actor=SRB").text) == "4"
        assert ivo.post("/review/actors/split", data={"actor": "SRB", "seen": "4"}).status_code == 303
        late = vera.post("/review/decisions/4/undo", data={"seen": "4"})
        assert late.status_code == 409
        assert "decision 4 was not taken back" in late.text
        assert "<strong>Ivo</strong>: split SRB" in late.text
        assert vera.post("/review/decisions/5/undo", data={"seen": seen_in(late.text)}).status_code == 303


def seen_in(page: str) -> str:
    """What the form that undoes says was seen."""
    return page.split("/undo", 1)[1].split('name="seen" value="', 1)[1].split('"')[0]


def test_of_two_decisions_at_the_same_moment_one_is_refused(team: Server) -> None:
    with logged_in(team, "Vera") as vera, logged_in(team, "Ivo") as ivo:
        statement = first_of(vera.get("/review").text)
        start = threading.Barrier(2)
        answers: list[int] = []

        def decide(client: httpx.Client, action: str) -> None:
            start.wait(10)
            form = {"action": action, "seen": "0"}
            answers.append(client.post(f"/review/statements/{statement}", data=form).status_code)

        threads = [threading.Thread(target=decide, args=each) for each in ((vera, "confirm"), (ivo, "reject"))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert sorted(answers) == [303, 409]


@pytest.mark.slow
def test_killing_the_server_loses_no_decision_that_was_answered(ledger_copy: Path) -> None:
    run = "from dragoman.cli import main; main()"
    command = [sys.executable, "-c", run, "serve", "--port", "0", "--ledger", str(ledger_copy)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        url = server.stderr.readline().partition(" is at ")[2].partition(";")[0]
        answered: list[str] = []
        enough = threading.Event()

        def decide() -> None:
            with httpx.Client(base_url=url, timeout=60) as client:
                page = client.get("/review")
                form = {"csrf": token_of(page), "action": "confirm", "seen": "0"}
                for part in page.text.split('data-decide="')[1:]:
                    statement = part.split('"')[0]
                    try:
                        if client.post(f"/review/statements/{statement}", data=form).status_code == 303:
                            answered.append(statement)
                    except httpx.TransportError:
                        return
                    if len(answered) == 4:
                        enough.set()

        thread = threading.Thread(target=decide)
        thread.start()
        in_time = enough.wait(120)
        server.kill()
        thread.join(60)
    assert in_time
    assert len(answered) >= 4
    with Ledger.open(ledger_copy, create=False) as ledger:
        assert [queries.explain(ledger, s).found.status for s in answered] == ["confirmed"] * len(answered)
        assert len(queries.history(ledger)) in (len(answered), len(answered) + 1)  # one may have been under way

"""What was written in a form whose session ended meanwhile is there again after logging in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from graphlib import TopologicalSorter
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.web import accounts
from dragoman.web.accounts.store import Accounts
from web.conftest import NewPage, Server
from web.teams import PASSWORD, log_in, logged_in, token_of

pytestmark = pytest.mark.slow


def statement_of(server: Server) -> str:
    with Ledger.open(server.ledger) as ledger:
        return queries.review_queue(ledger, limit=1)[0].id


def end_sessions(server: Server) -> None:
    """As if nobody had come back within the time that a session lasts."""
    with Accounts(server.ledger) as accounts, accounts.writing() as connection:
        connection.exec_driver_sql("UPDATE session SET seen = 1, created = 1")


def object_of(server: Server, statement: str) -> tuple[str | None, str | None]:
    with Ledger.open(server.ledger) as ledger:
        found = queries.explain(ledger, statement).found
    return found.status, found.statement.object


def log_in_here(page: Page, name: str) -> None:
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_correction_outlives_its_session(new_page: NewPage, team: Server, scripts: bool) -> None:
    page, statement = new_page(scripts=scripts), statement_of(team)
    path = f"/review/statements/{statement}"
    log_in(page, team, "Vera", path)
    page.get_by_label("Object").fill("as Vera has it")
    page.get_by_label("Source 2").fill("Norway")
    page.locator("#why").fill("it says so")
    end_sessions(team)
    page.get_by_role("button", name="Save the corrections").click()
    expect(page.get_by_role("status")).to_contain_text("What you wrote is kept")
    assert "Vera" not in page.url
    assert object_of(team, statement)[0] is None
    log_in_here(page, "Vera")
    page.wait_for_url(f"{team.url}{path}")
    expect(page.get_by_text("nothing was written")).to_be_visible()
    expect(page.get_by_label("Object")).to_have_value("as Vera has it")
    expect(page.get_by_label("Source 2")).to_have_value("Norway")
    expect(page.locator("#why")).to_have_value("it says so")
    page.get_by_role("button", name="Save the corrections").click()
    page.wait_for_url(f"{team.url}/review")
    assert object_of(team, statement) == ("corrected", "as Vera has it")
    page.goto(f"{team.url}{path}")
    expect(page.get_by_text("nothing was written")).to_have_count(0)


def test_a_reason_in_the_queue_outlives_its_session(page: Page, team: Server, console_errors: list[str]) -> None:
    log_in(page, team, "Vera")
    page.keyboard.press("j")
    page.keyboard.press("w")
    page.keyboard.type("no such thing")
    page.keyboard.press("Enter")
    end_sessions(team)
    page.keyboard.press("r")
    expect(page.get_by_role("status")).to_contain_text("What you wrote is kept")
    assert "401" in console_errors.pop()
    log_in_here(page, "Vera")
    expect(page.get_by_text("you wanted to reject it")).to_be_visible()
    expect(page.locator("#why")).to_have_value("no such thing")
    expect(page.get_by_label("Quote, words of the document")).not_to_have_value("")
    page.get_by_role("button", name="Reject").click()
    page.wait_for_url(f"{team.url}/review")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_upload_outlives_its_session_but_for_its_files(
    new_page: NewPage, team: Server, console_errors: list[str], scripts: bool
) -> None:
    page = new_page(scripts=scripts)
    log_in(page, team, "Vera", "/upload")
    page.locator("#files").set_input_files({"name": "a.txt", "mimeType": "text/plain", "buffer": b"Serbia."})
    page.locator("#text").fill("Serbia joined\nthe World Bank.")
    page.get_by_label("Published").fill("2016-03")
    end_sessions(team)
    page.get_by_role("button", name="Add and read").click()
    expect(page.get_by_text("What you wrote is kept")).to_be_visible()
    if scripts:
        assert "401" in console_errors.pop()
    log_in_here(page, "Vera")
    page.wait_for_url(f"{team.url}/upload")
    expect(page.get_by_text("choose again: a.txt")).to_be_visible()
    expect(page.locator("#text")).to_have_value("Serbia joined\nthe World Bank.")
    expect(page.get_by_label("Published")).to_have_value("2016-03")
    assert team.app.state.uploads.jobs() == ()
    page.get_by_role("button", name="Add and read").click()
    page.wait_for_url(f"{team.url}/upload/upload-*")
    page.goto(f"{team.url}/upload")
    expect(page.locator("#text")).to_have_value("")


def test_a_form_of_an_earlier_login_is_shown_again(new_page: NewPage, team: Server) -> None:
    page, statement = new_page(scripts=False), statement_of(team)
    path = f"/review/statements/{statement}"
    log_in(page, team, "Vera", path)
    page.get_by_label("Object").fill("as Vera has it")
    end_sessions(team)
    other = page.context.new_page()
    other.goto(f"{team.url}/login")
    log_in_here(other, "Vera")
    other.wait_for_url(f"{team.url}/")
    page.get_by_role("button", name="Save the corrections").click()
    page.wait_for_url(f"{team.url}{path}")
    expect(page.get_by_text("nothing was written")).to_be_visible()
    expect(page.get_by_label("Object")).to_have_value("as Vera has it")
    assert object_of(team, statement)[0] is None


@contextmanager
def ended(team: Server, name: str) -> Iterator[httpx.Client]:
    """A client whose session has ended, as a browser sends its forms."""
    with logged_in(team, name) as client:
        end_sessions(team)
        client.headers["origin"] = team.url
        del client.headers["x-csrf-token"]
        yield client


def enter(client: httpx.Client, name: str) -> httpx.Response:
    client.cookies.delete("dragoman")
    form = {"csrf": token_of(client.get("/login")), "name": name, "password": PASSWORD}
    return client.post("/login", data=form)


def test_what_one_wrote_is_not_shown_to_another(team: Server) -> None:
    path = f"/review/statements/{statement_of(team)}"
    with ended(team, "Vera") as client:
        answer = client.post(path, data={"action": "correct", "kind": "meeting", "object": "as Vera has it"})
        assert (answer.status_code, answer.headers["location"]) == (303, f"/login?next={path.replace('/', '%2F')}")
        assert "HttpOnly" in answer.headers["set-cookie"]
        enter(client, "Ivo")
        assert "as Vera has it" not in client.get(path).text
        enter(client, "Vera")
        assert "as Vera has it" not in client.get("/review").text
        assert "as Vera has it" in client.get(path).text
    with logged_in(team, "Vera") as elsewhere:
        assert "as Vera has it" not in elsewhere.get(path).text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": ""},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_no_other_site_fills_in_a_form(team: Server, headers: dict[str, str]) -> None:
    path = f"/review/statements/{statement_of(team)}"
    with ended(team, "Vera") as client:
        assert client.post(path, data={"object": "planted"}, headers=headers).status_code == 401
        enter(client, "Vera")
        assert client.post(path, data={"object": "planted"}, headers=headers).status_code == 403
        assert "planted" not in client.get(path).text


def test_only_forms_that_somebody_writes_in_are_kept(team: Server) -> None:
    with ended(team, "Ana") as client:
        for path in ("/admin/accounts", "/account/password", "/review/actors/merge", "/logout"):
            assert client.post(path, data={"x": "y"}).status_code == 401
        assert client.post("/api/v1/uploads", data={"text": "x"}).status_code == 401
        assert client.post("/login/unsent", data={"text": "x"}).status_code == 404


def test_what_others_decided_meanwhile_is_shown(team: Server) -> None:
    statement = statement_of(team)
    path = f"/review/statements/{statement}"
    with ended(team, "Vera") as client:
        client.post(path, data={"action": "correct", "seen": "0", "kind": "meeting", "object": "as Vera has it"})
        with logged_in(team, "Ivo") as ivo:
            assert ivo.post(path, data={"action": "reject", "seen": "0", "why": "no such thing"}).status_code == 303
        enter(client, "Vera")
        page = client.get(path)
        assert page.status_code == 200
        assert "no such thing" in page.text
        assert "as Vera has it" in page.text


def test_the_modules_of_accounts_import_each_other_one_way() -> None:
    """Also within functions: what an import there hides is a circle all the same."""
    folder = Path(accounts.__file__).parent
    package = accounts.__name__
    uses = {}
    for path in sorted(folder.glob("*.py")):
        found = [node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.ImportFrom)]
        beside = {alias.name for node in found if node.module == package for alias in node.names}
        named = {node.module or "" for node in found}
        within = {name.removeprefix(f"{package}.") for name in named if name.startswith(f"{package}.")}
        uses[path.stem] = {name for name in beside | within if (folder / f"{name}.py").exists()}
    assert tuple(TopologicalSorter(uses).static_order())

"""Logging in, one's own account, the accounts of a team, and what each role is kept from."""

from __future__ import annotations

import re

import httpx
import pytest
from playwright.sync_api import Page, expect

from dragoman.web.accounts import sessions
from dragoman.web.accounts.store import Accounts
from web.browsing import barriers
from web.conftest import Server
from web.teams import PASSWORD, log_in, logged_in, token_of

pytestmark = pytest.mark.slow


def statement_of(client: httpx.Client) -> str:
    return client.get("/review").text.split('data-decide="')[1].split('"')[0]


@pytest.mark.parametrize("path", ["/", "/review", "/account", "/admin", "/nowhere", "/search?q=Kosovo", "/documents"])
def test_without_an_account_every_page_leads_to_the_login(team: Server, path: str) -> None:
    with team.client() as client:
        answer = client.get(path)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?next=%2F")
        assert client.get("/api/v1/statements").status_code == 401
        assert client.get("/api/v1/statements").headers["content-type"] == "application/problem+json"
        assert client.post(path.partition("?")[0], data={"x": "y"}).status_code == 401


def test_the_cookie_is_kept_from_scripts_and_other_sites(team: Server) -> None:
    with team.client() as client:
        form = {"csrf": token_of(client.get("/login")), "name": "Lea", "password": PASSWORD}
        cookie = client.post("/login", data=form).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


@pytest.mark.parametrize(
    "cookie",
    ["dragoman=x", "dragoman=" + "A" * 43, 'dragoman="\\"', "dragoman=; dragoman=", "dragoman-form=" + "a" * 40],
)
def test_forged_sessions_open_nothing(team: Server, cookie: str) -> None:
    with team.client() as client:
        assert client.get("/admin", headers={"cookie": cookie}).status_code == 303


@pytest.mark.parametrize("header", ["Bearer x", "Bearer dgm_" + "A" * 43, "Basic QW5hOnB3", "Bearer", "dgm_x", ""])
def test_forged_tokens_open_nothing(team: Server, header: str) -> None:
    with team.client() as client:
        assert client.get("/review", headers={"authorization": header}).status_code == 401


def test_another_accounts_session_is_not_opened_by_its_token_for_forms(team: Server) -> None:
    with logged_in(team, "Vera") as vera, logged_in(team, "Lea") as lea:
        path = f"/review/statements/{statement_of(vera)}"
        form = {"action": "confirm", "seen": "0"}
        assert vera.post(path, data=form, headers={"x-csrf-token": lea.headers["x-csrf-token"]}).status_code == 403
        assert vera.post(path, data=form).status_code == 303


def test_a_login_leads_to_this_server_only(team: Server) -> None:
    with team.client() as client:
        for asked in ("//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "javascript:x"):
            form = {"csrf": token_of(client.get("/login")), "name": "Lea", "password": PASSWORD, "next": asked}
            assert client.post("/login", data=form).headers["location"] == "/"
            client.cookies.clear()


def test_logging_in_makes_a_new_session_each_time(team: Server) -> None:
    with team.client() as client:
        client.cookies.set("dragoman", "planted-by-somebody-else-planted-by-somebody")
        form = {"csrf": token_of(client.get("/login")), "name": "Lea", "password": PASSWORD}
        assert "planted" not in client.post("/login", data=form).headers["set-cookie"]


def test_a_logout_ends_the_session_on_the_server(team: Server) -> None:
    with logged_in(team, "Lea") as client:
        cookie = {"cookie": f"dragoman={client.cookies['dragoman']}"}
        assert client.post("/logout").status_code == 303
        client.cookies.clear()
        assert client.get("/account", headers=cookie).status_code == 303


def test_too_many_logins_are_told_when_to_come_back(team: Server) -> None:
    with team.client() as client:
        form = {"csrf": token_of(client.get("/login")), "name": "Lea", "password": "wrong"}
        answers = [client.post("/login", data=form) for _ in range(sessions.BY_NAME + 1)]
        assert [a.status_code for a in answers] == [401] * sessions.BY_NAME + [429]
        assert 0 < int(answers[-1].headers["retry-after"]) <= sessions.WINDOW
        assert client.post("/login", data=form | {"password": PASSWORD}).status_code == 429


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        ("Lea", "/review", 200),
        ("Lea", "/account", 200),
        ("Lea", "/admin", 403),
        ("Lea", "/admin/log", 403),
        ("Vera", "/admin", 403),
        ("Ana", "/admin", 200),
        ("Ana", "/admin/log", 200),
    ],
)
def test_another_roles_pages(team: Server, name: str, path: str, status: int) -> None:
    with logged_in(team, name) as client:
        assert client.get(path).status_code == status


def test_a_reader_changes_nothing(team: Server) -> None:
    with logged_in(team, "Lea") as client:
        page = client.get("/review")
        assert 'value="confirm"' not in page.text
        statement = statement_of(client)
        for path, form in (
            (f"/review/statements/{statement}", {"action": "confirm", "seen": "0"}),
            ("/review/actors/merge", {"actor": "SRB", "into": "XKX"}),
            ("/review/decisions/1/undo", {}),
            ("/admin/accounts", {"name": "Eve", "role": "admin"}),
            ("/admin/accounts/1", {"action": "role", "role": "reader"}),
        ):
            assert client.post(path, data=form).status_code == 403
        assert "Nothing was decided" in client.get("/review/decisions").text


def test_a_program_does_what_its_token_allows(team: Server) -> None:
    with logged_in(team, "Ana") as ana:
        assert ana.post("/account/tokens", data={"label": "nightly", "role": "reader", "days": "9"}).status_code == 303
        page = ana.get("/account")
        token = re.search(r'id="token">(dgm_[^<]+)<', page.text)
        assert token is not None
        assert token[1] not in ana.get("/account").text
    with team.client(headers={"authorization": f"Bearer {token[1]}"}) as program:
        assert program.get("/review").status_code == 200
        assert program.get("/admin").status_code == 403
        assert program.post("/review/statements/aa", data={"action": "confirm"}).status_code == 403
        for path, form in (
            ("/account/tokens", {"label": "more", "role": "admin", "days": "9"}),
            ("/account/password", {"old": PASSWORD, "new": "another long password"}),
            ("/account/tokens/1/revoke", {}),
            ("/account/sessions", {}),
        ):
            assert program.post(path, data=form).status_code == 403
    with logged_in(team, "Ana") as ana:
        number = re.search(r"/account/tokens/(\d+)/revoke", ana.get("/account").text)
        assert number is not None
        with logged_in(team, "Vera") as vera:
            assert vera.post(number[0]).status_code == 404
        assert ana.post(number[0]).status_code == 303
    with team.client(headers={"authorization": f"Bearer {token[1]}"}) as program:
        assert program.get("/review").status_code == 401


def test_reloading_after_a_token_was_made_makes_no_other(page: Page, team: Server) -> None:
    log_in(page, team, "Ana", "/account")
    page.get_by_label("What for").fill("nightly")
    page.get_by_role("button", name="Make a token").click()
    expect(page.locator("#token")).to_contain_text("dgm_")
    token = page.locator("#token").inner_text()
    assert token not in page.url
    page.reload()
    expect(page.get_by_role("button", name="Revoke nightly")).to_have_count(1)
    expect(page.locator("#token")).to_have_count(0)  # it was shown
    with Accounts(team.ledger) as accounts:
        assert [t.label for t in sessions.tokens(accounts, accounts.named("Ana").number)] == ["nightly"]


def test_reloading_after_a_password_was_given_gives_no_other(team: Server) -> None:
    with logged_in(team, "Ana") as ana:
        assert ana.post("/admin/accounts/4", data={"action": "password"}).status_code == 303
        shown = re.search(r'id="made">(?:<[^>]+>)*([^<]+)<', ana.get("/admin").text)
        assert shown is not None
        assert shown[1] not in ana.get("/admin").text
        with logged_in(team, "Lea", shown[1]):
            pass


def test_a_token_that_was_made_is_shown_in_its_own_session_only(team: Server) -> None:
    with logged_in(team, "Ana") as ana, logged_in(team, "Ana") as elsewhere:
        ana.post("/account/tokens", data={"label": "nightly", "role": "reader", "days": "9"})
        assert 'id="token"' not in elsewhere.get("/account").text
        assert 'id="token"' in ana.get("/account").text


def test_a_token_has_its_owners_role_at_most(team: Server) -> None:
    with logged_in(team, "Vera") as vera:
        answer = vera.post("/account/tokens", data={"label": "more", "role": "admin", "days": "9"})
        assert (answer.status_code, 'id="token"' in answer.text) == (400, False)
        assert "the role reviewer at most" in answer.text


def test_an_admin_adds_somebody_who_chooses_a_password(page: Page, team: Server) -> None:
    log_in(page, team, "Ana", "/admin")
    assert barriers(page) == []
    page.get_by_label("Name", exact=True).fill("Mia")
    page.get_by_label("Role", exact=True).select_option("reviewer")
    page.get_by_role("button", name="Add", exact=True).click()
    made = page.locator("#made").inner_text()
    page.goto(f"{team.url}/admin/log")
    expect(page.locator("tbody tr").first).to_contain_text("Mia as reviewer")
    assert barriers(page) == []
    page.goto(f"{team.url}/account")
    assert barriers(page) == []
    page.get_by_role("button", name="Log out", exact=True).click()
    assert barriers(page) == []
    page.get_by_label("Name").fill("mia")
    page.get_by_label("Password").fill(made)
    page.keyboard.press("Enter")
    page.wait_for_url("**/account")  # nothing else opens before the password is changed
    page.goto(f"{team.url}/review")
    page.wait_for_url("**/account")
    page.get_by_label("Old password").fill(made)
    page.get_by_label("New password").fill("words that Mia alone knows")
    page.get_by_role("button", name="Change it").click()
    page.goto(f"{team.url}/review")
    expect(page.get_by_role("heading", name="Review")).to_be_visible()


def test_a_password_is_changed_with_the_old_one_only(team: Server) -> None:
    with logged_in(team, "Lea") as client:
        new = {"new": "another horse, another staple"}
        assert client.post("/account/password", data=new | {"old": "wrong"}).status_code == 403
        assert client.post("/account/password", data={"old": PASSWORD, "new": "short"}).status_code == 400
        assert client.post("/account/password", data=new | {"old": PASSWORD}).status_code == 303
    with Accounts(team.ledger) as accounts:
        assert sessions.log_in(accounts, "Lea", new["new"], "")


def test_the_last_admin_cannot_shut_everybody_out(team: Server) -> None:
    with logged_in(team, "Ana") as client:
        answer = client.post("/admin/accounts/1", data={"action": "close"})
        assert answer.status_code == 409
        assert "last open account of an admin" in answer.text


def test_names_are_shown_as_text(team: Server) -> None:
    with logged_in(team, "Ana") as client:
        assert client.post("/admin/accounts", data={"name": "<script>alert(1)</script>"}).status_code == 303
        for path in ("/admin", "/admin/log"):
            assert "<script>alert" not in client.get(path).text


def test_one_local_user_needs_no_account(client: httpx.Client) -> None:
    for path in ("/login", "/account", "/admin", "/admin/log"):
        assert client.get(path).status_code == 404

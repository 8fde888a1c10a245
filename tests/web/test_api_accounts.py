"""Accounts for programs: one's own for everybody, all of them and the audit log for admins."""

from __future__ import annotations

import httpx
import pytest

from dragoman.web.accounts import sessions
from dragoman.web.accounts.store import Accounts
from web.conftest import Server
from web.teams import TEAM, logged_in

API = "/api/v1"


def pages(client: httpx.Client, path: str, name: str, limit: int) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = []
    params: dict[str, str | int] = {"limit": limit}
    while True:
        body = client.get(f"{API}/{path}", params=params).json()
        listed += body[name]
        if body["next"] is None:
            return listed
        params["cursor"] = body["next"]


def test_an_admin_sees_accounts_and_the_audit_log(team: Server) -> None:
    with logged_in(team, "Ana") as client:
        accounts = pages(client, "admin/accounts", "accounts", 3)
        assert {(one["name"], one["role"]) for one in accounts} == set(TEAM)
        assert all(set(one) >= {"number", "disabled", "created"} for one in accounts)
        lines = pages(client, "admin/log", "lines", 2)
        assert lines[0]["action"] == "login"
        assert [line["number"] for line in lines] == sorted((line["number"] for line in lines), reverse=True)
        assert sum(line["action"] == "account added" for line in lines) == len(TEAM)
        first = client.get(f"{API}/admin/log")
        again = client.get(f"{API}/admin/log", headers={"if-none-match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        told = first.text + client.get(f"{API}/admin/accounts").text
        assert "argon2" not in told


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Vera", "Lea"])
@pytest.mark.parametrize("path", ["admin/accounts", "admin/log", "admin/nowhere"])
def test_others_see_neither(team: Server, name: str, path: str) -> None:
    with logged_in(team, name) as client:
        answer = client.get(f"{API}/{path}")
        assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
        assert "needs the role admin" in answer.json()["detail"]


def test_a_token_of_an_admin_may_only_what_it_was_made_for(team: Server) -> None:
    with Accounts(team.ledger) as accounts:
        number = accounts.named("Ana").number
        made = {
            role: sessions.add_token(accounts, number, role, role, 30, who="Ana", address="")
            for role in ("admin", "reader")
        }
    for role, status in (("admin", 200), ("reader", 403)):
        with team.client(headers={"authorization": f"Bearer {made[role]}"}) as client:
            assert client.get(f"{API}/admin/accounts").status_code == status
            mine = client.get(f"{API}/account").json()
            assert mine["account"]["name"] == "Ana"
            assert [one["label"] for one in mine["tokens"]] == ["admin", "reader"]
            assert made["admin"] not in str(mine)


def test_without_a_team_there_are_none(client: httpx.Client) -> None:
    for path in ("account", "admin/accounts", "admin/log"):
        answer = client.get(f"{API}/{path}")
        assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
        assert "--team" in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/admin/log", "/review/decisions"])
@pytest.mark.parametrize("before", ["9" * 30, "-1", "x"])
def test_a_number_that_no_line_can_have_is_refused(team: Server, path: str, before: str) -> None:
    with logged_in(team, "Ana") as client:
        assert client.get(path, params={"before": before}).status_code == 400

"""Decisions through the API: what was seen counts, tags too, and who may."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.web.accounts import sessions
from dragoman.web.accounts.store import Accounts
from dragoman.web.state import Role
from web.conftest import Server
from web.teams import logged_in, token_of

API = "/api/v1"


@pytest.fixture
def local(changing: Server) -> Iterator[httpx.Client]:
    with changing.client() as client:
        client.headers["x-csrf-token"] = token_of(client.get("/review"))
        yield client


def first(client: httpx.Client) -> str:
    return str(client.get(f"{API}/review", params={"limit": 1}).json()["statements"][0]["id"])


def test_confirmed_rejected_corrected_and_undone(local: httpx.Client) -> None:
    statement = first(local)
    path = f"{API}/statements/{statement}"
    confirmed = local.post(f"{path}/decisions", json={"action": "confirm", "seen": 0, "why": "read it"})
    assert confirmed.status_code == 201
    seen = confirmed.json()["number"]
    assert (local.get(path).json()["status"], local.get(path).json()["seen"]) == ("confirmed", seen)
    fields = {"object": "another thing", "date": "2016-03", "value": [{"number": 5, "unit": "EUR"}]}
    corrected = local.post(f"{path}/decisions", json={"action": "correct", "seen": seen, "fields": fields})
    assert corrected.status_code == 201, corrected.text
    now = local.get(path).json()
    assert (now["object"], now["date"], now["status"]) == ("another thing", "2016-03", "corrected")
    assert now["original"]["object"] != "another thing"
    rejected = local.post(f"{path}/decisions", json={"action": "reject", "seen": now["seen"]})
    assert rejected.status_code == 201
    undone = local.post(f"{API}/decisions/{rejected.json()['number']}/undo", json={"why": "it is right"})
    assert undone.status_code == 201
    assert local.post(f"{API}/decisions/{rejected.json()['number']}/undo", json={}).status_code == 409
    made = local.get(f"{path}/decisions").json()["decisions"]
    assert [one["action"] for one in made] == ["confirm", "correct", "reject", "undo"]
    assert [one["number"] for one in local.get(f"{API}/decisions").json()["decisions"]] == [
        one["number"] for one in reversed(made)
    ]


@pytest.mark.slow
def test_a_quote_is_placed_where_it_begins(local: httpx.Client) -> None:
    path = f"{API}/statements/{first(local)}"
    quote = local.get(path).json()["quote"]
    start = local.get(path).json()["start_char"] + len(quote) - 1
    body = {"action": "correct", "seen": 0, "fields": {"quote": quote[-1], "start": start}}
    assert local.post(f"{path}/decisions", json=body).status_code == 201
    now = local.get(path).json()
    assert (now["quote"], now["start_char"], now["end_char"]) == (quote[-1], start, start + 1)
    body = {"action": "correct", "seen": now["seen"], "fields": {"quote": quote, "start": start}}
    refused = local.post(f"{path}/decisions", json=body)
    assert refused.status_code in (400, 422)
    assert f"does not stand at character {start}" in refused.json()["detail"]


def test_who_comes_late_overwrites_nothing(local: httpx.Client) -> None:
    path = f"{API}/statements/{first(local)}"
    before = local.get(path)
    tag = before.headers["etag"]
    assert local.post(f"{path}/decisions", json={"action": "confirm", "seen": 0}).status_code == 201
    late = local.post(f"{path}/decisions", json={"action": "reject", "seen": 0})
    assert (late.status_code, late.headers["content-type"]) == (409, "application/problem+json")
    assert "look again" in late.json()["detail"]
    now = local.get(path)
    stale = local.post(
        f"{path}/decisions", json={"action": "reject", "seen": now.json()["seen"]}, headers={"if-match": tag}
    )
    assert stale.status_code == 412
    assert local.get(path).json()["status"] == "confirmed"
    fresh = {"if-match": now.headers["etag"]}
    body = {"action": "reject", "seen": now.json()["seen"]}
    assert local.post(f"{path}/decisions", json=body, headers=fresh).status_code == 201


def test_undoing_overwrites_no_decision_of_somebody_else(team: Server) -> None:
    with logged_in(team, "Vera") as vera, logged_in(team, "Ivo") as ivo:
        path = f"{API}/statements/{first(vera)}"
        correct = {"action": "correct", "seen": 0, "fields": {"object": "another thing"}}
        made = vera.post(f"{path}/decisions", json=correct).json()["number"]
        seen = ivo.post(f"{path}/decisions", json={"action": "confirm", "seen": made}).json()["number"]
        for body in ({}, {"seen": made}):
            late = vera.post(f"{API}/decisions/{made}/undo", json=body)
            assert (late.status_code, late.headers["content-type"]) == (409, "application/problem+json")
            assert f"you had seen decision {made}, the last one is {seen}" in late.json()["detail"]
        assert vera.get(path).json()["object"] == "another thing"
        undone = vera.post(f"{API}/decisions/{made}/undo", json={"seen": seen, "why": "it was right"})
        assert undone.status_code == 201


def test_actors_are_merged_and_split(local: httpx.Client, changing: Server) -> None:
    with Ledger.open(changing.ledger) as ledger:
        actor = next(line.actor for line in queries.actors(ledger) if line.name)
    body = {"action": "merge", "actor": actor, "into": "/Somebody", "seen": 0}
    merged = local.post(f"{API}/decisions", json=body)
    assert merged.status_code == 201
    assert local.post(f"{API}/decisions", json=body).status_code == 409
    about = local.get(f"{API}/actors/profile", params={"actor": actor}).json()["about"]
    assert about == ["/Somebody"]
    split = {"action": "split", "actor": actor, "seen": merged.json()["number"]}
    assert local.post(f"{API}/decisions", json=split).status_code == 201
    assert local.post(f"{API}/decisions", json={"action": "merge", "actor": actor, "seen": 0}).status_code == 422


def test_without_the_token_of_forms_nothing_is_decided(changing: Server) -> None:
    with changing.client() as client:
        path = f"{API}/statements/{first(client)}/decisions"
        for headers in ({}, {"x-csrf-token": "x" * 43}, {"origin": "https://evil.example"}):
            answer = client.post(path, json={"action": "confirm", "seen": 0}, headers=headers)
            assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
            assert ("need an API token" in answer.json()["detail"]) == (not headers)


def token(server: Server, name: str, role: Role) -> dict[str, str]:
    with Accounts(server.ledger) as accounts:
        made = sessions.add_token(accounts, accounts.named(name).number, "test", role, 30, who=name, address="")
    return {"authorization": f"Bearer {made}"}


@pytest.mark.parametrize(
    ("name", "role", "status"), [("Vera", "reviewer", 201), ("Vera", "reader", 403), ("Lea", "reader", 403)]
)
@pytest.mark.slow
def test_a_token_may_what_its_role_may(team: Server, name: str, role: Role, status: int) -> None:
    with team.client(headers=token(team, name, role)) as client:
        statement = first(client)
        path = f"{API}/statements/{statement}/decisions"
        answer = client.post(path, json={"action": "confirm", "seen": 0})
        assert answer.status_code == status
        if status == 201:
            (made,) = client.get(path).json()["decisions"]
            assert made["who"] == name
        else:
            assert answer.headers["content-type"] == "application/problem+json"


def test_a_team_is_answered_with_a_session_or_a_token_only(team: Server) -> None:
    with team.client() as client:
        for headers in ({}, {"authorization": "Bearer dgm_forged"}, {"cookie": "dragoman=forged"}):
            answer = client.get(f"{API}/statements", headers=headers)
            assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
            assert client.get(f"{API}/openapi.json", headers=headers).status_code == 401
    with logged_in(team, "Lea") as client:
        assert client.get(f"{API}/statements").status_code == 200
        refused = client.post(f"{API}/statements/{first(client)}/decisions", json={"action": "confirm", "seen": 0})
        assert refused.status_code == 403
    with logged_in(team, "Ivo") as client:
        path = f"{API}/statements/{first(client)}/decisions"
        assert client.post(path, json={"action": "confirm", "seen": 0}).status_code == 201


def test_if_match_is_for_statements_only(changing: Server) -> None:
    with changing.client() as client:
        client.headers["x-csrf-token"] = token_of(client.get("/review"))
        merging = {"action": "merge", "actor": "SRB", "into": "XKX", "seen": 0}
        for path, body in (("decisions", merging), ("decisions/1/undo", {"seen": 1})):
            answer = client.post(f"/api/v1/{path}", json=body, headers={"if-match": '"nope"'})
            assert answer.status_code == 412


def test_nobody_is_merged_into_themselves(changing: Server) -> None:
    with changing.client() as client:
        client.headers["x-csrf-token"] = token_of(client.get("/review"))
        answer = client.post("/api/v1/decisions", json={"action": "merge", "actor": "Serbia", "into": "SRB", "seen": 0})
        assert (answer.status_code, "into itself" in answer.text) == (400, True)

"""The pictures for programs: the same numbers as the pages and their files have."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import httpx
import pytest

import pictures_ledger
from dragoman.web import Settings
from web.conftest import serving

API = "/api/v1"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    path = tmp_path_factory.mktemp("pictures") / "pictures.ledger"
    pictures_ledger.build(path)
    with serving(Settings(ledger=str(path))) as running, running.client() as opened:
        yield opened


def lines(client: httpx.Client, path: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(client.get(path).text)))[1:]


def test_a_timeline_has_what_the_page_draws(client: httpx.Client) -> None:
    told = client.get(f"{API}/timeline", params={"actor": "Kosovo", "kind": "agreement"}).json()
    assert (told["about"], told["cut"]) == (["XKX"], [])
    (item,) = told["items"]
    assert (item["first"], item["last"], item["source"], item["told"]) == ("2015-10-27", None, ["EU", "XKX"], 2)
    assert client.get(f"{API}/statements/{item['statement_id']}").json()["stage"] == "signed"
    both = client.get(f"{API}/timeline", params={"actor": ["SRB", "XKX"]}).json()
    assert [one["object"] for one in both["items"]] == ["Dialogue"]
    latest = client.get(f"{API}/timeline", params={"actor": "XKX", "kind": "meeting", "limit": 1}).json()
    assert (len(latest["items"]), latest["cut"]) == (1, ["meeting"])


@pytest.mark.parametrize("asked", ["", "actor=XKX", "actor=XKX&kind=meeting&since=2013&until=2014", "people=true"])
def test_a_network_has_the_ties_of_the_file(client: httpx.Client, asked: str) -> None:
    told = client.get(f"{API}/network?{asked}").json()
    expected = [(line[0], line[1], int(line[2])) for line in lines(client, f"/network.csv?{asked}")]
    assert [(edge["a"], edge["b"], edge["facts"]) for edge in told["edges"]] == expected
    assert all(sum(kind["facts"] for kind in edge["kinds"]) == edge["facts"] for edge in told["edges"])
    assert {end for edge in told["edges"] for end in (edge["a"], edge["b"])} <= {n["actor"] for n in told["nodes"]}


def test_the_shortest_connection_is_a_chain_of_ties(client: httpx.Client) -> None:
    told = client.get(f"{API}/network/connection", params={"a": "Iceland", "b": "Kosovo"}).json()
    assert told["actors"] == ["ISL", "NOR", "SRB", "XKX"]
    assert [{edge["a"], edge["b"]} for edge in told["edges"]] == [{"ISL", "NOR"}, {"NOR", "SRB"}, {"SRB", "XKX"}]
    none = client.get(f"{API}/network/connection", params={"a": "ISL", "b": "XKX", "since": 2013}).json()
    assert none == {"actors": [], "edges": [], "gave_up": False}


def test_a_map_says_where_the_ties_are(client: httpx.Client) -> None:
    told = client.get(f"{API}/map", params={"actor": "Kosovo"}).json()
    expected = [(line[1], int(line[2])) for line in lines(client, "/map.csv?actor=XKX")]
    assert [(tie["place"]["actor"], tie["facts"]) for tie in told["ties"]] == expected
    places = {tie["place"]["actor"]: tie["place"] for tie in told["ties"]}
    assert (places["USA"]["area"], places["USA"]["point"]) == ("840", None)
    assert len(places["TUV"]["point"]) == 2


def test_flows_are_of_one_currency(client: httpx.Client) -> None:
    told = client.get(f"{API}/money").json()
    assert (told["unit"], told["left_out"], told["cut"]) == ("EUR", 0, False)
    assert told["units"] == [{"unit": "EUR", "facts": 3}, {"unit": "USD", "facts": 1}]
    assert [flow["amount"] for flow in told["flows"]] == [30_000_000, 10_000_000, 2_000_000]
    assert (told["flows"][1]["bounds"], told["flows"][1]["target"]) == (["over"], ["SRB"])
    assert told["flows"][2]["programme"] == pictures_ledger.FORMULA
    dollars = client.get(f"{API}/money", params={"actor": "Kosovo", "unit": "USD"}).json()
    assert [(flow["source"], flow["amount"]) for flow in dollars["flows"]] == [(["USA"], 5_000_000)]
    assert client.get(f"{API}/money", params={"limit": 1}).json()["left_out"] == 2
    assert len(lines(client, "/money.csv")) == 3


def test_events_are_counted_by_type_and_year(client: httpx.Client) -> None:
    told = client.get(f"{API}/events").json()
    assert {"event": "CONSULT", "year": 2014, "statements": 2} in told["bars"]
    assert {"event": "SUPPORT", "year": None, "statements": 1} in told["bars"]
    both = client.get(f"{API}/events", params={"actor": ["SRB", "Kosovo"]}).json()
    assert both == {"about": ["SRB", "XKX"], "bars": [{"event": "CONSULT", "year": 2013, "statements": 1}]}


@pytest.mark.parametrize("path", ["timeline?actor=XKX", "network", "map?actor=XKX", "money", "events"])
def test_who_has_a_picture_already_is_told_so(client: httpx.Client, path: str) -> None:
    first = client.get(f"{API}/{path}")
    again = client.get(f"{API}/{path}", headers={"if-none-match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("timeline", 422),
        ("timeline?actor=Nowhere", 404),
        ("timeline?actor=XKX&actor=SRB&actor=EU", 422),
        ("timeline?actor=XKX&kind=wedding", 422),
        ("timeline?actor=XKX&since=0", 422),
        ("timeline?actor=' OR 1=1 --", 404),
        ("network?actor=Nowhere", 404),
        ("network?limit=1000", 422),
        ("network/connection?a=XKX", 422),
        ("network/connection?a=XKX&b=Nowhere", 404),
        ("map", 422),
        ("map?actor=Nowhere", 404),
        ("money?actor=Nowhere", 404),
        ("money?since=x", 422),
        ("events?actor=Nowhere", 404),
        ("events?actor=%00", 422),
    ],
)
def test_what_cannot_be_drawn_is_a_problem(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(f"{API}/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")

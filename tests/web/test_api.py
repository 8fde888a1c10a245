"""The REST API: what it answers, page by page, with tags, and what it says to what cannot be answered."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pyarrow as pa
import pytest
from fastapi import APIRouter
from fastapi.routing import APIRoute

from dragoman import queries
from dragoman.frames import STATEMENT_COLUMNS
from dragoman.ledger import Ledger
from dragoman.queries import Filter
from dragoman.web import Settings
from dragoman.web.api import asking
from dragoman.web.api.bulk import Format, encoded
from dragoman.web.app import _ROUTERS
from web.conftest import Server, serving
from web.teams import found

API = "/api/v1"


@pytest.fixture(scope="module")
def some(server: Server) -> queries.Found:
    """A statement of the samples."""
    with Ledger.open(server.ledger) as ledger:
        return queries.statements(ledger, Filter(kinds=("agreement",), actors=("XKX",)), limit=1).statements[0]


def test_statements_are_the_librarys_in_the_same_order(client: httpx.Client, sample_ledger: Path) -> None:
    listed, cursor = [], None
    while True:
        page = client.get(f"{API}/statements", params={"limit": 40, **({"cursor": cursor} if cursor else {})})
        body = page.json()
        listed += body["statements"]
        cursor = body["next"]
        if cursor is None:
            break
        assert page.links["next"]["url"].startswith(str(client.base_url))
    with Ledger.open(sample_ledger) as ledger:
        every = list(queries.every(ledger))
    assert [one["id"] for one in listed] == [one.id for one in every]
    assert {name: listed[0][name] for name in STATEMENT_COLUMNS} == every[0].as_row()


CONDITIONS: list[tuple[dict[str, object], Filter]] = [
    ({"kind": "agreement"}, Filter(kinds=("agreement",))),
    ({"kind": ["agreement", "meeting"], "stage": "signed"}, Filter(kinds=("agreement", "meeting"), stages=("signed",))),
    ({"actor": "Kosovo"}, Filter(actors=("XKX",))),
    ({"actor": ["Serbia", "NATO"], "role": "any"}, Filter(actors=("SRB", "NATO"), role="any")),
    ({"object": "association agreement"}, Filter(object="association agreement")),
    ({"text": '"European Union"'}, Filter(text='"European Union"')),
    ({"since": "2015", "until": "2016-06"}, Filter(since="2015", until="2016-06")),
    ({"language": "en", "min_confidence": 0.5}, Filter(language="en", min_confidence=0.5)),
    ({"as_of": "2030", "rejected": True}, Filter(as_of="2030", include_rejected=True)),
    ({"doc": "us-kosovo-2019"}, Filter(document="us-kosovo-2019")),
]


@pytest.mark.parametrize(("asked", "means"), CONDITIONS)
def test_filters_are_those_of_the_command_line(
    client: httpx.Client, sample_ledger: Path, asked: dict[str, object], means: Filter
) -> None:
    body = client.get(f"{API}/statements", params={"limit": 1000, **asked}).json()  # type: ignore[arg-type]
    with Ledger.open(sample_ledger) as ledger:
        assert [s["id"] for s in body["statements"]] == [f.id for f in queries.every(ledger, means)]
        counted = client.get(f"{API}/statements/count", params=asked).json()  # type: ignore[arg-type]
        assert counted == {"count": queries.count(ledger, means), "undated": queries.undated(ledger, means)}


def test_a_pair_and_an_actor_are_narrowed_to_years_as_statements_are(client: httpx.Client, sample_ledger: Path) -> None:
    pair, actor = ("dyads", {"a": "EU", "b": "Kosovo"}), ("actors/profile", {"actor": "Kosovo"})
    for (path, about), actors in ((pair, ("EU", "XKX")), (actor, ("XKX",))):
        years = {"since": "2015", "until": "2016-06", "limit": 1000}
        narrowed = client.get(f"{API}/{path}", params=about | years).json()
        with Ledger.open(sample_ledger) as ledger:
            means = {f.fact for f in queries.every(ledger, Filter(actors=actors, since="2015", until="2016-06"))}
        assert {fact["number"] for fact in narrowed["facts"]} == means
        assert (
            0 < narrowed["facts_count"] == len(means) < client.get(f"{API}/{path}", params=about).json()["facts_count"]
        )
        refused = client.get(f"{API}/{path}", params=about | {"since": "soon"})
        assert (refused.status_code, "soon" in refused.text) == (400, True)


def test_who_has_it_already_is_told_so(client: httpx.Client, some: queries.Found) -> None:
    for path in (f"{API}/statements", f"{API}/statements/{some.id}", f"{API}/documents/{some.document_id}/text"):
        first = client.get(path)
        again = client.get(path, headers={"if-none-match": f'"other", {first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def described(client: httpx.Client) -> list[tuple[str, str, dict[str, Any]]]:
    """Paths, methods and what the description has about them."""
    paths = client.get(f"{API}/openapi.json").json()["paths"]
    return [(path, method, told) for path, methods in paths.items() for method, told in methods.items()]


def headers_of(told: dict[str, Any]) -> list[str]:
    """The headers of requests that an operation is described with."""
    return [one["name"] for one in told.get("parameters", []) if one["in"] == "header"]


def test_the_description_says_which_answers_have_an_etag(client: httpx.Client) -> None:
    asked = 0
    for path, method, told in described(client):
        tagged = method == "get" and path != f"{API}/bulk/statements"
        answers = told["responses"]
        assert ("304" in answers, "If-None-Match" in headers_of(told)) == (tagged, tagged), path
        assert ("ETag" in answers.get("200", {}).get("headers", {})) == tagged
        if not tagged or "{" in path or any(one.get("required") for one in told["parameters"]):
            continue
        first = client.get(path)
        if first.status_code == 200:  # accounts are for teams
            asked += 1
            assert client.get(path, headers={"if-none-match": first.headers["etag"]}).status_code == 304
    assert asked > 15
    assert "etag" not in client.get(f"{API}/bulk/statements").headers


def test_the_description_says_which_decision_takes_if_match(client: httpx.Client) -> None:
    found = [(path, method) for path, method, told in described(client) if "If-Match" in headers_of(told)]
    assert found == [(f"{API}/statements/{{statement_id}}/decisions", "post")]
    assert "x-untagged" not in client.get(f"{API}/openapi.json").text


def test_a_statement_is_told_with_its_reading_and_cited_as_an_annotation(
    client: httpx.Client, some: queries.Found
) -> None:
    told = client.get(f"{API}/statements/{some.id[:12]}").json()
    assert (told["id"], told["seen"], told["decisions"]) == (some.id, 0, [])
    text = client.get(f"{API}/documents/{some.document_id}/text").text
    assert text[told["start_char"] : told["end_char"]] == told["quote"]
    answer = client.get(f"{API}/statements/{some.id}/annotation")
    assert answer.headers["content-type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    cited = answer.json()
    assert (cited["@context"], cited["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    quote, position = cited["target"][0]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    kept = client.get(cited["target"][0]["source"]).text
    assert kept[position["start"] : position["end"]] == quote["exact"] == told["quote"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in kept
    assert client.get(cited["id"]).json() == cited


def test_what_the_pages_show_is_there(client: httpx.Client, some: queries.Found) -> None:
    profile = client.get(f"{API}/actors/profile", params={"actor": "Kosovo", "limit": 5}).json()
    assert profile["about"] == ["XKX"]
    assert len(profile["facts"]) == 5
    more = client.get(f"{API}/actors/profile", params={"actor": "Kosovo", "limit": 5, "cursor": profile["next"]}).json()
    assert not {f["number"] for f in profile["facts"]} & {f["number"] for f in more["facts"]}
    assert client.get(f"{API}/dyads", params={"a": "EU", "b": "Kosovo"}).json()["about"] == ["EU", "XKX"]
    life = client.get(f"{API}/instruments/lifecycle", params={"name": some.statement.object or ""}).json()
    assert life["facts_count"] >= 1
    assert any(
        t["statements"] for t in client.get(f"{API}/instruments", params={"q": "agreement"}).json()["instruments"]
    )
    passages = client.get(f"{API}/search/passages", params={"q": "Kosovo", "limit": 3}).json()
    assert len(passages["passages"]) == 3
    assert all("kosov" in hit["passage"].lower() for hit in passages["passages"])
    narrowed = client.get(f"{API}/search/statements", params={"text": "Kosovo", "limit": 3}).json()
    assert {f["name"] for f in narrowed["facets"]} >= {"kind", "actor"}
    assert client.get(f"{API}/contradictions", params={"actor": "XKX"}).status_code == 200
    document = client.get(f"{API}/documents/{some.document_id}").json()
    assert document["doc"] == some.statement.doc
    inside = client.get(f"{API}/documents/{some.document_id}/statements").json()["statements"]
    assert some.id in {s["id"] for s in inside}
    assert len(client.get(f"{API}/documents/{some.document_id}/versions").json()["versions"]) == 1
    numbers = client.get(f"{API}/summary").json()
    assert numbers["statements"] == client.get(f"{API}/statements/count").json()["count"]
    assert len(client.get(f"{API}/codebook").json()["kinds"]) == 12
    for path in ("skipped", "unlinked", "review", "decisions", "uploads"):
        assert client.get(f"{API}/{path}").status_code == 200


def test_lists_of_documents_tell_where_each_fact_was_found(client: httpx.Client) -> None:
    listed = client.get(f"{API}/documents", params={"limit": 1000}).json()["documents"]
    assert {line["date_evidence"] for line in listed} - {""}
    for line in listed[:4]:
        told = client.get(f"{API}/documents/{line['id']}").json()
        for name in ("title", "publisher", "date", "language"):
            assert told[name] == {"value": line[name], "evidence": line[f"{name}_evidence"]}
        assert (told["publisher_actor"], told["locator"]) == (line["publisher_actor"], line["locator"])


# What each page shows, and where a program gets it. Null: nothing from the ledger or the accounts is shown there.
SHOWN: dict[str, tuple[str, ...] | None] = {
    "/": ("coverage", "actors", "new/documents", "new/statements", "review"),
    "/account": ("account",),
    "/actors": ("actors",),
    "/actors/{actor:path}": (
        "actors/profile",
        "actors/directory",
        "actors/sources",
        "actors/partners",
        "actors",
    ),
    "/admin": ("admin/accounts",),
    "/admin/log": ("admin/log",),
    "/contradictions": ("contradictions",),
    "/documents": ("documents",),
    "/documents/{document_id}": (
        "documents/{document_id}",
        "documents/{document_id}/text",
        "documents/{document_id}/statements",
        "documents/{document_id}/versions",
    ),
    "/documents/{document_id}/changes": ("documents/{document_id}/changes", "documents/{document_id}/text"),
    "/dyad": ("dyads", "events"),
    "/events": ("events",),
    "/events.csv": ("events",),
    "/instruments": ("instruments", "instruments/lifecycle"),
    "/instruments.csv": ("instruments/lifecycle",),
    "/login": None,
    "/login/oidc": None,
    "/login/oidc/callback": None,
    "/map": ("map",),
    "/map.csv": ("map",),
    "/money": ("money",),
    "/money.csv": ("money",),
    "/network": ("network", "network/connection"),
    "/network.csv": ("network",),
    "/network/tie": ("dyads",),
    "/review": ("review",),
    "/review/actors": ("actors", "decisions"),
    "/review/date": None,
    "/review/decisions": ("decisions",),
    "/review/statements/{statement}": ("statements/{statement_id}", "statements/{statement_id}/decisions"),
    "/review/suggest": ("actors",),
    "/search": ("search/statements", "search/passages", "instruments"),
    "/statements/{statement_id}": ("statements/{statement_id}", "statements/{statement_id}/annotation"),
    "/timeline": ("timeline",),
    "/timeline.csv": ("timeline",),
    "/upload": ("uploads",),
    "/upload/{job_id}": ("uploads/{job_id}",),
}


def pages_of(router: APIRouter) -> Iterator[str]:
    """The paths that a router answers to GET."""
    for route in router.routes:
        if isinstance(route, APIRoute) and "GET" in route.methods:
            yield route.path
        elif (within := getattr(route, "original_router", None)) is not None:
            yield from pages_of(within)


def test_every_page_has_its_like_in_the_api(client: httpx.Client) -> None:
    shown = {path for name in _ROUTERS if name != "dragoman.web.api" for path in pages_of(import_module(name).router)}
    assert shown == SHOWN.keys(), "a page was added or removed: say here where programs get what it shows"
    described = client.get(f"{API}/openapi.json").json()["paths"]
    for routes in filter(None, SHOWN.values()):
        for route in routes:
            assert "get" in described.get(f"{API}/{route}", {}), route


def test_lists_are_paged_to_their_end(client: httpx.Client) -> None:
    for path, name, key in (
        ("documents", "documents", "id"),
        ("actors", "actors", "actor"),
        ("review", "statements", "id"),
    ):
        listed: list[str] = []
        params: dict[str, str | int] = {"limit": 7}
        while True:
            body = client.get(f"{API}/{path}", params=params).json()
            listed += [one[key] for one in body[name]]
            if body["next"] is None:
                break
            params["cursor"] = body["next"]
        assert len(listed) == len(set(listed)) > 7


def test_all_statements_stream_in_three_formats(client: httpx.Client, sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger) as ledger:
        rows = [found.as_row() for found in queries.every(ledger)]
    lines = client.get(f"{API}/bulk/statements").text.splitlines()
    assert [json.loads(line) for line in lines] == rows
    answer = client.get(f"{API}/bulk/statements", params={"format": "csv"})
    assert answer.headers["content-disposition"] == 'attachment; filename="statements.csv"'
    assert [row["id"] for row in csv.DictReader(io.StringIO(answer.text, newline=""))] == [row["id"] for row in rows]
    arrow = client.get(f"{API}/bulk/statements", params={"format": "arrow"})
    table = pa.ipc.open_stream(arrow.content).read_all()
    assert table.column("id").to_pylist() == [row["id"] for row in rows]
    for kind in ("jsonl", "csv", "arrow"):
        assert client.get(f"{API}/bulk/statements", params={"format": kind, "since": "2999"}).status_code == 200
    assert client.get(f"{API}/bulk/statements", params={"since": "yesterday"}).status_code == 400


WRONG: list[tuple[str, int]] = [
    ("statements?kind=quarrel", 422),
    ("statements?kind=meeting&stage=signed", 400),
    ("statements?since=yesterday", 400),
    ("statements?limit=0", 422),
    ("statements?limit=100000", 422),
    ("statements?min_confidence=2", 422),
    ("statements?role=victim", 422),
    ("statements?text=a%00b", 422),
    ("statements?cursor=bm90IG91cnM", 400),
    ("statements?cursor=%ff%fe", 400),
    ("documents?cursor=!!", 400),
    ("statements/nothing-like-this", 404),
    ("statements/ffffffffffffffff", 404),
    ("documents/none", 404),
    ("actors/profile?actor=Atlantis", 404),
    ("statements?actor=Atlantis", 404),
    ("statements/count?publisher=nosuch", 404),
    ("search/statements?language=xx", 404),
    ("search/passages?q=nato&publisher=nosuch", 404),
    ("bulk/statements?doc=nosuch", 404),
    ("dyads?a=Kosovo&b=XKX", 404),
    ("dyads?a=EU&b=Kosovo&since=2019&until=2018", 400),
    ("timeline?actor=XKX&since=2019&until=2018", 400),
    ("actors/profile", 422),
    ("uploads/upload-none", 404),
    ("uploads/..%2f..%2fetc", 404),
    ("nowhere", 404),
]


@pytest.mark.parametrize(("path", "status"), WRONG)
def test_what_cannot_be_answered_is_a_problem(client: httpx.Client, path: str, status: int) -> None:
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert (told["type"], told["status"]) == ("about:blank", status)
    assert told["title"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("statements?actor=Atlantis", "the ledger has no actor 'Atlantis'; /api/v1/actors lists those it has"),
        ("statements?kind=quarrel", "kind: 'quarrel' is not one of relations, "),
        ("statements?limit=0", "limit: "),
        ("statements?actr=XKX", "actr: is no parameter of /api/v1/statements; near: actor"),
        (
            "search/passages?q=nato&publishers=NATO",
            "publishers: is no parameter of /api/v1/search/passages; near: ",
        ),
        ("actors/profile?actor=XKX&kinds=meeting", "kinds: is no parameter of /api/v1/actors/profile; near: kind"),
        ("dyads?a=XKX&b=SRB&sinse=2010", "sinse: is no parameter of /api/v1/dyads; near: since"),
        ("dyads?a=XKX&limit=0", "b: "),
        ("coverage?kind=agreement", "kind: is no parameter of /api/v1/coverage; there are: limit"),
        ("codebook?limit=5", "limit: is no parameter of /api/v1/codebook"),
        ("nowhere", "there is no GET /api/v1/nowhere; /api/v1/openapi.json describes what there is"),
    ],
)
def test_a_problem_names_what_is_wrong(client: httpx.Client, path: str, says: str) -> None:
    assert client.get(f"{API}/{path}").json()["detail"].startswith(says)


def test_what_a_route_takes_is_looked_up_once(client: httpx.Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("statements", "actors", "statements?kind=meeting"):
        assert client.get(f"{API}/{path}").status_code == 200
    monkeypatch.setattr(asking, "get_flat_params", None)  # would fail if it were called again
    for path, status in (("statements?stage=signed", 200), ("actors?q=s", 200), ("actors?kind=meeting", 422)):
        assert client.get(f"{API}/{path}").status_code == status


def test_a_cursor_belongs_to_its_question(client: httpx.Client) -> None:
    cursor = client.get(f"{API}/statements", params={"limit": 2}).json()["next"]
    assert client.get(f"{API}/statements", params={"limit": 3, "cursor": cursor}).status_code == 200
    for other in ({"kind": "meeting"}, {"actor": "SRB"}):
        assert client.get(f"{API}/statements", params={"cursor": cursor, **other}).status_code == 400


def test_other_origins_are_not_let_in(client: httpx.Client) -> None:
    answer = client.get(f"{API}/statements", headers={"origin": "https://elsewhere.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]
    asked = {"origin": "https://elsewhere.example", "access-control-request-method": "GET"}
    before = client.options(f"{API}/statements", headers=asked)
    assert not [name for name in before.headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("statements", "GET, HEAD, OPTIONS"),
        ("statements/0123/decisions", "GET, POST, HEAD, OPTIONS"),  # by two routes
        ("decisions", "GET, POST, HEAD, OPTIONS"),
        ("decisions/1/undo", "POST, OPTIONS"),
        ("openapi.json", "GET, HEAD, OPTIONS"),
    ],
)
def test_an_address_says_what_it_takes(client: httpx.Client, path: str, methods: str) -> None:
    answer = client.options(f"{API}/{path}")
    assert (answer.status_code, answer.headers["allow"], answer.content) == (204, methods, b"")
    refused = client.delete(f"{API}/{path}")
    assert (refused.status_code, refused.headers["allow"]) == (405, methods)
    assert refused.headers["content-type"] == "application/problem+json"


def test_an_address_that_is_not_there_takes_nothing(client: httpx.Client) -> None:
    assert client.options(f"{API}/nowhere").status_code == 404


def test_refusals_at_the_door_are_problems_too(client: httpx.Client) -> None:
    answer = client.get(f"{API}/statements", headers={"host": "evil.example"})
    assert (answer.status_code, answer.headers["content-type"]) == (421, "application/problem+json")
    assert answer.json()["status"] == 421


def test_an_origin_that_is_named_may_ask_with_a_token(ledger_copy: Path) -> None:
    found(str(ledger_copy))
    with serving(Settings(ledger=str(ledger_copy), team=True, cors=("https://ours.example",))) as server:
        ask = {"access-control-request-method": "GET", "access-control-request-headers": "authorization"}
        with server.client() as client:
            for origin, allowed in (("https://ours.example", "https://ours.example"), ("https://other.example", None)):
                before = client.options(f"{API}/statements", headers={"origin": origin} | ask)
                assert before.headers.get("access-control-allow-origin") == allowed
                assert "access-control-allow-credentials" not in before.headers
            page = client.get("/login", headers={"origin": "https://ours.example"})
            assert "access-control-allow-origin" not in page.headers


class Counted:
    """Rows of statements that note how many were taken."""

    def __init__(self, row: dict[str, object]) -> None:
        self.taken, self._row = 0, row

    def __iter__(self) -> Iterator[dict[str, object]]:
        for _ in range(50_000):
            self.taken += 1
            yield self._row


@pytest.mark.slow
@pytest.mark.parametrize("format", list(Format))
def test_a_stream_holds_no_more_than_a_page(some: queries.Found, format: Format) -> None:
    rows = Counted(some.as_row())
    sent = 0
    for number, piece in enumerate(encoded(iter(rows), format), 1):
        assert rows.taken <= 1000 * number
        sent += len(piece)
    assert rows.taken == 50_000
    assert sent > 1_000_000

"""What programs may send: everything that the description allows and much that it does not. Never an error of ours."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.ledger.checking import check
from dragoman.web import Settings, api
from dragoman.web.jobs import Job, write_job
from dragoman.web.uploads import Uploads
from ledger_samples import document, reading, said
from web.conftest import Server, serving
from web.teams import token_of

pytestmark = pytest.mark.slow

API = "/api/v1"
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]


@pytest.fixture(scope="module")
def fuzzed(sample_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, whose uploads are taken but not read: that is tested elsewhere and takes long."""
    path = shutil.copy(sample_ledger, tmp_path_factory.mktemp("fuzzed") / "copy.ledger")

    def not_read(uploads: Uploads, job: Job) -> bool:
        write_job(uploads.folder / job.id, replace(job, state="done"))
        return False

    with pytest.MonkeyPatch.context() as patched, serving(Settings(ledger=str(path))) as running:
        patched.setattr(Uploads, "_run", not_read)
        yield running


@pytest.fixture(scope="module")
def form_headers(fuzzed: Server) -> dict[str, str]:
    """What lets a program change something in local mode: the token of forms and its cookie."""
    with fuzzed.client() as client:
        token = token_of(client.get("/review"))
        cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
        return {"x-csrf-token": token, "cookie": cookies}


@pytest.fixture(scope="module")
def described(fuzzed: Server) -> Any:
    return schemathesis.openapi.from_url(f"{fuzzed.url}{API}/openapi.json")


def operations() -> list[tuple[str, str]]:
    """Everything that the description has."""
    app = FastAPI()
    app.include_router(api.router)
    return [(path, method) for path, methods in app.openapi()["paths"].items() for method in methods]


@pytest.mark.slow
@pytest.mark.parametrize("mode", list(GenerationMode))
@pytest.mark.parametrize(("path", "method"), operations())
def test_answers_are_as_described_whatever_is_asked(
    described: Any, form_headers: dict[str, str], path: str, method: str, mode: GenerationMode
) -> None:
    @settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
    @given(case=described[path][method].as_strategy(generation_mode=mode))
    def asked(case: schemathesis.Case) -> None:
        # A form has words only: what is wrong by its type (null, a number) arrives as words and may be taken.
        form = "multipart" in (case.media_type or "")
        checks = [c for c in CHECKS if not (form and c is negative_data_rejection)]
        case.call_and_validate(headers=form_headers, checks=checks)

    with suppress(Unsatisfiable):  # where there is nothing that could be asked wrongly
        asked()


@pytest.mark.slow
def test_the_ledger_is_sound_after_all_that(fuzzed: Server) -> None:
    with Ledger.open(fuzzed.ledger) as ledger:
        assert [finding for finding in check(ledger) if finding.what != "decision"] == []


SQL = [
    "' OR 1=1 --",
    '"; DROP TABLE statement; --',
    "x' UNION SELECT password FROM account --",
    "%' OR '1'='1",
    "NEAR(a b, 1) AND *",
    'quote: "',
    "{a b}: c*",
    ":match",
    "\\",
]


@pytest.mark.parametrize("text", SQL)
def test_what_looks_like_sql_is_only_words(client: httpx.Client, sample_ledger: Path, text: str) -> None:
    for path, name in [
        ("statements", "text"),
        ("statements", "object"),
        ("statements", "actor"),
        ("statements", "publisher"),
        ("statements", "language"),
        ("statements", "doc"),
        ("search/passages", "q"),
        ("actors", "q"),
        ("actors", "of"),
        ("actors/profile", "actor"),
        ("instruments", "q"),
        ("instruments/lifecycle", "name"),
        ("timeline", "actor"),
        ("network", "actor"),
        ("map", "actor"),
        ("money", "actor"),
        ("money", "unit"),
        ("events", "actor"),
    ]:
        answer = client.get(f"{API}/{path}", params={name: text})
        assert answer.status_code in (200, 404), (path, name, answer.text)
    with Ledger.open(sample_ledger) as ledger:
        assert queries.count(ledger) > 0


PATHS = ["../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%00", "....//x", "%2e%2e/%2e%2e/x", "a" * 5000, "*", "-1", "~"]


@pytest.mark.parametrize("place", PATHS)
@pytest.mark.parametrize("kind", ["statements", "documents", "uploads"])
def test_ids_lead_nowhere_else(client: httpx.Client, kind: str, place: str) -> None:
    answer = client.get(f"{API}/{kind}/{place}")
    assert answer.status_code in (404, 422)
    assert "root:" not in answer.text


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_defused_in_csv(tmp_path: Path, start: str) -> None:
    evil = f"{start}|cmd'!A1"
    with Ledger.open(tmp_path / "evil.ledger") as ledger:
        page = document("evil", f"Before. Serbia {evil} joined. After.")
        told = replace(said(page, "Serbia", "meeting", "held", object=evil), source=("SRB",), target=(f"/{evil}",))
        ledger.add(page, reading(told, reader="plain-1"))
    with serving(Settings(ledger=str(tmp_path / "evil.ledger"))) as server, server.client() as client:
        text = client.get(f"{API}/bulk/statements", params={"format": "csv"}).text
        for row in csv.reader(io.StringIO(text, newline="")):
            for cell in row:
                assert not cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell


BODIES: list[object] = [
    {"action": "correct", "seen": 0, "fields": {"object": "\ud800"}},
    {"action": "correct", "seen": 0, "fields": {"object": "a\x00b"}},
    {"action": "correct", "seen": 0, "fields": {"value": [{"number": 1e999}]}},
    {"action": "correct", "seen": 0, "fields": {"value": [{"number": 10**400}]}},
    {"action": "correct", "seen": 0, "fields": {"source": ["/../../x' OR 1"] * 101}},
    {"action": "correct", "seen": 0, "fields": {"id": "0"}},
    {"action": "correct", "seen": 0, "fields": {}},
    {"action": "correct", "seen": 0, "fields": {"quote": "not in the text"}},
    {"action": "correct", "seen": 0, "fields": {"kind": None, "stage": None}},
    {"action": "confirm", "seen": 0, "fields": {"object": "x"}},
    {"action": "confirm", "seen": -1},
    {"action": "confirm", "seen": 10**30},
    {"action": "confirm"},
    {"action": "explode", "seen": 0},
    [],
    "x",
    None,
]


@pytest.mark.parametrize("body", BODIES)
def test_impossible_decisions_are_refused(fuzzed: Server, form_headers: dict[str, str], body: object) -> None:
    import json

    with Ledger.open(fuzzed.ledger) as ledger:
        statement = queries.review_queue(ledger, limit=1)[0].id
    with fuzzed.client(headers=form_headers | {"content-type": "application/json"}) as client:
        answer = client.post(f"{API}/statements/{statement}/decisions", content=json.dumps(body))
        assert answer.status_code in (400, 422), answer.text
        assert answer.headers["content-type"] == "application/problem+json"
        assert client.get(f"{API}/statements/{statement}").json()["seen"] == 0

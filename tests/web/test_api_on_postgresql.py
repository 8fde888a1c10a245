"""The API and uploads on PostgreSQL: the same answers, and nothing that only SQLite takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman import pipeline
from dragoman.reading.rules import RulesReader
from dragoman.web import Settings
from web.conftest import SAMPLES, serving
from web.test_api import API, CONDITIONS
from web.test_uploads import client_of, file, finished

ALIKE = (
    "actors",
    "actors/sources?actor=XKX",
    "actors/partners?actor=XKX",
    "contradictions",
    "coverage",
    "events",
    "instruments",
    "map?actor=XKX",
    "money",
    "network",
    "network/connection?a=SRB&b=NATO",
    "new/statements",
    "skipped",
    "summary",
    "timeline?actor=XKX",
    "unlinked",
)


@pytest.mark.slow
def test_both_databases_answer_the_same(new_address: Callable[[str], str], tmp_path: Path) -> None:
    answers = []
    for backend in ("sqlite", "postgresql"):
        address = new_address(backend)
        pipeline.build([str(SAMPLES)], address, workers=0, reader=RulesReader())
        settings = Settings(ledger=address, reader=RulesReader(), uploads=str(tmp_path / backend))
        with serving(settings) as server, client_of(server) as client:
            told = [client.get(f"{API}/statements", params=asked).json() for asked, _ in CONDITIONS]  # type: ignore[arg-type]
            told += [client.get(f"{API}/{path}").json() for path in ALIKE]
            for path in ("documents/%00", "statements/%00", "statements?actor=%00", "uploads/%00", "actors?q=%00"):
                assert client.get(f"{API}/{path}").status_code in (404, 422)
            body = {"action": "confirm", "seen": 0, "why": "a\x00b"}
            statement = told[0]["statements"][0]["id"]
            assert client.post(f"{API}/statements/{statement}/decisions", json=body).status_code == 201
            job = client.post("/api/v1/uploads", files=[file("kosovo.html")]).json()["id"]
            told.append([document["doc"] for document in finished(client, job)["documents"]])
            answers.append(told)
    assert answers[0] == answers[1]
    assert answers[0][-1] == ["kosovo"]

"""Lists of the API: all of them are gone through to their end, page by page, and each page says where the next is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.records import Skipped, Unlinked
from dragoman.web import Settings
from ledger_samples import document, reading, said
from web.conftest import Server, serving

API = "/api/v1"
PARTIES = ("Serbia", "Norway", "Malta", "Iceland", "Tuvalu")
AGREED = "agreed a plan with NATO"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A ledger with a page in three versions, things, inputs that could not be read, mentions that nobody is."""
    path = tmp_path_factory.mktemp("lists") / "lists.ledger"
    with Ledger.open(path) as ledger:
        for number, date in enumerate(("2015", "2016", "2017")):
            names = PARTIES[number : number + 3]
            page = document(
                "plans", ". ".join(f"{name} {AGREED}" for name in names) + ".", date=date, url="https://x.org"
            )
            told = [
                said(page, f"{name} {AGREED}", source=f"/{name}", target="NATO", object=f"Plan {name}", date=date)
                for name in names
            ]
            ledger.add(
                page,
                reading(*told, unlinked=tuple(Unlinked(page.text[n : n + 3], n, n + 3, "unknown") for n in (0, 1, 2))),
            )
        for name in "abc":
            ledger.skip(Skipped(f"in/{name}.pdf", "it is damaged", "save it again"))
    with serving(Settings(ledger=str(path))) as server:
        yield server


@pytest.fixture
def client(running: Server) -> Iterator[httpx.Client]:
    with running.client() as opened:
        yield opened


def pages(client: httpx.Client, path: str, **params: Any) -> list[dict[str, Any]]:
    """The answers up to the last one."""
    answers: list[dict[str, Any]] = []
    while True:
        answer = client.get(f"{API}/{path}", params=params)
        assert answer.status_code == 200, answer.text
        assert answer.headers["etag"]
        answers.append(answer.json())
        following = answers[-1]["next"]
        assert ("next" in answer.links) == (following is not None)
        if following is None:
            return answers
        params["cursor"] = following


@pytest.fixture(scope="module")
def latest(running: Server) -> str:
    with Ledger.open(running.ledger) as ledger:
        return queries.documents(ledger)[0][0].document_id


@pytest.mark.parametrize(
    ("path", "name", "key", "count"),
    [
        ("documents/{latest}/statements", "statements", "id", 3),
        ("documents/{latest}/versions", "versions", "document_id", 3),
        ("instruments", "instruments", "name", 3),
        ("instruments?q=Plan", "instruments", "name", 3),
        ("skipped", "skipped", "locator", 3),
        ("unlinked", "unlinked", "text", 3),
        ("new/statements", "statements", "id", 3),
        ("actors", "actors", "actor", None),
        ("review", "statements", "id", 3),
    ],
)
@pytest.mark.slow
def test_every_list_is_paged(
    client: httpx.Client, latest: str, path: str, name: str, key: str, count: int | None
) -> None:
    path, _, query = path.format(latest=latest).partition("?")
    asked = dict(pair.split("=") for pair in query.split("&")) if query else {}
    one_by_one = [page[name] for page in pages(client, path, limit=1, **asked)]
    assert [len(some) for some in one_by_one] == [1] * len(one_by_one)
    together = client.get(f"{API}/{path}", params={"limit": 100, **asked}).json()
    assert [some[0] for some in one_by_one] == together[name]
    assert together["next"] is None
    assert len({some[0][key] for some in one_by_one}) == len(one_by_one) == (count or len(one_by_one))
    assert client.get(f"{API}/{path}", params={"cursor": "bm90IG91cnM", **asked}).status_code == 400


CHANGING = [
    ("documents/{latest}/statements", "statements", "id"),
    ("instruments", "instruments", "name"),
    ("instruments?q=Plan", "instruments", "name"),
    ("actors", "actors", "actor"),
    ("actors?q=n", "actors", "actor"),
    ("instruments/lifecycle?name=Plan", "facts", "number"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("path", "name", "key"), CHANGING)
def test_no_line_is_skipped_while_others_decide(
    running: Server, tmp_path: Path, latest: str, path: str, name: str, key: str
) -> None:
    import shutil

    from dragoman.ledger import decisions

    copied = str(shutil.copy(running.ledger, tmp_path / "copy.ledger"))
    path, _, query = path.format(latest=latest).partition("?")
    asked: dict[str, Any] = dict(pair.split("=") for pair in query.split("&")) if query else {}
    with serving(Settings(ledger=copied)) as server, server.client() as client:
        before = client.get(f"{API}/{path}", params=asked).json()[name]
        assert len(before) > 1
        first = client.get(f"{API}/{path}", params=asked | {"limit": 1}).json()
        shown = first[name][0]
        with Ledger.open(copied) as ledger:  # what was shown leaves the list, or falls behind in it
            told = list(queries.every(ledger))
            gone = [s for s in told if shown[key] in (s.id, s.statement.object, s.fact, *s.statement.source)]
            for one in gone or told[:1]:
                decisions.reject(ledger, one.id, who="test", why="")
        rest = [line for page in pages(client, path, **asked, limit=1, cursor=first["next"]) for line in page[name]]
        kept = client.get(f"{API}/{path}", params=asked).json()[name]
        seen = {line[key] for line in rest} | {shown[key]}
        assert {line[key] for line in kept} <= seen


def test_inputs_that_were_mended_skip_no_other(running: Server, tmp_path: Path) -> None:
    import shutil

    copied = str(shutil.copy(running.ledger, tmp_path / "copy.ledger"))
    with serving(Settings(ledger=copied)) as server, server.client() as client:
        first = client.get(f"{API}/skipped", params={"limit": 1}).json()
        with server.app.state.ledger.engine.begin() as connection:
            connection.exec_driver_sql("DELETE FROM skipped WHERE locator = 'in/a.pdf'")
        rest = [page["skipped"][0]["locator"] for page in pages(client, "skipped", limit=1, cursor=first["next"])]
        assert rest == ["in/b.pdf", "in/c.pdf"]


@pytest.mark.parametrize("key", ["[", "[" * 2000, "1", "[1]", '["1", "a"]', '[1, "a", 2]', f'[{10**30}, "a"]'])
def test_cursors_that_were_made_up_are_refused(client: httpx.Client, key: str) -> None:
    import base64

    from dragoman.records import digest

    sealed = digest([f"{API}/actors", [], key])[:8] + key
    cursor = base64.urlsafe_b64encode(sealed.encode()).decode().rstrip("=")
    assert client.get(f"{API}/actors", params={"cursor": cursor}).status_code == 400


def test_changes_come_in_pages_too(client: httpx.Client, latest: str) -> None:
    first = client.get(f"{API}/documents/{latest}/versions").json()["versions"][0]["document_id"]
    path, kinds = f"documents/{latest}/changes", ("appeared", "changed", "vanished", "reread")
    (whole,) = pages(client, path, since=first)
    parts = pages(client, path, since=first, limit=1)
    assert sum(len(whole[kind]) for kind in kinds) == len(parts) >= 2
    assert {kind: [one for page in parts for one in page[kind]] for kind in kinds} == {k: whole[k] for k in kinds}
    assert {page["stayed"] for page in parts} == {whole["stayed"]}


def test_decisions_on_a_statement_and_uploads_are_paged(tmp_path: Path, sample_ledger: Path) -> None:
    import io
    import shutil

    from dragoman.ledger import decisions

    path = str(shutil.copy(sample_ledger, tmp_path / "copy.ledger"))
    with Ledger.open(path) as ledger:
        statement = queries.review_queue(ledger, limit=1)[0].id
        seen = None
        for decide in (decisions.confirm, decisions.reject, decisions.confirm):
            seen = decide(ledger, statement, who="test", why="", seen=seen)
    with serving(Settings(ledger=path, uploads=str(tmp_path / "uploads"))) as server, server.client() as client:
        made = [page["decisions"] for page in pages(client, f"statements/{statement}/decisions", limit=1)]
        assert [[one["action"] for one in some] for some in made] == [["confirm"], ["reject"], ["confirm"]]
        added = [server.app.state.uploads.add([("a.txt", io.BytesIO(b"Serbia."))], who="test").id for _ in range(3)]
        listed = [page["uploads"] for page in pages(client, "uploads", limit=1)]
        assert [[one["id"] for one in some] for some in listed] == [[one] for one in reversed(added)]

"""Adding documents: what is taken, what is refused, and that nothing taken is lost when the server is killed."""

from __future__ import annotations

import html
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from dragoman import queries
from dragoman.errors import InvalidRecord
from dragoman.ledger import Ledger
from dragoman.reading.rules import RulesReader
from dragoman.web import Settings
from dragoman.web.arriving import Patience
from dragoman.web.jobs import Job
from dragoman.web.uploads import Uploads, safe_names
from web.conftest import Server, serving
from web.teams import TEAM, logged_in, token_of

PAGE = b"<html><head><title>Kosovo joins</title></head><body><p>Kosovo joined the IMF in 2009.</p></body></html>"
File = tuple[str, tuple[str, bytes, str]]


def file(name: str, data: bytes = PAGE) -> File:
    return ("files", (name, data, "application/octet-stream"))


@pytest.fixture
def adding(tmp_path: Path) -> Iterator[Server]:
    """A local server on an empty ledger whose uploads are read by the plain reader."""
    with serving(Settings(ledger=str(tmp_path / "new.ledger"), reader=RulesReader())) as running:
        yield running


@contextmanager
def client_of(server: Server) -> Iterator[httpx.Client]:
    """A client that sends the token of forms."""
    with server.client() as client:
        client.headers["x-csrf-token"] = token_of(client.get("/upload"))
        yield client


def finished(client: httpx.Client, job: str, seconds: float = 120) -> dict[str, Any]:
    """The job once it is done."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        told: dict[str, Any] = client.get(f"/api/v1/uploads/{job}").json()
        if told["state"] in ("done", "failed"):
            return told
        time.sleep(0.2)
    raise AssertionError(f"not done after {seconds} s: {told}")


def packed(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.slow
def test_files_and_a_text_are_read_together(adding: Server) -> None:
    files = [
        file("kosovo.html"),
        file("kosovo.json", json.dumps({"publisher": "IMF", "date": "2009-07-01"}).encode()),
        file("more.zip", packed(**{"a.txt": b"Serbia joined the World Bank in 2001.", "../b.txt": b"out"})),
        file("broken.pdf", b"%PDF-1.7 nothing"),
    ]
    text = {
        "text": "Serbia and NATO signed an agreement in 2015.\r\n",
        "title": "A <b>text</b>",
        "url": "https://x.org/1",
    }
    with client_of(adding) as client:
        answer = client.post("/api/v1/uploads", files=files, data=text)
        assert answer.status_code == 202
        job = answer.json()["id"]
        assert answer.headers["location"] == f"/api/v1/uploads/{job}"
        told = finished(client, job)
        assert (told["state"], told["read"]) == ("done", 3)
        assert told["new_statements"] > 0
        assert {one["locator"] for one in told["skipped"]} == {"broken.pdf", "more.zip!../b.txt"}
        assert all(one["reason"] and one["advice"] for one in told["skipped"])
        page = client.get(f"/upload/{job}").text
        assert "A &lt;b&gt;text&lt;/b&gt;" in page
        assert "path that leads out of the archive" in page
        titles = {d["title"] for d in told["documents"]}
        assert titles >= {"Kosovo joins", "A <b>text</b>"}
    with Ledger.open(adding.ledger) as ledger:
        lines, _ = queries.documents(ledger)
        by_stem = {line.stem: line for line in lines}
        assert (by_stem["kosovo"].publisher, by_stem["kosovo"].date) == ("IMF", "2009-07-01")
        assert by_stem["kosovo"].locator == f"{job}/kosovo.html"
        assert by_stem["A b text b"].source == "https://x.org/1"


@pytest.mark.slow
def test_the_page_adds_without_scripts_too(adding: Server) -> None:
    with adding.client() as client:
        form = {"csrf": token_of(client.get("/upload")), "text": "Kosovo joined the IMF in 2009.", "date": "2010"}
        answer = client.post("/upload", files=[("files", ("", b"", "application/octet-stream"))], data=form)
        assert answer.status_code == 303
        page = client.get(answer.headers["location"])
        assert page.status_code == 200
        told = finished(client, answer.headers["location"].rpartition("/")[2])
        assert told["files"] == ["pasted.txt"]
        assert "Read 1 document." in client.get(answer.headers["location"]).text


WRONG: list[tuple[list[File], dict[str, str], int, str]] = [
    ([], {"text": "  "}, 400, "nothing was chosen"),
    ([file("a.txt")], {"date": "yesterday"}, 400, "yesterday"),
    ([], {"text": "x", "url": "javascript:alert(1)"}, 400, "http"),
    ([file("a.txt")], {"publisher": "x" * 600}, 400, "600 characters"),
    ([file(f"{n}.txt", b"x") for n in range(501)], {}, 400, "500"),
]


@pytest.mark.slow
@pytest.mark.parametrize(("files", "data", "status", "says"), WRONG)
def test_what_cannot_be_added_is_said(
    adding: Server, files: list[File], data: dict[str, str], status: int, says: str
) -> None:
    files = files or [("files", ("", b"", "text/plain"))]
    with client_of(adding) as client:
        answer = client.post("/api/v1/uploads", files=files, data=data)
        assert (answer.status_code, says in answer.json()["detail"]) == (status, True), answer.text
        page = client.post("/upload", files=files, data=data)
        assert page.status_code == status
        assert client.get("/api/v1/uploads").json()["uploads"] == []


def test_a_body_of_another_kind_is_refused(adding: Server) -> None:
    with client_of(adding) as client:
        assert client.post("/api/v1/uploads", json={"text": "x"}).status_code == 415
        broken = {"content-type": "multipart/form-data; boundary=x"}
        assert client.post("/api/v1/uploads", content=b"--x\r\nnonsense", headers=broken).status_code == 400
        assert client.post(
            "/api/v1/uploads", content=b"", headers={"content-type": "multipart/form-data"}
        ).is_client_error


def test_an_upload_without_the_token_of_forms_is_refused(adding: Server) -> None:
    with adding.client() as client:
        assert client.post("/api/v1/uploads", files=[file("a.html")]).status_code == 403
        assert client.post("/upload", files=[file("a.html")]).status_code == 403


def test_who_only_reads_cannot_add(team: Server) -> None:
    for name, role in TEAM:
        if role == "reader":
            with logged_in(team, name) as client:
                assert client.post("/api/v1/uploads", files=[file("a.html")]).status_code == 403
                assert "needs the role reviewer" in client.get("/upload").text
    with team.client() as client:
        assert client.post("/api/v1/uploads", files=[file("a.html")]).status_code == 401


def test_a_large_upload_is_refused_without_being_kept(tmp_path: Path) -> None:
    settings = Settings(ledger=str(tmp_path / "new.ledger"), max_upload=1_000_000)
    with serving(settings) as server, client_of(server) as client:
        assert client.post("/api/v1/uploads", files=[file("a.txt", b"x" * 3_000_000)]).status_code == 413

        def pieces() -> Iterator[bytes]:
            yield b'--x\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
            for _ in range(60):
                yield b"x" * 100_000

        kind = {"content-type": "multipart/form-data; boundary=x"}
        assert client.post("/api/v1/uploads", content=pieces(), headers=kind).status_code == 413
        assert client.get("/api/v1/uploads").json()["uploads"] == []


@pytest.mark.slow
def test_who_sends_slowly_is_cut_off(adding: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for layer in _layers(adding):
        if isinstance(layer, Patience):
            monkeypatch.setattr(layer, "silent", 0.3)
            monkeypatch.setattr(layer, "first", 1.0)
    with client_of(adding) as client:
        head = _head(client, adding, 1_000_000)
        for send in (b"", b"--x"):  # silence, and one byte now and then
            begun = time.monotonic()
            assert b" 408 " in _dripped(adding, head, send)
            assert time.monotonic() - begun < 20
        assert client.get("/api/v1/uploads").json()["uploads"] == []


def test_only_so_many_uploads_arrive_at_a_time(adding: Server) -> None:
    with client_of(adding) as client:
        head, address = _head(client, adding, 1000), httpx.URL(adding.url)
        waiting = [socket.create_connection((address.host, address.port or 0), 10) for _ in range(6)]
        for one in waiting:
            one.sendall(head)
        (patience,) = [layer for layer in _layers(adding) if isinstance(layer, Patience)]
        until = time.monotonic() + 20
        while patience._arriving < 6:
            assert time.monotonic() < until
            time.sleep(0.05)
        answer = client.post("/api/v1/uploads", files=[file("a")])
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
        for one in waiting:
            one.close()


def _layers(server: Server) -> Iterator[object]:
    layer: Any = server.app.middleware_stack
    while layer is not None:
        yield layer
        layer = getattr(layer, "app", None)


def _head(client: httpx.Client, server: Server, length: int) -> bytes:
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    lines = [
        "POST /api/v1/uploads HTTP/1.1",
        f"host: {httpx.URL(server.url).netloc.decode()}",
        "content-type: multipart/form-data; boundary=x",
        f"content-length: {length}",
        f"cookie: {cookies}",
        f"x-csrf-token: {client.headers['x-csrf-token']}",
    ]
    return "\r\n".join([*lines, "", ""]).encode()


def _dripped(server: Server, head: bytes, piece: bytes) -> bytes:
    address = httpx.URL(server.url)
    with socket.create_connection((address.host, address.port or 0), 30) as raw:
        raw.sendall(head)
        raw.settimeout(0.1)
        for _ in range(200):
            try:
                if answer := raw.recv(200):
                    return answer
            except TimeoutError:
                raw.sendall(piece)
    return b""


NAMES: list[tuple[str, str]] = [
    ("page.html", "page.html"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\ana\\note.txt", "note.txt"),
    (".htaccess", "htaccess"),
    ("..", "document"),
    ("/", "document"),
    ("a\x00b\n\u202ec.txt", "a_b__c.txt"),
    ("<script>alert(1)</script>.html", "script>.html"),
    ("\ud800.txt", "_.txt"),
    ("Србија.pdf", "Србија.pdf"),
    ("-rf", "-rf"),
    ("*.txt", "*.txt"),
]


@pytest.mark.parametrize(("given", "kept"), NAMES)
def test_names_lead_nowhere(given: str, kept: str) -> None:
    assert safe_names([given]) == (kept,)


def test_names_are_each_once_and_not_too_long() -> None:
    assert safe_names(["a.txt", "x/A.txt", "a.txt"]) == ("a.txt", "A (2).txt", "a (3).txt")
    (long,) = safe_names(["ж" * 300 + ".html"])
    assert len(long.encode()) <= 150
    assert long.endswith(".html")


SIDES: list[tuple[list[str], str]] = [
    (["kosovo.html", "kosovo.html", "kosovo.json"], "kosovo.html"),
    (["a/kosovo.html", "a/kosovo.json", "b/kosovo.html", "b/kosovo.json"], "kosovo.html"),
    (["kosovo.html", "Kosovo.html", "kosovo.html.json"], "Kosovo.html"),
    (["kosovo.html", "a/kosovo.json", "b/kosovo.json"], "kosovo.json"),
    (["kosovo.html", "kosovo.html", "kosovo (2).html", "kosovo (2).json"], "kosovo (2).html"),
    (["kosovo.html", "kosovo.html", "kosovo (2).json"], "kosovo.html"),
]


@pytest.mark.parametrize(("names", "twice"), SIDES)
def test_a_side_file_that_may_describe_several_documents_is_refused(
    tmp_path: Path, names: list[str], twice: str
) -> None:
    uploads = Uploads(tmp_path / "uploads", str(tmp_path / "new.ledger"))
    with pytest.raises(InvalidRecord, match=re.escape(f"{twice} is there more than once")):
        uploads.add([(name, io.BytesIO(PAGE)) for name in names], who="local")
    assert uploads.jobs() == ()


@pytest.mark.parametrize(
    "names",
    [
        ["kosovo.html", "kosovo.pdf", "kosovo.json"],  # one document in two formats: both have it
        ["kosovo.html", "kosovo.html", "serbia.html", "serbia.json"],
        ["kosovo.html", "kosovo.html"],
        ["a.json", "a.json"],  # describe nothing, which is told when they are read
    ],
)
def test_other_files_of_one_name_are_taken(tmp_path: Path, names: list[str]) -> None:
    uploads = Uploads(tmp_path / "uploads", str(tmp_path / "new.ledger"))
    assert len(uploads.add([(name, io.BytesIO(PAGE)) for name in names], who="local").files) == len(names)


@pytest.mark.slow
def test_a_pasted_text_shares_its_facts_with_no_file_of_its_title(adding: Server) -> None:
    with client_of(adding) as client:
        text = {"text": "Serbia joined the World Bank in 2001.", "title": "kosovo", "url": "https://x.org/1"}
        told = finished(client, client.post("/api/v1/uploads", files=[file("kosovo.html")], data=text).json()["id"])
        assert told["files"] == ["kosovo.html", "kosovo (2).txt", "kosovo (2).json"]
        assert {d["title"] for d in told["documents"]} == {"Kosovo joins", "kosovo"}


def test_a_job_is_on_disk_before_it_is_answered(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path / "in", str(tmp_path / "x.ledger"))
    job = uploads.add([("../a.txt", io.BytesIO(b"some text"))], who="Ana", date="2016")
    assert (tmp_path / "in" / job.id / "a.txt").read_bytes() == b"some text"
    again = Uploads(tmp_path / "in", str(tmp_path / "x.ledger"))
    assert again.jobs() == (job,)
    assert not [path for path in tmp_path.rglob("*") if path.name.startswith(".part")]
    with pytest.raises(InvalidRecord):
        uploads.add([], who="Ana")


SERVER = """
import sys, uvicorn
from dragoman.reading.rules import RulesReader
from dragoman.web import Settings, create_app
app = create_app(Settings(ledger=sys.argv[1], reader=RulesReader()))
uvicorn.run(app, port=int(sys.argv[2]), log_level="error")
"""


@contextmanager
def killable(ledger: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """A server in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-c", SERVER, str(ledger), str(port)], start_new_session=True)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                httpx.get(f"{url}/api/v1/codebook", timeout=5)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield process, url
    finally:
        process.kill()
        process.wait()


def _readers(folder: Path) -> Iterator[int]:
    """The processes that read in this folder."""
    for entry in Path("/proc").iterdir():
        try:
            if entry.name.isdigit() and (entry / "cwd").readlink() == folder:
                yield int(entry.name)
        except OSError:
            continue


@pytest.mark.slow
def test_killing_the_server_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    ledger, files = (
        tmp_path / "x.ledger",
        [file(f"{n}.txt", f"Kosovo joined the IMF in {1990 + n}.".encode()) for n in range(30)],
    )
    with killable(ledger) as (process, url), httpx.Client(base_url=url, timeout=60) as client:
        client.headers["x-csrf-token"] = token_of(client.get("/upload"))
        first = client.post("/api/v1/uploads", files=files)
        second = client.post("/api/v1/uploads", files=files[:1], data={"text": "Serbia joined the World Bank in 2001."})
        half = socket.create_connection(("127.0.0.1", int(url.rpartition(":")[2])))
        half.sendall(b"POST /api/v1/uploads HTTP/1.1\r\nhost: localhost\r\ncontent-length: 9999\r\n")
        half.sendall(b"content-type: multipart/form-data; boundary=x\r\n\r\n--x\r\n")
        process.send_signal(signal.SIGKILL)
        for reader in _readers(tmp_path / "x.ledger-uploads"):
            os.kill(reader, signal.SIGKILL)
        half.close()
    with killable(ledger) as (_, url), httpx.Client(base_url=url, timeout=60) as client:
        jobs = [first.json()["id"], second.json()["id"]]
        assert [job["id"] for job in client.get("/api/v1/uploads").json()["uploads"]] == jobs[::-1]
        told = [finished(client, job) for job in jobs]
        assert [one["state"] for one in told] == ["done", "done"]
        assert [one["done"] for one in told] == [30, 2]
        assert len(told[0]["documents"]) == 30


@pytest.mark.slow
def test_a_job_that_kills_its_process_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    uploads = Uploads(tmp_path / "in", str(tmp_path / "x.ledger"))
    job = uploads.add([("a.txt", io.BytesIO(b"some text"))], who="Ana")
    with uploads:
        until = time.monotonic() + 30
        while not uploads.job(job.id).finished:
            assert time.monotonic() < until
            time.sleep(0.1)
    assert "died" in uploads.job(job.id).message


@pytest.mark.slow
def test_a_fault_in_one_turn_does_not_end_the_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = tmp_path / "new.ledger"
    Ledger.open(ledger).close()
    uploads = Uploads(tmp_path / "uploads", str(ledger), RulesReader())
    job = uploads.add([("page.html", io.BytesIO(PAGE))], who="")
    run, failed = uploads._run, threading.Event()

    def full(job: Job) -> bool:
        if not failed.is_set():
            failed.set()
            uploads._wake.set()
            raise OSError(28, "No space left on device")
        return run(job)

    monkeypatch.setattr(uploads, "_run", full)
    with uploads:
        assert failed.wait(30)
        until = time.monotonic() + 60
        while uploads.job(job.id).state != "done" and time.monotonic() < until:
            time.sleep(0.1)
    assert uploads.job(job.id).state == "done"


def test_what_was_written_in_a_refused_form_stands_in_it_again(adding: Server) -> None:
    with client_of(adding) as client:
        sent = {"text": "Kosovo joined <the> IMF.", "publisher": "A & B", "date": "banana", "csrf": ""}
        answer = client.post("/upload", files={name: (None, value) for name, value in sent.items()})
        assert answer.status_code == 400
        assert "Kosovo joined &lt;the&gt; IMF.</textarea>" in answer.text
        assert 'value="A &amp; B"' in answer.text
        assert 'value="banana"' in answer.text


def test_older_uploads_are_a_link_away(adding: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.web.pages.upload._LISTED", 2)
    with client_of(adding) as client:
        for number in range(3):
            uploaded = client.post("/upload", files=[file(f"page-{number}.html")], data={"csrf": ""})
            assert uploaded.status_code == 303
        first = client.get("/upload").text
        assert ("page-2.html" in first, "page-1.html" in first, "page-0.html" in first) == (True, True, False)
        older = re.search(r'href="(/upload\?before=[^"]+)"', first)
        assert older is not None
        last = client.get(html.unescape(older[1])).text
        assert ("page-0.html" in last, "page-1.html" in last, ">Older<" in last) == (True, False, False)

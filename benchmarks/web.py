"""How long pages take with twenty readers at once: a real server on a large ledger, readers made by locust.

    python -m benchmarks.web [STATEMENTS] [--ledger FILE|URL] [--stored N] [--readers N] [--seconds N] [--think SECONDS]

Builds the synthetic ledger of `benchmarks.lookup` (unless ``--ledger`` is filled), starts ``dragoman serve`` on it and
lets the readers open pages of every kind, ``--think`` seconds apart on average. Prints for every kind of page how many
were opened and how long the answer took, as the reader sees it: median, 95th percentile, longest, in milliseconds.
Beside it stands the processor time of the server for such a page when it is alone, which does not depend on what else
the machine does (Linux only).
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from benchmarks.lookup import STATES, fill
from dragoman import queries
from dragoman.ledger import Ledger
from dragoman.queries import Filter

ALLOWED_MEDIAN, ALLOWED_P95 = 150, 400  # milliseconds, on a ledger of a million statements and two cores
_SAMPLE = 40  # actors, statements and documents among which readers choose


def addresses(ledger: Ledger) -> dict[str, list[str]]:
    """Kinds of pages with addresses to choose from; actors of many statements as often as of few."""
    chance = random.Random(11)
    listed = [line.actor for line in queries.actors(ledger, limit=2000)]
    actors = [*STATES[:5], *chance.sample(listed, min(_SAMPLE, len(listed)))]
    pairs = [tuple(chance.sample(actors, 2)) for _ in range(_SAMPLE)]
    found = [
        one
        for actor in actors[:10]
        for one in queries.statements(ledger, Filter(actors=(actor,)), limit=20).statements
        if "-" not in one.id  # a copy's id is none that a page could be asked for by
    ]
    words = [" ".join(chance.sample(one.statement.quote.split()[4:8], 2)) for one in found]

    firsts, seconds = [a for a, _ in pairs], [b for _, b in pairs]
    api = "/api/v1"
    return {
        "/": ["/"],
        "/actors": ["/actors"],
        "/actors/{actor}": [f"/actors/{quote(actor)}" for actor in actors],
        "/actors/{actor}?kind=": [f"/actors/{quote(actor)}?kind=agreement" for actor in actors],
        "/dyad": each("/dyad", a=firsts, b=seconds),
        "/instruments": each("/instruments", name=[str(one.statement.object) for one in found]),
        "/documents": ["/documents"],
        "/documents/{id}": [f"/documents/{one.document_id}" for one in found],
        "/statements/{id}": [f"/statements/{one.id}" for one in found],
        "/search?q=": each("/search", q=words),
        "/search?actor=": each("/search", actor=actors, since=["2010"] * len(actors)),
        "/search?in=text": [f"{one}&in=text" for one in each("/search", q=words)],
        "/contradictions": ["/contradictions"],
        "/contradictions?actor=": each("/contradictions", actor=actors),
        "/review": ["/review"],
        "/review/statements/{id}": [f"/review/statements/{one.id}" for one in found],
        "/timeline": each("/timeline", actor=actors),
        "/network": ["/network"],
        "/map": each("/map", actor=actors),
        "/money": ["/money"],
        "/events": each("/events", actor=actors),
        "/upload": ["/upload"],
        f"{api}/statements": each(f"{api}/statements", actor=actors),
        f"{api}/statements/{{id}}": [f"{api}/statements/{one.id}" for one in found],
        f"{api}/actors/profile": each(f"{api}/actors/profile", actor=actors),
        f"{api}/search/passages": each(f"{api}/search/passages", q=words),
    }


def each(path: str, **values: list[str]) -> list[str]:
    """Addresses of ``path``, each with one of the values of every parameter."""
    rows = zip(*values.values(), strict=True)
    return [f"{path}?{urlencode(dict(zip(values, row, strict=True)))}" for row in rows]


@contextmanager
def serving(ledger: str) -> Iterator[tuple[str, int]]:
    """The real server on a free port until the block ends; gives its address and process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program = Path(sys.executable).with_name("dragoman")
    where = ["--database" if "://" in ledger else "--ledger", ledger]
    process = subprocess.Popen([program, "serve", *where, "--port", str(port)])
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{url}/api/v1/codebook", timeout=60).read()
                break
            except urllib.error.URLError:
                time.sleep(0.1)
        yield url, process.pid
    finally:
        process.terminate()
        process.wait(30)


def alone(url: str, pid: int, pages: dict[str, list[str]]) -> dict[str, float]:
    """Processor time in milliseconds for each kind of page (the median of some), after all were opened once."""
    for places in pages.values():
        _open(url + places[0])
    spent = {}
    for name, places in pages.items():
        each = []
        for place in (places * 7)[:7]:
            before = worked(pid)
            _open(url + place)
            each.append(worked(pid) - before)
        spent[name] = statistics.median(each)
    return spent


def worked(pid: int) -> float:
    """Processor time of all threads of a process, in milliseconds; 0 where the system does not tell it."""
    told = (Path(task, "schedstat").read_text() for task in Path(f"/proc/{pid}/task").glob("*"))
    return sum(int(line.split()[0]) for line in told) / 1e6


def _open(address: str) -> None:
    with urllib.request.urlopen(address, timeout=600) as answer:
        answer.read()


def loaded(url: str, pages: dict[str, list[str]], readers: int, seconds: int, think: float) -> list[dict[str, str]]:
    """Let the readers read; gives a row for every kind of page."""
    with tempfile.TemporaryDirectory() as folder:
        given = {"pages": pages, "think": think}
        Path(folder, "given.json").write_text(json.dumps(given), "utf-8")
        users = Path(__file__).with_name("web_reader.py")
        command = [sys.executable, "-m", "locust", "-f", str(users), "--headless", "--host", url]
        command += ["-u", str(readers), "-r", str(readers), "-t", f"{seconds}s", "--csv", f"{folder}/told"]
        environment = os.environ | {"DRAGOMAN_BENCH": f"{folder}/given.json"}
        subprocess.run([*command, "--loglevel", "ERROR", "--only-summary"], env=environment, capture_output=True)
        with open(f"{folder}/told_stats.csv", encoding="utf-8", newline="") as told:
            return list(csv.DictReader(told))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("statements", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--ledger", help="where to build it (default: a temporary file); used as it is if filled")
    parser.add_argument("--stored", type=int, default=50_000, help="how many are stored in the ordinary way")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--think", type=float, default=2.0, help="seconds between two pages of one reader")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = arguments.ledger or str(Path(folder) / "bench.ledger")
        with Ledger.open(where) as ledger:
            fill(ledger, arguments.statements, arguments.stored)
            total, pages = queries.count(ledger), addresses(ledger)
        with serving(where) as (url, pid):
            spent = alone(url, pid, pages)
            told = loaded(url, pages, arguments.readers, arguments.seconds, arguments.think)
    print(
        f"{total:,} statements, {arguments.readers} readers, {arguments.seconds} s, {arguments.think:g} s between pages"
    )
    print(f"{'page':32}{'opened':>8}{'failed':>8}{'median':>8}{'p95':>8}{'longest':>9}{'cpu':>8}  milliseconds")
    for row in told:
        median, p95, most = (float(row[name] or 0) for name in ("Median Response Time", "95%", "Max Response Time"))
        slow = "" if median <= ALLOWED_MEDIAN and p95 <= ALLOWED_P95 else "  over"
        counts = f"{row['Request Count']:>8}{row['Failure Count']:>8}"
        cpu = spent.get(row["Name"], statistics.mean(spent.values()))
        print(f"{row['Name']:32}{counts}{median:8.0f}{p95:8.0f}{most:9.0f}{cpu:8.1f}{slow}")


if __name__ == "__main__":
    main()
